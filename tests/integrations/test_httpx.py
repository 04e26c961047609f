"""The event hook of httpx and httpx2, sync and async, with real responses."""

from __future__ import annotations

import asyncio
import inspect
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any

import pytest

# Old versions of the one do not go with the other: whichever is there is tested.
INSTALLED = [import_module(name) for name in ("httpx", "httpx2") if find_spec(name)]
if not INSTALLED:
    pytest.skip("needs httpx or httpx2", allow_module_level=True)

from hypothesis import given  # noqa: E402 (what is missing is said first)
from hypothesis import strategies as st  # noqa: E402

from httpcodes_explained import explained  # noqa: E402
from httpcodes_explained.integrations.httpx import fill_reason  # noqa: E402
from tests.servers import raw_server, status_response  # noqa: E402

HOOKS: dict[str, Any] = {"response": [fill_reason]}
LIBRARIES = pytest.mark.parametrize("library", INSTALLED, ids=lambda library: library.__name__)


def get(library: Any, url: str, **options: Any) -> Any:
    """Return the response that a sync client gets."""
    with library.Client(timeout=5, event_hooks=HOOKS, **options) as client:
        return client.get(url)


def get_async(library: Any, url: str, **options: Any) -> Any:
    """Return the response that an async client gets."""

    async def fetch() -> Any:
        async with library.AsyncClient(timeout=5, event_hooks=HOOKS, **options) as client:
            return await client.get(url)

    return asyncio.run(fetch())


@LIBRARIES
@pytest.mark.parametrize("fetch", [get, get_async])
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("523 ", "Origin Is Unreachable (Cloudflare)"),
        ("523", "Origin Is Unreachable (Cloudflare)"),
        ("404 ", "Not Found"),
        ("523 My Words", "My Words"),
        ("404 UNKNOWN", "UNKNOWN"),
        ("471 ", ""),
    ],
)
def test_a_missing_reason_is_filled(library: Any, fetch: Any, line: str, reason: str) -> None:
    """An empty reason becomes the name of the status; one that came stays; the same hook does for both clients."""
    with raw_server(status_response(line)) as url:
        response = fetch(library, url)

    assert reason == response.reason_phrase
    assert b"no" == response.content


@LIBRARIES
@pytest.mark.parametrize("fetch", [get, get_async])
def test_the_error_bears_it(library: Any, fetch: Any) -> None:
    """The message of the exception has the reason, and `explained` adds its note to it."""
    with (
        raw_server(status_response("523 ")) as url,
        pytest.raises(library.HTTPStatusError, match=r"'523 Origin Is Unreachable \(Cloudflare\)' for url") as caught,
        explained(),
    ):
        fetch(library, url).raise_for_status()

    assert 1 == len(caught.value.__notes__)


@LIBRARIES
def test_a_hook_that_raises_comes_after(library: Any) -> None:
    """Before a hook that raises, it fills the reason of what is raised."""
    hooks: Any = {"response": [fill_reason, lambda response: response.raise_for_status()]}
    with (
        raw_server(status_response("523 ")) as url,
        library.Client(timeout=5, event_hooks=hooks) as client,
        pytest.raises(library.HTTPStatusError, match="Origin Is Unreachable"),
    ):
        client.get(url)


@LIBRARIES
def test_without_a_wire_reason_the_librarys_own_stays(library: Any) -> None:
    """HTTP/2 has no reasons: the library names the registered ones itself, and only the others are filled."""
    known, unknown = (library.Response(status) for status in (404, 523))
    fill_reason(known)
    fill_reason(unknown)

    assert {} == known.extensions
    assert b"Origin Is Unreachable (Cloudflare)" == unknown.extensions["reason_phrase"]


@LIBRARIES
def test_a_stream_is_not_consumed(library: Any) -> None:
    """The hook runs before the body has come, and leaves it there."""
    with (
        raw_server(status_response("523 ")) as url,
        library.Client(timeout=5, event_hooks=HOOKS) as client,
        client.stream("GET", url) as response,
    ):
        assert "Origin Is Unreachable (Cloudflare)" == response.reason_phrase
        assert [b"no"] == list(response.iter_raw())


@LIBRARIES
@pytest.mark.parametrize("fetch", [get, get_async])
def test_redirects_are_followed_as_ever(library: Any, fetch: Any) -> None:
    """Each hop is filled, and the redirect is still followed."""
    with raw_server(status_response("523 ")) as target:
        hop = f"HTTP/1.1 302 \r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        with raw_server(hop.encode()) as url:
            response = fetch(library, url, follow_redirects=True)

    assert ["Found"] == [hop.reason_phrase for hop in response.history]
    assert (523, "Origin Is Unreachable (Cloudflare)") == (response.status_code, response.reason_phrase)


def test_neither_library_is_imported() -> None:
    """Importing either one costs, and httpx must not be there before httpx2 takes its place."""
    code = (
        "import sys, httpcodes_explained.integrations.httpx; print([name for name in sys.modules if 'httpx' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "['httpcodes_explained.integrations.httpx']" == done.stdout.strip()


def test_the_result_may_be_dropped_or_awaited() -> None:
    """A sync client drops what the hook returns, without a warning; an async one awaits it, once or twice."""
    result = fill_reason(INSTALLED[0].Response(523))

    async def wait() -> list[object]:
        return [await result, await result]  # type: ignore[func-returns-value]

    assert not inspect.iscoroutine(result)
    assert [None, None] == asyncio.run(wait())


class Broken:
    """A response all of whose attributes raise."""

    def __getattribute__(self, name: str) -> object:
        raise RuntimeError(name)


@LIBRARIES
@given(
    status=st.one_of(st.integers(), st.sampled_from([0, 99, 600, 999, 10**30, 523])),
    reason=st.one_of(st.binary(max_size=5), st.text(max_size=5), st.none(), st.integers()),
    headers=st.lists(st.tuples(st.just(b"x"), st.binary(max_size=5)), max_size=2),
)
def test_any_response(library: Any, status: int, reason: object, headers: Any) -> None:
    """Whatever the response, nothing is raised, and a reason that is there stays."""
    response = library.Response(status, headers=headers, extensions={"reason_phrase": reason})
    fill_reason(response)

    filled = response.extensions["reason_phrase"]
    assert filled is reason or (isinstance(reason, bytes) and not reason.decode("ascii", "ignore"))
    assert status == response.status_code


@pytest.mark.parametrize(
    "make", [lambda: None, lambda: 7, Broken, lambda: SimpleNamespace(reason_phrase="", status_code=404)]
)
def test_broken_responses(make: Callable[[], Any]) -> None:
    """What is no response is left alone, and the result can still be awaited."""

    async def hook() -> None:
        await fill_reason(make())

    asyncio.run(hook())
