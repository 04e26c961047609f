"""
WSGI middleware that logs one explained line per failed request.

It works with every WSGI application and server, and imports neither.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from time import perf_counter
from typing import Any

from ._access import AccessLog

__all__ = ["ExplainMiddleware"]

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Any, Any], Iterable[bytes]]


class ExplainMiddleware:
    """
    Logs one line per failed request: ``GET /orders/7 502 Bad Gateway: ... (12.3 ms)``.

    Wrap the application, ``app = ExplainMiddleware(app)``. Calls, content and exceptions pass
    unchanged; lists and the server's own file wrapper are handed on as they are.

    A request failed if its status is at least `min_status`; if the application raised before its
    content began (status 500, which servers then send) or amid it; or if it never called
    ``start_response`` (no status: each server sends another). Where the server stops before the
    content ends, which it does when the client is gone, that is counted and not logged.
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
            app: A WSGI application.
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
        How often each of these happened: ``exception`` (before the content began), ``no_response``
        (``start_response`` never called), ``cut_off`` (amid the content), ``client_disconnect``,
        ``late_start`` (``start_response`` called once the content was being read),
        ``replaced_start`` (called again with ``exc_info``).
        """

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Run the application, then log and count how the request ended."""
        exchange = _Exchange(self._log, environ, start_response)
        try:
            content = self._app(environ, exchange.start_response)
        except BaseException:
            exchange.finish("exception")
            raise
        if _is_handed_on(content, environ):
            exchange.finish(None)
            return content
        exchange.content = content
        exchange.returned = True
        return exchange


def _is_handed_on(content: object, environ: Environ) -> bool:
    """
    Return whether servers look at the content's own type.

    They count what has a length, to tell the client, and send their file wrapper by system call.
    """
    try:
        content_type: type = type(content)
        if _has_length(content_type):
            return True
        wrapper = environ.get("wsgi.file_wrapper")
        if wrapper is None:
            return False
        if isinstance(wrapper, type):
            return isinstance(content, wrapper)
        return hasattr(content, "read") or hasattr(content, "filelike")
    except Exception:  # noqa: BLE001 (an application's content may be anything)
        return True


@lru_cache(256)
def _has_length(content_type: type) -> bool:
    return hasattr(content_type, "__len__")


class _Exchange:
    """One request: what its application told the server, and its content, watched to its end."""

    __slots__ = (
        *("_environ", "_finished", "_headers", "_log", "_start", "_start_response", "_status"),
        *("content", "returned"),
    )

    def __init__(self, log: AccessLog, environ: Environ, start_response: StartResponse) -> None:
        self._log = log
        self._environ = environ
        self._start_response = start_response
        self.content: Any = None
        self.returned = self._finished = False
        self._headers: Any = None
        self._status: int | None = None
        self._start = perf_counter()

    def start_response(self, *args: Any, **named: Any) -> Any:
        """Do what the server's own does, and remember the status."""
        try:
            write = self._start_response(*args, **named)
            if self.returned or self._status is not None:
                self._log.count("late_start" if self._status is None else "replaced_start")
            try:
                self._status = int(args[0][:3])
                self._headers = args[1]
            except Exception:  # noqa: BLE001 (what a lenient server takes may be anything)
                self._status = 0
            return write
        finally:
            # An exc_info that the server raised again holds this frame, which would hold it in turn.
            del args, named

    def __iter__(self) -> Iterator[bytes]:
        began = False
        try:
            # Not `yield from`, which would close the content when the server stops reading, before close() does.
            for part in self.content:
                began = True
                yield part
        except GeneratorExit:
            raise
        except BaseException:
            self.finish("cut_off" if began else "exception")
            raise
        self.finish(None)

    def __next__(self) -> bytes:
        return next(iter(self))

    def close(self) -> None:
        """Close the content, where it can be closed; an end that comes before the content's is the client's."""
        try:
            close = getattr(self.content, "close", None)
            if close is not None:
                close()
        finally:
            self.finish("client_disconnect")

    def finish(self, end: str | None) -> None:
        """Log and count, once; `end` is how the application ended."""
        if self._finished:
            return
        self._finished = True
        try:
            environ, status = self._environ, self._status
            if end == "client_disconnect" and (status in (204, 304) or environ.get("REQUEST_METHOD") == "HEAD"):
                end = None  # nobody waited for the content
            if end is None and status is not None and status < self._log.min_status:
                return
            if status is None:
                end = end or "no_response"
            if end == "exception":
                status = 500
            seconds = perf_counter() - self._start
            self._log.finish(environ.get("REQUEST_METHOD"), _path(environ), status, seconds, end, self._headers)
        except Exception:  # noqa: BLE001 (an environ may be anything)
            return


def _path(environ: Environ) -> str:
    """Return the path as text: WSGI passes its bytes as latin-1."""
    path = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}"
    return path if path.isascii() else path.encode("latin-1", "replace").decode("utf-8", "replace")
