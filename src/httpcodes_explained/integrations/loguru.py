"""
Explain the status codes in loguru's records.

``logger = logger.patch(ExplainPatcher())`` adds it to the patchers that are there;
``logger.configure(patcher=ExplainPatcher())`` is for the whole program, and replaces the one configured before.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import Any, cast

from ._log_fields import Explainer

__all__ = ["ExplainPatcher"]


class ExplainPatcher(Explainer):
    """
    A patcher that adds fields that explain the status to the ``extra`` of every record that bears one.

    The status is found in ``extra`` under the names that
    `httpcodes_explained.integrations.logging.ExplainFilter` knows. A field that is there already stays.
    Nothing is raised.

    Args:
        fields: What to say, one or some of ``code``, ``id``, ``name``, ``slug``, ``summary``,
            ``user_message`` and ``vendor``; each becomes a key with the prefix ``http_status_``.
        vendor: Take this vendor's meaning of a number, where it has one.
        min_status: The lowest status that is explained, from 0 to 999; 400 leaves out what is no error.
        always: Set the fields to ``-`` where there is nothing to say, for a format that names them.

    Raises:
        TypeError: `min_status` is no int, or `always` no bool.
        ValueError: A field is none of those, or `min_status` is not from 0 to 999.
        UnknownCodeError: There is no such vendor.
    """

    def __call__(self, record: Mapping[str, object]) -> None:
        """Add the fields to the record's ``extra``."""
        with suppress(Exception):
            self._add(cast("MutableMapping[str, Any]", record["extra"]))
