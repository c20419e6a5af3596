import pytest

from twosource.model import Evidence

from .sayings import mention


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"),
    [
        (
            "Sudan's Defence Ministry said 40 of its soldiers had been killed.",
            "40 of its soldiers had been killed", "said", "Sudan's Defence Ministry", "official",
        ),
        (
            "Sudan's Defence Ministry said 300 Chadian soldiers had been killed.",
            "300 Chadian soldiers had been killed", "said", "Sudan's Defence Ministry", "none",
        ),
        (
            "Sudan's Defence Ministry said the enemy had lost 30 tanks.",
            "the enemy had lost 30 tanks", "said", "Sudan's Defence Ministry", "none",
        ),
        (
            "Sudan's Defence Ministry said 90 vehicles had been delivered to Chad.",
            "90 vehicles had been delivered to Chad", "said", "Sudan's Defence Ministry",
            "official",
        ),
        (
            "The army said 40 rebels had been killed.",
            "40 rebels had been killed", "said", "The army", "none",
        ),
        (
            "A letter obtained by the newspaper says the army bought mines.",
            "the army bought mines", "says", "A letter obtained by the newspaper", "document",
        ),
        (
            "The separatists said they had taken the bridge.",
            "they had taken the bridge", "said", "The separatists", "official",
        ),
        (
            "The Kurdish interior minister said 50 Iraqi tanks had been destroyed.",
            "50 Iraqi tanks had been destroyed", "said", "The Kurdish interior minister", "none",
        ),
        (
            "The service intercepted a call in which the colonel gave up, a spokesman said.",
            "The service intercepted a call in which the colonel gave up", "said", "a spokesman",
            "intercept",
        ),
        (
            "Chad denied that it had armed the rebels.",
            "it had armed the rebels", "denied", "Chad", "official",
        ),
        (
            "Intercepted calls suggest that the unit ran out of fuel.",
            "the unit ran out of fuel", "suggest", "Intercepted calls", "intercept",
        ),
        (
            "Orbita, a satellite firm, counted 38 wagons at the depot.",
            "38 wagons at the depot", "counted", "Orbita, a satellite firm", "imagery",
        ),
        (
            "Leaked invoices show that rifles went to Juba.",
            "rifles went to Juba", "show", "Leaked invoices", "document",
        ),
        (
            "Kenya's National Intelligence Service estimates that 900 men crossed.",
            "900 men crossed", "estimates", "Kenya's National Intelligence Service",
            "intelligence",
        ),
        ("A nurse said she saw two trucks.", "she saw two trucks", "said", "A nurse", "witness"),
        (
            "Chadian commanders describe attacks at night.",
            "attacks at night", "describe", "Chadian commanders", "witness",
        ),
        ("Analysts say the front is thin.", "the front is thin", "say", "Analysts", "expert"),
        (
            "Several newspapers reported that the town had fallen.",
            "the town had fallen", "reported", "Several newspapers", "media",
        ),
        (
            "A diplomatic source said the talks may fail.",
            "the talks may fail", "said", "A diplomatic source", "none",
        ),
    ],
)  # fmt: skip
def test_what_it_rests_on(text: str, content: str, cue: str, source: str, expected: str) -> None:
    assert mention(text, content, cue, source).evidence == expected


def test_the_words_that_decided_it_are_kept() -> None:
    text = "Leaked invoices show that rifles went to Juba."
    found = mention(text, "rifles went to Juba", "show", "Leaked invoices")
    reason = next(r for r in found.reasons if r.field == "evidence")
    assert [text[a:b] for a, b in reason.spans] in (["Leaked"], ["invoices"], ["Leaked invoices"])
    assert reason.value == "document"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Northern Front said it took Selas and killed 300 soldiers.", "killed 300 soldiers"),
        ("Mali's army said 37 militants had been killed.", "37 militants had been killed"),
        ("Chad's Defence Ministry said enemy losses exceeded 200.", "enemy losses exceeded 200"),
        ("Mali's army blamed the raid on Niger.", "the raid on Niger"),
    ],
)
def test_what_befell_the_other_side_is_not_official(text: str, content: str) -> None:
    cue = "blamed" if "blamed" in text else "said"
    assert mention(text, content, cue, text[: text.index(f" {cue}")]).evidence == "none"


def test_a_diplomat_on_others_is_no_official_source() -> None:
    text = "A British diplomat in Port Alder said the toll was exaggerated."
    found = mention(text, "the toll was exaggerated", "said", "A British diplomat in Port Alder")
    assert found.evidence == "none"


@pytest.mark.parametrize(
    ("text", "content", "value"),
    [
        (
            "Satellite images of Thursday show fires in two districts, the institute said.",
            "Satellite images of Thursday show fires in two districts",
            Evidence.IMAGERY,
        ),
        (
            "Intercepted calls indicate that the order came late, the officer said.",
            "Intercepted calls indicate that the order came late",
            Evidence.INTERCEPT,
        ),
        (
            "The ministry will show satellite images of the site on Friday, the officer said.",
            "The ministry will show satellite images of the site on Friday",
            None,
        ),
    ],
)
def test_what_is_said_to_show_something_is_what_it_rests_on(text, content, value) -> None:
    source = "the institute" if "institute" in text else "the officer"
    found = mention(text, content, "said", source).evidence
    assert found is value if value is not None else found is not Evidence.IMAGERY
