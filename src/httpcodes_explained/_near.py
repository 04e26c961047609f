"""What a look-up that found nothing may have meant: the near misses that its error names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches

from ._data import as_id
from ._registry import LONGEST_NAME, Registry
from .errors import UnknownCodeError

MOST_NEAR = 3
"""Near misses that an error names."""

_ALIKE = str.maketrans("oil", "011", "_ ")
"""Letters that are typed and read for digits, as in ``1O20``; spaces and underscores make no difference."""


def vendors_near(registry: Registry, name: str) -> tuple[str, ...]:
    """Return the ids of the vendors that are meant by what is no id: one's name, or nearly an id."""
    named = tuple(vendor.id for vendor in registry.vendors() if vendor.name.casefold() == name.casefold())
    return named or closest(name, registry._vendor_ids)


def ids_near(registry: Registry, prefix: str, rest: str) -> Iterator[str]:
    """Yield the ids of what the vendors with an id like `prefix` call `rest`."""
    for vendor in closest(prefix, registry._vendor_ids):
        with suppress(UnknownCodeError):
            yield from registry._ids_of(f"{vendor}:{rest}")


def names_near(registry: Registry, text: str) -> tuple[str, ...]:
    """Return what a text that names nothing may mean: a vendor's plain word, a code within it, or a likeness."""
    index, numbers = registry._subcode_ids, registry._index["numbers"]
    written = as_id(text).casefold()
    hidden = tuple(name for name in index["hidden"].split() if _last_part(name).casefold() == written)
    within = (word for word in text.split() if word.isdecimal() and (word in numbers or word in index["subcodes"]))
    known = (*registry._index["names"], *index["subcodes"], *numbers)
    return hidden or tuple(dict.fromkeys(within)) or closest(text, known)


def numbers_near(registry: Registry, number: int) -> tuple[str, ...]:
    """Return the statuses in use that are nearest to one that is not."""
    return tuple(sorted(registry._index["numbers"], key=lambda known: abs(int(known) - number))[:MOST_NEAR])


def closest(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are spelt most like a text, the closest first."""
    if len(text) > LONGEST_NAME:
        return ()
    by_words: dict[str, str] = {}
    for name in names:
        # Of several spellings of the same words the first is shown.
        by_words.setdefault(_joined(name), name)
    return tuple(by_words[name] for name in get_close_matches(_joined(text), by_words, n=MOST_NEAR, cutoff=0.6))


def _last_part(name: str) -> str:
    """Return the sub-code's part of an id: ``1002`` of ``cosmos-db:404/1002``."""
    return name.partition(":")[2].rpartition("/")[2]


def _joined(text: str) -> str:
    return text.lower().translate(_ALIKE)
