"""Flask's errors as problem documents."""

from __future__ import annotations

import http.client
import json
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import flask
import pytest
import werkzeug.exceptions
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.exceptions import HTTPException
from werkzeug.serving import make_server

from httpcodes_explained import explain
from httpcodes_explained.integrations.flask import add_problem_handlers
from httpcodes_explained.integrations.wsgi import ExplainMiddleware

PROBLEM = "application/problem+json"
SECRET = "the key is hunter2"
PLAIN = {"type": "about:blank", "title": "Not Found", "status": 404}
CONFLICT = {"type": "about:blank", "title": "Conflict", "status": 409}
CRASH = {"type": "about:blank", "title": "Internal Server Error", "status": 500}


class Lazy:
    """A text that is translated only when it is read, and fails at that where it is told to."""

    def __init__(self, text: str | None) -> None:
        self.text = text

    def __str__(self) -> str:
        if self.text is None:
            raise OSError(SECRET)
        return self.text

    def __html__(self) -> str:
        return str(self)


class OutOfStock(HTTPException):
    """An error of the application's own, whose class has the words."""

    code = 409
    description = "Out of stock"


def odd(status: Any) -> type[HTTPException]:
    """Return an exception of a status that Werkzeug has none for."""
    return type("Odd", (HTTPException,), {"code": status})


def application(error: BaseException | Callable[[], Any] | None = None, *, user_message: bool = False) -> flask.Flask:
    """Return an application whose /raise raises, or calls what raises."""
    app = flask.Flask(__name__)
    add_problem_handlers(app, user_message=user_message)

    @app.get("/")
    def fine() -> str:
        return "fine"

    @app.get("/directory/")
    def directory() -> str:
        return "fine"

    @app.get("/raise")
    def fail() -> Any:
        if isinstance(error, BaseException):
            raise error
        return error() if error else 1 // 0

    @app.get("/key")
    def key() -> str:
        return flask.request.args["missing"]

    return app


def body(response: Any) -> Any:
    """Return the document, once its content type is seen to be right."""
    assert PROBLEM == response.headers["Content-Type"]
    assert str(len(response.data)) == response.headers["Content-Length"]
    return json.loads(response.data)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (lambda: flask.abort(404), PLAIN),
        (lambda: flask.abort(404, "No order 7"), {**PLAIN, "detail": "No order 7"}),
        (lambda: flask.abort(404, Lazy("No order 7")), {**PLAIN, "detail": "No order 7"}),
        (lambda: flask.abort(404, Lazy("<b>\r\n\x1b[31mé")), {**PLAIN, "detail": "<b>\r\n\x1b[31mé"}),
        (OutOfStock(), {**CONFLICT, "detail": "Out of stock"}),
        (OutOfStock("Out of order 7"), {**CONFLICT, "detail": "Out of order 7"}),
        (type("Taken", (werkzeug.exceptions.Conflict,), {})(), CONFLICT),
        (type("Gone", (OutOfStock,), {"description": Lazy("Gone")})(), {**CONFLICT, "detail": "Gone"}),
        (lambda: flask.abort(409, {"sku": ["x"]}), {**CONFLICT, "errors": {"sku": ["x"]}}),
        (lambda: flask.abort(409, ["sku", 7]), {**CONFLICT, "errors": ["sku", 7]}),
        (lambda: flask.abort(409, {"sku": object()}), CONFLICT),
        (lambda: flask.abort(413), {"type": "about:blank", "title": "Content Too Large", "status": 413}),
        (odd(523)(), {"type": "about:blank", "title": "Origin Is Unreachable", "status": 523}),
        (odd(499)("x"), {"type": "about:blank", "title": "Client Closed Request", "status": 499, "detail": "x"}),
        (odd(999)(), {"type": "about:blank", "title": "Request Denied", "status": 999}),
        (odd(99)(), {"type": "about:blank"}),
        (lambda: flask.abort(500, "The printer burns"), {**CRASH, "detail": "The printer burns"}),
        (lambda: flask.abort(523), CRASH),
        (RuntimeError(SECRET), CRASH),
        (ExceptionGroup(SECRET, [ValueError(SECRET)]), CRASH),
    ],
)
def test_errors(error: Any, expected: dict[str, Any]) -> None:
    """An error becomes a document with the application's words, if it has any, not Werkzeug's nor Python's."""
    response = application(error).test_client().get("/raise")

    assert expected == body(response)
    assert expected.get("status", 99) == response.status_code
    assert SECRET not in response.text
    assert "URL" not in response.text
    assert response.data.isascii()


def test_errors_of_the_router() -> None:
    """404 and 405 of the router and 400 of a missing key are problems; what is none stays as it is."""
    client = application().test_client()
    refused = client.post("/")

    assert PLAIN == body(client.get("/nowhere"))
    assert {"type": "about:blank", "title": "Method Not Allowed", "status": 405} == body(refused)
    assert {"GET", "HEAD", "OPTIONS"} == set(refused.headers["Allow"].split(", "))
    assert {"type": "about:blank", "title": "Bad Request", "status": 400} == body(client.get("/key"))
    assert (308, "text/html; charset=utf-8") == (
        client.get("/directory").status_code,
        client.get("/directory").content_type,
    )
    assert "fine" == client.get("/").text


