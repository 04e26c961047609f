"""The processor: in structlog's own chains, and on records of `logging` that structlog renders."""

from __future__ import annotations

import io
import json
import logging
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import UnknownCodeError
from httpcodes_explained.integrations._log_fields import KEYS, PLACES
from httpcodes_explained.integrations.structlog import ExplainProcessor
from tests.integrations.broken import BROKEN, VALUES

SUMMARY = "Nothing is there for this URL now, or the server will not admit that something is."
NOT_FOUND = {"http_status_id": "404", "http_status_name": "Not Found", "http_status_summary": SUMMARY}


def logged(*processors: Any, **event: Any) -> dict[str, Any]:
    """Return what a logger with these processors writes."""
    stream = io.StringIO()
    chain = [*processors, structlog.processors.JSONRenderer()]
    logger = structlog.wrap_logger(structlog.PrintLogger(stream), processors=chain, context_class=dict)
    logger.info("fetched", **event)
    line: dict[str, Any] = json.loads(stream.getvalue())
    return line


def rendered(record: logging.LogRecord, *chain: Any, pass_foreign_args: bool = False) -> dict[str, Any]:
    """Return what structlog's formatter makes of a record of `logging`."""
    formatter = structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
        foreign_pre_chain=chain,
        pass_foreign_args=pass_foreign_args,
    )
    line: dict[str, Any] = json.loads(formatter.format(record))
    return line


def test_event_with_a_status() -> None:
    """An event that bears a status gets the fields."""
    assert {"event": "fetched", "status": 404, **NOT_FOUND} == logged(ExplainProcessor(), status=404)


def test_event_without_a_status() -> None:
    """An event that bears none stays as it is."""
    assert {"event": "fetched", "state": 404} == logged(ExplainProcessor(), state=404)


def test_options() -> None:
    """Fields, vendor, the lowest status and `always` are as in the filter."""
    processor = ExplainProcessor(fields=["name"], vendor="esri", min_status=400, always=True)

    assert logged(processor, status=499)["http_status_name"] == "Token Required"
    assert logged(processor, status=200)["http_status_name"] == "-"


def test_unknown_vendor() -> None:
    """A misspelt vendor is reported when the processor is made."""
    with pytest.raises(UnknownCodeError, match="ngnix"):
        ExplainProcessor(vendor="ngnix")


def test_a_wrong_min_status() -> None:
    """It is reported when the processor is made."""
    with pytest.raises(TypeError, match="min_status: expected an int"):
        ExplainProcessor(min_status="400")  # type: ignore[arg-type]


def test_own_keys_stay_and_twice_is_once() -> None:
    """A key of the program's own is kept, and a second processor changes nothing."""
    once = logged(ExplainProcessor(), status=404, http_status_name="mine")
    twice = logged(ExplainProcessor(), ExplainProcessor(vendor="nginx"), status=404, http_status_name="mine")

    assert once["http_status_name"] == "mine"
    assert once == twice


def test_foreign_record_with_extra() -> None:
    """Behind ExtraAdder the status in a foreign record's `extra` is found."""
    record = logging.getLogger("django.request").makeRecord(
        "django.request", logging.WARNING, "path", 1, "Not Found: %s", ("/a",), None, extra={"status_code": 404}
    )

    assert {"event": "Not Found: /a", "status_code": 404, **NOT_FOUND} == rendered(
        record, structlog.stdlib.ExtraAdder(), ExplainProcessor()
    )


@pytest.mark.parametrize(("passed", "expected"), [(True, "404"), (False, None)])
def test_foreign_record_with_arguments(passed: bool, expected: str | None) -> None:
    """With `pass_foreign_args` the status among a foreign record's arguments is found."""
    args = ("127.0.0.1:5", "GET", "/a", "1.1", 404)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "path", 1, '%s - "%s %s HTTP/%s" %d', args, None)
    line = rendered(record, ExplainProcessor(), pass_foreign_args=passed)

    assert line.get("http_status_id") == expected
    assert line["event"] == '127.0.0.1:5 - "GET /a HTTP/1.1" 404'


@given(
    event=st.dictionaries(st.sampled_from([*KEYS, "event", "positional_args", "_record", "http_status_id"]), VALUES),
    name=st.one_of(st.none(), st.sampled_from([*PLACES])),
    always=st.booleans(),
)
def test_any_event_passes(event: dict[str, Any], name: str | None, always: bool) -> None:
    """Whatever an event holds, the same object comes back, nothing is raised, and only keys of ours are added."""
    if name is not None:
        event["_record"] = logging.makeLogRecord({"name": name})
    before = dict(event)

    assert ExplainProcessor(always=always)(None, "info", event) is event
    assert all(event[key] is value for key, value in before.items())
    assert event.keys() - before.keys() <= NOT_FOUND.keys()


def test_what_is_no_event_passes() -> None:
    """What is no event comes back as it is."""
    broken: Any = BROKEN

    assert ExplainProcessor(always=True)(None, "info", broken) is broken
