"""Every check of the project. ``python3 dev.py test`` runs all; ``-s NAME`` runs one."""

from __future__ import annotations

from pathlib import Path

import nox

nox.options.default_venv_backend = "virtualenv"
nox.options.sessions = [
    "lint",
    "types",
    "tests",
    "niquests",
    "bare",
    "integrations",
    "oldest",
    "frames",
    "docs",
    "coverage",
]

PYTHONS = ["3.11", "3.12", "3.13"]
# The tests that the oldest versions which the extras allow must pass, by sets that install together.
OLDEST = {
    "clients": [
        "tests/integrations/test_requests.py",
        "tests/integrations/test_httpx.py",
        "tests/integrations/test_aiohttp.py",
        "tests/integrations/test_aiohttp_web.py",
    ],
    "frameworks": [
        "tests/integrations/test_starlette.py",
        "tests/integrations/test_flask.py",
        "tests/integrations/test_django.py",
    ],
    "logs": ["tests/integrations/test_structlog.py", "tests/integrations/test_loguru.py"],
    "observers": [
        "tests/integrations/test_sentry_sdk.py",
        "tests/integrations/test_opentelemetry.py",
        "tests/integrations/test_pytest.py",
    ],
    "frames": ["tests/integrations/test_narwhals.py", "-k", "not spark"],
}
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
    # Names of vendors and of a header field, what their pages really say, a typo that a guide shows, the end of a word.
    words = "bloks,connexion,exceeeded,ngnix,occured,ond,operaton,rlse,statics,te,udo"
    session.run("codespell", "--ignore-words-list", words, "src", "docs", "README.md", "CHANGELOG.md")
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
    """The tests of the core, against the installed wheel and real libraries and servers."""
    install_group(session, "tests")
    install_wheel(session)
    elsewhere = ["tests/integrations", "tests/site", "tests/test_niquests.py"]
    chosen = ["tests", *(f"--ignore={path}" for path in elsewhere)]
    # One process a core; a file's servers start once.
    shared = ["-n", "auto", "--dist", "loadfile", "--cov", "--cov-report=", "--cov-fail-under=0"]
    session.run(
        "python", "-m", "pytest", *shared, *chosen, *session.posargs, env={"COVERAGE_FILE": f".coverage.{session.name}"}
    )


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


@nox.session(python=PYTHONS)
def integrations(session: nox.Session) -> None:
    """The integrations, against current libraries and real servers, and the examples of README.md and docs."""
    install_group(session, "integrations")
    install_wheel(session)
    # In a process of their own: examples that instrument a library or set logging up leave it so.
    examples = ["-p", "tests.doc_examples", "README.md", "docs", "--ignore=docs/guides/data-frames.md"]
    session.run("coverage", "run", "-p", "-m", "pytest", *examples)
    tests = ["tests/integrations", "--ignore=tests/integrations/test_narwhals.py"]
    session.run("coverage", "run", "-p", "-m", "pytest", *tests)


@nox.session
def frames(session: nox.Session) -> None:
    """The data frames, on every engine, and the examples of their guide."""
    install_group(session, "frames")
    install_wheel(session)
    chosen = ["-p", "tests.doc_examples", "docs/guides/data-frames.md", "tests/integrations/test_narwhals.py"]
    session.run("coverage", "run", "-p", "-m", "pytest", *chosen)


@nox.session
@nox.parametrize("group", list(OLDEST))
def oldest(session: nox.Session, group: str) -> None:
    """The integrations, with the oldest libraries that their extras allow."""
    install_group(session, "oldest-" + group)
    install_wheel(session)
    session.run("python", "-m", "pytest", *OLDEST[group])


@nox.session
def docs(session: nox.Session) -> None:
    """The site: the tests build it, where a warning is an error, and look at it."""
    install_group(session, "docs")
    install_wheel(session)
    session.run("python", "-m", "pytest", "tests/site", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """The branches that the tests of all Pythons took together."""
    session.install("coverage[toml]>=7.6")
    session.run("coverage", "combine")
    session.run("coverage", "report")


@nox.session(python=PYTHONS)
def bench(session: nox.Session) -> None:
    """The budgets, paired in one run, in a clean environment, beside the peers; no part of the tests."""
    install_group(session, "peers")
    install_wheel(session)
    session.run("python", "-I", "tests/benchmark.py")
    for name in ("recognition", "logging", "middleware"):
        session.run("python", "-m", f"tests.benchmark_{name}")


@nox.session
def bench_frames(session: nox.Session) -> None:
    """The data frames' share of their engines' own speed, on 10 million rows."""
    install_group(session, "frames")
    install_wheel(session)
    session.run("python", "-m", "tests.benchmark_frames")
