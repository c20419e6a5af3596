"""Where a claimed thing happens, on texts of invented and old wars: see each test's name."""

import pytest

import twosource
from twosource.model import Precision

JUNE = "1982-06-01T12:00:00Z"


def mentions(text, published=JUNE):
    return twosource.read(text, published_at=published, language="en").mentions


def names(text, published=JUNE):
    return [[p.name for p in m.values.places] for m in mentions(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "The navy told reporters in Buenos Aires that 250 soldiers had been killed.",
        "Forty men had been killed, the minister said in London on Monday.",
        "The governor, speaking by telephone from Port Sudan, said 78 people had been killed.",
        "KIGALI, May 4 (Reuters) - Forty men were killed on Monday, the army said.",
    ],
)
def test_hearers_speakers_and_datelines_are_no_place_of_the_claim(text):
    assert names(text) == [[]]


def test_the_town_is_the_one_the_text_calls_so():
    text = (
        "Rebels attacked Byumba, a fortress town near Kigali, on Monday, the army said. "
        "It said they were moving towards Ruhengeri. Witnesses said the town had fallen."
    )
    assert names(text)[-1] == ["Byumba"]


def test_a_capital_that_speaks_is_no_town_that_is_held():
    text = (
        "Iraqi forces shelled the port of Al Faw on Monday, "
        "but Tehran said its troops held the town."
    )
    assert names(text)[-1] == ["Al Faw"]


def test_where_shots_come_from_is_not_where_they_land():
    text = "A rocket fired from Nablus hit a bus near Ashkelon on Monday, police said."
    assert names(text) == [["Ashkelon"]]


def test_there_is_where_the_last_thing_happened():
    text = "Rebels shelled Huambo on Monday, the army said. Nine people were killed there, it said."
    assert names(text)[-1] == ["Huambo"]


def test_the_land_of_an_adjective_is_a_place():
    assert names("Two jets were shot down over Libyan territory on Monday, the army said.") == [
        ["Libya"]
    ]


@pytest.mark.parametrize("name", ["Wadi Zerga", "Kfar Nemra"])
def test_a_village_nobody_lists_keeps_its_name_and_has_no_coordinates(name):
    (mention,) = mentions(f"Two men were killed in the village of {name} on Monday, police said.")
    (place,) = mention.values.places
    assert (place.name, place.lat, place.lon, place.precision) == (name, None, None, Precision.CITY)
    assert any(r.field == "places" and not r.value and r.spans for r in mention.reasons)


def test_an_air_base_nobody_lists_is_a_spot_without_coordinates():
    (mention,) = mentions("Two jets landed at Zurnabad air base on Monday, the army said.")
    (place,) = mention.values.places
    assert (place.name, place.lat, place.precision) == ("Zurnabad", None, Precision.POINT)


def test_a_name_on_five_continents_stays_empty_until_the_text_says_which():
    (bare,) = mentions("Two men were killed in San Pedro on Monday, police said.")
    assert [(p.name, p.lat) for p in bare.values.places] == [("San Pedro", None)]
    assert any("several places" in r.rule for r in bare.reasons if r.field == "places")
    (told,) = mentions("Two men were killed in San Pedro, Ivory Coast, on Monday, police said.")
    assert told.values.places[0].country == "CI"


@pytest.mark.parametrize(
    "text",
    [
        "Hope is fading, the doctor said.",
        "A Buk missile hit a Grad launcher on Monday, the army said.",
        "The men left Jordan Street on Monday, police said.",
        "The Oslo Accords were dead, the minister said.",
        "The MoD said nine men had been killed.",
    ],
)
def test_words_weapons_streets_and_treaties_are_no_towns(text):
    for mention in mentions(text):
        assert all(place.lat is None for place in mention.values.places)


def test_the_capital_of_the_islands_is_not_the_town_in_ontario():
    (mention,) = mentions("British troops entered Port Stanley on Monday, the ministry said.")
    assert mention.values.places[0].country == "FK"


