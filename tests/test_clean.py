"""Text from outside in a line of a log."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from httpcodes_explained._clean import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/path?q=1", "/path?q=1"),
        ("a\r\nb\x1b[31mc\u2028d\x00", "a??b?[31mc?d?"),
        (b"caf\xe9\n", "café?"),
        ("x" * 201, "x" * 197 + "..."),
        (b"x" * 300, "x" * 197 + "..."),
        (404, "404"),
        (None, "NoneType"),
        pytest.param(10**5000, "int", id="huge"),
        (True, "True"),
    ],
)
def test_clean(text: object, expected: str) -> None:
    """What is not printable becomes a question mark, and what is long is cut."""
    assert expected == clean(text)


@given(st.one_of(st.text(), st.binary(), st.integers(), st.none()))
def test_clean_is_one_printable_line(text: object) -> None:
    """Whatever comes in, one short printable line comes out."""
    assert clean(text, 20).isprintable()
    assert len(clean(text, 20)) <= 20
