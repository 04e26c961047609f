"""From ints, strings and enum members to explanations."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import time
from decimal import Decimal
from fractions import Fraction
from http import HTTPStatus
from unittest.mock import MagicMock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import (
    AmbiguousCodeError,
    Confidence,
    Emitter,
    HttpCodesError,
    HttpStatus,
    Registry,
    State,
    UnknownCodeError,
    explain,
    lookup,
    meanings,
)
from httpcodes_explained.enums import CloudflareStatus, EdgeoneStatus, EsriStatus, NginxStatus
from tests.acme import IDENTITY

CLASS_NAMES = {"Continue", "OK", "Multiple Choices", "Bad Request", "Internal Server Error"}


class Index:
    """What numpy's integers look like from outside."""

    def __index__(self) -> int:
        return 404


@pytest.mark.parametrize("number", range(100, 1000))
def test_every_number_is_explained(number: int) -> None:
    """Every int from 100 to 999 has an explanation, warm or cold, that bears it and prints as one line."""
    for explanation in (explain(number), explain(number)):
        assert number == explanation.code == explanation.record.code
        assert str(explanation).startswith(f"{number} ")
        assert "\n" not in str(explanation)
        assert explanation.known is bool(meanings(number))
        assert explanation.emitted_by is None
        assert Confidence.NONE is explanation.confidence


@pytest.mark.parametrize("number", [n for n in range(100, 1000) if not meanings(n)])
def test_unknown_number_says_so(number: int) -> None:
    """A number nobody defined has a synthetic record, which no look-up returns and which bears no code's name."""
    explanation = explain(number)

    assert not explanation.known
    assert State.UNASSIGNED is explanation.state
    assert explanation.name.startswith("Unassigned ")
    assert explanation.name not in CLASS_NAMES
    assert explanation.record not in Registry.default().codes()
    assert Registry.default().get(number) is None
    with pytest.raises(UnknownCodeError):
        lookup(number)


def test_523_names_cloudflare_first() -> None:
    """523 is Cloudflare's; EdgeOne's is among the alternatives."""
    explanation = explain(523)

    assert "cloudflare" == explanation.vendor.id
    assert "523 Origin Is Unreachable (Cloudflare): " == str(explanation)[:40]
    assert "edgeone:523" in [other.id for other in explanation.alternatives]


def test_404_is_registered() -> None:
    """404 is IANA's, and its line bears no vendor."""
    assert "iana" == explain(404).vendor.id
    assert str(explain(404)).startswith("404 Not Found: ")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("523", "cloudflare:523", id="digits"),
        pytest.param(" 404 ", "404", id="space around"),
        pytest.param("４０４", "404", id="full-width digits"),
        pytest.param("404 Not Found", "404", id="number and reason"),
        pytest.param("404: Not Found", "404", id="number, colon and reason"),
        pytest.param("404\tNot  Found", "404", id="number and reason, oddly spaced"),
        pytest.param("cloudflare:0523", "cloudflare:523", id="id with a leading zero"),
        pytest.param(lookup("esri:499"), "esri:499", id="record"),
        pytest.param("HTTP/1.1 404 Not Found", "404", id="status line"),
        pytest.param("HTTP/1.1 520 ", "cloudflare:520", id="status line, empty reason"),
        pytest.param("HTTP/2 404", "404", id="HTTP/2 status line"),
        pytest.param("http/1.0 404 x", "404", id="lower-case status line"),
        pytest.param("cloudflare:523", "cloudflare:523", id="id"),
        pytest.param("Cloudflare:523", "cloudflare:523", id="id in another case"),
        pytest.param("iana:404", "404", id="id of a registered code"),
        pytest.param("iana:Not Found", "404", id="vendor and name"),
        pytest.param("Not Found", "404", id="name"),
        pytest.param("HTTP Version Not Supported", "505", id="name that begins as a label does"),
        pytest.param("HTTP 404", "404", id="label"),
        pytest.param("Status: 404 Not Found,", "404", id="label, reason and punctuation"),
        pytest.param("(404)", "404", id="brackets"),
        pytest.param("Error 1020", "cloudflare:1020", id="label and sub-code"),
        pytest.param("error code: 1020", "cloudflare:1020", id="Cloudflare's plain page"),
        pytest.param("at=error code=H12", "heroku:H12", id="Heroku's log"),
        pytest.param("not-found", "404", id="name with a hyphen"),
        pytest.param("NOT_FOUND", "404", id="name of a constant"),
        pytest.param("Payload Too Large", "413", id="former name"),
        pytest.param("I'm a teapot", "418", id="name with an apostrophe"),
        pytest.param(HTTPStatus.NOT_FOUND, "404", id="HTTPStatus"),
        pytest.param(HttpStatus.NOT_FOUND, "404", id="HttpStatus"),
        pytest.param(CloudflareStatus.ORIGIN_IS_UNREACHABLE, "cloudflare:523", id="vendor's enum"),
        pytest.param(Index(), "404", id="object with __index__"),
        pytest.param(MagicMock(status_code=404), "404", id="mock of a response"),
        pytest.param({"status": 404, "title": "Not Found"}, "404", id="problem document"),
    ],
)
def test_what_is_understood(target: object, expected: str) -> None:
    """Each way to name a code leads to its record."""
    explanation = explain(target)

    assert expected == explanation.id
    assert explanation.known


