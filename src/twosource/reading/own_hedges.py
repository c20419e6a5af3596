"""A speaker's own "I think", "we know", inside what he is quoted with: part of the cue.

"“I think the bridge holds,” the engineer said" is one statement by the engineer; both "said" and
"think" are words that put it in his mouth. The content stays as it was quoted.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.model import Attribution
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import tokens_in
from twosource.reading.syntax import child, spans, subtree

_FIRST = frozenset({"i", "we"})
_MOST = 0.5  # share of the content that stands under the verb


def hedged(parsed: Parsed, statement: Attribution) -> Attribution:
    """The statement with the verb of its speaker's own thinking among its cues."""
    tokens = tokens_in(parsed.doc, statement.content)
    inside = set(tokens)
    for i in tokens:
        verb = parsed.doc[i]
        if verb.pos_ != "VERB" or not _thinks(verb, inside):
            continue
        if _opens(verb, tokens) or len(subtree(verb) & inside) >= _MOST * len(inside):
            own = spans(parsed.doc, [verb.i])
            return replace(statement, cue=(*statement.cue, *own))
    return statement


def _thinks(verb: Token, inside: set[int]) -> bool:
    """A verb of thinking with "I" or "we" for its subject, in the present or past, affirmed."""
    who = child(verb, "nsubj")
    if who is None or who.lower_ not in _FIRST or child(verb, "neg") is not None:
        return False
    main = verb.dep_ in ("ROOT", "ccomp", "parataxis", "conj") or verb.head.i not in inside
    return main and verb.lemma_.lower() in words("reading", "thinking_verbs")


def _opens(verb: Token, tokens: list[int]) -> bool:
    """Does the statement begin with "I think"? Then it governs what follows, as far as it goes."""
    first = next((i for i in tokens if verb.doc[i].is_alpha), None)
    return first is not None and verb.doc[first] == child(verb, "nsubj") and verb.i - first <= 2
