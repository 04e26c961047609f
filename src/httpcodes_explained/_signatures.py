"""
Who emitted a response: the signatures of the data files, evaluated.

A signature is data: tests that must all hold, at places that `_places` reads. It is found through an
index, by a word that has to be there, so that the cost of a response does not grow with the vendors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import attr

from ._headers import fields_of
from ._model import Confidence
from ._places import Places, lower
from ._registry import LONGEST_SUBCODE

T = TypeVar("T")

Raw = Mapping[str, Any]
"""A signature, a test or a capture, parsed from JSON."""

Test = Callable[[Places], bool]
Capture = Callable[[Places], str | None]

EMITTED, CARRIED, NAMES_NOBODY = "emitted", "carried", "subcode"
"""What a signature says of its vendor."""

KEY_SPAN = 1024
"""Characters of a body whose words lead to signatures; the tests themselves look further."""

MOST_STRINGS = 400
"""Strings of a JSON body, names and values, that lead to signatures."""

WORD_FIELDS = ("server", "via", "content-type")
"""Header fields that most responses have: their words lead to signatures, not the fields themselves."""

_OF_HEAD = ("status", "reason", *WORD_FIELDS)
_OF_PAGE = ("title", "footer")
_LITERAL = re.compile(r"(?:[^\\.^$*+?{}\[\]()|]|\\[^A-Za-z0-9])+")
_SEPARATORS = str.maketrans(dict.fromkeys("/,;()[]|:-.\"'<>=\n\t", " "))
_MARKUP = frozenset("<>&\"'`")
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


@attr.frozen(eq=False, repr=False)
class Finding:
    """What signatures say that match one response together; one is made for each set of them."""

    emitted_by: str | None
    """A vendor's id, as below."""
    via: tuple[str, ...]
    emitter: str | None
    confidence: Confidence
    evidence: tuple[str, ...]
    captures: tuple[tuple[str, Capture], ...]
    """What may read the sub-code, in the order in which to try it, each with the vendor whose word it reads."""
    reached_origin: bool | None


class Verdict(NamedTuple):
    """What the signatures say of one response."""

    finding: Finding
    fields: Mapping[str, str]
    """The header fields that were looked at, by lower-case name."""
    subcode: tuple[str, str] | None
    """The vendor whose word it is, and the sub-code as it was read."""


