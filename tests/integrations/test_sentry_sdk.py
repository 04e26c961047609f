"""Sentry, with a transport that keeps what would be sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

sentry_sdk = pytest.importorskip("sentry_sdk", reason="needs sentry-sdk")

from sentry_sdk.transport import Transport  # noqa: E402

from httpcodes_explained.integrations import sentry_sdk as integration  # noqa: E402
from tests.servers import raw_server, status_response  # noqa: E402


class Kept(Transport):
    """Keeps the events."""

    def __init__(self) -> None:
        super().__init__({})
        self.events: list[dict[str, Any]] = []

    def capture_envelope(self, envelope: Any) -> None:
        """Keep the envelope's event."""
        self.events.append(envelope.get_event())


@pytest.fixture(name="sent")
def _sent() -> Iterator[list[dict[str, Any]]]:
    """Run Sentry without a server; yield the events that it would send."""
    transport = Kept()
    sentry_sdk.get_global_scope().clear()
    sentry_sdk.init(dsn="https://key@sentry.invalid/1", transport=transport, default_integrations=False)
    yield transport.events
    sentry_sdk.get_client().close(timeout=0)
    sentry_sdk.get_global_scope().clear()


def failure(line: str = "523 ") -> Exception:
    """Return what requests raises for a real response."""
    with raw_server(status_response(line)) as url:
        try:
            requests.get(url, timeout=5).raise_for_status()
        except requests.HTTPError as error:
            return error
    raise AssertionError(line)


def test_event_gains_a_context(sent: list[dict[str, Any]]) -> None:
    """An event whose exception bears a status says what it means; its grouping is left alone."""
    integration.install()
    sentry_sdk.capture_exception(failure())

    (event,) = sent
    expected = {"code": 523, "name": "Origin Is Unreachable", "vendor": "Cloudflare", "retry": "any-method"}
    assert expected.items() <= event["contexts"]["http_status"].items()
    assert "fingerprint" not in event


def test_the_cause_is_looked_at(sent: list[dict[str, Any]]) -> None:
    """An exception raised from one that bears a status has its context."""
    integration.install()
    error = RuntimeError("no price today")
    error.__cause__ = failure("404 Not Found")
    sentry_sdk.capture_exception(error)

    assert "404-not-found" == sent[0]["contexts"]["http_status"]["slug"]


def test_other_events_stay_as_they_are(sent: list[dict[str, Any]]) -> None:
    """Messages, other exceptions and successes gain nothing."""
    integration.install(fingerprint=True)
    sentry_sdk.capture_message("hello")
    sentry_sdk.capture_exception(ValueError("no status"))
    response = requests.Response()
    response.status_code = 200
    sentry_sdk.capture_exception(requests.HTTPError(response=response))

    assert 3 == len(sent)
    for event in sent:
        assert "http_status" not in event.get("contexts", {})
        assert "fingerprint" not in event


def test_fingerprint_if_asked(sent: list[dict[str, Any]]) -> None:
    """The slug is a stable key to group by; one of the user's own wins."""
    integration.install(fingerprint=True)
    sentry_sdk.capture_exception(failure())
    with sentry_sdk.new_scope() as scope:
        scope.fingerprint = ["mine"]
        sentry_sdk.capture_exception(failure())

    assert ["{{ default }}", "cloudflare-523-origin-is-unreachable"] == sent[0]["fingerprint"]
    assert ["mine"] == sent[1]["fingerprint"]


def test_before_send_stays_the_users(sent: list[dict[str, Any]]) -> None:
    """The user's own before_send runs, and sees the context."""
    seen: list[Any] = []

    def before_send(event: Any, hint: Any) -> Any:
        seen.append(event["contexts"]["http_status"]["code"])
        return event

    sentry_sdk.init(
        dsn="https://key@sentry.invalid/1", transport=Kept(), default_integrations=False, before_send=before_send
    )
    integration.install()
    sentry_sdk.capture_exception(failure())

    assert [523] == seen


anything = st.one_of(st.none(), st.integers(), st.text(max_size=5), st.booleans(), st.tuples(st.none(), st.none()))


@given(st.dictionaries(st.sampled_from(["exc_info", "log_record"]), anything), anything)
def test_processor_never_raises(hint: Any, context: Any) -> None:
    """Whatever Sentry hands over, the event comes back, and an entry that is there stays."""
    event: Any = {"message": "x", "contexts": {"http_status": context}}

    assert event is integration.event_processor(event, hint)
    assert {"message": "x", "contexts": {"http_status": context}} == event


def test_a_circle_of_causes_ends() -> None:
    """Exceptions may name each other as cause."""
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one

    assert {} == integration.event_processor({}, {"exc_info": (ValueError, one, None)})  # type: ignore[typeddict-item]
    assert {} == integration.event_processor({}, {})
