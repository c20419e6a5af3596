"""Who gives whom what in return for what, read from the clause; each part only as far as named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from twosource.grounding.actor_names import canonical_name
from twosource.grounding.page import Page
from twosource.lexicon import table
from twosource.model import Mention, Reason, Spans, Transfer

_RETURN = re.compile(r"\bin\s+(?:return|exchange)\s+for\s+|\bbarter(?:ed)?\s+for\s+", re.IGNORECASE)


def _phrase(token: Token, limits: Spans) -> str:
    """The noun phrase of a head within the content, without articles and clauses after it."""
    inside = [
        t
        for t in token.subtree
        if any(start <= t.idx < end for start, end in limits)
        and not any(a.dep_ in ("relcl", "advcl") for a in (t, *t.ancestors) if a.i != token.i and
                    token.is_ancestor(a))
    ]  # fmt: skip
    text = "".join(t.text_with_ws for t in inside).strip()
    cut = _RETURN.search(text)
    text = text[: cut.start()] if cut else text
    return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE).strip(" ,;:.”\"'")


def _party(token: Token | None, limits: Spans) -> str | None:
    """Who gives or gets, under the canonical name; ``None`` for a pronoun or nobody."""
    if token is None or token.pos_ == "PRON":
        return None
    name = _phrase(token, limits)
    return canonical_name(name)[0] or None


def _child(verb: Token, *names: str) -> Token | None:
    return next((child for child in verb.children if child.dep_ in names), None)


def _after(verb: Token, *words: str) -> Token | None:
    """The object of a preposition that hangs on a verb or its object."""
    for holder in (verb, _child(verb, "dobj", "obj")):
        for child in holder.children if holder is not None else ():
            if child.dep_ in ("prep", "dative", "agent") and child.lower_ in words:
                return _child(child, "pobj")
    return None


def _verbs(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    directions = table("grounding", "transfer_verbs")
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in directions:
            yield token, directions[token.lemma_.lower()]


def transfer_of(page: Page, mention: Mention) -> tuple[Transfer | None, tuple[Reason, ...]]:
    """The transfer a mention states; ``None`` where no verb of giving or taking stands in it."""
    limits = mention.content
    tokens = [token for span in limits for token in page.tokens(span)]
    bargain = next(
        (m for s, e in limits if (m := _RETURN.search(page.text, s, e))),
        None,
    )
    for verb, direction in _verbs(tokens):
        passive = _child(verb, "nsubjpass")
        subject = _child(verb, "nsubj") or (passive and _after(verb, "by"))
        thing = passive or _child(verb, "dobj", "obj")
        other = _child(verb, "dative")
        other = other if other is None or other.pos_ != "ADP" else _child(other, "pobj")
        other = other or _after(verb, "to" if direction == "give" else "from")
        if thing is None:
            continue
        giver, receiver = (subject, other) if direction == "give" else (other, subject)
        price = None
        if bargain:
            end = next(e for s, e in limits if s <= bargain.start() < e)
            price = page.text[bargain.end() : end].strip(" .,;:”\"'")
        transfer = Transfer(
            _party(giver, limits),
            _party(receiver, limits),
            _phrase(thing, limits) or None,
            price or None,
        )
        span = (verb.idx, verb.idx + len(verb))
        return transfer, (Reason("transfer", verb.lemma_, (span,), "verb of giving or taking"),)
    return None, ()
