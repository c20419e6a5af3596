"""Who wrote it and through which agency it came: from places for credits, not from prose."""

from __future__ import annotations

import pytest

from twosource.documents.credit import agency_name, credit_in, is_byline, known_agency, read_byline


@pytest.mark.parametrize(
    ("written", "byline", "agency"),
    [
        ("By Jane Roe, Reuters", "Jane Roe", "Reuters"),
        ("By JANE ROE and John Doe | AFP", "JANE ROE, John Doe", "Agence France-Presse"),
        ("Jane Roe, Associated Press", "Jane Roe", "Associated Press"),
        ("By Jane Roe in Istanbul", "Jane Roe", None),
        ("Reuters", None, "Reuters"),
        ("By Jane Roe, Northline Wire", "Jane Roe", "Northline Wire"),
        ("By Jane Roe, Diplomatic Correspondent", "Jane Roe", None),
        ("By Jane Roe for Baltic News Service", "Jane Roe", "Baltic News Service"),
        ("By Jane Roe (dpa)", "Jane Roe", "dpa"),
    ],
)
def test_bylines(written, byline, agency):
    assert (read_byline(written).byline, read_byline(written).agency) == (byline, agency)


def test_a_byline_can_name_the_paper():
    assert read_byline("By Jane Roe, Harbour Gazette").outlet == "Harbour Gazette"
    assert read_byline("By Jane Roe, Foreign Editor").outlet is None
    assert (
        credit_in("By Jane Roe, Harbour Gazette\n\nTwo bridges were hit.").outlet
        == "Harbour Gazette"
    )


def test_a_byline_is_a_line_of_its_own():
    assert is_byline("By Imogen Farleigh in Istanbul")
    assert is_byline("By Jane Roe and John Doe, Reuters")
    assert not is_byline("By Monday the army had taken six villages.")
    assert not is_byline("By nightfall nobody was left in the square")
    assert not is_byline("Two bridges were hit by rockets")


@pytest.mark.parametrize(
    ("last", "byline", "agency"),
    [
        ("Reporting by Jane Roe; Editing by John Doe", "Jane Roe", None),
        ("(Reporting by Jane Roe in Kyiv; editing by John Doe)", "Jane Roe", None),
        ("© 2025 AFP", None, "Agence France-Presse"),
        ("© AP", None, "Associated Press"),
        ("Copyright 2025 The Associated Press. All rights reserved.", None, "Associated Press"),
        ("/TASS/", None, "TASS"),
        ("Source: Interfax", None, "Interfax"),
        ("— Reuters", None, "Reuters"),
        ("© 2025 Harbour Gazette. All rights reserved.", None, None),
        ("The statement was first reported by Reuters.", None, None),
    ],
)
def test_signatures_below_a_text(last, byline, agency):
    credit = credit_in(f"Two bridges were hit, the ministry said.\n\nNobody was hurt.\n\n{last}\n")
    assert (credit.byline, credit.agency) == (byline, agency)


def test_prose_about_an_agency_credits_nobody():
    text = (
        "Reuters could not verify the report.\n\nThe ministry told AFP that two bridges were hit."
    )
    assert credit_in(text).agency is None


def test_abbreviations_count_only_as_written():
    assert known_agency("AP") == "Associated Press"
    assert known_agency("ap") is None
    assert known_agency("agence france-presse") == "Agence France-Presse"


def test_a_name_can_say_that_it_is_an_agency():
    assert agency_name("Southern Telegraph Agency") == "Southern Telegraph Agency"
    assert agency_name("Harbour Gazette") is None
    assert agency_name("agency") is None
