"""The command httpcodes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from httpcodes_explained import Registry, explain
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


@pytest.mark.parametrize("arguments", [["export"], ["export", "--format", "json"]])
def test_export_json(capsys: pytest.CaptureFixture[str], arguments: list[str], registry: Registry) -> None:
    """JSON, which is what export writes unless told, is an array of all records."""
    assert 0 == main(arguments)
    assert registry.to_records() == json.loads(capsys.readouterr().out)


def test_export_ndjson(capsys: pytest.CaptureFixture[str], registry: Registry) -> None:
    """NDJSON is one object a line."""
    assert 0 == main(["export", "--format", "ndjson"])
    assert registry.to_records() == list(map(json.loads, capsys.readouterr().out.splitlines()))


def test_export_csv(capsys: pytest.CaptureFixture[str], registry: Registry) -> None:
    """CSV has a header and a row for each record; None is empty, true and false are lower case."""
    assert 0 == main(["export", "--format", "csv"])
    header, *rows = csv.reader(io.StringIO(capsys.readouterr().out))

    records = registry.to_records()
    assert list(records[0]) == header
    words = {None: "", True: "true", False: "false"}
    assert [[words[v] if v is None or isinstance(v, bool) else str(v) for v in r.values()] for r in records] == rows


def test_export_to_a_stream_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """CSV goes to any standard output, also one that has no encoding to set."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert 0 == main(["export", "--format", "csv"])
    assert sys.stdout.getvalue().startswith("id,code,subcode,")  # type: ignore[attr-defined]


def test_export_csv_is_utf_8(tmp_path: Path) -> None:
    """The file is UTF-8 in every locale, and spreadsheets take no cell for a formula, but for HAProxy's states."""
    path = tmp_path / "codes.csv"
    with path.open("wb") as file:
        command = [sys.executable, "-m", "httpcodes_explained", "export", "--format", "csv"]
        subprocess.run(command, stdout=file, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})

    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"))))
    assert len(rows) > 200
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    assert all(re.fullmatch("-{1,3}[A-Z]-{0,2}", cell) for row in rows for cell in row if cell.startswith("-"))


def test_export_refuses_other_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """A format that there is not is wrong usage, and the answer names those that there are."""
    with pytest.raises(SystemExit, match="2"):
        main(["export", "--format", "xml"])
    errors = capsys.readouterr().err
    assert "usage: httpcodes export" in errors
    assert all(name in errors for name in ("json", "ndjson", "csv"))


@pytest.mark.parametrize("arguments", [["export", "--format", "ndjson"], ["export", "--format", "csv"], ["404"] * 500])
def test_reader_gone(arguments: list[str]) -> None:
    """Piped into head the command ends quietly, with the status that shells expect."""
    command = subprocess.Popen(
        [sys.executable, "-m", "httpcodes_explained", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with command:
        assert command.stdout is not None
        assert command.stderr is not None
        assert command.stdout.readline()
        command.stdout.close()
        errors = command.stderr.read()

    assert b"" == errors
    assert 141 == command.returncode


def test_reader_gone_before_the_last_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is still buffered when the reader goes causes no error later either."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as output:  # noqa: PTH123 (it is a file descriptor)
        monkeypatch.setattr(sys, "stdout", output)
        assert 141 == main(["--short", "404"])
        output.flush()


def test_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m httpcodes_explained` exits with the command's status."""
    monkeypatch.setattr(sys, "argv", ["httpcodes", "--short", "404"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("httpcodes_explained", run_name="__main__")

    assert f"{explain(404)}\n" == capsys.readouterr().out


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints one object a line."""
    assert 0 == main(["--json", "404", "nginx:499"])

    lines = capsys.readouterr().out.splitlines()
    assert [explain(404).to_dict(), explain("nginx:499").to_dict()] == [json.loads(line) for line in lines]


def test_a_terminal_that_lacks_a_letter() -> None:
    """Names in other scripts do not end the command where the terminal cannot show them."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "httpcodes_explained", *map(str, range(400, 640))]
    result = subprocess.run(command, capture_output=True, env=environment, check=False)

    assert (1, b"") == (result.returncode, result.stderr)
    assert result.stdout.isascii()
