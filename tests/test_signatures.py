"""Who emitted a response: every signature, its index, its format, and input that means harm."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import botocore.exceptions
import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import Confidence, DataError, Emitter, Explanation, Registry, explain, get
from httpcodes_explained._check import check_file
from httpcodes_explained._check_signatures import pattern_problem
from httpcodes_explained._combined import records_of
from httpcodes_explained._data import as_id, opener, text_of
from httpcodes_explained._explain import _emitter, explain_in
from httpcodes_explained._headers import fields_of
from httpcodes_explained._index import build_indexes
from httpcodes_explained._keys import keys_of
from httpcodes_explained._places import Places
from httpcodes_explained._signatures import Signatures
from tests import recognition, regenerate
from tests.acme import IDENTITY, SOURCE

CORPORA = sorted(recognition.RESPONSES.glob("*.jsonl"))
ROWS = [row for path in CORPORA for row in recognition.read_corpus(path)]
SIGNATURES = Registry.default()._signatures()
RAW = SIGNATURES.all_raw()

NGINX_PAGE = """<html>\r
<head><title>502 Bad Gateway</title></head>\r
<body>\r
<center><h1>502 Bad Gateway</h1></center>\r
<hr><center>nginx</center>\r
</body>\r
</html>\r
"""

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])


def name_of(raw: Mapping[str, Any]) -> str:
    """Return the name by which fixtures call a signature."""
    return f"{raw['vendor']}/{raw['name']}"


# --- the signatures that are shipped --------------------------------------------------------------------


@each_row
def test_fixture(row: recognition.Row) -> None:
    """A response bears the signatures that its line lists, and the index finds what a scan of all finds."""
    assert [] == recognition.fixture_problems(row, SIGNATURES)


def test_each_signature_has_a_response_that_it_matches_and_one_that_it_must_not() -> None:
    """No signature goes untried, and no line names one that does not exist."""
    matched = {name for row in ROWS for name in row.get("matches", ())}
    missed = {name for row in ROWS for name in row.get("misses", ())}
    names = {name_of(raw) for raw in RAW}

    assert names == matched
    assert names == missed


def test_fixtures_are_named_apart() -> None:
    """An id names one line."""
    ids = [row["id"] for row in ROWS]

    assert len(ids) == len(set(ids))


def test_the_fixtures_are_recognised() -> None:
    """
    Nearly all emitters and sub-codes are found, and nobody is named wrongly.

    But for what is only `possible`: an application's empty error behind an old Caddy looks like Caddy's own.
    """
    judged = [recognition.judge(row, recognition.answer_with(Registry.default())) for row in ROWS]

    for counts in recognition.figures(judged).values():
        assert counts["wrong"] <= 0.01 * counts.total()
        assert counts["right"] >= 0.9 * counts.total()
    wrong = [one for one in judged if "wrong" in (one.vendor, one.subcode)]
    assert {Confidence.POSSIBLE} >= {one.found.confidence for one in wrong}


@pytest.mark.parametrize(("status", "id_"), [(503, "503"), (529, "anthropic:529")])
def test_what_a_possible_sender_decides(status: int, id_: str) -> None:
    """Whose meaning an unregistered number has; a registered one keeps its own."""
    headers = {"Server": "Caddy", "Date": "today", "Content-Length": "0"} if status == 503 else {}
    body = "" if status == 503 else '{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}'
    found = explain(status, headers=headers, body=body)

    assert Confidence.POSSIBLE is found.confidence
    assert id_ == (found.parent or found.record).id


@each_row
def test_a_sub_code_that_is_held_is_explained(row: recognition.Row) -> None:
    """Whatever other vendors call by the same word."""
    found = explain(row["status"] or 403, headers=row["headers"], body=row["body"])
    if found.subcode is None or found.emitted_by is None:
        return
    subcode = as_id(found.subcode)
    names = {f"{found.emitted_by.id}:{subcode}", f"{found.emitted_by.id}:{found.code}/{subcode}"}

    assert found.record.id in names or all(get(name) is None for name in names)


def test_each_signature_is_found_by_a_word() -> None:
    """None is tried on every response, so that the cost does not grow with the vendors."""
    assert [] == recognition.unfiled(SIGNATURES)


def test_who_wrote_a_mark_is_cited() -> None:
    """Each signature says where its mark is documented, or which source file prints it."""
    for path in sorted((regenerate.PACKAGE / "data").glob("[a-z]*.json")):
        raw = json.loads(path.read_bytes())
        for signature in raw.get("signatures", ()) if path.stem != "schema" else ():
            assert signature["source"]["url"].startswith("https://"), signature["name"]


def test_captured_words_are_held() -> None:
    """Every sub-code that a signature gives by itself is a record, or a status that is sent as another one."""
    registry = Registry.default()
    for raw in RAW:
        captures = raw.get("subcode", [])
        for capture in [captures] if isinstance(captures, dict) else captures:
            words = [capture["literal"]] if "literal" in capture else [*capture.get("map", {}).values()]
            for word in words:
                held = [record.subcode for record in registry.codes(vendor=raw["vendor"], subcodes=True)]
                assert word in held or records_of(registry, raw["vendor"], word, 0), f"{name_of(raw)} gives {word}"


# --- the measuring tool ---------------------------------------------------------------------------------


def _constant(emitted_by: str | None) -> recognition.Answer:
    answer = explain(503)
    vendor = None if emitted_by is None else Registry.default().vendor(emitted_by)
    fixed = SimpleNamespace(
        emitted_by=vendor,
        emitter=Emitter.EDGE if vendor else None,
        subcode=None,
        confidence=answer.confidence,
        evidence=(),
    )
    return lambda _: fixed  # type: ignore[return-value]


@pytest.mark.parametrize("answer", [None, "nginx", "cloudflare"])
def test_an_engine_that_always_says_the_same_fails(answer: str | None) -> None:
    """At least two of the printed figures show it."""
    figures = recognition.figures(recognition.judge(row, _constant(answer)) for row in ROWS)
    bad = [name for name, counts in figures.items() if counts["right"] < 0.9 * counts.total()]

    assert len(bad) >= 2


def test_the_tool_prints_figures_and_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows of known products and relayed ones are counted apart, and a miss is shown with its evidence."""
    truth = {"vendor": "nginx", "accept": [], "emitter": "proxy", "subcode": None, "cause": ""}
    rows = [
        {
            "id": "a",
            "status": 502,
            "reason": None,
            "headers": [["Server", "nginx"]],
            "body": NGINX_PAGE,
            "truth": truth,
        },
        {"id": "b", "status": None, "reason": None, "headers": [], "body": NGINX_PAGE, "truth": truth},
        {"id": "c", "status": 404, "reason": None, "headers": [["Server", "nginx"]], "body": "{}", "truth": truth},
        {
            "id": "d",
            "status": 502,
            "reason": None,
            "headers": [],
            "body": NGINX_PAGE,
            "truth": truth | {"vendor": None},
        },
    ]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("\n".join(map(json.dumps, rows)))

    assert 0 == recognition.main([str(corpus)])
    printed = capsys.readouterr().out
    assert re.search(r"emitted by a known product +3 rows: right 2 \(66.7%\), unknown 1 \(33.3%\), wrong 0", printed)
    assert re.search(r"relayed +1 rows: right 0 \(0.0%\), unknown 0 \(0.0%\), wrong 1", printed)
    assert "c: vendor unknown" in printed
    assert "`Server: nginx`" in printed


