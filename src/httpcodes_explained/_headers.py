"""Header fields as callers hold them, read one by one: mapping or pairs, str or bytes, names in any case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

MOST_FIELDS = 500
"""Fields of one response that are looked at; what comes behind them is not."""

LONGEST_VALUE = 8192
"""Characters of a value that are looked at."""


def pairs(headers: object) -> Iterator[tuple[str, str]]:
    """Yield (lower-case name, value) of every field, as far as it is one; never raises."""
    try:
        for (name, value), _ in zip(_raw_pairs(headers), range(MOST_FIELDS), strict=False):
            plain_name, plain_value = _text(name), _text(value)
            if plain_name is not None and plain_value is not None:
                yield plain_name.lower(), plain_value[:LONGEST_VALUE]
    except Exception:  # noqa: BLE001 (a caller's mapping runs code that is not ours)
        return


def _raw_pairs(headers: object) -> Iterable[tuple[Any, Any]]:
    # A multi-valued mapping gives each field line as a pair of its own: httpx's by this name.
    multi = getattr(headers, "multi_items", None)
    if callable(multi):
        return cast("Iterable[tuple[Any, Any]]", multi())
    if isinstance(headers, Mapping) or hasattr(headers, "items"):
        return cast("Mapping[Any, Any]", headers).items()
    return cast("Iterable[tuple[Any, Any]]", headers or ())


def _text(value: object) -> str | None:
    if isinstance(value, bytes):
        return value[:LONGEST_VALUE].decode("latin-1")
    if isinstance(value, int) and abs(value) < 10**20:
        return str(value)
    return value if isinstance(value, str) else None