def test_an_ambiguous_code_behind_a_label() -> None:
    """The error names what it may mean."""
    with pytest.raises(AmbiguousCodeError, match="'RESOURCE_EXHAUSTED' has several meanings"):
        explain("code: RESOURCE_EXHAUSTED")


def test_an_explanation_is_its_own() -> None:
    """What has been explained is given back as it is, with all that was found out about a response."""
    explanation = explain(403, headers={"CF-RAY": "x"}, body=bytearray(b"error code: 1020"))

    assert explanation is explain(explanation)
    assert explanation is Registry.default().explain(explanation)
    assert "1020" == explanation.subcode
    with pytest.raises(TypeError, match="cannot explain an object of type Explanation"):
        explain(explanation, vendor="cloudflare")


def test_interim_and_invalid_numbers() -> None:
    """An unassigned 1xx has no content to read, and a number above 599 is none to register."""
    assert "waits for the final response" in explain(199).example
    assert "final response" in explain(199).client_steps[0]
    assert "no other number can be registered" in explain(777).when_to_use


@pytest.mark.parametrize("target", [0, "0", "000", " 000 "])
def test_zero_means_that_no_response_came(target: object) -> None:
    """0 and 000 are the client's own marks."""
    explanation = explain(target)

    assert (0, "No Response", True, Emitter.CLIENT) == (
        explanation.code,
        explanation.name,
        explanation.synthetic,
        explanation.emitter,
    )
    assert explanation.alternatives == ()


@pytest.mark.parametrize(
    "target",
    [
        None,
        True,
        False,
        404.0,
        Decimal(404),
        404 + 0j,
        Fraction(404),
        pytest.param(object(), id="object()"),
        b"404",
        [404],
        SystemExit(404),
        {},
    ],
    ids=repr,
)
@pytest.mark.parametrize("warm", [False, True])
def test_wrong_types(target: object, warm: bool) -> None:
    """What bears no status is a TypeError that says what is accepted, also where its equal was explained before."""
    if warm:
        explain(404)
        explain(0)

    with pytest.raises(TypeError, match=r"expected an int, an HTTPStatus .* or a response or exception"):
        explain(target)