def test_the_tool_checks_fixtures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a line lists and is not so is a problem, and the exit status says so."""
    truth = {"vendor": None, "accept": [], "emitter": "application", "subcode": None, "cause": ""}
    row = {"id": "a", "status": 404, "reason": None, "headers": [["CF-RAY", "1-FRA"]], "body": "", "truth": truth}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps(row | {"matches": ["nginx/none"], "misses": ["cloudflare/relayed"]}))

    assert 1 == recognition.main(["--fixtures", str(corpus)])
    printed = capsys.readouterr().out
    assert "a: does not match nginx/none" in printed
    assert "a: matches cloudflare/relayed" in printed


# --- the engine -----------------------------------------------------------------------------------------


def file_with(*signatures: Mapping[str, Any], over: Iterable[str] = (), **subcodes: str) -> dict[str, Any]:
    """Return the data of a vendor `acme` with these signatures and sub-codes."""
    entry = {
        "meaning": "It happens.",
        "causes": ["A cause."],
        "fault": "server",
        "retry_advice": "if-idempotent",
        "sources": [SOURCE],
    }
    sound = {"says": "emitted", "confidence": "certain", "evidence": "a mark of Acme"}
    return {
        "vendor": {**IDENTITY, "forms": ["A,B"], "over": list(over)},
        "subcodes": [
            {"id": f"acme:{subcode}", **entry, "subcode": subcode, "code": 503, "name": name, "summary": f"{name}."}
            for subcode, name in subcodes.items()
        ],
        "signatures": [
            {"name": f"mark-{at}", **(sound if "says" not in raw else {"evidence": "a mark"}), **raw}
            for at, raw in enumerate(signatures)
        ],
    }


def registry_with(*signatures: Mapping[str, Any], over: Iterable[str] = (), **subcodes: str) -> Registry:
    """Return a registry of that vendor and of a few real ones."""
    raw = file_with(*signatures, over=over, **subcodes)
    check_file(raw, "mapping")
    files = [raw, *map(Registry.default()._file_of, ("iana", "nginx", "esri"))]
    texts = {f"{file['vendor']['id']}.json": text_of(file) for file in files}
    texts |= build_indexes(files)
    return Registry(opener({name: text.encode() for name, text in texts.items()}))


def names(explanation: Explanation) -> tuple[str | None, list[str]]:
    """Return who emitted, and whom it passed through."""
    emitted = None if explanation.emitted_by is None else explanation.emitted_by.id
    return emitted, [vendor.id for vendor in explanation.via]


@pytest.mark.parametrize(
    ("test", "response", "holds"),
    [
        ({"place": "status", "equals": "503"}, {"headers": {}}, True),
        ({"place": "status", "equals": ["500", "502"]}, {"headers": {}}, False),
        ({"place": "header:server", "equals": "acme"}, {"headers": {"SERVER": "Acme"}}, True),
        ({"place": "header:server", "equals": "acme"}, {"headers": [("Server", "nginx"), ("server", "acme")]}, True),
        ({"place": "header:server", "prefix": "acme/"}, {"headers": {b"Server": b"Acme/1.0"}}, True),
        ({"place": "header:server", "prefix": "acme/"}, {"headers": {"Server": "an acme/1"}}, False),
        ({"place": "header:x-acme", "present": True}, {"headers": {"X-Acme": ""}}, True),
        ({"place": "header:x-acme", "absent": True}, {"headers": {"Via": "x"}}, True),
        ({"place": "header:x-acme", "absent": True}, {"headers": {}}, True),
        ({"place": "header:x-acme", "absent": True}, {"body": "x"}, False),
        ({"place": "body", "absent": True}, {"headers": {}}, False),
        ({"not": [{"place": "header:via", "present": True}]}, {"body": "x"}, False),
        ({"not": [{"place": "header:via", "present": True}]}, {"headers": {}}, True),
        ({"not": [{"any": [{"place": "body", "contains": "x"}]}]}, {"headers": {}}, False),
        ({"place": "cookie", "prefix": "acme_"}, {"headers": {"Set-Cookie": "Acme_1=x; Path=/"}}, True),
        ({"place": "cookie", "equals": "b"}, {"headers": [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]}, True),
        ({"place": "body", "contains": "gone fishing today"}, {"body": b"We have GONE fishing today."}, True),
        ({"place": "body", "equals": "gone"}, {"body": " gone\r\n"}, True),
        ({"place": "body", "pattern": r"code: \d{3}"}, {"body": "Code: 123"}, True),
        ({"place": "title", "equals": "it's shut"}, {"body": "<TITLE lang=en> It's shut </TITLE>"}, True),
        ({"place": "title", "present": True}, {"body": "<title>never ends"}, False),
        ({"place": "title", "present": True}, {"body": "<title"}, False),
        ({"place": "footer", "equals": "acme/1.0"}, {"body": "<hr>x<HR/><p>Acme/1.0</p></body>"}, True),
        ({"place": "footer", "present": True}, {"body": "no rule"}, False),
        ({"place": "json:error.codes.1", "equals": "2"}, {"body": '{"error": {"codes": [1, 2]}}'}, True),
        ({"place": "json:error.codes.9", "present": True}, {"body": '{"error": {"codes": [1, 2]}}'}, False),
        ({"place": "json:error.code.x", "present": True}, {"body": '{"error": {"code": "y"}}'}, False),
        ({"place": "json:error", "present": True}, {"body": '{"error": {}}'}, True),
        ({"place": "json:error", "equals": "true"}, {"body": '{"error": true}'}, True),
        ({"place": "json:error", "equals": "shut"}, {"body": '{"error": "SHUT"}'}, True),
        ({"place": "json:error", "present": True}, {"body": '{"error": nonsense'}, False),
        ({"place": "json:error", "present": True}, {"body": "error"}, False),
        ({"place": "reason", "equals": "shut"}, {}, False),
        ({"any": [{"place": "body", "equals": "a"}, {"place": "body", "equals": "b"}]}, {"body": "b"}, True),
        ({"all": [{"place": "body", "prefix": "a"}, {"place": "body", "contains": "c"}]}, {"body": "abc"}, True),
        ({"all": [{"place": "body", "prefix": "a"}, {"place": "body", "contains": "d"}]}, {"body": "abc"}, False),
    ],
)
def test_one_test(test: dict[str, Any], response: dict[str, Any], holds: bool) -> None:
    """Each place and each operator does what the schema says, and what was not given proves nothing."""
    found = registry_with({"when": [test]}).explain(503, **response)

    assert ("acme" if holds else None) == names(found)[0]


def test_a_reason_is_a_place() -> None:
    """A response object bears one; `explain()` has no argument for it."""
    registry = registry_with({"when": [{"place": "reason", "equals": "gate is shut"}]})
    response = SimpleNamespace(status_code=503, headers={}, reason="Gate is shut")

    assert "acme" == names(registry.explain(response))[0]


@pytest.mark.parametrize(
    ("capture", "body", "subcode"),
    [
        ({"literal": "shut"}, "acme", "shut"),
        ({"place": "header:x-acme"}, "acme", "OLD_GATE"),
        ({"place": "body", "after": "code "}, "acme code A.12-b/C, so", "A.12-b/C"),
        ({"place": "body", "after": "code "}, "acme", None),
        ({"place": "body", "pattern": r"code=([a-z]{2,9})"}, "acme Code=Shut.", "Shut"),
        ({"place": "body", "pattern": r"code=([^,]{2,99})"}, "acme code=<b>x</b>,", None),
        ({"place": "body", "pattern": r"code=([^,]{2,99})"}, "acme code=a\x1b[31m,", None),
        ({"place": "body", "pattern": r"code=([^,]{2,99})"}, f"acme code={'a' * 99},", None),
        ({"place": "body", "map": {"gate is": "shut", "no gate": "gone"}}, "acme: no gate", "gone"),
        ({"place": "title", "map": {"gate is": "shut"}}, "acme", None),
        ([{"place": "title"}, {"literal": "shut"}], "acme", "shut"),
    ],
)
def test_a_sub_code_is_captured(capture: Any, body: str, subcode: str | None) -> None:
    """It is read from its place in its own spelling, if it can be a sub-code at all."""
    registry = registry_with({"when": [{"place": "body", "prefix": "acme"}], "subcode": capture}, shut="Gate Is Shut")
    found = registry.explain(503, headers={"X-Acme": "OLD_GATE; x"}, body=body)

    assert subcode == found.subcode
    assert ("acme:shut" if subcode == "shut" else "503") == found.id
    if subcode == "shut":
        assert found.parent is not None
        assert "503" == found.parent.id


def test_several_sub_codes_in_one_value() -> None:
    """The first is the record, and the others are beside it."""
    capture = {"place": "header:x-acme-flags", "pattern": "flags=([a-z,]{1,20})"}
    registry = registry_with(
        {"when": [{"place": "header:x-acme-flags", "present": True}], "subcode": capture}, UF="Failed", URX="Exceeded"
    )
    found = registry.explain(503, headers={"X-Acme-Flags": "flags=UF,URX,??"})

    assert "UF,URX" == found.subcode
    assert "acme:UF" == found.id
    assert ["acme:URX"] == [record.id for record in found.also]
    assert "acme:UF" == registry.explain("acme:UF,URX").id


def test_a_namespace_only_reads_a_sub_code() -> None:
    """A field that signs nothing names nobody."""
    field = "header:x-acme-cause"
    mark = {"says": "subcode", "when": [{"place": field, "present": True}], "subcode": {"place": field}}
    found = registry_with(mark, shut="Gate Is Shut").explain(503, headers={"X-Acme-Cause": "shut"})

    assert (None, []) == names(found)
    assert "acme:shut" == found.id
    assert Confidence.NONE is found.confidence


def test_the_strongest_mark_counts() -> None:
    """Of two vendors the surer one emitted the response; whom it passed through is told apart."""
    weaker = registry_with({"when": [{"place": "status", "equals": "502"}], "confidence": "possible"})
    relayed = registry_with({"when": [{"place": "status", "equals": "502"}], "says": "carried"})

    assert ("nginx", []) == names(weaker.explain(502, body=NGINX_PAGE))
    assert ("nginx", ["acme"]) == names(relayed.explain(502, body=NGINX_PAGE))
    assert ("acme", []) == names(weaker.explain(502, headers={}))


def test_a_tie_names_nobody_unless_one_beats_the_other() -> None:
    """Two vendors with equal proof cancel each other out; the evidence of both is given."""
    mark = {"when": [{"place": "status", "equals": "502"}]}
    tied = registry_with(mark).explain(502, body=NGINX_PAGE)

    assert (None, []) == names(tied)
    assert Confidence.NONE is tied.confidence
    assert 2 == len(tied.evidence)
    assert ("acme", []) == names(registry_with(mark, over=["nginx"]).explain(502, body=NGINX_PAGE))


@pytest.mark.parametrize(("reached", "should"), [(False, True), (True, False), (None, False)])
def test_a_request_that_reached_nobody_may_be_repeated(reached: bool | None, should: bool) -> None:
    """What was stopped before the origin was not acted upon, whatever the method."""
    said = {} if reached is None else {"reached_origin": reached}
    registry = registry_with({"when": [{"place": "header:x-acme", "present": True}], **said})
    found = explain_in(registry, 502, headers={"X-Acme": "1"}, method="POST")

    assert should is found.retry.should


@pytest.mark.parametrize(
    ("vendor", "status", "said", "expected"),
    [
        ("nginx", 502, None, Emitter.PROXY),
        ("nginx", 504, None, Emitter.PROXY),
        ("nginx", 503, None, Emitter.ORIGIN),
        ("haproxy", 503, "proxy", Emitter.PROXY),
        ("cloudflare", 502, None, Emitter.EDGE),
        ("kong", 401, None, Emitter.PROXY),
        ("django", 404, None, Emitter.APPLICATION),
        (None, 404, None, None),
    ],
)
def test_what_kind_of_party_it_is(vendor: str | None, status: int, said: str | None, expected: Emitter | None) -> None:
    """The vendor's kind tells, and the status where a server may also be a proxy, unless the signature says."""
    assert expected is _emitter(None if vendor is None else Registry.default().vendor(vendor), said, status)


