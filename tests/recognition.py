"""
How well the signatures recognise who sent a response: ``python -m tests.recognition CORPUS.jsonl``.

A corpus is a file of JSON lines, each one response and the truth about it: ``{"id", "status", "reason",
"headers": [[name, value], ...], "body", "truth": {"vendor", "accept", "emitter", "subcode", "cause"}}``.
``status`` may be null: then the statuses that the response names are tried. ``truth.vendor`` is one of
this library's ids, or null where an unknown application answered; ``accept`` lists further right ids.

``--fixtures`` checks the lists ``matches`` and ``misses`` of each line as well, and that the index and a
scan of all signatures agree; it reads the data files themselves instead of what was generated from them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from httpcodes_explained import Confidence, Explanation, HttpCodesError, Registry
from httpcodes_explained._check import check_file
from httpcodes_explained._data import opener, text_of
from httpcodes_explained._headers import fields_of
from httpcodes_explained._index import build_indexes
from httpcodes_explained._keys import keys_of
from httpcodes_explained._places import Places
from httpcodes_explained._signatures import Signatures

DATA = Path(__file__).parent.parent / "src" / "httpcodes_explained" / "data"
RESPONSES = Path(__file__).parent / "data" / "responses"
LIKELY_STATUSES = (403, 503, 502, 404, 429, 400, 500)

Row = Mapping[str, Any]
Answer = Callable[[Row], Explanation]


class Judged(NamedTuple):
    """One row and what was made of it."""

    row: Row
    found: Explanation
    vendor: str
    """``right``, ``unknown``, ``wrong``; right on a relayed row is nobody, or an accepted id."""
    subcode: str | None
    """``right``, ``unknown``, ``wrong``; None where the truth has none."""
    emitter: str
    """``right``, ``unknown``, ``wrong``."""


def read_corpus(path: Path) -> list[Row]:
    """Return the rows of a corpus."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def statuses_of(row: Row) -> Iterable[int]:
    """Yield the status of a row, or where it has none those that it names, then likely ones."""
    if row["status"] is not None:
        return [row["status"]]
    text = f"{row['reason'] or ''} {row['headers']} {(row['body'] or '')[:8192]}"
    named = [int(number) for number in re.findall(r"(?<![\w.])[45]\d\d(?![\w.])", text)]
    return dict.fromkeys([*named, *LIKELY_STATUSES])


def response(row: Row, status: int) -> SimpleNamespace:
    """Return a row as a response object, which bears a reason phrase as well."""
    body = None if row["body"] is None else row["body"].encode("utf-8", "replace")
    return SimpleNamespace(status_code=status, reason=row["reason"], headers=row["headers"] or (), body=body)


def answer_with(registry: Registry) -> Answer:
    """Return what explains a row out of a registry: the first status for which somebody is named counts."""

    def answer(row: Row) -> Explanation:
        explanations = [registry.explain(response(row, status)) for status in statuses_of(row)]
        return next((found for found in explanations if found.emitted_by is not None), explanations[0])

    return answer


def judge(row: Row, answer: Answer) -> Judged:
    """Compare the answer with the truth."""
    truth = row["truth"]
    found = answer(row)
    named = None if found.emitted_by is None else found.emitted_by.id
    accepted = [*truth["accept"], *([truth["vendor"]] if truth["vendor"] else [])]
    if named is None:
        vendor = "right" if truth["vendor"] is None else "unknown"
    else:
        vendor = "right" if named in accepted else "wrong"
    wanted = truth["subcode"]
    subcode = None if wanted is None else _graded(found.subcode, wanted)
    emitter = _graded(None if found.emitter is None else found.emitter.value, truth["emitter"])
    return Judged(row, found, vendor, subcode, emitter)


def _graded(found: str | None, wanted: str | None) -> str:
    if found is None:
        return "unknown"
    return "right" if found == wanted else "wrong"


