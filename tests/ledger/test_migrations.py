"""The migrations make what the schema describes, and every trigger stands after the last one."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from twosource.ledger import Ledger, guards, schema
from twosource.ledger.migrate import known, upgrade
from twosource.ledger.opening import HEAD, open_engine


def _ours(obj: object, name: str | None, kind: str, *_: object) -> bool:
    return not (kind == "table" and "_fts" in (name or ""))


def test_the_newest_migration_is_the_one_the_code_expects(ledger: Ledger) -> None:
    assert HEAD in known()
    assert max(known()) == HEAD


def test_the_file_is_as_the_schema_says(ledger: Ledger) -> None:
    with create_engine(f"sqlite:///{ledger.path}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ours})
        assert compare_metadata(context, schema.metadata) == []


def test_every_trigger_stands_and_upgrading_again_changes_nothing(tmp_path: Path) -> None:
    engine, _ = open_engine(tmp_path / "a", create=True, timeout=5)
    for _ in range(2):
        with engine.connect() as connection:
            assert guards.TRIGGERS.keys() <= guards.triggers(connection)
        upgrade(engine)
    engine.dispose()


def test_lost_triggers_and_indexes_can_be_made_again(tmp_path: Path) -> None:
    engine, _ = open_engine(tmp_path / "a", create=True, timeout=5)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        for name in guards.TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        guards.create(connection)
        assert guards.TRIGGERS.keys() <= guards.triggers(connection)
    engine.dispose()
