"""Statements told by where they come from, and figures that somebody corrects."""

import twosource


def chains(text):
    found = twosource.read(text, published_at="2031-05-02", language="en").mentions
    return {" ".join(text[a:b] for a, b in m.content): m.chain for m in found if m.chain}


def test_where_a_figure_came_from_is_who_gave_it():
    told = chains("The estimate of 300 dead came from a Sudanese officer who spoke to Nilus News.")
    assert told["The estimate of 300 dead"] == ("Nilus News", "Sudanese officer")


def test_who_heard_it_passes_it_on():
    told = chains("Ana Reyes, a nurse in Quito, said she had heard the same figure from a colonel.")
    assert told["the same figure"] == ("Ana Reyes", "colonel")


def test_a_body_that_corrects_its_count_asserts_the_new_one():
    text = (
        "The Interior Ministry of Peru said four people had died in Puno. "
        "On Tuesday it raised that to eleven."
    )
    (name,) = (chain[-1] for content, chain in chains(text).items() if "eleven" in content)
    assert "Interior Ministry" in name


def test_an_event_that_raises_a_toll_asserts_nothing():
    told = chains("The second blast raised the toll to eleven in Puno on Tuesday.")
    assert not told


def test_who_prints_the_same_number_credits_whom_it_had_it_from():
    text = (
        "The Lima Post, citing the Andean Agency, wrote that 40 rebels had died. "
        "Radio Sur gave the same number and credited the Lima Post."
    )
    chain = chains(text)["the same number"]
    assert chain[:3] == ("Radio Sur", "Lima Post", "Andean Agency")


def test_where_a_count_ended_is_what_its_body_says():
    told = chains("The Sahel Monitor ended at 2,050 sent and 217 dead.")
    assert told["2,050 sent"] == told["217 dead"] == ("Sahel Monitor",)
    assert not chains("The march ended at 9 p.m. on Elm Street.")
