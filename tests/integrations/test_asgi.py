"""The ASGI middleware, under real servers and with scripted applications."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import h2.config
import h2.connection
import h2.events
import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained.integrations.asgi import ExplainMiddleware
from tests.integrations import served
from tests.integrations.broken import BROKEN, VALUES
from tests.integrations.served import STATUSES, Served, flood, http, serve, upgrade

PATHS = [f"/status/{status}" for status in STATUSES]
PATHS += ["/stream", "/trailers", "/raise", "/raise-late", "/raise-after", "/half", "/none"]
SOCKETS = ["/ws/accept", "/ws/deny", "/ws/denial", "/ws/raise", "/ws/raise-late", "/ws/none"]
LOGGED = {
    "/status/404": (404, None),
    "/status/499": (499, None),
    "/status/523": (523, None),
    "/raise": (500, "exception"),
    "/raise-late": (200, "cut_off"),
    "/half": (200, "cut_off"),
    "/none": (500, "no_response"),
    "/ws/deny": (403, "websocket_denied"),
    "/ws/denial": (404, "websocket_denied"),
    "/ws/raise": (500, "exception"),
    "/ws/raise-late": (101, "cut_off"),
    "/ws/none": (500, "no_response"),
}


@pytest.fixture(name="server", scope="module", params=["uvicorn", "hypercorn", "granian"])
def _server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(request.param, "site", tmp_path_factory.mktemp(request.param)) as server:
        yield server


def test_servers_send_the_same_bytes(server: Served) -> None:
    """Every answer is the same with and without the middleware, and each failed request has one line."""
    requests = [(path, method) for path in PATHS for method in ("GET", "HEAD")]
    bare = [http(f"/bare{path}", method) for path, method in requests] + [upgrade(f"/bare{path}") for path in SOCKETS]
    ours = [http(f"/ours{path}", method) for path, method in requests] + [upgrade(f"/ours{path}") for path in SOCKETS]

    expected = server.exchange_all(bare)
    answers = server.exchange_all(ours)

    paths = [path for path, _ in requests] + SOCKETS
    for path, one, other in zip(paths, expected, answers, strict=True):
        # How much of a response that is cut off still leaves granian is a race.
        is_race = server.name == "granian" and LOGGED.get(path, (0, None))[1] == "cut_off"
        assert one == other or (is_race and (one.startswith(other) or other.startswith(one))), path
        assert one or is_race, path

    failed = [(method, path) for path, method in requests if path in LOGGED]
    failed += [("WEBSOCKET", path) for path in SOCKETS if path in LOGGED]
    lines = server.lines(len(failed))
    assert sorted(failed) == sorted((line["http_method"], line["http_path"]) for line in lines)
    for line in lines:
        assert LOGGED[line["http_path"]] == (line["http_status"], line.get("http_outcome"))
    # The middleware says 500 of what raised before it answered: so do the servers.
    assert all(b" 500 " in expected[requests.index((path, "GET"))] for path in ("/raise", "/none"))


def test_client_that_leaves(server: Served) -> None:
    """A client that goes before the response leaves one line without a status; amid a stream, none."""
    before = len(server.lines())
    server.leave(http("/ours/leave-late"), 0.2)
    server.leave(http("/ours/leave"), 0.2)

    found = server.lines(before + 1)[before:]

    assert [("/leave", None, "client_disconnect", "INFO")] == [
        (line["http_path"], line["http_status"], line["http_outcome"], line["level"]) for line in found
    ]
    assert "GET /leave - No Status: The client was gone before the response was complete. (" in found[0]["line"]


def test_log_injection(server: Served) -> None:
    """Line breaks, escape sequences and bytes that are no UTF-8, in the path, make neither a line nor a colour."""
    before = len(server.lines())
    server.exchange(http("/ours/status/%0d%0aGET%20/forged%1b%5b31m%ff/404"))

    found = server.lines(before + 1)[before:]

    assert 1 == len(found)
    assert found[0]["line"].startswith("GET /status/%0D%0AGET%20/forged%1B[31m")
    assert found[0]["line"].isprintable()


def _h2_answer(port: int, path: str) -> list[str]:
    """Return the events of one response over HTTP/2, without the date."""
    import socket

    connection = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
    seen: list[str] = []
    with socket.create_connection(("127.0.0.1", port), timeout=5) as stream:
        connection.initiate_connection()
        fields = [(":method", "GET"), (":path", path), (":scheme", "http"), (":authority", "test"), ("te", "trailers")]
        connection.send_headers(1, fields, end_stream=True)
        stream.sendall(connection.data_to_send())
        while not (seen and seen[-1] == "end"):
            for event in connection.receive_data(stream.recv(65536)):
                match event:
                    case h2.events.ResponseReceived() | h2.events.TrailersReceived():
                        seen.append(str([field for field in event.headers or () if field[0] not in ("date", b"date")]))
                    case h2.events.DataReceived():
                        seen.append(f"data {event.data!r}")
                    case h2.events.StreamEnded():
                        seen.append("end")
                    case _:
                        pass
    return seen


def test_trailers(tmp_path: Path) -> None:
    """Trailers pass, and the response is complete with them."""
    with serve("hypercorn", "site", tmp_path) as server:
        expected = _h2_answer(server.port, "/bare/trailers")

        assert "[('x-sum', '1')]" in expected
        assert expected == _h2_answer(server.port, "/ours/trailers")
        _h2_answer(server.port, "/ours/status/404")
        assert ["/status/404"] == [line["http_path"] for line in server.lines(1)]


@pytest.mark.parametrize("app", ["application", "explained_application"])
def test_lifespan(app: str) -> None:
    """An application that refuses the lifespan protocol stops uvicorn just the same."""
    command = [sys.executable, "-m", "uvicorn", f"tests.integrations.served:{app}", "--lifespan=on", "--port=0"]
    result = subprocess.run(command, cwd=served.ROOT, capture_output=True, text=True, timeout=20, check=False)

    assert 3 == result.returncode
    assert "no lifespan here" in result.stderr
    assert "Application startup failed" in result.stderr


def test_ten_thousand_requests(tmp_path: Path) -> None:
    """10,000 requests over 64 connections: each has its line, and no line is there twice."""
    paths = [f"/ours/status/{number}/404" for number in range(10_000)]
    with serve("uvicorn", "site", tmp_path) as server:
        answers = asyncio.run(flood(server.port, paths, 64))
        lines = server.lines(len(paths))

    assert [b"HTTP/1.1 404 Not Found"] * len(paths) == answers
    assert sorted(path.removeprefix("/ours") for path in paths) == sorted(line["http_path"] for line in lines)


Messages = list[Any]


def _run(
    app: Any,
    *,
    scope: Any = None,
    received: Messages | None = None,
    refuse: Callable[[Any], BaseException | None] = lambda _: None,
) -> tuple[Messages, BaseException | None]:
    """Run an application with a scripted server; return what it sent and what it raised."""
    sent: Messages = []
    left = list(received or [])

    async def receive() -> Any:
        return left.pop(0)

    async def send(message: Any) -> None:
        error = refuse(message)
        if error is not None:
            raise error
        sent.append(message)

    coroutine = app({"type": "http", "method": "GET", "path": "/"} if scope is None else scope, receive, send)
    try:
        coroutine.send(None)
    except StopIteration:
        return sent, None
    except BaseException as error:  # noqa: BLE001
        return sent, error
    raise AssertionError("it waits")


def _script(*messages: Any, error: BaseException | None = None, reads: int = 0) -> Any:
    """Return an application that reads, sends these messages, and then raises, or not."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for _ in range(reads):
            await receive()
        for message in messages:
            await send(message)
        if error is not None:
            raise error

    return app


