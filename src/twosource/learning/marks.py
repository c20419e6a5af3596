"""Marked spans and links between them, as annotation tools keep them, to whole attributions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.learning.annotated import ROLES, attribution, in_order, spans
from twosource.model import Attribution, Span, Spans


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span with its role; ``spans`` has several pieces where the tool allows that."""

    role: str
    spans: tuple[Span, ...]


def role_of(label: str) -> str | None:
    """The role that a tool's label stands for ("Content", "attribution-source", "webanno.Cue")."""
    letters = "".join(char for char in label.casefold() if char.isalpha())
    return next((role for role in ROLES if letters.endswith(role)), None)


def attributions(
    marks: Mapping[str, Mark], links: Iterable[tuple[str, str]], length: int
) -> tuple[Attribution, ...]:
    """One attribution a cue, with the contents and sources linked to it, in either direction.

    Marks of one role that are linked are pieces of one. A cue without a source takes the sources
    of its contents; a content without a cue stands with its own sources. Links to marks that are
    not there are passed over. Raises `FormatError` where a span lies outside the text.
    """
    whole = _pieces(marks, links)
    beside = _neighbours(marks, whole, links)
    members: dict[str, list[Span]] = defaultdict(list)
    for name, mark in marks.items():
        members[whole[name]] += mark.spans
    at: dict[str, Spans] = {name: spans(found, length) for name, found in members.items()}

    def near(names: Iterable[str], role: str) -> list[str]:
        return sorted({n for name in names for n in beside[name] if marks[n].role == role})

    def joined(names: Iterable[str]) -> Spans:
        return spans((span for name in names for span in at[name]), length)

    found: list[Attribution] = []
    used: set[str] = set()
    for role in ("cue", "content", "source"):
        for name in sorted(n for n in at if marks[n].role == role and n not in used):
            contents = [name] if role == "content" else near([name], "content")
            sources = [name] if role == "source" else near([name], "source")
            sources = sources or near(contents, "source")
            cues = [name] if role == "cue" else []
            used.update(contents, sources, cues)
            found.append(attribution(joined(contents), joined(sources), joined(cues)))
    return in_order(found)


def _pieces(marks: Mapping[str, Mark], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For every mark the first of those it is one span with."""
    whole = {name: name for name in marks}

    def top(name: str) -> str:
        while whole[name] != name:
            name = whole[name]
        return name

    for one, other in links:
        if one in marks and other in marks and marks[one].role == marks[other].role:
            a, b = sorted((top(one), top(other)))
            whole[b] = a
    return {name: top(name) for name in marks}


def _neighbours(
    marks: Mapping[str, Mark], whole: Mapping[str, str], links: Iterable[tuple[str, str]]
) -> dict[str, set[str]]:
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        if one in marks and other in marks and whole[one] != whole[other]:
            beside[whole[one]].add(whole[other])
            beside[whole[other]].add(whole[one])
    return beside
