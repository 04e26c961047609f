"""
The line about a failed request, and the counts of what else went wrong, for every server-side integration.

Another integration takes an `AccessLog` with its user's options, and reports each request to it once::

    self._log = AccessLog(logger, level, min_status)
    self.outcomes = self._log.outcomes
    ...
    self._log.finish("GET", "/orders/7", 502, perf_counter() - start, headers=response.headers)

`finish` counts, decides whether the request failed and never raises; `log` is what it makes the line with.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from types import MappingProxyType
from typing import Any, Final, NamedTuple, cast

from httpcodes_explained import Confidence, Explanation, _headers, explain
from httpcodes_explained._clean import clean

from ._options import checked_level, checked_logger, checked_min_status

LOGGER: Final = logging.getLogger("httpcodes_explained.access")
"""Where the lines go, unless another logger is given."""

MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exception": "An exception left the application before a response began.",
        "no_response": "The application returned without a response.",
        "cut_off": "The response began, and the application did not complete it.",
        "cancelled": "The request was cancelled before its response was complete.",
        "client_disconnect": "The client was gone before the response was complete.",
        "websocket_denied": "The application refused the WebSocket handshake.",
        "late_start": "start_response was called only once the body was being read.",
        "replaced_start": "start_response was called again, to put an error in place of the first status.",
    }
)
"""The keys of `AccessLog.outcomes`, with what each means."""

_FAILURES: Final = frozenset({"exception", "no_response", "cut_off", "cancelled"})
_LEVELS: Final = MappingProxyType({"client_disconnect": logging.INFO, "cancelled": logging.WARNING})

# Servers add these fields outside the application. Where the application itself sends one, it most
# likely relays a response, and only then is there an emitter to tell.
_MARKS_OF_RELAYED: Final = frozenset(
    {"date", "server", "via", "Date", "Server", "Via", b"date", b"server", b"via", b"Date", b"Server", b"Via"}
)


# How ASGI and WSGI have applications hand their fields on; other types are read with more care.
_PAIRS: Final = (list, tuple)

# A tuple, for a method from outside may be anything, also what no set can look up.
_METHODS: Final = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")


# Decoded, they would pass for the status behind the path, for a query, or for the next line.
_MISLEADING: Final = re.compile(r"[\x00-\x20\x7f#%?]")

_LONGEST_PATH: Final = 250
"""Characters of a path that are looked at; fewer are shown."""


class _Words(NamedTuple):
    status: str
    name: str
    summary: str
    level: int
    origin: tuple[tuple[str, str], ...] = ()
    """What is known of where the response came from, as fields of the line."""


class AccessLog:
    """
    Logs the requests that failed, and counts what became of those that did not end well.

    A request failed if its status is at least `min_status`, if the application raised, returned
    without a response, was cancelled or left its response incomplete, or if the client was gone
    before any response began. A client that leaves amid a response is counted and not logged.
    """

    def __init__(
        self, logger: logging.Logger | str | None = None, level: int | str | None = None, min_status: int = 400
    ) -> None:
        """
        Take the options that every integration offers.

        Args:
            logger: Where to log, a logger or the name of one; `LOGGER` if left out.
            level: The `logging` level of every line, a number or a name such as ``"ERROR"``; each code's own
                `log_level` if left out.
            min_status: The lowest status that counts as failed, from 0 to 999.

        Raises:
            TypeError: An option is of another type.
            ValueError: There is no such level, or it is not above NOTSET; or `min_status` is not from 0 to 999.
        """
        self.outcomes: Counter[str] = Counter()
        """How often each of `MEANINGS` happened, whether it was logged or not."""
        self.min_status = checked_min_status(min_status)
        self._logger = LOGGER if logger is None else checked_logger(logger)
        self._level = None if level is None else checked_level(level)
        self._lock = Lock()

    def count(self, outcome: str) -> None:
        """Add one to an outcome; safe from any thread."""
        with self._lock:
            self.outcomes[outcome] += 1

    def finish(
        self,
        method: object,
        path: object,
        status: object,
        seconds: float,
        outcome: str | None = None,
        headers: object = None,
    ) -> None:
        """
        Count how a request ended and, if it failed, log its line; never raises.

        Args:
            method: The request's method.
            path: Its path, decoded, without the query, which may hold secrets.
            status: The status sent, or that the server will send; None where there is none or it is not known.
            seconds: How long it took.
            outcome: One of `MEANINGS`; None where the response was completed.
            headers: The response's header fields, as a mapping or as pairs.
        """
        try:
            if outcome is not None:
                self.count(outcome)
            # A member of an enum is made plain; `int` of what is plain would cost the line a tenth of a microsecond.
            number = status if type(status) is int else _plain(status)
            if number is None or number >= self.min_status or outcome in _FAILURES:
                self.log(method, path, number, seconds, outcome, headers)
        except Exception:  # noqa: BLE001 (logging is foreign code: handlers, filters, factories)
            return

    def log(
        self,
        method: object,
        path: object,
        status: int | None,
        seconds: float,
        outcome: str | None = None,
        headers: object = None,
    ) -> None:
        """
        Log ``GET /orders/7 502 Bad Gateway: ... (12.3 ms)``; the arguments are those of `finish`.

        The record has the same values as attributes, for JSON formatters: ``http_method``, ``http_path``,
        ``http_status`` (None where no response was sent, or its status is not known), ``http_name``,
        ``http_summary``, ``http_duration_ms``, and where they are known ``http_outcome``,
        ``http_emitter`` and ``http_via``.

        Raises:
            Exception: A handler, a filter or a factory of `logging` raised it.
        """
        words = _of_relayed(status, headers) if headers and _is_relayed(headers) else _of_status(status)
        if outcome is not None:
            words = _unfinished(words, status, outcome)
        fields: dict[str, Any] = {
            "http_method": (shown_method := method if method in _METHODS else clean(method, 20)),
            "http_path": (shown_path := _shown_path(path)),
            "http_status": status,
            "http_name": words.name,
            "http_summary": words.summary,
            "http_duration_ms": (milliseconds := seconds * 1000),
        }
        remarks = ""
        if outcome is not None:
            fields["http_outcome"] = outcome
            remarks = f", {outcome}"
        for field, value in words.origin:
            fields[f"http_{field}"] = value
            remarks = f"{remarks}, {field} {value}"
        self._logger.log(
            words.level if self._level is None else self._level,
            "%s %s %s %s: %s (%.1f ms%s)",
            shown_method,
            shown_path,
            words.status,
            words.name,
            words.summary,
            milliseconds,
            remarks,
            extra=fields,
        )


def _shown_path(path: object) -> str:
    """Return a path with what cannot stand in one on the wire encoded anew."""
    return clean(_MISLEADING.sub(_encoded, path[:_LONGEST_PATH]) if isinstance(path, str) else path)


def _encoded(character: re.Match[str]) -> str:
    return f"%{ord(character[0]):02X}"


def _plain(status: object) -> int | None:
    return int(status) if isinstance(status, int) else None


def _unfinished(words: _Words, status: int | None, outcome: str) -> _Words:
    if status is not None and status >= 400:
        return words
    # A status that tells of success says nothing of why the request failed.
    level = max(words.level, _LEVELS.get(outcome, logging.ERROR))
    return words._replace(summary=MEANINGS.get(outcome, words.summary), level=level)


def _is_relayed(headers: Any) -> bool:
    try:
        pairs: Any = headers if type(headers) in _PAIRS else _headers.pairs(headers)
        for name, _ in pairs:
            if name in _MARKS_OF_RELAYED:
                return True
    except Exception:  # noqa: BLE001, S110 (an application's headers may be anything)
        pass
    return False


@lru_cache(1000)
def _of_status(status: int | None) -> _Words:
    if status is None:
        return _Words("-", "No Status", "No response was sent.", logging.INFO)
    if not 100 <= status <= 999:
        summary = "It is no status code: those have three digits."
        return _Words(clean(status), "Invalid Status", summary, logging.ERROR)
    return _of_explanation(status, explain(status))


def _of_relayed(status: int | None, headers: object) -> _Words:
    if status is None or not 100 <= status <= 999:
        return _of_status(status)
    return _of_explanation(status, explain(status, headers=cast("Any", headers)))


def _of_explanation(status: int, explanation: Explanation) -> _Words:
    emitter, via, vendor = explanation.emitted_by, explanation.via, explanation.vendor
    origin: tuple[tuple[str, str], ...] = ()
    # A line has no room for a grade, and so no name that is merely possible.
    if emitter is not None and explanation.confidence is not Confidence.POSSIBLE:
        origin = (("emitter", emitter.id),)
    if via:
        origin = (*origin, ("via", ",".join(one.id for one in via)))
    name = explanation.name if vendor.id == "iana" else f"{explanation.name} ({vendor.name})"
    return _Words(str(status), name, explanation.summary, explanation.log_level, origin)
