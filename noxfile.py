"""Every check of the project. ``python3 dev.py test`` runs all; ``-s NAME`` runs one."""

from __future__ import annotations

from pathlib import Path

import nox

nox.options.default_venv_backend = "virtualenv"
nox.options.sessions = ["lint", "types", "tests", "niquests", "bare", "coverage", "bench"]

PYTHONS = ["3.11", "3.12", "3.13"]
PROJECT = nox.project.load_toml("pyproject.toml")
WHEELS = Path("dist").resolve()


def install_group(session: nox.Session, *groups: str) -> None:
    """Install dependency groups; older pips have no --group."""
    session.install(*nox.project.dependency_groups(PROJECT, *groups))


def install_wheel(session: nox.Session) -> None:
    """Install the package as a user gets it: from the wheel, which is built once a run."""
    if not list(WHEELS.glob("*.whl")):
        session.install("build")
        session.run("python", "-m", "build", "--wheel", "--outdir", str(WHEELS), silent=True)
    session.install(str(max(WHEELS.glob("*.whl"))))


@nox.session
def lint(session: nox.Session) -> None:
    """Style, spelling, and the project's metadata. Runs first, and makes room for a new wheel."""
    for wheel in WHEELS.glob("*.whl"):
        wheel.unlink()
    install_group(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("codespell", "src", "tests", "README.md", "CHANGELOG.md")
    session.run("validate-pyproject", "pyproject.toml")


@nox.session
def types(session: nox.Session) -> None:
    """mypy and pyright over the library and the typing test; the public names are typed whole."""
    install_group(session, "types")
    install_wheel(session)
    session.run("mypy", "src", "tests/typing")
    session.run("pyright", "src", "tests/typing")
    session.run("pyright", "--verifytypes", "httpcodes_explained", "--ignoreexternal")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests, against the installed wheel and real libraries and servers."""
    install_group(session, "tests")
    install_wheel(session)
    examples = ["-p", "tests.doc_examples", "README.md", "tests", "--ignore", "tests/test_niquests.py"]
    session.run("coverage", "run", "-p", "-m", "pytest", *examples, *session.posargs)


@nox.session
def niquests(session: nox.Session) -> None:
    """The tests of niquests, in an environment of its own."""
    install_group(session, "niquests")
    install_wheel(session)
    session.run("python", "-m", "pytest", "tests/test_niquests.py")


@nox.session
def bare(session: nox.Session) -> None:
    """The tests that need nothing but pytest, in an environment without any client or framework."""
    session.install("pytest>=8.4")
    install_wheel(session)
    session.run("python", "-m", "pytest", "tests/test_bare.py")


@nox.session
def coverage(session: nox.Session) -> None:
    """The branches that the tests of all Pythons took together."""
    session.install("coverage[toml]>=7.6")
    session.run("coverage", "combine")
    session.run("coverage", "report")


@nox.session(python=PYTHONS)
def bench(session: nox.Session) -> None:
    """The budgets, paired in one run, in a clean environment."""
    install_wheel(session)
    session.run("python", "-I", "tests/benchmark.py")
