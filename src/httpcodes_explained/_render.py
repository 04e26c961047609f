"""The longer forms of an explanation: plain text, Markdown, HTML, and rich's."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from ._compare import Comparison
from ._model import Confidence, Explanation, Retry

WIDTH = 88
"""Columns of the plain text, where no terminal says how many it has."""

Section = tuple[str, str | tuple[str, ...]]
"""A heading, and a paragraph or a list."""

_NEEDED_FIRST = {
    "meaning": "Meaning",
    "causes": "Causes",
    "client_steps": "What the client does",
    "operator_steps": "What the operator does",
}
_FOR_SENDERS = {"when_to_use": "When to use", "example": "Example", "when_not_to_use": "When not to use"}
# Dozens of vendors have a 503 of their own.
_MOST_MEANINGS = 8


def has_sender(explanation: Explanation) -> bool:
    """Return whether anything is known of who sent a response; of a bare code there is not."""
    return explanation.synthetic or explanation.emitted_by is not None or bool(explanation.via)


def sender(explanation: Explanation) -> str:
    """Return who made a response and whom it passed through, as far as marks prove it."""
    if explanation.synthetic:
        return "The client itself: no server sent this status."
    passed = f"; passed through {', '.join(vendor.name for vendor in explanation.via)}" if explanation.via else ""
    if explanation.emitted_by is None:
        return f"Not known{passed or ': no mark proves who made it'}."
    party = "" if explanation.emitter is None else f", as {explanation.emitter}"
    return f"{explanation.emitted_by.name}{party} ({explanation.confidence}){passed}."


def sections(explanation: Explanation, *, of_response: bool = False) -> Iterator[Section]:
    """
    Yield everything an explanation has to say, in the order in which a reader needs it.

    Args:
        explanation: What to render.
        of_response: True for a response, of which it is said that its sender is not known either.
    """
    texts: tuple[Section, ...] = (
        ("Who sent it", sender(explanation) if of_response or has_sender(explanation) else ""),
        ("Evidence", explanation.evidence),
        *_texts(explanation, _NEEDED_FIRST),
        ("Retry", _retry(explanation.retry)),
        *_texts(explanation, _FOR_SENDERS),
        ("Also called", ", ".join(explanation.aliases)),
        ("Other meanings", _other_meanings(explanation)),
        (
            "Sources",
            tuple(
                f"{source.title}, {source.section} ({source.checked}): {source.url}" for source in explanation.sources
            ),
        ),
    )
    return (section for section in texts if section[1])


def _texts(explanation: Explanation, fields: Mapping[str, str]) -> Iterator[Section]:
    """Yield texts of the record; the heading says where one is of the status, and so fits each of its sub-codes."""
    wider = "" if explanation.parent is None else f" ({explanation.parent.id} in general)"
    for field, heading in fields.items():
        is_own = bool(getattr(explanation.record, field))
        yield heading if is_own else f"{heading}{wider}", getattr(explanation, field)


def _other_meanings(explanation: Explanation) -> tuple[str, ...]:
    """Return the likeliest other meanings of a number; none where sub-code or sender have settled whose it is."""
    if explanation.subcode is not None or explanation.confidence in (Confidence.CERTAIN, Confidence.LIKELY):
        return ()
    others = explanation.alternatives
    shown = tuple(f"{other.id}: {other.name}. {other.summary}" for other in others[:_MOST_MEANINGS])
    more = len(others) - len(shown)
    return (*shown, f"{more} more: `httpcodes list --code {explanation.code}`") if more else shown


def _retry(retry: Retry) -> str:
    wait = "" if retry.after is None else f" ({retry.after:g} s)"
    # A reason that sets a condition is the answer.
    if retry.reason.startswith("only"):
        return f"{retry.reason[0].upper()}{retry.reason[1:]}{wait}."
    return f"{'Yes' if retry.should else 'No'}: {retry.reason}{wait}."


def long_text(explanation: Explanation, width: int | None = None, *, of_response: bool = False) -> str:
    """Return all of it as plain text; with the `width` of a terminal, its first line is wrapped as well."""
    blocks = [_first_line(str(explanation), width)]
    for heading, content in sections(explanation, of_response=of_response):
        blocks.append("\n".join((heading, *_plain(content, width or WIDTH))))
    return "\n\n".join(blocks)


def _first_line(text: str, width: int | None) -> str:
    return text if width is None else "\n".join(wrapped(text, width, rest="    "))


def _plain(content: str | tuple[str, ...], width: int = WIDTH) -> Iterator[str]:
    first, rest = ("  ", "  ") if isinstance(content, str) else ("  - ", "    ")
    for item in (content,) if isinstance(content, str) else content:
        yield from wrapped(item, width, first, rest)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return `text` in lines of at most `width` columns that begin with `first` and `rest`; words stay whole."""
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def markdown(explanation: Explanation) -> str:
    """Return all of it as Markdown."""
    blocks = [f"# {_title(explanation)}", explanation.summary]
    for heading, content in sections(explanation):
        text = content if isinstance(content, str) else "\n".join(f"- {item}" for item in content)
        blocks.append(f"## {heading}\n\n{text}")
    return "\n\n".join(blocks)


def html(explanation: Explanation) -> str:
    """Return all of it as an HTML fragment; inline styles only, for notebooks strip the others."""
    parts = [f"<h3 style='margin:0'>{escape(_title(explanation))}</h3><p>{_with_code(explanation.summary)}</p>"]
    for heading, content in sections(explanation):
        parts.append(f"<p style='margin:.5em 0 0'><b>{escape(heading)}</b></p>{_html_of(content)}")
    return f"<div style='max-width:50em'>{''.join(parts)}</div>"


def _html_of(content: str | tuple[str, ...]) -> str:
    if isinstance(content, str):
        return f"<p style='margin:0'>{_with_code(content)}</p>"
    return f"<ul style='margin:0'>{''.join(f'<li>{_with_code(item)}</li>' for item in content)}</ul>"


def _with_code(text: str) -> str:
    """Return a text as HTML, with what stands in backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def rich_parts(explanation: Explanation) -> Iterable[Any]:
    """Yield the parts for rich; as `Text`, because rich would read markup in a str."""
    from rich.padding import Padding
    from rich.text import Text

    yield Text(_title(explanation), style="bold")
    yield Text(explanation.summary)
    for heading, content in sections(explanation):
        yield Text(f"\n{heading}", style="bold")
        items = (content,) if isinstance(content, str) else tuple(f"- {item}" for item in content)
        # How wide the lines are is rich's to say: only it knows where they are shown.
        yield from (Padding(Text(item), (0, 0, 0, 2)) for item in items)


def _title(explanation: Explanation) -> str:
    return str(explanation).partition(": ")[0]


def comparison_text(comparison: Comparison, width: int | None = None) -> str:
    """Return codes side by side as plain text: one block a field, one paragraph a code."""
    heads = [f"{record.code or ''} {record.name}".strip() for record in comparison.records]
    blocks = [_first_line(" | ".join(heads), width)]
    for label, values in comparison.rows():
        if label not in ("Code", "Name"):
            items = tuple(f"{head}: {value}" for head, value in zip(heads, values, strict=True))
            blocks.append("\n".join((label, *_plain(items, width or WIDTH))))
    return "\n\n".join(blocks)
