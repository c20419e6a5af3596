import pytest

import twosource
from twosource.model import Attribution, Document
from twosource.reading.describe import describe
from twosource.reading.parsed import parse

from .sayings import mention, mentions, spot


def chain(text: str, content: str, cue: str, source: str) -> tuple[str, ...]:
    return mention(text, content, cue, source).chain


def test_an_agency_that_cites_a_lawmaker_who_was_briefed() -> None:
    text = (
        "The Harbour Post, citing a senator who had been briefed by Kenya's National Intelligence "
        "Service, reported that two battalions had crossed the river."
    )
    found = chain(text, "two battalions had crossed the river", "reported", "The Harbour Post")
    assert found == ("Harbour Post", "senator", "Kenya's National Intelligence Service")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is lost, a colonel told the Harbour Post.",
        "The bridge is lost, a colonel quoted by the Harbour Post said.",
    ],
)
def test_the_outlet_that_was_told_stands_between(text: str) -> None:
    assert chain(text, "The bridge is lost", "", "a colonel") == ("Harbour Post", "colonel")


def test_telling_reporters_or_the_publisher_makes_no_link() -> None:
    text = "The bridge is lost, General Idris Okello told reporters in Juba."
    assert chain(text, "The bridge is lost", "told", "General Idris Okello") == ("Idris Okello",)
    text = "The bridge is lost, General Idris Okello told Delta Wire."
    assert chain(text, "The bridge is lost", "told", "General Idris Okello") == ("Idris Okello",)


def test_who_was_first_quoted_from_an_outlet_is_quoted_from_it_later() -> None:
    text = (
        "The bridge is lost, a colonel told the Lagos weekly Horizon. "
        "The men fled at night, the colonel added."
    )
    first, second = mentions(
        text,
        ("The bridge is lost", "told", "a colonel"),
        ("The men fled at night", "added", "the colonel"),
    )
    assert first.chain == second.chain == ("Horizon", "colonel")


def test_what_one_has_from_another_shows_in_every_chain_that_ends_there() -> None:
    text = (
        "The Lagos weekly Horizon wrote that 900 had died. Horizon had its figure from the daily "
        "Courier, and the Courier had it from one nurse in Juba."
    )
    found = chain(text, "900 had died", "wrote", "The Lagos weekly Horizon")
    assert found == ("Horizon", "Courier", "nurse in Juba")


def test_things_do_not_assert() -> None:
    text = "Satellite imagery shows new barracks near the river."
    found = mention(text, "new barracks near the river", "shows", "Satellite imagery")
    assert found.chain == ()
    assert found.evidence == "imagery"


def test_a_source_the_reader_did_not_mark_is_read_off_the_syntax() -> None:
    text = "Kenya's Interior Ministry reports more raids, suggesting a new campaign."
    assert mention(text, "a new campaign", "suggesting").chain == ("Kenya's Interior Ministry",)


def test_nobody_credited_has_no_chain_and_no_reason_for_one() -> None:
    found = mention("The road is closed.", "The road is closed")
    assert found.chain == ()
    assert found.named == "none"
    assert all(reason.field != "chain" for reason in found.reasons)


def test_who_is_quoted_by_an_agency_or_briefed_by_somebody_within_the_source() -> None:
    text = "A Chadian officer quoted by Sahara Press, a private agency, spoke of 90 dead."
    found = mention(text, "90 dead", "spoke of", text[: text.index(" spoke")])
    assert found.chain == ("Sahara Press", "Chadian officer")


def test_what_she_says_she_heard_from_somebody_is_theirs() -> None:
    text = "Senator Ann Or said she had heard the same number from the Border Police."
    found = mention(text, "she had heard the same number from the Border Police", "said", "Ann Or")
    assert found.chain == ("Ann Or", "Border Police")


def test_the_neighbour_who_told_her_is_not_her() -> None:
    text = (
        "Ines Moreau fled the town. She reached the camp on Friday. "
        "A neighbour had told her, she added, that two men were shot."
    )
    outer, inner = spot(text, "two men were shot"), spot(text, "two men were shot")
    found = describe(
        Document(id="d", key="d", text=text, sha256="", language="en"),
        parse(text),
        [
            Attribution(spot(text, "She reached the camp")),
            Attribution(outer, spot(text, "added"), spot(text, "she"), relay=True),
            Attribution(inner, spot(text, "told"), spot(text, "A neighbour"), parent=1),
        ],
    )
    assert found[2].chain == ("Ines Moreau", "neighbour")


