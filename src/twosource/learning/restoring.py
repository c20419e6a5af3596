"""A shipped network back to weights that can be trained: nothing has to be downloaded.

Eight-bit weights become the numbers they stand for, so the restored tagger computes what the
shipped one does, up to the rounding of what flows between the layers.
"""

from __future__ import annotations

import re

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertConfig, BertModel

from twosource.learning.network import Tagger
from twosource.learning.rows import LABELS
from twosource.reading.tagger.folder import ModelError

HEADS = 12  # of attention, where the file does not say

Array = NDArray[np.float32]


def restored(network: bytes) -> Tagger:
    """The tagger whose weights stand in ``tagger.onnx``; raises `ModelError`."""
    proto = onnx.load_from_string(network)
    told = {entry.key: entry.value for entry in proto.metadata_props}
    try:
        weights = _weights(proto)
        weights["bond"] = np.array(float(told["bond"]), dtype=np.float32)
        model = Tagger(_encoder(weights, int(told.get("heads", HEADS))), len(LABELS))
        wanted = model.state_dict()
        state = {n: torch.from_numpy(weights[n]).reshape(v.shape) for n, v in wanted.items()}
    except (KeyError, RuntimeError) as error:
        raise ModelError(f"the network is none that can be trained on ({error})") from error
    model.load_state_dict(state)
    return model


def _weights(proto: onnx.ModelProto) -> dict[str, Array]:
    """By the names of the tagger's parameters."""
    held = {i.name: numpy_helper.to_array(i) for i in proto.graph.initializer}
    found: dict[str, Array] = {}
    for name in held:
        if name.startswith("tagger."):
            whole = name.removesuffix("_quantized")
            if not name.endswith(("_scale", "_zero_point")):
                found[whole.removeprefix("tagger.")] = _numbers(held, name)
    for node in proto.graph.node:
        # a matrix has lost its name; the node that multiplies by it tells whose it is
        if node.op_type in ("MatMul", "MatMulInteger") and node.name and node.input[1] in held:
            path = node.name.removesuffix("_quant").removesuffix("/MatMul").strip("/")
            found[f"{path.replace('/', '.')}.weight"] = _numbers(held, node.input[1]).T.copy()
    return found | _attention(held)


def _attention(held: dict[str, NDArray[np.generic]]) -> dict[str, Array]:
    """Query, key and value stand beside one another in one matrix, and so do their biases."""
    found: dict[str, Array] = {}
    for name in held:
        if not (named := re.fullmatch(r"(Attention_(\d+)_qkv)_weight(?:_quantized)?", name)):
            continue
        whole, layer = named.groups()
        weight, bias = _numbers(held, name), _numbers(held, f"{whole}_bias")
        for n, part in enumerate(("query", "key", "value")):
            mine = slice(n * len(weight), (n + 1) * len(weight))
            here = f"encoder.encoder.layer.{layer}.attention.self.{part}"
            found[f"{here}.weight"] = weight[:, mine].T.copy()
            found[f"{here}.bias"] = bias[mine].copy()
    return found


def _numbers(held: dict[str, NDArray[np.generic]], name: str) -> Array:
    value = held[name]
    if not name.endswith("_quantized"):
        return np.array(value, dtype=np.float32)
    whole = name.removesuffix("_quantized")
    scale, zero = held[f"{whole}_scale"], held[f"{whole}_zero_point"]
    steps = value.astype(np.float32) - zero.astype(np.float32)
    return np.asarray(steps * scale.astype(np.float32), dtype=np.float32)


def _encoder(weights: dict[str, Array], heads: int) -> BertModel:
    """An encoder of the shape that the weights have."""
    layers = {int(n.split(".")[3]) for n in weights if n.startswith("encoder.encoder.layer.")}
    words = weights["encoder.embeddings.word_embeddings.weight"]
    places = weights["encoder.embeddings.position_embeddings.weight"]
    inner = weights["encoder.encoder.layer.0.intermediate.dense.bias"]
    config = BertConfig(
        vocab_size=words.shape[0],
        hidden_size=words.shape[1],
        num_hidden_layers=len(layers),
        num_attention_heads=heads,
        intermediate_size=len(inner),
        max_position_embeddings=len(places),
        attention_probs_dropout_prob=0.0,  # costs an eighth of the time
    )
    return BertModel(config, add_pooling_layer=False)
