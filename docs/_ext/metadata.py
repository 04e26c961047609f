"""What the head of a page tells search engines and whoever shares its address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import shorten
from typing import Any

import attrs
from markupsafe import Markup

from httpcodes_explained import StatusCode
from words import label_of, plain, title_of

SITE = "HTTP status codes, explained"
LONGEST_DESCRIPTION = 160
LONGEST_HEADLINE = 110

Crumb = tuple[str, str]
"""A page above this one: its name and its address."""


@attrs.frozen(kw_only=True)
class Head:
    """The description of one page."""

    title: str
    description: str
    keywords: tuple[str, ...]
    url: str
    """The lasting address; two pages that say the same share one."""
    crumbs: tuple[Crumb, ...]
    """The pages above it, outermost first, with whole addresses."""
    checked: str | None = None
    """The last day on which one of its sources was read."""

    @property
    def structured(self) -> Markup:
        """The structured data of schema.org, as it may stand in a script element."""
        data = {"@context": "https://schema.org", "@graph": [self._article(), self._breadcrumbs()]}
        return Markup(json.dumps(data, ensure_ascii=False).replace("<", r"\u003c"))  # noqa: S704 (no tag can end it)

    def _article(self) -> dict[str, Any]:
        publisher = {"@type": "Organization", "name": "httpcodes_explained", "url": self.crumbs[0][1]}
        article = {
            "@type": "TechArticle",
            "@id": self.url,
            "headline": shorten(self.title, LONGEST_HEADLINE, placeholder="..."),
            "description": self.description,
            "url": self.url,
            "mainEntityOfPage": self.url,
            "keywords": ", ".join(self.keywords),
            "inLanguage": "en",
            "isAccessibleForFree": True,
            "author": publisher,
            "publisher": publisher,
            "isPartOf": {"@type": "WebSite", "name": SITE, "url": self.crumbs[0][1]},
        }
        return article if self.checked is None else {**article, "dateModified": self.checked}

    def _breadcrumbs(self) -> dict[str, Any]:
        places = (*self.crumbs, (self.title, self.url))
        items = [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(places, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}


def description_of(*texts: str) -> str:
    """Return as much of some texts as a search engine shows."""
    return shorten(plain(" ".join(texts)), LONGEST_DESCRIPTION, placeholder="...")


def keywords_of(record: StatusCode) -> tuple[str, ...]:
    """Return the words under which somebody looks for a record, each once."""
    number = "" if record.code is None else f"HTTP {record.code}"
    owner = "" if record.vendor.id == "iana" else record.vendor.name
    words = (number, f"{owner} {label_of(record)}".strip(), record.name, *record.aliases, owner, "HTTP status code")
    return tuple(dict.fromkeys(word for word in words if word))


def last_checked(records: Sequence[StatusCode]) -> str:
    """Return the last day on which a source of some records was read."""
    return max(source.checked for record in records for source in record.sources)


def head_of(record: StatusCode, *, url: str, crumbs: tuple[Crumb, ...]) -> Head:
    """Return the head of a record's page."""
    return Head(
        title=title_of(record),
        description=description_of(record.summary, record.meaning),
        keywords=keywords_of(record),
        url=url,
        crumbs=crumbs,
        checked=last_checked((record,)),
    )
