"""Quotations: completing a relation that reaches into one, and finding who speaks the others.

A direct quotation belongs to the reporting verb in the gap beside it (``"…," she said``,
``He added: "…"``). What follows it in quotation marks without a verb of its own goes on with it;
a paragraph that opens a quotation whose predecessor never closed goes on with that one.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.model import Span
from twosource.reading.quotes import closed
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import verb_frames
from twosource.reading.syntax import child, cue_tokens, following, noun_phrase, spans, subject

_SMALL = 3  # letters: longer words of a title are written with a capital
_SHORT = 3  # words: shorter quotations without a verb beside them are phrases, not speech


def complete(scene: Scene, found: Found) -> None:
    """Take in whole quotations that the content touches; a purely quoted content is just them."""
    inside: set[int] = set()
    outside = 0
    for i in found.content:
        quote = scene.quote_of[i]
        if quote >= 0:
            inside.add(quote)
        elif scene.doc[i].is_alpha or scene.doc[i].like_num:
            outside += 1
    if not inside:
        return
    barred = found.cue | found.source
    touched = [q for q in sorted(inside) if not barred & set(scene.quote_tokens[q])]
    found.extra.extend(touched)
    quoted_words = sum(len(scene.quote_tokens[q]) for q in touched)
    if touched and outside <= 0.1 * quoted_words:
        found.content.clear()


def direct(found: Found) -> bool:
    """Is the content nothing but quotations?"""
    return bool(found.extra) and not found.content


def gap_verb(scene: Scene, quote: int) -> tuple[int, bool] | None:
    """The reporting verb nearest to a quotation: its token, and whether it stands after."""
    tokens = scene.quote_tokens[quote]
    if not tokens:
        return None
    after = _scan(scene, tokens[-1] + 1, 1) if _free(scene, quote) else None
    before = _scan(scene, tokens[0] - 1, -1)
    last = scene.text[scene.quotes[quote][0] : scene.quotes[quote][1]].rstrip("”\"'’»“ ")
    leads_in = tokens[0] > 0 and scene.doc[tokens[0] - 1].text in (",", ":")
    if before is not None and leads_in:
        return before, False
    lead = _lead(scene, _introducing(scene, tokens[0]))
    if lead is not None:
        return lead, False
    if after is not None and last.endswith((",", "?", "!", "—", "–", "-")):
        return after, True
    if after is not None and after - tokens[-1] <= 8 and scene.doc[tokens[-1] + 1].text in ",":
        return after, True
    return None


def _free(scene: Scene, quote: int) -> bool:
    """Does a quotation begin where speech may? Not as in "whether he “was right”", "of “Salt”"."""
    first = scene.quote_tokens[quote][0]
    before = scene.doc[first - 1] if first else None
    if before is None or not (before.is_alpha or before.like_num or before.text == ","):
        return True
    return before.text == "," and not _titled(scene, quote)


def _titled(scene: Scene, quote: int) -> bool:
    """Is it the title of a work ("A Time for Truth"): capitals throughout, no sentence's end?"""
    start, end = scene.quotes[quote]
    told = [scene.doc[i].text for i in scene.quote_tokens[quote] if scene.doc[i].is_alpha]
    ends = scene.text[start:end].rstrip("”\"'’»“ ").endswith((".", "!", "?"))
    return not ends and all(word[0].isupper() for word in told if len(word) > _SMALL)


def _introducing(scene: Scene, first: int) -> int:
    """The colon before a quotation, also at the end of the paragraph above; -1 where none is."""
    at = first - 1
    while at > 0 and scene.doc[at].is_space:
        at -= 1
    above = at < first - 1 and scene.doc[at].text == ";"
    return at if at >= 0 and (above or scene.doc[at].text == ":") else -1


def _lead(scene: Scene, colon: int) -> int | None:
    """The predicate of whatever leads up to a colon before a quotation ("turned on him again:").

    A verb of saying right before the colon, else the main verb, else the first with a subject.
    """
    if colon > 0 and (near := scene.doc[colon - 1]).pos_ == "VERB" and _reports(near):
        return near.i
    found: int | None = None
    for i in range(colon - 1, max(-1, colon - 40), -1):
        token = scene.doc[i]
        if scene.quote_of[i] >= 0 or (token.is_space and "\n" in token.text):
            break
        if token.tag_ in ("VBD", "VBZ", "VBP") and child(token, "nsubj") is not None:
            found = i
            if token.dep_ == "ROOT":
                break
        if _is_quoted(token):
            return i
        if token.is_sent_start:
            break
    return found


def _reports(verb: Token) -> bool:
    return bool(verb_frames(verb.lemma_).kinds & {"c", "t"})


def _is_quoted(verb: Token) -> bool:
    """As in "he was quoted by the Herald on the talks": he said it."""
    citing = verb.pos_ == "VERB" and verb.lemma_.lower() in words("reading", "citing_verbs")
    return citing and child(verb, "nsubjpass") is not None


def _scan(scene: Scene, start: int, step: int) -> int | None:
    doc = scene.doc
    i, walked = start, 0
    while 0 <= i < len(doc) and walked < 30:
        token = doc[i]
        if scene.quote_of[i] >= 0 or (token.is_space and "\n" in token.text):
            return None
        if token.text in (".", "!", "?", ";") and walked:
            return None
        if token.pos_ == "VERB" and _reports(token):
            return i
        i, walked = i + step, walked + 1
    return None


