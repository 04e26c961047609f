"""curl against live servers, piped into the command: the right emitter each time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.live import Farm
from tests.servers import program

COMMAND = [sys.executable, "-m", "httpcodes_explained"]

# What is asked behind which chain; what the command says of its sender.
RESPONSES = [
    ("nginx", "missing", "nginx, as origin (certain)."),
    ("nginx dead", "page", "nginx, as proxy (certain)."),
    ("haproxy", "denied", "HAProxy, as proxy (certain)."),
    ("haproxy dead", "page", "HAProxy, as proxy (certain)."),
    ("varnish", "missing", "Varnish, as proxy (certain)."),
    ("varnish dead", "page", "Varnish, as proxy (certain)."),
    ("envoy dead", "page", "Envoy, as proxy (certain)."),
    ("envoy", "denied", "Envoy, as proxy (certain)."),
    ("nginx haproxy", "denied", "HAProxy, as proxy (certain); passed through nginx."),
    ("varnish envoy dead", "page", "Envoy, as proxy (certain); passed through Varnish."),
]


@pytest.mark.parametrize(("servers", "page", "sender"), RESPONSES)
@pytest.mark.parametrize("options", ["-si", "-sv", "-siv"])
def test_who_sent_it(farm: Farm, servers: str, page: str, sender: str, options: str) -> None:
    """Whatever curl prints of a response, its sender is named, and nobody else."""
    url = farm.url(tuple(servers.split()), page)
    pipeline = '"$1" "$2" "$3" 2>&1 | "$4" -m httpcodes_explained'
    shell = ["sh", "-c", pipeline, "sh", program("curl", "curl"), options, url, sys.executable]
    result = subprocess.run(shell, capture_output=True, text=True, check=True)

    assert f"\nWho sent it\n  {sender}\n" in result.stdout
    assert "" == result.stderr


def test_a_response_without_a_body(farm: Farm) -> None:
    """curl -I has headers alone, which prove nobody."""
    curl = [program("curl", "curl"), "-sI", farm.url(("nginx",), "missing")]
    head = subprocess.run(curl, capture_output=True, check=True).stdout
    result = subprocess.run([*COMMAND, "--short"], input=head, capture_output=True, check=True)

    assert result.stdout.startswith(b"404 Not Found: ")


def test_several_addresses(farm: Farm) -> None:
    """Each response has its line, whether or not its body ended one."""
    urls = [farm.url(("nginx",), "missing"), farm.url(("haproxy",), "denied"), farm.url(("nginx", "dead"), "page")]
    dump = subprocess.run([program("curl", "curl"), "-si", *urls], capture_output=True, check=True).stdout
    result = subprocess.run([*COMMAND, "--short"], input=dump, capture_output=True, check=True)

    senders = [line.partition(" Sent by: ")[2] for line in result.stdout.decode().splitlines()]
    assert [RESPONSES[0][2], RESPONSES[2][2], RESPONSES[1][2]] == senders
