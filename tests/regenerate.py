"""
Write what is generated from the data files: the indexes and the enums.

Run ``python -m tests.regenerate`` after a change to any file in ``data/``. A test proves that what is
committed equals what this renders.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from httpcodes_explained._check import check_file, check_together
from httpcodes_explained._index import build_indexes

PACKAGE = Path(__file__).parent.parent / "src" / "httpcodes_explained"

MOST_WORDS = 4
"""Words of a name in an enum; what has more is a message, which nobody types."""

_HEADER = '''"""
One enum for each vendor that has status codes of its own.

`HttpStatus` holds the registered ones and stands in for `http.HTTPStatus`, with the names of RFC 9110
on every Python and the former names as aliases.
"""

# Generated from the data files by `python -m tests.regenerate`. Do not edit.

from __future__ import annotations

from ._status_enum import StatusEnum

__all__ = [
{exports}
]
'''


def read_files(data: Path) -> dict[str, dict[str, Any]]:
    """Return file name to parsed file for every vendor in a folder, once all of them are sound."""
    paths = sorted(path for path in data.glob("*.json") if path.stem != "schema" and path.stem[0] != "_")
    files = {path.name: json.loads(path.read_bytes()) for path in paths}
    for name, raw in files.items():
        check_file(raw, name)
    check_together(list(files.items()))
    return files


def render_enums(files: Mapping[str, Any]) -> str:
    """Return the text of ``enums.py``."""
    with_codes = {class_name(raw["vendor"]["id"]): raw for raw in files.values() if raw.get("codes")}
    exports = "\n".join(f'    "{name}",' for name in sorted(with_codes))
    classes = "".join(f"\n\n{_render_class(name, with_codes[name])}" for name in sorted(with_codes))
    return _HEADER.replace("{exports}", exports) + classes


def class_name(vendor: str) -> str:
    """Return the name of a vendor's enum: ``aws-alb`` gives ``AwsAlbStatus``."""
    return "HttpStatus" if vendor == "iana" else "".join(map(str.capitalize, vendor.split("-"))) + "Status"


def _render_class(name: str, raw: Mapping[str, Any]) -> str:
    vendor = raw["vendor"]
    lines = [
        f"class {name}(StatusEnum):",
        f'    """The status codes of {vendor["name"]}."""',
        "",
        f'    __vendor__ = "{vendor["id"]}"',
        "",
    ]
    entries = {member: entry for entry in raw["codes"] for member in [_member_of(entry, raw["codes"])]}
    claims = Counter(name for entry in raw["codes"] for name in _alias_names(entry))
    for member, entry in sorted(entries.items(), key=lambda item: int(item[1]["code"])):
        lines.append(f"    {member} = {entry['code']}")
        # A name that two members claim tells nothing, and a member's own name stays its own.
        free = (name for name in _alias_names(entry) if claims[name] == 1 and name not in entries)
        lines.extend(f"    {alias} = {member}" for alias in free)
    return "\n".join(lines) + "\n"


def _member_of(entry: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]) -> str:
    """Return an entry's member name; the code tells apart two that a vendor calls the same."""
    name = member_name(entry["name"])
    namesakes = [other for other in entries if member_name(other["name"]) == name]
    return name if len(namesakes) == 1 else f"{name}_{entry['code']}"


def _alias_names(entry: Mapping[str, Any]) -> Iterable[str]:
    """Return the names that the aliases make, those of `MOST_WORDS` at most."""
    names = dict.fromkeys(map(member_name, entry.get("aliases", ())))
    return [name for name in names if name.isidentifier() and name.count("_") < MOST_WORDS]


def member_name(text: str) -> str:
    """Return words as an enum member's name: ``I'm a teapot`` gives ``IM_A_TEAPOT``."""
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in text.upper().replace("'", ""))
    return "_".join(kept.split())


def main() -> None:
    """Write all of them."""
    files = read_files(PACKAGE / "data")
    for name, text in build_indexes(files.values()).items():
        (PACKAGE / "data" / name).write_text(text, encoding="utf-8")
    (PACKAGE / "enums.py").write_text(render_enums(files), encoding="utf-8")


if __name__ == "__main__":
    main()
