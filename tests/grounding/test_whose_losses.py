"""An army that counts the other side's dead is not the group that lost them."""

import pytest

from .counted import figures


def test_the_body_that_lost_them_not_the_staff_that_says_so():
    (found,) = figures(
        "The contingent of the Veldic Border Guard lost about 900 soldiers killed and wounded, "
        "the General Staff of Ruritania said."
    )
    assert found.group == "Veldic Border Guard"
    assert (found.low, found.high) == (900, 900)


def test_a_force_that_lost_its_own_is_the_group():
    (found,) = figures("The army lost 40 soldiers on Monday, the Ruritanian army said.")
    assert found.group is not None
    assert "army" in found.group.casefold()


def test_men_in_columns_may_be_of_either_side():
    found = figures(
        "“The assault groups advance in columns of forty to fifty men,” a spokesman for the "
        "Ruritanian army said."
    )
    assert all(figure.group is None for figure in found)


def test_numbered_tells_strength():
    found = figures(
        "The Veldic contingent lost 900 soldiers killed, the Ruritanian army said. "
        "The contingent numbered about 4,100 in May, it said."
    )
    assert found[-1].measure == "strength"


def test_losses_named_by_an_adjective_before_a_bare_number():
    british, german = figures(
        "An officer at Goose Green put the British dead at 17. "
        "An attache in Bern gave the German loss as 20,000."
    )
    assert british.group == "British forces"
    assert german.group == "German forces"


def test_a_governments_own_casualties_are_its_forces():
    (found,) = figures("The Croatian government put its own casualties at 118 killed.")
    assert found.group == "Croatian forces"


def test_prisoners_are_not_of_the_side_counted_before():
    first, second = figures(
        "A British officer put the British dead at 17. About 1,000 prisoners were taken, he said."
    )
    assert first.group == "British forces"
    assert second.measure == "captured"
    assert second.group != "British forces"


def test_the_crew_is_that_of_the_craft():
    (found, other) = figures(
        "Gunners shot down a Chadian Mi-17 helicopter near Abéché, killing two of its crew and "
        "injuring a third, the ministry said."
    )
    assert (found.group, found.low) == ("crew of the Mi-17", 2)
    assert (other.group, other.low) == ("crew of the Mi-17", 1)


def test_an_answer_counts_those_the_question_asks_for():
    text = (
        "How many Chadians have gone north?\n\n"
        "The monitor counts 2,050 sent and 217 dead, it said.\n\n"
        "In May the pay was $900 a month, it said."
    )
    assert {f.group for f in figures(text) if f.measure in ("strength", "killed", "money")} == {
        "Chadians"
    }


def test_a_lone_soldier_is_of_his_own_army_whoever_counts_him():
    first, second = figures(
        "An Ethiopian soldier was killed and four were wounded when their convoy hit a mine near "
        "Adigrat, the army said."
    )
    assert (first.group, first.low) == ("Ethiopian forces", 1)
    assert second.low == 4


def test_the_other_sides_turn_is_to_count_its_own():
    text = (
        "Chad's Prosecutor General's Office counts 94 civilians killed over the whole war. "
        "For the other side the ombudsman in Khartoum counts 50 dead."
    )
    first, second = figures(text)
    assert first.group == "Chadian civilians"
    assert second.group == "Sudanese civilians"


def test_what_an_authority_tells_of_the_other_side_stays_open():
    *_, found = figures(
        "The ombudsman in Khartoum counts 94 civilians killed. "
        "He believes the other side has 50 dead."
    )
    assert found.group is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Red Cross of Chad put the dead at 15 on Monday.", None),
        ("The Chadian army put its dead at 15 on Monday.", "Chadian army"),
        ("The minister put Chadian losses at 15 dead on Monday.", "Chadian forces"),
    ],
)
def test_who_counts_the_dead_is_not_thereby_whose_they_are(text, group):
    assert [found.group for found in figures(text)] == [group]


def test_further_counts_of_a_sentence_are_of_those_counted_first():
    found = figures(
        "Kenya's health ministry put its dead at 175, mainly civilians. Kenya's General Staff "
        "said 74 of its servicemen had been killed, 171 wounded and 19 were missing."
    )
    assert len({figure.group for figure in found[-3:]}) == 1
    assert found[-1].group == "Kenyan forces"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Chad said Libya had lost 300 of its soldiers.", "Libyan forces"),
        ("Chad said it had lost 300 of its soldiers.", "Chadian forces"),
        ("Chad will withdraw its 300 soldiers from Libya, an officer said.", "Chadian forces"),
    ],
)
def test_its_own_are_of_who_loses_or_moves_them(text, group):
    assert [figure.group for figure in figures(text)] == [group]


def test_the_armys_dead_are_not_those_of_the_rebels_who_count_them():
    text = (
        "The Chadian army said that 34 soldiers were killed. A spokesman for the rebels put the "
        "army's dead at 92."
    )
    assert [found.group for found in figures(text) if found.low == 92] == ["Chadian army"]


def test_a_country_of_two_words_names_its_soldiers():
    (found,) = figures("A United States Army captain died in Gao on Monday.")
    assert found.group == "American forces"
