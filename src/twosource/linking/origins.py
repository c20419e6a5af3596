"""How many root asserters vouch for a claim who did not get it from one another.

Independent means: different outlet AND different author or agency AND different primary source
(Standards for Casualty Recording, Every Casualty, 2016). What the texts do not show to be
independent is listed with the reason and not counted. Denials and unattributed repetitions vouch
for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource import lexicon
from twosource.linking import names
from twosource.linking.dependence import rests_on
from twosource.linking.items import Item
from twosource.linking.offices import speaks_for
from twosource.linking.ranks import Rank
from twosource.linking.witnesses import Voice, voices
from twosource.model import ActorKind, Copy, Evidence, Named, Origin

MANY = 60  # statements of two voices up to which their texts are searched for an office
_FIRST_HAND = frozenset({Evidence.WITNESS, Evidence.IMAGERY, Evidence.DOCUMENT, Evidence.INTERCEPT})


def _second_hand(voice: Voice) -> str:
    """Why a voice passes on what it does not know itself; ``""`` where it may know."""
    if voice.evidence is Evidence.MEDIA:
        return "rests on other outlets' reports"
    if voice.kind is ActorKind.OUTLET and voice.evidence not in _FIRST_HAND:
        return "an outlet's report; who told it is not said"
    if voice.named is Named.COLLECTIVE:
        return "a collective; who they are is not said"
    if voice.named is Named.UNNAMED and names.only_role(voice.actor):
        return "unnamed; whose official it is is not said"
    return ""


def _one_house(a: Voice, b: Voice) -> str:
    """Two voices of one institution, or of a state and its institution."""
    if names.within(a.actor, b.actor):
        return f"one house with {b.actor}"
    if len(a.said) + len(b.said) > MANY:
        return ""
    said = a.said + b.said
    if speaks_for(a.actor, b.actor, said) or speaks_for(b.actor, a.actor, said):
        return f"speaks for one house with {b.actor}"
    return ""


def _same_faceless(a: Voice, b: Voice) -> str:
    """Two unnamed sources that may be one person."""
    if Named.NAMED in (a.named, b.named):
        return ""
    x, y = frozenset(names.fold(a.actor).split()), frozenset(names.fold(b.actor).split())
    inside = x <= y or y <= x  # "officials" beside "European officials" in one text
    apart = a.named is b.named is Named.UNNAMED and set(a.documents).isdisjoint(b.documents)
    if inside or (apart and names.parts(a.actor) & names.parts(b.actor)):
        return f"unnamed like {b.actor}: may be the same person"
    return ""


def _only_described(a: Voice, b: Voice) -> str:
    """A body that has no name here beside one of its sort that has: "the region's own army"."""
    if names.is_name(a.actor) == names.is_name(b.actor):
        return ""
    armed = lexicon.table("linking", "generic_groups")
    x, y = ({w for w in names.fold(v.actor).split() if armed.get(w) == "armed"} for v in (a, b))
    return f"only described; may be {b.actor}" if x & y else ""


def _from_its_pages(a: Voice, b: Voice) -> str:
    """A voice heard only through the outlet whose own report has the other one."""
    for publisher in {item.document.publisher for item in b.said} - {None}:
        if a.relayed_by(publisher or ""):
            return f"heard only through {publisher}, whose own report credits {b.actor}"
    return ""


def _through(a: Voice, b: Voice) -> str:
    if a.relayed_by(b.actor):
        return f"heard only through {b.actor}"
    if b.relayed_by(a.actor):
        return f"{b.actor}, who is counted, is heard only through it"
    return ""


def _passes_on(voice: Voice, everyone: Sequence[Voice]) -> str:
    """Is it a relay, in this very claim, to somebody who is heard elsewhere too?"""
    for other in everyone:
        if other is voice or other.relayed_by(voice.actor):
            continue
        if other.relayed_by(voice.actor, once=True):
            return f"passes on {other.actor}"
    return ""


def _copied(voice: Voice, members: Sequence[Item], copies: Mapping[str, Copy]) -> str:
    """Does the voice stand only in passages that were taken from another document of the claim?"""
    carriers = {item.document.id for item in members}
    for item in voice.said:
        copy = copies.get(item.document.id)
        if copy is None or copy.original not in carriers or not item.mention.content:
            return ""
        start, end = item.mention.content[0][0], item.mention.content[-1][1]
        if not any(p.here[0] <= start and end <= p.here[1] for p in copy.passages):
            return ""
    return "stands only in a passage copied from another report of this claim"


def _said_to_depend(voice: Voice, everyone: Sequence[Voice], members: Sequence[Item]) -> str:
    """Does a text say that this voice took it from another's chain?"""
    others = [other for other in everyone if other is not voice]
    if not others:
        return ""
    chain = frozenset(name for o in others for item in o.said for name in item.mention.chain)
    own = frozenset(name for item in voice.said for name in item.mention.chain)
    foreign = frozenset(n for n in chain if not any(names.same(n, mine) for mine in own))
    beside: dict[str, list[Item]] = {item.document.id: [] for item in voice.said}
    for member in members:
        if member.document.id in beside:
            beside[member.document.id].append(member)
    for item in voice.said:
        if line := rests_on(item, foreign, beside[item.document.id]):
            return f"the text derives it from another source of this claim: “{line[:200]}”"
    return ""


def _against(
    voice: Voice, counted: Sequence[Voice], members: Sequence[Item], copies: Mapping[str, Copy]
) -> str:
    """Why a voice is not shown to be independent of those already counted; ``""`` = it is."""
    for rule in (_one_house, _through, _from_its_pages, _same_faceless, _only_described):
        for other in counted:
            if why := rule(voice, other):
                return why
    if not counted:
        return ""
    return _second_hand(voice) or _copied(voice, members, copies)


def _rank(voice: Voice, copied: bool) -> tuple[bool, bool, int, Rank]:
    """First who can know and has a text of its own; then the fewest relays, then the earliest."""
    fewest = min(len(item.mention.relays) for item in voice.said)
    return bool(_second_hand(voice)), copied, fewest, voice.said[0].at


def origins(members: Sequence[Item], copies: Mapping[str, Copy]) -> tuple[Origin, ...]:
    """Every root asserter of a claim, counted ones first; ``copies`` by document id."""
    everyone = sorted(
        voices(members), key=lambda voice: _rank(voice, bool(_copied(voice, members, copies)))
    )
    second = {
        v.actor: _passes_on(v, everyone) or _said_to_depend(v, everyone, members) for v in everyone
    }
    if all(second.values()):  # they took it in a circle: the first of them stands for all
        second.update({voice.actor: "" for voice in everyone[:1]})
    counted: list[Voice] = []
    found: list[Origin] = []
    for voice in everyone:
        why = second[voice.actor] or _against(voice, counted, members, copies)
        if not why:
            counted.append(voice)
        many = len(voice.documents)
        reason = why or (f"{many} documents, one root asserter" if many > 1 else "")
        mentions = tuple(item.mention.id for item in voice.said)
        found.append(
            Origin(voice.actor, voice.evidence, voice.documents, mentions, not why, reason)
        )
    return tuple(sorted(found, key=lambda origin: not origin.counted))
