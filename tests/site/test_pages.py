"""The pages that are made out of the registry, and the files beside them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from httpcodes_explained import Registry, StatusCode
from tests.site.parsed import Page, pages_of

BASE = "https://httpcodes-explained.readthedocs.io/en/latest/"
TEXTS = ("summary", "meaning", "when_to_use", "example", "when_not_to_use", "causes", "client_steps", "operator_steps")
INHERITED = TEXTS[1:]

Pages = dict[str, Page]


@pytest.fixture(name="pages", scope="module")
def _pages(site: Path) -> Pages:
    return pages_of(site)


@pytest.fixture(name="records", scope="module")
def _records(registry: Registry) -> tuple[StatusCode, ...]:
    return registry.codes(subcodes=True)


@pytest.fixture(name="ours", scope="module")
def _ours(pages: Pages) -> Pages:
    """Return the pages that are made out of the registry."""
    return {address: page for address, page in pages.items() if page.data}


@pytest.fixture(name="addresses", scope="module")
def _addresses(records: tuple[StatusCode, ...]) -> dict[str, str]:
    """Return each record's address by its id, by the rule in its own words."""
    ids = Counter(record.id.lower() for record in records)
    return {
        record.id: record.id.replace(":", "/")
        if ids[record.id.lower()] == 1
        else record.slug.replace(f"{record.vendor.id}-", f"{record.vendor.id}/", 1)
        for record in records
    }


def numbers_of(registry: Registry) -> set[int]:
    """Return every number that is a status code to somebody."""
    return {record.code for record in registry.codes() if record.code is not None}


def place_of(address: str) -> str:
    """Return the path of a page on its host."""
    return f"/{address}/" if address else "/"


def as_shown(text: str) -> str:
    """Return a record's text as a page shows it."""
    return " ".join(text.replace("`", "").split())


def test_every_record_has_a_page(pages: Pages, records: tuple[StatusCode, ...], addresses: dict[str, str]) -> None:
    """It is at its short address, and names the record's id."""
    missing = [
        record.id
        for record in records
        if addresses[record.id] not in pages or f'explain("{record.id}")' not in pages[addresses[record.id]].text
    ]

    assert [] == missing


@pytest.mark.parametrize(
    "address", ["523", "404", "codes", "vendors", "cloudflare", "cloudflare/1020", "iis/404.13", "envoy/UF"]
)
def test_addresses_that_last(pages: Pages, address: str) -> None:
    """These were given out."""
    assert address in pages


def test_every_number_and_every_vendor_has_a_page(pages: Pages, registry: Registry) -> None:
    """Also where a number has several owners, and where a vendor has no code of its own."""
    expected = {str(number) for number in numbers_of(registry)} | {vendor.id for vendor in registry.vendors()}

    assert set() == expected - set(pages)


def test_pages_say_all_that_the_record_says(
    pages: Pages, registry: Registry, records: tuple[StatusCode, ...], addresses: dict[str, str]
) -> None:
    """Name, texts, steps, sources and their days; what a sub-code leaves empty comes from its status."""
    missing = []
    for record in records:
        explanation, shown = registry.explain(record.id), pages[addresses[record.id]].text
        texts = [record.name, *record.required_headers, *record.aliases, record.registry_entry or ""]
        texts += [] if record.vendor.id == "iana" else [record.vendor.name]
        for field in TEXTS:
            value = getattr(explanation, field)
            texts += [value] if isinstance(value, str) else value
        texts += [text for source in record.sources for text in (source.title, source.section, source.checked)]
        missing += [(record.id, text) for text in texts if as_shown(text) not in shown]

    assert [] == missing


def test_inherited_texts_are_said_to_be_so(
    pages: Pages, registry: Registry, records: tuple[StatusCode, ...], addresses: dict[str, str]
) -> None:
    """Once for each text that is the status's and not the sub-code's, and once for the caching."""
    wrong = []
    for record in records:
        explanation = registry.explain(record.id)
        inherited = [field for field in INHERITED if getattr(explanation, field) and not getattr(record, field)]
        has_status = explanation.parent is not None and bool(explanation.parent.wire)
        if pages[addresses[record.id]].text.count(", the status it comes with:") != len(inherited) + has_status:
            wrong.append(record.id)

    assert [] == wrong


def test_namesakes_are_linked(pages: Pages, registry: Registry, addresses: dict[str, str]) -> None:
    """A number's page, or its owner's where there is one alone, leads to every other owner and look-alike."""
    missing = []
    for record in registry.codes():
        address = addresses[record.id]
        targets = {urljoin(place_of(address), link) for link in pages[address].links}
        others = {other.id for other in registry.meanings(record.code)} | {*record.confused_with, *record.related}
        missing += [(record.id, other) for other in others - {record.id} if f"/{addresses[other]}/" not in targets]

    assert [] == missing


