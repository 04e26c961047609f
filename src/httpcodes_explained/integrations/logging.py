"""
Explain the status codes in log records, with the standard library's `logging`.

One filter on a handler serves the program's own records and those of its server and HTTP client::

    handler.addFilter(ExplainFilter())
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from ._log_fields import PLACES, Explainer, Field
from ._options import checked_flag

__all__ = ["ExplainFilter"]


class ExplainFilter(Explainer, logging.Filter):
    """
    Add fields that explain the status to every log record that bears one.

    The status is found in ``extra`` under ``http.response.status_code``, ``http_status_code``,
    ``http_status``, ``response_status``, ``status_code`` and ``status``, and in the records of uvicorn,
    gunicorn, hypercorn, granian, aiohttp, Django, Werkzeug, httpx, httpx2 and urllib3. A field that is there
    already stays. No record is dropped and nothing is raised.

    Put it on handlers: a logger's filters do not see the records of its children. With a
    `logging.handlers.QueueHandler` put it there, because the listener's records have lost their arguments.

    Args:
        fields: What to say, one or some of ``code``, ``id``, ``name``, ``slug``, ``summary``,
            ``user_message`` and ``vendor``; each becomes an attribute with the prefix ``http_status_``.
        vendor: Take this vendor's meaning of a number, where it has one.
        min_status: The lowest status that is explained, from 0 to 999; 400 leaves out what is no error.
        always: Set the fields to ``-`` where there is nothing to say, for a format that names them.
        set_level: Give a record that bears an error's code the level that fits it: ERROR where a
            server is at fault, WARNING where a client is, INFO where no client ever saw it, such as
            nginx's 499. A handler compares its own level before its filters run.

    Raises:
        TypeError: `min_status` is no int, or `always` or `set_level` no bool.
        ValueError: A field is none of those, or `min_status` is not from 0 to 999.
        UnknownCodeError: There is no such vendor.
    """

    def __init__(
        self,
        *,
        fields: Field | Iterable[Field] = ("id", "name", "summary"),
        vendor: str | None = None,
        min_status: int = 100,
        always: bool = False,
        set_level: bool = False,
    ) -> None:
        super().__init__(fields=fields, vendor=vendor, min_status=min_status, always=always)
        logging.Filter.__init__(self)
        self._set_level = checked_flag("set_level", set_level)

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the fields to `record`; always True."""
        try:
            attributes = record.__dict__
            # Most records stop here, so the keys are written out: a loop over them takes twice as long.
            if (
                "status_code" in attributes
                or "status" in attributes
                or "http.response.status_code" in attributes
                or "http_status" in attributes
                or "http_status_code" in attributes
                or "response_status" in attributes
                or self._always
                or record.name in PLACES
            ):
                level = self._add(attributes, attributes.get("name"), attributes.get("args")).level
                if self._set_level and level is not None:
                    record.levelno, record.levelname = level, logging.getLevelName(level)
        except Exception:  # noqa: BLE001, S110 (a broken record must not break the program that logs it)
            pass
        return True
