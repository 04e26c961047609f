"""Search: what a text is read as, and which record comes first."""

from __future__ import annotations

import attrs
import pytest

from httpcodes_explained import Registry, UnknownCodeError, codes, lookup, search
from httpcodes_explained._search_index import TermIndex
from httpcodes_explained._search_marks import VendorMarks, printed_with
from httpcodes_explained._search_words import codes as codes_in
from httpcodes_explained._search_words import compounds, pairs, statuses, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("too many requests", "429"),
        ("Payload Too Large", "413"),
        ("request entity too large", "413"),
        ("orgin unreachable", "cloudflare:523"),
        ("origin is unreachable", "cloudflare:523"),
        ("523", "cloudflare:523"),
        ("nginx 499", "nginx:499"),
        ("client closed request", "nginx:499"),
        ("esri token required", "esri:499"),
        ("teapot", "418"),
        ("cloudflare ssl handshake", "cloudflare:525"),
        ("page expired", "laravel:419"),
        ("overloaded anthropic", "anthropic:529"),
        ("request denied", "linkedin:999"),
        ("bad gatway", "502"),
        ("not fuond", "404"),
        ("xateway timeout", "504"),
        ("Forbidden", "403"),
        ("not found", "404"),
        ("the not found", "404"),
    ],
)
def test_what_is_found_first(text: str, expected: str) -> None:
    """Words, former names, digits and typos find what they are meant to."""
    assert expected == search(text)[0].id


@pytest.mark.parametrize("text", ["", "!?", "it is", "zzzzqqqq", "\ud800\x00", "471 zqx", "[({" * 1000])
def test_what_says_nothing_finds_nothing(text: str) -> None:
    """Stop words, marks, words like no other and a number that nobody defined lead nowhere."""
    assert () == search(text)


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("heroku connection refused", "heroku"),
        ("connection refused behind haproxy", "haproxy"),
        ("aws load balancer connection closed", "aws-alb"),
        ("gcp load balancer connection closed", "google-cloud-lb"),
        ("k8s too many requests", "kubernetes"),
        ("CosmosException too many requests", "cosmos-db"),
        ("Server: AkamaiGHost access denied", "akamai"),
        ("cf-ray: 8b1c 403 access denied", "cloudflare"),
        ("api gateway 502", "aws-api-gateway"),
        ("418 I'm a teapot edgeone", "edgeone"),
        ("kubectl forbidden", "kubernetes"),
    ],
)
def test_a_vendor_in_the_text_binds(text: str, vendor: str) -> None:
    """Name, abbreviation, exception and Server field of a vendor put its records before those of others."""
    assert vendor == search(text)[0].vendor.id


@pytest.mark.parametrize("number", [403, 408, 429, 502, 503, 504])
def test_a_status_in_the_text_binds(number: int) -> None:
    """The words may fit any code: the first finds are those of the number."""
    found = search(f"the server said {number} after a timeout of 300 seconds", limit=3)

    assert all(number in (record.code, *record.wire) for record in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<Error><Code>NoSuchKey</Code><Message>The key does not exist</Message>", "aws-s3:NoSuchKey"),
        ('{"error":{"code":"context_length_exceeded","type":"error"}}', "openai:context_length_exceeded"),
        ("504 198 - - sH-- 1757/1757/11/0/0 0/0", "haproxy:sH--"),
        ('"termination_state":"sC" of haproxy', "haproxy:sC--"),
        ("envoy access log: 503 UF -", "envoy:UF"),
        ("HTTP Error 404.13 - Not Found", "iis:404.13"),
        ("app[web]: at=error code=H12 desc=timeout", "heroku:H12"),
        ('"GET / HTTP/1.1" 503 UF,URX 0 91', "envoy:UF"),
        ('HttpStatus="502", HttpReason="Bad Gateway", HttpSubStatus="3"', "iis:502.3"),
        ("curl http_code: 000", "curl:no-response"),
        ("Cosmos: what means a subStatusCode of 3200?", "cosmos-db:3200"),
        ("[2026-01-01] 503 UAEX", "envoy:UAEX"),
    ],
)
def test_a_code_as_it_is_written_counts_for_nearly_everything(text: str, expected: str) -> None:
    """A sub-code inside a longer text is found, in its own case."""
    assert expected == search(text)[0].id


