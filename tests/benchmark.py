"""
The budgets of this library, measured: ``python -m tests.benchmark`` in a clean environment.

Every figure is paired: the command and what it is compared with run in turn, in one run of this
script, and the median of the pairwise differences or ratios is printed. It judges nothing that a
noisy machine could change: it prints the figure beside the budget.
"""

from __future__ import annotations

import logging
import os
import resource
import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

BARE = "pass"
REFERENCE = "import attrs, json, importlib_resources; importlib_resources.files('attrs')"
RUNS = 31


def process(code: str) -> tuple[float, float]:
    """Return the milliseconds and the KiB at most resident of a fresh interpreter that runs `code`."""
    start = perf_counter()
    child = subprocess.Popen([sys.executable, "-I", "-c", code])
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, code
    return (perf_counter() - start) * 1000, usage.ru_maxrss


def paired(code: str, other: str) -> tuple[float, float]:
    """Return how many milliseconds and KiB `code` takes more than `other`, as medians over the pairs."""
    for warm_up in (code, other):
        process(warm_up)
    pairs = [(process(code), process(other)) for _ in range(RUNS)]
    return tuple(statistics.median(one[i] - two[i] for one, two in pairs) for i in (0, 1))  # type: ignore[return-value]


def ratio(call: Callable[[], object], other: Callable[[], object], number: int) -> float:
    """Return how many times as long `call` takes as `other`, as the median over the pairs."""
    pairs = [(timeit.timeit(call, number=number), timeit.timeit(other, number=number)) for _ in range(RUNS)]
    return statistics.median(one / two for one, two in pairs)


def line(what: str, figure: str, budget: str) -> None:
    """Print one row."""
    print(f"{what:52} {figure:>22}   at most {budget}")


def main() -> None:
    """Measure and print."""
    import httpcodes_explained
    from httpcodes_explained import explain

    home = Path(httpcodes_explained.__file__).parent
    print(f"Python {sys.version.split()[0]}, {RUNS} pairs each, {home}")
    extra, memory = paired("from httpcodes_explained import explain", BARE)
    line("import explain, over a bare start", f"{extra:.2f} ms", "1 ms")
    for code in ("404", "429", "523"):
        extra, memory = paired(f"from httpcodes_explained import explain; explain({code})", REFERENCE)
        line(f"first explain({code}), over the reference", f"{extra:.2f} ms, {memory:.0f} KiB", "8 ms, 1024 KiB")
    explain(404)
    status = ratio(lambda: explain(404), lambda: HTTPStatus(404).phrase, 20_000)
    line("warm explain(404) / HTTPStatus(404).phrase", f"{status:.2f} x", "0.5 x")
    record = ratio(
        lambda: explain("cloudflare:523"),
        lambda: logging.LogRecord("name", logging.INFO, "path", 1, "message", (), None),
        2_000,
    )
    line("warm explain('cloudflare:523') / making a LogRecord", f"{record:.2f} x", "15 x")
    print(f"peak of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
