"""
Read by mypy and pyright, never run: what the public names are typed as.

A line that must not pass bears an ignore of each checker, which reports it where it is not needed.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true, reportUnusedExpression=false, reportUnusedImport=false

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import assert_type

import httpcodes_explained
from httpcodes_explained import (
    AmbiguousCodeError,
    Comparison,
    Confidence,
    DataError,
    Emitter,
    Explanation,
    HttpCodesError,
    HttpStatus,
    Registry,
    Source,
    State,
    StatusClass,
    StatusCode,
    UnknownCodeError,
    Vendor,
    annotate,
    codes,
    compare,
    explain,
    explained,
    get,
    lookup,
    meanings,
    search,
    vendors,
)
from httpcodes_explained import explian  # type: ignore[attr-defined]  # pyright: ignore
from httpcodes_explained.enums import CloudflareStatus, NginxStatus


@explained()
def fetch(url: str) -> bytes:
    """Stand for any function."""
    return url.encode()


@explained()
async def fetch_async(url: str) -> bytes:
    """Stand for any coroutine function."""
    return url.encode()


assert_type(explain(404), Explanation)
assert_type(explain(HTTPStatus.NOT_FOUND, vendor="nginx", headers={"Server": "x"}, body=b""), Explanation)
assert_type(explain("404", headers=[("Server", "x")], body="text"), Explanation)
assert_type(explain(404).code, int | None)
assert_type(explain(404).name, str)
assert_type(explain(404).vendor, Vendor)
assert_type(explain(404).sources, tuple[Source, ...])
assert_type(explain(404).state, State)
assert_type(explain(404).status_class, StatusClass | None)
assert_type(explain(404).alternatives, tuple[StatusCode, ...])
assert_type(explain(404).emitted_by, Vendor | None)
assert_type(explain(404).emitter, Emitter | None)
assert_type(explain(404).confidence, Confidence)
assert_type(explain(404).retry.should, bool)
assert_type(explain(404).retry.after, float | None)
assert_type(lookup(404), StatusCode)
assert_type(lookup(404).causes, tuple[str, ...])
assert_type(get(404), StatusCode | None)
assert_type(get(404, "none"), StatusCode | str)
assert_type(meanings(404), tuple[StatusCode, ...])
assert_type(codes(vendor="nginx", status_class=StatusClass.CLIENT_ERROR, official=False), tuple[StatusCode, ...])
assert_type(vendors(), tuple[Vendor, ...])
assert_type(search("not found", limit=3), tuple[StatusCode, ...])
assert_type(compare(400, 422), Comparison)
assert_type(Registry.default().extended([lookup(404)]), Registry)
assert_type(Registry.default().explain(404), Explanation)
assert_type(explain(explain(403, body=bytearray())), Explanation)
assert_type(HttpStatus.NOT_FOUND.phrase, str)
assert_type(CloudflareStatus.ORIGIN_IS_UNREACHABLE.record, StatusCode)

assert_type(annotate(ValueError()), ValueError)
assert_type(annotate(ExceptionGroup("", [ValueError()])), ExceptionGroup[ValueError])
assert_type(fetch("x"), bytes)
assert_type(explained(fetch)("x"), bytes)
with explained():
    decorated: Callable[[str], Awaitable[bytes]] = fetch_async

number: int = NginxStatus.CLIENT_CLOSED_REQUEST
base: type[HttpCodesError] = UnknownCodeError
lookup_error: type[LookupError] = AmbiguousCodeError
value_error: type[ValueError] = DataError

annotate("no exception")  # type: ignore[type-var]  # pyright: ignore
explained(404)  # type: ignore[call-overload]  # pyright: ignore
fetch(404)  # type: ignore[arg-type]  # pyright: ignore
explain(404).nmae  # type: ignore[attr-defined]  # pyright: ignore
lookup(404).name = "X"  # type: ignore[misc]  # pyright: ignore
explain(target=404)  # type: ignore[call-arg]  # pyright: ignore
explain()  # type: ignore[call-arg]  # pyright: ignore
explain(404, vendor=404)  # type: ignore[arg-type]  # pyright: ignore
HttpStatus.NOT_FUOND  # type: ignore[attr-defined]  # pyright: ignore
httpcodes_explained.lokup  # type: ignore[attr-defined]  # pyright: ignore
