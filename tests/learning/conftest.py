"""Models to go on training from."""

from pathlib import Path

import pytest

from twosource.reading.tagger.folder import write


@pytest.fixture(scope="session")
def trained_from(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small untrained model folder of the real build."""
    from tests.learning.test_restoring import small, words

    from twosource.learning.shipping import network

    made = tmp_path_factory.mktemp("small") / "model"
    write(made, network(small()), words().to_str().encode())
    return made
