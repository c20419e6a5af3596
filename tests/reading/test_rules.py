"""What the rule reader promises, construction by construction, on sentences of our own."""

import pytest

from twosource.model import Attribution, Document, Quote
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader, relations


def read(text: str) -> list[tuple[str, str, str, str]]:
    """(source, cue, content, quote) of every statement that is no mere relay."""
    found = RuleReader().attributions(Document("d", "d", text, ""), parse(text))
    return [
        (words(text, a.source), words(text, a.cue), words(text, a.content), a.quote.value)
        for a in found
        if not a.relay
    ]


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


ONE = [
    # finite clauses: after, before, around the verb
    (
        "The army said that rebels had shelled the port of Massawa.",
        ("The army", "said", "rebels had shelled the port of Massawa", "indirect"),
    ),
    (
        "Rebels shelled the port of Massawa, the army said in a statement.",
        ("the army", "said", "Rebels shelled the port of Massawa", "indirect"),
    ),
    (
        "Rebels took Kunduz, says a provincial official.",
        ("a provincial official", "says", "Rebels took Kunduz", "indirect"),
    ),
    (
        "By Friday evening, he said, 31 had died.",
        ("he", "said", "By Friday evening … 31 had died", "indirect"),
    ),
    (
        "The wounded, says the surgeon, now fill three wards.",
        ("the surgeon", "says", "The wounded … now fill three wards", "indirect"),
    ),
    (
        "The navy reported the same day that its boats had sunk a tanker.",
        ("The navy", "reported", "its boats had sunk a tanker", "indirect"),
    ),
    (
        "An army survey found last week that ten wells had run dry.",
        ("An army survey", "found", "ten wells had run dry", "indirect"),
    ),
    (
        "Having announced that the bridge was safe, the engineer left.",
        ("the engineer", "Having announced", "the bridge was safe", "indirect"),
    ),
    (
        "Most of them said they had left the ship at dawn.",
        ("Most of them", "said", "they had left the ship at dawn", "indirect"),
    ),
    (
        "The pilot had been warned twice, the court heard.",
        ("the court", "heard", "The pilot had been warned twice", "indirect"),
    ),
    (
        "“The dam will hold,” she said as water rose around the old mill in the valley.",
        ("she", "said", "The dam will hold", "direct"),
    ),
    (
        "As the general put it, the war is a swamp.",
        ("the general", "put", "the war is a swamp", "indirect"),
    ),
    (
        "It is worth noting that the port was empty.",
        ("", "noting", "the port was empty", "indirect"),
    ),
    # objects, gerunds, infinitives, complements
    ("Asmara denied losing any tanks.", ("Asmara", "denied", "losing any tanks", "indirect")),
    (
        "Addis Ababa rejected the report as baseless.",
        ("Addis Ababa", "rejected", "the report as baseless", "indirect"),
    ),
    (
        "The ministry put the number at 59.",
        ("The ministry", "put", "the number at 59", "indirect"),
    ),
    (
        "The minister accused Chad of arming the rebels.",
        ("The minister", "accused", "Chad of arming the rebels", "indirect"),
    ),
    (
        "The president pledged to rebuild the bridge.",
        ("The president", "pledged", "to rebuild the bridge", "indirect"),
    ),
    (
        'Khartoum called the figure "a fantasy".',
        ("Khartoum", "called", 'the figure "a fantasy"', "mixed"),
    ),
    (
        "The monitor counted 38 trucks at the border crossing.",
        ("The monitor", "counted", "38 trucks at the border crossing", "indirect"),
    ),
    # passives
    (
        "The general was quoted as saying that 12 tanks had been destroyed.",
        ("The general", "was quoted as saying", "12 tanks had been destroyed", "indirect"),
    ),
    (
        "It is believed that the rebels hold the airport.",
        ("", "is believed", "the rebels hold the airport", "indirect"),
    ),
    # phrases and nouns
    (
        "According to the ministry, the enemy left the heights.",
        ("the ministry", "According to", "the enemy left the heights", "indirect"),
    ),
    (
        "According to the clinic's director, Mariam Haddad, in one night, the clinic took sixty.",
        (
            "the clinic's director, Mariam Haddad",
            "According to",
            "in one night, the clinic took sixty",
            "indirect",
        ),
    ),
    (
        "According to Colonel Abdou, a spokesman for the army, in the raid near Gao, it lost men.",
        (
            "Colonel Abdou, a spokesman for the army",
            "According to",
            "in the raid near Gao, it lost men",
            "indirect",
        ),
    ),
    (
        "The Harbour Post wrote that, according to two diplomats, the talks had failed.",
        ("two diplomats", "according to", "the talks had failed", "indirect"),
    ),
    (
        "The convoy never arrived, according to aid workers in Goma.",
        ("aid workers in Goma", "according to", "The convoy never arrived", "indirect"),
    ),
    (
        "In the institute's view, the truce will not hold.",
        ("the institute's", "In … view", "the truce will not hold", "indirect"),
    ),
    (
        "As Reuters first reported, the two sides met in Doha last week.",
        ("Reuters", "reported", "the two sides met in Doha last week", "indirect"),
    ),
    # evidence as a source
    (
        "Satellite images show a convoy north of Kyiv.",
        ("Satellite images", "show", "a convoy north of Kyiv", "indirect"),
    ),
    # datelines are no part of source or content
    (
        "KHARTOUM, April 15 (Reuters) - The army said the airport was closed.",
        ("The army", "said", "the airport was closed", "indirect"),
    ),
    # quotations
    (
        '"We will not leave," said Ahmed, a baker of 34.',
        ("Ahmed, a baker of 34", "said", "We will not leave", "direct"),
    ),
    (
        "« Nous restons », the mayor said.",
        ("the mayor", "said", "Nous restons", "direct"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_statement(text: str, expected: tuple[str, str, str, str]) -> None:
    assert read(text) == [expected]


def test_noun_with_its_source() -> None:
    text = "The government's claim that the hospital was a command post has not been proved."
    assert ("The government", "claim", "the hospital was a command post", "indirect") in read(text)


def test_a_list_of_clauses_is_one_statement_each_wherever_the_parse_hung_them() -> None:
    text = (
        "I have always held that ports would open, that ships would come and that we would trade."
    )
    assert read(text) == [
        ("I", "have … held", "ports would open", "indirect"),
        ("I", "have … held", "ships would come", "indirect"),
        ("I", "have … held", "we would trade", "indirect"),
    ]


def test_another_who_reports_beside_keeps_what_the_parse_gave_to_the_first() -> None:
    text = (
        "Officials say every claim will be read, with the Herald reporting no one will be refused."
    )
    assert read(text) == [
        ("Officials", "say", "every claim will be read", "indirect"),
        ("the Herald", "reporting", "no one will be refused", "indirect"),
    ]


def test_what_others_were_heard_to_say_is_theirs() -> None:
    text = "We have heard people say that the army was gone."
    assert read(text) == [("people", "say", "the army was gone", "indirect")]


def test_participles_share_the_subject() -> None:
    found = read("The general praised his men, framing the retreat as a victory.")
    assert [f[0] for f in found] == ["The general", "The general"]
    assert found[1][2] == "the retreat as a victory"


def test_coordinated_verbs_share_the_subject() -> None:
    found = read("The ministry accused Ethiopia of massing troops and warned it would respond.")
    assert [f[0] for f in found] == ["The ministry", "The ministry"]


def test_two_sources_in_one_sentence_keep_their_own_words() -> None:
    text = "Israel said its jets hit 320 targets, while Hamas said that 436 people were killed."
    assert [(f[0], f[2]) for f in read(text)] == [
        ("Israel", "its jets hit 320 targets"),
        ("Hamas", "436 people were killed"),
    ]


def test_a_quotation_that_goes_on_after_its_tag_keeps_its_speaker() -> None:
    text = "“We heard the planes,” the nurse said. “Then the ward shook.”"
    assert [f[0] for f in read(text)] == ["the nurse", "the nurse"]
    assert [f[2] for f in read(text)] == ["We heard the planes", "Then the ward shook"]


def test_an_interrupted_sentence_is_one_statement() -> None:
    text = "“Had we gone on,” he said, “the city would have fallen within days.”"
    assert [f[2] for f in read(text)] == [
        "Had we gone on,” … “the city would have fallen within days"
    ]


def test_a_quotation_over_several_paragraphs_keeps_its_speaker() -> None:
    text = "“We heard the planes,” the nurse said.\n\n“The ward shook.\n\n“I ran for the stairs.”"
    assert [f[0] for f in read(text)] == ["the nurse"] * 3


def test_transcript_turns_are_direct_speech_of_their_speaker() -> None:
    text = "HOST: Who holds the port?\n\nHAFTAR: Our men took the port on Sunday.\n\nHOST: Thanks."
    assert read(text) == [("HAFTAR", "", "Our men took the port on Sunday", "direct")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "He asked not to be named.",
        "Did the army say that it would leave?",
        "See page 15 for details.",
        "The sky was grey over the harbour.",
        "How many mothers know where their sons are buried?",
        "That said, the road is open.",
        "It is hard to imagine that the road is open.",
        "Troops were supposed to leave by Friday.",
        "The files went to her private account before the fire.",
    ],
)
def test_nothing_is_stated_about_events(text: str) -> None:
    assert read(text) == []


def test_relations_are_whole_and_statements_are_parts_of_them() -> None:
    text = "At least 56 civilians have been killed and 595 wounded, a doctors' union said."
    (whole,) = relations(parse(text))
    assert words(text, whole.content) == "At least 56 civilians have been killed and 595 wounded"
    assert [f[2] for f in read(text)] == [
        "At least 56 civilians have been killed",
        "595 wounded",
    ]


def test_the_quotation_type_follows_the_marks() -> None:
    def quote(text: str) -> Quote:
        found: tuple[Attribution, ...] = relations(parse(text))
        return found[0].quote

    assert quote("The army said it had left.") is Quote.INDIRECT
    assert quote('The army said it had "left for better positions".') is Quote.MIXED
    assert quote('"We have left," the army said.') is Quote.DIRECT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port of Hodeidah closed - ministry", ("ministry", "-", "Port of Hodeidah closed")),
        ("Kremlin: no talks before Friday", ("Kremlin", ":", "no talks before Friday")),
        ("Not so, says the army.", ("the army", "says", "Not so")),
    ],
)
def test_headlines_and_short_tags(text: str, expected: tuple[str, str, str]) -> None:
    assert [f[:3] for f in read(text)] == [expected]


