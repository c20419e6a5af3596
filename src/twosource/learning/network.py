"""The network: a small encoder, seven labels a piece, and a pointer from piece to cue."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from twosource.learning.rows import IGNORED
from twosource.reading.tagger.pieces import BREAKS, CASES, HINTS, QUOTES

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
        self.hint = nn.Embedding(HINTS, width)
        self.hint_label = nn.Embedding(HINTS, labels)  # the rules' word goes to the output as well
        self.bond = nn.Parameter(torch.zeros(()))  # what one relation of the rules adds to a link
        for table in (self.case, self.quote, self.breaks, self.hint, self.hint_label):
            nn.init.zeros_(table.weight)
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(width, labels)
        self.tail = nn.Linear(width, LINK)
        self.head = nn.Linear(width, LINK)

    def hidden(
        self, ids: Tensor, mask: Tensor, case: Tensor, quote: Tensor, breaks: Tensor, hint: Tensor
    ) -> Tensor:
        """Encode: ``b x n x width``."""
        words = self.encoder.embeddings.word_embeddings(ids)
        words = words + self.case(case) + self.quote(quote) + self.breaks(breaks) + self.hint(hint)
        encoded = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.drop(encoded)

    def labels(self, hidden: Tensor, hint: Tensor) -> Tensor:
        """Label scores ``b x n x labels``."""
        return self.label(hidden) + self.hint_label(hint)

    def forward(
        self,
        ids: Tensor,
        mask: Tensor,
        case: Tensor,
        quote: Tensor,
        breaks: Tensor,
        hint: Tensor,
        group: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return label scores ``b x n x labels`` and link scores ``b x n x n``."""
        hidden = self.hidden(ids, mask, case, quote, breaks, hint)
        tails, heads = self.tail(hidden), self.head(hidden)
        links = tails @ heads.transpose(1, 2) / LINK**0.5
        same = (group[:, :, None] == group[:, None, :]) & (group[:, :, None] > 0)
        links = links + self.bond * same
        links = links.masked_fill(mask[:, None, :] == 0, -1e4)
        return self.labels(hidden, hint), links


def loss(labels: Tensor, links: Tensor, want: Tensor, hook: Tensor) -> Tensor:
    """Cross entropy of both; pieces outside every attribution have no link to learn."""
    tagged = nn.functional.cross_entropy(labels.flatten(0, 1), want.flatten(), ignore_index=IGNORED)
    linked = nn.functional.cross_entropy(
        links.flatten(0, 1), hook.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return tagged + 0.5 * linked / (hook >= 0).sum().clamp(min=1)
