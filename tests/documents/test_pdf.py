"""PDF: lines of print become paragraphs again."""

from __future__ import annotations

from twosource.documents import load
from twosource.documents.wrapping import unwrap

from .making import pdf

LINES = [
    "Bridges on the river: assessment of damage",
    "Two bridges over the river were hit overnight, the transport minis-",
    "try said on Monday, and traffic on the only road to the port was",
    "stopped until the spans could be inspected.",
    "Four people were wounded, according to the regional governor.",
    "12",
]


def test_paragraphs_hyphens_and_page_numbers():
    document = load(
        pdf(LINES, title="Bridges on the river: assessment of damage"), "a.pdf"
    ).documents[0]
    assert document.text == (
        "Bridges on the river: assessment of damage\n"
        "Two bridges over the river were hit overnight, the transport ministry said on Monday, "
        "and traffic on the only road to the port was stopped until the spans could be inspected.\n"
        "Four people were wounded, according to the regional governor."
    )
    assert document.text[slice(*document.title_span)] == document.title == LINES[0]
    assert document.language == "en"


def test_a_title_that_is_a_file_name_is_no_word_of_the_text():
    document = load(pdf(LINES[1:], title="Microsoft Word - final_v3.docx"), "a.pdf").documents[0]
    assert document.title_span is None
    assert "final_v3" not in document.text


def test_ragged_lines_inside_a_sentence_are_joined():
    text = (
        "People's Army lost about 390 soldiers killed and wounded, of whom\n"
        "1,100 were killed, according to the General Staff. The contingent numbered\nmore."
    )
    assert "\n" not in unwrap(text)


def test_short_lines_are_not_joined():
    assert unwrap("One\nTwo\nThree") == "One\nTwo\nThree"
    assert unwrap("") == ""