START = {"type": "http.response.start", "status": 200, "headers": []}
BODY = {"type": "http.response.body", "body": b"x"}
MORE = {**BODY, "more_body": True}
GONE = {"type": "http.disconnect"}
WS = {"type": "websocket", "path": "/ws"}
WS_GONE = {"type": "websocket.disconnect", "code": 1001}
ACCEPT = {"type": "websocket.accept"}
WS_START = {**START, "type": "websocket.http.response.start"}
CLOSE = {"type": "websocket.close"}
ERROR = RuntimeError("own")
CANCELLED = asyncio.CancelledError()


@pytest.mark.parametrize(
    ("app", "options", "expected"),
    [
        pytest.param(_script(START, BODY), {}, None, id="complete"),
        pytest.param(_script(START, BODY, error=ERROR), {}, None, id="raised after completion"),
        pytest.param(_script(START, BODY, error=CANCELLED), {}, None, id="cancelled after completion"),
        pytest.param(_script({**START, "status": HTTPStatus.NOT_FOUND}, BODY), {}, (404, None), id="enum"),
        pytest.param(_script({**START, "status": 99}, BODY), {}, None, id="99"),
        pytest.param(_script({**START, "status": 600}, BODY), {}, (600, None), id="600"),
        pytest.param(_script({**START, "status": 999}, BODY, error=ERROR), {}, (999, None), id="999"),
        pytest.param(_script({**START, "status": 10**30}, BODY), {}, (10**30, None), id="huge"),
        pytest.param(_script({**START, "status": "abc"}, BODY), {}, None, id="text"),
        pytest.param(_script({**START, "status": BROKEN}, BODY), {}, None, id="broken"),
        pytest.param(_script(START, {"type": "http.response.pathsend", "path": "/x"}), {}, None, id="pathsend"),
        pytest.param(_script({"type": "http.response.early_hint", "links": []}, START, BODY), {}, None, id="hint"),
        pytest.param(
            _script({**START, "trailers": True}, BODY, {"type": "http.response.trailers", "headers": []}),
            {},
            None,
            id="trailers",
        ),
        pytest.param(_script({**START, "trailers": True}, BODY), {}, (200, "cut_off"), id="no trailers"),
        pytest.param(_script(None, START, BODY), {}, None, id="no message"),
        pytest.param(_script(), {}, (500, "no_response"), id="nothing"),
        pytest.param(_script(error=ERROR), {}, (500, "exception"), id="raised"),
        pytest.param(_script(START, MORE, error=ERROR), {}, (200, "cut_off"), id="raised amid"),
        pytest.param(_script(START, MORE, error=CANCELLED), {}, (200, "cancelled"), id="cancelled amid"),
        pytest.param(_script(error=CANCELLED), {}, (None, "cancelled"), id="cancelled"),
        pytest.param(_script(reads=1), {"received": [GONE]}, (None, "client_disconnect"), id="gone"),
        pytest.param(
            _script(error=ERROR, reads=1), {"received": [GONE]}, (None, "client_disconnect"), id="gone, raised"
        ),
        pytest.param(
            _script(START, MORE),
            {"refuse": lambda m: OSError() if m is MORE else None},
            "client_disconnect",
            id="refused",
        ),
        pytest.param(
            _script(START, BODY, reads=1), {"received": [GONE]}, "client_disconnect", id="gone before the end"
        ),
        pytest.param(_script(reads=1), {"received": [None]}, (500, "no_response"), id="odd message"),
        pytest.param(_script(ACCEPT, CLOSE), {"scope": WS}, None, id="accepted"),
        pytest.param(_script(ACCEPT), {"scope": WS}, None, id="accepted, left open"),
        pytest.param(
            _script(ACCEPT, {"type": "websocket.send"}, error=ERROR), {"scope": WS}, (101, "cut_off"), id="ws"
        ),
        pytest.param(_script(CLOSE), {"scope": WS}, (403, "websocket_denied"), id="denied"),
        pytest.param(
            _script(
                {**START, "type": "websocket.http.response.start", "status": 302},
                {**BODY, "type": "websocket.http.response.body"},
            ),
            {"scope": WS},
            "websocket_denied",
            id="sent elsewhere",
        ),
        pytest.param(
            _script(WS_START, error=ERROR),
            {"scope": WS},
            (200, "cut_off"),
            id="denial cut off",
        ),
    ],
)
def test_outcomes(app: Any, options: Any, expected: Any, caplog: pytest.LogCaptureFixture) -> None:
    """How a request ended is told by its line and counted, and nothing of it changes."""
    middleware = ExplainMiddleware(app)
    with caplog.at_level(logging.INFO):
        sent, error = _run(middleware, **options)

    bare, bare_error = _run(app, **options)
    assert (bare, type(bare_error)) == (sent, type(error))
    counted_only = isinstance(expected, str)
    outcome = expected if counted_only or expected is None else expected[1]
    assert ([] if counted_only or expected is None else [expected]) == [
        (record.__dict__["http_status"], record.__dict__.get("http_outcome")) for record in caplog.records
    ]
    assert ({} if outcome is None else {outcome: 1}) == middleware.outcomes


