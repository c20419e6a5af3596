import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.quotes import closed, inner, quoted


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We are here,” she said.",
        "‘We are here,’ she said.",
        '"We are here," she said.',
        "'We are here,' she said.",
        "''We are here,'' she said.",
        "``We are here,'' she said.",
        "„Wir sind hier“, sagte sie.",
        "„Jesteśmy tutaj”, powiedziała.",
        "‚Wir sind hier‘, sagte sie.",
        "«Nous sommes là», dit-elle.",
        "»Wir sind hier«, sagte sie.",
        "‹Nous sommes là›, dit-elle.",
        "›Wir sind hier‹, sagte sie.",
        "「우리는 여기 있다」 라고 말했다.",
        "『우리는 여기 있다』 라고 말했다.",
    ],
)
def test_every_house_style_is_one_quotation_with_its_marks(text: str) -> None:
    (start, end), *more = quoted(text)
    assert not more
    assert start == 0
    assert text[end] in " ,"
    assert closed(text, (start, end))
    a, b = inner(text, (start, end))
    assert text[a:b].rstrip(",") in text
    assert text[a].isalpha()


def test_apostrophes_open_and_close_nothing() -> None:
    assert quoted("The ministers' plan isn't theirs: it's the army's, since the '90s.") == ()


def test_inches_are_no_quotation() -> None:
    assert quoted('A 5" gun and a 16" shell.') == ()


def test_a_possessive_does_not_close_a_quotation_in_single_marks() -> None:
    assert texts("She spoke of 'the general's plan' and left.") == ["'the general's plan'"]


def test_a_plural_possessive_does_not_either_where_a_better_mark_follows() -> None:
    assert texts("'The ministers' plan has failed,' he said.") == [
        "'The ministers' plan has failed,'"
    ]


def test_split_quotation_is_two_stretches() -> None:
    assert texts('"We left," he said, "at dawn."') == ['"We left,"', '"at dawn."']


def test_unclosed_quotation_runs_to_the_end_of_its_paragraph_only() -> None:
    text = "“We left at dawn.\n\n“We came back at night,” he said."
    assert texts(text) == ["“We left at dawn.", "“We came back at night,”"]
    first, second = quoted(text)
    assert not closed(text, first)
    assert closed(text, second)


def test_a_quotation_within_a_quotation_belongs_to_the_outer_one() -> None:
    assert texts("“He told me ‘go’ and I went,” she said.") == ["“He told me ‘go’ and I went,”"]


def test_a_quotation_goes_on_in_a_paragraph_that_only_closes_it() -> None:
    text = 'He said, "It felt good.\n\nWe can score more." Then "we" left.'
    assert texts(text) == ['"It felt good.', 'We can score more."', '"we"']
    first, second, _ = quoted(text)
    assert not closed(text, first)
    assert closed(text, second)


def test_it_does_not_where_the_next_paragraph_opens_its_own() -> None:
    text = "“It felt good.\n\nThey left. “We can score more,” he said."
    assert texts(text) == ["“It felt good.", "“We can score more,”"]


def test_a_mark_behind_a_word_and_before_a_full_stop_opens_nothing() -> None:
    assert texts('They left at dawn". She explained how. By "night" they were back.') == ['"night"']


def test_a_blank_on_the_wrong_side_of_an_opening_mark() -> None:
    text = 'Wilk said," [They] liked the booths". She explained how. According to Wilk, it was so.'
    assert texts(text) == ['" [They] liked the booths"']


def test_a_closing_mark_before_a_speaker_opens_nothing() -> None:
    assert texts('goes on," Mr Wilk said. "It is over."') == ['"It is over."']


@given(st.text(alphabet="ab. ,'\"“”‘’«»„`\n", max_size=80))
def test_spans_are_ordered_and_inside(text: str) -> None:
    at = 0
    for start, end in quoted(text):
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        a, b = inner(text, (start, end))
        assert start <= a <= b <= end
        at = end


def test_an_apostrophe_closes_no_quotation_in_doubled_marks() -> None:
    text = "''He's the dogs' friend, and 'they know' it,'' she said. ''It's late.''"
    assert [text[a:b] for a, b in quoted(text)] == [
        "''He's the dogs' friend, and 'they know' it,''",
        "''It's late.''",
    ]