@pytest.mark.parametrize("code", [None, True, 404.0, Decimal(404), pytest.param(object(), id="object()")], ids=repr)
def test_wrong_types_to_look_up(code: object) -> None:
    """The strict look-ups word it the same way."""
    for look in (Registry.default().lookup, Registry.default().get):
        with pytest.raises(TypeError, match="expected an int"):
            look(code)


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("abc", ()),
        ("", ()),
        ("   ", ()),
        (99, None),
        (100000, None),
        (-1, None),
        (10**30, None),
        (10**5000, None),
        ("cloudflare:599", None),
        ("cloudflare:", ()),
        ("linkedin:", ()),
        ("iana:", ()),
        ("zz,", ()),
        ("status 9999", ()),
        ("Error " * 100_000, ()),
        ("cloudflre:523", ("cloudflare:523",)),
        ("cloudflair:523", ("cloudflare:523",)),
        ("cloudflar:9999", ()),
        ("iena:404", ("404",)),
        ("INFO: 502", ("502",)),
        ("zzzzzzzz:523", ()),
        ("cloudflare:H99", None),
        ("laravel:None", None),
        ("404x: Not Found", ("not found",)),
        ("nott found", ("not found",)),
        ("x" * 1_000_000, ()),
        ("4" * 1_000_000, ()),
        ("HTTP/1.1", None),
        ("404" + " " * 1_000_000 + "?", None),
    ],
    ids=lambda value: repr(value)[:20] if not isinstance(value, int) else f"int{value.bit_length()}",
)
def test_unknown_codes(target: object, near: tuple[str, ...] | None) -> None:
    """What names no code is an UnknownCodeError with near misses, and it is raised at once."""
    start = time.perf_counter()

    with pytest.raises(UnknownCodeError) as caught:
        explain(target)

    assert time.perf_counter() - start < 1
    assert len(str(caught.value)) < 400
    if near is not None:
        assert near == caught.value.near[: len(near) or None]
    assert all(lookup(name) for name in caught.value.near)
    assert len(caught.value.near) <= 3
    assert isinstance(caught.value, LookupError)
    assert isinstance(caught.value, HttpCodesError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_vendor_picks_the_meaning() -> None:
    """vendor= takes that vendor's meaning, else the registered one, else none, and never another vendor's."""
    assert "nginx" == explain(499).vendor.id
    assert "esri:499" == explain(499, vendor="esri").id
    assert "esri:499" == explain("499", vendor=explain("esri:499").vendor).id
    assert "404" == explain(404, vendor="esri").id
    unknown = explain(523, vendor="nginx")
    assert not unknown.known
    assert 523 == unknown.code
    assert "Neither IANA nor nginx defines 523; clients treat it like 500." == unknown.summary
    assert "nor in the list of nginx; other vendors use the number" in unknown.meaning
    assert "Nobody is known to define 471" in explain(471, vendor="nginx").summary
    assert "esri:499" not in [other.id for other in explain(499, vendor="esri").alternatives]


@pytest.mark.parametrize(
    ("target", "vendor"),
    [
        (404, "clodflare"),
        (404, ""),
        ("cloudflare:523", "nginx"),
        ("404", "no such"),
        (CloudflareStatus.ORIGIN_IS_UNREACHABLE, "nginx"),
        ({"status": 404}, "clodflare"),
    ],
)
def test_vendor_that_is_unknown_or_contradicts(target: object, vendor: str) -> None:
    """An unknown vendor, or one that contradicts the id, raises."""
    with pytest.raises(UnknownCodeError):
        explain(target, vendor=vendor)
    with pytest.raises(UnknownCodeError, match="no vendor has the id 'clodflare'; did you mean cloudflare"):
        explain(404, vendor="clodflare")
    with pytest.raises(UnknownCodeError, match=r"did you mean iis\?"):
        explain(404, vendor="Microsoft IIS")
    with pytest.raises(UnknownCodeError, match=r"xxx\.\.\."):
        explain(404, vendor="x" * 1_000_000)


def test_lookup_with_a_vendor_is_strict() -> None:
    """lookup() does not fall back to another meaning, and names who defines the number."""
    assert "esri:499" == lookup(499, vendor="esri").id
    with pytest.raises(UnknownCodeError, match=r"nginx:523.*cloudflare:523.*nginx does not define it"):
        lookup(523, vendor="nginx")


def test_a_misspelt_vendor_is_never_swallowed() -> None:
    """get() gives its default for a code that is unknown, not for a vendor that is."""
    with pytest.raises(UnknownCodeError, match="did you mean cloudflare"):
        Registry.default().get(404, vendor="cloudfare")
    for wrong in (0, [], CloudflareStatus):
        with pytest.raises(TypeError, match="a vendor is named by its id"):
            explain(404, vendor=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "near"),
    [("404 Not Found", ("404",)), ("418 I'm a teapot", ("418",)), ("Error 1020 or 403", ("1020", "403"))],
)
def test_the_numbers_of_a_text_are_near(text: str, near: tuple[str, ...]) -> None:
    """lookup() takes no status line and no prose, and points to the codes that stand in them."""
    with pytest.raises(UnknownCodeError) as caught:
        lookup(text)

    assert near == caught.value.near