def test_disconnect_that_ends_a_complete_response() -> None:
    """A server that reports the end as a disconnect while the last send runs tells of no client that left."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        async def listen() -> None:
            await receive()

        listener = asyncio.create_task(listen())
        await asyncio.sleep(0)
        await send(START)
        await send(BODY)
        await listener

    async def main() -> None:
        ended = asyncio.Event()

        async def receive() -> Any:
            await ended.wait()
            return GONE

        async def send(message: Any) -> None:
            if message is BODY:
                ended.set()
                await asyncio.sleep(0.01)

        await middleware({"type": "http"}, receive, send)

    middleware = ExplainMiddleware(app)
    asyncio.run(main())

    assert {} == middleware.outcomes


@pytest.mark.parametrize(("logger", "level"), [(logging.getLogger("of.my.own"), logging.DEBUG), ("of.my.own", "DEBUG")])
def test_options(caplog: pytest.LogCaptureFixture, logger: logging.Logger | str, level: int | str) -> None:
    """The logger, the level and the lowest status can be chosen, the first two by name as well."""
    not_found, unavailable = ({**START, "status": status} for status in (404, 503))
    with caplog.at_level(logging.DEBUG):
        for start in (not_found, unavailable):
            _run(ExplainMiddleware(_script(start, BODY), logger=logger, level=level, min_status=500))

    assert [("of.my.own", "DEBUG", 503)] == [
        (record.name, record.levelname, record.__dict__["http_status"]) for record in caplog.records
    ]


@pytest.mark.parametrize(
    ("options", "error"),
    [({"level": "LOUD"}, ValueError), ({"logger": 7}, TypeError), ({"min_status": "400"}, TypeError)],
)
def test_wrong_options(options: Any, error: type[Exception]) -> None:
    """A wrong option is reported when the middleware is made, not with the first failure."""
    with pytest.raises(error, match=f"^{next(iter(options))}: expected "):
        ExplainMiddleware(_script(), **options)


def test_cancellation_is_passed_on(caplog: pytest.LogCaptureFixture) -> None:
    """A request that is cancelled is logged once, and stays cancelled."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(10)

    async def main() -> None:
        task = asyncio.ensure_future(ExplainMiddleware(app)({"type": "http", "path": "/slow"}, None, None))  # type: ignore[arg-type]
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert task.cancelled()

    start = time.monotonic()
    asyncio.run(main())

    assert ["cancelled"] == [record.__dict__["http_outcome"] for record in caplog.records]
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("kind", ["lifespan", "something.new"])
def test_other_scopes_pass(kind: str) -> None:
    """What is neither HTTP nor a WebSocket reaches the application with the server's own callables."""
    seen: list[Any] = []

    async def app(*args: Any) -> None:
        seen.extend(args)
        raise ERROR

    given_args: tuple[Any, ...] = ({"type": kind}, object(), object())
    with pytest.raises(RuntimeError, match="own") as caught:
        asyncio.run(ExplainMiddleware(app)(*given_args))

    assert ERROR is caught.value
    assert ([START], None) == _run(ExplainMiddleware(_script(START)), scope={"type": kind})
    assert all(one is other for one, other in zip(given_args, seen, strict=True))


