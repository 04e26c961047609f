"""Live servers and frameworks making their own errors: explain() names them, or nobody, and never another."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import requests

from httpcodes_explained import explain
from tests.live import NOBODY, Farm, named
from tests.servers import free_port, nginx, program

# What is asked behind which chain; the status that comes; who is expected to be named.
SERVERS = [
    ("nginx", "no version", 400, "nginx origin"),
    ("nginx", "malformed", 400, "nginx origin"),
    ("nginx", "denied", 403, "nginx origin"),
    ("nginx", "missing", 404, "nginx origin"),
    ("nginx", "large body", 413, "nginx origin"),
    ("nginx", "long path", 414, "nginx origin"),
    ("nginx", "long field", 400, "nginx origin 494"),
    ("nginx", "busy", 503, "nginx origin"),
    ("nginx dead", "page", 502, "nginx proxy"),
    ("nginx garbage", "page", 502, "nginx proxy"),
    ("nginx silent", "page", 504, "nginx proxy"),
    ("apache", "no version", 400, "apache origin"),
    ("apache", "long field", 400, "apache origin"),
    ("apache", "denied", 403, "apache origin"),
    ("apache", "missing", 404, "apache origin"),
    ("apache", "large body", 413, "apache origin"),
    ("apache", "long path", 414, "apache origin"),
    ("apache dead", "page", 503, "apache origin"),
    ("apache garbage", "page", 502, "apache proxy"),
    ("apache silent", "page", 502, "apache proxy"),
    ("haproxy", "no version", 400, "haproxy proxy"),
    ("haproxy", "long field", 400, "haproxy proxy"),
    ("haproxy", "denied", 403, "haproxy proxy"),
    ("haproxy", "missing", 404, "haproxy proxy"),
    ("haproxy", "large body", 413, "haproxy proxy"),
    ("haproxy", "page", 503, "haproxy proxy"),
    ("haproxy dead", "page", 503, "haproxy proxy"),
    ("haproxy garbage", "page", 502, "haproxy proxy"),
    ("haproxy silent", "page", 504, "haproxy proxy sH--"),
    ("varnish", "no version", 400, NOBODY),  # a status line and nothing else
    ("varnish", "denied", 403, "varnish proxy"),
    ("varnish", "missing", 404, "varnish proxy"),
    ("varnish dead", "page", 503, "varnish proxy Backend fetch failed"),
    ("varnish garbage", "page", 503, "varnish proxy Backend fetch failed"),
    ("varnish silent", "page", 503, "varnish proxy Backend fetch failed"),
    ("squid", "malformed", 400, "squid proxy ERR_INVALID_REQ"),
    ("squid", "denied", 403, "squid proxy ERR_ACCESS_DENIED"),
    ("squid", "large body", 413, "squid proxy ERR_TOO_BIG"),
    ("squid", "long path", 414, "squid proxy ERR_TOO_BIG"),
    ("squid", "long field", 431, "squid proxy ERR_TOO_BIG"),
    ("squid dead", "page", 502, "squid proxy ERR_READ_ERROR"),
    ("squid garbage", "page", 502, "squid proxy ERR_INVALID_RESP"),
    ("squid silent", "page", 504, "squid proxy ERR_READ_TIMEOUT"),
    ("caddy", "no version", 400, NOBODY),  # the text of Go's net/http
    ("caddy", "huge field", 431, NOBODY),  # likewise
    # Its own errors are empty, and bear no field that applications add.
    ("caddy", "denied", 403, "caddy origin"),
    ("caddy", "missing", 404, "caddy origin"),
    ("caddy", "busy", 503, "caddy origin"),
    ("caddy dead", "page", 502, "caddy proxy"),
    ("caddy garbage", "page", 502, "caddy proxy"),
    ("caddy silent", "page", 504, "caddy proxy"),
    ("lighttpd", "no version", 400, "lighttpd origin"),
    ("lighttpd", "denied", 403, "lighttpd origin"),
    ("lighttpd", "missing", 404, "lighttpd origin"),
    ("lighttpd", "large body", 413, "lighttpd origin"),
    ("lighttpd", "long field", 431, "lighttpd origin"),
    ("lighttpd dead", "page", 503, "lighttpd origin"),
    ("lighttpd closed", "page", 500, "lighttpd origin"),
    ("lighttpd silent", "page", 504, "lighttpd proxy"),
    ("tomcat", "no version", 400, "tomcat origin"),
    ("tomcat", "long field", 400, "tomcat origin"),
    ("tomcat", "denied", 403, "tomcat origin"),
    ("tomcat", "missing", 404, "tomcat origin"),
    ("traffic_server", "no version", 400, "traffic-server proxy request#syntax_error"),
    ("traffic_server", "denied", 403, "traffic-server proxy access#denied"),
    ("traffic_server", "missing", 404, "traffic-server proxy urlrouting#no_mapping"),
    ("traffic_server dead", "page", 502, "traffic-server proxy connect#failed_connect"),
    ("traffic_server garbage", "page", 502, "traffic-server proxy response#bad_response"),
    ("traffic_server silent", "page", 504, "traffic-server proxy timeout#inactivity"),
    ("h2o", "malformed", 400, NOBODY),  # the bare phrase, and no Server field
    ("h2o", "long path", 403, "h2o origin"),
    ("h2o", "missing", 404, "h2o origin"),
    ("h2o", "large body", 413, "h2o origin"),
    ("h2o dead", "page", 502, "h2o proxy"),
    ("h2o garbage", "page", 502, "h2o proxy"),
    ("h2o silent", "page", 502, "h2o proxy"),
    ("envoy", "no version", 400, "envoy proxy"),
    ("envoy", "denied", 403, "envoy proxy rbac_access_denied"),
    ("envoy", "missing", 404, NOBODY),  # empty: a relayed one may look the same
    ("envoy", "large body", 413, "envoy proxy request_payload_too_large"),
    ("envoy", "long field", 431, "envoy proxy"),
    ("envoy dead", "page", 503, "envoy proxy UF"),
    ("envoy garbage", "page", 502, "envoy proxy UPE"),
    ("envoy silent", "page", 504, "envoy proxy UT"),
]

FRAMEWORKS = [
    ("flask", "missing", 404, "werkzeug application"),
    ("flask", "boom", 500, "werkzeug application"),
    ("flask", "denied", 403, "werkzeug application"),
    ("flask", "bad", 400, "werkzeug application"),
    ("flask", "large body", 413, "werkzeug application"),
    ("flask", "long field", 431, "werkzeug application"),
    ("flask", "empty", 500, NOBODY),  # an empty body: it may be the application's own
    ("flaskdebug", "boom", 500, "werkzeug application"),
    ("gunicorn", "boom", 500, "werkzeug application"),
    ("gunicorn", "large body", 413, "werkzeug application"),
    ("gunicorn", "empty", 500, NOBODY),
    ("gunicorn", "no version", 400, NOBODY),  # a page of gunicorn's own, which it does not sign
    ("gunicorn", "long field", 431, NOBODY),  # likewise
    ("django", "missing", 404, "django application"),
    ("django", "boom", 500, "django application"),
    ("django", "denied", 403, "django application"),
    ("django", "other host", 400, "django application"),
    ("django", "post", 403, "django application csrf-failed"),
    ("djangodebug", "missing", 404, "django application"),
    ("djangodebug", "boom", 500, "django application"),
    ("djangodebug", "other host", 400, "django application disallowed-host"),
    ("djangodebug", "post", 403, "django application csrf-failed"),
    ("starlette", "missing", 404, "starlette application"),
    ("starlette", "boom", 500, "starlette application"),
    ("starlette", "denied", 403, "starlette application"),
    ("starlette", "no version", 400, NOBODY),  # a sentence of uvicorn's own, which it does not sign
    ("fastapi", "missing", 404, "starlette application"),
    ("fastapi", "boom", 500, "starlette application"),
    ("fastapi", "bad", 422, "starlette application"),
    ("fastapi", "denied", 403, NOBODY),  # words of the application, in a shape that anybody may use
    ("aiohttp", "missing", 404, "aiohttp application"),
    ("aiohttp", "boom", 500, "aiohttp application"),
    ("aiohttp", "denied", 403, "aiohttp application"),
    ("aiohttp", "large body", 413, "aiohttp application"),
    ("aiohttp", "long field", 400, "aiohttp application"),
    ("aiohttp", "no version", 400, "aiohttp application"),
    ("tornado", "missing", 404, "tornado application"),
    ("tornado", "boom", 500, "tornado application"),
    ("tornado", "denied", 403, "tornado application"),
    ("tornado", "bad", 400, "tornado application"),
    ("tornado", "no version", 400, NOBODY),  # a status line and nothing else
    ("express", "missing", 404, "express application"),
    ("express", "boom", 500, "express application"),
    ("express", "post", 400, "express application"),
    ("express", "large body", 413, "express application"),
    ("express", "denied", 403, NOBODY),  # sendStatus() of the application: the bare phrase
    ("express", "long field", 431, NOBODY),  # of node itself: empty, and no field names it
]


@pytest.mark.parametrize(
    ("chain", "question", "status", "expected"),
    [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in (*SERVERS, *FRAMEWORKS)],
)
def test_errors_of_its_own(farm: Farm, chain: str, question: str, status: int, expected: str) -> None:
    """A server or a framework that makes an error is named as its emitter wherever it leaves a mark."""
    response = farm.ask(tuple(chain.split()), question)

    assert (status, expected) == (response.status, named(explain(response)))
    # The reason phrase may be what tells; without it the answer is the same, or nobody.
    bare = explain(response.status, headers=response.headers, body=response.body)
    assert named(bare) in (expected, NOBODY)


# --- codes of nginx that no client sees ---------------------------------------------------------------

SITE = "location /444 { return 444; } location / { proxy_pass http://127.0.0.1:SILENT; }"


@pytest.fixture(name="certificates", scope="module")
def _certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the server's certificate, and a client's that nginx does not trust."""
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("server", "client"):
        asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={name}"]
        files = ["-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem"]
        subprocess.run([program("openssl", "openssl"), *asked, *files], check=True, capture_output=True)
    return folder


