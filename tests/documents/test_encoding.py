"""Characters come out as they were written, whatever code page they were written in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.documents import load
from twosource.documents.encoding import decode

ENGLISH = "The minister said: “We’ll rebuild – all of it.” It’s the third raid this month."
FRENCH = "Le ministre a déclaré que les forces étaient déjà arrivées, où des tirs ont été signalés."
RUSSIAN = "Министр заявил, что войска вошли в город. Потери сторон уточняются."
POLISH = "Minister powiedział, że żołnierze wkroczyli do miasta Łódź. Ćwiczenia trwają nadal."
KOREAN = "국방부는 병사들이 도시에 들어갔다고 월요일 밝혔다."
ARABIC = "قالت الوزارة إن الجسر تعرض للقصف ليلة الاثنين."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "cp1252"),
        (FRENCH, "latin-1"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (KOREAN, "cp949"),
        *((text, e) for text in (ENGLISH, RUSSIAN) for e in ("utf-16", "utf-32")),
        *((text, e) for text in (ENGLISH, RUSSIAN) for e in ("utf-16-le", "utf-16-be")),
        (KOREAN, "utf-16"),
        (KOREAN, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (ARABIC, "utf-8"),
    ],
)
def test_a_text_file_gives_its_characters(text, encoding):
    loaded = load(text.encode(encoding), "a.txt")
    assert not loaded.problems
    assert loaded.documents[0].text == text


def test_line_ends_and_blanks_are_kept():
    text = "  One line.\r\n\r\nAnother\u00a0one.\t\rLast\u2028one. \n"
    assert load(codecs.BOM_UTF8 + text.encode(), "a.txt").documents[0].text == text


def test_a_declared_encoding_is_believed_where_the_bytes_allow():
    assert decode("Łódź".encode("cp1250"), "windows-1250").text == "Łódź"
    assert decode("Łódź".encode(), "windows-1250").text == "Łódź"
    assert decode(b"caf\xe9", "no-such-encoding").text == "café"


def test_an_html_page_is_read_by_its_own_charset():
    markup = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert load(markup.encode("cp1251"), "a.html").documents[0].text == RUSSIAN


def test_damaged_utf16_is_said():
    decoded = decode(ENGLISH.encode("utf-16")[:-1])
    assert "damaged" in decoded.trouble
    assert decoded.text.startswith(ENGLISH[:-2])


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_is_always_read_as_utf8(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_decoding_never_raises(data):
    decoded = decode(data)
    assert decoded is None or "\0" not in data.decode("latin-1") or decoded.encoding[:4] == "utf-"
