"""The ledger as data frames."""

import sys

import pytest

from twosource.ledger import Ledger, LedgerError

from .making import links, reading


def test_frames_join_by_id(ledger: Ledger) -> None:
    pytest.importorskip("pandas")
    one, two = reading(key="k1"), reading(key="k2")
    ledger.store_all([(one, None), (two, None)])
    ledger.replace_links(links(one, two))
    frames = ledger.frames()
    assert list(frames.documents["key"]) == ["k1", "k2"]
    assert set(frames.mentions["claim"]) == set(frames.claims["id"])
    assert list(frames.mentions["asserter"].unique()) == ["Ministry of Defence"]
    assert frames.mentions["content"][0] == "Two bridges over the Lesna were hit"
    assert list(frames.copies["reuse"]) == [0.5]
    assert len(frames.origins) == 4
    assert frames.series["high"].isna().all()


def test_an_empty_ledger_has_empty_frames_with_columns(ledger: Ledger) -> None:
    pytest.importorskip("pandas")
    assert list(ledger.frames().conflicts.columns) == ["a", "b", "type", "why"]


def test_without_pandas_the_extra_is_named(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(LedgerError, match=r"pip install 'twosource\[frames\]'"):
        ledger.frames()
