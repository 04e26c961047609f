"""The files beside the pages: JSON, the sitemap, and what robots read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape

import attrs

from httpcodes_explained import StatusCode, Vendor
from pages import DATA, Pages

SCHEMAS = (DATA / "schema.json", DATA.parent / "share" / "explanation.schema.json")


def files_of(pages: Pages, urls: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the content of every file; `urls` are the addresses of all pages."""
    yield from _json_files(pages)
    for schema in SCHEMAS:
        yield schema.name, schema.read_text(encoding="utf-8")
    yield "sitemap.xml", _sitemap(urls)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {pages.base}sitemap.xml\n"
    yield "llms.txt", _llms(pages)
    yield "404.html", pages.not_found()


def _json_files(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield the data of each page, and all of it."""
    for number in pages.numbers():
        yield f"{number}.json", _json(_number(pages.registry.meanings(number)))
    for record in pages.records:
        if record.vendor.id != "iana":
            yield f"{pages.address_of(record)}.json", _json(record.to_dict())
    for vendor in pages.registry.vendors():
        records = pages.registry.codes(vendor=vendor, subcodes=True)
        yield f"{vendor.id}.json", _json({**_vendor(vendor), "codes": [record.id for record in records]})
    yield "codes.json", _json([record.to_dict() for record in pages.records])
    yield "vendors.json", _json([_vendor(vendor) for vendor in pages.registry.vendors()])


def _number(meanings: tuple[StatusCode, ...]) -> dict[str, Any]:
    """Return what a bare number means: its likeliest record, and the ids of the others."""
    likeliest, *others = meanings
    return {**likeliest.to_dict(), "alternatives": [record.id for record in others]}


def _vendor(vendor: Vendor) -> dict[str, Any]:
    return attrs.asdict(vendor)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _sitemap(urls: Iterable[str]) -> str:
    entries = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in sorted(urls))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def _llms(pages: Pages) -> str:
    base = pages.base
    return f"""# HTTP status codes, explained

> What an HTTP status code, a vendor's code or a vendor's sub-code means, who sends it, what to do next, whether to
> repeat the request, and where that is written.
> {len(pages.records)} records of {len(pages.registry.vendors())} vendors.

Every page has its data beside it: put `.json` in place of the last slash.

- [404]({base}404/), a registered status code, and [its data]({base}404.json)
- [523]({base}523/), a number that is not registered: where it has several owners, its page tells them apart
- [Cloudflare 1020]({base}cloudflare/1020/), a vendor's sub-code, and [its data]({base}cloudflare/1020.json)
- [Cloudflare]({base}cloudflare/), all codes of one vendor, and what its responses are recognised by
- [All status codes]({base}codes/), and [all records as JSON]({base}codes.json)
- [All vendors]({base}vendors/), and [the list as JSON]({base}vendors.json)
- [The JSON Schema of the data files]({base}schema.json)
"""