def test_a_place_before_a_colon_is_credited_with_nothing() -> None:
    assert all(source == "" for source, _, _, _ in read("Libya: 12 dead in clashes"))


def test_bullets_after_a_colon_are_statements_of_whoever_leads_up_to_them() -> None:
    text = "The ministry said:\n- 12 soldiers were killed\n- three tanks were destroyed"
    assert [(f[0], f[2]) for f in read(text)] == [
        ("The ministry", "12 soldiers were killed"),
        ("The ministry", "three tanks were destroyed"),
    ]


def test_an_enumeration_after_a_colon_belongs_to_the_view_before_it() -> None:
    text = (
        "In the institute's judgement, three things matter: (1) the rebels will try to cut the "
        "road; (2) a truce may fail; (3) winter is coming. The weather was bad."
    )
    assert [(f[0], f[2]) for f in read(text)] == [
        ("the institute's", "the rebels will try to cut the road"),
        ("the institute's", "a truce may fail"),
        ("the institute's", "winter is coming"),
    ]


def test_a_participle_after_the_tag_starts_its_own_statement() -> None:
    text = "Rebels fired 60 rockets on Sunday, the military said, adding that most were shot down."
    assert [(f[1], f[2]) for f in read(text)] == [
        ("said", "Rebels fired 60 rockets on Sunday"),
        ("adding", "most were shot down"),
    ]


