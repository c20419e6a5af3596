"""PDF: the text layer of its pages; a scan has none, and an encrypted file gives none."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from twosource.documents.draft import MAX_TEXT, Draft, Drafts, folded
from twosource.documents.plain import headline
from twosource.documents.publication import line
from twosource.documents.wrapping import unwrap
from twosource.model import Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 2_000
_PAGE_NUMBER = re.compile(
    r"\s*(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?\s*$", re.I
)


def read_pdf(data: bytes, path: str) -> Drafts:
    """One draft, or one line that says why there is no text."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Problem(path, "is an encrypted PDF: it has no text without its password")
            return
        if len(reader.pages) > MAX_PAGES:
            yield Problem(path, f"is a PDF of more than {MAX_PAGES} pages", "split it")
            return
        pages = _pages(reader)
    except DependencyError:
        yield Problem(path, "is an encrypted PDF: it has no text without its password")
        return
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what = " ".join(str(error).split())[:120] or type(error).__name__
        yield Problem(path, f"is a damaged PDF ({what})")
        return
    if not any(page.strip() for page in pages):
        yield Problem(path, "is a PDF without text (scanned pictures?)", "run OCR on it first")
        return
    yield _draft(_joined(pages), line(_title(reader)))


def _pages(reader: PdfReader) -> list[str]:
    pages: list[str] = []
    total = 0
    for page in reader.pages:
        pages.append(page.extract_text().encode("utf-8", "replace").decode("utf-8"))
        total += len(pages[-1])
        if total > MAX_TEXT:
            break
    return pages


def _title(reader: PdfReader) -> str | None:
    stated = reader.metadata.title if reader.metadata else None
    return str(stated) if stated else None


def _joined(pages: Sequence[str]) -> str:
    """Page after page, running heads and page numbers left out, split paragraphs joined."""
    lines = [[ln for ln in page.split("\n") if ln.strip()] for page in pages]
    edges = Counter(folded(ln) for page in lines for ln in {*page[:1], *page[-1:]})
    repeated = {ln for ln, times in edges.items() if times >= 3 and times > len(pages) / 2}
    text = ""
    for page in lines:
        kept = [ln for ln in page if not _PAGE_NUMBER.match(ln) and folded(ln) not in repeated]
        body = unwrap("\n".join(kept), hyphens=True)
        if not body:
            continue
        runs_on = text and text[-1] not in ".!?:”\"'’»" and body[:1].islower()
        text += (" " if runs_on else "\n" if text else "") + body
    return text


def _draft(text: str, stated: str | None) -> Draft:
    """The title is the first line where that is what the metadata says or a headline's look.

    A title in the metadata alone ("Microsoft Word - final_v3.docx") is no word of the text.
    """
    first = text.split("\n", 1)[0].strip()
    start = text.index(first)
    if stated and folded(first) == folded(stated):
        return Draft(text, "application/pdf", first, (start, start + len(first)))
    span = headline(text.replace("\n", "\n\n", 1))
    if span:
        return Draft(text, "application/pdf", text[span[0] : span[1]], span)
    return Draft(text, "application/pdf", stated)