def figures(judged: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Return the printed figures: how many of each kind of row were right, unknown and wrong."""
    judged = list(judged)
    known = [one for one in judged if one.row["truth"]["vendor"] is not None]
    return {
        "emitted by a known product": Counter(one.vendor for one in known),
        "relayed": Counter(one.vendor for one in judged if one.row["truth"]["vendor"] is None),
        "sub-codes present": Counter(one.subcode for one in judged if one.subcode is not None),
        "emitter kinds of known products": Counter(one.emitter for one in known),
    }


def report(judged: list[Judged]) -> None:
    """Print the figures, then those of each vendor, then every miss with its evidence."""
    for name, counts in figures(judged).items():
        total = counts.total()
        shares = ", ".join(
            f"{grade} {counts[grade]} ({counts[grade] / max(total, 1):.1%})" for grade in ("right", "unknown", "wrong")
        )
        print(f"{name:34} {total:5} rows: {shares}")
    print("\nby vendor")
    by_vendor: dict[str, Counter[str]] = {}
    for one in judged:
        by_vendor.setdefault(one.row["truth"]["vendor"] or "(unknown application)", Counter())[one.vendor] += 1
    for vendor in sorted(by_vendor):
        print(f"  {vendor:32} {', '.join(f'{grade} {count}' for grade, count in sorted(by_vendor[vendor].items()))}")
    print("\nmisses")
    for one in judged:
        graded = {"vendor": one.vendor, "sub-code": one.subcode, "emitter": one.emitter}
        missed = [f"{what} {grade}" for what, grade in graded.items() if grade in ("unknown", "wrong")]
        if one.row["truth"]["vendor"] is None:
            missed = [f"vendor {one.vendor}"] if one.vendor == "wrong" else []
        if missed:
            print(f"  {one.row['id']}: {', '.join(missed)}\n    {described(one)}")


def described(one: Judged) -> str:
    """Return what was wanted, what was found and on what evidence."""
    truth, found = one.row["truth"], one.found
    named = None if found.emitted_by is None else found.emitted_by.id
    sure = "" if found.confidence is Confidence.NONE else f" ({found.confidence})"
    wanted = f"{truth['vendor']} {truth['emitter']} {truth['subcode']}"
    return (
        f"wanted {wanted}; found {named}{sure} {found.emitter} {found.subcode}; evidence: {'; '.join(found.evidence)}"
    )


# --- fixtures -----------------------------------------------------------------------------------------


def registry_of_files() -> Registry:
    """Return a registry of the data files as they are, without what was generated from them."""
    files: dict[str, Any] = {}
    for path in sorted(DATA.glob("[a-z]*.json")):
        if path.stem == "schema":
            continue
        try:
            raw = json.loads(path.read_bytes())
            check_file(raw, path.name)
        except (ValueError, HttpCodesError) as error:
            print(f"left out: {error}", file=sys.stderr)
        else:
            files[path.stem] = raw
    texts = {f"{name}.json": text_of(raw) for name, raw in files.items()}
    texts |= build_indexes(files.values())
    return Registry(opener({name: text.encode() for name, text in texts.items()}))


def fixture_problems(row: Row, signatures: Signatures) -> list[str]:
    """Return what a fixture says of its signatures and is not so."""
    problems: list[str] = []
    for status in statuses_of(row):
        places = Places(status, row["reason"], fields_of(row["headers"] or ()), row["body"])
        found = [f"{match.vendor}/{match.name}" for match in signatures.matches(places)]
        scanned = [f"{match.vendor}/{match.name}" for match in signatures.scan(places)]
        if found != scanned:
            problems.append(f"the index finds {found}, a scan finds {scanned}")
        problems += [f"does not match {name}" for name in row.get("matches", ()) if name not in scanned]
        problems += [f"matches {name}" for name in row.get("misses", ()) if name in scanned]
        if row["status"] is None:
            break
    return problems


def unfiled(signatures: Signatures) -> list[str]:
    """Return the signatures that the index finds by no word, and so tries on every response, or every such status."""
    keys = {f"{raw['vendor']}/{raw['name']}": keys_of(raw["when"]) or [] for raw in signatures.all_raw()}
    return [name for name in keys if {kind for kind, _ in keys[name]} <= {"status"}]


def main(arguments: list[str] | None = None) -> int:
    """Judge the corpora of the command line; return 1 where a fixture is not as it says."""
    parser = argparse.ArgumentParser(prog="python -m tests.recognition", description="Judge the signatures.")
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--fixtures", action="store_true", help="check `matches` and `misses` of each line as well")
    asked = parser.parse_args(arguments)
    registry = registry_of_files() if asked.fixtures else Registry.default()
    rows = [row for path in asked.corpora for row in read_corpus(path)]
    report([judge(row, answer_with(registry)) for row in rows])
    problems = 0
    for row in rows if asked.fixtures else ():
        for problem in fixture_problems(row, registry._signatures()):
            problems += 1
            print(f"{row['id']}: {problem}")
    if asked.fixtures:
        print("filed under no word of a response, give one:", ", ".join(unfiled(registry._signatures())) or "none")
        print(f"\n{problems} problem(s) of fixtures")
    return int(problems > 0)


if __name__ == "__main__":
    sys.exit(main())
