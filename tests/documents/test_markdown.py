"""Markdown: words without markup, metadata from the front matter."""

from __future__ import annotations

from twosource.documents import load

REPORT = """---
title: Bridges hit overnight
publisher: Kestrel Institute
date: 2025-04-28T14:10:00Z
author: Jane Roe, Reuters
url: https://kestrel.example/bridges
language: en
standfirst: The third raid this month.
---
<!-- not for print -->
Two **bridges** over the *river* were hit,
the [ministry](https://ministry.example) said.

## What is known

- Four people were wounded.
- One span_of_the_bridge collapsed,
  pictures show.

1. The road is shut.
2. The port is open.

> “We will rebuild it,” said the mayor.

2 * 3 * 4 stays, and 5\\* too.
"""


def test_front_matter_and_words():
    document = load(REPORT.encode(), "a.md").documents[0]
    assert document.text == (
        "Bridges hit overnight\n\nThe third raid this month.\n\n"
        "Two bridges over the river were hit, the ministry said.\n\nWhat is known\n\n"
        "Four people were wounded.\nOne span_of_the_bridge collapsed, pictures show.\n\n"
        "1. The road is shut.\n2. The port is open.\n\n“We will rebuild it,” said the mayor.\n\n"
        "2 * 3 * 4 stays, and 5* too."
    )
    assert document.title_span == (0, 21)
    assert document.publisher == "Kestrel Institute"
    assert document.published_at == "2025-04-28T14:10:00Z"
    assert (document.byline, document.agency) == ("Jane Roe", "Reuters")
    assert document.key == document.url == "https://kestrel.example/bridges"


def test_a_top_heading_is_the_title_where_nothing_else_is():
    document = load(b"# Bridges hit\n\nTwo bridges were hit.", "a.md").documents[0]
    assert document.title == "Bridges hit"
    assert document.text == "Bridges hit\n\nTwo bridges were hit."


def test_a_heading_beside_a_title_stays_in_the_text():
    data = b"---\ntitle: Daily report\n---\n# Bridges hit\n\nTwo bridges were hit."
    assert (
        load(data, "a.md").documents[0].text
        == "Daily report\n\nBridges hit\n\nTwo bridges were hit."
    )


def test_odd_front_matter_does_no_harm():
    for front in (
        "a: &a [*a]",
        "- one\n- two",
        "title: {x: 1}",
        "date: 2025-99-99",
        "!!python/x y",
    ):
        loaded = load(f"---\n{front}\n---\nTwo bridges were hit.".encode(), "a.md")
        assert loaded.documents[0].text == "Two bridges were hit."
