"""Names, titles and lines of telegrams in Chinese, each form by itself."""

from __future__ import annotations

import pytest

from tei.archives import Repositories
from tei.dates import find_dates
from tei.dates.telegraph import read_telegraph_date
from tei.recognise import chinese_lines
from tei.recognise.chinese_imprints import find_chinese_printed
from tei.recognise.chinese_lines import (
    addressee,
    inline_addressee,
    is_whole_telegram,
    is_wire,
    signature,
    signed_and_dated,
    signed_inline,
    telegraph_date,
)
from tei.recognise.chinese_names import called_by, contracted, name_spans, surnames_in, weight
from tei.recognise.chinese_rows import with_days_apart
from tei.recognise.chinese_titles import looks_chinese_title, read_chinese_title, recipient_before_subject
from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import is_salutation
from tei.recognise.layouts.day_lines import is_day
from tei.recognise.layouts.sources import is_source
from tei.recognise.naming import split_names
from tei.recognise.paragraphs import split_paragraphs


def nobody(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("title", "kind", "sender", "recipient"),
    [
        ("罗致平致沈明远电", "telegram", "罗致平", "沈明远"),
        ("罗致平致沈明远、顾若川电", "telegram", "罗致平", "沈明远、顾若川"),
        ("韩复渠答罗致平电", "telegram", "韩复渠", "罗致平"),
        ("沈明远给罗致平的信（节录）", "letter", "沈明远", "罗致平"),
        ("1938年1月10日罗致平致沈明远密电", "telegram", "罗致平", "沈明远"),
        ("关于换气压表给沈明远的电报", "telegram", "", "沈明远"),
        ("关于拨给煤油事致沈明远电", "telegram", "", "沈明远"),
        ("沈明远关于海冰情况给极光研究所的报告电", "telegram", "沈明远", "极光研究所"),
        ("致萨别里尼科夫电（一九三八年三月二十一日）", "telegram", "", "萨别里尼科夫"),
        ("沈站长致罗所长密电", "telegram", "沈站长", "罗所长"),
        ("沈明远来电", "telegram", "沈明远", ""),
        ("白石气象站致极光研究所照会", "note", "白石气象站", "极光研究所"),
        ("罗致平致沈明远并转顾若川电", "telegram", "罗致平", "沈明远并转顾若川"),
        ("羅致平復沈明遠電", "telegram", "羅致平", "沈明遠"),
        ("沈明遠致羅致平電：關於煤油", "telegram", "沈明遠", "羅致平"),
        ("附錄二 沈明遠致羅致平電", "telegram", "沈明遠", "羅致平"),
        ("沈明遠致羅致平電關於煤油用罄", "telegram", "沈明遠", "羅致平"),
        ("沈明遠致顧春來電", "telegram", "沈明遠", "顧春來"),
        ("沈明遠致羅致平", "telegram", "沈明遠", "羅致平"),
        ("沈明遠供羅致平參考的情報", "telegram", "沈明遠", "羅致平"),
        ("沈明遠致羅致平私人密信", "letter", "沈明遠", "羅致平"),
    ],
)
def test_title_names_kind_and_parties(title: str, kind: str, sender: str, recipient: str) -> None:
    read = read_chinese_title(title)
    parties = {role: title[slice(*span)] for role, span in read.parties}
    assert (read.kind, parties.get("from", ""), parties.get("to", "")) == (kind, sender, recipient)


@pytest.mark.parametrize(
    "line",
    [
        "白石气象站的历史",
        "两只气压表之争",
        "我们给他们发了电报",
        "沈明远当晚给他写信",
        "白石气象站电报选",
        "煤油已到，请复电。",
        "沈明遠致羅致平電已收悉",
        "沈明遠致羅致平電中說煤油用罄",
        "沈明遠致羅致平電：煤油用罄，請速送。",
    ],
)
def test_other_headings_and_sentences_are_no_titles(line: str) -> None:
    assert not looks_chinese_title(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("沈明远同志：", ["沈明远同志"]),
        ("沈并告顾、欧阳：", ["沈", "顾", "欧阳"]),
        ("青岛转白石沈明远同志：", ["青岛", "白石沈明远同志"]),
        ("研究所并欧阳副所长：", ["研究所", "欧阳副所长"]),
        ("致维特罗夫同志", ["维特罗夫同志"]),
        ("敬爱的维特罗夫同志：", ["敬爱的维特罗夫同志"]),
        ("张总司令勋鉴：", ["张总司令勋鉴"]),
        ("各位同志：", ["各位同志"]),
        ("沈明遠同志轉羅致平同志", ["羅致平同志"]),
        ("轉羅致平同志：", ["羅致平同志"]),
    ],
)
def test_line_addresses_whom_it_names(line: str, names: list[str]) -> None:
    span = addressee(line, nobody)
    assert span is not None
    named = line[slice(*span)]
    assert [named[slice(*one)] for one in name_spans(named)] == names


