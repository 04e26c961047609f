"""The registry: data files to records, read when they are needed, and every strict look-up."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from operator import index
from os import PathLike
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, cast, overload

import importlib_resources

# `Comparison` is looked up in it when an annotation is read, and not before.
import httpcodes_explained

from ._data import Entry, File, Open, as_id, entries_of, entry_in, normal_name, record_from, spaced, vendor_from
from ._model import Explanation, Headers, State, StatusClass, StatusCode, Vendor
from .errors import AmbiguousCodeError, UnknownCodeError

if TYPE_CHECKING:
    from ._index import Index
    from ._signatures import Signatures

D = TypeVar("D")
V = TypeVar("V", bound=StrEnum)

LONGEST_NAME = 200
"""Characters. No id or name is longer, so a longer text is refused before anything is compared."""

LONGEST_SUBCODE = 64
"""Characters. No sub-code that a response bears is longer."""

ACCEPTED = (
    "an int, an HTTPStatus or an enum member of this library, a record, or a str such as '404', "
    "'cloudflare:523', 'H12' or 'Not Found'"
)

_default: Registry | None = None
_default_lock = threading.Lock()


class Registry:
    """
    All records of a set of data files, and the look-ups in them.

    `Registry.default()` holds what this library ships; the functions of the package root are its
    methods. `extended` makes another one and leaves this one as it is.
    """

    def __init__(
        self,
        open_file: Open,
        *,
        base: Registry | None = None,
        added: tuple[tuple[str, File], ...] = (),
    ) -> None:
        """Strictly private: use `Registry.default` and `Registry.extended`."""
        self._open = open_file
        self._index: Index = json.loads(self._read("_index.json"))
        self._vendor_ids: tuple[str, ...] = tuple(self._index["vendors"].split())
        self._base = base
        self._added = added
        self._identities: bytes | None = None
        self._vendors: dict[str, Vendor] = {}
        self._entries: dict[str, dict[str, Entry]] = {}
        self._records: dict[str, StatusCode] = {}
        self._owners: dict[int, dict[str, str]] = {}
        self._subcode_index: Index | None = None
        self._recogniser: Signatures | None = None

    def __reduce__(self) -> tuple[Callable[..., Registry], tuple[Any, ...]]:
        if self._base is None:
            return Registry.default, ()
        from ._extend import extend

        return extend, (self._base, self._added)

    def __repr__(self) -> str:
        return f"<Registry of {len(self._vendor_ids)} vendors>"

    @classmethod
    def default(cls) -> Registry:
        """Return the one registry of the data that this library ships."""
        return _default or _load_default()

    def extended(self, records_or_path: Iterable[StatusCode] | Mapping[str, Any] | str | PathLike[str], /) -> Registry:
        """
        Return a new registry that also holds codes of your own; this one stays as it is.

        A new vendor's meaning of a number comes before those of the vendors shipped here, and after
        the registered one.

        Args:
            records_or_path: `StatusCode` records, or one vendor's data as a mapping, or the path of
                a JSON file of that format, or of a folder of such files. A vendor that is here
                already gains the new codes.

        Raises:
            DataError: The data breaks the format, an id is taken, or a reference leads nowhere. It
                names file, entry and field.
        """
        from ._extend import extend, files_in

        return extend(self, files_in(records_or_path))

    # --- look-up -------------------------------------------------------------------------------------

    def lookup(self, code: object, /, *, vendor: str | Vendor | None = None) -> StatusCode:
        """
        Return the record of a code, strictly.

        Args:
            code: An int, an `http.HTTPStatus`, a member of this library's enums, or a string: digits,
                an id, the name of a registered code, or a sub-code that one vendor alone uses and that
                is no plain word, such as ``Timeout``.
            vendor: Take this vendor's meaning of the number or sub-code, whatever others use.

        Raises:
            UnknownCodeError: There is none; its `near` names close ones.
            AmbiguousCodeError: There are several; its `near` names all of them.
            TypeError: `code` is of a type that cannot name one.
        """
        name, *others = self._ids_of(code, vendor=vendor)
        if others:
            raise AmbiguousCodeError(shown(code), (name, *others))
        return self.record(name)

    @overload
    def get(self, code: object, /, *, vendor: str | Vendor | None = None) -> StatusCode | None: ...
    @overload
    def get(self, code: object, default: D, /, *, vendor: str | Vendor | None = None) -> StatusCode | D: ...
    def get(self, code: object, default: Any = None, /, *, vendor: str | Vendor | None = None) -> Any:
        """
        Return the record of a code as `lookup` finds it, or `default` where it is unknown or ambiguous.

        Raises:
            TypeError: `code` is of a type that cannot name one.
            UnknownCodeError: There is no such vendor.
        """
        owner = None if vendor is None else self.vendor(vendor)
        try:
            return self.lookup(code, vendor=owner)
        except UnknownCodeError:
            return default

    def meanings(self, code: object, /) -> tuple[StatusCode, ...]:
        """
        Return every status record of one number: the registered one first, then the likeliest.

        Sub-codes are not among them; a number that nobody defined has no meanings.

        Raises:
            TypeError: `code` is not a number.
        """
        number = number_of(code)
        if number is None:
            given = repr(shown(code)) if isinstance(code, str) else type(code).__name__
            raise TypeError(f"meanings() takes a status code as a number, such as 523 or '523', not {given}")
        return tuple(map(self.record, self._owners_of(number).values()))

    def codes(
        self,
        *,
        vendor: str | Vendor | None = None,
        status_class: StatusClass | str | None = None,
        state: State | str | None = None,
        official: bool | None = None,
        subcodes: bool = False,
    ) -> tuple[StatusCode, ...]:
        """
        Return the records that pass every filter given, ordered by code, registered first, vendor, sub-code.

        Args:
            vendor: Only this vendor's.
            status_class: Only this class, such as ``"4xx"``, in any case.
            state: Only this state, such as ``"unofficial"``.
            official: True for registered codes that are assigned or temporary, False for all others.
            subcodes: Also the sub-codes.

        Raises:
            UnknownCodeError: There is no such vendor.
            ValueError: `status_class` or `state` is none of the vocabulary.
        """
        wanted_class = None if status_class is None else _member_of(StatusClass, status_class)
        wanted_state = None if state is None else _member_of(State, state)
        names = self._vendor_ids if vendor is None else (self.vendor(vendor).id,)
        found = (
            record
            for name in names
            for record in map(self.record, self._entries_of(name))
            if (subcodes or record.subcode is None)
            and wanted_class in (None, record.status_class)
            and wanted_state in (None, record.state)
            and official in (None, record.is_official)
        )
        return tuple(sorted(found, key=_order))

    def vendors(self) -> tuple[Vendor, ...]:
        """Return every vendor, ordered by id."""
        return tuple(self.vendor(name) for name in sorted(self._vendor_ids))

    def search(self, text: str, /, *, limit: int = 10, vendor: str | Vendor | None = None) -> tuple[StatusCode, ...]:
        """
        Return the records that answer best to some words, the best first.

        Names, former names, digits, sub-codes and the texts are searched; a misspelt word finds its
        nearest.

        Args:
            text: What to look for, such as ``"too many requests"``.
            limit: How many records at most.
            vendor: Only this vendor's.

        Raises:
            UnknownCodeError: There is no such vendor.
            TypeError: `text` is no str.
        """
        from ._search import search

        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] (not all callers check)
            raise TypeError(f"search() takes a str, not {type(text).__name__}")
        return search(self, text, limit=limit, vendor=None if vendor is None else self.vendor(vendor))

    def compare(self, *codes: object) -> httpcodes_explained.Comparison:
        """
        Return several codes side by side.

        Raises:
            UnknownCodeError: One of them is unknown.
            TypeError: None was given.
        """
        if not codes:
            msg = "compare() takes at least one code"
            raise TypeError(msg)
        from ._compare import Comparison

        return Comparison(tuple(self.lookup(code) for code in codes))

    def explain(
        self,
        target: object,
        /,
        *,
        vendor: str | Vendor | None = None,
        headers: Headers | None = None,
        body: bytes | bytearray | str | None = None,
    ) -> Explanation:
        """Explain `target` out of this registry; see `httpcodes_explained.explain`."""
        from ._explain import explain_in

        return explain_in(self, target, vendor=vendor, headers=headers, body=body)

    def to_records(self) -> list[dict[str, str | int | None]]:
        """
        Return every record, sub-codes too, as a flat dict of scalars: rows for SQL, Spark, dbt, data frames.

        They are ordered as `codes` orders them. A number has several rows where several vendors define
        it: join on ``code`` where ``is_default`` holds, and each status finds one row at most.

        The keys are the same in every row and change only in a major release; a text that the record
        leaves empty is None. As in `StatusCode`: ``id``, ``code``, ``subcode``, ``name``, ``summary``,
        ``user_message``, ``meaning``, ``when_to_use``, ``example``, ``when_not_to_use``, ``state``,
        ``status_class``, ``fault``, ``retry_advice``, ``cacheable``, ``storable``, ``has_content``,
        ``log_level``, ``slug``, ``is_official``, ``is_error``, ``registry_entry``, ``expires``. Beside
        them: ``vendor``, ``vendor_name`` and ``company`` of the `Vendor`; ``is_default``, whether a bare
        number means this record; ``source_url``, the first source.
        """
        from ._rows import row_of

        return [row_of(self, record) for record in self.codes(subcodes=True)]

    # --- what the other modules build on -------------------------------------------------------------

    def vendor(self, vendor: str | Vendor, /) -> Vendor:
        """
        Return the vendor of an id.

        Raises:
            UnknownCodeError: There is none; it names the nearest.
            TypeError: `vendor` is neither an id nor a `Vendor`.
        """
        if not isinstance(vendor, str | Vendor):  # pyright: ignore[reportUnnecessaryIsInstance] (not all callers check)
            raise TypeError(f"a vendor is named by its id as a str, or by a Vendor, not by {type(vendor).__name__}")
        name = vendor.id if isinstance(vendor, Vendor) else vendor.strip().lower()
        known = self._vendors.get(name)
        if known is None:
            if name not in self._vendor_ids:
                from ._near import vendors_near

                raise UnknownCodeError(shown(name), vendors_near(self, name), what="no vendor has the id")
            known = self._vendors.setdefault(name, vendor_from(self._identity(name)))
        return known

    def record(self, name: str, /) -> StatusCode:
        """
        Return the record of an exact id.

        Raises:
            KeyError: There is none.
        """
        record = self._record_or_none(name)
        if record is None:
            raise KeyError(name)
        return record

    def _record_or_none(self, name: str) -> StatusCode | None:
        record = self._records.get(name)
        if record is None:
            vendor = self.vendor(vendor_in(name))
            entry = self._entry(vendor.id, name)
            if entry is not None:
                record = self._records.setdefault(name, record_from(entry, vendor))
        return record

    def _ids_of(self, code: object, /, *, vendor: str | Vendor | None = None) -> tuple[str, ...]:
        """
        Return the ids that `code` may stand for; more than one only where nothing tells them apart.

        Raises:
            UnknownCodeError: There is none.
            TypeError: `code` is of a type that cannot name one.
        """
        wanted = self._vendor_meant(code, None if vendor is None else self.vendor(vendor))
        number = number_of(code)
        if number is not None:
            return self._ids_of_number(number, wanted)
        if isinstance(code, StatusCode):
            return self._ids_of_id(code.id if ":" in code.id else f"iana:{code.id}", wanted)
        if not isinstance(code, str):
            raise TypeError(f"cannot look up an object of type {type(code).__name__}: expected {ACCEPTED}")
        return self._ids_of_text(code, wanted)

    def _vendor_meant(self, code: object, vendor: Vendor | None) -> Vendor | None:
        """
        Return whose meaning is asked for: a member of this library's enums names its own vendor.

        Raises:
            UnknownCodeError: `vendor` contradicts the member.
        """
        owner: str | None = getattr(type(code), "__vendor__", None)
        if owner is None:
            return vendor
        if vendor is not None and vendor.id != owner:
            raise UnknownCodeError(f"{shown(code)} of {vendor.id}", (), f"it is a member of {owner}'s enum")
        return self.vendor(owner)

    def _identity(self, vendor: str) -> Mapping[str, Any]:
        """Return a vendor's line of the index over all vendors, parsed alone."""
        lines = self._identities
        if lines is None:
            self._identities = lines = self._read("_vendors.jsonl")
        start = lines.index(b'{"id":' + json.dumps(vendor).encode())
        identity: Mapping[str, Any] = json.loads(lines[start : lines.index(b"\n", start)])
        return identity

    def _signatures(self) -> Signatures:
        """Return what recognises who emitted a response; read when the first response is explained."""
        if self._recogniser is None:
            from ._signatures import Signatures

            self._recogniser = Signatures(self._read("_signatures.jsonl"))
        return self._recogniser

    @property
    def _subcode_ids(self) -> Index:
        """The index over all sub-codes, which a bare status does not need."""
        index = self._subcode_index
        if index is None:
            index = cast("Index", json.loads(self._read("_subcodes.json")))
            index["subcodes"] = {code: ids for ids, codes in index["subcodes"].items() for code in codes}
            self._subcode_index = index
        return index

    def _known_under(self, subcode: str) -> tuple[str, ...]:
        """Return the ids to which a sub-code leads, which the index shortens where the vendor's id says enough."""
        words = self._subcode_ids["subcodes"].get(subcode, "").split()
        return tuple(word if ":" in word else f"{word}:{as_id(subcode)}" for word in words)

    def _owners_of(self, number: int, /) -> dict[str, str]:
        """Return vendor id to record id for every owner of a status, registered first, then the likeliest."""
        owners = self._owners.get(number)
        if owners is None and 100 <= number <= 999:
            names = self._index["numbers"].get(str(number), "").split()
            owners = self._owners.setdefault(number, {vendor_in(name): name for name in names})
        return owners or {}

    def _retryable(self) -> frozenset[int]:
        """Return the statuses whose likeliest meaning allows to repeat a request, at least if it is idempotent."""
        return frozenset(map(int, self._index["retryable"].split()))

    def _ids_of_number(self, number: int, vendor: Vendor | None) -> tuple[str, ...]:
        asked = shown(number)
        if not 100 <= number <= 999:
            return self._ids_of_subcode(asked, vendor, "a status code has three digits, from 100 to 999")
        owned = self._owners_of(number)
        if vendor is None and owned:
            return (next(iter(owned.values())),)
        if vendor is not None and vendor.id in owned:
            return (owned[vendor.id],)
        from ._near import MOST_NEAR, numbers_near

        if vendor is None:
            raise UnknownCodeError(asked, numbers_near(self, number), "nobody is known to define it")
        likeliest = tuple(owned.values())[:MOST_NEAR]
        raise UnknownCodeError(f"{vendor.id}:{number}", likeliest, f"{vendor.name} does not define it")

    def _ids_of_text(self, text: str, vendor: Vendor | None) -> tuple[str, ...]:
        text = text.strip()
        if not 0 < len(text) <= LONGEST_NAME:
            raise UnknownCodeError(shown(text), (), f"expected {ACCEPTED}")
        if ":" in text:
            return self._ids_of_id(text, vendor)
        named = self._index["names"].get(normal_name(text))
        if named is not None and (vendor is None or vendor.id == "iana"):
            return (named,)
        return self._ids_of_subcode(text, vendor)

    def _ids_of_id(self, text: str, vendor: Vendor | None) -> tuple[str, ...]:
        prefix, _, rest = text.partition(":")
        prefix, rest = prefix.strip().lower(), rest.strip()
        if prefix not in self._vendor_ids:
            from ._near import ids_near, names_near

            near = tuple(ids_near(self, prefix, rest)) or names_near(self, text)
            raise UnknownCodeError(shown(text), near, f"{shown(prefix)!r} is no vendor's id")
        owner = self.vendor(prefix)
        if not rest:
            raise UnknownCodeError(shown(text), (), "an id names a code behind the colon, such as cloudflare:523")
        if vendor is not None and vendor != owner:
            raise UnknownCodeError(shown(text), (), f"the id names {owner.id}, vendor= says {vendor.id}")
        name = f"{owner.id}:{rest}"
        if self._record_or_none(name) is not None:
            return (name,)
        number = number_of(rest)
        if owner.id == "iana" or (number is not None and 100 <= number <= 999):
            return self._ids_of(rest, vendor=owner)
        return self._ids_within(owner, rest)

    def _ids_of_subcode(self, text: str, vendor: Vendor | None, hint: str = f"expected {ACCEPTED}") -> tuple[str, ...]:
        if vendor is not None:
            return self._ids_within(vendor, text)
        matching = _matching(text, self._subcode_ids["subcodes"])
        found = tuple(name for subcode in matching for name in self._known_under(subcode))
        if found:
            return found
        name = self._index["names"].get(normal_name(spaced(text)))
        if name is not None:
            return (name,)
        from ._near import names_near

        near = names_near(self, text)
        raise UnknownCodeError(shown(text), near, "" if near and not text.isdecimal() else hint)

    def _ids_within(self, vendor: Vendor, text: str) -> tuple[str, ...]:
        """Return the ids of a vendor's codes that a text names, also by what alone would name nothing."""
        name, entries = f"{vendor.id}:{text}", self._entries_of(vendor.id)
        found = _matching(name, entries) or tuple(
            name for name, raw in entries.items() if _same(raw.get("subcode") or "", text)
        )
        if not found:
            from ._near import closest

            raise UnknownCodeError(shown(name), closest(name, entries), f"{vendor.name} has no such code")
        return found

    def _entry(self, vendor: str, name: str) -> Entry | None:
        """Return one entry, read alone where not all entries of the vendor have been; None where there is none."""
        entries = self._entries.get(vendor)
        if entries is not None:
            return entries.get(name)
        with self._open(f"{vendor}.json") as file:
            return entry_in(file, name)

    def _entries_of(self, vendor: str) -> dict[str, Entry]:
        """Return all entries of a vendor by id."""
        entries = self._entries.get(vendor)
        if entries is None:
            entries = {entry["id"]: entry for entry in entries_of(self._file_of(vendor))}
            entries = self._entries.setdefault(vendor, entries)
        return entries

    def _file_of(self, vendor: str, /) -> File:
        """Return a vendor's data file, parsed."""
        raw: File = json.loads(self._read(f"{vendor}.json"))
        return raw

    def _read(self, name: str) -> bytes:
        with self._open(name) as file:
            return file.read()


