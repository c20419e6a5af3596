"""What a rule reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model import Span


class Severity(StrEnum):
    """How much a finding weighs: ``WARNING`` asks for a change, ``NOTE`` for a second look."""

    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about one stretch of the text.

    ``span`` is ``[start, end)`` in code points of the document's stored text; ``message`` is one
    line that says what is the matter and what would mend it.
    """

    code: str
    message: str
    span: Span
    severity: Severity
