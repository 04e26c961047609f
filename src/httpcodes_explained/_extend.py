"""Registries with codes of a user's own: reading them, checking that all holds together, and joining."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, cast

from ._check import check_file, check_together, files_from
from ._data import File, opener, text_of, vendor_from
from ._index import build_indexes
from ._model import StatusCode
from ._registry import Registry
from .errors import DataError

NamedFile = tuple[str, File]
"""A data file, and what it is called in errors."""

# Above the highest that a file can name: who adds a vendor means that vendor.
_OWN_PREVALENCE = 6


def extend(base: Registry, added: tuple[NamedFile, ...]) -> Registry:
    """
    Return a registry of `base` and of the files in `added`.

    Raises:
        DataError: An id is taken, a reference leads nowhere, or two files differ on who a vendor is.
    """
    shipped = {vendor.id: base._file_of(vendor.id) for vendor in base.vendors()}
    check_together([*((f"{name}.json", raw) for name, raw in shipped.items()), *added])
    files = dict(shipped)
    for name, raw in added:
        vendor = raw["vendor"]["id"]
        files[vendor] = _joined(files[vendor], raw, name) if vendor in files else _own(raw)
    changed = {raw["vendor"]["id"] for _, raw in added}
    data = {f"{vendor}.json": base._read(f"{vendor}.json") for vendor in files if vendor not in changed}
    texts = {f"{vendor}.json": text_of(_normal(files[vendor])) for vendor in changed}
    texts |= build_indexes(files.values())
    data |= {name: text.encode() for name, text in texts.items()}
    return Registry(opener(data), base=base, added=added)


def _own(raw: File) -> File:
    return {**raw, "vendor": {"prevalence": _OWN_PREVALENCE, **raw["vendor"]}}


def _joined(old: File, new: File, name: str) -> File:
    if vendor_from(old["vendor"]) != vendor_from(new["vendor"]):
        problem = f"{old['vendor']['id']!r} is known as {old['vendor']['name']!r}: give the same values, or another id"
        raise DataError(name, None, "vendor", problem)
    return {**old, **{key: [*old.get(key, ()), *new.get(key, ())] for key in ("codes", "subcodes", "signatures")}}


def _normal(raw: File) -> dict[str, Any]:
    """Return a file as those shipped are laid out: ids first, for one entry is parsed out of it alone."""
    entries = {key: [{"id": entry["id"], **entry} for entry in raw.get(key, ())] for key in ("codes", "subcodes")}
    return {"vendor": raw["vendor"], **entries, "signatures": raw.get("signatures", [])}


def files_in(source: Iterable[StatusCode] | Mapping[str, Any] | str | PathLike[str]) -> tuple[NamedFile, ...]:
    """
    Return the checked data files in whatever `Registry.extended` was given.

    Raises:
        DataError: One of them breaks the format.
        TypeError: `source` is of another type.
    """
    named = tuple(_named_files(source))
    for name, raw in named:
        check_file(raw, name)
    return named


def _named_files(source: Iterable[StatusCode] | Mapping[str, Any] | str | PathLike[str]) -> list[NamedFile]:
    if isinstance(source, str | PathLike):
        return _files_at(fspath(source))
    if isinstance(source, Mapping):
        return [("mapping", _copy(cast("File", source)))]
    if isinstance(source, StatusCode) or not isinstance(source, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        problem = f"extended() takes StatusCode records, a mapping or a path, not a single {type(source).__name__}"
        raise TypeError(problem)
    return [("records", raw) for raw in files_from(source)]


def _files_at(place: str) -> list[NamedFile]:
    path = Path(place)
    paths = sorted(path.glob("*.json")) if place and path.is_dir() else [path]
    if not place or not paths:
        raise DataError(place, None, None, "expected a JSON file, or a folder that holds some; found none")
    return [(file.name, _parsed(file)) for file in paths]


def _parsed(path: Path) -> File:
    try:
        raw: File = json.loads(path.read_bytes())
    except OSError as error:
        raise DataError(path.name, None, None, f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise DataError(path.name, None, None, f"is not JSON: {error}") from error
    return raw


def _copy(raw: File) -> File:
    """Return a copy that the caller cannot change, as JSON would give it back."""
    try:
        return cast("File", json.loads(json.dumps(raw)))
    except (TypeError, ValueError, RecursionError) as error:
        raise DataError("mapping", None, None, f"is not JSON: {error}") from error
