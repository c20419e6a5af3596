"""Transcripts: who has the floor where, by the labels that stand before the speeches.

Labels are names or parts in the programme, in capitals ("HAFTAR: "), in small letters ("Ann Or: "),
in brackets or bold ("((Ann Or)) ", "**Or:** "), initials ("AO: "), or "Q:" and "A:". One may also
stand alone on the line above the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from twosource.lexicon import table, words
from twosource.model import Span, Spans

_CAPITALS = r"[\"“]?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ0-9 .'’-]{1,40}?)(?:\s*\([^)\n]{1,60}\))?:"
LABEL = re.compile(rf"{_CAPITALS}\s+(?=\S)")
_BEHIND = r"(?:\s+(?=\S)|$)"  # a label may stand alone on its line
_LOUD = re.compile(rf"{_CAPITALS}{_BEHIND}")
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ]|al|bin|de|la|van|von|der)[\w.'’-]*){0,4}"
_NAMED = re.compile(rf"(?P<name>{_NAME})(?:\s*\([^)\n]{{1,60}}\))?:{_BEHIND}")
_FRAMED = re.compile(
    rf"(?:\(\((?P<a>{_NAME})\)\):?|\[(?P<b>{_NAME})\]:?"
    rf"|(?P<mark>\*\*|__|\*|_)(?P<c>{_NAME}):?(?P=mark):?){_BEHIND}"
)
_ASKED = re.compile(rf"(?:\*\*|__)?(?P<name>[QA])(?:[:.]|\s?[-–—](?=\s))(?:\*\*|__)?{_BEHIND}")
_MARK = re.compile(r"[\"“]")
_NOISE = re.compile(r"[\"“]?[(\[][^()\[\]]*[)\]]$")  # as "(CROSSTALK)", "[applause]"
_WORDS = re.compile(r"[^\W\d_]{2}")
_QUESTION = re.compile(r"\?[*_)]*$")  # not behind a quotation, which may ask for others
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?){2,3}$")
_DENSE = 3  # one paragraph in so many has a label where those between belong to the speech before


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech of a transcript: the speaker's label and what stands after it.

    ``speaker`` is empty where the layout shows who speaks without naming them; ``answers``: the one
    who is interviewed speaks, whom the text calls ``name``. ``house``: the outlet's own people
    speak, and nobody is credited.
    """

    speaker: Span
    body: Span
    house: bool = False
    answers: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Label:
    paragraph: int
    name: Span
    body: int  # where the words begin
    sort: str  # "loud", "framed", "named", "asked"
    key: str  # the name in small letters


def speeches(text: str, paragraphs: Spans) -> tuple[Speech, ...]:
    """Speeches of a transcript in text order, the house's own included.

    Two lines with a label in capitals make one; other labels are common outside transcripts, so
    three lines with words are wanted, two speakers, and one of them twice. What stands between two
    labels goes on with the speech before, so do paragraphs that open quotation marks anew.
    """
    labels = _accepted(text, paragraphs, [*_labels(text, paragraphs)])
    if not labels:
        return ()
    house = _house(text, paragraphs, labels)
    first, last = labels[0].paragraph, labels[-1].paragraph
    dense = len(labels) > 2 and _DENSE * len(labels) > last - first
    found: list[Speech] = []
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        stop = after.paragraph if after is not None and dense else label.paragraph + 1
        most = after.paragraph if after is not None else len(paragraphs)
        end = _end(text, paragraphs, label, stop, most)
        answers = (label.sort == "asked" and label.key == "a") or _role(label) == "answers"
        name = (label.name[0], label.name[0]) if answers else label.name
        begins = next((i for i in range(label.body, end) if not text[i].isspace()), label.body)
        found.append(Speech(name, (begins, max(begins, end)), label.key in house, answers))
    return tuple(found)


def labels(text: str, paragraphs: Spans) -> dict[int, int]:
    """Where the labels of a transcript begin, and where the words behind each do."""
    found = _accepted(text, paragraphs, [*_labels(text, paragraphs)])
    return {paragraphs[each.paragraph][0]: each.body for each in found}


def asks(text: str, paragraph: Span) -> bool:
    """Does a paragraph end in a question mark?"""
    start, end = paragraph
    return _QUESTION.search(text[max(start, end - 8) : end]) is not None


def caption(text: str, paragraph: Span) -> bool:
    """Is it a picture's: "The bridge in May. Image: Ann Or"? Or a remark in brackets?"""
    return _NOISE.match(text[slice(*paragraph)]) is not None or credit(text, paragraph) is not None


def credit(text: str, paragraph: Span) -> int | None:
    """The offset at which the credit of a picture begins: "Image: Ann Or"."""
    kinds = "|".join(map(re.escape, sorted(words("reading", "caption_words"))))
    found = re.search(rf"\b(?i:{kinds})\s*[:;/]", text[slice(*paragraph)])
    return None if found is None else paragraph[0] + found.start()


