import pytest

from twosource.reading.layout import heads, speeches
from twosource.reading.parsed import paragraphs


def head(text: str) -> str:
    found = heads(text, paragraphs(text))
    return text[found[0][0] : found[0][1]] if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KHARTOUM, April 15 (Reuters) - Gunfire was heard.", "KHARTOUM, April 15 (Reuters) - "),
        ("ADDIS ABABA/ASMARA (AFP) – Gunfire was heard.", "ADDIS ABABA/ASMARA (AFP) – "),
        ("TRIPOLI — Gunfire was heard.", "TRIPOLI — "),
        ("- Rebels enter the town", "- "),
        ("• Rebels enter the town", "• "),
        ("3/ Rebels enter the town", "3/ "),
        ("(2) Rebels enter the town", "(2) "),
        ("HAFTAR: We took the airport.", "HAFTAR: "),
        ("Gunfire was heard in the town.", ""),
        ("UN peacekeepers left the base.", ""),
        ("NATO said on Monday that it would stay.", ""),
    ],
)
def test_heads_of_lines(text: str, expected: str) -> None:
    assert head(text) == expected


def test_a_transcript_has_turns_with_their_speakers() -> None:
    text = "HOST: Who holds the port?\n\nHAFTAR: We do.\n\nSALEM (by phone): They do not."
    found = speeches(text, paragraphs(text))
    assert [text[a:b] for a, b in (t.speaker for t in found if not t.house)] == ["HAFTAR", "SALEM"]
    assert [text[a:b] for a, b in (t.body for t in found if not t.house)] == [
        "We do.",
        "They do not.",
    ]


def test_one_label_makes_no_transcript() -> None:
    text = "LIBYA: the port is closed.\n\nNobody knows why."
    assert speeches(text, paragraphs(text)) == ()


def test_labels_in_small_letters_want_a_speaker_who_comes_back() -> None:
    text = "Ann Or: Who holds the port?\n\nSaleh Omar: We do.\n\nAnn Or: Since when?"
    assert len(speeches(text, paragraphs(text))) == 3
    text = "Background: a war.\n\nReaction: none yet.\n\nOutlook: grim."
    assert speeches(text, paragraphs(text)) == ()


def test_a_transcript_in_quotation_marks_goes_on_where_a_paragraph_opens_one() -> None:
    text = (
        "“HOST: Who holds the port?\n\n“HAFTAR: We do.\n\n“And the road.\n\n“(CROSSTALK)\n\n"
        "“SALEM: They do not.\n\nSo it went on."
    )
    found = speeches(text, paragraphs(text))
    assert [text[a:b] for a, b in (t.body for t in found if not t.house)] == [
        "We do.\n\n“And the road.",
        "They do not.",
    ]


def test_lines_of_names_and_figures_make_no_transcript() -> None:
    text = "Anna Li: 1,769.\n\nPeter Holm: 1,501.\n\nAnna Li: 604.5.\n\nPeter Holm: 48."
    assert speeches(text, paragraphs(text)) == ()
