"""A quantised network's steps as they run fastest on a processor without an accelerator.

ONNX Runtime computes a quantised attention and a norm that adds its inputs itself (``QAttention``,
``SkipLayerNormalization``) more slowly than their parts: apart they take a seventh less of the
whole. Numbers stay the same up to the rounding between layers. A window has no padding, so that
attention needs no mask.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import onnx
from onnx import helper, numpy_helper

MASK = "mask"
PARTS = "qkv_parts"  # the widths of query, key and value


def in_parts(proto: onnx.ModelProto) -> onnx.ModelProto:
    """The same network with its attention and norms in parts, and without a mask."""
    opened = onnx.ModelProto()
    opened.CopyFrom(proto)
    graph = opened.graph
    nodes = [part for node in graph.node for part in _parts(node)]
    widths = _widths(proto)
    if widths is not None:
        graph.initializer.append(numpy_helper.from_array(widths, PARTS))
    del graph.node[:]
    graph.node.extend(_needed(nodes, {value.name for value in graph.output}))
    asked = {name for node in graph.node for name in node.input}
    inputs = [value for value in graph.input if value.name != MASK or MASK in asked]
    del graph.input[:]
    graph.input.extend(inputs)
    return opened


def _widths(proto: onnx.ModelProto) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    """A third of the columns each; nothing where no attention is in one step."""
    shapes = {held.name: held.dims for held in proto.graph.initializer}
    weights = (node.input[1] for node in proto.graph.node if node.op_type == "QAttention")
    columns = next((shapes[name][1] for name in weights), None)
    return None if columns is None else np.full(3, columns // 3, dtype=np.int64)


def _parts(node: onnx.NodeProto) -> Iterator[onnx.NodeProto]:
    if node.op_type == "QAttention":
        return _attention(node)
    if node.op_type == "SkipLayerNormalization":
        return _norm(node)
    return iter((node,))


def _attention(node: onnx.NodeProto) -> Iterator[onnx.NodeProto]:
    """One product for query, key and value; each is cut out of it."""
    values, weight, bias, scale, weight_scale, _, zero, weight_zero = node.input[:8]
    out = node.output[0]
    sums, parts = f"{out}_sums", [f"{out}_{part}" for part in ("query", "key", "value")]
    yield helper.make_node("Mul", [scale, weight_scale], [f"{out}_sums_scale"])
    yield helper.make_node("MatMulInteger", [values, weight, zero, weight_zero], [sums])
    yield helper.make_node("Cast", [sums], [f"{out}_float"], to=onnx.TensorProto.FLOAT)
    yield helper.make_node("Mul", [f"{out}_float", f"{out}_sums_scale"], [f"{out}_scaled"])
    yield helper.make_node("Add", [f"{out}_scaled", bias], [f"{out}_whole"])
    yield helper.make_node("Split", [f"{out}_whole", PARTS], parts, axis=2)
    heads = next(a.i for a in node.attribute if a.name == "num_heads")
    yield helper.make_node(
        "MultiHeadAttention", parts, [out], domain="com.microsoft", num_heads=heads
    )


def _norm(node: onnx.NodeProto) -> Iterator[onnx.NodeProto]:
    values, rest, gamma, beta, bias = node.input
    out = node.output[0]
    epsilon = next(a.f for a in node.attribute if a.name == "epsilon")
    yield helper.make_node("Add", [values, bias], [f"{out}_biased"])
    yield helper.make_node("Add", [f"{out}_biased", rest], [f"{out}_added"])
    yield helper.make_node(
        "LayerNormalization", [f"{out}_added", gamma, beta], [out], epsilon=epsilon, axis=-1
    )


def _needed(nodes: list[onnx.NodeProto], wanted: set[str]) -> list[onnx.NodeProto]:
    """The nodes that lead to an output, in their order."""
    kept: list[onnx.NodeProto] = []
    for node in reversed(nodes):
        if not wanted.isdisjoint(node.output):
            wanted.update(node.input)
            kept.append(node)
    return kept[::-1]
