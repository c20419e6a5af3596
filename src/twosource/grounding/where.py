"""Where the thing a mention claims happens.

A place that acts ("Moscow said", "Kyiv has promised") or owns ("Ruritania's army") is an actor and
no place of the claim; so is one inside an organisation's name, in the words that name the source or
its hearers ("told reporters in Ruritz"), and the far end of a road or a shot ("towards Ruritz",
"fired from Ruritz") beside a nearer one. "The town", "there" take up the place that fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from twosource.grounding.antecedents import taken_up, wanted
from twosource.grounding.frames import plays
from twosource.grounding.groups import people_class
from twosource.grounding.page import Page, about, inside, touches
from twosource.grounding.places import Located
from twosource.grounding.soil import ground, soil
from twosource.lexicon import words
from twosource.model import Mention, Place, Precision, Reason, Span
from twosource.reading.cover import Cover
from twosource.reading.parsed import Parsed
from twosource.reading.states import state_named
from twosource.reading.syntax import following

FINE = (Precision.POINT, Precision.CITY, Precision.DISTRICT)
SPOTS = (*FINE, Precision.UNKNOWN)
_RECALLED = 60_000  # code points, about twenty pages: how far back a place is taken up from
_LOCATIVE = ("in", "at", "near", "over", "on", "around", "of", "inside", "outside")
_SPEAK = ("speak", "talk", "telephone", "phone", "say", "tell", "interview", "address")
_AWAY = ("from", "towards", "toward")


@dataclass(frozen=True, slots=True)
class Part:
    """What part a name plays where it stands, whatever mention asks."""

    acts: bool
    only_named: bool
    metonym: bool
    away: bool

    def nowhere(self) -> bool:
        """Is it named as a government or as part of a name, so that nothing happens there?

        A town whose police or mayor acts may well be where it happened.
        """
        return self.only_named or self.metonym


Parts = dict[int, Part]  # by the first token of the name


@dataclass(frozen=True, slots=True)
class Scene:
    """What a mention may take its place from.

    ``places`` are all of the document where things happen; ``last`` is where the last event was;
    ``parts`` what each name does where it stands (`parts_of`); ``filed`` the dateline's place;
    ``listed``: it is a list whose entries are labelled by their places.
    """

    page: Page
    places: tuple[Located, ...]
    parts: Parts
    last: Located | None = None
    filed: Located | None = None
    listed: bool = False

    def near(self, span: Span) -> Sequence[Located]:
        """The places that may be named within a span, and few others."""
        return about(self.places, span, lambda found: found.toponym.span[0])

    def part(self, found: Located) -> Part:
        """The part one of its places plays."""
        return self.parts[found.toponym.first]


@dataclass(frozen=True, slots=True)
class Where:
    """The places of one mention and why; ``anchor`` is what "there" would mean next."""

    places: tuple[Place, ...]
    reasons: tuple[Reason, ...]
    anchor: Located | None = None


def _told(token: Token) -> bool:
    """Is it something that is said or reckoned: "figures", "claim", "account"?"""
    lemma = token.lemma_.lower()
    return any(
        lemma in words("reading", f"{sort}_nouns") for sort in ("figure", "reporting", "view")
    )


def _owner(found: Located, last: Token) -> bool | None:
    """``None``: no possessive; else whether a country or region owns something that is no land."""
    after = following(last)
    if found.toponym.precision is not None or after is None or after.lower_ not in ("'s", "’s"):
        return None
    if ground(last.head) or ground(following(after)):
        return False
    if found.place.precision in (Precision.COUNTRY, Precision.REGION):
        return True
    thing = following(after)
    told = thing is None or thing.is_punct or _told(thing)  # "than the capital's"
    owned = (last.head, thing)  # "the capital's forces" are the state's
    return state_named(found.toponym.name) is not None and (
        told
        or any(
            token is not None and (people_class(token) is not None or plays(token, "armed"))
            for token in owned
        )
    )


def _for_or_against(name: Token) -> bool:
    """As in "pro-Jakarta militias", "anti-Kabul fighters"."""
    before = name.doc[max(0, name.i - 2) : name.i]
    sides = ("pro", "anti", "non", "ex")
    return len(before) > 1 and before[1].text == "-" and before[0].lower_ in sides


def _acts(found: Located, page: Page) -> bool:
    """Is the name an actor here: subject of an act, owner, or part of an organisation's name?"""
    if found.toponym.embedded or _for_or_against(page.token_at(found.toponym.span[0])):
        return True
    doc = page.parsed.doc
    last = doc[found.toponym.last]
    owns = _owner(found, last)
    if owns is not None:
        return owns
    head: Token = last
    while head.dep_ in ("conj", "compound", "appos") and head.head.i != head.i:
        head = head.head
    if head.dep_ == "dobj" and head.head.lemma_.lower() in words("grounding", "charging_verbs"):
        return True
    at = found.toponym.first
    if head.i != last.i and at and doc[at - 1].lower_ in _LOCATIVE:
        return False  # "shelling of Ruritz, the army said": set beside whoever says it
    by = head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.dep_ == "agent"
    if head.dep_ not in ("nsubj", "agent") and not by:
        return False
    if not found.toponym.first <= head.i <= last.i and head.pos_ != "PROPN":
        return False
    verb = head.head
    return by or (
        verb.pos_ in ("VERB", "AUX")
        and verb.lemma_.lower() not in words("grounding", "place_verbs")
    )


