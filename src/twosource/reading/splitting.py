"""From the whole content of one relation to the statements a reader could check on their own.

Cuts, in this order: enumerations ("(1) … (2) …"), sentences and semicolons, coordinated clauses
("left on Friday and are expected on Monday"), coordinated figures ("300 killed and 2,700
wounded", "59 by Monday and 326 by Thursday"), and figures in a tail ("…, killing two",
"…, nine of them soldiers"). Quotations are cut into sentences, not into clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from twosource.lexicon import rows, words
from twosource.model import Spans
from twosource.reading.parsed import Parsed
from twosource.reading.syntax import SUBJECTS, following, spans, subtree

_ENUMERATOR = re.compile(r"(?<!\w)\((?:\d{1,2}|[a-h]|[ivx]{1,4})\)(?=\s)|(?<!\S)\d{1,2}\)(?=\s)")
_BREAKS = frozenset({",", ";", "and", "but", "while"})
_QUOTE_MARKS = frozenset("“”„«»‹›「」『』\"'‘’`") | {"''", "``"}
_PART_OF = frozenset({"including", "compared", "using", "than", "or", "excluding", "up", "down"})
_UP_TO = frozenset({"as", "up", "possibly", "perhaps"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEADING = frozenset({"and", "but", "that", "while", "or"})


def split(parsed: Parsed, content: Spans, *, quoted: bool) -> list[Spans]:
    """The statements of one content, in text order; ``quoted``: it is direct speech."""
    doc = parsed.doc
    tokens = tokens_in(doc, content)
    pieces: list[Spans] = []
    for item in _items(parsed, tokens):
        for sentence in sentences(doc, item):
            undivided = [sentence] if quoted else clauses(doc, sentence)
            for clause in undivided:
                for part in _figures(doc, clause):
                    cut = spans(doc, clean(doc, part, quoted=quoted))
                    if cut:
                        pieces.append(cut)
    return pieces or [content]


def tokens_in(doc: Doc, content: Spans) -> list[int]:
    """Indices of the tokens that the spans cover."""
    found: list[int] = []
    for start, end in content:
        piece = doc.char_span(start, end, alignment_mode="expand")
        if piece is not None:
            found.extend(range(piece.start, piece.end))
    return found


def clean(doc: Doc, part: list[int], *, quoted: bool = False) -> list[int]:
    """Without conjunctions, quotation marks and punctuation at either end.

    A mark that pairs with one inside stays, unless all of it is direct speech (``quoted``).
    """
    first, last = 0, len(part)
    while first < last and _outer(doc[part[first]], leading=True):
        first += 1
    while last > first and _outer(doc[part[last - 1]], leading=False):
        last -= 1
    inner = part[first:last]
    opened = sum(doc[i].text in _QUOTE_MARKS for i in inner)
    if quoted:
        return inner
    if opened % 2 and last < len(part) and doc[part[last]].text in _QUOTE_MARKS:
        return [*inner, part[last]]  # a phrase in quotation marks closes the statement
    if opened % 2 and first and doc[part[first - 1]].text in _QUOTE_MARKS:
        return [part[first - 1], *inner]
    return inner


def _outer(token: Token, *, leading: bool) -> bool:
    if token.is_space or (token.is_punct and token.text not in "()%") or token.text in _QUOTE_MARKS:
        return True
    if leading and token.lower_ == "with" and _absolute(token):
        return True
    return leading and token.lower_ in _LEADING and token.dep_ in ("cc", "mark", "advmod")


def _items(parsed: Parsed, tokens: list[int]) -> Iterator[list[int]]:
    """The items of an enumeration inside the content; the words before its first item drop out."""
    if not tokens:
        return
    doc = parsed.doc
    start = doc[tokens[0]].idx
    end = doc[tokens[-1]].idx + len(doc[tokens[-1]])
    found = (m.start() + start for m in _ENUMERATOR.finditer(parsed.text[start:end]))
    marks = [at for at in found if not _repeats(doc, tokens, at)]
    if len(marks) < 2:
        yield tokens
        return
    for n, mark in enumerate(marks):
        stop = marks[n + 1] if n + 1 < len(marks) else end
        item = [i for i in tokens if mark <= doc[i].idx < stop]
        while item and (
            doc[item[0]].text in "()" or doc[item[0]].is_digit or len(doc[item[0]]) < 2
        ):
            if doc[item[0]].lower_ in ("a", "i") and doc[item[0] - 1].text != "(":
                break
            item.pop(0)
        yield item


def _repeats(doc: Doc, tokens: list[int], at: int) -> bool:
    """As in "two (2) soldiers": the number once more, in digits."""
    return any(doc[i].idx == at and i > 0 and doc[i - 1].like_num for i in tokens)


def sentences(doc: Doc, tokens: list[int]) -> Iterator[list[int]]:
    """Sentences and parts between semicolons; an interrupted sentence stays together."""
    part: list[int] = []
    for i in tokens:
        token = doc[i]
        starts = part and (token.is_sent_start or token.text == ";")
        if starts and (token.text == ";" or not _goes_on(doc, part, i)):
            yield part
            part = []
        part.append(i)
    if part:
        yield part


def _goes_on(doc: Doc, part: list[int], i: int) -> bool:
    """Does the sentence run on past a speaker's tag or a mistaken sentence end?"""
    words_before = [t for t in part if not (doc[t].is_space or doc[t].text in _QUOTE_MARKS)]
    if not words_before:
        return True
    if any(doc[t].text in (".", "!", "?") for t in range(part[-1] + 1, i)):
        return False
    ahead = next((t for t in range(i, min(i + 3, len(doc))) if doc[t].is_alpha), i)
    return doc[words_before[-1]].text == "," or (
        doc[ahead].is_lower and doc[words_before[-1]].text not in (";", ".")
    )


