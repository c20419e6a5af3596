"""Every format gives back exactly what was annotated; a bad file gives one line and no more."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.learning import making

from twosource.learning.annotated import Annotated, FormatError
from twosource.learning.finding import find, read
from twosource.learning.formats import brat, corpus, webanno, webannotation, xmi
from twosource.learning.marks import role_of

TEXT = "Nobody was hurt, Anna Brel said on Monday, and the bridge stands."
CONTENT, SOURCE, CUE = ((0, 15), (43, 64)), ((17, 26),), ((27, 31),)


def same(found: list[Annotated], wanted: Annotated) -> None:
    (one,) = found
    assert one.text == wanted.text
    assert list(map(making.plain, one.attributions)) == list(map(making.plain, wanted.attributions))


@given(making.annotated())
def test_json_lines_come_back(document):
    same(corpus.read(making.corpus(document), "x"), document)
    same(corpus.read(gzip.compress(making.corpus(document)), "x"), document)


@given(making.annotated())
def test_brat_comes_back(document):
    same(brat.read(making.brat(document), document.text, "x"), document)


@given(making.annotated())
def test_web_annotations_come_back(document):
    data = making.web_annotations(document, "file:///elsewhere/drawn.txt")
    found = webannotation.read(data, {"drawn.txt": document.text}.get)
    if document.attributions:
        same(found, document)
    else:
        assert found == []


@settings(deadline=None)
@given(making.annotated(), st.booleans())
def test_xmi_comes_back(document, slots):
    same(xmi.read(making.xmi(document, slots=slots), "x"), document)


@st.composite
def tokenised(draw):
    text, tokens = draw(making.texts())
    at = st.integers(0, len(tokens) - 1)
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        ends = [sorted((draw(at), draw(at))) for _ in range(3)]
        marks.append([((tokens[a].start, tokens[b].end),) for a, b in ends])
    made = [making.attribution(*parts) for parts in marks]
    return Annotated("x", text, making.in_order(made)), tokens


@given(tokenised())
def test_webanno_comes_back(drawn):
    document, tokens = drawn
    (found,) = webanno.read(making.webanno(document, tokens), "x")
    for start, end in {s for a in document.attributions for s in a.content}:
        assert found.text[start:end] == document.text[start:end]
    assert list(map(making.plain, found.attributions)) == list(
        map(making.plain, document.attributions)
    )


def test_webanno_as_inception_writes_it():
    """Slots, a value that names no role, an annotation over two tokens, one without a number."""
    data = "\n".join(
        (
            "#FORMAT=WebAnno TSV 3.3",
            "#T_SP=webanno.custom.Cue|ROLE_webanno.custom.Cue:parts_webanno.custom.CueLink"
            "|webanno.custom.Part",
            "#T_SP=webanno.custom.Part|kind",
            "",
            "#Text=No, Brel said.",
            "1-1\t0-2\tNo\t_\t_\tContent\t",
            "1-2\t2-3\t,\t_\t_\t_\t",
            "1-3\t4-8\tBrel\t_\t_\tSource[7]\t",
            "1-4\t9-13\tsaid\tsays;by\t1-1;1-3[7]\t_\t",
            "1-5\t13-14\t.\t_\t_\t_\t",
        )
    )
    (found,) = webanno.read(data.encode(), "x")
    (one,) = found.attributions
    assert (one.content, one.source, one.cue) == (((0, 2),), ((4, 8),), ((9, 13),))


def test_brat_events_link_too():
    lines = [
        "T1\tCONTENT 0 15;43 64\tNobody was hurt the bridge stands".replace("the", "and the"),
        "T2\tAttribution-Source 17 26\tAnna Brel",
        "T3\tcue 27 31\tsaid",
        "E1\tcue:T3 Who:T2 What:T1",
    ]
    (found,) = brat.read("\n".join(lines).encode(), TEXT, "x")
    (one,) = found.attributions
    assert (one.content, one.source, one.cue) == (CONTENT, SOURCE, CUE)


def test_a_source_that_two_cues_share_stands_in_both():
    text = "Brel said no and added yes"
    lines = [
        "T1\tSource 0 4\tBrel", "T2\tCue 5 9\tsaid", "T3\tContent 10 12\tno",
        "T4\tCue 17 22\tadded", "T5\tContent 23 26\tyes",
        "R1\tx Arg1:T2 Arg2:T1", "R2\tx Arg1:T2 Arg2:T3",
        "R3\tx Arg1:T4 Arg2:T5", "R4\tx Arg1:T4 Arg2:T1",
    ]  # fmt: skip
    (found,) = brat.read("\n".join(lines).encode(), text, "x")
    assert [a.source for a in found.attributions] == [((0, 4),), ((0, 4),)]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Content", "content"),
        ("attribution-source", "source"),
        ("webanno.custom.CUE", "cue"),
        ("Resource_2", "source"),
        ("Person", None),
        ("", None),
    ],
)
def test_roles_go_by_how_labels_end(label, role):
    assert role_of(label) == role


GOOD = making.corpus(Annotated("good", TEXT, (making.attribution(CONTENT, SOURCE, CUE),)))
BAD = {
    "half.jsonl": GOOD[:60],
    "outside.jsonl": GOOD.replace(b"64", b"6400"),
    "reversed.jsonl": GOOD.replace(b"[27, 31]", b"[31, 27]"),
    "words.jsonl": GOOD.replace(b"[27, 31]", b'"said"'),
    "cut.jsonl.gz": gzip.compress(GOOD)[:-9],
    "notes.json": b'{"notes": []}',
    "none.ann": b"T1\tContent 0 5\tNobod\n",
    "other.ann": b"T1\tContent 0 5\tSomething else\n",
    "far.ann": b"T1\tContent 0 500\n",
    "words.ann": b"this is not brat\n",
    "cut.xmi": making.xmi(Annotated("x", TEXT, ()))[:200],
    "page.xmi": b"<html><body>Hello</body></html>",
    "bomb.xmi": b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    "empty.zip": b"PK\x05\x06" + bytes(18),
    "cut.tsv": b"#FORMAT=WebAnno TSV 3.3\n#T_SP=a|b\n\n#Text=No\n1-1\t0-2\n",
    "void.tsv": b"#FORMAT=WebAnno TSV 3.3\n",
    "sheet.tsv": b"name\tvalue\n1\t2\n",
    "lost.json": making.web_annotations(Annotated("x", TEXT, making.in_order(
        [making.attribution(CONTENT, SOURCE, CUE)])), "http://a/../../etc/passwd"),
    "noise.json": bytes(range(256)),
    "deep.json": b"[" * 100_000,
    "nothing.jsonl": b"",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_rest_is_read(name, tmp_path):
    (tmp_path / name).write_bytes(BAD[name])
    (tmp_path / "good.jsonl").write_bytes(GOOD)
    if name == "other.ann" or name == "far.ann" or name == "words.ann":
        (tmp_path / name).with_suffix(".txt").write_text(TEXT)
    found = find([str(tmp_path)])
    assert [a.name for a in found.annotated] == ["good"]
    (problem,) = found.problems
    assert name in problem.path
    assert "\n" not in str(problem)
    assert len(str(problem)) < 400 + len(str(tmp_path))


@given(st.binary(max_size=300), st.sampled_from(sorted(BAD)))
@settings(max_examples=60)
def test_no_bytes_raise_anything_else(tmp_path_factory, data, name):
    path = tmp_path_factory.mktemp("any") / name
    for content in (data, BAD[name] + data, BAD[name][: len(data)]):
        path.write_bytes(content)
        found = find([str(path)])
        assert all("\n" not in str(problem) for problem in found.problems)


def test_a_missing_path_and_an_empty_folder_are_said(tmp_path):
    found = find([str(tmp_path / "none.jsonl"), str(tmp_path)])
    assert len(found.problems) == 2


def test_inception_zip_and_texts_of_other_folders(tmp_path):
    packed = io.BytesIO()
    document = Annotated("x", TEXT, (making.attribution(CONTENT, SOURCE, CUE),))
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("TypeSystem.xml", "<typeSystemDescription/>")
        file.writestr("report.xmi", making.xmi(document))
    (tmp_path / "export.zip").write_bytes(packed.getvalue())
    same(read(tmp_path / "export.zip"), document)
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text(TEXT)
    (inner / "a.json").write_bytes(making.web_annotations(document, "../secret.txt"))
    with pytest.raises(FormatError, match=r"secret\.txt"):
        read(inner / "a.json")


def test_a_quote_that_moved_is_found_again_or_refused(tmp_path):
    data = json.loads(making.web_annotations(
        Annotated("x", TEXT, (making.attribution(CONTENT, SOURCE, CUE),)), "a.txt"
    ))  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(data))
    (tmp_path / "a.txt").write_text("KALINOV — " + TEXT)
    (found,) = read(tmp_path / "a.json")
    assert found.attributions[0].source == ((27, 36),)
    (tmp_path / "a.txt").write_text(TEXT + " " + TEXT.upper() + " Anna Brel said.")
    (found,) = read(tmp_path / "a.json")
    (tmp_path / "a.txt").write_text("- " + TEXT + " Anna Brel said.")
    with pytest.raises(FormatError, match="Anna Brel"):
        read(tmp_path / "a.json")


def test_a_text_may_come_with_its_annotations():
    data = {
        "body": "Content",
        "target": {
            "source": {"id": "urn:t", "value": TEXT},
            "selector": {"type": "TextPositionSelector", "start": 0, "end": 15},
        },
    }
    (found,) = webannotation.read(json.dumps(data).encode(), lambda _: None)
    assert found.attributions[0].content == ((0, 15),)


def test_names_beside_are_never_paths(tmp_path: Path):
    from twosource.learning.finding import _beside

    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_text("out")
    assert _beside(tmp_path / "in" / "b.ann", "../a.txt") is None
