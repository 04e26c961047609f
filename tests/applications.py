"""Small applications of web frameworks, which the tests run under real servers: each fails on request."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.servers import Routes, program, running, written

REPOSITORY = Path(__file__).parent.parent


def flask_app() -> Any:
    """Return an application of Flask."""
    import flask

    app = flask.Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1000

    @app.get("/<chain>/boom")
    def boom(chain: str) -> str:
        raise RuntimeError(chain)

    @app.get("/<chain>/denied")
    def denied(chain: str) -> str:
        flask.abort(403)

    @app.get("/<chain>/bad")
    def bad(chain: str) -> str:
        return flask.request.args["missing"]

    @app.get("/<chain>/empty")
    def empty(chain: str) -> tuple[str, int]:
        return "", 500

    @app.post("/<chain>/post")
    def post(chain: str) -> str:
        return flask.request.form["missing"]

    return app


def django_app() -> Any:
    """Return an application of Django."""
    import django
    from django.conf import settings
    from django.core.exceptions import PermissionDenied, SuspiciousOperation
    from django.core.handlers.wsgi import WSGIHandler
    from django.urls import re_path

    def boom(request: object) -> None:
        raise RuntimeError

    def denied(request: object) -> None:
        raise PermissionDenied

    def bad(request: object) -> None:
        raise SuspiciousOperation

    routes = (re_path(r"^\w+/boom$", boom), re_path(r"^\w+/denied$", denied), re_path(r"^\w+/(bad|post)$", bad))
    middleware = ["django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]
    settings.configure(
        DEBUG="DEBUG" in os.environ,
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        ROOT_URLCONF=routes,
        MIDDLEWARE=middleware,
        SECRET_KEY="unused",  # a test's
    )
    django.setup()
    return WSGIHandler()


def starlette_app() -> Any:
    """Return an application of Starlette."""
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.requests import Request
    from starlette.routing import Route

    async def boom(request: Request) -> None:
        raise RuntimeError

    async def denied(request: Request) -> None:
        raise HTTPException(403)

    return Starlette(routes=[Route("/{chain}/boom", boom), Route("/{chain}/denied", denied)])


def fastapi_app() -> Any:
    """Return an application of FastAPI."""
    import fastapi

    app = fastapi.FastAPI()

    @app.get("/{chain}/boom")
    async def boom(chain: str) -> None:
        raise RuntimeError(chain)

    @app.get("/{chain}/bad")
    async def bad(chain: str, number: int) -> None:
        pass

    @app.get("/{chain}/denied")
    async def denied(chain: str) -> None:
        raise fastapi.HTTPException(403, "Not for you")

    return app


def aiohttp_app(arguments: list[str]) -> Any:
    """Return an application of aiohttp."""
    from aiohttp import web

    async def boom(request: web.Request) -> web.Response:
        raise RuntimeError

    async def denied(request: web.Request) -> web.Response:
        raise web.HTTPForbidden

    async def post(request: web.Request) -> web.Response:
        return web.Response(body=await request.read())

    app = web.Application(client_max_size=1000)
    app.add_routes([web.get("/{c}/boom", boom), web.get("/{c}/denied", denied), web.post("/{c}/post", post)])
    return app


async def serve_tornado(port: int) -> None:
    """Serve an application of Tornado."""
    from tornado import web

    class Boom(web.RequestHandler):
        def get(self) -> None:
            raise RuntimeError

    class Denied(web.RequestHandler):
        def get(self) -> None:
            raise web.HTTPError(403)

    class Bad(web.RequestHandler):
        def get(self) -> None:
            self.get_argument("missing")

    handlers = [(rf"/\w+/{handler.__name__.lower()}", handler) for handler in (Boom, Denied, Bad)]
    web.Application(handlers).listen(port, "127.0.0.1", max_body_size=1000)
    await asyncio.Event().wait()


EXPRESS = """
const app = require('express')();
app.use(require('express').json({limit: 1000}));
app.get('/:chain/boom', () => { throw new Error('boom'); });
app.get('/:chain/denied', (request, response) => response.sendStatus(403));
app.listen(Number(process.argv[2]), '127.0.0.1');
"""

COMMANDS = {
    "flask": ["flask", "--app=tests.applications:flask_app()", "run", "--no-reload", "--port={port}"],
    "flaskdebug": ["flask", "--app=tests.applications:flask_app()", "run", "--no-reload", "--debug", "--port={port}"],
    "gunicorn": ["gunicorn", "--bind=127.0.0.1:{port}", "tests.applications:flask_app()"],
    "django": ["gunicorn", "--bind=127.0.0.1:{port}", "tests.applications:django_app()"],
    "djangodebug": ["gunicorn", "--bind=127.0.0.1:{port}", "--env=DEBUG=1", "tests.applications:django_app()"],
    "starlette": ["uvicorn", "--factory", "--port={port}", "tests.applications:starlette_app"],
    "fastapi": ["uvicorn", "--factory", "--port={port}", "tests.applications:fastapi_app"],
    "aiohttp": ["aiohttp.web", "--hostname=127.0.0.1", "--port={port}", "tests.applications:aiohttp_app"],
    "tornado": ["tests.applications", "{port}"],
}
"""How each application is served: arguments of ``python -m``."""


@contextmanager
def application(name: str, folder: Path, port: int) -> Iterator[str]:
    """Run an application of this module in a process of its own; yield its address."""
    command = [sys.executable, "-m", *(argument.format(port=port) for argument in COMMANDS[name])]
    with running(command, folder, port, {"PYTHONPATH": str(REPOSITORY)}) as url:
        yield url


@contextmanager
def express(folder: Path, port: int, routes: Routes) -> Iterator[str]:
    """Run an application of Express, which npm installs first."""
    node, npm = program("node", "nodejs"), program("npm", "npm")
    written(folder / "package.json", "{}")
    installed = subprocess.run([npm, "install", "express@5"], cwd=folder, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    with running([node, written(folder / "app.js", EXPRESS), port], folder, port) as url:
        yield url


if __name__ == "__main__":
    asyncio.run(serve_tornado(int(sys.argv[1])))
