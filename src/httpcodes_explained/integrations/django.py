"""
Django: a log line per failed request, and errors as problem documents; RFC 9457.

In the settings, and in the root URLconf::

    MIDDLEWARE = ["httpcodes_explained.integrations.django.explain_middleware", ...]

    handler400, handler403, handler404, handler500 = problem_handlers()
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any, cast

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

from httpcodes_explained._response import _attribute
from httpcodes_explained.problems import MEDIA_TYPE

from ._access import AccessLog
from ._problems import problem_content

__all__ = ["explain_middleware", "problem_handlers"]

_View = Callable[..., HttpResponse]

_SETTING = "HTTPCODES_EXPLAINED"
_OPTIONS = ("logger", "level", "min_status")


@sync_and_async_middleware
def explain_middleware(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """
    Log one line per failed request: ``GET /orders/7 502 Bad Gateway: ... (12.3 ms)``.

    Put it first, so that it sees every response and the whole time. Requests, responses and
    exceptions pass unchanged. What streams is logged once its header section is made. A setting
    ``HTTPCODES_EXPLAINED = {"min_status": 500}`` gives the options ``logger`` (a `logging.Logger` or
    the name of one; ``httpcodes_explained.access`` if left out), ``level`` (of every line, a number or a
    name such as ``"ERROR"``; each code's own if left out) and ``min_status`` (the lowest that counts as
    failed, from 0 to 999; 400 if left out).

    Args:
        get_response: The next layer, of functions or of coroutines.

    Raises:
        ImproperlyConfigured: The setting is no dict, or has an option of another name, or one that is wrong.
            Django raises it when it starts.
    """
    log = _configured()
    # The marks that Django puts on callables are known to inspect from Python 3.12 on only.
    if iscoroutinefunction(get_response):  # pyright: ignore[reportDeprecated]

        async def asynchronous(request: HttpRequest) -> HttpResponseBase:
            start = perf_counter()
            try:
                response: HttpResponseBase = await get_response(request)
            except BaseException as error:
                _failed(log, request, error, perf_counter() - start)
                raise
            _answered(log, request, response, perf_counter() - start)
            return response

        return asynchronous

    def synchronous(request: HttpRequest) -> HttpResponseBase:
        start = perf_counter()
        try:
            response: HttpResponseBase = get_response(request)
        except BaseException as error:
            _failed(log, request, error, perf_counter() - start)
            raise
        _answered(log, request, response, perf_counter() - start)
        return response

    return synchronous


def _configured() -> AccessLog:
    """Return a log with the options of the setting."""
    given: object = getattr(settings, _SETTING, {})
    if not isinstance(given, Mapping):
        kind = type(given).__name__
        msg = f"{_SETTING}: expected a dict such as {{'min_status': 500}}, or no such setting, found {kind}"
        raise ImproperlyConfigured(msg)
    options = cast("Mapping[str, Any]", given)
    unknown = [name for name in options if name not in _OPTIONS]
    if unknown:
        msg = f"{_SETTING}: unknown option {unknown[0]!r}: use {', '.join(_OPTIONS)}"
        raise ImproperlyConfigured(msg)
    try:
        return AccessLog(**options)
    except (TypeError, ValueError) as error:
        msg = f"{_SETTING}: {error}"
        raise ImproperlyConfigured(msg) from error


def _answered(log: AccessLog, request: HttpRequest, response: object, seconds: float) -> None:
    status = _attribute(response, "status_code")
    headers = _attribute(response, "headers")
    log.finish(_attribute(request, "method"), _attribute(request, "path"), status, seconds, headers=headers)


def _failed(log: AccessLog, request: HttpRequest, error: BaseException, seconds: float) -> None:
    """Log a request that was cancelled, or raised where Django is set to propagate exceptions."""
    status, outcome = (500, "exception") if isinstance(error, Exception) else (None, "cancelled")
    log.finish(_attribute(request, "method"), _attribute(request, "path"), status, seconds, outcome=outcome)


def problem_handlers(*, user_message: bool = False) -> tuple[_View, _View, _View, _View]:
    """
    Return ``handler400``, ``handler403``, ``handler404`` and ``handler500`` for the root URLconf.

    They answer with problem documents that hold nothing of the exception, as Django's own pages do.
    They come into play with ``DEBUG = False``, and for errors that are raised: a response that a view
    returns by itself, such as `HttpResponseNotAllowed`, stays as it is.

    Args:
        user_message: Put the code's `user_message` into ``detail``.
    """

    def handler(status: int) -> _View:
        def view(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django's)
            return HttpResponse(problem_content(status, user_message=user_message), MEDIA_TYPE, status)

        return view

    return handler(400), handler(403), handler(404), handler(500)
