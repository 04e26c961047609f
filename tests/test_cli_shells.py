"""What shells and man get: completion, tried in each shell, and the page that `man httpcodes` shows."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pytest

import httpcodes_explained
from httpcodes_explained import codes
from httpcodes_explained._commands import COMPLETIONS
from httpcodes_explained.cli import COMMANDS, main, parser_of
from tests.regenerate import PACKAGE
from tests.servers import program

SHARE = PACKAGE / "share"
NUMBERS = {str(record.code) for record in codes(vendor="iana")}
CLASSES = {"1xx", "2xx", "3xx", "4xx", "5xx"}


def long_options(name: str) -> set[str]:
    """Return the long options of a command."""
    return {option for action in parser_of(name)._actions for option in action.option_strings if option[:2] == "--"}


def choices(name: str, option: str) -> set[str]:
    """Return the values that an option of a command may have."""
    (action,) = (action for action in parser_of(name)._actions if option in (*action.option_strings, action.dest))
    assert action.choices is not None
    return set(action.choices)


def own_ids(vendor: str) -> set[str]:
    """Return the ids of a vendor's codes and sub-codes."""
    return {record.id for record in codes(vendor=vendor, subcodes=True)}


@pytest.fixture(name="path", scope="module")
def _path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a search path on which the command is the one of these tests."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "httpcodes"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m httpcodes_explained "$@"\n')
    command.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def from_bash(line: str, path: str) -> set[str]:
    """Return what bash offers at the end of a line: whole words."""
    # Where a colon parts words, bash wants what follows the last one.
    script = """
        source "$1"; COMP_LINE=$2; COMP_POINT=${#2}; _httpcodes
        current=${2##* }; before=""
        if [[ $current == *:* ]]; then before=${current%:*}:; fi
        for word in "${COMPREPLY[@]}"; do echo "$before$word"; done
    """
    command = [program("bash", "bash"), "--norc", "-c", script, "bash", SHARE / "httpcodes.bash", line]
    return offered(command, path)


def from_fish(line: str, path: str) -> set[str]:
    """Return what fish offers at the end of a line."""
    script = f"source '{SHARE / 'httpcodes.fish'}'; complete --do-complete '{line}'"
    return offered([program("fish", "fish"), "--no-config", "--command", script], path)


def offered(command: list[Any], path: str) -> set[str]:
    """Return the first column of what a shell prints, without any complaint."""
    result = subprocess.run(command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True)
    assert "" == result.stderr
    return {row.split("\t")[0] for row in result.stdout.splitlines()}


# zsh completes only for who types into a terminal. What it would offer is written to a file on the way.
ZSH = """
    autoload -Uz compinit; compinit -u -D; bindkey -e; bindkey '^T' list-choices; PROMPT=READY
    source "$SCRIPT"
    compadd() {
        if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then
            local -a offered
            builtin compadd -O offered "$@"
            print -rl -- ${(@)offered/#/$IPREFIX} >>"$OFFERED"
        fi
        builtin compadd "$@"
    }
"""


def from_zsh(line: str, path: str) -> set[str]:
    """Return what zsh offers at the end of a line."""
    shell = program("zsh", "zsh")
    pty = pytest.importorskip("pty", reason="needs a Unix")
    with tempfile.TemporaryDirectory() as home:
        Path(home, ".zshrc").write_text(ZSH)
        file = Path(home, "offered")
        file.touch()
        own = {"PATH": path, "ZDOTDIR": home, "TERM": "dumb", "SCRIPT": str(SHARE / "_httpcodes"), "OFFERED": str(file)}
        here, there = pty.openpty()
        ends: dict[str, Any] = {"stdin": there, "stdout": there, "stderr": there}
        with subprocess.Popen(
            [shell, "-d", "-i"], **ends, env={**os.environ, **own}, start_new_session=True
        ) as process:
            os.close(there)
            seen = b""
            while b"READY" not in seen:
                seen += os.read(here, 65536)
            # The line, the key that lists, and away with the line.
            os.write(here, line.encode() + b"\x14\x15exit\n")
            # Linux reports the end of a terminal as an error.
            with contextlib.suppress(OSError):
                while os.read(here, 65536):
                    pass
            os.close(here)
        assert 0 == process.returncode
        return set(file.read_text().split())


