"""
Sentry: what the status of an exception means, as a context of the event.

::

    sentry_sdk.init(dsn=...)
    httpcodes_explained.integrations.sentry_sdk.install()

Sentry shows the note of `httpcodes_explained.annotate` without this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import sentry_sdk

from httpcodes_explained import Explanation
from httpcodes_explained._notes import explanation_of

if TYPE_CHECKING:
    from sentry_sdk.types import Event, Hint

CONTEXT = "http_status"
"""The key of the context."""


def install(*, fingerprint: bool = False) -> None:
    """
    Add the processor to all events of this process; ``before_send`` stays the user's own.

    Args:
        fingerprint: Also group by what the status means: two failures of the same code path are
            then two issues where one is a 404 and the other a Cloudflare 523. An event that has a
            fingerprint keeps it.
    """
    processor = _fingerprinted if fingerprint else event_processor
    sentry_sdk.get_global_scope().add_event_processor(processor)


def event_processor(event: Event, hint: Hint) -> Event:
    """Return the event, with a context about the status of its exception; never raises."""
    explanation = _explanation_in(hint)
    if explanation is not None:
        contexts: dict[str, Any] = event.setdefault("contexts", {})
        contexts.setdefault(CONTEXT, _context(explanation))
    return event


def _fingerprinted(event: Event, hint: Hint) -> Event:
    explanation = _explanation_in(hint)
    if explanation is not None:
        event.setdefault("fingerprint", ["{{ default }}", explanation.slug])
    return event_processor(event, hint)


def _explanation_in(hint: Mapping[str, Any] | None) -> Explanation | None:
    """Return the explanation of the exception, or of what it was raised from, that bears a failed status."""
    try:
        _, error, _ = (hint or {})["exc_info"]
    except (KeyError, TypeError, ValueError):
        return None
    seen: set[int] = set()
    while isinstance(error, BaseException) and id(error) not in seen:
        seen.add(id(error))
        explanation = explanation_of(error)
        if explanation is not None:
            return explanation if explanation.is_error else None
        error = error.__cause__
    return None


def _context(explanation: Explanation) -> dict[str, Any]:
    return {
        "type": "http_status",
        "code": explanation.code,
        "name": explanation.name,
        "id": explanation.id,
        "slug": explanation.slug,
        "vendor": explanation.vendor.name,
        "emitted_by": None if explanation.emitted_by is None else explanation.emitted_by.name,
        "confidence": explanation.confidence.value,
        "summary": explanation.summary,
        "retry": explanation.retry_advice.value,
    }
