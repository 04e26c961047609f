"""What stands in the guides beside their examples, which run by themselves (see `doc_examples`)."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

import httpcodes_explained
from httpcodes_explained import Registry
from httpcodes_explained._data import text_of
from tests import recognition

GUIDES = Path(__file__).parent.parent / "docs" / "guides"
PACKAGE = Path(httpcodes_explained.__file__).parent
THEMED = ["retry", "problems", "openapi"]
INTEGRATIONS = sorted(
    path.stem
    for path in (PACKAGE / "integrations").glob("[a-z]*.py")
    if path.stem != "pytest"  # it has hooks alone
)


def test_every_guide_stands_in_the_table_of_contents() -> None:
    """A page that nothing leads to is not found."""
    listed = re.findall(r"^([a-z-]+)$", (GUIDES / "index.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert {path.stem for path in GUIDES.glob("*.md")} - {"index"} == set(listed)


@pytest.mark.parametrize("module", ["__init__", *THEMED, *(f"integrations.{name}" for name in INTEGRATIONS)])
def test_every_public_name_stands_in_the_reference(module: str) -> None:
    """The reference lists what can be imported, module by module."""
    prefix = re.escape(f"httpcodes_explained.{module}.".replace("__init__.", ""))
    text = (GUIDES / "api.md").read_text(encoding="utf-8")
    names = public_names(PACKAGE / f"{module.replace('.', '/')}.py")

    assert names
    for name in names:
        assert re.search(rf"^\.\. auto\w+:: ({prefix})?{name}$", text, re.MULTILINE), name


def public_names(path: Path) -> list[str]:
    """Return the public names of a module, read and not imported: most environments have not all the libraries."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return [str(name) for name in ast.literal_eval(node.value)]
    defined = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    return [node.name for node in defined if node.name[0] != "_"]


def test_the_vendor_of_the_guide() -> None:
    """The made-up vendor's file is sound and laid out as the shipped ones are, and its fixtures are recognised."""
    text = (GUIDES / "acme-edge.json").read_text(encoding="utf-8")
    registry = Registry.default().extended(json.loads(text))
    rows = recognition.read_corpus(GUIDES / "acme-edge.jsonl")
    judged = [recognition.judge(row, recognition.answer_with(registry)) for row in rows]

    assert text == text_of(json.loads(text))
    assert [] == [problem for row in rows for problem in recognition.fixture_problems(row, registry._signatures())]
    assert {"right"} == {one.vendor for one in judged}
    assert {"right"} == {one.subcode for one in judged if one.subcode is not None}
