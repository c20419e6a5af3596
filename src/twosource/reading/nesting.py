"""Reporting within reporting: which statement stands in the content of which other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.lexicon import words
from twosource.model import Attribution, Spans
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import tokens_in

_WHOLE = 0.75  # share of the outer content that the inner attribution fills: then it only passes on


def nested(parsed: Parsed, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with ``parent`` and ``relay`` set.

    An attribution's parent is the smallest other one whose content holds its cue and content. The
    parent is a relay where that content is little more than the inner attribution; so is one that
    names only a source ("citing two officials"). Acts inside what another reports ("said that
    both agreed to stop") are part of that statement and drop out.
    """
    outer = [_parent(found, n) for n in range(len(found))]
    found = [
        each
        for n, each in enumerate(found)
        if outer[n] is None or clausal(parsed, each) or cites(parsed, each)
    ]
    twins = {n: m for n in range(len(found)) if (m := _inserted_twin(found, n)) is not None}
    parents = [twins.get(n, _parent(found, n)) for n in range(len(found))]
    relays = {
        parent
        for n, parent in enumerate(parents)
        if n not in twins
        and parent is not None
        and clausal(parsed, found[n])
        and (fills(found[n], found[parent]) or _main(parsed, found[n], found[parent]))
    }
    relays |= set(twins.values())
    return tuple(
        replace(each, parent=parents[n], relay=n in relays or cites(parsed, each))
        for n, each in enumerate(found)
    )


def clausal(parsed: Parsed, each: Attribution) -> bool:
    """Is a whole proposition reported, not only an act of promising, blaming or naming?"""
    if each.rule in ("verb.object", "verb.figure"):
        return _cue_among(parsed, each, "showing_verbs") and _weighty(parsed, each)
    supposed = each.rule == "verb.passive" and not each.source  # "7,000 are thought to have died"
    return each.rule not in _ACTS and not supposed


def _weighty(parsed: Parsed, each: Attribution) -> bool:
    """Is more shown than somebody's something ("its methods")? That tells nothing to check."""
    tokens = [parsed.doc[i] for i in tokens_in(parsed.doc, each.content)]
    return len(tokens) > 2 or any(t.tag_ not in ("PRP", "PRP$") for t in tokens[:1])


def cites(parsed: Parsed, each: Attribution) -> bool:
    """Is the content only the name of a source ("citing …", "crediting …")?"""
    return each.rule in ("verb.object", "verb.figure") and _cue_among(parsed, each, "citing_verbs")


def _cue_among(parsed: Parsed, each: Attribution, lexicon: str) -> bool:
    return any(
        parsed.doc[i].lemma_.lower() in words("reading", lexicon)
        for i in tokens_in(parsed.doc, each.cue)
    )


_ACTS = frozenset({"verb.infinitive", "verb.preposition", "noun"})


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _inside(inner: Spans, outer: Spans) -> bool:
    if not inner or inner[0][0] < outer[0][0] or inner[-1][1] > outer[-1][1]:
        return False
    return all(any(start >= a and end <= b for a, b in outer) for start, end in inner)


def _inserted_twin(found: Sequence[Attribution], n: int) -> int | None:
    """As in "A guard had told her, she added, that …": who passes the same content on."""
    inner = found[n]
    if not inner.cue:
        return None
    for m in range(max(0, n - 2), min(len(found), n + 3)):
        outer = found[m]
        if m == n or not outer.cue or outer.content[-1] != inner.content[-1]:
            continue
        if inner.cue[-1][1] <= outer.cue[0][0] and outer.cue[-1][1] <= inner.content[-1][0]:
            return m
    return None


def renumbered(pieces: Sequence[tuple[int, Attribution]]) -> tuple[Attribution, ...]:
    """Statements in text order with parents among themselves.

    ``pieces`` are statements with the number of the relation they were cut from, their ``parent``
    still the number of a relation: it becomes the piece of that relation that holds them.
    """
    order = sorted(range(len(pieces)), key=lambda k: (pieces[k][1].content, pieces[k][1].cue, k))
    place = {k: n for n, k in enumerate(order)}
    of: dict[int, list[int]] = {}
    for k, (relation, _) in enumerate(pieces):
        of.setdefault(relation, []).append(k)

    def parent(each: Attribution) -> int | None:
        if each.parent is None or each.parent not in of:
            return None
        held = of[each.parent]
        return place[max(held, key=lambda k: (_shared(each.content, pieces[k][1].content), -k))]

    return tuple(replace(pieces[k][1], parent=parent(pieces[k][1])) for k in order)


def _shared(inner: Spans, outer: Spans) -> int:
    return sum(max(0, min(e, b) - max(s, a)) for s, e in inner for a, b in outer)


def outermost(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Only attributions that stand in no other one's content: a single layer, as corpora have."""
    return tuple(each for n, each in enumerate(found) if _parent(found, n) is None)


def _parent(found: Sequence[Attribution], n: int) -> int | None:
    """Looks only at neighbours in text order, so that cost stays linear."""
    inner = found[n]
    best: int | None = None
    for m in range(max(0, n - _REACH), min(len(found), n + _REACH)):
        outer = found[m]
        if m == n or not outer.cue or not _inside(inner.cue, outer.content):
            continue
        if not _inside(inner.content, outer.content) or _size(outer.content) <= _size(
            inner.content
        ):
            continue
        if best is None or _size(outer.content) < _size(found[best].content):
            best = m
    return best


_REACH = 12  # statements looked at on either side


def fills(inner: Attribution, outer: Attribution) -> bool:
    """Is the outer content little more than the inner attribution?"""
    covered = _size(inner.content) + _size(inner.cue) + _size(inner.source)
    whole = _inside(inner.content, outer.content)
    return whole and covered >= _WHOLE * _size(outer.content)


def _main(parsed: Parsed, inner: Attribution, outer: Attribution) -> bool:
    """Is the inner act the main clause of the outer content, with circumstances alone beside it?

    As in "North Korea confirmed for the first time on Monday that …, the agency said".
    """
    inside = set(tokens_in(parsed.doc, outer.content))
    own = set(tokens_in(parsed.doc, (*inner.content, *inner.cue, *inner.source)))
    rest = [parsed.doc[i] for i in sorted(inside - own)]
    heads = [t for t in rest if t.head.i in own and not t.is_punct]
    cue = set(tokens_in(parsed.doc, inner.cue))
    roots = [
        i for i in inside if parsed.doc[i].head.i not in inside or parsed.doc[i].dep_ == "ROOT"
    ]
    if not any(i in cue for i in roots) or any(
        parsed.doc[i].pos_ == "VERB" for i in set(roots) - cue
    ):
        return False
    return all(t.dep_ in _CIRCUMSTANCE or t.head.i not in cue for t in heads)


_CIRCUMSTANCE = frozenset(
    {"advmod", "npadvmod", "prep", "dobj", "dative", "mark", "aux", "cc", "det", "neg"}
)
