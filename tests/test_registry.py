"""Look-ups over the whole registry, and registries of one's own."""

from __future__ import annotations

import json
import pickle
import threading
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest

import httpcodes_explained
from httpcodes_explained import (
    DataError,
    Registry,
    State,
    StatusClass,
    UnknownCodeError,
    codes,
    lookup,
    meanings,
    vendors,
)
from httpcodes_explained._data import entries_of, entry_in
from tests.acme import IDENTITY, SOURCE

# What a sub-code must say of itself.
CHARACTER = {"fault": "client", "retry_advice": "never"}


def entry(**changes: Any) -> dict[str, Any]:
    """Return a sound entry, changed."""
    sound = {
        "id": "acme:599",
        "code": 599,
        "name": "Gate Is Shut",
        "summary": "The gate was shut.",
        "meaning": "The gate closes at eight.",
        "sources": [SOURCE],
    }
    return {key: value for key, value in {**sound, **changes}.items() if value is not ...}


def file(*entries: Any, **identity: Any) -> dict[str, Any]:
    """Return a vendor's file."""
    return {"vendor": {**IDENTITY, **identity}, "codes": list(entries)}


def test_meanings_of_a_number() -> None:
    """The registered meaning is first, then the likeliest owner; sub-codes are not among them."""
    assert ["226"] == [record.id for record in meanings(226)]
    assert "404" == meanings(404)[0].id
    assert "aws-s3:404" in {record.id for record in meanings(404)[1:]}
    assert "418" == meanings(418)[0].id
    assert ["cloudflare:523", "edgeone:523"] == [record.id for record in meanings("523")]
    assert "nginx:499" == meanings(499)[0].id
    assert {"esri:499", "nginx:499"} < {record.id for record in meanings(499)}
    assert "anthropic:529" == meanings(529)[0].id
    assert () == meanings(471)
    assert () == meanings(1020)
    with pytest.raises(TypeError, match="as a number"):
        meanings("Not Found")


def test_retired_owners_come_last() -> None:
    """Who no longer sends a number, and whom nobody saw send it, stand behind those who do."""
    for number in range(100, 1000):
        sunk = [record.state in (State.RETIRED, State.UNCONFIRMED) for record in meanings(number)]
        assert sunk == sorted(sunk)


def test_codes_are_filtered_and_ordered() -> None:
    """Each filter holds for all that it returns, and the order is code, registered first, vendor."""
    everything = codes(subcodes=True)

    assert set(everything) > set(codes(official=True))
    assert all(record.vendor.id == "nginx" for record in codes(vendor="nginx"))
    assert {StatusClass.CLIENT_ERROR} == {record.status_class for record in codes(status_class="4xx")}
    assert {State.UNUSED} == {record.state for record in codes(state=State.UNUSED)}
    assert all(not record.is_official for record in codes(official=False))
    assert 61 == len(codes(official=True))
    keys = [(record.code or 1000, record.vendor.id != "iana", record.vendor.id) for record in everything]
    assert keys == sorted(keys)


def test_codes_refuses_words_that_it_does_not_know() -> None:
    """A vendor, class or state that does not exist is an error, not an empty answer."""
    with pytest.raises(UnknownCodeError, match="nginx"):
        codes(vendor="ngimx")
    with pytest.raises(ValueError, match="'7xx' is none of"):
        codes(status_class="7xx")
    with pytest.raises(ValueError, match="'gone' is none of"):
        codes(state="gone")


def test_vendors() -> None:
    """Vendors are ordered by id, and print as their names."""
    names = [vendor.id for vendor in vendors()]

    assert names == sorted(names)
    assert {"iana", "cloudflare", "nginx", "aws-alb"} <= set(names)
    assert "Cloudflare" == str(Registry.default().vendor("cloudflare"))


def test_every_record_is_found_by_its_id(registry: Registry) -> None:
    """lookup() of an id gives the record, and the same object each time, in any case where case tells nothing."""
    lowered = Counter(record.id.lower() for record in codes(subcodes=True))
    for record in codes(subcodes=True):
        assert record is lookup(record.id)
        assert lowered[record.id.lower()] > 1 or record is lookup(record.id.upper())
        if record.subcode is None:
            assert record in meanings(record.code)
            assert record.id in str(Registry.default().get(record.id)) or record.name in str(record)


