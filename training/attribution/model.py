"""The network: a small encoder, seven labels a piece, and a pointer from piece to cue."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.attribution.pieces import BREAKS, CASES, QUOTES

LINK = 96  # width of the pointer's two projections


class Tagger(nn.Module):
    """Labels and links from one pass. Links are scaled dot products of two projections."""

    def __init__(self, encoder: BertModel, labels: int) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.case = nn.Embedding(CASES, width)
        self.quote = nn.Embedding(QUOTES, width)
        self.breaks = nn.Embedding(BREAKS, width)
        for table in (self.case, self.quote, self.breaks):
            nn.init.zeros_(table.weight)
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(width, labels)
        self.tail = nn.Linear(width, LINK)
        self.head = nn.Linear(width, LINK)

    def hidden(
        self, ids: Tensor, mask: Tensor, case: Tensor, quote: Tensor, breaks: Tensor
    ) -> Tensor:
        """Encode: ``b x n x width``."""
        words = self.encoder.embeddings.word_embeddings(ids)
        words = words + self.case(case) + self.quote(quote) + self.breaks(breaks)
        encoded = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.drop(encoded)

    def forward(
        self, ids: Tensor, mask: Tensor, case: Tensor, quote: Tensor, breaks: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return label scores ``b x n x labels`` and link scores ``b x n x n``."""
        hidden = self.hidden(ids, mask, case, quote, breaks)
        tails, heads = self.tail(hidden), self.head(hidden)
        links = tails @ heads.transpose(1, 2) / LINK**0.5
        links = links.masked_fill(mask[:, None, :] == 0, -1e4)
        return self.label(hidden), links


def loss(labels: Tensor, links: Tensor, want: Tensor, hook: Tensor) -> Tensor:
    """Cross entropy of both; pieces outside every attribution have no link to learn."""
    tagged = nn.functional.cross_entropy(labels.flatten(0, 1), want.flatten(), ignore_index=-100)
    linked = nn.functional.cross_entropy(
        links.flatten(0, 1), hook.flatten(), ignore_index=-100, reduction="sum"
    )
    return tagged + 0.5 * linked / (hook >= 0).sum().clamp(min=1)


def threads(count: int) -> None:
    """Use ``count`` processor threads."""
    torch.set_num_threads(count)
