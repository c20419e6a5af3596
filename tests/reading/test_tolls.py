"""A toll told in passing is a statement, whatever the sentence it stands in is about."""

import pytest

import twosource


def tolls(text):
    found = twosource.read(text, published_at="2031-05-02", language="en").mentions
    figures = [m.values.figure for m in found if m.values.figure]
    return [(f.measure.value, f.low) for f in figures if f.measure in ("killed", "wounded")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relatives of the crew want answers on a sinking that left 14 people dead off Bari.",
         [("killed", 14)]),
        ("The city wants new rules since a fire that killed three people and left six others "
         "injured in Turku.", [("killed", 3), ("wounded", 6)]),
        ("The two brothers are wanted for a triple murder in Porto.", [("killed", 3)]),
        ("Four dead, nine wounded in Basra market blast", [("killed", 4), ("wounded", 9)]),
        ("A report on the 2031 flood that left eleven dead is due.", [("killed", 11)]),
        ("In the ruins medics found four men who had been hit by shrapnel.", [("wounded", 4)]),
        ("A feast in Gao ended in gunfire, leaving one dead and 11 others shot.",
         [("killed", 1), ("wounded", 11)]),
        ("A family of five was found dead at home in Cork on Sunday.", [("killed", 5)]),
        ("Police in Oran arrested six men over a raid that hurt nine people.", [("wounded", 9)]),
        ("Two men were jailed in Oran for a blast that killed seven and maimed nine.",
         [("killed", 7), ("wounded", 9)]),
        ("A total of 43 people were treated for injuries.", [("wounded", 43)]),
        ("The bodies of six divers were found.", [("killed", 6)]),
        ("Killed were two nurses of the clinic.", [("killed", 2)]),
        ("One of two men killed in the raid has been identified.", [("killed", 2)]),
        ("Three more bodies were found, taking the toll to 15.", [("killed", 3), ("killed", 15)]),
        ("After a feast ended in gunfire, leaving one dead and 11 others shot, Chief Ba Ko on "
         "Sunday pleaded for help.", [("killed", 1), ("wounded", 11)]),
        ("A fifth guard who had been hit by shrapnel came to the clinic.", [("wounded", 5)]),
    ],
)  # fmt: skip
def test_the_toll_is_told_in_passing(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A breach of the dam could leave 300 people dead in Accra.",
        "What if the blast had killed 40 people?",
        "The nine guards were not wounded in the raid on Aden.",
    ],
)
def test_what_did_not_happen_is_no_toll(text):
    assert tolls(text) == []


def test_who_says_something_else_is_no_part_of_a_toll() -> None:
    text = "The raid, which Israel says targeted a depot, killed four people."
    found = twosource.read(text, published_at="2031-05-02", language="en").mentions
    own = [m for m in found if not m.chain]
    assert [text[a:b] for m in own for a, b in m.content] == ["The raid", "killed four people"]
