"""What linking remembers, kept in the ledger's file: `twosource.linking.shelf.Shelf` in SQL."""

from __future__ import annotations

from twosource.ledger.shelf.keeping import (
    clear_links,
    fill,
    is_kept,
    link_due,
    made_anew,
    mark_due,
    much,
    take_out,
)

__all__ = [
    "clear_links",
    "fill",
    "is_kept",
    "link_due",
    "made_anew",
    "mark_due",
    "much",
    "take_out",
]
