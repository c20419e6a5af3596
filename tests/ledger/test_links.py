"""Links are views over the mentions: replaced as a whole, or not at all."""

from dataclasses import replace

import pytest

from twosource.ledger import Ledger, LedgerError
from twosource.model import Links

from .making import links, reading


def test_new_links_take_the_place_of_the_old_ones(ledger: Ledger) -> None:
    one, two = reading(key="k1"), reading(key="k2")
    ledger.store_all([(one, None), (two, None)])
    ledger.replace_links(links(one, two))
    ledger.replace_links(links(two))
    assert ledger.links() == links(two)
    ledger.replace_links(Links())
    assert ledger.links() == Links()


def test_links_that_cannot_be_stored_leave_the_old_ones_standing(ledger: Ledger) -> None:
    held = reading()
    ledger.store(held)
    good = links(held)
    ledger.replace_links(good)
    twice = replace(good, claims=good.claims + good.claims)
    with pytest.raises(LedgerError):
        ledger.replace_links(twice)
    assert ledger.links() == good


def test_the_ledger_knows_when_its_links_are_out_of_date(ledger: Ledger) -> None:
    assert not ledger.stale
    one = reading(key="k1")
    ledger.store(one)
    assert ledger.stale
    seen = ledger.position
    ledger.store(reading(key="k2"))  # comes in while linking runs
    ledger.replace_links(links(one), seen)
    assert ledger.stale
    ledger.replace_links(links(one))
    assert not ledger.stale


def test_counts_are_those_of_the_current_versions(ledger: Ledger) -> None:
    one, two = reading(key="k1"), reading(key="k2")
    ledger.store_all([(one, None), (two, None)])
    ledger.replace_links(links(one, two))
    count = ledger.count
    assert (count.documents, count.mentions, count.claims) == (2, 4, 4)
    assert (count.conflicts, count.copies) == (1, 1)
    ledger.store(reading("Nobody was hurt, the ministry said today.", key="k1"))
    assert ledger.count.documents == 2
