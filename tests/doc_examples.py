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
    """Give the examples what stands in a reader's program already: imports of libraries, and applications."""
    import fastapi
    import flask
    import httpx
    import loguru
    import polars as pl
    import requests
    import stamina
    import structlog
    import tenacity
    import urllib3
    from aiohttp import web
    from opentelemetry.instrumentation.requests import RequestsInstrumentor

    namespace.update(
        logging=logging,
        app=fastapi.FastAPI(),
        Client=httpx.Client,
        FastAPI=fastapi.FastAPI,
        flask_app=flask.Flask("example"),
        logger=loguru.logger,
        pl=pl,
        RequestsInstrumentor=RequestsInstrumentor,
        session=requests.Session(),
        stamina=stamina,
        structlog=structlog,
        tenacity=tenacity,
        urllib3=urllib3,
        web=web,
    )


def put_back(namespace: dict[str, Any]) -> None:
    """Undo what an example does to the whole process."""
    namespace["RequestsInstrumentor"]().uninstrument()
    namespace["structlog"].reset_defaults()
    namespace["logger"].configure(patcher=lambda record: None)
    if "client" in namespace:
        namespace["client"].close()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)],
    path=str(Path(__file__).parent.parent),
    patterns=["README.md"],
    setup=what_a_reader_has,
    teardown=put_back,
).pytest()
