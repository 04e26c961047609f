"""The pytest plugin, in runs of pytest of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.servers import nginx

pytest_plugins = ["pytester"]

PLUGIN = ("-p", "httpcodes_explained.integrations.pytest")
ANSWERS = """
import pytest

class Answer:
    def __init__(self, status_code):
        self.status_code = status_code
        self.ok = status_code < 400
        self.headers = {}

class Case:
    answer = Answer(523)

@property
def raising(self):
    raise RuntimeError

Answer.raising = raising
answer = Answer(523)
"""
EXPECTED = [
    "*- HTTP status -*",
    "HTTP 523 Origin Is Unreachable (Cloudflare): *",
    "Retry: after a wait, with any method*",
]


def run(pytester: pytest.Pytester, test: str, *options: str) -> pytest.RunResult:
    """Run one test."""
    pytester.makepyfile(ANSWERS + test)
    return pytester.runpytest_inprocess(*PLUGIN, *options)


@pytest.mark.parametrize(
    "test",
    [
        "def test(): assert answer.status_code == 200",
        "def test(): assert answer.status_code in (200, 201), 'not what was asked'",
        "def test(): assert answer.ok",
        "def test(): assert 200 == Case.answer.status_code",
        "def test():\n    local = answer\n    assert (\n        local.status_code\n        == 200\n    )",
        "def test():\n    status = 523\n    assert status == 200",
        "def test():\n    last_status_code = 523\n    assert last_status_code == 200",
        "class Test:\n    def test(self):\n        self.answer = answer\n        assert self.answer.ok",
    ],
)
def test_failed_assertion_is_explained(pytester: pytest.Pytester, test: str) -> None:
    """The response that the failed statement speaks of is explained beneath it, once."""
    result = run(pytester, test)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(EXPECTED)
    assert 1 == result.stdout.str().count("HTTP 523 ")


@pytest.mark.parametrize(
    "test",
    [
        "def test(): assert len('x' * 523) == 200",
        "def test():\n    count = 523\n    assert count == 200",
        "def test(): assert Answer(200).status_code == 404",
        "def test():\n    good = Answer(200)\n    assert good.status_code == 404",
        "def test(): assert answer.raising",
        "def test(): raise ValueError(answer.status_code)",
        "def test(): pytest.fail('523')",
    ],
)
def test_other_failures_stay_as_they_are(pytester: pytest.Pytester, test: str) -> None:
    """Numbers that are no status, successes and other failures gain nothing."""
    result = run(pytester, test)

    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("*HTTP status*")
    result.stdout.no_fnmatch_line("*INTERNALERROR*")


@pytest.mark.parametrize(
    ("test", "outcome"),
    [
        ("def test(): assert answer.status_code == 523", "passed"),
        ("def test(): pytest.skip('no')", "skipped"),
        ("@pytest.mark.xfail\ndef test(): assert answer.status_code == 200", "xfailed"),
    ],
)
def test_outcomes_do_not_change(pytester: pytest.Pytester, test: str, outcome: str) -> None:
    """A test that did not fail has no section."""
    result = run(pytester, test, "-rA")

    result.assert_outcomes(**{outcome: 1})
    result.stdout.no_fnmatch_line("*HTTP status*")


def test_exception_gains_a_note(pytester: pytest.Pytester) -> None:
    """An exception that bears a status is annotated, and pytest prints the note."""
    test = "class Failed(Exception):\n    response = answer\n\ndef test(): raise Failed('no price')"
    result = run(pytester, test)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E*Failed: no price", "E*HTTP 523 Origin Is Unreachable (Cloudflare): *"])


@pytest.mark.parametrize(
    "test",
    [
        "def test():\n    answer = requests.get(URL)\n    assert answer.status_code == 200",
        "def test(): requests.get(URL).raise_for_status()",
    ],
)
def test_who_answered(pytester: pytest.Pytester, tmp_path: Path, test: str) -> None:
    """The server that made the error is named, be it beneath an assertion or in the note of an exception."""
    with nginx(tmp_path, "location = /busy { return 503; }") as url:
        result = run(pytester, f"import requests\n\nURL = '{url}/busy'\n\n{test}")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*HTTP 503 Service Unavailable (nginx): *", "*Sent by: nginx."])


def test_with_xdist(pytester: pytest.Pytester) -> None:
    """The section travels from a worker."""
    pytest.importorskip("xdist", reason="needs pytest-xdist")
    result = run(pytester, "def test(): assert answer.ok", "-n", "1")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(EXPECTED)


def test_in_a_process_of_its_own(pytester: pytest.Pytester) -> None:
    """The same holds where pytest is started anew; other failures and passes stay as they are."""
    tests = "def test(): assert answer.ok\n\ndef test_2(): raise ValueError\n\ndef test_3(): pass"
    pytester.makepyfile(ANSWERS + tests)
    result = pytester.runpytest_subprocess(*PLUGIN)

    result.assert_outcomes(failed=2, passed=1)
    result.stdout.fnmatch_lines(EXPECTED)


def test_it_is_opt_in(pytester: pytest.Pytester) -> None:
    """Without -p, nothing of it is loaded."""
    pytester.makepyfile(ANSWERS + "def test(): assert answer.ok")
    result = pytester.runpytest_subprocess()

    result.stdout.no_fnmatch_line("*HTTP status*")