Offer = Callable[[str], set[str]]

SHELLS = {"bash": from_bash, "zsh": from_zsh, "fish": from_fish}


@pytest.fixture(name="offer", params=SHELLS)
def _offer(request: pytest.FixtureRequest, path: str) -> Offer:
    """Return a function from a line to what one of the shells offers at its end; bash offers prefixes with a colon."""
    shell = SHELLS[request.param]
    return lambda line: {word.rstrip(":") for word in shell(line, path)}


def test_commands_and_codes(offer: Offer) -> None:
    """The first word is a command, a class, a number, or a vendor, behind which its ids come."""
    vendors = {vendor.id for vendor in httpcodes_explained.vendors()}
    assert {*COMMANDS, *CLASSES, *NUMBERS, *vendors} == offer("httpcodes ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("httpcodes comp", {"compare", "completion"}),
        ("httpcodes 41", {number for number in NUMBERS if number.startswith("41")}),
        ("httpcodes 404 nginx:49", {name for name in own_ids("nginx") if name.startswith("nginx:49")}),
        ("httpcodes compare iis:404.1", {name for name in own_ids("iis") if name.startswith("iis:404.1")}),
        ("httpcodes explain openr", {"openresty"}),
        ("httpcodes --vendor ngin", {"nginx"}),
        ("httpcodes search --vendor ngin", {"nginx"}),
        ("httpcodes --short comp", {"compare", "completion"}),
        ("httpcodes search 40", set()),
        ("httpcodes nosuchvendor:4", set()),
        ("httpcodes --color ", choices("explain", "--color")),
        ("httpcodes list --class ", choices("list", "--class")),
        ("httpcodes list --state ", choices("list", "--state")),
        ("httpcodes export --format ", choices("export", "--format")),
        ("httpcodes completion ", choices("completion", "shell")),
    ],
)
def test_words(offer: Offer, line: str, expected: set[str]) -> None:
    """Each place offers what may stand there, and nothing else."""
    assert expected == offer(line)


@pytest.mark.parametrize("name", COMMANDS)
def test_options(offer: Offer, name: str) -> None:
    """Each command offers its own options, all of them."""
    assert long_options(name) == offer(f"httpcodes {name} --")


@pytest.mark.parametrize(("shell", "name"), COMPLETIONS.items())
def test_the_script_is_printed(capsys: pytest.CaptureFixture[str], shell: str, name: str) -> None:
    """`httpcodes completion` prints the file that is installed."""
    assert 0 == main(["completion", shell])
    assert (SHARE / name).read_text() == capsys.readouterr().out


def manual() -> str:
    """Return the manual page as text without its markup."""
    text = (SHARE / "httpcodes.1").read_text()
    return re.sub(r"\\f[A-Z]|\"", "", text.replace("\\-", "-"))


def test_the_manual_names_every_option() -> None:
    """It knows each command and option, and no other option."""
    options = set().union(*map(long_options, COMMANDS))

    assert options == set(re.findall(r"(?<!\S)--[a-z]+", manual()))
    assert set(COMMANDS) <= set(re.findall(r"^\.BI? ([a-z]+)", manual(), re.MULTILINE))


def test_the_manual_names_every_choice() -> None:
    """What an option may be is named with it."""
    words = set(re.findall(r"[\w]+", manual()))

    for name, option in (("explain", "--color"), ("list", "--state"), ("export", "--format"), ("completion", "shell")):
        assert choices(name, option) <= words


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("man/man1/httpcodes.1", "httpcodes.1"),
        ("bash-completion/completions/httpcodes", "httpcodes.bash"),
        ("zsh/site-functions/_httpcodes", "_httpcodes"),
        ("fish/vendor_completions.d/httpcodes.fish", "httpcodes.fish"),
    ],
)
def test_the_wheel_puts_them_where_they_are_looked_for(place: str, name: str) -> None:
    """The files stand beneath ``share``, where shells and man look."""
    installed = [file for file in files("httpcodes-explained") or () if file.as_posix().endswith(f"share/{place}")]
    if not installed:
        pytest.skip("needs the package installed from its wheel")

    assert [(SHARE / name).read_text()] == [Path(file.locate()).read_text() for file in installed]