def test_an_everyday_word_is_no_code() -> None:
    """A sub-code that is a word of everybody, or a status's name, is found as one word among others."""
    assert "error" in {record.subcode for record in codes(subcodes=True)}
    assert "error" != search("internal server error")[0].subcode
    assert "cosmos-db:503" == search("ServiceUnavailable (503); more info: https://aka.ms/cosmosdb")[0].id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rate limit", "429"),
        ("rate limited", "429"),
        ("unauthorised", "401"),
        ("cors", "aws-s3:NoSuchCORSConfiguration"),
    ],
)
def test_what_people_call_it(text: str, expected: str) -> None:
    """The everyday word for a status finds its registered code before the vendors' own."""
    assert expected == search(text)[0].id


def test_words_side_by_side_count_as_such() -> None:
    """Of two records with the same words, the one that has them in the order of the text fits better."""
    one, other = (attrs.evolve(lookup(404), name=name) for name in ("Red Lamp Green Door", "Green Lamp Red Door"))
    scores = TermIndex([one, other], {}).scores("the green lamp")

    assert scores[1] > scores[0] > 0


def test_a_whole_message_counts_as_such() -> None:
    """Of two records with the same words, the one that bears the whole message fits better; a common name does not."""
    bad_gateway, vendors = lookup(502), [lookup(f"{vendor}:502") for vendor in ("nginx", "haproxy", "apache")]
    one, other, third = (
        attrs.evolve(record, aliases=(message,))
        for record, message in zip(vendors, ("red lamp", "lamp of green and red", "Bad Gateway"), strict=True)
    )
    index = TermIndex([bad_gateway, one, other, third], {})
    scores = index.scores("the red lamp is on")

    assert scores[1] > scores[2] > 0
    assert '"bad gateway"' not in index._postings


def test_what_a_page_prints_is_searched() -> None:
    """The literals of a signature are words of the record that they show."""
    shown = {"vendor": "vercel", "when": [{"any": [{"place": "body", "contains": ["a green lamp", "a red one"]}]}]}
    mapped = {
        "vendor": "iis",
        "when": [{"place": "status", "equals": "404"}],
        "subcode": {"map": {"blue lamp": "404.1"}},
    }
    signatures = [{**shown, "subcode": [{"literal": "Lamp lit"}, {"place": "title"}]}, mapped]

    assert {"vercel:Lamp-lit": ["a green lamp", "a red one"], "iis:404.1": ["blue lamp"]} == printed_with(signatures)


@pytest.mark.parametrize(
    ("test", "text", "named"),
    [
        ({"place": "body", "contains": ["a green lamp", "a red one"]}, "we saw A green lamp", True),
        ({"place": "body", "equals": "lamp"}, "we saw a lamp", False),
        ({"place": "header:server", "prefix": "lamp/"}, "Server: lamp/2.0", True),
        ({"place": "header:server", "equals": "nginx-lamp"}, "Server: nginx", False),
        ({"place": "header:x-lamp-id", "present": True}, "X-Lamp-Id: 7", True),
        ({"place": "header:x-request-id", "present": True}, "X-Request-Id: 7", False),
        ({"place": "header:lamp", "present": True}, "the lamp", False),
        ({"not": [{"place": "body", "contains": "a green lamp"}]}, "a green lamp", False),
    ],
)
def test_what_names_a_vendor(test: dict[str, object], text: str, named: bool) -> None:
    """Literals of several words, Server fields as a whole and header fields of its own name a vendor."""
    marks = VendorMarks((), [{"vendor": "vercel", "when": [{"all": [test]}]}])

    assert named == ("vercel" in marks.named_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HTTP/1.1 502 Bad Gateway", [502]),
        ("status=499 code:499 TCP_MISS/503 [404] (410)", [499, 499, 503, 404, 410]),
        ("HTTP Error 500.19", [500]),
        ("200-299, or 404", []),
        ("200-299 and 302 or 404, then 500", [500]),
        ("status 403 instead of 401, expected 200", [403]),
        ("error code 203, error code: 503", [503]),
        ("503 on reload, 403 secondary", [503, 403]),
        ("10.0.0.127:443 took 600s, 300 seconds, 250 ms, 512 bytes, 100%, 0/200/-1, #404", []),
        ("1020 12345 50 25,600 1,024 100,000", []),
        ("recv() failed (104: Connection reset by peer), [Errno 111] Connection refused, 502,503", [502, 503]),
        ("Vercel部署后提示504错误", [504]),
    ],
)
def test_statuses_in_a_text(text: str, expected: list[int]) -> None:
    """Three digits are a status unless they are a part of something else, or counted in a unit."""
    assert expected == statuses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1020", ["1020"]),
        ("Error 54113", ["Error", "54113"]),
        ("CloudflareError: 1020", ["CloudflareError", "1020"]),
        ("Limit 6000 of `40004`", ["Limit", "of", "40004"]),
        ("a code of 40004 in 3200 lines", ["a", "code", "of", "40004", "in", "lines"]),
        ("404.13 UF,URX", ["404.13", "UF"]),
        ("status: 502, substatus: 3", ["status", "502", "substatus", "3", "502.3"]),
    ],
)
def test_codes_in_a_text(text: str, expected: list[str]) -> None:
    """A number is a code where it is called one or quoted, the first of a list stands for it; sub-statuses have one."""
    assert expected == [*codes_in(text)]