@pytest.mark.parametrize("order", [1, -1])
def test_members_of_two_vendors_explain_as_their_own(order: int) -> None:
    """Members that are equal as ints explain as their own vendors, in either order."""
    members = [CloudflareStatus(523), EdgeoneStatus(523)][::order]
    assert members[0] == members[1]

    assert {"cloudflare:523", "edgeone:523"} == {explain(member).id for member in members}
    assert ["nginx:499", "esri:499"] == [explain(member).id for member in (NginxStatus(499), EsriStatus(499))]


def test_answers_to_bare_numbers_are_kept() -> None:
    """The same int gives the same object; anything beside it is answered anew."""
    assert explain(404) is explain(404)
    assert explain(404, headers={}) is not explain(404)


def test_explanation_is_a_value() -> None:
    """It compares and hashes by value, pickles, and cannot be changed."""
    explanation = explain(523)
    copy = pickle.loads(pickle.dumps(explanation))

    assert explanation == copy
    assert hash(explanation) == hash(copy)
    assert explanation.alternatives == copy.alternatives
    assert explanation != explain(404)
    assert explanation != 523
    with pytest.raises(AttributeError):
        explanation.code = 524  # type: ignore[misc]


def test_log_levels() -> None:
    """A server's fault is an ERROR, a client's a WARNING; what no client saw, and what is no error, is INFO."""
    levels = {code: explain(code).log_level for code in (200, 404, 499, 500, 523)}

    assert {200: 20, 404: 30, 499: 20, 500: 40, 523: 40} == levels


def test_json() -> None:
    """to_json() is one line with the keys of to_dict()."""
    text = explain(523).to_json()

    assert "\n" not in text
    assert explain(523).to_dict() == json.loads(text)


def test_a_plain_word_is_no_code(registry: Registry) -> None:
    """A sub-code that is a word of everybody answers where its vendor is named, and is named where it is not."""
    extended = registry.extended({"vendor": IDENTITY, "subcodes": [_subcode("acme:Loose", 403, "Loose", "Loose")]})

    with pytest.raises(UnknownCodeError, match=r"'loose'; did you mean acme:Loose\?"):
        extended.explain("loose")
    assert "acme:Loose" == extended.explain("loose", vendor="acme").id == extended.lookup("Loose", vendor="acme").id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NotFound", "404"),
        ("InternalServerError", "500"),
        ("GatewayTimeout", "504"),
        ("kubernetes:NotFound", "kubernetes:NotFound"),
        ("RequestTimeout", "aws-s3:RequestTimeout"),
    ],
)
def test_a_name_without_its_spaces(text: str, expected: str) -> None:
    """It is the registered code's, as an exception's class has it, unless a vendor gives the word another status."""
    assert expected == explain(text).id == lookup(text).id


def test_a_number_that_its_vendor_writes_behind_the_status() -> None:
    """1002 is Cloudflare's; Cosmos DB has it with two statuses."""
    assert "cloudflare:1002" == lookup(1002).id
    with pytest.raises(AmbiguousCodeError, match="cosmos-db:404/1002, cosmos-db:410/1002"):
        lookup(1002, vendor="cosmos-db")
    with pytest.raises(UnknownCodeError, match=r"'instagram:20'.*Instagram has no such code"):
        lookup(20, vendor="instagram")


