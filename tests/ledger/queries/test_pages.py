"""Pages of one thing, and the lists beside the claims, are what the whole ledger says."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from twosource.ledger import Ledger
from twosource.ledger.queries import (
    ClaimFilter,
    DocumentFilter,
    DocumentSort,
    EdgeKind,
    Role,
    SourceSort,
    claim,
    claims,
    conflict_types,
    conflicts,
    document,
    documents,
    figures,
    network,
    overview,
    places,
    review_counts,
    review_queue,
    series,
    source,
    sources,
    timeline,
    versions,
)
from twosource.model import ClaimKind, ConflictType, Polarity, Status
from twosource.outlets import outlet
from twosource.publishing.book import Book
from twosource.publishing.views.overview import overview as report_overview
from twosource.publishing.views.overview import source_lines
from twosource.publishing.views.tree import origin_tree

from .plain import Plain


def test_a_claim_comes_with_everything_its_page_draws(connection: Connection, plain: Plain) -> None:
    book = plain.book
    for whole in book.links.claims:
        found = claim(connection, whole.id)
        assert found is not None
        assert found.claim == whole
        assert set(found.conflicts) == set(book.conflicts_of.get(whole.id, ()))
        assert {s for s in book.links.series if any(p.claim == whole.id for p in s.points)} == set(
            found.series
        )
        beside = Book(found.documents, found.mentions, found.links)
        assert beside.mentions_of(whole) == book.mentions_of(whole)
        assert origin_tree(beside, whole) == origin_tree(book, whole)
        shown = {row.id for row in found.rows}
        assert {p.claim for s in found.series for p in s.points} - {whole.id} <= shown


def test_a_mention_leads_to_the_claim_that_holds_it(connection: Connection, plain: Plain) -> None:
    whole = plain.book.links.claims[0]
    found = claim(connection, whole.mentions[-1])
    assert found is not None
    assert found.claim.id == whole.id
    assert claim(connection, "c-nothing") is None


def test_a_document_comes_with_its_mentions_and_copies(
    connection: Connection, plain: Plain
) -> None:
    book = plain.book
    for one in book.documents[:40]:
        found = document(connection, one.id)
        assert found is not None
        assert found.document == one
        assert found.mentions == book.mentions_in.get(one.id, ())
        assert dict(found.claim_of) == {m.id: book.claim_of[m.id] for m in found.mentions}
        assert {row.id for row in found.claims} == {book.claim_of[m.id] for m in found.mentions}
        sides = {c for c in book.links.copies if one.id in (c.document, c.original)}
        assert set(found.copies) == sides
        assert {d.id for d in found.others} == {
            name for c in sides for name in (c.document, c.original)
        } - {one.id}
        assert [row.id for row in found.versions] == [one.id]
        assert found.row.outlet == one.publisher
        assert versions(connection, one.key) == (one,)
    assert document(connection, "d-nothing") is None


@pytest.mark.parametrize("sort", DocumentSort)
def test_documents_page_by_page(connection: Connection, plain: Plain, sort: DocumentSort) -> None:
    seen = []
    while True:
        page = documents(connection, sort=sort, offset=len(seen), limit=17)
        if not page.rows:
            break
        seen += [row.id for row in page.rows]
    assert page.total == len(seen) == len(set(seen)) == len(plain.book.documents)


def test_documents_are_filtered(connection: Connection, plain: Plain) -> None:
    some = plain.book.documents[7]
    name = some.publisher or ""
    by_outlet = documents(connection, DocumentFilter(outlet=(name,)), limit=1000)
    assert {r.id for r in by_outlet.rows} == {
        d.id for d in plain.book.documents if d.publisher == name
    }
    day = (some.published_at or "")[:10]
    by_day = documents(connection, DocumentFilter(published_from=day, published_to=day), limit=1000)
    assert {r.id for r in by_day.rows} == {
        d.id for d in plain.book.documents if (d.published_at or "")[:10] == day
    }
    word = max(some.text.split(), key=len).strip(".,")
    by_text = documents(connection, DocumentFilter(text=word), limit=1000)
    assert some.id in {r.id for r in by_text.rows}
    assert documents(connection, DocumentFilter(text='"')).total == 0
    later = datetime.now(UTC) + timedelta(days=1)
    assert documents(connection, DocumentFilter(since=later)).total == 0


def test_figures_are_the_series(connection: Connection, plain: Plain) -> None:
    whole = figures(connection, limit=1000)
    assert whole.total == len(plain.book.links.series)
    assert [row.points for row in whole.rows] == sorted(
        (len(s.points) for s in plain.book.links.series), reverse=True
    )
    for row in whole.rows:
        found = series(connection, row.n)
        assert found is not None
        assert found.series == plain.book.links.series[row.n]
        assert {c.id for c in found.claims} == {p.claim for p in found.series.points}
        lows = [p.low for p in found.series.points if p.low is not None]
        assert row.low == min(lows)
    group = whole.rows[0].group
    assert figures(connection, text=group.upper()).total >= 1
    assert series(connection, 10_000) is None


def test_the_timeline_counts_every_claim_with_a_day(connection: Connection, plain: Plain) -> None:
    found = timeline(connection)
    lines = plain.lines.values()
    assert sum(b.count for b in found.said) == sum(bool(line.first_published) for line in lines)
    assert sum(b.count for b in found.happened) == sum(bool(line.time_from) for line in lines)
    both = [line for line in lines if line.time_from and line.first_published]
    assert found.total == len(found.points) == len(both)
    assert [p.end for p in found.points] == sorted(p.end for p in found.points)
    for before, after in pairwise(found.said):
        assert before.start <= before.end < after.start
    some = ClaimFilter(kind=(ClaimKind.FIGURE,))
    assert sum(b.count for b in timeline(connection, some).said) == claims(connection, some).total


def test_places_count_their_claims(connection: Connection, plain: Plain) -> None:
    expected = Counter(
        (p.name, p.precision, p.lat, p.lon) for c in plain.book.links.claims for p in set(c.places)
    )
    found = places(connection)
    assert found.total == len(expected)
    assert {(p.name, p.precision, p.lat, p.lon): p.claims for p in found.places} == expected
    contested = sum(len(set(c.places)) for c in plain.book.links.claims if _contested(c.status))
    assert sum(p.contested for p in found.places) == contested
    control = [c for c in plain.book.links.claims if c.kind is ClaimKind.CONTROL and c.places]
    assert {p.claim for p in found.control} == {c.id for c in control}
    assert found.control_total == sum(len(c.places) for c in control)
    assert [p.date for p in found.control] == sorted(p.date for p in found.control)
    one = found.places[0].name
    narrowed = places(connection, ClaimFilter(place=(one,)))
    assert one in {p.name for p in narrowed.places}
    assert narrowed.total < found.total


def _contested(status: Status) -> bool:
    return status is Status.CONTESTED


def test_the_network_counts_who_passes_on_whom(connection: Connection, plain: Plain) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for mention in plain.book.mentions:
        name = outlet(plain.book.document[mention.document])
        chain = [name, *mention.chain] if name and mention.chain else list(mention.chain)
        expected.update({(a, b) for a, b in pairwise(chain) if a != b})
    found = network(connection, EdgeKind.RELAY, most=10_000)
    assert {(e.a, e.b): e.mentions for e in found.edges} == expected
    assert found.total == len(expected)
    assert {n.name for n in found.nodes} == {name for pair in expected for name in pair}
    agency = max(expected, key=lambda pair: expected[pair])[0]
    near = network(connection, about=agency)
    assert all(agency in (e.a, e.b) for e in near.edges)
    given = network(connection, EdgeKind.TRANSFER, most=10_000)
    told = [c for c in plain.book.links.claims if c.transfer]
    assert sum(e.mentions for e in given.edges) == sum(len(c.mentions) for c in told)


def test_conflicts_stand_side_by_side(connection: Connection, plain: Plain) -> None:
    found = conflicts(connection, limit=1000)
    assert found.total == len(found.rows) == len(plain.book.links.conflicts)
    weight = [row.a.mentions + row.b.mentions for row in found.rows]
    assert weight == sorted(weight, reverse=True)
    for row in found.rows:
        if row.itself:
            assert all(m.polarity is Polarity.AFFIRMED for m in row.a_says)
            assert all(m.polarity is Polarity.DENIED for m in row.b_says)
        assert {m.claim for m in row.a_says} == {row.a.id}
        assert {m.claim for m in row.b_says} == {row.b.id}
    types = Counter(c.type for c in plain.book.links.conflicts)
    assert dict(conflict_types(connection)) == types
    denials = conflicts(connection, ConflictType.DENIAL, limit=1000)
    assert denials.total == types[ConflictType.DENIAL]


def test_sources_are_counted_as_in_the_report(connection: Connection, plain: Plain) -> None:
    expected = {line.name: line for line in source_lines(plain.book, plain.lines, {})}
    found = sources(connection, limit=1000)
    assert {row.name for row in found.rows} == set(expected)
    for row in found.rows:
        line = expected[row.name]
        for field in ("mentions", "claims", "alone", "contested", "denies", "outlets", "unnamed"):
            assert getattr(row, field) == getattr(line, field), (row.name, field)
        assert set(row.evidence) == set(line.evidence)
    by_name = sources(connection, sort=SourceSort.NAME, limit=1000)
    folded = [row.name.casefold() for row in by_name.rows]
    assert folded == sorted(folded)
    outlets = sources(connection, Role.OUTLET, limit=1000)
    assert {row.name: row.documents for row in outlets.rows} == Counter(
        d.publisher for d in plain.book.documents
    )


def test_one_source_with_its_claims_and_relays(connection: Connection, plain: Plain) -> None:
    name = sources(connection).rows[0].name
    found = source(connection, name)
    assert found is not None
    said = plain.said_by(name)
    assert found.claims.total == found.row.claims
    assert {s.value: s.count for s in found.evidence} == Counter(str(m.evidence) for m in said)
    assert all(edge.b == name for edge in found.passed_on_by)
    assert {m.id for m in found.latest} <= {m.id for m in said}
    printed = source(connection, plain.book.documents[0].publisher or "")
    assert printed is not None
    assert printed.row.role is Role.OUTLET
    assert sum(s.count for s in printed.certainty) == printed.row.mentions
    assert source(connection, "nobody at all") is None


def test_the_overview_counts_as_the_report_does(
    generated: Ledger, connection: Connection, plain: Plain
) -> None:
    found = overview(connection, since=datetime.now(UTC) - timedelta(days=1))
    expected = report_overview(plain.book, list(plain.lines.values()))
    tally = found.tally
    for field in ("documents", "outlets", "mentions", "claims", "conflicts", "copies"):
        assert getattr(tally, field) == getattr(expected, field), field
    statuses = dict(found.statuses)
    assert statuses[Status.CONTESTED] == expected.contested == found.contested_total
    assert statuses[Status.SINGLE_ORIGIN] == expected.single
    assert dict(found.evidence) == {s.evidence: s.count for s in expected.evidence}
    assert sum(b.count for b in found.published) == expected.documents
    assert all(c.origins == 1 and (c.outlets or 0) > 1 for c in found.dangerous)
    dangerous = [c for c in plain.lines.values() if c.origins == 1 and (c.outlets or 0) > 1]
    assert found.dangerous_total == len(dangerous)
    assert found.fresh is not None
    assert found.fresh.documents == expected.documents
    assert found.fresh.claims == expected.claims
    assert found.fresh.grown == 0
    assert found.fresh.disputed == found.contested_total > 0
    assert found.fresh.spread == found.dangerous_total
    assert {c.id for c in found.contested[:8]} <= {c.id for c in found.fresh.alerts}
    assert not found.stale
    assert overview(connection).fresh is None


def test_what_waits_for_a_person_waits_no_more_when_judged(tmp_path: object) -> None:
    from pathlib import Path

    from bench.ledgers import make

    from twosource.ledger import JudgementKind

    path = Path(str(tmp_path)) / "a.ledger"
    make(path, 60, seed=3)
    with Ledger(path) as ledger:
        with ledger.view() as connection:
            before = {c.reason: c.waiting for c in review_counts(connection)}
            queue = review_queue(connection, limit=1000)
        assert queue.total == len(queue.rows) > 0
        assert len({item.claim.id for item in queue.rows}) == queue.total
        for reason, waiting in before.items():
            with ledger.view() as connection:
                page = review_queue(connection, reason, limit=1000)
            assert page.total == waiting
            assert all(item.mention.claim == item.claim.id for item in page.rows)
        first = queue.rows[0]
        made = ledger.judge(JudgementKind.ACCEPT, [first.mention.id], who="ann", reason="read it")
        with ledger.view() as connection:
            after = review_queue(connection, limit=1000)
            assert after.total == queue.total - 1
            assert first.claim.id not in {item.claim.id for item in after.rows}
            detail = claim(connection, first.claim.id)
            assert detail is not None
            assert [j.id for j in detail.judgements] == [made.id]
        undo = ledger.judge(JudgementKind.UNDO, [made.id], who="ann", reason="not so")
        with ledger.view() as connection:
            assert review_queue(connection).total == queue.total
        ledger.judge(JudgementKind.UNDO, [undo.id], who="ben", reason="it was so")
        with ledger.view() as connection:
            assert review_queue(connection).total == queue.total - 1
