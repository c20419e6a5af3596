"""Judgements take effect: which mention each stands on, and what the mention looks like then.

Everything here is computed from mentions and judgements, and computed again whenever one of them
changes: ``mentions.judged``, ``mentions.rejected``, the plain columns of ``mentions``, and the
table ``attachments``. The machine's own ``mentions.record`` is never touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from twosource.anchors import words
from twosource.codec import decode, encode
from twosource.judging import Anchored, Judged, Judgement, JudgementKind, undone
from twosource.judging import attach as find
from twosource.judging import judged as apply
from twosource.judging.standing import in_order
from twosource.ledger import schema
from twosource.ledger.derived.documents import set_mentions
from twosource.ledger.derived.putting import among
from twosource.ledger.identified import actors_of, touched
from twosource.ledger.placing import document_of
from twosource.ledger.shelf import mark_due
from twosource.model import Document, Mention

_documents, _mentions = schema.documents, schema.mentions
_judgements, _attachments = schema.judgements, schema.attachments
_MANY = 500  # names in one question: SQLite takes no more than some thousands


@dataclass(frozen=True, slots=True)
class Held:
    """A mention as the machine read it and as it stands (``shown``), with its document."""

    mention: Mention
    shown: Mention
    document: Document


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of ``attachments``."""

    judgement: str
    n: int
    subject: str
    key: str | None = None
    sha256: str | None = None
    document: str | None = None
    mention: str | None = None