def test_a_vendors_own_meaning_of_the_number() -> None:
    """Who emitted a number decides what it means, where that vendor defines it; `vendor=` still comes first."""
    page = "<html><head><title>499</title></head></html>"
    registry = registry_with({"when": [{"place": "title", "equals": "499"}]})

    assert "nginx:499" == registry.explain(499, body=page).id
    assert "esri:499" == registry.explain(499, body=page, vendor="esri").id
    assert "acme" == names(registry.explain(499, body=page, vendor="esri"))[0]


def test_a_client_that_keeps_the_body_to_itself() -> None:
    """botocore has read the code out of a body that nobody else sees."""
    error = botocore.exceptions.ClientError(
        {
            "Error": {"Code": "NoSuchKey", "Message": "The specified key does not exist."},
            "ResponseMetadata": {
                "HTTPStatusCode": 404,
                "HTTPHeaders": {"server": "AmazonS3", "x-amz-request-id": "A1", "x-amz-id-2": "b="},
            },
        },  # type: ignore[typeddict-item]
        "GetObject",
    )
    found = explain(error)

    assert "aws-s3:NoSuchKey" == found.id
    assert "NoSuchKey" == found.subcode


# --- the format -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern",
    [
        r"code: (\d{3})",
        r"reference #([0-9a-f.]{1,60})",
        r"error (?:code|number) [a-z]{1,9}",
        r"abc[^\]<]{0,20}d?",
        r"abc\.\d{2,4}",
        r"abc(?:d|e)?",
    ],
)
def test_patterns_that_are_allowed(pattern: str) -> None:
    """A literal first, then bounded repeats."""
    assert None is pattern_problem(pattern, re.compile(pattern).groups)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("ABC", "lower-case ASCII"),
        ("abc\u017f", "lower-case ASCII"),
        ("a[bc]", "begins with at least 3"),
        ("ab{2}", "begins with at least 3"),
        (".abc", "begins with at least 3"),
        ("abcd+", "bounded repeats, not '\\+'"),
        ("abc.*", "bounded repeats"),
        ("abcd{2,}", "bounded repeats"),
        ("abc.{1,201}", "at most 200 repeats"),
        ("abc(?=d)", "bounded repeats"),
        ("abc(?i:d)", "bounded repeats"),
        (r"abc(d)\1", "bounded repeats"),
        ("abc(?:d{1,9}){1,9}", "no repeat of what repeats"),
        ("abc(?:(?:d{1,9}))?", "no repeat of what repeats"),
        ("abc|def", "within a group"),
        ("abc)", "balanced brackets"),
        ("abc(d", "a valid pattern"),
        ("abc[9-0]", "a valid pattern"),
        ("abcd(e)", "0 capturing group"),
        ("^abc", "begins with at least 3"),
        ("abc$", "bounded repeats"),
    ],
)
def test_patterns_that_are_refused(pattern: str, problem: str | None) -> None:
    """What could take long, or mean something else in another language, is no pattern."""
    found = pattern_problem(pattern, 0)

    assert (found is None) is (problem is None)
    assert problem is None or re.search(problem, found or "")


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"when": []}, "when: expected a list of tests, not empty"),
    ({"when": "x"}, "when: expected a list of tests"),
    ({"when": ["x"]}, "tests that are objects"),
    ({"when": [{"place": "body"}]}, "one place and one of equals"),
    ({"when": [{"place": "body", "equals": "a", "prefix": "b"}]}, "one place and one of equals"),
    ({"when": [{"place": "body", "like": "a"}]}, "one place and one of equals"),
    ({"when": [{"place": "headers", "equals": "a"}]}, "a known place, not 'headers'"),
    ({"when": [{"place": "header:Server", "equals": "a"}]}, "a known place"),
    ({"when": [{"place": "body", "present": False}]}, "present: true"),
    ({"when": [{"place": "body", "equals": ""}]}, "a text, or a list of texts, for equals"),
    ({"when": [{"place": "status", "equals": 503}]}, "a text, or a list of texts, for equals"),
    ({"when": [{"place": "body", "equals": []}]}, "a text, or a list of texts, for equals"),
    ({"when": [{"place": "body", "equals": "A"}]}, "lower case"),
    ({"when": [{"place": "body", "pattern": "a+"}]}, "begins with at least 3"),
    ({"when": [{"any": []}]}, "a list of tests, not empty"),
    ({"says": "nothing"}, "says: expected one of emitted, carried, subcode"),
    ({"says": "carried", "confidence": "likely"}, "confidence: expected where it says emitted"),
    ({"confidence": "none"}, "confidence: expected one of certain, likely, possible"),
    ({"name": "A mark"}, "name: expected lower-case letters"),
    ({"name": "mark-0"}, "name: another signature has it"),
    ({"evidence": "x" * 121}, "evidence: expected a text of at most 120"),
    ({"emitter": "nobody"}, "emitter: expected one of origin"),
    ({"reached_origin": "no"}, "reached_origin: expected true or false"),
    ({"id": "x"}, "id: unknown key"),
    ({"source": {"title": "x"}}, "source: url: missing"),
    ({"subcode": "x"}, "subcode: expected an object"),
    ({"subcode": []}, "subcode: expected a literal, or a place"),
    ({"subcode": {"literal": ""}}, "subcode: expected a text"),
    ({"subcode": {"place": "x"}}, "subcode: expected a known place"),
    ({"subcode": {"place": "body", "after": "A"}}, "subcode: expected lower case"),
    ({"subcode": {"place": "body", "after": 1}}, "subcode: expected a text"),
    ({"subcode": {"place": "body", "pattern": "abc"}}, "subcode: expected 1 capturing group"),
    ({"subcode": {"place": "body", "pattern": "abc", "after": "x"}}, "subcode: expected a literal, or a place"),
    ({"subcode": {"place": "body", "map": {}}}, "subcode: expected an object of texts, not empty"),
    ({"subcode": {"place": "body", "map": {"a": 1}}}, "subcode: expected an object of texts, none empty"),
    ({"subcode": {"place": "body", "map": {"A": "b"}}}, "subcode: expected lower case"),
]