def _only_named(found: Located, page: Page) -> bool:
    """Is it the word that is spoken of: "the Ruritanian name for Strelsau"?"""
    doc, at = page.parsed.doc, found.toponym.first
    return at > 1 and doc[at - 1].lower_ in ("for", "of") and doc[at - 2].lemma_.lower() == "name"


def parts_of(page: Page, places: Sequence[Located]) -> Parts:
    """The parts of all names of a document."""
    parts: Parts = {}
    for found in places:
        if found.toponym.label:
            parts[found.toponym.first] = Part(False, False, False, False)
            continue
        acts = _acts(found, page)
        metonym = acts and state_named(found.toponym.name) is not None
        parts[found.toponym.first] = Part(
            acts, _only_named(found, page), metonym, _away(found, page)
        )
    return parts


def _usable(found: Located, mention: Mention, scene: Scene) -> bool:
    part = scene.part(found)
    return not (part.acts or part.only_named) and not touches(
        found.toponym.span, (*mention.source, *mention.cue)
    )


def _away(found: Located, page: Page) -> bool:
    """Is it where people or shots come from, or only head to?"""
    first = page.parsed.doc[found.toponym.first]
    before = first.nbor(-1) if first.i else None
    if before is not None and (before.pos_ == "DET" or before.lower_ == "'s") and before.i:
        before = before.nbor(-1)
    return before is not None and before.lower_ in _AWAY


def _tells_apart(found: Located, page: Page) -> bool:
    """Does the name tell people apart: "Ruritz veterans", "men recruited in Ruritz"?"""
    token = page.parsed.doc[found.toponym.last]
    if token.dep_ in ("compound", "amod", "nmod"):
        return people_class(token.head) is not None
    verb = token.head.head if token.dep_ == "pobj" else token
    return verb.dep_ in ("acl", "relcl") and people_class(verb.head) is not None


def _narrowed(found: list[Located], scene: Scene) -> list[Located]:
    """Without containers of finer places, without countries beside finer ones, without origins."""
    containers = {f.toponym.container for f in found if f.toponym.container}
    kept = [f for f in found if f.toponym.name not in containers] or found
    kept = [f for f in kept if not _tells_apart(f, scene.page)] or kept
    if any(f.place.precision in SPOTS for f in kept):
        kept = [f for f in kept if f.place.precision in SPOTS]
    if any(f.place.lat is not None for f in kept):
        kept = [f for f in kept if f.place.lat is not None]
    return [f for f in kept if not scene.part(f).away] or kept


