from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import read
from twosource.model import Attribution, Document, Named, Quote
from twosource.reading.describe import describe
from twosource.reading.parsed import parse

from .sayings import mention, mentions

TEXT = (
    'Chad denied the claim. "We lost nobody," General Idris Okello told reporters on Monday.\n'
    "Analysts say that the army, which is under strain, may withdraw before the rains."
)
PARSED = parse(TEXT)
DOCUMENT = Document(id="d", key="d", text=TEXT, sha256="", language="en")
SPAN = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40)).map(
    lambda s: (s[0], min(len(TEXT), s[0] + s[1]))
)
SPANS = st.lists(SPAN, max_size=2).map(tuple)
CONTENT = st.lists(SPAN, min_size=1, max_size=2).map(tuple)


def test_direct_indirect_and_mixed() -> None:
    text = 'Chad said it was "ready for talks". "We are tired," Okello said. He said it was over.'
    direct = mention(text, "We are tired", "said", "Okello")
    mixed = mention(text, 'it was "ready for talks"', "said", "Chad")
    indirect = mention(text, "it was over", "said", "He")
    assert [m.quote for m in (direct, mixed, indirect)] == ["direct", "mixed", "indirect"]


def test_who_can_be_identified() -> None:
    text = (
        "Chad said A. Officials said B. Critics said C. An officer said D. "
        "The French presidency said E. Two diplomats said F."
    )
    named = {
        source: mention(text, content, "said", source).named
        for source, content in [
            ("Chad", "A"), ("Officials", "B"), ("Critics", "C"), ("An officer", "D"),
            ("The French presidency", "E"), ("Two diplomats", "F"),
        ]
    }  # fmt: skip
    assert list(named.values()) == [
        "named", "unnamed", "collective", "unnamed", "named", "unnamed",
    ]  # fmt: skip


def test_order_and_spans_are_those_of_the_attributions() -> None:
    found = mentions(TEXT, ("may withdraw", "say", "Analysts"), ("the claim", "denied", "Chad"))
    assert [TEXT[m.content[0][0] : m.content[0][1]] for m in found] == ["may withdraw", "the claim"]


def test_same_in_same_out() -> None:
    said = ("the claim", "denied", "Chad")
    assert mentions(TEXT, said) == mentions(TEXT, said)


def test_no_attributions_no_mentions() -> None:
    assert describe(DOCUMENT, PARSED, ()) == ()
    empty = Document(id="e", key="e", text="", sha256="")
    assert describe(empty, parse(""), ()) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CONTENT, SPANS, SPANS), max_size=4))
def test_any_spans_are_described_without_error(
    said: list[tuple[tuple[tuple[int, int], ...], ...]],
) -> None:
    attributions = [
        Attribution(content, cue, source, Quote.INDIRECT, parent=n - 1 if n else None)
        for n, (content, cue, source) in enumerate(said)
    ]
    found = describe(DOCUMENT, PARSED, attributions)
    assert [m.content for m in found] == [a.content for a in attributions]
    for one in found:
        spans = [s for r in one.reasons for s in r.spans] + list(one.loaded)
        assert all(0 <= a < b <= len(TEXT) for a, b in spans)


def test_the_words_of_who_passes_a_statement_on_are_cues_too() -> None:
    text = "According to the Delta Herald, General Idris Okello denied that his men had left Mopa."
    (found,) = read(text, published_at="2031-05-02", language="en").mentions
    assert [text[a:b] for a, b in found.cue] == ["denied", "According to"]
    assert [relay.name for relay in found.relays] == ["Delta Herald", "Idris Okello"]
    assert found.polarity == "denied"


def test_who_speaks_for_a_named_body_is_as_known_as_the_body() -> None:
    text = "A spokesman for Chad's Defence Ministry said that two shells had landed."
    said = mention(text, "two shells had landed", "said", "A spokesman for Chad's Defence Ministry")
    assert (said.asserter, said.named) == ("Chad's Defence Ministry", Named.NAMED)
    text = "An official of Chad's Defence Ministry said that two shells had landed."
    other = mention(text, "two shells had landed", "said", text.partition(" said")[0])
    assert other.named is Named.UNNAMED


def test_who_has_seen_a_paper_did_not_write_it() -> None:
    text = 'A UN panel report seen by The Guardian described the allegations as "credible".'
    source = "A UN panel report seen by The Guardian"
    said = mention(text, 'the allegations as "credible"', "described", source)
    assert said.chain[-1] == "UN panel"
