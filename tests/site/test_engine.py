"""The engine of the front page against the engine of the library: the same answers to the same cases."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from httpcodes_explained import Explanation, Registry, RetryAdvice, explain
from httpcodes_explained._combined import records_of
from httpcodes_explained._headers import fields_of
from httpcodes_explained._pasted import responses_in
from httpcodes_explained._places import Places
from httpcodes_explained._retry import decide
from tests.questions import read_questions
from tests.recognition import RESPONSES, Row, read_corpus, response, statuses_of

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS / "_ext"))

from search_data import search_data  # noqa: E402 (the folder of the Sphinx extension is no package)

PASTED = Path(__file__).parents[1] / "data" / "pasted.jsonl"
# The scripts of the front page, in its order, but for those that need a page.
SCRIPTS = [
    name
    for name in re.findall(r'src="_static/([a-z-]+\.js)"', (DOCS / "_templates" / "front.html").read_text("utf-8"))
    if name not in ("front.js", "texts.js")
]

NGINX_PAGE = """<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx/1.25.3</center>
</body>
</html>"""

Ask = Callable[[str, Iterable[Any]], list[Any]]


@pytest.fixture(name="ask", scope="module")
def _ask(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Return what hands cases to the page's own scripts, which node runs."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node: apt-get install nodejs")
    folder = tmp_path_factory.mktemp("data")
    data = search_data(registry)
    for name in SCRIPTS:
        (folder / name).write_bytes(data[name] if name in data else (DOCS / "_static" / name).read_bytes())
    command = [node, str(Path(__file__).with_name("run_engine.js")), *(str(folder / name) for name in SCRIPTS)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, encoding="utf-8") as process:
        yield lambda task, cases: [answer_of(process, task, case) for case in cases]


def answer_of(process: subprocess.Popen[str], task: str, case: Any) -> Any:
    """Return what the page's scripts make of one case."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{json.dumps([task, case])}\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


# --- who sent it --------------------------------------------------------------------------------------


def found_by(explanation: Explanation) -> dict[str, Any]:
    """Return what both engines say of a response."""
    return {
        "emitted_by": None if explanation.emitted_by is None else explanation.emitted_by.id,
        "via": [vendor.id for vendor in explanation.via],
        "emitter": explanation.emitter,
        "confidence": explanation.confidence,
        "evidence": list(explanation.evidence),
        "subcode": explanation.subcode,
        "id": explanation.id,
        "parent": None if explanation.parent is None else explanation.parent.id,
        "also": [record.id for record in explanation.also],
    }


def test_every_fixture_is_explained_alike(ask: Ask) -> None:
    """Vendor, via, emitter, confidence, evidence, sub-code and records are the same for all responses held here."""
    rows = [row for path in sorted(RESPONSES.glob("*.jsonl")) for row in read_corpus(path)]
    tried = [(row, status) for row in rows for status in statuses_of(row)]
    assert len(rows) > 900

    found = ask("explain", (on_the_page(row, status) for row, status in tried))

    differing = [
        (row["id"], status, expected, actual)
        for (row, status), actual in zip(tried, found, strict=True)
        if (expected := found_by(explain(response(row, status)))) != actual
    ]
    print(f"{len(tried) - len(differing)} of {len(tried)} answers to {len(rows)} responses agree")
    assert [] == differing


def on_the_page(row: Row, status: int) -> dict[str, Any]:
    """Return a row as the page reads it out of a pasted text."""
    return {"status": status, "reason": row["reason"], "headers": row["headers"], "body": row["body"]}


def test_spliced_responses_bear_the_same_marks(ask: Ask, registry: Registry) -> None:
    """Fields and bodies of different senders, cut and mixed, pass the same tests of signatures."""
    rng = random.Random(0)
    rows = [row for path in sorted(RESPONSES.glob("*.jsonl")) for row in read_corpus(path)]
    cases = [spliced(rng, rng.choice(rows), rng.choice(rows)) for _ in range(1000)]

    found = ask("explain", cases)

    differing = [
        (case, expected, actual["evidence"])
        for case, actual in zip(cases, found, strict=True)
        if (expected := marks_of(registry, case)) != actual["evidence"]
    ]
    assert [] == differing
    assert sum(bool(actual["evidence"]) for actual in found) > len(cases) / 2


