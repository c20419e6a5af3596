"""Attribution by a phrase: "according to X", "per X", "in X's view", "by X's count".

The content is the clause that the phrase stands in, without the phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.reading.nouns import role_of
from twosource.reading.rules.found import Found, Scene
from twosource.reading.syntax import child, clause_head, following, noun_phrase, subtree


def relations(scene: Scene) -> Iterator[Found]:
    """All relations whose cue is a prepositional phrase outside quotation marks."""
    for token in scene.doc:
        if token.dep_ not in ("prep", "agent", "advcl", "pcomp", "ROOT") or scene.quoted(token.i):
            continue
        found = _according(scene, token) or _view(scene, token) or _per(scene, token)
        if found is not None:
            yield found
    yield from _noted(scene)


def _noted(scene: Scene) -> Iterator[Found]:
    """As in "Ten were killed (source: the ministry).": the sentence up to the bracket."""
    for token in scene.doc[1:-2]:
        opens = token.nbor(-1).text == "(" and token.nbor().text == ":"
        if token.lower_ not in ("source", "sources") or not opens or scene.quoted(token.i):
            continue
        rest = range(token.i + 2, token.sent.end)
        end = next((i for i in rest if scene.doc[i].text == ")"), token.i)
        content, who = set(range(token.sent.start, token.i - 1)), set(range(token.i + 2, end))
        if who and any(scene.doc[i].pos_ in ("VERB", "AUX", "NUM") for i in content):
            yield Found(content, {token.i}, who, "phrase.noted", token.i)


def clause_around(scene: Scene, phrase: Token, taken: set[int]) -> set[int]:
    """The clause the phrase stands in, up to a semicolon, without the phrase itself."""
    doc = scene.doc
    head = clause_head(phrase)
    while head.dep_ == "conj" and not _comma_between(head.head, head):
        head = head.head  # "one was killed and four were wounded, according to …"
    content = subtree(head)
    mark = child(head, "mark")
    if mark is not None and mark.lower_ == "that":  # "wrote that, according to X, …"
        content.discard(mark.i)
    first, last = phrase.left_edge.i, phrase.right_edge.i
    low = max((i for i in content if i < first and doc[i].text in ";:"), default=-1)
    high = min((i for i in content if i > last and doc[i].text in ";:"), default=len(doc))
    return {i for i in content if low < i < high} - taken


def _comma_between(first: Token, second: Token) -> bool:
    return any(t.text == "," for t in first.doc[first.i : second.left_edge.i])


def _build(scene: Scene, phrase: Token, cue: set[int], who: set[int], rule: str) -> Found | None:
    content = clause_around(scene, phrase, subtree(phrase) | cue | who)
    content -= _citing(scene, phrase, content)
    content = _sentence_before(scene, phrase) or content
    if not any(scene.doc[i].is_alpha for i in content) or not who:
        return None
    return Found(content, cue, who, rule, phrase.i)


def _sentence_before(scene: Scene, phrase: Token) -> set[int]:
    """As in "The mill burned. That is according to the mayor.": what "that" points at."""
    first = phrase.sent.start
    said = [t for t in scene.doc[first : phrase.i] if not t.is_space]
    points = (
        len(said) == 2
        and said[0].lower_ in ("that", "this", "it")
        and said[1].lower_ in ("is", "was")
    )
    if not points or first == 0 or "\n" in scene.doc[first - 1].text:
        return set()
    return {t.i for t in scene.doc[first - 1].sent if not t.is_space}


def _citing(scene: Scene, phrase: Token, content: set[int]) -> set[int]:
    """As in "According to X, citing Y, …": a link of the chain, no part of what is said."""
    first = min((i for i in content if not scene.doc[i].is_punct), default=phrase.i)
    verb = scene.doc[first]
    cites = verb.tag_ == "VBG" and verb.lemma_.lower() in words("reading", "citing_verbs")
    return subtree(verb) if cites and verb.i > phrase.i else set()


def _according(scene: Scene, token: Token) -> Found | None:
    if token.lower_ != "according":
        return None
    to = child(token, "prep", "mark") or following(token)
    if to is None or to.lower_ != "to":
        return None
    noun = child(to, "pobj") or child(token, "pobj")
    if noun is None or noun.lower_ in ("which", "whom"):
        return None
    who = noun_phrase(noun)
    who |= _apposed(scene, noun, max(who)) if who else set()
    return _build(scene, token, {token.i, to.i}, who, "phrase.according")


def _apposed(scene: Scene, noun: Token, last: int) -> set[int]:
    """As in "to the director, Ann Or, in May the clinic …": a name or office the parse hung on."""
    doc, end = scene.doc, noun.sent.end
    if last + 2 >= end or doc[last + 1].text != ",":
        return set()
    comma = next((i for i in range(last + 2, end) if doc[i].text == ","), last + 2)
    beside = doc[last + 2 : comma]
    if not beside or any(t.pos_ in ("VERB", "AUX") for t in beside):
        return set()
    pair = (noun, beside.root)
    name = [t for t in pair if t.pos_ == "PROPN" and t.ent_type_ == "PERSON"]
    office = [t for t in pair if t.pos_ == "NOUN" and role_of(t.text) is not None]
    return set(range(last + 1, comma)) if name and office else set()


def _view(scene: Scene, token: Token) -> Found | None:
    """As in "in the ministry's view", "in the view of the ministry", "by its own count"."""
    noun = child(token, "pobj")
    before = table("reading", "view_nouns").get(noun.lower_, "") if noun is not None else ""
    if noun is None or token.lower_ not in before.split():
        return None
    owner = child(noun, "poss")
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if owner is None and of is not None:
        owner = child(of, "pobj")
    if owner is None or owner.lower_ in ("my", "your", "one"):
        return None
    return _build(scene, token, {token.i, noun.i}, noun_phrase(owner), "phrase.view")


def _per(scene: Scene, token: Token) -> Found | None:
    noun = child(token, "pobj") if token.lower_ == "per" else None
    if noun is None or noun.lower_ in words("reading", "rate_units"):
        return None
    known = noun.ent_type_ in ("ORG", "PERSON", "GPE", "NORP") or child(noun, "poss", "det")
    if not (known or noun.pos_ == "PROPN" or noun.text[0] == "@"):
        return None
    return _build(scene, token, {token.i}, noun_phrase(noun), "phrase.per")
