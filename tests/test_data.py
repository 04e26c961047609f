"""Every record of every data file."""

from __future__ import annotations

import csv
import itertools
import json
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import httpcodes_explained
from httpcodes_explained import Registry, SeenIn, State, StatusCode
from httpcodes_explained._data import normal_name, text_of
from httpcodes_explained._index import build_indexes
from tests import regenerate

RECORDS = Registry.default().codes(subcodes=True)
assert RECORDS, "the registry is empty"
STATUSES = [record for record in RECORDS if record.subcode is None]

# Characters; from the best entries. Longer ones tire the reader and the wheel.
BOUNDS = {
    "summary": (20, 120),
    "user_message": (15, 150),
    "meaning": (110, 620),
    "when_to_use": (70, 460),
    "example": (90, 560),
    "when_not_to_use": (60, 460),
}
# The numbers that the web's lists repeat; each has a record, whoever owns it or nobody does.
NUMBERS_IN_USE = {
    *(218, 419, 420, 430, 440, 444, 449, 450, 460, 463, 464, *range(494, 500), 509, *range(520, 528)),
    *(529, 530, 540, 561, 598, 599, 783, 999),
}

IDS = {record.id for record in RECORDS}
REGISTERED = {record.id for record in Registry.default().codes(vendor="iana")}


def each(records: Iterable[StatusCode]) -> Callable[[Callable[[StatusCode], None]], Callable[[], None]]:
    """Make a check of one record a test of all that names every one that fails; thousands of tests take minutes."""

    def decorate(check: Callable[[StatusCode], None]) -> Callable[[], None]:
        def test() -> None:
            problems: list[str] = []
            for record in records:
                try:
                    check(record)
                except AssertionError as error:  # the next record is to be checked as well
                    problems.append(f"{record.id}: {error}")
            assert not problems, "\n".join(problems)

        test.__doc__ = check.__doc__
        return test

    return decorate


each_record, each_status = each(RECORDS), each(STATUSES)


def files() -> list[Path]:
    """Return the vendors' data files."""
    found = sorted(
        path for path in (regenerate.PACKAGE / "data").glob("*.json") if path.stem != "schema" and path.stem[0] != "_"
    )
    assert found, "there are no data files"
    return found


def snapshot() -> list[dict[str, str]]:
    """Return the rows of IANA's registry."""
    with (Path(__file__).parent / "data" / "iana-http-status-codes.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_file_keeps_the_schema(path: Path, data: Path) -> None:
    """Each file is valid by the published JSON Schema, and is named after its vendor."""
    schema = json.loads((data / "schema.json").read_bytes())
    raw = json.loads(path.read_bytes())

    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(raw)]
    assert path.stem == raw["vendor"]["id"]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_file_is_in_normal_form(path: Path) -> None:
    """A file is laid out with a tab for each level, ids first: one entry can be decoded out of it alone."""
    text = path.read_text(encoding="utf-8")
    raw = json.loads(text)

    assert text == text_of(raw)
    assert all(next(iter(entry)) == "id" for entry in [*raw.get("codes", []), *raw.get("subcodes", [])])


def test_schema_and_checks_name_the_same_keys(data: Path) -> None:
    """The JSON Schema, the checks and the record know the same fields."""
    schema = json.loads((data / "schema.json").read_bytes())["$defs"]
    from httpcodes_explained import _check

    assert set(schema["entry"]["properties"]) == set(_check._FIELDS)
    assert set(schema["vendor"]["properties"]) == set(_check._VENDOR_FIELDS)
    assert set(schema["source"]["properties"]) == set(_check._SOURCE_FIELDS)
    record_fields = set(StatusCode.__annotations__)
    assert set(_check._FIELDS) == record_fields - {"vendor"}


def test_the_registry_is_ianas_row_for_row() -> None:
    """Every row of IANA's registry is a record with that description, and there are no others."""
    expected = {row["Value"]: row["Description"].partition(" (TEMPORARY")[0] for row in snapshot()}
    ours = Registry.default().codes(vendor="iana")

    assert 64 == len(expected)
    assert {row["Value"]: row["Description"] for row in snapshot()} == {r.id: r.registry_entry for r in ours}
    for record in ours:
        words = expected[record.id].removesuffix(" (OBSOLETED)")
        assert words in (record.name, "(Unused)"), record.id


