"""Whom a report cites at its end, and whose paper it is that an outlet has seen."""

import pytest

import twosource


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Content and chain of every statement."""
    found = twosource.read(text + "\n", publisher="Delta Wire").mentions
    return [(" ".join(text[a:b] for a, b in m.content), m.chain) for m in found]


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        (
            "The Tribune says the militia has bought six boats, citing people close to its owner.",
            "the militia has bought six boats",
            ("Tribune", "people close to its owner"),
        ),
        (
            "Antara said two ferries had sunk, quoting the harbour master.",
            "two ferries had sunk",
            ("Antara", "harbour master"),
        ),
        (
            "According to Peruvian dailies, citing refugees from Leticia, the bridge was down.",
            "the bridge was down",
            ("Peruvian dailies", "refugees from Leticia"),
        ),
        (
            "An envoy said the hostages were well, citing a letter written by Colonel Rui Dias.",
            "the hostages were well",
            ("envoy", "Rui Dias"),
        ),
    ],
)
def test_the_one_cited_is_the_end_of_the_chain(
    text: str, content: str, chain: tuple[str, ...]
) -> None:
    assert read(text) == [(content, chain)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "An African Union cable viewed by the Tribune says the truce was broken.",
            ("Tribune", "African Union"),
        ),
        (
            "A Ghanaian army memo seen by Delta Wire says the truce was broken.",
            ("Ghanaian army",),
        ),
        ("Documents seen by the Tribune say that the truce was broken.", ("Tribune",)),
        ("The latest police bulletin said the truce was broken.", ("police",)),
        ("An EU report said the truce was broken.", ("European Union",)),
    ],
)
def test_who_reads_a_paper_only_passes_it_on(text: str, chain: tuple[str, ...]) -> None:
    assert [found for _, found in read(text)] == [chain]


def test_by_nightfall_is_nobody() -> None:
    text = "Some 36 people were reported dead by nightfall."
    assert read(text) == [("Some 36 people dead", ())]


def test_an_object_before_the_verb_of_saying_is_not_its_subject() -> None:
    text = "A banker who has read the contract said the guns were never paid for."
    assert read(text) == [("the guns were never paid for", ("banker",))]


def test_places_claimed_do_not_claim() -> None:
    text = "The junta claimed control of the main bridge, Goma airport and the Kavumu air base."
    assert {chain for _, chain in read(text)} == {("junta",)}


def test_people_who_know_are_no_family_and_no_crowd() -> None:
    (mention,) = twosource.read("People familiar with the deal said guns were sent.\n").mentions
    assert (mention.named.value, mention.evidence.value) == ("unnamed", "none")


def test_who_goes_on_to_speak_has_spoken_before() -> None:
    text = "Radio Lusaka said the Angolan army had fled. It said nine lorries were burned."
    assert [chain for _, chain in read(text)] == [("Radio Lusaka",)] * 2
