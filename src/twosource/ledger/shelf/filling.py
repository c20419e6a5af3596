"""All that linking remembers, from memory into the ledger's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from twosource.ledger import schema
from twosource.ledger.rows import claim_row, conflict_row, copy_row, origin_rows, series_row
from twosource.ledger.shelf.postings import packed
from twosource.linking import Memory

_AT_ONCE = 10_000  # rows of one statement


def fill_tables(connection: Connection, memory: Memory) -> None:
    """Fill the empty tables."""
    held = set(connection.execute(select(schema.mentions.c.id)).scalars())

    def put(table: Table, rows: Iterable[dict[str, Any]]) -> None:
        waiting = iter(rows)
        while chunk := list(islice(waiting, _AT_ONCE)):
            connection.execute(insert(table), chunk)

    def put_lines(line: str, rows: Iterable[tuple[Any, ...]]) -> None:
        waiting = iter(rows)
        while chunk := list(islice(waiting, _AT_ONCE)):
            connection.exec_driver_sql(line, chunk)

    links = memory.links
    put(schema.claims, (claim_row(n, claim) for n, claim in enumerate(links.claims)))
    put(
        schema.claim_mentions,
        (
            {"claim": claim.id, "mention": mention}
            for claim in links.claims
            for mention in claim.mentions
            if mention in held  # what went meanwhile is due
        ),
    )
    put(schema.origins, (row for claim in links.claims for row in origin_rows(claim)))
    put(schema.conflicts, (conflict_row(n, c) for n, c in enumerate(links.conflicts)))
    put(schema.copies, (copy_row(n, copy) for n, copy in enumerate(links.copies)))
    ordered = sorted(memory.all_series.items())
    put(schema.series, (series_row(n, series) for n, (_, series) in enumerate(ordered)))
    put(schema.link_series, ({"key": key, "n": n} for n, (key, _) in enumerate(ordered)))
    put(schema.link_documents, _documents(memory))
    put(schema.link_mentions, _mentions(memory))
    put(schema.link_claims, _claims(memory))
    put(schema.link_copies, _copies(memory))
    line = "INSERT INTO {} (key, {}) VALUES (?, ?)"
    put_lines(line.format("link_prints", "rank"), sorted(memory.prints.pairs()))
    put_lines(line.format("link_blocks", "rank"), sorted(memory.blocks.pairs()))
    keys = ((key, kept.claim.id) for kept, found in memory.all_claims for key in found)
    put_lines(line.format("link_claim_keys", "claim"), sorted(keys))
    edges = ((e.one, e.other, int(e.sort), e.score) for e in memory.all_edges)
    line = "INSERT INTO link_edges (one, other, sort, score) VALUES (?, ?, ?, ?)"
    put_lines(line, sorted(edges))


def _documents(memory: Memory) -> Iterator[dict[str, Any]]:
    for rank, document in memory.all_documents:
        keys = packed(memory.prints.keys(rank))
        yield {"rank": rank, "document": document.id, "keys": keys}


def _mentions(memory: Memory) -> Iterator[dict[str, Any]]:
    for item in memory.all_items:
        keys, claim = packed(memory.blocks.keys(item.at)), memory.claims([item.at])[item.at]
        yield {"rank": item.at, "mention": item.mention.id, "claim": claim, "keys": keys}


def _claims(memory: Memory) -> Iterator[dict[str, Any]]:
    for kept, keys in memory.all_claims:
        members = b"".join(kept.members)
        yield {"claim": kept.claim.id, "members": members, "keys": packed(keys)}


def _copies(memory: Memory) -> Iterator[dict[str, Any]]:
    for n, (rank, original) in enumerate(memory.all_copies):
        yield {"rank": rank, "original": original, "n": n}
