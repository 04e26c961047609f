"""
Hooks for aiohttp's client: a missing reason phrase is filled in, and errors are explained.

``520, message='', url=...`` becomes ``520, message='Web Server Returned an Unknown Error
(Cloudflare)', url=...``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import ClientRequest, ClientResponse

from httpcodes_explained._notes import explained, phrase

__all__ = ["fill_reason", "raise_for_status"]


async def fill_reason(
    request: ClientRequest, handler: Callable[[ClientRequest], Awaitable[ClientResponse]]
) -> ClientResponse:
    """
    Give a response without a reason phrase the name of its status; leave every other one as it is.

    Use it as ``ClientSession(middlewares=[fill_reason])``, which aiohttp has from 3.12 on. The body
    is not read, and what the request raises passes through.

    Args:
        request: The request, of every redirect too.
        handler: What sends it.
    """
    response = await handler(request)
    _fill(response)
    return response


async def raise_for_status(response: ClientResponse) -> None:
    """
    Raise aiohttp's own error for a status of 400 and above, with its reason filled in and a note.

    Use it as ``ClientSession(raise_for_status=raise_for_status)``, in place of ``True``. The body is
    not read.

    Args:
        response: The response.

    Raises:
        aiohttp.ClientResponseError: The status is 400 or above.
    """
    _fill(response)
    with explained():
        response.raise_for_status()


def _fill(response: ClientResponse) -> None:
    with suppress(Exception):
        if not response.reason and (found := phrase(response)):
            response.reason = found
