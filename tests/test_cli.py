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
from typing import Any

import jsonschema
import pytest

import httpcodes_explained
from httpcodes_explained import (
    Confidence,
    Emitter,
    Fault,
    Registry,
    RetryAdvice,
    SeenIn,
    State,
    VendorKind,
    _commands,
    cli,
    compare,
    explain,
    search,
)
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


def test_many_unknown_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """What is known is explained, and several long forms stand apart."""
    assert 1 == main(["404", "nothing-like-it", "523", "502.5"])
    output = capsys.readouterr()

    assert f"{explain(404):long}\n\n{explain(523):long}\n" == output.out
    unknown, ambiguous = output.err.splitlines()
    assert "to look for words: httpcodes search WORD" in unknown
    assert "has several meanings: ask for one of" in ambiguous


@pytest.mark.parametrize("code", ["0", "000"])
def test_no_response(capsys: pytest.CaptureFixture[str], code: str) -> None:
    """What curl writes where no response came was sent by nobody."""
    assert 1 == main([code])
    assert "\nWho sent it\n  The client itself: no server sent this status.\n" in capsys.readouterr().out


def test_near_misses(capsys: pytest.CaptureFixture[str]) -> None:
    """A typo in a code is answered with the codes that come close, first the one with a digit for the letter."""
    assert 1 == main(["cloudflare:1O20"])
    assert re.search(r"did you mean cloudflare:1020\b", capsys.readouterr().err)


def test_vendor(capsys: pytest.CaptureFixture[str]) -> None:
    """--vendor settles whose number it is, wherever it stands."""
    assert 0 == main(["--short", "--vendor", "Shopify", "530"])
    assert 0 == main(["530", "--short", "--vendor=shopify"])
    assert f"{explain('shopify:530')}\n" * 2 == capsys.readouterr().out


@pytest.mark.parametrize(
    ("vendor", "guess"), [("ngnix", "did you mean nginx?"), ("qqqqqqqq", "see httpcodes vendors")], ids=["near", "far"]
)
@pytest.mark.parametrize("arguments", [["404"], ["list"], ["search", "gone"]])
def test_unknown_vendor(capsys: pytest.CaptureFixture[str], vendor: str, guess: str, arguments: list[str]) -> None:
    """It is wrong usage, and the nearest is named."""
    with pytest.raises(SystemExit, match="2"):
        main([*arguments, "--vendor", vendor])
    assert f"no vendor has the id {vendor!r}; {guess}" in capsys.readouterr().err


# --- commands -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [[], ["--json"], ["--color", "never"], ["--vendor", "iana"]])
def test_options_may_stand_before_the_command(capsys: pytest.CaptureFixture[str], before: list[str]) -> None:
    """The command is the first word that is no option."""
    assert 0 == main([*before, "search", "gone"])
    assert "Gone" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize("arguments", [["explain", "list"], ["--", "list"], ["--short", "explain", "list"]])
def test_a_word_that_is_a_command_too(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """It can be asked for as a code: behind explain, or behind two hyphens."""
    assert 1 == main(arguments)
    assert "no status code answers to 'list'" in capsys.readouterr().err


def test_explain_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    """With the command or without, the output is the same."""
    assert [0, 0] == [main(["404", "--short"]), main(["explain", "404", "--short"])]
    assert f"{explain(404)}\n" * 2 == capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [(["serach", "x"], "search"), (["lists", "--class", "4xx"], "list"), (["vendor"], "vendors")],
)
def test_a_misspelt_command(capsys: pytest.CaptureFixture[str], arguments: list[str], meant: str) -> None:
    """It is wrong usage, and the nearest command is named."""
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert f"; did you mean {meant}?" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["gone", "conflict"])
def test_a_code_that_looks_like_a_command(capsys: pytest.CaptureFixture[str], code: str) -> None:
    """A name in lower case is a code."""
    assert 0 == main(["--short", code])
    assert f"{explain(code)}\n" == capsys.readouterr().out


