"""Django's log lines, and its errors as problem documents."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django.conf
import pytest
import uvicorn
from asgiref.sync import iscoroutinefunction
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    ImproperlyConfigured,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
)
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, StreamingHttpResponse
from django.http.multipartparser import MultiPartParserError
from hypothesis import given
from hypothesis import strategies as st

if not django.conf.settings.configured:
    django.conf.settings.configure()

from django.core.checks import run_checks
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.test import AsyncClient, Client, override_settings
from django.urls import get_resolver, path

from httpcodes_explained import explain
from httpcodes_explained.integrations.django import explain_middleware, problem_handlers
from tests.servers import free_port, wait_for

PROBLEM = "application/problem+json"
MIDDLEWARE = "httpcodes_explained.integrations.django.explain_middleware"
SECRET = "the key is hunter2"
TITLES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 500: "Internal Server Error"}

handler400, handler403, handler404, handler500 = problem_handlers()


def failing(error: BaseException) -> Callable[[HttpRequest], HttpResponse]:
    """Return a view that raises."""

    def view(request: HttpRequest) -> HttpResponse:
        raise error

    return view


async def asynchronous(request: HttpRequest, status: int) -> HttpResponse:
    """Answer with a status, in a coroutine."""
    return HttpResponse("x", status=status)


urlpatterns = [
    path("status/<int:status>", lambda request, status: HttpResponse("x", status=status)),
    path("async/<int:status>", asynchronous),
    path("stream", lambda request: StreamingHttpResponse(iter([b"a", b"b"]), status=503)),
    path("405", lambda request: HttpResponseNotAllowed(["PUT"])),
    path("400", failing(SuspiciousOperation(SECRET))),
    path("403", failing(PermissionDenied(SECRET))),
    path("404", failing(Http404(SECRET))),
    path("500", failing(RuntimeError(SECRET))),
]


class Asked:
    """A root URLconf whose handlers tell the message for end users."""

    urlpatterns = urlpatterns
    handler400, handler403, handler404, handler500 = problem_handlers(user_message=True)


sys.modules[f"{__name__}.asked"] = Asked  # type: ignore[assignment]


@pytest.fixture(name="site", autouse=True)
def _site() -> Iterator[None]:
    """Run Django with this module as its site."""
    options: dict[str, Any] = {
        "ROOT_URLCONF": __name__,
        "MIDDLEWARE": [MIDDLEWARE],
        "ALLOWED_HOSTS": ["*"],
        "DEBUG": False,
    }
    with override_settings(**options):
        yield


@pytest.fixture(name="lines")
def _lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Return what gives the lines logged so far."""
    caplog.set_level(logging.DEBUG)

    def lines() -> list[str]:
        return [record.getMessage() for record in caplog.records if record.name == "httpcodes_explained.access"]

    return lines


def fetch(target: str) -> HttpResponse:
    """Return the response of Django's synchronous handler."""
    return Client(raise_request_exception=False).get(target)  # type: ignore[return-value]


def fetch_async(target: str) -> HttpResponse:
    """Return the response of Django's asynchronous handler."""
    return asyncio.run(AsyncClient(raise_request_exception=False).get(target))  # type: ignore[arg-type, return-value]


FETCHES = [fetch, fetch_async]


@pytest.mark.parametrize("get", FETCHES)
@pytest.mark.parametrize("status", TITLES)
def test_errors_are_problems(get: Callable[[str], HttpResponse], status: int) -> None:
    """What a view raises becomes a document that holds nothing of it."""
    response = get(f"/{status}")

    assert (status, PROBLEM) == (response.status_code, response.headers["Content-Type"])
    assert {"type": "about:blank", "title": TITLES[status], "status": status} == json.loads(response.content)


@pytest.mark.parametrize("get", FETCHES)
def test_the_router_and_responses(get: Callable[[str], HttpResponse]) -> None:
    """The router's 404 is a problem; a response that a view returns stays as it is."""
    assert {"type": "about:blank", "title": "Not Found", "status": 404} == json.loads(get("/nowhere").content)
    refused = get("/405")
    assert (405, b"", "PUT") == (refused.status_code, refused.content, refused.headers["Allow"])
    assert (523, b"x") == (get("/status/523").status_code, get("/status/523").content)


@pytest.mark.parametrize("get", FETCHES)
@pytest.mark.parametrize("status", TITLES)
def test_the_user_message_is_for_asking(get: Callable[[str], HttpResponse], status: int) -> None:
    """No text of a record reaches a client unless asked; then it is the message for end users alone."""
    record = explain(status)
    plain = get(f"/{status}").content.decode()
    with override_settings(ROOT_URLCONF=f"{__name__}.asked"):
        asked = get(f"/{status}").content.decode()

    assert record.user_message == json.loads(asked)["detail"]
    assert "detail" not in json.loads(plain)
    for text in (record.summary, record.meaning, *record.causes, *record.operator_steps, *record.client_steps):
        assert text not in plain + asked


