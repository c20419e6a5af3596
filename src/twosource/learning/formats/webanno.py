"""WebAnno TSV 3, as INCEpTION exports it.

A span layer with a column whose values end in *content*, *source* or *cue* (or that is itself
called so) holds the marks; its relation layers and link features link them. Offsets are UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from twosource.learning.annotated import Annotated, FormatError
from twosource.learning.marks import Mark, attributions, role_of
from twosource.learning.units import from_utf16
from twosource.model import Span

FIRST = b"#FORMAT=WebAnno TSV 3"
_SPLIT = re.compile(r"(?<!\\)\|")
_PARTS = re.compile(r"(?<!\\);")
_NUMBERED = re.compile(r"^(.*?)(?<!\\)\[(\d+)\]$", re.S)
_ESCAPED = re.compile(r"\\(.)", re.S)
_SPACES = {"n": "\n", "t": "\t", "r": "\r"}
_NONE = "_"


@dataclass(frozen=True, slots=True)
class _Layer:
    """Columns ``first`` to ``last`` of a token line; ``kind``: SP span, RL relation, CH chain."""

    number: int
    kind: str
    name: str
    features: tuple[str, ...]
    first: int

    @property
    def columns(self) -> range:
        return range(self.first, self.first + max(1, len(self.features)))


@dataclass(slots=True)
class _Page:
    """What has been read so far; marks are named ``layer:id`` or ``layer:token``."""

    layers: list[_Layer] = field(default_factory=list)
    text: dict[int, str] = field(default_factory=dict)  # first UTF-16 offset of a sentence
    waiting: str | None = None
    places: dict[str, tuple[int, int]] = field(default_factory=dict)  # token to UTF-16 offsets
    pieces: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)


def read(data: bytes, name: str) -> list[Annotated]:
    """The one document of a file."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise FormatError("is not UTF-8") from error
    page = _Page()
    for number, line in enumerate(lines, 1):
        try:
            _line(page, line.rstrip("\r"))
        except (ValueError, IndexError) as error:
            why = str(error) if isinstance(error, FormatError) else "not WebAnno TSV 3"
            raise FormatError(f"line {number}: {why}") from error
    text = _text(page)
    at = from_utf16(text)
    marks = {key: Mark(role, _spans(page.pieces[key], at)) for key, role in page.roles.items()}
    links = [(one, _known(other, marks)) for one, other in page.links]
    return [Annotated(name, text, attributions(marks, links, len(text)))]


def _spans(pairs: list[tuple[int, int]], at: Callable[[int], int]) -> tuple[Span, ...]:
    """The whole stretch: WebAnno has no discontinuous annotation, only several tokens."""
    return ((at(min(a for a, _ in pairs)), at(max(b for _, b in pairs))),)


def _known(name: str, marks: dict[str, Mark]) -> str:
    """A link feature does not say in which layer its target stands."""
    if name in marks or not name.startswith("?:"):
        return name
    return next((key for key in marks if key.endswith(name[1:])), name)


def _line(page: _Page, line: str) -> None:
    if line.startswith("#T_"):
        _layer(page, line)
    elif line.startswith("#Text="):
        more = _plain(line.removeprefix("#Text="))
        page.waiting = more if page.waiting is None else f"{page.waiting}\n{more}"
    elif line and not line.startswith("#"):
        _token(page, line.split("\t"))


def _layer(page: _Page, line: str) -> None:
    kind, _, rest = line.removeprefix("#T_").partition("=")
    name, *features = rest.split("|")
    first = page.layers[-1].columns.stop if page.layers else 3
    page.layers.append(_Layer(len(page.layers), kind, name, tuple(features), first))


def _token(page: _Page, cells: list[str]) -> None:
    token = cells[0]
    begin, end = (int(edge) for edge in cells[1].split("-"))
    if page.waiting is not None:
        page.text[begin] = page.waiting
        page.waiting = None
    page.places[token] = (begin, end)
    for layer in page.layers:
        if layer.kind == "RL":
            _relation(page, layer, token, cells)
        elif layer.kind == "SP":
            _mark(page, layer, token, (begin, end), cells)


def _stacked(cell: str) -> list[tuple[str, str | None]]:
    """The values of one cell, each with the number that tells annotations apart."""
    found: list[tuple[str, str | None]] = []
    for value in _SPLIT.split(cell):
        match = _NUMBERED.match(value)
        found.append((match.group(1), match.group(2)) if match else (value, None))
    return found


def _mark(page: _Page, layer: _Layer, token: str, place: Span, cells: list[str]) -> None:
    columns = [_stacked(cells[c]) for c in layer.columns]
    for n, (first, number) in enumerate(columns[0]):
        if first == _NONE and number is None:
            continue
        name = f"{layer.number}:{number or token}"
        page.pieces.setdefault(name, []).append(place)
        values = [column[n][0] if n < len(column) else _NONE for column in columns]
        slots = [i for i, name in enumerate(layer.features) if name.startswith("ROLE_")]
        passed = ("", _NONE, "*")
        said = [v for i, v in enumerate(values) if i not in slots and i - 1 not in slots]
        for value in (*(_plain(v) for v in said if v not in passed), layer.name):
            if role := role_of(value):
                page.roles.setdefault(name, role)
                break
        for i in slots:
            held = next((o.number for o in page.layers if o.name == layer.features[i + 1]), "?")
            cell = _SPLIT.split(cells[layer.first + i + 1])  # a number here is the target's
            targets = [t for t in _PARTS.split(cell[n] if n < len(cell) else "") if t not in passed]
            page.links += [(name, f"{held}:{_address(target)}") for target in targets]


def _address(target: str) -> str:
    """``3-4[2]`` is annotation 2, ``3-4`` the one of token 3-4."""
    match = _NUMBERED.match(target)
    return match.group(2) if match else target


def _relation(page: _Page, layer: _Layer, token: str, cells: list[str]) -> None:
    """``BT_`` columns hold ``TOKEN[from_to]``: where it starts, and both numbers, 0 for none."""
    at = next(i for i, f in enumerate(layer.features) if f.startswith("BT_"))
    base = layer.features[at].removeprefix("BT_")
    beside = next((o.number for o in page.layers if o.kind == "SP" and o.name == base), None)
    for value in _SPLIT.split(cells[layer.first + at]):
        if value == _NONE:
            continue
        match = re.match(r"([\d.-]+)(?:\[(\d+)_(\d+)\])?$", value)
        if not match or beside is None:
            raise FormatError(f"{value!r} is no end of a relation")
        start, one, other = match.groups()
        names = one if one and one != "0" else start, other if other and other != "0" else token
        page.links.append((f"{beside}:{names[0]}", f"{beside}:{names[1]}"))


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda m: _SPACES.get(m.group(1), m.group(1)), value)


def _text(page: _Page) -> str:
    """Sentences at their places; what stands between them was white space."""
    if not page.text:
        raise FormatError("holds no sentence (#Text=)")
    parts: list[str] = []
    size = 0
    for begin, sentence in sorted(page.text.items()):
        parts += ["\n" * (begin - size), sentence]
        size = begin + len(sentence.encode("utf-16-le")) // 2
    return "".join(parts)