def _labels(text: str, paragraphs: Spans) -> Iterable[_Label]:
    patterns = (("asked", _ASKED), ("loud", _LOUD), ("framed", _FRAMED), ("named", _NAMED))
    for n, (start, end) in enumerate(paragraphs):
        for sort, pattern in patterns:
            match = pattern.match(text, start, min(end, start + 120))
            if match is None:
                continue
            group = next(g for g in ("name", "a", "b", "c") if match.groupdict().get(g))
            key = match[group].casefold()
            yield _Label(n, match.span(group), match.end(), sort, key)
            break


def _role(label: _Label) -> str | None:
    """What a part in the programme does: "asks", "answers"; ``None`` where it is a name."""
    return table("reading", "programme_roles").get(label.key)


def _accepted(text: str, paragraphs: Spans, found: list[_Label]) -> list[_Label]:
    """The labels that make a transcript, in text order; none where they do not."""
    asked = [each for each in found if each.sort == "asked"]
    if {"q", "a"} <= {each.key for each in asked} and asked[0].key == "q":
        return [each for each in found if each in asked or _role(each) is not None]
    often = Counter(each.key for each in found)
    loud = [
        each
        for each in found
        if each.sort == "loud"
        and (often[each.key] > 1 or each.body < paragraphs[each.paragraph][1])
    ]
    worded = [
        each
        for each in found
        if each.sort != "asked" and _WORDS.search(text, each.body, _reach(paragraphs, each))
    ]
    times = Counter(each.key for each in worded)
    if len(loud) >= 2 and not all(_role(each) is not None for each in loud):
        named = {each.key for each in found if each.sort != "asked"}
        first = loud[0].paragraph
        joins = [
            each
            for each in worded
            if times[each.key] > 1
            or initials(text[slice(*each.name)]) in named
            or (each.paragraph > first and _last(each.key) in map(_last, named - {each.key}))
        ]
        return sorted({*loud, *joins}, key=lambda each: each.paragraph)
    return worded if 1 < len(times) < len(worded) else []


def _reach(paragraphs: Spans, label: _Label) -> int:
    """The end of a label's words, also where they begin on the line below."""
    end = paragraphs[label.paragraph][1]
    below = label.paragraph + 1
    return paragraphs[below][1] if label.body >= end and below < len(paragraphs) else end


def _last(name: str) -> str:
    return name.split()[-1]


def initials(name: str) -> str:
    """As "ao" of "Ann Or" and of "A.O."; empty for a single word."""
    if _INITIALS.match(name):
        return name.replace(".", "").casefold()
    parts = name.split()
    return "".join(part[0] for part in parts).casefold() if len(parts) > 1 else ""


def _house(text: str, paragraphs: Spans, labels: Sequence[_Label]) -> set[str]:
    """The labels of the outlet's own people: parts in the programme, and whoever only asks."""
    own = {each.key for each in labels if _role(each) in ("asks", "")}
    turns: dict[str, list[bool]] = {}
    alias = _aliases(text, labels)
    for each in labels:
        if each.key not in own and _role(each) is None:
            turns.setdefault(alias[each.key], []).append(
                asks(text, (each.body, _reach(paragraphs, each)))
            )
    if own or len(turns) != 2:
        return own
    first, other = turns
    if len(turns[first]) > 1 and _share(turns[first]) >= 0.5 > _share(turns[other]):
        own |= {key for key, whole in alias.items() if whole == first}
    return own


def _share(asked: list[bool]) -> float:
    return sum(asked) / len(asked)


def _aliases(text: str, labels: Sequence[_Label]) -> dict[str, str]:
    """Each label's key, and the key of the fullest label of the same speaker."""
    written = {each.key: text[slice(*each.name)] for each in labels}
    longest = sorted(written, key=lambda key: (-len(key.split()), -len(key)))
    return {
        key: next(
            whole
            for whole in longest
            if whole == key
            or key in whole.split()
            or (_INITIALS.match(name) and initials(name) == initials(written[whole]))
        )
        for key, name in written.items()
    }


def _end(text: str, paragraphs: Spans, label: _Label, stop: int, most: int) -> int:
    """Where a speech ends: its paragraphs up to ``stop``, captions left out at its end.

    From there to ``most`` those that open quotation marks anew, where the speech opened some.
    """
    own = range(label.paragraph + 1, stop)
    if label.body >= paragraphs[label.paragraph][1] and not own and label.paragraph + 1 < most:
        own = range(label.paragraph + 1, label.paragraph + 2)
    end = paragraphs[label.paragraph][1]
    for is_caption, group in groupby(own, key=lambda n: caption(text, paragraphs[n])):
        end = end if is_caption else paragraphs[max(group)][1]
    if own or _MARK.match(text, paragraphs[label.paragraph][0]) is None:
        return end
    for n in range(label.paragraph + 1, most):
        if _MARK.match(text, paragraphs[n][0]) is None or caption(text, paragraphs[n]):
            break
        end = paragraphs[n][1]
    return end
