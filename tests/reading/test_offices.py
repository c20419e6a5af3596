"""What a text calls a person besides the name is kept, with its words."""

import pytest

from .sayings import mention, mentions


@pytest.mark.parametrize(
    ("source", "office"),
    [
        ("Chad's foreign minister, Ann Or,", "Chad's foreign minister"),
        ("Bolivian Defence Minister Oleh Stan", "Bolivian Defence Minister"),
        ("Petro Lunin, head of the Veld administration,", "head of the Veld administration"),
        ("The minister of national defence, Sam Toll,", "minister of national defence"),
        ("Former prime minister Olga Kul", "Former prime minister"),
        ("UN envoy Ada Kess-Vell", "UN envoy"),
        ("Ivan Petrov, a spokesman for Chad's Defence Ministry,", None),  # the ministry speaks
        ("Mr Stan", None),
        ("Oleh Stan", None),
        ("The foreign minister", None),  # the office is all that is known, and is the name
    ],
)
def test_the_office_beside_a_name(source: str, office: str | None) -> None:
    text = f"{source} said that two bridges were destroyed."
    relay = mention(text, "two bridges were destroyed", "said", source.rstrip(",")).relays[-1]
    found = relay.office if relay.kind == "person" else None
    assert found == office
    if office is not None:
        ((start, end),) = relay.office_spans
        assert text[start:end] == office


def test_an_office_told_once_holds_for_the_document() -> None:
    text = (
        "Kenya's health minister, Ann Orr, said the ward was full. The road was mined. "
        "Supplies had run out, Orr said."
    )
    said = mentions(
        text,
        ("the ward was full", "said", "Kenya's health minister, Ann Orr"),
        ("Supplies had run out", "said", "Orr"),
    )
    assert [m.relays[-1].office for m in said] == ["Kenya's health minister"] * 2


def test_an_office_counts_for_more_than_a_rank() -> None:
    text = (
        "General Mara Vell said the army would stay. "
        "Mara Vell, the mayor of Sarh, said that talks were close."
    )
    said = mentions(
        text,
        ("the army would stay", "said", "General Mara Vell"),
        ("talks were close", "said", "Mara Vell, the mayor of Sarh"),
    )
    assert {m.relays[-1].office for m in said} == {"mayor of Sarh"}
