"""
Starlette's and FastAPI's errors as problem documents; RFC 9457.

::

    app = FastAPI()
    add_problem_handlers(app)

To log what failed, wrap the finished application: ``integrations.asgi.ExplainMiddleware(app)``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from httpcodes_explained._response import _attribute
from httpcodes_explained.problems import MEDIA_TYPE

from ._problems import problem_content

__all__ = ["add_problem_handlers"]


def add_problem_handlers(app: Starlette, *, user_message: bool = False) -> None:
    """
    Answer the errors of an application with problem documents.

    - `HTTPException`, the router's 404 and 405 too: its status and header fields; its detail, unless
      that only repeats the status's phrase. A detail that is no text stands under ``errors``.
    - FastAPI's `RequestValidationError`: 422, each error's ``type``, ``loc`` and ``msg`` under
      ``errors``, without the input, which may be a password.
    - Any other exception: 500 and nothing of the exception, which is raised again for the server to
      log. With ``debug=True`` Starlette's traceback page comes instead.

    Args:
        app: The application, FastAPI's too, before its first request.
        user_message: Put the code's `user_message` into ``detail`` where the error has none.
    """

    async def on_http_exception(_: Request, error: Exception) -> Response:
        status = _attribute(error, "status_code")
        if not isinstance(status, int):
            raise error
        content = problem_content(status, _detail(error, status), user_message=user_message)
        return _response(status, content, _kept(_attribute(error, "headers")))

    async def on_validation_error(_: Request, error: Exception) -> Response:
        return _response(422, problem_content(422, user_message=user_message, errors=_errors(error)))

    async def on_exception(_: Request, error: Exception) -> Response:  # noqa: ARG001 (Starlette hands it over)
        return _response(500, problem_content(500, user_message=user_message))

    app.add_exception_handler(HTTPException, on_http_exception)
    app.add_exception_handler(Exception, on_exception)
    # Where the application is FastAPI's, this has been imported.
    fastapi = sys.modules.get("fastapi.exceptions")
    if fastapi is not None:
        app.add_exception_handler(fastapi.RequestValidationError, on_validation_error)


def _response(status: int, content: bytes, headers: Mapping[str, str] | None = None) -> Response:
    return Response(content, status, headers, MEDIA_TYPE if content else None)


def _detail(error: Exception, status: int) -> object:
    from http.client import responses

    detail = _attribute(error, "detail")
    # Starlette puts the phrase where no detail was given; the title says as much.
    return None if isinstance(detail, str) and detail in ("", responses.get(status)) else detail


def _kept(headers: object) -> dict[str, str]:
    """Return an error's header fields, but for those that describe content, which is ours now."""
    try:
        texts = {str(name): str(value) for name, value in cast("Mapping[Any, Any]", headers or {}).items()}
        "".join((*texts, *texts.values())).encode("latin-1")
    except Exception:  # noqa: BLE001 (an error is answered, whatever its header fields are)
        return {}
    return {name: value for name, value in texts.items() if name.lower() not in ("content-length", "content-type")}


def _errors(error: Exception) -> list[dict[str, Any]]:
    try:
        return [{key: one[key] for key in ("type", "loc", "msg")} for one in cast("Any", error).errors()]
    except Exception:  # noqa: BLE001 (a validator's errors may be anything)
        return []
