"""Attribution read off word order and punctuation, where the parse lost the construction.

``tag``: a sentence that ends in ", NAME said …"; ``that``: a verb of saying, then when or to
whom, then "that"; ``aside``: ", says NAME," between subject and predicate.
"""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.nouns import org_class, role_of
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import verb_frames
from twosource.reading.splitting import counts_on
from twosource.reading.syntax import (
    child,
    cue_tokens,
    noun_phrase,
    subject,
    within_semicolons,
)

_AFTER = 10  # tokens that may follow the verb of a closing tag
_NAME = 5  # tokens of a name before its description
_REACH = 25  # tokens between a verb of saying and its "that"


def said_that(scene: Scene, verb: Token) -> set[int] | None:
    """The clause after a "that" which the parse hung elsewhere: "said the same day that …"."""
    sentence = verb.sent
    for i in range(verb.i + 1, min(verb.i + _REACH, sentence.end - 1)):
        token = scene.doc[i]
        if token.lower_ == "that" and token.dep_ != "det":
            follows = scene.doc[i + 1]
            if (
                follows.pos_ in ("VERB", "AUX", "PUNCT")
                or i == verb.i + 1
                or _relative(verb, token)
            ):
                return None
            stop = verb.right_edge.i + 1 if verb.dep_ == "ccomp" else sentence.end
            return _until_break(scene, i + 1, max(stop, i + 1)) or None
        saying = token.tag_ == "VBG" and token.lemma_ not in words("reading", "citing_verbs")
        bare = token.tag_ == "VB" and child(token, "aux") is None  # "heard people say that"
        saying = saying or (bare and "c" in verb_frames(token.lemma_))
        if _is_finite(token) or token.text in ";:" or token.is_quote or saying:
            return None
    return None


def _relative(verb: Token, that: Token) -> bool:
    """As in "held Goma, the town that Russia declared taken": the verb has an object already."""
    own = child(verb, "dobj")
    pronoun = that.tag_ == "WDT" and that.dep_ in ("dobj", "nsubj", "nsubjpass")
    apposed = that.nbor(-1).pos_ == "NOUN" and that.head.dep_ == "relcl"
    return pronoun and apposed and own is not None and own.i < that.i - 1


def _until_break(scene: Scene, first: int, stop: int) -> set[int]:
    kept: set[int] = set()
    for i in range(first, stop):
        if scene.doc[i].text == ";":
            break
        kept.add(i)
    return kept


def _is_finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX")


def tag(scene: Scene, verb: Token) -> Found | None:
    """A closing tag: everything before ", NAME said" in the sentence is the content."""
    sentence = verb.sent
    if not _closes(scene, verb, sentence):
        return None
    if verb.i > sentence.start and scene.doc[verb.i - 1].text == ",":
        found = _inverted(scene, verb, sentence)
        if found is not None or not _name_in_commas(scene, verb):
            return found
    start = source_start(scene, verb, sentence)
    if start is None:
        return None
    if scene.doc[sentence.start].tag_ in ("VBN", "VBG"):  # "Asked about it, he said"
        return None
    content = set(range(sentence.start, start - 1))
    if _circumstance(scene, content):
        return None
    if not any(_is_finite(scene.doc[i]) for i in content):
        return None
    source = {i for i in range(start, verb.i) if not scene.doc[i].is_space}
    if scene.doc[verb.i - 1].tag_ == "WP":
        return None  # "said the captain, who held the school"
    relative = max((i for i in source if scene.doc[i].tag_ == "WDT"), default=None)
    if relative is not None and verb.i - relative <= 4:
        return None  # "the village that the army declared taken"
    content = within_semicolons(scene.doc, content, verb.i)
    cue = cue_tokens(verb)
    return Found(content - cue, cue, source - cue, "surface.tag", verb.i)


def _circumstance(scene: Scene, content: set[int]) -> bool:
    """As in "When he was asked, the general said": a clause that only leads up to the saying."""
    said = [scene.doc[i] for i in sorted(content) if scene.doc[i].is_alpha]
    first = next((t for t in said if t.dep_ != "cc"), None)
    opens = first is not None and first.lower_ in words("reading", "subordinators")
    return opens and not any(scene.doc[i].text in (",", ";") for i in content)


def _name_in_commas(scene: Scene, verb: Token) -> bool:
    """As in ", the defence minister, Ann Li, said"."""
    at = verb.i - 2
    while at > verb.sent.start and scene.doc[at].pos_ == "PROPN":
        at -= 1
    opens = at < verb.i - 2 and scene.doc[at].text == ","
    return opens and scene.doc[at - 1].pos_ in ("NOUN", "PROPN") and _is_finite(verb)


def _inverted(scene: Scene, verb: Token, sentence: DocSpan) -> Found | None:
    """As in "Not so, says the army": the name follows, and the content may be a mere phrase."""
    who = child(verb, "nsubj", "dobj", "attr")
    content = within_semicolons(scene.doc, set(range(sentence.start, verb.i - 1)), verb.i)
    if who is None or who.i < verb.i or len(content) > 40 or not content:
        return None
    cue = cue_tokens(verb) - content
    return Found(content, cue, noun_phrase(who), "surface.inverted", verb.i)


