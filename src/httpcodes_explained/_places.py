"""
The places of a response at which signatures look: header fields, title, footer, JSON values.

Everything here comes from outside and is taken in bounded pieces. Text is compared in lower case; only
ASCII letters change, so that a position in the lower text is the same position in the original.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

LONGEST_BODY = 8192
"""Characters of a body that are looked at."""

LONGEST_JSON = 65_536
"""Characters or bytes. A longer body is not parsed as JSON."""

_LONGEST_TITLE = 300
_LONGEST_FOOTER = 400
_LONGEST_END = 1024


class Places(dict[str, str | None]):
    """
    The places of one response: a mapping from a place to its text in lower case, None where it has none.

    Each is worked out when it is first asked for. Several lines of one field have line breaks between.
    """

    __slots__ = ("_json", "_raw", "_text", "body", "fields", "fields_given", "reason", "status")

    def __init__(self, status: int, reason: str | None, fields: Mapping[str, str] | None, body: object) -> None:
        """Take header fields by lower-case name, and a body of any type: only text and bytes are looked at."""
        self.status = str(status)
        self.reason = reason
        self.fields_given = fields is not None
        self.fields: Mapping[str, str] = {} if fields is None else fields
        # What arrives piece by piece is collected in a bytearray; of a longer one no more would be looked at.
        body = bytes(body[: LONGEST_JSON + 1]) if isinstance(body, bytearray) else body
        self._raw = body if isinstance(body, str | bytes) else None
        self._text = text = _beginning(body)
        self.body = None if text is None else lower(text)
        self._json: object = _UNREAD

    def __missing__(self, place: str) -> str | None:
        if place == "body":
            found = self.body
        elif place in _PARTS:
            found = None if self.body is None else _PARTS[place](self.body, self.body)
        else:
            text = self.original(place)
            found = None if text is None else lower(text)
        self[place] = found
        return found

    def given(self, place: str) -> bool:
        """Return whether the part that holds a place was given at all: else nothing is known of it."""
        if place.startswith(("header:", "cookie")):
            return self.fields_given
        if place in ("status", "reason"):
            return place == "status" or self.reason is not None
        return self.body is not None

    def original(self, place: str) -> str | None:
        """Return the text at a place as it was sent, each character where it stands in the lower text."""
        kind, _, name = place.partition(":")
        if kind == "header":
            return self.fields.get(name)
        if kind == "json":
            return _json_text(_at(self._parsed(), name))
        if kind == "cookie":
            return self._cookies()
        return {"status": self.status, "reason": self.reason}[kind] if kind in _LINE else self._part_of_body(kind)

    def looks_like_json(self) -> bool:
        """Return whether the body begins as a JSON object or array."""
        return self.body is not None and self.body[:1] in ("{", "[")

    def _cookies(self) -> str | None:
        lines = self.fields.get("set-cookie")
        return None if lines is None else "\n".join(line.partition("=")[0].strip() for line in lines.split("\n"))

    def _part_of_body(self, place: str) -> str | None:
        if self.body is None or self._text is None or place == "body":
            return self._text
        return _PARTS[place](self.body, self._text)

    def _parsed(self) -> object:
        if self._json is _UNREAD:
            self._json = self._parse()
        return self._json

    def _parse(self) -> object:
        if self._raw is None or len(self._raw) > LONGEST_JSON or not self.looks_like_json():
            return None
        try:
            return json.loads(self._raw)
        except (ValueError, RecursionError):
            return None


_UNREAD = object()
_LINE = ("status", "reason")


def _title(lower_page: str, page: str) -> str | None:
    start = lower_page.find("<title")
    if start < 0:
        return None
    start = lower_page.find(">", start) + 1
    end = lower_page.find("</title", start, start + _LONGEST_TITLE)
    return page[start:end].strip() if 0 < start <= end else None


def _footer(lower_page: str, page: str) -> str | None:
    """Return the text behind the last rule of a page, where servers write their name."""
    start = lower_page.rfind("<hr", -_LONGEST_END)
    if start < 0:
        return None
    end_of_page = page[start : start + _LONGEST_FOOTER]
    return " ".join("".join(part.partition(">")[2] for part in end_of_page.split("<")).split())


_PARTS = {"title": _title, "footer": _footer}


def lower(text: str) -> str:
    """Return `text` with its ASCII letters in lower case, and as long as it was."""
    return text.lower() if text.isascii() else text.encode("latin-1", "replace").lower().decode("latin-1")


def _beginning(body: object) -> str | None:
    if isinstance(body, str):
        return body[:LONGEST_BODY].strip()
    if isinstance(body, bytes):
        return body[:LONGEST_BODY].decode("latin-1").strip()
    return None


def _at(value: object, path: str) -> object:
    """Return the value at ``a.b.0`` in parsed JSON; None where there is none."""
    for step in path.split("."):
        if isinstance(value, dict):
            value = cast("Mapping[str, Any]", value).get(step)
        elif isinstance(value, list) and step.isdecimal():
            items = cast("Sequence[Any]", value)
            value = items[int(step)] if int(step) < len(items) else None
        else:
            return None
    return value


def _json_text(value: object) -> str | None:
    """Return a JSON value as text; an object or a list is there, and has no text."""
    if value is None:
        return None
    if isinstance(value, str):
        return value[:LONGEST_BODY]
    if isinstance(value, dict | list):
        return ""
    if type(value) is int:
        return str(value)
    return json.dumps(value)[:LONGEST_BODY]
