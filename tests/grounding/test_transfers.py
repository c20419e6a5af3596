"""Who hands what to whom for what, on sentences about invented deals."""

import pytest

import twosource


def transfer(text):
    mentions = twosource.read(text, published_at="1994-06-10T20:00:00Z", language="en").mentions
    found = mentions[0].values.transfer
    return (found.giver, found.receiver, found.what, found.in_return) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru is supplying Chile with drones", ("Peru", "Chile", "drones", None)),
        ("Peru will provide Chile with two howitzers", ("Peru", "Chile", "two howitzers", None)),
        ("The shells delivered by Peru to Chile are old", ("Peru", "Chile", "shells", None)),
        ("The shells that Peru sent to Chile are old", ("Peru", "Chile", "shells", None)),
        ("The rebels were given rifles by Peru", ("Peru", "rebels", "rifles", None)),
        ("The rebels were supplied with mortars by Peru", ("Peru", "rebels", "mortars", None)),
        ("Peru armed the rebels with mortars", ("Peru", "rebels", "mortars", None)),
        ("Deliveries of drones by Peru to Chile have increased",
         ("Peru", "Chile", "drones", None)),
        ("Peru's transfer of missiles to Chile is a threat", ("Peru", "Chile", "missiles", None)),
        ("Arms shipments from Peru to Chile continue", ("Peru", "Chile", "Arms", None)),
        ("Chile received 31 tanks from Peru", ("Peru", "Chile", "31 tanks", None)),
        ("Chile has been importing shells from Peru", ("Peru", "Chile", "shells", None)),
        ("Weapons flowed from Peru to the rebels", ("Peru", "rebels", "Weapons", None)),
        ("The convoy carried weapons from Peru to Chile", ("Peru", "Chile", "weapons", None)),
        ("Peru shipped 300 containers of ammunition from Callao to Chile",
         ("Peru", "Chile", "300 containers of ammunition", None)),
        ("Peru sent shells to Chile in exchange for food", ("Peru", "Chile", "shells", "food")),
        ("In return for the oil, Peru gave Chile rockets",
         ("Peru", "Chile", "rockets", "the oil")),
        ("Peru traded oil for shells with Chile", ("Peru", "Chile", "oil", "shells")),
        ("Peru gave Chile $30 million", ("Peru", "Chile", "$30 million", None)),
        ("Peru sold Chile Mirage jets", ("Peru", "Chile", "Mirage jets", None)),
        ("Peru sold South Sudan Kornet missiles",
         ("Peru", "South Sudan", "Kornet missiles", None)),
        ("Peru sold Chile Buk air-defence systems and 23 tanks",
         ("Peru", "Chile", "Buk air-defence systems and 23 tanks", None)),
        ("Peru agreed to sell Chile 16 howitzers", ("Peru", "Chile", "16 howitzers", None)),
    ],
)  # fmt: skip
def test_verbs_and_nouns_of_giving_name_who_gives_and_who_gets(text, expected):
    assert transfer(f"{text}, officials said.") == expected


def test_the_one_accused_gives_and_the_one_who_denies_too():
    assert transfer("Chile accused Peru of smuggling missiles to Bolivia.")[:2] == (
        "Peru", "Bolivia",
    )  # fmt: skip
    assert transfer("Peru denied selling weapons to Chile.")[:2] == ("Peru", "Chile")


@pytest.mark.parametrize(
    "text",
    [
        "The army sent tanks to the front",
        "Peru gave Chile its full support",
        "Rockets came from the hills",
    ],
)
def test_what_goes_to_the_front_or_is_no_goods_changes_no_hands(text):
    assert transfer(f"{text}, officials said.") is None
