"""Pages whose lines a site or a copyist ran together: headings joined and glued, bars of tables, haste with the day."""

from __future__ import annotations

import pytest

from tei.archives import builtin
from tei.recognise import russian
from tei.recognise.bare_rows import with_bare_rows
from tei.recognise.cells import in_cells, without_bars
from tei.recognise.datelines import dateline
from tei.recognise.furniture import Role, furniture_role
from tei.recognise.joined_headings import joined_heading
from tei.recognise.layouts.run_in_heads import with_heads_apart
from tei.recognise.layouts.sources import is_source
from tei.recognise.naming import split_names
from tei.recognise.paragraphs import Paragraph, split_paragraphs
from tei.recognise.russian_messages import read_heading
from tei.recognise.russian_offices import nominative_name, read_office
from tei.recognise.titles import read_title


def _row(text: str) -> Paragraph:
    return Paragraph(0, len(text), text)


def test_heading_that_joins_the_lines_under_it_is_furniture() -> None:
    lines = ("№ 61", "Отправлено 5 мая 1938 года", "ПОСЛАНИЕ ПРЕМЬЕРА ВЕТРОВА ПРЕЗИДЕНТУ ПЕЛЛУ", "Собаки дошли.")
    whole = " ".join(lines[:3])
    assert joined_heading(split_paragraphs("\n\n".join((whole, "Читать", *lines)))) == ((0, len(whole)),)
    assert joined_heading(split_paragraphs("\n\n".join((whole, *lines[1:])))) == ()
    assert joined_heading(split_paragraphs("\n\n".join((lines[2], lines[2], *lines[3:])))) == ()


def test_bars_of_a_table_round_the_page_stand_apart() -> None:
    rows = split_paragraphs("Ветров - в институт |\n|\n1938 г. |\nЛёд стоит.")
    bare, bars = with_bare_rows(rows)
    assert [row.text for row in bare] == ["Ветров - в институт", "1938 г.", "Лёд стоит."]
    assert [bar.text for bar in bars] == ["|", "|", "|"]
    assert with_bare_rows(rows[:2]) == (rows[:2], ())


def test_cell_of_nothing_but_a_bar_is_no_cell() -> None:
    cells, bars = without_bars((_row("|"), _row("Карск |")))
    assert [cell.text for cell in cells] == ["Карск"]
    assert len(bars) == 2


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Телеграмма начальника станции Ветрова в Полярный институт2 мая 1938 г. Лёд стоит.",
         ["Телеграмма начальника станции Ветрова в Полярный институт", "2 мая 1938 г.", "Лёд стоит."]),
        ("№ 61Отправлено 5 мая 1938 годаПРЕЗИДЕНТУ ПЕЛЛУ", ["№ 61", "Отправлено 5 мая 1938 года", "ПРЕЗИДЕНТУ ПЕЛЛУ"]),
        ("Телеграмма начальника станции Ветрова в Полярный институт от 2 мая 1938 г. Лёд стоит.",
         ["Телеграмма начальника станции Ветрова в Полярный институт от 2 мая 1938 г. Лёд стоит."]),
        ("№ 61 получено", ["№ 61 получено"]),
    ],
)  # fmt: skip
def test_glued_lines_of_a_head_are_parted(line: str, parts: list[str]) -> None:
    assert [row.text.strip() for row in with_heads_apart((_row(line),))] == parts


def test_haste_and_day_on_one_line_are_two_cells() -> None:
    cells = in_cells((_row("Вне очереди 13 мая 1938 г,"),))
    assert [cell.text.strip() for cell in cells] == ["Вне очереди", "13 мая 1938 г,"]


def test_marker_of_a_note_behind_a_dateline_is_no_part_of_it() -> None:
    assert dateline("18 мая 1938 г.[1]", None, lambda _: False) == (None, (0, 14))


