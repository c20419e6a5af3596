"""UIMA CAS as XMI, as INCEpTION exports it (alone, or in a ZIP with its type system).

A feature structure with ``begin`` and ``end`` is a mark where one of its features, or else its
type, ends in *content*, *source* or *cue*. Relation layers (``Governor``, ``Dependent``) and link
features link marks. Offsets are UTF-16 units.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from twosource.learning.annotated import Annotated, FormatError
from twosource.learning.marks import Mark, attributions, role_of
from twosource.learning.units import from_utf16
from twosource.model import Attribution, Span

ID = "{http://www.omg.org/XMI}id"
ZIP = b"PK\x03\x04"
LARGEST = 400_000_000  # bytes unpacked from one ZIP
_OWN = frozenset({ID, "sofa", "begin", "end"})


def read(data: bytes, name: str) -> list[Annotated]:
    """The views of one XMI file, or of those in a ZIP."""
    if data.startswith(ZIP):
        return _unpacked(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(f"is not whole XML ({error.msg})") from error
    texts = [e for e in root if _local(e) == "Sofa" and e.get("sofaString") is not None]
    if not texts:
        raise FormatError("holds no text (no Sofa with a sofaString); export it as UIMA CAS XMI")
    views = [_view(root, sofa) for sofa in texts]
    if len(views) == 1:
        return [Annotated(name, *views[0])]
    return [Annotated(f"{name}#{n}", *view) for n, view in enumerate(views, 1)]


def _unpacked(data: bytes, name: str) -> list[Annotated]:
    found: list[Annotated] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inside = [e for e in packed.infolist() if e.filename.lower().endswith(".xmi")]
            if sum(entry.file_size for entry in inside) > LARGEST:
                raise FormatError(f"unpacks to more than {LARGEST:,} bytes")
            for entry in inside:
                found += read(packed.read(entry), f"{name}/{entry.filename}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise FormatError(f"is not a whole ZIP ({error})") from error
    if not inside:
        raise FormatError("holds no .xmi file; export as UIMA CAS XMI or WebAnno TSV 3")
    return found


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _view(root: etree._Element, sofa: etree._Element) -> tuple[str, tuple[Attribution, ...]]:
    text, which = sofa.get("sofaString") or "", sofa.get(ID)
    at = from_utf16(text)
    marks: dict[str, Mark] = {}
    links: list[tuple[str, str]] = []
    for element in root:
        name = element.get(ID)
        if name is None or element.get("sofa") != which:
            continue
        one, other = element.get("Governor"), element.get("Dependent")
        if one is not None and other is not None:
            links.append((one, other))
        elif role := _role(element):
            marks[name] = Mark(role, (_span(element, at),))
    lists = {e.get(ID): e.get("elements", "").split() for e in root if _local(e) == "FSArray"}
    targets = {e.get(ID): e.get("target") for e in root if e.get("target")}
    for element in root:
        name = element.get(ID)
        if name in marks:
            for held in _references(element, lists):
                links += [(str(name), target) for target in (targets.get(held),) if target]
    return text, attributions(marks, links, len(text))


def _role(element: etree._Element) -> str | None:
    if element.get("begin") is None or element.get("end") is None:
        return None
    values = (value for key, value in sorted(_features(element)) if not value.isdigit())
    return next(filter(None, map(role_of, values)), role_of(_local(element)))


def _features(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(k), str(v)) for k, v in element.attrib.items() if k not in _OWN]


def _references(element: etree._Element, lists: Mapping[str | None, list[str]]) -> list[str]:
    """Ids in the features of an element, those of arrays replaced by what they hold."""
    words = [word for _, value in _features(element) for word in value.split()]
    return [held for word in words for held in lists.get(word, [word])]


def _span(element: etree._Element, at: Callable[[int], int]) -> Span:
    try:
        begin, end = int(element.get("begin", "")), int(element.get("end", ""))
    except ValueError as error:
        raise FormatError(f"element {element.get(ID)} has no numbers for its place") from error
    return at(begin), at(end)
