"""The reader never fails, and its spans are always inside the text, ordered and not empty."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from twosource.model import Attribution, Document, Spans
from twosource.reading.parsed import Parsed, paragraphs, parse, pipeline
from twosource.reading.quotes import quoted
from twosource.reading.rules import RuleReader

PIECES = [
    "The army said ",
    "that ",
    "12 men were killed and 30 wounded",
    "“We left at dawn",
    "”",
    '"',
    "'",
    "„",
    "»",
    ", ",
    ". ",
    "; ",
    ": ",
    "\n",
    "\n\n- ",
    "(1) ",
    "(2) ",
    "KYIV, April 2 (Reuters) - ",
    "HAFTAR: ",
    "he told reporters",
    "according to officials",
    "citing satellite images",
    "denied ",
    "not ",
    "🙂",
    "전쟁이 끝났다고 말했다",
    "Он сказал, что город взят",
    "\u200f",
    "\x00",
    "\t  ",
    "as ",
    "which showed ",
    "put the toll at ",
    "9",
]


def sound(text: str, found: tuple[Attribution, ...]) -> None:
    def ordered(spans: Spans) -> None:
        at = 0
        for start, end in spans:
            assert at <= start < end <= len(text)
            at = end

    for n, a in enumerate(found):
        assert a.content
        for spans in (a.content, a.cue, a.source):
            ordered(spans)
        assert any(c.isalnum() for s, e in a.content for c in text[s:e])
        assert a.parent is None or (0 <= a.parent < len(found) and a.parent != n)


def read(text: str) -> tuple[Attribution, ...]:
    return RuleReader().attributions(Document("d", "d", text, ""), parse(text))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spans_are_sound_for_any_text(text: str) -> None:
    found = read(text)
    sound(text, found)
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "...!!!???;;;:::---",
        "🙂🔥💥🙂🔥💥",
        "국가정보원은 병력 1만 명이 배치됐다고 밝혔다.",
        "Министерство сообщило, что город взят. «Мы здесь», — сказал он.",
        "قال الجيش إن المدينة سقطت.",
        "\x00\x00The army said\x00 it left.\x00",
        "“" * 500,
        "(1) (2) (3) (4)",
        "said said said said said",
        "‘" * 50 + "'" * 50,
    ],
)
def test_odd_texts(text: str) -> None:
    sound(text, read(text))


def test_one_very_long_sentence() -> None:
    text = "The army said that " + "rebels had shelled the port and " * 2_000 + "left."
    sound(text, read(text))


def _repeated(sentence: str, times: int) -> Parsed:
    """A long text put together from one parse, so that only the reader is timed."""
    doc = pipeline()(sentence)
    whole = Doc.from_docs([doc] * times, ensure_whitespace=False)
    assert whole is not None
    text = sentence * times
    return Parsed(text, whole, paragraphs(text), quoted(text))


def test_two_million_characters_in_time_that_grows_with_length() -> None:
    sentence = '"We left," the army said. Rebels denied losing 12 tanks; 30 men died, he said.\n\n'
    sentence += " " * (400 - len(sentence))
    small = _repeated(sentence, 500)
    large = _repeated(sentence, 5_000)
    assert len(large.text) >= 2_000_000
    reader, document = RuleReader(), Document("d", "d", "", "")
    start = time.process_time()
    few = reader.attributions(document, small)
    middle = time.process_time()
    many = reader.attributions(document, large)
    end = time.process_time()
    assert len(many) == 10 * len(few)
    assert end - middle < 25 * (middle - start)
    sound(large.text, many)
