import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.grounding.actor_names import canonical_name, known_actor
from twosource.grounding.actors import actors_in, canonical, name_chains
from twosource.model import ActorKind, Document, Mention, Quote, Relay
from twosource.reading.parsed import parse


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Asmara", "Eritrea"),
        ("Khartoum's MoD", "Sudanese Defence Ministry"),
        ("the Ministry of Defence of the Republic of Chad", "Chadian Defence Ministry"),
        ("Chad's Ministry of National Defense", "Chadian Defence Ministry"),
        ("Chadian Foreign Ministry", "Chadian Foreign Ministry"),
        ("the Foreign Ministry in Nairobi", "Kenyan Foreign Ministry"),
        ("Kenyan authorities", "Kenya"),
        ("government of Kenya", "Kenya"),
        ("Kenya’s president", "Kenyan president"),
        ("South Korea's spy agency", "National Intelligence Service"),
        ("NIS", "National Intelligence Service"),
        ("Germany's foreign intelligence service", "BND"),
        ("AFP", "Agence France-Presse"),
        ("the Coast Monitor", "Coast Monitor"),
        ("an aide to Kenya's president", "aide to Kenya's president"),
    ],
)
def test_house_styles_come_to_one_name(written: str, name: str) -> None:
    assert canonical_name(written)[0] == name


def test_short_forms_only_in_capitals() -> None:
    assert known_actor("who") is None
    assert known_actor("is") is None
    assert known_actor("WHO") is not None


def test_state_media_are_marked() -> None:
    tass, reuters = known_actor("TASS"), known_actor("Reuters")
    assert tass is not None
    assert reuters is not None
    assert tass.state_media
    assert not reuters.state_media


def test_unknown_stays_unknown() -> None:
    assert canonical("the tall man") is None
    moscow = canonical("Moscow")
    assert moscow is not None
    assert (moscow.name, moscow.kind) == ("Russia", ActorKind.STATE)


@given(st.text(max_size=60))
def test_any_name_can_be_asked_and_canonical_names_stay(text: str) -> None:
    name, _ = canonical_name(text)
    assert isinstance(name, str)


def test_every_canonical_name_is_its_own() -> None:
    for written in ("NIS", "AFP", "Chad's MoD", "Nairobi", "Élysée", "Hizbollah"):
        name = canonical_name(written)[0]
        assert canonical_name(name)[0] == name


def found(text: str) -> list[tuple[str, str]]:
    return [(a.name, text[a.span[0] : a.span[1]]) for a in actors_in(parse(text), (0, len(text)))]


def test_actors_in_a_stretch() -> None:
    text = "About 40 Chadian soldiers were killed by Hezbollah near the border, Reuters said."
    assert found(text) == [
        ("Chadian soldiers", "Chadian soldiers"),
        ("Hezbollah", "Hezbollah"),
        ("Reuters", "Reuters"),
    ]


def test_a_capital_is_a_state_only_where_it_acts() -> None:
    assert ("Sudan", "Khartoum") in found("Khartoum sent two brigades.")
    assert "Sudan" not in [name for name, _ in found("Shells fell in Khartoum.")]


def test_actors_lie_inside_the_span() -> None:
    text = "Chad warned Kenya about Sudan."
    inside = actors_in(parse(text), (5, 17))
    assert [a.name for a in inside] == ["Kenya"]


def test_chains_get_canonical_names_and_kinds() -> None:
    text = "Khartoum's MoD said so."
    document = Document(id="d", key="d", text=text, sha256="")
    one = Mention("m", "d", ((20, 22),), (), (), Quote.INDIRECT, relays=(Relay("Khartoum's MoD"),))
    named = name_chains(document, parse(text), (one,))[0]
    assert named.chain == ("Sudanese Defence Ministry",)
    assert named.relays[0].kind is ActorKind.AGENCY
