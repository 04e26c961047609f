"""Starlette's and FastAPI's errors as problem documents."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import fastapi
import fastapi.exceptions
import pydantic
import pytest
import uvicorn
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from httpcodes_explained import explain
from httpcodes_explained.integrations.asgi import ExplainMiddleware
from httpcodes_explained.integrations.starlette import add_problem_handlers
from tests.servers import free_port, wait_for

PROBLEM = "application/problem+json"
SECRET = "the key is hunter2"
PLAIN = {"type": "about:blank", "title": "Not Found", "status": 404}
CRASH = {"type": "about:blank", "title": "Internal Server Error", "status": 500}


def raising(error: BaseException) -> Callable[[Request], Response]:
    """Return an endpoint that raises."""

    def endpoint(request: Request) -> Response:
        raise error

    return endpoint


def client(error: BaseException | None = None, *, user_message: bool = False, debug: bool = False) -> TestClient:
    """Return a client of an application whose /raise raises."""
    routes = [
        Route("/", lambda request: PlainTextResponse("fine")),
        Route("/raise", raising(error or RuntimeError(SECRET))),
        Route("/post", lambda request: PlainTextResponse("fine"), methods=["POST"]),
        Mount("/mounted", routes=[Route("/raise", raising(error or RuntimeError(SECRET)))]),
    ]
    app = Starlette(debug=debug, routes=routes)
    add_problem_handlers(app, user_message=user_message)
    return TestClient(app, raise_server_exceptions=False)


def body(response: Any) -> Any:
    """Return the document, once its content type is seen to be right."""
    assert PROBLEM == response.headers["content-type"]
    assert str(len(response.content)) == response.headers["content-length"]
    return response.json()


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (HTTPException(404), PLAIN),
        (HTTPException(404, ""), PLAIN),
        (HTTPException(404, "No order 7"), {**PLAIN, "detail": "No order 7"}),
        (HTTPException(HTTPStatus.NOT_FOUND), PLAIN),
        (HTTPException(413), {"type": "about:blank", "title": "Content Too Large", "status": 413}),
        (HTTPException(523, ""), {"type": "about:blank", "title": "Origin Is Unreachable", "status": 523}),
        (HTTPException(499, ""), {"type": "about:blank", "title": "Client Closed Request", "status": 499}),
        (HTTPException(999, ""), {"type": "about:blank", "title": "Request Denied", "status": 999}),
        (HTTPException(1000, ""), {"type": "about:blank"}),
        (
            HTTPException(307, headers={"Location": "/"}),
            {"type": "about:blank", "title": "Temporary Redirect", "status": 307},
        ),
        (fastapi.HTTPException(404, {"order": 7}), {**PLAIN, "errors": {"order": 7}}),
        (fastapi.HTTPException(404, ["a", "b"]), {**PLAIN, "errors": ["a", "b"]}),
        (fastapi.HTTPException(404, object()), PLAIN),
        (fastapi.HTTPException(404, {"x": float("nan")}), PLAIN),
        (HTTPException(404, "<script>\r\n\x1b[31mé\ud800"), {**PLAIN, "detail": "<script>\r\n\x1b[31mé\ud800"}),
        (RuntimeError(SECRET), CRASH),
        (ExceptionGroup(SECRET, [ValueError(SECRET)]), CRASH),
    ],
    ids=repr,
)
def test_errors(error: Exception, expected: dict[str, Any]) -> None:
    """An error becomes a document with the application's words, if it has any, and none of ours or of Python's."""
    for path in ("/raise", "/mounted/raise"):
        response = client(error).get(path, follow_redirects=False)

        assert getattr(error, "status_code", 500) == response.status_code
        assert expected == body(response)
        assert SECRET not in response.text
        assert response.content.isascii()


def test_errors_of_the_router() -> None:
    """404 and 405 of the router are problems too, and 405 keeps its Allow field."""
    assert PLAIN == body(client().get("/nowhere"))
    refused = client().get("/post")
    assert {"type": "about:blank", "title": "Method Not Allowed", "status": 405} == body(refused)
    assert "POST" == refused.headers["allow"]
    assert "fine" == client().get("/").text


def test_header_fields_of_the_error_are_kept() -> None:
    """What the protocol needs stays; what described other content goes."""
    fields = {
        "WWW-Authenticate": "Basic",
        "Retry-After": 5,
        "Content-Type": "text/html",
        "content-length": "3",
    }
    response = client(HTTPException(401, headers=fields)).get("/raise")  # type: ignore[arg-type]

    assert "Unauthorized" == body(response)["title"]
    assert ["Basic", "5"] == [response.headers[name] for name in ("www-authenticate", "retry-after")]
    assert (b"x-name", b"\xe9") in messages(HTTPException(401, headers={"X-Name": "é"}))[0]["headers"]


@pytest.mark.parametrize("headers", [7, {"X": "☃"}, {"X\ud800": "y"}, [("X", "y")]], ids=repr)
def test_impossible_header_fields(headers: Any) -> None:
    """Header fields that cannot be sent do not cost the client its answer."""
    assert PLAIN == body(client(HTTPException(404, headers=headers)).get("/raise"))


@pytest.mark.parametrize("status", [204, 205, 304])
def test_no_content_where_none_is_allowed(status: int) -> None:
    """A status without content gets none, and no content type; header fields stay."""
    response = client(HTTPException(status, "x", {"ETag": "y"})).get("/raise")

    assert (status, b"", "y") == (response.status_code, response.content, response.headers["etag"])
    assert "content-type" not in response.headers


def test_an_informational_status_has_no_content() -> None:
    """1xx, which nobody should raise, gets no content either."""
    sent = messages(HTTPException(103, "x"))

    assert (103, [], b"") == (sent[0]["status"], sent[0]["headers"], sent[1]["body"])


def messages(error: Exception) -> list[Any]:
    """Return what an application that raises sends, without a server that could object."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    app = Starlette(routes=[Route("/", raising(error))])
    add_problem_handlers(app)
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
    try:
        asyncio.run(app(scope, receive, send))
    except Exception as raised:  # noqa: BLE001 (any other one fails the test)
        assert raised is error
    return sent


