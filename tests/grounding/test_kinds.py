"""The kinds of claims on sentences of invented wars and many decades: see each test's name."""

import pytest

import twosource
from twosource.model import ClaimKind

K = ClaimKind


def kind(content):
    reading = twosource.read(
        f"The general said on Monday that {content}.", published_at="1983-05-20", language="en"
    )
    assert reading.mentions, content
    return reading.mentions[0].values.kind


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("the rebels were in the town of Huambo", K.CONTROL),
        ("paratroopers were standing on the coast road near Huambo", K.DEPLOYMENT),
        ("two brigades had left Luanda for the south", K.DEPLOYMENT),
        ("four transport aircraft had landed at Kinshasa", K.DEPLOYMENT),
        ("six observation posts had been set up along the river", K.DEPLOYMENT),
        ("shells had fallen on the market of Beirut", K.ATTACK),
        ("gunmen had ambushed a convoy near Medellin", K.ATTACK),
        ("the army had taken three villages near Basra", K.CONTROL),
        ("the rebels had lost two positions near Basra", K.CONTROL),
        ("the government had lost its patience", K.STATEMENT),
        ("Libya had supplied the rebels with mortars", K.TRANSFER),
        ("the aid agency had received no guarantees", K.STATEMENT),
        ("the first weapons had crossed the border", K.TRANSFER),
        ("the two sides had signed a ceasefire", K.AGREEMENT),
        ("Britain would impose sanctions on the regime", K.MEASURE),
        ("the regime was capable of building a bomb", K.CAPABILITY),
        ("240 tanks had been destroyed", K.FIGURE),
        ("two helicopters had been shot down", K.ATTACK),
        ("troops had retaken the town of Huambo", K.CONTROL),
        ("the railway station is in our hands", K.CONTROL),
        ("the port had changed hands twice", K.CONTROL),
        ("troops had pulled out after bombs hit the cellar", K.DEPLOYMENT),
        ("tanks had rolled into Huambo", K.DEPLOYMENT),
        ("government troops had retreated towards Huambo", K.DEPLOYMENT),
        ("the rebels had seized two tanks", K.FIGURE),
        ("the rebels had received no cartridges from Zaire", K.TRANSFER),
        ("collaborators would be tried by a military court", K.MEASURE),
        ("the rebels who gave up would be given an amnesty", K.MEASURE),
    ],
)
def test_what_sort_of_proposition_it_is(content, wanted):
    assert kind(content) is wanted
