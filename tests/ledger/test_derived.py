"""Derived rows follow what is stored, and an older ledger gets them when it is opened."""

import sqlite3
from pathlib import Path

from sqlalchemy import select

from twosource.ledger import Ledger, schema
from twosource.ledger.derived import refill
from twosource.ledger.opening import APPLICATION_ID
from twosource.ledger.queries import all_claims, document, documents, overview

from .making import links, reading

TABLES = (*schema.DERIVED_TABLES, schema.document_rows, schema.outlets)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything derived, straight from the file."""
    raw = sqlite3.connect(path)
    found = {t.name: sorted(raw.execute(f"SELECT * FROM {t.name}"), key=repr) for t in TABLES}
    raw.close()
    return found


def filled(path: Path) -> None:
    with Ledger(path) as ledger:
        first = reading(key="a", publisher="Volna", published_at="2025-04-27T10:00:00Z")
        second = reading("Another text. " * 9, key="b", publisher="The Volna News Agency")
        ledger.store_all([(first, None), (second, None)])
        ledger.store(reading("An edit of it. " * 9, key="b", publisher="Volna"))
        ledger.replace_links(links(*ledger.readings()))


def test_computing_them_anew_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    filled(path)
    before = rows(path)
    assert all(before[name] for name in ("claim_rows", "facet_values", "document_rows", "sources"))
    with Ledger(path) as ledger, ledger._writing() as connection:
        refill(connection)
    assert rows(path) == before


def older(source: Path, path: Path, revision: str) -> None:
    """A ledger of an earlier schema with what the newer one ``source`` holds."""
    from alembic.runtime.environment import EnvironmentContext
    from sqlalchemy import create_engine

    from twosource.ledger.migrate import _scripts

    config, scripts = _scripts()
    engine = create_engine(f"sqlite:///{path}")
    with (
        engine.begin() as connection,
        EnvironmentContext(
            config, scripts, fn=lambda at, _: scripts._upgrade_revs(revision, at)
        ) as environment,
    ):
        environment.configure(connection=connection, target_metadata=schema.metadata)
        environment.run_migrations()
    engine.dispose()
    raw = sqlite3.connect(path)
    raw.execute("ATTACH ? AS new", (str(source),))
    for (table,) in raw.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        " AND name NOT LIKE 'sqlite%' AND name != 'alembic_version'"
    ).fetchall():
        columns = ", ".join(f'"{c[1]}"' for c in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
    raw.commit()
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()


def test_an_older_ledger_gets_its_rows_when_it_is_opened(tmp_path: Path) -> None:
    new, old = tmp_path / "new.ledger", tmp_path / "old.ledger"
    filled(new)
    older(new, old, "0001")
    with Ledger(old) as ledger:
        assert ledger.verify() == []
    assert rows(old) == rows(new)


def test_the_rows_of_documents_follow_an_edit_and_its_taking_back(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger") as ledger:
        first, edit = reading(key="k"), reading("Edited text. " * 9, key="k")
        ledger.store(first)
        ledger.store(edit)
        with ledger.view() as connection:
            assert [row.id for row in documents(connection).rows] == [edit.document.id]
            found = document(connection, first.document.id)
            assert found is not None
            assert [v.current for v in found.versions] == [False, True]
            assert overview(connection).stale
        ledger.restore(first.document)
        with ledger.view() as connection:
            assert [row.id for row in documents(connection).rows] == [first.document.id]
            assert overview(connection).tally.mentions == len(first.mentions)


def test_names_of_one_outlet_are_one(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store(reading(key="a", publisher="Volna"))
        ledger.store(reading("Other. " * 20, key="b", publisher="The Volna News Agency"))
        ledger.store(reading("None. " * 20, key="c", publisher=None))
        with ledger.view() as connection:
            assert {row.outlet for row in documents(connection).rows} == {
                "The Volna News Agency",
                "",
            }
            assert overview(connection).tally.outlets == 1


def test_links_taken_out_leave_no_rows_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    filled(path)
    with Ledger(path) as ledger:
        ledger.store(reading("A third version. " * 9, key="b", publisher="Volna"))
        with ledger.view() as connection:
            assert list(all_claims(connection)) == []
            for table in schema.DERIVED_TABLES:
                assert connection.execute(select(table)).first() is None
