"""Actors carry the identifiers that packaged sources give them for certain."""

import re

from twosource.grounding.identifiers import Identity, identity
from twosource.lexicon import rows


def test_states_have_item_and_code():
    assert identity("Chad") == Identity("Q657", "TD")
    assert identity("South Korea") == Identity("Q884", "KR")


def test_agencies_have_an_item_and_no_code():
    assert identity("UNICEF") == Identity("Q740308", None)


def test_who_is_not_known_for_certain_has_none():
    assert identity("Petra") is None  # an agency, and a company
    assert identity("Yugoslavia") is None
    assert identity("Ann Or") is None


def test_every_line_names_an_actor_of_the_lexicons_once():
    table = rows("grounding", "identifiers")
    known = {row[0] for row in rows("reading", "states")}
    known |= {row[0] for name in ("agencies", "outlets") for row in rows("grounding", name)}
    names = [row[0] for row in table]
    assert len(names) == len(set(names)) > 150
    assert set(names) <= known
    items = [item for _, item, _ in table]
    assert len(items) == len(set(items))
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
