"""What names a vendor in a text, and what its pages print: out of the vendors' names and signatures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from ._data import as_id
from ._keys import _COMMON_FIELDS
from ._model import StatusCode
from ._search_words import compounds, pairs, words
from ._signatures import Raw, as_list

_PRINTED = ("body", "title", "footer", "reason", "json:")
# What people write instead of a vendor's name.
_ABBREVIATIONS = {"elb": "aws load balancer", "gcp": "google cloud", "k8s": "kubernetes", "kubectl": "kubernetes"}
# A word that one vendor alone uses says 1, and each word of a literal this much.
_WORD_OF_LITERAL = 0.05
# From here on a vendor is named beyond doubt.
_NAMED = 0.3


class VendorMarks:
    """The words and literals that name a vendor; each says the less, the more vendors use it."""

    def __init__(self, records: Iterable[StatusCode], signatures: Sequence[Raw]) -> None:
        users = _users_of_terms(records)
        owners = _owners_of_words(records, signatures)
        self._words = {word: dict.fromkeys(named, 1 / len(users[word] | named)) for word, named in owners.items()}
        self._literals = {
            literal: dict.fromkeys(named, _WORD_OF_LITERAL * len(words(literal)) / len(named))
            for literal, named in _owners_of_literals(signatures).items()
        }

    def named_in(self, text: str) -> dict[str, float]:
        """Return how plainly a text names each vendor, up to 1; those that it does not name are left out."""
        found = _terms_of(text)
        found += chain.from_iterable(words(_ABBREVIATIONS.get(word, "")) for word in tuple(found))
        lower = text.casefold()
        marks = [self._words[word] for word in dict.fromkeys(found) if word in self._words]
        marks += [named for literal, named in self._literals.items() if literal in lower]
        said: defaultdict[str, float] = defaultdict(float)
        for vendor, worth in chain.from_iterable(mark.items() for mark in marks):
            said[vendor] += worth
        plainest = max(said.values(), default=0.0)
        return {vendor: worth / max(plainest, _NAMED) for vendor, worth in said.items()}


def printed_with(signatures: Iterable[Raw]) -> dict[str, list[str]]:
    """Return the texts by which a page shows a sub-code, by the id of its record."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for raw in signatures:
        captures: Raw | Sequence[Raw] = raw.get("subcode", ())
        for capture in [captures] if isinstance(captures, Mapping) else captures:
            if "literal" in capture:
                texts = chain.from_iterable(_printed_in(test) for test in _flat(raw["when"]))
                found[f"{raw['vendor']}:{as_id(capture['literal'])}"] += texts
            for text, subcode in capture.get("map", {}).items():
                found[f"{raw['vendor']}:{as_id(subcode)}"].append(text)
    return found


def _users_of_terms(records: Iterable[StatusCode]) -> defaultdict[str, set[str]]:
    """Return the vendors by the terms of their codes' names and summaries."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for term in _terms_of(" ".join((record.name, *record.aliases, record.summary))):
            users[term].add(record.vendor.id)
    return users


def _owners_of_words(records: Iterable[StatusCode], signatures: Iterable[Raw]) -> dict[str, set[str]]:
    """Return the vendors by the words of their ids and names, their ``Server`` fields and their own header fields."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    labels = {record.vendor.id: f"{record.vendor.id} {record.vendor.name}" for record in records}
    # The registry names nobody: its words are those of every question.
    labels.pop("iana", None)
    for vendor, label in labels.items():
        for term in _terms_of(label):
            owners[term].add(vendor)
    for vendor, test in _tests_of(signatures):
        for word in _words_of_header(test):
            owners[word].add(vendor)
    return owners


def _words_of_header(test: Raw) -> list[str]:
    place = test.get("place", "")
    if place == "header:server":
        # A part of cloudflare-nginx names another, so that it counts as a whole.
        return [word for text in _literals_of(test) for word in [*compounds(text)] or words(text)]
    field = place.removeprefix("header:")
    return [*compounds(field)] if "present" in test and field not in (place, *_COMMON_FIELDS) else []


def _owners_of_literals(signatures: Iterable[Raw]) -> dict[str, set[str]]:
    """Return the vendors that print a text of several words."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for vendor, test in _tests_of(signatures):
        for text in _printed_in(test):
            if len(words(text)) > 1:
                owners[text].add(vendor)
    return owners


def _terms_of(text: str) -> list[str]:
    found = words(text)
    return [*found, *pairs(found), *compounds(text)]


def _tests_of(signatures: Iterable[Raw]) -> Iterator[tuple[str, Raw]]:
    """Yield the tests that may hold, each with the vendor of its signature."""
    for raw in signatures:
        for test in _flat(raw["when"]):
            yield raw["vendor"], test


def _flat(tests: Iterable[Raw]) -> Iterator[Raw]:
    """Yield tests, also those in ``any`` and ``all``."""
    for test in tests:
        yield test
        for join in ("any", "all"):
            yield from _flat(test.get(join, ()))


def _printed_in(test: Raw) -> list[str]:
    """Return the texts that a test looks for in what a reader of the response sees."""
    return _literals_of(test) if test.get("place", "").startswith(_PRINTED) else []


def _literals_of(test: Raw) -> list[str]:
    return [text for operator in ("equals", "prefix", "contains") for text in as_list(test.get(operator, ()))]
