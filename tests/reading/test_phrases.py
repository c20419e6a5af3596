import pytest

from twosource.reading.nouns import capitalised, org_class, role_of
from twosource.reading.parsed import parse
from twosource.reading.phrase import Phrase
from twosource.reading.phrases import read_phrase


def read(phrase: str) -> Phrase:
    doc = parse(f"{phrase} said so on Monday.").doc
    found = read_phrase(doc, 0, len([t for t in doc if t.idx < len(phrase)]))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "person", "role"),
    [
        ("General Idris Okello", "Idris Okello", "general"),
        ("Amina Farouk, the spokeswoman for the ministry", "Amina Farouk", "spokeswoman"),
        ("Kenyan Foreign Minister Ruth Mwangi", "Ruth Mwangi", "foreign minister"),
        ("Jean-Luc Bakala, a senator on the defence committee", "Jean-Luc Bakala", "senator"),
        ("Mrs Okello", "Okello", "mrs"),
        ("Jana Holt, Country Director of the Relief Council", "Jana Holt", "director"),
        ("the Minister of National Defence Mara Vell", "Mara Vell", "minister"),
        ("the duty nurse", "", "nurse"),
        ("two officials of the embassy", "", "official"),
    ],
)
def test_person_and_role(words: str, person: str, role: str) -> None:
    found = read(words)
    assert (found.person, found.role) == (person, role)


def test_an_institution_with_its_owner() -> None:
    found = read("Sudan's Interior Ministry")
    assert found.org == "Interior Ministry"
    assert found.belongs is not None
    assert found.belongs.state == "Sudan"


def test_a_spokesman_belongs_to_the_institution_before_him() -> None:
    found = read("Chadian Defence Ministry spokesman Ali Deby")
    assert found.person == "Ali Deby"
    assert found.belongs is not None
    assert found.belongs.org == "Chadian Defence Ministry"


def test_what_kind_of_house_a_name_is() -> None:
    found = read("the Lagos weekly Horizon")
    assert (found.org, found.org_class, found.label) == ("Horizon", "outlet", "Lagos weekly")


def test_an_office_named_after_its_holder_is_one_name() -> None:
    assert read("Kenya's Attorney General's Office").org == "Attorney General's Office"


def test_a_thing_that_is_made_to_speak_is_no_asserter_but_has_a_maker() -> None:
    found = read("the text published by the presidency")
    assert found.carrier == "text"
    assert found.belongs is not None
    assert found.belongs.org == "presidency"
    assert read("satellite imagery").belongs is None


def test_a_relative_clause_says_which_one_but_is_no_part_of_the_name() -> None:
    found = read("a captain who guarded the bridge")
    assert found.words == "captain"
    assert found.restricted


def test_plurals_are_known_by_their_singular() -> None:
    assert role_of("policemen") == ("policeman", "official", "m")
    assert role_of("bridge") is None
    assert org_class("ministries") == "authority"


def test_a_state_alone_makes_no_name() -> None:
    assert capitalised("Delta Monitor")
    assert not capitalised("Sudanese army")


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("the International Organization for Refugees", "International Organization for Refugees"),
        ("the Centre for Defence Studies", "Centre for Defence Studies"),
        ("the Committee to Protect Witnesses", "Committee to Protect Witnesses"),
        ("the ministry for now", "ministry"),
    ],
)
def test_a_name_goes_on_behind_for_and_to(text: str, org: str) -> None:
    doc = parse(f"{text[0].upper()}{text[1:]} said so.").doc
    phrase = read_phrase(doc, 0, next(t.i for t in doc if t.text == "said"))
    assert phrase is not None
    assert phrase.org.casefold() == org.casefold()


def test_where_a_director_directs_is_no_house() -> None:
    found = read("Jana Holt, Country Director of the Relief Council")
    assert found.belongs is not None
    assert found.belongs.org == "Relief Council"


def test_a_body_called_after_the_holder_of_an_office() -> None:
    found = read("the prosecutor's office in Nairobi")
    assert (found.org, found.state, found.belongs) == ("prosecutor's office", "Kenya", None)
    assert read("Ann Orsk's office").org == "office"
