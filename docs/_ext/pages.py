"""The pages that are made out of the registry: which there are, and what stands in each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import jinja2
from markupsafe import Markup

import httpcodes_explained
import words
from addresses import addresses_of
from httpcodes_explained import Explanation, Registry, StatusClass, StatusCode, Vendor
from metadata import Crumb, Head, description_of, head_of, last_checked

DATA = Path(httpcodes_explained.__file__).parent / "data"
TEMPLATES = Path(__file__).parent.parent / "_templates" / "registry"

NEEDED_FIRST = (
    ("meaning", "Meaning"),
    ("causes", "Causes"),
    ("client_steps", "What the client does"),
    ("operator_steps", "What the operator does"),
)
FOR_SENDERS = (
    ("when_to_use", "When to use"),
    ("example", "Example"),
    ("when_not_to_use", "When not to use"),
)

Mark = Mapping[str, Any]
"""One signature of a data file."""

Relative = Callable[[str, str], str]
"""Return the link from one page to another, both named by their addresses."""


@attrs.frozen(kw_only=True)
class Page:
    """One page of the site."""

    address: str
    head: Head
    body: Markup
    contents: Markup
    """The list of its sections."""


@attrs.frozen(kw_only=True)
class Text:
    """One text of a record, as a section of its page."""

    heading: str
    content: str | tuple[str, ...]
    inherited: bool
    """Whether it is the text of the status on which a sub-code rides."""


class Pages:
    """All pages of a registry."""

    def __init__(self, registry: Registry, base: str, relative: Relative) -> None:
        """Take the site's own address, and what makes links."""
        self.registry = registry
        self.records = registry.codes(subcodes=True)
        self._addresses = addresses_of(self.records)
        self.base = base
        self._relative = relative
        self._marks = {vendor.id: _marks_of(vendor) for vendor in registry.vendors()}
        self._templates = jinja2.Environment(
            autoescape=True,
            loader=jinja2.FileSystemLoader(TEMPLATES),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        recognised = {vendor for vendor, marks in self._marks.items() if marks}
        self._templates.globals.update(words=words, recognised=recognised)
        self._templates.filters.update(html=words.html_of)

    def __iter__(self) -> Iterator[Page]:
        """Yield every page."""
        yield self._classes_page()
        yield self._vendors_page()
        for vendor in self.registry.vendors():
            yield self._vendor_page(vendor)
        for number in self.numbers():
            if str(number) not in self._addresses:
                yield self._number_page(number)
        for record in self.records:
            yield self._record_page(record, self.address_of(record))

    def numbers(self) -> tuple[int, ...]:
        """Return every number that is a status code to somebody, ascending."""
        return tuple(dict.fromkeys(record.code for record in self._statuses() if record.code is not None))

    def url_of(self, address: str) -> str:
        """Return the whole address of a page."""
        return f"{self.base}{address}/"

    def address_of(self, record: StatusCode) -> str:
        """Return the address of a record's page; that of its number where nobody's record it is."""
        return self._addresses.get(record.id, record.id)

    def not_found(self) -> str:
        """Return the whole page that a server shows where there is none; it may be shown at any depth."""
        return self._templates.get_template("404.html").render(base=urlsplit(self.base).path)

    # --- one record ----------------------------------------------------------------------------------

    def _record_page(self, record: StatusCode, address: str) -> Page:
        explanation = self.registry.explain(record.id)
        head = head_of(record, url=self.url_of(self.address_of(record)), crumbs=self._crumbs_above(record))
        return self._page(
            "record.html",
            address,
            head,
            record=record,
            parent=explanation.parent,
            needed_first=_texts(explanation, NEEDED_FIRST),
            for_senders=_texts(explanation, FOR_SENDERS),
            typical_emitters=explanation.typical_emitters,
            confused_with=[self.registry.record(name) for name in record.confused_with],
            related=[self.registry.record(name) for name in record.related if name not in record.confused_with],
            namesakes=self._namesakes(record),
            riders=self._riders(record),
        )

    def _crumbs_above(self, record: StatusCode) -> tuple[Crumb, ...]:
        if record.vendor.id == "iana":
            return self._crumbs(("Status codes", "codes"))
        return self._crumbs(("Vendors", "vendors"), (record.vendor.name, record.vendor.id))

    def _namesakes(self, record: StatusCode) -> list[StatusCode]:
        """Return the other owners of a number or of a sub-code, apart from those it is confused with."""
        if record.coined:
            return []
        if record.subcode is None:
            sharing: Iterable[StatusCode] = self.registry.meanings(record.code)
        else:
            sharing = (other for other in self.records if not other.coined and _same_subcode(other, record))
        return [other for other in sharing if other.id not in (record.id, *record.confused_with)]

    def _riders(self, record: StatusCode) -> list[tuple[Vendor, list[StatusCode]]]:
        """Return the sub-codes that ride on a status, by vendor; those of its own vendor where it has one."""
        found = [
            other
            for other in self.records
            if record.subcode is None
            and other.subcode is not None
            and other.code == record.code
            and record.vendor.id in ("iana", other.vendor.id)
        ]
        return [(vendor, list(group)) for vendor, group in groupby(found, key=lambda other: other.vendor)]

    # --- pages over several records ------------------------------------------------------------------

    def _number_page(self, number: int) -> Page:
        """Return the page of a number that is not registered: it tells its owners apart, or is its one owner's."""
        meanings = self.registry.meanings(number)
        if len(meanings) == 1:
            return self._record_page(meanings[0], str(number))
        owners = ", ".join(record.vendor.name for record in meanings)
        head = Head(
            title=f"{number}: {len(meanings)} meanings",
            description=description_of(f"{number} is no registered status code; {len(meanings)} use it: {owners}."),
            keywords=(f"HTTP {number}", *(f"{record.vendor.name} {number}" for record in meanings), "HTTP status code"),
            url=self.url_of(str(number)),
            crumbs=self._crumbs(("Status codes", "codes")),
            checked=last_checked(meanings),
        )
        return self._page("number.html", str(number), head, number=number, meanings=meanings)

    def _vendor_page(self, vendor: Vendor) -> Page:
        records = self.registry.codes(vendor=vendor, subcodes=True)
        subcodes = sorted((record for record in records if record.subcode is not None), key=_table_of)
        head = Head(
            title=f"{vendor.name}: status codes and sub-codes",
            description=description_of(f"Every code of {vendor.name}, what it means and what to do next."),
            keywords=(vendor.name, f"{vendor.name} error codes", f"{vendor.name} status codes", "HTTP status code"),
            url=self.url_of(vendor.id),
            crumbs=self._crumbs(("Vendors", "vendors")),
            checked=last_checked(records) if records else None,
        )
        marks = self._marks[vendor.id]
        return self._page(
            "vendor.html",
            vendor.id,
            head,
            vendor=vendor,
            made=[mark for mark in marks if mark["says"] == "emitted"],
            relayed=[mark for mark in marks if mark["says"] == "carried"],
            statuses=[record for record in records if record.subcode is None],
            tables=[(table, list(group)) for table, group in groupby(subcodes, key=_table_of)],
            over=[self.registry.vendor(name) for name in vendor.over],
        )

    def _vendors_page(self) -> Page:
        vendors = sorted(self.registry.vendors(), key=lambda vendor: (words.KINDS[vendor.kind], vendor.name.lower()))
        head = Head(
            title="Vendors",
            description=f"The {len(vendors)} products whose status codes and sub-codes are explained here, by kind.",
            keywords=("HTTP status code", "vendor", "error codes"),
            url=self.url_of("vendors"),
            crumbs=self._crumbs(),
        )
        kinds = [(words.KINDS[kind], list(group)) for kind, group in groupby(vendors, key=lambda vendor: vendor.kind)]
        return self._page("vendors.html", "vendors", head, kinds=kinds, counts=self._counts())

    def _classes_page(self) -> Page:
        head = Head(
            title="All HTTP status codes",
            description="Every HTTP status code by class: those of IANA's registry, and those that vendors made up.",
            keywords=("HTTP status codes", "list of HTTP status codes", "unofficial HTTP status codes"),
            url=self.url_of("codes"),
            crumbs=self._crumbs(),
        )
        rows = [(number, self.registry.meanings(number)) for number in self.numbers()]
        classes = [(kind, list(group)) for kind, group in groupby(rows, key=lambda row: StatusClass.of(row[0]))]
        return self._page("codes.html", "codes", head, classes=classes)

    def _counts(self) -> dict[str, tuple[int, int]]:
        """Return how many status codes and how many sub-codes each vendor has."""
        counts = {vendor.id: (0, 0) for vendor in self.registry.vendors()}
        for record in self.records:
            statuses, subcodes = counts[record.vendor.id]
            is_status = record.subcode is None
            counts[record.vendor.id] = (statuses + is_status, subcodes + (not is_status))
        return counts

    # --- what all pages share ------------------------------------------------------------------------

    def _statuses(self) -> Iterator[StatusCode]:
        return (record for record in self.records if record.subcode is None)

    def _crumbs(self, *places: tuple[str, str]) -> tuple[Crumb, ...]:
        return (("Search", self.base), *((name, self.url_of(address)) for name, address in places))

    def _page(self, template: str, address: str, head: Head, **context: Any) -> Page:
        def link(target: str) -> str:
            return self._relative(address, target)

        def link_to(record: StatusCode) -> str:
            return link(self.address_of(record))

        def crumb_link(url: str) -> str:
            return link(url.removeprefix(self.base).rstrip("/") or "index")

        def file(name: str) -> str:
            return f"{link('index')}{name}"

        html = self._templates.get_template(template).render(
            head=head,
            address=address,
            address_of=self.address_of,
            link=link,
            link_to=link_to,
            crumb_link=crumb_link,
            file=file,
            **context,
        )
        return Page(address=address, head=head, body=Markup(html), contents=_contents(html))  # noqa: S704 (it escapes)


def _texts(explanation: Explanation, fields: Iterable[tuple[str, str]]) -> list[Text]:
    """Return those of some texts that an explanation has, the status's where a sub-code leaves its own empty."""
    return [
        Text(
            heading=heading,
            content=getattr(explanation, field),
            inherited=not getattr(explanation.record, field),
        )
        for field, heading in fields
        if getattr(explanation, field)
    ]


def _marks_of(vendor: Vendor) -> list[Mark]:
    """Return what names a vendor in a response, as its data file says it; what only bears a sub-code does not."""
    raw: Mapping[str, list[Mark]] = json.loads((DATA / f"{vendor.id}.json").read_text(encoding="utf-8"))
    return [mark for mark in raw.get("signatures", ()) if mark["says"] != "subcode"]


def _same_subcode(one: StatusCode, other: StatusCode) -> bool:
    return str(one.subcode).casefold() == str(other.subcode).casefold()


def _table_of(record: StatusCode) -> str:
    return record.table or ""


def _contents(html: str) -> Markup:
    """Return the list of a page's sections below its title, as the theme shows it beside the page."""
    sections = re.findall(r'<h2 id="([^"]+)">(.+?)</h2>', html)
    items = "".join(f'<li><a class="reference internal" href="#{anchor}">{text}</a></li>' for anchor, text in sections)
    top = f'<ul><li><a class="reference internal" href="#">Top</a><ul>{items}</ul></li></ul>'
    return Markup(top if items else "")  # noqa: S704 (the headings are HTML already)
