"""Who lives of those who were hit, and what is counted beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twosource

from .counted import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five villagers were shot, one fatally, near Gao.", 4),
        ("A sniper shot seven porters in Marib, killing three.", 4),
        ("Nine drivers were hit by shrapnel in Aden and two died.", 7),
        ("Six dockers were shot in Kano, including two who were pronounced dead.", 4),
        ("Ten conscripts were taken to hospital in Goma, two of whom died there.", 8),
        ("Of the 40 men hit by shrapnel in Natal, 12 died.", 28),
        ("Five nurses were hit by bullets in Orsk. One of them later died.", 4),
        ("A shell in Gulu sent nine people to hospital. One of the victims died on Monday.", 8),
        ("Four nurses were shot in Gulu. Ba Ko, 31, died of his wounds on Monday.", 3),
        ("Four nurses were shot in Gulu. One man was later pronounced dead.", 3),
        ("A total of 12 men were shot in Kano, with Ba Ko dying of his wounds.", 11),
        ("Ms Ko was killed in Kano, it said. Ms Ko was one of five people shot there.", 4),
    ],
)
def test_the_dead_are_taken_off_those_who_were_hit(text, expected):
    assert ("wounded", expected, expected) in told(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ten conscripts were wounded in Goma, two of whom died in hospital.", 10),
        ("Of the 14 wounded in Natal, three later succumbed to their injuries.", 14),
        ("A blast in Gulu injured nine nurses. One of them died on Monday.", 9),
    ],
)
def test_a_count_of_wounded_stands_as_it_is_printed(text, printed):
    assert ("wounded", printed, printed) in told(text)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Six dockers were shot in Kano, two of them fatally.", 2),
        ("Six dockers were shot, one fatally, in Kano.", 1),
        ("A blast in Gulu hurt six men, one of whom later died.", 1),
        ("Nine porters were shot in Aden, including four who were killed.", 4),
        ("Of the 40 men hit by shrapnel in Natal, 12 died.", 12),
    ],
)
def test_the_dead_are_a_figure_of_their_own(text, dead):
    assert ("killed", dead, dead) in told(text)


def test_a_bound_stays_open():
    assert ("wounded", 5, None) in told("At least six men were shot in Gao, one of them fatally.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One man was killed and five others were shot in Goma.", 5),
        ("Twelve sailors were wounded and three killed off Aden.", 12),
        ("Eight people were shot in Kano. One person was killed in a separate raid.", 8),
        ("Six guards were shot in Orsk. Two of the attackers died.", 6),
        ("Four men were shot in Gao. Later two cooks, one of whom was 38, were shot dead.", 4),
        ("In a week 28 people were shot and ten people were killed in Natal.", 28),
        ("Five men were shot in Marib, one of whom had killed a guard.", 5),
        ("Four women were shot in Gulu, two critically.", 4),
        ("Four women were shot in Gulu. Ba Ko, the singer, died in Oslo.", 4),
        ("One man was killed and four men were shot in Gao. He died of his wounds.", 4),
        ("Five children were hit by shrapnel in Aden; two did not die.", 5),
    ],
)
def test_who_is_counted_beside_them_is_not(text, expected):
    assert ("wounded", expected, expected) in told(text)


def test_the_figure_shows_the_number_that_was_taken_off():
    text = "Five villagers were shot near Gao. One of them died."
    first = twosource.read(text, language="en").mentions[0]
    assert "One" in [text[slice(*span)] for span in first.values.figure.spans]
    assert "less the dead among them" in [reason.rule for reason in first.reasons]


CUT_OFF = (
    "ADEN, May 2 - Five dockers were shot, one fatally, police said. Later one of them died, and "
    "the navy has moved about 1,400 men, of whom 300 (source: a port official) will return in 2032."
)


@given(st.integers(1, len(CUT_OFF.split())), st.integers(0, 12))
@settings(max_examples=60, deadline=None)
def test_a_text_may_be_cut_off_anywhere(end, start):
    """A number in the last place once lost the whole document."""
    text = " ".join(CUT_OFF.split()[start:end]).rstrip(",.;)")
    for mention in twosource.read(text, published_at="2031-05-02", language="en").mentions:
        assert all(0 <= a < b <= len(text) for a, b in mention.content)


@pytest.mark.parametrize(
    "text", ["GAO, May 2 - The navy has moved about 1,400", "Six were shot. One"]
)
def test_a_number_ends_a_text(text):
    assert told(text) is not None
