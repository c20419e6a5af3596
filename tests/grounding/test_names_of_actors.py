"""One actor under many names, of many decades and alphabets."""

import pytest

from twosource.grounding.actor_names import canonical_name
from twosource.linking.names import same
from twosource.model import ActorKind


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Number 10", "Downing Street", ActorKind.AGENCY),
        ("the Blue House", "South Korean presidency", ActorKind.AGENCY),
        ("the Casa Rosada", "Argentine presidency", ActorKind.AGENCY),
        ("N.I.S.", "National Intelligence Service", ActorKind.AGENCY),
        ("Saigon", "South Vietnam", ActorKind.STATE),
        ("Argentina's Joint Chiefs of Staff", "Argentine Joint Chiefs of Staff", ActorKind.AGENCY),
        ("the Vietcong", "Viet Cong", ActorKind.GROUP),
        ("JNA", "Yugoslav People's Army", ActorKind.FORCE),
        ("Frente Polisario", "Polisario Front", ActorKind.GROUP),
    ],
)
def test_seats_short_forms_and_movements_have_one_name(written, name, kind):
    assert canonical_name(written) == (name, kind)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Jong-un Kim", "Kim Jong Un"),
        ("Yousef al-Khalidi", "Youssef al-Khalidi"),
    ],
)
def test_one_person_in_several_romanisations(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Ivan Petrov", "Igor Petrov"),
        ("Maria Lopez", "Mario Lopez"),
    ],
)
def test_two_persons_of_like_names_stay_apart(one, other):
    assert not same(one, other)
