"""What each command of ``httpcodes`` does, given its options; `cli` reads those."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence

from . import explain as explain_one
from ._model import Explanation, StatusClass, StatusCode
from ._registry import ACCEPTED, Registry
from ._terminal import Terminal
from .errors import UnknownCodeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from ._pasted import Response

UNKNOWN = 1
"""The exit status where a code is unknown, or nothing is found."""
USAGE = 2
"""The exit status of wrong usage, or of input that is not to be read."""

MOST_UNKNOWN = 20
"""Codes that may be unknown before the rest is left out: not every line of a wrong file needs an answer."""

MOST_DRAINED = 64 * 1024 * 1024
"""Bytes of standard input that are read, and thrown away, behind those that count."""

WIDEST_ID = 20
"""Columns in which the ids of a list are lined up; a longer one pushes its row to the right."""

CLASSES = tuple(member.value for member in StatusClass if member is not StatusClass.INVALID)

COMPLETIONS = {"bash": "httpcodes.bash", "zsh": "_httpcodes", "fish": "httpcodes.fish"}
"""Shell to the file, in the folder ``share``, that completes the command there."""


# --- explain ------------------------------------------------------------------------------------------


def explain(options: Namespace) -> int:
    """Explain the codes that are given, else standard input."""
    if options.codes in ([], ["-"]):
        return _explain_input(options)
    return _explain_each(options.codes, options)


def _explain_each(asked: Iterable[str], options: Namespace) -> int:
    """Explain codes, and say after them which ones are unknown."""
    output = Terminal(sys.stdout, options.color)
    texts: list[str] = []
    problems: list[str] = []
    all_known = True
    for code in asked:
        try:
            text, is_known = _answer(code, options, output.width)
        except UnknownCodeError as error:
            problems.append(_worded(error))
            if len(problems) == MOST_UNKNOWN:
                problems.append(f"{MOST_UNKNOWN} codes are unknown; the rest is left out")
                break
        else:
            texts.append(text)
            all_known = all_known and is_known
    _show(texts, options, output)
    _complain(options, *problems)
    return 0 if all_known and not problems else UNKNOWN


def _answer(asked: str, options: Namespace, width: int | None) -> tuple[str, bool]:
    """
    Return the text for one code or one class of them, and whether anybody is known to define it.

    Raises:
        UnknownCodeError: Nothing answers to it.
    """
    if asked.lower() in CLASSES:
        return _class_text(asked.lower(), options, width), True
    explanation = explain_one(asked, vendor=options.vendor)
    return _text(explanation, options, width), explanation.known


def _worded(error: UnknownCodeError) -> str:
    """Return the message of an error; what Python code may hand over is of no use in a shell."""
    if error.hint != f"expected {ACCEPTED}":
        return str(error)
    return str(UnknownCodeError(error.asked, error.near, "to look for words: httpcodes search WORD ..."))


def _text(explanation: Explanation, options: Namespace, width: int | None) -> str:
    if options.json:
        return json.dumps(explanation.to_dict())
    if options.short:
        return str(explanation)
    from ._render import long_text

    return long_text(explanation, width)


def _class_text(status_class: str, options: Namespace, width: int | None) -> str:
    """
    Return all codes of a class, in one line each.

    Raises:
        UnknownCodeError: The vendor that was asked for has none.
    """
    records = Registry.default().codes(status_class=status_class, vendor=options.vendor)
    if not records:
        raise UnknownCodeError(status_class, (), f"{options.vendor} has no status of that class")
    if options.json or options.short:
        return "\n".join(_text(explain_one(record.id), options, width) for record in records)
    return _table(records, width)


def _show(texts: Sequence[str], options: Namespace, output: Terminal) -> None:
    if options.json:
        output.print(texts)
    elif texts:
        output.show(("\n" if options.short else "\n\n").join(texts))


def _complain(options: Namespace, *problems: str) -> None:
    errors = Terminal(sys.stderr, options.color)
    for problem in problems:
        errors.complain(problem)


# --- standard input -----------------------------------------------------------------------------------


def _explain_input(options: Namespace) -> int:
    """Explain what stands in standard input: responses, or one code a line."""
    from . import _pasted

    data = _pasted.as_utf8(_input(_pasted.LIMIT, is_asked_for=bool(options.codes)))
    if not data.strip():
        options.print_help(sys.stderr)
        return USAGE
    responses = _pasted.responses_in(data)
    if responses:
        return _explain_responses(responses, options)
    problem = _pasted.why_not(data)
    if problem is not None:
        _complain(options, problem)
        return USAGE
    return _explain_each(_pasted.lines_in(data), options)


def _input(limit: int, *, is_asked_for: bool) -> bytes:
    """Return the first bytes of standard input; a terminal is read only where that is asked for."""
    if sys.stdin is None or (sys.stdin.isatty() and not is_asked_for):
        return b""
    data = sys.stdin.buffer.read(limit)
    if len(data) == limit:
        _drain(sys.stdin.buffer)
    return data


def _drain(stream: BinaryIO) -> None:
    """Read the rest of a stream: curl fails where nobody does. What never ends is left after a while."""
    block = 1024 * 1024
    for _ in range(MOST_DRAINED // block):
        if not stream.read(block):
            return


def _explain_responses(responses: Sequence[Response], options: Namespace) -> int:
    """Explain the last final response in full, and those before it in one line each."""
    found = [
        explain_one(response.line, vendor=options.vendor, headers=response.headers, body=response.body)
        for response in responses
    ]
    output = Terminal(sys.stdout, options.color)
    if options.json:
        output.print([json.dumps(explanation.to_dict()) for explanation in found])
    elif options.short:
        output.show("\n".join(map(_line, found)))
    else:
        output.show(_last_in_full(responses, found, output.width))
    return 0 if all(explanation.known for explanation in found) else UNKNOWN


def _last_in_full(responses: Sequence[Response], found: Sequence[Explanation], width: int | None) -> str:
    """Return all of the last final response, behind a line for each of the others."""
    from ._render import long_text

    finals = [at for at, response in enumerate(responses) if not response.is_interim]
    last = finals[-1] if finals else len(found) - 1
    lines = [_line(explanation) for at, explanation in enumerate(found) if at != last]
    before = ["\n".join(lines)] if lines else []
    return "\n\n".join([*before, long_text(found[last], width, of_response=True)])


def _line(explanation: Explanation) -> str:
    """Return one line that says what a response means, and who sent it if anything is known of that."""
    from ._render import has_sender, sender

    return f"{explanation} Sent by: {sender(explanation)}" if has_sender(explanation) else str(explanation)


# --- lists --------------------------------------------------------------------------------------------


def search(options: Namespace) -> int:
    """Print the records that answer best to some words."""
    words = " ".join(options.words)
    records = Registry.default().search(words, limit=options.limit, vendor=options.vendor)
    return _show_records(records, options)


def list_codes(options: Namespace) -> int:
    """Print the records that pass the filters."""
    records = Registry.default().codes(
        vendor=options.vendor, status_class=options.status_class, state=options.state, subcodes=options.subcodes
    )
    return _show_records([record for record in records if options.code in (None, record.code)], options)


def _show_records(records: Sequence[StatusCode], options: Namespace) -> int:
    if not records:
        _complain(options, "nothing found")
        return UNKNOWN
    output = Terminal(sys.stdout, options.color)
    if options.json:
        output.print([json.dumps(record.to_dict()) for record in records])
    else:
        output.show(_table(records, output.width))
    return 0


def _table(records: Iterable[StatusCode], width: int | None) -> str:
    return _rows([(record.id, f"{record.name}: {record.summary}") for record in records], width)


def _rows(rows: Sequence[tuple[str, str]], width: int | None) -> str:
    """Return an id and a text a row; wrapped on a terminal, and one line a row elsewhere."""
    from ._render import wrapped

    column = min(max(len(name) for name, _ in rows), WIDEST_ID)
    lines = [f"{name:<{column}}  {text}" for name, text in rows]
    if width is not None:
        lines = [part for line in lines for part in wrapped(line, width, rest=" " * (column + 2))]
    return "\n".join(lines)


def compare(options: Namespace) -> int:
    """Print several codes side by side."""
    registry = Registry.default()
    try:
        comparison = registry.compare(*options.codes)
    except UnknownCodeError as error:
        _complain(options, _worded(error))
        return UNKNOWN
    output = Terminal(sys.stdout, options.color)
    if options.json:
        output.print([json.dumps(record.to_dict()) for record in comparison.records])
    else:
        from ._render import comparison_text

        output.show(comparison_text(comparison, output.width))
    return 0


def vendors(options: Namespace) -> int:
    """Print every vendor."""
    import attrs

    found = Registry.default().vendors()
    output = Terminal(sys.stdout, options.color)
    if options.json:
        output.print([json.dumps(attrs.asdict(vendor)) for vendor in found])
    else:
        rows = [(vendor.id, f"{vendor.name}: {vendor.kind}, {vendor.docs}") for vendor in found]
        output.show(_rows(rows, output.width))
    return 0


# --- files --------------------------------------------------------------------------------------------


def schema(_options: Namespace) -> int:
    """Print the JSON Schema of what ``--json`` prints."""
    sys.stdout.write(_shared("explanation.schema.json"))
    return 0


def completion(options: Namespace) -> int:
    """Print the script that completes the command in a shell."""
    sys.stdout.write(_shared(COMPLETIONS[options.shell]))
    return 0


def _shared(name: str) -> str:
    import importlib_resources

    return importlib_resources.files(__package__).joinpath("share", name).read_text(encoding="utf-8")


def export(options: Namespace) -> int:
    """Write every record as a row, in the format that is asked for."""
    WRITERS[options.format](Registry.default().to_records())
    return 0


def _write_json(rows: Sequence[Mapping[str, object]]) -> None:
    print(json.dumps(rows, indent=2))


def _write_ndjson(rows: Sequence[Mapping[str, object]]) -> None:
    for row in rows:
        print(json.dumps(row))


def _write_csv(rows: Sequence[Mapping[str, object]]) -> None:
    import csv

    # What reads the file expects UTF-8, whatever the terminal's encoding.
    reconfigure_output(encoding="utf-8")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)


def _cell(value: object) -> object:
    """Return true and false as SQL and JSON write them; None is an empty cell."""
    return str(value).lower() if isinstance(value, bool) else value


WRITERS: Mapping[str, Callable[[Sequence[Mapping[str, object]]], None]] = {
    "json": _write_json,
    "ndjson": _write_ndjson,
    "csv": _write_csv,
}


def reconfigure_output(**options: str) -> None:
    """Set options of standard output, which may be a caller's own stream without any."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**options)
