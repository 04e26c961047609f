"""The command ``httpcodes``: explains codes in the terminal."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Mapping, Sequence

from . import explain
from ._registry import Registry
from .errors import UnknownCodeError

READER_GONE = 141
"""What a shell reports of a command that a closed pipe ended: 128 and the number of SIGPIPE."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command; return its exit status.

    0: all codes are known. 1: some are not. 2: wrong usage (raised as `SystemExit` by argparse). 141:
    whoever read the output, such as ``head``, has read enough.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    # A name in a script that the terminal's encoding lacks is no reason to fail.
    _reconfigure_output(errors="backslashreplace")
    try:
        status = _export(words[1:]) if words[:1] == ["export"] else _explain(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it exits, and would report the closed pipe then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    return status


def _reconfigure_output(**options: str) -> None:
    """Set options of standard output, which may be a caller's own stream without any."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**options)


def _explain(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="httpcodes",
        description="Explain HTTP status codes.",
        epilog="httpcodes export: write all records for SQL, Spark, dbt and the like; see httpcodes export --help.",
    )
    parser.add_argument("codes", nargs="+", metavar="CODE", help="404, 523, cloudflare:523, 'Not Found', ...")
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--short", action="store_const", dest="form", const="short", help="one line a code")
    forms.add_argument("--json", action="store_const", dest="form", const="json", help="one JSON object a line")
    options = parser.parse_args(words)
    results = [_print_one(code, options.form or "long") for code in options.codes]
    return 0 if all(results) else 1


def _print_one(code: str, form: str) -> bool:
    """Print one explanation; return whether the code is known."""
    try:
        explanation = explain(code)
    except UnknownCodeError as error:
        print(f"httpcodes: {error}", file=sys.stderr)
        return False
    print(explanation.to_json() if form == "json" else format(explanation, form))
    return explanation.known


def _export(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="httpcodes export",
        description="Write every record as a row of text, numbers, true and false, in UTF-8. Join on code where "
        "is_default is true: each status then finds one row at most.",
    )
    parser.add_argument("--format", choices=tuple(_WRITERS), default="json", help="default: %(default)s")
    _WRITERS[parser.parse_args(words).format](Registry.default().to_records())
    return 0


def _write_json(rows: Sequence[Mapping[str, object]]) -> None:
    print(json.dumps(rows, indent=2))


def _write_ndjson(rows: Sequence[Mapping[str, object]]) -> None:
    for row in rows:
        print(json.dumps(row))


def _write_csv(rows: Sequence[Mapping[str, object]]) -> None:
    # What reads the file expects UTF-8, whatever the terminal's encoding.
    _reconfigure_output(encoding="utf-8")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)


def _cell(value: object) -> object:
    """Return true and false as SQL and JSON write them; None is an empty cell."""
    return str(value).lower() if isinstance(value, bool) else value


_WRITERS = {"json": _write_json, "ndjson": _write_ndjson, "csv": _write_csv}
