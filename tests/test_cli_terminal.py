"""What a person sees: colour, width and the pager; and what a program sees instead."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from httpcodes_explained import codes, compare, explain
from httpcodes_explained._terminal import WIDEST, Terminal
from httpcodes_explained.cli import main
from tests.servers import program

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Screen(io.TextIOWrapper):
    """A stream that is a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def isatty(self) -> bool:
        """Say so."""
        return True

    def text(self) -> str:
        """Return all that was printed."""
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a plain terminal of a known size, whatever the tests run in."""
    for name in ("NO_COLOR", "FORCE_COLOR", "LESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", "COLUMNS": "80", "LINES": "9999", "PAGER": "cat"}.items():
        monkeypatch.setenv(name, value)


def shown(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return what the command prints on a terminal."""
    screen = Screen()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", screen)
        assert 0 == main(arguments)
    return screen.text()


# --- colour -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_when_there_is_colour(
    monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], is_terminal: bool, expected: bool
) -> None:
    """The option decides, then NO_COLOR, FORCE_COLOR and TERM, then where the output goes."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    screen = Screen()
    monkeypatch.setattr(screen, "isatty", lambda: is_terminal)
    Terminal(screen, choice).show("404 Not Found: Nothing is there.")

    assert expected is ("\x1b" in screen.text())


@pytest.mark.parametrize(
    "arguments", [["523"], ["iis:404.13"], ["4xx"], ["list", "--vendor", "nginx"], ["compare", "400", "422"]]
)
def test_colour_changes_no_text(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Without its escape sequences, coloured output is the plain one, and each line ends them."""
    main(arguments)
    plain = capsys.readouterr().out
    main([*arguments, "--color", "always"])
    coloured = capsys.readouterr().out

    assert plain == ESCAPE.sub("", coloured) != coloured
    assert all(line.count("\x1b[0m") * 2 == len(ESCAPE.findall(line)) for line in coloured.splitlines())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("523 Unreachable (Cloudflare): No.", "\x1b[97;41m523\x1b[0m\x1b[1m Unreachable (Cloudflare)\x1b[0m: No."),
        ("404 Not Found: Nothing.", "\x1b[30;43m404\x1b[0m\x1b[1m Not Found\x1b[0m: Nothing."),
        ("700 Unassigned: Nobody.", "\x1b[1m700\x1b[0m\x1b[1m Unassigned\x1b[0m: Nobody."),
        ("nginx:499  Client Closed: Gone.", "\x1b[1mnginx:499  Client Closed\x1b[0m: Gone."),
        ("Causes\n  - Run `mtr`\n    now.", "\x1b[1mCauses\x1b[0m\n  - Run \x1b[35m`mtr`\x1b[0m\n    now."),
        ("  Run `mtr\n  -n` now.", "  Run \x1b[35m`mtr\x1b[0m\n  \x1b[35m-n`\x1b[0m now."),
        ("  A lone ` mark.\n\n  Another `.", "  A lone ` mark.\n\n  Another `."),
    ],
)
def test_what_is_coloured(line: str, expected: str) -> None:
    """The status by its class, names and headings bold, code in a colour of its own, each line by itself."""
    screen = Screen()
    Terminal(screen, "always").show(line)

    assert f"{expected}\n" == screen.text()


def test_json_is_never_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is for programs, also on a terminal."""
    assert "\x1b" not in shown(monkeypatch, "--json", "--color", "always", "404")


def test_errors_are_coloured_by_themselves(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whether standard error is a terminal counts for errors, and that standard output is none does not."""
    errors = Screen()
    monkeypatch.setattr(sys, "stderr", errors)

    assert 1 == main(["404", "nothing-like-it"])
    assert errors.text().startswith("\x1b[1;31mhttpcodes:\x1b[0m no status code answers to ")
    assert "\x1b" not in capsys.readouterr().out


# --- width --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "arguments", [["523"], ["haproxy:sH--"], ["4xx"], ["search", "too", "many"], ["compare", "400", "422"], ["vendors"]]
)
def test_lines_keep_the_width(monkeypatch: pytest.MonkeyPatch, columns: int, arguments: list[str]) -> None:
    """On a terminal no line is wider than it, but for words that are longer: addresses and ids."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = shown(monkeypatch, *arguments, "--color", "never").splitlines()

    width = min(columns, WIDEST)
    assert len(lines) > 5
    words = [line.split() for line in lines if len(line) > width]
    assert all(len(line) <= 2 for line in words), words


def test_a_title_is_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line is as wide as the others."""
    monkeypatch.setenv("COLUMNS", "60")
    title, _, _ = shown(monkeypatch, "523", "--color", "never").partition("\n\n")
    first, *others = title.splitlines()

    assert str(explain(523)) == " ".join([first, *(line.strip() for line in others)])
    assert others
    assert all(line.startswith("    ") and len(line) <= 60 for line in others)


def test_plain_lists_have_a_line_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe the terminal's width is nothing."""
    main(["4xx"])
    rows = capsys.readouterr().out.splitlines()

    assert [record.id for record in codes(status_class="4xx")] == [row.split()[0] for row in rows]


def test_plain_text_is_that_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    """Piped output does not depend on who has which terminal."""
    main(["523"])
    main(["compare", "400", "422"])

    assert f"{explain(523):long}\n{compare(400, 422)}\n" == capsys.readouterr().out


# --- pager --------------------------------------------------------------------------------------------


