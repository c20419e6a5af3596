"""How a training goes: its settings, and one step of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: ``room`` word pieces a stretch, ``batch`` stretches a step."""

    epochs: int
    room: int = 382
    batch: int = 10
    rate: float = 2e-4
    seed: int = 7

    def steps(self, documents: int, pieces: float) -> int:
        """About how many steps so many documents of so many pieces (on average) take."""
        each = pieces / self.room + 0.7
        return max(1, int(self.epochs * documents * each / self.batch))


@dataclass(frozen=True, slots=True)
class Step:
    """One step taken: its number from 1, its loss, and steps a second so far."""

    epoch: int
    number: int
    loss: float
    pace: float