@pytest.mark.parametrize("line", ["方法：", "现将有关情况报告如下：", "关于煤油：", "我们的意见：", "时间：", "沈明远"])
def test_heading_of_a_paragraph_addresses_nobody(line: str) -> None:
    assert addressee(line, nobody) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("罗致平", "罗致平"),
        ("羅致平　灰申印", "羅致平"),
        ("沈　明　远", "沈　明　远"),
        ("罗致平、欧阳岚", "罗致平、欧阳岚"),
        ("罗、欧阳", "罗、欧阳"),
        ("中共中央", "中共中央"),
    ],
)
def test_line_signs(line: str, name: str) -> None:
    span = signature(line, nobody)
    assert span is not None
    assert line[slice(*span)] == name


@pytest.mark.parametrize("line", ["根据手稿刊印。", "雪橇已不能通行", "注　释", "请速复", "以上。", "此令", "海冰情况"])
def test_last_line_of_a_text_is_no_signature(line: str) -> None:
    assert signature(line, nobody) is None


def test_address_and_signature_are_parted_from_a_paragraph() -> None:
    text = "青岛罗所长：密。本站煤油将尽，请速拨十桶。职沈明远叩。歌。"
    opened, closed = inline_addressee(text, nobody), signed_inline(text, nobody)
    assert opened is not None
    assert closed is not None
    assert text[opened[0] : closed[0]] == "本站煤油将尽，请速拨十桶。"
    assert text[slice(*closed[1])] == "沈明远"


def test_signature_and_date_on_one_line_are_parted() -> None:
    assert signed_and_dated("顾若川　三月九日", nobody) == 4
    assert signed_and_dated("水位　三月九日", nobody) is None


@pytest.mark.parametrize(
    ("line", "day", "month", "hour"),
    [("卯佳", 9, 4, -1), ("罗致平　灰申印", 10, 0, 15), ("艳亥", 29, 0, 21), ("職沈明遠叩。歌。", 5, 0, -1)],
)
def test_signs_behind_a_signature_are_its_day(line: str, day: int, month: int, hour: int) -> None:
    date = telegraph_date(line)
    assert date is not None
    assert (date.day, date.month, date.hour) == (day, month, hour)


def test_day_in_signs_is_completed_by_year_and_month() -> None:
    date = read_telegraph_date("卯佳")
    assert date is not None
    assert (date.when(1938, None), date.when(None, None)) == ("1938-04-09", "--04-09")
    bare = read_telegraph_date("蒸")
    assert bare is not None
    assert (bare.when(1938, 2), bare.when(None, None)) == ("1938-02-10", "---10")
    assert telegraph_date("气压表") is None


def test_names_written_together_are_parted_only_with_full_names() -> None:
    assert surnames_in("沈顾", ["沈明远", "顾若川"]) == ((0, 1), (1, 2))
    assert surnames_in("沈顾", ["沈明远"]) == ()


@pytest.mark.parametrize("short", ["沈", "沈站长", "明远同志", "沈站長", "白石沈明远"[2:]])
def test_short_form_calls_a_full_name(short: str) -> None:
    assert called_by(short, "沈明远")
    assert not called_by(short, "顾若川")


def test_office_between_surname_and_forename_is_taken_out() -> None:
    assert contracted("沈站長明遠兄") == "沈明遠"
    assert contracted("欧阳副所长") == "欧阳"


def test_sign_for_to_inside_a_name_parts_nothing() -> None:
    assert name_spans("罗致平") == ((0, 3),)
    assert weight("罗致平") == 3


def test_words_of_chinese_are_counted_by_signs() -> None:
    assert count_words("Two words") == 2
    assert count_words("气压表已经修好") == 3
    assert count_words("ice 冰") == 2


def test_book_is_read_from_its_imprint() -> None:
    text = "《白石站电报汇编》第二卷，青岛：极光出版社，一九五九年版，第31—32页。"
    (book,) = find_chinese_printed(text, 0, archived=False)
    assert (book.title, book.volume, book.place, book.publisher, book.year, book.pages) == (
        "白石站电报汇编",
        "2",
        "青岛",
        "极光出版社",
        "1959",
        (("31", "32"),),
    )
    assert list(find_chinese_printed("《白石》一书", 0, archived=False)) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("白石沈站长鉴：米已装船，共十二石。盐仍缺。罗致平。五月二十日。", True),
        ("限即刻到。沈站长：元电悉。人员已派。罗致平。删", True),
        ("方法：先量水位，再记时间。记录须当日抄清。", False),
        ("沈站长说：米已装船。", False),
    ],
)
def test_paragraph_is_a_whole_telegram(text: str, whole: bool) -> None:
    assert is_whole_telegram(text) is whole


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("沈明遠告煤油用罄", "沈明遠"),
        ("青島氣象分會請速運儀器", "青島氣象分會"),
        ("顧若川夫人寄送地圖", "顧若川夫人"),
        ("宮本三郎", "宮本三郎"),
        ("關於修屋頂的事情很多很多", ""),
    ],
)
def test_addressee_ends_before_the_subject(words: str, name: str) -> None:
    assert words[: recipient_before_subject(words)] == name


