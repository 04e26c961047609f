"""
What an HTTP status code means, who sent it, and what to do next.

>>> from httpcodes_explained import explain
>>> print(explain(404))
404 Not Found: ...
"""

from __future__ import annotations

# The annotations below name what is loaded only when it is asked for. They are evaluated as
# attributes of this module, whose `__getattr__` then loads it.
import httpcodes_explained

# `typing` costs more than this whole module; type checkers treat the name the same way.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._api import codes, compare, get, lookup, meanings, search, vendors
    from ._compare import Comparison
    from ._model import (
        Confidence,
        Emitter,
        Explanation,
        Fault,
        Headers,
        Retry,
        RetryAdvice,
        SeenIn,
        Source,
        State,
        StatusClass,
        StatusCode,
        Vendor,
        VendorKind,
    )
    from ._notes import annotate, explained
    from ._registry import Registry
    from .enums import HttpStatus
    from .errors import AmbiguousCodeError, DataError, HttpCodesError, UnknownCodeError

__all__ = [
    "AmbiguousCodeError",
    "Comparison",
    "Confidence",
    "DataError",
    "Emitter",
    "Explanation",
    "Fault",
    "Headers",
    "HttpCodesError",
    "HttpStatus",
    "Registry",
    "Retry",
    "RetryAdvice",
    "SeenIn",
    "Source",
    "State",
    "StatusClass",
    "StatusCode",
    "UnknownCodeError",
    "Vendor",
    "VendorKind",
    "annotate",
    "codes",
    "compare",
    "explain",
    "explained",
    "get",
    "lookup",
    "meanings",
    "search",
    "vendors",
]

_explained: dict[int, httpcodes_explained.Explanation] = {}
_explain_anything: Callable[..., httpcodes_explained.Explanation] | None = None

# Objects, of which a bare interpreter has thousands. Python 3.12 keeps some hundred frozen by itself.
_FROZEN_BY_A_PROGRAM = 1000


def explain(
    target: object,
    /,
    *,
    vendor: str | httpcodes_explained.Vendor | None = None,
    headers: httpcodes_explained.Headers | None = None,
    body: bytes | bytearray | str | None = None,
) -> httpcodes_explained.Explanation:
    """
    Explain a status code, a sub-code, a response, or an exception that bears one.

    For every int from 100 to 999 there is an answer; 0 and ``"000"`` mean that no response came.

    Args:
        target: An int, an `http.HTTPStatus` or a member of this library's enums; ``"523"``,
            ``"404 Not Found"``, ``"HTTP/1.1 404 Not Found"``, an id such as ``"cloudflare:523"``, the
            name of a registered code, a sub-code that one vendor alone uses and that is no plain word,
            each also behind words as in ``"error code: 1020"``; a problem document (RFC 9457); a
            response, or an exception that bears one, of requests, httpx, httpx2, aiohttp, urllib3,
            urllib, http.client, niquests, botocore, Django, Flask or Starlette; an explanation, which
            is given back.
            Space around a text and digits of any script are accepted, as `int` accepts them.
        vendor: Take this vendor's meaning of a number. Where it defines none, the registered
            meaning, else what RFC 9110 section 15 says of unknown codes.
        headers: The header fields of the response, as a mapping or as pairs.
        body: The content of the response.

    Raises:
        TypeError: `target` is of a type that bears no status.
        UnknownCodeError: It is a number outside 100-999, a text that names no code, or `vendor` is
            unknown or contradicts the id.
        AmbiguousCodeError: It is a sub-code that several records bear.
    """
    # Exactly int: bool, and floats and enum members that equal a number asked for before, stay out.
    if type(target) is int and vendor is None and headers is None and body is None:
        found = _explained.get(target)
        if found is not None:
            return found
    explain_anything = _explain_anything or _explain_first
    return explain_anything(target, vendor=vendor, headers=headers, body=body)


def _explain_first(target: object, **given: Any) -> httpcodes_explained.Explanation:
    """
    Import what explains and answer for the first time, with the garbage collector at rest.

    Thousands of objects are made, and all of them stay; a collection amid that found nothing and took
    a third of the time. Afterwards they count as old ones, which are seldom looked through.
    """
    global _explain_anything  # noqa: PLW0603 (an import for each call would cost more than a warm answer)
    import gc
    import sys

    was_enabled = gc.isenabled()
    gc.disable()
    try:
        from ._explain import explain as explain_anything

        _explain_anything = explain_anything
        return explain_anything(target, **given)
    finally:
        if was_enabled:
            # Else the next object made would set off the collection that was put off. What a program
            # has frozen itself must stay frozen; and other implementations have no generations.
            if sys.implementation.name == "cpython" and gc.get_freeze_count() < _FROZEN_BY_A_PROGRAM:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


if not TYPE_CHECKING:  # pragma: no branch
    # Names load on first use, so that importing `explain` costs nothing. Checkers read the imports
    # above instead, and so report a misspelt one.
    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name == "__version__":
            from importlib.metadata import version

            return version("httpcodes-explained")
        if name not in __all__:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        homes = ("_model", "_api", "_registry", "_compare", "_notes", "errors", "enums")
        modules = (import_module(f".{home}", __name__) for home in homes)
        return globals().setdefault(name, next(vars(module)[name] for module in modules if name in vars(module)))

    def __dir__() -> list[str]:
        return [*__all__, "__version__"]
