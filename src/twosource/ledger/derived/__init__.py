"""The narrow rows that pages are answered from, computed from documents, mentions and links.

They repeat, and decide nothing: dropping and computing them anew changes no answer. Documents get
theirs when they are stored; what rests on links follows them in the same transaction
(`following`, `counting`), or is computed anew where everything is linked.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete

from twosource.ledger import schema
from twosource.ledger.derived.claims import ClaimFacts, claim_facts, put_claims
from twosource.ledger.derived.conflicts import put_conflicts
from twosource.ledger.derived.documents import refill_documents
from twosource.ledger.derived.edges import edge_rows
from twosource.ledger.derived.heard import Heard, heard
from twosource.ledger.derived.pages import note_new
from twosource.ledger.derived.putting import put
from twosource.ledger.derived.series import all_series, dated, put_series, revised_claims
from twosource.ledger.derived.sources import source_rows, standings
from twosource.ledger.derived.tallies import refill_tallies
from twosource.ledger.derived.touched import note_counted

__all__ = ["ClaimFacts", "Heard", "refill", "refill_links"]


def refill(connection: Connection) -> None:
    """Compute everything anew, inside the caller's write transaction."""
    refill_documents(connection)
    refill_links(connection)


def refill_links(connection: Connection) -> None:
    """Compute anew what rests on mentions and links; the documents' rows must stand."""
    for table in schema.DERIVED_TABLES:
        connection.execute(delete(table))
    mentions = heard(connection)
    facts = claim_facts(connection, mentions)
    put_claims(connection, facts)
    put_conflicts(connection, facts)
    series, dates = list(all_series(connection)), dated(facts)
    put_series(connection, series, dates)
    put(connection, schema.edges, edge_rows(connection, mentions, facts))
    revised = revised_claims(series, dates)
    sources = source_rows(connection, mentions, standings(facts), revised)
    put(connection, schema.sources, sources)
    refill_tallies(connection, mentions)
    note_counted(connection)
    note_new(connection)