@pytest.mark.parametrize(("change", "problem"), BROKEN, ids=lambda value: value if isinstance(value, str) else None)
def test_broken_signatures(change: dict[str, Any], problem: str) -> None:
    """What breaks the format is named, with the file, the signature and the field."""
    sound = {"when": [{"place": "body", "equals": "a"}]}
    with pytest.raises(DataError, match=f"mapping: acme.*{re.escape(problem)}"):
        check_file(file_with(sound, sound | change), "mapping")


def test_a_signature_is_an_object() -> None:
    """The error says what was found instead."""
    with pytest.raises(DataError, match="expected an object, found str"):
        check_file(file_with() | {"signatures": ["x"]}, "mapping")


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ([{"place": "header:x-acme", "present": True}], [("field", "x-acme")]),
        ([{"place": "header:server", "present": True}], [("common field", "server")]),
        ([{"place": "header:server", "equals": ["acme", "gate"]}], [("server", "acme"), ("server", "gate")]),
        ([{"place": "header:server", "prefix": "acme/"}], [("server", "acme")]),
        ([{"place": "header:server", "prefix": "acme"}], [("common field", "server")]),
        ([{"place": "cookie", "equals": "acme"}], [("common field", "set-cookie")]),
        ([{"place": "json:Fault.code", "present": True}], [("json", "fault")]),
        ([{"place": "json:Error.code", "present": True}], [("common json", "error")]),
        ([{"place": "json:message", "present": True}, {"place": "body", "contains": "a gate is"}], [("body", "gate")]),
        ([{"place": "body", "contains": "the gate is"}], [("body", "gate")]),
        ([{"place": "body", "contains": "gate"}], None),
        ([{"place": "body", "prefix": "<!doctype html>\n<html "}], [("common body", "<!doctype")]),
        ([{"place": "header:content-type", "equals": "application/xml"}], [("content-type", "xml")]),
        ([{"place": "header:content-type", "equals": "text/html"}], [("common content-type", "text")]),
        (
            [{"place": "header:content-type", "equals": "text/html"}, {"place": "body", "contains": "the gate is"}],
            [("body", "gate")],
        ),
        ([{"place": "body", "pattern": r"no gate \d{3}"}], [("body", "gate")]),
        ([{"place": "body", "pattern": r"no gate {1,3}\d{3}"}], None),
        ([{"place": "body", "pattern": r"[a-z]gate"}], None),
        ([{"place": "title", "present": True}], None),
        ([{"place": "body", "absent": True}], None),
        ([{"place": "status", "equals": "503"}], [("status", "503")]),
        ([{"place": "status", "prefix": "50"}], None),
        ([{"place": "reason", "equals": "gate is shut"}], [("reason", "gate")]),
        ([{"all": [{"place": "title", "equals": "shut"}]}], [("title", "shut")]),
        (
            [{"any": [{"place": "title", "equals": "a"}, {"place": "footer", "equals": "b"}]}],
            [("title", "a"), ("footer", "b")],
        ),
        ([{"any": [{"place": "title", "equals": "a"}, {"place": "body", "absent": True}]}], None),
    ],
)
def test_under_which_words_it_is_filed(tests: list[dict[str, Any]], expected: list[tuple[str, str]] | None) -> None:
    """Only words that stand whole in every response that passes."""
    assert expected == keys_of(tests)


