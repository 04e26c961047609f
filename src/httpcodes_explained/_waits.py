"""The header fields that say when to come back, read into seconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 86_400.0
"""Seconds. A longer wait that a response asks for is cut to this, and the reason says so."""

# Longer values are no number of seconds and no date.
_LONGEST_VALUE = 64
# Above this many seconds a reset is a point in time, not a span: 1 January 2001 as seconds since 1970.
# A thousand times as many are milliseconds.
_EPOCH_LIKE = 978_307_200.0


def parse_retry_after(value: object, *, now: datetime | None = None) -> float | None:
    """
    Return the seconds that a ``Retry-After`` field asks to wait.

    The rule is RFC 9110 section 10.2.3: whole seconds, or an HTTP-date. Fractions of seconds, which
    some services send, are read as well.

    Args:
        value: The field's value, as `str`, `bytes` or a number.
        now: The moment to count a date from, with a time zone; the present one where it is left out.

    Returns:
        Seconds, 0 or more, at most a day; None where the value is negative, no number and no date.
        A date that has passed gives 0. Nothing is ever raised.
    """
    seconds = _seconds_of(value, now)
    # What is no number, as `nan`, is not above 0 either.
    return float(min(seconds, LONGEST_WAIT)) if seconds is not None and seconds >= 0 else None


def _seconds_of(value: object, now: datetime | None) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = value.decode("latin-1") if isinstance(value, bytes) else value
    if not isinstance(text, str) or len(text := text.strip()) > _LONGEST_VALUE:
        return None
    number = _number(text)
    return _seconds_until(text, now) if number is None else number


def _number(text: str) -> float | None:
    """Return ``120`` or ``0.5`` as a float; no exponent, no ``inf``, no digits but ASCII's."""
    digits = text.removeprefix("-").replace(".", "", 1)
    return float(text) if digits.isascii() and digits.isdecimal() else None


def _seconds_until(text: str, now: datetime | None) -> float | None:
    """Return the seconds to an HTTP-date; 0 where it has passed."""
    try:
        moment = parsedate_to_datetime(text)
        # A date without a zone, as asctime's, is in UTC; RFC 9110 section 5.6.7.
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


# --- the fields that name a wait ----------------------------------------------------------------------


def _milliseconds(text: str) -> float | None:
    number = _number(text)
    return None if number is None else number / 1000


def _reset(text: str) -> float | None:
    """Return the seconds to a reset, which is a span or, as GitHub's, seconds since 1970, or milliseconds."""
    number = _number(text)
    if number is None or number < _EPOCH_LIKE:
        return number
    moment = number if number < _EPOCH_LIKE * 1000 else number / 1000
    return max(0.0, moment - datetime.now(UTC).timestamp())


def _structured(text: str) -> float | None:
    """
    Return the seconds that the IETF drafts' field asks to wait where nothing remains.

    They are ``t`` of ``"default";r=0;t=30``, and were ``reset`` of ``limit=10, remaining=0, reset=30``.
    """
    item = text.partition(",")[0] if text.startswith('"') else text.replace(",", ";")
    parameters: dict[str, str] = {}
    for part in item.split(";"):
        name, _, value = part.strip().partition("=")
        parameters[name] = value
    remaining = parameters.get("r", parameters.get("remaining"))
    return _number(parameters.get("t", parameters.get("reset", ""))) if remaining == "0" else None


def _duration(text: str) -> float | None:
    """Return the seconds of ``6m0s``, ``1s`` or ``250ms``, as OpenAI writes them."""
    units = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
    seconds, number, unit = 0.0, "", ""
    for char in f"{text}\0":
        if unit and not char.isalpha():
            amount = _number(number)
            if amount is None or unit not in units:
                return None
            seconds, number, unit = seconds + amount * units[unit], "", ""
        if char.isalpha():
            unit += char
        else:
            number += char
    return seconds if number == "\0" and seconds else None


_READERS: Mapping[str, Callable[[str], float | None]] = {
    "retry-after-ms": _milliseconds,
    "retry-after": lambda text: _seconds_of(text, None),
    "ratelimit": _structured,
    "ratelimit-reset": _reset,
    "x-ratelimit-reset": _reset,
    "x-ratelimit-reset-after": _reset,
    "x-ratelimit-reset-requests": _duration,
    "x-ratelimit-reset-tokens": _duration,
}
_REMAINING: Mapping[str, str] = {
    "ratelimit-reset": "ratelimit-remaining",
    "x-ratelimit-reset": "x-ratelimit-remaining",
    "x-ratelimit-reset-after": "x-ratelimit-remaining",
    "x-ratelimit-reset-requests": "x-ratelimit-remaining-requests",
    "x-ratelimit-reset-tokens": "x-ratelimit-remaining-tokens",
}
"""The resets of limits to what is left of each: GitHub and OpenAI send both with every response."""


def _line(fields: Mapping[str, str], name: str) -> str:
    """Return the first line of a field: others contradict it, or repeat it."""
    return fields.get(name, "").partition("\n")[0].strip()


def is_used_up(fields: Mapping[str, str]) -> bool:
    """Return whether the response says that nothing of a limit is left, as GitHub's 403 does."""
    return any(_line(fields, name) == "0" for name in _REMAINING.values())


def _is_left(fields: Mapping[str, str], reset: str) -> bool:
    """Return whether something of the limit is left that a field resets: then nothing has to wait for it."""
    left = _number(_line(fields, _REMAINING.get(reset, "")))
    return left is not None and left > 0


def asked_wait(fields: Mapping[str, str]) -> tuple[float | None, str]:
    """Return the seconds that the response asks to wait, always above 0, and the words that say so."""
    for name, read in _READERS.items():
        text = _line(fields, name)
        seconds = read(text) if 0 < len(text) <= _LONGEST_VALUE and not _is_left(fields, name) else None
        if seconds is not None and seconds > 0:
            cut = ", cut to a day" if seconds > LONGEST_WAIT else ""
            return min(seconds, LONGEST_WAIT), f"{name} asks to wait{cut}"
    return None, ""
