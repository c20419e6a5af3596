"""The tables of the ledger.

``readings`` and ``mentions`` are what the software made of the documents, and what people made of
that (`twosource.ledger.judged`); ``claims`` and the rest of the links are views computed from them.

Each record is kept whole as typed JSON (``record``); the other columns repeat parts of it for
queries. JSON is stored as text, not as a JSON type, because its digest stands in the history.
The tables are made by the migrations; this package must describe what they make (a test compares).
"""

from twosource.ledger.schema.base import (
    UtcTime,
    metadata,
)
from twosource.ledger.schema.kept import (
    archive,
    attachments,
    documents,
    history,
    judgements,
    mentions,
    parts,
    problems,
    readings,
    shown_record,
    state,
)
from twosource.ledger.schema.links import (
    claim_mentions,
    claims,
    conflicts,
    copies,
    origins,
    series,
)
from twosource.ledger.schema.pages import (
    DERIVED_TABLES,
    claim_lines,
    claim_places,
    claim_rows,
    claim_values,
    conflict_rows,
    document_rows,
    edges,
    facet_values,
    outlets,
    row_stands,
    series_claims,
    series_rows,
    sources,
    tallies,
)
from twosource.ledger.schema.shelf import (
    SHELF_TABLES,
    link_blocks,
    link_claim_keys,
    link_claims,
    link_copies,
    link_documents,
    link_due,
    link_edges,
    link_mentions,
    link_prints,
    link_series,
)

LINK_TABLES = (  # in the order in which they can be emptied
    *SHELF_TABLES,
    *DERIVED_TABLES,
    copies,
    series,
    conflicts,
    origins,
    claim_mentions,
    claims,
)

__all__ = [
    "DERIVED_TABLES",
    "LINK_TABLES",
    "SHELF_TABLES",
    "UtcTime",
    "archive",
    "attachments",
    "claim_lines",
    "claim_mentions",
    "claim_places",
    "claim_rows",
    "claim_values",
    "claims",
    "conflict_rows",
    "conflicts",
    "copies",
    "document_rows",
    "documents",
    "edges",
    "facet_values",
    "history",
    "judgements",
    "link_blocks",
    "link_claim_keys",
    "link_claims",
    "link_copies",
    "link_documents",
    "link_due",
    "link_edges",
    "link_mentions",
    "link_prints",
    "link_series",
    "mentions",
    "metadata",
    "origins",
    "outlets",
    "parts",
    "problems",
    "readings",
    "row_stands",
    "series",
    "series_claims",
    "series_rows",
    "shown_record",
    "sources",
    "state",
    "tallies",
]
