"""
Full-text search over the records: words, former names, statuses, sub-codes, and misspelt words.

The score of a record is how well the terms of the text fit it, times how likely it is at all, times what
is left to it where the text names other vendors or other statuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ._model import StatusCode, Vendor
from ._search_index import TermIndex, numbers_of
from ._search_marks import VendorMarks, printed_with
from ._search_words import statuses

if TYPE_CHECKING:
    from ._registry import Registry

LONGEST_QUERY = 1000
"""Characters of the text that are read."""

# Most questions are about the registered codes, and a status is asked for before its sub-codes.
_REGISTERED = 1.5
_SUBCODE = 0.85
# By each step of a vendor's prevalence, of which there are five, and by each likelier owner of a number, down to
# what every owner of a number keeps: dozens of vendors have a 503 of their own.
_MORE_PREVALENT = 0.07
_NEXT_OWNER = 0.97
_LAST_OWNER = 0.8
# Where the text names another vendor, a score loses this; where it means another status, it keeps this: most of it if
# the record's code is in the text, for a sub-code may ride on other statuses than its own.
_OTHER_VENDOR_LOSES = 0.6
_REGISTERED_LOSES = 0.7
_OTHER_STATUS = 0.4
_NO_STATUS = 0.7
_WRITTEN_CODE = 0.8

# One thread builds an index while others wait: it takes half a second.
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
    """All records of a registry, ready to be ranked."""

    def __init__(self, registry: Registry) -> None:
        signatures = registry._signatures().all_raw()
        self._records = registry.codes(subcodes=True)
        self._terms = TermIndex(self._records, printed_with(signatures))
        self._marks = VendorMarks(self._records, signatures)
        self._prevalence = {name: registry._identity(name).get("prevalence", 1) for name in registry._vendor_ids}
        self._likelihoods = [
            _likelihood(record, self._prevalence[record.vendor.id], registry) for record in self._records
        ]
        self._numbers = [numbers_of(record) for record in self._records]
        self._known = frozenset[int]().union(*self._numbers)

    def ranked(self, text: str) -> Iterator[StatusCode]:
        """Return the records that any term of a text leads to, the best first."""
        scores = self._terms.scores(text)
        kept = _kept_of_vendors(self._prevalence, self._marks.named_in(text))
        meant = self._known.intersection(statuses(text))
        written = self._terms.written_in(text)

        def rank(place: int) -> tuple[float, int]:
            score = scores[place] * self._likelihoods[place] * kept[self._records[place].vendor.id]
            least = _WRITTEN_CODE if place in written else 0.0
            return (-score * max(least, _kept_of_status(self._numbers[place], meant)), place)

        return (self._records[place] for place in sorted(scores, key=rank))


def _likelihood(record: StatusCode, prevalence: int, registry: Registry) -> float:
    """Return how likely a record is the one asked for, before a word is read."""
    if record.vendor.id == "iana":
        return _REGISTERED
    likelihood = 1 + _MORE_PREVALENT * (prevalence - 3)
    if record.code is None or record.subcode is not None:
        return likelihood * _SUBCODE
    likelier = [*registry._owners_of(record.code)].index(record.vendor.id)
    return likelihood * max(_LAST_OWNER, _NEXT_OWNER**likelier)


def _kept_of_vendors(vendors: Iterable[str], named: Mapping[str, float]) -> dict[str, float]:
    """Return what each vendor's records keep of their scores where a text names others more plainly."""
    plainest = max(named.values(), default=0.0)
    losses = {vendor: _REGISTERED_LOSES if vendor == "iana" else _OTHER_VENDOR_LOSES for vendor in vendors}
    return {vendor: 1 - loss * (plainest - named.get(vendor, 0.0)) for vendor, loss in losses.items()}


def _kept_of_status(numbers: frozenset[int], meant: frozenset[int]) -> float:
    """Return what a record of these statuses keeps of its score where a text means others."""
    if not meant or not meant.isdisjoint(numbers):
        return 1.0
    return _OTHER_STATUS if numbers else _NO_STATUS
