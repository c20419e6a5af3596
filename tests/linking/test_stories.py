"""Which documents tell of one incident, though they share no claim."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.linking.stories import find_stories

from .sample import Report, days, readings, town

MARKET = {"places": [town("Velin", 50.1, 20.1)], "time": days("2031-03-02")}


def report(name, text, day, **values):
    made = Report(name, text, day)
    if values:
        made.say(text.split(".")[0], "official", **values)
    return made


TOLD = (
    report(
        "strike",
        "Eleven people were killed when a shell hit the fish market in Velin on Sunday. Stalls "
        "burned and the roof of the hall fell in, the mayor said.",
        "2031-03-02T12:00:00",
        **MARKET,
    ),
    report(
        "funeral",
        "Hundreds followed eleven coffins through Velin. The dead of the fish market, where a "
        "shell tore open the roof of the hall, were carried past burned stalls.",
        "2031-03-05T12:00:00",
    ),
    report(
        "other",
        "A train was derailed near Orm after saboteurs loosened the rails. Nobody was hurt; the "
        "line to the coast is closed until Thursday, the railway said.",
        "2031-03-02T13:00:00",
    ),
    report(
        "later",
        "The port of Kesh reopened for grain ships. Two tankers waited in the roads while "
        "divers searched the quay for mines, harbour officials said.",
        "2031-06-20T13:00:00",
    ),
    report(
        "rails",
        "The railway said the loosened rails near Orm, where saboteurs derailed a train, had been "
        "mended. The line to the coast opens on Thursday.",
        "2031-03-03T09:00:00",
    ),
)


def grouped(reports):
    return {frozenset(story.documents) for story in find_stories(readings(*reports))}


def test_reports_of_one_incident_are_one_story_and_others_are_not():
    assert grouped(TOLD) == {
        frozenset({"strike", "funeral"}),
        frozenset({"other", "rails"}),
        frozenset({"later"}),
    }


def test_a_story_says_what_it_is_about_and_when():
    (story,) = (s for s in find_stories(readings(*TOLD)) if "strike" in s.documents)
    assert story.documents == ("strike", "funeral")
    assert (story.first, story.last) == ("2031-03-02", "2031-03-05")
    assert {"market", "fish"} & set(story.words)
    assert not {"sunday", "march"} & set(story.words)
    assert story.places == ("velin",)


@settings(max_examples=20, deadline=None)
@given(st.permutations(TOLD))
def test_neither_order_nor_repetition_changes_a_story(reports):
    assert find_stories(readings(*reports)) == find_stories(readings(*TOLD, *reports))


def test_no_documents_tell_no_story():
    assert find_stories([]) == ()
    (alone,) = find_stories(readings(TOLD[0]))
    assert alone.documents == ("strike",)


def test_a_document_without_words_or_date_stands_alone():
    empty = Report("empty", " ", None)
    assert frozenset({"empty"}) in grouped((*TOLD, empty))
