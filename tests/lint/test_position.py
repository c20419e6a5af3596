"""Lines and columns."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.lint.position import Position, lines, within


def test_lines_and_columns_count_from_one():
    index = lines("ab\ncd")
    assert index.position(0) == Position(1, 1)
    assert index.position(3) == Position(2, 1)
    assert index.range((3, 5)) == (Position(2, 1), Position(2, 3))


def test_columns_count_code_points_not_bytes_or_utf16_units():
    assert lines("🙂é서 x").position(4) == Position(1, 5)


def test_windows_and_old_mac_line_ends_are_one_line_end_each():
    index = lines("a\r\nb\rc")
    assert [index.position(i).line for i in (0, 3, 5)] == [1, 2, 3]
    assert [index.line(n) for n in (1, 2, 3)] == ["a", "b", "c"]


def test_positions_are_the_files_where_the_text_stands_in_it():
    data = b"---\ntitle: x\n---\nFirst line.\nSecond line.\n"
    index = within(data, "First line.\nSecond line.\n")
    assert index.position(12) == Position(5, 1)
    assert index.words((12, 18)) == "Second"


def test_otherwise_they_are_the_texts():
    assert within(b'{"text": "a\\nb"}', "a\nb").position(2) == Position(2, 1)
    assert within(b"\xff\xfe", "a\nb").position(2) == Position(2, 1)


@given(st.text(alphabet="ab\n\r🙂", max_size=40), st.data())
def test_a_position_leads_back_to_its_character(text, data):
    if not text:
        return
    offset = data.draw(st.integers(0, len(text) - 1))
    index = lines(text)
    place = index.position(offset)
    assert index.starts[place.line - 1] + place.column - 1 == offset