@pytest.fixture(name="paged")
def _paged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file to which the pager of the test writes what it was shown."""
    if os.name == "nt":
        pytest.skip("needs a shell")
    script = tmp_path / "pager"
    script.write_text(f'#!/bin/sh\necho "LESS=$LESS" >{tmp_path}/paged\ncat >>{tmp_path}/paged\n')
    script.chmod(0o755)
    monkeypatch.setenv("PAGER", str(script))
    return tmp_path / "paged"


def test_a_long_text_is_paged(monkeypatch: pytest.MonkeyPatch, paged: Path) -> None:
    """What is longer than the screen goes to the pager instead."""
    monkeypatch.setenv("LINES", "24")
    handler = signal.getsignal(signal.SIGINT)
    printed = shown(monkeypatch, "523")

    options, text = paged.read_text().split("\n", 1)
    assert "LESS=FRX" == options
    assert str(explain(523)) in " ".join(ESCAPE.sub("", text).split())
    assert "" == printed
    assert handler == signal.getsignal(signal.SIGINT)


def test_options_of_less_are_the_users(monkeypatch: pytest.MonkeyPatch, paged: Path) -> None:
    """Who sets LESS has less as they like it."""
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("LESS", "-R")
    shown(monkeypatch, "523")

    assert paged.read_text().startswith("LESS=-R\n")


def test_less_shows_colours_whatever_its_options(monkeypatch: pytest.MonkeyPatch, paged: Path) -> None:
    """Without ``R`` among them it would show the escape sequences themselves."""
    less = paged.parent / "less"
    less.write_text(f'#!/bin/sh\necho "$@" >{paged}\ncat >>{paged}\n')
    less.chmod(0o755)
    monkeypatch.setenv("PAGER", f"{less} -i")
    monkeypatch.setenv("LINES", "24")
    shown(monkeypatch, "523")

    assert paged.read_text().startswith("-i -R\n")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["523", "--short"], {"LINES": "24"}),
        (["523"], {"LINES": "500"}),
        (["523", "--json"], {"LINES": "1"}),
        (["523"], {"LINES": "24", "PAGER": ""}),
        (["523"], {"LINES": "24", "PAGER": "no-such-pager -x"}),
        (["523"], {"LINES": "24", "PAGER": "less 'x"}),
        (["523"], {"LINES": "24", "TERM": "dumb"}),
    ],
    ids=["short", "tall", "json", "none", "missing", "unquoted", "dumb"],
)
def test_other_texts_are_not(
    monkeypatch: pytest.MonkeyPatch, paged: Path, arguments: list[str], environment: dict[str, str]
) -> None:
    """A text that fits, JSON, or a terminal without a pager: it is printed."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert "Origin Is Unreachable" in shown(monkeypatch, *arguments)
    assert not paged.exists()


def test_a_pipe_is_not_paged(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], paged: Path) -> None:
    """Whatever its length."""
    monkeypatch.setenv("LINES", "1")
    main(["523"])

    assert f"{explain(523):long}\n" == capsys.readouterr().out
    assert not paged.exists()


def test_a_pager_that_is_left_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reader has read enough, which is no error."""
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("PAGER", "true")

    assert "" == shown(monkeypatch, "4xx")


# --- a real terminal ----------------------------------------------------------------------------------


def in_terminal(
    *arguments: str, columns: int = 80, lines: int = 24, keys: bytes = b"", **environment: str
) -> tuple[int, str]:
    """Run the command in a terminal of this size; return its exit status and what the terminal got."""
    pty = pytest.importorskip("pty", reason="needs a Unix")
    termios: Any = pytest.importorskip("termios")
    here, there = pty.openpty()
    termios.tcsetwinsize(there, (lines, columns))
    own = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    command = [sys.executable, "-m", "httpcodes_explained", *arguments]
    with subprocess.Popen(
        command, stdin=there, stdout=there, stderr=there, env={**own, **environment}, start_new_session=True
    ) as process:
        os.close(there)
        os.write(here, keys)
        received = b""
        # Linux reports the end of a terminal as an error.
        with contextlib.suppress(OSError):
            while part := os.read(here, 65536):
                received += part
        os.close(here)
    return process.returncode, received.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_gets_its_width_and_colour(columns: int) -> None:
    """The size is asked of the terminal itself."""
    status, text = in_terminal("523", columns=columns)
    plain = ESCAPE.sub("", text)

    assert 0 == status
    assert text != plain
    widest = max(len(line) for line in plain.splitlines() if "://" not in line)
    assert min(columns, WIDEST) - 12 < widest <= min(columns, WIDEST)


def test_a_terminal_without_a_question() -> None:
    """Without codes nothing is read from a terminal: the help comes at once."""
    status, text = in_terminal()

    assert 2 == status
    assert "usage: httpcodes" in text


def test_a_response_pasted_into_a_terminal() -> None:
    """A hyphen has it read to the end that Ctrl-D marks."""
    status, text = in_terminal("-", "--short", keys=b"HTTP/1.1 404 Not Found\n\n\x04", TERM="dumb")

    assert 0 == status
    assert text.endswith(f"{explain(404)}\n")


def test_less_shows_it() -> None:
    """A real pager shows the first screen in colour, and gives the terminal back when its reader leaves."""
    program("less", "less")
    status, text = in_terminal("nginx:499", keys=b"q", PAGER="less")

    assert 0 == status
    assert "\x1b[1m Client Closed Request (nginx)\x1b[0m" in text
    assert "Sources" not in text
