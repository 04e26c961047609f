"""The tool that lists the records to read again."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from httpcodes_explained import StatusCode, codes, lookup
from tests import stale


def checked_on(record: StatusCode, *days: str) -> StatusCode:
    """Return the record with one source for each of the days."""
    return attrs.evolve(record, sources=tuple(attrs.evolve(record.sources[0], checked=day) for day in days))


def test_the_newest_check_counts() -> None:
    """One source read again is enough."""
    record = checked_on(lookup(404), "2024-05-01", "2026-05-02", "2025-05-01")

    assert date(2026, 5, 2) == stale.checked(record)


def test_vendors_with_the_oldest_record_come_first() -> None:
    """The records of one vendor stay together, oldest first; what was checked on the last day is not stale."""
    records = [
        checked_on(lookup(404), "2025-01-03"),
        checked_on(lookup("nginx:499"), "2025-01-02"),
        checked_on(lookup("heroku:H10"), "2025-01-05"),
        checked_on(lookup("nginx:444"), "2025-01-04"),
        checked_on(lookup(410), "2025-01-01"),
    ]

    found = stale.stale_among(records, date(2025, 1, 5))

    assert ["410", "404", "nginx:499", "nginx:444"] == [record.id for record in found]


def test_what_is_fresh_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """On the day of the oldest check nothing is stale, and the exit status is 0."""
    oldest = min(map(stale.checked, codes(subcodes=True)))

    assert stale.main([], today=oldest + timedelta(365)) == 0
    assert capsys.readouterr().out == ""


def test_what_is_stale_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Once every check is longer ago than the days given, every record is listed, and the exit status is 1."""
    records = codes(subcodes=True)
    newest = max(map(stale.checked, records))

    assert stale.main(["--days", "10"], today=newest + timedelta(11)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert f"  {stale.checked(lookup('nginx:499'))}  nginx:499" in lines
    assert {record.vendor.id for record in records} == {line for line in lines if line[0] != " "}
    assert len(records) == len([line for line in lines if line[0] == " "])
