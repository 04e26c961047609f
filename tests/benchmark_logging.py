"""
The budgets of the logging filter, measured: ``python -m tests.benchmark_logging``.

Every figure is paired, as in `tests.benchmark`: making a record that the filter then sees, making the
same record, and making a plain one, in turn; medians over the rounds, of the processor's time. Each
record is a fresh one, because the filter adds nothing to a record that it has seen.
"""

from __future__ import annotations

import logging
import statistics
import sys
import time
import timeit
from typing import Any

from httpcodes_explained.integrations.logging import ExplainFilter
from tests.benchmark import line

ROUNDS = 301
CALLS = 500


def plain_record() -> None:
    """Make what the budgets are counted in."""
    logging.LogRecord("name", logging.INFO, "path", 1, "message", (), None)


def added(filtering: ExplainFilter, name: str, args: tuple[Any, ...] = (), extra: dict[str, Any] | None = None) -> str:
    """Return what the filter adds to making such a record, as a multiple of making a plain one."""

    def make() -> logging.LogRecord:
        record = logging.LogRecord(name, logging.INFO, "path", 1, "message", args, None)
        if extra is not None:
            record.__dict__.update(extra)
        return record

    def make_and_filter() -> None:
        filtering.filter(make())

    def only_make() -> None:
        make()

    make_and_filter()
    calls = (make_and_filter, only_make, plain_record)
    triples = [[timeit.timeit(call, timer=time.thread_time, number=CALLS) for call in calls] for _ in range(ROUNDS)]
    share = statistics.median((both - one) / plain for both, one, plain in triples)
    nanoseconds = statistics.median(both - one for both, one, _ in triples) / CALLS * 1e9
    return f"{share:.2f} x, {nanoseconds:.0f} ns"


def logging_filter() -> None:
    """Measure the filter on records without and with a status, and print the figures beside the budgets."""
    access = ("127.0.0.1:50000", "GET", "/orders/7", "1.1", 404)
    atoms = ({"h": "127.0.0.1", "r": "GET /orders/7 HTTP/1.1", "s": "404"},)
    plain = ExplainFilter()
    line("filter, record without a status / LogRecord", added(plain, "app"), "0.2 x")
    line("filter, extra without a status / LogRecord", added(plain, "app", extra={"order": 7}), "0.2 x")
    line("filter, status in extra / LogRecord", added(plain, "app", extra={"status_code": 404}), "1 x")
    line("filter, uvicorn.access / LogRecord", added(plain, "uvicorn.access", access), "1 x")
    line("filter, gunicorn.access / LogRecord", added(plain, "gunicorn.access", atoms), "1 x")
    levels = ExplainFilter(set_level=True)
    line("filter that sets the level / LogRecord", added(levels, "uvicorn.access", access), "1 x")
    always = ExplainFilter(always=True)
    line("filter, always, without a status / LogRecord", added(always, "app"), "1 x")


def main() -> None:
    """Measure and print."""
    print(f"Python {sys.version.split()[0]}, {ROUNDS} rounds")
    logging_filter()


if __name__ == "__main__":
    main()