def test_a_code_that_is_nearly_a_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A code comes before what a typo might mean."""
    monkeypatch.setitem(cli.COMMANDS, "gones", cli.COMMANDS["list"])

    assert 0 == main(["--short", "gone"])
    assert f"{explain(410)}\n" == capsys.readouterr().out


@pytest.mark.parametrize("name", ["4xx", "4XX", "1xx"])
def test_a_class(capsys: pytest.CaptureFixture[str], registry: Registry, name: str) -> None:
    """A class is all its codes, each in one line that begins with its id."""
    assert 0 == main([name])

    expected = [(record.id, f"{record.name}: {record.summary}") for record in registry.codes(status_class=name)]
    assert expected == [tuple(line.split(maxsplit=1)) for line in capsys.readouterr().out.splitlines()]


def test_a_class_short_or_as_json(capsys: pytest.CaptureFixture[str], registry: Registry) -> None:
    """--short and --json print what they print of each code; --vendor leaves its own ones."""
    assert [0, 0] == [main(["5xx", "--vendor", "cloudflare", form]) for form in ("--short", "--json")]
    lines = capsys.readouterr().out.splitlines()

    found = [explain(record.id) for record in registry.codes(status_class="5xx", vendor="cloudflare")]
    assert lines[: len(found)] == [str(explanation) for explanation in found]
    assert [json.loads(line) for line in lines[len(found) :]] == [explanation.to_dict() for explanation in found]


def ids(output: str) -> list[str]:
    """Return the first column."""
    return [line.split()[0] for line in output.splitlines()]


@pytest.mark.parametrize("options", [[], ["--short"], ["--json"]], ids=str)
def test_a_class_of_which_a_vendor_has_no_status(capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    """It is unknown like any other code, and nothing is printed for it."""
    assert 1 == main(["2XX", "--vendor", "heroku", *options])
    output = capsys.readouterr()

    assert "" == output.out
    assert "httpcodes: no status code answers to '2xx'; heroku has no status of that class\n" == output.err


def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    """The words are one question; the best answer stands first."""
    assert 0 == main(["search", "too", "many", "requests"])
    assert [record.id for record in search("too many requests")] == ids(capsys.readouterr().out)


def test_search_within_limits(capsys: pytest.CaptureFixture[str]) -> None:
    """--limit and --vendor narrow it; --json prints records."""
    assert 0 == main(["search", "closed", "--limit", "2", "--vendor", "nginx", "--json"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert [record.to_dict() for record in search("closed", limit=2, vendor="nginx")] == records


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1.5"])
def test_search_refuses_other_limits(capsys: pytest.CaptureFixture[str], limit: str) -> None:
    """A limit is a number above 0."""
    with pytest.raises(SystemExit, match="2"):
        main(["search", "gone", f"--limit={limit}"])
    assert f"{limit!r} is no number above 0" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["search", "qqqqqqqqqqqq"], ["list", "--vendor", "nginx", "--class", "1xx"]])
def test_nothing_found(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """No answer is said, and seen from the exit status."""
    assert 1 == main(arguments)
    assert ("", "httpcodes: nothing found\n") == capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "filters"),
    [
        ([], {}),
        (["--vendor", "nginx"], {"vendor": "nginx"}),
        (["--class", "5XX", "--state", "Assigned"], {"status_class": "5xx", "state": "assigned"}),
        (["--subcodes", "--vendor", "iis"], {"subcodes": True, "vendor": "iis"}),
    ],
)
def test_list(
    capsys: pytest.CaptureFixture[str], registry: Registry, arguments: list[str], filters: dict[str, Any]
) -> None:
    """Each filter is that of `Registry.codes`."""
    assert 0 == main(["list", *arguments])
    assert [record.id for record in registry.codes(**filters)] == ids(capsys.readouterr().out)


def test_list_of_a_number(capsys: pytest.CaptureFixture[str], registry: Registry) -> None:
    """It has every vendor's meaning, and with the sub-codes all that ride on it."""
    assert 0 == main(["list", "--code", "503"])
    assert {record.id for record in registry.meanings(503)} == set(ids(capsys.readouterr().out))
    assert 0 == main(["list", "--code", "503", "--vendor", "heroku", "--subcodes"])
    assert {"heroku:503", "heroku:H12"} < set(ids(capsys.readouterr().out))
    assert 1 == main(["list", "--code", "471"])


def test_compare(capsys: pytest.CaptureFixture[str]) -> None:
    """The codes stand side by side; as JSON, one record a line."""
    assert [0, 0] == [main(["compare", "400", "422", *form]) for form in ([], ["--json"])]
    *text, first, second = capsys.readouterr().out.splitlines()

    comparison = compare(400, 422)
    assert str(comparison).splitlines() == text
    assert comparison.to_dict() == {"codes": [json.loads(first), json.loads(second)]}


def test_compare_unknown_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """One that is unknown cannot be compared."""
    assert 1 == main(["compare", "400", "nothing-like-it"])
    output = capsys.readouterr()
    assert "" == output.out
    assert "httpcodes: no status code answers to 'nothing-like-it'" in output.err


