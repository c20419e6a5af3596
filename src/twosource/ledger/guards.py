"""What SQLite needs beside the tables: full-text indexes and triggers.

Alembic's batch mode rebuilds a table and silently loses its triggers: a migration that alters one
of these tables must call `create` again afterwards (it is safe to repeat), and a test checks that
every trigger stands after all migrations.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

APPEND_ONLY = ("archive", "history", "judgements")
_FTS = {
    "mentions_fts": ("mentions", ("content", "source", "asserter")),
    "documents_fts": ("documents", ("title", "text", "publisher")),
    "claim_lines_fts": ("claim_lines", ("words",)),
}
_FROZEN = ("id", "key", "version", "sha256", "digest", "text", "record")  # columns of documents


def _append_only() -> dict[str, str]:
    refuse = "BEGIN SELECT RAISE(ABORT, '{0} is append-only'); END"
    found: dict[str, str] = {}
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            found[name] = f"CREATE TRIGGER {name} BEFORE {verb} ON {table} " + refuse.format(table)
    found["documents_no_delete"] = (
        "CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents "
        + refuse.format("documents")
    )
    found["documents_no_update"] = (
        f"CREATE TRIGGER documents_no_update BEFORE UPDATE OF {', '.join(_FROZEN)} ON documents "
        + refuse.format("documents")
    )
    return found


def _full_text() -> dict[str, str]:
    found: dict[str, str] = {}
    for index, (table, columns) in _FTS.items():
        names = ", ".join(columns)
        old = ", ".join(f"old.{c}" for c in columns)
        new = ", ".join(f"new.{c}" for c in columns)
        add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.n, {new});"
        drop = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.n, {old});"
        for suffix, verb, body in (
            ("ai", "INSERT", add),
            ("ad", "DELETE", drop),
            ("au", f"UPDATE OF {names}", drop + " " + add),
        ):
            name = f"{index}_{suffix}"
            found[name] = f"CREATE TRIGGER {name} AFTER {verb} ON {table} BEGIN {body} END"
    return found


TRIGGERS: dict[str, str] = _append_only() | _full_text()


def create(connection: Connection) -> None:
    """Make the full-text indexes and triggers that are missing (SQLite only).

    Those of tables that a later migration makes wait for it.
    """
    if connection.dialect.name != "sqlite":
        return
    tables = frozenset(
        connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
    )
    for index, (table, columns) in _FTS.items():
        if table not in tables:
            continue
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({', '.join(columns)}, "
            f"content='{table}', content_rowid='n', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
    present = triggers(connection)
    for name, statement in TRIGGERS.items():
        table = statement.partition(" ON ")[2].split(maxsplit=1)[0]
        if name not in present and table in tables:
            connection.exec_driver_sql(statement)


def triggers(connection: Connection) -> frozenset[str]:
    """Names of the triggers that stand in the file."""
    rows = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    return frozenset(rows.scalars())
