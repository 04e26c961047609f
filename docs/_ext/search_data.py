"""What the front page searches in and recognises responses by, as scripts: browsers fetch nothing from file://."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable
from typing import Any

from addresses import addresses_of
from httpcodes_explained import Registry, State, StatusCode

# How likely a record is meant by words that fit several: the registered one most, then its number's other owners.
_REGISTERED = 1.4
_NEXT_OWNER = 0.99
_SUBCODE = 0.8
# What only the vendor's name leads to, and what is sent no more.
_UNLIKELY = 0.9
_LEAST_LIKELY = (State.RETIRED, State.UNCONFIRMED)

# What an unassigned number is called in the texts about it.
_NUMBER = "{number}"


def search_data(registry: Registry) -> dict[str, bytes]:
    """Return file name to content: the records to search in, the signatures, and each vendor's texts."""
    records = registry.codes(subcodes=True)
    data = {
        "vendors": {
            vendor.id: [vendor.name, vendor.company, vendor.kind, list(vendor.forms)] for vendor in registry.vendors()
        },
        "records": _rows(registry, records),
        "unassigned": _unassigned(registry),
    }
    return {
        "search-data.js": _script("const searchData = {};", data),
        "signature-data.js": _script("const signatureData = {};", _signatures(registry)),
        **{
            f"texts/{vendor}.js": _script(f"texts.hold({json.dumps(vendor)}, {{}});", texts)
            for vendor, texts in _texts(records).items()
        },
    }


def _script(template: str, value: Any) -> bytes:
    # JSON is a subset of JavaScript.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (template.replace("{}", text) + "\n").encode()


def _rows(registry: Registry, records: Iterable[StatusCode]) -> list[list[Any]]:
    """Return a row for each record, as `registry.js` reads it; of one number's owners the likeliest first."""
    addresses = addresses_of(records)
    hidden = frozenset(registry._subcode_ids["hidden"].split())
    likelihoods = {record.id: _likelihood(registry, record, hidden) for record in records}
    ordered = sorted(records, key=lambda record: (record.code or 1000, -likelihoods[record.id]))
    return [
        [
            record.id,
            record.code,
            record.subcode,
            record.name,
            record.summary,
            _unless_as_id(str(record.code) if _is_only_owner(registry, record) else addresses[record.id], record),
            likelihoods[record.id],
            *([list(record.aliases), 1] if record.coined else [list(record.aliases)] if record.aliases else ()),
        ]
        for record in ordered
    ]


def _unless_as_id(address: str, record: StatusCode) -> str | None:
    """Return an address if it takes more than an id to tell."""
    return None if address == record.id.replace(":", "/", 1) else address


def _is_only_owner(registry: Registry, record: StatusCode) -> bool:
    """Return whether the page of the number is the record's own."""
    return record.subcode is None and len(registry.meanings(record.code)) == 1


def _likelihood(registry: Registry, record: StatusCode, hidden: Container[str]) -> float:
    if record.code is None or record.subcode is not None:
        return round(_SUBCODE * (_UNLIKELY if record.id in hidden or record.state in _LEAST_LIKELY else 1), 3)
    owners = [owner.id for owner in registry.meanings(record.code)]
    return round(_NEXT_OWNER ** owners.index(record.id) * (_REGISTERED if record.vendor.id == "iana" else 1), 3)


def _signatures(registry: Registry) -> dict[str, Any]:
    return {
        "over": {vendor.id: list(vendor.over) for vendor in registry.vendors() if vendor.over},
        "signatures": [_in_order(signature) for signature in registry._signatures().all_raw()],
    }


def _in_order(raw: Any) -> Any:
    """Return a signature with each map as pairs: an object of JavaScript does not keep the order of numbers."""
    if isinstance(raw, list):
        return [_in_order(item) for item in raw]
    if not isinstance(raw, dict):
        return raw
    return {name: list(value.items()) if name == "map" else _in_order(value) for name, value in raw.items()}


def _texts(records: Iterable[StatusCode]) -> dict[str, dict[str, Any]]:
    """Return vendor to id to what the page shows of a record beside its name."""
    texts: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for record in records:
        texts[record.vendor.id][record.id] = _text(record)
    return texts


def _text(record: StatusCode) -> dict[str, Any]:
    return {
        "meaning": record.meaning,
        "causes": list(record.causes),
        "client_steps": list(record.client_steps),
        "operator_steps": list(record.operator_steps),
        "retry_advice": record.retry_advice,
    }


def _unassigned(registry: Registry) -> list[dict[str, Any]]:
    """Return what is said of a number that nobody defined, by its first digit; 0 is no response at all."""
    return [_of_nothing(registry), *(_of_class(registry, digit) for digit in range(1, 10))]


def _of_nothing(registry: Registry) -> dict[str, Any]:
    record = registry.explain(0).record
    return {"name": record.name, "summary": record.summary, **_text(record)}


def _of_class(registry: Registry, digit: int) -> dict[str, Any]:
    free = next(number for number in range(digit * 100, digit * 100 + 100) if not registry.meanings(number))
    record = registry.explain(free).record
    said = json.dumps({"name": record.name, "summary": record.summary, **_text(record)})
    result: dict[str, Any] = json.loads(said.replace(str(free), _NUMBER))
    return result
