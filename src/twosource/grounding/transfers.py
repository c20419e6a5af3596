"""Who gives whom what in return for what, read from the clause; each part only as far as named."""

from __future__ import annotations

import re

from spacy.tokens import Token

from twosource.grounding.actor_names import canonical_name
from twosource.grounding.handing import Handing, handings
from twosource.grounding.page import Page
from twosource.model import Mention, Reason, Span, Spans, Transfer
from twosource.reading.states import state_of_people

_RETURN = re.compile(
    r"\b(?:in\s+(?:return|exchange)|as\s+(?:a\s+)?(?:payment|compensation|reward))\s+for\s+"
    r"|\bbarter(?:ed)?\s+for\s+",
    re.IGNORECASE,
)
_CLAUSES = ("relcl", "advcl", "acl")
_PARTY = ("prep", "agent", "dative", "appos", *_CLAUSES)  # of no party's name


def _phrase(token: Token, limits: Spans, others: set[int]) -> str:
    """The noun phrase of a head within the content, without articles, clauses and other parties."""
    inside = [
        t
        for t in token.subtree
        if any(start <= t.idx < end for start, end in limits)
        and not any(
            a.i in others or a.dep_ in _CLAUSES
            for a in (t, *t.ancestors)
            if token.is_ancestor(a)
        )
    ]  # fmt: skip
    text = "".join(t.text_with_ws for t in inside).strip()
    cut = _RETURN.search(text)
    text = text[: cut.start()] if cut else text
    return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE).strip(" ,;:.”\"'")


def _party(token: Token | None) -> str | None:
    """Who gives or gets, under the canonical name; ``None`` for a pronoun or nobody."""
    if token is None or token.pos_ == "PRON":
        return None
    people = state_of_people(token.text) if token.dep_ == "amod" else None
    if people is not None:
        return people.name
    kept = [
        t
        for t in token.subtree
        if not any(a.dep_ in _PARTY for a in (t, *t.ancestors) if token.is_ancestor(a))
        or _of(t, token)
    ]
    if token.dep_ == "compound":  # "gave North Korea fuel"
        kept = [*_compounds(token), *token.doc[token.left_edge.i : token.i + 1]]
    name = "".join(t.text_with_ws for t in sorted(set(kept), key=lambda t: t.i)).strip()
    name = re.sub(r"^(?:the|a|an)\s+|['’]s$", "", name, flags=re.IGNORECASE).strip(" ,;:.”\"'")
    return canonical_name(name)[0] or None


def _compounds(token: Token) -> list[Token]:
    """The parts of its name that hang on its head too, as "North" in "gave North Korea fuel"."""
    return [c for c in token.head.children if c.dep_ == "compound" and c.i < token.i]


def _of(token: Token, head: Token) -> bool:
    """Does a word stand in an "of" phrase of a name ("the Republic of Chile")?"""
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    clauses = any(a.dep_ in _CLAUSES for a in (token, *token.ancestors) if head.is_ancestor(a))
    return of is not None and (token.i == of.i or of.is_ancestor(token)) and not clauses


def _price(page: Page, limits: Spans, found: Handing) -> str | None:
    """What is given in return: named after the transfer, or before it up to the comma."""
    if found.price is not None:
        partners = {t.i for t in found.price.children if t.dep_ == "prep" and t.lower_ != "of"}
        return _phrase(found.price, limits, partners) or None
    bargain = next((m for s, e in limits if (m := _RETURN.search(page.text, s, e))), None)
    if bargain is None:
        return None
    end = next(e for s, e in limits if s <= bargain.start() < e)
    if bargain.end() <= found.word.idx:
        comma = page.text.find(",", bargain.end(), end)
        end = comma if comma >= 0 else end
    return page.text[bargain.end() : end].strip(" .,;:”\"'") or None


def _prepositions(found: Handing) -> set[int]:
    """The words that lead to the parties, which stand in the way of what is handed."""
    heads = (found.giver, found.receiver, found.price)
    parties = {t.i for t in heads if t is not None}
    parties |= {c.i for t in heads if t is not None and t.dep_ == "compound" for c in _compounds(t)}
    leading = {t.head.i for t in heads if t is not None and t.dep_ == "pobj"}
    ways = {t.i for t in found.thing.subtree if t.dep_ == "prep" and t.lower_ in ("from", "to")}
    return parties | leading | ways


def transfer_of(page: Page, mention: Mention) -> tuple[Transfer | None, tuple[Reason, ...]]:
    """The transfer a mention states; ``None`` where no word of giving or taking stands in it."""
    limits = mention.content
    tokens = [token for span in limits for token in page.tokens(span)]
    every = [found for found in handings(tokens) if _inside(found.thing, limits)]
    if not every:
        return None, ()
    found = max(every, key=_known)
    word = found.word
    transfer = Transfer(
        _party(found.giver),
        _party(found.receiver),
        _phrase(found.thing, limits, _prepositions(found)) or None,
        _price(page, limits, found),
    )
    span: Span = (word.idx, word.idx + len(word))
    return transfer, (Reason("transfer", word.lemma_, (span,), "word of giving or taking"),)


def _inside(token: Token, limits: Spans) -> bool:
    return any(start <= token.idx < end for start, end in limits)


def _known(found: Handing) -> int:
    """How much of the transfer a word tells; the first of those that tell the most is taken."""
    return sum(party is not None for party in (found.giver, found.receiver))