def test_get_returns_the_default() -> None:
    """get() gives None or the default for what lookup() raises."""
    assert httpcodes_explained.get(471) is None
    assert "?" == httpcodes_explained.get("nothing like it", "?")
    assert lookup(404) is httpcodes_explained.get(404)


def test_a_record_that_is_not_there(registry: Registry) -> None:
    """record() takes exact ids only."""
    with pytest.raises(KeyError):
        registry.record("404x")


@pytest.mark.parametrize("block", [1, 13, 64, 65536])
def test_an_entry_is_read_alone(block: int, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    """Wherever the blocks that are read begin and end, the entry is found and parsed, and nothing behind it is read."""
    monkeypatch.setattr("httpcodes_explained._data._BLOCK", block)
    path = data / "tornado.json"
    parsed = json.loads(path.read_bytes())
    for expected in entries_of(parsed):
        assert expected == entry_in(BytesIO(path.read_bytes()), expected["id"])
    with (data / "iana.json").open("rb") as opened:
        assert "Continue" == (entry_in(opened, "100") or {})["name"]
        assert opened.tell() < 8192 + block
    assert entry_in(BytesIO(path.read_bytes()), "tornado:5") is None


def test_records_are_frozen_values() -> None:
    """Records cannot be changed, pickle, and are not ints."""
    record = lookup("cloudflare:523")

    assert record == pickle.loads(pickle.dumps(record))
    assert hash(record) == hash(pickle.loads(pickle.dumps(record)))
    assert record != 523
    assert "<StatusCode cloudflare:523 'Origin Is Unreachable'>" == repr(record)
    assert repr(record.vendor).startswith("Vendor(id='cloudflare', name='Cloudflare'")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.name = "X"  # type: ignore[misc]


def test_compare() -> None:
    """compare() gives the rows that help to choose."""
    comparison = httpcodes_explained.compare(400, "Conflict", 422)

    assert ["400", "409", "422"] == [record.id for record in comparison.records]
    rows = dict(comparison.rows())
    assert ("400", "409", "422") == rows["Code"]
    assert lookup(409).when_not_to_use in rows["When not to use"]
    assert 3 == len(comparison.to_dict()["codes"])
    assert str(comparison).startswith("400 Bad Request | 409 Conflict | 422 Unprocessable Content\n\nMeaning\n")
    with pytest.raises(TypeError, match="at least one"):
        httpcodes_explained.compare()
    with pytest.raises(UnknownCodeError):
        httpcodes_explained.compare(400, 471)


# --- extended() --------------------------------------------------------------------------------------


ROW_KEYS = (
    "id",
    "code",
    "subcode",
    "vendor",
    "vendor_name",
    "company",
    "name",
    "summary",
    "is_default",
    "is_official",
    "is_error",
    "state",
    "status_class",
    "fault",
    "retry_advice",
    "log_level",
    "cacheable",
    "storable",
    "has_content",
    "user_message",
    "meaning",
    "when_to_use",
    "example",
    "when_not_to_use",
    "slug",
    "registry_entry",
    "expires",
    "source_url",
)
"""What users' tables are made of: a change breaks them."""


def test_to_records(registry: Registry) -> None:
    """Every record is a row of scalars with the same documented keys, in the order of codes()."""
    rows = registry.to_records()

    assert [record.id for record in codes(subcodes=True)] == [row["id"] for row in rows]
    assert {ROW_KEYS} == {tuple(row) for row in rows}
    assert {str, int, bool, type(None)} == {type(value) for row in rows for value in row.values()}
    assert not [row["id"] for row in rows if "" in row.values()]
    assert all(f"``{key}``" in str(Registry.to_records.__doc__) for key in ROW_KEYS)


def test_to_records_say_what_the_record_says(registry: Registry) -> None:
    """A row holds the record's own values, and its vendor's."""
    record = lookup("cloudflare:523")
    row = next(row for row in registry.to_records() if row["id"] == record.id)

    shared = ("id", "code", "subcode", "name", "summary", "user_message", "meaning", "example", "state", "fault")
    assert {key: record.to_dict()[key] for key in shared} == {key: row[key] for key in shared}
    assert ("cloudflare", record.vendor.name, record.vendor.company) == (
        row["vendor"],
        row["vendor_name"],
        row["company"],
    )
    assert (record.log_level, record.slug, "5xx", True) == (
        row["log_level"],
        row["slug"],
        row["status_class"],
        row["is_error"],
    )
    assert record.sources[0].url == row["source_url"]


def test_to_records_have_one_default_for_each_number(registry: Registry) -> None:
    """A join on the code where is_default holds finds what explain() says of the bare number, once."""
    defaults = [row for row in registry.to_records() if row["is_default"]]

    assert {number: meanings(number)[0].id for number in range(100, 1000) if meanings(number)} == {
        row["code"]: row["id"] for row in defaults
    }
    assert len(defaults) == len({row["code"] for row in defaults})


def test_to_records_of_an_extended_registry(registry: Registry) -> None:
    """A registry of one's own gives rows of one's own codes; a sub-code is never a default."""
    subcode = entry(id="acme:E1", code=None, subcode="E1", name="Latch", **CHARACTER)
    under = entry(id="acme:E2", code=599, subcode="E2", name="Bolt", **CHARACTER)
    raw = {**file(entry()), "subcodes": [subcode, under]}
    rows = {str(row["id"]): row for row in registry.extended(raw).to_records()}

    assert "Gate Is Shut" == rows["acme:599"]["name"]
    assert (None, None, False) == tuple(rows["acme:E1"][key] for key in ("code", "status_class", "is_default"))
    assert (599, "E2", False) == tuple(rows["acme:E2"][key] for key in ("code", "subcode", "is_default"))
    assert len(rows) == len(registry.to_records()) + 3


def test_extended_leaves_the_default_as_it_is(registry: Registry) -> None:
    """A new registry has the new code; this one and its answers stay."""
    before = registry.explain(599)
    extended = registry.extended(file(entry(), prevalence=5))

    assert "acme:599" == extended.explain(599).id
    assert "acme:599" in [record.id for record in extended.explain(599, vendor="tornado").alternatives]
    assert before == registry.explain(599)
    assert registry.get("acme:599") is None
    assert extended.search("gate shut")[0].id == "acme:599"
    assert extended.lookup(404) == registry.lookup(404)
    assert "acme" in repr(extended.vendors())


def test_extended_pickles(registry: Registry) -> None:
    """The default registry pickles as itself, an extended one with what it adds."""
    extended = registry.extended(file(entry())).extended(file(entry(id="acme:598", code=598, name="X", summary="Y.")))

    assert registry is pickle.loads(pickle.dumps(registry))
    copy = pickle.loads(pickle.dumps(extended))
    assert ["acme:598", "acme:599"] == [record.id for record in copy.codes(vendor="acme")]
    assert repr(copy) == repr(extended)


def test_extended_by_records(registry: Registry) -> None:
    """Records of one's own can be made from others."""
    own = attrs.evolve(
        lookup("nginx:499"), id="nginx:493", code=493, wire=(493,), name="House Rule", summary="A rule of the house."
    )
    extended = registry.extended([own])

    assert own == extended.lookup(493)
    assert 8 <= len(extended.codes(vendor="nginx"))


def test_extended_by_records_with_sub_codes(registry: Registry) -> None:
    """A sub-code's record finds its place too."""
    own = attrs.evolve(
        lookup("nginx:499"),
        id="nginx:E1",
        code=404,
        wire=(404,),
        subcode="E1",
        name="No file",
        summary="There is no file.",
    )

    assert own == registry.extended([own]).lookup("E1")


def test_extended_by_files(registry: Registry, tmp_path: Path) -> None:
    """A path is a file, or a folder of files."""
    one = tmp_path / "acme.json"
    one.write_text(json.dumps(file(entry())))

    for path in (one, str(one), tmp_path):
        assert "acme:599" in [record.id for record in registry.extended(path).meanings(599)]


def _broken(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    raw = file(entry())
    change(raw)
    return raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (file(entry(nmae="X")), "mapping: acme:599: nmae: unknown key"),
        (file(entry(name=...)), "mapping: acme:599: name: missing; expected a text"),
        (file(entry(name=" X")), "mapping: acme:599: name: expected a text without space"),
        (file(entry(code=99)), "mapping: acme:599: code: expected a whole number from 100 to 999, found '99'"),
        (file(entry(code=True)), "mapping: acme:599: code: expected a whole number"),
        (file(entry(code="599")), "mapping: acme:599: code: expected a whole number"),
        (file(entry(summary="x" * 121)), "mapping: acme:599: summary: expected a text of at most 120"),
        (file(entry(state="gone")), "mapping: acme:599: state: expected one of assigned, unused"),
        (file(entry(state="unassigned")), "mapping: acme:599: state: expected one of"),
        (file(entry(seen_in=["moon"])), "mapping: acme:599: seen_in: expected a list of wire, log"),
        (file(entry(seen_in="wire")), "mapping: acme:599: seen_in: expected a list"),
        (file(entry(summary="two\nlines")), "mapping: acme:599: summary: expected a text of at most 120"),
        (file(entry(code=10**5000)), "mapping: is not JSON: Exceeds the limit"),
        (file(entry(state="assigned")), "mapping: acme:599: state: only IANA's registry has such codes"),
        (file(entry(subcode="x")), "mapping: acme:599: subcode: expected null: a sub-code stands among the subcodes"),
        (file(entry(expires="2026-13-01")), "mapping: acme:599: expires: expected a day"),
        (file(entry(), prevalence=True), "mapping: vendor: prevalence: expected a whole number from 1 to 5"),
        (file(entry(), id="nginx", name="Other"), "mapping: acme:599: id: expected nginx:599"),
        (file(id="nginx", name="Other"), "mapping: vendor: 'nginx' is known as 'nginx': give the same values"),
        ({"vendor": IDENTITY, "signatures": [object()]}, "mapping: is not JSON: Object of type object"),
        ({"vendor": IDENTITY, "subcodes": [entry(id="acme:x", subcode="x")]}, "mapping: acme:x: fault: missing"),
        (file(entry(causes=["a", 1])), "mapping: acme:599: causes: expected a list of texts"),
        (file(entry(wire=[502, 500])), "mapping: acme:599: wire: expected an ascending list"),
        (file(entry(expires="soon")), "mapping: acme:599: expires: expected a day as YYYY-MM-DD, or null"),
        (file(entry(cacheable="no")), "mapping: acme:599: cacheable: expected true or false"),
        (file(entry(sources=[])), "mapping: acme:599: sources: expected a list of sources"),
        (file(entry(sources=[{**SOURCE, "url": "http://x"}])), "mapping: acme:599: sources: url: expected an https"),
        (file(entry(sources=["here"])), "mapping: acme:599: sources: expected an object, found str"),
        (file(entry(id="acme:598")), "mapping: acme:598: id: expected acme:599"),
        (file(entry(id="other:599")), "mapping: other:599: id: expected acme:599"),
        (file("x"), "mapping: expected an object, found str"),
        (file(entry(), entry()), "mapping: acme:599: id: stands in mapping already"),
        (file(entry(related=["acme:1"])), "mapping: acme:599: related: nothing has the id 'acme:1'"),
        (file(entry(confused_with=["598"])), "mapping: acme:599: confused_with: nothing has the id '598'"),
        (file(entry(), over=["nobody"]), "mapping: vendor: over: nothing has the id 'nobody'"),
        (file(id="Acme Inc"), "mapping: vendor: id: expected lower-case letters"),
        (file(entry(), kind="bank"), "mapping: vendor: kind: expected one of registry, server"),
        (file(entry(), prevalence=9), "mapping: vendor: prevalence: expected a whole number from 1 to 5"),
        ({"codes": []}, "mapping: vendor: missing; expected an object"),
        ({"vendor": IDENTITY, "kodes": []}, "mapping: kodes: unknown key"),
        ({"vendor": IDENTITY, "codes": {}}, "mapping: codes: expected a list"),
        (
            {"vendor": IDENTITY, "subcodes": [entry(id="acme:b-d", code=None, subcode="b d/e", **CHARACTER)]},
            "mapping: acme:b-d: id: expected acme:b-d/e",
        ),
    ],
)
def test_broken_data(registry: Registry, raw: dict[str, Any], expected: str) -> None:
    """What breaks the format is a DataError that names file, entry and field."""
    before = registry.codes(subcodes=True)

    with pytest.raises(DataError) as caught:
        registry.extended(raw)

    assert expected in str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))
    assert before == registry.codes(subcodes=True)