def _closes(scene: Scene, verb: Token, sentence: DocSpan) -> bool:
    """Only circumstances follow the verb, up to what else it says: no further clause."""
    behind = scene.doc[verb.i + 1 : sentence.end]
    more = next((t.i for t in behind if _says_more(t, verb)), sentence.end)
    rest = [t for t in scene.doc[verb.i + 1 : more] if not (t.is_space or t.is_quote)]
    return len(rest) <= _AFTER and not any(_is_finite(t) or t.text in ";:" for t in rest)


def _says_more(token: Token, verb: Token) -> bool:
    """As in ", she said, | adding that …"."""
    told = token.tag_ == "VBG" and token.head == verb and "c" in verb_frames(token.lemma_)
    return told and token.nbor(-1).text == ","


def source_start(scene: Scene, verb: Token, sentence: DocSpan) -> int | None:
    """Where the name before the verb begins: after the earliest comma with no predicate since."""
    best: int | None = None
    for i in range(verb.i - 1, sentence.start, -1):
        token = scene.doc[i]
        if _is_finite(token) or token.text in ";:" or verb.i - i > 40:
            break
        if token.text == "," or (best is None and _speech_ends(scene, i)):
            ahead = scene.doc[i + 1]
            if ahead.i < verb.i and _begins_name(ahead) and not _of_place(scene, ahead):
                best = ahead.i
        if token.is_quote:
            break
    return best


def _of_place(scene: Scene, first: Token) -> bool:
    """As in "In Kabala, | a village to the north, …", "in Kabala, | Sierra Leone, …"."""
    doc, place = scene.doc, first.nbor(-2)
    end = next((i for i in range(first.i, first.sent.end) if doc[i].text == ","), first.sent.end)
    what = doc[first.i : end]
    if place.dep_ == "pobj" and all(t.pos_ == "PROPN" for t in what):
        return what.root.head == place and what.root.ent_type_ != "PERSON"  # what holds it
    here = place.ent_type_ in ("GPE", "LOC", "FAC") and first.lower_ in ("a", "an", "the")
    return here and not any(role_of(t.text) or org_class(t.text) for t in what)


def _speech_ends(scene: Scene, i: int) -> bool:
    """A mark that closes a quotation with its own punctuation ("…?” he said"), not a phrase."""
    quoted = scene.doc[i].is_quote and scene.quote_of[i] >= 0
    return quoted and i > 0 and scene.doc[i - 1].text[-1] in ",.?!…—–-"


def name_before(scene: Scene, verb: Token) -> set[int]:
    """As in "In a video, the governor, Ivan Petrov, said": a subject taken for an apposition."""
    own = child(verb, "nsubj", "expl", "csubj")
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not (own is None or stands_in(own)):
        return set()
    first = verb.sent.start
    while first < verb.i and (scene.doc[first].pos_ in ("ADV", "CCONJ", "SPACE")):
        first += 1
    plain = _begins_name(scene.doc[first]) and not any(
        _is_finite(scene.doc[i]) for i in range(first, verb.i)
    )
    start = first if plain else source_start(scene, verb, verb.sent)
    if start is None:
        return set()
    return {i for i in range(start, verb.i) if not scene.doc[i].is_space}


def head_name(scene: Scene, source: set[int]) -> set[int]:
    """As in "Falintil, | the guerrilla army, | claims …": a name that the parse left outside."""
    doc, first = scene.doc, min(source)
    last = max(i for i in source if not doc[i].is_punct)
    start = doc[first].sent.start
    name = doc[start : max(start, first - 1)]
    framed = doc[first - 1].text == "," and last + 1 < len(doc) and doc[last + 1].text == ","
    if not framed or doc[first].dep_ not in ("det", "poss") or not 0 < len(name) <= _NAME:
        return set()
    named = all(t.pos_ == "PROPN" and t.ent_type_ not in ("DATE", "TIME") for t in name)
    return set(range(start, first)) if named else set()


def stands_in(who: Token) -> bool:
    """As in "In Kabala, …, Ann Or, said": a place that the parse took for the subject."""
    before = who.doc[who.left_edge.i - 1] if who.left_edge.i else who
    return before.dep_ == "prep" and before.head == who.head and child(before, "pobj") is None


def _begins_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "DET", "PRON", "NOUN", "ADJ") and not token.like_num


