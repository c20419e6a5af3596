from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.ledgers import make
from sqlalchemy import Connection

from twosource.ledger import Ledger
from twosource.publishing.book import Book

from .plain import Plain


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("queries") / "a.ledger"
    make(Path(path), 250, seed=5)
    with Ledger(path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def connection(generated: Ledger) -> Iterator[Connection]:
    with generated.view() as opened:
        yield opened


@pytest.fixture(scope="module")
def plain(generated: Ledger) -> Plain:
    """The same ledger, taken out whole and evaluated with loops."""
    return Plain(Book.of(generated))
