"""What grounding promises, on texts of our own: see each test's name."""

from dataclasses import replace

import pytest

from twosource.grounding.ground import ground
from twosource.grounding.places import places_in
from twosource.model import (
    ActorKind,
    ClaimKind,
    Document,
    Measure,
    Mention,
    Precision,
    Quote,
    Relay,
    TimeFrame,
)
from twosource.reading.parsed import parse

TUESDAY = "2024-08-13T18:00:00Z"


def document(text, published=TUESDAY):
    return Document(id="d", key="d", text=text, sha256="", published_at=published)


def mention(text, content, asserter=None, kind=None, **more):
    start = text.index(content)
    relays = (Relay(asserter, kind=kind),) if asserter else ()
    return Mention(
        id=content[:9], document="d", content=((start, start + len(content)),), cue=(), source=(),
        quote=Quote.INDIRECT, relays=relays, **more,
    )  # fmt: skip


def values(text, *contents, published=TUESDAY, asserter=None, kind=None, **more):
    made = [mention(text, content, asserter, kind, **more) for content in contents]
    out = ground(document(text, published), parse(text), made)
    return [m.values for m in out] if len(contents) > 1 else out[0].values


def bounds(figure):
    return figure.measure, figure.low, figure.high, figure.unit


def test_two_counts_of_one_sentence_are_two_figures():
    text = "Nine soldiers were killed and 34 wounded in Goma on Sunday, the army said."
    dead, hurt = values(text, "Nine soldiers were killed", "34 wounded in Goma on Sunday")
    assert bounds(dead.figure) == (Measure.KILLED, 9, 9, "person")
    assert bounds(hurt.figure) == (Measure.WOUNDED, 34, 34, "person")
    assert dead.kind is ClaimKind.FIGURE


def test_killed_or_wounded_is_one_count_of_casualties():
    text = "The ministry said 550 Sudanese soldiers had been killed or wounded."
    found = values(text, "550 Sudanese soldiers had been killed or wounded").figure
    assert bounds(found) == (Measure.CASUALTIES, 550, 550, "person")
    assert found.group == "Sudanese forces"


def test_a_bare_number_takes_up_what_was_counted_before():
    text = (
        "Eighteen soldiers of the Northern Defence Army were killed, the army said. "
        "By Monday, it said, 59 had died."
    )
    army = {"asserter": "Northern Defence Army", "kind": ActorKind.FORCE}
    first, second = values(text, "Eighteen soldiers of the Northern Defence Army were killed",
                           "59 had died", **army)  # fmt: skip
    assert first.figure.group == second.figure.group == "Northern Defence Army"
    assert bounds(second.figure) == (Measure.KILLED, 59, 59, "person")


def test_its_soldiers_are_those_of_the_force_that_speaks():
    text = "The Northern Army said 87 of its soldiers had been killed."
    found = values(text, "87 of its soldiers had been killed", asserter="Northern Army",
                   kind=ActorKind.FORCE)  # fmt: skip
    assert found.figure.group == "Northern Army"


def test_dozens_are_no_number():
    text = "Dozens of soldiers were killed, officials said."
    found = values(text, "Dozens of soldiers were killed").figure
    assert found is None or (found.low is None and found.high is None)


@pytest.mark.parametrize(
    "text",
    [
        "The 24-year-old gunner joined in 2019.",
        "A Su-25 and two years of war were not enough.",
        "He called +380 44 555 0101 on 6 August.",
        "Some " + "9" * 120 + " men were there.",
    ],
)
def test_ages_types_dates_and_endless_digits_are_no_figures(text):
    assert values(text, text[:-1]).figure is None


def test_a_share_of_attrition_keeps_its_percent_and_its_units():
    text = "Some battalions suffered 60% attrition rates."
    found = values(text, "Some battalions suffered 60% attrition rates").figure
    assert bounds(found) == (Measure.RATE, 60, 60, "percent")


def test_money_has_a_currency():
    text = "Recruits were promised $1,500 to $2,000 a month, he said."
    found = values(text, "Recruits were promised $1,500 to $2,000 a month").figure
    assert bounds(found) == (Measure.MONEY, 1500, 2000, "USD")


def test_a_place_that_speaks_is_no_place():
    text = "Moscow said its troops had entered Sudzha in Kursk Oblast."
    names = [p.name for p in values(text, text[:-1]).places]
    assert "Moscow" not in names
    assert "Sudzha" in names


def test_a_campaign_named_after_a_place_gives_the_place():
    text = "He praised the men for the Kursk campaign."
    (place,) = values(text, "the men for the Kursk campaign").places
    assert (round(place.lat), round(place.lon)) == (52, 36)