def spliced(rng: random.Random, one: Row, other: Row) -> dict[str, Any]:
    """Return a response with the status and some fields of one row, and pieces of the bodies of two."""
    fields = [*(one["headers"] or ()), *(other["headers"] or ())]
    body = one["body"] or ""
    cut = rng.randrange(len(body) + 1)
    return {
        "status": one["status"] or 403,
        "reason": one["reason"],
        "headers": [field for field in fields if rng.random() < 0.6],
        "body": rng.choice([body, body[cut:], body[:cut], body.upper(), f"{body}{other['body'] or ''}"]),
    }


def marks_of(registry: Registry, case: dict[str, Any]) -> list[str]:
    """Return the evidence of all signatures that a response bears, also of those that the index would not lead to."""
    places = Places(case["status"], case["reason"], fields_of(case["headers"]), case["body"])
    return list(dict.fromkeys(match.evidence for match in registry._signatures().scan(places)))


@pytest.mark.parametrize(
    "given",
    [
        {"status": 404},
        {"status": 404, "headers": []},
        {"status": 404, "body": ""},
        {"status": 503, "reason": "Service Unavailable", "headers": [["Server", "Varnish"]], "body": "{" * 9000},
        {"status": 599, "headers": [["Server", "cloudflare"], ["SERVER", "nginx"]], "body": "[1, 2]"},
        {"status": 403, "body": "<title>" + "x" * 9000 + "</title>"},
        {"status": 403, "body": "a <hr>" + "<b>" * 900},
        {"status": 403, "headers": [["x-a", "\u00e9"], ["__proto__", "x"]], "body": '{"__proto__": {"code": 1}}'},
    ],
    ids=["nothing", "no-fields", "no-body", "not-json", "two-lines", "long-title", "long-end", "odd-names"],
)
def test_odd_responses_are_explained_alike(ask: Ask, given: dict[str, Any]) -> None:
    """What is missing, cut or hostile makes no difference either."""
    expected = explain(
        f"{given['status']} {given.get('reason', '')}" if "reason" in given else given["status"],
        headers=given.get("headers"),
        body=given.get("body"),
    )

    assert [found_by(expected)] == ask("explain", [given])


def test_combined_subcodes(ask: Ask) -> None:
    """A combined value is taken apart as the library does it."""
    fields = [["server", "envoy"], ["x-envoy-response-flags", "UF,URX"]]

    expected = found_by(explain(503, headers=fields, body=""))

    assert [expected] == ask("explain", [{"status": 503, "headers": fields, "body": ""}])


@pytest.mark.parametrize(
    ("vendor", "subcode", "status"),
    [
        ("envoy", "UF,URX", 503),
        ("envoy", "UF,no-such-flag", 503),
        ("haproxy", "sHVN", 504),
        ("haproxy", "sH", 504),
        ("haproxy", "SC--", 503),
        ("haproxy", "Z", 503),
        ("cosmos-db", "404/1002", 404),
        ("iis", "404.13", 404),
        ("nginx", "494", 400),
        ("nginx", "no such", 400),
    ],
)
def test_records_of_a_subcode(ask: Ask, registry: Registry, vendor: str, subcode: str, status: int) -> None:
    """A sub-code leads to the same records, also where it combines several."""
    expected = [record.id for record in records_of(registry, vendor, subcode, status)]

    assert [expected] == ask("subcodes", [[vendor, subcode, status]])


# --- retry --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"retry-after": "120"},
        {"retry-after": "0.5"},
        {"retry-after": "-1"},
        {"retry-after": "0"},
        {"retry-after": "soon"},
        {"retry-after": "999999"},
        {"retry-after": "7\n9"},
        {"retry-after": "9" * 80},
        {"retry-after-ms": "1500", "retry-after": "2"},
        {"ratelimit": '"default";r=0;t=30'},
        {"ratelimit": '"default";r=5;t=30'},
        {"ratelimit": "limit=10, remaining=0, reset=7"},
        {"ratelimit": "limit=10, remaining=3, reset=7"},
        {"ratelimit-reset": "60", "ratelimit-remaining": "0"},
        {"x-ratelimit-reset": "60", "x-ratelimit-remaining": "12"},
        {"x-ratelimit-reset-after": "3.25"},
        {"x-ratelimit-reset-requests": "6m0s", "x-ratelimit-remaining-requests": "59"},
        {"x-ratelimit-reset-tokens": "250ms", "x-ratelimit-remaining-tokens": "0"},
        {"x-ratelimit-reset-tokens": "6x"},
    ],
    ids=str,
)
def test_retry_is_advised_alike(ask: Ask, fields: dict[str, str]) -> None:
    """Whether, when and why to send again is the same for every advice."""
    cases = list(product(RetryAdvice, (403, 404, 429), (None, True, False)))
    names = ("advice", "status", "reached_origin")

    found = ask("retry", [{"fields": fields, **dict(zip(names, case, strict=True))} for case in cases])

    for (advice, status, reached), actual in zip(cases, found, strict=True):
        expected = decide(advice, None, fields, status=status, reached_origin=reached)
        assert {"should": expected.should, "after": expected.after, "reason": expected.reason} == actual


