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
_PUT = (
    "INSERT INTO claims (id, n, kind, summary, status, independent_origins, record) "
    "VALUES (:id, :n, :kind, :summary, :status, :independent_origins, :record) "
    "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, summary = excluded.summary, "
    "status = excluded.status, independent_origins = excluded.independent_origins, "
    "record = excluded.record"
)
_ORIGIN = (
    "INSERT INTO origins (claim, n, actor, evidence, counted) "
    "VALUES (:claim, :n, :actor, :evidence, :counted)"
)
_UNHELD = (
    "DELETE FROM claim_mentions WHERE claim = ? "
    "AND mention = (SELECT mention FROM link_mentions WHERE rank = ?)"
)
_conflicts, _series = schema.conflicts, schema.link_series


def split(members: bytes) -> tuple[Rank, ...]:
    """Ranks that stand one after another."""
    return tuple(members[at : at + MENTION] for at in range(0, len(members), MENTION))


class SqlShelf(Told):
    """`twosource.linking.shelf.Shelf` in the caller's write transaction."""

    def claims(self, mentions: Iterable[Rank]) -> dict[Rank, str]:
        """The ids of their claims; mentions without one are left out."""
        query = "SELECT rank, claim FROM link_mentions WHERE claim IS NOT NULL AND rank IN "
        return dict(self.ask.among(query, mentions))

    def kept(self, ids: Iterable[str]) -> list[Kept]:
        """Claims by id, in order of their first mention; unknown ones are left out."""
        query = (
            "SELECT c.record, l.members FROM claims c JOIN link_claims l ON l.claim = c.id "
            "WHERE c.id IN "
        )
        rows = self.ask.among(query, ids)
        found = [Kept(decode(Claim, record), split(members)) for record, members in rows]
        return sorted(found, key=lambda kept: kept.members[0])

    def put_claims(self, claims: Iterable[tuple[Kept, Sequence[int]]]) -> None:
        """Add claims with their blocks; of known ones everything is replaced."""
        n = next_number(self.connection, schema.claims)
        for kept, keys in claims:
            name = kept.claim.id
            self._touch(name)
            self.ask.rows(_PUT, claim_row(n, kept.claim))
            n += 1
            self._hang(kept, keys)
            self.ask.rows("DELETE FROM origins WHERE claim = ?", (name,))
            self.ask.many(_ORIGIN, origin_rows(kept.claim))

    def _hang(self, kept: Kept, keys: Sequence[int]) -> None:
        """Mentions and blocks of a claim; what it had already stays as it is."""
        name, ask = kept.claim.id, self.ask
        known, had = self._had(name)
        self._let_go(name, known - set(kept.members), had - set(keys))
        query = "SELECT rank FROM link_mentions WHERE claim = ? AND rank IN "
        there = {row[0] for row in ask.among(query, kept.members, (name,))}
        pairs = zip(kept.members, kept.claim.mentions, strict=True)
        new = [(rank, mention) for rank, mention in pairs if rank not in there]
        self.touched.moved |= {mention for _, mention in new}
        line = "UPDATE link_mentions SET claim = ? WHERE rank = ?"
        ask.many(line, [(name, rank) for rank, _ in new])
        line = "INSERT INTO claim_mentions (claim, mention) VALUES (?, ?)"
        ask.many(line, [(name, mention) for _, mention in new])
        line = "INSERT INTO link_claim_keys (key, claim) VALUES (?, ?)"
        ask.many(line, [(key, name) for key in keys if key not in had])
        line = "INSERT OR REPLACE INTO link_claims (claim, members, keys) VALUES (?, ?, ?)"
        ask.rows(line, (name, b"".join(kept.members), packed(keys)))

    def _had(self, name: str) -> tuple[set[Rank], set[int]]:
        """Mentions and blocks that a claim had."""
        query = "SELECT members, keys FROM link_claims WHERE claim = ?"
        known = self.ask.first(query, (name,))
        return (set(), set()) if known is None else (set(split(known[0])), set(unpacked(known[1])))

    def _let_go(self, name: str, members: Iterable[Rank], keys: Iterable[int]) -> None:
        """Some of its mentions and blocks are no longer a claim's."""
        ranks = [(name, rank) for rank in members]
        self.ask.many(_UNHELD, ranks)
        line = "UPDATE link_mentions SET claim = NULL WHERE claim = ? AND rank = ?"
        self.ask.many(line, ranks)
        line = "DELETE FROM link_claim_keys WHERE key = ? AND claim = ?"
        self.ask.many(line, [(key, name) for key in keys])

    def _touch(self, name: str) -> None:
        """A claim is about to come, change or go."""
        self.touched.claims.add(name)
        record = self.ask.value(str, "SELECT record FROM claims WHERE id = ?", (name,))
        if record is not None and (edge := transferred(decode(Claim, record))) is not None:
            self.touched.counts.edges.add(edge)

    def drop_claims(self, ids: Iterable[str]) -> None:
        """Take claims away; no conflict may name them any more."""
        for name in ids:
            self._touch(name)
            self._let_go(name, *self._had(name))
            for table in ("link_claims", "origins"):
                self.ask.rows(f"DELETE FROM {table} WHERE claim = ?", (name,))
            drop_claim(self.connection, name, self.touched)
            self.ask.rows("DELETE FROM claims WHERE id = ?", (name,))

    def under(self, keys: Iterable[int]) -> set[str]:
        """Claims that fall into any of these blocks."""
        rows = self.ask.among("SELECT claim FROM link_claim_keys WHERE key IN ", keys)
        return {row[0] for row in rows}

    # conflicts and series --------------------------------------------------------------------

    def conflicts(self, ids: Iterable[str]) -> set[Conflict]:
        """All conflicts of these claims."""
        ids = list(ids)
        return {
            decode(Conflict, row[0])
            for side in ("a", "b")
            for row in self.ask.among(f"SELECT record FROM conflicts WHERE {side} IN ", ids)
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
