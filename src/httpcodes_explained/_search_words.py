"""What a search reads in a text: words, pairs of neighbours, tokens as they are written, and statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

_SAY_NOTHING = (
    "a an and are as at be been by for from had has have http i if in is it its my of on or our please sorry that the"
    " their then there this to was we were when with you your"
)
_STOP_WORDS = frozenset(_SAY_NOTHING.split())
_TOKEN = re.compile(r"[^\W_][\w.-]*")
# The parts of NoSuchKey, HTTPError and no_such_key; a number keeps its dots.
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+(?:\.\d+)*|[^\W\d_A-Za-z]+")
# Of queries and query, codes and code, statuses and status, balancer and balancing the same is left; CORS is no
# plural of core.
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ions?|ing|ed|ers?|ies|(?<![aeiou])y|es|(?<![su])(?<!^cor)s|e)$")
# A verb in one text is a noun in the other: timed out, times out, time-out, timeout.
_TIME_OUT = re.compile(r"\btim(?:e[ds]?|ing)[ -]out\b", re.IGNORECASE)
# Unauthorised is unauthorized.
_BRITISH = re.compile(r"(?<=[a-z]{3})is(?=(?:e[ds]?|ers?|ing|ations?)$)")
# A number is a code where it begins a text, or where the word before it ends in one of these: error 1020, a
# sub-status code of 3200.
_CALLS_CODE = ("code", "error", "errno", "exception", "status", "reference")
_BETWEEN = ("of", "is", "was")
_SUBSTATUS = re.compile(r"status\W{1,3}([1-9][0-9]{2})\b.*?sub-?status\W{1,3}([0-9]+)", re.IGNORECASE | re.DOTALL)
# Statuses that a text says would have been right, error codes that are too low for an error of HTTP, and what the
# system calls its errors: (104: Connection reset by peer), [Errno 111].
_OTHER_NUMBERS = re.compile(
    r"\b[0-9]{3}-[0-9]{3}\b(?:,? (?:or|and) [0-9]{3}\b)*"
    r"|\b(?:instead of|rather than|expected) [0-9]{3}\b"
    r"|\berror code:? [12][0-9]{2}\b"
    r"|(?:\(|\berrno[ :=]{1,2})1[0-9]{2}\b(?=[:\]])",
    re.IGNORECASE,
)
# Three digits that are no part of an address, a share, a range, a port or a longer number, and that no unit follows.
# Scripts without spaces write words next to them.
_STATUS = re.compile(
    r"(?<![a-z0-9_.:#/@%$-])(?<!\b[0-9],)(?<!\b[0-9]{2},)(?:[a-z_]+[:/=])?([1-9][0-9]{2})(?:\.[0-9]+)?"
    r"(?![a-z0-9_%/]|[.:-][0-9]|,000\b|\s?(?:m?s|sec(?:ond)?s?|min(?:ute)?s?|bytes|[kmg]b)\b)",
    re.IGNORECASE,
)


def tokens(text: str) -> Iterator[str]:
    """Yield what stands between spaces and punctuation, as it is written: ``NoSuchKey``, ``sC--``, ``403.14``."""
    for token in _TOKEN.findall(text):
        yield token.rstrip("._")


def codes(text: str) -> Iterator[str]:
    """Yield what may be a sub-code: tokens, numbers that are called codes, and a status with its sub-status."""
    previous = ""
    for found in _TOKEN.finditer(text):
        token = found[0].rstrip("._")
        # In a list such as UF,URX the first code has the cause.
        is_listed = previous.isupper() and text[found.start() - 1] == ","
        is_quoted = text[found.start() - 1 : found.end() + 1] == f"`{token}`"
        is_called_code = not previous or is_quoted or previous.casefold().endswith(_CALLS_CODE)
        if not is_listed and (is_called_code or not token.isdecimal()):
            yield token
        if token not in _BETWEEN:
            previous = token
    for status, substatus in _SUBSTATUS.findall(text):
        yield f"{status}.{substatus}"


def words(text: str) -> list[str]:
    """
    Return the words of a text in its order, in lower case, without their endings, and without stop words.

    ``NoSuchKey`` and ``no_such_key`` are three words. Three digits are no word, but a status or nothing; 000 is 0.
    """
    parts = _PART.findall(_TIME_OUT.sub("timeout", text.replace("'", "").replace("\u2019", "")))
    return [word for part in parts if (word := _word_of(part))]


def compounds(text: str) -> Iterator[str]:
    """Yield each token of several parts as one word: ``nosuchkey`` of ``NoSuchKey`` and of ``no_such_key``."""
    for token in tokens(text):
        if not (token.isalpha() and token.islower()) and len(_PART.findall(token)) > 1:
            yield _ENDING.sub("", token.casefold().replace("_", "").replace("-", ""))


def pairs(found: Sequence[str]) -> Iterator[str]:
    """Yield each two words that stand beside each other."""
    for one, other in pairwise(found):
        yield f"{one} {other}"


def statuses(text: str) -> list[int]:
    """Return the numbers in a text that look like statuses."""
    return [int(number) for number in _STATUS.findall(_OTHER_NUMBERS.sub("", text))]


@lru_cache(maxsize=16_384)
def _word_of(part: str) -> str:
    """Return a word in lower case and without its ending; nothing where it says nothing."""
    word = part.casefold()
    if word == "000":
        # So curl writes the 0 of a status that it did not get.
        return "0"
    is_status = len(word) == 3 and word.isdecimal()
    return "" if word in _STOP_WORDS or is_status else _ENDING.sub("", _BRITISH.sub("iz", word))
