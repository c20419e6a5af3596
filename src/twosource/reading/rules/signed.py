"""Quotations set apart with who said them: "“It is a long game.” — Ann Li".

The name stands behind the quotation, mostly after a dash, or under it on a line that begins with
one. A paragraph of whole sentences signed so need not be in marks, but for the last one, where
reporters sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from twosource.model import Span
from twosource.reading.phrase import FIRST
from twosource.reading.rules.found import Found, Scene

RULE = "quote.signed"
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?:[\w'’-]*\w)?\.?$")
DASHES = frozenset({"-", "--", "–", "—", "―"})
_LONGEST = 1500  # code points of a quotation set apart
_NAME = 5  # tokens of a name
_LINE = 15  # tokens of a line with a name and who that is


def relations(scene: Scene) -> Iterator[Found]:
    """All quotations with a name behind or under them."""
    lines = scene.parsed.paragraphs
    for line, below in zip_longest(lines, lines[1:]):
        found = _behind(scene, line, last=below is None) or _closing(scene, line)
        if found is None and below is not None:
            found = _set_off(scene, line)
        if found is None and below is not None:
            found = _under(scene, line, below)
        if found is not None:
            yield found


def _behind(scene: Scene, paragraph: Span, *, last: bool) -> Found | None:
    """As in "“It is a long game.” — Ann Li": whole sentences, then who said them."""
    line = _tokens(scene, paragraph)
    mark = last_dash(line) if line is not None else None
    if line is None or mark is None or mark.i == line.start:
        return None
    said = scene.text[paragraph[0] : mark.idx].rstrip()
    whole = said.rstrip("”\"'’»“").endswith((".", "!", "?", "…"))
    marked = _marked(scene, line.start, mark.i)
    if not whole or not (marked or scene.doc[mark.i - 1].whitespace_):
        return None
    name = _name(scene.doc[mark.i + 1 : line.end], marked)
    if name is None or name.end < line.end - 1 or (last and not marked):
        return None
    return _found(scene, set(range(line.start, mark.i)), mark.i, name)


def _closing(scene: Scene, paragraph: Span) -> Found | None:
    """As in "“It is a long game.” Ann Li, nurse": a quotation, then a name and no predicate."""
    line = _tokens(scene, paragraph)
    inside = -1 if line is None else scene.quote_of[line.start]
    if line is None or inside < 0 or not _sentence(scene, inside):
        return None
    end = scene.quote_tokens[inside][-1] + 1
    credit = scene.doc[end : line.end]
    if len(credit) > _LINE or any(t.pos_ in ("VERB", "AUX") or t.is_quote for t in credit):
        return None
    name = _name(credit, marked=False)
    after = scene.doc[name.end] if name is not None and name.end < line.end else None
    if name is None or name.start > end or (after is not None and after.text not in ",("):
        return None
    return Found(
        set(range(line.start, end)), set(), set(range(name.start, name.end)), RULE, end - 1
    )


def _set_off(scene: Scene, paragraph: Span) -> Found | None:
    """As in "I lost my house that night. Ann Li": set apart from an article, in the first person.

    The last paragraph is never one: there reporters sign.
    """
    line = _tokens(scene, paragraph)
    if line is None or any(scene.quote_of[t.i] >= 0 for t in line):
        return None
    begin = line.end
    while begin > line.start and _CAPITAL.match(scene.doc[begin - 1].text):
        begin -= 1
    said, name = scene.doc[line.start : begin], _name(scene.doc[begin : line.end], marked=False)
    whole = len(said) > _NAME and said[-1].text in (".", "!", "?", "…")
    if name is None or not whole or all(t.ent_type_ != "PERSON" for t in name):
        return None
    if name.end < line.end or not any(t.lower_ in FIRST for t in said):
        return None
    source = set(range(name.start, name.end))
    return Found(set(range(line.start, begin)), set(), source, RULE, begin - 1)


def _sentence(scene: Scene, quote: int) -> bool:
    start, end = scene.quotes[quote]
    return scene.text[start:end].rstrip("”\"'’»“ ").endswith((".", "!", "?", "…"))


def _under(scene: Scene, paragraph: Span, below: Span) -> Found | None:
    """As in "— Ann Li, a nurse" under a paragraph that is a quotation and nothing else."""
    line, credit = _tokens(scene, paragraph), _tokens(scene, below)
    if line is None or credit is None or credit[0].text not in DASHES or len(credit) > _LINE:
        return None
    if not _marked(scene, line.start, line.end):
        return None
    name = _name(credit[1:], marked=True)
    told = not any(t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT" for t in credit)
    after = scene.doc[name.end] if name is not None and name.end < credit.end else None
    if name is None or not told or (after is not None and after.text not in ",.("):
        return None
    return _found(scene, set(range(line.start, line.end)), credit[0].i, name)


def _tokens(scene: Scene, paragraph: Span) -> DocSpan | None:
    start, end = paragraph
    if end - start > _LONGEST:
        return None
    line = scene.doc.char_span(start, end, alignment_mode="contract")
    return line if line is not None and len(line) > 1 else None


def last_dash(line: DocSpan) -> Token | None:
    """The last dash of a line, as a token of its own."""
    return next((t for t in reversed(line) if t.text in DASHES), None)


def _marked(scene: Scene, first: int, end: int) -> bool:
    """Do all words of these tokens stand in quotation marks?"""
    words = [i for i in range(first, end) if scene.doc[i].is_alpha]
    return bool(words) and all(scene.quote_of[i] >= 0 for i in words)


def _name(tokens: DocSpan, marked: bool) -> DocSpan | None:
    """A full name at the beginning of the tokens; outside marks it has to be a person's."""
    start = next((t.i for t in tokens if not t.is_space), tokens.end)
    end = start
    for token in tokens.doc[start : tokens.end]:
        if not _CAPITAL.match(token.text) or not (marked or _personal(token)):
            break
        end = token.i + 1
    name = tokens.doc[start:end]
    return name if 2 <= len(name) <= _NAME else None


def _personal(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "")


def _found(scene: Scene, content: set[int], dash: int, name: DocSpan) -> Found | None:
    if not any(scene.doc[i].is_alpha for i in content):
        return None
    return Found(content, {dash}, set(range(name.start, name.end)), RULE, dash)
