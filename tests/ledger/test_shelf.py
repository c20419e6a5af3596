"""A ledger that links what is due holds what linking everything at once would give."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.linking.test_relink import corpus

from twosource.engine.relink import relink
from twosource.ledger import JudgementKind, Ledger
from twosource.ledger.shelf import keeping
from twosource.linking import JudgedPairs, link


@pytest.fixture(autouse=True)
def always_what_is_due(monkeypatch):
    """Small ledgers too are linked by what is due once they are linked at all."""
    monkeypatch.setattr(keeping, "MUCH", 1000)


def edited(reading, text):
    """Another version of a publication, with the statements that its text still holds."""
    document = replace(reading.document, id=f"{reading.document.id}-2", text=text, sha256=text)
    told = [m for m in reading.mentions if m.content[-1][1] <= len(text)]
    renamed = [replace(m, id=f"{m.id}-2", document=document.id) for m in told]
    return replace(reading, document=document, mentions=tuple(renamed))


def wholesale(ledger):
    """What linking everything at once gives."""
    return link(ledger.readings())


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), count=st.integers(2, 9), way=st.randoms(use_true_random=False))
def test_a_ledger_linked_in_steps(tmp_path_factory, seed, count, way):
    waiting = corpus(seed, count)
    way.shuffle(waiting)
    stored = []
    with Ledger(tmp_path_factory.mktemp("shelf") / "a.ledger") as ledger:
        while waiting:
            step = way.randint(1, 3)
            ledger.store_all([(reading, None) for reading in waiting[:step]])
            stored += waiting[:step]
            waiting = waiting[step:]
            relink(ledger)
            assert ledger.links() == wholesale(ledger)
            assert not ledger.stale
        for reading in way.sample(stored, min(2, len(stored))):
            half = reading.document.text[: len(reading.document.text) // 2]
            ledger.store(edited(reading, half))
            relink(ledger)
            assert ledger.links() == wholesale(ledger)
        assert ledger.verify() == []


def test_an_edit_leaves_no_claim_on_what_is_gone_even_before_linking(tmp_path):
    readings = corpus(5, 8)
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store_all([(reading, None) for reading in readings])
        relink(ledger)
        ledger.store(edited(readings[0], "Nothing was said."))
        there = {m.id for m in ledger.mentions()}
        assert {m for claim in ledger.links().claims for m in claim.mentions} <= there
        assert ledger.links().claims  # the others' claims stand
        assert ledger.stale


def test_judgements_are_respected_step_by_step(tmp_path):
    readings = corpus(11, 9)
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store_all([(reading, None) for reading in readings[:6]])
        relink(ledger)
        claim = max(ledger.links().claims, key=lambda c: len(c.mentions))
        assert len(claim.mentions) > 1
        pair = claim.mentions[:2]
        made = ledger.judge(JudgementKind.SPLIT, pair, who="ana", reason="two days")
        relink(ledger)
        ledger.store_all([(reading, None) for reading in readings[6:]])
        relink(ledger)
        for found in ledger.links().claims:
            assert not set(pair) <= set(found.mentions)
        assert ledger.links() == link(ledger.readings(), apart=[tuple(sorted(pair))])
        ledger.judge(JudgementKind.UNDO, [made.id], who="ana", reason="no")
        relink(ledger)
        assert ledger.links() == wholesale(ledger)


def test_linking_anew_changes_nothing(tmp_path):
    with Ledger(tmp_path / "a.ledger") as ledger:
        for reading in corpus(23, 8):
            ledger.store(reading)
            relink(ledger)
        before = ledger.links()
        assert relink(ledger, anew=True)
        assert ledger.links() == before


def test_one_more_document_leaves_most_claims_as_they_are(tmp_path):
    readings = sorted(corpus(4, 40), key=lambda reading: reading.document.published_at)
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store_all([(reading, None) for reading in readings[:-1]])
        relink(ledger)
        before = set(ledger.links().claims)
        ledger.store(readings[-1])
        relink(ledger)
        assert len(before - set(ledger.links().claims)) <= 4  # it has at most so many statements


def test_when_many_are_read_again_all_are_linked_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "MANY_TAKEN", 2)
    readings = corpus(9, 6)
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store_all([(reading, None) for reading in readings])
        relink(ledger)
        for reading in readings[:4]:
            ledger.store(edited(reading, reading.document.text[:60]))
        assert ledger.links().claims == ()
        relink(ledger)
        assert ledger.links() == wholesale(ledger)


def test_an_edit_that_comes_in_while_everything_is_linked_anew_is_not_lost(tmp_path):
    readings = corpus(13, 6)
    with Ledger(tmp_path / "a.ledger") as ledger, Ledger(tmp_path / "a.ledger") as other:
        ledger.store_all([(reading, None) for reading in readings])
        relink(ledger)
        with ledger._reading() as connection:
            made = keeping.made_anew(connection, JudgedPairs())
        other.store(edited(readings[0], readings[0].document.text[:60]))
        other.store(readings[1])
        with ledger._writing() as connection:
            keeping.fill(connection, made)
            keeping.link_due(connection, JudgedPairs())
        assert ledger.links() == wholesale(ledger)