def test_adjectives_are_no_places():
    text = "Russian soldiers and Ukrainian drones met North Korean units."
    assert places_in(parse(text), document(text)) == ()


def test_a_container_decides_between_homonyms():
    text = "The plant in Paris, Texas, closed. Another in Paris, France, opened."
    found = [p for p in places_in(parse(text), document(text)) if p.name == "Paris"]
    assert [p.country for p in found] == ["US", "FR"]


def test_a_homonym_without_evidence_stays_empty_and_says_so():
    text = "They met in Springfield."
    out = ground(document(text), parse(text), [mention(text, "They met in Springfield")])[0]
    assert all(place.lat is None for place in out.values.places)
    assert any(r.field == "places" and r.value == "" for r in out.reasons)


def test_a_district_is_no_town():
    text = "Troops took six villages in the Fuzuli district of Azerbaijan."
    place = values(text, "six villages in the Fuzuli district").places[0]
    assert place.precision is Precision.DISTRICT


@pytest.mark.parametrize("text", ["Hope is gone. Nice work. Reading helps. Of course, Grad fired."])
def test_words_that_are_also_towns_are_words(text):
    assert places_in(parse(text), document(text)) == ()


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Rockets hit Goma on Sunday", "2024-08-11", "2024-08-11"),
        ("Rockets have hit Goma since Sunday", "2024-08-11", "2024-08-13"),
        ("Rockets hit Goma between 1 August and 5 August", "2024-08-01", "2024-08-05"),
        ("Nine people were killed in three days of shelling", "2024-08-11", "2024-08-13"),
        ("Rockets hit Goma last month", "2024-07-01", "2024-07-31"),
    ],
)
def test_when_it_happened(said, first, last):
    text = f"{said}, the army said."
    time = values(text, said, time_frame=TimeFrame.PAST).time
    assert (time.start, time.end) == (first, last)


def test_a_deadline_runs_from_publication():
    text = "The army will take Goma by 20 August, it said."
    time = values(text, "will take Goma by 20 August", time_frame=TimeFrame.FUTURE).time
    assert (time.start, time.end) == ("2024-08-13", "2024-08-20")


def test_without_a_date_nothing_relative_is_resolved_and_the_reason_says_so():
    text = "Rockets hit Goma on Sunday, the army said."
    made = [mention(text, "Rockets hit Goma on Sunday")]
    out = ground(document(text, None), parse(text), made)[0]
    assert out.values.time is None
    assert any(r.field == "time" and r.value == "" for r in out.reasons)


@pytest.mark.parametrize("stamp", ["", "yesterday", "2024-02-31", "0000-00-00T00:00", None])
def test_a_broken_publication_date_is_none(stamp):
    assert values("Rockets hit Goma on Sunday.", "Rockets hit Goma on Sunday", published=stamp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels shelled the airport of Goma", ClaimKind.ATTACK),
        ("Government troops have recaptured the town of Sake", ClaimKind.CONTROL),
        ("Two battalions were deployed to the border", ClaimKind.DEPLOYMENT),
        ("Both sides signed a ceasefire agreement", ClaimKind.AGREEMENT),
        ("The state supplied missiles in exchange for troops", ClaimKind.TRANSFER),
        ("Parliament passed a law on conscription", ClaimKind.MEASURE),
        ("The drones are capable of reaching the capital", ClaimKind.CAPABILITY),
        ("The war is a shared struggle", ClaimKind.STATEMENT),
    ],
)
def test_kinds(text, kind):
    assert values(text, text).kind is kind


def test_a_transfer_names_its_parts_only_as_far_as_the_text_does():
    text = "Pyongyang received guidance systems in exchange for troops."
    transfer = values(text, text[:-1]).transfer
    assert transfer.giver is None
    assert (transfer.receiver, transfer.what, transfer.in_return) == (
        "North Korea", "guidance systems", "troops",
    )  # fmt: skip


def test_every_value_keeps_the_words_that_decided_it():
    text = "Nine soldiers were killed in Goma on Sunday, the army said."
    out = ground(document(text), parse(text), [mention(text, text[:43])])[0]
    fields = {reason.field for reason in out.reasons}
    assert {"kind", "figure", "figure.measure", "places", "time"} <= fields
    for reason in out.reasons:
        assert all(0 <= start < end <= len(text) for start, end in reason.spans)


