"""
A response hook for requests: a missing reason phrase is filled in.

``520 Server Error:  for url: ...`` becomes ``520 Server Error: Web Server Returned an Unknown Error
(Cloudflare) for url: ...``. Exceptions themselves are explained by `httpcodes_explained.explained`.
"""

from __future__ import annotations

from contextlib import suppress
from http.client import responses

from requests import Response

from httpcodes_explained._notes import phrase

__all__ = ["fill_reason"]


def fill_reason(response: Response, *_args: object, **_options: object) -> None:
    """
    Give a response without a reason phrase the name of its status; leave every other one as it is.

    Use it as ``session.hooks["response"].append(fill_reason)``. requests lets ``hooks=`` of a single
    request take the place of the session's, so name it there again. ``Unknown`` behind a number that
    Python has no phrase for counts as missing: urllib3-future, which comes with niquests and takes
    urllib3's place, writes it. The body is not read, and nothing is ever raised.

    Args:
        response: The response, of every redirect too.
    """
    with suppress(Exception):
        if _lacks_reason(response) and (found := phrase(response)):
            response.reason = found


def _lacks_reason(response: Response) -> bool:
    return not response.reason or (response.reason == "Unknown" and response.status_code not in responses)
