"""Dates as written are found, with the right span and the right ISO value. The station Karsk is invented."""

from __future__ import annotations

import pytest

from tei.dates import WrittenDate, find_dates, parse_date


def value(date: WrittenDate) -> str:
    """The value in one string: when, or the two bounds, or a dash."""
    return date.when or (f"{date.not_before}/{date.not_after}" if date.not_before else "-")


# text with the dates between braces, then their values
FORMS = [
    # day, month, year
    ("{October 23, 1949}", "1949-10-23"),
    ("{October 23 1949}", "1949-10-23"),
    ("{October 23rd, 1949}", "1949-10-23"),
    ("{October the 23rd, 1949}", "1949-10-23"),
    ("{Oct. 23, 1949}", "1949-10-23"),
    ("{OCTOBER 23, 1949}", "1949-10-23"),
    ("{23 October 1949}", "1949-10-23"),
    ("{23 October, 1949}", "1949-10-23"),
    ("{23rd October, 1949}", "1949-10-23"),
    ("{22nd December, 1943}", "1943-12-22"),
    ("{23rd of October 1949}", "1949-10-23"),
    ("{23rd day of October, 1949}", "1949-10-23"),
    ("{23 October of 1949}", "1949-10-23"),
    ("{23 Oct 1949}", "1949-10-23"),
    ("{23 Oct. 49}", "1949-10-23"),
    ("{23-Oct-49}", "1949-10-23"),
    ("{23 October ’49}", "1949-10-23"),
    ("{23 OCT 1949}", "1949-10-23"),
    ("{23OCT49}", "1949-10-23"),
    ("{5 may 1949}", "1949-05-05"),
    ("{23. October 1949} it is".replace("{", "On {"), "1949-10-23"),
    ("{23\nOctober 1949}", "1949-10-23"),
    ("{23 October 1949}", "1949-10-23"),
    ("{1949, 23 October}", "1949-10-23"),
    ("{1949 October 23}", "1949-10-23"),
    ("No. 234 {23 October 1937}", "1937-10-23"),
    ("from Karsk, {12 March 1938}.", "1938-03-12"),
    ("({12 March 1938})", "1938-03-12"),
    ("Karsk—{12 March 1938}", "1938-03-12"),
    ("dated {2nd January 1938};", "1938-01-02"),
    # years that the editor gave
    ("{2 January [1950]}", "1950-01-02"),
    ("{2 January 19[50]}", "1950-01-02"),
    ("{2 January [19]50}", "1950-01-02"),
    ("{2 January 195[0]}", "1950-01-02"),
    ("{January 2, [1950]}", "1950-01-02"),
    ("{2 January [1950?]}", "1950-01-02"),
    ("[{2 January 1950}]", "1950-01-02"),
    ("[{1950}]", "1950"),
    # figures
    ("{1949-10-23}", "1949-10-23"),
    ("{1949-10}", "1949-10"),
    ("{1949.10.23}", "1949-10-23"),
    ("{1949/10/23}", "1949-10-23"),
    ("{28.01.1949}", "1949-01-28"),
    ("{28. 01. 1949}", "1949-01-28"),
    ("{28.1.49}", "1949-01-28"),
    ("{10/14/50}", "1950-10-14"),
    ("{14/10/50}", "1950-10-14"),
    ("{10-14-50}", "1950-10-14"),
    ("{13/5-50}", "1950-05-13"),
    ("{3/5-50}", "1950-05-03"),
    ("{3/5 1950}", "1950-05-03"),
    ("{16.XII.1947}", "1947-12-16"),
    ("{16.xii.1947}", "1947-12-16"),
    ("{16. XII. 1947}", "1947-12-16"),
    ("{16.ХII.1947}", "1947-12-16"),
    ("{16 XII 1947}", "1947-12-16"),
    ("{16/XII 1947}", "1947-12-16"),
    ("{16-XII-47}", "1947-12-16"),
    ("{27/X/1962}", "1962-10-27"),
    ("{29/IX — 34 г.}", "1934-09-29"),
    ("{29/IX}", "--09-29"),
    ("от {23.10.49 г.}", "1949-10-23"),
    ("от {23.10.49}.", "1949-10-23"),
    ("{5/18 October 1912}", "1912-10-18"),
    ("{October 5/18, 1912}", "1912-10-18"),
    ("{25 October/7 November 1917}", "1917-11-07"),
    ("{25 October (7 November) 1917}", "1917-11-07"),
    ("{14/1 октября 1914 г.}", "1914-10-14"),
    ("{13 марта (28 февраля) 1915 г.}", "1915-03-13"),
    ("{13 марта/28 февраля 1915 г.}", "1915-03-13"),
    ("{5 October 1912 (O.S.)}", "1912-10-18"),
    ("{5 October 1912, O. S.}", "1912-10-18"),
    ("{5 October 1912 (old style)}", "1912-10-18"),
    ("{18 October 1912 (N.S.)}", "1912-10-18"),
    ("{29 February 1900 (O.S.)}", "1900-03-13"),
    ("{31 February 1912 (O.S.)}", "-"),
    ("{25 October (7 November)}", "--11-07"),
    ("{25 October} (8 November) 1917".replace("(8 November) 1917", "({8 November}) 1917"), "--10-25 --11-08"),
    ("{5 октября 1912 г. ст. ст.}", "1912-10-18"),
    ("{5 октября 1912 г. по старому стилю}", "1912-10-18"),
    # without a year
    ("on {23 October} we", "--10-23"),
    ("since {13 November}", "--11-13"),
    ("on {October 23} we", "--10-23"),
    ("On {May 5} the ship", "--05-05"),
    ("{31 February}", "-"),
    ("{30 February 1949}", "-"),
    ("{29 February 1949}", "-"),
    ("{29 February}", "--02-29"),
    ("{31.04.1949}", "-"),
    # months and years
    ("{April 1949}", "1949-04"),
    ("{April, 1949}", "1949-04"),
    ("{April of 1949}", "1949-04"),
    ("{Oct. 1949}", "1949-10"),
    ("in {October} the ice", "--10"),
    ("In {May} the ice", "--05"),
    ("during {October}.", "--10"),
    ("in {1949}", "1949"),
    ("the {1949} treaty", "1949"),
    ("(Moscow, {1938})", "1938"),
    ("in the {1930s}", "1930/1939"),
    # ranges
    ("{2–5 May 1949}", "1949-05-02/1949-05-05"),
    ("{2-5 May}", "--05-02/--05-05"),
    ("{2 to 5 May 1949}", "1949-05-02/1949-05-05"),
    ("{May 2–5, 1949}", "1949-05-02/1949-05-05"),
    ("{2 May – 5 June 1949}", "1949-05-02/1949-06-05"),
    ("{2 May 1949 – 5 June 1950}", "1949-05-02/1950-06-05"),
    ("{30 December – 5 January 1950}", "1949-12-30/1950-01-05"),
    ("{30 January to 8 February 1949}", "1949-01-30/1949-02-08"),
    ("{between 3 and 5 May}", "--05-03/--05-05"),
    ("{between May 3 and May 5, 1949}", "1949-05-03/1949-05-05"),
    ("from {3 to 5 May 1949}", "1949-05-03/1949-05-05"),
    ("{night of 3–4 May 1949}", "1949-05-03/1949-05-04"),
    ("{5/6 May 1949}", "1949-05-05/1949-05-06"),
    ("{23–25.10.49}", "1949-10-23/1949-10-25"),
    ("{23.10.49–25.10.49}", "1949-10-23/1949-10-25"),
    ("{January–May 1949}", "1949-01/1949-05"),
    ("{March–May 1949}", "1949-03/1949-05"),
    ("{November 1949 – January 1950}", "1949-11/1950-01"),
    ("{1893 -1954}", "1893/1954"),
    ("in {1939–1945}", "1939/1945"),
    ("in {1949–50}", "1949/1950"),
    ("in {1949/50}", "1949/1950"),
    # vague
    ("in {early February 1949}", "1949-02-01/1949-02-10"),
    ("in {mid-February 1949}", "1949-02-11/1949-02-20"),
    ("in {late February 1949}", "1949-02-21/1949-02-28"),
    ("at the {end of July}", "--07-21/--07-31"),
    ("at the {end of July 1949}", "1949-07-21/1949-07-31"),
    ("the {beginning of August 1949}", "1949-08-01/1949-08-10"),
    ("the {first half of October 1949}", "1949-10-01/1949-10-15"),
    ("the {second half of October}", "--10-16/--10-31"),
    ("in {early 1949}", "1949-01-01/1949-04-30"),
    ("in the {spring of 1949}", "1949-03-01/1949-05-31"),
    ("{summer of 1949}", "1949-06-01/1949-08-31"),
    ("{autumn 1949}", "1949-09-01/1949-11-30"),
    ("{winter of 1949–50}", "1949-12-01/1950-02-28"),
    ("{winter of 1949}", "1948-12-01/1950-02-28"),
    ("{ca. 10 January 1944}", "1944-01-10"),
    ("{about 10 January 1944}", "1944-01-10"),
    ("{not later than 10 January 1944}", "1944-01-10"),
    # lists
    ("{3} and {5 May 1949}", "1949-05-03 1949-05-05"),
    ("{January 10}, {11} and {14}, of which", "--01-10 --01-11 --01-14"),
    ("{May 6}, {7}, and {9 of 1938}", "1938-05-06 1938-05-07 1938-05-09"),
    ("{30 January} and {8 February 1949}", "1949-01-30 1949-02-08"),
    ("{May 2–5}, {7} and {9, 1938}", "1938-05-02/1938-05-05 1938-05-07 1938-05-09"),
    ("{2–5} and {9 May 1938}", "1938-05-02/1938-05-05 1938-05-09"),
    ("on {May 5}, 12 divisions", "--05-05"),
    ("on {May 5} and 12 tons of coal", "--05-05"),
    ("{5 May 1938} ({6 June} was later)", "1938-05-05 --06-06"),
    ("{5 May 1938} to {June}", "1938-05-05 --06"),
    ("{2 May 1938 – 5 June}", "1938-05-02/1938-06-05"),
    ("{30 December 1937 to 5 January}", "1937-12-30/1938-01-05"),
    ("{5/20 May 1938}", "1938-05-05/1938-05-20"),
    ("{25 October (7 November 1917)}", "1917-11-07"),
    ("{night of 3 May 1938}", "1938-05-03"),
    ("in {October 19[50]}", "1950-10"),
    ("{5. April 1938}", "1938-04-05"),
    ("1. {October 1938} was cold", "1938-10"),
    ("{10/XI 38}", "1938-11-10"),
    ("{9–11.XI.38}", "1938-11-09/1938-11-11"),
    ("on {5 May 1938} 40 men left", "1938-05-05"),
    ("on {5 May 1938}, 1939 tons", "1938-05-05"),
    ("{31 April – 5 May 1938}", "-"),
    ("{090900Q Nov 50}", "1950-11-09T09:00:00-04:00"),
    ("{1938-03-12} 25:00", "1938-03-12"),
    ("{10月初}", "--10-01/--10-10"),
    ("of {May 12} 月", "--05-12"),
    ("{1949年底}", "1949-10-01/1949-12-31"),
    ("{1949年10月23日}，{24:00}".replace("}，{", "，"), "1949-10-24T00:00:00"),
    ("Rio de Janeiro, {2 de janeiro de 1938}", "1938-01-02"),
    ("in Rio de Janeiro on {5 May 1938}", "1938-05-05"),
    ("{1937年12月1日}至{1938年1月5日}", "1937-12-01 1938-01-05"),
    ("{«12» марта 1938 г.}", "1938-03-12"),
    ('от {"12" марта 1938 г.}', "1938-03-12"),
    ("{1937—1938 гг.}", "1937/1938"),
    ("the {last week of March 1938}", "1938-03-25/1938-03-31"),
    ("в {первых числах марта 1938 г.}", "1938-03-01/1938-03-07"),
    ("Deptel 1234, {December 5, 1938}", "1938-12-05"),
    # days of the week
    ("{Monday, 24 October 1949}", "1949-10-24"),
    ("on {Monday, October 24}", "--10-24"),
    ("{Mon., 24 Oct. 1949}", "1949-10-24"),
    # glued note markers
    ("{December 17}26 the crew", "--12-17"),
    ("{June 23}24", "--06-23"),
    ("{10 January 1949}3", "1949-01-10"),
    ("{10 January 1949}12", "1949-01-10"),
    # times with dates
    ("{2300 23 October 1949}", "1949-10-23T23:00:00"),
    ("at {0840 24 October 1949}", "1949-10-24T08:40:00"),
    ("at {0840 24 October}", "--10-24"),
    ("at {1840 24 October 1949}", "1949-10-24T18:40:00"),
    ("at {2300 on 23 October 1949}", "1949-10-23T23:00:00"),
    ("{2300 hours, 23 October 1949}", "1949-10-23T23:00:00"),
    ("{11:00 p.m., 2 January [1950]}", "1950-01-02T23:00:00"),
    ("{23:00 23.10.49}", "1949-10-23T23:00:00"),
    ("{23.10.49 23:00}", "1949-10-23T23:00:00"),
    ("{23.10.49, 23.00}", "1949-10-23T23:00:00"),
    ("{23 October 1949, 23:00}", "1949-10-23T23:00:00"),
    ("{23 October 1949 at 2300}", "1949-10-23T23:00:00"),
    ("{23 October 1949 at 2300 hours}", "1949-10-23T23:00:00"),
    ("{April 18, 1949—5 p. m.}", "1949-04-18T17:00:00"),
    ("{April 18, 1949, 5 p.m.}", "1949-04-18T17:00:00"),
    ("{noon, 18 April 1949}", "1949-04-18T12:00:00"),
    ("{12 noon, 18 April 1949}", "1949-04-18T12:00:00"),
    ("{March 28, 1865. 12 M.}", "1865-03-28T12:00:00"),
    ("It went up on {28 March 1865}. 12 m. of rope were lost", "1865-03-28"),
    ("{April 18, 1949—12 m.} The rope", "1949-04-18T12:00:00"),
    ("{April 18, 1949—midnight}", "1949-04-19T00:00:00"),
    ("{2400 18 April 1949}", "1949-04-19T00:00:00"),
    ("{1949-10-23T23:00:00}", "1949-10-23T23:00:00"),
    ("{1949-10-23T23:00:00Z}", "1949-10-23T23:00:00Z"),
    ("{1949-10-23T23:00:15+03:00}", "1949-10-23T23:00:15+03:00"),
    ("{1949-10-23 23:00}", "1949-10-23T23:00:00"),
    ("{281605Z}", "---28"),
    ("{281605Z OCT 50}", "1950-10-28T16:05:00Z"),
    ("{281605Z OCT 08}", "2008-10-28T16:05:00Z"),
    ("{281605Z OCT 95}", "1995-10-28T16:05:00Z"),
    ("{281605Z OCT 38}", "1938-10-28T16:05:00Z"),
    ("{281605Z October 1950}", "1950-10-28T16:05:00Z"),
    ("{281605 Oct 50}", "1950-10-28T16:05:00"),
    ("{090900I Nov 50}", "1950-11-09T09:00:00+09:00"),
    ("{5 May 1949, 1123Z}", "1949-05-05T11:23:00Z"),
    ("{5 May 1949, 11:23 Moscow time}", "1949-05-05T11:23:00+03:00"),
    ("{5 May 1929, 11:23 Moscow time}", "1929-05-05T11:23:00"),
    ("{2300 3 May 1949 – 0400 4 May 1949}", "1949-05-03T23:00:00/1949-05-04T04:00:00"),
    # Russian
    ("{23 октября 1949 г.}", "1949-10-23"),
    ("{23 октября 1949 года} в", "1949-10-23"),
    ("{23 октября 1949г.}", "1949-10-23"),
    ("{23 ОКТЯБРЯ 1949 Г.}", "1949-10-23"),
    ("{23-го октября}", "--10-23"),
    ("{23-го октября 1949 года}", "1949-10-23"),
    ("{23 окт. 1949 г.}", "1949-10-23"),
    ("{5 мая 1949}", "1949-05-05"),
    ("{октябрь 1949 г.}", "1949-10"),
    ("в {октябре 1949 года}", "1949-10"),
    ("в {октябре} станция", "--10"),
    ("к {октябрю}", "--10"),
    ("в {1949 году}", "1949"),
    ("{1949 г.}", "1949"),
    ("с {3 по 5 мая 1949 г.}", "1949-05-03/1949-05-05"),
    ("с {3 мая по 5 июня 1949 г.}", "1949-05-03/1949-06-05"),
    ("в {начале февраля 1949 г.}", "1949-02-01/1949-02-10"),
    ("в {середине мая}", "--05-11/--05-20"),
    ("в {конце июля 1949 года}", "1949-07-21/1949-07-31"),
    ("во {второй половине октября}", "--10-16/--10-31"),
    ("{летом 1949 г.}", "1949-06-01/1949-08-31"),
    ("{весной 1949 года}", "1949-03-01/1949-05-31"),
    ("в {ночь на 4 мая 1949 г.}", "1949-05-03/1949-05-04"),
    ("в {ночь с 3 на 4 мая 1949 г.}", "1949-05-03/1949-05-04"),
    ("{не позднее 5 мая 1949 г.}", "1949-05-05"),
    ("{около 5 мая 1949 г.}", "1949-05-05"),
    ("{23 октября 1949 г. в 23 ч. 40 м.}", "1949-10-23T23:40:00"),
    ("в {23 ч. 40 м. 23 октября 1949 г.}", "1949-10-23T23:40:00"),
    ("{23 октября 1949 г., 23 час. 45 мин.}", "1949-10-23T23:45:00"),
    ("{25 октября (7 ноября) 1917 г.}", "1917-11-07"),
    ("{понедельник, 24 октября 1949 г.}", "1949-10-24"),
    # Chinese, Japanese, Korean
    ("{1949年10月23日}", "1949-10-23"),
    ("于{1949年10月23日}致电", "1949-10-23"),
    ("{1949 年 10 月 23 日}", "1949-10-23"),
    ("{一九四九年一月十日}", "1949-01-10"),
    ("{一九四九年十二月廿三日}", "1949-12-23"),
    ("{一九四九年十月三十一日}", "1949-10-31"),
    ("{民国三十八年一月十日}", "1949-01-10"),
    ("{民國卅八年元月十日}", "1949-01-10"),
    ("{10月23日}", "--10-23"),
    ("{十月廿三日}", "--10-23"),
    ("{1949年10月}", "1949-10"),
    ("{一九四九年}", "1949"),
    ("{1949年10月上旬}", "1949-10-01/1949-10-10"),
    ("{1949年10月底}", "1949-10-21/1949-10-31"),
    ("{1949年10月23日下午六时}", "1949-10-23T18:00:00"),
    ("{1949年10月23日23时40分}", "1949-10-23T23:40:00"),
    ("{十月二十三日晚八点半}", "--10-23"),
    ("{昭和24年10月23日}", "1949-10-23"),
    ("{1949年10月23日 23:40}", "1949-10-23T23:40:00"),
    ("{1949年十月}，{13月}".replace("，{13月}", ""), "1949-10"),
    ("{1949년 10월 23일}", "1949-10-23"),
    # other languages
    ("{23. Oktober 1949}", "1949-10-23"),
    ("{5. Mai 1949}", "1949-05-05"),
    ("{Anfang Februar 1949}", "1949-02-01/1949-02-10"),
    ("le {1er mai 1949}", "1949-05-01"),
    ("le {23 août 1949}", "1949-08-23"),
    ("{début février 1949}", "1949-02-01/1949-02-10"),
    ("{23 октомври 1949 г.}", "1949-10-23"),
    ("{23 Ekim 1949}", "1949-10-23"),
    ("{23 Ağustos 1949}", "1949-08-23"),
    ("{23 KASIM 1949}", "1949-11-23"),
    ("{5 de mayo de 1949}", "1949-05-05"),
    ("{5 maggio 1949}", "1949-05-05"),
    ("{5 maja 1949}", "1949-05-05"),
    ("{5 травня 1949 р.}", "1949-05-05"),
]