def test_menu_in_glued_capitals_is_furniture() -> None:
    assert furniture_role("ДНЕВНИК СОБАКИНАРТЫСУДАЛЬДЫКАРТЫЛЮДИПОЛЯРНИКИСНИМКИ") is Role.MENU
    assert furniture_role("Запас угля на станции кончается, просим прислать ещё") is None


@pytest.mark.parametrize("line", ["Печат. по арх.", "Печот, по арх.", "Лечат, по арх."])
def test_slips_of_a_scan_in_the_source_line(line: str) -> None:
    assert is_source(line, builtin())


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("И. Т. Карганцу-Ветровскому", "И. Т. Карганец-Ветровский"),
        ("П. А. ВЕТРОВА-ПЕЛЛИНА", "П. А. ВЕТРОВ-ПЕЛЛИН"),
        ("Лин Ся-сяну", "Лин Ся-сян"),
        ("ДЖОНУ ПЕЛЛУ", "ДЖОН ПЕЛЛ"),
    ],
)
def test_names_of_two_parts_in_the_nominative(written: str, name: str) -> None:
    assert nominative_name(written) == name


def test_office_with_its_country_in_short() -> None:
    office = read_office("совконсула в Карске Ветрова", lambda name: name == "Карске")
    assert office is not None
    assert (office.role, office.name) == ("совконсул в Карске", "Ветров")


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Нота Правительства Тарна Правительству Карска. Передано по радио 9 мая 1938 г",
         ("Правительства Тарна", "Правительству Карска")),
        ("Телеграмма начальника станции И. Т. Карганца-Ветровского в Полярный институт",
         ("начальника станции И. Т. Карганца-Ветровского", "Полярный институт")),
        ("Нота Наркома Льда Официальному Представителю Тарна", ("Наркома Льда", "Официальному Представителю Тарна")),
    ],
)  # fmt: skip
def test_parties_of_russian_titles(title: str, parties: tuple[str, str]) -> None:
    assert tuple(title[slice(*span)] for _, span in read_title(title).parties) == parties


def test_honour_before_a_dash_is_no_place() -> None:
    found = russian.addressee("М-р Линд — директору Пашину", lambda _: True, lambda _: False)
    assert found is None or found[0] is None


def test_notes_in_one_line_are_parted_at_their_signs() -> None:
    line = "* См. док. № 25. ** Начальник станции. *** См. док. № 31."
    parts = [row.text.strip() for row in with_heads_apart((_row(line),))]
    assert parts == ["* См. док. № 25.", "** Начальник станции.", "*** См. док. № 31."]


@pytest.mark.parametrize(
    ("party", "names"),
    [
        ("начальнику станции А. Ветрову и директору института А. Пашину",
         ["начальнику станции А. Ветрову", "директору института А. Пашину"]),
        ("ПРЕЗИДЕНТА ПЕЛЛА И ПРЕМЬЕРА ВЕТРОВА", ["ПРЕЗИДЕНТА ПЕЛЛА", "ПРЕМЬЕРА ВЕТРОВА"]),
        ("Председателю Совета Льда и министру погоды Пеллу", ["Председателю Совета Льда и министру погоды Пеллу"]),
        ("Министру льда и погоды Линду", ["Министру льда и погоды Линду"]),
    ],
)  # fmt: skip
def test_two_offices_with_their_holders_are_two_parties(party: str, names: list[str]) -> None:
    assert [party[slice(*span)] for span in split_names(party, lambda _: False)] == names


def test_message_whose_office_is_in_capitals_behind_small_letters() -> None:
    heading = "Личное и секретное послание ПРЕМЬЕРА ВЕТРОВА ПРЕЗИДЕНТУ г. ПЕЛЛУ"
    assert [heading[slice(*span)] for _, span in read_heading(heading)] == ["ПРЕМЬЕРА ВЕТРОВА", "ПРЕЗИДЕНТУ г. ПЕЛЛУ"]


def test_name_of_a_book_to_be_read_online_is_furniture() -> None:
    assert furniture_role("Ледовые записки. Том 2 - читать онлайн бесплатно. Страница 61") is Role.MENU
