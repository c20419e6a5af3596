"""A tree of markup as lines of text: paragraphs, headings, one list item or table row a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

_HIDDEN = """script style noscript template svg math iframe object embed canvas form button select
option input textarea head audio video map"""
_BLOCKS = """address article aside blockquote body caption center dd details dialog div dl dt
fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section
summary table tbody td tfoot th thead tr ul"""
HIDDEN, BLOCKS = frozenset(_HIDDEN.split()), frozenset(_BLOCKS.split())
TIGHT = frozenset(("li", "tr", "dt", "dd"))  # follow each other without a blank line
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u2007\u202f]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_KEY = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Block:
    """Text of one block element; ``element`` is where it stands in the tree."""

    text: str
    tag: str
    element: HtmlElement

    @property
    def key(self) -> str:
        """For comparing: letters and digits only."""
        return _KEY.sub("", self.text).casefold()


def parse_markup(markup: str) -> HtmlElement | None:
    """A tree of any markup, however broken; ``None`` where there is nothing in it."""
    cleaned = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        return document_fromstring(cleaned, parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def blocks(root: HtmlElement) -> list[Block]:
    """Every block with visible text, in document order; ``br`` is a line end inside one."""
    found: list[Block] = []
    buffer: list[str] = []
    row: HtmlElement | None = None  # inside a row of data, cells stay on one line

    def flush(element: HtmlElement) -> None:
        pieces = (_SPACE.sub(" ", piece).strip() for piece in "".join(buffer).split("\v"))
        buffer.clear()
        if text := "\n".join(piece for piece in pieces if piece):
            found.append(
                Block(text.strip("|\n ") if row is not None else text, _tag(element), element)
            )

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in HIDDEN or _unseen(element):
                walker.skip_subtree()
                continue
            if tag == "tr" and row is None and _is_data(element):
                flush(_parent(element))
                row = element
            elif row is not None and tag in ("td", "th"):
                buffer.append(" | " if "".join(buffer).strip() else "")
            elif tag in BLOCKS and row is None:
                flush(_parent(element))
            buffer.append("\v" if tag == "br" else element.text or "")
            continue
        if event == "end" and element is row:
            flush(element)
            row = None
        elif event == "end" and tag in BLOCKS and row is None:
            flush(element)
        if element is not root:
            buffer.append(element.tail or "")
    flush(root)
    return found


def _parent(element: HtmlElement) -> HtmlElement:
    parent = element.getparent()
    return element if parent is None else parent


def _tag(element: HtmlElement) -> str:
    """The block's own tag, or the list item or quotation it is all of."""
    for above in (element, *element.iterancestors("li", "blockquote")):
        if above.tag in TIGHT or (above is element and str(above.tag)[:1] == "h"):
            return str(above.tag)
    return str(element.tag)


def _unseen(element: HtmlElement) -> bool:
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return bool(_UNSEEN.search(element.get("style") or ""))


def _is_data(row: HtmlElement) -> bool:
    """A row of data, not of a page laid out as a table."""
    cells = sum(1 for _ in row.iterchildren("td", "th"))
    inner = next(row.iterdescendants("table", "p", "div", "ul", "ol", "h1", "h2", "h3"), None)
    return cells >= 2 and inner is None


def as_text(found: Iterable[Block]) -> str:
    """Blocks as text: blank lines between paragraphs, none between items of a list or rows."""
    text, before = "", ""
    for block in found:
        tight = block.tag in TIGHT and before == block.tag
        text += ("\n" if tight else "\n\n" if text else "") + block.text
        before = block.tag
    return text


def fragment_text(markup: str) -> str:
    """Text of a piece of markup that is all article (a feed entry, a mail)."""
    root = parse_markup(markup)
    return "" if root is None else as_text(blocks(root))
