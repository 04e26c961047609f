"""The response hook of requests, with real responses."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

requests = pytest.importorskip("requests", reason="needs requests")

from hypothesis import given  # noqa: E402 (what is missing is said first)
from hypothesis import strategies as st  # noqa: E402

from httpcodes_explained import explained  # noqa: E402
from httpcodes_explained.integrations.requests import fill_reason  # noqa: E402
from tests.servers import raw_server, status_response  # noqa: E402


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("523 ", "Origin Is Unreachable (Cloudflare)"),
        ("523", "Origin Is Unreachable (Cloudflare)"),
        ("404 ", "Not Found"),
        ("200 ", "OK"),
        ("523 My Words", "My Words"),
        ("404 UNKNOWN", "UNKNOWN"),
        ("471 ", ""),
        # What urllib3-future writes behind every number that Python has no phrase for.
        ("523 Unknown", "Origin Is Unreachable (Cloudflare)"),
        ("471 Unknown", "Unknown"),
        ("404 Unknown", "Unknown"),
    ],
)
def test_a_missing_reason_is_filled(line: str, reason: str) -> None:
    """An empty reason becomes the name of the status; one that came stays."""
    with raw_server(status_response(line)) as url, requests.Session() as session:
        session.hooks["response"].append(fill_reason)
        response = session.get(url, timeout=5)

    assert reason == response.reason
    assert b"no" == response.content


def test_the_error_bears_it() -> None:
    """The message of the exception has the reason, and `explained` adds its note to it."""
    with (
        raw_server(status_response("523 ")) as url,
        pytest.raises(requests.HTTPError, match=r"523 Server Error: Origin Is Unreachable \(Cloudflare\) for url") as e,
        explained(),
    ):
        requests.get(url, timeout=5, hooks={"response": fill_reason}).raise_for_status()

    assert 1 == len(e.value.__notes__)


def test_a_stream_is_not_consumed() -> None:
    """The hook runs before the body is read, and leaves it there."""
    with (
        raw_server(status_response("523 ")) as url,
        requests.get(url, timeout=5, stream=True, hooks={"response": fill_reason}) as response,
    ):
        assert "Origin Is Unreachable (Cloudflare)" == response.reason
        assert b"no" == response.raw.read()


def test_redirects_are_followed_as_ever() -> None:
    """Each hop is filled, and the redirect is still followed."""
    with raw_server(status_response("523 ")) as target:
        hop = f"HTTP/1.1 302 \r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        with raw_server(hop.encode()) as url:
            response = requests.get(url, timeout=5, hooks={"response": fill_reason})

    assert ["Found"] == [hop.reason for hop in response.history]
    assert (523, "Origin Is Unreachable (Cloudflare)") == (response.status_code, response.reason)


class Broken:
    """A response all of whose attributes raise."""

    def __getattribute__(self, name: str) -> object:
        raise RuntimeError(name)


@given(
    st.one_of(st.integers(), st.sampled_from([0, 99, 600, 999, None, "abc", 10**30, 523, True])),
    st.one_of(st.none(), st.text(max_size=5), st.binary(max_size=5)),
    st.dictionaries(st.text(max_size=5), st.one_of(st.text(max_size=5), st.binary(max_size=5))),
)
def test_any_response(status: object, reason: object, headers: Any) -> None:
    """Whatever the response, nothing is raised, and a reason that is there stays."""
    response = requests.Response()
    response.status_code, response.reason, response.headers = status, reason, headers

    assert fill_reason(response, timeout=5) is None  # type: ignore[func-returns-value]
    assert response.reason == reason if reason else not reason
    assert (status, headers) == (response.status_code, response.headers)


@pytest.mark.parametrize(
    "make", [lambda: None, lambda: 7, Broken, lambda: SimpleNamespace(reason="", status_code=Broken())]
)
def test_broken_responses(make: Callable[[], Any]) -> None:
    """What is no response is left alone."""
    assert fill_reason(make()) is None  # type: ignore[func-returns-value]
