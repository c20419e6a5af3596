"""Affirmed or denied: by the reporting word, by calling a thing untrue, or by negating a charge."""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.model import Polarity, Reason
from twosource.reading.cast import Actor
from twosource.reading.statement import Statement, spans_of
from twosource.reading.states import state_of_people
from twosource.reading.untrue import untrue
from twosource.reading.wordlist import hits

_NOBODY = frozenset({"no", "none", "nothing", "nobody", "neither", "never"})
_CALLS = frozenset(
    [
        "call",
        "brand",
        "label",
        "describe",
        "term",
        "dub",
        "characterize",
        "characterise",
        "denounce",
    ]
)
_AUTHORITIES = frozenset({"authority", "force", "intelligence", "state"})


def polarity(statement: Statement) -> tuple[Polarity, Reason | None]:
    """Denied where the asserter says that a thing is not so; refusing to confirm is neither."""
    for tokens, value in hits("denials", statement.around, lemmas=True):
        denies = value == "verb" and tokens[0] in statement.cue and not _negated(tokens[0])
        if denies and not _refused(statement, tokens[0]):
            return _denied(tokens, "reporting word denies")
    called = _called(statement)
    if called:
        return _denied(called, "called untrue")
    false = [
        tokens
        for tokens, value in hits("denials", statement.content, lemmas=True)
        if value == "false" and not _negated(tokens[0])
    ]
    if false and _about_a_claim(statement, false[0][0]):
        return _denied(false[0], "called untrue")
    not_so = _not_so(statement)
    if not_so:
        return _denied(not_so, "said not to be so")
    charge = _charge_negated(statement)
    if charge:
        return _denied(charge, "a charge negated by an authority")
    return Polarity.AFFIRMED, None


def _refused(statement: Statement, verb: Token) -> bool:
    """As in "rejected the offer": turned down, and not called untrue."""
    if verb.lemma_.lower() not in ("reject", "dismiss", "repudiate") or _false(statement):
        return False
    thing = next((c for c in verb.children if c.dep_ == "dobj"), statement.root)
    return thing is not None and thing.lemma_.lower() in words("reading", "rejectable_nouns")


def _false(statement: Statement) -> bool:
    found = hits("denials", statement.content, lemmas=True)
    return any(value == "false" for _, value in found)


def _called(statement: Statement) -> list[Token]:
    """Words of untruth in what stands around: "described as a lie | the report", "P? Nonsense"."""
    for tokens, value in hits("denials", statement.around, lemmas=True):
        told = tokens[0] in statement.cue or _CALLS & statement.cue_lemmas
        if value == "false" and told and not _negated(tokens[0]):
            return tokens
    last = statement.content[-1] if statement.content else None
    if last is None:
        return []
    after = [t for t in statement.doc[last.i : last.i + 5] if not (t.is_quote or t.is_space)]
    at = next((n for n, t in enumerate(after) if t.text == "?"), None)
    return [after[at + 1]] if at is not None and untrue(after[at + 1 : at + 3]) else []


def _denied(tokens: list[Token], rule: str) -> tuple[Polarity, Reason]:
    return Polarity.DENIED, Reason("polarity", "denied", spans_of(tokens), rule)


def _negated(token: Token) -> bool:
    if any(c.dep_ == "neg" for c in token.children):
        return True
    head = token.head
    return head.lemma_ == "be" and any(c.dep_ == "neg" for c in head.children)


def _about_a_claim(statement: Statement, word: Token) -> bool:
    """Is it the predicate ("is a fantasy") or what something is called ("called it a lie")?"""
    if _CALLS & statement.cue_lemmas or {"reject", "dismiss"} & statement.cue_lemmas:
        return True
    head = word.head
    predicate = word.dep_ in ("attr", "acomp", "oprd") and head.lemma_ in ("be", "remain", "'")
    passive = word.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in word.children)
    return (predicate or passive) and statement.root in (head, word)


def _not_so(statement: Statement) -> list[Token]:
    words = statement.content
    text = statement.text
    if len(words) <= 4 and text.startswith(("not so", "not true", "no ,", "untrue", "wrong")):
        return words[:2]
    if " not true" in text or " not correct" in text or " not the case" in text:
        return [t for t in words if t.lower_ in ("not", "true", "correct", "case")]
    return []


def _charge_negated(statement: Statement) -> list[Token]:
    """An authority says that nobody did, or that it did not do, what others say was done."""
    actor = statement.asserter
    root = statement.root
    if actor is None or root is None or not is_authority(actor):
        return []
    if (absent := _absent(root)) is not None:
        return [absent]
    tense = {c.lower_ for c in root.children if c.dep_ in ("aux", "auxpass")}
    harmless = words("reading", "harmless_negations")
    if tense & {"will", "would", "can"} or root.tag_ in ("VBZ", "VBP", "NN"):
        return []
    for child in root.children:
        if child.dep_ not in ("nsubj", "nsubjpass"):
            continue
        first = child.left_edge
        negative = first.lower_ in _NOBODY or (first.lower_ == "not" and child.i - first.i <= 2)
        if negative and child.lemma_.casefold() not in harmless and "yet" not in statement.text:
            return [first]
        own = first.lower_ in ("we", "our", "it", "its", "they", "their", "he", "she")
        bare = len(list(child.subtree)) == 1  # "troops had not fired"
        own = own or (bare and child.lemma_.casefold() in words("reading", "armed_presence"))
        neg = next((c for c in root.children if c.dep_ == "neg"), None)
        if own and neg is not None and tense & {"did", "had", "has", "have"}:
            return [neg] if "yet" not in statement.text else []
    return []


def _absent(root: Token) -> Token | None:
    """As in "there are no foreign troops here": what others say is there."""
    if root.lemma_ != "be" or not any(c.dep_ == "expl" for c in root.children):
        return None
    for thing in (c for c in root.children if c.dep_ in ("attr", "nsubj")):
        people = state_of_people(thing.text) if thing.text[:1].isupper() else None
        armed = thing.lemma_.casefold() in words("reading", "armed_presence")
        if thing.left_edge.lower_ in _NOBODY and (armed or people is not None):
            return thing.left_edge
    return None


def is_authority(actor: Actor) -> bool:
    """Does it act or speak for a state, an army or a service?"""
    home = actor.institution()
    placed = bool(actor.state or actor.belongs) or actor.role_class in ("speaks", "office")
    official = (
        actor.role_class in ("speaks", "office", "official") and placed and not home.org_class
    )
    return home.org_class in _AUTHORITIES or home.sort == "state" or official
