"""niquests, which needs an environment of its own: its dependency takes the place of urllib3."""

from __future__ import annotations

import pytest

from httpcodes_explained import explain
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
