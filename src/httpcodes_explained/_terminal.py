"""What a terminal adds to plain text: colour, its width, and a pager for what is longer than its screen."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TextIO

from ._clean import clean

WIDEST = 100
"""Columns. Longer lines are hard to read."""

LONGEST_MESSAGE = 1000
"""Characters of an error message."""

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_CODE = "\x1b[35m"
_ERROR = "\x1b[1;31m"
# By the first digit, on a ground of its own: yellow letters alone are lost on a white terminal.
_CLASSES = {"1": "\x1b[30;46m", "2": "\x1b[30;42m", "3": "\x1b[30;46m", "4": "\x1b[30;43m", "5": "\x1b[97;41m"}


class Terminal:
    """A stream that may be a terminal."""

    def __init__(self, stream: TextIO, color: str) -> None:
        """Look at the stream once; `color` is ``auto``, ``always`` or ``never``."""
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._has_color = _wants_color(color, is_terminal=self._is_terminal)
        self.width: int | None = None
        """Columns; None where there is no terminal."""
        self._height = 0
        if self._is_terminal:
            self.width, self._height = _size()

    def show(self, text: str) -> None:
        """Print a text as `_render` lays it out: coloured, and through a pager where it is longer than the screen."""
        painted = _painted(text) if self._has_color else text
        pager = _pager() if self._is_terminal and text.count("\n") + 1 >= self._height else []
        if pager:
            _page(pager, painted, self._stream)
        else:
            print(painted, file=self._stream)

    def print(self, lines: Iterable[str]) -> None:
        """Print lines as they are, for programs to read."""
        for line in lines:
            print(line, file=self._stream)

    def complain(self, message: str) -> None:
        """Print an error message after the command's name; what it quotes may come from anybody."""
        name = f"{_ERROR}httpcodes:{_RESET}" if self._has_color else "httpcodes:"
        print(f"{name} {clean(message, LONGEST_MESSAGE)}", file=self._stream)


def _wants_color(choice: str, *, is_terminal: bool) -> bool:
    """Return whether to colour: the option decides, then NO_COLOR, FORCE_COLOR, TERM, and where the output goes."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def _size() -> tuple[int, int]:
    """Return columns, as far as they are used, and lines."""
    import shutil

    columns, lines = shutil.get_terminal_size()
    return min(columns, WIDEST), lines


def _painted(text: str) -> str:
    return "\n\n".join(_painted_block(block) for block in text.split("\n\n"))


def _painted_block(block: str) -> str:
    """Paint a heading or several rows, which begin at the first column, and all code in backticks."""
    import re

    with_code = re.sub(r"`[^`]+`", lambda code: _painted_lines(code[0], _CODE), block)
    return "\n".join(line if line[:1] in ("", " ") else _painted_head(line) for line in with_code.split("\n"))


def _painted_lines(text: str, style: str) -> str:
    """Paint each line by itself, as pagers want it; the indent is left alone, because it belongs to no word."""
    lines = ((line, len(line) - len(line.lstrip())) for line in text.split("\n"))
    return "\n".join(f"{line[:indent]}{style}{line[indent:]}{_RESET}" for line, indent in lines)


def _painted_head(line: str) -> str:
    """Paint what stands before the first colon: a status by its class, the rest bold."""
    head, colon, rest = line.partition(": ")
    status, name = (head[:3], head[3:]) if head[:3].isdecimal() else ("", head)
    badge = f"{_CLASSES.get(status[0], _BOLD)}{status}{_RESET}" if status else ""
    return f"{badge}{_BOLD}{name}{_RESET}{colon}{rest}"


def _pager() -> list[str]:
    """Return the pager's command; nothing where there is none."""
    import shlex
    import shutil

    try:
        command = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        # A quotation that does not end.
        return []
    if not command or os.environ.get("TERM") == "dumb" or shutil.which(command[0]) is None:
        return []
    # It shows colours whatever else is in LESS.
    return [*command, "-R"] if os.path.basename(command[0]) == "less" else command  # noqa: PTH119 (a start-up costs)


def _page(command: Sequence[str], text: str, stream: TextIO) -> None:
    """Hand a text to a pager, and wait until its reader is done."""
    import signal
    import subprocess

    # less leaves again where one screen holds it all, shows colours, and leaves the text on the screen.
    options = {"LESS": "FRX", **os.environ}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=options) as pager:  # noqa: S603 (PAGER is the user's)
        # Ctrl-C is a key of the pager's.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            pager.communicate(f"{text}\n".encode(stream.encoding, "backslashreplace"))
        finally:
            signal.signal(signal.SIGINT, before)