def test_a_bare_name_is_the_town_rather_than_its_province():
    (mention,) = mentions("Nine people were killed in Gaziantep on Monday, police said.")
    assert mention.values.places[0].precision is Precision.CITY


def test_a_capital_that_owns_an_account_is_a_state_and_no_place():
    text = (
        "Tripoli’s figures are larger than Cairo’s, and neither explains its arithmetic. "
        "The General Staff speaks of 900 casualties by 11 January."
    )
    (toll,) = [m for m in mentions(text) if "900" in text[m.content[0][0] : m.content[-1][1]]]
    assert not toll.values.places
    assert toll.values.figure.group is None


def test_a_namesake_abroad_is_not_the_town_that_the_text_means():
    text = (
        "Rebels entered Palma in Cabo Delgado on Monday, the army said. "
        "It said that Palma had been shelled for hours."
    )
    for mention in mentions(text):
        assert [(p.name, p.lat, p.country) for p in mention.values.places] == [
            ("Palma", None, None)
        ]


def test_a_list_of_states_holds_nothing():
    text = "Fighters from Syria, Iraq and Chad were killed in Palma, Spain, the army said."
    found = {p.name: p.country for m in mentions(text) for p in m.values.places}
    assert found.get("Palma") == "ES"


def test_this_town_is_the_one_the_report_was_filed_from():
    text = (
        "GOMA, Congo — Rebels shelled houses in this town on Monday, the army said, and fighting "
        "went on near Bukavu."
    )
    assert [name.title() for name in names(text)[0]] == ["Goma"]


def test_the_city_in_a_name_is_not_what_the_name_behind_it_is_called():
    text = "QUEZON CITY, Philippines — Rebels took most of this southern city, police said."
    assert [name.title() for name in names(text)[0]] == ["Quezon City"]


def test_an_entry_of_a_list_does_not_take_the_place_of_another():
    text = (
        "- Taiz: Two civilians were killed by shelling.\n"
        "- Casualties: The ministry put the dead at 175."
    )
    assert names(text, "2023-06-15T10:00:00Z") == [["Taiz"], []]


def test_a_state_that_is_accused_is_no_place_of_the_claim():
    found = names("Chad accused Libya of arming the rebels.")
    assert found == [[]]


def test_a_distance_and_a_bearing_place_a_name_that_no_gazetteer_has():
    text = "Rebels took the town of Vurungu, 30 km north-east of Goma, on Monday, the army said."
    (place,) = mentions(text)[0].values.places
    assert place.name == "Vurungu"
    assert (place.lat, place.lon) == pytest.approx((-1.49, 29.43), abs=0.05)


def test_the_name_a_bearing_counts_from_is_no_second_place():
    assert names("Shells fell on Byumba, 60 kilometres north of Kigali, on Monday.") == [["Byumba"]]


def test_this_village_is_the_one_the_text_was_filed_from():
    head = "BYUMBA, Rwanda, June 1 (Reuters) - "
    text = "Troops burned houses in this village on Monday, survivors said."
    assert names(head + text) == [["BYUMBA"]]
    assert names("KIGALI, June 1 (Reuters) - Troops burned the village, survivors said.") == [[]]


def test_a_name_before_a_comma_is_no_part_of_whoever_says_it():
    text = "The rebels killed 24 people during the occupation of Goma, Human Rights Observer said."
    assert names(text) == [["Goma"]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells hit the Somali capital on Friday, police said.", ["Mogadishu"]),
        ("Gunmen shot at refugees in the East Timorese capital on Friday, police said.", ["Dili"]),
        ("Pro-Jakarta militiamen burned ten houses on Friday, police said.", []),
    ],
)
def test_a_capital_named_by_its_people_and_whose_side_somebody_takes(text, place):
    assert names(text) == [place]


def test_a_capital_is_meant_before_its_namesakes():
    found = mentions("Troops took the harbour of Dili on Monday, an officer said.")[0].values.places
    assert [(place.name, place.country) for place in found] == [("Dili", "TL")]