def aside(scene: Scene, verb: Token) -> Found | None:
    """As in "The wounded, says the insider, now fill 14 hospitals": a tag between two commas."""
    who = subject(verb)
    doc, sentence = scene.doc, verb.sent
    around = _aside_bounds(scene, verb, sentence)
    if around is None:
        return None
    first, last = around
    own, clause = child(verb, "nsubj"), child(verb, "ccomp")
    if own is not None and clause is not None and own.i < first and clause.i > last:
        return None  # "Ann Or, the spokesman, | said 61 rebels, | nine of them boys, had died"
    before = range(sentence.start, first - 1)
    if any(_is_finite(doc[i]) for i in before) or not len(before):
        return None
    inside = set(range(first, last + 1))
    source = noun_phrase(who) & inside if who is not None else set()
    if not source:
        source = {i for i in inside if doc[i].pos_ != "ADV"} - cue_tokens(verb)
    content = {*before, *_until_break(scene, last + 2, sentence.end)}
    if not any(doc[i].pos_ in ("VERB", "AUX") for i in content):
        return None
    return Found(content, cue_tokens(verb), source - cue_tokens(verb), "surface.aside", verb.i)


def _aside_bounds(scene: Scene, verb: Token, sentence: DocSpan) -> tuple[int, int] | None:
    """First and last token of ", says NAME," or ", NAME says,"; ``None`` where it is neither."""
    doc = scene.doc
    left = next((i for i in range(verb.i - 1, sentence.start, -1) if doc[i].text == ","), None)
    right = next((i for i in range(verb.i + 1, sentence.end) if doc[i].text == ","), None)
    if left is None or right is None or right - left > 10 or right + 1 >= sentence.end:
        return None
    inside = [doc[i] for i in range(left + 1, right)]
    if sum(_is_finite(t) for t in inside) != 1 or not _is_finite(verb):
        return None
    if verb.i not in (left + 1, right - 1) or not (verb.i == left + 1 or _begins_name(inside[0])):
        return None
    if any(t.text in ";:" or t.is_quote or t.dep_ in ("mark", "cc") for t in inside):
        return None
    if doc[right + 1].tag_ == "VBG" or not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in inside):
        return None
    return left + 1, right - 1


def counted(scene: Scene, verb: Token) -> set[int] | None:
    """Everything after a counting verb that a number follows: "reported 18 dead, 59 by Monday"."""
    if verb.lemma_.lower() not in words("reading", "counting_verbs"):
        return None
    doc, sentence = scene.doc, verb.sent
    kept: set[int] = set()
    number = False
    for i in range(verb.i + 1, sentence.end):
        token = doc[i]
        if _breaks_off(token) or (token.text == "," and _new_clause(scene, i)):
            break
        if token.lower_ in ("that", "whether") or (token.dep_ == "cc" and _new_clause(scene, i)):
            break
        number = number or (token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "TIME"))
        kept.add(i)
    starts = child(verb, "dobj", "ccomp", "nummod", "npadvmod")
    who = child(verb, "nsubj")
    bare = verb.tag_ in ("VB", "VBP") and who is not None and who.tag_ in ("NN", "NNP")
    if bare and not sentence.text.rstrip().endswith((".", "!", "”", '"')):
        return None  # a title ("Situation report no. 6")
    if not number or starts is None or starts.i < verb.i or _predicated(starts):
        return None
    return kept if _mostly_nominal(scene, kept) else None


def _predicated(complement: Token) -> bool:
    """Is it a clause with a subject that is no bare number ("its jets hit 320 targets")?"""
    who = child(complement, "nsubj", "nsubjpass")
    if complement.dep_ != "ccomp" or who is None:
        return False
    return complement.tag_ != "VBN" or not any(t.like_num for t in who.subtree)


def _mostly_nominal(scene: Scene, kept: set[int]) -> bool:
    """No finite predicate: a list of figures, not a clause (participles count as nominal)."""
    return not any(
        scene.doc[i].pos_ == "AUX" or scene.doc[i].tag_ in ("VBZ", "VBP", "MD") for i in kept
    )


def _new_clause(scene: Scene, i: int) -> bool:
    """Does a clause or participle of its own start after this separator?"""
    doc = scene.doc
    ahead = [doc[k] for k in range(i + 1, min(i + 4, len(doc))) if doc[k].dep_ != "cc"]
    if not ahead:
        return False
    if ahead[0].tag_ in ("VBG", "WDT", "WP", "WRB") or ahead[0].lower_ in ("while", "but", "then"):
        return True
    if ahead[0].pos_ == "VERB" and ahead[0].tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(t.dep_ in ("nsubj", "nsubjpass") and _is_finite(t.head) for t in ahead) and not (
        ahead[0].like_num
    )


def _breaks_off(mark: Token) -> bool:
    """Not the colon of "43 dead: 17 civilians and 26 fighters", behind which the count goes on."""
    return mark.text == ";" or (mark.text == ":" and not counts_on(mark))


def phrase_end(scene: Scene, first: int, stop: int) -> int:
    """Where a figure with its circumstances ends: before a new clause or the sentence's end."""
    for i in range(first, stop):
        token = scene.doc[i]
        ends = token.text == "." or _breaks_off(token)
        if ends or (token.text == "," and _new_clause(scene, i)):
            return i
        if token.dep_ == "cc" and _new_clause(scene, i):
            return i
        if token.dep_ == "prep" and child(token, "pcomp") is not None:
            return i  # "at 20,000 | before saying that all had left"
    return stop
