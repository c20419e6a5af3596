"""From the reporter outward: through whom a statement came, to the one who asserts it.

What is read off the sentence: "X told Y", "Y quoted X", "A, citing B", "briefed by C", "had it from
D", "in a statement carried by Y". A relay named once goes on to hold: who was quoted from an agency
at first is quoted from it later. Reporting within reporting takes the chain of what holds it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from twosource.lexicon import table
from twosource.model import Attribution, Document, Span, Spans
from twosource.reading.cast import Actor
from twosource.reading.coreference import Cast
from twosource.reading.parsed import Parsed
from twosource.reading.phrases import FIRST, Phrase, org_class, read_phrase, role_of
from twosource.reading.states import state_named
from twosource.reading.turns import Turn, turn_at, turns

_LOCATIVE = frozenset(
    ["in", "at", "near", "over", "around", "outside", "through", "across", "towards", "along"]
)
_SOURCE, _NAMED, _WEAK, _TOLD = range(4)  # a source, another name, a description, "told her"
_LONG = 24  # tokens a noun phrase with its appositions is followed at most


@dataclass(slots=True)
class Credit:
    """Who is credited with one statement: actors from the reporter outward, with their words."""

    actors: list[Actor] = field(default_factory=list)
    spans: dict[int, Spans] = field(default_factory=dict)  # id(actor) -> its words here
    phrase: Phrase | None = None
    carrier: str = ""
    rule: str = ""

    @property
    def root(self) -> Actor | None:
        """The asserter; ``None`` where nobody is credited."""
        return self.actors[-1] if self.actors else None


@dataclass(frozen=True, slots=True)
class _Link:
    nearer: Actor
    farther: Actor
    at: int
    sentence: int
    lasting: bool


class Tokens:
    """Character offsets to token indices."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [t.idx for t in doc]

    def range(self, span: Span) -> tuple[int, int]:
        """First token and one past the last that the span touches."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = bisect_right(self._starts, max(span[0], span[1] - 1))
        return first, last


def credits(
    document: Document, parsed: Parsed, attributions: Sequence[Attribution]
) -> tuple[list[Credit], list[Turn]]:
    """Who is credited with each attribution, in the same order; and the turns of an interview."""
    return _Reading(document, parsed, attributions).run()


class _Reading:
    """One pass over a document."""

    def __init__(
        self, document: Document, parsed: Parsed, attributions: Sequence[Attribution]
    ) -> None:
        self.doc = parsed.doc
        self.tokens = Tokens(parsed.doc)
        self.attributions = attributions
        self.quotes = [self.tokens.range(q) for q in parsed.quotes]
        self.cast = Cast(document)
        self.turns: list[Turn] = turns(parsed, self.cast)
        self.who: dict[int, Actor] = {}  # head token -> actor
        self.sources: list[list[tuple[int, int]]] = [self._sources(a) for a in attributions]
        self.before: Credit | None = None  # the latest credit in text order
        self.found: dict[tuple[int, int], tuple[Phrase | None, Actor | None]] = {}

    def run(self) -> tuple[list[Credit], list[Turn]]:
        self._meet()
        links = self._links()
        by_sentence: dict[int, list[_Link]] = {}
        for link in links:
            by_sentence.setdefault(link.sentence, []).append(link)
        credits: list[Credit] = [Credit() for _ in self.attributions]
        order = sorted(range(len(credits)), key=lambda i: (self._place(i), i))
        for i in order:
            credits[i] = self._credit(i, by_sentence)
        for i, attribution in enumerate(self.attributions):
            self._nest(i, attribution.parent, credits)
        house = {id(k.nearer): k.farther for k in links if k.lasting and _passes_on(k.nearer)}
        for credit in credits:
            self._extend(credit, house)
        return credits, self.turns

    # -- where the source stands

    def _sources(self, attribution: Attribution) -> list[tuple[int, int]]:
        spans = [s for s in attribution.source if s[1] > s[0]]
        ranges = [self._with_apposition(*self.tokens.range(s)) for s in spans]
        if ranges or not attribution.cue:
            return ranges
        first, last = self.tokens.range(attribution.cue[0])
        cue = self.doc[first:last]
        for token in sorted(cue, key=lambda t: (t.i != cue.root.i, t.i)):
            subject = self._subject(token)
            if subject is not None and (subject.pos_ == "PRON" or _actorlike(subject, 1)):
                return [self._phrase_range(subject)]
        root = self.doc[first].sent.root
        subject = self._subject(root)
        if self.doc[first].tag_ == "VBG" and subject is not None:  # "reports X, suggesting Y"
            return [self._phrase_range(subject)]
        return []

    def _with_apposition(self, start: int, end: int) -> tuple[int, int]:
        """Take in the name that follows a description: "the prime minister | , Ann Or"."""
        head = self.doc[start:end].root
        for child in head.children:
            if child.dep_ == "appos" and end <= child.left_edge.i <= end + 1 and child.i < end + 8:
                return start, child.i + 1
        return start, end

    def _subject(self, token: Token) -> Token | None:
        """Who does what this word says: subject, agent, owner, or object of "according to"."""
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass") and not _passive(token):
                return child
            if child.dep_ == "poss" and token.pos_ == "NOUN":
                return child
            if child.dep_ == "agent" or (token.pos_ == "NOUN" and child.text in ("by", "from")):
                return next((c for c in child.children if c.dep_ == "pobj"), None)
            if child.dep_ == "pobj" and token.text.casefold() in ("to", "per", "by"):
                return child
        if token.dep_ in ("conj", "xcomp", "advcl") and token.head is not token:
            return self._subject(token.head)
        if token.dep_ in ("acl", "relcl") and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return token.head
        return None

    def _phrase_range(self, head: Token) -> tuple[int, int]:
        end = min(head.right_edge.i + 1, head.i + _LONG)
        for child in head.children:
            if child.i > head.i and child.dep_ in ("cc", "relcl"):
                end = min(end, child.left_edge.i)
        return head.left_edge.i, max(end, head.i + 1)

    def _place(self, i: int) -> int:
        if self.sources[i]:
            return self.sources[i][0][0]
        content = self.attributions[i].content
        return self.tokens.range(content[0])[0] if content else 0

    # -- one pass: meeting everybody in the order of the text

    def _meet(self) -> None:
        several = [some for some in self.sources if len(some) > 1]
        siblings = {r: [o for o in some if o != r] for some in several for r in some}
        minor = {r for some in several for r in some[1:]}
        together: dict[tuple[int, int], list[Actor]] = {}
        covered = 0  # "Defence" in "Minister of Defence" is nobody by itself
        for start, sort, end in self._events():
            if sort == _WEAK and self.doc[end - 1].lower_ not in self.cast.labels:
                continue
            if sort == _NAMED and start < covered:
                continue
            phrase = read_phrase(self.doc, start, end)
            if phrase is None:
                continue
            self.cast.sentence = self.doc[start].sent.start
            self.cast.exclude = together.get((start, end), []) if phrase.pronoun else []
            if sort == _TOLD:  # not the one who tells
                here = self.cast.sentence
                self.cast.exclude = [a for a in self.cast.actors if a.subject >= here]
            actor = self._resolve(phrase, start)
            if sort == _SOURCE:
                self.found[start, end] = (phrase, actor)
            if actor is None:
                continue
            self._note(phrase, actor, start)
            covered = max(covered, _covers(phrase, end, sort))
            if sort == _SOURCE:
                if not phrase.pronoun:
                    for other in siblings.get((start, end), ()):
                        together.setdefault(other, []).append(actor)
                if (start, end) not in minor:
                    self.cast.spoke(actor, start)

    def _events(self) -> list[tuple[int, int, int]]:
        """Start, sort and end of every phrase that may name somebody, in text order."""
        ranges = {r for some in self.sources for r in some}
        passed = {t for a, b in ranges for t in range(a, b)}
        passed |= {t for a, b in self.quotes for t in range(a, b)}
        relays = table("reading", "relays")
        events = [(a, _SOURCE, b) for a, b in ranges]
        for chunk in self.doc.noun_chunks:
            head = chunk.root
            if head.i in passed or _place(head):
                continue
            if head.pos_ == "PRON" and head.dep_ in ("dobj", "dative"):
                if head.head.lemma_ in relays:
                    events.append((head.i, _TOLD, head.i + 1))
                continue
            if _actorlike(head, chunk.end - chunk.start):
                start, end = self._phrase_range(head)
                events.append((min(start, chunk.start), _NAMED, end))
            elif head.pos_ == "NOUN" and self.doc[chunk.start].lower_ == "the":
                events.append((chunk.start, _WEAK, chunk.end))
        return sorted(events)

    def _note(self, phrase: Phrase, actor: Actor, start: int) -> None:
        """Remember which tokens mean the actor, and whether it is a subject here."""
        for i in range(phrase.start, phrase.end):
            self.who.setdefault(i, actor)
        if any(t.dep_ in ("nsubj", "nsubjpass") for t in self.doc[phrase.start : phrase.end]):
            actor.subject = start

    def _resolve(self, phrase: Phrase, at: int) -> Actor | None:
        if phrase.pronoun in FIRST or phrase.pronoun == "you":
            turn = turn_at(self.turns, self.doc[at].idx)
            if turn is not None and turn.house and phrase.pronoun == "you":
                return next((t.actor for t in self.turns if not t.house), None)
            quoted = any(a <= at < b for a, b in self.quotes)
            if turn is not None and turn.actor is not None and phrase.pronoun in FIRST:
                return turn.actor
            if phrase.pronoun in FIRST and quoted:
                return self.cast.last_speaker(at)
        return self.cast.resolve(phrase, at, self._nearby_state(phrase))

    def _nearby_state(self, phrase: Phrase) -> str:
        """As in "In Yerevan the Defence Ministry said": the place just before an institution."""
        if not phrase.org or phrase.state or phrase.belongs is not None:
            return ""
        before = self.doc[max(0, phrase.start - 4) : phrase.start]
        if not any(t.text in ("In", "From") for t in before):
            return ""
        states = [state_named(t.text) for t in before if t.text[:1].isupper()]
        return next((s.name for s in states if s is not None), "")

    # -- who got it from whom

    def _links(self) -> list[_Link]:
        verbs = table("reading", "relays")
        found: list[_Link] = []
        for token in self.doc:
            sort = verbs.get(token.lemma_.casefold())
            if sort is None or token.pos_ not in ("VERB", "AUX", "SCONJ"):
                continue
            pair = self._pair(token, sort)
            if pair is not None and pair[0] is not pair[1]:
                lasting = sort in ("relies", "hears")
                found.append(_Link(*pair, token.i, token.sent.start, lasting))
        return found

    def _pair(self, token: Token, sort: str) -> tuple[Actor, Actor] | None:
        """(nearer, farther) as this verb relates them; ``None`` where it does not."""
        passive = _passive(token) or (token.tag_ == "VBN" and token.dep_ in ("acl", "relcl"))
        subject, agent = self._done_to(token) if passive else (self._doer(token), None)
        by = self._actor(agent)
        one = self._actor(subject)
        if passive:
            if by is None or one is None:
                return None
            return (by, one) if sort in ("relies", "carries") else (one, by)
        if sort == "relies":
            return _both(one, self._object(token))
        if sort == "tells":
            other = self._recipient(token)
            return (other, one) if other is not None and one is not None else None
        if sort == "hears":
            return _both(one, self._origin(token))
        return None

    def _doer(self, token: Token) -> Token | None:
        subject = self._subject(token)
        relative = subject is not None and subject.tag_ in ("WP", "WDT")
        return token.head if relative and token.dep_ == "relcl" else subject

    def _done_to(self, token: Token) -> tuple[Token | None, Token | None]:
        agent = next((c for c in token.children if c.dep_ == "agent" or c.text == "by"), None)
        by = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent else None
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if subject is not None and subject.tag_ not in ("WP", "WDT"):
            return subject, by
        if token.dep_ in ("acl", "relcl"):
            return token.head, by
        return subject, by

    def _actor(self, token: Token | None) -> Actor | None:
        """The actor of a noun, or of the noun it is part of: "senator on the committee"."""
        for _ in range(3):
            if token is None:
                return None
            if token.i in self.who:
                return self.who[token.i]
            if token.dep_ not in ("pobj", "prep", "compound", "appos"):
                return None
            token = token.head
        return None

    def _object(self, token: Token) -> Actor | None:
        for child in token.children:
            if child.dep_ in ("dobj", "obj") and child.i > token.i:
                return self._actor(child) or self._carried(child)
        return None

    def _carried(self, noun: Token) -> Actor | None:
        """As in "citing a report by the ministry", "its figure from the agency"."""
        for child in noun.children:
            if child.dep_ == "prep" and child.text in ("by", "from", "of"):
                return next((self._actor(c) for c in child.children if c.dep_ == "pobj"), None)
            if child.dep_ == "poss":
                return self._actor(child)
        return None

    def _recipient(self, token: Token) -> Actor | None:
        for child in token.children:
            if child.dep_ in ("dobj", "dative", "obj") and child.i > token.i:
                return self._actor(child)
            if child.dep_ in ("prep", "dative") and child.text in ("to", "with"):
                return next((self._actor(c) for c in child.children if c.dep_ == "pobj"), None)
        return None

    def _origin(self, token: Token) -> Actor | None:
        objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
        for holder in (token, *objects):
            for child in holder.children:
                if child.dep_ == "prep" and child.text == "from":
                    return next((self._actor(c) for c in child.children if c.dep_ == "pobj"), None)
        return None

    # -- putting one chain together

    def _credit(self, i: int, by_sentence: dict[int, list[_Link]]) -> Credit:
        credit = Credit()
        for at in self.sources[i]:
            phrase, actor = self.found.get(at, (None, None))
            if phrase is not None and credit.phrase is None:
                credit.phrase = phrase
            if phrase is not None and phrase.carrier:
                credit.carrier = credit.carrier or phrase.carrier
            if actor is None:
                continue
            words = (self.doc[at[0]].idx, self.doc[at[1] - 1].idx + len(self.doc[at[1] - 1]))
            credit.spans.setdefault(id(actor), (words,))
            if actor not in credit.actors:
                credit.actors.append(actor)
        if credit.actors:
            self._order(i, credit, by_sentence)
            self._turn(i, credit)
        elif self.before is not None and self._goes_on(i):
            credit = Credit(list(self.before.actors), {}, self.before.phrase, "", "it was added")
        self.before = credit if credit.actors else self.before
        return credit

    def _goes_on(self, i: int) -> bool:
        """Does a cue without a source continue the speaker before: "it was added"?"""
        first = (
            self.tokens.range(self.attributions[i].cue[0])[0] if self.attributions[i].cue else -1
        )
        return first >= 0 and self.doc[first].lemma_ in ("add", "continue")

    def _order(self, i: int, credit: Credit, by_sentence: dict[int, list[_Link]]) -> None:
        content = [self.tokens.range(s) for s in self.attributions[i].content]
        starts = {self.doc[a].sent.start for a, _ in self.sources[i]}
        links = [k for s in starts for k in by_sentence.get(s, [])]
        links = [k for k in links if not any(a <= k.at < b for a, b in content)]
        explicit = len(credit.actors)
        for _ in range(4):
            for link in links:
                _place_link(credit.actors, link.nearer, link.farther)
        root = credit.actors[-1]
        credit.rule = "relay in the sentence" if len(credit.actors) > explicit else "source"
        if len(credit.actors) == 1 and root.nearer:
            credit.actors[:0] = root.nearer
            credit.rule = "relay named earlier"
        credit.actors[:] = [a for a in credit.actors if not a.own or a is credit.actors[-1]]
        relays = credit.actors[:-1]
        if relays and all(a.org_class == "outlet" for a in relays) and root.org_class != "outlet":
            root.nearer = tuple(relays)

    def _turn(self, i: int, credit: Credit) -> None:
        """In an interview, what the interviewee says that others say came through them."""
        content = self.attributions[i].content
        turn = turn_at(self.turns, content[0][0]) if content else None
        if turn is None or turn.actor is None or turn.actor.own or turn.house:
            return
        if turn.actor not in credit.actors:
            credit.actors.insert(0, turn.actor)

    def _nest(self, i: int, parent: int | None, credits: list[Credit]) -> None:
        seen = {i}
        while parent is not None and parent not in seen and 0 <= parent < len(credits):
            seen.add(parent)
            outer = [a for a in credits[parent].actors if a not in credits[i].actors and not a.own]
            if credits[i].actors and not credits[i].actors[-1].own:
                credits[i].actors[:0] = outer
            parent = self.attributions[parent].parent

    def _extend(self, credit: Credit, house: dict[int, Actor]) -> None:
        while credit.actors and (further := house.get(id(credit.actors[-1]))) is not None:
            if further in credit.actors:
                return
            credit.actors.append(further)


def _covers(phrase: Phrase, end: int, sort: int) -> int:
    """Up to which token the phrase takes names in, a person's apposition with it."""
    if not (phrase.org or phrase.role):
        return 0
    return end if phrase.person and sort != _WEAK else phrase.end


