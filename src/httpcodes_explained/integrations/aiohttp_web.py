"""Middleware for ``aiohttp.web`` that logs one explained line per failed request."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from time import perf_counter

from aiohttp import web

from ._access import AccessLog

__all__ = ["ExplainMiddleware"]

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ExplainMiddleware:
    """
    Logs one line per failed request: ``GET /orders/7 502 Bad Gateway: ... (12.3 ms)``.

    Put it first, ``web.Application(middlewares=[ExplainMiddleware()])``: then it sees what the others
    answer. Responses and exceptions pass unchanged.

    A request failed if its status is at least `min_status`; if the handler raised (status 500, or
    504 for a `TimeoutError`, which aiohttp then sends), or returned no response; if it raised amid
    a response; or if it was cancelled. Where the handler ends normally, what becomes of its response
    afterwards is not seen.
    """

    def __init__(
        self, *, logger: logging.Logger | str | None = None, level: int | str | None = None, min_status: int = 400
    ) -> None:
        """
        Make the middleware.

        Args:
            logger: Where to log, a logger or the name of one; ``httpcodes_explained.access`` if left out.
            level: The `logging` level of every line, a number or a name such as ``"ERROR"``; each code's own
                `log_level` if left out.
            min_status: The lowest status that counts as failed, from 0 to 999.

        Raises:
            TypeError: An option is of another type.
            ValueError: There is no such level, or it is not above NOTSET; or `min_status` is not from 0 to 999.
        """
        self._log = AccessLog(logger, level, min_status)
        self.outcomes: Counter[str] = self._log.outcomes
        """
        How often each of these happened: ``exception`` (before a response began), ``no_response``,
        ``cut_off`` (amid a response), ``cancelled``, ``client_disconnect``, ``websocket_denied``.
        """
        # aiohttp takes any callable that bears this decorator's mark.
        web.middleware(self)

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Run the handler, then log and count how the request ended."""
        start = perf_counter()
        try:
            response = await handler(request)
        except web.HTTPException as response_raised:
            self._finish(request, start, response_raised)
            raise
        except Exception as error:
            self._broken(request, start, 504 if isinstance(error, TimeoutError) else 500, "exception")
            raise
        except BaseException:
            self._broken(request, start, None, "cancelled")
            raise
        self._finish(request, start, response)
        return response

    def _finish(self, request: web.Request, start: float, response: object) -> None:
        try:
            if not isinstance(response, web.StreamResponse):
                self._broken(request, start, 500, "no_response")
                return
            status = response.status
            if status < self._log.min_status:
                return
            refused = request.headers.get("Upgrade", "").lower() == "websocket"
            outcome = "websocket_denied" if refused else None
            self._log.finish(request.method, request.path, status, perf_counter() - start, outcome, response.headers)
        except Exception:  # noqa: BLE001 (a handler may return anything)
            return

    def _broken(self, request: web.Request, start: float, status: int | None, outcome: str) -> None:
        """Log and count a request whose handler gave no response."""
        try:
            transport = request.transport
            if transport is None or transport.is_closing():
                status, outcome = None, "client_disconnect"
            elif request.writer.output_size > 0:
                # The status line is out, and no middleware can read which it was.
                status, outcome = None, "cut_off"
            self._log.finish(request.method, request.path, status, perf_counter() - start, outcome)
        except Exception:  # noqa: BLE001 (a request may be a subclass or a mock)
            return
