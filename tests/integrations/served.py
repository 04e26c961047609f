"""
Applications that real servers serve, each bare and with the middleware, and a client that reads bytes.

A path that starts with ``/bare`` reaches the application alone; one that starts with ``/ours``, through
the middleware. Both run in one process, so that nothing else can differ.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from httpcodes_explained.integrations import asgi, wsgi
from tests.servers import free_port, wait_for

ROOT = Path(__file__).parents[2]
LOG = "SERVED_LOG"
STATUSES = (200, 404, 499, 523)
SITES = "tests.integrations.sites"
"""The module with the sites of Flask and Django."""


class _Json(logging.Formatter):
    """One JSON object per line: the message, and what stands in ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        fields = {name: value for name, value in vars(record).items() if name.startswith("http_")}
        return json.dumps({"line": record.getMessage(), "level": record.levelname, **fields})


if LOG in os.environ:
    _handler = logging.FileHandler(os.environ[LOG])
    _handler.setFormatter(_Json())
    logging.getLogger("httpcodes_explained.access").addHandler(_handler)
    logging.getLogger("httpcodes_explained.access").setLevel(logging.INFO)


def _start(status: int, **more: Any) -> dict[str, Any]:
    return {"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")], **more}


def _body(body: bytes, *, more: bool = False) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": more}


async def _stream(scope: Any, send: Any) -> None:
    """Send a body in parts; or break off, as the path says."""
    path = scope["path"]
    trailers = path == "/trailers" and "http.response.trailers" in scope.get("extensions", {})
    await send(_start(200, trailers=True) if trailers else _start(200))
    await send(_body(b"one", more=True))
    if path == "/raise-late":
        raise RuntimeError("late")
    if path == "/half":
        return
    await send(_body(b"two", more=True))
    await send(_body(b""))
    if trailers:
        await send({"type": "http.response.trailers", "headers": [(b"x-sum", b"1")], "more_trailers": False})
    if path == "/raise-after":
        raise RuntimeError("after")