# --- input that means harm ------------------------------------------------------------------------------

HEADERS = {"Server": "cloudflare", "CF-RAY": "1-FRA", "Via": "1.1 varnish", "X-Cache": "Error from cloudfront"}


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"Server": "acme\x1b[31m\r\nforged: 1"}, "x", id="control characters"),
        pytest.param({b"\xff\xfe": b"\xff" * 9}, b"\xff\xfe\x00", id="invalid UTF-8"),
        pytest.param({"Server": "x" * 65_536}, "x", id="a long value"),
        pytest.param({"x" * 65_536: "x"}, "x", id="a long name"),
        pytest.param([("Set-Cookie", f"a{number}=1") for number in range(10_000)], "x", id="a field 10,000 times"),
        pytest.param([("Server", "x" * 65_536)] * 100, "x", id="long values, many times"),
        pytest.param([("a",), None, 5], "x", id="no pairs"),
        pytest.param(HEADERS, b"\0" * 100_000, id="nulls"),
        pytest.param(HEADERS, gzip.compress(b"<title>x</title>" * 100)[:50], id="truncated gzip"),
        pytest.param(HEADERS, "x" * 1_048_576, id="a line of 1 MiB"),
        pytest.param(HEADERS, "a b " * 262_144, id="words of 1 MiB"),
        pytest.param(HEADERS, "<hr>" * 262_144, id="rules of 1 MiB"),
        pytest.param(HEADERS, "<title>" * 149_797, id="titles of 1 MiB"),
        pytest.param(HEADERS, '{"message":' * 5_000, id="JSON nested"),
        pytest.param(HEADERS, '{"error":' + "[" * 60_000, id="JSON nested 60,000 deep"),
        pytest.param(HEADERS, '{"error":' + "[" * 100_000, id="JSON nested 100,000 deep"),
        pytest.param(HEADERS, '{"message": ' + "9" * 5_000 + "}", id="a number of 5,000 digits"),
        pytest.param(HEADERS, "\ud800<title>\udfff</title>", id="lone surrogates"),
        pytest.param(HEADERS, "\u0130\u0130<title>Access denied</title>", id="letters that grow in lower case"),
        pytest.param(HEADERS, 5, id="no text"),
        pytest.param(5, "x", id="no headers"),
    ],
)
def test_hostile_input(headers: Any, body: Any) -> None:
    """There is an answer, soon, and nothing of the input is in it."""
    start = time.perf_counter()
    found = explain(503, headers=headers, body=body)
    printed = "".join((str(found), format(found, "long"), *found.evidence, found.subcode or ""))

    assert time.perf_counter() - start < 1
    assert 503 == found.code
    assert all(char.isprintable() or char == "\n" for char in printed)
    assert "forged" not in printed


