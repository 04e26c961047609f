"""Responses on standard input: curl's dumps, one or several, clean or hostile."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained import explain
from httpcodes_explained._commands import MOST_DRAINED
from httpcodes_explained._pasted import LIMIT, Response, lines_in, responses_in
from httpcodes_explained.cli import main

COMMAND = [sys.executable, "-m", "httpcodes_explained"]

HAPROXY = (
    "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n"
)

REDIRECTED = (
    "HTTP/1.1 200 Connection established\r\n\r\n"
    "HTTP/1.1 301 Moved Permanently\r\nServer: cloudflare\r\nCF-RAY: 8f00-FRA\r\nContent-Length: 900\r\n\r\n"
    "HTTP/1.1 100 Continue\r\n\r\n"
    f"HTTP/2 503 \r\nserver: cloudflare\r\ncf-ray: 8f00-FRA\r\nretry-after: 30\r\n\r\n{HAPROXY}"
)

VERBOSE = """\
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0*   Trying 127.0.0.1:80...
* Connected to example.com (127.0.0.1) port 80 (#0)
> GET /nope HTTP/1.1\r
> Host: example.com\r
>\r
< HTTP/1.1 503 Service Unavailable\r
< content-type: text/html\r
< cache-control: no-cache\r
\r  0     0    0     0    0     0      0      0 --:--:--  0:00:01 --:--:--     0< x-late: 1\r
<\r
{ [107 bytes data]
\r100   107  100   107    0     0  84767      0 --:--:-- --:--:-- --:--:--  109k
* Connection #0 to host example.com left intact
"""


def run(monkeypatch: pytest.MonkeyPatch, text: str | bytes, *options: str) -> int:
    """Run the command on a standard input."""
    data = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return main(options)


# --- reading ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_one_response(newline: str) -> None:
    """Status line, fields and body are told apart, whatever ends the lines."""
    text = newline.join(("HTTP/1.1 404 Not Found", "Server: x", "Set-Cookie: a=b; c", "", "one\ntwo"))

    fields = [("server", "x"), ("set-cookie", "a=b; c")]
    assert [Response("HTTP/1.1 404 Not Found", fields, "one\ntwo")] == responses_in(text.encode())


def test_several_responses() -> None:
    """Those of a proxy, of redirects and of an interim answer stand before the last; it alone has a body."""
    found = responses_in(REDIRECTED.encode())

    lines = [
        "HTTP/1.1 200 Connection established",
        "HTTP/1.1 301 Moved Permanently",
        "HTTP/1.1 100 Continue",
        "HTTP/2 503 ",
    ]
    assert lines == [response.line for response in found]
    assert [None, None, None, HAPROXY] == [response.body for response in found]
    assert [False, False, True, False] == [response.is_interim for response in found]


def test_a_body_need_not_end_its_line() -> None:
    """The next response begins right behind the body before it."""
    found = responses_in(b"HTTP/1.1 404 Not Found\nA: 1\n\nnoHTTP/1.1 502 Bad Gateway\nB: 2\n\nbad")

    assert [("HTTP/1.1 404 Not Found", "no"), ("HTTP/1.1 502 Bad Gateway", "bad")] == [(r.line, r.body) for r in found]


def test_a_response_in_a_body_is_text() -> None:
    """As far as Content-Length reaches, a body may show what it likes."""
    body = "HTTP/1.1 shown:\n\nHTTP/1.1 200 OK\nServer: nginx\n\n"
    text = f"HTTP/1.1 404 Not Found\nContent-Length: {len(body)}\n\n{body}"

    assert [body] == [response.body for response in responses_in(text.encode())]


def test_a_length_of_what_was_pasted_otherwise() -> None:
    """A terminal turns CRLF into LF, and the length then reaches into the next response."""
    text = "HTTP/1.1 404 Not Found\nContent-Length: 6\n\na\nb\nHTTP/1.1 502 Bad Gateway\nA: 1\n\n"
    assert ["a\nb\n", None] == [response.body for response in responses_in(text.encode())]


@pytest.mark.parametrize("length", ["7", "99999999999999999999", "-1", "x"])
def test_a_length_that_is_not_true(length: str) -> None:
    """curl -I prints no body whatever the length says, and what is no length says nothing."""
    text = f"HTTP/1.1 404 Not Found\nContent-Length: {length}\n\nHTTP/1.1 502 Bad Gateway\nA: 1\n\n"

    assert ["404", "502"] == [response.line.split()[1] for response in responses_in(text.encode())]


def test_a_length_beyond_the_end() -> None:
    """A body that was cut is taken as far as it goes."""
    (response,) = responses_in(b"HTTP/1.1 404 Not Found\nContent-Length: 100\n\nno")
    assert "no" == response.body


@pytest.mark.parametrize(("fields", "body"), [("Content-Length: 0\n", ""), ("A: 1\n", None)], ids=["empty", "unknown"])
def test_no_body(fields: str, body: str | None) -> None:
    """An empty body is a mark; that curl -I shows none is not."""
    assert [body] == [response.body for response in responses_in(f"HTTP/1.1 404 Not Found\n{fields}\n".encode())]


def test_folded_fields() -> None:
    """Lines that begin with space continue the field before them."""
    (response,) = responses_in(b"HTTP/1.1 404 Not Found\r\nVia: 1.1 a,\r\n\t1.1 b\r\n\r\n")
    assert [("via", "1.1 a, 1.1 b")] == response.headers


def test_what_curl_v_prints() -> None:
    """The request, curl's remarks and its meter are left out; the body comes after them."""
    fields = [("content-type", "text/html"), ("cache-control", "no-cache"), ("x-late", "1")]

    assert [Response("HTTP/1.1 503 Service Unavailable", fields, HAPROXY)] == responses_in((VERBOSE + HAPROXY).encode())


def test_what_curl_vi_prints() -> None:
    """With -i beside -v a head is printed twice, and read once."""
    found = responses_in(f"{VERBOSE}HTTP/1.1 503 Service Unavailable\r\nA: 1\r\n\r\n{HAPROXY}".encode())
    assert [Response("HTTP/1.1 503 Service Unavailable", [("a", "1")], HAPROXY)] == found


@pytest.mark.parametrize("first", ["    ", ""], ids=["all lines", "all but the first"])
@pytest.mark.parametrize("text", [REDIRECTED, VERBOSE + HAPROXY], ids=["curl -iL", "curl -v"])
def test_what_is_set_a_few_columns_in(text: str, first: str) -> None:
    """A listing, a ticket or a chat indents; who copies out of it begins at the first letter."""
    indented = first + text.replace("\n", "\n    ")
    assert responses_in(text.encode()) == responses_in(indented.encode())


@pytest.mark.parametrize("text", ["", "404", '"GET / HTTP/1.1" 404 153', "HTTP/1.1 099 X\n\n"])
def test_no_response(text: str) -> None:
    """What is not laid out as a response is none."""
    assert [] == responses_in(text.encode())


def test_status_lines_alone() -> None:
    """A list of status lines is as many responses."""
    text = b"HTTP/1.1 404 Not Found\nHTTP/2 503\n"
    assert ["HTTP/1.1 404 Not Found", "HTTP/2 503"] == [response.line for response in responses_in(text)]


@given(st.binary() | st.text(alphabet="HTP/1.20 4:<>*\r\nab-").map(str.encode))
def test_anything_can_be_read(data: bytes) -> None:
    """No input raises, and no line is empty."""
    responses_in(data)
    assert all(line.strip() for line in lines_in(data))


names = st.from_regex("[a-z][a-z-]{0,8}", fullmatch=True).filter(lambda name: name != "content-length")
values = st.text(alphabet="abc/1.; =", max_size=9).map(str.strip)
heads = st.builds(
    Response, st.sampled_from(["HTTP/1.1 404 Not Found", "HTTP/2 503"]), st.lists(st.tuples(names, values)), st.none()
)


@given(st.lists(heads), st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read(responses: list[Response], newline: str) -> None:
    """Heads come out as they went in."""
    lines = [
        line for head in responses for line in (head.line, *(f"{name}: {value}" for name, value in head.headers), "")
    ]
    assert responses == responses_in("".join(f"{line}{newline}" for line in lines).encode())


# --- explaining ---------------------------------------------------------------------------------------


def test_who_sent_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The last response is explained in full; those before it have a line each."""
    assert 0 == run(monkeypatch, REDIRECTED)
    output = capsys.readouterr().out

    before, last = output.split("\n\n", 1)
    assert ["200 OK", "301 Moved Permanently", "100 Continue"] == [
        line.partition(":")[0] for line in before.splitlines()
    ]
    assert "passed through Cloudflare" in before
    assert last.startswith("503 Service Unavailable")
    assert "Who sent it\n  HAProxy, as proxy (certain); passed through Cloudflare.\n" in last
    assert "Evidence\n" in last
    assert "; retry-after asks to wait (30 s). " in " ".join(last.split())


@pytest.mark.parametrize(
    ("server", "sender"),
    [("cloudflare", "Not known; passed through Cloudflare."), ("x", "Not known: no mark proves who made it.")],
)
def test_nobody_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], server: str, sender: str
) -> None:
    """Where no mark proves who made it, the answer says so."""
    assert 0 == run(monkeypatch, f"HTTP/1.1 404 Not Found\nServer: {server}\n\n{{}}")
    assert f"Who sent it\n  {sender}\n" in capsys.readouterr().out


def test_interim_responses_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the final response is missing, the last that came is explained in full."""
    assert 0 == run(monkeypatch, "HTTP/1.1 103 Early Hints\n\nHTTP/1.1 100 Continue\n\n")
    first, title, heading, *_ = capsys.readouterr().out.split("\n\n")

    assert [str(explain(103)), str(explain(100))] == [first, title]
    assert heading.startswith("Who sent it\n")


def test_switching_is_final(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """No response follows 101 in HTTP."""
    assert 0 == run(monkeypatch, "HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\n\n", "--short")
    assert f"{explain(101)}\n" == capsys.readouterr().out


def test_short(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--short has one line a response, with its sender."""
    assert 0 == run(monkeypatch, REDIRECTED, "--short")
    *_, last = lines = capsys.readouterr().out.splitlines()

    assert 4 == len(lines)
    expected = explain("HTTP/2 503", headers={"server": "cloudflare", "cf-ray": "8f00-FRA"}, body=HAPROXY)
    assert f"{expected} Sent by: HAProxy, as proxy (certain); passed through Cloudflare." == last


def test_what_readme_shows(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """README shows the redirect of a site, and the page of HAProxy behind Cloudflare."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"\n\$ curl -siL .* \| httpcodes --short\n(.*?)```\n", readme, re.DOTALL)
    *_, redirect, _, failure = responses_in(REDIRECTED.encode())
    dump = "".join(
        "\n".join([head.line, *(": ".join(field) for field in head.headers), "", head.body or ""])
        for head in (redirect, failure)
    )
    assert 0 == run(monkeypatch, dump, "--short")

    assert shown is not None
    assert shown[1] == capsys.readouterr().out


def test_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--json has one object a response, in their order."""
    assert 0 == run(monkeypatch, REDIRECTED, "--json")
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert [(200, None), (301, None), (100, None), (503, "haproxy")] == [(e["code"], e["emitted_by"]) for e in found]


def test_a_number_nobody_defined(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown status is explained, and the exit status tells."""
    assert 1 == run(monkeypatch, "HTTP/1.1 471 Odd\n\n", "--short")
    assert f"{explain(471)}\n" == capsys.readouterr().out


def test_vendor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--vendor settles whose number it is."""
    assert 0 == run(monkeypatch, "HTTP/1.1 530 x\n\n", "--short", "--vendor", "shopify")
    assert f"{explain('shopify:530')}\n" == capsys.readouterr().out


# --- codes, one a line --------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--short"], ["--short", "-"]])
def test_codes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Codes and ids, one a line, are explained once each."""
    assert 0 == run(monkeypatch, "404\r\n\n nginx:499 \n404\nH12\n404 Not Found", *arguments)

    assert [str(explain(code)) for code in (404, "nginx:499", "H12", 404)] == capsys.readouterr().out.splitlines()


def test_lines_without_a_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """They are named among the errors, with a way out."""
    assert 1 == run(monkeypatch, "zq xw vv\n504\n", "--short")
    output = capsys.readouterr()

    assert f"{explain(504)}\n" == output.out
    assert "httpcodes: no status code answers to 'zq xw vv'" in output.err
    assert "httpcodes search WORD" in output.err


def test_a_file_without_codes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Not every line of it is named."""
    assert 1 == run(monkeypatch, "".join(f"line {number} of a file\n" for number in range(1000)))
    *problems, last = capsys.readouterr().err.splitlines()

    assert 20 == len(problems)
    assert "httpcodes: 20 codes are unknown; the rest is left out" == last


# --- what is not to be read ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "the input is binary: "),
        (b"y\n" * LIMIT, "no response in the first 256 KiB of the input, "),
        (b"<html><body>503</body></html>", "the input has no status line: curl -si prints it"),
        (b'\n {"status": 404}', "the input has no status line: curl -si prints it"),
        (b"*   Trying 127.0.0.1:1...\n* Closing connection\n", "the input holds curl's own remarks, and no response"),
        (
            b"  % Total    % Received\n           Dload  Upload\n\r  0     0    0     0*   Trying 127.0.0.1:1...\n",
            "the input holds curl's own remarks, and no response",
        ),
        (b"curl: (7) Failed to connect\n", "the input holds curl's own remarks, and no response"),
    ],
    ids=["binary", "endless", "page", "object", "remarks", "meter", "error"],
)
def test_other_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes, message: str
) -> None:
    """What holds neither a response nor codes is refused in one line that says what was expected."""
    assert 2 == run(monkeypatch, data)
    output = capsys.readouterr()

    assert "" == output.out
    assert output.err.startswith(f"httpcodes: {message}")
    assert 1 == output.err.count("\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], encoding: str) -> None:
    """Editors and shells of Windows write them before the first code."""
    assert 0 == run(monkeypatch, "404\n499\n".encode(encoding), "--short")
    assert f"{explain(404)}\n{explain(499)}\n" == capsys.readouterr().out


@pytest.mark.parametrize("data", ["", " \n"])
def test_empty_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: str) -> None:
    """No input is no question: the help comes."""
    assert 2 == run(monkeypatch, data)
    assert "usage: httpcodes" in capsys.readouterr().err


def test_closed_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A process may have no standard input at all."""
    monkeypatch.setattr(sys, "stdin", None)

    assert 2 == main([])
    assert "usage: httpcodes" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs the devices of Unix")
@pytest.mark.parametrize("name", ["zero", "urandom"])
def test_endless_devices(name: str) -> None:
    """The command ends although its input does not."""
    with Path("/dev", name).open("rb") as endless:
        result = subprocess.run(COMMAND, stdin=endless, capture_output=True, timeout=60, check=False)

    assert (2, b"") == (result.returncode, result.stdout)
    assert result.stderr.startswith(b"httpcodes: the input is binary")


@pytest.mark.parametrize(("length", "left"), [(100, 0), (3 * LIMIT, 0), (MOST_DRAINED + 3 * LIMIT, 2 * LIMIT)])
def test_the_rest_is_read_as_well(monkeypatch: pytest.MonkeyPatch, length: int, left: int) -> None:
    """Whoever writes a long response, as curl does, fails where nobody reads it; what never ends is left."""
    stream = io.BytesIO(b"HTTP/1.1 404 Not Found\r\n\r\n".ljust(length, b"x"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))

    assert 0 == main(["--short"])
    assert left == length - stream.tell()


def test_a_long_body_is_no_harm(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a response larger than the limit the beginning is enough."""
    assert 0 == run(monkeypatch, f"HTTP/1.1 503 x\n\n{HAPROXY}{'x' * LIMIT}", "--short")
    assert "Sent by: HAProxy" in capsys.readouterr().out


HOSTILE = "\x1b]0;owned\x07\x1b[31m\x9b31m\u202e"


@pytest.mark.parametrize(
    "text",
    [
        f"HTTP/1.1 503 {HOSTILE}\nServer: {HOSTILE}\nRetry-After: {HOSTILE}\n{HOSTILE}: x\n\n{HAPROXY}{HOSTILE}",
        f"HTTP/1.1 403 Forbidden\nCF-RAY: x\n\nerror code: 1020{HOSTILE}",
        f"haproxx:{HOSTILE}\n",
        f"{HOSTILE}\n",
        f"iis:{HOSTILE}\n",
    ],
)
@pytest.mark.parametrize("options", [[], ["--short"], ["--json"]], ids=["long", "short", "json"])
def test_no_control_character_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, options: list[str]
) -> None:
    """Whatever a response or a line holds, the terminal gets printable text."""
    run(monkeypatch, text, *options)
    output = capsys.readouterr()

    assert all(char.isprintable() or char == "\n" for char in output.out + output.err)
    assert output.out + output.err


def test_interrupted_while_reading() -> None:
    """Ctrl-C ends the command without a traceback."""
    reading, writing = os.pipe()
    try:
        script = "import os, signal, threading; from httpcodes_explained.cli import main; "
        script += "threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start(); raise SystemExit(main([]))"
        result = subprocess.run([sys.executable, "-c", script], stdin=reading, capture_output=True, check=False)
    finally:
        os.close(reading)
        os.close(writing)

    assert (130, b"", b"") == (result.returncode, result.stdout, result.stderr)
