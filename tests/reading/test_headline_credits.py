"""Who a line credits before or behind a colon: headlines, posts, lines of a bulletin."""

import pytest

import twosource


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        ("7/ OSCE: the convoy has reached Gorazde.", "the convoy has reached", "OSCE"),
        ("* UNHCR: 4,000 people have crossed the Drina.", "4,000 people have crossed", "UNHCR"),
        ("Rebels seize two hills near Gao: officials", "Rebels seize two hills", "officials"),
        ("90 dead in stampede at Kumasi: WHO", "90 dead in stampede", "World Health Organization"),
    ],
)
def test_the_credit_at_a_colon(text: str, content: str, chain: str) -> None:
    (mention,) = twosource.read(text + "\n", publisher="Delta Wire").mentions
    assert text[mention.content[0][0] :].startswith(content)
    assert mention.chain == (chain,)


@pytest.mark.parametrize(
    "text", ["Mali: 12 dead in clashes", "Key point: the road to Gao has been cut."]
)
def test_a_place_or_a_topic_before_a_colon_credits_nobody(text: str) -> None:
    found = twosource.read(text + "\n", publisher="Delta Wire").mentions
    assert all(mention.chain == () for mention in found)


def test_a_body_whose_letters_make_a_pronoun_is_named() -> None:
    text = '"We have closed 40 wards," WHO spokeswoman Ann Or told reporters.\n'
    (mention,) = twosource.read(text).mentions
    assert mention.chain == ("World Health Organization",)


def test_a_government_in_exile_speaks() -> None:
    text = "The recognised government-in-exile said that shells had hit the port.\n"
    (mention,) = twosource.read(text).mentions
    assert mention.chain == ("recognised government",)


@pytest.mark.parametrize(
    ("headline", "content", "asserter"),
    [
        ("Chad court rules ban on rallies is legal", "ban on rallies is legal", "Chad court"),
        ("Rebel group vows ceasefire will hold", "ceasefire will hold", "Rebel group"),
        ("Talks resume as ministry claims town was taken", "town was taken", "ministry"),
    ],
)
def test_a_verb_that_looks_like_a_plural(headline: str, content: str, asserter: str) -> None:
    found = twosource.read(headline + "\n\nThe road is open.\n", language="en").mentions
    said = {headline[a:b]: m for m in found for a, b in m.content if b <= len(headline)}
    assert content in said
    assert asserter.split()[-1] in (said[content].asserter or "").casefold()


@pytest.mark.parametrize(
    "headline", ["Army claims of victory are false", "Government plans fail to convince rebels"]
)
def test_a_plural_is_no_verb(headline: str) -> None:
    found = twosource.read(headline + "\n\nThe road is open.\n", language="en").mentions
    assert all("are false" not in headline[a:b] for m in found for a, b in m.content if m.asserter)
    assert all("fail" not in headline[a:b] for m in found for a, b in m.content if m.asserter)
