"""Sub-codes that combine several, as vendors write them: Envoy's ``UF,URX``, HAProxy's ``sHVN``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_MOST_PARTS = 8
_NOTHING = "-"


def readings_of(text: str, forms: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """
    Yield the ways to take a combined value apart into single sub-codes, the one with the longest first part first.

    Args:
        text: The value, as a log or a response has it.
        forms: Examples of how the vendor combines: with a comma in it, values are listed; with ``-`` in
            it, each position has a letter of its own, and ``-`` stands for none.
    """
    for form in forms:
        if "," in form and "," in text:
            yield tuple(part.strip() for part in text.split(",", _MOST_PARTS)[:_MOST_PARTS])
        elif _NOTHING in form and 1 < len(text) <= len(form):
            yield from _by_position(text.ljust(len(form), _NOTHING))


def _by_position(text: str) -> Iterator[tuple[str, ...]]:
    """Yield ``sH--`` and ``--V-`` and ``---N``, then ``s---``, ``-H--`` and so on, of ``sHVN``."""
    for first in range(len(text), 0, -1):
        if text[first - 1] != _NOTHING:
            alone = (
                f"{_NOTHING * at}{text[at]}".ljust(len(text), _NOTHING)
                for at in range(first, len(text))
                if text[at] != _NOTHING
            )
            yield (text[:first].ljust(len(text), _NOTHING), *alone)
