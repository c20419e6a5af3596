"""Train the tagger: ``python -m training.attribution --data FOLDER --work FOLDER``.

Seeded; a checkpoint is written every few hundred steps, and the same command goes on from it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from training.attribution.train import train


def main() -> int:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    parser.add_argument("--work", type=Path, default=Path("training/work/attribution"))
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--room", type=int, default=382)
    parser.add_argument("--batch", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2, help="processes, one core each")
    parser.add_argument("--threads", type=int, default=1, help="threads of one process")
    parser.add_argument("--save", type=int, default=200)
    parser.add_argument("--report", type=int, default=20, help="steps between two lines")
    parser.add_argument("--limit", type=int, default=None, help="articles, for a trial")
    parser.add_argument("--start", type=Path, help="go on from these weights, or a tagger.onnx")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    (args.work / "store").unlink(missing_ok=True)
    if args.workers > 1:
        torch.multiprocessing.spawn(train, (args,), nprocs=args.workers)
    else:
        train(0, args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
