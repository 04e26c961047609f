"""
Which terms lead to which records, and how much each says of a record.

Terms are words (``gateway``), pairs of neighbours (``bad gateway``), whole names and messages
(``"page expir"``), sub-codes as they are written (``=sC--``) and statuses (``#502``).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice

from ._model import StatusCode
from ._search_words import codes, compounds, pairs, statuses, words

# A word in a name says more of a record than one in its prose.
_NAME, _SHORT, _PROSE, _VENDOR = 4.0, 1.5, 0.8, 0.5
_PAIR = 0.5
# Whoever pastes a whole message means what bears it; each of its words adds this. Of longer ones the beginning counts.
_WORD_OF_MESSAGE = 0.1
_LONGEST_MESSAGE = 10
# A status says more of its own record than of the sub-codes that ride on it.
_STATUS, _STATUS_OF_SUBCODE = 2.0, 0.7
# Whoever pastes a code as it is written means that one, a little less without its empty positions; a code that is a
# word of everybody, or a status's name, may be just that.
_CODE, _SHORTENED_CODE = 5.0, 4.0
_EVERYDAY_CODE = 0.3
# A word that more records have than this is everybody's, such as URL.
_EVERYDAY_WORD = 25
# A misspelt word counts less than the right one.
_TYPO = 0.6
# The rarest terms of a long text say what it is about, and the nearest of a word is dear to find.
_MOST_TERMS = 40
_MOST_TYPOS = 5


class TermIndex:
    """The postings: each term's records by their places, and the term's weight in each."""

    def __init__(self, records: Sequence[StatusCode], printed: Mapping[str, Iterable[str]]) -> None:
        self._size = len(records)
        self._postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
        names = {" ".join(words(record.name)) for record in records if record.vendor.id == "iana"}
        for place, record in enumerate(records):
            for term, weight in _weights_of(record, printed.get(record.id, ()), names).items():
                self._postings[term][place] = weight
        for record in records:
            # Bad Gateway is everybody's.
            if record.vendor.id == "iana":
                for message in _messages_of(record, ()):
                    self._postings.pop(message, None)
        self._by_letters: defaultdict[str, list[str]] = defaultdict(list)
        for term in filter(str.isalpha, self._postings):
            self._by_letters[term[0]].append(term)
            self._by_letters[term[1:3]].append(term)

    def scores(self, text: str) -> dict[int, float]:
        """Return the places of the records that a text leads to, with how well its terms fit each."""
        found = sorted(self._found(text), key=lambda term: -term[0])
        scores: defaultdict[int, float] = defaultdict(float)
        for rarity, posting in found[:_MOST_TERMS]:
            for place, weight in posting.items():
                scores[place] += rarity * weight
        return scores

    def written_in(self, text: str) -> set[int]:
        """Return the places of the records whose code stands in a text as it is written, and is no everyday word."""
        postings = (self._postings.get(f"={code}", {}) for code in codes(text))
        return {place for posting in postings for place, weight in posting.items() if weight == _CODE}

    def _found(self, text: str) -> Iterator[tuple[float, Mapping[int, float]]]:
        """Yield rarity and posting of each term of a text, and of the nearest word where one is misspelt."""
        terms = _terms_of(text)
        unknown = (term for term in terms if term not in self._postings and len(term) > 3 and term.isalpha())
        nearest = (self._nearest(word) for word in islice(unknown, _MOST_TYPOS))
        for term, factor in (*((term, 1.0) for term in terms), *((term, _TYPO) for term in nearest)):
            posting = self._postings.get(term)
            if posting is not None:
                yield factor * self._rarity(term), posting

    def _rarity(self, term: str) -> float:
        """Return how rare a term is among the records; a code that is everybody's word is as rare as the word."""
        used = len(self._postings[term])
        if term.startswith("="):
            used_as_word = len(self._postings.get("".join(words(term)), ()))
            used = used_as_word if used_as_word > _EVERYDAY_WORD else used
        return math.log(1 + self._size / used)

    def _nearest(self, word: str) -> str:
        """Return the known word that is nearest, of those with its first letter or else with its next two."""
        for letters in (word[0], word[1:3]):
            alike = [term for term in self._by_letters.get(letters, ()) if abs(len(term) - len(word)) < 3]
            # Two letters swapped are the commonest slip: fuond is found, and not fund.
            swapped = [term for term in alike if sorted(term) == sorted(word)]
            for nearest in swapped or get_close_matches(word, alike, n=1, cutoff=0.75):
                return nearest
        return ""


