"""Other house styles change the print, not what is annotated."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.learning import making
from training.attribution.reliability import Bin, bins, error, svg
from training.attribution.styles import STYLES, Edit, edited

from twosource.learning.annotated import Annotated

TEXT = "BORDER CALM AGAIN\n\n“It is over,” Mr. Brel said on Nov. 8. “Nobody fired.”\n"


def words(document):
    def under(spans):
        return [document.text[a:b] for a, b in spans]

    return [(under(a.content), under(a.source), under(a.cue)) for a in document.attributions]


@pytest.mark.parametrize("name", STYLES)
def test_spans_stay_on_their_words(name):
    said = making.attribution(((19, 32), (58, 73)), ((33, 41),), ((42, 46),))
    varied = edited(Annotated("x", TEXT, (said,)), STYLES[name](TEXT))
    ((content, source, cue),) = words(varied)
    assert re.fullmatch("Mr\\.? Brel", source[0]) or "misread" in name
    assert cue == ["said"] or "misread" in name
    assert [re.sub(r"[^A-Za-z ]", "", c) for c in content] == ["It is over", "Nobody fired"] or (
        "misread" in name
    )


def test_what_each_style_does():
    def printed(name):
        return edited(Annotated("x", TEXT, ()), STYLES[name](TEXT)).text

    assert "‘It is over’, Mr Brel said on 8 Nov. ‘Nobody fired’." in printed("British style")
    assert "It is over, Mr. Brel" in printed("no quotation marks")
    assert "«It is over,»" in printed("guillemets")
    assert '"It is over,"' in printed("straight quotation marks")


def test_scans_misread_about_one_letter_in_a_hundred():
    text = "the people at the border were told to leave it at once " * 400
    edits = list(STYLES["1 % of the letters misread"](text))
    letters = sum(map(str.isalpha, text))
    assert 0.006 < len(edits) / letters < 0.014


@given(making.annotated(), st.data())
def test_edits_move_spans_with_their_words(document, data):
    size = len(document.text)
    edges = sorted(data.draw(st.sets(st.integers(0, size), max_size=8)))
    edits = [
        Edit(a, b, data.draw(st.text("xyz", max_size=3)))
        for a, b in zip(edges[::2], edges[1::2], strict=False)
    ]
    varied = edited(document, edits)
    assert edited(document, ()) == document
    for one, other in zip(document.attributions, varied.attributions, strict=True):
        for before, after in zip(one.content, other.content, strict=False):
            if not any(e.start < before[1] and e.end > before[0] for e in edits):
                at = document.text[slice(*before)]
                assert len(one.content) != len(other.content) or varied.text[slice(*after)] == at


def test_a_plot_of_scores():
    scored = [(0.95, True)] * 9 + [(0.95, False)] + [(1.0, True)] * 10 + [(0.05, False)] * 5
    made = bins(scored)
    assert made == [Bin(5, pytest.approx(0.05), 0), Bin(20, pytest.approx(0.975), 0.95)]
    assert error(made) == pytest.approx((5 * 0.05 + 20 * 0.025) / 25)
    assert svg(made).count("<circle") == 2
    assert error([]) == 0
