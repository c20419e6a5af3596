"""Alembic without its command line: the migrations ship inside the package."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from twosource.ledger.derived import refill
from twosource.ledger.judged import attach_all
from twosource.ledger.schema import metadata

_HERE = Path(__file__).parent


def _scripts() -> tuple[Config, ScriptDirectory]:
    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("version_locations", str(_HERE / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config, ScriptDirectory.from_config(config)


def known() -> frozenset[str]:
    """Every schema this version can open."""
    return frozenset(script.revision for script in _scripts()[1].walk_revisions())


def upgrade(engine: Engine) -> None:
    """Bring the ledger to the newest schema, in one transaction: all of it or nothing."""
    config, scripts = _scripts()

    def steps(revision: object, _: MigrationContext) -> list[object]:
        return list(scripts._upgrade_revs("head", revision))  # type: ignore[arg-type]

    with (
        engine.connect().execution_options(writing=True) as connection,
        EnvironmentContext(config, scripts, fn=steps) as environment,
        connection.begin(),
    ):
        _run(environment, connection)


def _run(environment: EnvironmentContext, connection: Connection) -> None:
    # SQLite can roll DDL back; Alembic assumes that it cannot unless told.
    environment.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    environment.run_migrations()
    attach_all(connection)
    refill(connection)  # derived rows are made by the present code, whatever the schema was
