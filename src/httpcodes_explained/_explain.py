"""From anything that bears a status code to its explanation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile

from . import _explained
from ._model import Confidence, Emitter, Explanation, Headers, RetryAdvice, State, StatusCode, Vendor, VendorKind
from ._registry import ACCEPTED, LONGEST_NAME, LONGEST_SUBCODE, Registry, number_of, shown
from ._retry import WAIT_FIELDS, decide
from .errors import AmbiguousCodeError, UnknownCodeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._signatures import Finding, Verdict

_BEARERS = "a status line such as '404 Not Found', or a response or exception with a status"

_LABELS = frozenset({"at", "code", "error", "http", "status"})
"""Words before a code that say what it is, in lower case."""

_PUNCTUATION = str.maketrans(dict.fromkeys(",;:()[]{}\"'=", " "))

_EMITTERS = {
    VendorKind.GATEWAY: Emitter.PROXY,
    VendorKind.CDN: Emitter.EDGE,
    VendorKind.WAF: Emitter.EDGE,
    VendorKind.LOAD_BALANCER: Emitter.EDGE,
    VendorKind.HOSTING: Emitter.EDGE,
    VendorKind.FRAMEWORK: Emitter.APPLICATION,
    VendorKind.API: Emitter.APPLICATION,
    VendorKind.CLIENT: Emitter.CLIENT,
}
"""What kind of party a product is, by its own kind; servers and proxies are told apart by the status."""


def explain(
    target: object,
    *,
    vendor: str | Vendor | None = None,
    headers: Headers | None = None,
    body: bytes | bytearray | str | None = None,
) -> Explanation:
    """Explain `target` out of the default registry, and keep the answers to bare statuses."""
    bare = vendor is None and headers is None and body is None
    explanation = explain_in(Registry.default(), target, vendor=vendor, headers=headers, body=body)
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
    body: bytes | bytearray | str | None = None,
    method: str | None = None,
) -> Explanation:
    """Explain `target` out of `registry`; `method` is the request's, where the caller knows it."""
    wanted = None if vendor is None else registry.vendor(vendor)
    number, reason = number_of(target), None
    if number is None and isinstance(target, str):
        number, reason = _status_line(target)
    if number is not None and (number == 0 or 100 <= number <= 999):
        owner = registry._vendor_meant(target, wanted)
        if headers is None and body is None:
            return _of_status(registry, number, owner, method)
        verdict = registry._signatures().recognise(number, reason, headers, body)
        return _of_response(registry, number, owner, verdict, method)
    if isinstance(target, str):
        return _of_text(registry, target, wanted, headers, body, method)
    if number is not None or isinstance(target, StatusCode):
        return _of_records(registry, _named_by(registry, target, wanted), headers, method)
    if isinstance(target, Explanation) and wanted is None and headers is None and body is None:
        return _for_method(target, method)
    return _of_object(registry, target, wanted, headers, body, method)


def _status_line(text: str) -> tuple[int | None, str | None]:
    """Return number and reason of ``404 Not Found``, ``404: Not Found``, ``HTTP/1.1 404 Not Found``, ``HTTP/2 404``."""
    words = text[:LONGEST_NAME].split()
    is_line = bool(words) and words[0][:5].upper() == "HTTP/"
    number, *reason = words[is_line:] or [""]
    digits = number.rstrip(":")
    if len(digits) != 3 or not digits.isdecimal() or not (is_line or reason):
        return None, None
    return int(digits), " ".join(reason) or None


def _of_status(registry: Registry, number: int, vendor: Vendor | None, method: str | None) -> Explanation:
    record = _status_record(registry, number, vendor)
    return Explanation(
        code=number,
        known=record.state is not State.UNASSIGNED,
        record=record,
        emitter=Emitter.CLIENT if number == 0 else None,
        retry=decide(record.retry_advice, method, {}),
        synthetic=number == 0,
        meanings=registry.meanings,
    )


