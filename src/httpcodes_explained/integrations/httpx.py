"""
A response hook for httpx and httpx2, sync and async: a missing reason phrase is filled in.

``Server error '520 ' for url ...`` becomes ``Server error '520 Web Server Returned an Unknown Error
(Cloudflare)' for url ...``. Exceptions themselves are explained by `httpcodes_explained.explained`.

Neither library is imported: a program has one of them, or both, and `httpx2.alias_httpx` must run
before anything imports httpx.
"""

from __future__ import annotations

from collections.abc import Awaitable, Generator, MutableMapping
from contextlib import suppress
from typing import Any, Protocol

from httpcodes_explained._notes import phrase

__all__ = ["fill_reason"]


class _Response(Protocol):
    """What `httpx.Response` and `httpx2.Response` have in common."""

    @property
    def extensions(self) -> MutableMapping[str, Any]: ...

    @property
    def reason_phrase(self) -> str: ...


class _Done(Awaitable[None]):
    """Nothing to wait for. An `AsyncClient` awaits what its hooks return; a `Client` does not look at it."""

    __slots__ = ()

    def __await__(self) -> Generator[None, None, None]:
        yield from ()


def fill_reason(response: _Response) -> Awaitable[None]:
    """
    Give a response without a reason phrase the name of its status; leave every other one as it is.

    Use it as ``event_hooks={"response": [fill_reason]}``, in a ``Client`` and in an ``AsyncClient``
    alike, and before a hook that raises. Hooks run before the body has come: it is not read. Nothing
    is ever raised.

    Args:
        response: The response, of every redirect too.

    Returns:
        An awaitable that is done, because an ``AsyncClient`` awaits what its hooks return: a plain
        function of your own there raises ``TypeError``.
    """
    with suppress(Exception):
        if not response.reason_phrase and (found := phrase(response)):
            response.extensions["reason_phrase"] = found.encode("ascii", "ignore")
    return _Done()
