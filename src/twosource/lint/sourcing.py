"""How a source is described: what several rules about unnamed sources share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from twosource.lint.context import LintContext, head, sentence, tokens
from twosource.lint.lexical import people
from twosource.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKES = re.compile(r"spokes(?:man|woman|person|people|men)s?\b", re.I)
_REASON = re.compile(
    r"\bbecause\b|\bnot\s+(?:been\s+)?(?:authori[sz]ed|cleared|allowed|permitted)\b"
    r"|\bunauthori[sz]ed to\b|\bfear(?:s|ed|ing)?\b|\bsensitiv\w+|\breprisals?\b|\bretaliation\b"
    r"|\bfor (?:\w+ ){0,3}(?:safety|security|privacy)\b|\bfor (?:\w+ ){0,3}reasons?\b"
    r"|\bciting (?:\w+ ){0,3}(?:rules|policy|protocol|ongoing|concerns?)\b|\b(?:in line with"
    r"|under) (?:\w+ ){0,4}(?:rules|policy|protocol|regulations|procedure)\b"
    r"|\bto (?:discuss|describe|speak|talk|comment|share|disclose) (?:\w+ ){0,4}(?:sensitive"
    r"|confidential|private|internal|freely|candidly|frankly|openly|classified|ongoing|details)\b",
    re.I,
)
_FAMILIAR = re.compile(
    r"\b(?:familiar with|close to|briefed on|with (?:direct )?knowledge|involved in|who)\b", re.I
)
ANONYMITY = re.compile(
    r"\b(?:on|under) (?:the )?condition(?:s)? of (?:strict )?anonymity\b"
    r"|\b(?:spoke|speaking|speak|requested|requesting|asked for|granted) anonym\w+"
    r"|\b(?:asked|asking|requested|requesting|declined|declining|wished|preferred|refused)"
    r" (?:not )?to (?:not )?(?:be (?:named|identified|quoted by name)"
    r"|give (?:\w+ )?(?:sur|full )?name)"
    r"|\b(?:did not|didn't) want (?:\w+ )?to be (?:named|identified)",
    re.I,
)


def persons_named(context: LintContext, span: Span) -> bool:
    """Whether a person's name stands in the source, or beside it as its name."""
    found = tokens(context, span)
    if not len(found):
        return False
    root = found.root
    near = [*found, *(child for child in root.children if child.dep_ == "appos")]
    if root.dep_ == "appos":
        near.append(root.head)
    near += [t for child in root.children if child.dep_ == "appos" for t in child.subtree]
    return any(
        token.ent_type_ == "PERSON"
        or (token.pos_ == "PROPN" and token.dep_ == "appos" and token.ent_type_ not in {"GPE"})
        for token in near
    )


def listed(context: LintContext, span: Span) -> bool:
    """Whether names follow the plural: "analysts, including …", "such as", "among them"."""
    text = context.parsed.text
    end = sentence(context, span)[1]
    after = text[span[1] : max(end, span[1])][:60]
    inside = text[span[0] : span[1]]
    return bool(re.search(r"\b(?:including|such as|among them|notably|namely)\b", inside + after))


def unnamed_plural(context: LintContext, span: Span) -> Token | None:
    """The plural noun of a source that is only a plural ("analysts"), without a count or name."""
    word = head(context, span)
    if word is None or word.lower_ not in people()[1] or word.tag_ not in {"NNS", "NNPS", "NN"}:
        return None
    if any(child.dep_ == "nummod" or child.lower_ in _COUNTS for child in word.children):
        return None
    if any(child.lower_ in _KNOWN for child in word.children):
        return None  # "the researchers": introduced before
    if word.lower_ == "people" and not _FAMILIAR.search(context.parsed.text[slice(*span)]):
        return None  # "few people would say": everybody, no source
    if SPOKES.search(context.parsed.text[span[0] : span[1]]):
        return None
    return None if persons_named(context, span) or listed(context, span) else word


_COUNTS = frozenset({"both", "two", "three", "four", "five", "six", "couple"})
_KNOWN = frozenset({"the", "these", "those", "his", "her", "their", "its"})
_ONE = frozenset({"a", "an", "one", "another"})


def unnamed_individual(context: LintContext, span: Span) -> Token | None:
    """The noun of a source that is somebody without a name ("an official", "two diplomats")."""
    word = head(context, span)
    if word is None:
        return None
    singular, plural = people()
    left = {child.lower_ for child in word.children if child.dep_ in {"det", "nummod"}}
    one = word.lower_ in singular and bool(left & _ONE)
    several = word.lower_ in plural and any(c.dep_ == "nummod" for c in word.children)
    if not (one or several) or SPOKES.search(context.parsed.text[span[0] : span[1]]):
        return None
    return None if persons_named(context, span) else word


def reason_given(context: LintContext, span: Span) -> bool:
    """Whether the words around a source say why it is not named."""
    start, end = sentence(context, span)
    text = context.parsed.text
    following = sentence(context, (min(end + 1, len(text)), min(end + 2, len(text))))
    near = text[start:end]
    after = text[following[0] : following[1]] if following[0] >= end else ""
    if ANONYMITY.search(near):
        return bool(_REASON.search(near))
    return bool(ANONYMITY.search(after) and _REASON.search(after))


def sworn_to_secrecy(context: LintContext, span: Span) -> Span | None:
    """Where the sentence of a source says that it wants no name."""
    start, end = sentence(context, span)
    match = ANONYMITY.search(context.parsed.text, start, end)
    return match.span() if match else None
