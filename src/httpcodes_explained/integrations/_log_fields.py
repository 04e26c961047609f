"""Which status a log record bears, and the fields that explain it: what all the logging integrations share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple

from httpcodes_explained import explain

from ._options import checked_flag, checked_min_status

Field = Literal["code", "id", "name", "slug", "summary", "user_message", "vendor"]

PREFIX: Final = "http_status_"

KEYS: Final = (
    "http.response.status_code",
    "http_status_code",
    "http_status",
    "response_status",
    "status_code",
    "status",
)
"""The names under which programs and libraries log a status, the plainest word last."""

PLACES: Final[Mapping[str, tuple[int, int] | str]] = {
    "granian.access": "status",
    "gunicorn.access": "s",
    "httpx": (5, 3),
    "httpx2": (5, 3),
    "hypercorn.access": "s",
    "urllib3.connectionpool": (8, 6),
    "uvicorn.access": (5, 4),
    "werkzeug": (3, 1),
}
"""
By logger: how many arguments the record of a response has, and which one is the status.

Where the argument is a mapping, the status's key in it.
"""

_VALUES: Final[Mapping[str, Any]] = {
    **{name: attrgetter(name) for name in ("code", "id", "name", "slug", "summary", "user_message")},
    "vendor": attrgetter("vendor.id"),
}


class Answer(NamedTuple):
    """What is said of one status, or of none."""

    fields: dict[str, str | int]
    level: int | None
    """The `logging` level that fits; None where the status is no error, or there is none."""


class Explainer:
    """Adds the fields that explain a status to whatever holds a log record's fields."""

    def __init__(
        self,
        *,
        fields: Field | Iterable[Field] = ("id", "name", "summary"),
        vendor: str | None = None,
        min_status: int = 100,
        always: bool = False,
    ) -> None:
        self._names = (fields,) if isinstance(fields, str) else tuple(fields)
        unknown = [name for name in self._names if name not in _VALUES]
        if unknown:
            msg = f"unknown field {unknown[0]!r}: use {', '.join(sorted(_VALUES))}"
            raise ValueError(msg)
        if vendor is not None:
            explain(404, vendor=vendor)  # an unknown vendor is reported here, and not with each record
        self._vendor = vendor
        self._min_status = checked_min_status(min_status)
        self._always = checked_flag("always", always)
        self._nothing = Answer({f"{PREFIX}{name}": "-" for name in self._names} if self._always else {}, None)
        self._answers: dict[int, Answer] = {}

    def _add(self, fields: MutableMapping[str, Any], logger: object = None, arguments: object = None) -> Answer:
        """
        Explain the status among `fields`, or among the arguments of the record; what is there already stays.

        Args:
            fields: The fields of the record.
            logger: The name of the logger, where the record is one of `logging`.
            arguments: The record's arguments, not yet merged into its message.
        """
        try:
            status = _status(fields, logger, arguments)
            answer = self._nothing if status is None else self._answers.get(status) or self._answer(status)
        except Exception:  # noqa: BLE001 (a value's methods run code that is not ours)
            answer = self._nothing
        for name, value in answer.fields.items():
            fields.setdefault(name, value)
        return answer

    def _answer(self, status: int) -> Answer:
        """Work the answer out, and keep it; there are at most 900."""
        explanation = explain(status, vendor=self._vendor)
        said: dict[str, str | int] = {f"{PREFIX}{name}": _VALUES[name](explanation) for name in self._names}
        level = explanation.log_level if explanation.is_error else None
        shown = said if status >= self._min_status else self._nothing.fields
        return self._answers.setdefault(status, Answer(shown, level))


def _status(fields: Mapping[str, object], logger: object, arguments: object) -> int | None:
    """Return the first value that is a status."""
    if logger in PLACES and (status := _as_status(_argument(logger, arguments))) is not None:
        return status
    for key in KEYS:
        if key in fields and (status := _as_status(fields[key])) is not None:
            return status
    return None


def _argument(logger: Any, arguments: Any) -> object:
    """Return what stands in the status's place; `arguments` is None once a `QueueHandler` had the record."""
    place = PLACES[logger]
    if isinstance(place, str):
        return arguments.get(place) if isinstance(arguments, dict) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    length, index = place
    return arguments[index] if arguments and len(arguments) == length else None


def _as_status(value: object) -> int | None:
    """
    Return ``404`` for 404, ``"404"`` and ``"404 Not Found"``.

    Words and other numbers are no status: ``status`` is also what programs call the state of a job.
    """
    if isinstance(value, int):
        number = int(value)
    elif isinstance(value, str) and value[:3].isascii() and value[:3].isdigit() and value[3:4] in ("", " "):
        number = int(value[:3])
    else:
        return None
    return number if 100 <= number <= 999 else None
