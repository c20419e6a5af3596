"""What a page costs does not grow with the ledger: questions are counted, not seconds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench.ledgers import make
from sqlalchemy import Connection, event

from twosource.ledger import Ledger
from twosource.ledger import queries as q
from twosource.model import ClaimKind, Status

WHERE = q.ClaimFilter(status=(Status.CONTESTED,), kind=(ClaimKind.FIGURE,))
PAGES: dict[str, tuple[int, Callable[[Connection], object]]] = {
    "claims": (3, q.claims),
    "claims, narrowed": (3, lambda c: q.claims(c, WHERE)),
    "facets": (16, q.facets),
    "facets, narrowed": (3, lambda c: q.facets(c, WHERE)),
    "claim": (13, lambda c: q.claim(c, q.claims(c, limit=1).rows[0].id)),
    "documents": (3, q.documents),
    "document": (14, lambda c: q.document(c, q.documents(c, limit=1).rows[0].id)),
    "figures": (2, q.figures),
    "timeline": (5, q.timeline),
    "places": (3, q.places),
    "network": (3, q.network),
    "conflicts": (6, q.conflicts),
    "sources": (2, q.sources),
    "source": (14, lambda c: q.source(c, q.sources(c, limit=1).rows[0].name)),
    "overview": (26, q.overview),
    "review": (24, q.review_queue),
}


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Ledger]]:
    opened = []
    for mentions in (60, 400):
        path = Path(tmp_path_factory.mktemp("cost")) / f"{mentions}.ledger"
        make(path, mentions, seed=9)
        opened.append(Ledger(path))
    yield opened
    for ledger in opened:
        ledger.close()


@contextmanager
def counted(connection: Connection) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(*given: object) -> None:
        if not str(given[2]).startswith("BEGIN"):
            asked.append(str(given[2]))

    event.listen(connection, "before_cursor_execute", note)
    yield asked
    event.remove(connection, "before_cursor_execute", note)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_more_questions_of_a_larger_ledger(sizes: list[Ledger], name: str) -> None:
    most, page = PAGES[name]
    for ledger in sizes:
        with ledger.view() as connection, counted(connection) as asked:
            page(connection)
        assert len(asked) <= most, "\n".join(asked)


HOT = {
    "claims": q.claims,
    "claims by outlets": lambda c: q.claims(c, sort=q.ClaimSort.OUTLETS),
    "claims of a source": lambda c: q.claims(
        c, q.ClaimFilter(asserter=(q.sources(c, limit=1).rows[0].name,))
    ),
    "sources": q.sources,
    "conflicts": q.conflicts,
    "facets": q.facets,
}


@pytest.mark.parametrize("name", HOT)
def test_hot_pages_read_no_table_from_end_to_end(sizes: list[Ledger], name: str) -> None:
    """Each question is answered from an index; only counts go over one."""
    with sizes[1].view() as connection:
        found: list[tuple[str, object]] = []

        def note(*given: object) -> None:
            found.append((str(given[2]), given[3]))

        event.listen(connection, "before_cursor_execute", note)
        HOT[name](connection)
        event.remove(connection, "before_cursor_execute", note)
        for statement, values in found:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
            for step in plan:
                whole = step[3].startswith("SCAN ") and "INDEX" not in step[3]
                inside = "anon" in step[3] or "subquery" in step[3]  # of an answer, not a table
                assert not whole or inside, (step[3], statement)
