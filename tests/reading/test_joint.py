"""What the tagger adds to the rules touches nothing that they found, in a text of any length."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Attribution, Quote
from twosource.reading.cover import Cover
from twosource.reading.joint import _mended, _Sayings, _unsaid
from twosource.reading.parsed import parse

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda s: (s[0], sum(s))))


@given(SPANS, SPANS)
def test_spans_touch_where_they_share_a_character(known, found):
    shared = any(a < d and c < b for a, b in found for c, d in known)
    assert Cover(known).touches(tuple(found)) is shared


def relation(source, cue, content, quote=Quote.DIRECT, rule="tagger"):
    return Attribution((content,), (cue,), (source,), quote, rule=rule)


TEXT = parse(", ".join(12 * ["a wire said"]))
RULED = relation((0, 4), (5, 9), (10, 60), Quote.INDIRECT, "verb.clause")


def test_a_quotation_that_the_rules_cut_wrong_is_mended():
    mended = _mended(TEXT, RULED, relation((0, 4), (5, 9), (70, 120)))
    assert mended == relation((0, 4), (5, 9), (70, 120), Quote.DIRECT, "verb.clause")


def test_a_quotation_given_to_another_speaker_keeps_its_words():
    mended = _mended(TEXT, RULED, relation((62, 66), (5, 9), (10, 58)))
    assert (mended.source, mended.content) == (((62, 66),), RULED.content)


def test_where_both_agree_or_nothing_is_quoted_the_rules_stand():
    assert _mended(TEXT, RULED, None) == RULED
    assert _mended(TEXT, RULED, relation((2, 4), (5, 9), (14, 60))) == RULED
    assert _mended(TEXT, RULED, relation((62, 66), (5, 9), (70, 120), Quote.INDIRECT)) == RULED


def test_a_quotation_through_paragraphs_is_not_cut_to_its_first():
    text = 'He said, "It went well.\n\nWe were patient, and we will come again next year."'
    whole = relation((0, 2), (3, 7), (9, len(text)))
    assert _mended(parse(text), whole, relation((0, 2), (3, 7), (9, 23))) == whole


def test_a_speaker_beside_the_cue_is_not_given_up_for_one_of_the_sentence_before():
    text = 'The minister Oleh Stan denied it.\n"We will go on," said Lunin.'
    ruled = relation((56, 61), (51, 55), (34, 50))
    assert text[slice(*ruled.source[0])] == "Lunin"
    assert _mended(parse(text), ruled, relation((0, 22), (51, 55), (34, 50))) == ruled


@given(SPANS, SPANS)
def test_a_finding_is_met_by_its_cue_alone(cues, asked):
    apart = []
    for start, end in sorted(cues):
        if not apart or start >= apart[-1].cue[0][1]:
            apart.append(relation((0, 1), (start, end), (0, 1)))
    met = [a for a in apart if any(a.cue[0][0] < d and c < a.cue[0][1] for c, d in asked)]
    assert _Sayings(apart).of(tuple(asked)) == (met[0] if len(met) == 1 else None)


def test_what_the_tagger_takes_for_said_though_it_was_not_is_no_statement():
    text = "The site did not mention his death."
    verb = relation((0, 8), (17, 24), (25, 34))
    assert text[slice(*verb.cue[0])] == "mention"
    assert _unsaid(parse(text), verb)
    assert not _unsaid(parse(text.replace("did not mention", "would now mention")), verb)