def test_a_subject_behind_appositions_is_found() -> None:
    text = "In a video, the governor, Vyacheslav Gladkov, said that two people had been killed."
    (only,) = read(text)
    assert "Gladkov" in only[0]
    assert only[2] == "two people had been killed"


def test_a_semicolon_parts_what_two_sources_say() -> None:
    text = "The monitor put the number at 850 by Friday; 36 of them, it said, were dead."
    assert [(f[0], f[2]) for f in read(text)] == [
        ("The monitor", "the number at 850 by Friday"),
        ("it", "36 of them … were dead"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the parse joins what is said to the verb of saying
            "They estimated by 2050, growing population and changing diet would double food needs.",
            (
                "They",
                "estimated",
                "by 2050, growing population and changing diet would double food needs",
                "indirect",
            ),
        ),
        (  # "notes" is taken for a noun
            'The U.S. Department of Agriculture notes, "Ozone causes more damage to plants", '
            "which worries farmers.",
            (
                "The U.S. Department of Agriculture",
                "notes",
                '"Ozone causes more damage to plants", which worries farmers',
                "mixed",
            ),
        ),
        (
            "Ten were killed at Mopa (source: the health ministry), and many fled.",
            ("the health ministry", "source", "Ten were killed at Mopa", "indirect"),
        ),
        (
            "The panel came to the conclusion that the tank had been lost in May.",
            ("The panel", "conclusion", "the tank had been lost in May", "indirect"),
        ),
        (
            "The paper printed a police claim that two men had fled to Mopa.",
            ("police", "claim", "two men had fled to Mopa", "indirect"),
        ),
        (
            "According to the Herald, citing two officials, ten tanks were lost at Mopa.",
            ("the Herald", "According to", "ten tanks were lost at Mopa", "indirect"),
        ),
        (
            "Reports: 'streamlined' asylum process to replace interview with questionnaire",
            (
                "Reports",
                ":",
                "'streamlined' asylum process to replace interview with questionnaire",
                "mixed",
            ),
        ),
    ],
)
def test_what_the_parse_or_the_marks_hide(text: str, expected: tuple[str, str, str, str]) -> None:
    assert read(text) == [expected]


