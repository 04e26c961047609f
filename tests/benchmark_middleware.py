"""
The budget of the middleware, measured: ``python -m tests.benchmark_middleware`` in a clean environment.

The same application answers the same request with and without the middleware, in turn, in one run;
the median of the pairwise differences, in processor time, is given in units of making one
`logging.LogRecord`.
"""

from __future__ import annotations

import logging
import statistics
import sys
import timeit
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any

import httpcodes_explained
from httpcodes_explained.integrations import asgi, wsgi

RUNS = 101
REQUESTS = 1_000
HEADERS = [("content-type", "application/json"), ("content-length", "2"), ("x-request-id", "7f3a")]
RAW_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS]
PATH = "/orders/7/items"
SUMMARY = "x" * 80


def quiet_logger() -> logging.Logger:
    """Return a logger that makes each record and writes it nowhere."""
    logger = logging.getLogger("benchmark")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logger.handlers = [logging.NullHandler()]
    return logger


def make_record() -> None:
    """Make the unit."""
    logging.LogRecord("name", logging.INFO, "path", 1, "message", (), None)


def asgi_request(wrap: Callable[[Any], Any], status: int) -> Callable[[], None]:
    """Return a function that runs one request without a server: nothing here ever waits."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": status, "headers": RAW_HEADERS})
        await send({"type": "http.response.body", "body": b"{}"})

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        pass

    wrapped = wrap(app)
    scope = {"type": "http", "method": "GET", "path": PATH, "headers": []}

    def run() -> None:
        try:
            wrapped(scope, receive, send).send(None)
        except StopIteration:
            return

    return run


def wsgi_request(wrap: Callable[[Any], Any], status: int, *, lists: bool) -> Callable[[], None]:
    """Return a function that runs one request as a server does."""

    def app(environ: Any, start_response: Any) -> Iterable[bytes]:
        start_response(f"{status} Reason", HEADERS)
        return [b"{}"] if lists else iter((b"{}",))

    def start_response(status: str, headers: Any, exc_info: Any = None) -> None:
        pass

    wrapped = wrap(app)
    environ = {"REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": PATH}

    def run() -> None:
        content = wrapped(environ, start_response)
        for _ in content:
            pass
        if hasattr(content, "close"):
            content.close()

    return run


def added(request: Callable[[], None], bare: Callable[[], None], besides: Callable[[], None] | None) -> float:
    """Return what `request` takes more than `bare` and `besides`, in units of making a LogRecord."""

    def seconds(call: Callable[[], None]) -> float:
        return timeit.timeit(call, number=REQUESTS, timer=process_time)

    def one_pair() -> float:
        rest = 0.0 if besides is None else seconds(besides)
        return (seconds(request) - seconds(bare) - rest) / seconds(make_record)

    one_pair()
    return statistics.median(one_pair() for _ in range(RUNS))


def line(what: str, figure: float, budget: float) -> None:
    """Print one row."""
    print(f"{what:46} {figure:6.2f} x making a LogRecord   at most {budget:g} x")


def main() -> None:
    """Measure and print."""
    logger = quiet_logger()
    home = Path(httpcodes_explained.__file__).parent
    unit = min(timeit.repeat(make_record, number=10_000, repeat=20)) / 10_000 * 1e6
    print(
        f"Python {sys.version.split()[0]}, {RUNS} runs of {REQUESTS} requests; a LogRecord takes {unit:.2f} us; {home}"
    )

    def log_call() -> None:
        fields = {
            "http_method": "GET",
            "http_path": PATH,
            "http_status": 404,
            "http_name": "Not Found",
            "http_summary": SUMMARY,
            "http_duration_ms": 0.1,
        }
        line = "%s %s %s %s: %s (%.1f ms%s)"
        logger.log(logging.WARNING, line, "GET", PATH, "404", "Not Found", SUMMARY, 0.1, "", extra=fields)

    def with_asgi(app: Any) -> Any:
        return asgi.ExplainMiddleware(app, logger=logger)

    def with_wsgi(app: Any) -> Any:
        return wsgi.ExplainMiddleware(app, logger=logger)

    def bare(app: Any) -> Any:
        return app

    for status, budget, besides in ((200, 1, None), (404, 2, log_call), (523, 2, log_call)):
        what = f"{status}, not logged" if besides is None else f"{status}, logged, over the log call"
        line(f"ASGI: {what}", added(asgi_request(with_asgi, status), asgi_request(bare, status), besides), budget)
        for lists, kind in ((True, "list"), (False, "iterator")):
            with_ours = wsgi_request(with_wsgi, status, lists=lists)
            without = wsgi_request(bare, status, lists=lists)
            line(f"WSGI, {kind}: {what}", added(with_ours, without, besides), budget)


if __name__ == "__main__":
    main()
