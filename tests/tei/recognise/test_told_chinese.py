"""Telegrams that running text in Chinese quotes in its line, and what is none; and addresses that come late."""

from __future__ import annotations

import pytest

from tei.recognise.chinese_lines import addressee, is_wire, signature
from tei.recognise.chinese_names import name_spans
from tei.recognise.known import nobody
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.layouts.late_addresses import late_address
from tei.recognise.paragraphs import Paragraph, split_paragraphs


def _row(text: str) -> Paragraph:
    return Paragraph(0, len(text), text, 0)


@pytest.mark.parametrize(
    "lead",
    [
        "沈明远致电方景和：",
        "方景和复电说：",
        "沈站长从云河打电报给方景和说：",
        "电文如下：",
        "沈明远發表告各站的通電：",
    ],
)
def test_words_behind_a_clause_that_says_that_somebody_wired_are_a_telegram(lead: str) -> None:
    text = f"九月里水退了。{lead}“水位已退至七尺，粮米尚可支持半月，请速派船。”船第二天就来了。"
    assert [region.body[0].text[:4] for region in telegrams_in(_row(text))] == ["水位已退"]


@pytest.mark.parametrize(
    "lead", ["沈明远致电方景和指出：", "他在电报中强调：", "他在电台里说：", "沈明远对测夫说：", "他写信告诉方景和："]
)
def test_what_somebody_points_out_or_says_is_no_telegram(lead: str) -> None:
    text = f"{lead}“水位已退至七尺，粮米尚可支持半月，请速派船。”船第二天就来了。"
    assert not list(telegrams_in(_row(text)))


def test_a_phrase_in_marks_is_no_telegram() -> None:
    assert not list(telegrams_in(_row("沈明远致电方景和，称水尺“旧得不能再用”，要求换新的。")))


def test_a_circular_telegram_is_addressed_however_many_it_names() -> None:
    line = f"{'、'.join(f'雲河第{n}站' for n in '一二三四五六七八九甲乙丙丁戊己')}、雙雁沈站長、各縣水會、各報館均鑒："
    assert addressee(line, nobody) is not None


def test_a_wire_whole_is_known_by_its_formulas_whoever_signs() -> None:
    assert is_wire("各站暨各水會均鑒：水渠已通，請各派一人來看。雲河全體測夫同叩。寒。印。")
    assert not is_wire("各站都看過水渠，大家說好，並請雲河派一人來看。")


def test_two_full_names_written_together_part_where_only_one_place_can_part_them() -> None:
    assert [("陈赓谢富治"[slice(*span)]) for span in name_spans("陈赓谢富治")] == ["陈赓", "谢富治"]


def test_letters_are_signed_as_courtesy_and_parents_have_it() -> None:
    assert signature("明远谨上", nobody) == (0, 2)
    assert signature("爸　爸", nobody) == (0, 3)


def test_an_address_below_the_words_of_a_page_opens_its_telegram() -> None:
    page = "云河水利网\n看一封旧电报\n一九三八年九月十一日\n沈明远同志：\n煤油已装船，请接收。\n方景和\n"
    assert late_address(split_paragraphs(page)) == (2, 6)


def test_an_address_below_the_lines_of_its_own_form_is_not_parted_from_them() -> None:
    page = "绝密\n特急\n沈明远同志：\n煤油已装船，请接收。\n方景和\n"
    assert late_address(split_paragraphs(page))[0] == 0