def test_an_agreement_that_somebody_tells_of_is_no_statement_of_its_own() -> None:
    text = "Baku has agreed to move the deadline to May, an aide said on Saturday."
    assert {source for source, *_ in read(text)} == {"an aide"}


def test_a_colon_above_opens_the_quotation_below() -> None:
    text = (
        "He was quoted by the Herald on the new law:\n\n"
        "“To have them allow it is a shame. It will not last.”"
    )
    assert read(text) == [
        ("He", "was quoted", "To have them allow it is a shame", "direct"),
        ("He", "was quoted", "It will not last", "direct"),
    ]


def test_a_paragraph_above_without_one_does_not() -> None:
    text = "He was quoted by the Herald on the new law.\n\n“To have them allow it is a shame.”"
    assert not [cue for _, cue, *_ in read(text) if cue]


@pytest.mark.parametrize(
    ("text", "dash"),
    [
        ("“It is a long game.” - Ann Birk", "-"),
        ("It is a long game. — Ann Birk", "—"),
        ("“It is a long game.”―\xa0Ann Birk.", "―"),
        ("“It is a long game.”\n\n-- Ann Birk, a nurse in Massawa", "--"),
        ("‘It is a long game.’\n– Ann Birk (34)", "–"),
    ],
)
def test_a_quotation_set_apart_is_whose_name_stands_under_it(text: str, dash: str) -> None:
    found = read(f"Ministers met in Massawa.\n\n{text}\n\nThey meet again on Monday.")
    assert [each[:3] for each in found if each[0]] == [("Ann Birk", dash, "It is a long game")]


