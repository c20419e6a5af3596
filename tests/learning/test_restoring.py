"""A shipped network can be trained on: what comes back labels real text as the network does."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("transformers", reason="the training extra is not installed")

import onnx
import torch
from tests import toy as making
from tests.learning.test_rows import SAID, TEXT
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from twosource.learning.annotated import Annotated
from twosource.learning.loop import begin, follow
from twosource.learning.network import Tagger
from twosource.learning.plan import Plan
from twosource.learning.restoring import restored
from twosource.learning.rows import LABELS, row
from twosource.learning.shipping import network
from twosource.reading.tagger import folder
from twosource.reading.tagger.folder import SHIPPED, Files, ModelError, is_shipped
from twosource.reading.tagger.pieces import cut
from twosource.reading.tagger.runs import log_softmax
from twosource.reading.tagger.session import load_files, score
from twosource.reading.tagger.windows import batch

ARTICLE = (
    "Two bridges over the Lesna were hit on Sunday, the defence ministry said. “Nobody was hurt,” "
    "said Anna Brel, a spokeswoman, adding that trains would run again by Monday.\n\n"
    "The mayor of Kalinov denied that the depot had burnt; residents told reporters that it had."
)


def small() -> Tagger:
    """A tagger of the same build, small and untrained, every weight at random."""
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=128,
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
        attention_probs_dropout_prob=0.0,
    )
    made = Tagger(BertModel(config, add_pooling_layer=False), len(LABELS))
    with torch.no_grad():
        for table in (made.case, made.quote, made.breaks, made.hint, made.hint_label):
            table.weight.normal_(0, 0.1)
        for name, weight in made.named_parameters():  # as trained: no two alike
            if name.endswith("bias") or "LayerNorm" in name:
                weight.add_(torch.randn_like(weight) * 0.05)
        made.bond.fill_(1.25)
    return made.eval()


def words() -> Tokenizer:
    return making.toy_words()


def files(data: bytes) -> Files:
    return Files(data, words().to_str().encode(), "")


def labels(model: Tagger, data: Files, text: str) -> tuple[np.ndarray, np.ndarray]:
    """Log probabilities of labels by the runtime, and by the weights."""
    loaded = load_files(data.mapping())
    pieces = cut(loaded.tokenizer, text)
    laid = batch(pieces, ((0, len(pieces)),))
    with torch.no_grad():
        tensors = [torch.from_numpy(value) for value in laid.fields().values()]
        own = model.labels(model.hidden(*tensors), tensors[-1]).numpy()[0, 1:-1]
    return score(loaded, pieces).labels, log_softmax(own)


def test_the_network_runs_in_the_steps_that_are_fastest():
    steps = {node.op_type for node in onnx.load_from_string(network(small())).graph.node}
    assert {"MultiHeadAttention", "LayerNormalization"} <= steps
    assert not {"QAttention", "Attention", "SkipLayerNormalization"} & steps


def test_every_weight_comes_back():
    before = small()
    after = restored(network(before))
    assert after.encoder.config.num_attention_heads == 4
    for name, value in before.state_dict().items():
        back = after.state_dict()[name]
        assert torch.allclose(value, back, atol=float(value.abs().max()) / 100 + 1e-7), name


def test_it_computes_what_the_network_does():
    data = files(network(small()))
    shipped, own = labels(restored(data.network).eval(), data, ARTICLE)
    assert np.abs(shipped - own).max() < 0.1 * np.abs(shipped).max()


@pytest.mark.skipif(not is_shipped(), reason="no model is shipped yet")
def test_the_shipped_model_labels_an_article_the_same():
    data = folder.read(SHIPPED)
    shipped, own = labels(restored(data.network).eval(), data, ARTICLE)
    assert (shipped.argmax(1) == own.argmax(1)).mean() >= 0.97  # eight-bit sums are rounded


def test_a_network_of_another_build_is_refused():
    with pytest.raises(ModelError, match="trained on"):
        restored(making.network())


def test_training_goes_on_where_it_stopped(tmp_path):
    """Interrupted and resumed, it ends with the weights of a training that was not."""
    rows = [row(words(), Annotated(str(n), TEXT, (SAID,))) for n in range(6)]
    plan = Plan(epochs=3, batch=2)

    def course(path, stop=None):
        torch.manual_seed(1)
        made = begin(small(), 1e-3, 9, path)
        made.model.eval()  # no dropout: its chances are not part of a checkpoint

        def after(step):
            if step.number == stop:
                made.save(path, step.number)
                raise KeyboardInterrupt

        try:
            follow(made, plan, lambda epoch, rng: rng.sample(rows, len(rows)), after)
        except KeyboardInterrupt:
            return course(path)
        return made.model.state_dict()

    whole, resumed = course(tmp_path / "none.pt"), course(tmp_path / "some.pt", stop=5)
    assert all(torch.equal(value, resumed[name]) for name, value in whole.items())


def test_it_learns_what_it_is_shown():
    made = begin(small(), 3e-3, 60)
    shown = row(words(), Annotated("x", TEXT, (SAID,)))
    losses = []
    plan = Plan(epochs=60, batch=1)
    follow(made, plan, lambda epoch, rng: [shown], lambda step: losses.append(step.loss))
    assert losses[-1] < 0.2 * losses[0]
