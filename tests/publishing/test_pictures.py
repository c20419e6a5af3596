"""Drawings of the application that are computed here: networks, days, holders, borders."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.ledger.queries import ControlPoint, TimelinePoint
from twosource.model import ClaimKind, Precision, Status
from twosource.publishing.atlas import Projection, countries, country_at, outlines
from twosource.publishing.towns import towns
from twosource.publishing.views.figures import bars
from twosource.publishing.views.holders import NOBODY_NAMED, holders
from twosource.publishing.views.network import Tie, sankey
from twosource.publishing.views.times import said_against_happened

NAMES = st.sampled_from(["A", "B", "C", "D", "E"])


@settings(deadline=None)
@given(st.lists(st.builds(Tie, NAMES, NAMES, st.integers(1, 50), NAMES), max_size=30, unique=True))
def test_bars_are_as_tall_as_their_ribbons_and_stand_apart(ties):
    drawn = sankey(ties)
    if drawn is None:
        assert not ties
        return
    for column in (drawn.left, drawn.right):
        for above, below in pairwise(column):
            assert above.y + above.height <= below.y
        assert column[-1].y + column[-1].height <= drawn.height
    assert sum(b.many for b in drawn.left) == sum(t.many for t in ties)
    assert sum(b.many for b in drawn.right) == sum(t.many for t in ties)
    assert len(drawn.ribbons) == len(ties)


def test_a_name_may_stand_on_both_sides():
    drawn = sankey([Tie("A", "B", 2), Tie("B", "A", 1), Tie("A", "A", 1)])
    assert [b.name for b in drawn.left] == ["A", "B"]
    assert {b.name for b in drawn.right} == {"A", "B"}


def told(said: str, start: str, end: str | None = None) -> TimelinePoint:
    kind, status = ClaimKind.STATEMENT, Status.CONTESTED
    return TimelinePoint("c", "s", kind, status, said, start, end or start, 1)


def test_what_was_told_on_the_day_lies_on_the_line_and_a_forecast_above_it():
    field = said_against_happened(
        [told("2031-03-03T09:00:00Z", "2031-03-03"), told("2031-03-03", "2031-03-09")]
    )
    same, forecast = sorted(field.meetings, key=lambda m: -m.y)
    assert same.happened[0] <= "2031-03-03" <= same.happened[1]
    assert forecast.y < same.y
    assert sum(m.many for m in field.meetings) + field.outside == 2


def test_of_several_days_the_one_nearest_to_the_telling_counts():
    field = said_against_happened([told("2031-03-05", "2031-01-01", "2031-12-31")] * 2)
    assert all(m.happened[0] <= "2031-03-05" <= m.happened[1] for m in field.meetings)


def test_one_claim_is_no_picture_and_a_day_that_is_none_is_left_out():
    assert said_against_happened([told("2031-03-03", "2031-03-03"), told("x", "y")]) is None


def point(party: tuple[str, ...], lat: float | None, date: str = "2031-03-03") -> ControlPoint:
    return ControlPoint(
        claim="c",
        summary="s",
        parties=party,
        place="Orlo",
        lat=lat,
        lon=None if lat is None else 20.0,
        precision=Precision.CITY,
        date=date,
        status=Status.SINGLE_ORIGIN,
        origins=1,
        documents=1,
        denied=False,
    )


def test_each_party_named_at_a_place_has_a_mark_and_nobody_is_made_up():
    points = [point(("Meria",), 45), point(("Varda",), 45), point((), 45), point(("Meria",), None)]
    found = holders(points, Projection((19, 44, 21, 46), 760))
    assert [f.party.name for f in found.flags] == ["Meria", "Varda", NOBODY_NAMED]
    assert len({(f.x, f.y) for f in found.flags}) == 3
    assert found.unplaced == 1
    assert found.flags[-1].party.letter == "?"


def test_a_claim_made_later_is_not_on_the_map_of_an_earlier_day():
    points = [point(("Meria",), 45, "2031-03-01"), point(("Varda",), 45, "2031-03-09")]
    found = holders(points, Projection((19, 44, 21, 46), 760), until="2031-03-05")
    assert [f.party.name for f in found.flags] == ["Meria"]


def test_no_border_runs_once_around_the_globe():
    for country in countries():
        for ring, (_, south, _, _) in country.rings:
            if south > -85:
                steps = [abs(b[0] - a[0]) for a, b in pairwise(ring)]
                assert max(steps) < 90, country.name


@pytest.mark.parametrize(
    ("lon", "lat", "name"),
    [(-173.0, 66.0, "Russia"), (178.0, -17.8, "Fiji"), (37.6, 55.8, "Russia")],
)
def test_a_country_beyond_the_meridian_is_found(lon, lat, name):
    assert country_at(lon, lat).name == name


def test_the_world_is_drawn_once_and_towns_by_size():
    world = outlines(Projection((-180.0, -58.0, 180.0, 80.0), 760))
    assert len(world) > 150
    assert sum(len(path) for _, path in world) < 400_000
    near = towns((30.0, 48.0, 40.0, 54.0), 5)
    assert [t.people for t in near] == sorted((t.people for t in near), reverse=True)
    assert all(30 <= t.lon <= 40 and 48 <= t.lat <= 54 for t in near)


def test_a_strip_of_one_bucket_is_no_strip():
    assert bars([(1, 7, 3)], "week") is None
    strip = bars([(1, 7, 3), (8, 14, 6)], "week", "claim")
    assert strip.bars[0].height < strip.bars[1].height
    assert strip.bars[1].title.endswith("6 claims")
