"""
Flask's errors as problem documents; RFC 9457.

::

    app = Flask(__name__)
    add_problem_handlers(app)

To log what failed, wrap the WSGI application:
``app.wsgi_app = integrations.wsgi.ExplainMiddleware(app.wsgi_app)``.
"""

from __future__ import annotations

from flask import Blueprint, Flask, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from httpcodes_explained.problems import MEDIA_TYPE

from ._problems import problem_content

__all__ = ["add_problem_handlers"]

_DATA = (dict, list, tuple, int, float)
"""The types that JSON has beside text."""


def add_problem_handlers(app: Flask | Blueprint, *, user_message: bool = False) -> None:
    """
    Answer the errors of an application, or of one blueprint, with problem documents.

    - Werkzeug's `HTTPException`, the router's 404 and 405 too: its status and header fields, and the
      description that the application gave it, on the class or on the error; one that is data stands
      under ``errors``. Werkzeug's own descriptions are left out.
    - Any other exception: 500 and nothing of the exception, which Flask logs. While debugging or
      testing, Flask raises it instead.
    - An error that brings its own response stays as it is.

    Args:
        app: The application or blueprint.
        user_message: Put the code's `user_message` into ``detail`` where the error has none.
    """

    def on_http_exception(error: HTTPException) -> Response | HTTPException:
        if not isinstance(error.code, int) or error.response is not None:
            return error
        response = error.get_response(request.environ)
        content = problem_content(error.code, _detail(error), user_message=user_message)
        response.set_data(content)
        if content:
            response.content_type = MEDIA_TYPE
        else:
            response.headers.remove("Content-Type")
        return response

    app.register_error_handler(HTTPException, on_http_exception)


def _detail(error: HTTPException) -> object:
    """Return the description, as text or as data for JSON, unless it is one of Werkzeug's own."""
    try:
        # Not only text: Flask hands on whatever an application gave `abort`.
        description: object = error.description
        if description is None or description in _texts_of_werkzeug(type(error)):
            return None
        # What is neither may be text that is translated only when it is read.
        return description if isinstance(description, _DATA) else str(description)
    except Exception:  # noqa: BLE001 (a description may be anything, and read by any code)
        return None


def _texts_of_werkzeug(cls: type[HTTPException]) -> list[object]:
    return [vars(base).get("description") for base in cls.__mro__ if base.__module__.partition(".")[0] == "werkzeug"]
