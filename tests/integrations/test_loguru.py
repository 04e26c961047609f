"""The patcher, in loguru's own logger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import loguru
import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import UnknownCodeError
from httpcodes_explained.integrations._log_fields import KEYS
from httpcodes_explained.integrations.loguru import ExplainPatcher
from tests.integrations.broken import BROKEN, VALUES

SUMMARY = "Nothing is there for this URL now, or the server will not admit that something is."
NOT_FOUND = {"http_status_id": "404", "http_status_name": "Not Found", "http_status_summary": SUMMARY}


@pytest.fixture(name="lines")
def _lines() -> Iterator[Callable[[str], list[str]]]:
    """Return a function that adds a sink and gives the list of what it writes."""
    loguru.logger.remove()

    def sink(form: str = "{extra}", **options: Any) -> list[str]:
        lines: list[str] = []
        loguru.logger.add(lines.append, format=form, catch=False, **options)
        return lines

    yield sink
    loguru.logger.remove()
    loguru.logger.configure(patcher=lambda record: None)


def test_patch(lines: Callable[..., list[str]]) -> None:
    """A message that bears a status gets the fields, one that bears none does not, and other patchers stay."""
    written = lines(serialize=True)
    logger = loguru.logger.patch(lambda record: record["extra"].update(own=1)).patch(ExplainPatcher())
    logger.info("fetched", status=404)
    logger.bind(http_status=404).info("fetched")
    logger.info("started")

    assert [json.loads(line)["record"]["extra"] for line in written] == [
        {"status": 404, "own": 1, **NOT_FOUND},
        {"http_status": 404, "own": 1, **NOT_FOUND},
        {"own": 1},
    ]


def test_configure(lines: Callable[..., list[str]]) -> None:
    """Configured for the whole program, with `always`, a format may name a field."""
    written = lines("{message} [{extra[http_status_name]}]")
    loguru.logger.configure(patcher=ExplainPatcher(fields=["name"], vendor="esri", min_status=400, always=True))
    loguru.logger.info("a", status=499)
    loguru.logger.info("b", status=200)
    loguru.logger.info("c")

    assert [str(line) for line in written] == ["a [Token Required]\n", "b [-]\n", "c [-]\n"]


def test_own_fields_stay_and_twice_is_once(lines: Callable[..., list[str]]) -> None:
    """A field of the program's own is kept, and a second patcher changes nothing."""
    written = lines("{extra[http_status_name]} {extra[http_status_id]}")
    logger = loguru.logger.patch(ExplainPatcher()).patch(ExplainPatcher(vendor="esri"))
    logger.info("fetched", status=499, http_status_name="mine")

    assert [str(line) for line in written] == ["mine nginx:499\n"]


def test_unknown_vendor() -> None:
    """A misspelt vendor is reported when the patcher is made."""
    with pytest.raises(UnknownCodeError, match="ngnix"):
        ExplainPatcher(vendor="ngnix")


def test_a_wrong_min_status() -> None:
    """It is reported when the patcher is made."""
    with pytest.raises(TypeError, match="min_status: expected an int"):
        ExplainPatcher(min_status="400")  # type: ignore[arg-type]


@given(extra=st.dictionaries(st.sampled_from([*KEYS, "other", "http_status_id"]), VALUES), always=st.booleans())
def test_any_record_passes(extra: dict[str, Any], always: bool) -> None:
    """Whatever `extra` holds, nothing is raised, and only keys of ours are added."""
    before = dict(extra)
    ExplainPatcher(always=always)({"extra": extra})

    assert all(extra[key] is value for key, value in before.items())
    assert extra.keys() - before.keys() <= NOT_FOUND.keys()


@pytest.mark.parametrize("record", [{}, {"extra": None}, {"extra": BROKEN}], ids=["empty", "none", "broken"])
def test_what_is_no_record_passes(record: dict[str, Any]) -> None:
    """A record without `extra` is left alone."""
    before = list(record)
    ExplainPatcher(always=True)(record)

    assert before == list(record)