MESSAGES = st.one_of(
    VALUES,
    st.fixed_dictionaries(
        {
            "type": st.one_of(
                VALUES,
                st.sampled_from(
                    [
                        *(
                            f"{prefix}http.response.{part}"
                            for prefix in ("", "websocket.")
                            for part in ("start", "body")
                        ),
                        *("http.response.trailers", "websocket.accept", "websocket.close", "http.disconnect"),
                    ]
                ),
            )
        },
        optional=dict.fromkeys(["status", "headers", "more_body", "trailers", "more_trailers"], VALUES),
    ),
)


@given(
    st.lists(MESSAGES, max_size=5),
    st.lists(MESSAGES, max_size=3),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["http", "websocket"])}, optional={"method": VALUES, "path": VALUES}
    ),
    st.sampled_from([None, ERROR, CANCELLED, OSError()]),
)
def test_never_in_the_way(messages: Messages, received: Messages, scope: Any, error: BaseException | None) -> None:
    """Whatever is sent, received and raised, passes as the same objects, and nothing is added."""
    app = _script(*messages, error=error, reads=len(received))

    sent, raised = _run(ExplainMiddleware(app, min_status=100), scope=scope, received=received)

    assert error is raised
    assert len(messages) == len(sent)
    assert all(one is other for one, other in zip(messages, sent, strict=True))
