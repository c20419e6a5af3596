"""Judgements take effect at once, outlast every reading, and are never moved silently."""

from __future__ import annotations

import multiprocessing
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.judging.sample import TEXT, document, edited, mention, mined, toll

from twosource.judging import disagreements
from twosource.judging.fields import Field
from twosource.judging.typed import parsed
from twosource.ledger import JudgementKind, Ledger
from twosource.ledger.store import Counts
from twosource.model import Document, Evidence, Mention, Reading

K = JudgementKind
DOC = document()
TOLL, MINED = toll(DOC), mined(DOC)


def reading(of: Document = DOC, *mentions: Mention) -> Reading:
    return Reading(of, mentions or (toll(of), mined(of)))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.store(reading(), TEXT.encode())
    return ledger


def amend(ledger: Ledger, of: Mention, field: str, typed: str, **more: str) -> str:
    value = parsed(of, Field(field), typed, TEXT)
    fields = {"who": "Ada", "reason": "see the text", **more}
    return ledger.judge(K.AMEND, [of.id], field=field, value=value, **fields).id  # type: ignore[arg-type]


def now(ledger: Ledger, of: Mention = TOLL) -> Mention:
    return next(m for m in ledger.mentions() if m.id == of.id)


def test_an_amendment_shows_at_once_and_the_machines_reading_is_kept(filled: Ledger) -> None:
    amend(filled, TOLL, "evidence", "imagery")
    assert now(filled).evidence is Evidence.IMAGERY
    judged = filled.judged(TOLL.id)
    assert judged is not None
    assert judged.machine == TOLL
    assert [(c.field, c.judgement.who) for c in judged.changes] == [("evidence", "Ada")]
    assert filled.verify() == []


def test_a_rejected_mention_leaves_mentions_and_counts_and_can_still_be_found(
    filled: Ledger,
) -> None:
    made = filled.judge(K.REJECT, [MINED.id], who="Ada", reason="a headline")
    assert [m.id for m in filled.mentions()] == [TOLL.id]
    assert [m.id for m in filled.rejected()] == [MINED.id]
    assert filled.count == Counts(1, 1, 0, 0, 0)
    excerpt = filled.excerpt(MINED.id)
    assert excerpt is not None
    filled.judge(K.UNDO, [made.id], who="Ada", reason="it says so in the body too")
    assert len(filled.mentions()) == 2
    assert filled.rejected() == []


def test_search_finds_an_amended_mention_by_its_new_asserter(filled: Ledger) -> None:
    filled.judge(K.REATTRIBUTE, [MINED.id], who="Ada", reason="named above", value="Coast Guard")
    assert [hit.id for hit in filled.search("coast guard")] == [MINED.id]
    assert next(hit.asserter for hit in filled.search("likely mined")) == "Coast Guard"


def test_judgements_outlast_a_new_reading_of_the_same_text(filled: Ledger) -> None:
    amend(filled, TOLL, "certainty", "probable")
    filled.judge(K.REJECT, [MINED.id], who="Bo", reason="no")
    other = replace(toll(DOC), score=0.1, evidence=Evidence.MEDIA)
    filled.store(reading(DOC, other, mined(DOC)))
    assert now(filled).certainty == "probable"
    assert now(filled).evidence is Evidence.MEDIA
    assert [m.id for m in filled.rejected()] == [MINED.id]
    assert filled.verify() == []


def test_an_accepted_reading_outlasts_a_reader_that_reads_otherwise(filled: Ledger) -> None:
    filled.judge(K.ACCEPT, [TOLL.id], who="Ada")
    filled.store(reading(DOC, replace(TOLL, evidence=Evidence.MEDIA)))
    assert now(filled).evidence is Evidence.OFFICIAL


def test_another_readers_mention_on_the_same_words_takes_the_judgement(filled: Ledger) -> None:
    amend(filled, MINED, "evidence", "imagery")
    start, end = MINED.content[0]
    wider = replace(MINED, id="m-other", content=((start, end + 1),))
    filled.store(reading(DOC, wider))
    assert now(filled, wider).evidence is Evidence.IMAGERY
    assert filled.orphaned() == []
    assert [j.field for j in filled.judgements_about(["m-other"])] == ["evidence"]


