"""What befell those counted: by the word that governs them, not the one that stands nearest."""

import pytest

from .counted import figures, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four miners, two of them brothers, were killed in Orsk on Monday.", ("killed", 4, 4)),
        ("A blast at the depot left three dock workers dead in Aden.", ("killed", 3, 3)),
        ("A landslide in Cusco sent six porters to hospital on Friday.", ("wounded", 6, 6)),
        ("Nine cyclists were taken to a hospital in Lyon after the crash.", ("wounded", 9, 9)),
        ("Two guards suffered gunshot wounds in Lagos, police said.", ("wounded", 2, 2)),
        ("Police in Oslo are looking into the deaths of five sailors.", ("killed", 5, 5)),
        ("Seven teenagers were shot dead at a dance in Tijuana.", ("killed", 7, 7)),
        ("Eight recruits are feared to have drowned off Tobruk.", ("killed", 8, 8)),
        ("Four women, ranging in age from 31 to 40, were wounded in Natal.", ("wounded", 4, 4)),
        ("A man and his two sons were found dead in Perth on Sunday.", ("killed", 3, 3)),
        ("Ann Li, 19, and Bo Eng, 24, were killed in Ghent on Sunday.", ("killed", 2, 2)),
        ("A gunman killed five colleagues and himself in Bergen.", ("killed", 6, 6)),
        ("A couple were found dead in a house in Leeds.", ("killed", 2, 2)),
        ("A clerk who shot dead two guards before killing himself had debts.", ("killed", 3, 3)),
        ("A man killed two people at a bar in Gent before taking his own life.", ("killed", 3, 3)),
        (
            "A nurse killed her aunt and two sons, then turned the gun on herself.",
            ("killed", 4, 4),
        ),
        ("He came to the mill in Oulu and killed her and three other people.", ("killed", 4, 4)),
        ("A quarter of a million people fled Aden, the UN said.", ("displaced", 250_000, 250_000)),
        ("Three quarters of a million were displaced.", ("displaced", 750_000, 750_000)),
        ("Some one and a half million people were displaced.", ("displaced", 1.5e6, 1.5e6)),
        ("Shelling of Marib killed a boy and injured 11 others Saturday.", ("wounded", 11, 11)),
        ("Three miners, among them two cousins, were also wounded in Orsk.", ("wounded", 3, 3)),
        ("Eight were taken to Gulu General with non-life-threatening wounds.", ("wounded", 8, 8)),
        ("Ba Ko is one of the men held for a raid that left 17 people hurt.", ("wounded", 17, 17)),
        ("The car was found in Kano.Five people were shot at a market.", ("wounded", 5, 5)),
        ("In Natal another woman, 22, was wounded by shrapnel.", ("wounded", 1, 1)),
        ("A rampage in Oulu left six dead before the gunman killed himself.", ("killed", 7, 7)),
        ("A raider killed two in Kano and hurt four before being shot dead.", ("killed", 3, 3)),
        ("Five were killed in Gao before the bomber was shot by guards.", ("killed", 5, 5)),
        ("He killed nine pilgrims in Marib before blowing himself up.", ("killed", 10, 10)),
        ("Three children and two adults were found dead in Oslo.", ("killed", 5, 5)),
        ("A mine near Aden left three women and one man injured.", ("wounded", 4, 4)),
        ("A boy in Lima killed his parents and three siblings, police said.", ("killed", 5, 5)),
        ("Two officers who received burns lived in Bonn, the mayor said.", ("wounded", 2, 2)),
        ("The blast in Gulu killed four men, one of whom was a guard.", ("killed", 4, 4)),
        ("A man, a woman and a child were pulled dead from rubble in Aden.", ("killed", 3, 3)),
        ("He killed his wife, two neighbours and a guard in Natal.", ("killed", 4, 4)),
        ("An envoy, along with two drivers, was killed near Goma.", ("killed", 3, 3)),
        ("Three miners - a man and his two sons - were killed in Orsk.", ("killed", 3, 3)),
        ("Three men, a nurse and two cooks, were wounded in Orsk.", ("wounded", 3, 3)),
        ("A boy and a girl who were wounded in Gao are expected to live.", ("wounded", 2, 2)),
        ("Both pilots were killed when the jet came down near Orsk.", ("killed", 2, 2)),
        ("The mayor of Gao and five of his guards were killed.", ("killed", 6, 6)),
        ("The bodies of three women and a boy were found in Oslo.", ("killed", 4, 4)),
        (
            "Police entered a house in Leeds and found both the man and the boy dead.",
            ("killed", 2, 2),
        ),
        ("Two nurses were taken to hospital in Gulu where they died.", ("killed", 2, 2)),
        ("Two clerks were stabbed and died in Bonn.", ("killed", 2, 2)),
        ("Nine were taken to Gulu Medical Centre following the blast.", ("wounded", 9, 9)),
        ("A father of two was killed in Lima.", ("killed", 1, 1)),
        ("The raid killed Bo Eng and his wife in Gao.", ("killed", 2, 2)),
        ("A man in Oulu took his own life after killing two people.", ("killed", 3, 3)),
        ("Four miners were hit in Gao.", ("wounded", 4, 4)),
        ("Lindsay, 24, and Kwazi Nkos, 23, were shot dead in Gao.", ("killed", 2, 2)),
        ("One policeman died in Lima and another was hurt.", ("wounded", 1, 1)),
        ("Shelling of Lima killed a 19-year-old.", ("killed", 1, 1)),
        ("He killed his wife, her sister and then himself in Natal.", ("killed", 3, 3)),
        ("Three women were listed in critical condition in Natal.", ("wounded", 3, 3)),
        ("Two of the sailors hit off Aden are expected to survive.", ("wounded", 2, 2)),
        ("ADEN (AP)–Two divers are dead and one is in hospital.", ("killed", 2, 2)),
        ("Five died at once in Gao and another in hospital.", ("killed", 6, 6)),
        ("A gunman in Oulu killed his aunt and her son and took his own life.", ("killed", 3, 3)),
        ("The fighting in Gao took the death toll to five plus the gunman.", ("killed", 6, 6)),
        ("The raid brings to 15 the number of journalists killed in Aden.", ("killed", 15, 15)),
        ("Killed were two policemen of Oran and a nurse.", ("killed", 3, 3)),
        ("The triple stabbing happened in Bonn on Monday.", ("wounded", 3, 3)),
    ],
)
def test_who_is_killed_or_hurt_is_read_off_the_verb(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed two people at a bar in Ghent before he was arrested.",
        "A gunman killed two people in Ghent before wounding himself.",
        "A gunman killed two people in Ghent before shooting himself in the foot.",
        "A gunman killed two people in Ghent and tried to take his own life.",
    ],
)
def test_who_lives_is_not_counted_with_those_he_killed(text):
    assert ("killed", 2, 2) in told(text)
    assert ("killed", 3, 3) not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk was killed by two men in Minsk on Monday.",
        "A farmer was shot dead in front of his two sons in Kano.",
        "He was charged in Bonn with two counts of murder.",
        "The flood killed 300 sheep near Dunedin on Monday.",
        "Three soldiers in Goma were not hurt.",
    ],
)
def test_who_does_it_and_who_looks_on_is_not_among_the_victims(text):
    assert not any(
        f.measure in ("killed", "wounded") and f.low in (2, 3, 300) for f in figures(text)
    )


