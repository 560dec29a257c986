"""Folding: what does not make another name, and the way back to the offsets of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.authority.declension import declined, paradigms
from tei.authority.folding import fold, fold_form


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Karsk", "karsk"),
        ("Kar\u00adsk\u200b", "karsk"),
        ("Anna\u00a0Veltman", "anna veltman"),
        ("Anna \n  Veltman", "anna veltman"),
        ("Anna\r\nVeltman", "anna veltman"),
        ("Kai-shek", "kai shek"),
        ("Kai\u2011shek", "kai shek"),
        ("En-\nlai", "en lai"),
        ("Karsk - Nordby", "karsk-nordby"),
        ("Karsk – Nordby", "karsk-nordby"),
        ("Karsk\n\nNordby", "karsk\nnordby"),
        ("Xi’an", "xi'an"),
        ("Xi`an", "xi'an"),
        ("Gomułka", "gomulka"),
        ("Ra\u0301kosi Rákosi", "rakosi rakosi"),
        ("Хрущёв", "хрущев"),
        ("Андреи\u0306", fold_form("Андрей")),
        ("毛泽东 スタ", "毛泽东 スタ"),
        ("ﬁ İ Ⅳ", "f i i"),
    ],
)
def test_accidents_of_writing_are_folded_away(written: str, folded: str) -> None:
    assert fold(written).text == folded
    assert fold_form(written) == folded.strip()


TEXTS = st.text(alphabet=st.sampled_from("aZ ёй’'-–\n\r\u00a0\u00ad\u0301ł毛ﬁ."), max_size=60)


@given(TEXTS)
def test_every_folded_letter_leads_back_to_the_letter_it_was_made_from(text: str) -> None:
    folded = fold(text)
    places = [folded.origin(offset) for offset in range(len(folded.text))]
    assert places == sorted(set(places))
    for char, place in zip(folded.text, places, strict=True):
        if char.isalpha():
            assert fold_form(text[place]) == char


@given(TEXTS)
def test_folding_a_folded_text_changes_no_letter(text: str) -> None:
    once = fold_form(text)
    assert "".join(fold_form(once).replace("-", " ").split()) == "".join(once.replace("-", " ").split())


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Сталин", "Сталина Сталину Сталиным Сталине"),
        ("Молотов", "Молотова Молотову Молотовым Молотове"),
        ("Вышинский", "Вышинского Вышинскому Вышинским Вышинском"),
        ("Новотный", "Новотного Новотному Новотным Новотном"),
        ("Громыко", ""),
        ("Берия", "Берии Берию Берией"),
        ("Москва", "Москвы Москве Москву Москвой"),
        ("Прага", "Праги Праге Прагу Прагой"),
        ("Пекин", "Пекина Пекину Пекином Пекине"),
        ("Шанхай", "Шанхая Шанхаю Шанхаем Шанхае"),
        ("Сибирь", "Сибири Сибирью"),
        ("Кремль", "Кремля Кремлю Кремлем Кремле"),
        ("Каганович", "Кагановича Кагановичу Кагановичем Кагановиче"),
        ("Дальний", "Дальнего Дальнему Дальним Дальнем"),
        ("Толстой", "Толстого Толстому"),
        ("Юрий", "Юрия Юрию Юрием Юрии"),
        ("Даня", "Дани Дане Даню Даней"),
    ],
)
def test_russian_names_decline_by_their_endings(name: str, forms: str) -> None:
    assert set(forms.split()) <= declined(name)
    assert name not in declined(name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Мао Цзэдун", "Мао Цзэдуна"),
        ("Ким Ир Сен", "Ким Ир Сену"),
        ("Иосиф Сталин", "Иосифу Сталину"),
        ("Северная Корея", "Северной Кореи"),
        ("Красная армия", "Красную армию"),
        ("Совет Безопасности", "Совета Безопасности"),
    ],
)
def test_of_several_words_all_the_last_or_the_first_decline(name: str, form: str) -> None:
    assert form in declined(name)


def test_what_is_no_name_of_a_few_words_does_not_decline() -> None:
    assert declined("") == frozenset()
    assert declined("один два три четыре пять") == frozenset()
    assert paradigms("я") == (("я",) * 5,)
