"""Where the pages stand: addresses that are short, that last, and that are unique ignoring case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from httpcodes_explained import StatusCode


def addresses_of(records: Iterable[StatusCode]) -> dict[str, str]:
    """Return the address of each record's page by its id: ``404``, ``cloudflare/523``, ``iis/404.13``."""
    records = tuple(records)
    ids = Counter(record.id.lower() for record in records)
    return {record.id: _address(record, alone=ids[record.id.lower()] == 1) for record in records}


def _address(record: StatusCode, *, alone: bool) -> str:
    """Return one record's address; its slug stands in where its id is another's but for case."""
    if alone:
        return record.id.replace(":", "/")
    vendor = record.vendor.id
    return f"{vendor}/{record.slug.removeprefix(f'{vendor}-')}"
