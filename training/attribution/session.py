"""An exported model, loaded once: ONNX Runtime on one thread, no torch."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from training.attribution.decode import Scores
from training.attribution.pieces import Hints, Pieces, cut, hinted
from training.attribution.windows import batch, layout, owner

LENGTH = 384  # word pieces a window, [CLS] and [SEP] among them
STRIDE = 300
ROWS = 8  # windows a batch
MODEL, WORDS, SUMS = "tagger.onnx", "tokenizer.json", "SHA256SUMS"


class ModelError(Exception):
    """The model file is missing, altered, or cannot run here."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A runnable model with its tokenizer."""

    session: Any  # onnxruntime.InferenceSession; the library ships no types
    tokenizer: Any
    bond: float  # what one relation of the rules adds to a link


def checked(folder: Path) -> None:
    """Compare the files with their recorded digests; raises `ModelError` on any difference."""
    try:
        lines = (folder / SUMS).read_text("ascii").splitlines()
        for line in lines:
            digest, name = line.split()
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                raise ModelError(f"{name} is not the file that was shipped (checksum differs)")
    except (OSError, ValueError) as error:
        raise ModelError(f"the tagger's model cannot be read: {error}") from error


@cache
def load(where: Path) -> Loaded:
    """Load the model in a folder that `export` wrote."""
    checked(where)
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            str(where / MODEL), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(where / WORDS))
        bond = float(session.get_modelmeta().custom_metadata_map["bond"])
    except Exception as error:  # the libraries raise their own, undocumented types
        raise ModelError(f"the tagger cannot run here: {error}") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Loaded(session, tokenizer, bond)


def score(model: Loaded, pieces: Pieces) -> Scores:
    """Scores of every piece, each from the window in which it stands most centrally."""
    ranges = layout(len(pieces), LENGTH, STRIDE)
    mine = owner(len(pieces), ranges)
    parts: list[list[np.ndarray[Any, np.dtype[np.float32]]]] = [[], [], []]
    order: list[np.ndarray[Any, np.dtype[np.int64]]] = []
    for first in range(0, len(ranges), ROWS):
        rows = ranges[first : first + ROWS]
        laid = batch(pieces, rows)
        fields = {"ids": laid.ids, "mask": laid.mask, "case": laid.case}
        fields |= {"quote": laid.quote, "breaks": laid.breaks, "hint": laid.hint}
        outputs = model.session.run(None, fields)
        for i, (start, end) in enumerate(rows):
            kept = np.flatnonzero(mine[start:end] == first + i)
            order.append(kept + start)
            for part, output in zip(parts, outputs, strict=True):
                part.append(output[i, 1 + kept])
    place = np.argsort(np.concatenate(order))
    labels, tails, heads = (np.concatenate(part)[place] for part in parts)
    return Scores(labels, tails, heads, model.bond)


def read(model: Loaded, text: str, relations: Hints | None = None) -> tuple[Pieces, Scores]:
    """Cut and score a text, with what the rules found in it where that is known."""
    pieces = cut(model.tokenizer, text)
    if relations is not None:
        pieces = hinted(pieces, relations)
    return pieces, score(model, pieces)
