"""
Explain the status codes in structlog's events.

Put it before the renderer::

    structlog.configure(processors=[..., ExplainProcessor(), JSONRenderer()])
"""

from __future__ import annotations

from contextlib import suppress

from structlog.typing import EventDict, WrappedLogger

from ._log_fields import Explainer

__all__ = ["ExplainProcessor"]


class ExplainProcessor(Explainer):
    """
    A processor that adds fields that explain the status to every event that bears one.

    The status is found under the names that `httpcodes_explained.integrations.logging.ExplainFilter`
    knows. In the ``foreign_pre_chain`` of a `structlog.stdlib.ProcessorFormatter` it stands behind
    `structlog.stdlib.ExtraAdder`; the formatter's ``pass_foreign_args=True`` lets it read the records of
    servers and HTTP clients as well. A key that is there already stays. Nothing is raised.

    Args:
        fields: What to say, one or some of ``code``, ``id``, ``name``, ``slug``, ``summary``,
            ``user_message`` and ``vendor``; each becomes a key with the prefix ``http_status_``.
        vendor: Take this vendor's meaning of a number, where it has one.
        min_status: The lowest status that is explained, from 0 to 999; 400 leaves out what is no error.
        always: Set the keys to ``-`` where there is nothing to say.

    Raises:
        TypeError: `min_status` is no int, or `always` no bool.
        ValueError: A field is none of those, or `min_status` is not from 0 to 999.
        UnknownCodeError: There is no such vendor.
    """

    def __call__(self, logger: WrappedLogger, method_name: str, event_dict: EventDict) -> EventDict:  # noqa: ARG002
        """Add the keys to `event_dict`, and return it."""
        with suppress(Exception):
            name = getattr(event_dict.get("_record"), "name", None)
            self._add(event_dict, name, event_dict.get("positional_args"))
        return event_dict