def test_parents_are_two_where_they_are_somebodys():
    assert ("killed", 2, 2) in told("A girl in Oslo said her parents were killed in the raid.")
    assert not told("Parents and teachers were killed in the raid on Gao on Sunday.")
    assert ("killed", 6, 6) in told("Six parents were killed in the raid on Gao.")


def test_a_list_with_an_uncounted_plural_has_no_number():
    assert not told("A man and his children were killed in Perth on Sunday.")


def test_of_four_of_whom_one_part_is_told_the_whole_is_the_figure():
    found = figures("Four people, including three children, were wounded in Oran on Sunday.")
    assert found[0].low == 4


def test_no_one_hurt_is_a_count_of_none():
    assert ("wounded", 0, 0) in told("No one was hurt in the raid on Basra on Monday.")


def test_killed_wounded_or_missing_is_one_count():
    text = "The War Office said 12,400 men and 310 officers were killed, wounded or missing."
    assert {f.measure for f in figures(text)} == {"casualties"}


def test_the_part_and_not_the_whole_is_the_figure():
    text = "Rebels said they had destroyed 12 of the regiment's 30 tanks near Brega."
    assert told(text) == {("equipment", 12, 12)}


@pytest.mark.parametrize(
    "text",
    [
        "Ba Ko was killed at Club 502 in Natal.",
        "Six men in Natal were indicted for the attempted murders of five cooks.",
    ],
)
def test_numbers_of_names_and_attempts_count_no_dead(text):
    assert "killed" not in {measure for measure, *_ in told(text)}