def test_a_date_to_come_back_at(ask: Ask) -> None:
    """Dates count from now: as HTTP writes them, and as seconds since 1970."""
    now = datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()
    dates = [
        {"retry-after": "Sun, 22 Nov 2026 12:02:00 GMT"},
        {"retry-after": "Sun Nov 22 12:02:00 2026"},
        {"x-ratelimit-reset": str(int(now) + 120)},
        {"x-ratelimit-reset": str((int(now) + 120) * 1000)},
    ]

    found = ask("retry", [{"advice": "any-method", "fields": fields, "now": now * 1000} for fields in dates])

    assert [120, 120, 120, 120] == [retry["after"] for retry in found]


# --- what is pasted -----------------------------------------------------------------------------------


def test_pasted_texts_are_read_into_responses(ask: Ask) -> None:
    """Both read every case of the shared file as it says: status line, fields, and body."""
    cases = [json.loads(line) for line in PASTED.read_text(encoding="utf-8").splitlines()]
    assert cases

    found = ask("pasted", [case["text"] for case in cases])

    for case, actual in zip(cases, found, strict=True):
        by_the_command = json.loads(json.dumps(responses_in(case["text"].encode())))
        assert case["responses"] == by_the_command == actual, case["text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("error code: 1020", ["cloudflare", [], "cloudflare:1020"]),
        ("Server: AkamaiGHost", [None, ["akamai"], None]),
        ("server: cloudflare\ncf-ray: 8f0000000000abcd-FRA", [None, ["cloudflare"], None]),
        (NGINX_PAGE, ["nginx", [], "nginx:502"]),
        ("not found", None),
        ("404 not found", None),
        ("523", None),
        ("origin unreachable", None),
    ],
)
def test_parts_of_responses(ask: Ask, text: str, expected: Sequence[Any] | None) -> None:
    """A body or a field alone names who sent it where it is theirs, and plain words name nobody."""
    assert [expected] == ask("part", [text])


# --- search -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("523", "cloudflare:523"),
        ("nginx 499", "nginx:499"),
        ("origin unreachable", "cloudflare:523"),
        ("orgin unreachable", "cloudflare:523"),
        ("origin unreach", "cloudflare:523"),
        ("H12", "heroku:H12"),
        ("1020", "cloudflare:1020"),
        ("error code: 1020", "cloudflare:1020"),
        ("404 not found", "404"),
        ("404", "404"),
        ("iis 404.13", "iis:404.13"),
        ("too many requests", "429"),
        ("too many req", "429"),
        ("request entity too large", "413"),
        ("teapot", "418"),
        ("NoSuchKey", "aws-s3:NoSuchKey"),
        ("bad gatway", "502"),
        ("sH--", "haproxy:sH--"),
        ("the not found", "404"),
        ("404 not found" + "!" * 1_000_000, "404"),
    ],
)
def test_what_is_found_first(ask: Ask, text: str, expected: str) -> None:
    """Numbers, names, beginnings of words and typos find what they are meant to."""
    (found,) = ask("search", [text])

    assert expected == found[0]


def test_what_is_not_found(ask: Ask) -> None:
    """Where nothing is near, nothing is found."""
    assert [[], [], []] == ask("search", ["zzzzqqqq", "!?", ""])


def test_every_record_is_found_by_its_name(ask: Ask, registry: Registry) -> None:
    """Number, sub-code, name and vendor of a record find it within the first five."""
    records = registry.codes(subcodes=True)

    found = ask("search", [f"{one.code} {one.subcode or ''} {one.name} {one.vendor.name}" for one in records])

    assert [] == [one.id for one, ids in zip(records, found, strict=True) if one.id not in ids[:5]]


def test_questions_of_engineers(ask: Ask) -> None:
    """Names and summaries alone answer most of what was asked in public; the figure is printed."""
    questions = read_questions()

    found = ask("search", [question.text for question in questions])

    first_few = sum(not set(question.ids).isdisjoint(ids[:5]) for question, ids in zip(questions, found, strict=True))
    print(f"{first_few} of {len(questions)} questions are answered within five results")
    assert first_few > len(questions) / 2
