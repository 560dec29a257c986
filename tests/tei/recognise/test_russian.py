"""Russian titles and addresses by their cases, and sentences in Russian and Chinese that hand over to a telegram."""

from __future__ import annotations

import pytest

from tei.recognise import russian
from tei.recognise.reported import reported_parties


def nobody(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("body", "sender", "recipient"),
    [
        ("К.И. Сабельникова Шэнь Минъюаню", "К.И. Сабельникова", "Шэнь Минъюаню"),
        ("Шэнь Минъюаня К. И. Сабельникову", "Шэнь Минъюаня", "К. И. Сабельникову"),
        ("К. И. САБЕЛЬНИКОВА П. А. ВЕТРОВУ", "К. И. Сабельникова", "П. А. Ветрову"),
        ("Тумановой Гу Жочуаню", "Тумановой", "Гу Жочуаню"),
        ("полпреда СССР в Китае А. Пашина в НКИД СССР", "полпреда СССР в Китае А. Пашина", "НКИД СССР"),
        ("И.В. Орлова послу СССР в Китае Н.В. Рощину", "И.В. Орлова", "послу СССР в Китае Н.В. Рощину"),
        ("Политбюро ЦК ВКП(б) А. Я. Орлову", "Политбюро ЦК ВКП(б)", "А. Я. Орлову"),
        ("тов. Ветрову", "", "тов. Ветрову"),
        ("Ветрову от Сабельникова", "Сабельникова", "Ветрову"),
        ("от Ветрова Тумановой", "Ветрова", "Тумановой"),
        ("Сабельникова", "Сабельникова", ""),
        ("Сабельников — Ветрову", "Сабельников", "Ветрову"),
        ("Полпред СССР в Китае — в НКИД СССР", "Полпред СССР в Китае", "НКИД СССР"),
    ],
)
def test_cases_tell_sender_and_recipient(body: str, sender: str, recipient: str) -> None:
    words = russian.cased(body)
    parties = {role: words[slice(*s)] for role, s in russian.read_parties(words, 0, len(words), kind_named=True)}
    assert (parties.get("from", ""), parties.get("to", "")) == (sender, recipient)


@pytest.mark.parametrize(
    ("line", "place", "names"),
    [
        ("ЛЕНИНГРАД, тов. САБЕЛЬНИКОВУ для тов. ЖИТКОВА", "ЛЕНИНГРАД", "тов. САБЕЛЬНИКОВУ для тов. ЖИТКОВА"),
        ("Карск, тов. Ветрову", "Карск", "тов. Ветрову"),
        ("Байши. Товарищу Шэнь Минъюаню.", "Байши", "Товарищу Шэнь Минъюаню"),
        ("Тт. Сабельникову, Житкову", "", "Тт. Сабельникову, Житкову"),
        ("Ледовск Начальнику станции", "Ледовск", "Начальнику станции"),
        ("Господину имперскому министру льда лично", "", "Господину имперскому министру льда"),
    ],
)
def test_line_addresses_someone_at_a_place(line: str, place: str, names: str) -> None:
    found = russian.addressee(line, nobody, nobody)
    assert found is not None
    assert (line[slice(*found[0])] if found[0] else "", line[slice(*found[1])]) == (place, names)


@pytest.mark.parametrize(
    "line",
    [
        "Москва, Кремль",
        "Передайте начальнику станции",
        "Доложил начальнику станции про лёд.",
        "Институту нужен уголь.",
        "Карск",
        "Ветер стих",
    ],
)
def test_other_lines_address_nobody(line: str) -> None:
    assert russian.addressee(line, nobody, nobody) is None


def test_quotation_may_begin_with_a_name_in_the_dative() -> None:
    text = "Карск, Ветрову. Рад. Собаку лечите."
    found = russian.inline_addressee(text, nobody, quoted=True)
    assert found is not None
    assert (text[: found[0]], text[slice(*found[1])]) == ("Карск, Ветрову.", "Ветрову")
    assert russian.inline_addressee(text, nobody) is None


@pytest.mark.parametrize(
    ("sentence", "sender", "recipient"),
    [
        ("12 января Сабельников телеграфировал Шэнь Минъюаню:", "Сабельников", "Шэнь Минъюаню"),
        ("Утром получил от Ветрова следующую телеграмму:", "Ветрова", ""),
        ("В телеграмме Ветрову Сабельников писал:", "Сабельников", "Ветрову"),
        ("Тогда же Туманова отправила Гу Жочуаню письмо:", "Туманова", "Гу Жочуаню"),
        ("Ответил Житков:", "Житков", ""),
        ("3 марта пришла телеграмма от Шэнь Минъюаня на имя Сабельникова:", "Шэнь Минъюаня", "Сабельникова"),
        ("一月十二日，萨别里尼科夫电沈明远：", "萨别里尼科夫", "沈明远"),
        ("收到沈明远来电：", "沈明远", ""),
        ("沈明远于三月五日致电极光研究所：", "沈明远", "极光研究所"),
        ("罗致平在给沈明远的电报中写道：", "罗致平", "沈明远"),
    ],
)
def test_sentence_names_the_parties(sentence: str, sender: str, recipient: str) -> None:
    parties = {role: sentence[slice(*span)] for role, span in reported_parties(sentence, 0) or ()}
    assert (parties.get("from", ""), parties.get("to", "")) == (sender, recipient)


def test_english_sentence_is_left_to_others() -> None:
    assert reported_parties("Sabelnikov telegraphed to Vetrov:", 0) is None
