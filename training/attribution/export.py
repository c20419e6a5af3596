"""Trained weights to a model that runs without torch: ``python -m training.attribution.export``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from training.attribution.train import fresh, weights
from twosource.learning.shipping import network
from twosource.reading.tagger.folder import NETWORK, write


def export(state: Path, out: Path) -> None:
    """Write the model folder."""
    model = fresh(weights())
    saved = torch.load(state, weights_only=True)
    model.load_state_dict(saved.get("model", saved))
    write(out, network(model), (weights() / "tokenizer.json").read_bytes())
    print(f"{out}: {(out / NETWORK).stat().st_size / 1e6:.1f} MB")


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
