"""
Which records nobody has read against their sources for long: ``python -m tests.stale [--days N]``.

A record counts by the newest day on which one of its sources was checked. Vendors with the oldest record come
first, and of one vendor the oldest records. The exit status is 1 where there are some.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from httpcodes_explained import StatusCode, codes


def main(argv: Sequence[str] | None = None, *, today: date | None = None) -> int:
    """Print the records that are stale `today`; return 1 where there are some."""
    parser = argparse.ArgumentParser(prog="python -m tests.stale", description="List the records to read again.")
    parser.add_argument("--days", type=int, default=365, metavar="N", help="checked longer ago than this; default: 365")
    days = parser.parse_args(argv).days
    last = (today or datetime.now(UTC).date()) - timedelta(days)
    stale = stale_among(codes(subcodes=True), last)
    for vendor, records in groupby(stale, lambda record: record.vendor.id):
        print(vendor)
        for record in records:
            print(f"  {checked(record)}  {record.id}")
    return int(bool(stale))


def stale_among(records: Iterable[StatusCode], last: date) -> list[StatusCode]:
    """Return the records that were checked before `last`, oldest first within the vendors, which stand likewise."""
    stale = sorted((record for record in records if checked(record) < last), key=checked)
    oldest = {record.vendor.id: checked(record) for record in reversed(stale)}
    return sorted(stale, key=lambda record: (oldest[record.vendor.id], record.vendor.id))


def checked(record: StatusCode) -> date:
    """Return the newest day on which a source of the record was checked."""
    return max(date.fromisoformat(source.checked) for source in record.sources)


if __name__ == "__main__":
    sys.exit(main())
