"""A ledger's judgements teach exactly what people decided, and nothing about the rest."""

import pytest

import twosource
from twosource.judging.fields import Field
from twosource.judging.typed import parsed
from twosource.learning.annotated import FormatError
from twosource.learning.finding import read
from twosource.ledger import JudgementKind, Ledger

TEXT = """Bridges hit

Two bridges were hit and a train burnt, Anna Brel said on Monday. The mayor denied it.

Nobody was hurt, the ministry said. Rain is expected.
"""


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "a.ledger") as opened:
        opened.store(twosource.read(TEXT), TEXT.encode())
        yield opened


def mention(ledger, words):
    return next(m for m in ledger.mentions() if TEXT[slice(*m.content[0])].startswith(words))


def judge(ledger, kind, of, **more):
    return ledger.judge(kind, [of.id], who="Ada", reason="see the text", **more)


def taught(ledger, tmp_path):
    (found,) = read(tmp_path / "a.ledger")
    assert found.text == TEXT
    return found


def words(spans):
    return [TEXT[a:b] for a, b in spans]


def test_an_unjudged_ledger_teaches_nothing(ledger, tmp_path):
    with pytest.raises(FormatError, match="without accepted, amended or rejected"):
        read(tmp_path / "a.ledger")


def test_statements_of_one_act_are_one_again(ledger, tmp_path):
    for start in ("Two bridges", "a train"):
        judge(ledger, JudgementKind.ACCEPT, mention(ledger, start))
    (made,) = taught(ledger, tmp_path).attributions
    assert words(made.content) == ["Two bridges were hit", "a train burnt"]
    assert words(made.source) == ["Anna Brel"]
    assert words(made.cue) == ["said"]


def test_what_nobody_judged_stays_unknown(ledger, tmp_path):
    judge(ledger, JudgementKind.ACCEPT, mention(ledger, "Two bridges"))
    found = taught(ledger, tmp_path)
    known = "".join(words(found.known))
    assert "Two bridges were hit" in known
    assert "Anna Brel" in known  # credited by what was judged, whatever else it is credited with
    assert "a train burnt" not in known
    assert "ministry" not in known  # another paragraph


def test_a_rejected_statement_is_known_to_be_none(ledger, tmp_path):
    judge(ledger, JudgementKind.REJECT, mention(ledger, "Nobody"))
    found = taught(ledger, tmp_path)
    assert found.attributions == ()
    assert "Nobody was hurt, the ministry said." in "".join(words(found.known))


def test_an_amended_span_is_taught_as_amended(ledger, tmp_path):
    of = mention(ledger, "Nobody")
    value = parsed(of, Field.SOURCE, "ministry", TEXT)
    made = judge(ledger, JudgementKind.AMEND, of, field="source", value=value)
    (found,) = taught(ledger, tmp_path).attributions
    assert words(found.source) == ["ministry"]
    ledger.judge(JudgementKind.UNDO, [made.id], who="Ada", reason="no")
    with pytest.raises(FormatError):
        read(tmp_path / "a.ledger")


def test_a_comment_is_no_verdict(ledger, tmp_path):
    judge(ledger, JudgementKind.COMMENT, mention(ledger, "Nobody"))
    with pytest.raises(FormatError):
        read(tmp_path / "a.ledger")
