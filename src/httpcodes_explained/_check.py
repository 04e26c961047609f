"""
The checks of the data format, for files of the user's own and for the tests.

They hold what a look-up needs of `data/schema.json`, without a JSON Schema library, and word what breaks it
for whoever wrote the file. A code of one's own may leave more texts empty than those shipped here.
"""

# What is checked here is of any type, until it has been checked.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from ._clean import clean
from ._data import File, as_id, entries_of
from ._model import Confidence, Emitter, Fault, RetryAdvice, SeenIn, State, StatusCode, Vendor, VendorKind
from .errors import DataError


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value == value.strip() != "" and value.isprintable()


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_status(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 100 <= value <= 999


def _is_day(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value) is not None


def _is_vendor_id(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[a-z0-9][a-z0-9-]*", value) is not None


def _is_url(value: object) -> bool:
    return isinstance(value, str) and value.startswith("https://")


@attrs.frozen
class _Rule:
    """What the value of one key must be."""

    holds: Callable[[Any], bool]
    wanted: str
    required: bool = False


def _optional(rule: _Rule) -> _Rule:
    return _Rule(lambda value: value is None or rule.holds(value), f"{rule.wanted}, or null")


def _one_of(vocabulary: Iterable[str], *, required: bool = False) -> _Rule:
    words = [str(word) for word in vocabulary]
    return _Rule(lambda value: value in words, f"one of {', '.join(words)}", required)


def _many_of(vocabulary: Iterable[str]) -> _Rule:
    words = [str(word) for word in vocabulary]
    return _Rule(
        lambda value: isinstance(value, list) and all(item in words for item in value),
        f"a list of {', '.join(words)}",
    )


_TEXT = _Rule(_is_text, "a text without space around it")
_TEXTS = _Rule(_is_texts, "a list of texts")
_FLAG = _Rule(lambda value: isinstance(value, bool), "true or false")
_STATUS = _Rule(_is_status, "a whole number from 100 to 999")
_DAY = _Rule(_is_day, "a day as YYYY-MM-DD")
_URL = _Rule(_is_url, "an https address")
_REQUIRED_TEXT = attrs.evolve(_TEXT, required=True)
_REQUIRED_URL = attrs.evolve(_URL, required=True)
_OFFICIAL_STATES = (State.ASSIGNED, State.UNUSED, State.OBSOLETED, State.TEMPORARY)
_DATA_STATES = [state for state in State if state is not State.UNASSIGNED]

_VENDOR_FIELDS = {
    "id": _Rule(_is_vendor_id, "lower-case letters, digits and hyphens", required=True),
    "name": _REQUIRED_TEXT,
    "company": _REQUIRED_TEXT,
    "kind": _one_of(VendorKind, required=True),
    "url": _REQUIRED_URL,
    "docs": _REQUIRED_URL,
    "forms": _TEXTS,
    "over": _TEXTS,
    "prevalence": _Rule(lambda value: type(value) is int and 1 <= value <= 5, "a whole number from 1 to 5"),
}
_SOURCE_FIELDS = {
    "title": _REQUIRED_TEXT,
    "url": _REQUIRED_URL,
    "section": _REQUIRED_TEXT,
    "checked": attrs.evolve(_DAY, required=True),
    "primary": _FLAG,
}
_FIELDS = {
    "id": _REQUIRED_TEXT,
    "code": _optional(_STATUS),
    "wire": _Rule(
        lambda value: isinstance(value, list) and all(map(_is_status, value)) and value == sorted(set(value)),
        "an ascending list of whole numbers from 100 to 999",
    ),
    "subcode": _optional(_TEXT),
    "coined": _FLAG,
    "table": _optional(_TEXT),
    "name": _REQUIRED_TEXT,
    "aliases": _TEXTS,
    "registry_entry": _optional(_TEXT),
    "state": _one_of(_DATA_STATES),
    "expires": _optional(_DAY),
    "summary": _Rule(
        lambda value: _is_text(value) and len(value) <= 120, "a text of at most 120 characters", required=True
    ),
    "user_message": _TEXT,
    "meaning": _REQUIRED_TEXT,
    "when_to_use": _TEXT,
    "example": _TEXT,
    "when_not_to_use": _TEXT,
    "causes": _TEXTS,
    "client_steps": _TEXTS,
    "operator_steps": _TEXTS,
    "typical_emitters": _many_of(Emitter),
    "seen_in": _many_of(SeenIn),
    "fault": _one_of(Fault),
    "cacheable": _FLAG,
    "storable": _FLAG,
    "has_content": _FLAG,
    "required_headers": _TEXTS,
    "retry_advice": _one_of(RetryAdvice),
    "confused_with": _TEXTS,
    "related": _TEXTS,
    "sources": _Rule(lambda value: isinstance(value, list) and value != [], "a list of sources", required=True),
}
_CONFIDENCES = [confidence for confidence in Confidence if confidence is not Confidence.NONE]
_SIGNATURE_FIELDS = {
    "name": _Rule(_is_vendor_id, "lower-case letters, digits and hyphens", required=True),
    "says": _one_of(("emitted", "carried", "subcode"), required=True),
    "confidence": _one_of(_CONFIDENCES),
    "when": _Rule(lambda value: isinstance(value, list), "a list of tests", required=True),
    "subcode": _Rule(lambda value: isinstance(value, dict | list), "an object, or a list of objects"),
    "emitter": _one_of(Emitter),
    "reached_origin": _FLAG,
    "evidence": _Rule(
        lambda value: _is_text(value) and len(value) <= 120, "a text of at most 120 characters", required=True
    ),
    "source": _Rule(lambda value: isinstance(value, Mapping), "an object"),
}
# A status code of one's own needs no more than these to be useful in a log line.
_STATUS_FIELDS = _FIELDS | {
    "code": attrs.evolve(_STATUS, required=True),
    "subcode": _Rule(lambda value: value is None, "null: a sub-code stands among the subcodes"),
}
# What a sub-code leaves empty is its status's, but these have no empty value.
_SUBCODE_FIELDS = _FIELDS | {
    "subcode": _Rule(
        lambda value: _is_text(value) and value.count("/") <= 1, "a text with one / at most", required=True
    ),
    "fault": _one_of(Fault, required=True),
    "retry_advice": _one_of(RetryAdvice, required=True),
}


def _checked(raw: object, rules: Mapping[str, _Rule], file: str, entry: str | None) -> Mapping[str, Any]:
    """Return `raw`; raise `DataError` for the first key that is missing, unknown or ill-typed."""
    if not isinstance(raw, Mapping):
        raise DataError(file, entry, None, f"expected an object, found {type(raw).__name__}")
    found: Mapping[str, Any] = raw
    for name in found:
        if name not in rules:
            raise DataError(file, entry, str(name), f"unknown key; known ones are {', '.join(sorted(rules))}")
    for name, rule in rules.items():
        if name not in found:
            if rule.required:
                raise DataError(file, entry, name, f"missing; expected {rule.wanted}")
        elif not rule.holds(found[name]):
            raise DataError(file, entry, name, f"expected {rule.wanted}, found {clean(found[name], 60)!r}")
    return found


def _check_entry(raw: object, rules: Mapping[str, _Rule], vendor: str, file: str) -> None:
    name = str(raw.get("id")) if isinstance(raw, Mapping) else None
    entry = _checked(raw, rules, file, name)
    for source in entry["sources"]:
        _checked(source, _SOURCE_FIELDS, file, f"{name}: sources")
    expected = allowed_ids(entry, vendor)
    if name not in expected:
        raise DataError(file, name, "id", f"expected {' or '.join(expected)}")
    if vendor != "iana" and entry.get("state") in _OFFICIAL_STATES:
        raise DataError(file, name, "state", "only IANA's registry has such codes; expected unofficial or retired")


def allowed_ids(raw: Mapping[str, Any], vendor: str) -> list[str]:
    """Return the ids that an entry may bear: of its number, or of its sub-code with or without status."""
    if raw.get("subcode") is None:
        return [str(raw["code"])] if vendor == "iana" else [f"{vendor}:{raw['code']}"]
    written = as_id(raw["subcode"])
    plain = f"{vendor}:{written}"
    return [plain] if raw.get("code") is None else [plain, f"{vendor}:{raw['code']}/{written}"]


def check_file(raw: object, file: str) -> None:
    """Raise `DataError` unless `raw` keeps the format, as far as one file can be judged alone."""
    lists = _Rule(lambda value: isinstance(value, list), "a list")
    shape = {
        "$schema": _TEXT,
        "vendor": _Rule(lambda value: isinstance(value, Mapping), "an object", required=True),
        "signatures": lists,
        "codes": lists,
        "subcodes": lists,
    }
    whole = _checked(raw, shape, file, None)
    vendor = _checked(whole["vendor"], _VENDOR_FIELDS, file, "vendor")
    _check_signatures(whole.get("signatures", ()), vendor["id"], file)
    for entry in whole.get("codes", ()):
        _check_entry(entry, _STATUS_FIELDS, vendor["id"], file)
    for entry in whole.get("subcodes", ()):
        _check_entry(entry, _SUBCODE_FIELDS, vendor["id"], file)


def _check_signatures(signatures: Sequence[Any], vendor: str, file: str) -> None:
    names: set[str] = set()
    for raw in signatures:
        where = f"{vendor}/{raw.get('name')}" if isinstance(raw, Mapping) else f"{vendor}: signatures"
        signature = _checked(raw, _SIGNATURE_FIELDS, file, where)
        if signature["name"] in names:
            raise DataError(file, where, "name", "another signature has it")
        names.add(signature["name"])
        _check_signature(signature, where, file)


def _check_signature(signature: Mapping[str, Any], where: str, file: str) -> None:
    from ._check_signatures import captures_problem, tests_problem

    if "source" in signature:
        _checked(signature["source"], _SOURCE_FIELDS, file, f"{where}: source")
    if ("confidence" in signature) != (signature["says"] == "emitted"):
        raise DataError(file, where, "confidence", "expected where it says emitted, and nowhere else")
    problem = tests_problem(signature["when"])
    if problem is not None:
        raise DataError(file, where, "when", f"expected {problem}")
    problem = captures_problem(signature["subcode"]) if "subcode" in signature else None
    if problem is not None:
        raise DataError(file, where, "subcode", f"expected {problem}")


def check_together(files: Sequence[tuple[str, File]]) -> None:
    """Raise `DataError` for an id that two entries share or a reference that leads nowhere; files come with names."""
    owners: dict[str, str] = {}
    for file, raw in files:
        for entry in entries_of(raw):
            if entry["id"] in owners:
                raise DataError(file, entry["id"], "id", f"stands in {owners[entry['id']]} already")
            owners[entry["id"]] = file
    vendors = {raw["vendor"]["id"] for _, raw in files}
    for file, raw in files:
        _check_references(file, "vendor", "over", raw["vendor"], vendors)
        for entry in entries_of(raw):
            _check_references(file, entry["id"], "confused_with", entry, owners.keys())
            _check_references(file, entry["id"], "related", entry, owners.keys())


def _check_references(file: str, entry: str, field: str, raw: Mapping[str, Any], known: AbstractSet[str]) -> None:
    for name in raw.get(field, ()):
        if name not in known:
            raise DataError(file, entry, field, f"nothing has the id {name!r}")


def files_from(records: Iterable[StatusCode]) -> list[File]:
    """Group records by vendor, in the shape of data files."""
    files: dict[str, dict[str, Any]] = {}
    for record in records:
        if not isinstance(record, StatusCode):  # pyright: ignore[reportUnnecessaryIsInstance] (not all callers check)
            raise TypeError(f"records to add must be StatusCode objects, not {type(record).__name__}")
        if not isinstance(record.vendor, Vendor):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise DataError("records", record.id, "vendor", "expected a Vendor")
        identity = attrs.asdict(record.vendor)
        identity["forms"], identity["over"] = list(identity["forms"]), list(identity["over"])
        file = files.setdefault(record.vendor.id, {"vendor": identity, "codes": [], "subcodes": []})
        if file["vendor"] != identity:
            raise DataError("records", record.id, "vendor", f"another record's {record.vendor.id!r} has other values")
        raw = {name: value for name, value in record.to_dict().items() if name in _FIELDS}
        file["codes" if record.subcode is None else "subcodes"].append(raw)
    return list(files.values())
