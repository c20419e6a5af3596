"""Claims with their conflicts and series, on the shelf in the ledger's file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived.dropping import drop_claim, drop_conflicts, drop_series
from twosource.ledger.derived.edges import transferred
from twosource.ledger.rows import claim_row, conflict_row, origin_rows, series_row
from twosource.ledger.shelf.postings import packed, unpacked
from twosource.ledger.shelf.told import Told, next_number
from twosource.linking.ranks import MENTION, Rank
from twosource.linking.shelf import JudgedPairs, Kept
from twosource.model import Claim, Conflict, Series

_JUDGED = "judged"  # in `state`: the judgements that the claims respect
_conflicts, _series = schema.conflicts, schema.link_series


def split(members: bytes) -> tuple[Rank, ...]:
    """Ranks that stand one after another."""
    return tuple(members[at : at + MENTION] for at in range(0, len(members), MENTION))


class SqlShelf(Told):
    """`twosource.linking.shelf.Shelf` in the caller's write transaction."""

    def claims(self, mentions: Iterable[Rank]) -> dict[Rank, str]:
        """The ids of their claims; mentions without one are left out."""
        query = "SELECT rank, claim FROM link_mentions WHERE claim IS NOT NULL AND rank IN "
        return dict(tuple(row) for row in self.rows(query, mentions))

    def kept(self, ids: Iterable[str]) -> list[Kept]:
        """Claims by id, in order of their first mention; unknown ones are left out."""
        query = (
            "SELECT c.record, l.members FROM claims c JOIN link_claims l ON l.claim = c.id "
            "WHERE c.id IN "
        )
        rows = self.rows(query, ids)
        found = [Kept(decode(Claim, record), split(members)) for record, members in rows]
        return sorted(found, key=lambda kept: kept.members[0])

    def put_claims(self, claims: Iterable[tuple[Kept, Sequence[int]]]) -> None:
        """Add claims with their blocks; of known ones everything is replaced."""
        run = self.connection.execute
        n = next_number(self.connection, schema.claims)
        for kept, keys in claims:
            name = kept.claim.id
            self._touch(name)
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
            line = "INSERT INTO link_claims (claim, members, keys) VALUES (?, ?, ?)"
            self.run(line, (name, members, packed(keys)))
            if keys:
                line = "INSERT INTO link_claim_keys (key, claim) VALUES (?, ?)"
                self.run(line, [(key, name) for key in keys])
            line = "INSERT INTO claim_mentions (claim, mention) VALUES (?, ?)"
            self.run(line, [(name, mention) for mention in kept.claim.mentions])
            line = "UPDATE link_mentions SET claim = ? WHERE rank = ?"
            self.run(line, [(name, rank) for rank in kept.members])
            if rows := origin_rows(kept.claim):
                run(insert(schema.origins), rows)

    def _touch(self, name: str) -> None:
        """A claim is about to come, change or go."""
        self.touched.claims.add(name)
        record = self.run("SELECT record FROM claims WHERE id = ?", (name,)).scalar()
        if record is not None and (edge := transferred(decode(Claim, record))) is not None:
            self.touched.counts.edges.add(edge)

    def _forget(self, name: str) -> None:
        """Take away what hangs on a claim, but not the claim."""
        query = "SELECT members, keys FROM link_claims WHERE claim = ?"
        known = self.run(query, (name,)).first()
        if known is None:
            return
        members, keys = known
        if rows := [(key, name) for key in unpacked(keys)]:
            self.run("DELETE FROM link_claim_keys WHERE key = ? AND claim = ?", rows)
        line = "UPDATE link_mentions SET claim = NULL WHERE rank = ? AND claim = ?"
        self.run(line, [(rank, name) for rank in split(members)])
        for table in ("link_claims", "claim_mentions", "origins"):
            self.run(f"DELETE FROM {table} WHERE claim = ?", (name,))

    def drop_claims(self, ids: Iterable[str]) -> None:
        """Take claims away; no conflict may name them any more."""
        for name in ids:
            self._touch(name)
            self._forget(name)
            drop_claim(self.connection, name, self.touched)
            self.run("DELETE FROM claims WHERE id = ?", (name,))

    def under(self, keys: Iterable[int]) -> set[str]:
        """Claims that fall into any of these blocks."""
        rows = self.rows("SELECT claim FROM link_claim_keys WHERE key IN ", keys)
        return {row[0] for row in rows}

    # conflicts and series --------------------------------------------------------------------

    def conflicts(self, ids: Iterable[str]) -> set[Conflict]:
        """All conflicts of these claims."""
        ids = list(ids)
        return {
            decode(Conflict, row[0])
            for side in ("a", "b")
            for row in self.rows(f"SELECT record FROM conflicts WHERE {side} IN ", ids)
        }

    def put_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Add conflicts."""
        conflicts = _sorted(conflicts)
        self.touched.claims |= {side for c in conflicts for side in (c.a, c.b)}
        n = next_number(self.connection, _conflicts)
        rows = [conflict_row(n + at, conflict) for at, conflict in enumerate(conflicts)]
        if rows:
            self.connection.execute(insert(_conflicts), rows)

    def drop_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Take conflicts away."""
        for c in conflicts:
            self.touched.claims |= {c.a, c.b}
            same = (_conflicts.c.a == c.a) & (_conflicts.c.b == c.b)
            same &= (_conflicts.c.type == c.type.value) & (_conflicts.c.record == encode(c))
            query = select(_conflicts.c.n).where(same)
            numbers = list(self.connection.execute(query).scalars())
            drop_conflicts(self.connection, numbers)
            self.connection.execute(delete(_conflicts).where(same))

    def put_series(self, key: int, series: Series | None) -> None:
        """Put the series of one quantity, or take it away."""
        run, table = self.connection.execute, schema.series
        n = run(select(_series.c.n).where(_series.c.key == key)).scalar()
        if n is not None:
            self.touched.series.add(n)
            old = decode(Series, run(select(table.c.record).where(table.c.n == n)).scalar_one())
            self.touched.counts.asserters |= {p.origin for p in old.points if p.origin}
        if series is None:
            if n is not None:
                drop_series(self.connection, [n])
                run(delete(_series).where(_series.c.key == key))
                run(delete(table).where(table.c.n == n))
            return
        if n is not None:
            run(update(table).where(table.c.n == n).values(series_row(n, series)))
            return
        n = next_number(self.connection, table)
        self.touched.series.add(n)
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