def test_a_mention_that_is_no_longer_read_leaves_the_judgement_without_one(filled: Ledger) -> None:
    made = amend(filled, MINED, "evidence", "imagery")
    filled.store(reading(DOC, toll(DOC)))
    assert [j.id for j in filled.orphaned()] == [made]
    filled.store(reading())
    assert filled.orphaned() == []
    assert now(filled, MINED).evidence is Evidence.IMAGERY


def test_an_edited_article_takes_its_judgements_along(filled: Ledger) -> None:
    amend(filled, TOLL, "evidence", "imagery")
    lost = filled.judge(K.REJECT, [MINED.id], who="Ada", reason="no")
    new = edited(DOC, "UPDATE: " + TEXT.replace("likely mined", "perhaps mined"))
    again = mention(new, "the bridge was perhaps mined", "said", "Officials")
    filled.store(Reading(new, (toll(new), again)))
    assert {m.id: m.evidence for m in filled.mentions()} == {
        toll(new).id: Evidence.IMAGERY,
        again.id: Evidence.NONE,
    }
    assert [j.id for j in filled.orphaned()] == [lost.id]
    filled.restore(DOC)
    assert [m.id for m in filled.mentions()] == [TOLL.id]
    assert filled.orphaned() == []


def test_undoing_an_undo_puts_the_value_back(filled: Ledger) -> None:
    made = amend(filled, TOLL, "evidence", "imagery")
    undo = filled.judge(K.UNDO, [made], who="Bo", reason="no")
    assert now(filled) == TOLL
    filled.judge(K.UNDO, [undo.id], who="Ada", reason="yes")
    assert now(filled).evidence is Evidence.IMAGERY


def test_who_writes_into_the_file_is_found_out(filled: Ledger) -> None:
    amend(filled, TOLL, "evidence", "imagery")
    with sqlite3.connect(filled.path) as raw:
        raw.execute("UPDATE mentions SET judged = NULL, rejected = 1")
    assert sorted(filled.verify()) == sorted(
        f"mention {m.id}: not as it was judged" for m in (TOLL, MINED)
    )


def test_judgements_of_another_ledger_wait_for_their_document(
    filled: Ledger, tmp_path: Path
) -> None:
    amend(filled, TOLL, "evidence", "imagery")
    filled.judge(K.REJECT, [MINED.id], who="Ada", reason="no")
    with Ledger(tmp_path / "b.ledger") as other:
        assert other.add_judgements(filled.judgements()) == (2, 0)
        assert len(other.orphaned()) == 2
        # there it lies under another name, and its mentions have other ids
        here = replace(DOC, id="7", key="/srv/7.txt")
        named = [replace(m, id=f"m-b{n}", document="7") for n, m in enumerate((TOLL, MINED))]
        other.store(Reading(here, tuple(named)), TEXT.encode())
        assert [(m.id, m.evidence) for m in other.mentions()] == [("m-b0", Evidence.IMAGERY)]
        assert other.orphaned() == []
        assert other.add_judgements(filled.judgements()) == (0, 2)
        assert other.judgements() == filled.judgements()
        assert other.verify() == []


def test_a_changed_judgement_under_a_known_id_is_refused_whole(filled: Ledger) -> None:
    made = filled.judge(K.REJECT, [MINED.id], who="Ada", reason="no")
    new = replace(made, id="j-new")
    with pytest.raises(ValueError, match="another one in this ledger"):
        filled.add_judgements([new, replace(made, reason="yes")])
    assert filled.judgements() == [made]


