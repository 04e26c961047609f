"""The pages of the built site, parsed as far as the tests look at them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ASSET_RELATIONS = {"stylesheet", "preload", "icon", "shortcut icon", "modulepreload", "prefetch", "preconnect"}


class Page(HTMLParser):
    """What one page says, where it leads, and what it loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        """What the reader may follow."""
        self.assets: list[str] = []
        """What the browser loads by itself."""
        self.ids: set[str] = set()
        self.meta: dict[str, str] = {}
        self.canonical: str | None = None
        self.headings: list[tuple[int, str]] = []
        self.title = ""
        self.data: list[str] = []
        """The structured data, as text."""
        self.forms: list[tuple[str, set[str]]] = []
        """Where each form leads, and the names of its fields."""
        self._in_form = False
        self._article: list[str] = []
        self._in: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """What stands in the article, with single spaces."""
        return " ".join("".join(self._article).split())

    @property
    def structured(self) -> list[Any]:
        """The structured data, parsed."""
        return [json.loads(text) for text in self.data]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        self._note_address(tag, values)
        if tag == "meta":
            self.meta[values.get("name", values.get("property", ""))] = values.get("content", "")
        elif tag == "form":
            self.forms.append((values["action"], set()))
            self._in_form = True
        elif tag == "input" and self._in_form:
            self.forms[-1][1].add(values.get("name", ""))
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((int(tag[1]), ""))
            self._in.append(tag)
        elif tag in ("article", "title", "script"):
            self._in.append("json" if values.get("type") == "application/ld+json" else tag)

    def _note_address(self, tag: str, values: dict[str, str]) -> None:
        if "src" in values:
            self.assets.append(values["src"])
        elif tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link" and values["rel"] in ASSET_RELATIONS:
            self.assets.append(values["href"])
        elif tag == "link" and values["rel"] == "canonical":
            self.canonical = values["href"]
        elif tag == "link":
            self.links.append(values["href"])

    def handle_endtag(self, tag: str) -> None:
        """Leave what `handle_starttag` entered."""
        if tag == "form":
            self._in_form = False
        if self._in and tag == ("script" if self._in[-1] == "json" else self._in[-1]):
            self._in.pop()

    def handle_data(self, data: str) -> None:
        """Keep text by where it stands."""
        place = self._in[-1] if self._in else ""
        if place == "title":
            self.title += data
        elif place == "json":
            self.data.append(data)
        elif place.startswith("h"):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)
        if "article" in self._in and place != "script":
            self._article.append(data)


def pages_of(site: Path) -> dict[str, Page]:
    """Return every page by its address; the front page's is empty."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix("."): Page(path.read_text(encoding="utf-8"))
        for path in site.rglob("index.html")
    }
