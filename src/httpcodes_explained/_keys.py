"""
The index over all signatures: under which words each is found.

What this library ships is generated; `Registry.extended` builds its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ._data import File
from ._signatures import WORD_FIELDS, Raw, as_list, words

Key = tuple[str, str]
"""A kind of the index, and a word."""

# Kinds of keys, the one that fewest responses bear first.
_PREFERENCE = ("field", "server", "via", "footer", "title", "json", "body", "content-type", "common field", "status")
# Fields of so many responses that a word elsewhere leads to fewer signatures.
_COMMON_FIELDS = {
    *WORD_FIELDS,
    *("age", "cache-control", "connection", "content-length", "date", "etag", "location", "set-cookie", "vary"),
    *("www-authenticate", "x-cache", "x-powered-by", "x-request-id", "x-served-by"),
}
_LITERAL = re.compile(r"(?:[^\\.^$*+?{}\[\]()|]|\\[^A-Za-z0-9])+")
_KEPT = ("name", "says", "confidence", "when", "subcode", "emitter", "evidence", "reached_origin")


def build_signatures(files: Iterable[File]) -> dict[str, Any]:
    """
    Return all signatures, and the index through which they are found.

    Its keys: ``signatures``, ``over`` (vendor to the vendors that it beats), ``keys`` (kind, then word,
    to the numbers of signatures, with spaces between).
    """
    files = sorted(files, key=lambda raw: str(raw["vendor"]["id"]))
    signatures = [
        {"vendor": raw["vendor"]["id"], **{name: signature[name] for name in _KEPT if name in signature}}
        for raw in files
        for signature in raw.get("signatures", ())
    ]
    keys: dict[str, dict[str, list[int]]] = {kind: {} for kind in ("always", *_PREFERENCE) if kind != "common field"}
    for number, signature in enumerate(signatures):
        for kind, word in keys_of(signature["when"]) or [("always", "")]:
            numbers = keys["field" if kind == "common field" else kind].setdefault(word, [])
            numbers.append(number)
    return {
        "signatures": signatures,
        "over": {raw["vendor"]["id"]: raw["vendor"]["over"] for raw in files if raw["vendor"].get("over")},
        "keys": {
            kind: {word: " ".join(map(str, sorted(set(by_word[word])))) for word in sorted(by_word)}
            for kind, by_word in keys.items()
        },
    }


def keys_of(tests: Sequence[Raw]) -> list[Key] | None:
    """Return keys of which a response that passes all of `tests` bears at least one; None where there are none."""
    found = [keys for keys in map(_keys_of_test, tests) if keys]
    return min(found, key=_cost, default=None)


def _cost(keys: Sequence[Key]) -> tuple[int, int]:
    return max(_PREFERENCE.index(kind) for kind, _ in keys), len(keys)


def _keys_of_test(test: Raw) -> list[Key] | None:
    if "all" in test:
        return keys_of(test["all"])
    if "any" in test:
        return _joined(map(_keys_of_test, test["any"]))
    if "not" in test or "absent" in test:
        return None
    place: str = test["place"]
    operator = next(name for name in test if name != "place")
    by_word = (
        None
        if operator == "present"
        else _joined(_keys_of_value(place, operator, value) for value in as_list(test[operator]))
    )
    return by_word or _key_of_place(place)


def _joined(alternatives: Iterable[list[Key] | None]) -> list[Key] | None:
    """Return the keys of all alternatives; None where one of them has none."""
    found = list(alternatives)
    return None if None in found else list(dict.fromkeys(key for keys in found if keys for key in keys))


def _key_of_place(place: str) -> list[Key] | None:
    kind, _, name = place.partition(":")
    if kind == "json":
        return [("json", name.partition(".")[0].lower())]
    field = "set-cookie" if kind == "cookie" else name if kind == "header" else None
    return None if field is None else [("common field" if field in _COMMON_FIELDS else "field", field)]


def _keys_of_value(place: str, operator: str, value: str) -> list[Key] | None:
    kind = place.removeprefix("header:")
    if kind == "status":
        return [("status", value)] if operator == "equals" else None
    split = _SPLITTERS.get(kind)
    whole = None if split is None else _whole_words(operator, value, split)
    return [(kind, max(whole, key=len))] if whole else None


_SPLITTERS: Mapping[str, Callable[[str], Sequence[str]]] = {
    "body": str.split,
    "title": words,
    "footer": words,
    **dict.fromkeys(WORD_FIELDS, words),
}


def _whole_words(operator: str, value: str, split: Callable[[str], Sequence[str]]) -> list[str]:
    """Return the words that stand whole in every text which passes, whatever stands beside the value."""
    if operator == "pattern":
        operator, value = "contains", leading_literal(value)
    before = "" if operator in ("equals", "prefix") else "x"
    after = "" if operator == "equals" else "x"
    # A letter beside the value joins the word at that end, and so takes it out.
    return [word for word in split(value) if word in split(f"{before}{value}{after}")]


def leading_literal(pattern: str) -> str:
    """Return the text with which every match of a pattern begins."""
    found = _LITERAL.match(pattern)
    if found is None:
        return ""
    is_repeated = pattern[found.end() : found.end() + 1] in ("{", "?", "*", "+")
    literal = re.sub(r"\\(.)", r"\1", found[0])
    return literal[:-1] if is_repeated else literal