@pytest.fixture(name="secure", scope="module")
def _secure(tmp_path_factory: pytest.TempPathFactory, certificates: Path) -> Iterator[str]:
    """Run nginx that asks for a client's certificate; yield its host and port."""
    port, server = free_port(), certificates / "server.pem"
    verified = f"ssl_verify_client on; ssl_client_certificate {server}; return 200;"
    files = f"ssl_certificate {server}; ssl_certificate_key {certificates / 'server.key'};"
    with nginx(tmp_path_factory.mktemp("secure"), f"listen 127.0.0.1:{port} ssl; {files} {verified}"):
        yield f"127.0.0.1:{port}"


def _client(certificates: Path, *, certified: bool) -> httpx.Client:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if certified:
        context.load_cert_chain(certificates / "client.pem", certificates / "client.key")
    return httpx.Client(verify=context)


@pytest.mark.parametrize(
    ("scheme", "certified", "subcode"),
    [
        pytest.param("https", True, "495", id="495: a certificate of somebody else"),
        pytest.param("https", False, "496", id="496: no certificate"),
        pytest.param("http", False, "497", id="497: no TLS"),
    ],
)
def test_nginx_codes_for_tls(secure: str, certificates: Path, scheme: str, *, certified: bool, subcode: str) -> None:
    """495, 496 and 497 reach the client as 400, and the title says which it is."""
    with _client(certificates, certified=certified) as client:
        explanation = explain(client.get(f"{scheme}://{secure}/"))

    assert (400, f"nginx origin {subcode}") == (explanation.code, named(explanation))
    assert f"nginx:{subcode}" == explanation.id
    assert 400 in explanation.record.wire


def test_nginx_codes_without_a_response(tmp_path: Path) -> None:
    """On 444 nginx closes; on 499 the client has gone: both stand in the log, and no response is sent."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        site = SITE.replace("SILENT", str(silent.getsockname()[1]))
        with nginx(tmp_path, site) as url:
            with pytest.raises(requests.ConnectionError):
                requests.get(f"{url}/444", timeout=5)
            with pytest.raises(requests.ReadTimeout):
                requests.get(f"{url}/499", timeout=0.2)
            log = tmp_path / "access.log"
            end = time.monotonic() + 5
            while " 499 0 " not in log.read_text() and time.monotonic() < end:
                time.sleep(0.02)

    assert [" 444 0 ", " 499 0 "] == [code for code in (" 444 0 ", " 499 0 ") if code in log.read_text()]
    assert () == explain("nginx:444").record.wire == explain("nginx:499").record.wire
