"""A new vendor is one JSON file and one command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from httpcodes_explained._data import text_of
from tests import regenerate

ROOT = Path(__file__).parent.parent
VENDOR = {
    "vendor": {
        "id": "acme-gate",
        "name": "Acme Gate",
        "company": "Acme",
        "kind": "gateway",
        "url": "https://acme.example/",
        "docs": "https://acme.example/codes",
        "prevalence": 2,
    },
    "codes": [
        {
            "id": "acme-gate:523",
            "code": 523,
            "name": "Gate Is Shut",
            "aliases": ["Gate Closed"],
            "state": "unofficial",
            "summary": "The gate was shut for the night.",
            "meaning": "The gate closes at eight.",
            "sources": [
                {
                    "title": "Acme codes",
                    "url": "https://acme.example/codes",
                    "section": "523",
                    "checked": "2026-11-22",
                }
            ],
        }
    ],
}
ASK = """
from httpcodes_explained import Registry, meanings, lookup, explain
from httpcodes_explained.enums import AcmeGateStatus
assert "acme-gate" in [vendor.id for vendor in Registry.default().vendors()]
assert "acme-gate:523" in [record.id for record in meanings(523)][1:]
assert lookup("acme-gate:523").name == "Gate Is Shut"
assert AcmeGateStatus.GATE_CLOSED is AcmeGateStatus.GATE_IS_SHUT == 523
assert explain(AcmeGateStatus.GATE_IS_SHUT).vendor.name == "Acme Gate"
assert explain(523).vendor.id == "cloudflare"
"""


def test_a_new_vendor_is_one_file_and_one_command(tmp_path: Path) -> None:
    """The vendor is in the registry, the index and the enums of a copy that had the file added."""
    package = tmp_path / "src" / "httpcodes_explained"
    shutil.copytree(regenerate.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "data" / "acme-gate.json").write_text(text_of(VENDOR))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path / "src"), str(tmp_path)))}

    subprocess.run([sys.executable, "-m", "tests.regenerate"], cwd=tmp_path, env=environment, check=True)
    subprocess.run([sys.executable, "-c", ASK], cwd=tmp_path, env=environment, check=True)

    assert "acme-gate:523" in (package / "data" / "_index.json").read_text()
    assert "class AcmeGateStatus(StatusEnum):" in (package / "enums.py").read_text()