def test_states_follow_the_registry() -> None:
    """What the registry brackets behind a name is the record's state, not part of its name."""
    by_state = {
        state: {record.id for record in Registry.default().codes(vendor="iana", state=state)} for state in State
    }

    assert {"306", "418"} == by_state[State.UNUSED]
    assert {"510"} == by_state[State.OBSOLETED]
    assert {"104"} == by_state[State.TEMPORARY]
    assert "2026-11-13" == Registry.default().lookup(104).expires
    assert 60 == len(by_state[State.ASSIGNED])


@pytest.mark.parametrize("status", HTTPStatus, ids=int)
def test_the_standard_librarys_phrase_is_a_name(status: HTTPStatus) -> None:
    """The phrase that any Python has is, case aside, the record's name or one of its aliases."""
    record = Registry.default().lookup(int(status))

    assert status.phrase.lower() in {name.lower() for name in (record.name, *record.aliases)}


def test_every_number_in_use_has_a_record() -> None:
    """Each of the numbers that lists repeat is explained by its owners, or as nobody's."""
    assert set() == {number for number in NUMBERS_IN_USE if not httpcodes_explained.meanings(number)}


def test_heuristically_cacheable_codes() -> None:
    """The codes are those of RFC 9110 section 15.1, and 451 by RFC 7725 section 3."""
    ours = {record.code for record in RECORDS if record.cacheable and record.vendor.id == "iana"}

    assert {200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501} == ours - {451}


def test_codes_that_a_cache_must_not_store() -> None:
    """RFC 6585 forbids to store 428, 429, 431 and 511; a cache stores no interim response."""
    ours = {record.id for record in Registry.default().codes(vendor="iana") if not record.storable}

    assert {"428", "429", "431", "511"} <= ours
    assert {"100", "101", "102", "103", "104"} <= ours


def _seen_by_a_cache(record: StatusCode) -> int | None:
    """Return the status that arrives: the code itself, unless the wire has others alone."""
    return record.code if record.code in record.wire else next(iter(record.wire), record.code)


def test_what_a_cache_may_do_follows_the_status() -> None:
    """
    A vendor that answers a registered number, or rides on one, changes nothing of what HTTP lets caches do.

    A cache goes by the status that it sees: errors of a login may come as a redirect.
    """
    registered = {record.code: record for record in RECORDS if record.vendor.id == "iana"}
    seen = [(record, registered[_seen_by_a_cache(record)]) for record in RECORDS if record.code in registered]

    wrong = [
        record.id
        for record, status in seen
        if (record.cacheable, record.storable) != (status.cacheable, status.storable)
    ]

    assert [] == wrong


def test_required_header_fields() -> None:
    """The fields that RFC 9110 has a MUST for."""
    fields = {record.id: record.required_headers for record in Registry.default().codes(vendor="iana")}

    assert ("WWW-Authenticate",) == fields["401"]
    assert ("Allow",) == fields["405"]
    assert ("Proxy-Authenticate",) == fields["407"]
    assert "Upgrade" in fields["426"]


def test_codes_without_content() -> None:
    """RFC 9110: 1xx, 204 and 304 end with the header section; 205 carries no content."""
    without = {record.code for record in Registry.default().codes(vendor="iana") if not record.has_content}

    assert {100, 101, 102, 103, 104, 204, 205, 304} == without
    for record in Registry.default().codes(subcodes=True):
        assert not (record.wire and record.has_content and without.issuperset(record.wire)), record.id


@each_status
def test_status_code_fills_every_text(record: StatusCode) -> None:
    """A status code leaves no text empty, and none too short to say something or too long to read."""
    for field, (least, most) in BOUNDS.items():
        assert least <= len(getattr(record, field)) <= most, field
    # Where the vendor names one cause, a second would be a guess.
    for field, least in (("causes", 1), ("client_steps", 2), ("operator_steps", 2)):
        assert least <= len(getattr(record, field)) <= 5, field
        assert all(10 <= len(item) <= 240 for item in getattr(record, field)), field
    assert record.seen_in


