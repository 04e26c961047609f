"""The middleware under the servers that Flask and Django bring along for development."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integrations.served import SITES, Served, http, serve

PATHS = ["/status/200", "/status/404", "/status/499", "/status/523", "/abort", "/raise", "/stream", "/nowhere"]
# What breaks is asked for by GET alone: for HEAD, Flask does not read it.
REQUESTS = [(path, method) for path in PATHS for method in ("GET", "HEAD")] + [("/break", "GET")]
FAILED = {"/status/404": 404, "/status/499": 499, "/status/523": 523, "/raise": 500, "/stream": 503, "/nowhere": 404}
LOGGED = {
    "flask_site": {**FAILED, "/abort": 409, "/break": 200},
    # Django's middleware is done once the header section of what streams is made.
    "django_site": {**FAILED, "/abort": 405},
}


@pytest.fixture(name="site", scope="module", params=["flask flask_site", "runserver django_site"])
def _site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Served]]:
    server, site = request.param.split()
    with serve(server, f"{SITES}:{site}", tmp_path_factory.mktemp(server)) as served:
        yield site, served


def test_servers_send_the_same_bytes(site: tuple[str, Served]) -> None:
    """Every answer is the same with and without the middleware, and each failed request has one line."""
    name, server = site
    expected = server.exchange_all(http(f"/bare{path}", method) for path, method in REQUESTS)
    answers = server.exchange_all(http(f"/ours{path}", method) for path, method in REQUESTS)

    assert all(expected)
    assert expected == answers

    logged = LOGGED[name]
    failed = [(method, f"/ours{path}", logged[path]) for path, method in REQUESTS if path in logged]
    lines = server.lines(len(failed))
    assert sorted(failed) == sorted((line["http_method"], line["http_path"], line["http_status"]) for line in lines)
    assert all(line["line"].startswith(f"{line['http_method']} {line['http_path']} ") for line in lines)
