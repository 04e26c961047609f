"""
Who emitted a response: the signatures of the data files, evaluated.

A signature is data: tests that must all hold, at places that `_places` reads. It is found through an
index, by a word that has to be there, so that the cost of a response does not grow with the vendors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ._headers import fields_of
from ._model import Confidence
from ._places import Places
from ._registry import LONGEST_SUBCODE

Raw = Mapping[str, Any]
"""A signature, a test or a capture, parsed from JSON."""

Test = Callable[[Places], bool]
Capture = Callable[[Places], str | None]

EMITTED, CARRIED, NAMES_NOBODY = "emitted", "carried", "subcode"
"""What a signature says of its vendor."""

KEY_SPAN = 1024
"""Characters of a body whose words lead to signatures; the tests themselves look further."""

WORD_FIELDS = ("server", "via", "content-type")
"""Header fields that most responses have: their words lead to signatures, not the fields themselves."""

_SEPARATORS = str.maketrans(dict.fromkeys("/,;()[]|:-.\"'<>=\n\t", " "))
_RANKS = list(Confidence)


class Signature(NamedTuple):
    """One signature, ready to be tried."""

    vendor: str
    name: str
    says: str
    rank: int
    """Of its confidence: 0 is certain."""
    holds: Test
    subcode: Capture | None
    emitter: str | None
    evidence: str
    reached_origin: bool | None

    @classmethod
    def of(cls, raw: Raw) -> Signature:
        """Compile a signature, which is taken to be sound."""
        captures = raw.get("subcode")
        return cls(
            raw["vendor"],
            raw["name"],
            raw["says"],
            _RANKS.index(raw.get("confidence", Confidence.NONE)),
            _all(raw["when"]),
            None if captures is None else _capture(captures),
            raw.get("emitter"),
            raw["evidence"],
            raw.get("reached_origin"),
        )


class Verdict(NamedTuple):
    """What the signatures say of one response; vendors by their ids."""

    fields: Mapping[str, str]
    """The header fields that were looked at, by lower-case name."""
    emitted_by: str | None
    via: tuple[str, ...]
    emitter: str | None
    confidence: Confidence
    evidence: tuple[str, ...]
    subcode: tuple[str, str] | None
    """The vendor whose word it is, and the sub-code as it was read."""
    reached_origin: bool | None


class Signatures:
    """All signatures of a registry, and the index through which they are found."""

    def __init__(self, generated: Mapping[str, Any]) -> None:
        """Take what `build_signatures` made."""
        self._raw: Sequence[Raw] = generated["signatures"]
        self._over: Mapping[str, Sequence[str]] = generated["over"]
        self._keys = {kind: _numbers_by_word(words) for kind, words in generated["keys"].items()}
        self._words = {kind: frozenset(words) for kind, words in self._keys.items()}
        self._compiled: dict[int, Signature] = {}

    def recognise(self, status: int, reason: str | None, headers: object, body: object) -> Verdict:
        """
        Say who emitted a response, and on what evidence. Never raises.

        Args:
            status: The status code.
            reason: The reason phrase, where it is known.
            headers: The header fields, in whatever form; None where they are not known.
            body: The content, as bytes or text; None where it is not known or was not read.
        """
        places = Places(status, reason, None if headers is None else fields_of(headers), body)
        return decide(self.matches(places), places, self._over)

    def matches(self, places: Places) -> list[Signature]:
        """Return the signatures that a response bears, in the order of the data, found through the index."""
        return [found for found in map(self._signature, sorted(self._candidates(places))) if found.holds(places)]

    def scan(self, places: Places) -> list[Signature]:
        """Return the same by trying every signature, which tests compare with `matches`."""
        return [found for found in map(self._signature, range(len(self._raw))) if found.holds(places)]

    def _signature(self, number: int) -> Signature:
        signature = self._compiled.get(number)
        return self._compiled.setdefault(number, Signature.of(self._raw[number])) if signature is None else signature

    def _candidates(self, places: Places) -> set[int]:
        found: set[int] = set()
        for kind, words in words_of(places):
            # A set takes the words of a page faster than any loop would.
            for word in self._words[kind].intersection(words):
                found.update(self._keys[kind][word])
        return found


def _numbers_by_word(words: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    return {word: tuple(map(int, numbers.split())) for word, numbers in words.items()}


def words_of(places: Places) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the kinds of keys of the index, each with the words by which a response is looked up."""
    yield "always", ("",)
    yield "status", (places["status"] or "",)
    fields = places.fields
    if fields:
        yield "field", fields
        for name in WORD_FIELDS:
            if name in fields:
                yield name, words(places[f"header:{name}"])
    if places.body:
        head = places.body[:KEY_SPAN]
        yield "body", head.split()
        if places.looks_like_json():
            yield "json", head.split('"')
        else:
            yield "title", words(places["title"])
            yield "footer", words(places["footer"])


