"""The command httpcodes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from httpcodes_explained import explain
from httpcodes_explained.cli import main


def test_one_code(capsys: pytest.CaptureFixture[str]) -> None:
    """A code prints its long form, and exits with 0."""
    assert 0 == main(["523"])
    assert f"{explain(523):long}\n" == capsys.readouterr().out


def test_several_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """Each code prints a line; an unknown one goes to the errors, and the exit status is 1."""
    assert 1 == main(["--short", "404", "nothing-like-it", "nginx:499", "471"])
    output = capsys.readouterr()
    assert [str(explain(code)) for code in (404, "nginx:499", 471)] == output.out.splitlines()
    assert "httpcodes: no status code answers to 'nothing-like-it'" in output.err


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to explain is wrong usage."""
    with pytest.raises(SystemExit, match="2"):
        main([])
    assert "usage: httpcodes" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [[str(Path(sys.executable).with_name("httpcodes"))], [sys.executable, "-m", "httpcodes_explained"]]
)
def test_installed_command(command: list[str]) -> None:
    """The script and the module do the same."""
    result = subprocess.run([*command, "--short", "404"], capture_output=True, text=True, check=True)

    assert f"{explain(404)}\n" == result.stdout