def _finite(verb: Token) -> bool:
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return True
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(t.tag_ in _FINITE_TAGS for t in (verb, *helpers))


def _spine(root: Token, inside: set[int]) -> list[Token]:
    """The root and the finite predicates coordinated with it."""
    spine = [root]
    for verb in spine:  # grows while we walk
        for c in verb.children:
            joins = c.dep_ == "conj" and c.i in inside and c.i > verb.i and _finite(c)
            if joins and not _one_deed(verb, c):
                joined = [t.lower_ for t in verb.children if t.dep_ == "cc"]
                if "or" not in joined and "nor" not in joined:
                    spine.append(c)
    return spine


def _one_deed(verb: Token, other: Token) -> bool:
    """As in "shot and killed three people", "was stabbed and wounded": whom, stands once."""
    hitting = {word for word, sorts in rows("reading", "toll_words") if "hitting" in sorts.split()}
    harms = {verb.lemma_.lower(), other.lemma_.lower()} <= words("reading", "harm_verbs") | hitting
    alone = not any(c.dep_ in SUBJECTS for c in other.children)
    undergone = any(c.dep_ == "auxpass" for c in verb.children)
    whom = any(c.dep_ == "dobj" for c in other.children)
    return harms and alone and other.i - verb.i == 2 and whom != undergone


def clauses(doc: Doc, part: list[int]) -> Iterator[list[int]]:
    """Coordinated finite clauses, each with what depends on it."""
    inside = set(part)
    root = next(
        (doc[i] for i in part if doc[i].head.i not in inside or doc[i].dep_ == "ROOT"), None
    )
    tops = [doc[i] for i in part if doc[i].head.i not in inside or doc[i].dep_ == "ROOT"]
    root = next((t for t in tops if t.pos_ in ("VERB", "AUX") or _finite(t)), root)
    if root is None:
        yield part
        return
    rest = list(part)
    cuts: list[list[int]] = []
    others = [t for t in tops if t.i > root.i and t.pos_ == "VERB" and _finite(t)]
    others = [t for t in others if t.dep_ == "conj" or _twin(root, t)]
    listed = _listed(doc, part)
    joined = {*_spine(root, inside)[1:], *others, *listed}
    for verb in sorted(joined, key=lambda t: -t.i):
        own = {i for i in subtree(verb) if i >= listed.get(verb, 0)}
        piece = [i for i in rest if i in own]
        if sum(doc[i].is_alpha for i in piece) < 2:
            continue
        cuts.append(piece)
        taken = set(piece)
        rest = [i for i in rest if i not in taken]
    yield _trim_conjunction(doc, rest)
    for cut in reversed(cuts):
        yield _trim_conjunction(doc, cut) if doc[cut[-1]].dep_ == "cc" else cut