def test_judgements_made_before_mentions_kept_their_words_are_attached_by_id(
    filled: Ledger,
) -> None:
    made = filled.judge(K.REJECT, [MINED.id], who="Ada", reason="no")
    bare = replace(made, id="j-old", anchors=())
    filled.judge(K.UNDO, [made.id], who="Ada", reason="test")
    assert filled.rejected() == []
    filled.add_judgements([bare])
    assert [m.id for m in filled.rejected()] == [MINED.id]
    filled.store(reading(DOC, toll(DOC)))
    filled.store(reading())
    assert [m.id for m in filled.rejected()] == [MINED.id]


def test_what_another_judged_meanwhile_shows_as_a_disagreement(filled: Ledger) -> None:
    before = filled.revision([TOLL.id])
    amend(filled, TOLL, "evidence", "imagery", who="Ada", seen=before)
    amend(filled, TOLL, "evidence", "witness", who="Bo", seen=before)
    (found,) = disagreements(filled.judgements(standing=True))
    assert [found.earlier.who, found.later.who] == ["Ada", "Bo"]
    assert now(filled).evidence is Evidence.WITNESS
    amend(filled, TOLL, "evidence", "imagery", who="Cy", seen=filled.revision([TOLL.id]))
    assert disagreements(filled.judgements(standing=True)) == []
    with pytest.raises(ValueError, match="is no judgement about these"):
        amend(filled, TOLL, "evidence", "media", seen="j-made-up")


def _judge_many(path: Path, who: str, count: int, seen: str) -> None:
    with Ledger(path, create=False, timeout=60) as ledger:
        for n in range(count):
            amend(
                ledger, TOLL, "figure", f"measure=killed; low={n}; unit={who}", who=who, seen=seen
            )
            ledger.judge(K.COMMENT, [MINED.id], who=who, reason=f"{who} {n}", seen="")


def test_people_judging_at_once_lose_nothing(filled: Ledger) -> None:
    context = multiprocessing.get_context("spawn")
    people, each = ("Ada", "Bo", "Cy"), 8
    work = [
        context.Process(target=_judge_many, args=(filled.path, who, each, "")) for who in people
    ]
    for one in work:
        one.start()
    for one in work:
        one.join(120)
        assert one.exitcode == 0
    made = filled.judgements()
    assert len(made) == 2 * each * len(people) == len({j.id for j in made})
    assert {j.reason for j in made if j.kind is K.COMMENT} == {
        f"{who} {n}" for who in people for n in range(each)
    }
    told = {frozenset((d.earlier.who, d.later.who)) for d in disagreements(made)}
    assert told >= {frozenset(pair) for pair in (("Ada", "Bo"), ("Ada", "Cy"), ("Bo", "Cy"))}
    assert filled.verify() == []


KINDS = st.sampled_from(["accept", "reject", "amend", "reattribute", "comment", "undo"])


@settings(max_examples=25)
@given(st.lists(st.tuples(KINDS, st.integers(0, 1), st.integers(0, 9)), max_size=8), st.data())
def test_the_same_judgements_give_the_same_ledger_in_any_order_and_after_any_reread(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("l")
    with Ledger(folder / "a") as here, Ledger(folder / "b") as there:
        here.store(reading(), TEXT.encode())
        for kind, which, pick in acts:
            of, made = (TOLL, MINED)[which], here.judgements()
            if kind == "amend":
                amend(here, of, "evidence", list(Evidence)[pick % len(Evidence)].value)
            elif kind != "undo":
                here.judge(K(kind), [of.id], who="Ada", reason="r", value=str(pick))
            elif made:
                here.judge(K.UNDO, [made[pick % len(made)].id], who="Ada", reason="r")
        made = here.judgements()
        undos = [j for j in made if j.kind is K.UNDO]
        rest = data.draw(st.permutations([j for j in made if j.kind is not K.UNDO]))
        cut = data.draw(st.integers(0, len(rest)))
        there.add_judgements(rest[:cut])
        there.store(reading(), TEXT.encode())
        there.add_judgements([*rest[cut:], *undos])
        assert there.mentions() == here.mentions()
        assert there.rejected() == here.rejected()
        before = here.mentions()
        here.store(reading(DOC, toll(DOC)))
        here.store(reading())
        assert here.mentions() == before
        assert here.verify() == there.verify() == []
