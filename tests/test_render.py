"""What a person sees."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from rich.console import Console

from httpcodes_explained import Explanation, Registry, codes, compare, explain

EVERY = [explain(record.id) for record in codes(subcodes=True)]


def hostile() -> Explanation:
    """Return an explanation whose texts are markup of every kind."""
    record = attrs.evolve(explain(404).record, name="<script>[bold]x[/bold]", meaning="<b>[link=x]y[/link] & z")
    return attrs.evolve(explain(404), record=record, evidence=("a <mark>",), meanings=Registry.default().meanings)


@pytest.mark.parametrize("explanation", EVERY, ids=lambda e: e.record.id)
def test_every_explanation_renders(explanation: Explanation) -> None:
    """Each form has the line and the causes, and plain text keeps its width but for addresses."""
    long = format(explanation, "long")

    assert long.startswith(str(explanation))
    assert all(len(line) <= 88 or " " not in line.strip() for line in long.splitlines()[1:])
    assert all(cause in format(explanation, "markdown") for cause in explanation.causes)
    assert str(explanation) == format(explanation) == f"{explanation:short}"


def test_sections_are_in_the_order_of_need() -> None:
    """Meaning and causes come before when to use it; empty sections are left out."""
    headings = headings_of(explain(523))

    assert "Meaning" == headings[0]
    assert "Sources" == headings[-1]
    assert headings.index("Causes") < headings.index("When to use")
    assert "Other meanings" in headings
    assert "Evidence" not in headings
    assert "Other meanings" not in format(explain(226), "long")


def headings_of(explanation: Explanation) -> list[str]:
    """Return the headings of the plain text."""
    return [line for line in format(explanation, "long").splitlines()[2:] if line and line[0] != " "]


def test_what_is_the_statuss_own_is_said_to_be() -> None:
    """A text that a sub-code leaves to its status fits all of the status's sub-codes, and says so."""
    timeout = explain("heroku:H12")
    record = attrs.evolve(timeout.record, causes=(), example="")
    headings = headings_of(attrs.evolve(timeout, record=record, meanings=Registry.default().meanings))

    assert {"Meaning", "Causes (heroku:503 in general)", "Example (heroku:503 in general)"} < set(headings)
    assert "Causes" in headings_of(timeout)
    assert not any("in general" in heading for heading in headings_of(explain("heroku:503")))


def test_other_meanings_are_the_likeliest() -> None:
    """Of many owners of a number the likeliest stand there, and how to see the others."""
    items = format(explain(503), "markdown").partition("## Other meanings\n\n")[2].partition("\n\n")[0].splitlines()
    owners = len(explain(503).alternatives)

    assert [f"- {other.id}" for other in explain(503).alternatives[:8]] == [
        item[: item.index(": ")] for item in items[:8]
    ]
    assert [f"- {owners - 8} more: `httpcodes list --code 503`"] == items[8:]


@pytest.mark.parametrize(
    ("explanation", "named"),
    [
        (explain("heroku:H12"), False),
        (explain(403, headers={"Server": "cloudflare"}, body=b"error code: 1020"), False),
        (explain(403, headers={"Via": "1.1 someone"}), True),
    ],
    ids=["sub-code", "its sender", "nobody"],
)
def test_other_meanings_where_they_can_be_meant(explanation: Explanation, named: bool) -> None:
    """They are left out where a sub-code or the sender settles whose number it is."""
    assert named is ("Other meanings" in headings_of(explanation))


def test_unknown_format() -> None:
    """A format that does not exist is named, with those that do."""
    with pytest.raises(ValueError, match="unknown format 'xml': use 'short', 'long', 'markdown', or a width"):
        format(explain(404), "xml")


def test_a_width_is_the_lines() -> None:
    """In a table of a log it stands as a str would."""
    assert f"{explain(404)!s:>200}" == f"{explain(404):>200}"


class Tags(HTMLParser):
    """Collects the tags of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        """Note a tag."""
        self.seen.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that it was the last one opened."""
        assert tag == self.open.pop()


def test_html_is_escaped_and_closed() -> None:
    """A notebook shows texts, never their markup."""
    for explanation in (hostile(), explain(523)):
        parser = Tags()
        parser.feed(explanation._repr_html_())
        assert [] == parser.open
        assert {"div", "h3", "p", "b", "ul", "li", "code"} >= parser.seen
    assert "<code>172.64.0.0/13</code>" in explain(523)._repr_html_()


def test_rich_shows_texts_as_they_are() -> None:
    """rich reads no markup in them, and does without colour where there is none."""
    console = Console(file=io.StringIO(), width=80)
    console.print(hostile())

    output = console.file.getvalue()  # type: ignore[attr-defined]
    assert "404 <script>[bold]x[/bold]" in output
    assert "[link=x]y[/link]" in output
    assert "\x1b" not in output


@pytest.mark.parametrize("width", [50, 120])
def test_rich_wraps_to_its_console(width: int) -> None:
    """Paragraphs fill the console, whatever its width, and each line of one is indented alike."""
    console = Console(file=io.StringIO(), width=width)
    console.print(explain(523))
    output = console.file.getvalue()  # type: ignore[attr-defined]
    _, _, following = output.partition("Meaning\n")
    paragraph = following.partition("\n\n")[0].splitlines()

    assert explain(523).meaning == " ".join(line.strip() for line in paragraph)
    assert all(line.startswith("  ") and width - 25 < len(line.rstrip()) <= width for line in paragraph[:-1])


def test_repr_is_short() -> None:
    """A repr in a log or a debugger is one short line."""
    assert "<Explanation of 523: cloudflare:523 'Origin Is Unreachable'>" == repr(explain(523))


def test_comparison_prints_side_by_side() -> None:
    """Each row names each code."""
    text = str(compare(400, 422))

    assert 2 == text.count("400 Bad Request: ", text.index("When to use"), text.index("Retry"))
    assert "Cacheable\n  - 400 Bad Request: False" in text


def test_fields_can_be_inspected_on_the_class() -> None:
    """help() and documentation tools read the fields off the class."""
    assert "name" in dir(Explanation)
    assert Explanation.name is not None