class Signatures:
    """All signatures of a registry, and the index through which they are found."""

    def __init__(self, generated: bytes) -> None:
        """Take the lines of `signature_lines`: the index, then each signature, parsed when it is first tried."""
        index, *self._lines = generated.splitlines()
        keys: Mapping[str, Any] = json.loads(index)
        self._over: Mapping[str, Sequence[str]] = keys["over"]
        self._numbers: Mapping[str, Mapping[str, str]] = keys["keys"]
        self._words = {kind: frozenset(words) for kind, words in self._numbers.items()}
        self._always = self._numbers["always"].get("", "").split()
        self._compiled: dict[str, Signature] = {}
        # The responses of one process are much alike: what their header fields lead to, and what the
        # same signatures say together, is worked out once.
        self._led_to = lru_cache(maxsize=256)(self._numbers_by_words)
        self._weighed = lru_cache(maxsize=256)(self._weigh)

    def all_raw(self) -> list[Raw]:
        """Return every signature as it stands in the data."""
        return [json.loads(line) for line in self._lines]

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
        finding = self._weighed(*self._matching(places))
        return Verdict(finding, places.fields, _first_read(finding.captures, places))

    def matches(self, places: Places) -> list[Signature]:
        """Return the signatures that a response bears, in the order of the data, found through the index."""
        return [self._compiled[number] for number in self._matching(places)]

    def _matching(self, places: Places) -> list[str]:
        # Plain loops here and below: this runs for every response, and calls are what takes its time.
        found: list[str] = []
        for number in sorted(self._candidates(places)):
            signature = self._compiled.get(number) or self._signature(number)
            if signature.holds(places):
                found.append(number)
        return found

    def _weigh(self, *numbers: str) -> Finding:
        return weigh([self._compiled[number] for number in numbers], self._over)

    def scan(self, places: Places) -> list[Signature]:
        """Return the same by trying every signature, which tests compare with `matches`."""
        numbers = [numbered(at) for at in range(len(self._lines))]
        return [found for found in map(self._signature, numbers) if found.holds(places)]

    def _signature(self, number: str) -> Signature:
        return self._compiled.setdefault(number, Signature.of(json.loads(self._lines[int(number)])))

    def _candidates(self, places: Places) -> set[str]:
        """Return the numbers of the signatures to try: a word of each stands in the response."""
        fields = places.fields
        found = set(self._led_to(_OF_HEAD, places.status, places.reason, *map(fields.get, WORD_FIELDS)))
        self._add(found, "field", fields)
        body = places.body
        if not body:
            return found
        self._add(found, "body", body[:KEY_SPAN].split())
        if places.looks_like_json():
            self._add(found, "json", body.split('"', MOST_STRINGS))
        else:
            found.update(self._led_to(_OF_PAGE, places["title"], places["footer"]))
        return found

    def _add(self, found: set[str], kind: str, words: Iterable[str]) -> None:
        # A set takes the words of a page faster than any loop would.
        for word in self._words[kind].intersection(words):
            found.update(self._numbers[kind][word].split())

    def _numbers_by_words(self, kinds: Sequence[str], *texts: str | None) -> frozenset[str]:
        """Return the numbers to which the words of short texts lead, each under its kind of key."""
        found = set(self._always)
        for kind, text in zip(kinds, texts, strict=True):
            self._add(found, kind, words(text or ""))
        return frozenset(found)


def numbered(at: int) -> str:
    """Return the number of a signature as the index has it: in an order that sorting texts keeps."""
    return f"{at:04}"


def words(text: str) -> Sequence[str]:
    """Return the words of a status, a header field, a title or a footer."""
    return lower(text).translate(_SEPARATORS).split()


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
        return _has(place)
    return _at_place(place, _OPERATORS[operator](as_list(raw[operator])))


def _has(place: str) -> Test:
    kind, _, name = place.partition(":")
    if kind == "header":
        return lambda places: name in places.fields
    return lambda places: places[place] is not None


def _at_place(place: str, holds: Callable[[str], bool]) -> Test:
    """Return a test of the text at a place; of a header field and of the cookies, any line may pass."""
    kind, _, name = place.partition(":")

    def holds_of_a_line(text: str) -> bool:
        return any(map(holds, text.split("\n"))) if "\n" in text else holds(text)

    if kind == "status":
        return lambda places: holds(places.status)
    if kind == "body":
        return lambda places: places.body is not None and holds(places.body)
    if kind == "header":
        return lambda places: (text := places.fields.get(name)) is not None and holds_of_a_line(lower(text))
    if kind == "cookie":
        return lambda places: (text := places[place]) is not None and holds_of_a_line(text)
    return lambda places: (text := places[place]) is not None and holds(text)


def _all(raw: Iterable[Raw]) -> Test:
    tests = tuple(map(_compiled, sorted(raw, key=_effort)))
    if len(tests) == 1:
        return tests[0]

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

    def test(places: Places) -> bool:
        for one in tests:  # noqa: SIM110 (as in `_all`)
            if one(places):
                return True
        return False

    return test


def _none(raw: Sequence[Raw]) -> Test:
    one_holds = _any(raw)
    asked = tuple(set(_places_in(raw)))

    def test(places: Places) -> bool:
        for place in asked:
            if not places.given(place):
                return False
        return not one_holds(places)

    return test


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
    if len(values) == 1:
        value = values[0]
        return lambda text: value in text

    def holds(text: str) -> bool:
        for value in values:  # noqa: SIM110 (as in `_all`)
            if value in text:
                return True
        return False

    return holds


def _pattern(values: Sequence[str]) -> Callable[[str], bool]:
    finders = tuple(map(_finder, values))
    return lambda text: any(find(text) is not None for find in finders)


