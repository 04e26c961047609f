"""The index over all signatures: under which words each is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ._data import File
from ._signatures import WORD_FIELDS, Raw, as_list, leading_literal, numbered, words

Key = tuple[str, str]
"""A kind of the index, and a word."""

_COMMON = "common "
# Kinds of keys, the one that fewest responses bear first.
_PREFERENCE = [
    *("footer", "title", "server", "via", "field", "reason", "json", "body", "common json", "content-type"),
    *("common field", "common body", "common content-type", "status"),
]
# Fields of so many responses that a word elsewhere leads to fewer signatures.
_COMMON_FIELDS = {
    *WORD_FIELDS,
    *("age", "cache-control", "connection", "content-length", "date", "etag", "expires", "location", "set-cookie"),
    *("vary", "www-authenticate", "x-cache", "x-powered-by", "x-request-id", "x-served-by"),
}
# Names in the JSON errors of every other application.
_COMMON_NAMES = {"code", "detail", "details", "error", "errors", "message", "msg", "path", "status", "title", "type"}
# Words of every other page, and of what it says of its content.
_COMMON_WORDS = {
    "body": {"</head>", "<!doctype", "<body>", "<head>", "<html", "<html>", "<title>", "html>"},
    "content-type": {"application", "html", "text"},
}
_PLAIN_STRING = re.compile(r"(?!(?:true|false|null|-?[0-9.]+)$)[a-z0-9 _.,:;!?()#*@-]+")
_KEPT = ("name", "says", "confidence", "when", "subcode", "emitter", "evidence", "reached_origin")


def signature_lines(files: Iterable[File]) -> list[dict[str, Any]]:
    """
    Return the index through which signatures are found, then all signatures, each for a line of its own.

    The index's keys: ``over`` (vendor to the vendors that it beats), ``keys`` (kind, then word, to the
    numbers of signatures, with spaces between).
    """
    signatures = [
        {"vendor": raw["vendor"]["id"], **{name: signature[name] for name in _KEPT if name in signature}}
        for raw in files
        for signature in raw.get("signatures", ())
    ]
    kinds = ("always", *_PREFERENCE)
    keys: dict[str, dict[str, set[str]]] = {kind: {} for kind in kinds if not kind.startswith(_COMMON)}
    for at, signature in enumerate(signatures):
        for kind, word in keys_of(signature["when"]) or [("always", "")]:
            keys[kind.removeprefix(_COMMON)].setdefault(word, set()).add(numbered(at))
    index = {
        "over": {raw["vendor"]["id"]: raw["vendor"]["over"] for raw in files if raw["vendor"].get("over")},
        "keys": {kind: {word: " ".join(sorted(found[word])) for word in sorted(found)} for kind, found in keys.items()},
    }
    return [index, *signatures]


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
        first = next(step.lower() for step in name.split(".") if not step.isdecimal())
        return [("common json" if first in _COMMON_NAMES else "json", first)]
    field = "set-cookie" if kind == "cookie" else name if kind == "header" else None
    return None if field is None else [("common field" if field in _COMMON_FIELDS else "field", field)]


def _keys_of_value(place: str, operator: str, value: str) -> list[Key] | None:
    kind = place.removeprefix("header:")
    if kind == "status":
        return [("status", value)] if operator == "equals" else None
    if kind.startswith("json:"):
        # A string stands in the text as itself, unless a writer may escape what is in it.
        return [("json", value)] if operator == "equals" and _PLAIN_STRING.fullmatch(value) else None
    split = _SPLITTERS.get(kind)
    whole = None if split is None else _whole_words(operator, value, split)
    return [_rarest(kind, whole)] if whole else None


def _rarest(kind: str, found: Iterable[str]) -> Key:
    """Return the key of the word, of those at one place, that leads to a signature the most seldom."""
    common = _COMMON_WORDS.get(kind, ())
    word = max(found, key=lambda word: (word not in common, len(word)))
    return (f"{_COMMON}{kind}" if word in common else kind, word)


_SPLITTERS: Mapping[str, Callable[[str], Sequence[str]]] = {
    "body": str.split,
    "reason": words,
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
