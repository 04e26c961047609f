"""
From any object to the status that it bears.

Responses and exceptions are recognised by the qualified names of their classes, or by attributes.
No client library and no framework is imported: importing one costs tens of milliseconds, and some
must not be imported before the program has done so itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from ._registry import number_of


class Reading(NamedTuple):
    """What an object says of one response."""

    status: int
    method: str | None = None
    """The request's method, where the object knows it."""
    headers: object = None
    """The response's header fields, in whatever form the object holds them."""
    synthetic: bool = False
    """True where the client library made the status up."""
    reason: str | None = None
    body: object = None
    """The content, where it has been read already; a stream is left alone."""
    subcode: str | None = None
    """The sub-code, where the client library has read it out of a body that it keeps to itself."""


def read(target: object) -> Reading | None:
    """Return what `target` says of a response; None where it bears none. Never raises."""
    for name in _qualified_names(type(target)):
        if name in _BY_NAME:
            return _BY_NAME[name](target)
    return (
        # An error may repeat the status of its response, which knows more.
        _from_attributes(_attribute(target, "response"))
        or _from_attributes(target)
        # A problem document. It comes last, because aiohttp's responses are mappings as well.
        or _reading(_item(target, "status"))
    )


def _qualified_names(cls: type) -> list[str]:
    return [f"{base.__module__}.{base.__qualname__}" for base in cls.__mro__]


def _attribute(target: object, name: str) -> object:
    """Return an attribute; None where it is missing or raises, whatever it raises."""
    try:
        return getattr(target, name, None)
    except Exception:  # noqa: BLE001 (a response's properties run code that is not ours)
        return None


def _item(target: object, name: str) -> object:
    """Return an item of a mapping; None where there is none or it raises."""
    try:
        return cast("Mapping[str, object]", target).get(name) if isinstance(target, Mapping) else None
    except Exception:  # noqa: BLE001 (a caller's mapping runs code that is not ours)
        return None


def _reading(
    status: object, method: object = None, headers: object = None, *, synthetic: bool = False
) -> Reading | None:
    """Return a reading if `status` really is a number; a member of an enum stays one, for it knows its vendor."""
    number = None if isinstance(status, str) else number_of(status)
    if number is None:
        return None
    return Reading(
        status if isinstance(status, int) else number, method if isinstance(method, str) else None, headers, synthetic
    )


def _content(response: object) -> bytes | None:
    """
    Return the content of a response as far as it has been read already, or was never a stream.

    The attributes are those in which libraries keep what they hold whole: asking for `.content` or
    `.text` would read a stream that the caller still wants.
    """
    for name in _CONTENT:
        content = _attribute(response, name)
        if isinstance(content, bytes):
            return content
        if isinstance(content, list):
            parts = cast("list[object]", content)
            return b"".join(part for part in parts if isinstance(part, bytes))
    return None


def _from_attributes(target: object) -> Reading | None:
    status = _attribute(target, "status_code")
    # `status` alone is a word of everybody: a response has header fields beside it.
    headers = _attribute(target, "headers")
    if status is None and headers is not None:
        status = _attribute(target, "status")
    reading = _reading(status, _method(target), headers)
    if reading is None:
        return None
    return reading._replace(reason=_reason(target), body=_content(target))


def _reason(response: object) -> str | None:
    found = (_attribute(response, name) for name in _REASON)
    return next((reason for reason in found if isinstance(reason, str)), None)


def _method(target: object) -> object:
    method = _attribute(_attribute(target, "request"), "method")
    return _attribute(target, "method") if method is None else method


def _from_aiohttp_error(error: object) -> Reading | None:
    """Read `aiohttp.ClientResponseError`; where the status line was malformed, aiohttp made the 400 up."""
    cause = type(_attribute(error, "__cause__")).__name__
    message = str(_attribute(error, "message"))
    synthetic = cause == "HttpProcessingError" or message.startswith("Bad status line")
    method = _attribute(_attribute(error, "request_info"), "method")
    return _reading(_attribute(error, "status"), method, _attribute(error, "headers"), synthetic=synthetic)


def _from_exhausted_retries(error: object) -> Reading | None:
    """Read urllib3's `MaxRetryError`, or what requests wraps it in: the text alone has the status."""
    import re

    inner = error.args[0] if isinstance(error, Exception) and error.args else None
    reasons = (_attribute(error, "reason"), _attribute(inner, "reason"), error)
    found = (
        re.search(r"too many (\d{3}) error responses", str(reason))
        for reason in reasons
        if isinstance(reason, Exception)
    )
    return next((Reading(int(match[1])) for match in found if match), None)


def _from_botocore_error(error: object) -> Reading | None:
    response = _attribute(error, "response")
    metadata = _item(response, "ResponseMetadata")
    reading = _reading(_item(metadata, "HTTPStatusCode"), headers=_item(metadata, "HTTPHeaders"))
    code = _item(_item(response, "Error"), "Code")
    return reading and reading._replace(subcode=code if isinstance(code, str) else None)


def _from_werkzeug_error(error: object) -> Reading | None:
    return _reading(_attribute(error, "code")) or _from_attributes(_attribute(error, "response"))


def _always(status: int) -> Callable[[object], Reading]:
    return lambda _: Reading(status)


# requests, httpx and niquests; aiohttp and urllib3; Starlette; and, in pieces, Django and Werkzeug.
_CONTENT = ("_content", "_body", "body", "_container", "response")
_REASON = ("reason_phrase", "reason")

_BY_NAME: Mapping[str, Callable[[object], Reading | None]] = {
    "aiohttp.client_exceptions.ClientResponseError": _from_aiohttp_error,
    "botocore.exceptions.ClientError": _from_botocore_error,
    "django.core.exceptions.BadRequest": _always(400),
    "django.core.exceptions.PermissionDenied": _always(403),
    "django.core.exceptions.SuspiciousOperation": _always(400),
    "django.http.multipartparser.MultiPartParserError": _always(400),
    "django.http.response.Http404": _always(404),
    "requests.exceptions.RetryError": _from_exhausted_retries,
    "niquests.exceptions.RetryError": _from_exhausted_retries,
    "urllib3.exceptions.MaxRetryError": _from_exhausted_retries,
    "werkzeug.exceptions.HTTPException": _from_werkzeug_error,
}
