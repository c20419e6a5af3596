"""One statement as its describers see it: its words, what governs it, and who is credited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from twosource.model import Attribution, Span, Spans
from twosource.reading.cast import Actor
from twosource.reading.chain import Credit
from twosource.reading.sources import Tokens

_GAP = 8  # tokens between cue and content that still belong to the reporting


@dataclass(slots=False)
class Statement:
    """An attribution with its tokens; ``before`` is the statement described just before it."""

    doc: Doc
    attribution: Attribution
    credit: Credit
    content: list[Token]
    cue: list[Token]
    source: list[Token]
    before: Statement | None = None
    values: dict[str, str] = field(default_factory=dict)

    @property
    def asserter(self) -> Actor | None:
        """The root asserter."""
        return self.credit.root

    @cached_property
    def root(self) -> Token | None:
        """The token of the content that everything else in it hangs on."""
        inside = {t.i for t in self.content}
        tops = [t for t in self.content if t.head.i not in inside or t.head.i == t.i]
        verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")]
        words = [t for t in tops if t.is_alpha or t.like_num]
        chosen = verbs or words
        return max(chosen, key=_weight) if chosen else None

    @cached_property
    def text(self) -> str:
        """The content's words, lower case, single blanks, apostrophes straight."""
        return " ".join(t.lower_ for t in self.content).replace("’", "'")

    @cached_property
    def cue_lemmas(self) -> frozenset[str]:
        """Lemmas of the cue."""
        return frozenset(t.lemma_.casefold() for t in self.cue)

    @cached_property
    def around(self) -> list[Token]:
        """Cue, its auxiliaries and adverbs, and the source: what is said about the saying."""
        inside = {t.i for t in self.content}
        near = [
            c for t in self.cue for c in t.children if c.dep_ in ("aux", "neg", "advmod", "acomp")
        ]
        every = (*self.cue, *self.source, *near, *self._between())
        tokens = {t.i: t for t in every if t.i not in inside}
        return [tokens[i] for i in sorted(tokens)]

    def _between(self) -> list[Token]:
        """What stands between cue and content: "said | it was likely that"."""
        if not self.cue or not self.content:
            return []
        first, last = self.cue[-1].i + 1, self.content[0].i
        same = self.cue[-1].sent.start == self.content[0].sent.start
        return list(self.doc[first:last]) if same and 0 < last - first <= _GAP else []

    def sibling(self) -> Statement | None:
        """The statement before it in the same sentence by the same source: lists go on."""
        other = self.before
        if other is None or not self.content or not other.content:
            return None
        same = self.content[0].sent.start == other.content[0].sent.start
        return other if same and self.asserter is other.asserter else None


def _weight(token: Token) -> int:
    return token.right_edge.i - token.left_edge.i


def statement(
    doc: Doc, tokens: Tokens, attribution: Attribution, credit: Credit, before: Statement | None
) -> Statement:
    """Collect the tokens of an attribution."""

    def under(spans: Spans) -> list[Token]:
        found = []
        for span in spans:
            if span[0] >= span[1]:
                continue
            first, last = tokens.range(span)
            found += [t for t in doc[first:last] if not t.is_space]
        return found

    return Statement(
        doc, attribution, credit, under(attribution.content), under(attribution.cue),
        under(attribution.source), before,
    )  # fmt: skip


def spans_of(tokens: Iterable[Token]) -> Spans:
    """The tokens' places in the text, neighbours joined."""
    found: list[Span] = []
    for token in sorted(tokens, key=lambda t: t.i):
        start, end = token.idx, token.idx + len(token)
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
