"""What sort of proposition a mention states: words of the field weighted by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from spacy.tokens import Token

from twosource.grounding.frames import STRONG, gives_nothing, plays, signs, takes_ground
from twosource.grounding.page import Page
from twosource.lexicon import rows
from twosource.model import (
    ClaimKind,
    Figure,
    Measure,
    Mention,
    Place,
    Precision,
    Reason,
    Span,
    TimeFrame,
)
from twosource.reading.syntax import following

COUNTING = frozenset(
    (
        Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.MISSING,
        Measure.DISPLACED, Measure.MONEY,
    )
)  # fmt: skip
ORDER = (
    ClaimKind.TRANSFER,
    ClaimKind.CONTROL,
    ClaimKind.ATTACK,
    ClaimKind.AGREEMENT,
    ClaimKind.DEPLOYMENT,
    ClaimKind.CAPABILITY,
    ClaimKind.MEASURE,
)
INVENTORY = 10  # machines from which their loss is a count rather than an event
ENOUGH = 2  # weight from which a word of the field makes a kind
_RETURN = re.compile(r"\bin (?:return|exchange) for\b|\bbarter\b", re.IGNORECASE)
_LOSSES = re.compile(r"\b(?:casualties|death toll|dead|deaths|losses|bodies)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:thousands|hundreds|dozens|scores|many|heavy|staggering|number|toll|figures?)\b", re.I
)
_HANDS = re.compile(
    r"\bin (?:[\w'’-]+ ){0,3}hands\b"
    r"|\b(?:is|are|was|were|remain|remains|remained) (?:now |again |still )?(?:ours|theirs)\b"
    r"|\bchang(?:e|ed|es|ing) hands\b"
    r"|\bflags? (?:is|are|was|were) (?:now )?(?:flying|raised|hoisted)\b",
    re.IGNORECASE,
)
_IDLE_TAKE = frozenset(  # "take part", "take off": nothing changes hands
    ("part", "place", "off", "aim", "care", "note", "effect", "shelter", "cover", "refuge")
)
_MOVABLE = frozenset(
    ("take", "lose", "hold", "grab", "seize", "capture")
)  # of ground only where ground is the object
_TAKEN = frozenset(("take", "lose", "hold", "enter", "leave", "fall", "capture", "control", "grab"))


@cache
def _weights() -> dict[str, tuple[tuple[ClaimKind, int], ...]]:
    found: dict[str, tuple[tuple[ClaimKind, int], ...]] = {}
    for word, kind, weight in rows("grounding", "kinds"):
        found[word] = (*found.get(word, ()), (ClaimKind(kind), int(weight)))
    return found


def _top(tokens: list[Token]) -> Token | None:
    """The word of a content that no other word of it governs."""
    inside = {token.i for token in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")]
    return next(iter(verbs or tops), None)


def _idle(token: Token) -> bool:
    """Is it "take" or "carry" in an idiom that moves nothing?"""
    after = following(token)
    if token.lemma_.lower() == "carry":
        return any(c.dep_ == "prt" and c.lower_ in ("out", "on") for c in token.children)
    return token.lemma_.lower() == "take" and after is not None and after.lower_ in _IDLE_TAKE


def _aside(token: Token, top: Token) -> bool:
    """Does it stand in a clause that only says when or whose: "pulled out after bombs fell"?"""
    while token.i != top.i and token.head.i != token.i:
        if token.dep_ in ("advcl", "relcl"):
            return True
        token = token.head
    return False


def _scores(
    tokens: list[Token], places: tuple[Place, ...]
) -> tuple[Counter[ClaimKind], dict[ClaimKind, Span]]:
    top = _top(tokens)
    scores: Counter[ClaimKind] = Counter()
    where: dict[ClaimKind, Span] = {}
    for sign in signs(tokens, top, places):
        if sign.kind is ClaimKind.ATTACK and top is not None and _aside(sign.token, top):
            continue
        scores[sign.kind] += sign.weight
        where.setdefault(sign.kind, (sign.token.idx, sign.token.idx + len(sign.token)))
    for token in tokens:
        if _idle(token) or gives_nothing(token, tokens):
            continue
        if token.lemma_.lower() in _MOVABLE and not takes_ground(token, places):
            continue
        for kind, weight in _weights().get(token.lemma_.lower()) or _weights().get(
            token.lower_, ()
        ):
            if top is not None and _aside(token, top):
                continue
            leading = top is not None and token.i == top.i
            scores[kind] += weight * (2 if leading else 1)
            where.setdefault(kind, (token.idx, token.idx + len(token)))
    return scores, where


def _counts(
    figure: Figure, kind: ClaimKind, weight: int, mention: Mention, tokens: list[Token]
) -> bool:
    """Is the statement about how many, rather than about what the counted do?

    A dozen machines destroyed are an inventory, two an event; people sent are counted, those yet to
    go and what stands somewhere are deployed.
    """
    if figure.measure not in (Measure.STRENGTH, Measure.OTHER, Measure.EQUIPMENT, Measure.RATE):
        return False
    if kind in (ClaimKind.ATTACK, ClaimKind.CONTROL):
        machines = figure.measure is Measure.EQUIPMENT
        return machines and (figure.low or 0) >= INVENTORY
    if kind is ClaimKind.DEPLOYMENT:
        ahead = mention.time_frame is TimeFrame.FUTURE
        stands = any(plays(t, "built") for t in tokens)
        mobile = figure.measure is not Measure.STRENGTH and any(plays(t, "armed") for t in tokens)
        return not (ahead or stands or mobile)
    return kind is not ClaimKind.TRANSFER and weight < STRONG


def kind_of(
    page: Page, mention: Mention, figure: Figure | None, places: tuple[Place, ...]
) -> tuple[ClaimKind, Reason | None]:
    """The kind, and the word that decided it (``None`` for a plain statement)."""
    spans = mention.content
    text = " ".join(page.text[start:end] for start, end in spans)
    if figure and figure.measure in COUNTING:
        return ClaimKind.FIGURE, Reason(
            "kind", "figure", figure.spans, "a count of losses or money"
        )
    if _LOSSES.search(text) and _VAGUE.search(text):
        return ClaimKind.FIGURE, Reason("kind", "figure", spans, "losses without a number")
    tokens = [token for span in spans for token in page.tokens(span)]
    scores, where = _scores(tokens, places)
    if _RETURN.search(text):
        scores[ClaimKind.TRANSFER] += 4
    fine = any(p.precision in (Precision.CITY, Precision.DISTRICT, Precision.POINT) for p in places)
    taken = (t for t in tokens if t.lemma_.lower() in _TAKEN and not _idle(t))
    if fine and any(takes_ground(t, places) for t in taken):
        scores[ClaimKind.CONTROL] += 3
    ground = fine or any(plays(t, "ground") for t in tokens)
    if ground and _HANDS.search(text):
        scores[ClaimKind.CONTROL] += 4
    kind = max(ORDER, key=lambda k: (scores[k], -ORDER.index(k)))
    if scores[kind] < ENOUGH:
        if figure and figure.low is not None:
            return ClaimKind.FIGURE, Reason("kind", "figure", figure.spans, "a count")
        return ClaimKind.STATEMENT, None
    if figure and figure.low is not None and _counts(figure, kind, scores[kind], mention, tokens):
        return ClaimKind.FIGURE, Reason("kind", "figure", figure.spans, "a count")
    return kind, Reason("kind", kind.value, (where.get(kind, spans[0]),), "word of the field")
