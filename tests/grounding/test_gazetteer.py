import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.grounding.gazetteer import fold, lookup


def test_old_and_new_spellings_meet_in_one_place():
    for one, other in (("Kyiv", "Kiev"), ("Shusha", "Shushi"), ("Halab", "Aleppo")):
        assert {(e.lat, e.lon) for e in lookup(one)} & {(e.lat, e.lon) for e in lookup(other)}


def test_homonyms_on_several_continents_are_all_there():
    assert {"US", "GB", "AU"} <= {entry.country for entry in lookup("Newcastle")} | {
        entry.country for entry in lookup("Perth")
    }


@pytest.mark.parametrize("name", ["", " ", "Nowhereburg-on-Sea", "Курск", "쿠르스크", "-", "\x00"])
def test_what_it_does_not_know_it_does_not_know(name):
    assert lookup(name) == ()


@given(st.text(max_size=40))
def test_any_name_can_be_asked(name):
    for entry in lookup(name):
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_for_ascii(name):
    assert fold(fold(name)) == fold(name) or not fold(name).isascii()


def test_countries_come_before_towns_of_the_same_name():
    assert lookup("Jordan")[0].sort == "country"


def test_a_look_up_is_quick():
    lookup("Kursk")
    start = time.perf_counter()
    for name in ("Sudzha", "Belgorod", "Goma", "Bunia", "Sittwe", "Hodeida", "Marib", "Agadez"):
        lookup(name)
    assert time.perf_counter() - start < 0.2
