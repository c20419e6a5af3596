"""Annotated texts to draw, and what annotation tools would write of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import cassis
from hypothesis import strategies as st

from twosource.learning.annotated import ROLES, Annotated, attribution, in_order, spans
from twosource.model import Attribution, Span

WORDS = (
    "Brel",
    "said",
    "“No",
    "dead”",
    "7",
    "café",
    "🛰️",
    "𝔘",
    "한국",
    "х|у",
    "a;b",
    "it\\s",
    "[1]",
    "_",
)
GAPS = (" ", " ", " ", "\n", "\n\n", "  ")
ROLE_TYPE = "webanno.custom.Attribution"


@dataclass(frozen=True)
class Token:
    start: int
    end: int


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Token]]:
    """A text and its tokens; the first token starts it and the last one ends it."""
    text, tokens = "", []
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)):
        text += draw(st.sampled_from(GAPS)) if text else ""
        tokens.append(Token(len(text), len(text) + len(word)))
        text += word
    return text, tokens


@st.composite
def annotated(draw: st.DrawFn) -> Annotated:
    """A text with up to four attributions whose spans begin and end with tokens."""
    text, tokens = draw(texts())

    def stretch() -> Span:
        first = draw(st.integers(0, len(tokens) - 1))
        last = draw(st.integers(first, min(len(tokens) - 1, first + 4)))
        return tokens[first].start, tokens[last].end

    def several(most: int) -> tuple[Span, ...]:
        return spans((stretch() for _ in range(draw(st.integers(0, most)))), len(text))

    made = []
    for _ in range(draw(st.integers(0, 4))):
        content, source, cue = several(3), several(1), several(1)
        if not cue and not content:
            continue
        made.append(attribution(content, source, cue))
    return Annotated("drawn", text, in_order(made))


def corpus(document: Annotated) -> bytes:
    listed = [{role: getattr(a, role) or None for role in ROLES} for a in document.attributions]
    line = {"doc": document.name, "text": document.text, "attributions": listed}
    return json.dumps(line).encode() + b"\n"


def marks(document: Annotated, *, whole: bool) -> Iterator[tuple[int, str, list[Span]]]:
    """Number of the attribution, role, pieces; with ``whole`` the pieces of a span together."""
    for number, found in enumerate(document.attributions):
        for role in ROLES:
            pieces = list(getattr(found, role))
            yield from (
                (number, role, g) for g in ([pieces] if whole else [[p] for p in pieces]) if g
            )


def links(placed: list[tuple[int, str, list[Span]]]) -> list[tuple[int, int]]:
    """Everything hangs on the cue of its attribution, or on its first content."""
    heads: dict[int, int] = {}
    for role in ("cue", "content"):
        for k, (number, kind, _) in enumerate(placed):
            if kind == role:
                heads.setdefault(number, k)
    return [(heads[n], k) for k, (n, _, _) in enumerate(placed) if heads[n] != k]


def brat(document: Annotated) -> bytes:
    placed = list(marks(document, whole=True))
    lines = []
    for k, (_, role, pieces) in enumerate(placed, 1):
        where = ";".join(f"{a} {b}" for a, b in pieces)
        said = " ".join(document.text[a:b].replace("\n", " ") for a, b in pieces)
        lines.append(f"T{k}\t{role.title()} {where}\t{said}")
    ends = enumerate(links(placed), 1)
    lines += [f"R{n}\tPart Arg1:T{a + 1} Arg2:T{b + 1}" for n, (a, b) in ends]
    lines += ["#1\tAnnotatorNotes T1\tunsure", "A1\tSure T1"]
    return "\n".join(lines).encode()


def web_annotations(document: Annotated, source: str) -> bytes:
    placed = list(marks(document, whole=True))
    found = []
    for k, (_, role, pieces) in enumerate(placed):
        targets = [
            {
                "source": source,
                "selector": [
                    {"type": "TextPositionSelector", "start": a, "end": b},
                    {"type": "TextQuoteSelector", "exact": document.text[a:b]},
                ],
            }
            for a, b in pieces
        ]
        body = [{"type": "TextualBody", "purpose": "tagging", "value": role}]
        found.append({"id": f"urn:{k}", "type": "Annotation", "body": body, "target": targets})
    for a, b in links(placed):
        ends = [f"urn:{a}", f"urn:{b}"]
        found.append({"type": "Annotation", "motivation": "linking", "target": ends})
    context = "http://www.w3.org/ns/anno.jsonld"
    page = {"@context": context, "type": "AnnotationPage", "items": found}
    return json.dumps(page).encode()


def xmi(document: Annotated, *, slots: bool = False) -> bytes:
    """Written by the CAS library itself, as relation layer or as link features."""
    system = cassis.TypeSystem()
    span = system.create_type(ROLE_TYPE, "uima.tcas.Annotation")
    system.create_feature(span, "role", "uima.cas.String")
    link = system.create_type("webanno.custom.Link", "uima.cas.TOP")
    system.create_feature(link, "role", "uima.cas.String")
    system.create_feature(link, "target", span)
    system.create_feature(span, "parts", "uima.cas.FSArray", elementType=link)
    relation = system.create_type("webanno.custom.Relation", "uima.tcas.Annotation")
    for end in ("Governor", "Dependent"):
        system.create_feature(relation, end, span)
    cas = cassis.Cas(system)
    cas.sofa_string, cas.sofa_mime = document.text, "text/plain"
    placed = list(marks(document, whole=False))
    made = [span(begin=p[0][0], end=p[0][1], role=role.title()) for _, role, p in placed]
    held: dict[int, list[object]] = {}
    for a, b in links(placed):
        if slots:
            held.setdefault(a, []).append(link(role="part", target=made[b]))
        else:
            ends = {"Governor": made[a], "Dependent": made[b]}
            cas.add(relation(begin=made[b].begin, end=made[b].end, **ends))
    array = system.get_type("uima.cas.FSArray")
    for a, parts in held.items():
        made[a].parts = array(elements=parts)
    cas.add_all(made)
    written: str = cas.to_xmi()
    return written.encode()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def webanno(document: Annotated, tokens: list[Token]) -> bytes:
    """WebAnno TSV 3: sentences are lines, every annotation is numbered."""
    text = document.text
    placed = list(marks(document, whole=False))
    names: dict[Token, str] = {}
    sentences: list[list[Token]] = []
    for token in tokens:
        before = sentences[-1][-1].end if sentences else 0
        if not sentences or "\n" in text[before : token.start]:
            sentences.append([])
        sentences[-1].append(token)
        names[token] = f"{len(sentences)}-{len(sentences[-1])}"
    first = {p[0][0]: token for _, _, p in placed for token in tokens if token.start == p[0][0]}
    lines = ["#FORMAT=WebAnno TSV 3.3", f"#T_SP={ROLE_TYPE}|note|role"]
    lines += [f"#T_RL=webanno.custom.Link|label|BT_{ROLE_TYPE}", "", ""]
    for sentence in sentences:
        said = text[sentence[0].start : sentence[-1].end]
        lines.append("#Text=" + said.replace("\\", "\\\\"))
        for token in sentence:
            here = [
                (k, r) for k, (_, r, p) in enumerate(placed, 1) if p[0][0] <= token.start < p[0][1]
            ]
            into = [
                f"{names[first[placed[a][2][0][0]]]}[{a + 1}_{b + 1}]"
                for a, b in links(placed)
                if placed[b][2][0][0] == token.start
            ]
            cells = [
                names[token],
                f"{_units(text[: token.start])}-{_units(text[: token.end])}",
                text[token.start : token.end],
                "|".join(f"*[{k}]" for k, _ in here) or "_",
                "|".join(f"{role}[{k}]" for k, role in here) or "_",
                "|".join("*" for _ in into) or "_",
                "|".join(into) or "_",
            ]
            lines.append("\t".join(cells) + "\t")
        lines.append("")
    return "\n".join(lines).encode()


def plain(found: Attribution) -> tuple[object, ...]:
    return found.content, found.source, found.cue