@pytest.mark.parametrize(("marked", "values"), FORMS)
def test_each_form_is_found_with_its_exact_words_and_value(marked: str, values: str) -> None:
    """What stands between the braces is the date, and nothing else is."""
    text = marked.replace("{", "").replace("}", "")
    expected = [part.partition("}")[0] for part in marked.split("{")[1:]]
    found = find_dates(text)
    assert [date.text for date in found] == expected
    assert [text[date.start : date.end] for date in found] == expected
    assert " ".join(value(date) for date in found) == values


NOT_DATES = [
    "I may 5 times have asked",
    "we may go",
    "May I ask for coal",
    "they march 5 miles",
    "March to the hut",
    "an august person",
    "April Smith is the cook",
    "the 38th parallel",
    "1,500,000 rubles",
    "1 500 000 rubles",
    "893.00/4–1849",
    "893.00/4-1849",
    "740.00119 Control (Karsk)/8–2245",
    "file 501.BB/1-550",
    "192.168.10.49",
    "version 2.4.16.1",
    "f. 558, op. 11, d. 330, ll. 95–96",
    "Ф. 558. Оп. 11. Д. 330. Л. 95–96",
    "pp. 185–202",
    "p. 1938",
    "No. 1938",
    "Nº 1949",
    "№ 1949",
    "vol. 12",
    "telegram 1938",
    "1938 tons of coal",
    "a load of 1850 men",
    "2000 rubles",
    "at 39.3 degrees",
    "23.10 rubles",
    "282.56",
    "12.5 km",
    "36261/shs",
    "5 divisions",
    "the 5th unit",
    "copy 2 of 5",
    "in 24 hours",
    "45 percent",
    "A1949B",
    "x1949",
    "$1949",
    "1949%",
    "13.13.49",
    "99/99/99",
    "1234567",
    "123456Z7",
    "451605Z",
    "the decision of the sect",
    "Junior officers",
    "three days in a row",
    "ratio 3/4",
    "3/4 of the load",
    "10 to 15 men",
    "between 3 and 5 men",
    "十年前",
    "三个月",
    "二十三人",
    "the fall of the town",
    "the October Revolution",
    "the July Days",
    "we march 1949 miles",
    "troops march to the hut",
    "WE MAY 5 TIMES",
    "1. I thank you",
    "2. V. Petrov",
    "5 may be too many",
    "5 May men",
    "3 and 5 may",
    "13月5日",
    "本月",
    "本月四十日",
    "三百年",
    "五十十月",
    "25–23.10.4",
    "12-5.38",
    "1.2/38",
    "3 / 4 / 38",
    "40/XI",
    "5.10.0999",
    "090900Q",
    "0999-10-23 xx".replace("0999-10-23", "0999-13-23"),
    "1949.13.23",
    "Marchand",
    "Mayor 5",
    "decimal 5",
    "second winter",
    "",
    "   ",
    "г.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    """Verbs, quantities, file numbers, pages and references are no dates."""
    assert find_dates(text) == ()


WITH_YEAR = [
    ("23 October", 1949, "1949-10-23", True),
    ("in May", 1949, "1949-05", True),
    ("23 October 1937", 1949, "1937-10-23", False),
    ("10 января с. г.", 1949, "1949-01-10", True),
    ("10 января с.г.", 1949, "1949-01-10", True),
    ("23.10 с. г.", 1949, "1949-10-23", True),
    ("今年三月十日", 1949, "1949-03-10", True),
    ("去年三月", 1949, "1948-03", True),
    ("December 1726", 1726, "1726-12", False),
    ("10 января прошлого года", 1949, "1948-01-10", True),
    ("in August of this year", 1949, "1949-08", True),
    ("in August of last year", 1949, "1948-08", True),
    ("on 5 May next year", 1949, "1950-05-05", True),
    ("0840 24 October", 1949, "1949-10-24T08:40:00", True),
    ("2–5 May", 1949, "1949-05-02/1949-05-05", True),
    ("30 December – 5 January", 1949, "1949-12-30/1950-01-05", True),
    ("early February", 1949, "1949-02-01/1949-02-10", True),
    ("end of February", 1948, "1948-02-21/1948-02-29", True),
    ("29 February", 1949, "-", True),
    ("this spring", 1949, "1949-03-01/1949-05-31", True),
    ("last autumn", 1949, "1948-09-01/1948-11-30", True),
    ("5 October (O.S.)", 1912, "1912-10-18", True),
    ("10月23日", 1949, "1949-10-23", True),
    ("29/IX", 1934, "1934-09-29", True),
    ("3.5.12", 1912, "1912-05-03", False),
    ("3.5.98", 1901, "1898-05-03", False),
    ("281605Z OCT", 1950, "1950-10-28T16:05:00Z", True),
]


@pytest.mark.parametrize(("text", "year", "expected", "supplied"), WITH_YEAR)
def test_the_year_of_the_argument_completes_a_date(text: str, year: int, expected: str, supplied: bool) -> None:
    """A date without a year takes the one that is given and says so."""
    (date,) = find_dates(text, year=year)
    assert (value(date), date.year_supplied) == (expected, supplied)


WITH_ANCHOR = [
    ("23 October", "1949-10-23", "1949-10-23"),
    ("20 December", "1950-01-02", "1949-12-20"),
    ("5 January", "1949-12-28", "1950-01-05"),
    ("on the 5th.", "1949-10-23", "1949-10-05"),
    ("on the 28th,", "1949-11-02", "1949-10-28"),
    ("your message of the 5th inst.", "1949-10-23", "1949-10-05"),
    ("your message of the 5th ultimo", "1949-01-23", "1948-12-05"),
    ("the 5th prox.", "1949-12-23", "1950-01-05"),
    ("the 5th of this month", "1949-10-23", "1949-10-05"),
    ("5 числа", "1949-10-23", "1949-10-05"),
    ("281605Z", "1950-10-29", "1950-10-28T16:05:00Z"),
    ("311605Z", "1950-10-02", "1950-10-31T16:05:00Z"),
    ("today", "1949-10-23", "1949-10-23"),
    ("本月12日", "1949-10-23", "1949-10-12"),
    ("上月十二日", "1949-10-23", "1949-09-12"),
    ("yesterday", "1949-10-01", "1949-09-30"),
    ("At 8:00 p.m. today", "1949-10-23", "1949-10-23T20:00:00"),
    ("in July of this year", "1949-10-23", "1949-07"),
]


@pytest.mark.parametrize(("text", "anchor", "expected"), WITH_ANCHOR)
def test_an_anchor_lends_the_nearest_year_and_month(text: str, anchor: str, expected: str) -> None:
    """Days are counted from the date of the document."""
    (date,) = find_dates(text, anchor=anchor)
    assert value(date) == expected
    assert date.year_supplied


def test_a_written_date_can_be_the_anchor_and_one_without_a_year_is_none() -> None:
    """The envelope's own date is passed on as it was read."""
    anchor = parse_date("2 January 1938")
    assert [date.when for date in find_dates("on 20 December", anchor=anchor)] == ["1937-12-20"]
    assert [date.when for date in find_dates("on 20 December", anchor="--05-05")] == ["--12-20"]


def test_a_number_in_prose_is_not_a_day_even_with_an_anchor() -> None:
    """ "The 5th" counts what follows it, if a noun does."""
    assert find_dates("on the 5th unit we", anchor="1949-10-23") == ()
    assert find_dates("the 5th.", anchor="1949-10-23") == ()


def test_a_day_far_from_the_anchor_may_be_of_another_year() -> None:
    """Beyond four months the second choice is named."""
    (date,) = find_dates("on 10 April", anchor="1949-10-01")
    assert (date.when, date.ambiguous, date.alternative) == ("1949-04-10", True, "1950-04-10")
    (near,) = find_dates("on 1 September", anchor="1949-10-01")
    assert not near.ambiguous


@pytest.mark.parametrize(
    ("text", "order", "when", "alternative"),
    [
        ("10/11/50", None, "1950-11-10", "1950-10-11"),
        ("10/11/50", "dmy", "1950-11-10", None),
        ("10/11/50", "mdy", "1950-10-11", None),
        ("10/10/50", None, "1950-10-10", None),
        ("10.11.50", None, "1950-11-10", None),
        ("10.11.50", "mdy", "1950-10-11", None),
        ("14/11/50", "mdy", "1950-11-14", None),
        ("1911-12", None, "1911-12", "1911"),
        ("midnight, 5 May 1938", None, "1938-05-06T00:00:00", "1938-05-05T00:00:00"),
        ("6 o'clock 5 May 1938", None, "1938-05-05T06:00:00", "1938-05-05T18:00:00"),
    ],
)
def test_an_ambiguous_date_names_its_other_reading(text: str, order: str, when: str, alternative: str | None) -> None:
    """The first reading is the day first, unless the caller knows the order."""
    (date,) = find_dates(text, order=order)
    assert (date.when, date.alternative, date.ambiguous) == (when, alternative, alternative is not None)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("10 January 1944", "certain"),
        ("ca. 10 January 1944", "approximate"),
        ("circa 1944", "approximate"),
        ("approximately 10 January 1944", "approximate"),
        ("10 January [1944]", "editorial"),
        ("10 [January 1944]", "editorial"),
        ("[10 January 1944]", "editorial"),
        ("10 January [1944?]", "questioned"),
        ("10 January 1944 (?)", "questioned"),
        ("[10 January 1944?]", "questioned"),
        ("[10 January 1944 or later]", "certain"),
        ("not later than 10 January 1944", "not-after"),
        ("не ранее 10 января 1944 г.", "not-before"),
        ("10th inst.", "relative"),
    ],
)
def test_words_of_doubt_set_the_certainty(text: str, certainty: str) -> None:
    """What the source says of its own date is kept."""
    (date,) = find_dates(text)
    assert date.certainty == certainty


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("in 1949", "year"),
        ("October 1949", "month"),
        ("23 October 1949", "day"),
        ("6 p.m. 23 October 1949", "hour"),
        ("23:00 23 October 1949", "minute"),
        ("23:00:15 23 October 1949", "second"),
        ("end of July", "month"),
    ],
)
def test_the_precision_is_that_of_the_words(text: str, precision: str) -> None:
    """The value has seconds because @when needs them; the precision says what was written."""
    (date,) = find_dates(text)
    assert date.precision == precision


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("23 October 1949", "en"),
        ("23.10.1949", ""),
        ("23.10.1949 г.", "ru"),
        ("23 октября", "ru"),
        ("5 март 1949 г.", "bg"),
        ("1949年10月23日", "zh"),
        ("昭和24年10月23日", "ja"),
        ("1949년 10월 23일", "ko"),
        ("5 mai 1949", "fr"),
        ("5. Mai 1949", "de"),
        ("23 Ekim 1949", "tr"),
    ],
)
def test_the_language_is_that_of_the_month(text: str, language: str) -> None:
    """Figures alone have no language."""
    (date,) = find_dates(text)
    assert date.language == language


