"""The line that all server-side integrations log."""

from __future__ import annotations

import asyncio
import logging
import re
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import Registry, explain
from httpcodes_explained.integrations import _access, asgi, wsgi
from httpcodes_explained.integrations._access import MEANINGS, AccessLog
from tests.integrations.broken import VALUES
from tests.servers import free_port, nginx_site, squid, varnish


@pytest.fixture(autouse=True)
def _everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


def test_line(caplog: pytest.LogCaptureFixture) -> None:
    """The line has the request, the code with its name and summary, and the duration; so do the attributes."""
    AccessLog().log("GET", "/orders/7", 523, 0.01234)

    explanation = explain(523)
    assert f"GET /orders/7 {explanation} (12.3 ms)" == caplog.records[0].getMessage()
    assert ("httpcodes_explained.access", explanation.log_level) == (caplog.records[0].name, caplog.records[0].levelno)
    assert {
        "http_method": "GET",
        "http_path": "/orders/7",
        "http_status": 523,
        "http_name": "Origin Is Unreachable (Cloudflare)",
        "http_summary": explanation.summary,
        "http_duration_ms": pytest.approx(12.34),
    } == {name: value for name, value in vars(caplog.records[0]).items() if name.startswith("http_")}


@pytest.mark.parametrize("status", [404, 499, 500, 523, 471, 999])
def test_level(caplog: pytest.LogCaptureFixture, status: int) -> None:
    """Each line has the level of its code, unless one level is chosen."""
    AccessLog().log("GET", "/", status, 0)
    AccessLog(level=logging.DEBUG).log("GET", "/", status, 0)

    assert [explain(status).log_level, logging.DEBUG] == [record.levelno for record in caplog.records]


def test_names_of_logger_and_level(caplog: pytest.LogCaptureFixture) -> None:
    """Both may be given by name, a level's also where the program gave the name itself."""
    logging.addLevelName(33, "FAILED")
    for level in ("ERROR", "FAILED"):
        AccessLog("shop.access", level).finish("GET", "/", 404, 0)

    assert [("shop.access", logging.ERROR), ("shop.access", 33)] == [
        (record.name, record.levelno) for record in caplog.records
    ]


@pytest.mark.parametrize("min_status", [0, 404, 999, HTTPStatus.NOT_FOUND])
def test_lowest_status(caplog: pytest.LogCaptureFixture, min_status: int) -> None:
    """Any number of three digits will do, and 0 for every response."""
    AccessLog(min_status=min_status).finish("GET", "/", min_status, 0)

    assert 1 == len(caplog.records)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"logger": 7}, TypeError, "logger: expected a logging.Logger or the name of one, found int"),
        ({"logger": logging}, TypeError, "logger: .*, found module"),
        ({"level": "error"}, ValueError, "level: expected a number or one of .*ERROR, .*, found 'error'"),
        ({"level": "40"}, ValueError, "level: .*, found '40'"),
        ({"level": 40.0}, TypeError, "level: expected a number or a name such as 'ERROR', found float"),
        ({"level": True}, TypeError, "level: .*, found bool"),
        ({"level": "NOTSET"}, ValueError, "level: expected one above NOTSET, .*, found NOTSET"),
        ({"level": -10}, ValueError, "level: expected one above NOTSET, .*, found -10"),
        ({"min_status": "400"}, TypeError, "min_status: expected an int from 0 to 999, such as 400, found str"),
        ({"min_status": None}, TypeError, "min_status: .*, found NoneType"),
        ({"min_status": 400.0}, TypeError, "min_status: .*, found float"),
        ({"min_status": True}, TypeError, "min_status: .*, found bool"),
        ({"min_status": -1}, ValueError, "min_status: .*, found -1"),
        ({"min_status": 1000}, ValueError, "min_status: .*, found 1000"),
        ({"min_status": 10**5000}, ValueError, "min_status: expected an int from 0 to 999, such as 400, found int"),
    ],
)
def test_wrong_options(options: Any, error: type[Exception], message: str) -> None:
    """What would keep lines from being logged is reported where it is given, with what was expected."""
    with pytest.raises(error, match=f"^{message}$"):
        AccessLog(**options)


