"""The middleware for aiohttp.web, under aiohttp's own server."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given

from httpcodes_explained import explain
from httpcodes_explained.integrations.aiohttp_web import ExplainMiddleware
from tests.integrations.broken import BROKEN, VALUES
from tests.integrations.served import http, upgrade


async def _status(request: web.Request) -> web.StreamResponse:
    return web.Response(status=int(request.match_info["status"]), text="answer")


async def _stream(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    await response.write(b"one")
    if request.path == "/raise-late":
        raise RuntimeError("late")
    await response.write(b"two")
    return response


async def _raise(request: web.Request) -> web.StreamResponse:
    raise {"/raise": RuntimeError("early"), "/timeout": TimeoutError(), "/conflict": web.HTTPConflict()}[request.path]


async def _nothing(_request: web.Request) -> web.StreamResponse:
    return None  # type: ignore[return-value]


async def _websocket(request: web.Request) -> web.StreamResponse:
    if request.path == "/ws/deny":
        raise web.HTTPForbidden
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    await socket.send_str("hello")
    await socket.close()
    return socket


async def _slow(_request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(10)
    raise AssertionError


HANDLERS = {
    "/status/{status:.*}": _status,
    "/stream": _stream,
    "/raise-late": _stream,
    "/raise": _raise,
    "/timeout": _raise,
    "/conflict": _raise,
    "/none": _nothing,
    "/ws": _websocket,
    "/ws/deny": _websocket,
    "/slow": _slow,
}
REQUESTS = [http(path) for path in ("/status/200", "/status/404", "/status/499", "/status/523", "/stream", "/missing")]
REQUESTS += [http(path) for path in ("/conflict", "/raise", "/raise-late", "/timeout", "/none")]
REQUESTS += [http("/status/404", "HEAD"), upgrade("/ws"), upgrade("/ws/deny"), http("/ws")]
LOGGED = {
    ("/status/404", 404, None),
    ("/status/499", 499, None),
    ("/status/523", 523, None),
    ("/missing", 404, None),
    ("/conflict", 409, None),
    ("/raise", 500, "exception"),
    ("/raise-late", None, "cut_off"),
    ("/timeout", 504, "exception"),
    ("/none", 500, "no_response"),
    ("/ws/deny", 403, "websocket_denied"),
    ("/ws", 400, None),
}


@asynccontextmanager
async def _serve(*middlewares: ExplainMiddleware, **options: Any) -> AsyncIterator[int]:
    """Run aiohttp's server; yield its port."""
    app = web.Application(middlewares=middlewares)
    for path, handler in HANDLERS.items():
        app.router.add_get(path, handler)
    runner = web.AppRunner(app, access_log=None, **options)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _exchange(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    received = b""
    try:
        # After a WebSocket handshake the server waits for the client's closing frame.
        while part := await asyncio.wait_for(reader.read(65536), 0.5 if b"Upgrade" in request else 5):
            received += part
    except (TimeoutError, ConnectionResetError):
        pass
    writer.close()
    return re.sub(rb"\r\nDate: [^\r]*", b"", received)


def _run(main: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    # The server's own log of exceptions is of no interest here.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    return asyncio.run(main())


def _logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, int | None, str | None]]:
    fields = [vars(record) for record in caplog.records if record.name == "httpcodes_explained.access"]
    return [(field["http_path"], field["http_status"], field.get("http_outcome")) for field in fields]


def test_same_bytes(caplog: pytest.LogCaptureFixture) -> None:
    """Every answer is the same with and without the middleware, and each failed request has one line."""
    middleware = ExplainMiddleware()

    async def main() -> list[list[bytes]]:
        answers = []
        for middlewares in ((), (middleware,)):
            async with _serve(*middlewares) as port:
                answers.append([await _exchange(port, request) for request in REQUESTS])
        return answers

    with caplog.at_level(logging.INFO):
        bare, ours = _run(main)

    assert all(bare)
    assert bare == ours
    assert [b" 500 ", b" 504 "] == [bare[number][8:13] for number in (7, 9)]
    assert len(LOGGED) + 1 == len(_logged(caplog))
    assert set(_logged(caplog)) == LOGGED
    assert {"exception": 2, "cut_off": 1, "no_response": 1, "websocket_denied": 1} == middleware.outcomes


