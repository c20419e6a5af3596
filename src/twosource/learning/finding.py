"""Files and folders to annotated texts: which format a file has is told by its content."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.learning.annotated import Annotated, FormatError
from twosource.learning.formats import brat, corpus, webanno, webannotation, xmi
from twosource.model import Problem

SQLITE = b"SQLite format 3\x00"
KNOWN = (".jsonl", ".jsonl.gz", ".json", ".jsonld", ".ann", ".xmi", ".zip", ".tsv", ".ledger")
FORMATS = (
    "it is none of: JSON Lines with text and attributions, W3C Web Annotation, brat (.ann), "
    "INCEpTION's UIMA CAS XMI or WebAnno TSV 3, a ledger"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read, in the order of the files, and one line for each file that was not."""

    annotated: tuple[Annotated, ...]
    problems: tuple[Problem, ...]


def find(paths: Sequence[str]) -> Found:
    """Read every annotated file; in folders only those with a known ending are looked at."""
    annotated: list[Annotated] = []
    problems: list[Problem] = []
    for path in paths:
        files = list(_files(Path(path)))
        if not files:
            problems.append(Problem(path, "a folder without annotated files", FORMATS))
        for file in files:
            try:
                annotated += read(file)
            except FormatError as error:
                problems.append(Problem(str(file), str(error)))
            except OSError as error:
                problems.append(Problem(str(file), f"cannot be read ({error.strerror or error})"))
    return Found(tuple(annotated), tuple(problems))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.name.lower().endswith(KNOWN):
            yield file


def read(path: Path) -> list[Annotated]:
    """Read one file; raises `FormatError` with one line, or ``OSError``."""
    data, name = path.read_bytes(), path.name
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(SQLITE):
        from twosource.learning.judged import read as of_ledger

        return of_ledger(path)
    if path.suffix.lower() == ".ann":
        text = _beside(path, path.with_suffix(".txt").name)
        if text is None:
            raise FormatError(f"its text {path.with_suffix('.txt').name} does not stand beside it")
        return brat.read(data, text, path.stem)
    if start.startswith(webanno.FIRST):
        return webanno.read(data, name)
    if data.startswith(xmi.ZIP) or start.startswith(b"<"):
        return xmi.read(data, name)
    if data.startswith(corpus.GZIP) or start.startswith((b"{", b"[")):
        return _json(data, path)
    raise FormatError(FORMATS)


def _json(data: bytes, path: Path) -> list[Annotated]:
    """The corpus' own lines, or Web Annotations: told apart by the key that each must have."""
    try:
        plain = gzip.decompress(data) if data.startswith(corpus.GZIP) else data
    except (OSError, EOFError, zlib.error) as error:
        raise FormatError(f"is not a whole gzip file ({error})") from error
    if b'"attributions"' in plain or b'"target"' not in plain:
        return corpus.read(plain, path.name)
    return webannotation.read(plain, lambda name: _beside(path, name))


def _beside(path: Path, name: str) -> str | None:
    """The text of a file in the same folder; never one of another folder."""
    file = path.parent / Path(name).name
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"its text {file.name} is not UTF-8") from error
    except FileNotFoundError:
        return None
