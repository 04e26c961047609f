"""What README.md shows in the terminal; its Python examples run by themselves."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from httpcodes_explained.cli import main

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ httpcodes (.*)\n((?:[^$`].*\n)+)", README, re.MULTILINE)
assert COMMANDS, "README shows no command"


@pytest.mark.parametrize(("arguments", "output"), COMMANDS)
def test_the_outputs_shown_are_the_real_ones(arguments: str, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A command that README shows prints what README shows."""
    main(shlex.split(arguments, comments=True))

    assert output == capsys.readouterr().out
