"""TS1xx: who is credited, and how."""

import pytest

from twosource.model import Figure, Measure, Named, Relay, Values

from .texts import Text, said

BRIDGE = "Engineers have rebuilt the bridge at Orlivka."


def test_a_statement_nobody_is_credited_with_is_reported():
    text = Text(BRIDGE, (said(BRIDGE, BRIDGE[:-1]),))
    assert text.words("TS101") == [BRIDGE[:-1]]


def test_a_credited_statement_is_not():
    line = "Engineers have rebuilt the bridge, the governor said."
    text = Text(line, (said(line, "Engineers have rebuilt the bridge", "said", "the governor"),))
    assert text.words("TS101") == []


@pytest.mark.parametrize(
    "line",
    [
        "Have engineers really rebuilt the bridge at Orlivka?",
        "According to the town council engineers have rebuilt the bridge.",
        "We think that engineers have rebuilt the bridge.",
        "The bridge today.",
        "The bridge has been rebuilt, the army's spokeswoman, Lusine Petrova, said on Sunday.",
        "Its engineers have rebuilt the bridge at Orlivka.",
        "The senate voted to rebuild the bridge at Orlivka.",
    ],
)
def test_what_is_no_uncredited_statement_is_not(line):
    assert Text(line, (said(line, line[:-1]),)).words("TS101") == []


def test_the_title_is_left_to_the_rules_about_titles():
    body = f"Army takes the town of Orlivka\n\n{BRIDGE}"
    title = "Army takes the town of Orlivka"
    text = Text(body, (said(body, title), said(body, BRIDGE[:-1])), title=title)
    assert text.words("TS101") == [BRIDGE[:-1]]


def test_a_figure_nobody_is_credited_with_has_its_own_code():
    line = "The shelling of the market killed 12 people."
    figure = Figure(Measure.KILLED, 12, 12, "person", spans=((34, 43),))
    text = Text(line, (said(line, line[:-1], values=Values(figure=figure)),))
    assert text.words("TS102") == ["12 people"]
    assert text.words("TS101") == []


@pytest.mark.parametrize(
    ("line", "source", "expected"),
    [
        ("Analysts say the offensive has stalled.", "Analysts", True),
        ("Regional security analysts say it has stalled.", "Regional security analysts", True),
        ("Two analysts say the offensive has stalled.", "Two analysts", False),
        ("Analysts, including Mira Halász, say it has stalled.", "Analysts", False),
        ("Spokesmen say the offensive has stalled.", "Spokesmen", False),
        ("The United Nations says the offensive has stalled.", "The United Nations", False),
        ("Reuters says the offensive has stalled.", "Reuters", False),
    ],
)
def test_unnamed_plurals(line, source, expected):
    cue = "says" if "says" in line else "say"
    text = Text(line, (said(line, "stalled", cue, source),))
    assert text.words("TS103") == ([source] if expected else [])


def test_a_plural_that_only_would_say_something_is_no_source():
    line = "Critics would say that the offensive has stalled."
    text = Text(line, (said(line, "the offensive has stalled", "say", "Critics"),))
    assert text.words("TS103") == []


@pytest.mark.parametrize(
    ("line", "source", "expected"),
    [
        ("A senior official said the convoy turned back.", "A senior official", True),
        ("Two diplomats said the convoy turned back.", "Two diplomats", True),
        ("A lawmaker, Lee Seong-min, said the convoy turned back.", "A lawmaker", False),
        ("A spokesman for the army said the convoy turned back.", "A spokesman", False),
        ("The official said the convoy turned back.", "The official", False),
    ],
)
def test_anonymous_sources(line, source, expected):
    text = Text(line, (said(line, "the convoy turned back", "said", source),))
    assert text.words("TS104") == ([source] if expected else [])


