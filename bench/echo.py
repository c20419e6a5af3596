"""The echo test, ``python -m bench.echo``: reports of one claim against echoes of another.

``m`` reporters who did not get it from one another say A; one wire says B and ``k`` outlets echo
it as reprints, cuts, rewrites, partial quotes or with the byline stripped. The number of
independent origins must be m for A and 1 for B, however large k. A majority vote is printed
beside it.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime, timedelta
from itertools import product

from twosource.linking import link
from twosource.model import (
    ActorKind,
    ClaimKind,
    Document,
    Evidence,
    Figure,
    Measure,
    Mention,
    Named,
    Quote,
    Reading,
    Relay,
    TimeRange,
    Values,
)

REPORTERS = (1, 2, 3, 5)
ECHOES = (0, 1, 2, 5, 10, 20, 50)
SORTS = ("reprint", "cut", "rewrite", "partial quote", "byline stripped", "outlet cited")
START = datetime(2031, 3, 3, 8)
DAY = TimeRange("2031-03-02", "2031-03-02")
PLACES = ("the station", "the mill", "the river port", "the hospital yard", "the old barracks")
WITNESSES = (
    "nurse Ana Brel",
    "rail worker Jon Mirov",
    "pilot Iva Sol",
    "miller Tom Wenz",
    "Dr Ruk",
)
LEADS = (
    "Smoke still hung over {place} when this reporter arrived.",
    "At {place} the windows were gone and the doors nailed shut.",
    "Nobody at {place} had slept since the shelling began.",
    "A tram stood burnt out in front of {place}.",
    "Dogs ran through the ruins beside {place}.",
)
WIRE = (
    "ORM, March 3 (Ostrava) - {b}, the Southern Staff said.",
    "The staff gave no account of its own losses in the fighting for the bridgehead.",
    "Trains between Orm and Velin have stopped, and the bridge is closed to lorries.",
    "The fighting began on Friday when columns crossed the Lesna at two fords.",
)
B = "520 soldiers of the Northern Army were killed at Velin on Sunday"
A = "52 soldiers of the Northern Army were killed at Velin on Sunday"
REWRITTEN = (
    "Northern losses at Velin were heavy: {b}, according to the Southern Staff.",
    "Of its own losses in the fighting for the bridgehead the staff says nothing.",
    "The bridge is closed to lorries and trains from Orm to Velin have stopped.",
)
B_REWRITTEN = "520 Northern Army soldiers killed on Sunday at Velin"


def _reading(name: str, at: int, text: str, words: str, dead: int, *relays: Relay) -> Reading:
    start = text.index(words)
    evidence = Evidence.WITNESS if dead == 52 else Evidence.NONE
    figure = Figure(Measure.KILLED, dead, dead, "person", "Northern Army")
    mention = Mention(
        id=f"{name}-1",
        document=name,
        content=((start, start + len(words)),),
        cue=(),
        source=(),
        quote=Quote.INDIRECT if relays else Quote.NONE,
        relays=relays,
        named=Named.NAMED if relays else Named.NONE,
        evidence=evidence if relays else Evidence.NONE,
        values=Values(ClaimKind.FIGURE, figure, ("Northern Army",), (), DAY),
    )
    when = (START + timedelta(minutes=13 * at)).isoformat()
    publisher = "Ostrava Wire" if name == "wire" else f"The {name.title()} Paper"
    document = Document(name, name, text, name, publisher=publisher, published_at=when)
    return Reading(document, (mention,))


def _report(at: int) -> Reading:
    """An independent reporter with a witness of their own."""
    place = PLACES[at]
    lead = LEADS[at].format(place=place)
    text = f"{lead}\n\n{A}, said {WITNESSES[at]}, who counted them at {place}.\n"
    return _reading(f"report{at}", at, text, A, 52, Relay(WITNESSES[at], named=Named.NAMED))


def _echo(sort: str, at: int) -> Reading:
    staff = Relay("Southern Staff", named=Named.NAMED, kind=ActorKind.FORCE)
    wire = Relay("Ostrava Wire", named=Named.NAMED, kind=ActorKind.OUTLET)
    whole = "\n\n".join(WIRE).format(b=B)
    name = f"echo{at}"
    when = at + 6
    if sort == "reprint":
        return _reading(name, when, whole, B, 520, staff)
    if sort == "cut":
        return _reading(name, when, "\n\n".join(WIRE[:2]).format(b=B), B, 520, staff)
    if sort == "rewrite":
        text = "\n\n".join(REWRITTEN).format(b=B_REWRITTEN)
        return _reading(name, when, text, B_REWRITTEN, 520, staff)
    if sort == "partial quote":
        text = f"Paper number {at} looks at the war.\n\n{B}, Ostrava quoted the Southern Staff.\n"
        return _reading(name, when, text, B, 520, wire, staff)
    if sort == "byline stripped":
        text = whole.replace("ORM, March 3 (Ostrava) - ", "").replace(
            ", the Southern Staff said", ""
        )
        return _reading(name, when, text, B, 520)
    text = f"Paper number {at} looks at the war.\n\n{B}, Ostrava reported.\n"
    return _reading(name, when, text, B, 520, wire)


def counts(reporters: int, echoes: int, sort: str) -> tuple[int | None, int | None, int]:
    """Independent origins of A and of B, and what a majority of documents would choose."""
    wire = "\n\n".join(WIRE).format(b=B)
    readings = [_report(at) for at in range(reporters)]
    readings.append(_reading("wire", 5, wire, B, 520, Relay("Southern Staff", named=Named.NAMED)))
    readings += [_echo(sort, at) for at in range(echoes)]
    links = link(readings)
    by_figure = {
        claim.figure.low: claim.independent_origins for claim in links.claims if claim.figure
    }
    one_each = len(links.claims) == 2
    votes = Counter(
        r.mentions[0].values.figure.low for r in readings if r.mentions[0].values.figure
    )
    most = 52 if votes[52] > votes[520] else 520
    return (by_figure.get(52), by_figure.get(520), most) if one_each else (None, None, most)


def rows() -> dict[str, float]:
    """Share of cases in which the count equals the truth, by sort of echo."""
    cases = list(product(REPORTERS, ECHOES))
    return {
        f"count equals the truth, {sort}": sum(counts(m, k, sort)[:2] == (m, 1) for m, k in cases)
        / len(cases)
        for sort in SORTS
    }


def main() -> int:
    """Print a row for each sort of echo; 1 where any count differs from the truth."""
    wrong = 0
    for sort in SORTS:
        right = majority = total = 0
        for reporters, echoes in product(REPORTERS, ECHOES):
            first, second, most = counts(reporters, echoes, sort)
            total += 1
            right += (first, second) == (reporters, 1)
            majority += most == 52
            if (first, second) != (reporters, 1):
                print(f"  {sort}: {reporters} reports, {echoes} echoes: got {first} and {second}")
        wrong += total - right
        beside = f"majority picks A {majority}/{total}"
        print(f"{sort:16s} count equals the truth {right}/{total}   {beside}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