async def _wait_for_the_client_to_go(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _http(scope: Any, receive: Any, send: Any) -> None:
    path = scope["path"]
    if path == "/raise":
        raise RuntimeError("early")
    if path == "/leave":
        await _wait_for_the_client_to_go(receive)
    elif path == "/leave-late":
        await send(_start(200))
        await send(_body(b"one", more=True))
        await _wait_for_the_client_to_go(receive)
    elif path.startswith("/status/"):
        await send(_start(int(path.rpartition("/")[2])))
        await send(_body(b"answer"))
    elif path != "/none":
        await _stream(scope, send)


async def _websocket(scope: Any, receive: Any, send: Any) -> None:
    path = scope["path"]
    await receive()
    if path == "/ws/raise":
        raise RuntimeError("early")
    if path == "/ws/deny":
        await send({"type": "websocket.close"})
    elif path == "/ws/denial":
        await send({"type": "websocket.http.response.start", "status": 404, "headers": []})
        await send({"type": "websocket.http.response.body", "body": b"no"})
    elif path != "/ws/none":
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": "hello"})
        if path == "/ws/raise-late":
            raise RuntimeError("late")
        await send({"type": "websocket.close", "code": 4000})


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answer as the path says."""
    if scope["type"] == "lifespan":
        raise RuntimeError("no lifespan here")
    await (_http if scope["type"] == "http" else _websocket)(scope, receive, send)


explained_application = asgi.ExplainMiddleware(application)


async def site(scope: Any, receive: Any, send: Any) -> None:
    """Serve both, by the start of the path."""
    if scope["type"] == "lifespan":
        await explained_application(scope, receive, send)
        return
    chosen = application if scope["path"].startswith("/bare") else explained_application
    await chosen({**scope, "path": scope["path"][5:]}, receive, send)


class _Closing:
    """Content whose close() can be seen from outside: in the log."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.left = 3

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if not self.left:
            raise StopIteration
        self.left -= 1
        return b"part"

    def close(self) -> None:
        """Tell of the call."""
        logging.getLogger("httpcodes_explained.access").info("closed %s after %d parts", self.name, 3 - self.left)


def _generated(start_response: Any, path: str) -> Iterator[bytes]:
    """Call start_response late, as generators do; then break off, as the path says."""
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    yield b"one"
    if path == "/raise-late":
        raise RuntimeError("late")
    if path == "/twice-late":
        start_response("500 Oops", [], (RuntimeError, RuntimeError("replaced"), None))
    yield b"two"


def wsgi_application(environ: Any, start_response: Any) -> Iterable[bytes]:  # noqa: PLR0911 (one for each path)
    """Answer as the path says."""
    path = environ["PATH_INFO"]
    headers = [("Content-Type", "text/plain")]
    if path in ("/generator", "/raise-late", "/twice-late"):
        return _generated(start_response, path)
    if path == "/raise":
        raise RuntimeError("early")
    if path == "/none":
        return []
    if path == "/file":
        start_response("404 Not Found", [*headers, ("Content-Length", "9")])
        return environ.get("wsgi.file_wrapper", lambda file, _: [file.read()])(BytesIO(b"from file"), 4)  # type: ignore[no-any-return]
    if path.startswith("/status/"):
        start_response(f"{path.rpartition('/')[2]} Reason", headers)
        return [b"answer"]
    if path == "/write":
        start_response("404 Not Found", headers)(b"written ")
        return (b"tuple",)
    start_response("200 OK", headers)
    if path == "/twice":
        start_response("500 Oops", headers, (RuntimeError, RuntimeError("replaced"), None))
    if path == "/big":
        return (b"x" * 65536 for _ in range(2000))
    return _Closing(environ["HTTP_X_NAME"])


explained_wsgi_application = wsgi.ExplainMiddleware(wsgi_application)


def wsgi_site(environ: Any, start_response: Any) -> Iterable[bytes]:
    """Serve both, by the start of the path."""
    bare = environ["PATH_INFO"].startswith("/bare")
    environ["PATH_INFO"] = environ["PATH_INFO"][5:]
    return (wsgi_application if bare else explained_wsgi_application)(environ, start_response)


class Served:
    """A server that runs, and the lines that it logged."""

    def __init__(self, name: str, port: int, log: Path) -> None:
        self.name = name
        self.port = port
        self._log = log

    def lines(self, count: int = 0) -> list[dict[str, Any]]:
        """Return what was logged, once there are at least `count` lines."""
        end = time.monotonic() + 10
        while True:
            found = [json.loads(line) for line in self._log.read_text().splitlines()] if self._log.exists() else []
            if len(found) >= count or time.monotonic() > end:
                return found
            time.sleep(0.02)

    def exchange(self, request: bytes) -> bytes:
        """Send a request, and return every byte that comes back, but for the date."""
        received = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            if b"Upgrade" in request:
                # Servers wait for the client's closing frame; what they have to say comes at once.
                connection.settimeout(1)
            try:
                while part := connection.recv(65536):
                    received += part
            except (TimeoutError, ConnectionResetError):
                pass
        return re.sub(rb"(?i)\r\ndate: [^\r]*", b"", received)

    def exchange_all(self, requests: Iterable[bytes]) -> list[bytes]:
        """Send requests side by side, and return the answers in the same order."""
        with ThreadPoolExecutor(16) as threads:
            return list(threads.map(self.exchange, requests))

    def leave(self, request: bytes, after: float) -> None:
        """Send a request, and go after so many seconds without reading."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            time.sleep(after)


def http(path: str, method: str = "GET", name: str = "-") -> bytes:
    """Return a request whose connection ends with the answer."""
    return f"{method} {path} HTTP/1.1\r\nHost: test\r\nX-Name: {name}\r\nConnection: close\r\n\r\n".encode()


def upgrade(path: str) -> bytes:
    """Return a WebSocket handshake with a fixed key, so that answers can be compared."""
    fields = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
    return f"GET {path} HTTP/1.1\r\nHost: test\r\n{fields}\r\nSec-WebSocket-Key: {'A' * 22}==\r\n\r\n".encode()


COMMANDS: dict[str, Callable[[str, int], list[str]]] = {
    "uvicorn": lambda app, port: ["uvicorn", app, f"--port={port}", "--ws=wsproto", "--log-level=critical"],
    "hypercorn": lambda app, port: ["hypercorn", app, f"--bind=127.0.0.1:{port}", "--log-level=CRITICAL"],
    "granian": lambda app, port: ["granian", "--interface=asgi", f"--port={port}", "--log-level=critical", app],
    "granian-wsgi": lambda app, port: ["granian", "--interface=wsgi", f"--port={port}", "--log-level=critical", app],
    "gunicorn": lambda app, port: ["gunicorn", f"--bind=127.0.0.1:{port}", "--log-level=critical", app],
    "gunicorn-gthread": lambda app, port: [
        *("gunicorn", f"--bind=127.0.0.1:{port}", "--log-level=critical", "--worker-class=gthread", "--threads=8"),
        app,
    ],
    "flask": lambda app, port: ["flask", f"--app={app}", "run", f"--port={port}"],
    "runserver": lambda app, port: [SITES, str(port), app.replace(":", ".")],
}


@contextmanager
def serve(server: str, app: str, folder: Path) -> Iterator[Served]:
    """Run a server with an application: the name of one of this module, or ``module:name``."""
    module, _, name = app.rpartition(":")
    port = free_port()
    log = folder / "access.log"
    command = [sys.executable, "-m", *COMMANDS[server](f"{module or __name__}:{name}", port)]
    environment = {**os.environ, LOG: str(log), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)
    try:
        wait_for(port, 20)
        yield Served(server, port, log)
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


async def _keep_alive(port: int, paths: list[str]) -> list[bytes]:
    """Send requests over one connection, one after the other, and return the status lines."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for path in paths:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: test\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readuntil(b"0\r\n\r\n")
        answers.append(head.partition(b"\r\n")[0])
    writer.close()
    await writer.wait_closed()
    return answers


async def flood(port: int, paths: list[str], connections: int) -> list[bytes]:
    """Send every path once, spread over connections that are kept alive; return the status lines."""
    shares = [paths[start::connections] for start in range(connections)]
    answers = await asyncio.gather(*(_keep_alive(port, share) for share in shares))
    return [line for share in answers for line in share]
