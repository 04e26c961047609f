"""niquests, which needs an environment of its own: its dependency takes the place of urllib3."""

from __future__ import annotations

import asyncio

import pytest

from httpcodes_explained import annotate, explain, explained
from tests.servers import raw_server, status_response

niquests = pytest.importorskip("niquests", reason="needs niquests, alone: nox -s niquests")


@pytest.mark.parametrize(("line", "expected"), [("404 Not Found", "404"), ("523 ", "cloudflare:523")])
def test_response_and_exception(line: str, expected: str) -> None:
    """The response and the exception lead to the record; the method is read."""
    with raw_server(status_response(line)) as url:
        response = niquests.get(url, timeout=5)
        with pytest.raises(niquests.HTTPError) as caught:
            response.raise_for_status()

    assert expected == explain(response).id == explain(caught.value).id
    assert explain(response).retry == explain(caught.value).retry


def test_response_that_has_not_come() -> None:
    """A lazy response has no status yet: that is no status, not zero."""
    response = niquests.Response()
    assert response.status_code is None

    with pytest.raises(TypeError):
        explain(response)


def test_errors_get_one_note() -> None:
    """The error of the sync and of the async client gets the note, once; its type and its text stay."""

    async def fetch(url: str) -> None:
        async with niquests.AsyncSession() as session:
            with explained():
                (await session.get(url, timeout=5)).raise_for_status()

    with raw_server(status_response("523 ")) as url:
        with pytest.raises(niquests.HTTPError) as plain:
            niquests.get(url, timeout=5).raise_for_status()
        with pytest.raises(niquests.HTTPError) as sync, explained():
            niquests.get(url, timeout=5).raise_for_status()
        with pytest.raises(niquests.HTTPError) as awaited:
            asyncio.run(fetch(url))

    for caught in (sync.value, awaited.value):
        assert caught is annotate(caught)
        assert (type(plain.value), str(plain.value)) == (type(caught), str(caught))
        assert 1 == len(caught.__notes__)
        assert caught.__notes__[0].startswith("HTTP 523 Origin Is Unreachable (Cloudflare): ")


def test_retries_that_ran_out_get_a_note() -> None:
    """niquests' RetryError has no response; the status stands in its text alone."""
    with raw_server(status_response("503 Service Unavailable")) as url, niquests.Session() as session:
        retries = niquests.RetryConfiguration(1, status_forcelist=[503])
        session.mount("http://", niquests.adapters.HTTPAdapter(max_retries=retries))
        with pytest.raises(niquests.exceptions.RetryError) as caught, explained():
            session.get(url, timeout=5)

    assert caught.value.__notes__[0].startswith("HTTP 503 Service Unavailable: ")


def test_a_stream_is_not_consumed() -> None:
    """A body that the caller has not read is still there after the note."""
    with (
        raw_server(status_response("523 ")) as url,
        niquests.Session() as session,
        session.get(url, timeout=5, stream=True) as response,
    ):
        with pytest.raises(niquests.HTTPError), explained():
            response.raise_for_status()
        assert b"no" == response.content