def test_whoever_tells_of_the_dead_is_not_one_of_them():
    text = (
        "According to the Health Council of Orsk, Vaheh Aramian, 18 miners have been killed there."
    )
    assert told(text) == {("killed", 18, 18)}


@pytest.mark.parametrize(
    "text",
    [
        "The navy said that 321 of the 1,093 men aboard are missing.",
        "The navy said that 321 of the 1,093 men aboard were missing.",
        "The navy said that 321 of the 1,093 men aboard are dead.",
    ],
)
def test_of_so_many_those_it_befell_are_the_figure(text):
    (found,) = figures(text)
    assert (found.low, found.high) == (321, 321)
    assert found.measure.value in ("missing", "killed")


def test_a_count_goes_on_behind_a_colon_in_its_parts():
    text = (
        "The monitors documented the death of 43 persons in Gao: 17 civilians at the market, "
        "11 fighters on the road to Ansongo and no less than 15 soldiers."
    )
    found = [(f.measure.value, f.low, f.high) for f in figures(text)]
    assert found == [
        ("killed", 43, 43),
        ("killed", 17, 17),
        ("killed", 11, 11),
        ("killed", 15, None),
    ]


@pytest.mark.parametrize(
    ("text", "not_dead"),
    [
        ("Many were killed in Gao, in a quarter where at least 3,000 people lived.", 3000),
        ("Two more blasts killed at least 30: 18 in Gao and 12 in Ansongo.", 2),
        ("Last Sunday evening two police sergeants shot and killed a man in Gao.", 2),
        ("A boy shot and killed three people in Gao and wounded a nurse.", 1),
        ("The girls who were killed in Gao were 9, 10 and 13, the mayor said.", 9),
    ],
)
def test_who_only_lives_there_and_what_kills_is_not_killed(text, not_dead):
    assert ("killed", not_dead) not in {(f.measure.value, f.low) for f in figures(text)}


def test_whose_bodies_they_are_may_stand_before_the_word():
    assert told("The patrol counted 87 enemy bodies along the wire in Gao.") == {("killed", 87, 87)}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A Chadian was shot dead near Gao on Monday.", "Chadians"),
        ("A Swiss man was detained in Gao on Monday.", "Swiss civilians"),
        ("A US Marine was killed in Helmand on Monday.", "American forces"),
    ],
)
def test_one_of_a_people_counts_and_one_man_is_no_force(text, group):
    (found,) = figures(text)
    assert (found.low, found.high, found.group) == (1, 1, group)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He also shot and killed a man in his 20s near Gao.", ("killed", 1, 1)),
        ("The army captured and executed 12 men in Gao.", ("killed", 12, 12)),
        ("The gunman fatally shot four people having dinner.", ("killed", 4, 4)),
        ("Two (2) of the raiders died of their injuries in Gao.", ("killed", 2, 2)),
        ("In Gao two of the nurses remain hospitalized.", ("wounded", 2, 2)),
        ("A double shooting left two people dead in Gao.", ("killed", 2, 2)),
        (
            "Villagers said that at least 13 and as many as 46 civilians were killed in Gao.",
            ("killed", 13, 46),
        ),
        ("The toll of the dead in Gao was likely to exceed 50.", ("killed", 50, None)),
        ("Not fewer than 15 others were hurt in Gao.", ("wounded", 15, None)),
    ],
)
def test_one_deed_in_two_verbs_and_bounds_in_words(text, expected):
    assert told(text) == {expected}


def test_an_adverb_between_does_not_lend_the_dead_before():
    text = "Police look into a shooting in Gao that left one dead and four critically injured."
    assert told(text) == {("killed", 1, 1), ("wounded", 4, 4)}


def test_a_range_behind_between_counts_as_its_verb_says():
    assert told("The war killed between 80 and 100 people, the UN says.") == {("killed", 80, 100)}
