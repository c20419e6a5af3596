"""Lists of claims and facets are what a loop over the whole ledger gives."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from twosource.ledger import Ledger
from twosource.ledger.queries import (
    FACETS,
    ClaimFilter,
    ClaimSort,
    all_claims,
    claims,
    facet,
    facets,
)
from twosource.model import Certainty, ClaimKind, Evidence, Status

from .plain import Plain

QUIET = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def some(values: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(list(values)), max_size=2, unique=True).map(tuple)  # type: ignore[call-overload]


@st.composite
def filters(draw: st.DrawFn, plain: Plain) -> ClaimFilter:
    """Mostly one or two conditions, with values that are there."""

    def names(facet: str) -> list[str]:
        return ["nobody", *sorted({v for own in plain.values.values() for v in own[facet]})]

    days = st.dates(datetime(2031, 1, 1).date(), datetime(2031, 4, 1).date()).map(str)
    offers = {
        "asserter": some(names("asserter")),
        "outlet": some(names("outlet")),
        "place": some(names("place")),
        "kind": some(ClaimKind),
        "evidence": some(Evidence),
        "certainty": some(Certainty),
        "status": some(Status),
        "time_from": days,
        "time_to": days,
        "published_from": days,
        "published_to": days,
        "origins_from": st.integers(0, 4),
        "origins_to": st.integers(0, 4),
        "outlets_from": st.integers(0, 4),
        "documents_from": st.integers(0, 4),
        "document": st.sampled_from([d.id for d in plain.book.documents]),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(offers)), max_size=3, unique=True))
    return ClaimFilter(**{name: draw(offers[name]) for name in chosen})  # type: ignore[arg-type]


def test_every_row_says_what_the_report_says(connection: Connection, plain: Plain) -> None:
    rows = {row.id: row for row in all_claims(connection)}
    assert rows.keys() == plain.lines.keys()
    for name, row in rows.items():
        line = plain.lines[name]
        for field in ("summary", "kind", "status", "origins", "mentions", "documents", "outlets"):
            assert getattr(row, field) == getattr(line, field), field
        assert (row.denials, row.conflicts) == (line.denials, line.conflicts)
        assert (row.time_from, row.time_to) == (line.time_from, line.time_to)
        assert set(row.evidence) == set(line.evidence)
        assert row.first_published == line.first_published
        assert row.places == line.places
        assert row.asserter_count == len(line.asserters)
        assert set(row.asserters) <= set(line.asserters)
        assert row.asserters[: row.vouched] == line.vouched[: row.vouched]
        assert set(row.asserters[: row.affirming]) <= set(line.said_by)


@QUIET
@given(data=st.data(), sort=st.sampled_from(ClaimSort), reverse=st.booleans())
def test_a_page_is_a_part_of_the_filtered_and_ordered_whole(
    connection: Connection, plain: Plain, data: st.DataObject, sort: ClaimSort, reverse: bool
) -> None:
    where = data.draw(filters(plain))
    offset, limit = data.draw(st.integers(0, 30)), data.draw(st.integers(0, 30))
    page = claims(connection, where, sort, reverse=reverse, offset=offset, limit=limit)
    expected = plain.claims(where, sort, reverse)
    assert page.total == len(expected)
    assert [row.id for row in page.rows] == expected[offset : offset + limit]
    assert page.more == (offset + len(page.rows) < len(expected))
    assert [row.id for row in all_claims(connection, where, sort, reverse=reverse)] == expected


@QUIET
@given(data=st.data(), most=st.integers(1, 6))
def test_facets_count_under_every_other_choice(
    connection: Connection, plain: Plain, data: st.DataObject, most: int
) -> None:
    where = data.draw(filters(plain))
    found = facets(connection, where, most)
    assert tuple(each.name for each in found) == FACETS
    for each in found:
        expected = plain.facet(each.name, where)
        assert each.total == len(expected)
        ranked = sorted(expected.items(), key=lambda item: (-item[1], item[0]))
        free = [(v.value, v.count) for v in each.values]
        assert free[: min(most, len(ranked))] == ranked[:most]
        for value in each.values:
            assert value.count == expected[value.value]
        chosen = set(map(str, getattr(where, each.name, ())))
        assert chosen <= {v.value for v in each.values if v.chosen}


def test_a_facet_can_be_searched_among_many_values(connection: Connection, plain: Plain) -> None:
    everything = plain.facet("asserter", ClaimFilter())
    found = facet(connection, "asserter", words="COMMAND", limit=1000)
    expected = {name: count for name, count in everything.items() if "command" in name.casefold()}
    assert {v.value: v.count for v in found.values} == expected
    assert found.total == len(expected)
    second = facet(connection, "asserter", offset=3, limit=4)
    whole = facet(connection, "asserter", limit=7)
    assert second.values == whole.values[3:]
    with pytest.raises(KeyError):
        facet(connection, "colour")


def test_words_find_the_claims_that_hold_them_all(connection: Connection, plain: Plain) -> None:
    villages = {p.name for claim in plain.book.links.claims for p in claim.places}
    for village in sorted(villages)[:20]:
        page = claims(connection, ClaimFilter(text=village), limit=1000)
        expected = {
            claim.id
            for claim in plain.book.links.claims
            for m in plain.book.mentions_of(claim)
            if village in plain.book.document[m.document].text[slice(*m.content[0])]
        }
        assert expected <= {row.id for row in page.rows}
        assert page.total == len(page.rows)
    kind = plain.book.links.claims[0].kind
    both = claims(connection, ClaimFilter(text="village", kind=(kind,)), limit=1000)
    assert all(row.kind == kind for row in both.rows)


@pytest.mark.parametrize("words", ['"', "NEAR(", "a*", "content:x", "-", "OR", "'; DROP", "\x00"])
def test_words_are_data(connection: Connection, words: str) -> None:
    assert claims(connection, ClaimFilter(text=words)).total >= 0
    assert claims(connection, ClaimFilter(asserter=(words,))).total == 0
    found = facet(connection, "asserter", words=words, limit=1000)
    assert all(words.casefold() in value.value.casefold() for value in found.values)


def test_what_came_in_since_a_moment_is_new(generated: Ledger, connection: Connection) -> None:
    now = datetime.now(UTC)
    assert claims(connection, ClaimFilter(since=now + timedelta(days=1))).total == 0
    assert claims(connection, ClaimFilter(heard=now + timedelta(days=1))).total == 0
    old = claims(connection, ClaimFilter(heard=now - timedelta(days=365)))
    assert old.total == generated.count.claims
    whole = claims(connection, ClaimFilter(since=now - timedelta(days=365)))
    assert whole.total == generated.count.claims
