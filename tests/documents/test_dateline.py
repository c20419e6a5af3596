"""Datelines of all house styles, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from twosource.documents.dateline import find_dateline


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("KYIV, April 28 (Reuters) - Two", "KYIV", "April 28", "Reuters"),
        ("KYIV, Ukraine (AP) — Two", "KYIV, Ukraine", None, "Associated Press"),
        ("Seoul (AFP) – Two", "Seoul", None, "Agence France-Presse"),
        ("SEOUL, Oct. 24 (Yonhap) -- Two", "SEOUL", "Oct. 24", "Yonhap"),
        ("BEIJING, April 28 (Xinhua) -- Two", "BEIJING", "April 28", "Xinhua"),
        ("MOSCOW, April 28. /TASS/. Two", "MOSCOW", "April 28", "TASS"),
        ("MOSCOW. April 28 (Interfax) - Two", "MOSCOW", "April 28", "Interfax"),
        ("BAKU, 20 October. /Volna/. Two", "BAKU", "20 October", "Volna"),
        ("YEREVAN, 4 OCTOBER, ARMENPRESS. Two", "YEREVAN", "4 OCTOBER", "Armenpress"),
        ("TBILISI/BAKU, Sept 27 (Meridian) - Two", "TBILISI/BAKU", "Sept 27", "Meridian"),
        ("BRUSSELS, April 28 - Two", "BRUSSELS", "April 28", None),
        ("LONDON — Two", "LONDON", None, None),
        ("MANILA, Luzon (May 29, 2017) — Two", "MANILA, Luzon", "May 29, 2017", None),
        ("MADRID—Two", "MADRID", None, None),
        ("MEMPHIS, Tenn. (WMC) - Two", "MEMPHIS, Tenn.", None, "WMC"),
        ("NEW YORK (Northern Press) - Two", "NEW YORK", None, "Northern Press"),
        ("KYIV (Reuters) - Two", "KYIV", None, "Reuters"),
        ("(AFP) - Two bridges", None, None, "Agence France-Presse"),
    ],
)
def test_house_styles(head, place, date, agency):
    found = find_dateline(head + " bridges were hit, the ministry said.")
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    start, end = found.span
    assert start == 0
    assert not head[end:].startswith(("-", "–", "—"))


@pytest.mark.parametrize(
    "line",
    [
        "BATTLES over a mountain enclave have left hundreds dead.",
        "PRESENTER: Good evening.",
        "Defence Ministry (MoD) - the largest in the land - said so.",
        "President Roe (65) - the oldest in office - said so.",
        "The ministry (MoD) said on Monday that two bridges were hit.",
        "NATO said on Monday that it had no evidence.",
        "Two bridges were hit - the third raid this month.",
    ],
)
def test_what_only_looks_like_a_dateline(line):
    assert find_dateline(line) is None


def test_title_and_byline_may_stand_above():
    text = (
        "Bridges hit overnight\n\nBy Jane Roe\n\nKYIV, April 28 (Reuters) - Two bridges were hit."
    )
    found = find_dateline(text)
    assert found.place == "KYIV"
    assert text[found.span[0] : found.span[1]] == "KYIV, April 28 (Reuters) -"


def test_a_place_in_brackets_is_a_dateline_and_a_note_is_none():
    found = find_dateline("(New York, April 28, 2013) – Rebels killed 24 people.")
    assert found is not None
    assert (found.place, found.date) == ("New York", "April 28, 2013")
    assert find_dateline("(Nairobi) - Rebels killed 24 people.").place == "Nairobi"
    assert find_dateline("(Updated) - Rebels killed 24 people.") is None