def test_broken_files(registry: Registry, tmp_path: Path) -> None:
    """A file that cannot be read, is no JSON, or is not there is named."""
    path = tmp_path / "acme.json"
    with pytest.raises(DataError, match=r"acme\.json: cannot be read: No such file"):
        registry.extended(path)
    for nothing in (tmp_path, ""):
        with pytest.raises(DataError, match="found none"):
            registry.extended(nothing)
    for text, problem in (
        ("{", "is not JSON"),
        ("[" * 200_000, "is not JSON"),
        ("[]", "expected an object, found list"),
    ):
        path.write_text(text)
        with pytest.raises(DataError, match=rf"acme\.json: {problem}"):
            registry.extended(path)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ([404], "StatusCode objects, not int"),
        (None, "not a single NoneType"),
        (lookup(404), "not a single StatusCode"),
    ],
)
def test_records_of_another_type(registry: Registry, wrong: Any, message: str) -> None:
    """What is no record, no file and no path is a TypeError."""
    with pytest.raises(TypeError, match=message):
        registry.extended(wrong)


def test_records_that_differ_on_their_vendor(registry: Registry) -> None:
    """One id is one vendor."""
    records = [
        attrs.evolve(lookup(503), id=f"acme:{code}", code=code, wire=(code,), state=State.UNOFFICIAL, vendor=vendor)
        for code, vendor in (
            (579, attrs.evolve(lookup(523).vendor, id="acme", name="A")),
            (580, attrs.evolve(lookup(523).vendor, id="acme", name="B")),
        )
    ]
    with pytest.raises(DataError, match="records: acme:580: vendor: another record's 'acme' has other values"):
        registry.extended(records)
    with pytest.raises(DataError, match="records: acme:580: vendor: expected a Vendor"):
        registry.extended([attrs.evolve(records[1], vendor="acme")])  # type: ignore[arg-type]


