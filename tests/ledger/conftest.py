from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "a.ledger") as opened:
        yield opened
