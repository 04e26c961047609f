"""The longer forms of an explanation: plain text, Markdown, HTML, and rich's."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from ._compare import Comparison
from ._model import Explanation

WIDTH = 88
"""Columns of the plain text."""

Section = tuple[str, str | tuple[str, ...]]
"""A heading, and a paragraph or a list."""


def sections(explanation: Explanation) -> Iterator[Section]:
    """Yield everything an explanation has to say, in the order in which a reader needs it."""
    texts: tuple[Section, ...] = (
        ("Meaning", explanation.meaning),
        ("Causes", explanation.causes),
        ("What the client does", explanation.client_steps),
        ("What the operator does", explanation.operator_steps),
        ("Retry", f"{'Yes' if explanation.retry.should else 'No'}: {explanation.retry.reason}."),
        ("When to use", explanation.when_to_use),
        ("Example", explanation.example),
        ("When not to use", explanation.when_not_to_use),
        ("Also called", ", ".join(explanation.aliases)),
        ("Other meanings", tuple(f"{other.id}: {other.name}. {other.summary}" for other in explanation.alternatives)),
        ("Evidence", explanation.evidence),
        (
            "Sources",
            tuple(
                f"{source.title}, {source.section} ({source.checked}): {source.url}" for source in explanation.sources
            ),
        ),
    )
    return (section for section in texts if section[1])


def long_text(explanation: Explanation) -> str:
    """Return all of it as plain text, wrapped."""
    blocks = [str(explanation)]
    for heading, content in sections(explanation):
        blocks.append("\n".join((heading, *_plain(content))))
    return "\n\n".join(blocks)


def _plain(content: str | tuple[str, ...]) -> Iterator[str]:
    first, rest = ("  ", "  ") if isinstance(content, str) else ("  - ", "    ")
    for item in (content,) if isinstance(content, str) else content:
        yield from textwrap.wrap(
            item, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
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
    parts = [f"<h3 style='margin:0'>{escape(_title(explanation))}</h3><p>{escape(explanation.summary)}</p>"]
    for heading, content in sections(explanation):
        parts.append(f"<p style='margin:.5em 0 0'><b>{escape(heading)}</b></p>{_html_of(content)}")
    return f"<div style='max-width:50em'>{''.join(parts)}</div>"


def _html_of(content: str | tuple[str, ...]) -> str:
    if isinstance(content, str):
        return f"<p style='margin:0'>{escape(content)}</p>"
    return f"<ul style='margin:0'>{''.join(f'<li>{escape(item)}</li>' for item in content)}</ul>"


def rich_parts(explanation: Explanation) -> Iterable[Any]:
    """Yield the parts for rich; as `Text`, because rich would read markup in a str."""
    from rich.text import Text

    yield Text(_title(explanation), style="bold")
    yield Text(explanation.summary)
    for heading, content in sections(explanation):
        yield Text(f"\n{heading}", style="bold")
        yield from map(Text, _plain(content))


def _title(explanation: Explanation) -> str:
    return str(explanation).partition(": ")[0]


def comparison_text(comparison: Comparison) -> str:
    """Return codes side by side as plain text: one block a field, one paragraph a code."""
    heads = [f"{record.code or ''} {record.name}".strip() for record in comparison.records]
    blocks = [" | ".join(heads)]
    for label, values in comparison.rows():
        if label not in ("Code", "Name"):
            lines = (line for head, value in zip(heads, values, strict=True) for line in _plain((f"{head}: {value}",)))
            blocks.append("\n".join((label, *lines)))
    return "\n\n".join(blocks)
