"""The gate of `python -m bench` says what it did not measure; its yardsticks measure."""

import pytest
from bench.__main__ import beside, measures, verdict
from bench.copies import corpus, ours, scored
from bench.echo import SORTS, counts


def test_a_skipped_corpus_is_never_all_floors_hold():
    code, line = verdict(0, ["karabakh"], shared=False)
    assert code == 0
    assert "all" not in line
    assert "karabakh" in line


def test_a_corpus_that_should_be_here_and_is_not_fails():
    code, line = verdict(0, ["karabakh"], shared=True)
    assert code == 1
    assert "karabakh" in line


def test_all_floors_hold_only_where_all_were_measured():
    assert verdict(0, [], shared=True) == (0, "all floors hold")
    assert verdict(2, [], shared=True)[0] == 1


def test_a_row_that_is_no_longer_measured_breaks_its_floor(capsys):
    assert beside("x", {"one": 0.5}, {"one": 0.4, "gone": 0.1}) == 1
    assert beside("x", {"one": 0.39}, {"one": 0.4}) == 1
    assert "BROKEN" in capsys.readouterr().out


def test_what_makes_its_own_corpus_is_measured_everywhere():
    assert {name for name, measure in measures().items() if measure.corpus is None} == {
        "echo",
        "copies",
    }


@pytest.mark.parametrize("sort", SORTS)
def test_echoes_count_once(sort):
    assert counts(3, 10, sort)[:2] == (3, 1)


def test_planted_copies_are_found_and_nothing_else():
    made = corpus(300)
    reached = scored(made, ours(made.documents))
    assert reached["precision"] == 1
    assert reached["recall"] > 0.9
