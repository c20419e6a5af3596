import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "src" / "twosource"
STATIC = ROOM / "publishing" / "static"
SERVED = ROOM / "web" / "static"
FRONTEND = ROOT / "frontend"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def record():
    return json.loads((STATIC / "bundle.json").read_text("utf-8"))


def test_the_bundle_was_built_from_these_sources(record):
    here = {p.relative_to(FRONTEND).as_posix() for p in (FRONTEND / "src").rglob("*.*")}
    named = {name for name in record["sources"] if name.startswith("src/")}
    assert here == named, "run 'npm ci && npm run build' in frontend/"
    for name, wanted in record["sources"].items():
        assert digest(FRONTEND / name) == wanted, f"{name} changed; run 'npm run build'"


def test_nobody_edited_the_bundle_by_hand(record):
    for name, wanted in record["built"].items():
        assert digest(ROOM / name) == wanted, f"{name} differs from what was built"


def test_the_bundle_stays_small(record):
    assert (STATIC / "report.js").stat().st_size < 30_000
    assert (STATIC / "report.css").stat().st_size < 200_000  # two typefaces are most of it


def test_the_bundle_names_no_address():
    for name in ("report.js", "report.css"):
        text = (STATIC / name).read_text("utf-8")
        assert "http://" not in text
        assert "https://" not in text
