"""
Sites of Flask and Django for their own development servers, each bare and with the middleware.

As in `served`, a path that starts with ``/bare`` reaches the site alone. Run with a port and the name of an
application, this module is what Django's projects have as manage.py, with ``runserver``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import django.conf
import flask
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, StreamingHttpResponse
from django.urls import path

from httpcodes_explained.integrations import wsgi
from httpcodes_explained.integrations.django import explain_middleware
from tests.integrations.served import SITES, wsgi_site

flask_site = flask.Flask("site")


@flask_site.get("/<way>/status/<int:status>")
def flask_status(way: str, status: int) -> Any:
    """Answer with a status."""
    return "answer", status


@flask_site.get("/<way>/abort")
def flask_abort(way: str) -> Any:
    """Have Flask answer."""
    flask.abort(409)


@flask_site.get("/<way>/raise")
def flask_raise(way: str) -> Any:
    """Fail."""
    raise RuntimeError("own")


@flask_site.get("/<way>/stream")
def flask_stream(way: str) -> Any:
    """Answer in parts."""
    return iter(["one", "two"]), 503


@flask_site.get("/<way>/break")
def flask_break(way: str) -> Any:
    """Fail amid the content."""
    return _breaking()


def _breaking() -> Iterator[str]:
    yield "one"
    raise RuntimeError("late")


def chosen(bare: Callable[..., Any], ours: Callable[..., Any]) -> Callable[[Any, Any], Iterable[bytes]]:
    """Return a WSGI application that takes the one or the other, by the path."""

    def application(environ: Any, start_response: Any) -> Iterable[bytes]:
        one: Iterable[bytes] = (bare if environ["PATH_INFO"].startswith("/bare") else ours)(environ, start_response)
        return one

    return application


flask_site.wsgi_app = chosen(flask_site.wsgi_app, wsgi.ExplainMiddleware(flask_site.wsgi_app))  # type: ignore[method-assign]

# The command line of Flask serves nothing but Flask's applications.
scripted_site = flask.Flask("scripted")
scripted_site.wsgi_app = wsgi_site  # type: ignore[method-assign, assignment]


def django_raise(request: HttpRequest, way: str) -> HttpResponse:
    """Fail."""
    raise RuntimeError("own")


urlpatterns = [
    path("<way>/status/<int:status>", lambda request, way, status: HttpResponse("answer", status=status)),
    path("<way>/abort", lambda request, way: HttpResponseNotAllowed(["PUT"])),
    path("<way>/raise", django_raise),
    path("<way>/stream", lambda request, way: StreamingHttpResponse(iter([b"one", b"two"]), status=503)),
    path("<way>/break", lambda request, way: StreamingHttpResponse(_breaking())),
]


def django_middleware(bare: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Take the middleware or not, by the path."""
    ours = explain_middleware(bare)
    return lambda request: (bare if request.path.startswith("/bare") else ours)(request)


def __getattr__(name: str) -> Any:
    """Make Django's application when it is asked for: the settings are there by then."""
    if name != "django_site":
        raise AttributeError(name)
    return get_wsgi_application()


if __name__ == "__main__":
    _, port, application = sys.argv
    django.conf.settings.configure(
        ROOT_URLCONF=SITES, MIDDLEWARE=[f"{SITES}.django_middleware"], ALLOWED_HOSTS=["*"], WSGI_APPLICATION=application
    )
    execute_from_command_line(["manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"])