def speeches(scene: Scene, relations: list[Found]) -> list[Found]:
    """New relations for quotations that no verb relation has taken, and continuations of others.

    ``relations`` are changed in place where a quotation goes on with one of them.
    """
    owner: dict[int, Found] = {}
    for known in relations:
        for q in known.extra:
            owner.setdefault(q, known)
        for i in known.content:
            if scene.quote_of[i] >= 0:
                owner.setdefault(scene.quote_of[i], known)
    by_cue = {each.at: each for each in relations}
    added: list[Found] = []
    previous: int | None = None
    for q in range(len(scene.quotes)):
        if q in owner:
            previous = q
            continue
        found: Found | None = _tagged(scene, q, by_cue)
        if found is None and previous is not None and previous in owner and not _titled(scene, q):
            found = _continued(scene, q, previous, owner[previous])
        if found is None:
            continue
        if found not in relations and found not in added:
            added.append(found)
            by_cue[found.at] = found
        found.extra.append(q)
        owner[q] = found
        previous = q
    return added


def _labelled(scene: Scene, q: int) -> Found | None:
    """As in "Kerry: “…”": a name and a colon before the quotation."""
    tokens = scene.quote_tokens[q]
    doc = scene.doc
    if not tokens or tokens[0] == 0 or doc[tokens[0] - 1].text != ":":
        return None
    name: set[int] = set()
    for i in range(tokens[0] - 2, max(-1, tokens[0] - 9), -1):
        if doc[i].is_space or doc[i].pos_ in ("VERB", "AUX", "PUNCT"):
            break
        name.add(i)
    if not any(doc[i].pos_ == "PROPN" for i in name):
        return None
    return Found(set(), {tokens[0] - 1}, name, "quote.label", tokens[0] - 1)


def _tagged(scene: Scene, q: int, by_cue: dict[int, Found]) -> Found | None:
    hit = gap_verb(scene, q)
    if hit is None:
        return _labelled(scene, q)
    verb = scene.doc[hit[0]]
    known = by_cue.get(verb.i)
    if known is not None and not direct(known):
        if not (hit[1] and _closing_tag(scene, q, verb)):
            return None
        known.content.clear()  # "“…,” he told the Herald when asked about claims that …"
        known.extra.clear()
    if known is not None:
        return known
    return Found(set(), cue_tokens(verb), _speaker(scene, verb), "quote.tag", verb.i)


def _closing_tag(scene: Scene, q: int, verb: Token) -> bool:
    """Is a quotation of whole clauses followed by nothing but its speaker and the verb?"""
    tokens = scene.quote_tokens[q]
    who = subject(verb)
    begins = min(verb.i, who.left_edge.i) if who is not None else verb.i
    predicate = any(scene.doc[i].pos_ in ("VERB", "AUX") for i in tokens)
    return predicate and begins == tokens[-1] + 1


def _speaker(scene: Scene, verb: Token) -> set[int]:
    """Whom the verb credits, also where the parse does not see it as the subject."""
    who = child(verb, "nsubjpass") if _is_quoted(verb) else subject(verb)
    source = noun_phrase(who) if who is not None else _beside(verb)
    return {i for i in source if scene.quote_of[i] < 0}


def _beside(verb: Token) -> set[int]:
    """The noun phrase right behind a verb, as in "added Li, referring to …"."""
    behind = following(verb)
    if behind is None or not verb.tag_.startswith("VB") or verb.tag_ in ("VB", "VBG"):
        return set()
    chunk = next((c for c in verb.sent.noun_chunks if c.start <= behind.i < c.end), None)
    return set(range(behind.i, chunk.end)) if chunk is not None else set()


def _continued(scene: Scene, q: int, previous: int, speaker: Found) -> Found | None:
    """A quotation with no verb of its own, after one whose speaker is known."""
    here, before = scene.quotes[q], scene.quotes[previous]
    between = scene.text[before[1] : here[0]]
    if len(_words(scene, q)) < _SHORT or not direct(speaker):
        return None
    if not between.strip() and not closed(scene.text, before):
        return speaker
    if "\n" in between.strip():
        return None
    begins = _own_paragraph if "\n" in between else _sentence_start
    return speaker if begins(scene, here) else None


def _words(scene: Scene, q: int) -> list[int]:
    return [i for i in scene.quote_tokens[q] if scene.doc[i].is_alpha]


def _sentence_start(scene: Scene, here: Span) -> bool:
    before = scene.text[max(0, here[0] - 40) : here[0]].rstrip()
    return before.endswith((".", "?", "!", "”", '"', "’"))


def _own_paragraph(scene: Scene, here: Span) -> bool:
    before = scene.text[max(0, here[0] - 3) : here[0]]
    return before.endswith("\n") or not before.strip()


def own_words(scene: Scene, found: Found) -> list[Span]:
    """Everything the content covers, as character spans not yet merged."""
    return [*spans(scene.doc, found.content), *(scene.quotes[q] for q in found.extra)]
