"""Volumes of papers in Russian: parties by their cases, directives of staffs, envoys addressed in two lines."""

from __future__ import annotations

import pytest

from tei.recognise import russian
from tei.recognise.layouts.papers_russian import is_form_alone, russian_form
from tei.recognise.layouts.sources import goes_on_with_note
from tei.recognise.lookalikes import settled
from tei.recognise.naming import is_foreign_office
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.russian_chains import russian_parties
from tei.recognise.russian_directives import read_directive
from tei.recognise.russian_messages import read_heading
from tei.recognise.seat_lines import with_seats
from tei.recognise.service import classify
from tei.recognise.spaced_notes import spaced_notes
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    ("line", "sender", "recipient"),
    [
        ("Посланник в Тарне Министру Полярных Дел.", "Посланник в Тарне", "Министру Полярных Дел"),
        ("Министр полярных дел посланнику в Тарне Линду", "Министр полярных дел", "посланнику в Тарне Линду"),
        ("Начальник станции вручил директору ноту.", "", ""),
        ("Секретарь бюро Стародубцев", "", ""),
        ("Посол в Тарне:", "", ""),
    ],
)
def test_cases_alone_part_sender_and_recipient(line: str, sender: str, recipient: str) -> None:
    match = russian_parties(line)
    assert (match["from"], match["to"].rstrip(".")) == (sender, recipient) if sender else match is None


@pytest.mark.parametrize(
    ("heading", "parties"),
    [
        ("П. А. ВЕТРОВ А. Г. ПАШИНУ*", ("П. А. ВЕТРОВ", "А. Г. ПАШИНУ")),
        ("Д. Пелл П. А. Ветрову", ("Д. Пелл", "П. А. Ветрову")),
        ("П. А. ВЕТРОВ Д. ПЕЛЛУ СТРОГО СЕКРЕТНО", ("П. А. ВЕТРОВ", "Д. ПЕЛЛУ")),
        ("Лично и секретно от премьера П. А. Ветрова президенту г-ну Д. Пеллу. 2 мая 1938 года.",
         ("премьера П. А. Ветрова", "президенту г-ну Д. Пеллу")),
        ("П. А. Ветров и А. Г. Пашин", ()),
        ("А. Г. Пашину П. А. Ветров", ()),
    ],
)  # fmt: skip
def test_heading_of_a_message_names_both_by_their_initials(heading: str, parties: tuple[str, ...]) -> None:
    assert tuple(heading[slice(*span)] for _, span in read_heading(heading)) == parties


@pytest.mark.parametrize(
    ("heading", "number", "recipient"),
    [
        ("ДИРЕКТИВА СТАВКИ № 0012 КОМАНДУЮЩЕМУ КАРСКИМ ОТРЯДОМ О СКЛАДАХ", "0012", "КОМАНДУЮЩЕМУ КАРСКИМ ОТРЯДОМ"),
        ("Приказание штаба отряда начальнику станции о печах", "", "начальнику станции"),
        ("ДИРЕКТИВА ШТАБА № 3 КОМАНДУЮЩИМ  ОТРЯДАМИ О МЕРАХ ПО УЧЕТУ КОЗ", "3", "КОМАНДУЮЩИМ  ОТРЯДАМИ"),
        ("Директива о печах", "", ""),
        ("Распоряжение директора института:", "", ""),
    ],
)
def test_directive_of_a_staff_names_number_and_recipient(heading: str, number: str, recipient: str) -> None:
    found, parties = read_directive(heading)
    assert (found, heading[slice(*dict(parties)["to"])] if parties else "") == (number, recipient)


def test_dash_before_an_office_in_small_letters_leads_to_the_recipient() -> None:
    title = read_title("Посланник в Тарне Линд — министру полярных дел А. Пеллу, 17/30 июня 1914 г.")
    assert looks_like_title(title.text)
    assert (title.party("from"), title.party("to")) == ("Посланник в Тарне Линд", "министру полярных дел А. Пеллу")


