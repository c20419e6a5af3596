"""A small book of invented dispatches: a wire, its reprint, a denial, a higher toll, and spite.

Spans are found by their words, so that nobody has to count characters.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from twosource.judging import Judged, Judgement, JudgementKind
from twosource.judging import judged as judge
from twosource.model import (
    ActorKind,
    Certainty,
    Claim,
    ClaimKind,
    Conflict,
    ConflictType,
    Copy,
    Document,
    Evidence,
    Figure,
    Links,
    Measure,
    Mention,
    Named,
    Origin,
    Passage,
    Place,
    Polarity,
    Precision,
    Quote,
    Reason,
    Relay,
    Series,
    SeriesPoint,
    Spans,
    Status,
    TimeFrame,
    TimeRange,
    Transfer,
    Values,
)
from twosource.publishing.book import Book

WIRE = (
    "TARVA, 3 March (Lodestar) - At least 40 soldiers were killed at the Orlo crossing on Sunday, "
    "the Defence Ministry of Meria said, citing intercepted calls.\n\n"
    "It was probably the heaviest loss of the winter, an officer told Lodestar."
)
REPRINT = (
    "At least 40 soldiers were killed at the Orlo crossing on Sunday, the Defence Ministry of "
    "Meria said, citing intercepted calls.\n\nThe Evening Bell has more."
)
DENIAL = (
    "“Nobody was killed at Orlo,” the army of Varda said on Monday. A hospital in Tarva counted "
    "52 dead."
)
EVIL_TITLE = "<script>alert('title')</script><img src=x onerror=alert(1)>"
EVIL = (
    "</noscript></span></article><script>document.title='owned'</script> "
    "\u202eevil\u202c zero\u200bwidth "
    '& "quotes" said <svg onload=alert(2)> ' + "w" * 300 + "\nשלום said the consulate of Aldria."
)


def spans(text: str, *pieces: str) -> Spans:
    """Where the pieces stand in the text, in order."""
    found = []
    for piece in pieces:
        start = text.index(piece)
        found.append((start, start + len(piece)))
    return tuple(found)


def document(name: str, text: str, publisher: str | None, when: str | None, title: str) -> Document:
    """A document of plain text."""
    return Document(
        id=name,
        key=f"{name}.txt",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        path=f"{name}.txt",
        url=f"https://{name}.example/report" if publisher else "javascript:alert(3)",
        publisher=publisher,
        published_at=when,
        title=title,
        language="en",
    )


DOCUMENTS = (
    document("wire", WIRE, "Lodestar", "2031-03-03T09:15:00Z", "Forty killed at Orlo, Meria says"),
    document("reprint", REPRINT, "Evening Bell", "2031-03-03T18:00:00Z", "Forty soldiers killed"),
    document("denial", DENIAL, "Harbour Post", "2031-03-04", "Varda denies losses at Orlo"),
    document("evil", EVIL, None, None, EVIL_TITLE),
)
TOLL = "At least 40 soldiers were killed at the Orlo crossing on Sunday"
MINISTRY = Relay("Defence Ministry of Meria", (), Named.NAMED, ActorKind.AGENCY)
MENTIONS = (
    Mention(
        id="m-wire-toll",
        document="wire",
        content=spans(WIRE, TOLL),
        cue=spans(WIRE, "said"),
        source=spans(WIRE, "the Defence Ministry of Meria"),
        quote=Quote.INDIRECT,
        relays=(MINISTRY,),
        named=Named.NAMED,
        evidence=Evidence.INTERCEPT,
        time_frame=TimeFrame.PAST,
        reasons=(Reason("evidence", "intercept", spans(WIRE, "intercepted calls"), "intercept"),),
        values=Values(kind=ClaimKind.FIGURE),
    ),
    Mention(
        id="m-wire-place",  # nested: part of the statement above, stated on its own
        document="wire",
        content=spans(WIRE, "soldiers were killed at the Orlo crossing"),
        cue=(),
        source=(),
        quote=Quote.NONE,
        time_frame=TimeFrame.PAST,
    ),
    Mention(
        id="m-wire-heaviest",
        document="wire",
        content=spans(WIRE, "probably the heaviest loss of the winter"),
        cue=spans(WIRE, "told"),
        source=spans(WIRE, "an officer"),
        quote=Quote.INDIRECT,
        relays=(Relay("officer", (), Named.UNNAMED),),
        named=Named.UNNAMED,
        evidence=Evidence.WITNESS,
        certainty=Certainty.PROBABLE,
        loaded=spans(WIRE, "heaviest"),
    ),
    Mention(
        id="m-reprint-toll",
        document="reprint",
        content=spans(REPRINT, TOLL),
        cue=spans(REPRINT, "said"),
        source=spans(REPRINT, "the Defence Ministry of Meria"),
        quote=Quote.INDIRECT,
        relays=(Relay("Lodestar", (), Named.NAMED, ActorKind.OUTLET), MINISTRY),
        named=Named.NAMED,
        evidence=Evidence.INTERCEPT,
        time_frame=TimeFrame.PAST,
    ),
    Mention(
        id="m-denial",
        document="denial",
        content=spans(DENIAL, "Nobody was killed at Orlo"),
        cue=spans(DENIAL, "said"),
        source=spans(DENIAL, "the army of Varda"),
        quote=Quote.DIRECT,
        relays=(Relay("army of Varda", (), Named.NAMED, ActorKind.FORCE),),
        named=Named.NAMED,
        evidence=Evidence.OFFICIAL,
        polarity=Polarity.DENIED,
        time_frame=TimeFrame.PAST,
    ),
    Mention(
        id="m-hospital",
        document="denial",
        content=spans(DENIAL, "52 dead"),
        cue=spans(DENIAL, "counted"),
        source=spans(DENIAL, "A hospital in Tarva"),
        quote=Quote.INDIRECT,
        relays=(Relay("hospital in Tarva", (), Named.NAMED),),
        named=Named.NAMED,
        evidence=Evidence.WITNESS,
        time_frame=TimeFrame.PAST,
    ),
    Mention(
        id="m/evil <id>",
        document="evil",
        content=spans(
            EVIL, "<script>document.title='owned'</script> \u202eevil\u202c zero\u200bwidth"
        ),
        cue=spans(EVIL, "said <svg"),
        source=spans(EVIL, "<svg onload=alert(2)>"),
        quote=Quote.INDIRECT,
        relays=(Relay('=HYPERLINK("http://x")<b>\u202e', (), Named.NAMED),),
        named=Named.NAMED,
    ),
)
ORLO = Place("Orlo crossing", 48.1, 36.2, Precision.POINT, "UA", "Tarva", spans(WIRE, "Orlo"))
REGION = Place("Tarva region", 47.8, 35.9, Precision.REGION)
NOWHERE = Place("Springfield", None, None, Precision.CITY)
SUNDAY = TimeRange("2031-03-02", "2031-03-02", "2031-03-02", spans(WIRE, "Sunday"))
CLAIMS = (
    Claim(
        id="c-toll",
        kind=ClaimKind.FIGURE,
        summary="At least 40 soldiers killed at the Orlo crossing on 2 March",
        mentions=("m-wire-toll", "m-reprint-toll", "m-denial"),
        figure=Figure(Measure.KILLED, 40.0, None, "person", "army of Varda", "at least"),
        actors=("army of Varda", "Meria"),
        places=(ORLO, REGION),
        time=SUNDAY,
        origins=(
            Origin(
                "Defence Ministry of Meria",
                Evidence.INTERCEPT,
                ("wire", "reprint"),
                ("m-wire-toll", "m-reprint-toll"),
            ),
        ),
        independent_origins=1,
        status=Status.CONTESTED,
        why=("same measure, place and day",),
    ),
    Claim(
        id="c-hospital",
        kind=ClaimKind.FIGURE,
        summary="52 killed at the Orlo crossing on 2 March",
        mentions=("m-hospital",),
        figure=Figure(Measure.KILLED, 52.0, 52.0, "person", "army of Varda"),
        places=(ORLO,),
        time=SUNDAY,
        origins=(Origin("hospital in Tarva", Evidence.WITNESS, ("denial",), ("m-hospital",)),),
        independent_origins=1,
        status=Status.CONTESTED,
    ),
    Claim(
        id="c-crossing",
        kind=ClaimKind.ATTACK,
        summary="Soldiers were killed at the Orlo crossing",
        mentions=("m-wire-place",),
        places=(NOWHERE,),
    ),
    Claim(
        id="c-heaviest",
        kind=ClaimKind.STATEMENT,
        summary="It was the heaviest loss of the winter",
        mentions=("m-wire-heaviest",),
        origins=(
            Origin(
                "officer",
                Evidence.WITNESS,
                ("wire",),
                ("m-wire-heaviest",),
                counted=False,
                why="may speak for the ministry",
            ),
        ),
        status=Status.SINGLE_ORIGIN,
        independent_origins=0,
    ),
    Claim(
        id="c-evil",
        kind=ClaimKind.TRANSFER,
        summary="-1+1 <img src=x onerror=alert(4)> \u202egnp.exe",
        mentions=("m/evil <id>",),
        transfer=Transfer("@Aldria", None, "\tgrain", "=1+1"),
        time=TimeRange("2031-02-27", "2031-03-02"),
    ),
)
LINKS = Links(
    claims=CLAIMS,
    conflicts=(
        Conflict("c-toll", "c-toll", ConflictType.DENIAL, "denied by the army of Varda"),
        Conflict("c-toll", "c-hospital", ConflictType.FIGURE, "another toll for the same day"),
    ),
    series=(
        Series(
            Measure.KILLED,
            "army of Varda",
            (
                SeriesPoint("c-toll", "2031-03-02", 40.0, None, "Defence Ministry of Meria"),
                SeriesPoint("c-hospital", "2031-03-04", 52.0, 52.0, "hospital in Tarva"),
            ),
        ),
    ),
    copies=(
        Copy(
            "reprint",
            "wire",
            0.66,
            (Passage(spans(REPRINT, TOLL)[0], spans(WIRE, TOLL)[0]),),
            "same sentences, later",
        ),
    ),
)


REJECTED = replace(MENTIONS[0], id="m-rejected")
JUDGEMENTS = (
    Judgement("j-1", JudgementKind.REJECT, ("m-rejected",), "=Ada", "2031-03-04", "+1 <img>"),
    Judgement(
        "j-2", JudgementKind.AMEND, (MENTIONS[0].id,), "Bo", "2031-03-05", "-x", "evidence", "media"
    ),
    Judgement("j-3", JudgementKind.UNDO, ("j-2",), "Bo", "2031-03-06", "@y"),
)


def book() -> Book:
    """The whole sample."""
    texts = {document.id: document.text for document in DOCUMENTS}

    def about(mention: Mention) -> Judged:
        made = [(j, mention.id) for j in JUDGEMENTS if mention.id in j.names]
        return judge(mention, made, texts[mention.document])

    judged = {m.id: about(m) for m in (MENTIONS[0], REJECTED)}
    return Book(DOCUMENTS, MENTIONS, LINKS, (REJECTED,), judged, JUDGEMENTS)
