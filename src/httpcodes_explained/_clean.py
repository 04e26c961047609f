"""Text from outside, made fit for one line of a log."""

from __future__ import annotations


def clean(text: object, limit: int = 200) -> str:
    """
    Return `text` as at most `limit` printable characters; everything else becomes a question mark.

    Line breaks cannot forge a line and escape sequences cannot colour a terminal: neither is printable.
    """
    if not isinstance(text, str):
        text = _text(text, limit)
    cut = text if len(text) <= limit else f"{text[: limit - 3]}..."
    return cut if cut.isprintable() else "".join(char if char.isprintable() else "?" for char in cut)


def _text(value: object, limit: int) -> str:
    if isinstance(value, bytes):
        return value[: limit + 1].decode("latin-1")
    # No other object's code runs here, and Python refuses to print an int of thousands of digits.
    return str(value) if isinstance(value, int) and abs(value) < 10**20 else type(value).__name__