def test_who_was_spoken_to_in_an_interview_passes_it_on() -> None:
    text = "Governor Ida Brandt said in an interview with the Weekly Mirror that 12 had died."
    found = mention(text, "12 had died", "said", "Governor Ida Brandt")
    assert found.chain == ("Weekly Mirror", "Ida Brandt")


def test_two_owners_have_two_ministries_though_one_is_no_known_state() -> None:
    text = (
        "The Norwegian Defence Ministry said nothing. "
        "Ruritania's Defence Ministry said 12 had died. On 3 November Chad's army said it won."
    )
    found = mentions(
        text,
        ("nothing", "said", "The Norwegian Defence Ministry"),
        ("12 had died", "said", "Ruritania's Defence Ministry"),
        ("it won", "said", "November Chad's army"),
    )
    assert [m.chain[-1] for m in found] == [
        "Norwegian Defence Ministry",
        "Ruritania's Defence Ministry",
        "Chad's army",
    ]


def test_rebels_at_the_head_of_a_sentence_have_no_name() -> None:
    found = mention("Rebels said 12 had died.", "12 had died", "said", "Rebels")
    assert found.chain == ("rebels",)
    assert found.named == "collective"


def test_neither_the_means_nor_the_hearer_speaks() -> None:
    text = "Its director, Amadou Sy, said by telephone that 12 had died."
    assert mention(text, "12 had died", "said", "telephone").chain == ("Amadou Sy",)
    text = (
        "Two posts were set up along the road, "
        "Colonel Igor Belan, a spokesman for the army, told journalists."
    )
    found = mention(text, "Two posts were set up along the road", "told", "journalists")
    assert found.chain[-1] in ("Igor Belan", "army")


def test_what_pictures_show_is_said_by_who_made_them() -> None:
    text = "Images from Monday showed six tanks at the gate, Orbis Imaging said."
    found = describe(
        Document(id="d", key="d", text=text, sha256="", language="en"),
        parse(text),
        [
            Attribution(spot(text, text[:46]), spot(text, "said"), spot(text, "Orbis Imaging")),
            Attribution(
                spot(text, "six tanks"), spot(text, "showed"), spot(text, "Images"), parent=0
            ),
        ],
    )
    assert found[1].chain == ("Orbis Imaging",)
    assert found[1].evidence == "imagery"


def test_a_ministry_with_its_portfolio_is_named_in_small_letters_too() -> None:
    text = "The defence ministry said 12 had died."
    assert mention(text, "12 had died", "said", "The defence ministry").named == "named"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is lost, a colonel told NIMO.",
        "The bridge is lost, according to a colonel who spoke to NIMO.",
    ],
)
def test_telling_the_publisher_by_its_initials_makes_no_link(text: str) -> None:
    found = twosource.read(text + "\n", publisher="Northern Islands Monitoring Office").mentions
    assert [m.chain for m in found] == [("colonel",)]


def test_a_monitor_that_names_itself_by_its_initials_speaks_for_itself() -> None:
    publisher = "Northern Islands Monitoring Office"
    (mention,) = twosource.read(
        "NIMO recorded 44 deaths on Monday.\n", publisher=publisher
    ).mentions
    assert mention.chain == (publisher,)


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("In comments to Reuters, General Idris Okello said the bridge was lost.", ["Reuters"]),
        ("General Idris Okello, in remarks to Delta Radio, said the bridge was lost.",
         ["Delta Radio"]),
        ("In a statement to parliament, General Idris Okello said the bridge was lost.", []),
        ("In a call with Mara Vell, General Idris Okello said the bridge was lost.", []),
    ],
)  # fmt: skip
def test_an_outlet_that_was_spoken_to_stands_between(text: str, relays: list[str]) -> None:
    source = "General Idris Okello"
    found = chain(text, "the bridge was lost", "said", source)
    assert found == (*relays, "Idris Okello")


def test_who_had_it_from_whom_is_told_of_one_of_the_same_kind() -> None:
    text = "FIFA's ethics committee found he had taken money from Idris Okello."
    found = chain(text, "he had taken money from Idris Okello", "found", "FIFA's ethics committee")
    assert found == ("FIFA's ethics committee",)
