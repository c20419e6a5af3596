"""An army that counts the other side's dead is not the group that lost them."""

import twosource


def figures(text):
    mentions = twosource.read(text, published_at="2031-05-02", language="en").mentions
    return [m.values.figure for m in mentions if m.values.figure]


def test_the_body_that_lost_them_not_the_staff_that_says_so():
    (found,) = figures(
        "The contingent of the Veldic Border Guard lost about 900 soldiers killed and wounded, "
        "the General Staff of Ruritania said."
    )
    assert found.group == "Veldic Border Guard"
    assert (found.low, found.high) == (900, 900)


def test_a_force_that_lost_its_own_is_the_group():
    (found,) = figures("The army lost 40 soldiers on Monday, the Ruritanian army said.")
    assert found.group is not None
    assert "army" in found.group.casefold()


def test_men_in_columns_may_be_of_either_side():
    found = figures(
        "“The assault groups advance in columns of forty to fifty men,” a spokesman for the "
        "Ruritanian army said."
    )
    assert all(figure.group is None for figure in found)


def test_numbered_tells_strength():
    found = figures(
        "The Veldic contingent lost 900 soldiers killed, the Ruritanian army said. "
        "The contingent numbered about 4,100 in May, it said."
    )
    assert found[-1].measure == "strength"