def test_a_number_with_several_owners_tells_them_apart(
    pages: Pages, registry: Registry, addresses: dict[str, str]
) -> None:
    """Each owner has its summary there, and a link to its own page."""
    for number in numbers_of(registry) - {record.code for record in registry.codes(vendor="iana")}:
        page, meanings = pages[str(number)], registry.meanings(number)
        targets = {urljoin(place_of(str(number)), link) for link in page.links}

        assert all(as_shown(record.summary) in page.text for record in meanings)
        assert len(meanings) == 1 or {f"/{addresses[record.id]}/" for record in meanings} <= targets


def test_vendor_pages_list_all_their_codes(pages: Pages, registry: Registry, addresses: dict[str, str]) -> None:
    """Status codes and sub-codes."""
    for vendor in registry.vendors():
        targets = {urljoin(place_of(vendor.id), link) for link in pages[vendor.id].links}

        assert {f"/{addresses[code.id]}/" for code in registry.codes(vendor=vendor, subcodes=True)} <= targets


def test_vendor_pages_say_what_responses_are_recognised_by(pages: Pages, registry: Registry, data: Path) -> None:
    """Each signature's evidence."""
    for vendor in registry.vendors():
        signatures = json.loads((data / f"{vendor.id}.json").read_text(encoding="utf-8")).get("signatures", ())
        marks = [mark["evidence"] for mark in signatures if mark["says"] in ("emitted", "carried")]

        assert [] == [mark for mark in marks if as_shown(mark) not in pages[vendor.id].text]


def test_unofficial_states_are_told_in_words(pages: Pages, addresses: dict[str, str], registry: Registry) -> None:
    """Not by colour alone."""
    words = {"cloudflare:523": "Unofficial", "404": "Official", "104": "Temporary registration", "306": "Reserved"}
    words |= {registry.codes(state=state)[0].id: state.capitalize() for state in ("retired", "unconfirmed")}

    assert all(word in pages[addresses[name]].text for name, word in words.items())


