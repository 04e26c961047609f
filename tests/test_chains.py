"""Live servers before one another, and every client: explain() names who made the error, not who relayed it."""

from __future__ import annotations

import asyncio
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import aiohttp
import httpx
import httpx2
import pytest
import requests
import urllib3

from httpcodes_explained import Explanation, explain
from tests.live import CHAINS, ENDS, NOBODY, Farm, named


def passed(explanation: Explanation) -> str:
    """Return whom a response passed through, as the tables write it."""
    return " ".join(sorted(vendor.id for vendor in explanation.via))


# The chain, what is asked, the status that comes, who made it as what kind of party, and whose marks it bears beside.
ANSWERS = [
    # The one behind answers.
    ("nginx flask", "missing", 404, "werkzeug application", "nginx"),
    ("nginx flask", "boom", 500, "werkzeug application", "nginx"),
    ("nginx flask", "denied", 403, "werkzeug application", "nginx"),
    ("nginx flask", "empty", 500, NOBODY, "nginx"),
    ("haproxy nginx", "missing", 404, "nginx origin", ""),
    ("haproxy nginx", "denied", 403, "nginx origin", ""),
    ("varnish apache", "missing", 404, "apache origin", "varnish"),
    ("varnish apache", "denied", 403, "apache origin", "varnish"),
    ("varnish apache", "large body", 413, "apache origin", "varnish"),
    ("envoy gunicorn", "missing", 404, "werkzeug application", "envoy"),
    ("envoy gunicorn", "boom", 500, "werkzeug application", "envoy"),
    ("envoy gunicorn", "empty", 500, NOBODY, "envoy"),
    ("squid nginx", "missing", 404, "nginx origin", "squid"),
    ("squid nginx", "denied", 403, "nginx origin", "squid"),
    ("nginx haproxy", "missing", 404, "haproxy proxy", "nginx"),
    ("nginx haproxy", "denied", 403, "haproxy proxy", "nginx"),
    ("nginx haproxy", "page", 503, "haproxy proxy", "nginx"),
    ("caddy tomcat", "missing", 404, "tomcat origin", "caddy"),
    ("caddy tomcat", "long field", 400, "tomcat origin", "caddy"),
    ("apache tomcat", "missing", 404, "tomcat origin", "apache"),
    ("traffic_server lighttpd", "missing", 404, "lighttpd origin", "traffic-server"),
    ("traffic_server lighttpd", "denied", 403, "lighttpd origin", "traffic-server"),
    ("traffic_server lighttpd", "large body", 413, "lighttpd origin", "traffic-server"),
    ("h2o express", "missing", 404, "express application", "h2o"),
    ("h2o express", "boom", 500, "express application", "h2o"),
    ("h2o express", "denied", 403, NOBODY, "express h2o"),
    ("lighttpd aiohttp", "missing", 404, "aiohttp application", ""),
    ("lighttpd aiohttp", "boom", 500, "aiohttp application", ""),
    ("apache starlette", "missing", 404, "starlette application", ""),
    # uvicorn itself would answer so too, and close; that Apache closes looks the same.
    ("apache starlette", "boom", 500, NOBODY, ""),
    ("haproxy varnish django", "missing", 404, "django application", "varnish"),
    ("haproxy varnish django", "boom", 500, "django application", "varnish"),
    ("haproxy varnish django", "post", 403, "django application csrf-failed", "varnish"),
    ("nginx varnish apache", "missing", 404, "apache origin", "nginx varnish"),
    ("nginx varnish apache", "denied", 403, "apache origin", "nginx varnish"),
    ("caddy envoy flask", "boom", 500, "werkzeug application", "caddy envoy"),
    ("caddy envoy flask", "empty", 500, NOBODY, "caddy envoy"),
    ("envoy nginx fastapi", "bad", 422, "starlette application", "envoy"),
    # The bare shape, which others share, without the `Server` of an ASGI server beside.
    ("envoy nginx fastapi", "missing", 404, NOBODY, "envoy"),
    ("squid caddy tornado", "missing", 404, "tornado application", "caddy squid"),
    ("squid caddy tornado", "boom", 500, "tornado application", "caddy squid"),
    # `not found`, and no `Server: h2o` any more.
    ("nginx traffic_server h2o", "missing", 404, NOBODY, "nginx traffic-server"),
    # The front answers.
    ("nginx flask", "large body", 413, "nginx origin", ""),
    ("nginx flask", "long field", 400, "nginx origin 494", ""),
    ("haproxy nginx", "no version", 400, "haproxy proxy", ""),
    ("haproxy nginx", "large body", 413, "haproxy proxy", ""),
    ("varnish apache", "no version", 400, NOBODY, ""),
    ("envoy gunicorn", "large body", 413, "envoy proxy request_payload_too_large", ""),
    ("envoy gunicorn", "long field", 431, "envoy proxy", ""),
    ("squid nginx", "large body", 413, "squid proxy ERR_TOO_BIG", ""),
    ("squid nginx", "long field", 431, "squid proxy ERR_TOO_BIG", ""),
    ("nginx haproxy", "long path", 414, "nginx origin", ""),
    ("caddy tomcat", "no version", 400, NOBODY, ""),
    ("traffic_server lighttpd", "no version", 400, "traffic-server proxy request#syntax_error", ""),
    ("h2o express", "large body", 413, "h2o origin", ""),
    ("lighttpd aiohttp", "large body", 413, "lighttpd origin", ""),
    ("apache starlette", "long field", 400, "apache origin", ""),
    ("nginx varnish apache", "large body", 413, "nginx origin", ""),
    # The one in the middle answers: what is behind it is down.
    ("varnish envoy dead", "page", 503, "envoy proxy UF", "varnish"),
    ("nginx squid dead", "page", 502, "squid proxy ERR_READ_ERROR", "nginx"),
    ("caddy nginx dead", "page", 502, "nginx proxy", "caddy"),
    ("caddy nginx dead", "long field", 400, "nginx origin 494", "caddy"),
    ("haproxy apache dead", "page", 503, "apache origin", ""),
    ("traffic_server varnish dead", "page", 503, "varnish proxy Backend fetch failed", "traffic-server"),
    # Caddy's error is empty, and nginx has put its own name in the place of Caddy's.
    ("nginx caddy dead", "page", 502, NOBODY, "nginx"),
]


