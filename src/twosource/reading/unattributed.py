"""Factual statements that nobody is credited with."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Attribution
from twosource.reading.parsed import Parsed


def unattributed(parsed: Parsed, relations: Sequence[Attribution]) -> list[Attribution]:
    """Statements in the writer's own voice with an event, a figure or a state to check."""
    return []
