"""What the generated enums have in common."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

from ._model import Classified, StatusClass, StatusCode


class StatusEnum(Classified, IntEnum):
    """
    The base of one vendor's enum of status codes.

    A member is an int, as a member of `http.HTTPStatus` is: it equals its number, and prints and
    serialises as it. It knows its vendor all the same: `explain(member)` takes that vendor's meaning.
    """

    __vendor__: ClassVar[str]

    @property
    def record(self) -> StatusCode:
        """The record of this meaning."""
        from ._registry import Registry

        return Registry.default().lookup(self)

    @property
    def phrase(self) -> str:
        """The name, in the words of the registry or the vendor."""
        return self.record.name

    @property
    def description(self) -> str:
        """One sentence of at most 120 characters."""
        return self.record.summary

    @property
    def status_class(self) -> StatusClass:
        """The class that the first digit names."""
        return StatusClass.of(int(self))
