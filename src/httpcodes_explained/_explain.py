"""From anything that bears a status code to its explanation."""

from __future__ import annotations

from . import _explained
from ._model import Emitter, Explanation, Headers, State, StatusCode, Vendor
from ._registry import ACCEPTED, LONGEST_NAME, Registry, number_of, shown
from ._retry import decide
from .errors import UnknownCodeError

_BEARERS = "a status line such as '404 Not Found', or a response or exception with a status"


def explain(
    target: object,
    *,
    vendor: str | Vendor | None = None,
    headers: Headers | None = None,
    body: bytes | str | None = None,
) -> Explanation:
    """Explain `target` out of the default registry, and keep the answers to bare statuses."""
    explanation = explain_in(Registry.default(), target, vendor=vendor, headers=headers, body=body)
    bare = vendor is None and headers is None and body is None
    # A sub-code such as 1020 explains with another number, and is not kept.
    if type(target) is int and bare and explanation.code == target:
        return _explained.setdefault(target, explanation)
    return explanation


def explain_in(
    registry: Registry,
    target: object,
    *,
    vendor: str | Vendor | None = None,
    headers: Headers | None = None,
    body: bytes | str | None = None,  # noqa: ARG001 (who emitted a response is read from it, once it is recognised)
    method: str | None = None,
) -> Explanation:
    """Explain `target` out of `registry`; `method` is the request's, where the caller knows it."""
    wanted = None if vendor is None else registry.vendor(vendor)
    number = number_of(target)
    if number is None and isinstance(target, str):
        number = _status_in(target)
    if number is not None and (number == 0 or 100 <= number <= 999):
        owner = registry._vendor_meant(target, wanted)
        return _of_status(registry, number, owner, headers, method)
    if number is not None or isinstance(target, str | StatusCode):
        return _of_record(registry, registry.lookup(target, vendor=wanted), headers, method)
    from ._response import read

    reading = read(target)
    if reading is None:
        kind = type(target).__name__
        raise TypeError(f"cannot explain an object of type {kind}: expected {ACCEPTED}, {_BEARERS}")
    owner = registry._vendor_meant(reading.status, wanted)
    fields = reading.headers if headers is None else headers
    return _of_status(
        registry, int(reading.status), owner, fields, method or reading.method, synthetic=reading.synthetic
    )


def _status_in(text: str) -> int | None:
    """Return the status of ``404 Not Found``, ``404: Not Found``, ``HTTP/1.1 404 Not Found`` or ``HTTP/2 404``."""
    words = text[:LONGEST_NAME].split(maxsplit=2)
    if words and words[0][:5].upper() == "HTTP/":
        words = words[1:]
    elif len(words) < 2:
        return None
    digits = words[0].rstrip(":") if words else ""
    return int(digits) if len(digits) == 3 and digits.isdecimal() else None


def _of_status(
    registry: Registry,
    number: int,
    vendor: Vendor | None,
    headers: object,
    method: str | None,
    *,
    synthetic: bool = False,
) -> Explanation:
    record = _status_record(registry, number, vendor)
    client_made = synthetic or number == 0
    return Explanation(
        code=number,
        known=record.state is not State.UNASSIGNED,
        record=record,
        emitter=Emitter.CLIENT if client_made else None,
        retry=decide(record.retry_advice, method, headers),
        synthetic=client_made,
        registry=registry,
    )


def _status_record(registry: Registry, number: int, vendor: Vendor | None) -> StatusCode:
    """Return the vendor's meaning, else the registered one, else a synthetic one; never another vendor's."""
    if number == 0:
        from ._unknown import no_response

        return no_response(registry.vendor("iana"))
    if not 100 <= number <= 999:
        raise UnknownCodeError(shown(number), (), "a status code has three digits")
    owned = registry._owners_of(number)
    name = next(iter(owned.values()), None) if vendor is None else owned.get(vendor.id, owned.get("iana"))
    if name is None:
        from ._unknown import unassigned

        return unassigned(number, registry.vendor("iana"))
    return registry.record(name)


def _of_record(registry: Registry, record: StatusCode, headers: object, method: str | None) -> Explanation:
    """Explain a record found by its id, name or sub-code: beside a sub-code's stands its status's own."""
    parent = None
    if record.subcode is not None and record.code is not None:
        parent = _status_record(registry, record.code, record.vendor)
    return Explanation(
        code=record.code,
        known=True,
        record=record,
        parent=parent,
        subcode=record.subcode,
        retry=decide(record.retry_advice, method, headers),
        registry=registry,
    )
