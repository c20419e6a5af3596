"""A wire credit or a feed's source stands at the near end of every chain; the house does not."""

from dataclasses import replace

from twosource.model import Document
from twosource.reading.describe import describe
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader

TEXT = "Nine miners died in Lota on Monday, the Chilean mining ministry said. It rained."


def chain(**fields):
    made = replace(Document("d", "d", TEXT, ""), **fields)
    parsed = parse(TEXT)
    found = describe(made, parsed, RuleReader().attributions(made, parsed))
    return next(m.chain for m in found if m.chain)


def test_a_wire_credit_joins_the_near_end():
    assert chain(publisher="Valdivia Post", agency="Andean Press")[0] == "Andean Press"
    assert len(chain(publisher="Valdivia Post", agency="Andean Press")) == 2


def test_the_house_credits_itself_with_nothing():
    assert len(chain(publisher="Andean Press Agency", agency="Andean Press")) == 1
    assert len(chain(publisher="Valdivia Post", byline="Ana Rey")) == 1


def test_the_source_of_a_feed_entry_stands_before_the_agency():
    told = chain(publisher="All The News", feed_source="Valdivia Post", agency="Andean Press")
    assert told[:2] == ("Valdivia Post", "Andean Press")


def test_nobody_without_a_name_is_in_a_chain():
    text = "“I think the mine is safe,” the man told us. “We saw it,” I said. We believe him."
    made = Document("d", "d", text, "")
    parsed = parse(text)
    for mention in describe(made, parsed, RuleReader().attributions(made, parsed)):
        assert all(mention.chain)
