"""Whether to send a request again, and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace
from typing import Any

import pytest
import stamina
import tenacity
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import Confidence, codes, explain, meanings
from httpcodes_explained.retry import RETRYABLE, parse_retry_after, retry_hint
from tests.servers import raw_server

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = 86_400.0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0),
        (" 120 ", 120.0),
        (b"120", 120.0),
        (120, 120.0),
        (0.5, 0.5),
        ("0.5", 0.5),
        ("0", 0.0),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        ("Sunday, 22-Nov-26 12:00:30 GMT", 30.0),
        ("Sun Nov 22 12:00:30 2026", 30.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("Sun, 22 Nov 2036 12:00:00 GMT", DAY),
        ("99999999999", DAY),
        ("9" * 64, DAY),
        ("9" * 65, None),
        ("-1", None),
        ("-0.5", None),
        ("soon", None),
        ("", None),
        ("1e3", None),
        ("inf", None),
        ("nan", None),
        ("１２", None),
        ("1.2.3", None),
        ("Sun, 99 Nov 2026 12:00:30 GMT", None),
        pytest.param(10**5000, DAY, id="more digits than int allows to print"),
        (float("inf"), DAY),
        (float("nan"), None),
        (None, None),
        (True, None),
        pytest.param(object(), None, id="object()-None"),
    ],
    ids=repr,
)
def test_retry_after(value: object, expected: float | None) -> None:
    """Seconds, fractions and dates are read; a day is the most; garbage is None."""
    assert expected == parse_retry_after(value, now=NOON)


def test_retry_after_counts_from_now() -> None:
    """Without `now`, a date counts from the present moment."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    seconds = parse_retry_after(later)

    assert seconds is not None
    assert 90 < seconds <= 100


@given(st.one_of(st.text(), st.binary(), st.floats(), st.integers(), st.none(), st.dates().map(str)))
def test_retry_after_never_raises(value: object) -> None:
    """Whatever the value, it is seconds within a day, or None."""
    seconds = parse_retry_after(value)

    assert seconds is None or 0 <= seconds <= DAY


def epoch(seconds: float) -> str:
    """Return a moment so many seconds ahead, as seconds since 1970."""
    return str(int(datetime.now(UTC).timestamp() + seconds))


@pytest.mark.parametrize(
    ("headers", "least", "most", "field"),
    [
        ({"Retry-After": "30"}, 30, 30, "retry-after"),
        ({"Retry-After": 30}, 30, 30, "retry-after"),
        ([(b"retry-after", b"30")], 30, 30, "retry-after"),
        ({"retry-after-ms": "1500", "retry-after": "30"}, 1.5, 1.5, "retry-after-ms"),
        ({"RateLimit": '"default";r=0;t=42'}, 42, 42, "ratelimit"),
        ({"RateLimit-Reset": "42", "RateLimit-Remaining": "0"}, 42, 42, "ratelimit-reset"),
        pytest.param({"X-RateLimit-Reset": epoch(3600)}, 3000, 3600, "x-ratelimit-reset", id="an epoch"),
        pytest.param({"X-RateLimit-Reset": epoch(3600) + "000"}, 3000, 3600, "x-ratelimit-reset", id="milliseconds"),
        pytest.param(
            {
                "x-ratelimit-reset-requests": "6m",
                "x-ratelimit-remaining-requests": "9",
                "x-ratelimit-reset-tokens": "2s",
            },
            2,
            2,
            "x-ratelimit-reset-tokens",
            id="the limit that is used up",
        ),
        ({"RateLimit": "limit=10, remaining=0, reset=7"}, 7, 7, "ratelimit asks to wait"),
        ({"X-RateLimit-Reset-After": "0.25"}, 0.25, 0.25, "x-ratelimit-reset-after"),
        ({"x-ratelimit-reset-requests": "6m0s"}, 360, 360, "x-ratelimit-reset-requests"),
        ({"x-ratelimit-reset-tokens": "1h2m3.5s"}, 3723.5, 3723.5, "x-ratelimit-reset-tokens"),
        ({"x-ratelimit-reset-tokens": "250ms"}, 0.25, 0.25, "x-ratelimit-reset-tokens"),
        ({"Retry-After": "999999"}, DAY, DAY, "retry-after asks to wait, cut to a day"),
        ({"Retry-After": "soon", "X-RateLimit-Reset": "5"}, 5, 5, "x-ratelimit-reset"),
    ],
    ids=str,
)
def test_fields_that_ask_to_wait(headers: Any, least: float, most: float, field: str) -> None:
    """A 429 says when to come back, by whichever field it has."""
    retry = explain(429, headers=headers).retry

    assert retry.should
    assert retry.after is not None
    assert least <= retry.after <= most
    assert field in retry.reason
    assert (
        retry.after == retry_hint(SimpleNamespace(status_code=429, headers=headers)) or "X-RateLimit-Reset" in headers
    )


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Retry-After": "0"},
        {"Retry-After": "x" * 65},
        {"RateLimit": '"default";r=5;t=42'},
        {"RateLimit": "limit=10, remaining=3, reset=7"},
        {"RateLimit": "remaining=0"},
        {"RateLimit": ""},
        {"RateLimit": '"default";r=0;t=soon'},
        {"X-RateLimit-Reset": "1000000000"},
        {"X-RateLimit-Reset": "50", "X-RateLimit-Remaining": "4999"},
        {"RateLimit-Reset": "50", "RateLimit-Remaining": "1"},
        {"x-ratelimit-reset-requests": "6m0s", "x-ratelimit-remaining-requests": "59"},
        {"x-ratelimit-reset-requests": "6 weeks"},
        {"x-ratelimit-reset-requests": "m"},
        {"x-ratelimit-reset-requests": "5"},
        {"x-ratelimit-reset-requests": "0s"},
        {"Retry-After": None},
        [("Retry-After",)],
        7,
        [(b"\xff", b"\xff")],
    ],
    ids=str,
)
def test_fields_that_ask_for_nothing(headers: Any) -> None:
    """Garbage, and a wait of zero, leave the backoff to the caller; nothing is raised."""
    assert (True, None) == (explain(429, headers=headers).retry.should, explain(429, headers=headers).retry.after)