def _status_record(registry: Registry, number: int, vendor: Vendor | None) -> StatusCode:
    """Return the vendor's meaning, else the registered one, else a synthetic one; never another vendor's."""
    if number == 0:
        from ._unknown import no_response

        return no_response(registry.vendor("iana"))
    owned = registry._owners_of(number)
    name = next(iter(owned.values()), None) if vendor is None else owned.get(vendor.id, owned.get("iana"))
    if name is None:
        from ._unknown import unassigned

        return unassigned(number, registry.vendor("iana"), asked=vendor if owned else None)
    return registry.record(name)


def _for_method(explanation: Explanation, method: str | None) -> Explanation:
    """Return an explanation as it is; where a method is named on which a retry depends, with that decided anew."""
    if method is None or explanation.retry_advice is not RetryAdvice.IF_IDEMPOTENT:
        return explanation
    import attrs

    retry = attrs.evolve(decide(explanation.retry_advice, method, {}), after=explanation.retry.after)
    return attrs.evolve(explanation, retry=retry)


def _of_object(
    registry: Registry,
    target: object,
    vendor: Vendor | None,
    headers: Headers | None,
    body: bytes | bytearray | str | None,
    method: str | None,
) -> Explanation:
    """Explain a response, or an exception that bears one; what the caller hands over beside it goes first."""
    from ._response import read

    reading = read(target)
    if reading is None:
        kind = type(target).__name__
        raise TypeError(f"cannot explain an object of type {kind}: expected {ACCEPTED}, {_BEARERS}")
    number = int(reading.status)
    if number != 0 and not 100 <= number <= 999:
        raise UnknownCodeError(shown(number), (), "a status code has three digits")
    verdict = registry._signatures().recognise(
        number,
        reading.reason,
        reading.headers if headers is None else headers,
        reading.body if body is None else body,
    )
    if reading.subcode is not None:
        verdict = _with_subcode(verdict, reading.subcode)
    owner = registry._vendor_meant(reading.status, vendor)
    return _of_response(registry, number, owner, verdict, method or reading.method, synthetic=reading.synthetic)


def _of_response(
    registry: Registry,
    number: int,
    vendor: Vendor | None,
    verdict: Verdict,
    method: str | None,
    *,
    synthetic: bool = False,
) -> Explanation:
    """Explain a response: who sent it decides which meaning of its number and which sub-code apply."""
    explanation = _concluded(registry, number, vendor, verdict.finding, verdict.subcode, method, synthetic)
    if WAIT_FIELDS.isdisjoint(verdict.fields):
        return explanation
    import attrs

    advice, reached_origin = explanation.retry_advice, verdict.finding.reached_origin
    retry = decide(advice, method, verdict.fields, status=number, reached_origin=reached_origin)
    return attrs.evolve(explanation, retry=retry)


# The responses of one process are much alike, and an explanation holds nothing of one but its sub-code.
@lru_cache(maxsize=512)
def _concluded(  # noqa: PLR0917 (a cache takes keywords in any order as another call)
    registry: Registry,
    number: int,
    vendor: Vendor | None,
    finding: Finding,
    subcode: tuple[str, str] | None,
    method: str | None,
    synthetic: bool,  # noqa: FBT001 (as above)
) -> Explanation:
    """Return what follows for every response of which the signatures say the same."""
    emitted_by = None if finding.emitted_by is None else registry.vendor(finding.emitted_by)
    status = _status_record(registry, number, vendor or _owner_among(registry, number, emitted_by, finding.confidence))
    records: tuple[StatusCode, ...] = ()
    if subcode is not None:
        from ._combined import records_of

        records = records_of(registry, *subcode, number)
    record = next(iter(records), status)
    client_made = synthetic or number == 0
    return Explanation(
        code=number,
        known=record.state is not State.UNASSIGNED,
        record=record,
        parent=status if records else None,
        also=records[1:],
        subcode=None if subcode is None else subcode[1],
        emitted_by=emitted_by,
        via=tuple(map(registry.vendor, finding.via)),
        emitter=Emitter.CLIENT if client_made else _emitter(emitted_by, finding.emitter, number),
        confidence=finding.confidence,
        evidence=finding.evidence,
        retry=decide(record.retry_advice, method, {}, reached_origin=finding.reached_origin),
        synthetic=client_made,
        meanings=registry.meanings,
    )