@pytest.mark.parametrize(
    ("text", "when"),
    [("民國二十七年(一九三八年)三月五日", "1938-03-05"), ("1938年三月初", "1938-03")],
)
def test_year_of_our_calendar_may_stand_beside_that_of_the_republic(text: str, when: str) -> None:
    (found,) = find_dates(text)
    assert (found.when or (found.not_before or "")[:7]) == when


@pytest.mark.parametrize(
    ("signs", "month", "day"), [("寅三十申", 3, 30), ("亥廿一", 12, 21), ("卯佳", 4, 9), ("三十", 0, 0)]
)
def test_day_of_a_telegram_may_be_a_numeral_behind_the_sign_of_its_month(signs: str, month: int, day: int) -> None:
    found = read_telegraph_date(signs)
    assert (found.month, found.day) == (month, day) if day else found is None


def test_names_in_a_row_keep_the_sign_for_and_inside_a_name() -> None:
    row = "唐素英先生、李太和先生并转诸公"
    assert [row[slice(*span)] for span in name_spans(row)] == ["唐素英先生", "李太和先生", "诸公"]


def test_whole_telegram_in_a_paragraph_has_its_day_in_signs() -> None:
    assert is_wire("急。双雁方景和先生、陆文舟①先生均鉴：石料未到，堤工已停。叶文澜叩。歌印。")
    assert not is_wire("双雁方景和先生均鉴：石料未到，堤工已停，余容面谈。")


def test_signature_with_its_signs_apart_is_one_name() -> None:
    assert signature("白 若 东", lambda _: False) == (0, 5)
    assert signature("白　若　东。", lambda _: False) == (0, 5)


def test_markers_of_notes_stand_in_an_address() -> None:
    text = "沈明远〔1〕,并告顾若川〔2〕:"
    span = chinese_lines.addressee(text, lambda _: False)
    assert span is not None
    names = text[slice(*span)]
    assert [names[a:b].strip() for a, b in split_names(names, lambda _: False)] == ["沈明远", "顾若川"]


def test_days_of_several_telegrams_under_one_title() -> None:
    assert is_day("(一九三八年八月二十一日、九月三日)")
    assert not is_day("(一九三八年八月二十一日写,九月三日发)")


def test_comrades_called_by_their_given_names_are_addressed() -> None:
    assert is_salutation("若东、明远、若川各同志：")
    assert not is_salutation("油桶、米袋、旧杆:")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("沈明遠致羅致平1938年7月31日收到", ["沈明遠致羅致平", "1938年7月31日收到"]),
        ("發自雙岩1938年7月31日12時收到", ["發自雙岩", "1938年7月31日12時收到"]),
        ("我們致力於海冰1938年7月31日", ["我們致力於海冰1938年7月31日"]),
        ("發自雙岩的煤油已到", ["發自雙岩的煤油已到"]),
    ],
)
def test_line_of_a_volume_that_holds_two_things_is_parted(line: str, parts: list[str]) -> None:
    assert [row.text for row in with_days_apart(line, split_paragraphs(line))] == parts


@pytest.mark.parametrize(
    ("line", "iso"),
    [("1938年4月26E", "1938-04-26"), ("1938牟4月26日", "1938-04-26"), ("938年4月26日", "1938-04-26"), ("950年", "")],
)
def test_day_with_a_sign_that_a_scan_misread(line: str, iso: str) -> None:
    assert [found.when for found in find_dates(line)][:1] == ([iso] if iso else [])


@pytest.mark.parametrize(
    ("line", "addressed"),
    [("致双岩民主主义人民共和国内阁首相方景和同志:", True), ("致双岩民主主义人民共和国内阁首相说明情况:", False)],
)
def test_address_names_office_and_state(line: str, addressed: bool) -> None:
    assert (addressee(line, nobody) is not None) is addressed


@pytest.mark.parametrize(
    ("line", "source"), [("同上,(上冊)第108頁", True), ("上,(上冊)第108頁", True), ("上冊第三章談煤油", False)]
)
def test_line_cites_the_book_cited_before(line: str, source: bool) -> None:
    assert is_source(line, Repositories(())) is source