def test_each_of_many_quotations_has_the_name_behind_it() -> None:
    text = (
        "We asked people what they saw.\n\n“The roof fell in on us.” ― Ann Birk\n"
        "“I ran for the stairs.” ― Jorge Falcon\n“My shop has burned down.” ― Omar N Saleh."
    )
    assert [each[0] for each in read(text) if each[3] == "direct"] == [
        "Ann Birk",
        "Jorge Falcon",
        "Omar N Saleh",
    ]


def test_a_list_under_a_quotation_is_no_name() -> None:
    text = "“It is a long game.”\n- Ann Birk met the minister on Monday\n- Nobody else did"
    assert not [source for source, *_ in read(text) if source == "Ann Birk"]


def test_a_last_paragraph_is_signed_by_a_reporter() -> None:
    found = read("Ministers met in Massawa.\n\nThey meet again on Monday. — Ann Birk")
    assert not [source for source, *_ in found if source]


def test_you_know_keeps_the_floor_and_tells_nothing() -> None:
    text = "It is offensive beyond, you know, anything that our people should tolerate."
    assert not [source for source, *_ in read(text) if source == "you"]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The talks failed, as the ministry noted:\n\n{}", "the ministry", "noted"),
        ("When Li died, the president released a letter:\n\n{}", "the president", "released"),
        ("They left at noon.\n\n{} said Ann Li of the guard.", "Ann Li", "said"),
        ("{} Ann Li told the Herald when asked about claims that it fell.", "Ann Li", "told"),
    ],
)
def test_a_quotation_is_credited_to_who_leads_up_to_it(text: str, source: str, cue: str) -> None:
    quote = "“We will not leave this town,”"
    (found,) = [each for each in read(text.format(quote)) if each[3] == "direct"]
    assert source in found[0]
    assert found[1:3] == (cue, "We will not leave this town")


@pytest.mark.parametrize(
    "text",
    [
        "Li appeared on the radio show “Voices of the Coast,” broadcast in Massawa on Monday.",
        "Asked whether the deal “was a mistake from the start,” most voters said yes.",
    ],
)
def test_titles_and_parts_of_a_clause_are_nobody_s_words(text: str) -> None:
    assert not [each for each in read(text) if each[3] == "direct"]


def test_a_next_paragraph_of_quotation_goes_on_with_the_cue_of_the_last() -> None:
    text = "“We heard the planes,” the nurse said.\n\n“The whole ward shook.”"
    assert [f[:2] for f in read(text)] == [("the nurse", "said")] * 2


def test_what_else_a_speaker_does_is_no_second_tag() -> None:
    text = "“They came in waves,” said the captain, Omar Saleh, who held the school with 26 men."
    assert [each[:2] for each in read(text)] == [
        ("the captain, Omar Saleh, who held the school with 26 men", "said")
    ]


def test_a_numbered_report_reports_nothing_by_itself() -> None:
    text = "Situation report No. 14 from the north\n\nPeople fled, the mayor said."
    found = RuleReader().attributions(Document("d", "d", text, ""), parse(text))
    assert [text[a:b] for each in found for a, b in each.source] == ["the mayor"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army said last night it had left.", "it had left"),
        ("The army said on Friday night it had left.", "it had left"),
        ("The army said that last night it had left.", "last night it had left"),
    ],
)
def test_a_date_between_verb_and_statement_dates_the_verb(text: str, content: str) -> None:
    (found,) = RuleReader().attributions(Document("d", "d", text, ""), parse(text))
    assert [text[a:b] for a, b in found.content] == [content]


