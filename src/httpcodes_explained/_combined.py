"""Sub-codes that combine several, as vendors write them: Envoy's ``UF,URX``, HAProxy's ``sH--``."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_PARTS = 8
_NOTHING = "-"


def parts_of(text: str, forms: Iterable[str]) -> tuple[str, ...]:
    """
    Return the single sub-codes of a combined value, in its order; none where no form fits.

    Args:
        text: The value, as a log or a response has it.
        forms: Examples of how the vendor combines: with a comma in it, values are listed; with ``-`` in
            it, each position has a letter of its own, and ``-`` stands for none.
    """
    for form in forms:
        if "," in form and "," in text:
            return tuple(part.strip() for part in text.split(",", _MOST_PARTS)[:_MOST_PARTS])
        if _NOTHING in form and 1 < len(text) <= len(form):
            return tuple(_alone(letter, at, len(form)) for at, letter in enumerate(text) if letter != _NOTHING)
    return ()


def _alone(letter: str, at: int, length: int) -> str:
    """Return a letter at its position, with nothing at the others."""
    return f"{_NOTHING * at}{letter}".ljust(length, _NOTHING)
