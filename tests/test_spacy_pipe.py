"""The tagger inside other people's pipelines, found by its entry point."""

import shutil
import subprocess
import sys

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from twosource.reading.tagger.folder import NETWORK, ModelError
from twosource.spacy_pipe import GROUP

TEXT = "Brel said nobody was hurt. The ministry added two trains burnt."


@pytest.fixture
def nlp(toy):
    made = spacy.blank("en")
    made.add_pipe("twosource", config={"model": str(toy)})
    return made


def seen(doc):
    """Everything the component sets, as plain text."""
    attributions = [
        tuple([span.text for span in part] for part in (a.content, a.source, a.cue))
        for a in doc._.attributions
    ]
    return attributions, [(span.text, span.label_) for span in doc.spans[GROUP]]


def test_attributions_and_span_group(nlp):
    found, spans = seen(nlp(TEXT))
    assert found == [
        (["nobody was hurt"], ["Brel"], ["said"]),
        (["two trains burnt"], ["ministry"], ["added"]),
    ]
    assert spans[:3] == [("nobody was hurt", "CONTENT"), ("Brel", "SOURCE"), ("said", "CUE")]
    doc = nlp(TEXT)
    first = doc._.attributions[0]
    assert first.content[0].doc is doc
    assert 0 < first.score <= 1
    with pytest.raises(AttributeError):
        first.score = 0


def test_many_documents_are_read_as_each_alone(nlp):
    texts = [TEXT, "", "🛰️ …", TEXT.upper(), "Nobody here."]
    assert [seen(doc) for doc in nlp.pipe(texts, batch_size=2)] == [seen(nlp(t)) for t in texts]


def test_it_survives_docs_written_and_read(nlp):
    doc = nlp(TEXT)
    alone = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (binned,) = DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(nlp.vocab)
    for back in (alone, binned):
        assert seen(back) == seen(doc)
        assert back._.attributions[0].score == doc._.attributions[0].score


def test_a_document_nobody_read_has_none(nlp):
    assert nlp.make_doc(TEXT)._.attributions == ()


def test_the_pipeline_stands_alone_on_the_disk(toy, tmp_path):
    lent = tmp_path / "lent"
    shutil.copytree(toy, lent)
    nlp = spacy.blank("en")
    nlp.add_pipe("twosource", config={"model": str(lent)})
    wanted, data = seen(nlp(TEXT)), nlp.to_bytes()
    nlp.to_disk(tmp_path / "pipeline")
    assert (tmp_path / "pipeline" / "twosource" / NETWORK).is_file()
    shutil.rmtree(lent)
    assert seen(spacy.load(tmp_path / "pipeline")(TEXT)) == wanted
    bare = spacy.blank("en")
    bare.add_pipe("twosource")
    assert seen(bare.from_bytes(data)(TEXT)) == wanted


def test_it_follows_a_parser(toy):
    from twosource.reading.parsed import MODEL

    made = spacy.load(MODEL)
    made.add_pipe("twosource", config={"model": str(toy)})
    doc = made(TEXT)
    assert doc._.attributions[0].source[0].root.dep_ == "nsubj"


def test_a_model_that_does_not_load_is_one_line(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("twosource", config={"model": str(tmp_path)})
    with pytest.raises(ModelError, match="no model there"):
        nlp(TEXT)


def test_finding_the_component_costs_no_runtime():
    """spaCy imports every entry point when any pipeline is made."""
    code = (
        "import spacy, sys; spacy.blank('en'); "
        "print('twosource.spacy_pipe' in sys.modules, 'onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
