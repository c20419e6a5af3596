"""A book is read as an article is, in linear time and without losing who has just been met."""

from twosource.model import Document
from twosource.reading.cast import Actor
from twosource.reading.coreference import Cast
from twosource.reading.parsed import CHUNK, parse
from twosource.reading.phrase import Phrase

DOCUMENT = Document("1", "1", "", "", publisher="Delta Wire")


def crowd(cast: Cast, many: int, at: int) -> None:
    for n in range(many):
        cast.actors.append(Actor("person", f"Nobody {n}", person=f"Nobody {n}", last=at))


def test_whom_nobody_named_for_a_hundred_pages_is_met_anew_and_others_are_not():
    cast = Cast(DOCUMENT)
    okello = Phrase(0, 1, "Idris Okello", person="Idris Okello")
    met = cast.resolve(okello, 10)
    assert cast.resolve(Phrase(0, 1, "Okello", person="Okello"), 90_000) is met
    crowd(cast, 5_000, 20)
    assert cast.resolve(Phrase(0, 1, "Okello", person="Okello"), 100_000) is met
    assert len(cast.actors) < 50  # the crowd is gone, the publisher and he are not
    assert cast.publisher in cast.actors
    crowd(cast, 5_000, 100_001)
    later = cast.resolve(Phrase(0, 1, "Okello", person="Okello"), 900_000)
    assert later is not met


def test_an_owner_without_a_name_has_no_title_to_lose():
    assert Actor("org", "'s forces", org="'s forces").title()


def test_a_text_in_pieces_is_one_text_again():
    text = "Colonel Idris Okello said the bridge was closed. It rained.\n" * (3 * CHUNK // 60)
    parsed = parse(text)
    assert parsed.doc.text == text
    assert [text[t.idx : t.idx + len(t)] for t in parsed.doc] == [t.text for t in parsed.doc]
    assert parsed.doc.has_annotation("DEP")
    assert parsed.doc.has_annotation("SENT_START")
