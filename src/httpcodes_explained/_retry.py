"""Whether to send a request again, and when: the record's advice, the method, and what the response asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ._model import Retry, RetryAdvice

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""The idempotent methods that RFC 9110 defines; section 9.2.2. Of others nothing is known."""

WAIT_FIELDS = frozenset(
    (
        "retry-after",
        "retry-after-ms",
        "ratelimit",
        "ratelimit-reset",
        "x-ratelimit-reset",
        "x-ratelimit-reset-after",
        "x-ratelimit-reset-requests",
        "x-ratelimit-reset-tokens",
    )
)
"""The header fields that name a wait, by lower-case name."""

_REFUSALS = (403, 429)

_REASONS = {
    RetryAdvice.NEVER: "it succeeded, or the same request gets the same answer",
    RetryAdvice.AFTER_CHANGE: "only once its cause has been mended",
    RetryAdvice.ANY_METHOD: "the request was not acted upon",
}


def decide(
    advice: RetryAdvice,
    method: str | None,
    fields: Mapping[str, str],
    *,
    status: int | None = None,
    reached_origin: bool | None = None,
) -> Retry:
    """
    Join a record's advice with the method and with what one response says.

    Args:
        advice: The record's.
        method: The request's method; one that is not known counts as not idempotent.
        fields: The header fields by lower-case name, as far as they are known.
        status: The status of the response. Where it says no to this caller, and a rate limit is used up,
            the limit is the reason, as with GitHub's 403.
        reached_origin: False where whoever made the response had passed the request to nobody: then no
            method does harm. None where that cannot be told.
    """
    if reached_origin is False and advice is RetryAdvice.IF_IDEMPOTENT:
        plain = Retry(should=True, after=None, reason="the request was stopped before it reached the origin")
    else:
        plain = _by_method(advice, method)
    if advice is RetryAdvice.NEVER or WAIT_FIELDS.isdisjoint(fields):
        return plain
    from ._waits import asked_wait, is_used_up

    after, said = asked_wait(fields)
    if after is None:
        return plain
    if advice is RetryAdvice.AFTER_CHANGE and status in _REFUSALS and is_used_up(fields):
        return Retry(should=True, after=after, reason=f"the rate limit is used up; {said}")
    return Retry(should=plain.should, after=after, reason=f"{plain.reason}; {said}")


@lru_cache(maxsize=128)
def _by_method(advice: RetryAdvice, method: str | None) -> Retry:
    if advice is not RetryAdvice.IF_IDEMPOTENT:
        return Retry(should=advice is RetryAdvice.ANY_METHOD, after=None, reason=_REASONS[advice])
    if method is None:
        return Retry(should=False, after=None, reason="only if the method is idempotent: it may have been acted upon")
    if method.upper() in IDEMPOTENT:
        return Retry(should=True, after=None, reason=f"{method.upper()} is idempotent")
    return Retry(
        should=False, after=None, reason="the request may have been acted upon, and is not known to be idempotent"
    )
