"""A tagger one can see through: it knows twelve words and takes all others for content.

It is a real model folder, run by the real runtime, and says what it says for a reason one can
read here; tests of everything around the tagger need no more.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from twosource.reading.tagger.folder import write

CUES = ("said", "says", "told", "added")
SOURCES = ("brel", "ministry", "governor", "she")
MARKS = (",", ".", "“", "”", "the", '"', ":")
UNKNOWN = 1
ROWS = 128  # ids below this; 101 and 102 begin and end a window
FIELDS = ("ids", "mask", "case", "quote", "breaks", "hint")


def toy_words() -> Tokenizer:
    """Its tokenizer."""
    known = {"[PAD]": 0, "[UNK]": UNKNOWN}
    known |= {word: n for n, word in enumerate((*CUES, *SOURCES, *MARKS), 2)}
    made = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def _labels() -> np.ndarray:
    table = np.zeros((ROWS, 7), dtype=np.float32)
    table[:, 1], table[:, 2] = 4, 6  # content goes on where it can
    for n in range(2, 2 + len(CUES) + len(SOURCES) + len(MARKS)):
        table[n] = 0
    table[2 : 2 + len(CUES), 5] = 8
    table[2 + len(CUES) : 2 + len(CUES) + len(SOURCES), 3] = 8
    table[2 + len(CUES) + len(SOURCES) : 2 + len(CUES) + len(SOURCES) + len(MARKS), 0] = 8
    return table


def network(bond: str = "0.0") -> bytes:
    """Labels by the word alone, and by what the rules said; links tell nothing."""
    hints = np.vstack([20 * np.eye(7, dtype=np.float32), np.zeros((1, 7), dtype=np.float32)])
    hints[0] = 0  # the rules were asked and said nothing: no news
    tables = {"words": _labels(), "hints": hints, "ends": np.zeros((ROWS, 4), dtype=np.float32)}
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["by_word"]),
        helper.make_node("Gather", ["hints", "hint"], ["by_hint"]),
        helper.make_node("Add", ["by_word", "by_hint"], ["labels"]),
        helper.make_node("Gather", ["ends", "ids"], ["tails"]),
        helper.make_node("Gather", ["ends", "ids"], ["heads"]),
    ]
    shape = ["windows", "pieces"]
    graph = helper.make_graph(
        nodes,
        "toy",
        [helper.make_tensor_value_info(f, TensorProto.INT64, shape) for f in FIELDS],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, [*shape, None])
            for name in ("labels", "tails", "heads")
        ],
        [numpy_helper.from_array(value, name) for name, value in tables.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, {"bond": bond})
    return bytes(model.SerializeToString())


def write_toy(folder: Path) -> Path:
    """Write the model folder."""
    write(folder, network(), toy_words().to_str().encode("utf-8"))
    return folder