@lru_cache(maxsize=256)
def words(text: str | None) -> tuple[str, ...]:
    """Return the words of a header field, a title or a footer; those of one process are mostly the same."""
    return tuple(text.translate(_SEPARATORS).split()) if text else ()


# --- tests --------------------------------------------------------------------------------------------


def _compiled(raw: Raw) -> Test:
    for word, join in _JOINS.items():
        if word in raw:
            return join(raw[word])
    place: str = raw["place"]
    operator = next(name for name in raw if name != "place")
    if operator == "absent":
        return lambda places: places.given(place) and places.original(place) is None
    if operator == "present":
        return lambda places: places.original(place) is not None
    holds = _OPERATORS[operator](as_list(raw[operator]))
    if place.startswith(("header:", "cookie")):
        return lambda places: (text := places[place]) is not None and _any_line(text, holds)
    return lambda places: (text := places[place]) is not None and holds(text)


def _any_line(text: str, holds: Callable[[str], bool]) -> bool:
    return any(map(holds, text.split("\n"))) if "\n" in text else holds(text)


def _all(raw: Iterable[Raw]) -> Test:
    tests = tuple(map(_compiled, sorted(raw, key=_effort)))

    def test(places: Places) -> bool:
        for one in tests:  # noqa: SIM110 (a generator in `all` takes twice as long, and this runs for each response)
            if not one(places):
                return False
        return True

    return test


def _effort(test: Raw) -> int:
    """Return a rank for tests of one signature: those of short texts go first, for one that fails ends it."""
    place = str(test.get("place", "joined"))
    return next((rank for rank, kinds in enumerate(_EFFORTS) if place.startswith(kinds)), len(_EFFORTS))


def _any(raw: Iterable[Raw]) -> Test:
    tests = tuple(map(_compiled, raw))
    return lambda places: any(one(places) for one in tests)


def _none(raw: Sequence[Raw]) -> Test:
    tests = tuple(map(_compiled, raw))
    asked = tuple(set(_places_in(raw)))
    return lambda places: all(map(places.given, asked)) and not any(one(places) for one in tests)


def _places_in(raw: Iterable[Raw]) -> Iterable[str]:
    for test in raw:
        if "place" in test:
            yield test["place"]
        for word in _JOINS:
            yield from _places_in(test.get(word, ()))


_EFFORTS = (("status", "reason"), ("header:", "cookie"), ("title", "footer"), ("json:",), ("body",))
_JOINS: Mapping[str, Callable[[Sequence[Raw]], Test]] = {"all": _all, "any": _any, "not": _none}


def as_list(value: str | Sequence[str]) -> Sequence[str]:
    """Return the values of an operator, which may be one or a list."""
    return [value] if isinstance(value, str) else value


def _prefix(values: Sequence[str]) -> Callable[[str], bool]:
    prefixes = tuple(values)
    return lambda text: text.startswith(prefixes)