@pytest.mark.parametrize(
    ("status", "outcome", "expected", "level"),
    [
        (None, "client_disconnect", "- No Status: The client was gone", logging.INFO),
        (None, "cancelled", "- No Status: The request was cancelled", logging.WARNING),
        (None, "no_response", "- No Status: The application returned without", logging.ERROR),
        (200, "cut_off", "200 OK: The response began", logging.ERROR),
        (404, "cut_off", f"404 Not Found: {explain(404).summary}", logging.WARNING),
        (200, "coined", f"200 OK: {explain(200).summary}", logging.ERROR),
        (None, None, "- No Status: No response was sent. (1.0 ms)", logging.INFO),
        (99, None, "99 Invalid Status: ", logging.ERROR),
        (1020, None, "1020 Invalid Status: ", logging.ERROR),
        (10**30, None, "int Invalid Status: ", logging.ERROR),
    ],
)
def test_outcome(
    caplog: pytest.LogCaptureFixture, status: int | None, outcome: str | None, expected: str, level: int
) -> None:
    """Where the status does not say why a request failed, the outcome does."""
    AccessLog().log("GET", "/", status, 0.001, outcome)

    assert caplog.records[0].getMessage().startswith(f"GET / {expected}")
    assert caplog.records[0].getMessage().endswith("(1.0 ms)" if outcome is None else f"(1.0 ms, {outcome})")
    assert level == caplog.records[0].levelno


@pytest.mark.parametrize(
    "headers", [[(b"date", b"today")], {"Via": "1.1 x"}, [("Server", "cloudflare")], ((b"via", b""),)]
)
def test_emitter(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, headers: Any) -> None:
    """Where the application relays a response, the line says who made it and what it came through."""
    cloudflare, nginx = (Registry.default().vendor(name) for name in ("cloudflare", "nginx"))
    asked: list[Any] = []

    def recognise(status: int, *, headers: Any = None) -> Any:
        asked.append(headers)
        return attrs.evolve(explain(status), emitted_by=cloudflare, via=(nginx, cloudflare))

    monkeypatch.setattr(_access, "explain", recognise)
    AccessLog().log("GET", "/", 404, 0.001, headers=headers)

    assert [headers] == asked
    assert caplog.records[0].getMessage().endswith("(1.0 ms, emitter cloudflare, via nginx,cloudflare)")
    assert ("cloudflare", "nginx,cloudflare") == (
        caplog.records[0].__dict__["http_emitter"],
        caplog.records[0].__dict__["http_via"],
    )


def test_possible_emitter(caplog: pytest.LogCaptureFixture) -> None:
    """A sender that is merely possible is not named: the line has no room to say how sure that is."""
    headers = {"Server": "Caddy", "Date": "today", "Content-Length": "0"}
    AccessLog().log("POST", "/", 503, 0.001, headers=headers)

    assert "http_emitter" not in vars(caplog.records[0])
    assert explain(503).summary == vars(caplog.records[0])["http_summary"]


@pytest.mark.parametrize("headers", [None, [], [(b"x-mine", b"date")], {"Allow": "GET"}, [None], 5])
@pytest.mark.parametrize("status", [404, 99, None])
def test_headers_of_its_own(caplog: pytest.LogCaptureFixture, status: int | None, headers: Any) -> None:
    """Header fields that the application made itself tell of no emitter."""
    AccessLog().log("GET", "/", status, 0.001, headers=headers)

    assert 1 == len(caplog.records)
    assert "http_emitter" not in vars(caplog.records[0])


@pytest.mark.parametrize("status", [99, None])
def test_relayed_without_status(caplog: pytest.LogCaptureFixture, status: int | None) -> None:
    """Marks of a relayed response beside no valid status are ignored."""
    AccessLog().log("GET", "/", status, 0.001, headers=[("Date", "today")])

    assert 1 == len(caplog.records)


def test_real_headers_of_a_relayed_response(caplog: pytest.LogCaptureFixture) -> None:
    """A relayed response is explained by what it bears."""
    AccessLog().log("GET", "/", 404, 0.001, headers=[("Server", "nginx"), ("Date", "today")])

    assert caplog.records[0].getMessage().startswith("GET / 404 Not Found: ")