def _finder(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Return what searches for a pattern: from its literal on, which is found faster than any pattern."""
    compiled, literal = re.compile(pattern), leading_literal(pattern)

    def find(text: str) -> re.Match[str] | None:
        start = text.find(literal)
        return None if start < 0 else compiled.search(text, start)

    return find


def leading_literal(pattern: str) -> str:
    """Return the text with which every match of a pattern begins."""
    found = _LITERAL.match(pattern)
    if found is None:
        return ""
    is_repeated = pattern[found.end() : found.end() + 1] in ("{", "?", "*", "+")
    literal = re.sub(r"\\(.)", r"\1", found[0])
    return literal[:-1] if is_repeated else literal


_OPERATORS: Mapping[str, Callable[[Sequence[str]], Callable[[str], bool]]] = {
    "equals": lambda values: frozenset(values).__contains__,
    "prefix": _prefix,
    "contains": _contains,
    "pattern": _pattern,
}


# --- sub-codes ----------------------------------------------------------------------------------------


def _capture(raw: Raw | Sequence[Raw]) -> Capture:
    captures = tuple(_one_capture(one) for one in ([raw] if isinstance(raw, Mapping) else raw))

    def capture_first(places: Places) -> str | None:
        for capture in captures:
            found = capture(places)
            if found:
                return found
        return None

    return capture_first


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
    find = _finder(raw.get("pattern", after))

    def capture(places: Places) -> str | None:
        match = find(places[place] or "")
        return None if match is None else _fit((places.original(place) or "")[slice(*match.span(1))])

    return capture


def _implied(text: str, implied: Mapping[str, str]) -> str | None:
    return next((subcode for part, subcode in implied.items() if part in text), None)


def _fit(subcode: str) -> str | None:
    """Return a sub-code that was read if it can be one: short, plain, without any markup."""
    plain = subcode.isascii() and subcode.isprintable() and _MARKUP.isdisjoint(subcode)
    return subcode.strip(" .,:;") or None if plain and len(subcode) <= LONGEST_SUBCODE else None


# --- the verdict --------------------------------------------------------------------------------------


def weigh(matches: Sequence[Signature], over: Mapping[str, Sequence[str]]) -> Finding:
    """Weigh the signatures that match: who emitted the response, and whom it passed through."""
    said: dict[str, list[Signature]] = {EMITTED: [], CARRIED: [], NAMES_NOBODY: []}
    for match in matches:
        said[match.says].append(match)
    emitter = _strongest(said[EMITTED], over) if said[EMITTED] else None
    own = sorted([match for match in said[EMITTED] if match.vendor == emitter], key=_rank)
    return Finding(
        emitter,
        tuple(dict.fromkeys(match.vendor for match in said[CARRIED] if match.vendor != emitter)),
        _first(match.emitter for match in own),
        _RANKS[own[0].rank] if own else Confidence.NONE,
        tuple(dict.fromkeys(match.evidence for match in matches)),
        tuple((match.vendor, match.subcode) for match in (*own, *said[NAMES_NOBODY]) if match.subcode is not None),
        _first(match.reached_origin for match in own),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _first_read(captures: Iterable[tuple[str, Capture]], places: Places) -> tuple[str, str] | None:
    for vendor, capture in captures:
        found = capture(places)
        if found is not None:
            return vendor, found
    return None


def _rank(signature: Signature) -> int:
    return signature.rank


def _strongest(emitted: Sequence[Signature], over: Mapping[str, Sequence[str]]) -> str | None:
    """Return the vendor of the highest confidence; of several there, the one that is over all others, or none."""
    if len(emitted) == 1:
        return emitted[0].vendor
    best = min(map(_rank, emitted))
    vendors = {match.vendor for match in emitted if match.rank == best}
    if len(vendors) > 1:
        vendors.difference_update(*(over.get(vendor, ()) for vendor in tuple(vendors)))
    return vendors.pop() if len(vendors) == 1 else None
