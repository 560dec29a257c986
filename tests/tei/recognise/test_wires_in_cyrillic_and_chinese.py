"""Headings, addresses and signatures of wires in Russian and Chinese."""

from __future__ import annotations

import pytest

from edition.settings import repositories_of
from tei.authority import Authority
from tei.recognise.calling import full_names
from tei.recognise.chinese_lines import given_name, signed_inline
from tei.recognise.chinese_names import called_by, is_given_name, is_personal
from tei.recognise.chinese_openings import hailed, opening_cuts
from tei.recognise.chinese_titles import read_chinese_title
from tei.recognise.known import nobody
from tei.recognise.layouts.sources import is_source
from tei.recognise.lookalikes import settled
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.russian_rows import with_numbers_apart
from tei.recognise.service import classify
from tei.recognise.signatures import shortened_office
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title


def parties(text: str) -> dict[str, str]:
    return {role: text[slice(*span)] for role, span in read_title(text).parties}


@pytest.mark.parametrize(
    ("text", "sender", "recipient"),
    [
        ("Телеграмма Павла II Петру III", "Павла II", "Петру III"),
        ("Телеграмма императора Павла II князю П. А. Ветрову о льде", "императора Павла II", "князю П. А. Ветрову"),
        ("ТЕЛЕГРАММА ШТАБА 3-й ПАРТИИ РЕВВОЕНСОВЕТУ О ЛЬДЕ", "ШТАБА 3-й ПАРТИИ", "РЕВВОЕНСОВЕТУ"),
        ("Павел II — Марии Петровне.", "Павел II", "Марии Петровне"),
        ("ТЕЛЕГРАММА ШКОЛЬНИКАМ СЕЛА КАМЕННОГО", "", "ШКОЛЬНИКАМ СЕЛА КАМЕННОГО"),
    ],
)
def test_a_heading_in_russian_names_rulers_staffs_and_many(text: str, sender: str, recipient: str) -> None:
    assert looks_like_title(text)
    assert parties(text).get("from", "") == sender
    assert parties(text)["to"] == recipient


@pytest.mark.parametrize(
    ("text", "sender", "recipient"),
    [
        ("收雙雁陸站長電", "雙雁陸站長", ""),
        ("發雙雁陸站長電", "", "雙雁陸站長"),
        ("沈明远等通电", "沈明远", ""),
        ("方委員長致駐青島大使沈明遠指示修尺電", "方委員長", "駐青島大使沈明遠"),
    ],
)
def test_a_heading_in_chinese_names_who_wired_and_leaves_out_the_subject(
    text: str, sender: str, recipient: str
) -> None:
    found = {role: text[slice(*span)] for role, span in read_chinese_title(text).parties}
    assert found == {role: name for role, name in (("from", sender), ("to", recipient)) if name}


def test_a_subject_before_the_word_for_a_circular_is_nobody() -> None:
    assert not read_chinese_title("修堤通电").parties


def test_a_wire_in_chinese_opens_with_haste_town_addressee_and_code() -> None:
    text = "特急。青岛。沈站长勋鉴：密。佳电悉。"
    assert [text[:at] for at in opening_cuts(text)] == [
        "特急。",
        "特急。青岛。沈站长勋鉴：",
        "特急。青岛。沈站长勋鉴：密。",
    ]
    assert hailed("青岛。沈站长勋鉴：") == ((0, 2), (3, 6))


def test_an_address_with_another_behind_it_stays_whole() -> None:
    assert not list(opening_cuts("急。双雁罗局长钧鉴：水利部陆部长勋鉴：北堤已合。"))


def test_a_brother_is_addressed_where_the_code_follows() -> None:
    text = "青岛。沈明远兄：密。佳电悉。"
    assert [text[:at] for at in opening_cuts(text)][-2:] == ["青岛。沈明远兄：", "青岛。沈明远兄：密。"]
    assert not list(opening_cuts("明远兄：来信收到。"))


def test_a_given_name_signs_where_the_title_has_the_whole_name() -> None:
    assert is_given_name("明远", "沈明远")
    assert not is_given_name("明远", "沈若川")
    assert signed_inline("军费照拨。弟明远叩。蒸。印。", lambda name: name == "明远") == (5, (6, 8))
    assert signed_inline("以固軍心。明遠。佳未侍参。", lambda name: name == "明遠") == (5, (5, 7))
    assert signed_inline("取其便利。明远、若川叩。真。", nobody) == (5, (5, 10))


def test_two_signs_on_a_line_sign_unless_they_are_a_formula() -> None:
    assert given_name("明远") == (0, 2)
    assert given_name("特达") is None
    assert given_name("三日") is None


def test_someone_is_called_by_town_surname_and_office() -> None:
    assert called_by("双雁沈站长", "沈明远")
    assert not called_by("双雁罗站长", "沈明远")


def test_a_russian_name_with_one_strange_sign_is_a_name() -> None:
    assert is_personal("维经斯基")
    assert not is_personal("经过情形")


def test_a_note_that_says_whom_short_names_mean_gives_their_names() -> None:
    page = "沈顾，并告罗：\n〔1〕沈顾，指沈明远、顾若川，当时分别任站长和会计。\n〔2〕明远，即沈明远，站长。"
    names = [full.text for full in full_names(page, "", Authority.load([])[0], "")]
    assert names == ["沈明远", "顾若川"]


def test_number_place_and_day_on_one_line_are_two_lines() -> None:
    text = "№ 0217, г. Карск        14 мая 1938 г. 9 час. 40 мин.\n\nКарск, 14 мая 1938 г. № 0217"
    rows = [row.text.strip() for row in with_numbers_apart(text, split_paragraphs(text))]
    assert rows[0] == "№ 0217,"
    assert rows[2:] == ["Карск, 14 мая 1938 г.", "№ 0217"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Командарм 5 Ветров", "Ветров"), ("Член РВС Пашин", "Пашин"), ("Предсовобороны А. Ветров", "А. Ветров")],
)
def test_an_office_in_short_words_stands_before_a_signature(text: str, name: str) -> None:
    span = shortened_office(text)
    assert span is not None
    assert text[slice(*span)] == name


def test_a_body_is_no_signature_with_an_office() -> None:
    assert shortened_office("Комитет Обороны") is None
    assert shortened_office("Председатель Совета Министров") is None


def test_a_question_mark_before_a_number_is_the_sign_that_an_old_character_set_lost() -> None:
    assert settled("Телеграмма ? 88\n\nСекретно") == "Телеграмма № 88\n\nСекретно"
    assert settled("Куда едет № 5? 3 мая узнаем") == "Куда едет № 5? 3 мая узнаем"


def test_a_marking_in_chinese_may_end_in_a_stop() -> None:
    service = classify("绝密。")
    assert service is not None
    assert service.type == "marking"


def test_files_in_brackets_and_shelf_marks_in_chinese_are_sources() -> None:
    known = repositories_of(Authority.load([])[0])
    assert is_source("〔云河水利局档案〕", known)
    assert is_source("全宗495，目录19，卷宗123，第45页。", known)