def _contains(values: Sequence[str]) -> Callable[[str], bool]:
    first, *others = values
    return lambda text: first in text or (bool(others) and any(part in text for part in others))


def _pattern(values: Sequence[str]) -> Callable[[str], bool]:
    patterns = tuple(map(re.compile, values))
    return lambda text: any(pattern.search(text) for pattern in patterns)


_OPERATORS: Mapping[str, Callable[[Sequence[str]], Callable[[str], bool]]] = {
    "equals": lambda values: frozenset(values).__contains__,
    "prefix": _prefix,
    "contains": _contains,
    "pattern": _pattern,
}


# --- sub-codes ----------------------------------------------------------------------------------------


def _capture(raw: Raw | Sequence[Raw]) -> Capture:
    captures = tuple(_one_capture(one) for one in ([raw] if isinstance(raw, Mapping) else raw))
    return lambda places: next((found for capture in captures if (found := capture(places))), None)


def _one_capture(raw: Raw) -> Capture:
    if "literal" in raw:
        literal: str = raw["literal"]
        return lambda _: literal
    place: str = raw["place"]
    if "map" in raw:
        implied: Mapping[str, str] = raw["map"]
        return lambda places: _implied(places[place] or "", implied)
    # Without more to go by it is the first word.
    after = re.escape(raw.get("after", "")) + r"\s{0,9}([a-z0-9_./-]{1,99})"
    pattern = re.compile(raw.get("pattern", after))

    def capture(places: Places) -> str | None:
        match = pattern.search(places[place] or "")
        return None if match is None else _fit((places.original(place) or "")[slice(*match.span(1))])

    return capture


def _implied(text: str, implied: Mapping[str, str]) -> str | None:
    return next((subcode for part, subcode in implied.items() if part in text), None)


def _fit(subcode: str) -> str | None:
    """Return a sub-code that was read if it can be one: short, plain, without any markup."""
    plain = subcode.isascii() and subcode.isprintable() and not set(subcode) & set("<>&\"'`")
    return subcode.strip(" .,:;") or None if plain and len(subcode) <= LONGEST_SUBCODE else None


# --- the verdict --------------------------------------------------------------------------------------


def decide(matches: Sequence[Signature], places: Places, over: Mapping[str, Sequence[str]]) -> Verdict:
    """Weigh the signatures that match: who emitted the response, and whom it passed through."""
    emitted = [match for match in matches if match.says == EMITTED]
    emitter = _strongest(emitted, over) if emitted else None
    own = sorted([match for match in emitted if match.vendor == emitter], key=_rank)
    return Verdict(
        fields=places.fields or {},
        emitted_by=emitter,
        via=tuple(dict.fromkeys([m.vendor for m in matches if m.says == CARRIED and m.vendor != emitter])),
        emitter=next((match.emitter for match in own if match.emitter), None),
        confidence=_RANKS[own[0].rank] if own else Confidence.NONE,
        evidence=tuple(dict.fromkeys([match.evidence for match in matches])),
        subcode=_subcode_in([*own, *[match for match in matches if match.says == NAMES_NOBODY]], places),
        reached_origin=next((match.reached_origin for match in own if match.reached_origin is not None), None),
    )


def _rank(signature: Signature) -> int:
    return signature.rank


def _strongest(emitted: Sequence[Signature], over: Mapping[str, Sequence[str]]) -> str | None:
    """Return the vendor of the highest confidence; of several there, the one that is over all others, or none."""
    best = min(map(_rank, emitted))
    vendors = {match.vendor for match in emitted if match.rank == best}
    if len(vendors) > 1:
        vendors.difference_update(*(over.get(vendor, ()) for vendor in tuple(vendors)))
    return vendors.pop() if len(vendors) == 1 else None


def _subcode_in(signatures: Iterable[Signature], places: Places) -> tuple[str, str] | None:
    for signature in signatures:
        found = None if signature.subcode is None else signature.subcode(places)
        if found is not None:
            return signature.vendor, found
    return None
