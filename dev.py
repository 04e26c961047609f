"""
Set everything up in ``.venv`` and run it; the standard library is all that this needs.

    python3 dev.py demo     install the package, and explain 523
    python3 dev.py test     install what the tests need, and pass them on every supported Python

Anything behind ``test`` goes to nox: ``python3 dev.py test -s lint``.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)


def main(arguments):
    """Run one of the two commands; return the exit status."""
    if sys.version_info < OLDEST:
        return fail("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    commands = {"demo": demo, "test": test}
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    if not arguments or arguments[0] not in commands:
        return fail(__doc__.strip())
    make_environment()
    return commands[arguments[0]](arguments[1:])


def demo(codes):
    """Install the package, and explain a code."""
    install(str(ROOT))
    return run([str(BIN / "httpcodes"), *(codes or ["523"])])


def test(options):
    """Run nox with every Python that can be found on PATH or under pyenv."""
    install("nox>=2025.2.9")
    path = [*map(str, sorted(Path.home().glob(".pyenv/versions/3.1[1-9].*/bin"))), os.environ.get("PATH", "")]
    missing = ["--error-on-missing-interpreters"] if os.environ.get("CI") else []
    return run([str(BIN / "nox"), *missing, *options], PATH=os.pathsep.join(path))


def make_environment():
    """Make ``.venv``, so that an externally managed system Python is left alone."""
    if has_pip():
        return
    try:
        import ensurepip  # noqa: F401 (Debian ships venv without it)
        import venv
    except ImportError:
        version = ".".join(map(str, sys.version_info[:2]))
        sys.exit(
            fail(f"This Python has no venv module: install it, on Debian with: apt-get install python{version}-venv")
        )
    # Clear: an earlier attempt may have been broken off.
    venv.create(VENV, with_pip=True, clear=True)


def has_pip():
    """Return whether ``.venv`` is there and whole."""
    command = [str(BIN / "python"), "-m", "pip", "--version"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def install(*requirements):
    """Install into ``.venv``; pip says what went wrong."""
    command = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
    if run(command):
        sys.exit(1)


def run(command, **environment):
    """Run a command in the project's folder; return its exit status."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def fail(message):
    """Print a message where errors go; return the exit status of wrong usage."""
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
