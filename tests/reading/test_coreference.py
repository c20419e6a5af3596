import pytest

import twosource
from twosource.model import Document
from twosource.reading.describe import describe
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader

from .sayings import mentions


def roots(text: str, *said: tuple[str, str, str], publisher: str = "Delta Wire") -> list[str]:
    return [m.asserter or "" for m in mentions(text, *said, publisher=publisher)]


def test_the_ministry_is_the_one_named_before() -> None:
    text = (
        "Sudan's Interior Ministry said the bridge was closed.\n"
        "A convoy waited for hours.\nThe ministry said it would open on Friday."
    )
    assert (
        roots(
            text,
            ("the bridge was closed", "said", "Sudan's Interior Ministry"),
            ("it would open on Friday", "said", "The ministry"),
        )
        == ["Sudan's Interior Ministry"] * 2
    )


def test_pronouns_follow_gender_and_the_last_speaker() -> None:
    text = (
        "Mrs Farouk, a nurse, said the clinic had no water. Colonel Idris Okello said a tanker "
        'was on its way. "It never came," she said. He declined to say more, he added.'
    )
    assert roots(
        text,
        ("the clinic had no water", "said", "Mrs Farouk, a nurse"),
        ("a tanker was on its way", "said", "Colonel Idris Okello"),
        ("It never came", "said", "she"),
    ) == ["Farouk", "Idris Okello", "Farouk"]


def test_a_last_name_stands_for_the_full_name() -> None:
    text = "Idris Okello, a farmer, said he had fled. The road was mined, Okello said."
    assert (
        roots(
            text,
            ("he had fled", "said", "Idris Okello, a farmer"),
            ("The road was mined", "said", "Okello"),
        )
        == ["Idris Okello"] * 2
    )


def test_a_counterpart_is_the_same_office_of_the_other_state() -> None:
    text = (
        "Ethiopia's Defence Ministry said the border was quiet. "
        "Its counterpart in Asmara said shells had fallen."
    )
    found = roots(
        text,
        ("the border was quiet", "said", "Ethiopia's Defence Ministry"),
        ("shells had fallen", "said", "Its counterpart in Asmara"),
    )
    assert found == ["Ethiopia's Defence Ministry", "Eritrea's Defence Ministry"]


def test_the_state_that_just_acted_lends_its_name_to_a_bare_ministry() -> None:
    text = (
        "Chad's Foreign Ministry said the talks had begun. Sudan rejected that. "
        "Nobody was sent, Foreign Ministry spokesman Omar Haddad told reporters."
    )
    found = roots(
        text,
        ("the talks had begun", "said", "Chad's Foreign Ministry"),
        ("Nobody was sent", "told", "Foreign Ministry spokesman Omar Haddad"),
    )
    assert found[1] == "Sudan's Foreign Ministry"


def test_spokespeople_stand_for_their_institution() -> None:
    text = "Three boats sank, Kenyan Coast Guard spokeswoman Ruth Mwangi said."
    assert roots(
        text, ("Three boats sank", "said", "Kenyan Coast Guard spokeswoman Ruth Mwangi")
    ) == ["Kenyan Coast Guard"]


def test_a_spokesman_of_nobody_knows_which_ministry_keeps_his_own_name() -> None:
    text = "Three boats sank, Omar Haddad, a ministry spokesman, said."
    assert roots(text, ("Three boats sank", "said", "Omar Haddad, a ministry spokesman")) == [
        "Omar Haddad"
    ]


def test_unnamed_officials_keep_their_affiliation() -> None:
    text = "The port will close, an aide to Kenya's president said."
    found = mentions(text, ("The port will close", "said", "an aide to Kenya's president"))[0]
    assert found.chain == ("aide to Kenya's president",)
    assert found.named == "unnamed"


def test_the_reporter_is_the_publisher() -> None:
    text = "This reporter counted nine craters."
    assert roots(text, ("nine craters", "counted", "This reporter")) == ["Delta Wire"]


def asserters(text: str) -> list[str]:
    document = Document("d", "d", text, "", publisher="Delta Wire", language="en")
    parsed = parse(text)
    found = describe(document, parsed, RuleReader().attributions(document, parsed))
    return [m.asserter or "" for m in found]


def test_a_given_name_tells_whom_he_and_she_mean() -> None:
    text = (
        "Kristen Wilkom said the bridge had gone. Helmut Harrow said the road was open. "
        "She said shells had fallen. He said nobody was hurt."
    )
    assert asserters(text) == ["Kristen Wilkom", "Helmut Harrow"] * 2


