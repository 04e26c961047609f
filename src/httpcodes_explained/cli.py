"""The command ``httpcodes``: explains codes in the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from . import explain
from .errors import UnknownCodeError


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command; return its exit status.

    0: all codes are known. 1: some are not. 2: wrong usage (raised as `SystemExit` by argparse).
    """
    parser = argparse.ArgumentParser(prog="httpcodes", description="Explain HTTP status codes.")
    parser.add_argument("codes", nargs="+", metavar="CODE", help="404, 523, cloudflare:523, 'Not Found', ...")
    parser.add_argument("--short", action="store_true", help="one line a code")
    options = parser.parse_args(arguments)
    results = [_print_one(code, "short" if options.short else "long") for code in options.codes]
    return 0 if all(results) else 1


def _print_one(code: str, form: str) -> bool:
    """Print one explanation; return whether the code is known."""
    try:
        explanation = explain(code)
    except UnknownCodeError as error:
        print(f"httpcodes: {error}", file=sys.stderr)
        return False
    print(format(explanation, form))
    return explanation.known