def _listed(doc: Doc, part: list[int]) -> dict[Token, int]:
    """As in "it took the hill, that the enemy fled": further clauses, and where each begins."""
    found: dict[Token, int] = {}
    for before, i in pairwise(part):
        verb, parted = doc[i].head, doc[before].text == "," or doc[before].dep_ == "cc"
        if doc[i].dep_ == "mark" and doc[i].lower_ == "that" and parted and _finite(verb):
            found[verb] = i
    return found


def _twin(verb: Token, other: Token) -> bool:
    """Two clauses of one verb of saying, joined by a conjunction that hangs on the first."""
    both = verb.dep_ == other.dep_ == "ccomp" and verb.head == other.head
    return both and other.left_edge.i > 0 and other.doc[other.left_edge.i - 1].dep_ == "cc"


def _trim_conjunction(doc: Doc, part: list[int]) -> list[int]:
    last = len(part)
    while last and (doc[part[last - 1]].dep_ == "cc" or doc[part[last - 1]].is_punct):
        if doc[part[last - 1]].text in _QUOTE_MARKS:
            break
        last -= 1
    return part[:last]


def quantity(token: Token) -> bool:
    """A cardinal that counts something: no year, clock time, date, age or part of a name."""
    if token.pos_ != "NUM" and not (token.like_num and token.pos_ != "ADJ"):
        return False
    if token.ent_type_ in ("DATE", "TIME", "ORDINAL"):
        return False
    if token.lower_ == "one" and token.dep_ not in ("nummod", "nsubj", "nsubjpass"):
        return _toll_of_one(token)  # not "the one we have"
    if token.i and token.nbor(-1).lower_ == "half":
        return False  # "one and a half million" is one number
    return not (token.dep_ == "nummod" and token.head.i < token.i)


def _toll_of_one(one: Token) -> bool:
    """As in "leaving one dead and two hurt", "five were shot, one fatally", "wounded one"."""
    after = following(one)
    hit = one.dep_ == "dobj" and one.head.lemma_.lower() in words("reading", "harm_verbs")
    bare = hit and not any(True for _ in one.children)
    return bare or (after is not None and after.lower_ in words("reading", "harmed"))


def _measured(doc: Doc, part: list[int]) -> bool:
    return any(quantity(doc[i]) for i in part)


def counts_on(mark: Token) -> bool:
    """The colon before the parts of a count: "43 people: 17 civilians and 26 fighters"."""
    after = following(mark)
    return mark.text == ":" and after is not None and quantity(after)


def _segments(doc: Doc, part: list[int]) -> list[list[int]]:
    """Stretches between commas and conjunctions, each with its separator in front."""
    segments: list[list[int]] = [[]]
    for i in part:
        before = doc[i - 1] if i else doc[i]
        apart = bool(segments[-1]) and any(not t.is_space for t in doc[segments[-1][-1] + 1 : i])
        parts = doc[i].lower_ in _BREAKS and before.lower_ not in _BREAKS
        if apart or parts or counts_on(doc[i]):
            segments.append([])
        segments[-1].append(i)
    return [s for s in segments if s]


def _figures(doc: Doc, part: list[int]) -> Iterator[list[int]]:
    """Coordinated and trailing figures as statements of their own."""
    groups: list[list[int]] = []
    for segment in _segments(doc, part):
        if groups and (_own_statement(doc, groups[-1], segment) or _gapped(doc, groups, segment)):
            groups.append(segment)
        elif groups:
            groups[-1] = groups[-1] + segment
        else:
            groups.append(segment)
    if len(groups) > 1:
        groups[0] = _with_predicate(doc, groups)
    yield from groups


def _own_statement(doc: Doc, before: list[int], segment: list[int]) -> bool:
    marks = {*_BREAKS, ":"}
    body = [doc[i] for i in segment if doc[i].lower_ not in marks and not doc[i].is_space]
    if not body:
        return False
    if body[0].lower_ in words("reading", "exchange_phrases") or _exchange(body):
        return True
    if body[0].tag_ == "VBG" and body[0].pos_ == "VERB" and body[0].dep_ in ("advcl", "conj"):
        return _toll(body) or (_measured(doc, segment) and body[0].lower_ != "including")
    if _dead_among(body):
        return True
    if any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in body[:3]):
        return False
    if body[0].lower_ == "with":
        return _absolute(body[0])
    if body[0].lower_ in _PART_OF:
        return False
    if sum(t.is_alpha or t.like_num for t in body) < 2 or not _measured(doc, segment):
        return False
    if _one_count(body, before):
        return False
    return _measured(doc, before) and not _range(doc, before, body)