def test_vendors(capsys: pytest.CaptureFixture[str], registry: Registry) -> None:
    """Each vendor has a row; as JSON, an object."""
    assert [0, 0] == [main(["vendors", *form]) for form in ([], ["--json"])]
    lines = capsys.readouterr().out.splitlines()

    half = len(lines) // 2
    assert [vendor.id for vendor in registry.vendors()] == ids("\n".join(lines[:half]))
    assert [vendor.name for vendor in registry.vendors()] == [json.loads(line)["name"] for line in lines[half:]]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version is that of the distribution."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert f"httpcodes {httpcodes_explained.__version__}\n" == capsys.readouterr().out  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Each command explains itself."""
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])
    assert "usage: httpcodes" in capsys.readouterr().out


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the command itself lists the others."""
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    output = capsys.readouterr().out
    assert all(f"\n  {name:<12}{command.help}\n" in output for name, command in cli.COMMANDS.items())


# --- JSON ---------------------------------------------------------------------------------------------


@pytest.fixture(name="schema")
def _schema(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return the JSON Schema that the command prints."""
    assert 0 == main(["schema"])
    schema: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def valid(schema: dict[str, Any], output: str, definition: str = "") -> int:
    """Check each line of an output, and that it has no key that the schema does not name; return their number."""
    parts = schema["$defs"]
    part = parts[definition] if definition else schema
    validator = jsonschema.Draft202012Validator(
        {**part, "$defs": parts}, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    lines = [json.loads(line) for line in output.splitlines()]
    for line in lines:
        validator.validate(line)
        assert list(part["properties"]) == list(line)
        assert "record" not in line or list(parts["record"]["properties"]) == list(line["record"])
    return len(lines)


def test_every_explanation_keeps_the_schema(
    capsys: pytest.CaptureFixture[str], schema: dict[str, Any], registry: Registry
) -> None:
    """What --json prints of each status, of a sub-code of each vendor, of unknown numbers and of no response."""
    subcodes = {record.vendor: record.id for record in registry.codes(subcodes=True) if record.subcode is not None}
    asked = [*(record.id for record in registry.codes()), *subcodes.values()]
    asked += ["000", "471", "999", "HTTP/1.1 404 Gone Fishing", "envoy:UF,URX"]
    main(["--json", *asked])

    assert len(asked) == valid(schema, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "definition"),
    [
        (["list", "--subcodes"], "record"),
        (["search", "gone"], "record"),
        (["compare", "400", "422"], "record"),
        (["vendors"], "vendor"),
    ],
    ids=["list", "search", "compare", "vendors"],
)
def test_every_record_keeps_the_schema(
    capsys: pytest.CaptureFixture[str], schema: dict[str, Any], arguments: list[str], definition: str
) -> None:
    """The other commands print records and vendors, which the schema defines too."""
    assert 0 == main([*arguments, "--json"])
    assert valid(schema, capsys.readouterr().out, definition)


def test_the_schema_knows_every_word(schema: dict[str, Any]) -> None:
    """The closed vocabularies are whole, and every key is required."""
    records, vendors = schema["$defs"]["record"]["properties"], schema["$defs"]["vendor"]["properties"]
    emitters = list(map(str, Emitter))

    assert [*emitters, None] == schema["properties"]["emitter"]["enum"]
    assert emitters == records["typical_emitters"]["items"]["enum"]
    assert list(map(str, SeenIn)) == records["seen_in"]["items"]["enum"]
    assert list(map(str, Confidence)) == schema["properties"]["confidence"]["enum"]
    assert list(map(str, VendorKind)) == vendors["kind"]["enum"]
    for key, vocabulary in {"state": State, "fault": Fault, "retry_advice": RetryAdvice}.items():
        assert list(map(str, vocabulary)) == records[key]["enum"]
    assert all(list(part["properties"]) == part["required"] for part in (schema, *schema["$defs"].values()))


def test_json_is_ascii() -> None:
    """What the terminal's encoding lacks is escaped as JSON has it, not as Python has it."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "httpcodes_explained", "list", "--json"]
    result = subprocess.run(command, capture_output=True, env=environment, check=True)

    assert all(json.loads(line) for line in result.stdout.decode("ascii").splitlines())


# --- running ------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    "arguments",
    [["export", "--format", "ndjson"], ["export", "--format", "csv"], ["404"] * 500, ["list", "--subcodes"]],
)
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


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the command with the status that shells expect."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_commands, "explain_one", interrupt)
    assert 130 == main(["404"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device of Linux")
@pytest.mark.parametrize("arguments", [["404"], ["export"]])
def test_a_full_disk(arguments: list[str]) -> None:
    """Output that cannot be written is an error in one line."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "httpcodes_explained", *arguments]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert 2 == result.returncode
    assert result.stderr.startswith("httpcodes: ")
    assert 1 == result.stderr.count("\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device of Linux")
def test_a_full_disk_at_the_last_flush(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is still buffered then causes no error later either."""
    with Path("/dev/full").open("w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert 2 == main(["--short", "404"])
        output.flush()
    assert capsys.readouterr().err.startswith("httpcodes: ")


def test_no_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process may have no standard output at all."""
    monkeypatch.setattr(sys, "stdout", None)
    assert 0 == main(["404"])
    sys.stdout.close()


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