def relay_by_asgi(response: requests.Response) -> None:
    """Send a response on from inside the ASGI middleware."""
    headers = [(name.lower().encode(), value.encode()) for name, value in response.headers.items()]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
        await send({"type": "http.response.body", "body": response.content})

    async def channel(message: Any = None) -> Any:
        """Take what is sent."""

    asyncio.run(asgi.ExplainMiddleware(app)({"type": "http", "method": "GET", "path": "/"}, channel, channel))


def relay_by_wsgi(response: requests.Response) -> None:
    """Send a response on from inside the WSGI middleware."""

    def app(environ: Any, start_response: Any) -> list[bytes]:
        start_response(f"{response.status_code} {response.reason}", list(response.headers.items()))
        return [response.content]

    wsgi.ExplainMiddleware(app)({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_: None)


@pytest.mark.parametrize(
    ("server", "path", "expected"),
    [
        (squid, "/squid/denied", r"GET / 403 .*, emitter squid\)"),
        (varnish, "/nowhere", r"GET / 404 Not Found: .*, emitter varnish\)"),
        # Its header fields do not tell whether nginx made the page or passed it on.
        (nginx_site, "/nowhere", r"GET / 404 Not Found: .*, via nginx\)"),
    ],
)
def test_relayed(caplog: pytest.LogCaptureFixture, tmp_path: Path, server: Any, path: str, expected: str) -> None:
    """Where an application sends a real server's error on, the line names the server as far as header fields tell."""
    with server(tmp_path, free_port(), {}) as url:
        response = requests.get(url + path, timeout=10)
    relay_by_asgi(response)
    relay_by_wsgi(response)
    lines = [record.getMessage() for record in caplog.records if record.name == "httpcodes_explained.access"]

    assert 2 == len(lines)
    assert all(re.fullmatch(expected, line) for line in lines), lines


def test_injection(caplog: pytest.LogCaptureFixture) -> None:
    """What comes from outside is one printable word each, whatever stands in it."""
    AccessLog().log("GET\r\n", "/a b\r\n\x1b[31m\u2028%s %d", 404, 0)

    assert caplog.records[0].getMessage().startswith("GET?? /a%20b%0D%0A%1B[31m?%25s%20%25d 404 Not Found: ")
    assert "/a%20b%0D%0A%1B[31m?%25s%20%25d" == caplog.records[0].__dict__["http_path"]


@pytest.mark.parametrize("broken", ["filter", "factory"])
def test_broken_logging(broken: str) -> None:
    """A log call that raises harms nobody."""
    logger = logging.getLogger("broken")
    called: list[str] = []

    def fail(*_: Any, **__: Any) -> Any:
        called.append(broken)
        raise RuntimeError

    if broken == "filter":
        logger.addFilter(fail)
    else:
        logger.makeRecord = fail  # type: ignore[method-assign]
    try:
        AccessLog(logger).finish("GET", "/", 404, 0.1)
    finally:
        logger.removeFilter(fail)
        vars(logger).pop("makeRecord", None)

    assert [broken] == called


def test_what_failed(caplog: pytest.LogCaptureFixture) -> None:
    """A status from the lowest one on, a missing one, and a broken response fail; the rest is only counted."""
    log = AccessLog(min_status=500)
    log.finish("GET", "/", 499, 0)
    log.finish("GET", "/", 200, 0, outcome="client_disconnect")
    log.finish("GET", "/", 403, 0, outcome="websocket_denied")
    assert [] == caplog.records

    log.finish("GET", "/", 500, 0)
    log.finish("GET", "/", "abc", 0)
    log.finish("GET", "/", None, 0, outcome="client_disconnect")
    log.finish("GET", "/", 200, 0, outcome="cut_off")
    assert [500, None, None, 200] == [record.__dict__["http_status"] for record in caplog.records]
    assert {"client_disconnect": 2, "websocket_denied": 1, "cut_off": 1} == log.outcomes
    assert set(log.outcomes) <= set(MEANINGS)


@given(VALUES, VALUES, VALUES, VALUES, st.one_of(st.none(), st.sampled_from(sorted(MEANINGS)), VALUES))
def test_never_raises(method: Any, path: Any, status: Any, headers: Any, outcome: Any) -> None:
    """Whatever a request bears, finishing it raises nothing."""
    AccessLog().finish(method, path, status, 0.1, outcome=outcome, headers=headers)
    AccessLog().finish(method, path, 404, 0.1, headers=SimpleNamespace(items=headers))
