"""brat standoff: ``NAME.ann`` beside ``NAME.txt``.

Text-bound annotations (``T``) whose type ends in *content*, *source* or *cue* are marks, pieces of
a discontinuous one separated by semicolons; relations (``R``, ``*``) and events (``E``) link them.
Attributes, notes and normalisations say nothing about spans and are passed over.
"""

from __future__ import annotations

import re

from twosource.learning.annotated import Annotated, FormatError
from twosource.learning.marks import Mark, attributions, role_of

_ID = re.compile(r"[TREAMNW#*]")


def read(data: bytes, text: str, name: str) -> list[Annotated]:
    """The annotations ``data`` of one ``text``."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise FormatError("is not UTF-8; brat writes nothing else") from error
    marks: dict[str, Mark] = {}
    events: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            _line(line.rstrip("\r"), text, marks, events, links)
        except (ValueError, IndexError) as error:
            why = str(error) if isinstance(error, FormatError) else "not a brat annotation"
            raise FormatError(f"line {number}: {why}") from error
    ends = [(events.get(one, one), events.get(other, other)) for one, other in links]
    return [Annotated(name, text, attributions(marks, ends, len(text)))]


def _line(
    line: str,
    text: str,
    marks: dict[str, Mark],
    events: dict[str, str],
    links: list[tuple[str, str]],
) -> None:
    if not _ID.match(line):
        raise FormatError("not a brat annotation")
    name, body, *rest = line.split("\t")
    kind, _, where = body.partition(" ")
    if line[0] == "T":
        pairs = [(int(a), int(b)) for a, b in (piece.split() for piece in where.split(";"))]
        if rest and " ".join(text[a:b] for a, b in pairs).split() != rest[0].split():
            raise FormatError(f"{name} says {rest[0][:40]!r}, but the text beside it does not")
        if role := role_of(kind):
            marks[name] = Mark(role, tuple(pairs))
    elif line[0] == "R":
        one, other = (end.partition(":")[2] for end in where.split()[:2])
        links.append((one, other))
    elif line[0] == "*":
        members = where.split()
        links += [(members[0], other) for other in members[1:]]
    elif line[0] == "E":
        trigger, *others = body.split()
        events[name] = trigger.partition(":")[2]
        links += [(events[name], end.partition(":")[2]) for end in others]
