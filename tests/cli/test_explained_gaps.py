"""What a text does not fix stays empty, and ``show --explain`` says why."""

import pytest
from click.testing import CliRunner

from twosource.cli import main
from twosource.ledger import Ledger


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nine men were killed near Goma on 31 April 1994, the army said.", "no such day"),
        ("Nine men were killed near Goma on Tuesday, the army said.", "states no day"),
        ("Nine men were killed in San Pedro in 1994, police said.", "several places"),
        ("Nine men were killed in the village of Wadi Zerga, police said.", "none of that name"),
        ("The general said that there was nothing left of the town.", "no place named before"),
    ],
)
def test_an_empty_value_has_a_reason(tmp_path, text, why):
    (tmp_path / "a.txt").write_text(text)
    ledger = ("--ledger", str(tmp_path / "l"))
    assert CliRunner().invoke(main, ["read", str(tmp_path / "a.txt"), *ledger]).exit_code == 0
    with Ledger(str(tmp_path / "l")) as opened:
        (document,) = opened.documents()
    shown = CliRunner().invoke(main, ["show", document.id, "--explain", *ledger])
    assert shown.exit_code == 0
    assert "left empty" in shown.stdout
    assert why in shown.stdout
