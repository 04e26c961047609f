"""
The index over all data files: what a look-up reads before it knows the vendor.

What this library ships is generated; `Registry.extended` builds its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ._data import File, normal_name

Index = dict[str, Any]
"""Which numbers, sub-codes and names lead to which ids, and who the vendors are."""

_REPEATABLE = ("if-idempotent", "any-method")
_LEAST_LIKELY = ("retired", "unconfirmed")


def build_index(files: Iterable[File]) -> Index:
    """
    Return the index over all files: all that a look-up reads before it knows the vendor.

    Its keys: ``vendors`` (id to identity), ``numbers`` (status to ids, registered first, then the
    likeliest), ``subcodes`` (sub-code to ids), ``names`` (the names of registered codes to ids),
    ``coined`` (the ids of sub-codes that are our words), ``retryable`` (the statuses whose likeliest
    meaning allows to repeat a request). Several of them stand in one string with spaces between: lists by
    the hundred would slow every start down.
    """
    files = sorted(files, key=lambda raw: str(raw["vendor"]["id"]))
    vendors = {raw["vendor"]["id"]: dict(raw["vendor"]) for raw in files}
    return {
        "vendors": vendors,
        "numbers": _number_index(files),
        "subcodes": _subcode_index(files),
        "coined": " ".join(entry["id"] for raw in files for entry in raw.get("subcodes", ()) if entry.get("coined")),
        "names": _name_index(files),
        "retryable": _retryable(files),
    }


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


def _subcode_index(files: Iterable[File]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for raw in files:
        for entry in raw.get("subcodes", ()):
            if not entry.get("coined"):
                found.setdefault(entry["subcode"], []).append(entry["id"])
    return {subcode: " ".join(sorted(found[subcode])) for subcode in sorted(found)}


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
