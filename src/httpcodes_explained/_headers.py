"""Header fields as callers hold them, read into one form: mapping or pairs, str or bytes, names in any case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, cast

MOST_FIELDS = 500
"""Fields of one response that are looked at; what comes behind them is not."""

LONGEST_VALUE = 8192
"""Characters of a field, all its lines together, that are looked at."""


def pairs(headers: object) -> Iterator[tuple[str, str]]:
    """Yield (lower-case name, value) of every field line, as far as it is one; never raises."""
    try:
        for name, value in islice(_raw_pairs(headers), MOST_FIELDS):
            plain_name = name if type(name) is str else _text(name)
            plain_value = value if type(value) is str else _text(value)
            if plain_name is not None and plain_value is not None:
                yield plain_name[:LONGEST_VALUE].lower(), plain_value[:LONGEST_VALUE]
    except Exception:  # noqa: BLE001 (a caller's mapping runs code that is not ours)
        return


def fields_of(headers: object) -> dict[str, str]:
    """Return the fields by lower-case name; several lines of one stand with line breaks between; never raises."""
    plain = _plain(headers)
    if plain is not None:
        return {name.lower(): value for name, value in plain.items()}
    fields: dict[str, str] = {}
    for name, value in pairs(headers):
        before = fields.get(name)
        if before is None:
            fields[name] = value
        elif len(before) < LONGEST_VALUE:
            fields[name] = f"{before}\n{value}"[:LONGEST_VALUE]
    return fields


def _plain(headers: object) -> dict[str, str] | None:
    """Return `headers` if nothing has to be cut or converted, as with nearly all; joining tells it fastest."""
    if type(headers) is not dict or len(fields := cast("dict[str, str]", headers)) > MOST_FIELDS:
        return None
    try:
        return fields if len("".join(fields)) + len("".join(fields.values())) <= LONGEST_VALUE else None
    except TypeError:
        return None


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
