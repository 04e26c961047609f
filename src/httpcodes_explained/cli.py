"""The command ``httpcodes``: its commands, their options, and the exit status."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from . import _commands
from ._model import State, StatusClass
from ._registry import Registry
from .errors import UnknownCodeError

INTERRUPTED = 130
"""What a shell reports of a command that Ctrl-C ended: 128 and the number of SIGINT."""

READER_GONE = 141
"""What a shell reports of a command that a closed pipe ended: 128 and the number of SIGPIPE."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command; return its exit status.

    0: all codes are known. 1: some are not, or nothing was found. 2: wrong usage (raised as `SystemExit` by
    argparse), input that is not to be read, or output that cannot be written. 130: Ctrl-C. 141: whoever read
    the output, such as ``head``, has read enough.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (it stays open to the end)
    # A name in a script that the terminal's encoding lacks is no reason to fail.
    _commands.reconfigure_output(errors="backslashreplace")
    try:
        try:
            return _run(words)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return READER_GONE
    except OSError as error:
        _drop_output()
        print(f"httpcodes: {error}", file=sys.stderr)
        return _commands.USAGE


def _drop_output() -> None:
    """Write nothing more: Python flushes once more when it exits, and would report the same error then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    place = _place_of_command(words)
    word = words[place] if place < len(words) else ""
    if word in COMMANDS:
        return COMMANDS[word].run(parser_of(word).parse_args([*words[:place], *words[place + 1 :]]))
    parser = parser_of("explain")
    meant = _misspelt_command(word)
    if meant is not None:
        parser.error(f"no command and no code is called {word!r}; did you mean {meant}?")
    return COMMANDS["explain"].run(parser.parse_args(words))


def _place_of_command(words: Sequence[str]) -> int:
    """Return the place of the first word that is no option and no value of one; a command may stand there alone."""
    place = 0
    while place < len(words) and words[place].startswith("-") and words[place] != "--":
        place += 2 if words[place] in ("--vendor", "--color") else 1
    return place


def _misspelt_command(word: str) -> str | None:
    """Return the command that is meant by a word that is nearly one, and no code."""
    if not (word.isascii() and word.isalpha() and word.islower()):
        return None
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    return near[0] if near and Registry.default().get(word) is None else None


# --- parsers ------------------------------------------------------------------------------------------


class Command(NamedTuple):
    """One of the commands."""

    help: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def parser_of(name: str) -> ArgumentParser:
    """Return the parser of one command; those of the others are not made."""
    command = COMMANDS[name]
    parser = ArgumentParser(
        prog="httpcodes" if name == "explain" else f"httpcodes {name}",
        description=f"{command.help[0].upper()}{command.help[1:]}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_options(parser)
    return parser


def _add_explain(parser: ArgumentParser) -> None:
    parser.add_argument(
        "codes",
        nargs="*",
        metavar="CODE",
        help="404, 4xx, cloudflare:523, iis:404.13, H12, 'Not Found', ...; without any, and for - alone, standard "
        "input is read: a response as curl -si or curl -v prints it, or one code a line",
    )
    _add_vendor(parser, "take this vendor's meaning of a number")
    parser.add_argument("--short", action="store_true", help="one line a code")
    _add_output(parser)
    parser.add_argument("--version", action=_Version, help="print the version and exit")
    parser.usage = "httpcodes [OPTION ...] [CODE ...]\n       httpcodes COMMAND [OPTION ...] ..."
    parser.description = (
        "Say what HTTP status codes mean, who made them up, and what to do next; of a response, also who sent it."
    )
    parser.epilog = _overview()
    parser.set_defaults(print_help=parser.print_help)


def _overview() -> str:
    commands = "\n".join(f"  {name:<12}{command.help}" for name, command in COMMANDS.items())
    return (
        f"commands:\n{commands}\n\n"
        "httpcodes COMMAND --help says more; httpcodes explain WORD takes any word for a code.\n\n"
        "examples:\n"
        "  httpcodes 523 nginx:499 H12\n"
        "  httpcodes 4xx\n"
        "  curl -si https://example.com/ | httpcodes\n\n"
        "exit status: 0 all known, 1 some unknown or nothing found, 2 wrong usage or input."
    )


def _add_search(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help="words of a name or a text; typos are forgiven")
    parser.add_argument("--limit", type=_count, default=10, metavar="N", help="how many at most; default: %(default)s")
    _add_vendor(parser, "only this vendor's codes")
    _add_output(parser)


def _count(text: str) -> int:
    """Return a number of at least one, for argparse."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return int(text)


def _add_compare(parser: ArgumentParser) -> None:
    parser.add_argument("codes", nargs="+", metavar="CODE", help="such as: 400 409 422")
    _add_output(parser)


def _add_list(parser: ArgumentParser) -> None:
    _add_vendor(parser, "only this vendor's codes")
    classes, states = tuple(map(str, StatusClass)), tuple(str(state) for state in State if state != "unassigned")
    parser.add_argument("--code", type=int, metavar="NUMBER", help="only the meanings of this number")
    parser.add_argument("--class", dest="status_class", type=str.lower, choices=classes, help="only this class")
    parser.add_argument("--state", type=str.lower, choices=states, help="only this state")
    parser.add_argument("--subcodes", action="store_true", help="sub-codes too")
    _add_output(parser)


def _add_export(parser: ArgumentParser) -> None:
    parser.description = (
        "Write every record as a row of text, numbers, true and false, in UTF-8.\n"
        "Join on code where is_default is true: each status then finds one row at most."
    )
    parser.add_argument("--format", choices=tuple(_commands.WRITERS), default="json", help="default: %(default)s")


def _add_completion(parser: ArgumentParser) -> None:
    shells = tuple(_commands.COMPLETIONS)
    parser.add_argument("shell", choices=shells, help='bash: eval "$(httpcodes completion bash)"; fish: | source')


def _add_nothing(_parser: ArgumentParser) -> None:
    """Leave the parser as it is: the command takes no options."""


def _add_vendor(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("--vendor", type=_vendor, metavar="ID", help=f"{what}; see httpcodes vendors")


def _vendor(name: str) -> str:
    """Return a vendor's id, for argparse."""
    try:
        return Registry.default().vendor(name).id
    except UnknownCodeError as error:
        guess = f"did you mean {' or '.join(error.near)}?" if error.near else "see httpcodes vendors"
        raise argparse.ArgumentTypeError(f"no vendor has the id {error.asked!r}; {guess}") from None


def _add_output(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line; see httpcodes schema")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="default: auto, which is on a terminal unless NO_COLOR is set",
    )


class _Version(argparse.Action):
    """Prints the version, which is not read before it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help=options["help"])

    def __call__(self, parser: ArgumentParser, *_arguments: object) -> None:
        from importlib.metadata import version

        print(f"httpcodes {version('httpcodes-explained')}")
        parser.exit()


COMMANDS: Mapping[str, Command] = {
    "explain": Command("explain codes, ids and responses, which is the default", _add_explain, _commands.explain),
    "search": Command("find codes by words", _add_search, _commands.search),
    "compare": Command("show codes side by side", _add_compare, _commands.compare),
    "list": Command("list codes, by vendor, number, class or state", _add_list, _commands.list_codes),
    "vendors": Command("list the vendors", _add_output, _commands.vendors),
    "export": Command("write all records for SQL, Spark, dbt and the like", _add_export, _commands.export),
    "schema": Command("print the JSON Schema of what --json prints", _add_nothing, _commands.schema),
    "completion": Command("print the completion script of a shell", _add_completion, _commands.completion),
}
