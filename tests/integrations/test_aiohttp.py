"""The hooks of aiohttp's client, with real responses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="needs aiohttp")

from hypothesis import given  # noqa: E402 (what is missing is said first)
from hypothesis import strategies as st  # noqa: E402

from httpcodes_explained import explained  # noqa: E402
from httpcodes_explained.integrations.aiohttp import fill_reason, raise_for_status  # noqa: E402
from tests.servers import raw_server, status_response  # noqa: E402

ANNOTATED = r"523, message='Origin Is Unreachable \(Cloudflare\)'"


async def fetch(url: str, **options: Any) -> Any:
    """Return the response, after its body was read."""
    async with aiohttp.ClientSession(**options) as session, session.get(url) as response:
        assert b"no" == await response.read()
        return response


class TestMiddleware:
    """`fill_reason` in a session."""

    # Before aiohttp 3.12 there is nothing to hand a middleware to.
    __test__ = hasattr(aiohttp, "ClientMiddlewareType")

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("523 ", "Origin Is Unreachable (Cloudflare)"),
            ("523", "Origin Is Unreachable (Cloudflare)"),
            ("404 ", "Not Found"),
            ("200 ", "OK"),
            ("523 My Words", "My Words"),
            ("471 ", ""),
        ],
    )
    def test_a_missing_reason_is_filled(self, line: str, reason: str) -> None:
        """An empty reason becomes the name of the status; one that came stays, and so does the body."""
        with raw_server(status_response(line)) as url:
            response = asyncio.run(fetch(url, middlewares=[fill_reason]))

        assert reason == response.reason

    @pytest.mark.parametrize("at_once", [True, False])
    def test_the_error_bears_it(self, at_once: bool) -> None:
        """Whether aiohttp raises by itself or is asked to, the message has the reason."""

        async def run(url: str) -> None:
            (await fetch(url, raise_for_status=at_once, middlewares=[fill_reason])).raise_for_status()

        with raw_server(status_response("523 ")) as url, pytest.raises(aiohttp.ClientResponseError, match=ANNOTATED):
            asyncio.run(run(url))

    def test_redirects_are_followed_as_ever(self) -> None:
        """Each hop is filled, and the redirect is still followed."""
        with raw_server(status_response("523 ")) as target:
            hop = f"HTTP/1.1 302 \r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            with raw_server(hop.encode()) as url:
                response = asyncio.run(fetch(url, middlewares=[fill_reason]))

        assert ["Found"] == [hop.reason for hop in response.history]
        assert (523, "Origin Is Unreachable (Cloudflare)") == (response.status, response.reason)

    def test_what_is_no_response_passes_through(self) -> None:
        """A connection that breaks is aiohttp's own error, without a note."""
        with raw_server(b"") as url, pytest.raises(aiohttp.ServerDisconnectedError) as caught:
            asyncio.run(fetch(url, middlewares=[fill_reason]))

        assert not hasattr(caught.value, "__notes__")


def test_raise_for_status_explains() -> None:
    """It raises the same error as True does, with the reason and one note, and closes the response likewise."""
    with raw_server(status_response("523 ")) as url:
        with pytest.raises(aiohttp.ClientResponseError) as plain:
            asyncio.run(fetch(url, raise_for_status=True))
        with pytest.raises(aiohttp.ClientResponseError, match=ANNOTATED) as caught, explained():
            asyncio.run(fetch(url, raise_for_status=raise_for_status))

    assert type(plain.value) is type(caught.value)
    assert (plain.value.status, plain.value.headers) == (caught.value.status, caught.value.headers)
    assert 1 == len(caught.value.__notes__)
    assert caught.value.__notes__[0].startswith("HTTP 523 Origin Is Unreachable (Cloudflare): ")


def test_raise_for_status_lets_success_pass() -> None:
    """A success is no error, and its body is there to be read."""
    with raw_server(status_response("200 OK")) as url:
        response = asyncio.run(fetch(url, raise_for_status=raise_for_status))

    assert (200, "OK") == (response.status, response.reason)


def test_raise_for_status_for_one_request() -> None:
    """It may be handed to a single request as well."""

    async def run(url: str) -> None:
        async with aiohttp.ClientSession() as session:
            await session.get(url, raise_for_status=raise_for_status)

    with raw_server(status_response("523 ")) as url, pytest.raises(aiohttp.ClientResponseError, match=ANNOTATED):
        asyncio.run(run(url))


def test_a_broken_connection_passes_through() -> None:
    """A connection that breaks is aiohttp's own error, without a note."""
    with raw_server(b"") as url, pytest.raises(aiohttp.ServerDisconnectedError) as caught:
        asyncio.run(fetch(url, raise_for_status=raise_for_status))

    assert not hasattr(caught.value, "__notes__")


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
    """Whatever the response, it comes back as the same object, and a reason that is there stays."""
    response: Any = SimpleNamespace(status=status, reason=reason, headers=headers, raise_for_status=lambda: None)

    async def handler(request: object) -> Any:
        return response

    async def hooks() -> object:
        await raise_for_status(response)
        return await fill_reason(response, handler)

    assert response is asyncio.run(hooks())
    assert response.reason == reason if reason else not reason or not response.reason.isspace()
    assert (status, headers) == (response.status, response.headers)


@pytest.mark.parametrize(
    "make", [lambda: None, lambda: 7, Broken, lambda: SimpleNamespace(reason="", status=404, headers=Broken())]
)
def test_broken_responses(make: Callable[[], Any]) -> None:
    """The middleware hands back what it was handed."""
    response = make()

    async def handler(request: object) -> Any:
        return response

    assert response is asyncio.run(fill_reason(response, handler))


def test_what_the_handler_raises_passes_through() -> None:
    """Nothing of the handler's is caught."""
    error = RuntimeError("down")

    async def handler(request: object) -> Any:
        raise error

    request: Any = None
    with pytest.raises(RuntimeError) as caught:
        asyncio.run(fill_reason(request, handler))
    assert error is caught.value
