"""Full-text search over the records: words, former names, digits, and misspelt words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ._model import StatusCode, Vendor

if TYPE_CHECKING:
    from ._registry import Registry

LONGEST_QUERY = 1000
"""Characters of the text that are read."""

# A word in a name says more of a record than one in its prose.
_WEIGHTS = {"label": 12.0, "name": 6.0, "vendor": 6.0, "part": 4.0, "summary": 2.5, "meaning": 1.5, "rest": 1.0}
_WHOLE_NAME = 3.0
_REGISTERED = 1.4
_SUBCODE = 0.8
# Where owners of one number answer alike, the likelier comes first.
_NEXT_OWNER = 0.95
# A misspelt word counts less than the right one.
_TYPO = 0.6
_STOP_WORDS = frozenset(
    "a an and are as at be but by for from has http i if in is it my of on or that the to was with".split()  # noqa: SIM905
)

# One thread builds an index while others wait: it takes a second.
_building = Lock()
_indexes: WeakKeyDictionary[Registry, _Index] = WeakKeyDictionary()


def search(registry: Registry, text: str, *, limit: int, vendor: Vendor | None) -> tuple[StatusCode, ...]:
    """Return the records that answer best to `text`, the best first."""
    with _building:
        index = _indexes.get(registry)
        if index is None:
            index = _indexes.setdefault(registry, _Index(registry))
    wanted = (record for record in index.ranked(text[:LONGEST_QUERY]) if vendor in (None, record.vendor))
    return tuple(record for record, _ in zip(wanted, range(limit), strict=False))


class _Index:
    """Postings of every word, weighted by the field that it stands in."""

    def __init__(self, registry: Registry) -> None:
        self._records = registry.codes(subcodes=True)
        self._likelihoods = [_likelihood(record, registry) for record in self._records]
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        for place, record in enumerate(self._records):
            for word, weight in _weights_of(record).items():
                self._postings[word][place] = weight
        self._names = [{_phrase(name) for name in (record.name, *record.aliases)} for record in self._records]

    def ranked(self, text: str) -> Iterator[StatusCode]:
        scores: defaultdict[int, float] = defaultdict(float)
        matched: Counter[int] = Counter()
        words = [word for word in _words(text) if word not in _STOP_WORDS] or list(_words(text))
        for word in dict.fromkeys(words):
            for place, score in self._scores_of(word).items():
                scores[place] += score
                matched[place] += 1
        phrase = _phrase(text)

        def rank(place: int) -> tuple[float, int]:
            score = scores[place] * matched[place] * self._likelihoods[place]
            return (-score * _WHOLE_NAME if phrase in self._names[place] else -score, place)

        return (self._records[place] for place in sorted(scores, key=rank))

    def _scores_of(self, word: str) -> dict[int, float]:
        """Return the score that one word of the query gives each record."""
        found = self._postings.get(word)
        factor = 1.0
        if found is None:
            found, factor = self._postings.get(self._nearest(word), {}), _TYPO
        rarity = math.log(1 + len(self._records) / (1 + len(found)))
        return {place: weight * rarity * factor for place, weight in found.items()}

    def _nearest(self, word: str) -> str:
        from difflib import get_close_matches

        if word.isdecimal() or len(word) < 4:
            return ""
        return next(iter(get_close_matches(word, self._postings, n=1, cutoff=0.75)), "")


def _likelihood(record: StatusCode, registry: Registry) -> float:
    if record.code is None or record.subcode is not None:
        return _SUBCODE
    if record.vendor.id == "iana":
        return _REGISTERED
    return _NEXT_OWNER ** list(registry._owners_of(record.code).values()).index(record.id)


def _weights_of(record: StatusCode) -> dict[str, float]:
    label = ("" if record.code is None else str(record.code), record.subcode or "", record.id)
    fields = {
        "part": " ".join(label),
        "name": " ".join((record.name, *record.aliases)),
        "vendor": f"{record.vendor.id} {record.vendor.name} {record.vendor.company}",
        "summary": record.summary,
        "meaning": record.meaning,
        "rest": " ".join(
            (record.when_to_use, record.example, *record.causes, *record.client_steps, *record.operator_steps)
        ),
    }
    # A number or a sub-code as a whole says all; the words in one say no more than those of a name.
    whole = (word for text in label[:2] if "-" not in text.strip("-") for word in [*_words(text)][:1])
    weights = dict.fromkeys(whole, _WEIGHTS["label"])
    for field, text in fields.items():
        for word in set(_words(text)):
            weights[word] = max(weights.get(word, 0.0), _WEIGHTS[field])
    return weights


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case: runs of letters and digits, and of those with dots between."""
    kept = "".join(char if char.isalnum() or char in "._" else " " for char in text.casefold().replace("'", ""))
    for word in kept.split():
        whole = word.strip("._")
        if whole:
            yield whole
        parts = whole.replace(".", " ").replace("_", " ").split()
        if len(parts) > 1:
            yield from parts


def _phrase(text: str) -> str:
    return " ".join(_words(text))