@each_record
def test_summary_is_one_sentence(record: StatusCode) -> None:
    """A summary is one sentence with a full stop, and does not only restate the name."""
    assert re.fullmatch(r"[^\n]{19,119}\.", record.summary)
    assert not re.search(r"[.!?] [A-Z]", record.summary)
    assert record.summary.rstrip(".").lower() != record.name.lower()


@each_record
def test_sources(record: StatusCode) -> None:
    """Each source has an https address, a section, and a day that has been; one is primary, or the record says so."""
    assert record.sources
    for source in record.sources:
        assert source.url.startswith("https://")
        assert source.section
        assert date(2026, 11, 1) <= date.fromisoformat(source.checked)
    if not any(source.primary for source in record.sources):
        assert "no primary source" in record.meaning.lower()
        assert record.state is State.UNCONFIRMED


@each_record
def test_references(record: StatusCode) -> None:
    """Ids that a record names exist, and are not its own; its namesakes are among what it is confused with."""
    assert {*record.confused_with, *record.related} <= IDS - {record.id}
    # A vendor's own words on a registered status are no other meaning of it.
    if record.subcode is None and record.code is not None and str(record.code) not in REGISTERED:
        namesakes = {other.id for other in httpcodes_explained.meanings(record.code)} - {record.id}
        assert namesakes <= set(record.confused_with)


@each_record
def test_what_is_seen_fits(record: StatusCode) -> None:
    """A code that no status line shows is not seen on the wire; what is sent has a status line."""
    if not record.wire:
        assert SeenIn.WIRE not in record.seen_in
    assert record.log_level in (20, 30, 40)


@each_record
def test_texts_are_plain(record: StatusCode) -> None:
    """Texts hold no control character, no typographic dash or quote, and no filler."""
    texts = [value for value in record.to_dict().values() if isinstance(value, str)]
    texts += [*record.causes, *record.client_steps, *record.operator_steps]
    for text in texts:
        assert text.isprintable()
        assert not re.search("[‐-‧“”’…\xa0]", text)
        assert not re.search(r"(status|this) code indicates|please note|it is important to", text, re.IGNORECASE)


@pytest.mark.parametrize("field", ["id", "slug", "summary", "meaning", "example", "when_to_use", "causes"])
def test_no_two_records_share(field: str) -> None:
    """No two records share an id, nor, case aside, a slug or a text."""
    values = [getattr(record, field) for record in RECORDS if getattr(record, field)]
    flat = [item for value in values for item in ((value,) if isinstance(value, str) else value)]
    # HAProxy's states differ by case alone.
    flat = flat if field == "id" else [item.lower() for item in flat]

    assert [] == [value for value, group in itertools.groupby(sorted(flat)) if len(list(group)) > 1]


def test_a_message_stands_on_the_more_exact_record() -> None:
    """What is printed with a sub-code is no alias of the status that the sub-code rides on as well."""
    of_subcodes = {
        (record.vendor, record.code, normal_name(text))
        for record in RECORDS
        if record.subcode is not None
        for text in (record.name, record.subcode, *record.aliases)
    }
    of_statuses = [
        (record.vendor, record.code, normal_name(text))
        for record in RECORDS
        if record.subcode is None
        for text in record.aliases
    ]

    assert [] == [name for name in of_statuses if name in of_subcodes]


def test_generated_files_equal_the_data(data: Path) -> None:
    """The committed indexes and enums are what `python -m tests.regenerate` writes."""
    rendered = regenerate.read_files(data)

    for name, text in build_indexes(rendered.values()).items():
        assert (data / name).read_text(encoding="utf-8") == text
    assert (data.parent / "enums.py").read_text(encoding="utf-8") == regenerate.render_enums(rendered)


def test_installed_data_are_the_repositorys(data: Path) -> None:
    """The package under test holds the same data files as the repository: none was left out of the wheel."""
    installed = Path(sys.modules["httpcodes_explained"].__file__ or "").parent / "data"

    assert {p.name: p.read_bytes() for p in data.iterdir()} == {p.name: p.read_bytes() for p in installed.iterdir()}
