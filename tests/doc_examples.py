"""
Runs the examples of README.md and of the guides.

Python blocks run as programs or, with prompts, as doctests. In the guides every ``console`` block runs as well, in
a shell: what it prints must stand there, and a line that begins with ``>`` goes on with the command before it.

It is loaded as a plugin, because a ``conftest.py`` in this folder could not collect the README above it.
"""

from __future__ import annotations

import doctest
import logging
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parent.parent
GUIDES = ROOT / "docs" / "guides"

_COMMAND = re.compile(r"^\$ (.*\n(?:>(?: .*)?\n)*)((?:[^$].*\n|\n)*)", re.MULTILINE)


def what_a_reader_has(namespace: dict[str, Any]) -> None:
    """Give the examples what stands in a reader's program already: an application, a session, a client."""
    import fastapi
    import httpx
    import requests

    namespace.update(app=fastapi.FastAPI(), Client=httpx.Client, session=requests.Session())


def put_back(namespace: dict[str, Any]) -> None:
    """Undo what an example does to the whole process."""
    namespace["RequestsInstrumentor"]().uninstrument()
    namespace["structlog"].reset_defaults()
    namespace["logger"].configure(patcher=lambda record: None)
    if "client" in namespace:
        namespace["client"].close()


def enter_guides(namespace: dict[str, Any]) -> None:
    """Run a guide where its files are, and remember what it may change of the process."""
    root = logging.getLogger()
    namespace["_process"] = Path.cwd(), root.handlers[:], root.level
    os.chdir(GUIDES)


def leave_guides(namespace: dict[str, Any]) -> None:
    """Undo what a guide does to the process."""
    folder, handlers, level = namespace["_process"]
    os.chdir(folder)
    root = logging.getLogger()
    root.handlers[:] = handlers
    root.setLevel(level)
    if "loguru" in sys.modules:
        sys.modules["loguru"].logger.remove()
    if "structlog" in sys.modules:
        sys.modules["structlog"].reset_defaults()


def run_console(example: Example) -> str | None:
    """Run the commands of a ``console`` block; return what they print in place of what stands there."""
    commands = _COMMAND.findall(f"{example.parsed.rstrip()}\n")
    assert commands, "a console block has a line that begins with '$ '"
    for command, expected in commands:
        printed = run_in_shell(re.sub(r"^> ?", "", command, flags=re.MULTILINE))
        if printed.rstrip() != expected.rstrip():
            return f"$ {command}{printed}"
    return None


def run_in_shell(command: str) -> str:
    """Return what a command prints; `httpcodes` is that of the Python which runs the tests."""
    httpcodes = f'httpcodes() {{ {shlex.quote(sys.executable)} -m httpcodes_explained "$@"; }}\n'
    script = ["bash", "-c", httpcodes + command]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(script, **both, cwd=ROOT, text=True, check=False, timeout=60).stdout


python = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
readme = Sybil(parsers=[python], path=str(ROOT), patterns=["README.md"], setup=what_a_reader_has, teardown=put_back)
guides = Sybil(
    parsers=[python, CodeBlockParser("console", run_console)],
    path=str(ROOT),
    patterns=["docs/guides/*.md"],
    setup=enter_guides,
    teardown=leave_guides,
)
pytest_collect_file = (readme + guides).pytest()
