"""
pytest: who answered and why, beneath a test that failed on a status.

It is opt-in: ``pytest -p httpcodes_explained.integrations.pytest``, or in pyproject.toml
``addopts = ["-p", "httpcodes_explained.integrations.pytest"]``.

A failed assertion that names a response, or a status taken from one, gains a section; an exception that
bears a status gains a note. A test that passes costs nothing, and no outcome changes.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from typing import Any

import pytest

from httpcodes_explained import Explanation, annotate
from httpcodes_explained._notes import explanation_of, note_text

SECTION = "HTTP status"
"""The title of the section."""

_STATUS_NAMES = ("status", "status_code")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Explain the failure before the report is made, and add the section to it."""
    texts: list[str] = []
    # Whatever goes wrong here must not take the place of the test's own failure.
    with suppress(Exception):
        if call.excinfo is not None:
            annotate(call.excinfo.value)
            texts = _texts_about(call.excinfo)
    report = yield
    if report.failed and texts:
        report.sections.append((SECTION, "\n\n".join(texts)))
    return report


def _texts_about(failure: pytest.ExceptionInfo[BaseException]) -> list[str]:
    """Return a text for each failed response that the statement which failed speaks of."""
    if not failure.errisinstance(AssertionError):
        return []
    entry = failure.traceback[-1]
    found = _explanations_in(str(entry.statement), {**entry.frame.f_globals, **entry.frame.f_locals})
    return list(dict.fromkeys(note_text(explanation) for explanation in found if not explanation.is_success))


def _explanations_in(statement: str, names: Mapping[str, Any]) -> Iterator[Explanation]:
    for node in ast.walk(ast.parse(textwrap.dedent(statement))):
        if isinstance(node, ast.Name | ast.Attribute):
            value = _value_of(node, names)
            # Any number may be compared with 200; only one that is called a status is one.
            is_status = type(value) is int and _last_name(node).endswith(_STATUS_NAMES) and isinstance(node, ast.Name)
            if is_status or not isinstance(value, int | str | type(None)):
                explanation = explanation_of(value)
                if explanation is not None:
                    yield explanation


def _value_of(node: ast.expr, names: Mapping[str, Any]) -> object:
    """Return what a name, or a chain of attributes of one, stands for; None where it is neither."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(_value_of(node.value, names), node.attr, None)
    return None


def _last_name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr
