"""Trained weights to a file that runs without torch: ``python -m training.attribution.export``.

ONNX with dynamic axes, weights quantised to int8, tokenizer and checksums beside it.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.data import LABELS
from training.attribution.model import Tagger
from training.attribution.train import fresh, weights

FIELDS = ("ids", "mask", "case", "quote", "breaks", "hint")


class Shipped(nn.Module):
    """The network as it runs: labels and the two link projections; links are dotted outside."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(
        self, ids: Tensor, mask: Tensor, case: Tensor, quote: Tensor, breaks: Tensor, hint: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return labels, tails, heads of every piece."""
        hidden = self.tagger.hidden(ids, mask, case, quote, breaks, hint)
        labels = self.tagger.labels(hidden, hint)
        return labels, self.tagger.tail(hidden), self.tagger.head(hidden)


def bonded(path: Path, bond: float) -> None:
    """Write into a model file what one relation of the rules adds to a link."""
    import onnx

    model = onnx.load(str(path))
    entry = model.metadata_props.add()
    entry.key, entry.value = "bond", repr(bond)
    onnx.save(model, str(path))


def export(state: Path, out: Path) -> None:
    """Write the model folder."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = fresh(weights())
    saved = torch.load(state, weights_only=True)
    model.load_state_dict(saved.get("model", saved))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    whole = state.with_suffix(".fp32.onnx")
    axes = {0: "windows", 1: "pieces"}
    names = ("labels", "tails", "heads")
    torch.onnx.export(
        Shipped(model),
        tuple(torch.ones(2, 16, dtype=torch.int64) for _ in FIELDS),
        str(whole),
        input_names=list(FIELDS),
        output_names=list(names),
        dynamic_axes=dict.fromkeys((*FIELDS, *names), axes),
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(whole), str(out / "tagger.onnx"), weight_type=QuantType.QInt8)
    bonded(out / "tagger.onnx", float(model.bond))
    shutil.copyfile(weights() / "tokenizer.json", out / "tokenizer.json")
    sums = [
        f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}\n"
        for name in ("tagger.onnx", "tokenizer.json")
    ]
    (out / "SHA256SUMS").write_text("".join(sums), "ascii")
    print(f"{len(LABELS)} labels; {(out / 'tagger.onnx').stat().st_size / 1e6:.1f} MB")


def main() -> int:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, default=Path("training/work/attribution/tagger.pt"))
    parser.add_argument("--out", type=Path, default=Path("training/work/attribution/model"))
    args = parser.parse_args()
    export(args.state, args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
