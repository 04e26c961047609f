"""The main job: a real server's response, fetched by a real client, handed to explain()."""

from __future__ import annotations

import asyncio
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import httpx
import httpx2
import pytest
import requests
import urllib3

from httpcodes_explained import explain
from tests.servers import nginx, raw_server, status_response

EXPECTED = {404: "404", 499: "nginx:499", 520: "cloudflare:520", 523: "cloudflare:523", 599: None, 999: "linkedin:999"}
# nginx sends 404 by itself; other numbers it is told to return, and some it refuses or sends without phrase.
NGINX = "location /404 { return 404; } location /523 { return 523; } location / { return 200; }"


@pytest.fixture(name="sites", scope="module")
def _sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, str]]:
    """Serve 404 and 523 by nginx, and the numbers that it does not send by a plain socket."""
    with ExitStack() as stack:
        server = stack.enter_context(nginx(tmp_path_factory.mktemp("nginx"), NGINX))
        lines = {499: "499 Client Closed Request", 520: "520 ", 599: "599", 999: "999 Request denied"}
        sites = {number: stack.enter_context(raw_server(status_response(line))) for number, line in lines.items()}
        yield {**sites, 404: f"{server}/404", 523: f"{server}/523"}


def _raised(call: Callable[[], Any], errors: type[Exception]) -> Exception:
    with pytest.raises(errors) as caught:
        call()
    return caught.value


def by_requests(url: str) -> list[object]:
    """Return the response and, where requests raises one, the exception."""
    response = requests.get(url, timeout=5)
    found: list[object] = [response]
    if response.status_code < 600:  # requests lets 999 pass
        found.append(_raised(response.raise_for_status, requests.HTTPError))
    return found


def by_httpx(url: str) -> list[object]:
    """Return the response and the exception."""
    with httpx.Client(timeout=5) as client:
        response = client.get(url)
    return [response, _raised(response.raise_for_status, httpx.HTTPStatusError)]


def by_httpx2(url: str) -> list[object]:
    """Return the response and the exception."""
    with httpx2.Client(timeout=5) as client:
        response = client.get(url)
    return [response, _raised(response.raise_for_status, httpx2.HTTPStatusError)]


def by_urllib(url: str) -> list[object]:
    """Return the exception, which is the response."""
    error = _raised(lambda: urllib.request.urlopen(url, timeout=5), urllib.error.HTTPError)
    with error:  # type: ignore[attr-defined]
        return [error]


def by_http_client(url: str) -> list[object]:
    """Return the response."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    connection.request("GET", parts.path or "/")
    response = connection.getresponse()
    connection.close()
    return [response]


def by_urllib3(url: str) -> list[object]:
    """Return the response, and what is raised when retries run out."""
    with urllib3.PoolManager() as pool:
        response = pool.request("GET", url, retries=False, timeout=5)
        retry = urllib3.Retry(1, status_forcelist=range(400, 1000))
        error = _raised(lambda: pool.request("GET", url, retries=retry), urllib3.exceptions.MaxRetryError)
    return [response, error]


def by_aiohttp(url: str) -> list[object]:
    """Return the response and the exception."""

    async def fetch() -> list[object]:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            await response.read()
            return [response, _raised(response.raise_for_status, aiohttp.ClientResponseError)]

    return asyncio.run(fetch())


CLIENTS = [by_requests, by_httpx, by_httpx2, by_urllib, by_http_client, by_urllib3, by_aiohttp]


@pytest.mark.parametrize("fetch", CLIENTS)
@pytest.mark.parametrize("number", EXPECTED)
def test_real_responses_are_explained(sites: dict[int, str], number: int, fetch: Callable[[str], list[object]]) -> None:
    """The response and the exception of every client lead to the same record as the bare number."""
    for target in fetch(sites[number]):
        explanation = explain(target)

        assert number == explanation.code
        assert (EXPECTED[number] or explain(number).id) == explanation.id
        assert not explanation.synthetic
        assert explain(number).record is explanation.record


def test_a_stream_is_not_consumed(sites: dict[int, str]) -> None:
    """A body that the caller has not read is still there afterwards."""
    with requests.get(sites[999], timeout=5, stream=True) as response:
        assert "linkedin:999" == explain(response).id
        assert b"no" == response.content
    with httpx.stream("GET", sites[999], timeout=5) as streamed:
        assert "linkedin:999" == explain(streamed).id
        assert b"no" == streamed.read()


def test_the_method_is_read(sites: dict[int, str]) -> None:
    """Whether to repeat a 520 depends on the method, which the response knows."""
    assert explain(requests.get(sites[520], timeout=5)).retry.should
    assert not explain(requests.post(sites[520], timeout=5)).retry.should
    assert explain(httpx.put(sites[520], timeout=5)).retry.should
    assert "PUT is idempotent" == explain(httpx.put(sites[520], timeout=5)).retry.reason


def test_requests_retries_that_ran_out(sites: dict[int, str]) -> None:
    """requests.RetryError has no response; the status stands in its text alone."""
    with requests.Session() as session:
        session.mount("http://", requests.adapters.HTTPAdapter(max_retries=urllib3.Retry(1, status_forcelist=[520])))
        error = _raised(lambda: session.get(sites[520], timeout=5), requests.exceptions.RetryError)

    assert "cloudflare:520" == explain(error).id


def test_aiohttp_makes_a_status_up() -> None:
    """aiohttp calls a malformed status line 400; a wrong content type and a refused handshake bear a real status."""

    async def fail(url: str, how: str) -> Exception:
        async with aiohttp.ClientSession() as session:
            try:
                if how == "websocket":
                    await session.ws_connect(url)
                async with session.get(url) as response:
                    await response.json()
            except aiohttp.ClientError as error:
                return error
            raise AssertionError(how)

    with raw_server(b"HTTP/1.1 4o4 Not Found\r\n\r\n") as url:
        explanation = explain(asyncio.run(fail(url, "get")))
        assert (400, True) == (explanation.code, explanation.synthetic)
    with raw_server(status_response("200 OK")) as url:
        for how in ("json", "websocket"):
            explanation = explain(asyncio.run(fail(url, how)))
            assert (200, False) == (explanation.code, explanation.synthetic)


def test_103_as_a_final_response() -> None:
    """http.client, and what is built on it, returns 103 as the final response; the record says so."""
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
    with raw_server(early + status_response("200 OK")) as url:
        explanation = explain(requests.get(url, timeout=5))
        assert 200 == explain(httpx.get(url, timeout=5)).code

    assert (103, "103") == (explanation.code, explanation.id)
    texts = " ".join((explanation.meaning, explanation.example, *explanation.causes, *explanation.client_steps))
    assert "http.client" in texts


def test_nginx_sends_400_for_its_own_494(tmp_path: Path) -> None:
    """What nginx calls 494 reaches the client as 400, as the record says."""
    with nginx(tmp_path, "large_client_header_buffers 2 1k; location / { return 200; }") as url:
        response = requests.get(url, headers={"X": "x" * 3000}, timeout=5)

    assert (response.status_code,) == explain("nginx:494").wire == (400,)
    assert explain("nginx:494").name in response.text


def test_nginx_closes_without_a_response_on_444(tmp_path: Path) -> None:
    """444 never reaches a client: nothing does."""
    with nginx(tmp_path, "location / { return 444; }") as url, pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=5)

    assert () == explain(444).wire
    assert '" 444 0 ' in (tmp_path / "access.log").read_text()
