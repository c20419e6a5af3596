from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.ledgers import make
from starlette.testclient import TestClient

from twosource.ledger import Ledger
from twosource.web.app import create


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("api") / "a.ledger"
    make(found, 120, seed=2)
    return found


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(create(path), base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(scope="module")
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path, create=False) as opened:
        yield opened
