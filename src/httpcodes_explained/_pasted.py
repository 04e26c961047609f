"""From what somebody pasted or piped to the responses in it: what ``curl -i`` and ``curl -v`` print."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple

LIMIT = 256 * 1024
"""Bytes of the input that are read. Of a body 64 KiB count, and of several responses only the last has one."""

# A status line counts where a field line, an empty line, the next status line or the end follows it. It
# need not stand at the start of a line: few bodies end with a line break.
_HEAD = re.compile(
    rb"(?P<line>HTTP/[0-9](?:\.[0-9])? [1-9][0-9]{2}(?: [^\r\n]*)?)(?:\r?\n(?=[^\s:]+:|\r?\n|HTTP/|\Z)|\Z)"
    rb"(?P<fields>(?:[^\s:]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z))*)"
    rb"(?:\r?\n)?"
)
# What is set a few columns in, as in a listing or a ticket, shows it before the first status line or behind it.
_INDENT = re.compile(
    rb"^(?P<before>[ \t]*)(?:< )?HTTP/[0-9](?:\.[0-9])? [1-9][0-9]{2}\b[^\r\n]*(?:\r?\n(?P<behind>[ \t]*))?",
    re.MULTILINE,
)
_BEHIND_BODY = re.compile(rb"\s*(?:HTTP/[0-9]|\Z)")
_FOLD = re.compile(rb"\r?\n[ \t]+")

# What `curl -v` prints around a response: its own remarks, the request, counts of bytes, the progress meter.
_METER = re.compile(rb"\r[ 0-9]{3} [^\r\n*<>{}]*\n?|^ {1,2}% Total.*\n.*Dload.*\n", re.MULTILINE)
_REMARK = re.compile(rb"^(?:[*>}{] .*|>\r?)(?:\n|\Z)", re.MULTILINE)
_SAID_BY_CURL = re.compile(rb"\s*(?:[*>{}] |curl: \()")
_RECEIVED = re.compile(rb"^< ?(?=HTTP/|[^\s:<>]+:|\r?$)", re.MULTILINE)
_RECEIVED_LINE = re.compile(rb"^<(?: .*|\r?)(?:\n|\Z)", re.MULTILINE)


class Response(NamedTuple):
    """One response, as `explain` takes it."""

    line: str
    """The status line."""
    headers: list[tuple[str, str]]
    body: str | None
    """None where nothing shows whether there was one: ``curl -I`` prints none."""

    @property
    def is_interim(self) -> bool:
        """Whether another response follows to the same request, as after 100 and 103; 101 is the last one."""
        status = self.line.split()[1]
        return status[0] == "1" and status != "101"


def responses_in(data: bytes) -> list[Response]:
    """Return the responses in an input, in its order; none where there is no status line in it."""
    data = _without_remarks(_without_indent(data))
    found: list[Response] = []
    head = _HEAD.search(data)
    while head is not None:
        fields = _fields(head["fields"])
        start = head.end()
        following = _HEAD.search(data, _end_of_body(data, start, fields))
        body = data[start : len(data) if following is None else following.start()]
        has_body = bool(body.strip()) or ("content-length", "0") in fields
        found.append(Response(_text(head["line"]), fields, _text(body) if has_body else None))
        head = following
    return found


def as_utf8(data: bytes) -> bytes:
    """Return an input in UTF-8 and without a byte order mark, which editors and shells of Windows write."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(BOM_UTF8)


def lines_in(data: bytes) -> list[str]:
    """Return the different lines of an input that are not empty, in its order."""
    return list(dict.fromkeys(line for raw in _text(data).splitlines() if (line := raw.strip())))


def why_not(data: bytes) -> str | None:
    """Return what keeps an input without any status line from being read as one code a line; None if nothing does."""
    if b"\0" in data:
        return "the input is binary: expected a response, as curl -si prints it, or one code a line"
    if len(data) == LIMIT:
        return f"no response in the first {LIMIT // 1024} KiB of the input, and too much for codes, one a line"
    if _SAID_BY_CURL.match(_METER.sub(b"", data)):
        return "the input holds curl's own remarks, and no response: curl got none"
    if data.lstrip()[:1] in (b"<", b"{"):
        return "the input has no status line: curl -si prints it before the body, curl -s does not"
    return None


def _without_indent(data: bytes) -> bytes:
    """Return what is set a few columns in, with or without its first line, as it was before."""
    line = _INDENT.search(data)
    indent = line and (line["before"] or line["behind"])
    return re.sub(rb"(?m)^" + indent, b"", data) if indent else data


def _without_remarks(data: bytes) -> bytes:
    """Return what ``curl -v`` printed as ``curl -i`` would have; anything else as it is."""
    if not re.search(rb"^< HTTP/", data, re.MULTILINE):
        return data
    data = _REMARK.sub(b"", _METER.sub(b"", data))
    # With -i beside -v, each head stands there twice.
    is_twice = re.search(rb"^HTTP/", data, re.MULTILINE)
    return _RECEIVED_LINE.sub(b"", data) if is_twice else _RECEIVED.sub(b"", data)


def _fields(lines: bytes) -> list[tuple[str, str]]:
    """Return (lower-case name, value) of each field line; RFC 9112 section 5.2 has folded ones joined by a space."""
    unfolded = _text(_FOLD.sub(b" ", lines)).splitlines()
    parts = (line.partition(":") for line in unfolded)
    return [(name.strip().lower(), value.strip()) for name, _, value in parts]


def _end_of_body(data: bytes, start: int, fields: list[tuple[str, str]]) -> int:
    """Return where a body ends at the earliest: what stands in it is no response, whatever it looks like."""
    length = next((value for name, value in fields if name == "content-length"), "")
    # curl -I prints no body, and curl -L none of a redirect.
    if not length.isdecimal() or len(length) > len(str(LIMIT)) or _HEAD.match(data, start):
        return start
    end = start + int(length)
    # Who pasted it may have lost bytes: CR before LF, most often.
    return end if _BEHIND_BODY.match(data, end) else start


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
