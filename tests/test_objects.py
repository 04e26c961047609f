"""Objects of libraries that need no network, and objects that misbehave."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import botocore.exceptions
import django.conf
import django.core.exceptions
import django.http
import fastapi
import flask
import pytest
import starlette.exceptions
import starlette.responses
import werkzeug.exceptions
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import UnknownCodeError, explain
from httpcodes_explained.enums import EsriStatus


@pytest.fixture(name="django_settings", autouse=True, scope="module")
def _django_settings() -> None:
    """Django's responses need settings, even empty ones."""
    if not django.conf.settings.configured:
        django.conf.settings.configure()


def botocore_error(status: object) -> Exception:
    """Return what boto3 raises."""
    return botocore.exceptions.ClientError(
        {"Error": {"Code": "404"}, "ResponseMetadata": {"HTTPStatusCode": status}},  # type: ignore[typeddict-item]
        "HeadObject",
    )


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(lambda: botocore_error(404), "404", id="botocore"),
        pytest.param(lambda: django.http.HttpResponse(status=523), "cloudflare:523", id="django response"),
        pytest.param(lambda: django.http.StreamingHttpResponse(iter([b"x"]), status=404), "404", id="django stream"),
        pytest.param(django.http.Http404, "404", id="django 404"),
        pytest.param(django.core.exceptions.PermissionDenied, "403", id="django 403"),
        pytest.param(django.core.exceptions.DisallowedHost, "400", id="django 400"),
        pytest.param(lambda: flask.Response(status=523), "cloudflare:523", id="flask response"),
        pytest.param(werkzeug.exceptions.NotFound, "404", id="werkzeug error"),
        pytest.param(
            lambda: werkzeug.exceptions.HTTPException(response=flask.Response(status=523)),
            "cloudflare:523",
            id="werkzeug error with a response",
        ),
        pytest.param(lambda: starlette.responses.Response(status_code=523), "cloudflare:523", id="starlette response"),
        pytest.param(lambda: starlette.exceptions.HTTPException(404), "404", id="starlette error"),
        pytest.param(lambda: fastapi.HTTPException(523), "cloudflare:523", id="fastapi error"),
        pytest.param(lambda: web.Response(status=523), "cloudflare:523", id="aiohttp.web response"),
        pytest.param(web.HTTPNotFound, "404", id="aiohttp.web error"),
        pytest.param(
            lambda: SimpleNamespace(response=SimpleNamespace(status_code=404)), "404", id="anything with a response"
        ),
        pytest.param(lambda: SimpleNamespace(status=404, headers={}), "404", id="anything with status and headers"),
        pytest.param(lambda: SimpleNamespace(status_code=EsriStatus(499)), "esri:499", id="a member as status"),
        pytest.param(lambda: {"type": "about:blank", "title": "Gone", "status": 410}, "410", id="problem document"),
    ],
)
def test_objects_of_libraries(make: Any, expected: str) -> None:
    """A response, or an exception that bears one, is explained by its status."""
    explanation = explain(make())

    assert expected == explanation.id
    assert not explanation.synthetic


class Raising:
    """An object all of whose attributes raise."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)


class RaisingMapping(dict[str, object]):
    """A mapping that raises."""

    def get(self, key: str, default: object = None) -> object:
        """Raise."""
        raise RuntimeError(key)


class HasCode(Exception):  # noqa: N818 (the name says what it has)
    """An exception whose code is not a status."""

    code = 404


@pytest.mark.parametrize(
    "target",
    [
        SystemExit(404),
        HasCode(),
        SimpleNamespace(status=404),
        SimpleNamespace(status_code="404"),
        SimpleNamespace(status_code=True),
        SimpleNamespace(status_code=404.0),
        SimpleNamespace(status_code=None, response=None),
        SimpleNamespace(status="open", headers={}),
        Raising(),
        RaisingMapping(status=404),
        {"status": "404"},
        {"title": "Not Found"},
        ValueError("too many 503 error responses"),
        werkzeug.exceptions.HTTPException(),
        botocore_error(None),
        botocore_error("404"),
    ],
    ids=lambda target: type(target).__name__,
)
def test_objects_without_a_status(target: object) -> None:
    """What looks like a status and is none is not taken for one, and nothing foreign is raised."""
    with pytest.raises(TypeError, match="or a response or exception with a status"):
        explain(target)


def test_retries_that_ran_out_without_a_status() -> None:
    """urllib3 also gives up for want of a connection."""
    import urllib3

    error = urllib3.exceptions.MaxRetryError(None, "/", OSError("refused"))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        explain(error)


@given(st.one_of(st.integers(), st.none(), st.text(max_size=5), st.booleans(), st.floats()))
def test_any_status_in_a_response(status: object) -> None:
    """A response with an impossible status raises only what is documented."""
    try:
        explanation = explain(SimpleNamespace(status_code=status))
    except (TypeError, UnknownCodeError):
        valid = isinstance(status, int) and not isinstance(status, bool) and (status == 0 or 100 <= status <= 999)
        assert not valid
    else:
        assert explanation.code == status


@pytest.mark.parametrize("status", [99, 1020, -1, 10**30, 10**5000], ids=lambda status: f"bits{status.bit_length()}")
def test_impossible_status_in_a_response(status: int) -> None:
    """A response's status is never taken for a sub-code."""
    with pytest.raises(UnknownCodeError, match="three digits"):
        explain(SimpleNamespace(status_code=status))
