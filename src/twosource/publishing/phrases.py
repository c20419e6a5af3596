"""How values read to a person: dates, numbers, figures, and a two-letter mark for each evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from twosource.model import Evidence, Figure, Measure, Status, TimeRange, Transfer
from twosource.outlets import Outlets

EVIDENCE_MARK: Mapping[Evidence, str] = {
    Evidence.OFFICIAL: "Of",
    Evidence.INTELLIGENCE: "In",
    Evidence.INTERCEPT: "Ic",
    Evidence.IMAGERY: "Im",
    Evidence.WITNESS: "Wi",
    Evidence.DOCUMENT: "Do",
    Evidence.MEDIA: "Me",
    Evidence.EXPERT: "Ex",
    Evidence.NONE: "No",
}
EVIDENCE_MEANS: Mapping[Evidence, str] = {
    Evidence.OFFICIAL: "an authority on its own acts, orders, losses or policy",
    Evidence.INTELLIGENCE: "an agency’s estimate or assessment",
    Evidence.INTERCEPT: "communications overheard",
    Evidence.IMAGERY: "satellite, drone, photo or video",
    Evidence.WITNESS: "somebody who was there",
    Evidence.DOCUMENT: "papers, records, trade or traffic data",
    Evidence.MEDIA: "only another outlet’s report",
    Evidence.EXPERT: "an analyst’s judgement",
    Evidence.NONE: "the text does not say what it rests on",
}
STATUS_MARK: Mapping[Status, str] = {
    Status.CONTESTED: "◆",
    Status.CORROBORATED: "●",
    Status.SINGLE_ORIGIN: "○",
    Status.UNATTRIBUTED: "–",
}
STATUS_MEANS: Mapping[Status, str] = {
    Status.CONTESTED: "denied, or excluded by another claim",
    Status.CORROBORATED: "two or more origins shown to be independent",
    Status.SINGLE_ORIGIN: "one origin, however many carry it",
    Status.UNATTRIBUTED: "nobody is credited",
}
NOBODY = "nobody credited"  # stands where an asserter would
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_PLAIN_UNITS = ("item", "person", "percent")


def day(iso: str | None) -> str:
    """``27 Sep 2020`` for anything that begins with an ISO day; other text comes back unchanged."""
    if not iso:
        return ""
    try:
        when = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(iso: str | None) -> str:
    """``27 Sep 2020, 14:10 UTC``; the zone as the source states it, none where it states none."""
    shown = day(iso)
    if not iso or len(iso) < 16 or iso[10:11] not in "T " or shown == iso:
        return shown
    rest = iso[16:].lstrip(":0123456789.")
    return f"{shown}, {iso[11:16]}" + (
        " UTC" if rest in ("Z", "+00:00") else f" {rest}" if rest else ""
    )


def period(time: TimeRange | None) -> str:
    """One day, or first to last day with what they share written once."""
    if time is None:
        return ""
    if time.start == time.end:
        return day(time.start)
    first, last = day(time.start).split(" "), day(time.end).split(" ")
    if len(first) == len(last) == 3:
        while first[-1] == last[len(first) - 1]:
            first.pop()
    return f"{' '.join(first)}–{' '.join(last)}"


def number(value: float) -> str:
    """Thousands separated by commas; no decimal point that the text did not have."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def amount(low: float | None, high: float | None) -> str:
    """The range alone; empty where neither bound is fixed."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def figure(value: Figure | None) -> str:
    """``at least 300 killed``; the group stands in its own place."""
    if value is None:
        return ""
    shown = amount(value.low, value.high) or "number not stated"
    if value.qualifier and value.low == value.high and value.low is not None:
        shown = f"{value.qualifier} {shown}"
    unit = (
        "%" if value.unit == "percent" else "" if value.unit in _PLAIN_UNITS else f" {value.unit}"
    )
    measure = "" if value.measure is Measure.OTHER else f" {value.measure}"
    return f"{shown}{unit}{measure}"


def transfer(value: Transfer | None) -> str:
    """``A → B: what, in return for …``; an unknown side is shown as a question mark."""
    if value is None:
        return ""
    sides = f"{value.giver or '?'} → {value.receiver or '?'}"
    what = f": {value.what}" if value.what else ""
    return sides + what + (f", in return for {value.in_return}" if value.in_return else "")


def outlets(known: Outlets) -> str:
    """``2 outlets``, ``at least 2 outlets``, ``outlet unknown``: what is not known is no zero."""
    if not known.names:
        return "outlet unknown"
    return ("at least " if known.unknown else "") + counted(len(known), "outlet")


def counted(many: int, one: str, more: str | None = None) -> str:
    """``1 document``, ``2,400 documents``."""
    return f"{many:,} {one if many == 1 else more or one + 's'}"
