"""
What retry libraries ask: whether to send a request again, and after how many seconds.

`retry_hint` is a backoff hook for stamina, a predicate for tenacity; `RETRYABLE` is a
``status_forcelist`` for urllib3.
"""

from __future__ import annotations

from typing import Final

from ._explain import explain_in
from ._registry import Registry
from ._waits import parse_retry_after

__all__ = ["RETRYABLE", "parse_retry_after", "retry_hint"]

RETRYABLE: Final[frozenset[int]] = Registry.default()._retryable()
"""
The statuses that are worth sending an idempotent request again for, vendors' included.

Each is retryable by its likeliest meaning. Methods that are not idempotent need `retry_hint`.
"""


def retry_hint(target: object, /, *, method: str | None = None) -> bool | float:
    """
    Return whether to send the request again, and when.

    Args:
        target: An exception, a response, or whatever else `explain` takes.
        method: The request's method. Where it is left out, the response's own request names it; one
            that nobody names, or that nobody knows, counts as not idempotent.

    Returns:
        False: do not. True: do, with a backoff of your own. A float: do, after so many seconds,
        always more than 0. Without a status it is False. Nothing is ever raised.
    """
    try:
        hint = explain_in(Registry.default(), target, method=method).retry
    except Exception:  # noqa: BLE001 (a hint is asked for while an error is handled, and must not replace it)
        return False
    return hint.after or True if hint.should else False
