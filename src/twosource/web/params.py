"""What an address asks for: the same words for pages and for the API.

A value that does not exist is refused with one line, so that a mistyped address is not taken for an
empty result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from twosource.ledger.queries import ClaimFilter, ClaimSort
from twosource.model import Certainty, ClaimKind, Evidence, Status

E = TypeVar("E", bound=StrEnum)
LONGEST = 500  # characters of one value
FARTHEST = 10_000_000
FILTERS = (
    *("status", "kind", "evidence", "certainty", "origins", "asserter", "outlet", "place"),
    *("from", "to", "said_from", "said_to", "outlets", "documents"),
    *("since", "heard", "document", "q"),
)


def refuse(name: str, value: str, wanted: str) -> HTTPException:
    """A 400 that names the parameter, what it got and what it takes."""
    shown = value if len(value) <= 60 else value[:59] + "…"
    return HTTPException(400, f"{name}={shown}: {wanted}")


def texts(query: QueryParams, name: str) -> tuple[str, ...]:
    """All values of a name that are not empty, each once."""
    values = [value.strip() for value in query.getlist(name)]
    for value in values:
        if len(value) > LONGEST:
            raise refuse(name, value, f"longer than {LONGEST} characters")
    return tuple(dict.fromkeys(value for value in values if value))


def text(query: QueryParams, name: str) -> str:
    """The last value of a name, ``""`` where it has none."""
    given = texts(query, name)
    return given[-1] if given else ""


def choices(query: QueryParams, name: str, kind: type[E]) -> tuple[E, ...]:
    """Values of an enumeration."""
    return tuple(_choice(name, value, kind) for value in texts(query, name))


def choice(query: QueryParams, name: str, kind: type[E], otherwise: E) -> E:
    """One value of an enumeration."""
    value = text(query, name)
    return _choice(name, value, kind) if value else otherwise


def _choice(name: str, value: str, kind: type[E]) -> E:
    try:
        return kind(value)
    except ValueError:
        raise refuse(name, value, f"one of {', '.join(_values(kind))}") from None


def _values(kind: Iterable[StrEnum]) -> list[str]:
    return [member.value for member in kind]


def day(query: QueryParams, name: str) -> str | None:
    """A day as ``YYYY-MM-DD``."""
    value = text(query, name)
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise refuse(name, value, "a day is written YYYY-MM-DD") from None


def moment(query: QueryParams, name: str) -> datetime | None:
    """A moment in ISO 8601; without a zone it is UTC."""
    value = text(query, name)
    if not value:
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        raise refuse(name, value, "a moment is written YYYY-MM-DDTHH:MM:SSZ") from None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def number(query: QueryParams, name: str, low: int = 0, high: int = FARTHEST) -> int | None:
    """A whole number from ``low`` to ``high``."""
    value = text(query, name)
    if not value:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", value) or not low <= int(value) <= high:
        raise refuse(name, value, f"a whole number from {low} to {high}")
    return int(value)


def flag(query: QueryParams, name: str) -> bool:
    """``1`` or ``true``."""
    value = text(query, name).casefold()
    if value not in ("", "0", "1", "true", "false"):
        raise refuse(name, value, "1 or 0")
    return value in ("1", "true")


def _span(query: QueryParams, name: str) -> tuple[int | None, int | None]:
    value = query.get(name, "").replace(" ", "+")  # a bare plus in an address reads as a blank
    if not value:
        return None, None
    match = re.fullmatch(r"([0-9]{1,6})(\+|-([0-9]{1,6}))?", value)
    if not match:
        raise refuse(name, value, "a number, or a range as 2+ or 2-5")
    low = int(match[1])
    return low, None if match[2] == "+" else int(match[3] or low)


def claim_filter(query: QueryParams) -> ClaimFilter:
    """The filter of claims that an address names."""
    low, high = _span(query, "origins")
    return ClaimFilter(
        asserter=texts(query, "asserter"),
        outlet=texts(query, "outlet"),
        kind=choices(query, "kind", ClaimKind),
        evidence=choices(query, "evidence", Evidence),
        certainty=choices(query, "certainty", Certainty),
        status=choices(query, "status", Status),
        place=texts(query, "place"),
        time_from=day(query, "from"),
        time_to=day(query, "to"),
        published_from=day(query, "said_from"),
        published_to=day(query, "said_to"),
        origins_from=low,
        origins_to=high,
        outlets_from=number(query, "outlets"),
        documents_from=number(query, "documents"),
        since=moment(query, "since"),
        heard=moment(query, "heard"),
        document=text(query, "document") or None,
        text=text(query, "q"),
    )


def claim_order(query: QueryParams) -> tuple[ClaimSort, bool]:
    """By what claims are ordered (``sort``), and whether turned round (``reverse``)."""
    return choice(query, "sort", ClaimSort, ClaimSort.ATTENTION), flag(query, "reverse")


def window(query: QueryParams, limit: int, most: int = 1_000) -> tuple[int, int]:
    """``offset`` and ``limit`` of a part of a list."""
    at = number(query, "offset")
    many = number(query, "limit", 1, most)
    return at or 0, many or limit
