"""The language is what the publisher states unless the letters plainly say otherwise."""

from __future__ import annotations

import pytest

from twosource.documents import load
from twosource.documents.language import detect, language_of, normal_tag

TEXTS = {
    "en": "Two bridges were hit overnight, the transport ministry said on Monday.",
    "ru": "Министр заявил в понедельник, что войска вошли в город и заняли вокзал.",
    "uk": "Міністр заявив у понеділок, що війська увійшли до міста й зайняли вокзал.",
    "ko": "국방부는 병사들이 도시에 들어갔다고 월요일 밝혔다.",
    "ar": "قالت وزارة الدفاع إن الجسر تعرض للقصف ليلة الاثنين.",
    "fr": "Deux ponts ont été touchés dans la nuit, a déclaré lundi le ministère.",
    "de": "Zwei Brücken wurden in der Nacht getroffen, teilte das Ministerium mit.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language):
    assert detect(TEXTS[language]) == language
    assert load(TEXTS[language].encode(), "a.txt").documents[0].language == language


@pytest.mark.parametrize("language", TEXTS)
def test_offsets_are_characters_in_every_script(language):
    text = TEXTS[language]
    assert len(load(text.encode(), "a.txt").documents[0].text) == len(text)


def test_more_than_the_first_words_decide():
    names = "Mikhail Tukhachevskiy, Bolshoye Soldatskoye, Krasnooktyabrskoye, Novoivanovka. "
    assert detect(names + TEXTS["en"] * 5) == "en"


def test_a_few_letters_of_latin_script_say_nothing():
    assert detect("Two hit.") is None
    assert detect("1 024 / 300 (12%)") is None


def test_a_few_letters_of_another_script_are_not_english():
    assert detect("평양 발표") == "ko"
    assert detect("Взято.") not in (None, "en")


def test_a_stated_language_stands():
    assert language_of("en-GB", TEXTS["de"]) == "en"
    assert language_of("eng", "Two hit.") == "en"
    assert language_of(None, "Two hit.") is None


def test_a_stated_language_in_the_wrong_script_does_not():
    assert language_of("en", TEXTS["ru"]) == "ru"
    assert language_of("en-US", TEXTS["ko"]) == "ko"
    assert language_of("ru", TEXTS["en"]) == "en"


def test_tags():
    assert normal_tag("en_US") == "en"
    assert normal_tag("UKR") == "uk"
    assert normal_tag("english") is None
    assert normal_tag("und") is None
    assert normal_tag("") is None


def test_an_english_article_with_korean_names_is_english():
    text = TEXTS["en"] + " The officer, named as 김철수 (Kim Chol Su), was not available."
    assert detect(text) == "en"
