import csv
import io
from dataclasses import fields

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.sample import book

from twosource.publishing.book import Book
from twosource.publishing.csv_tables import csv_lines, guard, unguard
from twosource.publishing.parquet_tables import write_parquet
from twosource.publishing.tables import TABLES

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def cells(name: str):
    text = b"".join(csv_lines(TABLES[name], book())).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(st.text())
def test_a_guarded_text_is_no_formula_and_comes_back_as_it_was(text):
    assert not guard(text).startswith(DANGEROUS)
    assert unguard(guard(text)) == text


@given(st.sampled_from("=+-@"), st.text(" \n", max_size=3), st.text())
def test_blanks_in_front_do_not_hide_a_formula(sign, blanks, rest):
    assert guard(blanks + sign + rest).startswith("'")


def test_no_text_of_a_hostile_article_is_a_formula_in_a_spreadsheet():
    numbers = {
        (name, field.name)
        for name, table in TABLES.items()
        for field in fields(table.row)
        if not str(field.type).startswith("str")
    }
    for name in TABLES:
        for row in cells(name):
            for column, value in row.items():
                if (name, column) not in numbers:
                    assert not value.startswith(DANGEROUS), (name, column, value)


def test_a_hostile_text_is_whole_when_read_back():
    row = next(r for r in cells("claims") if r["id"] == "c-evil")
    assert unguard(row["transfer_in_return"]) == "=1+1"
    assert unguard(row["summary"]).startswith("-1+1 <img")


def test_the_unknown_is_an_empty_cell():
    toll = next(r for r in cells("claims") if r["id"] == "c-toll")
    assert (toll["low"], toll["high"]) == ("40", "")
    nowhere = next(r for r in cells("places") if r["name"] == "Springfield")
    assert (nowhere["lat"], nowhere["lon"]) == ("", "")
    text = b"".join(csv_lines(TABLES["claims"], book())).decode()
    assert ',"",' not in text  # known to be empty and unknown are not the same


def test_words_stand_beside_their_spans():
    row = next(r for r in cells("mentions") if r["id"] == "m-hospital")
    assert row["content"] == "52 dead"
    start, end = map(int, row["content_spans"].split(":"))
    assert end - start == len("52 dead")


@pytest.mark.parametrize("name", list(TABLES))
def test_parquet_and_csv_hold_the_same_rows(name):
    out = io.BytesIO()
    write_parquet(TABLES[name], book(), out)
    table = pq.read_table(io.BytesIO(out.getvalue()))
    there = cells(name)
    assert table.num_rows == len(there) > 0
    assert table.column_names == list(there[0])


def test_parquet_keeps_types_and_nulls():
    out = io.BytesIO()
    write_parquet(TABLES["claims"], book(), out)
    rows = {r["id"]: r for r in pq.read_table(io.BytesIO(out.getvalue())).to_pylist()}
    assert rows["c-toll"]["low"] == 40.0
    assert rows["c-toll"]["high"] is None
    assert rows["c-evil"]["summary"].startswith("-1+1")  # no spreadsheet, no apostrophe


def test_a_table_without_rows_has_its_columns():
    out = io.BytesIO()
    write_parquet(TABLES["conflicts"], Book((), ()), out)
    assert pq.read_table(io.BytesIO(out.getvalue())).column_names == ["a", "b", "type", "why"]
    assert b"".join(csv_lines(TABLES["conflicts"], Book((), ()))) == b"a,b,type,why\r\n"
