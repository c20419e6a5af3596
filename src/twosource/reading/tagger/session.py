"""A model loaded once in a process: ONNX Runtime on one thread, no torch.

One thread, because several texts are read at once in processes of their own, and because the
same sums in the same order give the same scores on any number of cores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from twosource.reading.tagger import folder
from twosource.reading.tagger.folder import Files, ModelError
from twosource.reading.tagger.pieces import Ints, Pieces
from twosource.reading.tagger.runs import Floats, Scores
from twosource.reading.tagger.windows import batch, layout, owner

LENGTH = 384  # word pieces a window, [CLS] and [SEP] among them
STRIDE = 340


@dataclass(frozen=True, slots=True)
class Loaded:
    """A runnable model with its tokenizer; ``name`` tells models apart."""

    session: Any  # onnxruntime.InferenceSession; the library ships no types
    tokenizer: Any
    inputs: tuple[str, ...]
    bond: float  # what one relation of the rules adds to a link
    name: str
    origin: Path | Files

    def files(self) -> Files:
        """What it was loaded from."""
        return folder.read(self.origin) if isinstance(self.origin, Path) else self.origin


@cache
def load(where: Path) -> Loaded:
    """Load the model in a folder; raises `ModelError`."""
    return _started(folder.read(where), where)


def load_files(parts: Mapping[str, bytes]) -> Loaded:
    """Load a model from the contents of its files; raises `ModelError`."""
    files = folder.of_mapping(parts)
    return _started(files, files)


def _started(files: Files, origin: Path | Files) -> Loaded:
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            files.network, options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_str(files.words.decode("utf-8"))
        bond = float(session.get_modelmeta().custom_metadata_map["bond"])
    except Exception as error:  # both libraries raise their own, undocumented types
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise ModelError(f"the tagger cannot run here ({why})") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    inputs = tuple(entry.name for entry in session.get_inputs())
    return Loaded(session, tokenizer, inputs, bond, files.name, origin)


def score(model: Loaded, pieces: Pieces) -> Scores:
    """Scores of every piece, each from the window in which it stands most centrally.

    Windows go through the network one by one: its int8 sums are scaled by the largest value in a
    batch, so that a text read beside others would come out differently. On one thread it costs
    nothing (`bench`).
    """
    if not len(pieces):
        nothing = np.zeros((0, 7), dtype=np.float32)
        return Scores(nothing, nothing, nothing, model.bond)
    ranges = layout(len(pieces), LENGTH, STRIDE)
    mine = owner(len(pieces), ranges)
    order: list[Ints] = []
    parts: tuple[list[Floats], list[Floats], list[Floats]] = ([], [], [])
    for number, (start, end) in enumerate(ranges):
        kept = np.flatnonzero(mine[start:end] == number)
        fields = batch(pieces, ((start, end),)).fields()
        outputs = model.session.run(None, {name: fields[name] for name in model.inputs})
        order.append(kept + start)
        for part, output in zip(parts, outputs, strict=True):
            part.append(output[0, 1 + kept])
    place = np.argsort(np.concatenate(order))
    labels, tails, heads = (np.concatenate(part)[place] for part in parts)
    return Scores(labels, tails, heads, model.bond)