def test_own_codes_come_first(registry: Registry) -> None:
    """Who adds a vendor means that vendor, but for registered codes; what was given cannot be changed afterwards."""
    raw = file(entry(), entry(id="acme:404", code=404, name="Lost", summary="It is lost."))
    extended = registry.extended(raw)
    raw["codes"][0]["name"] = "Changed"

    assert "acme:599" == extended.explain(599).id
    assert "404" == extended.explain(404).id
    assert "Gate Is Shut" == pickle.loads(pickle.dumps(extended)).lookup("acme:599").name


def test_keys_in_any_order(registry: Registry) -> None:
    """A file of one's own may be laid out as one likes."""
    raw = {
        "signatures": [
            {
                "name": "a-mark",
                "says": "carried",
                "when": [{"place": "header:x-acme", "present": True}],
                "evidence": "`X-Acme`",
            }
        ],
        "codes": [dict(reversed(entry().items()))],
        "vendor": dict(reversed(IDENTITY.items())),
    }

    assert "Gate Is Shut" == registry.extended(raw).lookup("acme:599").name


def test_wrong_words_name_the_right_ones() -> None:
    """A class or a state that does not exist is answered by those that do; case does not matter."""
    assert codes(status_class="4XX") == codes(status_class=StatusClass.CLIENT_ERROR)
    with pytest.raises(ValueError, match="4 is none of 1xx, 2xx"):
        codes(status_class=4)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"search\(\) takes a str, not bytes"):
        httpcodes_explained.search(b"x")  # type: ignore[arg-type]


class Several:
    """What an array of several numbers looks like from outside."""

    def __index__(self) -> int:
        raise TypeError("only one")


def test_an_array_is_no_number() -> None:
    """An object whose __index__ raises is of the wrong type, as others are."""
    with pytest.raises(TypeError, match="cannot look up an object of type Several"):
        lookup(Several())
    with pytest.raises(TypeError, match="as a number, such as 523 or '523', not bool"):
        meanings(True)  # noqa: FBT003 (that is the wrong type)
    assert () == meanings(10**5000)


def test_default_is_made_once() -> None:
    """Threads that ask at once get one registry."""
    found: list[Registry] = []
    threads = [threading.Thread(target=lambda: found.append(Registry.default())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 1 == len(set(map(id, found)))
