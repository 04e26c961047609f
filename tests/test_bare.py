"""What must hold in an environment that has only this library and its two dependencies."""

from __future__ import annotations

import gc
import subprocess
import sys
import typing
import zipapp
from contextlib import suppress
from importlib.metadata import requires
from inspect import signature
from pathlib import Path

import attrs
import pytest

import httpcodes_explained
from httpcodes_explained import (
    Comparison,
    Explanation,
    Registry,
    Retry,
    Source,
    StatusCode,
    Vendor,
    _api,
    explain,
)

HEAVY = ("attr", "attrs", "json", "re", "enum", "typing", "importlib_resources", "inspect", "collections")
ASK = "from httpcodes_explained import explain; assert explain(523).name == 'Origin Is Unreachable'"


def run(*arguments: str) -> str:
    """Return what a fresh interpreter prints."""
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True).stdout


def test_importing_explain_loads_nothing() -> None:
    """`from httpcodes_explained import explain` brings none of the heavy modules in."""
    code = f"import sys; from httpcodes_explained import explain; print([m for m in {HEAVY} if m in sys.modules])"

    assert "[]" == run("-I", "-S", "-c", f"import sys; sys.path += {sys.path!r}; {code}").strip()


def test_the_garbage_collector_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first call rests it while it loads, and puts it back as it was, also where it raises."""
    for target in ("404", "no code of anybody"):
        for was_enabled in (True, False):
            monkeypatch.setattr(httpcodes_explained, "_explain_anything", None)
            (gc.enable if was_enabled else gc.disable)()
            try:
                with suppress(httpcodes_explained.UnknownCodeError):
                    httpcodes_explained.explain(target)
                assert was_enabled is gc.isenabled()
            finally:
                gc.enable()


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="only CPython freezes")
@pytest.mark.parametrize("freezes", [True, False])
def test_what_a_program_froze_stays_frozen(monkeypatch: pytest.MonkeyPatch, freezes: bool) -> None:
    """The first call leaves frozen what was, as servers do before they fork, and freezes nothing for good."""
    frozen_by_python = gc.get_freeze_count()
    monkeypatch.setattr(httpcodes_explained, "_explain_anything", None)
    try:
        if freezes:
            gc.freeze()
        httpcodes_explained.explain("404")

        assert freezes is (gc.get_freeze_count() > frozen_by_python)
    finally:
        gc.unfreeze()


def test_explaining_reads_no_other_file_and_no_client() -> None:
    """One code reads the indexes and its vendor's file; no client library, no logging, no regular expressions."""
    code = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        f"{ASK}\n"
        "print([path.split('data')[-1][1:] for path in opened if path.endswith(('.json', '.jsonl'))],"
        " [m for m in ('requests', 'logging', 'difflib') if m in sys.modules])"
    )

    assert "['_index.json', '_vendors.jsonl', 'cloudflare.json'] []" == run("-I", "-c", code).strip()


@pytest.mark.parametrize(
    "options", [(), ("-O",), ("-OO",), ("-I",), ("-W", "error"), ("-I", "-O", "-W", "error", "-bb")]
)
def test_interpreter_options(options: tuple[str, ...]) -> None:
    """It works whichever way Python is started."""
    run(*options, "-c", ASK)


def test_works_from_a_zipapp(tmp_path: Path) -> None:
    """Packed into one file with what it needs, it still finds its data."""
    folder = tmp_path / "app"
    folder.mkdir()
    site = Path(httpcodes_explained.__file__).parent.parent
    import importlib.util
    import shutil

    for name in ("httpcodes_explained", "attr", "attrs", "importlib_resources"):
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        shutil.copytree(Path(spec.origin).parent, folder / name, ignore=shutil.ignore_patterns("__pycache__", "tests"))
    assert site.exists()
    (folder / "__main__.py").write_text(f"{ASK}\nimport httpcodes_explained as h\nprint(h.__file__, len(h.vendors()))")
    zipapp.create_archive(folder, tmp_path / "app.pyz")

    assert "app.pyz" in run("-I", "-S", str(tmp_path / "app.pyz"))


def test_the_public_names_are_those_of_all() -> None:
    """__all__ is sorted, every name in it loads, and dir() lists it."""
    names = httpcodes_explained.__all__

    assert names == sorted(names)
    assert all(getattr(httpcodes_explained, name) is not None for name in names)
    assert {*names, "__version__"} == set(dir(httpcodes_explained))
    assert httpcodes_explained.__version__[0].isdigit()
    with pytest.raises(AttributeError, match="has no attribute 'lookupp'"):
        httpcodes_explained.lookupp  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", [name for name in httpcodes_explained.__all__ if name[0].islower()])
def test_signatures_and_hints_can_be_read(name: str) -> None:
    """inspect.signature and typing.get_type_hints work on every public function, and each is documented."""
    function = getattr(httpcodes_explained, name)

    assert set(signature(function).parameters) <= {*typing.get_type_hints(function)} - {"return"}
    assert "return" in typing.get_type_hints(function)
    assert (function.__doc__ or "").strip()


@pytest.mark.parametrize("cls", [Comparison, Explanation, Retry, Source, StatusCode, Vendor])
def test_hints_of_the_records(cls: type) -> None:
    """Each field's type can be read, as libraries that convert records do."""
    assert {field.name for field in attrs.fields(cls)} <= {*typing.get_type_hints(cls)}


@pytest.mark.parametrize("name", [name for name in dir(Registry) if name[0] != "_"])
def test_hints_of_the_registry(name: str) -> None:
    """The same holds for the methods of Registry."""
    assert "return" in typing.get_type_hints(getattr(Registry, name))


def test_the_functions_are_the_default_registrys() -> None:
    """What the root offers and what Registry offers is one thing."""
    for name in ("codes", "compare", "get", "lookup", "meanings", "search", "vendors"):
        assert getattr(httpcodes_explained, name) == getattr(Registry.default(), name) == getattr(_api, name)
    assert explain(404) == Registry.default().explain(404)


def test_dependencies_are_two() -> None:
    """attrs and importlib-resources, and nothing else."""
    needed = [line for line in requires("httpcodes-explained") or [] if "extra ==" not in line]

    assert ["attrs", "importlib-resources"] == sorted(line.split(">")[0] for line in needed)


def test_nothing_is_imported_from_the_checkout() -> None:
    """The tests run against the installed package."""
    assert "src" not in Path(httpcodes_explained.__file__).parts
