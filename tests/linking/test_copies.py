"""Copies: what stands in an earlier document, how much of it, and whence it was taken."""

from dataclasses import replace

from twosource.linking.copies import find_copies
from twosource.linking.words import sentences, stems
from twosource.model import Document

STORY = (
    "Forty-one soldiers were killed at Velin on Monday, the ministry said.\n\n"
    "The bridge over the Lesna was closed to lorries after two shells hit its northern pier.\n\n"
    "Prime Minister Anton Brel will address parliament on Thursday about the new budget of 320 "
    "million crowns.\n\n"
    "Trains between Orm and Kalen stopped at noon, and 1,400 travellers slept in the station.\n\n"
    "Hospitals in three districts asked for blood of all groups.\n"
)
OTHER = (
    "A theatre in Kalen reopened after nine years of repairs.\n\nIts first play is a comedy "
    "about a miller and his two daughters.\n\nTickets cost eleven crowns and sold out in a day.\n"
)


def document(name, text, hour, **more):
    published = f"2031-03-03T{hour:02d}:00:00Z"
    values = {"publisher": f"{name} Paper", **more}
    return Document(name, name, text, name, published_at=published, **values)


def taken(*documents):
    return {copy.document: copy.original for copy in find_copies(documents)}


def test_a_reprint_is_a_copy_with_all_of_its_sentences():
    (copy,) = find_copies([document("a", STORY, 8), document("b", STORY, 9)])
    assert (copy.document, copy.original, copy.reuse) == ("b", "a", 1.0)
    assert [p.here for p in copy.passages] == [p.there for p in copy.passages]
    assert "5 of 5 sentences" in copy.why


def test_a_cut_and_a_reordered_reprint_are_copies():
    parts = STORY.strip().split("\n\n")
    cut = document("cut", "\n\n".join(parts[:2]), 9)
    mixed = document("mixed", "\n\n".join(reversed(parts)), 10)
    assert taken(document("a", STORY, 8), cut, mixed) == {"cut": "a", "mixed": "a"}


def test_a_rewrite_is_a_copy():
    text = (
        "On Monday 41 soldiers died at Velin, according to the ministry. "
        "Two shells hit the northern pier of the Lesna bridge, now closed to lorries. "
        "Some 1,400 travellers slept in the station when trains from Orm to Kalen stopped. "
        "Anton Brel speaks to parliament on Thursday about a budget of 320 million crowns.\n"
    )
    assert taken(document("a", STORY, 8), document("b", text, 9), document("c", OTHER, 7)) == {
        "b": "a"
    }


def test_less_than_a_third_is_no_copy():
    text = OTHER + "\n" + STORY.split("\n\n")[0] + "\n"
    assert taken(document("a", STORY, 8), document("b", text, 9)) == {}


def test_a_like_report_of_another_incident_is_no_copy():
    names = {"Velin": "Tarsk", "Lesna": "Sava", "Anton Brel": "Ivo Tamm", "Orm": "Sela"}
    text = STORY.replace("Forty-one", "Seventeen").replace("320", "75").replace("1,400", "230")
    for name, another in {**names, "Kalen": "Ruma", "Monday": "Friday"}.items():
        text = text.replace(name, another)
    text = text.replace("Thursday", "Tuesday")
    assert taken(document("a", STORY, 8), document("b", text, 9)) == {}


def test_a_sentence_that_is_said_again_and_again_counts_once():
    line = "It was not possible to verify the accounts of either side."
    other = f"{line} {OTHER} {line} Bakers met on the square of the old town. {line}"
    (copy,) = find_copies(
        [document("a", STORY, 7), document("b", other, 8), document("c", other, 9)]
    )
    assert "5 of 5 sentences" in copy.why
    assert taken(document("a", f"{STORY} {line}", 8), document("b", other, 9)) == {}


def test_the_earlier_is_the_original_whatever_the_order_given():
    early, late = document("z", STORY, 8), document("a", STORY, 9)
    assert taken(late, early) == taken(early, late) == {"a": "z"}


def test_times_are_compared_across_zones():
    early = replace(document("a", STORY, 0), published_at="2031-03-03T10:00:00+05:00")
    late = replace(document("b", STORY, 0), published_at="2031-03-03T06:00:00Z")
    assert taken(early, late) == {"b": "a"}


def test_of_many_reprints_the_earliest_is_the_original_of_all():
    papers = [document(f"p{hour}", STORY, hour) for hour in range(8, 14)]
    assert set(taken(*papers).values()) == {"p8"}


def test_the_credited_outlet_is_the_one_it_was_taken_from():
    first = document("first", STORY, 8)
    wire = document("wire", STORY, 9, publisher="Ostrava Wire")
    copy = document("copy", STORY + "\nReporting by Ostrava correspondents in Velin.\n", 10)
    assert taken(first, wire, copy)["copy"] == "wire"


def test_an_outlet_does_not_credit_itself():
    one = document("one", STORY, 8, publisher="Ostrava Wire", agency="Ostrava")
    two = document(
        "two", f"VELIN (Ostrava) - {STORY}", 9, publisher="Ostrava Wire", agency="Ostrava"
    )
    (copy,) = find_copies([one, two])
    assert "no credit seen" in copy.why


def test_a_later_version_of_one_publication_is_said_to_be_one():
    first = document("v1", STORY, 8)
    second = replace(document("v2", STORY + OTHER, 9), key="v1")
    (copy,) = find_copies([first, second])
    assert "later version" in copy.why


def test_texts_without_words_or_dates_do_no_harm():
    empty = replace(document("e", "", 8), published_at=None)
    signs = replace(document("s", "!!! ??? ...\n\n—", 8), published_at="soon")
    assert taken(empty, signs, document("a", STORY, 8)) == {}


def test_sentences_know_titles_and_initials():
    text = "Gen. A. Brel met Mr. Sol. They spoke.\nA line"
    assert [text[a:b] for a, b in sentences(text)] == [
        "Gen. A. Brel met Mr. Sol.",
        "They spoke.",
        "A line",
    ]


def test_numbers_and_synonyms_are_written_one_way():
    assert set(stems("Eighteen servicemen died")) == set(stems("18 soldiers were killed"))
    assert "#1450" in stems("1,450 men")
    assert stems("They'll say we don’t know Brel's name") == stems("say know Brel name")
    assert stems("300 killed") != stems("3,000 killed")
    assert stems("killed") != stems("wounded")
