"""The article in a page: trafilatura says which paragraphs, the page itself gives them in order.

trafilatura finds the article among menus and teasers better than anything we would write, but it
is made for corpora: it drops a paragraph that it has seen before and flattens lists and tables. So
its choice is used as a choice: each block of the page that it chose is emitted as the page has it,
repeats inside the article included. Where the two cannot be matched, its own text stands; where it
finds nothing, a plain rule over the tree answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from twosource.documents.blocks import Block, as_text, blocks

MATCHED = 0.8  # share of trafilatura's characters that must be found again
MAX_BLOCKS = 10_000  # trafilatura takes minutes over longer pages
LONG = 20  # letters: as much cannot stand in two places by chance
SCOPE = 0.9  # share of the chosen characters that the article's element must hold
_KEY = re.compile(r"\W+")
_PROMPT = re.compile(
    r"(?:Read (?:more|also|next)|See also|Also read|More on this|Related|Watch|Listen)\b.{0,200}$",
    re.I,
)
_BOILER = frozenset(("nav", "aside", "footer", "header", "menu"))


def article_text(root: HtmlElement, markup: str) -> str:
    """The body as text, ``""`` where the page shows none."""
    page = blocks(root)
    chosen = _trafilatura(markup) if len(page) <= MAX_BLOCKS else ""
    if not chosen.strip():
        return _plain_rule(root, page)
    wanted = _Wanted(chosen)
    picked = [block for block in page if wanted.holds(block)]
    scope = _scope(root, picked)
    kept = [block for block in picked if scope is root or _inside(block.element, scope)]
    if wanted.share_of(kept) < MATCHED:
        return chosen
    return as_text(block for block in kept if not _is_prompt(block))


class _Wanted:
    """The paragraphs that trafilatura chose, compared by their letters and digits."""

    def __init__(self, chosen: str) -> None:
        self.keys = {key for line in chosen.split("\n") for key in _keys(line)}
        self.all = _KEY.sub("", chosen).casefold()

    def _has(self, key: str) -> bool:
        """A whole paragraph, or a long piece of one: it joins what ``br`` parts."""
        return key in self.keys or (len(key) >= LONG and key in self.all)

    def holds(self, block: Block) -> bool:
        return any(self._has(key) for line in block.text.split("\n") for key in _keys(line))

    def share_of(self, kept: Sequence[Block]) -> float:
        """Share of the chosen characters that stands in these blocks."""
        lines = {key for block in kept for line in block.text.split("\n") for key in _keys(line)}
        size = max(1, sum(map(len, self.keys)))
        return sum(len(key) for key in lines if self._has(key)) / size


def _is_prompt(block: Block) -> bool:
    """A line that leads to another article ("Read more: How drones changed the war")."""
    return bool(_PROMPT.match(block.text)) and block.element.find(".//a") is not None


def _trafilatura(markup: str) -> str:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    result = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=True, deduplicate=False, favor_recall=True
    )
    text = getattr(result, "text", None)
    return text if isinstance(text, str) else ""


def _keys(line: str) -> tuple[str, ...]:
    key = _KEY.sub("", line).casefold()
    return (key,) if key else ()


def _scope(root: HtmlElement, picked: Sequence[Block]) -> HtmlElement:
    """The deepest element that holds nearly all that was chosen: a teaser is no repeat."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for block in picked:
        total += len(block.text)
        for above in (block.element, *block.element.iterancestors()):
            weights[above] = weights.get(above, 0) + len(block.text)
    fitting = [element for element, weight in weights.items() if weight >= SCOPE * total]
    depths = {element: sum(1 for _ in element.iterancestors()) for element in fitting}
    return max(fitting, key=lambda element: depths[element], default=root)


def _inside(element: HtmlElement, scope: HtmlElement) -> bool:
    return element is scope or any(above is scope for above in element.iterancestors())


def _plain_rule(root: HtmlElement, page: Sequence[Block]) -> str:
    """Blocks of ``article`` or ``main`` (else of the page) that are not mostly links."""
    scope = next(root.iter("article"), None)
    scope = scope if scope is not None else next(root.iter("main"), None)
    shares: dict[HtmlElement, float] = {}
    kept = [
        block
        for block in page
        if (scope is None or _inside(block.element, scope))
        and not any(above.tag in _BOILER for above in block.element.iterancestors())
        and block.element.tag not in _BOILER
        and _link_share(block.element, shares) < 0.5
    ]
    return as_text(kept)


def _link_share(element: HtmlElement, known: dict[HtmlElement, float]) -> float:
    """Share of an element's characters that are links; ``known`` holds those already counted."""
    if element not in known:
        linked = sum(len(link.text_content()) for link in element.iter("a"))
        known[element] = linked / max(1, len(element.text_content()))
    return known[element]
