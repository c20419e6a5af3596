"""Quotations set apart with a name, paragraphs behind a colon, "that is according to"."""

import pytest

import twosource

from .test_rules import read

INDIRECT, DIRECT = "indirect", "direct"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The water is gone.” Ann Lind", [("Ann Lind", "", "The water is gone", DIRECT)]),
        ('"The water is gone." Ann Lind, nurse', [("Ann Lind", "", "The water is gone", DIRECT)]),
        ("“The water is gone.” Ann Lind sings.", []),
        ("“The water is gone.” Monday Morning", []),
        ("“The water is gone” Ann Lind", []),
    ],
)
def test_a_name_alone_behind_a_quotation_is_its_speaker(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert read(text) == expected


def test_a_paragraph_behind_a_line_with_a_colon_is_what_is_written() -> None:
    text = (
        "In his letter Pavel Dren writes:\n\nThe army shelled Orm on 2 May. Forty houses burned "
        "down.\n\nHe was at home."
    )
    assert read(text) == [
        ("Pavel Dren", "writes", "The army shelled Orm on 2 May", INDIRECT),
        ("Pavel Dren", "writes", "Forty houses burned down", INDIRECT),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said the town was calm, with one exception:",
        "The mayor did not say why:",
        "Here is what we know:",
    ],
)
def test_other_lines_with_a_colon_credit_nobody_with_what_is_below(line: str) -> None:
    found = read(f"{line}\n\nThe army shelled Orm on 2 May.")
    assert not [each for each in found if each[0] and "Orm" in each[2]]


def test_a_paragraph_that_reports_others_is_none_that_is_introduced() -> None:
    text = "The mayor said on Monday:\n\nRebels said that the army had shelled Orm."
    assert [each[0] for each in read(text)] == ["Rebels"]


def test_that_is_according_to_points_at_the_sentence_before() -> None:
    text = "The convoy was hit on the road. That is according to three drivers."
    assert read(text) == [
        ("three drivers", "according to", "The convoy was hit on the road", INDIRECT)
    ]


def test_what_goes_on_behind_an_inserted_tag_is_said_too() -> None:
    assert read("He fled through the fields, he said, and reached the border.") == [
        ("he", "said", "He fled through the fields", INDIRECT),
        ("he", "said", "reached the border", INDIRECT),
    ]
    assert read("It was led by a soldier, she added, who had fled abroad.")[0][2] == (
        "It was led by a soldier … who had fled abroad"
    )


def test_a_purpose_within_a_quotation_is_nobodys_report() -> None:
    text = "“We were told to leave,” the nurse told the press, “to show that the truce was over.”"
    assert [each[0] for each in read(text)] == ["the nurse"]


def test_words_in_the_first_person_set_off_with_a_name_behind_them() -> None:
    text = (
        "The camp was closed in May.\n\n"
        "I lost my house that night and walked for two days. Maria Gonzalez\n\n"
        "The camp had held 300 people."
    )
    said = [m for m in twosource.read(text, language="en").mentions if m.asserter]
    assert {m.asserter for m in said} == {"Maria Gonzalez"}
    assert text[said[0].content[0][0] :].startswith("I lost my house")


@pytest.mark.parametrize(
    "text",
    [
        "The camp was closed in May. Maria Gonzalez\n\nIt had held 300 people.",
        "The camp was closed.\n\nI saw it with my own eyes that day. Maria Gonzalez",
    ],
)
def test_who_signs_a_report_is_no_source(text: str) -> None:
    found = twosource.read(text, language="en").mentions
    assert all(m.asserter != "Maria Gonzalez" for m in found)
