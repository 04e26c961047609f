"""
OpenTelemetry: the name and the slug of a failed status on the spans of the HTTP instrumentations.

::

    RequestsInstrumentor().instrument(response_hook=response_hook)
    HTTPXClientInstrumentor().instrument(response_hook=response_hook, async_response_hook=async_response_hook)
    AioHttpClientInstrumentor().instrument(response_hook=response_hook)
    OpenTelemetryMiddleware(app, client_response_hook=response_hook)  # ASGI; FastAPI takes it likewise

Django's, Flask's and WSGI's ``response_hook`` take it as well. Both attributes follow from the status
alone, whoever sent the response, so they add no cardinality; prose stays out of them, and the span's
status is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from opentelemetry.trace import Span

from httpcodes_explained import Explanation
from httpcodes_explained._notes import explanation_of
from httpcodes_explained._response import read

NAME = "httpcodes.name"
"""The attribute of the name, such as ``Origin Is Unreachable``."""

SLUG = "httpcodes.slug"
"""The attribute of the slug, such as ``cloudflare-523-origin-is-unreachable``: stable, and fit to group by."""

# The stable name, and the one from before it.
_STATUS_ATTRIBUTES = ("http.response.status_code", "http.status_code")


def response_hook(span: Span, *arguments: Any) -> None:
    """
    Put the name and the slug of a failed status on `span`; never raises.

    Args:
        span: The span of the request.
        arguments: Whatever the instrumentation hands over: a response, an ASGI message, a status line.
            Where none of them bears a status, the span's own attributes are read.
    """
    # A span is foreign code as well: instrumentations hand over whatever their tracer makes.
    with suppress(Exception):
        if span.is_recording():
            _describe(span, (*reversed(arguments), *_statuses_of(span)))


async def async_response_hook(span: Span, *arguments: Any) -> None:
    """Do the same for instrumentations that await their hook."""
    response_hook(span, *arguments)


def _describe(span: Span, bearers: Iterable[object]) -> None:
    """Set the attributes, by the first of `bearers` that bears a status."""
    found = (_of_status_alone(bearer) for bearer in bearers)
    explanation = next((one for one in found if one is not None), None)
    if explanation is not None and explanation.is_error:
        span.set_attributes({NAME: explanation.name, SLUG: explanation.slug})


def _of_status_alone(bearer: object) -> Explanation | None:
    """Return what the number means by itself: a sub-code or a sender would be a further value of the attributes."""
    reading = read(bearer)
    return explanation_of(bearer if reading is None else int(reading.status))


def _statuses_of(span: Span) -> list[object]:
    attributes: Mapping[str, object] = getattr(span, "attributes", None) or {}
    return [attributes[name] for name in _STATUS_ATTRIBUTES if name in attributes]
