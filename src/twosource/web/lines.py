"""Rows of the queries as the lines that the shared templates draw."""

from __future__ import annotations

from twosource.ledger.queries import ClaimRow, MentionRow
from twosource.model import TimeRange
from twosource.publishing import phrases
from twosource.publishing.safe import anchor
from twosource.publishing.views.common import ClaimLine, DocumentName


def claim_line(row: ClaimRow) -> ClaimLine:
    """A claim as a table, a list or a conflict shows it."""
    time = TimeRange(row.time_from, row.time_to) if row.time_from else None
    return ClaimLine(
        id=row.id,
        anchor=anchor("claim", row.id),
        summary=row.summary,
        kind=row.kind,
        status=row.status,
        figure=phrases.figure(row.figure),
        group=(row.figure and row.figure.group) or "",
        when=phrases.period(time),
        time_from=row.time_from,
        time_to=row.time_to,
        asserters=row.asserters,
        said_by=row.asserters[: row.affirming],
        vouched=row.asserters[: row.vouched],
        evidence=row.evidence,
        places=row.places,
        first_published=row.first_published,
        mentions=row.mentions,
        documents=row.documents,
        outlets=row.outlets,
        origins=row.origins,
        denials=row.denials,
        conflicts=row.conflicts,
    )


def claim_lines(rows: tuple[ClaimRow, ...]) -> tuple[ClaimLine, ...]:
    """Several."""
    return tuple(claim_line(row) for row in rows)


def document_name(row: MentionRow) -> DocumentName:
    """The document that a mention stands in, as others refer to it."""
    return DocumentName(
        id=row.document,
        anchor=anchor("document", row.document),
        title=row.title,
        publisher=row.outlet,
        published=phrases.moment(row.published_at),
        published_at=row.published_at,
    )