def test_every_internal_link_resolves(site: Path, pages: Pages) -> None:
    """Pages, files beside them, assets, and the sections that a link names."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = []
    for address, page in pages.items():
        for link in {*page.links, *page.assets, *(action for action, _ in page.forms)}:
            target = urlsplit(urljoin(place_of(address), link))
            if target.netloc:
                continue
            path = unquote(target.path).removeprefix("/")
            # What is searched for stands in a fragment as well.
            section = "" if target.fragment.startswith("q=") else unquote(target.fragment)
            there = path if path and not path.endswith("/") else f"{path}index.html"
            if there not in files or (section and section not in pages[path.rstrip("/")].ids):
                broken.append((address, link))

    assert [] == broken


def test_no_page_loads_anything_from_elsewhere(site: Path, pages: Pages) -> None:
    """Scripts, styles, images, icons; nor do the style sheets."""
    outside = [(address, asset) for address, page in pages.items() for asset in page.assets if urlsplit(asset).netloc]
    styles = [path.name for path in site.rglob("*.css") if re.search(r"url\([\"']?(https?:)?//", path.read_text())]

    assert ([], []) == (outside, styles)


def test_addresses_are_unique_ignoring_case(site: Path) -> None:
    """A file system or a server that ignores case serves the site as well."""
    counts = Counter(path.relative_to(site).as_posix().lower() for path in site.rglob("*"))

    assert [] == [name for name, count in counts.items() if count > 1]


def test_structured_data(ours: Pages) -> None:
    """Every page has an article with what schema.org and search engines want of it, and the way to it."""
    for page in ours.values():
        [data] = page.structured
        article, crumbs = data["@graph"]

        assert "https://schema.org" == data["@context"]
        assert ("TechArticle", "BreadcrumbList") == (article["@type"], crumbs["@type"])
        assert {"headline", "description", "url", "keywords", "author", "publisher", "inLanguage"} <= set(article)
        assert 0 < len(article["headline"]) <= 110
        assert article["description"]
        assert page.canonical == article["url"] == article["mainEntityOfPage"]
        assert {"Organization"} == {article[role]["@type"] for role in ("author", "publisher")}
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", article.get("dateModified", "2026-01-01"))
        items = crumbs["itemListElement"]
        assert list(range(1, len(items) + 1)) == [item["position"] for item in items]
        assert BASE == items[0]["item"]
        assert page.canonical == items[-1]["item"]
        assert all(item["@type"] == "ListItem" and item["name"] for item in items)


def test_heads(ours: Pages) -> None:
    """Title, description, keywords, and what a page looks like when its address is shared."""
    for page in ours.values():
        assert page.title
        assert 20 <= len(page.meta["description"]) <= 160
        assert page.meta["keywords"]
        assert page.meta["description"] == page.meta["og:description"]
        assert page.meta["og:title"] in page.title
        assert ("article", page.canonical) == (page.meta["og:type"], page.meta["og:url"])


def test_titles_and_descriptions_tell_pages_apart(ours: Pages) -> None:
    """No two lasting addresses have the same title."""
    titles = Counter(page.title for page in {page.canonical: page for page in ours.values()}.values())

    assert [] == [title for title, count in titles.items() if count > 1]


def test_headings_are_in_order(pages: Pages) -> None:
    """One of the first level, and none skips a level."""
    wrong = [
        address
        for address, page in pages.items()
        if [level for level, _ in page.headings].count(1) != 1
        or page.headings[0][0] != 1
        or any(after > before + 1 for (before, _), (after, _) in zip(page.headings, page.headings[1:], strict=False))
    ]

    assert [] == wrong


def test_every_page_leads_back_to_the_search(pages: Pages) -> None:
    """By a plain form, which works without JavaScript on any server."""
    for address, page in pages.items():
        assert ("/", {"q"}) in [(urljoin(place_of(address), action), fields) for action, fields in page.forms]


def test_the_sitemap_names_the_lasting_addresses(site: Path, pages: Pages) -> None:
    """Each is a page, and each page's lasting address is there."""
    tree = ET.parse(site / "sitemap.xml")
    named = [location.text or "" for location in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    assert {page.canonical for page in pages.values()} == set(named)
    assert len(named) == len(set(named))
    assert {url.removeprefix(BASE).rstrip("/") for url in named} <= set(pages)


def test_a_page_is_its_own_lasting_address(pages: Pages, registry: Registry) -> None:
    """But for a number that one vendor alone uses: there the vendor's page is."""
    elsewhere = {address for address, page in pages.items() if page.canonical != urljoin(BASE, place_of(address)[1:])}
    alone = {str(code.code) for code in registry.codes() if len(registry.meanings(code.code)) == 1}

    assert alone - {record.id for record in registry.codes(vendor="iana")} == elsewhere


def test_data_beside_each_page(site: Path, registry: Registry, addresses: dict[str, str]) -> None:
    """A record's is what `to_dict` gives; a number's names its other owners as well."""
    for record in registry.codes(subcodes=True):
        data = json.loads((site / f"{addresses[record.id]}.json").read_text(encoding="utf-8"))
        data.pop("alternatives", None)

        assert record.to_dict() == data
    for number in numbers_of(registry):
        first, *others = registry.meanings(number)
        data = json.loads((site / f"{number}.json").read_text(encoding="utf-8"))

        assert {**first.to_dict(), "alternatives": [other.id for other in others]} == data


def test_all_data_in_one_file(site: Path, registry: Registry, data: Path) -> None:
    """Records, vendors, and the schema that the library ships."""
    codes = json.loads((site / "codes.json").read_text(encoding="utf-8"))
    vendors = json.loads((site / "vendors.json").read_text(encoding="utf-8"))

    assert [record.to_dict() for record in registry.codes(subcodes=True)] == codes
    assert [vendor.id for vendor in registry.vendors()] == [vendor["id"] for vendor in vendors]
    assert (data / "schema.json").read_bytes() == (site / "schema.json").read_bytes()


def test_what_robots_read(site: Path, pages: Pages) -> None:
    """The sitemap is named, and whatever llms.txt names is there."""
    named = re.findall(rf"\({re.escape(BASE)}([^)]*)\)", (site / "llms.txt").read_text(encoding="utf-8"))

    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    assert len(named) > 5
    assert all(name.rstrip("/") in pages if name.endswith("/") else (site / name).is_file() for name in named)


def test_the_page_for_no_page(site: Path, pages: Pages) -> None:
    """It may be shown at any depth, so its links begin at the root of the host."""
    page = Page((site / "404.html").read_text(encoding="utf-8"))
    root = urlsplit(BASE).path

    assert [f"{root}_static/icon.svg"] == page.assets
    assert [(root, {"q"})] == page.forms
    assert all(link.startswith(root) and link.removeprefix(root).rstrip("/") in pages for link in page.links)
