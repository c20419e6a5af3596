"""Victims counted by listing them, however the parse tears the list apart."""

import pytest

from .counted import lows, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bodies of Mara Lind, 51, and Ivo Brand, 40, were found in a car in Gao.", 2),
        ("The bodies of a man and a woman were found in a house in Gao.", 2),
        ("A man and a woman are dead after a raid in Gao.", 2),
        ("The coroner named the dead as Mara Lind, 51, and her sons Ivo and Pio Lind.", None),
        ("The coroner named the dead as Mara Lind, 51, and Ivo Brand, 40.", 2),
        ("The victims, a man and a woman, were pronounced dead at the scene.", 2),
        ("Police found a man and a woman dead from gunshot wounds.", 2),
        ("Inside, they discovered two men and a woman shot to death.", 3),
        ("The murders of a mother and her son shocked Orsk.", 2),
        ("The shooting claimed the lives of Mara Lind, 23, and Ivo Brand, 30.", 2),
        ("Mara Lind, her boyfriend Ivo Brand and her son Pio were killed in Orsk.", 3),
        ("Shot to death were a 20-year-old man and his brother.", 2),
        ("A guard accused of killing his wife and three daughters told the court lies.", 4),
        ("A boy accused of fatally shooting his parents and two siblings told lies.", 4),
        ("A boy is held over the shooting of his parents and two of their children who "
         "were found dead in Gao.", 4),
        ("He was arrested for killing a couple and their child.", 3),
        ("Guards held a boy who broke into a house, killed a young couple and fled.", 2),
        ("Eva Lind taught in Orsk. The shelling left Lind and a female pupil dead.", 2),
        ("A gunman killed three people and was killed by police.", 4),
        ("The second of two victims shot dead at a market has been named.", 2),
        ("One of two men shot dead at a checkpoint has been named, the army said.", 2),
        ("The officer and the suspect both died.", 2),
        ("A double murder-suicide in Gao left three dead.", 3),
        ("Two men's bodies were found in Gao.", 2),
        ("A second victim has died, police in Gao said.", 2),
        ("A second nurse has died, police in Gao said.", 1),
        ("Ivo Brand, one of three men killed in the raid, was buried on Monday.", 3),
    ],
)  # fmt: skip
def test_a_list_counts_its_members(text, expected):
    killed = {figure for figure in told(text) if figure[0] == "killed"}
    assert killed == ({("killed", expected, expected)} if expected else set())


def test_a_list_and_a_number_in_one_clause_are_two_tolls():
    text = "Medics came after the raid that killed a teacher and a nurse and left four wounded."
    assert told(text) == {("killed", 2, 2), ("wounded", 4, 4)}


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Brand was the gunman's father and one of the first people killed.",
        "The shelling left Brand and a female pupil dead.",  # nobody says who or what Brand is
        "The raid brought death and destruction to Orsk.",
        "The mayor asked for help, lest the raid should kill a mother and her son.",
    ],
)
def test_no_list_of_victims_is_made_up(text):
    assert ("killed", 2, 2) not in told(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A raid killed two men. Guards found evidence, including four replica pellet guns.", 4),
        ("A raid killed two men. The receiver was only 80 percent complete.", 80),
        ("A raid killed five men. The two were going to buy books in Gao.", 2),
        ("At least ten shots were fired in Gao on Monday, police said.", 10),
        ("The 21-month-old boy was shot in the leg in Gao.", 21),
    ],
)
def test_what_is_counted_is_neither_dead_nor_hurt(text, figure):
    assert not {("killed", figure), ("wounded", figure), ("wounded", figure - 1)} & lows(text)


def test_the_name_behind_the_last_of_a_list_adds_nobody():
    text = (
        "The bodies of Amir and Gerard, their 21-year-old aunt and her boyfriend, Andre Jones, 33, "
        "were found on Monday."
    )
    assert ("killed", 4) in lows(text)


def test_a_family_of_unknown_size_has_no_number():
    assert not told("The gunman killed his wife and her family in Gao.")
