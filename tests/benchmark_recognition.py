"""
What recognition costs: ``python -m tests.benchmark_recognition``, part of ``python3 dev.py test -s bench``.

Each figure is paired with making one `logging.LogRecord` in the same run, and the median ratio is printed
beside the budget. It judges nothing, for a busy machine could change that.
"""

from __future__ import annotations

import logging
import os
import re
import statistics
import subprocess
import sys
import timeit
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from httpcodes_explained import Registry, explain
from httpcodes_explained._signatures import leading_literal

RUNS = int(os.environ.get("BENCHMARK_RUNS", "31"))
NUMBER = 500
HEADERS = {
    "Date": "Sun, 22 Nov 2026 20:00:00 GMT",
    "Content-Type": "text/html; charset=UTF-8",
    "Transfer-Encoding": "chunked",
    "Connection": "close",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "private, max-age=0",
    "Expires": "Thu, 01 Jan 1970 00:00:01 GMT",
    "Strict-Transport-Security": "max-age=31536000",
    "Vary": "Accept-Encoding",
}
CLOUDFLARE = HEADERS | {"Server": "cloudflare", "CF-RAY": "8f00aa11bb22cc33-FRA", "alt-svc": 'h3=":443"; ma=86400'}
FILLER = '<div class="wrapper section" id="block">some words of a page that goes on and on</div>\n' * 60
PAGE = (
    '<!DOCTYPE html>\n<html lang="en-US">\n<head>\n<title>Access denied | example.com used Cloudflare to restrict '
    'access</title>\n<link rel="stylesheet" id="cf_styles-css" href="/cdn-cgi/styles/main.css" />\n</head>\n<body>\n'
    '<div id="cf-error-details"><span class="code-label">Error code <span>1020</span></span>\n' + FILLER
)[:4096]
STRANGE_PAGE = f"<!DOCTYPE html>\n<html><head><title>The shop is shut</title></head>\n<body>{FILLER}"[:4096]
HOSTILE = "a b " * 262_144
FIRST_RESPONSE = """
import os, sys
from time import perf_counter
from httpcodes_explained import explain
explain(404)
page, headers = {page!r}, {headers!r}
opened = set()
def hear(event, args):
    if event == "open":
        opened.add(os.path.basename(str(args[0])))
sys.addaudithook(hear)
start = perf_counter()
explain(403, headers=headers, body=page)
spent = (perf_counter() - start) * 1000
print(spent, sum(name.endswith(".json") and not name.startswith("_") for name in opened))
"""


def paired(what: str, call: Callable[[], object], budget: str) -> None:
    """Print how many times as long one call takes as making a LogRecord."""

    def make() -> object:
        return logging.LogRecord("name", logging.INFO, "path", 1, "message", (), None)

    pairs = [(timeit.timeit(call, number=NUMBER), timeit.timeit(make, number=NUMBER)) for _ in range(RUNS)]
    ratio = statistics.median(one / two for one, two in pairs)
    spent = statistics.median(one for one, _ in pairs) / NUMBER * 1e6
    print(f"{what:58} {ratio:6.1f} x {spent:8.1f} us   {budget}")


def patterns() -> Iterator[str]:
    """Yield every pattern of the signatures."""
    yield from sorted(set(_patterns_in(Registry.default()._signatures().all_raw())))


def _patterns_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, Mapping):
        found = value.get("pattern", ())
        yield from [found] if isinstance(found, str) else found
        for name, item in value.items():
            if name != "pattern":
                yield from _patterns_in(item)


def hostile_to(pattern: str, length: int) -> list[str]:
    """Return inputs made to keep a pattern busy: its beginning over and over, and what its classes take."""
    literal = leading_literal(pattern)
    return [(literal + tail) * (length // len(literal + tail) + 1) for tail in ("", "0", "a", "0" * 99, "a " * 49)]


def search(pattern: str, text: str) -> object:
    """Search as the engine does."""
    return re.compile(pattern).search(text)


def explained(_: str, text: str) -> object:
    """Explain a response that has this body."""
    return explain(403, headers=HEADERS, body=text)


def worst(what: str, call: Callable[[str, str], object], length: int) -> None:
    """Print which pattern's worst input takes a call the longest."""
    spent = [
        (min(timeit.repeat(partial(call, pattern, text[:length]), number=1, repeat=5)), pattern)
        for pattern in patterns()
        for text in hostile_to(pattern, length)
    ]
    seconds, pattern = max(spent)
    print(f"{what:42} {length // 1024:3} KiB: {seconds * 1e6:8.0f} us with {pattern}")


def first_response() -> None:
    """Print what the first response costs in a fresh process that has explained a bare status."""
    found: list[tuple[float, int]] = []
    for _ in range(RUNS):
        code = FIRST_RESPONSE.format(page=PAGE, headers=CLOUDFLARE)
        spent, read = subprocess.check_output([sys.executable, "-I", "-c", code], text=True).split()
        found.append((float(spent), int(read)))
    spent = statistics.median(spent for spent, _ in found)
    print(f"first explain(response) after explain(404)  {spent:.2f} ms, {found[0][1]} vendor files   at most 10 ms, 3")


def main() -> None:
    """Measure and print."""
    number = len(Registry.default()._signatures().all_raw())
    print(f"Python {sys.version.split()[0]}, medians of {RUNS} pairs, {number} signatures")
    budget = "at most 15 x"
    paired(
        "a page that a signature with a capture matches", lambda: explain(403, headers=CLOUDFLARE, body=PAGE), budget
    )
    paired("a page that none matches", lambda: explain(403, headers=HEADERS, body=STRANGE_PAGE), budget)
    paired("header fields alone", lambda: explain(403, headers=CLOUDFLARE), budget)
    problem = '{"message": "no such thing", "code": 17, "detail": "none"}'
    paired("an application's JSON", lambda: explain(404, headers=CLOUDFLARE, body=problem), budget)
    paired("a hostile body of 1 MiB", lambda: explain(403, headers=CLOUDFLARE, body=HOSTILE), "at most 30 x")
    first_response()
    for length in (8192, 65_536):
        worst("slowest pattern on its worst input", search, length)
        worst("slowest explain() of a worst input", explained, length)


if __name__ == "__main__":
    main()