def held(connection: Connection, mention: str) -> Held | None:
    """One mention by its id, ``None`` where there is none."""
    query = (
        select(_documents.c.record, _documents.c.text, _mentions.c.record, _mentions.c.judged)
        .join(_documents, _documents.c.id == _mentions.c.document)
        .where(_mentions.c.id == mention)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    machine, shown = row[2], row[3]
    return Held(decode(Mention, machine), decode(Mention, shown or machine), document_of(row))


def mention_row(mention: Mention, text: str) -> dict[str, str | None]:
    """The columns of ``mentions`` that repeat what stands in the record."""
    return {
        "content": words(text, mention.content),
        "source": words(text, mention.source),
        "asserter": mention.asserter,
        "quote": mention.quote.value,
        "named": mention.named.value,
        "evidence": mention.evidence.value,
        "polarity": mention.polarity.value,
        "certainty": mention.certainty.value,
        "time_frame": mention.time_frame.value,
        "kind": mention.values.kind.value,
    }


def attach(connection: Connection, made: Judgement) -> None:
    """Let a new judgement take effect on the mentions that it is about."""
    rows = [_loose(connection, made, n, name) for n, name in enumerate(made.names)]
    _put(connection, rows)
    for key in sorted({*_keys(connection, made), *touched(connection, _meant(connection, made))}):
        refresh(connection, key)


def _meant(connection: Connection, made: Judgement) -> Iterator[Judgement]:
    """The judgement, and those that it takes back, and those that these take back."""
    yield made
    if made.kind is JudgementKind.UNDO:
        query = select(_judgements.c.record).where(_judgements.c.id.in_(made.subjects))
        for record in connection.execute(query).scalars():
            yield from _meant(connection, decode(Judgement, record))


def _loose(connection: Connection, made: Judgement, n: int, name: str) -> _Row:
    """A subject before it is attached; its publication by what the judgement knows of it."""
    wanted = _wanted(made, name)
    if wanted is None:  # made before judgements kept the words they were made on
        query = select(_documents.c.key).join(_mentions, _mentions.c.document == _documents.c.id)
        key = connection.execute(query.where(_mentions.c.id == name)).scalar()
        return _Row(made.id, n, name, key)
    known = select(_documents.c.key)
    key = connection.execute(known.where(_documents.c.key == wanted.key).limit(1)).scalar()
    if key is None:  # another ledger may call it otherwise; the same bytes are the same
        key = connection.execute(known.where(_documents.c.sha256 == wanted.sha256)).scalar()
    return _Row(made.id, n, name, key or wanted.key, wanted.sha256)


def _wanted(made: Judgement, name: str) -> Anchored | None:
    return next((each for each in made.anchors if each.mention == name), None)


def _put(connection: Connection, rows: Sequence[_Row]) -> None:
    if rows:
        columns = ("judgement", "n", "subject", "key", "sha256", "document", "mention")
        connection.execute(
            insert(_attachments), [{c: getattr(row, c) for c in columns} for row in rows]
        )


def _keys(connection: Connection, made: Judgement) -> set[str]:
    """The publications that a judgement (or what it takes back) is about."""
    names, keys = [made.id], set[str]()
    while names:
        query = select(_attachments.c.key, _attachments.c.subject).where(
            _attachments.c.judgement.in_(names)
        )
        rows = connection.execute(query).all()
        keys |= {row.key for row in rows if row.key is not None}
        subjects = {row.subject for row in rows if row.key is None}
        query = select(_judgements.c.id).where(_judgements.c.id.in_(subjects))
        names = list(connection.execute(query).scalars())
    return keys


def refresh(connection: Connection, key: str) -> None:
    """Compute anew all that judgements do to the mentions of one publication, all versions."""
    if connection.execute(select(_attachments.c.n).limit(1)).first() is None:
        return  # nobody judged anything
    _claim(connection, key)
    rows, changed = _found(_Publication.of(connection, key), connection)
    connection.execute(delete(_attachments).where(_attachments.c.key == key))
    _put(connection, rows)
    if changed:
        from twosource.ledger.derived.touched import note_documents  # late: it needs queries

        note_documents(connection, _documents_of(connection, changed))
    for name, values in changed.items():
        connection.execute(update(_mentions).where(_mentions.c.id == name).values(**values))
    if changed:
        _count(connection, key)
        for document in _documents_of(connection, changed):
            mark_due(connection, document)  # the next linking looks at it


def _documents_of(connection: Connection, mentions: Iterable[str]) -> list[str]:
    """The documents of these mentions, each once."""
    query = select(_mentions.c.document).where(among(_mentions.c.id, set(mentions)))
    return list(connection.execute(query.distinct()).scalars())


def _count(connection: Connection, key: str) -> None:
    """Let the documents' rows count the mentions that stand."""
    for name in connection.execute(select(_documents.c.id).where(_documents.c.key == key)):
        stands = (_mentions.c.document == name.id) & ~_mentions.c.rejected
        many = connection.execute(select(func.count()).select_from(_mentions).where(stands))
        set_mentions(connection, name.id, many.scalar_one())


def attach_all(connection: Connection) -> None:
    """Attach judgements that have never been (made under an older schema)."""
    known = select(_attachments.c.judgement).scalar_subquery()
    query = select(_judgements.c.record).where(_judgements.c.id.not_in(known))
    for record in connection.execute(query.order_by(_judgements.c.n)).scalars().all():
        attach(connection, decode(Judgement, record))


def differing(connection: Connection) -> Iterator[str]:
    """Mentions that do not look as their judgements say (someone wrote into the file)."""
    judged = select(_documents.c.key).join(_mentions, _mentions.c.document == _documents.c.id)
    touched = judged.where(or_(_mentions.c.judged.is_not(None), _mentions.c.rejected))
    keys = set(connection.execute(touched.distinct()).scalars())
    attached = select(_attachments.c.key).where(_attachments.c.key.is_not(None)).distinct()
    for key in sorted(keys | set(connection.execute(attached).scalars())):
        yield from _found(_Publication.of(connection, key), connection)[1]


def _claim(connection: Connection, key: str) -> None:
    """Take over what waits for this publication: judged elsewhere, or before it was read."""
    here = select(_documents.c.id).where(_documents.c.key == key).scalar_subquery()
    bytes_here = select(_documents.c.sha256).where(_documents.c.key == key).scalar_subquery()
    nowhere = _attachments.c.key.not_in(select(_documents.c.key).scalar_subquery())
    mentions = select(_mentions.c.id).where(_mentions.c.document.in_(here)).scalar_subquery()
    waiting = or_(
        and_(_attachments.c.sha256.in_(bytes_here), nowhere),
        and_(_attachments.c.key.is_(None), _attachments.c.subject.in_(mentions)),
    )
    connection.execute(update(_attachments).where(waiting).values(key=key))


@dataclass(frozen=True, slots=True)
class _Publication:
    """All versions of one publication, with what the machine read and what stands."""

    key: str
    texts: dict[str, str]
    mentions: dict[str, tuple[Mention, ...]]  # by document, as the machine read them
    now: dict[str, tuple[str | None, bool]]  # mention to ``judged`` and ``rejected`` as stored

    @classmethod
    def of(cls, connection: Connection, key: str) -> _Publication:
        """Take it out of the ledger."""
        query = select(_documents.c.id, _documents.c.text).where(_documents.c.key == key)
        texts = {row.id: row.text for row in connection.execute(query.order_by(_documents.c.n))}
        mentions: dict[str, tuple[Mention, ...]] = {}
        now: dict[str, tuple[str | None, bool]] = {}
        for name in texts:
            query = select(_mentions.c.record, _mentions.c.judged, _mentions.c.rejected)
            rows = connection.execute(query.where(_mentions.c.document == name)).all()
            mentions[name] = tuple(decode(Mention, row.record) for row in rows)
            for mention, row in zip(mentions[name], rows, strict=True):
                now[mention.id] = (row.judged, row.rejected)
        return cls(key, texts, mentions, now)


_Values = dict[str, str | bool | None]


def _found(held: _Publication, connection: Connection) -> tuple[list[_Row], dict[str, _Values]]:
    """The attachments of a publication, and the mentions whose columns have to change."""
    rows: list[_Row] = []
    on: defaultdict[str, list[tuple[Judgement, str]]] = defaultdict(list)
    for judgement, n, subject in _waiting(connection, held.key):
        for row in _attached(held, judgement, n, subject):
            rows.append(row)
            if row.mention is not None:
                on[row.mention].append((judgement, subject))
    gone = undone_ids(connection)
    actors = actors_of(connection, gone)
    changed: dict[str, _Values] = {}
    for name, mentions in held.mentions.items():
        for machine in mentions:
            standing = [pair for pair in on[machine.id] if pair[0].id not in gone]
            if not (standing or actors.known) and held.now[machine.id] == (None, False):
                continue
            result = apply(machine, standing, held.texts[name])
            shown = actors.renamed(result.mention)
            record = encode(shown) if shown != machine else None
            if (record, result.rejected) != held.now[machine.id]:
                columns = mention_row(shown, held.texts[name])
                changed[machine.id] = {**columns, "judged": record, "rejected": result.rejected}
    return rows, changed


def _waiting(connection: Connection, key: str) -> list[tuple[Judgement, int, str]]:
    """Each judgement about the publication with each subject, earliest judgement first."""
    columns = (_attachments.c.judgement, _attachments.c.n, _attachments.c.subject)
    query = select(*columns).where(_attachments.c.key == key).distinct()
    rows = connection.execute(query.order_by(_attachments.c.n)).all()
    names = sorted({row.judgement for row in rows})
    made: dict[str, Judgement] = {}
    for at in range(0, len(names), _MANY):
        chosen = _judgements.c.id.in_(names[at : at + _MANY])
        for record in connection.execute(select(_judgements.c.record).where(chosen)).scalars():
            judgement = decode(Judgement, record)
            made[judgement.id] = judgement
    order = {judgement.id: at for at, judgement in enumerate(in_order(made.values()))}
    listed = sorted(rows, key=lambda row: (order[row.judgement], row.n))
    return [(made[row.judgement], row.n, row.subject) for row in listed]


def _attached(held: _Publication, made: Judgement, n: int, subject: str) -> Iterator[_Row]:
    """Where a judgement stands in each version."""
    wanted = _wanted(made, subject)
    sha256 = wanted.sha256 if wanted else None
    for document, text in held.texts.items():
        mentions = held.mentions[document]
        if wanted is None:
            found = next((m for m in mentions if m.id == subject), None)
        else:
            found = find(wanted, text, mentions)
        mention = found.id if found else None
        yield _Row(made.id, n, subject, held.key, sha256, document, mention)
    if not held.texts:
        yield _Row(made.id, n, subject, held.key, sha256)


def undone_ids(connection: Connection) -> frozenset[str]:
    """Ids of all judgements taken back."""
    query = select(_judgements.c.record).where(_judgements.c.kind == JudgementKind.UNDO.value)
    made = connection.execute(query.order_by(_judgements.c.n)).scalars()
    return undone([decode(Judgement, record) for record in made])


def all_details(connection: Connection) -> dict[str, Judged]:
    """All mentions of current documents that somebody judged."""
    query = select(_attachments.c.mention).join(
        _documents, _documents.c.id == _attachments.c.document
    )
    names = connection.execute(
        query.where(_documents.c.current, _attachments.c.mention.is_not(None)).distinct()
    ).scalars()
    gone = undone_ids(connection)
    return {
        name: found
        for name in names.all()
        if (found := details(connection, name, gone)) is not None
    }


def details(
    connection: Connection, mention: str, gone: frozenset[str] | None = None
) -> Judged | None:
    """A mention as the machine read it and as it stands; ``None`` for an unknown id.

    ``gone``: what `undone_ids` gave, where it is known already.
    """
    found = held(connection, mention)
    if found is None:
        return None
    rows = select(_attachments.c.judgement, _attachments.c.subject).where(
        _attachments.c.mention == mention
    )
    names = {row.judgement: row.subject for row in connection.execute(rows)}
    query = select(_judgements.c.record).where(_judgements.c.id.in_(names))
    about = [decode(Judgement, record) for record in connection.execute(query).scalars()]
    gone = undone_ids(connection) if gone is None else gone
    standing = [(j, names[j.id]) for j in in_order(about) if j.id not in gone]
    result = apply(found.mention, standing, found.document.text)
    return replace(result, mention=actors_of(connection, gone).renamed(result.mention))


def attached(connection: Connection, made: Sequence[Judgement]) -> list[Judgement]:
    """The judgements under the names that their mentions have in the current versions.

    A mention that none of these is left out; subjects that are no mentions keep their names.
    """
    query = select(
        _attachments.c.judgement,
        _attachments.c.n,
        _attachments.c.mention,
        _attachments.c.document.is_not(None).label("read"),
        _documents.c.current,
    ).outerjoin(_documents, _documents.c.id == _attachments.c.document)
    now: dict[tuple[str, int], str | None] = {}
    for row in connection.execute(query):
        if row.read:
            now.setdefault((row.judgement, row.n), None)
        if row.current and row.mention is not None:
            now[row.judgement, row.n] = row.mention

    def named(judgement: Judgement) -> Judgement:
        place = {name: now.get((judgement.id, n), name) for n, name in enumerate(judgement.names)}
        return replace(
            judgement,
            subjects=tuple(x for name in judgement.subjects if (x := place[name]) is not None),
            others=tuple(x for name in judgement.others if (x := place[name]) is not None),
        )

    return [named(judgement) for judgement in made]


def orphaned(connection: Connection) -> set[str]:
    """Judgements with a subject that no current version bears any more, or not yet."""
    here = select(_attachments.c.judgement, _attachments.c.n).join(
        _documents, _documents.c.id == _attachments.c.document
    )
    found = here.where(_documents.c.current, _attachments.c.mention.is_not(None))
    standing = {(row.judgement, row.n) for row in connection.execute(found)}
    wanted = select(_attachments.c.judgement, _attachments.c.n).where(
        _attachments.c.sha256.is_not(None)
    )
    return {row.judgement for row in connection.execute(wanted) if tuple(row) not in standing}