@pytest.mark.parametrize(
    ("chain", "question", "status", "emitted_by", "via"),
    [pytest.param(*answer, id=f"{answer[0]}: {answer[1]}") for answer in ANSWERS],
)
def test_who_made_the_error(farm: Farm, chain: str, question: str, status: int, emitted_by: str, via: str) -> None:
    """Of the servers in a chain the one that made the error is named, and those that relayed it are `via`."""
    response = farm.ask(tuple(chain.split()), question)
    explanation = explain(response)

    assert (status, emitted_by, via) == (response.status, named(explanation), passed(explanation))


def test_every_chain_is_asked() -> None:
    """No chain is set up for nothing."""
    asked = {tuple(answer[0].split()) for answer in ANSWERS}

    assert {chain for chain in CHAINS if len(chain) > 2 or chain[1] not in ENDS} <= asked <= CHAINS


# --- clients ------------------------------------------------------------------------------------------


class Fetched(NamedTuple):
    """What a client makes of one response."""

    objects: list[object]
    """The response, and the exception that it becomes where that keeps the response."""
    headers: Any
    body: bytes
    keeps_body: bool
    """False where the response is a stream, and what was read from it is the caller's alone."""


def _raised(call: Callable[[], Any], errors: type[Exception]) -> Exception:
    with pytest.raises(errors) as caught:
        call()
    return caught.value


def by_requests(url: str) -> Fetched:
    """Fetch with requests."""
    response = requests.get(url, timeout=5)
    error = _raised(response.raise_for_status, requests.HTTPError)
    return Fetched([response, error], response.headers, response.content, keeps_body=True)


def by_httpx(url: str) -> Fetched:
    """Fetch with httpx."""
    response = httpx.get(url, timeout=5)
    error = _raised(response.raise_for_status, httpx.HTTPStatusError)
    return Fetched([response, error], response.headers, response.content, keeps_body=True)


def by_httpx2(url: str) -> Fetched:
    """Fetch with httpx2."""
    response = httpx2.get(url, timeout=5)
    error = _raised(response.raise_for_status, httpx2.HTTPStatusError)
    return Fetched([response, error], response.headers, response.content, keeps_body=True)


def by_urllib3(url: str) -> Fetched:
    """Fetch with urllib3."""
    with urllib3.PoolManager() as pool:
        response = pool.request("GET", url, retries=False, timeout=5)
    return Fetched([response], response.headers, response.data, keeps_body=True)


def by_aiohttp(url: str) -> Fetched:
    """Fetch with aiohttp."""

    async def fetch() -> Fetched:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return Fetched([response], response.headers, await response.read(), keeps_body=True)

    return asyncio.run(fetch())