def test_header_fields_of_the_error_are_kept() -> None:
    """What the protocol needs stays on the response."""
    challenge = werkzeug.exceptions.Unauthorized(www_authenticate=werkzeug.datastructures.WWWAuthenticate("basic"))
    later = werkzeug.exceptions.TooManyRequests(retry_after=7)

    assert application(challenge).test_client().get("/raise").headers["WWW-Authenticate"].startswith("Basic")
    assert "7" == application(later).test_client().get("/raise").headers["Retry-After"]


@pytest.mark.parametrize("status", [103, 204, 205, 304])
def test_no_content_where_none_is_allowed(status: int) -> None:
    """A status without content gets none, and no content type."""
    response = application(odd(status)("x")).test_client().get("/raise")

    assert (status, b"") == (response.status_code, response.data)
    assert "Content-Type" not in response.headers


def test_an_error_with_its_own_response() -> None:
    """The application's own response is handed on as it is."""
    own = flask.Response("mine", 404, {"X": "y"}, "text/html")
    for error in (lambda: flask.abort(own), werkzeug.exceptions.NotFound(response=own)):
        response = application(error).test_client().get("/raise")

        assert (404, "mine", "y") == (response.status_code, response.text, response.headers["X"])


def test_broken_descriptions() -> None:
    """A description that cannot be read is left out."""

    class Broken(werkzeug.exceptions.NotFound):
        def get_description(self, *args: Any) -> str:
            return ""

    assert PLAIN == body(application(Broken(Lazy(None))).test_client().get("/raise"))  # type: ignore[arg-type]


ODD = st.sampled_from([0, 99, 600, 999, 10**30, None, "abc", "404", 404.5, True]) | st.integers()


@settings(deadline=None)
@given(status=ODD, description=st.none() | st.text() | st.builds(Lazy, st.none() | st.text()) | st.integers())
def test_any_error_ends_as_without_us(status: Any, description: Any) -> None:
    """Whatever an error holds, its status is the one that Flask alone would send, if it can send any."""

    def sent(app: flask.Flask) -> tuple[str, int] | str:
        app.testing = True
        app.add_url_rule("/odd", "odd", fail)
        try:
            response = app.test_client().get("/odd")
        except Exception as error:  # noqa: BLE001 (whatever Flask makes of it)
            return f"{type(error)} {error}"
        return response.status, response.status_code

    def fail() -> None:
        raise odd(status)(description)

    alone, ours = sent(flask.Flask(__name__)), sent(application())

    # What Werkzeug makes of the description is not asked for, so less can fail.
    assert alone == ours or isinstance(alone, str)


def test_a_blueprint_alone() -> None:
    """On a blueprint, errors of its views are problems; others stay Flask's."""
    app, api = flask.Flask(__name__), flask.Blueprint("api", __name__)
    add_problem_handlers(api)
    api.add_url_rule("/api", view_func=lambda: flask.abort(404))
    app.register_blueprint(api)

    assert PLAIN == body(app.test_client().get("/api"))
    assert "text/html; charset=utf-8" == app.test_client().get("/nowhere").content_type


def test_testing_raises_the_exception() -> None:
    """While testing, Flask raises the very exception, as it does without us."""
    error = RuntimeError(SECRET)
    app = application(error)
    app.testing = True

    with pytest.raises(RuntimeError) as caught:
        app.test_client().get("/raise")
    assert error is caught.value


def test_debugging_names_the_missing_key() -> None:
    """While debugging, Flask's own word about a missing key comes through."""
    app = application()
    app.debug = True

    assert "missing" in body(app.test_client().get("/key"))["detail"]


@pytest.mark.parametrize("status", [404, 405, 500])
def test_the_user_message_is_for_asking(status: int) -> None:
    """No text of a record reaches a client unless asked; then it is the message for end users alone."""
    record = explain(status)
    method, path = {404: ("GET", "/nowhere"), 405: ("POST", "/"), 500: ("GET", "/raise")}[status]
    plain = application().test_client().open(path, method=method)
    asked = application(user_message=True).test_client().open(path, method=method)

    assert "detail" not in body(plain)
    assert record.user_message == body(asked)["detail"]
    for text in (record.summary, record.meaning, *record.causes, *record.operator_steps, *record.client_steps):
        assert text not in plain.text + asked.text
    own = application(werkzeug.exceptions.NotFound("No order 7"), user_message=True).test_client().get("/raise")
    assert "No order 7" == body(own)["detail"]


@contextmanager
def serving(app: flask.Flask) -> Iterator[int]:
    """Run Werkzeug's server in a thread; yield its port."""
    server = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_on_a_server(caplog: pytest.LogCaptureFixture) -> None:
    """Werkzeug sends the documents; the WSGI middleware logs what they keep to themselves."""
    caplog.set_level(logging.INFO, "httpcodes_explained.access")
    app = application(RuntimeError(SECRET))
    app.wsgi_app = ExplainMiddleware(app.wsgi_app)  # type: ignore[method-assign]
    found = []
    with serving(app) as port:
        for path in ("/nowhere", "/raise"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            response = connection.getresponse()
            found.append((response.status, response.headers["Content-Type"], json.loads(response.read())))
            connection.close()

    assert [(404, PROBLEM, PLAIN), (500, PROBLEM, CRASH)] == found
    lines = [record.getMessage() for record in caplog.records if record.name == "httpcodes_explained.access"]
    assert ["GET /nowhere 404 Not Found", "GET /raise 500 Internal Server Error"] == [
        line.partition(":")[0] for line in lines
    ]
    assert explain(404).summary in lines[0]
    assert explain(500).summary in lines[1]