text = st.text(max_size=300) | st.sampled_from([row["body"] or "" for row in ROWS] or [""])
fields = st.lists(st.tuples(st.text(max_size=20) | st.sampled_from(["Server", "Via", "CF-RAY"]), st.text(max_size=40)))


@given(status=st.integers(100, 999), headers=fields, body=text | text.map(lambda body: body.encode("utf-8", "replace")))
def test_any_response(status: int, headers: list[tuple[str, str]], body: str | bytes) -> None:
    """Nothing is raised, and the index finds what a scan of all finds."""
    found = explain(status, headers=headers, body=body)
    places = Places(status, None, fields_of(headers), body)

    assert status == found.code
    assert SIGNATURES.matches(places) == SIGNATURES.scan(places)


@given(first=st.sampled_from(ROWS or [{}]), second=st.sampled_from(ROWS or [{}]))
def test_contradictory_marks(first: recognition.Row, second: recognition.Row) -> None:
    """Marks of several vendors at once: the surest one, or nobody; the evidence comes from our data alone."""
    status = first["status"] or 403
    headers = [*(first["headers"] or ()), *(second["headers"] or ())]
    found = explain(status, headers=headers, body=f"{first['body'] or ''}{second['body'] or ''}")

    assert set(found.evidence) <= {raw["evidence"] for raw in RAW}
    assert (found.emitted_by is None) is (found.confidence is Confidence.NONE)


def test_a_scan_of_everything_finds_the_same() -> None:
    """A set of signatures made anew from the files equals the one that was generated."""
    files = regenerate.read_files(regenerate.PACKAGE / "data")
    fresh = Signatures(build_indexes(files.values())["_signatures.jsonl"].encode())

    assert fresh.all_raw() == RAW
    assert fresh._numbers == SIGNATURES._numbers
