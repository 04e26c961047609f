"""
Whether the questions of engineers are answered: ``python -m tests.questions`` prints the figures and every miss.

``tests/data/questions.tsv`` has what was asked, the ids that answer it, and the public thread. A question
counts as answered first where `explain` or the first find of `search` is one of those ids, and as answered
where one of them is among the first five.

Search was tuned while those were read. ``python -m tests.questions tests/data/questions-unseen.tsv`` asks others,
of which only `fetch:error` was written anew since they were gathered.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from httpcodes_explained import UnknownCodeError, explain, search

QUESTIONS = Path(__file__).parent / "data" / "questions.tsv"
FIRST_FEW = 5


class Question(NamedTuple):
    """One line of the file."""

    text: str
    ids: tuple[str, ...]
    thread: str


def read_questions(path: Path = QUESTIONS) -> list[Question]:
    """Return all questions of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Question(row["question"], tuple(row["id"].split()), row["thread"]) for row in rows]


def place_of(question: Question) -> int | None:
    """Return at which place a right id is found, from 1; None where it is not among the first few."""
    with suppress(UnknownCodeError):
        if explain(question.text).id in question.ids:
            return 1
    found = [record.id for record in search(question.text, limit=FIRST_FEW)]
    return next((place for place, name in enumerate(found, 1) if name in question.ids), None)


def main() -> int:
    """Print the figures and the misses; return 1 where too many are missed."""
    questions = read_questions(Path(sys.argv[1]) if len(sys.argv) > 1 else QUESTIONS)
    places = {question: place_of(question) for question in questions}
    counts = Counter("first" if place == 1 else "first few" if place else "missed" for place in places.values())
    for name in ("first", "first few", "missed"):
        print(f"{name:10} {counts[name]:4} of {len(questions)} ({counts[name] / len(questions):.1%})")
    for question, place in places.items():
        if place != 1:
            found = ", ".join(record.id for record in search(question.text, limit=FIRST_FEW))
            print(f"{place or '-'}  {question.text!r} wants {' '.join(question.ids)}; search finds {found}")
    return int(counts["missed"] > 0 or counts["first"] < 0.95 * len(questions))


if __name__ == "__main__":
    sys.exit(main())
