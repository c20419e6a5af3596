"""Judgements as W3C Web Annotations (JSON-LD), written and read again without loss.

Each annotation says in the standard's own words who judged what words of which source, when and
why, so that other programs can show it; the judgement itself stands whole in the member
``twosource:judgement``, and only that is read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import msgspec

from twosource.anchors import Anchor
from twosource.judging import sound
from twosource.judging.judgement import Anchored, Judgement, JudgementKind
from twosource.judging.sound import Unfit, quoted

CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {"twosource": "urn:twosource:"},
)
LARGEST = 256 * 1024 * 1024  # bytes of one file
LONGEST_REASON = 20_000  # code points
_NAME = re.compile(r"\S(?:.{0,498}\S)?", re.DOTALL)
_MOTIVATION = {
    JudgementKind.ACCEPT: "assessing",
    JudgementKind.REJECT: "assessing",
    JudgementKind.AMEND: "editing",
    JudgementKind.REATTRIBUTE: "editing",
    JudgementKind.MERGE: "linking",
    JudgementKind.SPLIT: "linking",
    JudgementKind.COMMENT: "commenting",
    JudgementKind.UNDO: "moderating",
}


class _Typed(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=True):
    pass


class _Quote(_Typed, frozen=True, tag="TextQuoteSelector"):
    exact: str
    prefix: str
    suffix: str


class _Position(_Typed, frozen=True, tag="TextPositionSelector"):
    start: int
    end: int


class _Target(_Typed, frozen=True, tag="SpecificResource"):
    source: str
    selector: tuple[_Quote | _Position, ...] = ()


class _Person(_Typed, frozen=True, tag="Person"):
    name: str


class _Body(_Typed, frozen=True, tag="TextualBody"):
    value: str
    format: str
    purpose: str


class _Annotation(
    _Typed, frozen=True, tag="Annotation", rename={"judgement": "twosource:judgement"}
):
    id: str
    motivation: str
    creator: _Person
    created: str
    target: tuple[_Target | str, ...]
    judgement: Judgement
    body: tuple[_Body, ...] = ()


class _Read(msgspec.Struct, frozen=True, rename={"judgement": "twosource:judgement"}):
    judgement: Judgement


class _Page(msgspec.Struct, frozen=True):
    items: tuple[_Read, ...] = ()


class _Collection(msgspec.Struct, frozen=True):
    first: _Page


def _selectors(anchors: Iterable[Anchor]) -> Iterator[_Quote | _Position]:
    for each in anchors:
        yield _Quote(each.exact, each.prefix, each.suffix)
        yield _Position(each.start, each.end)


def _source(where: Anchored) -> str:
    """The address of the publication, or the bytes that were read where it has none."""
    if where.key.startswith(("https://", "http://")):
        return where.key
    return f"urn:sha256:{where.sha256}"


def _targets(made: Judgement) -> Iterator[_Target | str]:
    held = {each.mention: each for each in made.anchors}
    for name in made.names:
        where = held.get(name)
        if where is None:
            yield f"urn:twosource:{quote(name, safe='')}"
        else:
            yield _Target(_source(where), tuple(_selectors(where.content)))


def _annotation(made: Judgement) -> _Annotation:
    return _Annotation(
        id=f"urn:twosource:{quote(made.id, safe='')}",
        motivation=_MOTIVATION.get(made.kind, "assessing"),
        creator=_Person(made.who),
        created=made.at,
        target=tuple(_targets(made)),
        judgement=made,
        body=(_Body(made.reason, "text/plain", "commenting"),) if made.reason else (),
    )


def to_annotations(made: Sequence[Judgement]) -> Iterator[bytes]:
    """All judgements, in the order in which they came in, as UTF-8 JSON-LD, piece by piece."""
    yield b'{"@context": ' + msgspec.json.encode(CONTEXT)
    yield b',\n"type": "AnnotationCollection", "label": "Twosource judgements"'
    yield b',\n"total": ' + str(len(made)).encode()
    yield b',\n"first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    separator = b"\n "
    for judgement in made:
        yield separator + msgspec.json.encode(_annotation(judgement))
        separator = b",\n "
    yield b"\n]}}\n"


def from_annotations(data: bytes, now: datetime) -> list[Judgement]:
    """The judgements of a file; raises `Unfit`, one line, where it is no such file.

    ``now`` (with a time zone): a judgement of the future would hold over all that come.
    """
    if len(data) > LARGEST:
        raise Unfit(f"larger than {LARGEST // 1024**2} MB")
    try:
        read = msgspec.json.decode(data, type=_Collection)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        what = " ".join(str(error).split())[:200]
        raise Unfit(f"no judgements as written by 'twosource judgements export' ({what})") from None
    made = [item.judgement for item in read.first.items]
    for number, judgement in enumerate(made, 1):
        try:
            _check(judgement, now)
        except Unfit as error:
            raise Unfit(f"annotation {number}: {error}") from None
    return made


def _check(made: Judgement, now: datetime) -> None:
    for name in (made.id, *made.names, *made.seen):
        if not _NAME.fullmatch(name):
            raise Unfit(f"{quoted(name)} is no id")
        sound.name(name)
    sound.name(made.who)
    if not made.subjects:
        raise Unfit("it is about nothing")
    if made.kind is not JudgementKind.ACCEPT and not made.reason.strip():
        raise Unfit("it gives no reason")
    if len(made.reason) > LONGEST_REASON:
        raise Unfit(f"a reason of {len(made.reason):,} characters")
    try:
        at = datetime.fromisoformat(made.at)
        if at.astimezone(UTC).isoformat() != made.at:
            raise ValueError
    except (ValueError, OverflowError):
        raise Unfit(f"{quoted(made.at)} is no moment in UTC") from None
    if at > now + timedelta(days=1):
        raise Unfit(f"it was made in the future ({made.at})")
