from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from twosource.publishing.safe import anchor, plain, reveal, web_address


@given(st.text())
def test_revealed_text_holds_no_element_but_our_own_sign(text):
    parsed = html.fragment_fromstring(f"<div>{reveal(text)}</div>")
    assert {e.tag for e in parsed.iter()} <= {"div", "span"}
    assert all(e.get("class") == "ctl" for e in parsed.iter("span"))


def test_characters_that_deceive_are_named():
    shown = reveal("a\u202eb\u200bc\x00d")
    assert "RIGHT-TO-LEFT OVERRIDE" in shown
    assert not set("\u202e\u200b\x00") & set(shown)
    assert "U+200B" in shown


def test_joiners_of_persian_and_emoji_stay():
    assert reveal("می\u200cخواهم") == "می\u200cخواهم"
    assert reveal("👩\u200d🚒") == "👩\u200d🚒"
    assert "U+200D" in reveal("pay\u200dpal")


def test_line_ends_and_tabs_are_text():
    assert reveal("a\n\tb") == "a\n\tb"
    assert plain("a\nb\u202e") == "a b·"


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_ids_have_different_anchors_of_plain_letters(one, other):
    assert anchor("m", one).isascii()
    assert (anchor("m", one) == anchor("m", other)) == (one == other)


def test_only_web_addresses_become_links():
    assert web_address("https://example.org/a?b=1") == "https://example.org/a?b=1"
    assert web_address("javascript:alert(1)") is None
    assert web_address('https://x/" onclick="') is None
    assert web_address("data:text/html,x") is None
    assert web_address(None) is None
