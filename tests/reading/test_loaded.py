from .sayings import mention


def loaded(text: str, content: str, cue: str = "", source: str = "") -> list[str]:
    return [text[a:b] for a, b in mention(text, content, cue, source).loaded]


def test_words_that_judge() -> None:
    text = "The army boasted that its heroic units liberated the town."
    found = loaded(text, "its heroic units liberated the town", "boasted", "The army")
    assert found == ["boasted", "heroic", "liberated"]


def test_hyphens_make_one_word() -> None:
    text = "The so-called republic has fallen."
    assert loaded(text, "The so-called republic has fallen") == ["so-called"]


def test_plain_words_of_war_are_not_loaded() -> None:
    text = "Rockets killed nine people and destroyed a school; the road lies open."
    assert loaded(text, "Rockets killed nine people and destroyed a school") == []
    assert loaded(text, "the road lies open") == []
