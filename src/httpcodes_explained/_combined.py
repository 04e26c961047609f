"""Sub-codes as responses and logs bear them, several in one value too: Envoy's ``UF,URX``, HAProxy's ``sHVN``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ._data import as_id
from ._model import StatusCode, Vendor
from ._registry import LONGEST_NAME, Registry, number_of

_MOST_PARTS = 8
_NOTHING = "-"


def records_of(registry: Registry, vendor: str, subcode: str, status: int) -> tuple[StatusCode, ...]:
    """
    Return the records of a sub-code that a response of `vendor` bears with a status.

    There are several where the value combines several, in its order, and none where none is held.
    """
    for parts in ((subcode,), *readings_of(subcode, registry.vendor(vendor).forms)):
        found = [_record_of(registry, vendor, part, status) for part in parts]
        # The first part carries the cause; an unknown one beside it takes nothing from it.
        if found[0] is not None:
            return tuple(record for record in found if record is not None)
    return ()


def combined(registry: Registry, text: str, vendor: Vendor | None) -> tuple[StatusCode, ...]:
    """Return the records of a combined sub-code, such as ``UF,URX``, that one vendor alone can have written."""
    prefix, _, value = text[: LONGEST_NAME + 1].rpartition(":")
    names = (prefix.strip().lower(), *(() if vendor is None else (vendor.id,)))
    owners = [owner for owner in registry.vendors() if owner.forms and all(name in ("", owner.id) for name in names)]
    found = [records for owner in owners if (records := _all_parts(registry, owner, value.strip()))]
    return found[0] if len(found) == 1 else ()


def _all_parts(registry: Registry, vendor: Vendor, value: str) -> tuple[StatusCode, ...]:
    """Return the records of all parts of a combined sub-code; none where one of them is not held."""
    for parts in readings_of(value, vendor.forms):
        records = [record for part in parts if (record := _record_of(registry, vendor.id, part, 0)) is not None]
        if len(records) == len(parts):
            return tuple(records)
    return ()


def _record_of(registry: Registry, vendor: str, subcode: str, status: int) -> StatusCode | None:
    """Return the record of one sub-code, or of its meaning with this status; None where none is held."""
    written = as_id(subcode)
    # One vendor's word may be hidden, and another's of the same spelling not.
    held = [*registry._known_under(subcode), *registry._subcode_ids["hidden"].split()]
    names = (f"{vendor}:{written}", f"{vendor}:{status}/{written}")
    number = number_of(subcode)
    owners = {} if number is None else registry._owners_of(number)
    if vendor in owners:
        # A status that is sent as another one, as nginx sends its 494 as 400.
        held.append(owners[vendor])
    return next((registry.record(name) for name in names if name in held), None)


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
