"""
Problem details: the JSON object that says what went wrong; RFC 9457.

>>> from httpcodes_explained.problems import problem
>>> problem(404, detail="There is no order 7.")
{'type': 'about:blank', 'title': 'Not Found', 'status': 404, 'detail': 'There is no order 7.'}

`explain` reads one back.
"""

from __future__ import annotations

import re
from typing import Any, Final

from . import explain
from ._model import Explanation

__all__ = ["MEDIA_TYPE", "problem"]

MEDIA_TYPE: Final = "application/problem+json"
"""The content type to send a problem document with; RFC 9457 section 3."""

BLANK: Final = "about:blank"
"""The type of a problem of which the status says everything; RFC 9457 section 4.2.1."""

_EXTENSION_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,}")


def problem(
    target: object,
    /,
    *,
    detail: str | None = None,
    instance: str | None = None,
    type: str | None = None,  # noqa: A002 (the member's name)
    user_message: bool = False,
    **extensions: Any,
) -> dict[str, Any]:
    """
    Return a problem document, to be sent as `MEDIA_TYPE` with the status that it names.

    The title is the code's name, whatever happened: RFC 9457 section 3.1.3 keeps it the same from
    one occurrence to the next. No other word of this library is in it unless `user_message` asks.

    Args:
        target: What `explain` takes: ``404``, ``"cloudflare:523"``, a member of an enum, an exception.
        detail: What happened this time, in words that help the client; section 3.1.4.
        instance: A URI reference of this occurrence; section 3.1.5.
        type: A URI reference of the kind of problem; ``about:blank``, which means no more than the
            status, if left out. A sub-code without a type bears its status's name; section 4.2.1.
        user_message: Put the code's `user_message`, which tells no internals, where no `detail` is given.
        **extensions: Members of your own. Their names start with a letter, have three characters or
            more, and hold ASCII letters, digits and underscores alone; section 4.

    Raises:
        ValueError: No server sends the status to a client (nginx's 499), it is outside 100-599, its
            response has no content (204), or an extension's name breaks the rule.
        TypeError: `detail`, `instance` or `type` is no text, or `target` bears no status.
        UnknownCodeError: `explain` knows nothing of `target`.
    """
    explanation = explain(target)
    status = status_to_send(explanation)
    if not explanation.has_content:
        raise ValueError(f"{status} {explanation.name} has no content, so it cannot bear a problem document")
    for member, value in (("detail", detail), ("instance", instance), ("type", type)):
        if value is not None and not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"{member} must be a str, not {value.__class__.__name__}")
    for name in extensions:
        _check_extension(name)
    if user_message and detail is None:
        detail = explanation.user_message or None
    members = {"detail": detail, "instance": instance}
    return {
        "type": type or BLANK,
        "title": title(explanation, type or BLANK),
        "status": status,
        **{member: value for member, value in members.items() if value is not None},
        **extensions,
    }


def status_to_send(explanation: Explanation) -> int:
    """Return the status; raise ValueError where no server may send it."""
    code = explanation.code
    if code is None or not 100 <= code <= 599:
        raise ValueError(f"{explanation.name} has no status from 100 to 599, and a server must send no other")
    if code not in explanation.wire:
        seen = " or ".join(str(status) for status in explanation.wire)
        remedy = f"; clients see {seen} instead" if seen else ""
        raise ValueError(f"{code} {explanation.name} ({explanation.vendor}) is never sent to a client{remedy}")
    return code


def title(explanation: Explanation, problem_type: str) -> str:
    """Return the name to put into a problem document: about:blank says no more than the status does."""
    if problem_type == BLANK and explanation.parent is not None:
        return explanation.parent.name
    return explanation.name


def _check_extension(name: str) -> None:
    if name in ("title", "status"):
        raise ValueError(f"{name} is not for the caller: it follows from the code")
    if not _EXTENSION_NAME.fullmatch(name):
        raise ValueError(
            f"{name!r} cannot name an extension: three characters or more, a letter first, then letters, digits and _"
        )