@pytest.mark.parametrize("line", ["(Телеграмма).", "(Депеша).", "(По телеграфу.)"])
def test_form_in_parentheses_is_no_word_of_the_text(line: str) -> None:
    assert is_form_alone(line)
    assert not is_form_alone("(Телеграмма пришла в среду).")


def test_form_line_gives_kind_and_number() -> None:
    match = russian_form("Весьма секретная телеграмма № 88.")
    assert match is not None
    assert (bool(match["telegram"]), match["number"].strip()) == (True, "№ 88")


def test_place_and_office_of_an_envoy_are_read_as_one_line() -> None:
    text = "СЕВЕРНАЯ ЗЕМЛЯ\nСОВПОСОЛ\nСобак не менять."
    first, second = with_seats(text, split_paragraphs(text))
    assert russian.is_seat(first.text)
    assert (text[first.start : first.end], second.text) == ("СЕВЕРНАЯ ЗЕМЛЯ\nСОВПОСОЛ", "Собак не менять.")


@pytest.mark.parametrize(
    ("written", "read"),
    [("9 ноября /920 г. Лед стал.", "9 ноября 1920 г. Лед стал."), ("10 іюля, дѣло о печи", "10 июля, дело о печи")],
)
def test_slips_of_scans_and_old_letters_are_read_in_equal_length(written: str, read: str) -> None:
    assert settled(written) == read


def test_office_of_any_length_addresses_the_name_behind_its_rank() -> None:
    line = "Председателю Совета зимовщиков Северных и Восточных островов и прилегающих бухт товарищу А. Г. Пашину"
    found = russian.addressee(line, lambda _: False, lambda _: False)
    assert found is not None
    assert line[slice(*found[1])] == "А. Г. Пашину"


def test_common_noun_that_its_note_repeats_has_its_figure_for_a_marker() -> None:
    text = "Ключ лежит в чулане 1, у печи 2 часа.\n\nКомментарии\n\n1. Чулан закрыт.\n\n2. Печь сложена в 1931 г."
    assert [note.marks for note in spaced_notes(text, split_paragraphs(text))] == [((20, 21),), ()]


@pytest.mark.parametrize(
    ("above", "text", "further"),
    [
        ("[1] Пашин ответил.", "Позднее Пашин и Ветров еще раз напомнили станциям о печах (АКПИ. Ф. 3. Л. 5).", True),
        ("[1] Пашин ответил.", "АКПИ. Ф. 3. Оп. 4. Д. 21. Л. 5. Подлинник.", False),
        ("Пашин ответил.", "Позднее Пашин и Ветров еще раз напомнили станциям о печах (АКПИ. Ф. 3. Л. 5).", False),
    ],
)
def test_sentence_with_its_reference_goes_on_with_the_note_over_it(above: str, text: str, further: bool) -> None:
    assert goes_on_with_note(above, text) is further


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("蘇聯大使", True),
        ("苏联驻华大使", True),
        ("Совпослу", True),
        ("Послу СССР", True),
        ("Советскому послу", True),
        ("СОВПОСОЛ", True),
        ("послу Ветрову", False),
        ("Soviet Ambassador", False),
        ("沈明远", False),
    ],
)
def test_office_of_an_envoy_is_nobodys_name(words: str, office: bool) -> None:
    assert is_foreign_office(words) is office


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("Дополнение к телеграмме № 197 от 21 августа", True),
        ("В дополнение к моей телеграмме № 90 от 7 августа", True),
        ("Ссылаясь на Вашу телеграмму № 9 от 7 августа", True),
        ("Дополнение к меню", False),
    ],
)
def test_line_of_service_names_the_telegram_before(line: str, answers: bool) -> None:
    found = classify(line)
    assert (found is not None and found.type == "reference") is answers


def test_two_hyphens_between_the_parties_are_a_dash() -> None:
    title = read_title(settled("П. А. ВЕТРОВ -- А. А. ПАШИНУ"))
    assert (title.party("from"), title.party("to").strip()) == ("П. А. ВЕТРОВ", "А. А. ПАШИНУ")
