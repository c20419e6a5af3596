"""Names that no gazetteer has as written, and names that are no place at all."""

import pytest

import twosource


def places(text: str) -> list[tuple[str, bool]]:
    """Name, and whether it has coordinates, of every place of every statement."""
    found = twosource.read(text + "\n", publisher="Delta Wire").mentions
    return [(p.name, p.lat is not None) for m in found if m.values for p in m.values.places]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit the town of Falloujah on Friday, medics said.", "Falloujah"),
        ("Rockets hit the port city of Hodeidah on Friday, medics said.", "Hodeidah"),
        ("Rockets hit the town of Nabatiyeh on Friday, medics said.", "Nabatiyeh"),
    ],
)
def test_a_romanisation_that_the_gazetteer_lacks(text: str, name: str) -> None:
    assert (name, True) in places(text)


def test_a_namesake_at_the_other_end_of_the_world_is_not_it() -> None:
    text = "Troops crossed the marsh at Fish Lake on Friday. They came from Basra and Khorramshahr."
    assert ("Fish Lake", True) not in places(text)


def test_an_agency_that_is_told_is_no_place() -> None:
    assert places("A rocket fell on a camp in Marib, an officer told Saba.") == [("Marib", True)]


def test_where_a_radio_is_heard_is_not_where_it_happened() -> None:
    assert places("Radio Gaborone, monitored in Lusaka, said the offensive had begun.") == []