def test_an_impossible_day_is_found_and_has_no_value() -> None:
    """An editor has to see it."""
    (date,) = find_dates("on 31 February 1938")
    assert (date.text, date.when, date.impossible) == ("31 February 1938", None, True)


def test_old_style_says_so_and_the_value_is_gregorian() -> None:
    """@when is always Gregorian."""
    (old,) = find_dates("5/18 October 1912")
    assert (old.when, old.calendar) == ("1912-10-18", "julian")
    (new,) = find_dates("18 October 1912")
    assert new.calendar == "gregorian"


def test_the_day_of_the_week_is_checked() -> None:
    """24 October 1949 was a Monday."""
    assert [date.weekday_agrees for date in find_dates("Monday, 24 October 1949")] == [True]
    assert [date.weekday_agrees for date in find_dates("Friday, 24 October 1949")] == [False]
    assert [date.weekday_agrees for date in find_dates("24 October 1949; Friday, 24 October")] == [None, None]


def test_the_time_of_a_date_has_its_own_place() -> None:
    """The span of the time lies in the date."""
    text = "received at 2300 23 October 1949"
    (date,) = find_dates(text)
    assert date.time_span is not None
    assert text[slice(*date.time_span)] == "2300"
    assert (date.time, date.offset) == ("23:00:00", None)