class Broken(HTTPException):
    """An error whose attributes raise."""

    def __init__(self, broken: str, status: Any) -> None:
        super().__init__(status)
        self.broken = broken

    def __getattribute__(self, name: str) -> Any:
        if name == object.__getattribute__(self, "__dict__").get("broken"):
            raise OSError(SECRET)
        return super().__getattribute__(name)


ODD = st.sampled_from([0, 99, 600, 999, 10**30, -1, True, 404, 499]) | st.integers()
JUNK = st.recursive(
    st.none() | st.text() | st.binary() | st.floats() | st.integers() | st.builds(object),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers() | st.binary(), inner),
    max_leaves=5,
)


@settings(deadline=None)
@given(status=ODD, detail=JUNK, headers=st.none() | st.dictionaries(st.text(), st.text()) | JUNK)
def test_any_error_is_answered_with_its_status(status: int, detail: Any, headers: Any) -> None:
    """Whatever an error holds, the response has its status, and JSON or nothing."""
    error = HTTPException(400, detail, headers)
    error.status_code = status
    start, content = messages(error)

    assert status == start["status"]
    assert status == json.loads(content["body"] or b'{"status": %d}' % status).get("status", status)


@pytest.mark.parametrize("status", [None, "abc", "404", 4.04])
def test_a_status_that_is_none(status: Any) -> None:
    """An error without a usable status is a crash, as it is without us: 500, and the server gets the error."""
    error = HTTPException(400, SECRET)
    error.status_code = status

    assert CRASH == json.loads(messages(error)[1]["body"])


@pytest.mark.parametrize("broken", ["status_code", "detail", "headers"])
def test_broken_errors(broken: str) -> None:
    """An error whose attributes raise is answered all the same."""
    # Starlette reads status_code first itself, and passes what that raises on.
    assert (CRASH if broken == "status_code" else PLAIN) == body(client(Broken(broken, 404)).get("/raise"))


def test_the_exception_is_raised_again() -> None:
    """The server gets the very exception, as it does without us."""
    error = RuntimeError(SECRET)
    app = Starlette(routes=[Route("/", raising(error))])
    add_problem_handlers(app)

    with pytest.raises(RuntimeError) as caught:
        TestClient(app).get("/")
    assert error is caught.value


def test_debugging_shows_the_traceback() -> None:
    """With debug=True Starlette's own page comes, as its user asked."""
    assert SECRET in client(debug=True).get("/raise").text


@pytest.mark.parametrize("status", [404, 405, 500])
def test_the_user_message_is_for_asking(status: int) -> None:
    """No text of a record reaches a client unless asked; then it is the message for end users alone."""
    record = explain(status)
    path = {404: "/nowhere", 405: "/post", 500: "/raise"}[status]
    plain = client().get(path)
    asked = client(user_message=True).get(path)

    assert "detail" not in body(plain)
    assert record.user_message == body(asked)["detail"]
    for text in (record.summary, record.meaning, *record.causes, *record.operator_steps, *record.client_steps):
        assert text not in plain.text + asked.text
    own = client(HTTPException(404, "No order 7"), user_message=True).get("/raise")
    assert "No order 7" == body(own)["detail"]


class Login(pydantic.BaseModel):
    """What a client sends."""

    name: str
    password: int

    @pydantic.field_validator("name")
    @classmethod
    def _short(cls, name: str) -> str:
        if len(name) > 3:
            raise ValueError("too long")
        return name