def test_a_used_up_limit_makes_403_worth_a_wait() -> None:
    """GitHub answers 403 with nothing remaining where it means 429."""
    used_up = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": epoch(60)}

    assert explain(403, headers=used_up).retry.should
    assert "the rate limit is used up; x-ratelimit-reset asks to wait" == explain(403, headers=used_up).retry.reason
    assert not explain(403, headers={**used_up, "x-ratelimit-remaining": "7"}).retry.should
    assert not explain(403).retry.should
    assert not explain(200, headers=used_up).retry.should
    # Only whoever is refused is told no for that reason; what is not there stays so.
    assert not explain(404, headers=used_up).retry.should


def answer(status: int, method: str, headers: object = None) -> object:
    """Return a response that knows its request's method."""
    return SimpleNamespace(status_code=status, headers=headers, request=SimpleNamespace(method=method))


@pytest.mark.parametrize(
    ("target", "method", "expected"),
    [
        (429, None, True),
        (429, "POST", True),
        (502, None, False),
        (502, "get", True),
        (502, "POST", False),
        (502, "FOO", False),
        (404, "GET", False),
        (200, "GET", False),
        (471, "GET", False),
        (999999, "GET", False),
        ("cloudflare:524", "PUT", True),
        (ValueError("no status"), "GET", False),
        (None, None, False),
        (
            SimpleNamespace(status_code=503, headers={"Retry-After": "7"}, request=SimpleNamespace(method="GET")),
            None,
            7.0,
        ),
        (SimpleNamespace(status_code=502, request=SimpleNamespace(method="DELETE")), None, True),
        (SimpleNamespace(status_code=502, request=SimpleNamespace(method="DELETE")), "POST", False),
        (explain(502), None, False),
        (explain(502), "GET", True),
        (explain(404), "GET", False),
        (explain(SimpleNamespace(status_code=503, headers={"Retry-After": "7"})), "GET", 7.0),
        (explain(SimpleNamespace(status_code=502, request=SimpleNamespace(method="GET"))), None, True),
        (explain(SimpleNamespace(status_code=502, request=SimpleNamespace(method="GET"))), "POST", False),
    ],
    ids=str,
)
def test_hint(target: object, method: str | None, expected: bool | float) -> None:
    """False, True, or seconds above zero: from the record, the method, and the response."""
    hint = retry_hint(target, method=method)

    assert expected == hint
    assert type(expected) is type(hint)


def test_a_guess_at_the_sender_makes_no_repeat_safe() -> None:
    """An application's own empty 503 behind an old Caddy looks like Caddy's, which no method harms."""
    headers = {"Server": "Caddy", "Date": "Sun, 22 Nov 2026 12:00:00 GMT", "Content-Length": "0"}
    answered = SimpleNamespace(status_code=503, headers=headers, _content=b"", method="POST")
    found = explain(answered)

    assert found.emitted_by is not None
    assert ("caddy", Confidence.POSSIBLE) == (found.emitted_by.id, found.confidence)
    assert explain(503).record is found.record
    assert retry_hint(answered) is False
    assert retry_hint(answered, method="GET") is True
    assert retry_hint("caddy:503", method="POST") is True


def test_retryable_follows_the_records() -> None:
    """A status is in it exactly if its likeliest meaning allows to repeat the request."""
    assert {429, 502, 503, 504, 520, 522, 523, 524, 529} <= RETRYABLE
    assert RETRYABLE.isdisjoint({200, 301, 400, 401, 404, 409, 422, 501, 999})
    for record in codes():
        first = meanings(record.code)[0]
        assert (record.code in RETRYABLE) is (first.retry_advice in ("if-idempotent", "any-method"))


BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0.01\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def test_with_stamina() -> None:
    """It is stamina's hook as it stands."""
    import requests

    calls: list[int] = []

    @stamina.retry(on=retry_hint, attempts=3)
    def fetch(url: str) -> None:
        calls.append(1)
        requests.get(url, timeout=5).raise_for_status()

    with raw_server(BUSY) as url, pytest.raises(requests.HTTPError):
        fetch(url)
    assert 3 == len(calls)


def test_with_tenacity() -> None:
    """It is a predicate for tenacity, and says how long to wait."""
    import requests

    calls: list[float] = []

    @tenacity.retry(
        retry=tenacity.retry_if_exception(lambda error: retry_hint(error) is not False),
        wait=tenacity.wait_exception(lambda error: float(retry_hint(error))),
        stop=tenacity.stop_after_attempt(3),
        sleep=calls.append,
        reraise=True,
    )
    def fetch(url: str) -> None:
        requests.get(url, timeout=5).raise_for_status()

    with raw_server(BUSY) as url, pytest.raises(requests.HTTPError):
        fetch(url)
    assert [0.01, 0.01] == calls


def test_with_urllib3() -> None:
    """RETRYABLE is a status_forcelist."""
    retry = urllib3.Retry(2, status_forcelist=RETRYABLE, backoff_factor=0, respect_retry_after_header=False)
    with (
        raw_server(BUSY) as url,
        urllib3.PoolManager() as pool,
        pytest.raises(urllib3.exceptions.MaxRetryError) as caught,
    ):
        pool.request("GET", url, retries=retry)

    assert 503 == explain(caught.value).code
