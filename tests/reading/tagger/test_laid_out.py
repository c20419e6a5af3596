"""What the layout credits stands above what the tagger finds there."""

from twosource.model import Attribution, Quote, Spans
from twosource.reading.parsed import parse
from twosource.reading.rules import relations
from twosource.reading.tagger.laid_out import credited, layout_credits


def at(text: str, words: str) -> Spans:
    start = text.index(words)
    return ((start, start + len(words)),)


def named(text: str, found: tuple[Attribution, ...]) -> list[tuple[str, str]]:
    return [
        (" ".join(text[a:b] for a, b in each.source), " ".join(text[a:b] for a, b in each.content))
        for each in found
    ]


SIGNED = (
    "We asked around.\n\n“The roof fell in on us.” ― Ann Birk\n“I ran for the stairs.” ― Omar Saleh"
)


def test_a_quotation_belongs_to_the_name_behind_it_and_not_above() -> None:
    wrong = Attribution(
        at(SIGNED, "“I ran for the stairs.”"), at(SIGNED, "―"), at(SIGNED, "Ann Birk"), Quote.DIRECT
    )
    laid_out = layout_credits(parse(SIGNED), relations(parse(SIGNED)))
    assert named(SIGNED, credited((wrong,), laid_out)) == [
        ("Ann Birk", "“The roof fell in on us.”"),
        ("Omar Saleh", "“I ran for the stairs.”"),
    ]


TRANSCRIPT = "HOST: Who holds it?\n\nHAFTAR: The army said that it left.\n\nHOST: Thanks."


def test_what_a_speaker_says_of_others_stays_within_the_speech() -> None:
    inner = Attribution(
        at(TRANSCRIPT, "it left"), at(TRANSCRIPT, "said"), at(TRANSCRIPT, "The army")
    )
    torn = Attribution(at(TRANSCRIPT, "that it left."), at(TRANSCRIPT, ":"))
    laid_out = layout_credits(parse(TRANSCRIPT), ())
    assert named(TRANSCRIPT, credited((inner, torn), laid_out)) == [
        ("HAFTAR", "The army said that it left."),
        ("The army", "it left"),
    ]


def test_a_text_without_such_a_layout_stays_as_found() -> None:
    text = "The army said that it left."
    found = (Attribution(at(text, "it left"), at(text, "said"), at(text, "The army")),)
    assert credited(found, layout_credits(parse(text), relations(parse(text)))) == found


def test_an_interviewer_with_a_name_is_credited_and_a_part_in_the_programme_is_not() -> None:
    text = (
        "Jon Hale: Who holds it?\n\nAnn Birk: The army.\n\nJon Hale: Since when?\n\n"
        "MODERATOR: Thanks.\n\nAnn Birk: Since May."
    )
    found = layout_credits(parse(text), relations(parse(text)))
    assert [text[slice(*each.source[0])] for each in found] == [
        "Jon Hale",
        "Ann Birk",
        "Jon Hale",
        "Ann Birk",
    ]
