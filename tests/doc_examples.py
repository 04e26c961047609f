"""
Runs the Python examples of README.md and of the docstrings.

It is loaded as a plugin, because a ``conftest.py`` in this folder could not collect the README above it.
"""

from __future__ import annotations

import doctest
from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)],
    path=str(Path(__file__).parent.parent),
    patterns=["README.md"],
).pytest()
