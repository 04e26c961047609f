"""
The budgets of this library, measured: ``python3 dev.py test -s bench`` in a clean environment.

Every figure is paired: what is measured and its reference run in turn, in one run of this script, and
the median over the pairs is printed, as a difference and as a ratio. It judges nothing, for a busy
machine could change that; it prints the figure beside the budget. Peers stand below, as far as they
are installed.
"""

from __future__ import annotations

import logging
import os
import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

BARE = "pass"
REFERENCE = "import attrs, json, importlib_resources; importlib_resources.files('attrs')"
RUNS = int(os.environ.get("BENCHMARK_RUNS", "31"))
PEERS = {
    "http": "from http import HTTPStatus; HTTPStatus(404).phrase",
    "requests": "import requests; requests.codes.not_found",
    "httpx": "import httpx; httpx.codes(404).phrase",
    "starlette": "import starlette.status",
    "werkzeug": "from werkzeug.http import HTTP_STATUS_CODES; HTTP_STATUS_CODES[404]",
    "http_status_codes": "import http_status_codes",
    "http_response_codes": "import http_response_codes",
}


def process(code: str) -> tuple[float, float]:
    """Return the milliseconds and the KiB at most resident of a fresh interpreter that runs `code`."""
    start = perf_counter()
    child = subprocess.Popen([sys.executable, "-I", "-c", code])
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, code
    return (perf_counter() - start) * 1000, usage.ru_maxrss


def cold(what: str, code: str, reference: str, budget: str) -> None:
    """Print how much longer a fresh process takes than the reference, and how much more memory."""
    for warm_up in (code, reference):
        process(warm_up)
    pairs = [(process(code), process(reference)) for _ in range(RUNS)]
    extra = statistics.median(one[0] - two[0] for one, two in pairs)
    ratio = statistics.median(one[0] / two[0] for one, two in pairs)
    memory = statistics.median(one[1] - two[1] for one, two in pairs)
    line(what, f"{extra:+.2f} ms, {ratio:.2f} x, {memory:+.0f} KiB", budget)


def warm(what: str, call: Callable[[], object], reference: Callable[[], object], number: int, budget: str) -> None:
    """Print how many times as long one call takes as another."""
    pairs = [(timeit.timeit(call, number=number), timeit.timeit(reference, number=number)) for _ in range(RUNS)]
    line(what, f"{statistics.median(one / two for one, two in pairs):.2f} x", budget)


def line(what: str, figure: str, budget: str) -> None:
    """Print one row."""
    print(f"{what:52} {figure:>32}   at most {budget}" if budget else f"{what:52} {figure:>32}")


def main() -> None:
    """Measure and print."""
    import httpcodes_explained
    from httpcodes_explained import explain

    home = Path(httpcodes_explained.__file__).parent
    size = sum(path.stat().st_size for path in home.rglob("*") if path.suffix != ".pyc" and path.is_file())
    print(
        f"Python {sys.version.split()[0]}, medians of {RUNS} pairs; installed: {size / 1024:.0f} KiB without bytecode"
    )
    cold("import explain / a bare start", "from httpcodes_explained import explain", BARE, "1 ms")
    for code in ("404", "429", "523", "'iis:404.13'"):
        first = f"from httpcodes_explained import explain; explain({code})"
        cold(f"first explain({code}) / the reference", first, REFERENCE, "8 ms, 1024 KiB")
    explain(404)
    warm("explain(404) / HTTPStatus(404).phrase", lambda: explain(404), lambda: HTTPStatus(404).phrase, 20_000, "0.5 x")
    warm(
        "explain(id) / making a LogRecord",
        lambda: explain("cloudflare:523"),
        lambda: logging.LogRecord("name", logging.INFO, "path", 1, "message", (), None),
        2_000,
        "",
    )
    for name, code in PEERS.items():
        if find_spec(name) is not None:
            cold(f"peer: {name}, one code / a bare start", code, BARE, "")
    ours = "from httpcodes_explained import explain; explain(404)"
    cold("ours: httpcodes_explained, one code / a bare start", ours, BARE, "")


if __name__ == "__main__":
    main()
