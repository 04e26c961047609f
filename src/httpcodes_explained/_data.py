"""The data format: from JSON to records and back. `data/schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from itertools import chain, pairwise
from typing import Any, BinaryIO, cast

from ._model import Emitter, Fault, RetryAdvice, SeenIn, Source, State, StatusCode, Vendor, VendorKind

File = Mapping[str, Any]
"""One vendor's data file, parsed."""

Entry = Mapping[str, Any]
"""One code in a data file, parsed."""

Open = Callable[[str], BinaryIO]
"""What opens a registry's files by name."""

_BLOCK = 65536
_ENTRY_INDENT = "\t\t"


def vendor_from(raw: Mapping[str, Any]) -> Vendor:
    """Make a `Vendor` of its JSON object, which is taken to be sound."""
    return Vendor(
        id=raw["id"],
        name=raw["name"],
        company=raw["company"],
        kind=VendorKind(raw["kind"]),
        url=raw["url"],
        docs=raw["docs"],
        forms=tuple(raw.get("forms", ())),
        over=tuple(raw.get("over", ())),
    )


def _sources(raw: Iterable[Mapping[str, Any]]) -> tuple[Source, ...]:
    return tuple(Source(**source) for source in raw)


_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "wire": tuple,
    "state": State,
    "sources": _sources,
    "aliases": tuple,
    "causes": tuple,
    "client_steps": tuple,
    "operator_steps": tuple,
    "typical_emitters": lambda values: tuple(map(Emitter, values)),
    "seen_in": lambda values: tuple(map(SeenIn, values)),
    "fault": Fault,
    "required_headers": tuple,
    "retry_advice": RetryAdvice,
    "confused_with": tuple,
    "related": tuple,
}


def record_from(raw: Mapping[str, Any], vendor: Vendor) -> StatusCode:
    """Make a `StatusCode` of its JSON object, which is taken to be sound."""
    values: dict[str, Any] = {"state": "unofficial", "code": None, **raw}
    if "wire" not in values:
        values["wire"] = () if values["code"] is None else (values["code"],)
    for name in _CONVERTERS.keys() & values.keys():
        values[name] = _CONVERTERS[name](values[name])
    return StatusCode(vendor=vendor, **values)


def entries_of(raw: File) -> Iterable[Mapping[str, Any]]:
    """Return the status codes of a file, then its sub-codes."""
    return chain(raw.get("codes", ()), raw.get("subcodes", ()))


def text_of(raw: File) -> str:
    """
    Return a file as it is laid out: a line for each field of the vendor, of an entry and of a signature.

    Lists stand on their field's line: a line for each item would cost the wheel 2 % of its size.
    """
    parts = ",\n".join(f"\t{_json(key)}: {_part(value)}" for key, value in raw.items())
    return f"{{\n{parts}\n}}\n"


def _part(value: Any) -> str:
    if isinstance(value, Mapping):
        return _fields(cast("Entry", value), "\t")
    entries = ",\n".join(f"\t\t{_fields(entry, _ENTRY_INDENT)}" for entry in value)
    return f"[\n{entries}\n\t]" if entries else "[]"


def _fields(entry: Entry, indent: str) -> str:
    lines = ",\n".join(f"{indent}\t{_json(key)}: {_json(value)}" for key, value in entry.items())
    return f"{{\n{lines}\n{indent}}}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def entry_in(file: BinaryIO, name: str) -> Entry | None:
    """
    Return the entry with an id; None where there is none.

    The file is read up to the entry's end, and the entry alone is parsed: most files are large, and
    most processes explain a few codes.
    """
    # As files are laid out an entry's braces, and only they, stand behind two tabs; its id is first.
    opening, closing = b'\n\t\t{\n\t\t\t"id": ' + json.dumps(name).encode(), b"\n\t\t}"
    text = b""
    while opening not in text:
        block = file.read(_BLOCK)
        if not block:
            return None
        text = text[-len(opening) :] + block
    text = text[text.index(opening) :]
    while closing not in text and (block := file.read(_BLOCK)):
        text += block
    entry: Entry = json.loads(text[: text.index(closing)] + b"}")
    return entry


def opener(contents: Mapping[str, bytes]) -> Open:
    """Return what opens files that are held in memory."""
    return lambda name: BytesIO(contents[name])


def normal_name(text: str) -> str:
    """Return a name as it is compared: lower case, one space between words, no other marks."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower().replace("'", "")).split())


def spaced(text: str) -> str:
    """Return ``Not Found`` of ``NotFound``."""
    return "".join(f" {char}" if char.isupper() and before.islower() else char for before, char in pairwise(f" {text}"))


def as_id(subcode: str) -> str:
    """Return a sub-code as it stands in an id."""
    return "".join(char if char.isascii() and (char.isalnum() or char in "_.-/") else "-" for char in subcode)
