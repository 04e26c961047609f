"""The recipes in docs/: each is run as it stands there, with the framework that it is for."""

from __future__ import annotations

import asyncio
import json
import logging.config
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import django.conf
import falcon
import falcon.testing
import litestar.testing
import openapi_spec_validator
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from starlette.applications import Starlette
from starlette.routing import Route

if not django.conf.settings.configured:
    django.conf.settings.configure()

from django.apps import apps
from django.test import Client, override_settings
from django.urls import path

from httpcodes_explained.openapi import responses
from httpcodes_explained.problems import problem

apps.populate(django.conf.settings.INSTALLED_APPS)

DOCS = Path(__file__).parents[2] / "docs"
PROBLEM = "application/problem+json"
DETAIL = "There is no order 7."
DOCUMENT = """
openapi: 3.0.3
info: {title: Orders, version: "1"}
paths: {/orders: {get: {operationId: math.sqrt, responses: {200: {description: All orders.}}}}}
"""
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "orders.ErrorSchema",
    "EXCEPTION_HANDLER": "orders.as_problem",
    # Without the users and permissions of django.contrib.auth, which need a database.
    "DEFAULT_AUTHENTICATION_CLASSES": (),
    "DEFAULT_PERMISSION_CLASSES": (),
    "UNAUTHENTICATED_USER": None,
}

Names = dict[str, Any]
Answer = tuple[int, str, Any]