def test_a_reason_for_anonymity_is_enough():
    line = (
        "A senior official, who asked not to be named because he was not authorised to speak, "
        "said the convoy turned back."
    )
    text = Text(line, (said(line, "the convoy turned back", "said", "A senior official"),))
    assert text.words("TS104") == []


def test_a_reason_in_the_next_sentence_is_enough():
    line = (
        "A senior official said the convoy turned back. "
        "He spoke on condition of anonymity because the talks are confidential."
    )
    text = Text(line, (said(line, "the convoy turned back", "said", "A senior official"),))
    assert text.words("TS104") == []


def test_anonymity_without_a_because_is_reported_where_it_is_stated():
    line = "Officials, speaking on condition of anonymity, said the convoy turned back."
    text = Text(line, (said(line, "the convoy turned back", "said", "Officials"),))
    assert text.words("TS104") == ["on condition of anonymity"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Evidence suggests that the depot was empty.", ["Evidence"]),
        ("Satellite images show new trenches north of the town.", ["Satellite images"]),
        ("The town fell, with evidence suggesting a retreat.", ["evidence"]),
        ("Satellite images taken by Planet Labs show new trenches.", []),
        ("The report says that the depot was empty.", []),
        ("The ministry's data show that the depot was empty.", []),
        ("No evidence suggests that the depot was empty.", []),
        ("She said: “Evidence suggests that the depot was empty.”", []),
    ],
)
def test_evidence_that_is_not_named(line, expected):
    assert Text(line).words("TS105") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It is believed that two brigades have crossed the river.", ["It is believed"]),
        ("The general is said to have fled.", ["is said"]),
        ("The general was reported by two papers to have fled.", []),
        ("According to his aide, the general is said to have fled.", []),
        ("It is not believed that two brigades have crossed.", []),
        ("The meeting is expected to last a week.", []),
        ("He was told to leave.", []),
        ("“It is believed that they have fled,” the mayor said.", []),
    ],
)
def test_passive_attribution(line, expected):
    assert Text(line).words("TS106") == expected


@pytest.mark.parametrize(
    ("line", "source", "expected"),
    [
        ("The regime said the strike had failed.", "The regime", True),
        ("Authorities said the strike had failed.", "Authorities", True),
        ("The Syrian authorities said the strike had failed.", "The Syrian authorities", False),
        ("The Defence Ministry said the strike had failed.", "The Defence Ministry", False),
    ],
)
def test_labels(line, source, expected):
    text = Text(line, (said(line, "the strike had failed", "said", source),))
    assert text.words("TS107") == ([source] if expected else [])


def _by(text: str, content: str, source: str, name: str):
    relays = (Relay(name, named=Named.NAMED),)
    return said(text, content, "said", source, relays=relays, named=Named.NAMED)


def test_one_source_for_everything_is_reported_once():
    line = "One, two, three, four, the ministry said."
    mentions = tuple(
        _by(line, word, "the ministry", "Ministry") for word in ("One", "two", "three", "four")
    )
    assert Text(line, mentions).words("TS108") == ["the ministry"]
    assert Text(line, mentions[:3]).words("TS108") == []
    other = (*mentions[:3], _by(line, "four", "the ministry", "Another"))
    assert Text(line, other).words("TS108") == []


def test_a_source_that_is_not_clear_silences_the_rule_about_single_sources():
    line = "One, two, three, four, the ministry said."
    mentions = tuple(_by(line, word, "the ministry", "Ministry") for word in ("One", "two"))
    unclear = tuple(said(line, word, "said") for word in ("three", "four"))
    assert Text(line, (*mentions, *unclear)).words("TS108") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The army denied the allegations.", ["denied the allegations"]),
        ("The army denied the allegations by Vigil.", []),
        ("The army denied Vigil's allegations.", []),
        ("Vigil accused the army of looting. The army denied the allegations.", []),
        ("The army denied him entry.", []),
    ],
)
def test_denials(line, expected):
    assert Text(line).words("TS109") == expected