def _passes_on(actor: Actor) -> bool:
    """Is it an outlet, or a name that the text shows taking its news from others?"""
    return actor.sort in ("org", "name") and actor.org_class in ("outlet", "other", "")


def _place_link(actors: list[Actor], nearer: Actor, farther: Actor) -> None:
    """Put a pair in order among the actors, where one of the two is there."""
    if nearer in actors and farther in actors:
        if actors.index(nearer) > actors.index(farther):
            actors.remove(nearer)
            actors.insert(actors.index(farther), nearer)
    elif nearer in actors:
        actors.insert(actors.index(nearer) + 1, farther)
    elif farther in actors and (nearer.org_class == "outlet" or nearer.sort in ("name", "org")):
        actors.insert(actors.index(farther), nearer)


def _both(one: Actor | None, other: Actor | None) -> tuple[Actor, Actor] | None:
    return (one, other) if one is not None and other is not None else None


def _place(head: Token) -> bool:
    """Is the noun where something happens rather than who does it?"""
    if head.pos_ != "PROPN" or org_class(head.text):
        return False
    where = head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE
    unstated = state_named(head.text) is None
    return unstated and (where or head.ent_type_ in ("GPE", "LOC", "FAC"))


def _passive(token: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)


def _actorlike(head: Token, length: int) -> bool:
    """Can a noun chunk with this head name somebody?"""
    if head.pos_ == "PROPN":
        return head.ent_type_ not in ("DATE", "TIME", "MONEY", "CARDINAL")
    if head.pos_ != "NOUN" or length > 12:
        return False
    return role_of(head.text) is not None or bool(org_class(head.text))