def fastapi_client(*, user_message: bool = False) -> TestClient:
    """Return a client of a FastAPI application."""
    app = fastapi.FastAPI()
    add_problem_handlers(app, user_message=user_message)

    @app.post("/login")
    def login(login: Login, times: int = 1) -> str:
        if times == 2:
            raise fastapi.HTTPException(409, "Twice", {"X-Times": "2"})
        return str(1 // times)

    @app.websocket("/socket")
    async def socket(websocket: WebSocket, number: int) -> None:
        await websocket.accept()

    return TestClient(app, raise_server_exceptions=False)


def test_fastapi_validation() -> None:
    """What FastAPI rejects is listed under `errors`, without what the client sent."""
    response = fastapi_client().post("/login?times=x", json={"name": "toolong", "password": "hunter2"})
    document = body(response)

    assert (422, "Unprocessable Content", 422) == (response.status_code, document["title"], document["status"])
    assert {"type", "title", "status", "errors"} == set(document)
    assert [["query", "times"], ["body", "name"], ["body", "password"]] == [one["loc"] for one in document["errors"]]
    assert "Value error, too long" == document["errors"][1]["msg"]
    assert all({"type", "loc", "msg"} == set(one) for one in document["errors"])
    assert "hunter2" not in response.text
    asked = body(
        fastapi_client(user_message=True).post("/login", content=b"{", headers={"Content-Type": "application/json"})
    )
    assert explain(422).user_message == asked["detail"]
    assert "json_invalid" == asked["errors"][0]["type"]


def test_fastapi_errors() -> None:
    """FastAPI's own HTTPException, its router's errors and its crashes are problems too."""
    login = {"name": "abc", "password": 1}
    conflict = fastapi_client().post("/login?times=2", json=login)

    assert '"1"' == fastapi_client().post("/login", json=login).text
    assert ("Conflict", "Twice") == (body(conflict)["title"], body(conflict)["detail"])
    assert "2" == conflict.headers["x-times"]
    assert PLAIN == body(fastapi_client().get("/nowhere"))
    assert 405 == body(fastapi_client().get("/login"))["status"]
    assert CRASH == body(fastapi_client().post("/login?times=0", json=login))


def test_fastapi_validation_errors_that_are_broken() -> None:
    """A validation error that cannot tell what is wrong is a 422 all the same."""
    error = fastapi.exceptions.RequestValidationError([{"loc": 7}])
    document = {"type": "about:blank", "title": "Unprocessable Content", "status": 422}

    assert {**document, "errors": []} == body(client(error).get("/raise"))


def test_without_fastapi(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starlette alone is enough."""
    monkeypatch.delitem(sys.modules, "fastapi.exceptions")
    app = Starlette()
    add_problem_handlers(app)

    assert {HTTPException, Exception} == set(app.exception_handlers)


def test_a_websocket_is_denied_with_a_problem() -> None:
    """An error raised before a WebSocket is accepted is answered as any other."""

    async def socket(websocket: WebSocket) -> None:
        raise HTTPException(404, "No room 7")

    app = Starlette(routes=[WebSocketRoute("/", socket)])
    add_problem_handlers(app)
    with serving(app) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
        connection.request("GET", "/", headers={**upgrade, "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="})
        response = connection.getresponse()
        content = response.read()
        connection.close()

    assert (404, PROBLEM) == (response.status, response.headers["content-type"])
    assert {**PLAIN, "detail": "No room 7"} == json.loads(content)


@contextmanager
def serving(app: Any) -> Iterator[int]:
    """Run uvicorn in a thread; yield its port."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, ws="websockets-sansio"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_for(port)
        yield port
    finally:
        server.should_exit = True
        thread.join()


def test_on_a_server(caplog: pytest.LogCaptureFixture) -> None:
    """uvicorn sends the documents; the ASGI middleware around the application logs what they keep to themselves."""
    caplog.set_level(logging.INFO, "httpcodes_explained.access")
    app = Starlette(routes=[Route("/raise", raising(RuntimeError(SECRET)))])
    add_problem_handlers(app)
    found = []
    with serving(ExplainMiddleware(app)) as port:
        for path in ("/nowhere", "/raise"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            response = connection.getresponse()
            found.append((response.status, response.headers["content-type"], json.loads(response.read())))
            connection.close()

    assert [(404, PROBLEM, PLAIN), (500, PROBLEM, CRASH)] == found
    lines = [record.getMessage() for record in caplog.records if record.name == "httpcodes_explained.access"]
    assert ["GET /nowhere 404 Not Found", "GET /raise 500 Internal Server Error"] == [
        line.partition(":")[0] for line in lines
    ]
    assert explain(404).summary in lines[0]
    assert explain(500).summary in lines[1]
