"""The site, built once and served on loopback."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"


class Quiet(SimpleHTTPRequestHandler):
    """It serves files, and writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Write nothing."""


@pytest.fixture(name="site", scope="session")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site; a warning of the build is an error."""
    pytest.importorskip("sphinx")
    pytest.importorskip("furo")
    folder = tmp_path_factory.mktemp("site")
    arguments = ["-q", "-W", "-n", "-b", "dirhtml", "-d", str(folder / "doctrees"), str(DOCS), str(folder / "html")]
    build = subprocess.run([sys.executable, "-m", "sphinx", *arguments], check=False, capture_output=True, text=True)
    assert (0, "") == (build.returncode, build.stderr)
    return folder / "html"


@pytest.fixture(name="base", scope="session")
def _base(site: Path) -> Iterator[str]:
    """Return the address at which the site is served, with the slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
