"""Whether to send a request again, and when: the record's advice, the method, and what the response asks for."""

from __future__ import annotations

from ._model import Retry, RetryAdvice

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""The idempotent methods; RFC 9110 section 9.2.2."""

_REASONS = {
    RetryAdvice.NEVER: "the same request gets the same answer",
    RetryAdvice.AFTER_CHANGE: "only once the request has been changed",
    RetryAdvice.ANY_METHOD: "the request was not acted upon",
}


def decide(advice: RetryAdvice, method: str | None, headers: object) -> Retry:
    """
    Join a record's advice with the method and the header fields of one response.

    Args:
        advice: The record's.
        method: The request's method; one that is not known counts as not idempotent.
        headers: The header fields, in whatever form; None where they are not known.
    """
    plain = _by_method(advice, method)
    if headers is None or advice is RetryAdvice.NEVER:
        return plain
    from ._waits import asked_wait, is_used_up, wait_fields

    fields = wait_fields(headers)
    after, said = asked_wait(fields)
    if after is None:
        return plain
    if advice is RetryAdvice.AFTER_CHANGE and is_used_up(fields):
        return Retry(should=True, after=after, reason=f"the rate limit is used up; {said}")
    return Retry(should=plain.should, after=after, reason=f"{plain.reason}; {said}")


def _by_method(advice: RetryAdvice, method: str | None) -> Retry:
    if advice is not RetryAdvice.IF_IDEMPOTENT:
        return Retry(should=advice is RetryAdvice.ANY_METHOD, after=None, reason=_REASONS[advice])
    if method is None:
        return Retry(should=False, after=None, reason="only if the method is idempotent: it may have been acted upon")
    if method.upper() in IDEMPOTENT:
        return Retry(should=True, after=None, reason=f"{method.upper()} is idempotent")
    return Retry(should=False, after=None, reason="the request may have been acted upon, and is not idempotent")