def sections(name: str) -> dict[str, str]:
    """Return the Python code of each section of a document that has some."""
    parts = re.split(r"^## (.+)\n", (DOCS / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = zip(parts[1::2], parts[2::2], strict=True)
    return {title: "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL)) for title, text in found}


def django_site(*patterns: Any) -> Any:
    """Return the settings of a site with these patterns, as a context manager."""
    urls = type("Urls", (), {"urlpatterns": patterns})
    return override_settings(ROOT_URLCONF=urls, ALLOWED_HOSTS=["*"], REST_FRAMEWORK=REST_FRAMEWORK)


@pytest.fixture(name="run")
def _run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Names]]:
    """Return what runs code as a reader's module, with a document and Django's settings in place."""
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    monkeypatch.chdir(tmp_path)
    module = ModuleType("orders")
    monkeypatch.setitem(sys.modules, "orders", module)
    monkeypatch.setattr(logging.config, "dictConfig", repr)  # which Litestar calls for the whole process

    def run(code: str) -> Names:
        exec(compile(code, "docs", "exec", dont_inherit=True), vars(module))
        return vars(module)

    with django_site():
        yield run


def ask_aiohttp(app: web.Application, target: str) -> tuple[int, Any, Any]:
    """Return status, header fields and content of an answer of aiohttp.web."""

    async def ask() -> tuple[int, Any, Any]:
        async with TestClient(TestServer(app)) as client, client.get(target) as response:
            return response.status, response.headers, await response.json(content_type=None)

    return asyncio.run(ask())


def ninja_document(names: Names) -> Any:
    """Return what Ninja serves."""
    with django_site(path("", names["api"].urls)):
        return Client().get("/openapi.json").json()


def rest_framework_document(names: Names) -> Any:
    """Return what drf-spectacular serves."""
    from drf_spectacular.views import SpectacularJSONAPIView

    patterns = path("orders", names["OrderView"].as_view()), path("schema", SpectacularJSONAPIView.as_view())
    with django_site(*patterns):
        return Client().get("/schema").json()


def litestar_document(names: Names) -> Any:
    """Return what Litestar serves."""
    with litestar.testing.TestClient(names["app"]) as client:
        return client.get("/schema/openapi.json").json()


def starlette_document(names: Names) -> Any:
    """Return what SchemaGenerator makes of a route."""
    app = Starlette(routes=[Route("/orders", names["orders"])])
    return json.loads(json.dumps(names["schemas"].get_schema(app.routes)))


def aiohttp_document(names: Names) -> Any:
    """Return what the application serves."""
    return ask_aiohttp(names["app"], "/openapi.json")[2]


def connexion_document(names: Names) -> Any:
    """Return what Connexion serves."""
    with names["app"].test_client() as client:
        return client.get("/openapi.json").json()


DOCUMENTS: dict[str, Callable[[Names], Any]] = {
    "Django Ninja": ninja_document,
    "Django REST framework": rest_framework_document,
    "Litestar": litestar_document,
    "Starlette": starlette_document,
    "aiohttp": aiohttp_document,
    "Connexion": connexion_document,
}


@pytest.mark.filterwarnings("ignore:jsonschema.*RefRes:DeprecationWarning")  # Connexion's
@pytest.mark.parametrize("framework", sections("openapi.md"))
def test_documents(framework: str, run: Callable[[str], Names]) -> None:
    """The document that the framework makes is valid, and has the responses as they are."""
    made = DOCUMENTS[framework](run(sections("openapi.md")[framework]))
    expected = responses(404, 409, "5XX")
    (operation,) = (item["get"] for where, item in made["paths"].items() if where.startswith("/orders"))
    found = {key: operation["responses"][key] for key in expected}

    openapi_spec_validator.validate(made)
    assert "200" in operation["responses"]
    if framework == "Starlette":
        assert {key: {"$ref": f"#/components/responses/{key}"} for key in expected} == found
        found = made["components"]["responses"]
    assert expected == found


def ask_ninja(names: Names) -> Answer:
    """Return what Ninja answers to an error."""
    from ninja.errors import HttpError

    @names["api"].get("/orders/7")  # type: ignore[untyped-decorator]
    def order(request: Any) -> None:
        raise HttpError(404, DETAIL)

    with django_site(path("", names["api"].urls)):
        return of_django(Client().get("/orders/7"))


def of_django(response: Any) -> Answer:
    """Return what a test looks at."""
    return response.status_code, response.headers["Content-Type"], json.loads(response.content)


def ask_rest_framework(_: Names, error: Exception | None = None) -> Answer:
    """Return what Django REST framework answers to an error."""
    from rest_framework.exceptions import NotFound
    from rest_framework.views import APIView

    class Orders(APIView):  # type: ignore[misc, unused-ignore]
        def get(self, request: Any) -> None:
            raise error or NotFound(DETAIL)

    with django_site(path("orders/7", Orders.as_view())):
        return of_django(Client().get("/orders/7"))


def ask_litestar(names: Names) -> Answer:
    """Return what Litestar answers to an error."""

    @litestar.get("/orders/7")
    async def order() -> None:
        raise litestar.exceptions.NotFoundException(DETAIL)

    names["app"].register(order)
    with litestar.testing.TestClient(names["app"]) as client:
        response = client.get("/orders/7")
    return response.status_code, response.headers["Content-Type"], response.json()


def ask_aiohttp_for_an_order(names: Names) -> Answer:
    """Return what aiohttp.web answers to an error."""

    async def order(request: web.Request) -> web.Response:
        raise web.HTTPNotFound(text=DETAIL)

    names["app"].router.add_get("/orders/7", order)
    status, headers, content = ask_aiohttp(names["app"], "/orders/7")
    return status, headers["Content-Type"], content


def ask_falcon(names: Names) -> Answer:
    """Return what Falcon answers to an error."""

    class Orders:
        def on_get(self, request: Any, response: Any) -> None:
            raise falcon.HTTPNotFound(description=DETAIL)

    names["app"].add_route("/orders/7", Orders())
    response = falcon.testing.TestClient(names["app"]).simulate_get("/orders/7")
    return response.status_code, response.headers["Content-Type"], response.json


ANSWERS: dict[str, Callable[[Names], Answer]] = {
    "Django Ninja": ask_ninja,
    "Django REST framework": ask_rest_framework,
    "Litestar": ask_litestar,
    "aiohttp": ask_aiohttp_for_an_order,
    "Falcon": ask_falcon,
}


@pytest.mark.parametrize("framework", sections("problems.md"))
def test_problems(framework: str, run: Callable[[str], Names]) -> None:
    """An error that the application raises is answered with a problem document, with the detail given."""
    answer = ANSWERS[framework](run(sections("problems.md")[framework]))

    assert (404, PROBLEM, problem(404, detail=DETAIL)) == answer


def test_what_a_serializer_found(run: Callable[[str], Names]) -> None:
    """Django REST framework's errors of validation, which are no text, stand under an extension."""
    from rest_framework.exceptions import ValidationError

    names = run(sections("problems.md")["Django REST framework"])
    answer = ask_rest_framework(names, ValidationError({"detail": ["Required."]}))

    assert (400, PROBLEM, problem(400, errors={"detail": ["Required."]})) == answer


def test_the_router_of_aiohttp(run: Callable[[str], Names]) -> None:
    """Its errors keep their header fields, and bear no detail, which would repeat the status."""
    app = run(sections("problems.md")["aiohttp"])["app"]
    app.router.add_view("/orders", type("Orders", (web.View,), {"post": None}))
    status, headers, content = ask_aiohttp(app, "/orders")

    assert (405, "POST", PROBLEM) == (status, headers["Allow"], headers["Content-Type"])
    assert problem(405) == content