def of_the_saying(parsed: Parsed, found: Located, cues: Cover) -> bool:
    """Does the place hang on the verb of saying or on its hearers: "told reporters in Ruritz"?"""
    token = parsed.doc[found.toponym.last]
    while token.dep_ in ("conj", "compound", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ != "pobj":
        return False
    holder = token.head.head
    for _ in range(4):
        if holder.lemma_.lower() in _SPEAK and holder.pos_ == "VERB":
            return True
        if cues.touches(((holder.idx, holder.idx + len(holder)),)):
            return True
        if holder.dep_ in ("acl", "relcl"):  # "the radio, monitored in Ruritz, said"
            who, says = holder.head, holder.head.head
            return who.dep_ == "nsubj" and cues.touches(((says.idx, says.idx + len(says)),))
        if holder.dep_ not in ("dobj", "iobj", "dative", "pobj", "prep"):
            return False
        holder = holder.head
    return False


def _distinct(found: Sequence[Located]) -> tuple[Place, ...]:
    seen: dict[tuple[str, float | None, float | None], Place] = {}
    for f in found:
        seen.setdefault((f.place.name, f.place.lat, f.place.lon), f.place)
    return tuple(seen.values())


def _in_sentence(scene: Scene, mention: Mention) -> list[Located]:
    """Places of the content's sentence in a phrase of place, that no other clause is about."""
    page, doc = scene.page, scene.page.parsed.doc
    sentence = page.sentence(mention.content[0][0])
    near = [f for f in scene.near(sentence) if inside(f.toponym.span, (sentence,))]
    near = [f for f in near if _usable(f, mention, scene)]
    far = {f.toponym.container for f in near if scene.part(f).away}
    return [
        f
        for f in near
        if f.toponym.first
        and doc[f.toponym.first - 1].lower_ in _LOCATIVE
        and f.toponym.name not in far
        and not _tells_apart(f, page)
    ]


def _just_before(scene: Scene, mention: Mention) -> list[Located]:
    """The last place named in this paragraph, or the only one of the paragraph before."""
    page, start = scene.page, mention.content[0][0]
    paragraph = page.paragraph(start)
    previous = page.paragraph(max(0, paragraph[0] - 2))[0]
    near = [
        f
        for f in scene.near((previous, start))
        if previous <= f.toponym.span[0] and f.toponym.span[1] <= start
        and f.place.precision in SPOTS
        and _usable(f, mention, scene)
        and not (scene.part(f).away or _elsewhere(f, scene, start))
    ]  # fmt: skip
    here = [f for f in near if f.toponym.span[0] >= paragraph[0]]
    alone = near if len({(f.place.name, f.place.lat) for f in near}) == 1 else []
    return (here or alone)[-1:]


def _elsewhere(found: Located, scene: Scene, at: int) -> bool:
    """Does it stand in another entry of a list whose entries are labelled by their places?"""
    return scene.listed and found.toponym.span[0] < scene.page.paragraph(at)[0]


def _labelled(scene: Scene, start: int) -> list[Located]:
    """The label before a statement: in its paragraph, or the last on a line of its own above."""
    above = [f for f in scene.near((start - _RECALLED, start)) if f.toponym.span[1] <= start]
    last = next((f for f in reversed(above) if f.toponym.label), None)
    if last is None:
        return []
    here = last.toponym.span[0] >= scene.page.paragraph(start)[0]
    return [last] if here or last.toponym.label == "alone" else []


def _only_one(scene: Scene, mention: Mention) -> list[Located]:
    """The one spot that the text up to here is about, or that it speaks of twice as often."""
    spots: dict[tuple[float | None, float | None], list[Located]] = {}
    end = mention.content[-1][1]
    for f in scene.near((end - _RECALLED, end)):
        if f.toponym.span[1] > end:
            break
        part = scene.part(f)
        if f.place.precision in FINE and f.place.lat is not None and not part.away:
            governs = part.metonym and state_named(f.toponym.name) is not None
            if f.toponym.embedded or part.only_named or governs or _elsewhere(f, scene, end):
                continue
            spots.setdefault((f.place.lat, f.place.lon), []).append(f)
    ranked = sorted(spots.values(), key=len, reverse=True)
    if not ranked or (len(ranked) > 1 and len(ranked[0]) < 2 * len(ranked[1])):
        return []
    return ranked[0][-1:]


def _filed_from(scene: Scene, noun: str = "town") -> Located | None:
    """The place of the dateline, for "the city" and where a text names no spot at all.

    From a capital people write of the whole country.
    """
    filed = scene.filed
    if filed is None or filed.place.precision not in wanted(noun):
        return None
    return filed if state_named(filed.toponym.name) is None else None


def _happens(found: Located, scene: Scene) -> bool:
    """Is it a spot that the text speaks of, and that can be found on a map?"""
    part, place = scene.part(found), found.place
    spot = place.precision in FINE and place.lat is not None
    return spot and not (found.toponym.embedded or part.nowhere())


def _reasons(chosen: Sequence[Place], rule: str) -> list[Reason]:
    return [
        Reason("places", p.name, p.spans, rule)
        if p.lat is not None
        else Reason("places", "", p.spans, "several places or none of that name")
        for p in chosen
    ]


def _again(scene: Scene, mention: Mention) -> Where | None:
    """The place that "the town", "this village" or "there" in a mention takes up."""
    page, end = scene.page, mention.content[-1][1]
    before = [f for f in scene.near((end - _RECALLED, end)) if f.toponym.span[1] <= end]
    before = [f for f in before if not scene.part(f).nowhere()]
    last, filed = scene.last, scene.filed
    found = (taken_up(page, content, before, last, filed) for content in mention.content)
    taken = next((t for t in found if t is not None), None)
    if taken is None:
        return None
    meant, rule = taken.place, "taken up from before"
    if meant is None:
        meant, rule = _filed_from(scene, taken.noun), "where the text was filed"
    if meant is None:
        noun = taken.noun if taken.noun == "there" else f"the {taken.noun}"
        unread = f"no place named before that “{noun}” could be"
        return Where((), (Reason("places", "", (taken.span,), unread),), scene.last)
    place, spans = meant.place, (taken.span, meant.toponym.span)
    why = Reason("places", place.name if place.lat is not None else "", spans, rule)
    return Where((place,), (why,), meant)


def where_of(scene: Scene, mention: Mention, lasting: bool) -> Where:
    """The places of a mention and why.

    ``lasting``: it tells of an event, so that a place named just before may be taken up.
    """
    page = scene.page
    start, end = mention.content[0][0], mention.content[-1][1]
    own = [f for f in scene.near((start, end)) if inside(f.toponym.span, mention.content)]
    usable = [f for f in own if _usable(f, mention, scene)]
    rule = "named in the statement"
    weak = (scene.part(f).away or f.place.precision is Precision.COUNTRY for f in usable)
    if all(weak):
        land = next((s for c in mention.content if not usable and (s := soil(page, c))), None)
        if land:
            why = Reason("places", land[0].name, (land[1],), "the land is named")
            return Where((land[0],), (why,), scene.last)
        taken = _again(scene, mention)
        if taken is not None:
            return taken
    if not usable or all(scene.part(f).away for f in usable):
        marked = _labelled(scene, start)
        usable, rule = (marked, "the label before it") if marked else (usable, rule)
    if not usable:
        usable, rule = _in_sentence(scene, mention), "named in the sentence"
    if not usable and lasting:
        usable, rule = _just_before(scene, mention), "place named just before"
    if not usable and lasting:
        usable, rule = _only_one(scene, mention), "the one place the text is about"
    if not usable and lasting and not any(_happens(f, scene) for f in scene.places):
        filed = _filed_from(scene)
        usable, rule = ([filed] if filed else []), "where the text was filed"
    kept = _narrowed(usable, scene)
    chosen = _distinct(kept)
    reasons = _reasons(chosen, rule)
    reasons += [
        Reason("places", "", (f.toponym.span,), "acts here: an actor, no place")
        for f in own
        if f not in usable and not touches(f.toponym.span, (*mention.source, *mention.cue))
    ]
    spots = [f for f in kept if f.place.precision in SPOTS]
    return Where(chosen, tuple(reasons), spots[-1] if spots else scene.last)
