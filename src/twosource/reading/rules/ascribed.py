"""Quotations whose source the words right before them name, wherever these stand.

"in a statement attributed to the militia: “…”"; and "guards said a sign read, “…”", where the
quotation is part of what another is credited with.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import verb_frames
from twosource.reading.syntax import child, cue_tokens, noun_phrase, subject

_MARKS = frozenset({":", ",", "-", "--", "–", "—"})
_REACH = 12  # tokens from the verb to the mark before the quotation
_SHORT = 3  # words: shorter quotations are names and phrases


def relations(scene: Scene, known: list[Found]) -> Iterator[Found]:
    """A relation for each quotation with such words before it that no known one stands for."""
    cues = {i for each in known for i in each.cue}
    for q, tokens in enumerate(scene.quote_tokens):
        told = sum(scene.doc[i].is_alpha for i in tokens) >= _SHORT
        mark = tokens[0] - 1 if told else 0
        if mark < 1 or scene.doc[mark].text not in _MARKS:
            continue
        found = _ascribed(scene, mark) or _inner(scene, mark, known, q)
        if found is not None and not found.cue & cues:
            found.extra.append(q)
            yield found


def _ascribed(scene: Scene, mark: int) -> Found | None:
    """As in "a saying attributed to Einstein — “…”"."""
    for verb in reversed(scene.doc[max(0, mark - _REACH) : mark]):
        if verb.lemma_.lower() not in words("reading", "ascribing_verbs") or verb.tag_ != "VBN":
            continue
        to = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"), None)
        who = child(to, "pobj") if to is not None else None
        if who is not None and max(t.i for t in who.subtree) == mark - 1:
            return Found(set(), cue_tokens(verb), noun_phrase(who), "quote.ascribed", verb.i)
    return None


def _inner(scene: Scene, mark: int, known: list[Found], q: int) -> Found | None:
    """As in "They said the sign read, “Keep out of here”": the verb is part of their words."""
    verb = scene.doc[mark - 1]
    if not _says(verb) or scene.quote_of[verb.i] >= 0:
        return None
    who = subject(verb)
    held = any(
        verb.i in each.content and scene.quote_tokens[q][1] in each.content for each in known
    )
    if who is None or not held:
        return None
    cue = cue_tokens(verb)
    return Found(set(), cue, noun_phrase(who) - cue, "quote.inner", verb.i)


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and "c" in verb_frames(verb.lemma_)
