"""
The indexes over all data files: what a look-up reads before it knows the vendor.

What this library ships is generated; `Registry.extended` builds its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ._data import File, as_id, normal_name, spaced
from ._keys import signature_lines

Index = dict[str, Any]
"""Which numbers, sub-codes and names lead to which ids, and who the vendors are."""

_REPEATABLE = ("if-idempotent", "any-method")
_LEAST_LIKELY = ("retired", "unconfirmed")
_CLOSE = (",", ":")


def build_indexes(files: Iterable[File]) -> dict[str, str]:
    """
    Return the texts of the indexes over all files, by the names under which a registry reads them.

    Several ids stand in one string with spaces between: lists by the hundred would slow every start down.
    For the same reason there are four of them, each read when it is first needed; and vendors and
    signatures stand in lines, each parsed when it is first asked for.
    """
    files = sorted(files, key=lambda raw: str(raw["vendor"]["id"]))
    return {
        "_index.json": _text(status_index(files)),
        "_vendors.jsonl": _lines({"id": raw["vendor"]["id"], **raw["vendor"]} for raw in files),
        "_subcodes.json": _text(subcode_index(files)),
        "_signatures.jsonl": _lines(signature_lines(files)),
    }


def _text(index: Index) -> str:
    # No indentation, but lines: a change stays readable, and the wheel has a budget.
    return json.dumps(index, ensure_ascii=False, indent=0, separators=_CLOSE) + "\n"


def _lines(objects: Iterable[Mapping[str, Any]]) -> str:
    return "".join(f"{json.dumps(line, ensure_ascii=False, separators=_CLOSE)}\n" for line in objects)


def status_index(files: Iterable[File]) -> Index:
    """
    Return what every look-up reads.

    Its keys: ``vendors`` (their ids), ``numbers`` (status to ids, registered first, then the
    likeliest), ``names`` (the names of registered codes to ids), ``retryable`` (the statuses whose
    likeliest meaning allows to repeat a request).
    """
    return {
        "vendors": " ".join(raw["vendor"]["id"] for raw in files),
        "numbers": _number_index(files),
        "names": _name_index(files),
        "retryable": _retryable(files),
    }


def subcode_index(files: Iterable[File]) -> Index:
    """
    Return ``subcodes`` (ids to the sub-codes that lead to them), and ``hidden`` (ids under the vendor's name alone).

    Where an id is the vendor's and the sub-code, the vendor's stands for it, and all sub-codes of one vendor stand
    together, which keeps the file small.
    """
    names = _name_index(files)
    found: dict[str, list[str]] = {}
    hidden: list[str] = []
    for raw in files:
        for entry in raw.get("subcodes", ()):
            says_nothing = _is_hidden(entry, raw["vendor"], names)
            (hidden if says_nothing else found.setdefault(entry["subcode"], [])).append(entry["id"])
    owned: dict[str, list[str]] = {}
    for code in sorted(found):
        owned.setdefault(_shortened(found[code], code), []).append(code)
    return {"subcodes": {ids: owned[ids] for ids in sorted(owned)}, "hidden": " ".join(hidden)}


def _shortened(names: Iterable[str], subcode: str) -> str:
    ending = f":{as_id(subcode)}"
    return " ".join(name.removesuffix(ending) for name in sorted(names))


def _number_index(files: Iterable[File]) -> dict[str, str]:
    ranked: dict[str, list[tuple[Any, ...]]] = {}
    for raw in files:
        vendor = raw["vendor"]
        for entry in raw.get("codes", ()):
            rank = (
                vendor["id"] != "iana",
                entry.get("state") in _LEAST_LIKELY,
                -vendor.get("prevalence", 1),
                entry["id"],
            )
            ranked.setdefault(str(entry["code"]), []).append(rank)
    return {number: " ".join(rank[-1] for rank in sorted(ranked[number])) for number in sorted(ranked)}


def _is_hidden(entry: Mapping[str, Any], vendor: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    """
    Return whether a sub-code alone names nothing.

    It is a word of ours, a plain word such as ``Timeout``, or the name of its own status, such as
    ``NotFound``; or a number that looks like a status or less, or that its vendor writes beside the
    status only, as Cosmos DB does with ``404/1002``.
    """
    subcode: str = entry["subcode"]
    if names.get(normal_name(spaced(subcode))) == str(entry.get("code")):
        return True
    plain = subcode.isalpha() and (subcode.islower() or subcode.istitle())
    beside = any("/" in form for form in vendor.get("forms", ()))
    return bool(entry.get("coined")) or plain or (subcode.isdecimal() and (int(subcode) < 1000 or beside))


def _name_index(files: Iterable[File]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for raw in files:
        if raw["vendor"]["id"] == "iana":
            for entry in raw["codes"]:
                for name in (entry["name"], *entry.get("aliases", ())):
                    found.setdefault(normal_name(name), set()).add(entry["id"])
    return {name: min(found[name]) for name in sorted(found) if len(found[name]) == 1}


def _retryable(files: Iterable[File]) -> str:
    advice = {entry["id"]: entry.get("retry_advice") for raw in files for entry in raw.get("codes", ())}
    likeliest = {number: names.partition(" ")[0] for number, names in _number_index(files).items()}
    return " ".join(number for number in likeliest if advice[likeliest[number]] in _REPEATABLE)