def test_django_accepts_the_handlers() -> None:
    """The handlers pass Django's own check of the root URLconf."""
    for urlconf in (__name__, f"{__name__}.asked"):
        with override_settings(ROOT_URLCONF=urlconf):
            assert [] == run_checks(tags=["urls"])
            assert get_resolver().resolve_error_handler(404).__module__.endswith("integrations.django")


@pytest.mark.parametrize("get", FETCHES)
@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/status/200", []),
        ("/status/304", []),
        ("/status/404?token=7", ["GET /status/404 404 Not Found: "]),
        ("/async/523", ["GET /async/523 523 Origin Is Unreachable (Cloudflare): "]),
        ("/stream", ["GET /stream 503 Service Unavailable: "]),
        ("/nowhere%0Aforged%1B[31m", ["GET /nowhere%0Aforged%1B[31m 404 Not Found: "]),
        ("/405", ["GET /405 405 Method Not Allowed: "]),
        ("/403", ["GET /403 403 Forbidden: "]),
        ("/500", ["GET /500 500 Internal Server Error: "]),
    ],
)
def test_lines(
    get: Callable[[str], HttpResponse], target: str, expected: list[str], lines: Callable[[], list[str]]
) -> None:
    """A failed request is one line, and one that did not fail is none."""
    response = get(target)
    logged = lines()

    assert expected == [line[: len(start)] for line, start in zip(logged, expected, strict=True)]
    assert all(explain(response.status_code).summary in line and line.endswith(" ms)") for line in logged)


def test_fields_of_a_line(caplog: pytest.LogCaptureFixture) -> None:
    """The record has the values as attributes, and the level of the code."""
    caplog.set_level(logging.DEBUG)
    for target in ("/status/404", "/status/502"):
        fetch(target)
    found = [vars(record) for record in caplog.records if record.name == "httpcodes_explained.access"]

    assert [("GET", "/status/404", 404), ("GET", "/status/502", 502)] == [
        (one["http_method"], one["http_path"], one["http_status"]) for one in found
    ]
    assert [explain(404).log_level, explain(502).log_level] == [one["levelno"] for one in found]
    assert all(0 <= one["http_duration_ms"] < 10_000 for one in found)


