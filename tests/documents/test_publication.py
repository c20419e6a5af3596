"""Times become ISO 8601 and lose nothing and gain nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.documents import load
from twosource.documents.publication import address, date_line, host, iso_time


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2025-04-28T14:10:00Z", "2025-04-28T14:10:00Z"),
        ("2025-04-28T14:10:00+03:00", "2025-04-28T14:10:00+03:00"),
        ("2025-04-28 14:10", "2025-04-28 14:10"),
        ("2025-04-28", "2025-04-28"),
        ("2025-04", "2025-04"),
        ("20250428T141000Z", "2025-04-28T14:10:00+00:00"),
        ("Mon, 28 Apr 2025 14:10:00 +0300", "2025-04-28T14:10:00+03:00"),
        ("Mon, 28 Apr 2025 14:10:00 GMT", "2025-04-28T14:10:00+00:00"),
        ("April 28, 2025", "2025-04-28"),
        ("28 April 2025", "2025-04-28"),
        ("Published: 28th Apr 2025, 14:10 GMT", "2025-04-28T14:10:00+00:00"),
        ("Apr. 28, 2025 2:10 p.m.", "2025-04-28T14:10:00"),
        ("04/05/2025", None),
        ("31 April 2025", None),
        ("2025-13", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (20250428, None),
    ],
)
def test_times(stated, iso):
    assert iso_time(stated) == iso


@given(st.text(max_size=120))
def test_no_text_raises(text):
    iso_time(text)
    address(text)


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ("18 October 2024, 09:40 UTC", "2024-10-18T09:40:00+00:00"),
        ("Published: Monday, 28 April 2025", "2025-04-28"),
        ("April 28, 2025", "2025-04-28"),
        ("2025-04-28", "2025-04-28"),
        ("Two bridges were hit on 28 April 2025", None),
        ("Situation report no. 6, 28 April 2025", None),
        ("At least 12 dead", None),
    ],
)
def test_a_date_alone_on_one_of_the_first_lines_dates_the_text(head, iso):
    text = f"Bridges hit overnight\n\n{head}\n\nNobody was hurt, the mayor said."
    assert date_line(text) == iso
    assert load(text.encode(), "a.txt").documents[0].published_at == iso


def test_addresses():
    assert address("HTTPS://News.Example/a?b=1#top") == "https://news.example/a?b=1"
    assert address("/a", "https://news.example/x") == "https://news.example/a"
    assert address("javascript:alert(1)") is None
    assert address("file:///etc/passwd") is None
    assert address("http://[broken") is None
    assert host("https://www.news.example/a") == "news.example"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Title here\nLondon, May 4, 1982\n\nA bomber attacked.", "1982-05-04"),
        ("Situation report\nAs of 22 April 2021\n\nPeople fled.", "2021-04-22"),
        ("NAIROBI, 14 September 1993 (Reuter) - Militiamen left.", "1993-09-14"),
        ("NAIROBI, 14 September (Reuter) - Militiamen left.", None),
        ("Operation Sunrise, 22 June 1941\n\nHow it began.", None),  # a title
        ("Title here\nThe truce of Veld, signed on May 4, 1982\n\nIt held.", None),
    ],
)
def test_a_plain_text_is_dated_by_its_head(text: str, published: str | None) -> None:
    (document,) = load(text.encode(), "a.txt").documents
    assert document.published_at == published
