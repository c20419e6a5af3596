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
from twosource.reading.tagger.pieces import Pieces
from twosource.reading.tagger.runs import Scores, View, log_softmax
from twosource.reading.tagger.windows import batch, layout, trust

LENGTH = 384  # word pieces a window, [CLS] and [SEP] among them
OVERLAP = (
    52  # of neighbours: a long sentence; 42 to 128 read held-out articles alike (F1 within .005)
)
SLOWER = ["SkipLayerNormFusion"]  # one step for a sum and a norm takes longer than the two


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
            files.network,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
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
    """Scores of every piece: of its labels the mean of the windows that show it, by their trust.

    Windows go through the network one by one: its int8 sums are scaled by the largest value in a
    batch, so that a text read beside others would come out differently. On one thread it costs
    nothing (`bench`).
    """
    total, weight = np.zeros((len(pieces), 7), np.float32), np.zeros((len(pieces), 1), np.float32)
    views: list[View] = []
    for start, end in layout(len(pieces), LENGTH, OVERLAP) if len(pieces) else ():
        fields = batch(pieces, ((start, end),)).fields()
        outputs = model.session.run(None, {name: fields[name] for name in model.inputs})
        labels, tails, heads = (output[0, 1 : 1 + end - start] for output in outputs)
        trusted = trust(len(pieces), start, end)
        total[start:end] += trusted[:, None] * log_softmax(labels)
        weight[start:end] += trusted[:, None]
        views.append(View(start, tails, heads, trusted))
    return Scores(total / weight, tuple(views), model.bond)
