"""Text from outside, made fit for one line of a log."""

from __future__ import annotations


def clean(text: object, limit: int = 200) -> str:
    """
    Return `text` as at most `limit` printable characters; everything else becomes a question mark.

    Line breaks cannot forge a line and escape sequences cannot colour a terminal: neither is printable.
    """
    if isinstance(text, bytes):
        text = text[: limit + 1].decode("latin-1")
    if not isinstance(text, str):
        # No other object's code runs here, and Python refuses to print an int of thousands of digits.
        text = str(text) if isinstance(text, int) and abs(text) < 10**20 else type(text).__name__
    cut = text if len(text) <= limit else f"{text[: limit - 3]}..."
    return cut if cut.isprintable() else "".join(char if char.isprintable() else "?" for char in cut)