def numbers_of(record: StatusCode) -> frozenset[int]:
    """Return the statuses of a record: its own, and those that a client sees."""
    return frozenset(number for number in (record.code, *record.wire) if number is not None)


def _terms_of(text: str) -> dict[str, None]:
    found = words(text)
    subcodes = (f"={code}" for code in codes(text))
    numbers = (f"#{number}" for number in statuses(text))
    runs = (found[start : start + size] for size in range(2, _LONGEST_MESSAGE + 1) for start in range(len(found)))
    return dict.fromkeys((*found, *pairs(found), *compounds(text), *map(_message, runs), *subcodes, *numbers))


def _weights_of(record: StatusCode, printed: Iterable[str], names: Container[str]) -> dict[str, float]:
    """Return the terms of a record with their weights: the more fields have a word, the nearer to 1."""
    sums: defaultdict[str, float] = defaultdict(float)
    for field, text in _fields_of(record, printed):
        found = words(text)
        for word in dict.fromkeys((*found, *compounds(text))):
            sums[word] += field
        for pair in dict.fromkeys(pairs(found)):
            sums[pair] += field * _PAIR
    for text in _prose_of(record):
        for word in dict.fromkeys(words(text)):
            sums[word] += _PROSE
    weights = {term: weight / (weight + 1) for term, weight in sums.items()}
    return weights | _messages_of(record, printed) | _codes_of(record, names) | _statuses_of(record)


def _fields_of(record: StatusCode, printed: Iterable[str]) -> Iterator[tuple[float, str]]:
    """Yield weight and text of each field in which it matters what stands beside what."""
    yield _NAME, " ".join((record.name, record.subcode or "", *record.aliases))
    if record.subcode is not None and record.subcode.isdecimal():
        # A number says little without its vendor.
        yield _SHORT, f"{record.vendor.id} {record.subcode}"
    yield _SHORT, record.summary
    yield _SHORT, " ".join(printed)
    yield _PROSE, record.meaning
    yield _VENDOR, f"{record.vendor.id} {record.vendor.name} {record.vendor.company}"


def _prose_of(record: StatusCode) -> Iterator[str]:
    yield " ".join((record.when_to_use, record.example, *record.causes))
    yield " ".join((*record.client_steps, *record.operator_steps))


def _messages_of(record: StatusCode, printed: Iterable[str]) -> dict[str, float]:
    """Return the names and messages of several words, by which a record is known as a whole."""
    texts = (words(text)[:_LONGEST_MESSAGE] for text in (record.name, record.subcode or "", *record.aliases, *printed))
    return {_message(text): _WORD_OF_MESSAGE * len(text) for text in texts if len(text) > 1}


def _message(text: Sequence[str]) -> str:
    return f'"{" ".join(text)}"'


def _statuses_of(record: StatusCode) -> dict[str, float]:
    weight = _STATUS if record.subcode is None else _STATUS_OF_SUBCODE
    return {f"#{number}": weight for number in sorted(numbers_of(record))}


def _codes_of(record: StatusCode, names: Container[str]) -> dict[str, float]:
    """Return the sub-code as its vendor writes it, also without the positions of it that are empty."""
    if record.subcode is None or record.coined:
        return {}
    if _is_everyday(record.subcode, names):
        return {f"={record.subcode}": _EVERYDAY_CODE}
    weights = {record.subcode.rstrip("-"): _SHORTENED_CODE, record.subcode: _CODE}
    return {f"={code}": weight for code, weight in weights.items() if len(code) > 1}


def _is_everyday(code: str, names: Container[str]) -> bool:
    """Return whether a sub-code may stand in any text: a plain word, a status's name, or a small number."""
    if " ".join(words(code)) in names:
        return True
    return code.islower() or code.istitle() if code.isalpha() else code.isdecimal() and int(code) < 1000
