"""The training loop, for the shipped model and for a person's own: seeded and resumable."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from twosource.learning.network import Tagger, loss
from twosource.learning.plan import Plan, Step
from twosource.learning.rows import FIELDS, Row, batches

WARM = 60  # steps over which the rate rises, or a tenth of them all
FASTER = 5  # how much faster than the encoder the new layers learn

Rows = Callable[[int, random.Random], Sequence[Row]]  # of an epoch, with its own randomness


@dataclass(slots=True)
class Course:
    """A training under way."""

    model: Tagger
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    done: int = 0  # steps taken before this run

    def learn(self, part: Sequence[torch.Tensor], rank: int, workers: int) -> float:
        """Take one step on this worker's share of a batch; returns its loss."""
        mine = [x[rank::workers] for x in part]
        labels, links = self.model(*mine[: len(FIELDS)])
        value = loss(labels, links, *mine[len(FIELDS) :])
        self.optimizer.zero_grad()
        value.backward()
        if workers > 1:
            average(self.model, workers)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return float(value.item())

    def save(self, path: Path, step: int) -> None:
        """Write a checkpoint that `begin` goes on from."""
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "step": step,
        }
        keep(path, state)


def begin(model: Tagger, rate: float, total: int, saved: Path | None = None) -> Course:
    """A fresh course of ``total`` steps, or the one that ``saved`` holds, where it is there."""
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    groups = [
        {
            "params": [p for n, p in model.named_parameters() if n.startswith("encoder") is inner],
            "lr": rate if inner else rate * FASTER,
        }
        for inner in (True, False)
    ]
    warm = max(1, min(WARM, total // 10))
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / warm) * max(0.0, 1 - s / (total + 1))
    )
    course = Course(model, optimizer, schedule)
    if saved is not None and saved.exists():
        state = torch.load(saved, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        course.done = state["step"]
    model.train()
    return course


def follow(
    course: Course,
    plan: Plan,
    rows: Rows,
    after: Callable[[Step], None],
    *,
    rank: int = 0,
    workers: int = 1,
) -> None:
    """Take all steps that the course has not taken yet; ``after`` is called with each."""
    step, begun = 0, time.monotonic()
    for epoch in range(plan.epochs):
        rng = random.Random(plan.seed * 1000 + epoch)
        for part in batches(rows(epoch, rng), plan.room, plan.batch, rng):
            whole = part.shape[1] >= workers
            step += whole
            if step <= course.done or not whole:
                continue
            value = course.learn([torch.from_numpy(x) for x in part], rank, workers)
            pace = (step - course.done) / (time.monotonic() - begun)
            after(Step(epoch, step, value, pace))


def average(model: Tagger, workers: int) -> None:
    """Average the gradients of all workers in place."""
    grads = [p.grad for p in model.parameters() if p.grad is not None]
    flat = torch.cat([g.flatten() for g in grads])
    torch.distributed.all_reduce(flat)
    at = 0
    for g in grads:
        g.copy_(flat[at : at + g.numel()].view_as(g)).div_(workers)
        at += g.numel()


def keep(path: Path, state: object) -> None:
    """Write whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)
