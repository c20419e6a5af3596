"""Judgements go out as W3C Web Annotations and come back as they were; nothing else comes in."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging.sample import document, made, mined, toll

from twosource.anchors import Anchor
from twosource.judging.annotations import from_annotations, to_annotations
from twosource.judging.judgement import Anchored, Confirmed, Judgement, JudgementKind
from twosource.judging.sound import Unfit

NOW = datetime(2031, 5, 1, tzinfo=UTC)
DOC = document()

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_name = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20)
_anchor = st.builds(Anchor, _text, _text, _text, st.integers(0, 99), st.integers(0, 99))
_anchors = st.lists(_anchor, max_size=2).map(tuple)
JUDGEMENTS = st.builds(
    Judgement,
    _name,
    st.sampled_from(JudgementKind),
    st.lists(_name, min_size=1, max_size=3).map(tuple),
    _name,
    st.datetimes(datetime(2000, 1, 1), datetime(2031, 4, 30), timezones=st.just(UTC)).map(
        datetime.isoformat
    ),
    _text.map(lambda reason: f"r{reason}"),
    st.none() | _text,
    st.none() | _text,
    st.lists(_name, max_size=2).map(tuple),
    st.lists(
        st.builds(Anchored, _name, _text, _text, _text, _anchors, _anchors, _anchors), max_size=2
    ).map(tuple),
    st.lists(_name, max_size=2).map(tuple),
    st.lists(st.builds(Confirmed, _name, _text, _text), max_size=2).map(tuple),
)


def written(made: list[Judgement]) -> bytes:
    return b"".join(to_annotations(made))


@given(st.lists(JUDGEMENTS, max_size=3))
def test_what_goes_out_comes_back(held: list[Judgement]) -> None:
    assert from_annotations(written(held), NOW) == held


def test_an_annotation_speaks_the_words_of_the_standard() -> None:
    reject = made(JudgementKind.REJECT, mined(DOC), of=DOC, reason="a caption")
    comment = made(JudgementKind.COMMENT, "actor:Ministry of Defence", reason="which one?")
    file = json.loads(written([reject, comment]))
    assert file["type"] == "AnnotationCollection"
    assert file["total"] == 2
    first, second = file["first"]["items"]
    assert file["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (first["type"], first["motivation"]) == ("Annotation", "assessing")
    assert first["creator"] == {"type": "Person", "name": "Ada"}
    assert first["created"] == reject.at
    assert first["body"][0]["value"] == "a caption"
    target = first["target"][0]
    assert target["source"] == DOC.key
    assert target["selector"][0]["type"] == "TextQuoteSelector"
    assert target["selector"][0]["exact"] == "the bridge was likely mined"
    position = target["selector"][1]
    assert DOC.text[position["start"] : position["end"]] == "the bridge was likely mined"
    assert second["target"] == ["urn:twosource:actor%3AMinistry%20of%20Defence"]


def test_words_of_a_file_without_address_are_those_of_its_bytes() -> None:
    of = document(key="/home/ada/1.txt")
    file = json.loads(written([made(JudgementKind.ACCEPT, toll(of), of=of)]))
    assert file["first"]["items"][0]["target"][0]["source"] == f"urn:sha256:{of.sha256}"


def changed(**fields: object) -> bytes:
    file = json.loads(written([made(JudgementKind.REJECT, mined(DOC), of=DOC)]))
    file["first"]["items"][0]["twosource:judgement"].update(fields)
    return json.dumps(file).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe",
        b"[]",
        b"{}",
        b'{"first": {"items": [{"type": "Annotation"}]}}',
        b'{"first": ' + b"[" * 100_000,
        changed(kind="approve"),
        changed(subjects=[]),
        changed(subjects=["a\u202e\nb"]),
        changed(subjects=[""]),
        changed(id="x" * 10_000),
        changed(who=""),
        changed(who="Ada\u001b[2J"),
        changed(reason=""),
        changed(reason="x" * 30_000),
        changed(at="yesterday"),
        changed(at="2031-04-01T12:00:00"),
        changed(at="2031-04-01T12:00:00+02:00"),
        changed(at="9999-12-31T23:59:59+00:00"),
        changed(anchors=[{"mention": 1}]),
        changed(seen="all"),
    ],
)
def test_a_hostile_file_gives_one_clear_line(data: bytes) -> None:
    with pytest.raises(Unfit) as caught:
        from_annotations(data, NOW)
    line = str(caught.value)
    assert line
    assert len(line) < 400
    assert "\n" not in line


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(Unfit):
        from_annotations(data, NOW)