def by_http_client(url: str) -> Fetched:
    """Fetch with http.client."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    connection.request("GET", parts.path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return Fetched([response], response.headers, body, keeps_body=False)


def by_urllib(url: str) -> Fetched:
    """Fetch with urllib."""
    error = _raised(lambda: urllib.request.urlopen(url, timeout=5), urllib.error.HTTPError)
    assert isinstance(error, urllib.error.HTTPError)
    with error:
        return Fetched([error], error.headers, error.read(), keeps_body=False)


CLIENTS = [by_requests, by_httpx, by_httpx2, by_urllib3, by_aiohttp, by_http_client, by_urllib]


@pytest.mark.parametrize(
    ("chain", "page", "emitted_by", "id_"),
    [
        pytest.param("nginx", "missing", "nginx origin", "404", id="a page with a footer"),
        pytest.param("apache dead", "page", "apache origin", "apache:503", id="a signed page"),
        pytest.param(
            "squid dead", "page", "squid proxy ERR_READ_ERROR", "squid:ERR_READ_ERROR", id="a field and a page"
        ),
        pytest.param("envoy dead", "page", "envoy proxy UF", "envoy:UF", id="plain text"),
        pytest.param("caddy dead", "page", "caddy proxy", "502", id="an empty body"),
        pytest.param("varnish apache", "missing", "apache origin", "404", id="relayed"),
        pytest.param("nginx varnish apache", "denied", "apache origin", "403", id="relayed twice"),
        pytest.param("nginx flask", "empty", NOBODY, "500", id="nobody"),
        pytest.param("fastapi", "bad", "starlette application", "422", id="JSON"),
        pytest.param("express", "missing", "express application", "express:404", id="express"),
    ],
)
@pytest.mark.parametrize("fetch", CLIENTS)
def test_clients(farm: Farm, fetch: Callable[[str], Fetched], chain: str, page: str, emitted_by: str, id_: str) -> None:
    """The object of every client is explained as its bare parts are: its status, header fields and body."""
    fetched = fetch(farm.url(tuple(chain.split()), page))

    for target in fetched.objects:
        explanation = explain(target) if fetched.keeps_body else explain(target, body=fetched.body)
        bare = explain(explanation.code, headers=fetched.headers, body=fetched.body)

        assert (emitted_by, id_) == (named(explanation), explanation.id) == (named(bare), bare.id)
        assert bare.via == explanation.via
        assert bare.emitter is explanation.emitter


class Streamed(NamedTuple):
    """What explain() said of a response before its body was read, and the body that was read afterwards."""

    explanation: Explanation
    headers: Any
    body: bytes


def streamed_by_requests(url: str) -> Streamed:
    """Explain before reading with requests."""
    with requests.get(url, timeout=5, stream=True) as response:
        return Streamed(explain(response), response.headers, response.content)


def streamed_by_httpx(url: str) -> Streamed:
    """Explain before reading with httpx."""
    with httpx.stream("GET", url, timeout=5) as response:
        return Streamed(explain(response), response.headers, response.read())


def streamed_by_httpx2(url: str) -> Streamed:
    """Explain before reading with httpx2."""
    with httpx2.stream("GET", url, timeout=5) as response:
        return Streamed(explain(response), response.headers, response.read())


def streamed_by_urllib3(url: str) -> Streamed:
    """Explain before reading with urllib3."""
    with urllib3.PoolManager() as pool:
        response = pool.request("GET", url, retries=False, timeout=5, preload_content=False)
        return Streamed(explain(response), response.headers, response.read())


def streamed_by_aiohttp(url: str) -> Streamed:
    """Explain before reading with aiohttp."""

    async def fetch() -> Streamed:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return Streamed(explain(response), response.headers, await response.read())

    return asyncio.run(fetch())


def streamed_by_http_client(url: str) -> Streamed:
    """Explain before reading with http.client."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    connection.request("GET", parts.path)
    response = connection.getresponse()
    found = Streamed(explain(response), response.headers, response.read())
    connection.close()
    return found


def streamed_by_urllib(url: str) -> Streamed:
    """Explain before reading with urllib."""
    error = _raised(lambda: urllib.request.urlopen(url, timeout=5), urllib.error.HTTPError)
    assert isinstance(error, urllib.error.HTTPError)
    with error:
        return Streamed(explain(error), error.headers, error.read())


@pytest.mark.parametrize(
    ("chain", "page", "emitted_by", "text"),
    [
        pytest.param(
            "squid dead", "page", "squid proxy ERR_READ_ERROR", b"ERR_READ_ERROR", id="a field that only it sets"
        ),
        pytest.param("varnish", "missing", "varnish proxy", b"Guru Meditation", id="two fields"),
        pytest.param("caddy", "missing", "caddy origin", b"", id="an empty body"),
        pytest.param("nginx", "missing", NOBODY, b"<hr><center>nginx", id="the page alone tells"),
    ],
)
@pytest.mark.parametrize(
    "fetch",
    [
        streamed_by_requests,
        streamed_by_httpx,
        streamed_by_httpx2,
        streamed_by_urllib3,
        streamed_by_aiohttp,
        streamed_by_http_client,
        streamed_by_urllib,
    ],
)
def test_a_stream_is_left_alone(
    farm: Farm, fetch: Callable[[str], Streamed], chain: str, page: str, emitted_by: str, text: bytes
) -> None:
    """A body that has not been read is not read by explain(): the header fields tell, and the body stays whole."""
    found = fetch(farm.url(tuple(chain.split()), page))

    assert emitted_by == named(found.explanation)
    assert text in found.body
    assert int(found.headers["Content-Length"]) == len(found.body)
