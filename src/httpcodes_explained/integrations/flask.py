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


def add_problem_handlers(app: Flask | Blueprint, *, user_message: bool = False) -> None:
    """
    Answer the errors of an application, or of one blueprint, with problem documents.

    - Werkzeug's `HTTPException`, the router's 404 and 405 too: its status and header fields, and the
      description that the application gave it; Werkzeug's own descriptions are left out.
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


def _detail(error: HTTPException) -> str | None:
    """Return the description, unless it is the one that the class has from Werkzeug."""
    try:
        own = [vars(cls).get("description") for cls in type(error).__mro__]
        # str, because a description may be translated only when it is read.
        return None if error.description is None or error.description in own else str(error.description)
    except Exception:  # noqa: BLE001 (a description may be anything, and read by any code)
        return None