def test_line(caplog: pytest.LogCaptureFixture) -> None:
    """The line has the request and the explanation, and nothing from outside that could forge another."""

    async def main() -> None:
        async with _serve(ExplainMiddleware()) as port:
            await _exchange(port, http("/%0d%0a%1b%5b31m?key=secret"))

    _run(main)

    assert caplog.messages[0].startswith(f"GET /%0D%0A%1B[31m {explain(404)} (")
    assert "secret" not in caplog.text


def test_client_that_leaves(caplog: pytest.LogCaptureFixture) -> None:
    """Where the server cancels the handler of a client that left, the line has no status."""

    async def main() -> None:
        async with _serve(ExplainMiddleware(), handler_cancellation=True) as port:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(http("/slow"))
            await asyncio.sleep(0.2)
            writer.close()
            await asyncio.sleep(0.2)

    with caplog.at_level(logging.INFO):
        _run(main)

    assert [("/slow", None, "client_disconnect")] == _logged(caplog)


def test_cancelled(caplog: pytest.LogCaptureFixture) -> None:
    """A handler that is cancelled while the client waits is logged as such."""

    async def handler(_: web.Request) -> web.StreamResponse:
        raise asyncio.CancelledError

    async def main() -> None:
        app = web.Application(middlewares=[ExplainMiddleware()])
        app.router.add_get("/", handler)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        await _exchange(runner.addresses[0][1], http("/"))
        await runner.cleanup()

    _run(main)

    assert [("/", None, "cancelled")] == _logged(caplog)


@pytest.mark.parametrize(("logger", "level"), [(logging.getLogger("of.my.own"), logging.DEBUG), ("of.my.own", "DEBUG")])
def test_options(caplog: pytest.LogCaptureFixture, logger: logging.Logger | str, level: int | str) -> None:
    """The logger, the level and the lowest status can be chosen, the first two by name as well."""

    async def main() -> None:
        async with _serve(ExplainMiddleware(logger=logger, level=level, min_status=500)) as port:
            for status in (404, 503):
                await _exchange(port, http(f"/status/{status}"))

    with caplog.at_level(logging.DEBUG, "of.my.own"):
        _run(main)

    own = [record for record in caplog.records if record.name == "of.my.own"]
    assert [("DEBUG", 503)] == [(record.levelname, vars(record)["http_status"]) for record in own]


@pytest.mark.parametrize(
    ("options", "error"),
    [({"level": "LOUD"}, ValueError), ({"logger": 7}, TypeError), ({"min_status": "400"}, TypeError)],
)
def test_wrong_options(options: Any, error: type[Exception]) -> None:
    """A wrong option is reported when the middleware is made, not with the first failure."""
    with pytest.raises(error, match=f"^{next(iter(options))}: expected "):
        ExplainMiddleware(**options)


class _Raised(Exception):  # noqa: N818
    """The handler's own."""


@given(VALUES, VALUES)
def test_never_in_the_way(request_given: Any, returned: Any) -> None:
    """Whatever the request is and the handler returns or raises, it passes as the same object."""
    error = _Raised()

    async def returns(_: Any) -> Any:
        return returned

    async def raises(_: Any) -> Any:
        raise error

    middleware = ExplainMiddleware(min_status=100)
    assert returned is asyncio.run(middleware(request_given, returns))
    with pytest.raises(_Raised) as caught:
        asyncio.run(middleware(request_given, raises))
    assert error is caught.value


def test_broken_response() -> None:
    """A response whose attributes raise passes."""

    class Unreadable(web.Response):
        @property
        def status(self) -> int:
            raise RuntimeError

    async def returns(_: Any) -> web.StreamResponse:
        return response

    response = Unreadable()
    assert response is asyncio.run(ExplainMiddleware()(BROKEN, returns))  # type: ignore[arg-type]
