"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tagger that tests can see through (`tests.toy`)."""
    from tests.toy import write_toy

    return write_toy(tmp_path_factory.mktemp("toy") / "model")