def test_a_time_without_its_year_is_kept_apart_from_the_value() -> None:
    """@when cannot hold a time without a year."""
    (date,) = find_dates("at 0840 24 October")
    assert (date.when, date.time) == ("--10-24", "08:40:00")


WHOLE = [
    ("  23 October 1949 ", "1949-10-23"),
    ("on 23 October 1949,", "1949-10-23"),
    ("[23 October 1949]", "1949-10-23"),
    ("1949", "1949"),
    ("(1949)", "1949"),
    ("october 1949", "1949-10"),
    ("october", "--10"),
    ("may", "--05"),
    ("23/10", "--10-23"),
    ("23.10", "--10-23"),
    ("от 23.10.49 г.", "1949-10-23"),
    ("the 5th", "---05"),
    ("ca. 1949", "1949"),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_whole_string_needs_no_context(text: str, expected: str) -> None:
    """Brackets, prepositions and punctuation round it are passed over."""
    date = parse_date(text)
    assert date is not None
    assert value(date) == expected
    assert text[date.start : date.end] == date.text


@pytest.mark.parametrize(
    "text", ["", " ", "coal", "23 October 1949 at Karsk", "2 May 1949 and 5 June 1950", "12", "0840"]
)
def test_a_string_that_is_more_or_less_than_a_date_is_none(text: str) -> None:
    """One date and nothing else."""
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "written", "when", "certainty"),
    [
        ("in the paper of 29 [October]) it says", "29 [October]", "1938-10-29", "editorial"),
        ("the wire of 27 [26?] October has", "27 [26?] October", "1938-10-27", "questioned"),
        ("G. D. 14.2.37.", "14.2.37", "1937-02-14", "certain"),
    ],
)
def test_a_day_keeps_the_month_that_the_editor_supplied(text: str, written: str, when: str, certainty: str) -> None:
    (found,) = find_dates(text, year=1938)
    assert (found.text, found.when, found.certainty) == (written, when, certainty)
