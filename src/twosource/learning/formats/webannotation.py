"""W3C Web Annotations (JSON-LD): one annotation, a list, a page or collection, or JSON Lines.

An annotation whose body says *content*, *source* or *cue* (a textual body's value, or the tag of a
specific resource) marks its targets, which are pieces of one span. Annotations are linked by an
annotation with the motivation ``linking`` whose targets (or body and target) are their ids. Targets
name their text file, looked for beside the annotations; a target with its text at hand carries it
in ``source.value``. Places are told by text position and text quote selectors.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from twosource.anchors import Anchor, relocate
from twosource.learning.annotated import Annotated, FormatError
from twosource.learning.marks import Mark, attributions, role_of
from twosource.model import Span

Beside = Callable[[str], str | None]  # the text of a file beside the annotations


@dataclass(slots=True)
class _Page:
    """What is known of one text."""

    text: str
    marks: dict[str, Mark] = field(default_factory=dict)


def read(data: bytes, beside: Beside) -> list[Annotated]:
    """One `Annotated` for every text that is annotated, in the order of their first marks."""
    pages: dict[str, _Page] = {}
    links: list[tuple[str, str]] = []
    for number, annotation in enumerate(_annotations(data), 1):
        try:
            ends = _linked(annotation)
            if len(ends) > 1:
                links += [(ends[0], other) for other in ends[1:]]
            elif role := _role(annotation):
                _mark(annotation, role, f"_:{number}", pages, beside)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            why = str(error) if isinstance(error, FormatError) else "not as the standard has it"
            raise FormatError(f"annotation {number}: {why}") from error
    return [
        Annotated(name, page.text, attributions(page.marks, links, len(page.text)))
        for name, page in pages.items()
    ]


def _annotations(data: bytes) -> Iterator[dict[str, Any]]:
    try:
        text = data.decode("utf-8-sig")
        try:
            yield from _listed(json.loads(text))
        except json.JSONDecodeError:
            lines = [line for line in text.split("\n") if line.strip()]
            if len(lines) < 2:
                raise
            for line in map(json.loads, lines):
                yield from _listed(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise FormatError(f"is not whole JSON ({error})") from error


def _listed(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _listed(item)
    elif isinstance(value, dict):
        inner = value.get("items") or value.get("first") or value.get("@graph")
        if inner is not None and "target" not in value:
            yield from _listed(inner)
        elif "target" in value:
            yield value


def _several(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _linked(annotation: dict[str, Any]) -> list[str]:
    """Ids that a linking annotation joins, those of its body first."""
    if "linking" not in _several(annotation.get("motivation")):
        return []
    ends = [*_several(annotation.get("body")), *_several(annotation["target"])]
    found = [end if isinstance(end, str) else end.get("id") or end.get("source") for end in ends]
    return [end for end in found if isinstance(end, str)]


def _role(annotation: dict[str, Any]) -> str | None:
    for body in _several(annotation.get("body")):
        words = (
            [body] if isinstance(body, str) else [body.get(k) for k in ("value", "source", "id")]
        )
        for word in words:
            if isinstance(word, str) and (role := role_of(word.rpartition("/")[2])):
                return role
    return None


def _mark(
    annotation: dict[str, Any], role: str, name: str, pages: dict[str, _Page], beside: Beside
) -> None:
    for target in _several(annotation["target"]):
        where, text = _source(target, beside)
        page = pages.setdefault(where, _Page(text))
        span = _place(page.text, _several(target["selector"]))
        key = annotation.get("id") or name
        before = page.marks[key].spans if key in page.marks else ()
        page.marks[key] = Mark(role, (*before, span))


def _source(target: dict[str, Any], beside: Beside) -> tuple[str, str]:
    """The name of the text a target lies in, and the text."""
    source = target["source"]
    if isinstance(source, dict):
        name = source.get("id") or "the annotated text"
        if isinstance(source.get("value"), str):
            return name, source["value"]
        source = name
    file = unquote(urlsplit(source).path).rpartition("/")[2]
    text = beside(file) if file else None
    if text is None:
        raise FormatError(f"its text {file or source!r} does not stand beside it; put it there")
    return source, text


def _place(text: str, selectors: list[dict[str, Any]]) -> Span:
    by_kind = {str(s["type"]): s for s in _flat(selectors)}
    position, quote = by_kind.get("TextPositionSelector"), by_kind.get("TextQuoteSelector")
    if position is None and quote is None:
        raise FormatError("it has neither a text position nor a text quote selector")
    start, end = (
        (int(position["start"]), int(position["end"])) if position else (len(text) + 1,) * 2
    )
    if quote is None:
        return start, end
    exact = str(quote["exact"])
    if text[start:end] == exact:
        return start, end
    wanted = Anchor(exact, quote.get("prefix") or "", quote.get("suffix") or "", start, end)
    if (found := relocate(text, wanted)) is None:
        raise FormatError(f"{exact[:40]!r} stands nowhere in the text, or more than once")
    return found


def _flat(selectors: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Selectors, and those that refine them."""
    for selector in selectors:
        yield selector
        yield from _flat(_several(selector.get("refinedBy")))
