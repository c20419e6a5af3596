"""The measures are the corpus scorer's own, and leave out what nobody has looked at."""

import gzip
import json
import random
from dataclasses import replace

import pytest
from bench.shared import SHARED, scorer
from hypothesis import given
from hypothesis import strategies as st
from tests.learning import making

from twosource.learning.annotated import ROLES, Annotated, attribution, spans
from twosource.learning.formats import corpus
from twosource.learning.measures import CLASSES, Ruler, Score, measure
from twosource.learning.quoted import stretches

TEXT = 'The bridge "is open", Brel said. Others "doubt" that it will hold.'
SCORER = SHARED / "bench" / "score_attribution.py"
needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason="the corpus scorer is not here")


def raw(found):
    return [{role: getattr(a, role) or None for role in ROLES} for a in found]


def agrees(documents, predicted):
    """All figures beside those of the scorer."""
    module = scorer("score_attribution")
    names = [str(n) for n in range(len(documents))]
    theirs = module.score(
        {n: module.Doc(d.text) for n, d in zip(names, documents, strict=True)},
        {n: raw(d.attributions) for n, d in zip(names, documents, strict=True)},
        {n: raw(p) for n, p in zip(names, predicted, strict=True)},
        boot=0,
    )
    ours = measure(documents, predicted)
    for role in ROLES:
        for mine, other in ((ours.tokens, "token"), (ours.exact, "exact")):
            beside = theirs[other][role]
            assert (mine[role].right, mine[role].predicted, mine[role].annotated) == (
                beside["tp"], beside["pred"], beside["gold"],
            )  # fmt: skip
            assert mine[role].f1 == pytest.approx(beside["F1"])
    for name in ("all", *CLASSES):
        beside = theirs["soft"]["relation"][name]
        assert ours.relation[name].f1 == pytest.approx(beside["F1"]), name
        assert ours.relation[name].predicted == beside["pred"]
    return ours


@needs_scorer
@given(st.lists(st.tuples(making.annotated(), making.annotated()), max_size=4), st.randoms())
def test_they_agree_with_the_scorer_on_drawn_texts(drawn, rng):
    documents = [one for one, _ in drawn]
    predicted = []
    for document, other in drawn:
        size = len(document.text)
        fitting = [a for a in other.attributions if all(
            end <= size for part in (a.content, a.source, a.cue) for _, end in part
        )]  # fmt: skip
        predicted.append([*fitting, *rng.sample(document.attributions, len(document.attributions))])
    agrees(documents, predicted)


@needs_scorer
def test_they_agree_with_the_scorer_on_articles():
    """Annotations moved about at random: every class and every kind of near miss occurs."""
    data = gzip.decompress((SHARED / "data" / "polnear" / "dev.jsonl.gz").read_bytes())
    documents = corpus.read(b"\n".join(data.split(b"\n")[:12]), "dev")
    rng = random.Random(3)

    def moved(found, size):
        def near(pairs):
            pairs = [(s + rng.randrange(-9, 9), e + rng.randrange(-9, 30)) for s, e in pairs]
            kept = [(max(0, s), min(e, size)) for s, e in pairs]
            return spans((p for p in kept if p[0] < p[1] and rng.random() < 0.9), size)

        return attribution(near(found.content), near(found.source), near(found.cue))

    predicted = [
        [moved(a, len(d.text)) for a in d.attributions if rng.random() < 0.8] for d in documents
    ]
    ours = agrees(documents, predicted)
    assert all(ours.relation[name].right > 5 for name in CLASSES)


@needs_scorer
@given(st.text("ab \"“”«»„'\n", max_size=40))
def test_quoted_stretches_are_those_of_the_scorer(text):
    assert stretches(text) == scorer("score_attribution").quote_ranges(text)


def test_what_nobody_looked_at_is_not_counted():
    said = attribution(((0, 20),), ((22, 26),), ((27, 31),))
    doubted = attribution(((48, 65),), ((33, 39),), ((40, 47),))
    document = Annotated("x", TEXT, (said,), known=((0, 32),))
    found = measure([document], [[said, doubted]])
    assert found.relation["all"] == Score(1, 1, 1, 1)
    whole = replace(document, known=None)
    assert measure([whole], [[said, doubted]]).relation["all"] == Score(1, 2, 1, 1)


def test_nothing_is_no_error():
    empty = measure([Annotated("x", "", ())], [[]])
    assert empty.relation["all"].f1 == 0
    assert Ruler("").tokens == []
    assert json.loads(json.dumps(empty.tokens["cue"].precision)) == 0
