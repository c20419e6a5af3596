"""Rows that pages are answered from follow linking step by step as if computed anew."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.linking.test_relink import corpus

from twosource.engine.relink import relink
from twosource.ledger import JudgementKind, Ledger, schema
from twosource.ledger.derived import refill_links
from twosource.ledger.queries import all_claims
from twosource.ledger.shelf import keeping
from twosource.model import Transfer

from .test_shelf import edited

OUTLETS = (None, "Volna", "Northline", "The Orm Gazette", "Tarsk Daily")


class NotKept(Exception):
    """Takes a transaction back."""


@pytest.fixture(autouse=True)
def always_step_by_step(monkeypatch):
    """Small ledgers too follow; and that they follow is what is tested."""
    monkeypatch.setattr(keeping, "MUCH", 1000)
    monkeypatch.setattr(keeping, "MUCH_TOUCHED", 1000)


def reports(seed, count, way):
    """Reports of a few outlets; some pass on an agency, some tell who gives whom what."""
    for reading in corpus(seed, count):
        document = replace(reading.document, publisher=way.choice(OUTLETS))
        told = tuple(varied(mention, way) for mention in reading.mentions)
        yield replace(reading, document=document, mentions=told)


def varied(mention, way):
    chance = way.random()
    if chance < 0.4 and mention.relays:
        agency = replace(mention.relays[-1], name=way.choice(("Volna", "Wire Desk")))
        return replace(mention, relays=(agency, *mention.relays))
    if chance < 0.6:
        transfer = Transfer(way.choice(("Orm", "Velin")), "Tarsk", way.choice(("guns", None)))
        return replace(mention, values=replace(mention.values, transfer=transfer))
    return mention


def plain(connection):
    """All rows; facets' values by name and not by number, which says nothing."""
    ask = connection.exec_driver_sql
    found = {
        table.name: sorted((tuple(r) for r in ask(f"SELECT * FROM {table.name}")), key=repr)
        for table in schema.DERIVED_TABLES
    }
    values = {row[0]: row[1:] for row in found["facet_values"]}
    found["facet_values"] = sorted(values.values())
    found["claim_values"] = sorted((values[value], n) for value, n in found["claim_values"])
    return found


def check(ledger):
    """The rows are what computing all anew gives, which is done and not kept."""
    with suppress(NotKept), ledger._writing() as connection:
        assert not keeping.pages.are_old(connection)
        stepwise = plain(connection)
        refill_links(connection)
        anew = plain(connection)
        raise NotKept
    for name, expected in anew.items():
        assert stepwise[name] == expected, name


def judge(ledger, way):
    """One judgement of some kind."""
    mentions = ledger.mentions()
    one, other = way.sample([m.id for m in mentions], 2)
    who = {"who": "ana", "reason": "so it is"}
    kind = way.choice(("reject", "polarity", "asserter", "split", "merge"))
    if kind == "reject":
        return ledger.judge(JudgementKind.REJECT, [one], **who)
    if kind == "polarity":
        return ledger.judge(JudgementKind.AMEND, [one], field="polarity", value="denied", **who)
    if kind == "asserter":
        return ledger.judge(JudgementKind.REATTRIBUTE, [one], value="Southern Staff", **who)
    pair = JudgementKind.SPLIT if kind == "split" else JudgementKind.MERGE
    return ledger.judge(pair, [one, other], **who)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), count=st.integers(4, 14), way=st.randoms(use_true_random=False))
def test_rows_that_follow_are_those_computed_anew(tmp_path_factory, seed, count, way):
    waiting = list(reports(seed, count, way))
    way.shuffle(waiting)
    stored = []
    with Ledger(tmp_path_factory.mktemp("rows") / "a.ledger") as ledger:
        while waiting:
            step = way.randint(1, 3)
            ledger.store_all([(reading, None) for reading in waiting[:step]])
            stored += waiting[:step]
            waiting = waiting[step:]
            relink(ledger)
            check(ledger)
        made = None
        for reading in way.sample(stored, 3):
            half = reading.document.text[: len(reading.document.text) // 2]
            ledger.store(edited(reading, half))
            if len(ledger.mentions()) > 2:
                made = judge(ledger, way)
            relink(ledger)
            check(ledger)
        if made is not None:
            ledger.judge(JudgementKind.UNDO, [made.id], who="ana", reason="no")
        ledger.restore(stored[0].document)
        relink(ledger)
        check(ledger)
        assert ledger.verify() == []


def test_a_fuller_name_of_an_outlet_reaches_every_row(tmp_path):
    readings = corpus(4, 6)
    names = ["Volna"] * 5 + ["The Volna News Agency"]
    named = [
        replace(reading, document=replace(reading.document, publisher=name))
        for reading, name in zip(readings, names, strict=True)
    ]
    with Ledger(tmp_path / "a.ledger") as ledger:
        for reading in named:
            ledger.store(reading)
            relink(ledger)
            check(ledger)


def test_claims_stand_before_the_eyes_of_readers_all_the_time(tmp_path):
    readings = corpus(4, 12)
    with Ledger(tmp_path / "a.ledger") as ledger, Ledger(tmp_path / "a.ledger") as other:
        ledger.store_all([(reading, None) for reading in readings[:-1]])
        relink(ledger)
        ledger.store(readings[-1])
        ledger.store(edited(readings[0], readings[0].document.text[:60]))
        with other._reading() as connection:
            assert list(all_claims(connection))
        relink(ledger)
        with other._reading() as connection:
            shown = {row.id for row in all_claims(connection)}
        assert shown == {claim.id for claim in ledger.links().claims}


def test_a_split_of_statements_that_all_went_does_not_stop_linking(tmp_path):
    readings = corpus(11, 6)
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store_all([(reading, None) for reading in readings])
        relink(ledger)
        told = next(r for r in readings if len(r.mentions) > 1)
        pair = [m.id for m in told.mentions[:2]]
        ledger.judge(JudgementKind.SPLIT, pair, who="ana", reason="two days")
        ledger.store(edited(told, "Nothing was said."))
        relink(ledger)
        check(ledger)
