"""Places that stand as labels before what happened there."""

import pytest

import twosource

KILLED = "Two civilians were killed by shelling."
MINE = "A mine killed three fishermen."


def where(text):
    mentions = twosource.read(text, published_at="2023-06-15T10:00:00Z", language="en").mentions
    return [tuple(p.name for p in m.values.places) for m in mentions]


@pytest.mark.parametrize(
    "text",
    [
        f"Taiz: {KILLED}\n\nHodeidah: {MINE}",
        f"- Taiz: {KILLED}\n- Hodeidah: {MINE}",
        f"1. Taiz: {KILLED}\n2. Hodeidah: {MINE}",
        f"Taiz – {KILLED}\nHodeidah – {MINE}",
        f"[Taiz] {KILLED}\n[Hodeidah] {MINE}",
        f"TAIZ\n\n{KILLED}\n\nHODEIDAH\n\n{MINE}",
    ],
)
def test_labels_of_a_bulletin_give_their_place_to_what_stands_behind_them(text):
    assert where(text) == [("Taiz",), ("Hodeidah",)]


def test_the_label_holds_for_its_paragraph_and_a_heading_until_the_next():
    assert where(f"Taiz: {KILLED} A school was hit.") == [("Taiz",), ("Taiz",)]
    text = f"TAIZ\n\n{KILLED}\n\nA school was hit.\n\nHODEIDAH\n\n{MINE}"
    assert where(text) == [("Taiz",), ("Taiz",), ("Hodeidah",)]


def test_a_place_before_a_colon_credits_nobody():
    mention = twosource.read(f"Taiz: {KILLED}", language="en").mentions[0]
    assert (mention.chain, mention.source, mention.cue) == ((), (), ())


def test_where_shots_came_from_does_not_stand_for_the_label():
    assert where("Taiz: Rockets fired from Marib killed two civilians.")[-1] == ("Taiz",)


def test_a_name_that_speaks_is_no_label():
    mention = twosource.read("Jackson: We need more troops.", language="en").mentions[0]
    assert mention.chain == ("Jackson",)
    assert where("Kyiv: Russia attacked Odesa overnight.") == [("Odesa",)]


def test_a_single_dash_is_a_dateline_where_the_text_names_no_other_spot():
    assert where(f"KHERSON — {KILLED}") == [("Kherson",)]
    assert where(f"KYIV — {KILLED}") == [()]