def test_other_scripts_and_empty_input_are_safe():
    for text in (
        "",
        "Войска вошли в Суджу 6 августа, погибли 300 человек.",
        "병사 300명이 사망했다.",
    ):
        whole = Mention("m", "d", ((0, len(text)),) if text else (), (), (), Quote.NONE)
        assert len(ground(document(text), parse(text), [whole])) == 1
    assert ground(document("x"), parse("x"), []) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Chu, 40, was shot and killed on Monday, police said.",
        "Victims as young as 12 were killed, police said.",
    ],
)
def test_an_age_after_a_name_is_no_toll(text):
    assert values(text, text.rstrip(".").removesuffix(", police said")).figure is None


def test_an_age_that_two_share_is_not_their_number():
    text = "Ann Li and Bo Eng, both 31, were found dead."
    found = values(text, text[:-1])
    assert found.figure is None or found.figure.low == 2


def test_a_part_of_a_figure_is_not_the_figure():
    text = "The wounded lie in 14 hospitals, two of which are hotels, and in tents."
    found = values(text, "The wounded lie in 14 hospitals, two of which are hotels").figure
    assert (found.low, found.high) == (14, 14)


def test_the_dead_of_whom_only_some_are_counted_further():
    text = "The army lost 4,500 men, of whom 1,100 were killed, the envoy said."
    found = values(text, "The army lost 4,500 men, of whom 1,100 were killed").figure
    assert bounds(found) == (Measure.CASUALTIES, 4500, 4500, "person")


def test_people_hit_in_the_country_that_tells_of_it_are_its_civilians():
    text = "A strike on Nairobi killed 21 people, Kenya's Interior Ministry said."
    found = values(
        text, "A strike on Nairobi killed 21 people", asserter="Kenya's Interior Ministry"
    )
    assert found.figure.group == "Kenyan civilians"


def test_people_hit_abroad_are_not_those_of_the_ministry_that_tells_of_it():
    text = "A strike on Nairobi killed 21 people, France's Interior Ministry said."
    found = values(
        text, "A strike on Nairobi killed 21 people", asserter="France's Interior Ministry"
    )
    assert found.figure.group is None


def test_people_who_left_a_place_are_its_people():
    text = "About 90,000 people had left Eritrea for Sudan by May, Sudan's Interior Ministry said."
    found = values(
        text, "About 90,000 people had left Eritrea for Sudan by May", asserter="Sudan"
    ).figure
    assert found.group == "Eritrean civilians"


def test_the_enemys_dead_are_not_our_own():
    text = (
        "Troops retook Hue, Vietnam's Defence Ministry said. It put the enemy's dead at 412 "
        "on Friday."
    )
    found = values(text, "the enemy's dead at 412", asserter="Vietnam's Defence Ministry").figure
    assert (found.measure, found.low, found.group) == (Measure.KILLED, 412, None)


def test_two_of_them_are_of_what_was_counted_before():
    text = "Nine helicopters had been lost since May, two of them to accidents, the army said."
    first, second = values(
        text, "Nine helicopters had been lost since May", "two of them to accidents"
    )
    assert first.figure.measure is Measure.EQUIPMENT
    assert bounds(second.figure) == (Measure.EQUIPMENT, 2, 2, "item")


def test_among_them_is_a_part_of_the_toll():
    text = "The raid hit the market in Bahri, killing nine, among them four members of one family."
    _, part = values(text, "killing nine", "among them four members of one family")
    assert bounds(part.figure) == (Measure.KILLED, 4, 4, "person")


def test_troops_moved_from_a_place_are_not_of_it():
    text = "Norway is sending 200 paratroopers from Denmark to Iceland, the agency said."
    found = values(text, "Norway is sending 200 paratroopers from Denmark to Iceland").figure
    assert found.group != "Danish forces"


def test_where_a_watch_group_sits_says_nothing_of_the_dead():
    text = (
        "Some 90 civilians have died since May. Human Lens, a group in New York, put the "
        "figure at 48."
    )
    name = "Human Lens, a group in New York"
    first = mention(text, "Some 90 civilians have died since May")
    start = text.index(name)
    second = replace(
        mention(text, "the figure at 48", asserter="Human Lens"),
        source=((start, start + len(name)),),
    )
    _, found = ground(document(text), parse(text), [first, second])
    assert found.values.figure.low == 48
    assert found.values.figure.group is None


def test_a_place_that_tells_people_apart_is_not_where_it_happens():
    text = "The queen will open a Paris monument honouring Dunkirk veterans, the palace said."
    found = values(text, "The queen will open a Paris monument honouring Dunkirk veterans").places
    assert [place.name for place in found] == ["Paris"]
