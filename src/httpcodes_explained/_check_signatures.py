"""
The checks of a signature's tests and captures: known places, one operator each, patterns that cannot run away.

Each returns what was expected where something else was found, and None where all is well.
"""

# What is checked here is of any type, until it has been checked.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from ._signatures import leading_literal

_PLACES = re.compile(r"status|reason|cookie|body|title|footer|header:[a-z0-9_-]+|json:[^\s:]+")
_OPERATORS = ("equals", "prefix", "contains", "pattern", "present", "absent")
_JOINS = ("any", "all", "not")
_SHORTEST_LITERAL = 3
_MOST_REPEATS = 200
_LOWER_CASE = "lower case, in which text is compared"

# Literal characters, escapes, classes, groups and bounded repeats; what else a pattern holds is refused.
_ATOM = r"(?:[^\\.^$*+?{}\[\]()|]|\\[dswnrt\W]|\[\^?(?:[^\\\]\[]|\\[dswnrt\W])+\]|\.)"
_TOKENS = re.compile(rf"{_ATOM}|\((?!\?)|\(\?:|\)|\||\?|\{{(\d{{1,3}})(?:,(\d{{1,3}}))?\}}")
_OPENING, _CLOSING, _ALTERNATIVE = ("(", "(?:"), (")",), ("|",)
_REPEAT = re.compile(r"\?|\{\d{1,3}(?:,\d{1,3})?\}")


def pattern_problem(pattern: str, groups: int) -> str | None:
    """
    Return what is wrong with a pattern, or None.

    It begins with a literal, repeats within bounds, nests no repeats, and uses only what Python and
    JavaScript read alike; so no input can make it slow, and any port can use it.
    """
    if pattern != pattern.lower() or not pattern.isascii():
        return "a pattern in lower-case ASCII: text is compared in lower case"
    if len(leading_literal(pattern)) < _SHORTEST_LITERAL:
        return f"a pattern that begins with at least {_SHORTEST_LITERAL} literal characters"
    tokens, at = [], 0
    while at < len(pattern):
        token = _TOKENS.match(pattern, at)
        if token is None:
            return f"only literals, classes, groups and bounded repeats, not {pattern[at : at + 5]!r}"
        if max(int(number or 0) for number in token.groups()) > _MOST_REPEATS:
            return f"at most {_MOST_REPEATS} repeats"
        tokens.append(token[0])
        at = token.end()
    return _group_problem(tokens) or _compile_problem(pattern, groups)


def _group_problem(tokens: list[str]) -> str | None:
    """Return what is wrong with the groups: an alternative outside of them, or a repeat of what repeats."""
    repeats = [False]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if token in _OPENING:
            repeats.append(False)
        elif token in _CLOSING:
            inner = repeats.pop()
            if not repeats:
                return "balanced brackets"
            if inner and _REPEAT.fullmatch(following):
                return "no repeat of what repeats"
            repeats[-1] |= inner
        elif token in _ALTERNATIVE and len(repeats) == 1:
            return "alternatives within a group only"
        elif _REPEAT.fullmatch(token):
            repeats[-1] = True
    return None


def _compile_problem(pattern: str, groups: int) -> str | None:
    try:
        found = re.compile(pattern).groups
    except re.error as error:
        return f"a valid pattern: {error}"
    return None if found == groups else f"{groups} capturing group(s), found {found}"


def tests_problem(tests: Any) -> str | None:
    """Return what the tests of a signature should have been, or None."""
    if not isinstance(tests, list) or not tests:
        return "a list of tests, not empty"
    return next((problem for problem in map(_test_problem, tests) if problem), None)


def _test_problem(test: Any) -> str | None:
    if not isinstance(test, Mapping):
        return "tests that are objects"
    if len(test) == 1 and next(iter(test)) in _JOINS:
        return tests_problem(next(iter(test.values())))
    operators = [name for name in test if name != "place"]
    if len(operators) != 1 or operators[0] not in _OPERATORS:
        return f"one place and one of {', '.join(_OPERATORS)} in a test, or one of {', '.join(_JOINS)}"
    if not _is_place(test.get("place")):
        return f"a known place, not {str(test.get('place'))[:60]!r}"
    return _value_problem(operators[0], test[operators[0]])


def _is_place(place: Any) -> bool:
    return isinstance(place, str) and _PLACES.fullmatch(place) is not None


def _value_problem(operator: str, value: Any) -> str | None:
    if operator in ("present", "absent"):
        return None if value is True else f"{operator}: true"
    values = cast("Sequence[Any]", value) if isinstance(value, list) and value else [value]
    if not all(isinstance(text, str) and text for text in values):
        return f"a text, or a list of texts, for {operator}"
    texts: list[str] = list(values)
    if operator == "pattern":
        return next((problem for text in texts if (problem := pattern_problem(text, 0))), None)
    return None if all(text == text.lower() for text in texts) else _LOWER_CASE


def captures_problem(raw: Any) -> str | None:
    """Return what a signature's way to read a sub-code should have been, or None."""
    captures = cast("Sequence[Any]", raw) if isinstance(raw, list) and raw else [raw]
    return next((problem for problem in map(_capture_problem, captures) if problem), None)


def _capture_problem(raw: Any) -> str | None:
    forms = ({"literal"}, {"place"}, {"place", "after"}, {"place", "pattern"}, {"place", "map"})
    if not isinstance(raw, Mapping) or set(raw) not in forms:
        return "a literal, or a place with nothing else, or with after, pattern or map"
    if "place" in raw and not _is_place(raw["place"]):
        return f"a known place, not {str(raw['place'])[:60]!r}"
    if "map" in raw:
        return _map_problem(raw["map"])
    text = next((raw[name] for name in ("pattern", "after", "literal") if name in raw), "the whole place")
    if not isinstance(text, str) or not text:
        return "a text"
    if "pattern" in raw:
        return pattern_problem(text, 1)
    return _LOWER_CASE if "after" in raw and text != text.lower() else None


def _map_problem(implied: Any) -> str | None:
    if not isinstance(implied, Mapping) or not implied:
        return "an object of texts, not empty"
    texts = [*implied, *implied.values()]
    if not all(isinstance(text, str) and text for text in texts):
        return "an object of texts, none empty"
    return None if all(text == text.lower() for text in implied) else _LOWER_CASE