def test_a_surname_that_looks_like_a_plural_is_the_person() -> None:
    text = "Kristen Wilkins said the mill had burned. Wilkins said the road was closed."
    assert asserters(text) == ["Kristen Wilkins"] * 2


def test_she_is_rather_somebody_than_a_name_of_who_knows_what() -> None:
    text = "Kristen Wilkom came back. Volna Polaroid reopened. She said the road was closed."
    assert asserters(text)[-1] == "Kristen Wilkom"


def test_two_ministers_are_told_apart_by_what_they_are_in_charge_of() -> None:
    text = (
        "The navy minister in Lima said that 40 had survived. "
        "The Chadian foreign minister said that talks were close. The minister said he would wait."
    )
    assert roots(
        text,
        ("40 had survived", "said", "The navy minister in Lima"),
        ("talks were close", "said", "The Chadian foreign minister"),
        ("he would wait", "said", "The minister"),
    ) == ["navy minister in Lima", "Chadian foreign minister", "Chadian foreign minister"]


def test_an_armed_group_is_no_office_that_counts_the_displaced() -> None:
    text = (
        "More than 300 people have fled, the Displacement Matrix said. "
        "The armed group claimed that it had won."
    )
    assert roots(
        text,
        ("More than 300 people have fled", "said", "the Displacement Matrix"),
        ("it had won", "claimed", "The armed group"),
    ) == ["Displacement Matrix", "armed group"]


def test_chiefs_of_staff_are_a_body() -> None:
    text = "Chad's Joint Chiefs of Staff said that two jets had been shot down."
    assert roots(text, ("two jets had been shot down", "said", "Chad's Joint Chiefs of Staff")) == [
        "Chad's Joint Chiefs of Staff"
    ]


def test_he_is_who_spoke_last_though_another_was_called_he_before() -> None:
    text = (
        'A spokesman, Franz Vell, said 300 flights had been made. "We take no sides," he said. '
        'Rebel leader Radomir Kess called it "a provocation". He said his men had not fired.'
    )
    assert (
        roots(
            text,
            ("300 flights had been made", "said", "A spokesman, Franz Vell"),
            ("We take no sides", "said", "he"),
            ('it "a provocation"', "called", "Rebel leader Radomir Kess"),
            ("his men had not fired", "said", "He"),
        )[2:]
        == ["Radomir Kess"] * 2
    )


def test_they_may_be_an_institution_or_a_family_that_spoke() -> None:
    church = "The church said the door was open. They said the woman had left freely."
    told = ("the door was open", "said", "The church")
    assert roots(church, told, ("the woman had left freely", "said", "They")) == ["church"] * 2
    family = "The family of Idris Okello was told nothing. They said a clerk had lied."
    assert roots(family, ("a clerk had lied", "said", "They")) == ["family of Idris Okello"]


def test_they_are_rather_several_than_one_institution() -> None:
    text = "Two monks spoke to the bishopric. They said the abbey had burned."
    assert roots(text, ("the abbey had burned", "said", "They")) == ["monks"]


@pytest.mark.parametrize(
    ("text", "said", "root"),
    [
        (
            "Justice Ann Kole said it was late. The judge said he lied.",
            "The judge",
            "Ann Kole",
        ),
        ("NATO planes hit a bridge. The alliance said he lied.", "The alliance", "NATO"),
        ("The Kor Front took Hale. The group said he lied.", "The group", "Kor Front"),
        ("Two scientists spoke. The researchers said he lied.", "The researchers", "researchers"),
    ],
)
def test_another_noun_takes_somebody_up(text: str, said: str, root: str) -> None:
    known = ("it was late", "said", "Justice Ann Kole")
    told = [known] if "Justice" in text else []
    assert roots(text, *told, ("he lied", "said", said))[-1] == root


def test_what_looks_like_an_institution_is_no_spokesman_and_has_no_gender() -> None:
    text = "Interviewed by Al Jazeera, the spokesman said the bridge was closed. He smiled."
    found = mentions(text, ("the bridge was closed", "said", "the spokesman"))[0]
    assert found.chain == ("Al Jazeera", "spokesman")


def test_it_may_be_whoever_the_same_sentence_begins_with() -> None:
    text = (
        "Prosecutors had argued that he lied. Amnesty Kenya's director, Irungu Houghton, called "
        "the ruling a blow. "
        "The group has documented 58 deaths in custody since 2010, it says."
    )
    found = twosource.read(text, published_at="2031-05-02", language="en").mentions
    assert found[-1].chain == ("Amnesty Kenya",)
