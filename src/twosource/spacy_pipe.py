"""The tagger as a spaCy component: ``nlp.add_pipe("twosource")`` in any pipeline, a blank one too.

Sets the span group ``doc.spans["twosource"]`` (labels ``CONTENT``, ``SOURCE``, ``CUE``) and
``doc._.attributions``, which is read from that group, so that both survive ``Doc.to_bytes``.
spaCy imports this module whenever a pipeline is made: it imports nothing heavy itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from twosource.model import Attribution

if TYPE_CHECKING:
    from twosource.reading.tagger.session import Loaded

GROUP = "twosource"
ROLES = ("content", "source", "cue")
_SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: pieces of what is said, of who is credited, of the words that credit.

    ``score`` is the tagger's confidence in 0..1.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    score: float | None


def attributions(doc: Doc) -> tuple[Attributed, ...]:
    """What stands in the document's span group, in text order of the contents."""
    group = doc.spans.get(GROUP)
    if group is None:
        return ()
    found: list[dict[str, list[Span]]] = [{r: [] for r in ROLES} for _ in group.attrs[_SCORES]]
    for span in group:
        found[span.id - 1][span.label_.lower()].append(span)
    return tuple(
        Attributed(tuple(parts["content"]), tuple(parts["source"]), tuple(parts["cue"]), score)
        for parts, score in zip(found, group.attrs[_SCORES], strict=True)
    )


@Language.factory(
    "twosource", assigns=["doc._.attributions", "doc.spans"], default_config={"model": None}
)
def make(nlp: Language, name: str, model: str | None) -> Tagging:
    """Make the component; ``model`` is a folder that ``twosource train`` wrote, else the shipped.

    It is loaded with the first document, so that a pipeline written to disk, which holds its own,
    opens where that folder is gone; `twosource.reading.tagger.folder.ModelError` where it fails.
    """
    return Tagging(name, None if model is None else Path(model))


class Tagging:
    """The component. Its model is loaded once a process and shared by all that use it."""

    def __init__(self, name: str, folder: Path | None) -> None:
        if not Doc.has_extension("attributions"):
            Doc.set_extension("attributions", getter=attributions)
        self.name = name
        self._folder = folder
        self._model: Loaded | None = None

    @property
    def tagger(self) -> Loaded:
        """The model, loaded when first needed.

        Not called ``model``: spaCy looks for that name in every component that is added.
        """
        from twosource.reading.tagger.folder import SHIPPED
        from twosource.reading.tagger.session import load

        if self._model is None:
            self._model = load(self._folder or SHIPPED)
        return self._model

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        from twosource.reading.tagger.relations import relations

        put(doc, relations(self.tagger, doc.text))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Read many documents, each as it comes: a batch would not be quicker (`session.score`)."""
        return map(self, stream)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model itself, so that the pipeline stands alone."""
        where = Path(path)
        where.mkdir(parents=True, exist_ok=True)
        for name, data in self.tagger.files().mapping().items():
            (where / name).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Tagging:
        """Take the model that `to_disk` wrote."""
        self._folder, self._model = Path(path), None
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """All of the model in one string of bytes."""
        import srsly

        data: bytes = srsly.msgpack_dumps(self.tagger.files().mapping())
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Tagging:
        """Take the model that `to_bytes` gave."""
        import srsly

        from twosource.reading.tagger.session import load_files

        self._model = load_files(srsly.msgpack_loads(data))
        return self


def put(doc: Doc, found: Iterable[Attribution]) -> None:
    """Set the span group; spans that end inside a token take all of it."""
    spans: list[Span] = []
    scores: list[float | None] = []
    for number, attribution in enumerate(found, 1):
        scores.append(attribution.score)
        for role in ROLES:
            for start, end in getattr(attribution, role):
                span = doc.char_span(
                    start, end, label=role.upper(), span_id=number, alignment_mode="expand"
                )
                if span is not None:
                    spans.append(span)
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, attrs={_SCORES: scores}, spans=spans)
