import pytest

from twosource.reading.layout import heads
from twosource.reading.parsed import paragraphs, pipeline


def head(text: str) -> str:
    found = heads(text, paragraphs(text))
    return text[found[0][0] : found[0][1]] if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KHARTOUM, April 15 (Reuters) - Gunfire was heard.", "KHARTOUM, April 15 (Reuters) - "),
        ("ADDIS ABABA/ASMARA (AFP) – Gunfire was heard.", "ADDIS ABABA/ASMARA (AFP) – "),
        ("TRIPOLI — Gunfire was heard.", "TRIPOLI — "),
        ("(New York) – Gunfire was heard.", "(New York) – "),
        ("Jalalabad, 3 June: Gunfire was heard.", "Jalalabad, 3 June: "),
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


def test_labels_of_a_transcript_are_heads_whatever_their_letters() -> None:
    text = "Ann Or: We left.\n\nSaleh Omar: They did.\n\nAnn Or: On Monday."
    assert [text[a:b] for a, b in heads(text, paragraphs(text))] == [
        "Ann Or: ",
        "Saleh Omar: ",
        "Ann Or: ",
    ]


def test_a_rank_abbreviated_in_parts_ends_no_sentence() -> None:
    doc = pipeline()("“We hold,” said Col.-Gen. Ann Orsk, the deputy chief. Nobody left.")
    assert [sent.text for sent in doc.sents][-1] == "Nobody left."
    assert "Col.-Gen." in [token.text for token in doc]
