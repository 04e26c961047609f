"""
OpenTelemetry: the name and the slug of a failed status on the spans of the HTTP instrumentations.

::

    RequestsInstrumentor().instrument(response_hook=response_hook)
    HTTPXClientInstrumentor().instrument(response_hook=response_hook, async_response_hook=async_response_hook)
    AioHttpClientInstrumentor().instrument(response_hook=response_hook)
    OpenTelemetryMiddleware(app, client_response_hook=response_hook)  # ASGI; FastAPI takes it likewise

Django's, Flask's and WSGI's ``response_hook`` take it as well. Both attributes follow from the status
alone, so they add no cardinality; prose stays out of them, and the span's status is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opentelemetry.trace import Span

from httpcodes_explained._notes import explanation_of

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
    if not span.is_recording():
        return
    for bearer in (*reversed(arguments), *_statuses_of(span)):
        explanation = explanation_of(bearer)
        if explanation is not None:
            if explanation.is_error:
                span.set_attributes({NAME: explanation.name, SLUG: explanation.slug})
            return


async def async_response_hook(span: Span, *arguments: Any) -> None:
    """Do the same for instrumentations that await their hook."""
    response_hook(span, *arguments)


def _statuses_of(span: Span) -> list[object]:
    attributes: Mapping[str, object] = getattr(span, "attributes", None) or {}
    return [attributes[name] for name in _STATUS_ATTRIBUTES if name in attributes]
