"""From the reporter outward: through whom a statement came, to the one who asserts it.

What is read off the sentence: "X told Y", "Y quoted X", "A, citing B", "briefed by C", "had it from
D", "in a statement carried by Y". A relay named once goes on to hold: who was quoted from an agency
at first is quoted from it later. Reporting within reporting takes the chain of what holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.lexicon import words
from twosource.model import Attribution, Document, Spans
from twosource.reading.cast import Actor
from twosource.reading.coreference import Cast
from twosource.reading.cover import Cover
from twosource.reading.links import Link, Links
from twosource.reading.parsed import Parsed
from twosource.reading.phrase import FIRST, Phrase
from twosource.reading.phrases import read_phrase
from twosource.reading.sources import NAMED, SOURCE, TOLD, WEAK, Tokens, events, says, sources
from twosource.reading.states import state_named, states_in
from twosource.reading.turns import Turn, turn_at, turns
from twosource.reading.unattributed import TURN

_OPENING = 4  # tokens of a content in which "she had heard it from" is about the source


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
        filed = states_in((document.dateline or "").title().replace(",", " ").split())
        self.dateline = filed[0][1].name if filed else ""  # the state it was filed from
        self.turns: list[Turn] = turns(parsed, self.cast)
        self.who: dict[int, Actor] = {}  # head token -> actor
        self.sources: list[list[tuple[int, int]]] = [
            [] if self._floor(a) else sources(self.tokens, a) for a in attributions
        ]
        self.before: Credit | None = None  # the latest credit in text order
        self.found: dict[tuple[int, int], tuple[Phrase | None, Actor | None]] = {}

    def run(self) -> tuple[list[Credit], list[Turn]]:
        self._meet()
        links = Links(self.doc, self.who).found()
        by_sentence: dict[int, list[Link]] = {}
        for link in links:
            by_sentence.setdefault(link.sentence, []).append(link)
        credits: list[Credit] = [Credit() for _ in self.attributions]
        order = sorted(range(len(credits)), key=lambda i: (self._place(i), i))
        for i in order:
            credits[i] = self._credit(i, by_sentence)
        for i, attribution in enumerate(self.attributions):
            self._nest(i, attribution.parent, credits)
        house = {id(k.nearer): k.farther for k in links if k.lasting and _passes_on(k.nearer)}
        for credit, attribution in zip(credits, self.attributions, strict=True):
            if credit.root is not None and credit.root.faceless() and self._shows(attribution):
                credit.actors.clear()  # "these developments suggest": nobody says so
            self._extend(credit, house)
        return credits, self.turns

    def _shows(self, attribution: Attribution) -> bool:
        """Is the cue a verb by which things, not people, tell something?"""
        cue = [self.doc[i] for span in attribution.cue for i in range(*self.tokens.range(span))]
        return any(t.lemma_.lower() in words("reading", "showing_verbs") for t in cue)

    def _floor(self, attribution: Attribution) -> Actor | None:
        """Whoever has the floor, where nothing but that shows who speaks; none of the house."""
        if attribution.rule != TURN or not attribution.content:
            return None
        turn = turn_at(self.turns, attribution.content[0][0])
        return turn.actor if turn is not None and turn.actor is not self.cast.publisher else None

    def _place(self, i: int) -> int:
        if self.sources[i]:
            return self.sources[i][0][0]
        content = self.attributions[i].content
        return self.tokens.range(content[0])[0] if content else 0

    # -- one pass: meeting everybody in the order of the text

    def _meet(self) -> None:
        several = [some for some in self.sources if len(some) > 1]
        siblings = self._siblings(several)
        minor = {r for some in several for r in some[1:]}
        reported = Cover(span for a in self.attributions if a.cue for span in a.content)
        together: dict[tuple[int, int], list[Actor]] = {}
        covered = 0  # "Defence" in "Minister of Defence" is nobody by itself
        for start, sort, end in events(self.doc, self.sources, self.quotes):
            if sort == WEAK and self.doc[end - 1].lower_ not in self.cast.labels:
                continue
            if sort == NAMED and start < covered:
                continue
            phrase = read_phrase(self.doc, start, end)
            if phrase is None:
                continue
            self.cast.sentence = self.doc[start].sent.start
            apart = phrase.pronoun not in ("", "it")  # "The group has 30 men, it says" is one
            self.cast.exclude = together.get((start, end), []) if apart else []
            if sort == TOLD:  # not the one who tells
                here = self.cast.sentence
                self.cast.exclude = [a for a in self.cast.actors if a.subject >= here]
            self.cast.speaks = sort == SOURCE and says(self.doc[start:end].root)
            self.cast.says = sort == SOURCE and bool(phrase.pronoun)
            actor = self._resolve(phrase, start)
            if sort == SOURCE:
                self.found[start, end] = (phrase, actor)
            if actor is None:
                continue
            self._note(phrase, actor, start)
            words = (self.doc[start].idx, self.doc[start].idx + 1)
            actor.outside = actor.outside or sort == SOURCE or not reported.touches((words,))
            covered = max(covered, _covers(phrase, end, sort))
            if sort == SOURCE:
                if not phrase.pronoun:
                    for other in siblings.get((start, end), ()):
                        together.setdefault(other, []).append(actor)
                if (start, end) not in minor:
                    self.cast.spoke(actor, start)

    def _siblings(
        self, several: list[list[tuple[int, int]]]
    ) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Who else speaks beside a source: "a neighbour had told her, she said"."""
        found = {r: [o for o in some if o != r] for some in several for r in some}
        for some, attribution in zip(self.sources, self.attributions, strict=True):
            if attribution.parent is None:
                continue
            for r in some:
                outer = [o for o in self.sources[attribution.parent] if o != r]
                found.setdefault(r, []).extend(outer)
        return found

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
        here = self.doc[phrase.end : phrase.end + 1].text == "here" or (
            self.doc[phrase.end - 1].lower_ == "here"
        )
        if here and self.dateline:
            return self.dateline
        before = self.doc[max(0, phrase.start - 4) : phrase.start]
        if not any(t.text in ("In", "From") for t in before):
            return ""
        states = [state_named(t.text) for t in before if t.text[:1].isupper()]
        return next((s.name for s in states if s is not None), "")

    # -- putting one chain together

    def _credit(self, i: int, by_sentence: dict[int, list[Link]]) -> Credit:
        credit = Credit()
        speaker = self._floor(self.attributions[i])
        if speaker is not None:
            spans = {id(speaker): self.attributions[i].source}
            self.before = Credit([speaker], spans, None, "", "turn")
            return self.before
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

    def _order(self, i: int, credit: Credit, by_sentence: dict[int, list[Link]]) -> None:
        content = [self.tokens.range(s) for s in self.attributions[i].content]
        starts = {self.doc[a].sent.start for a, _ in self.sources[i]}
        links = [k for s in starts for k in by_sentence.get(s, [])]
        heard = [k for k in links if k.lasting and k.nearer is credit.actors[-1]]
        links = [k for k in links if not any(a <= k.at < b for a, b in content)]
        links += [k for k in heard if any(a <= k.at < min(b, a + _OPENING) for a, b in content)]
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
            if not credits[i].actors and credits[i].carrier:  # "pictures show, the firm said"
                credits[i].actors[:] = outer
            elif credits[i].actors and not credits[i].actors[-1].own:
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
    return end if phrase.person and sort != WEAK else phrase.end


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
