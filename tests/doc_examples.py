"""
Runs the Python examples of README.md and of the docstrings.

It is loaded as a plugin, because a ``conftest.py`` in this folder could not collect the README above it.
"""

from __future__ import annotations

import doctest
import logging
from pathlib import Path
from typing import Any

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser


def what_a_reader_has(namespace: dict[str, Any]) -> None:
    """Give the examples what stands in a reader's program already: imports of libraries, and an application."""
    import fastapi
    import polars as pl
    import requests
    from opentelemetry.instrumentation.requests import RequestsInstrumentor

    namespace.update(
        logging=logging,
        requests=requests,
        pl=pl,
        FastAPI=fastapi.FastAPI,
        app=fastapi.FastAPI(),
        RequestsInstrumentor=RequestsInstrumentor,
    )


def put_back(namespace: dict[str, Any]) -> None:
    """Undo what an example does to the whole process."""
    namespace["RequestsInstrumentor"]().uninstrument()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)],
    path=str(Path(__file__).parent.parent),
    patterns=["README.md"],
    setup=what_a_reader_has,
    teardown=put_back,
).pytest()
