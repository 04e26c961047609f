"""Fixtures that several test modules use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from httpcodes_explained import Registry
from tests import regenerate
from tests.live import Farm

try:
    from hypothesis import settings
except ImportError:
    pass  # the environment that has nothing but the library and pytest
else:
    # No test is about time; and CI says the same of the same commit each time.
    settings.register_profile("tests", deadline=None, derandomize=bool(os.environ.get("CI")))
    settings.load_profile("tests")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """In CI, where everything is installed, a skipped test is a failed one."""
    return _nothing_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """So is a file that is left out whole."""
    return _nothing_skipped((yield))


def _nothing_skipped(report: Any) -> Any:
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture(name="registry", scope="session")
def _registry() -> Registry:
    return Registry.default()


@pytest.fixture(name="data", scope="session")
def _data() -> Path:
    """Return the folder of the data files, as they stand in the repository."""
    return regenerate.PACKAGE / "data"


@pytest.fixture(name="farm", scope="session")
def _farm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    """Return the servers that stand before one another; all of them are stopped at the end."""
    with ExitStack() as stack:
        yield Farm(tmp_path_factory.mktemp("farm"), stack)
