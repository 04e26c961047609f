"""
ASGI middleware that logs one explained line per failed request.

It works with every ASGI 3 application and server, and imports neither.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from time import perf_counter
from typing import Any

from ._access import AccessLog

__all__ = ["ExplainMiddleware"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_BODIES = frozenset({"http.response.body", "http.response.pathsend", "http.response.zerocopysend"})
_DISCONNECTS = frozenset({"http.disconnect", "websocket.disconnect"})


class ExplainMiddleware:
    """
    Logs one line per failed request: ``GET /orders/7 502 Bad Gateway: ... (12.3 ms)``.

    Wrap the whole application, ``app = ExplainMiddleware(app)``: then errors that a framework's own
    outermost layer answers are seen as well. Messages, scopes and exceptions pass unchanged.

    A request failed if its status is at least `min_status`; if the application raised before a
    response began, or returned without one (status 500, which servers then send; granian refuses a
    WebSocket with 403); if it left its
    response incomplete, or was cancelled; or if the client was gone before a response began (no
    status). A client that leaves amid a response is counted and not logged. It shows only where the
    application asks for it or the server refuses to send: uvicorn and hypercorn send into the void.
    A WebSocket that is closed before it is accepted has status 403; one that is accepted, 101.
    """

    def __init__(
        self,
        app: Application,
        *,
        logger: logging.Logger | str | None = None,
        level: int | str | None = None,
        min_status: int = 400,
    ) -> None:
        """
        Wrap `app`.

        Args:
            app: An ASGI 3 application.
            logger: Where to log, a logger or the name of one; ``httpcodes_explained.access`` if left out.
            level: The `logging` level of every line, a number or a name such as ``"ERROR"``; each code's own
                `log_level` if left out.
            min_status: The lowest status that counts as failed, from 0 to 999.

        Raises:
            TypeError: An option is of another type.
            ValueError: There is no such level, or it is not above NOTSET; or `min_status` is not from 0 to 999.
        """
        self._app = app
        self._log = AccessLog(logger, level, min_status)
        self.outcomes: Counter[str] = self._log.outcomes
        """
        How often each of these happened: ``exception`` (before a response began), ``no_response``,
        ``cut_off`` (amid a response), ``cancelled``, ``client_disconnect``, ``websocket_denied``.
        """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the application, then log and count how the request ended."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(receive, send)
        start = perf_counter()
        try:
            await self._app(scope, exchange.receive, exchange.send)
        except Exception:
            self._finish(scope, exchange, start, "exception")
            raise
        except BaseException:  # cancelled, by whatever runs the event loop
            self._finish(scope, exchange, start, "cancelled")
            raise
        self._finish(scope, exchange, start, "no_response")

    def _finish(self, scope: Scope, exchange: _Exchange, start: float, end: str) -> None:
        try:
            status = exchange.status
            if exchange.is_plain and not exchange.disconnected and status < self._log.min_status:
                return
            outcome = exchange.outcome(end)
            if status is None and outcome in ("exception", "no_response"):
                status = 500
            method, path = scope.get("method", "WEBSOCKET"), scope.get("path", "")
            self._log.finish(method, path, status, perf_counter() - start, outcome, exchange.headers)
        except Exception:  # noqa: BLE001 (a scope and its messages may be anything)
            return


class _Exchange:
    """What passes between one request's application and the server."""

    __slots__ = (
        *("_accepted", "_closed", "_denied", "_receive", "_send", "_trailers"),
        *("disconnected", "headers", "is_plain", "status"),
    )

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self.status: Any = None
        self.headers: Any = None
        self.is_plain = self.disconnected = False
        """Whether an ordinary response was completed, and whether the client was gone."""
        self._accepted = self._denied = self._closed = False
        self._trailers: Any = False

    async def receive(self) -> Message:
        message = await self._receive()
        try:
            if message["type"] in _DISCONNECTS and not self.is_plain:
                self.disconnected = True
        except Exception:  # noqa: BLE001, S110 (what a server sends may be anything)
            pass
        return message

    async def send(self, message: Message) -> None:
        disconnected = self.disconnected
        try:
            await self._send(message)
        except OSError:
            self.disconnected = True
            raise
        try:
            kind = message["type"]
            if kind == "http.response.start":
                self.status = message["status"]
                self.headers = message.get("headers")
                self._trailers = message.get("trailers")
            elif kind in _BODIES:
                self.is_plain = not (message.get("more_body") or self._trailers)
            elif kind == "http.response.trailers":
                self.is_plain = not message.get("more_trailers")
            else:
                self._sent_by_websocket(kind, message)
        except Exception:  # noqa: BLE001 (what an application sends may be anything)
            return
        if self.is_plain:
            # Some servers report the end of a complete response as a disconnect, before send returns.
            self.disconnected = disconnected

    def _sent_by_websocket(self, kind: object, message: Message) -> None:
        if kind == "websocket.accept":
            self.status = 101
            self._accepted = True
        elif kind == "websocket.close":
            self._closed = True
            if not self._accepted:
                self.status = 403
                self._denied = True
        elif kind == "websocket.http.response.start":
            self.status = message["status"]
            self.headers = message.get("headers")
        elif kind == "websocket.http.response.body":
            self._denied = not message.get("more_body")

    def outcome(self, end: str) -> str | None:
        """Return how the request ended, `end` being how the application did."""
        if self._denied:
            return "websocket_denied"
        if self._closed or (self._accepted and end == "no_response"):
            return None
        if self.disconnected:
            return "client_disconnect"
        if self.is_plain:
            return None
        if self.status is None or end == "cancelled":
            return end
        return "cut_off"
