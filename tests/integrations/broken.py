"""Values that no hook of a logging library may stumble over."""

from __future__ import annotations

from typing import Any, NoReturn

from hypothesis import strategies as st


class Broken:
    """Raises when it is used."""

    def _fail(self, *args: object) -> NoReturn:
        raise RuntimeError

    __eq__ = __len__ = __getitem__ = __iter__ = __contains__ = __bool__ = __str__ = _fail
    __hash__ = object.__hash__

    def __getattribute__(self, name: str) -> NoReturn:
        """Raise for every attribute; for private ones as if they were missing, or no test tool could show it."""
        raise AttributeError(name) if name.startswith("_") else RuntimeError

    def __repr__(self) -> str:
        return "BROKEN"


class BrokenInt(int):
    """An int that cannot be read."""

    def __int__(self) -> NoReturn:
        raise RuntimeError


class BrokenText(str):
    """Text that cannot be read."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> NoReturn:
        raise RuntimeError


BROKEN = Broken()
VALUES = st.one_of(
    st.sampled_from([0, 99, 100, 404, 499, 600, 999, 10**30, None, True, "abc", "404", "404 Not Found", b"\xff\xfe"]),
    st.sampled_from([BROKEN, BrokenInt(404), BrokenText("404")]),
    st.integers(),
    st.floats(),
    st.text(),
    st.binary(),
    st.lists(st.integers()),
)
