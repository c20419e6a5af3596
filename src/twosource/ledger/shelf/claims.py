"""Claims with their conflicts and series, on the shelf in the ledger's file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.rows import claim_row, conflict_row, origin_rows, series_row
from twosource.ledger.shelf.postings import packed, unpacked
from twosource.ledger.shelf.told import Told, chunks, next_number
from twosource.linking.ranks import MENTION, Rank
from twosource.linking.shelf import JudgedPairs, Kept
from twosource.model import Claim, Conflict, Series

_JUDGED = "judged"  # in `state`: the judgements that the claims respect
_claims, _held, _keys = schema.link_claims, schema.claim_mentions, schema.link_claim_keys
_mentions, _conflicts, _series = schema.link_mentions, schema.conflicts, schema.link_series


def split(members: bytes) -> tuple[Rank, ...]:
    """Ranks that stand one after another."""
    return tuple(members[at : at + MENTION] for at in range(0, len(members), MENTION))


class SqlShelf(Told):
    """`twosource.linking.shelf.Shelf` in the caller's write transaction.

    Rows that pages are answered from (`schema.DERIVED_TABLES`) must be gone before anything is
    taken away here.
    """

    def claims(self, mentions: Iterable[Rank]) -> dict[Rank, str]:
        """The ids of their claims; mentions without one are left out."""
        query = select(_mentions.c.rank, _mentions.c.claim).where(_mentions.c.claim.is_not(None))
        return {row.rank: row.claim for row in self._rows(query, _mentions.c.rank, mentions)}

    def kept(self, ids: Iterable[str]) -> list[Kept]:
        """Claims by id, in order of their first mention; unknown ones are left out."""
        query = select(schema.claims.c.record, _claims.c.members).join(
            _claims, _claims.c.claim == schema.claims.c.id
        )
        rows = self._rows(query, schema.claims.c.id, ids)
        found = [Kept(decode(Claim, row.record), split(row.members)) for row in rows]
        return sorted(found, key=lambda kept: kept.members[0])

    def put_claims(self, claims: Iterable[tuple[Kept, Sequence[int]]]) -> None:
        """Add claims with their blocks; of known ones everything is replaced."""
        run = self.connection.execute
        n = next_number(self.connection, schema.claims)
        for kept, keys in claims:
            name = kept.claim.id
            row = claim_row(n, kept.claim)
            changes = {column: value for column, value in row.items() if column not in ("id", "n")}
            run(
                sqlite_insert(schema.claims)
                .values(row)
                .on_conflict_do_update(index_elements=["id"], set_=changes)
            )
            n += 1
            self._forget(name)
            members = b"".join(kept.members)
            run(insert(_claims), {"claim": name, "members": members, "keys": packed(keys)})
            if keys:
                run(insert(_keys), [{"key": key, "claim": name} for key in keys])
            mentions = kept.claim.mentions
            run(insert(_held), [{"claim": name, "mention": mention} for mention in mentions])
            for chunk in chunks(kept.members):
                run(update(_mentions).where(_mentions.c.rank.in_(chunk)).values(claim=name))
            if rows := origin_rows(kept.claim):
                run(insert(schema.origins), rows)

    def _forget(self, name: str) -> None:
        """Take away what hangs on a claim, but not the claim."""
        run = self.connection.execute
        known = run(select(_claims).where(_claims.c.claim == name)).first()
        if known is None:
            return
        rows = [(key, name) for key in unpacked(known.keys)]
        if rows:
            line = "DELETE FROM link_claim_keys WHERE key = ? AND claim = ?"
            self.connection.exec_driver_sql(line, rows)
        for chunk in chunks(split(known.members)):
            mine = _mentions.c.rank.in_(chunk) & (_mentions.c.claim == name)
            run(update(_mentions).where(mine).values(claim=None))
        for table in (_claims, _held, schema.origins):
            run(delete(table).where(table.c.claim == name))

    def drop_claims(self, ids: Iterable[str]) -> None:
        """Take claims away; no conflict may name them any more."""
        for name in ids:
            self._forget(name)
            self.connection.execute(delete(schema.claims).where(schema.claims.c.id == name))

    def under(self, keys: Iterable[int]) -> set[str]:
        """Claims that fall into any of these blocks."""
        return {row.claim for row in self._rows(select(_keys.c.claim), _keys.c.key, keys)}

    # conflicts and series --------------------------------------------------------------------

    def conflicts(self, ids: Iterable[str]) -> set[Conflict]:
        """All conflicts of these claims."""
        ids = list(ids)
        query = select(_conflicts.c.record)
        return {
            decode(Conflict, row.record)
            for side in (_conflicts.c.a, _conflicts.c.b)
            for row in self._rows(query, side, ids)
        }

    def put_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Add conflicts."""
        n = next_number(self.connection, _conflicts)
        rows = [conflict_row(n + at, conflict) for at, conflict in enumerate(_sorted(conflicts))]
        if rows:
            self.connection.execute(insert(_conflicts), rows)

    def drop_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Take conflicts away."""
        for c in conflicts:
            same = (_conflicts.c.a == c.a) & (_conflicts.c.b == c.b)
            same &= (_conflicts.c.type == c.type.value) & (_conflicts.c.record == encode(c))
            self.connection.execute(delete(_conflicts).where(same))

    def put_series(self, key: int, series: Series | None) -> None:
        """Put the series of one quantity, or take it away."""
        run, table = self.connection.execute, schema.series
        n = run(select(_series.c.n).where(_series.c.key == key)).scalar()
        if series is None:
            if n is not None:
                run(delete(_series).where(_series.c.key == key))
                run(delete(table).where(table.c.n == n))
            return
        if n is not None:
            run(update(table).where(table.c.n == n).values(series_row(n, series)))
            return
        n = next_number(self.connection, table)
        run(insert(table), series_row(n, series))
        run(insert(_series), {"key": key, "n": n})

    # people ----------------------------------------------------------------------------------

    def judged(self) -> JudgedPairs:
        """The judgements that the claims respect."""
        query = select(schema.state.c.value).where(schema.state.c.name == _JUDGED)
        value = self.connection.execute(query).scalar()
        return JudgedPairs() if value is None else decode(JudgedPairs, value)

    def put_judged(self, judged: JudgedPairs) -> None:
        """Note the judgements that the claims respect."""
        value = encode(judged)
        self.connection.execute(
            sqlite_insert(schema.state)
            .values(name=_JUDGED, value=value)
            .on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )


def _sorted(conflicts: Iterable[Conflict]) -> list[Conflict]:
    return sorted(conflicts, key=lambda c: (c.a, c.b, c.type.value, c.why))