def number_of(code: object) -> int | None:
    """
    Return the number that `code` is: an int, an object with ``__index__`` such as numpy's ints, or digits.

    Digits of any script count, as they do for `int`, and space around them does not. None where
    `code` is something else, `bool` included.
    """
    if type(code) is int:
        return code
    if isinstance(code, str):
        digits = code.strip() if len(code) <= LONGEST_NAME else ""
        return int(digits) if digits.isdecimal() else None
    if isinstance(code, bool) or not hasattr(type(code), "__index__"):
        return None
    try:
        # A mock of a response has every method there is.
        is_response = not isinstance(code, int) and hasattr(code, "status_code")
        return None if is_response else index(cast("SupportsIndex", code))
    except (TypeError, ValueError, OverflowError):
        # An array of several numbers has the method, and raises.
        return None


def _load_default() -> Registry:
    global _default  # noqa: PLW0603 (one registry in a process is the point)
    with _default_lock:
        _default = _default or Registry(_shipped())
        return _default


def _shipped() -> Open:
    """Return what opens the files that this library ships; also out of a zip."""
    folder = importlib_resources.files(__package__).joinpath("data")
    return lambda name: folder.joinpath(name).open("rb")


def _order(record: StatusCode) -> tuple[Any, ...]:
    code = 1000 if record.code is None else record.code
    return (code, record.vendor.id != "iana", record.vendor.id, record.subcode or "")


def vendor_in(name: str) -> str:
    """Return the vendor's part of an id."""
    return name.partition(":")[0] if ":" in name else "iana"


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _matching(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return `name` if it is among `names`, else those that equal it but for case."""
    names = tuple(names)
    return (name,) if name in names else tuple(other for other in names if _same(other, name))


def shown(value: object) -> str:
    """Return what was asked for as an error message may show it: short and printable."""
    from ._clean import clean

    return clean(value, 60)


def _member_of(vocabulary: type[V], value: object) -> V:
    """Return the member of a closed vocabulary; case does not matter."""
    try:
        return vocabulary(value.lower() if isinstance(value, str) else str(value))
    except ValueError:
        raise ValueError(f"{value!r} is none of {', '.join(vocabulary)}") from None
