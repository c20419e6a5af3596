"""A speaker's own "I think" stands among the cues of his statement; others' thoughts do not."""

import twosource


def cues(text):
    found = twosource.read(text, published_at="2031-05-02", language="en").mentions
    return [[text[a:b] for a, b in m.cue] for m in found]


def test_i_think_is_a_cue_beside_said():
    (found,) = cues("“I think the bridge at Osijek will hold,” the engineer Ana Babić said.")
    assert found == ["said", "think"]


def test_i_do_not_know_puts_nothing_in_his_mouth():
    found = cues("“I don't know whether the bridge at Osijek will hold,” Ana Babić said.")
    assert all("know" not in cue for cue in found)


def test_i_think_governs_its_sentence_with_what_stands_before_it():
    (found,) = cues(
        "“Had it come five hours earlier or a day earlier, I think we would die,” Ana Babić said."
    )
    assert found == ["said", "think"]


def test_an_opening_i_think_governs_what_a_comma_splices_on():
    said = (
        "“I think everybody knows the mayor, even the children, that's a man they all know "
        "because he was such a personality,” Ana Babić said."
    )
    (found,) = cues(said)
    assert found == ["said", "think"]