def _owner_among(registry: Registry, number: int, emitted_by: Vendor | None, confidence: Confidence) -> Vendor | None:
    """
    Return who emitted a status if that vendor has a meaning of its own for it.

    A sender that is merely possible does not take the place of a registered meaning: causes, next steps
    and whether to retry would all rest on the guess.
    """
    owners = registry._owners_of(number)
    if emitted_by is None or emitted_by.id not in owners:
        return None
    return None if confidence is Confidence.POSSIBLE and "iana" in owners else emitted_by


def _with_subcode(verdict: Verdict, subcode: str) -> Verdict:
    """Add the sub-code that a client library has read, where no signature read one and its vendor is plain."""
    emitted_by = verdict.finding.emitted_by
    owners = verdict.finding.via if emitted_by is None else (emitted_by,)
    if verdict.subcode is not None or len(owners) != 1:
        return verdict
    from ._clean import clean

    return verdict._replace(subcode=(owners[0], clean(subcode, LONGEST_SUBCODE)))


def _emitter(vendor: Vendor | None, said: str | None, number: int) -> Emitter | None:
    """Return what kind of party emitted a response; a server that relays is a proxy on 502 and 504."""
    if said is not None or vendor is None:
        return None if said is None else Emitter(said)
    if vendor.kind in (VendorKind.SERVER, VendorKind.PROXY):
        return Emitter.PROXY if number in (502, 504) else Emitter.ORIGIN
    return _EMITTERS.get(vendor.kind)


def _of_text(
    registry: Registry,
    text: str,
    vendor: Vendor | None,
    headers: Headers | None,
    body: bytes | bytearray | str | None,
    method: str | None,
) -> Explanation:
    """Explain what a text names; if it names nothing, what stands in it behind words such as ``error code:``."""
    try:
        return _of_records(registry, _named_by(registry, text, vendor), headers, method)
    except AmbiguousCodeError:
        raise
    except UnknownCodeError as unknown:
        plain = _without_labels(text)
        if plain == text or len(text) > LONGEST_NAME:
            raise
        try:
            return explain_in(registry, plain, vendor=vendor, headers=headers, body=body, method=method)
        except AmbiguousCodeError:
            raise
        except UnknownCodeError:
            raise unknown from None


def _without_labels(text: str) -> str:
    """Return ``404`` of ``HTTP 404,``, ``1020`` of ``error code: 1020`` and ``H12`` of ``at=error code=H12``."""
    words = text.translate(_PUNCTUATION).split()
    labels = takewhile(lambda word: word.casefold() in _LABELS, words)
    return " ".join(words[len(list(labels)) :])


def _named_by(registry: Registry, target: object, vendor: Vendor | None) -> tuple[StatusCode, ...]:
    """Return the record that an id, a name or a sub-code names; several of a combined sub-code."""
    try:
        return (registry.lookup(target, vendor=vendor),)
    except AmbiguousCodeError:
        raise
    except UnknownCodeError:
        from ._combined import combined

        records = combined(registry, target, vendor) if isinstance(target, str) else ()
        if not records:
            raise
        return records


def _of_records(
    registry: Registry, records: tuple[StatusCode, ...], headers: Headers | None, method: str | None
) -> Explanation:
    """Explain the first of the records, and beside a sub-code's its status's own."""
    record = records[0]
    parent = None
    if record.subcode is not None and record.code is not None:
        parent = _status_record(registry, record.code, record.vendor)
    return Explanation(
        code=record.code,
        known=True,
        record=record,
        parent=parent,
        also=records[1:],
        subcode=record.subcode,
        retry=decide(record.retry_advice, method, {} if headers is None else _fields_of(headers), status=record.code),
        meanings=registry.meanings,
    )


def _fields_of(headers: Headers) -> Mapping[str, str]:
    from ._headers import fields_of

    return fields_of(headers)
