"""
A Sphinx extension that shows the docstrings of attributes as they are written.

`sphinx.ext.napoleon` takes what stands before a colon in them for the attribute's type.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

BEFORE_NAPOLEON, AFTER_NAPOLEON = 400, 600
"""Priorities of event handlers."""

KINDS = ("attribute", "data", "property")


def setup(app: Sphinx) -> dict[str, Any]:
    """Keep each docstring before napoleon reads it, and put it back afterwards."""
    written: dict[str, list[str]] = {}

    def keep(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
        if what in KINDS:
            written[name] = list(lines)

    def put_back(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
        if what in KINDS:
            lines[:] = written.pop(name)

    app.connect("autodoc-process-docstring", keep, priority=BEFORE_NAPOLEON)
    app.connect("autodoc-process-docstring", put_back, priority=AFTER_NAPOLEON)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
