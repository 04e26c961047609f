"""
The exceptions.

::

    HttpCodesError
    ├── UnknownCodeError    (also LookupError)
    │   └── AmbiguousCodeError
    └── DataError           (also ValueError)

A value of a type that nothing is known about is a plain `TypeError`.
"""

from __future__ import annotations

__all__ = ["AmbiguousCodeError", "DataError", "HttpCodesError", "UnknownCodeError"]


class HttpCodesError(Exception):
    """The base of everything that this library raises on purpose."""


class UnknownCodeError(HttpCodesError, LookupError):
    """
    No record answers to what was asked for.

    Attributes:
        asked: What was asked for, cut to a readable length.
        near: Ids or names that come close, the closest first.
    """

    def __init__(
        self, asked: str, near: tuple[str, ...] = (), hint: str = "", what: str = "no status code answers to"
    ) -> None:
        super().__init__(asked, near, hint, what)
        self.asked = asked
        self.near = near
        self.hint = hint
        self._what = what

    def __str__(self) -> str:
        guess = f"; did you mean {' or '.join(self.near)}?" if self.near else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self._what} {self.asked!r}{guess}{hint}"


class AmbiguousCodeError(UnknownCodeError):
    """
    Several records answer to what was asked for.

    Attributes:
        asked: What was asked for.
        near: The ids of all of them.
    """

    def __str__(self) -> str:
        return f"{self.asked!r} has several meanings: ask for one of {', '.join(self.near)}"


class DataError(HttpCodesError, ValueError):
    """
    A data file, or a record handed to `Registry.extended`, breaks the format.

    Attributes:
        file: The file, or a word for what was handed over.
        entry: The id of the entry, or None where the file as a whole is meant.
        field: The key, or None.
        problem: What is wrong, and what was expected.
    """

    def __init__(self, file: str, entry: str | None, field: str | None, problem: str) -> None:
        super().__init__(file, entry, field, problem)
        self.file = file
        self.entry = entry
        self.field = field
        self.problem = problem

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.entry, self.field) if part is not None)
        return f"{place}: {self.problem}"