def _one_count(body: list[Token], before: list[int]) -> bool:
    """As in "two women and three children": people by sex or age, told of together."""
    plain = words("reading", "sexes_and_ages")
    nouns = [t for t in body if t.dep_ == "conj" and t.lemma_.lower() in plain]
    return any(t.head.lemma_.lower() in plain and t.head.i in before for t in nouns)


def _gapped(doc: Doc, groups: list[list[int]], segment: list[int]) -> bool:
    """As in "must leave Agdam by 20 May, Lachin by 1 June": a name and its date, the verb left out.

    The stretch before must end alike: in a date after the same preposition.
    """
    body = [doc[i] for i in segment if doc[i].lower_ not in _BREAKS and not doc[i].is_space]
    at = next((n for n, t in enumerate(body) if t.tag_ == "IN" and _dated(body, n)), 0)
    before = [doc[i] for i in groups[-1]]
    if not at or any(t.pos_ in ("VERB", "AUX") for t in body):
        return False
    named = all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET") for t in body[:at])
    return named and any(
        t.lower_ == body[at].lower_ and _dated(before, n) for n, t in enumerate(before)
    )


def _dated(tokens: list[Token], n: int) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].ent_type_ in ("DATE", "TIME")


def _absolute(preposition: Token) -> bool:
    """As in "with some battalions losing half their men": a clause in all but its verb form."""
    return any(
        c.dep_ == "pcomp" and any(t.dep_ == "nsubj" for t in c.children)
        for c in preposition.children
    )


def _exchange(body: list[Token]) -> bool:
    phrase = " ".join(t.lower_ for t in body[:3])
    return phrase in words("reading", "exchange_phrases")


def _toll(body: list[Token]) -> bool:
    """A participle of killing or hurting: its object is a toll, with a number or without."""
    return body[0].lemma_.lower() in words("reading", "harm_verbs")


def _dead_among(body: list[Token]) -> bool:
    """As in "two of whom died", "including one who was pronounced dead": their own figure."""
    if body[0].lower_ == "where" and len(body) > 2 and quantity(body[1]):
        return any(t.lower_ in words("reading", "died") for t in body)  # "where one of them died"
    start = body[0].lower_ == "including"
    if len(body) < start + 3 or not quantity(body[start]):
        return False
    whom = next((n for n, t in enumerate(body[: start + 4]) if t.tag_ in ("WP", "WDT")), None)
    return whom is not None and any(t.lower_ in words("reading", "died") for t in body[whom + 1 :])


def _range(doc: Doc, before: list[int], body: list[Token]) -> bool:
    """As in "between 1,500 and 2,000", "killed and wounded together": one figure, not two."""
    first = next((t for t in body if quantity(t)), None)
    if first is None:
        return True
    near = [doc[i] for i in before[-6:]]
    if any(t.lower_ in ("between", "from") for t in near) and body[0].i == first.i:
        return True
    if any(t.lower_ == "least" for t in near) and body[0].lower_ in _UP_TO:
        return first.i - body[0].i < 4  # "at least 13 and as many as 46"
    last = next((t for t in reversed(near) if not (t.is_punct or t.is_space)), None)
    return first.ent_type_ == "MONEY" and last is not None and last.lower_ in ("to", "or")


def _with_predicate(doc: Doc, groups: list[list[int]]) -> list[int]:
    """Give a first subject the predicate that stands after the last one ("A and B were killed")."""
    first, rest = groups[0], [i for g in groups[1:] for i in g]
    if any(doc[i].pos_ in ("VERB", "AUX") for i in first):
        return first
    for i in first:
        if doc[i].dep_ in ("nsubj", "nsubjpass") and doc[i].head.i in rest:
            shared = subtree(doc[i])
            return [*first, *(k for k in rest if k not in shared)]
    return first