@pytest.mark.parametrize("get", FETCHES)
@pytest.mark.parametrize(("logger", "level"), [(logging.getLogger("mine"), logging.DEBUG), ("mine", "DEBUG")])
def test_options(
    get: Callable[[str], HttpResponse],
    logger: logging.Logger | str,
    level: int | str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A setting chooses logger, level, and the lowest status, the first two by name as well."""
    caplog.set_level(logging.DEBUG)
    options = {"logger": logger, "level": level, "min_status": 500}
    with override_settings(HTTPCODES_EXPLAINED=options):
        get("/status/404")
        get("/status/502")

    assert [("mine", logging.DEBUG, 502)] == [
        (record.name, record.levelno, vars(record)["http_status"])
        for record in caplog.records
        if "http_summary" in vars(record)
    ]


@pytest.mark.parametrize("start", [WSGIHandler, ASGIHandler])
@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"minimum": 500}, "unknown option 'minimum': use logger, level, min_status"),
        ({500: "minimum"}, "unknown option 500: use logger, level, min_status"),
        ({"min_status": "500"}, "min_status: expected an int from 0 to 999, such as 400, found str"),
        ({"min_status": None}, "min_status: .*, found NoneType"),
        ({"min_status": 1000}, "min_status: .*, found 1000"),
        ({"level": "LOUD"}, "level: .*, found 'LOUD'"),
        ({"logger": 7}, "logger: .*, found int"),
        (None, "expected a dict such as {'min_status': 500}, or no such setting, found NoneType"),
        ("min_status=500", "expected a dict .*, found str"),
    ],
)
def test_wrong_settings(start: Callable[[], Any], setting: Any, message: str) -> None:
    """They are reported when Django starts, not with the first failure."""
    with (
        override_settings(HTTPCODES_EXPLAINED=setting),
        pytest.raises(ImproperlyConfigured, match=f"^HTTPCODES_EXPLAINED: {message}$"),
    ):
        start()


@pytest.mark.parametrize("get", FETCHES)
@pytest.mark.parametrize(
    "error",
    [
        BadRequest,
        DisallowedHost,
        Http404,
        MultiPartParserError,
        PermissionDenied,
        RequestDataTooBig,
        SuspiciousOperation,
        TooManyFieldsSent,
    ],
)
def test_exceptions_are_explained_by_djangos_answer(get: Callable[[str], HttpResponse], error: type[Exception]) -> None:
    """Each exception that Django turns into a response is explained as the status that Django answers with."""
    with override_settings(ROOT_URLCONF=(path("raise", failing(error(SECRET))),)):
        response = get("/raise")

    assert response.status_code == explain(error(SECRET)).code


class Broken:
    """An object whose attributes raise."""

    def __getattribute__(self, name: str) -> Any:
        raise OSError(SECRET)


ANYTHING = st.none() | st.text() | st.binary() | st.integers() | st.floats() | st.builds(Broken)
RESPONSES: st.SearchStrategy[Any] = ANYTHING | st.builds(
    SimpleNamespace,
    status_code=st.sampled_from([0, 99, 404, 600, 999, None, "abc", 10**30]) | ANYTHING,
    headers=st.dictionaries(st.text() | st.binary(), ANYTHING) | ANYTHING,
)
REQUESTS: st.SearchStrategy[Any] = ANYTHING | st.builds(SimpleNamespace, method=ANYTHING, path=ANYTHING)
ERRORS = st.sampled_from([RuntimeError(SECRET), asyncio.CancelledError(), SystemExit(404), KeyboardInterrupt()])


@given(request=REQUESTS, response=RESPONSES, error=st.none() | ERRORS)
def test_nothing_is_changed(request: Any, response: Any, error: BaseException | None) -> None:
    """Whatever passes, the response and the exception are the very objects, and each call is made once."""
    calls: list[Any] = []

    def get_response(asked: Any) -> Any:
        calls.append(asked)
        if error is not None:
            raise error
        return response

    async def get_response_async(asked: Any) -> Any:
        return get_response(asked)

    def ran(call: Callable[[], Any]) -> Any:
        try:
            return call()
        except BaseException as raised:  # noqa: BLE001 (the test is about every one of them)
            return raised

    wanted = response if error is None else error
    assert wanted is ran(lambda: explain_middleware(get_response)(request))
    middleware = explain_middleware(get_response_async)
    assert iscoroutinefunction(middleware)
    assert wanted is ran(lambda: drive(middleware(request)))
    assert [id(request)] * 2 == [id(asked) for asked in calls]


def drive(coroutine: Any) -> Any:
    """Run a coroutine that awaits nothing, so that any BaseException comes out as it is."""
    try:
        coroutine.send(None)
    except StopIteration as stopped:
        return stopped.value
    raise AssertionError(coroutine)


def test_exceptions_that_propagate(lines: Callable[[], list[str]]) -> None:
    """Where Django is set to let them through, they are logged as what the server will send."""
    with override_settings(DEBUG_PROPAGATE_EXCEPTIONS=True), pytest.raises(RuntimeError, match=SECRET):
        fetch("/500")

    assert ["GET /500 500 Internal Server Error"] == [line.partition(":")[0] for line in lines()]
    assert "exception)" in lines()[0]


def test_cancelled_requests(lines: Callable[[], list[str]]) -> None:
    """A request that is cancelled is logged without a status, and stays cancelled."""

    async def forever(request: HttpRequest) -> None:
        await asyncio.sleep(60)

    async def cancel() -> None:
        request = SimpleNamespace(method="GET", path="/slow")
        task = asyncio.ensure_future(explain_middleware(forever)(request))  # type: ignore[arg-type]
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    (line,) = lines()
    assert line.startswith("GET /slow - ")
    assert line.endswith("cancelled)")


class _Quiet(WSGIRequestHandler):
    """Says nothing on standard error."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@contextmanager
def serving_wsgi() -> Iterator[int]:
    """Run Django's WSGI handler in a thread; yield its port."""
    server = make_server("127.0.0.1", 0, WSGIHandler(), WSGIServer, _Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serving_asgi() -> Iterator[int]:
    """Run Django's ASGI handler under uvicorn in a thread; yield its port."""
    port = free_port()
    config = uvicorn.Config(ASGIHandler(), host="127.0.0.1", port=port, log_config=None, lifespan="off")  # type: ignore[no-untyped-call, unused-ignore]
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_for(port)
        yield port
    finally:
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("serve", [serving_wsgi, serving_asgi])
def test_on_a_server(serve: Any, lines: Callable[[], list[str]]) -> None:
    """Real servers send the documents, and each failed request is one line, whichever protocol it came by."""
    found = []
    with serve() as port:
        for target in ("/status/200", "/nowhere", "/500", "/async/523"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", target)
            response = connection.getresponse()
            found.append((response.status, response.headers["Content-Type"], b"about:blank" in response.read()))
            connection.close()

    html = "text/html; charset=utf-8"
    assert [(200, html, False), (404, PROBLEM, True), (500, PROBLEM, True), (523, html, False)] == found
    assert ["GET /nowhere 404", "GET /500 500", "GET /async/523 523"] == [
        " ".join(line.split()[:3]) for line in lines()
    ]
