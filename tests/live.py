"""Real servers before one another, each started when it is first asked for, and what they are asked."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from httpcodes_explained import Explanation
from tests import applications, servers
from tests.servers import Routes, raw_server

Start = Callable[[Path, int, Routes], AbstractContextManager[str]]

SERVERS: Mapping[str, Start] = {
    "nginx": servers.nginx_site,
    "apache": servers.apache,
    "haproxy": servers.haproxy,
    "varnish": servers.varnish,
    "squid": servers.squid,
    "caddy": servers.caddy,
    "lighttpd": servers.lighttpd,
    "tomcat": servers.tomcat,
    "traffic_server": servers.traffic_server,
    "h2o": servers.h2o,
    "envoy": servers.envoy,
    "express": applications.express,
}

GARBAGE = b"HTTP/1.1 200 OK\r\nno field\0 at all\r\n\r\n"

Chain = tuple[str, ...]
"""Names of servers, the front first."""

ENDS = ("dead", "silent", "closed", "garbage")
"""What may stand at the end of a chain beside the servers."""

FRONTS = ("nginx", "apache", "haproxy", "varnish", "squid", "caddy", "lighttpd", "traffic_server", "h2o", "envoy")

CHAINS: frozenset[Chain] = frozenset(
    {
        *((front, end) for front in FRONTS for end in ENDS),
        ("apache", "starlette"),
        ("apache", "tomcat"),
        ("caddy", "envoy", "flask"),
        ("caddy", "nginx", "dead"),
        ("caddy", "tomcat"),
        ("envoy", "gunicorn"),
        ("envoy", "nginx", "fastapi"),
        ("h2o", "express"),
        ("haproxy", "apache", "dead"),
        ("haproxy", "nginx"),
        ("haproxy", "varnish", "django"),
        ("lighttpd", "aiohttp"),
        ("nginx", "caddy", "dead"),
        ("nginx", "flask"),
        ("nginx", "haproxy"),
        ("nginx", "squid", "dead"),
        ("nginx", "traffic_server", "h2o"),
        ("nginx", "varnish", "apache"),
        ("squid", "caddy", "tornado"),
        ("squid", "nginx"),
        ("traffic_server", "lighttpd"),
        ("traffic_server", "varnish", "dead"),
        ("varnish", "apache"),
        ("varnish", "envoy", "dead"),
    }
)
"""The chains that are set up: what a server relays to is written in its configuration before it starts."""


NOBODY = ""
"""Expected where a response carries no mark of who made it."""


class Live(NamedTuple):
    """A response of a live server, in its bare parts."""

    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes


class Farm:
    """
    Servers by name, and the chains in which they stand.

    The path of a request begins with the chain that it takes: ``/varnish_nginx_flask/boom``. Its last
    member may be one of the `ENDS`: nothing listens, nothing answers, it closes, its response is malformed.
    """

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        """Choose the ports; no program is started yet."""
        self._folder = folder
        self._stack = stack
        self._held = {name: self._bound() for name in (*SERVERS, *applications.COMMANDS, "dead", "silent")}
        self._held["silent"].listen(100)
        self._ports: dict[str, int] = {name: held.getsockname()[1] for name, held in self._held.items()}
        for name, response in (("closed", b""), ("garbage", GARBAGE)):
            self._ports[name] = int(stack.enter_context(raw_server(response)).rpartition(":")[2])
        self._running = set(ENDS)

    def _bound(self) -> socket.socket:
        """Return a socket that keeps a port from others."""
        bound = self._stack.enter_context(socket.socket())
        bound.bind(("127.0.0.1", 0))
        return bound

    def port(self, chain: Chain) -> int:
        """Return the port of a chain's front, once all its servers run."""
        assert len(chain) == 1 or chain in CHAINS
        for name in chain:
            self._run(name)
        return self._ports[chain[0]]

    def _run(self, name: str) -> None:
        if name in self._running:
            return
        if name == "squid":
            # It gives up peers that do not listen when it starts.
            for chain in CHAINS:
                for peer in behind(chain, name)[:1]:
                    self._run(peer)
        self._stack.enter_context(self._start(name))
        self._running.add(name)
        # The first request is a slow one, and those in front have little patience.
        exchange(self._ports[name], _get((name,)))

    def _start(self, name: str) -> AbstractContextManager[str]:
        # Minutes after it was chosen: a port that nobody held would long be some other program's.
        self._held[name].close()
        folder = self._folder / name
        folder.mkdir(exist_ok=True)
        if name in applications.COMMANDS:
            return applications.application(name, folder, self._ports[name])
        following = {"_".join(chain): behind(chain, name) for chain in CHAINS}
        return SERVERS[name](
            folder, self._ports[name], {path: self._ports[to[0]] for path, to in following.items() if to}
        )

    def url(self, chain: Chain, page: str) -> str:
        """Return the address of a page behind a chain, once all its servers run."""
        return f"http://127.0.0.1:{self.port(chain)}{path_of(chain, page)}"

    def ask(self, chain: Chain, question: str) -> Live:
        """Send one of the `QUESTIONS`, or a GET of the page of that name."""
        request = QUESTIONS.get(question, partial(_get, page=question))
        return exchange(self.port(chain), request(chain))


def behind(chain: Chain, name: str) -> Chain:
    """Return what stands behind a server in a chain."""
    return chain[chain.index(name) + 1 :] if name in chain else ()


def named(explanation: Explanation) -> str:
    """Return who emitted a response, the kind of party and the sub-code, as the tables write it."""
    if explanation.emitted_by is None:
        assert explanation.subcode is None
        return NOBODY
    parts = (explanation.emitted_by.id, explanation.emitter, explanation.subcode)
    return " ".join(str(part) for part in parts if part is not None)


def path_of(chain: Chain, page: str) -> str:
    """Return the path of a page behind a chain."""
    return f"/{'_'.join(chain)}/{page}"


def exchange(port: int, request: bytes) -> Live:
    """Send bytes to a server, and read its response."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        # A server that refuses a large request may close before it has read the whole.
        with suppress(ConnectionError):
            connection.sendall(request)
        response = http.client.HTTPResponse(connection)
        response.begin()
        body = b""
        with suppress(ConnectionError):
            body = response.read()
        return Live(response.status, response.reason, response.getheaders(), body)


def _get(chain: Chain, page: str = "missing", *, more: str = "", host: str = "127.0.0.1") -> bytes:
    return f"GET {path_of(chain, page)} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n".encode()


def _post(chain: Chain, page: str, length: int) -> bytes:
    fields = f"Content-Type: application/json\r\nContent-Length: {length}"
    head = f"POST {path_of(chain, page)} HTTP/1.1\r\nHost: 127.0.0.1\r\n{fields}\r\n\r\n"
    return head.encode() + b"1" * length


QUESTIONS: Mapping[str, Callable[[Chain], bytes]] = {
    "malformed": partial(_get, host="a b\0c"),
    "no version": lambda chain: f"GET {path_of(chain, 'missing')} FOO\r\n\r\n".encode(),
    "post": partial(_post, page="post", length=10),
    "large body": partial(_post, page="post", length=3000),
    "long path": partial(_get, page="a" * 70_000),
    "long field": partial(_get, more=f"X-Long: {'a' * 70_000}\r\n"),
    "huge field": partial(_get, more=f"X-Long: {'a' * 2_000_000}\r\n"),
    "other host": partial(_get, host="other.example"),
}
"""What is asked beside plain pages: from the chain to the bytes of the request."""