def test_another_who_denies_it_in_the_same_sentence_keeps_the_denial() -> None:
    text = (
        "Peru said 60 people were killed when jets bombed the town, "
        "but Lima's foes rejected the accusation."
    )
    assert read(text)[0][2] == "60 people were killed when jets bombed the town"


def test_further_counts_belong_to_the_clause_wherever_the_parse_hung_them() -> None:
    text = "The navy's staff said 74 of its men had been killed, 171 wounded and 19 were missing."
    said = [found[2] for found in read(text) if found[0] == "The navy's staff"]
    assert said == ["74 of its men had been killed", "171 wounded", "19 were missing"]


def test_what_continues_to_happen_before_a_colon_is_no_saying() -> None:
    text = "The other side continues to receive cargo: ten aircraft have brought 800 soldiers."
    assert "The other side" not in [found[0] for found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "In Kabala, a village north of Makeni, Gela Koroma, 61, said men had left; so be it.",
        "In Kabala, a farmer, Gela Koroma, 61, said men had left.",
    ],
)
def test_who_speaks_in_a_place_is_neither_the_place_nor_what_it_is(text: str) -> None:
    source = next(found[0] for found in read(text) if found[2] == "men had left")
    assert "Gela Koroma" in source
    assert not {"Kabala", "village"} & set(source.replace(",", "").split())


def test_a_closing_tag_may_go_on_to_what_else_was_said() -> None:
    text = (
        "Chile had sold Peru howitzers and 23 tanks, the head of the Bolivian parliament's defence "
        "committee said, adding that a Chilean crew was probably manning one of the batteries."
    )
    assert [found[1] for found in read(text)] == ["said", "adding"]


def test_a_claim_denied_or_confirmed_in_the_passive() -> None:
    text = "The claim was denied by Kyiv. The toll of 40 was confirmed by the Red Cross."
    assert [(found[0], found[2]) for found in read(text)] == [
        ("Kyiv", "The claim"),
        ("the Red Cross", "The toll of 40"),
    ]
    assert read("The envoy was confirmed by the Senate as ambassador.") == []


def test_a_figure_repeated_by_somebody_is_his_too() -> None:
    text = "The figure was repeated by the police."
    assert [found[0] for found in read(text)] == ["the police"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A Volna reporter saw two bodies in the street.", "A Volna reporter",
         "two bodies in the street"),
        ("Residents saw men dragging a body.", "Residents", "men dragging a body"),
        ("We watched rescuers carry out six bodies.", "We", "rescuers carry out six bodies"),
        ("Monitors heard shelling near the port.", "Monitors", "shelling near the port"),
    ],
)  # fmt: skip
def test_what_somebody_saw_is_told_by_him(text: str, source: str, content: str) -> None:
    assert [(found[0], found[2]) for found in read(text)] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The agency has seen the report.",
        "Officials have seen three letters.",
        "Aid workers have seen a rise in prices.",
        "He saw his cousin.",
    ],
)
def test_papers_trends_and_people_that_are_seen_tell_nothing(text: str) -> None:
    assert [found for found in read(text) if found[0]] == []


def test_a_name_before_its_description_is_part_of_the_source() -> None:
    text = "Falintil, the guerrilla army, claims to have kept 700 fighters in its camps."
    assert [found[0] for found in read(text)] == ["Falintil, the guerrilla army"]
    assert read("Monday, the guerrilla army, he said, left.")[0][0] == "he"


def test_what_is_only_believed_is_said_by_who_says_so() -> None:
    text = "More than 7,000 people are believed to have died since 1975, the diocese says."
    assert [found[0] for found in read(text)] == ["the diocese"]


def test_a_list_behind_said_is_no_name_between_commas() -> None:
    text = (
        "Brig. Gen. Ann Orsk, the spokesman, said 61 rebels, 15 soldiers and three policemen had "
        "been killed."
    )
    assert {found[0] for found in read(text)} == {"Brig. Gen. Ann Orsk, the spokesman"}
