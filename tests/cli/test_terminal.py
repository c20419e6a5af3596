"""What comes out of an article is shown, never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.cli.terminal import safe, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — «текст» 국방부 é", "plain — «текст» 국방부 é"),
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("over\rwritten\nline\ttab", "over written line tab"),
        ("\x7f\x9b31m", "<U+007F><U+009B>31m"),
        ("a\u202eb\u2066c\u200bd\ufeff", "a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>"),
        ("\u2028\ud800", "<U+2028><U+D800>"),
    ],
)
def test_what_a_terminal_obeys_or_hides_is_made_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_nothing_is_left_that_moves_the_cursor(text: str) -> None:
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in safe(text))
    assert set(safe(text, lines=True)) & set(map(chr, range(0x20))) <= {"\n"}


@given(st.text(), st.integers(min_value=4, max_value=80))
def test_shortened_is_never_longer_than_asked(text: str, width: int) -> None:
    assert len(shortened(text, width)) <= width