def test_ambiguous_sub_code(registry: Registry) -> None:
    """A sub-code that several records bear raises and lists them; with its status, or its id, it is one."""
    extended = registry.extended(
        {
            "vendor": IDENTITY,
            "subcodes": [
                _subcode("acme:403/E7", 403, "E7", "Key refused"),
                _subcode("acme:503/E7", 503, "E7", "Key store is down"),
                _subcode("acme:1999", 403, "1999", "Over the line"),
                {**_subcode("acme:no-key", 403, "no-key", "No key"), "coined": True},
                {**_subcode("acme:Loose", 403, "Loose", "Loose"), "code": None},
            ],
        }
    )

    with pytest.raises(AmbiguousCodeError, match="acme:403/E7, acme:503/E7"):
        extended.lookup("acme:E7")
    with pytest.raises(AmbiguousCodeError):
        extended.explain("E7")
    assert extended.get("e7", "none") == "none"
    explanation = extended.explain("acme:403/E7")
    assert ("403 Key refused (Acme E7): Key refused, for short.", "403") == (str(explanation), explanation.parent.id)  # type: ignore[union-attr]
    assert lookup(403).example == explanation.example
    assert (403, "1999") == (extended.explain(1999).code, extended.explain("1999").subcode)
    assert str(extended.lookup("acme:no-key")).startswith("403 No key (Acme): ")
    with pytest.raises(UnknownCodeError):
        extended.lookup("no-key")
    parent = lookup(403)
    assert (parent.user_message, parent.client_steps) == (explanation.user_message, explanation.client_steps)
    assert () == explanation.aliases
    assert (403,) == explanation.wire
    loose = extended.explain("acme:loose")
    assert (None, None, (), "Loose (Acme Loose): Loose, for short.") == (
        loose.code,
        loose.parent,
        loose.alternatives,
        str(loose),
    )
    assert loose.status_class is None
    assert "acme-e7-key-refused" == explanation.slug
    assert "acme:403/E7" == extended.search("E7 key refused")[0].id
    assert explanation == pickle.loads(pickle.dumps(explanation))


def _subcode(name: str, code: int, subcode: str, words: str) -> dict[str, object]:
    return {
        "id": name,
        "code": code,
        "subcode": subcode,
        "name": words,
        "summary": f"{words}, for short.",
        "meaning": f"{words}, and at length.",
        "causes": [f"{words}, because."],
        "fault": "client",
        "retry_advice": "after-change",
        "sources": [
            {"title": "Acme", "url": "https://acme.example/", "section": "codes", "checked": "2026-11-22"},
        ],
    }


@given(st.one_of(st.integers(), st.text(max_size=40), st.binary(max_size=9), st.floats(), st.none(), st.booleans()))
def test_anything_gives_an_answer_or_a_named_error(target: object) -> None:
    """Whatever comes in, an explanation comes out, or one of the documented errors."""
    try:
        assert str(explain(target))
    except (TypeError, UnknownCodeError) as error:
        assert str(error)


COLD_START = """
import threading
from httpcodes_explained import explain
results, barrier = [], threading.Barrier(32)
def work(n):
    barrier.wait()
    import httpcodes_explained as h
    results.append((
        id(h.Registry.default()), id(h.lookup(404)), id(explain(404)), explain(523), h.get("nginx:499"),
        h.meanings(520), h.search("origin unreachable")[0].id, h.HttpStatus.NOT_FOUND, len(h.codes(subcodes=True)),
    ))
threads = [threading.Thread(target=work, args=(n,)) for n in range(32)]
[t.start() for t in threads]; [t.join() for t in threads]
assert len(results) == 32, len(results)
assert all(result == results[0] for result in results), set(map(str, results))
"""


def test_threads_on_a_cold_start_see_one_registry() -> None:
    """32 threads that call everything at once in a fresh process get the same objects."""
    subprocess.run([sys.executable, "-c", COLD_START], check=True)


def test_header_fields_beside_an_id() -> None:
    """They name the wait, whoever defined the code."""
    assert 7 == explain("heroku:H12", headers={"Retry-After": "7"}).retry.after
