"""Times become ISO 8601 and lose nothing and gain nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.documents.publication import address, host, iso_time


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


def test_addresses():
    assert address("HTTPS://News.Example/a?b=1#top") == "https://news.example/a?b=1"
    assert address("/a", "https://news.example/x") == "https://news.example/a"
    assert address("javascript:alert(1)") is None
    assert address("file:///etc/passwd") is None
    assert address("http://[broken") is None
    assert host("https://www.news.example/a") == "news.example"