def test_a_code_that_is_a_word_of_everybody_is_as_common_as_the_word() -> None:
    """Where many records have the word, a record whose sub-code is spelt like it does not win by that alone."""
    url = attrs.evolve(lookup("http-sys:URL"), summary="A lamp.", meaning="A lamp.", causes=())
    others = [attrs.evolve(lookup(404), name=f"Url {number}") for number in range(40)]

    assert "URL" == url.subcode
    alone, among = (TermIndex([url, *rest], {}).scores("URL")[0] for rest in (others[:1], others))
    assert among < alone


def test_words_of_a_text() -> None:
    """Words lose case and ending, tokens keep both, and a token of several parts is one word too."""
    text = "It's NoSuchKey, no_such_keys: 404.13 and sC-- of the Gateways."

    assert ["no", "such", "key", "no", "such", "key", "404.13", "s", "c", "gateway"] == words(text)
    assert ["nosuchkey", "nosuchkey", "sc"] == [*compounds(text)]
    assert {"NoSuchKey", "no_such_keys", "404.13", "sC--", "Gateways"} <= {*tokens(text)}
    assert 1 == len({*words("query"), *words("queries")}) == len({*words("Status"), *words("statuses")})
    assert ["0", "0"] == words("000 0 404")
    assert {("timeout",)} == {(*words(text),) for text in ("timed out", "Timing out", "time-out", "timeout")}
    assert [["cors"], ["cor"], ["cor"]] == [words(text) for text in ("CORS", "core", "cores")]
    assert words("unauthorised") == words("Unauthorized")
    assert ["no such", "such key"] == [*pairs(["no", "such", "key"])]


def test_every_record_is_found_by_its_name() -> None:
    """Number, sub-code and name of a record find it within the first five."""
    for record in codes(subcodes=True):
        text = f"{record.code} {record.subcode or ''} {record.name} {record.vendor.name}"
        assert record in search(text, limit=5), record.id


def test_limit_and_vendor() -> None:
    """limit= cuts, vendor= filters."""
    assert 3 == len(search("server", limit=3))
    assert {"nginx"} == {record.vendor.id for record in search("server closed", vendor="nginx")}
    assert () == search("server", limit=0)
    with pytest.raises(UnknownCodeError):
        search("server", vendor="ngimx")


def test_long_text_is_cut() -> None:
    """A megabyte of text is searched by its beginning."""
    assert "404" == search("not found " + "x" * 1_000_000)[0].id


def test_a_registry_has_its_own_index() -> None:
    """Two registries do not share what they find."""
    own = Registry.default().extended([])

    assert [record.id for record in own.search("not found")] == [record.id for record in search("not found")]
    assert lookup(404) == own.search("404")[0]
