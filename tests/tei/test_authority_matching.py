"""Matching in running text. The people of Karsk are invented; others come from the built-in lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.authority import Authority, Match
from tests.timing import seconds

BUILT_IN, _ = Authority.load([])


def listed(tmp_path: Path, *people: str, builtin: bool = False) -> Authority:
    path = tmp_path / "list.xml"
    body = "".join(people)
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson>{body}</listPerson></TEI>', encoding="utf-8")
    return Authority.load([path], builtin=builtin)[0]


def found(text: str, kinds: tuple[str, ...] = ("person", "place", "org")) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], " ".join(match.entry_ids)) for match in BUILT_IN.find(text, kinds=kinds)]


WRITTEN = [
    ("Mao Zedong wrote to FILIPPOV.", "Mao Zedong=mao; FILIPPOV=stalin"),
    ("the fall of KOREA", "KOREA=korea"),
    ("Central Committee of the CCP and the CCP", "Central Committee of the CCP=ccp-cc; CCP=ccp"),
    ("the Chinese Communist party", "Chinese Communist party=ccp"),
    ("VKP(b) CC", "VKP(b) CC=cpsu-cc"),
    ("Mao's men, Stalin’s reply, STALIN'S", "Mao=mao; Stalin=stalin; STALIN=stalin"),
    ("Mao3 and Stalin[2]", "Mao=mao; Stalin=stalin"),
    ("'Mao' and “Stalin”", "Mao=mao; Stalin=stalin"),
    ("Comrade Stalin, Com. Dimitrov", "Stalin=stalin; Dimitrov=dimitrov"),
    ("General Marshall, Gen. Marshall", "Marshall=marshall; Marshall=marshall"),
    ("President Truman, Mr. Acheson", "Truman=truman; Acheson=acheson"),
    ("Xi'an, Xi’an, Xian", "Xi'an=xian; Xi’an=xian; Xian=xian"),
    ("Chiang Kai\u2013shek, Chiang\nKai-shek", "Chiang Kai\u2013shek=chiang; Chiang\nKai-shek=chiang"),
    ("Chou En-\nlai, Chou Enlai, Chou\u00a0En-lai", "Chou En-\nlai=zhou; Chou Enlai=zhou; Chou\u00a0En-lai=zhou"),
    ("Peiping, Beiping, Peking", "Peiping=beijing; Beiping=beijing; Peking=beijing"),
    ("Gomulka, Gomułka, RÁKOSI", "Gomulka=gomulka; Gomułka=gomulka; RÁKOSI=rakosi"),
    ("Ra\u0301kosi\u0301 came", "Ra\u0301kosi\u0301=rakosi"),
    ("Sino-US talks, anti-Stalin, Moscow-Beijing", "US=usa; Stalin=stalin; Moscow=moscow; Beijing=beijing"),
    ("d'Adenauer, l’Albania", "Adenauer=adenauer; Albania=albania"),
    ("товарищу Сталину о Мао Цзэдуне", "Сталину=stalin; Мао Цзэдуне=mao"),
    ("ХРУЩЁВУ, Хрущева", "ХРУЩЁВУ=khrushchev; Хрущева=khrushchev"),
    ("毛泽东同志致斯大林", "毛泽东=mao; 斯大林=stalin"),
    ("在斯大林格勒", "斯大林格勒=stalingrad"),
    ("在Moscow的会议", "Moscow=moscow"),
    ("김일성은", "김일성=kim-ilsung"),
    ("V. M. Molotov and J. Stalin", "V. M. Molotov=molotov; J. Stalin=stalin"),
    ("Ivan V. Kovalev, Sergei Kovalev, S. Kovalev", "Ivan V. Kovalev=kovalev"),
    ("Group A. Stalin said", "Stalin=stalin"),
    ("т. Молотову, Т. Рощину", "Молотову=molotov; Рощину=roshchin"),
    ("W. Averell Harriman and Harry S. Truman", "W. Averell Harriman=harriman; Harry S. Truman=truman"),
    ("Robert Kennedy", "Robert Kennedy=kennedy-robert"),
]


@pytest.mark.parametrize(("text", "names"), WRITTEN)
def test_names_are_found_as_they_are_written(text: str, names: str) -> None:
    assert "; ".join(f"{name}={entry}" for name, entry in found(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Maoism, Stalinist, Koreans",
        "pla, Pla, un, Un, us, mid",
        "mao and stalin",
        "Mao-tun, T'Mao, O'Stalin's",
        "Stalin_file",
        "Foreign Service, the clay, will grew",
        "TELL US WHO IT IS",
        "Chiangs Kai",
        "Karsk\n\nMargaret Truman",
    ],
)
def test_what_is_not_the_name_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_no_name_reaches_over_an_empty_line_or_a_spaced_dash() -> None:
    assert found("Mao\n\nZedong") == [("Mao", "mao")]
    assert found("Kim Il – Sung") == [("Kim Il", "kim-il")]


def test_only_the_kinds_asked_for_are_found() -> None:
    assert found("Mao left Moscow", kinds=("place",)) == [("Moscow", "moscow")]


def test_a_match_says_which_form_of_the_list_it_is() -> None:
    assert BUILT_IN.find("to PEIPING") == (Match(3, 10, ("beijing",), "Peiping", "romanisation"),)
    assert BUILT_IN.find("Molotov") == (Match(0, 7, ("molotov",), "Molotov", "short"),)
    assert BUILT_IN.find("Terebin") == (Match(0, 7, ("orlov",), "Terebin", "pseudonym"),)


SEVER = '<persName type="pseudonym" from="{}" to="{}">Sever</persName>'
VELTMAN = f'<person xml:id="veltman"><persName>Anna Veltman</persName>{SEVER.format("1937-03", "1937-09")}</person>'
LIND = f'<person xml:id="lind"><persName>Oskar Lind</persName>{SEVER.format("1937-10", "1938-06")}</person>'


@pytest.mark.parametrize(
    ("date", "ids", "ambiguous"),
    [
        (None, ("veltman", "lind"), True),
        ("1937", ("veltman", "lind"), True),
        ("1937-04-01", ("veltman",), False),
        ("1938-01", ("lind",), False),
    ],
)
def test_a_cover_name_is_told_by_its_years(
    tmp_path: Path, date: str | None, ids: tuple[str, ...], ambiguous: bool
) -> None:
    (match,) = listed(tmp_path, VELTMAN, LIND).find("to SEVER", date=date)
    assert (match.entry_ids, match.ambiguous) == (ids, ambiguous)


def test_a_cover_name_outside_its_years_is_no_match(tmp_path: Path) -> None:
    assert listed(tmp_path, VELTMAN, LIND).find("to Sever", date="1940") == ()


def surnamed(identifier: str, forename: str, extra: str = "") -> str:
    name = f"<persName><forename>{forename}</forename> <surname>Lind</surname></persName>"
    return f'<person xml:id="{identifier}">{name}{extra}</person>'


def test_a_surname_of_two_is_ambiguous_unless_one_lists_it_outright(tmp_path: Path) -> None:
    oskar, eva = surnamed("oskar", "Oskar"), surnamed("eva", "Eva")
    assert listed(tmp_path, oskar, eva).find("Lind")[0].entry_ids == ("oskar", "eva")
    eva = surnamed("eva", "Eva", '<persName type="short">Lind</persName>')
    assert listed(tmp_path, oskar, eva).find("Lind")[0].entry_ids == ("eva",)


def test_a_cover_name_does_not_beat_a_real_surname(tmp_path: Path) -> None:
    cover = (
        '<person xml:id="veltman"><persName>Anna Veltman</persName><persName type="pseudonym">Lind</persName></person>'
    )
    assert listed(tmp_path, surnamed("oskar", "Oskar"), cover).find("Lind")[0].ambiguous


def test_people_not_yet_born_do_not_make_a_name_ambiguous(tmp_path: Path) -> None:
    old, young = surnamed("old", "Oskar"), surnamed("young", "Eva", '<birth when="1990"/>')
    authority = listed(tmp_path, old, young)
    assert authority.find("Lind", date="1937")[0].entry_ids == ("old",)
    assert authority.find("Lind", date="2015")[0].ambiguous
    assert authority.find("Oskar Lind and E. Lind")[1].entry_ids == ("young",)


def test_a_surname_that_is_a_common_word_is_not_looked_for(tmp_path: Path) -> None:
    name = '<persName><forename>Oskar</forename> <surname type="common-word">Winter</surname></persName>'
    authority = listed(tmp_path, f'<person xml:id="winter">{name}</person>')
    assert authority.find("Winter came") == ()
    assert [match.entry_ids for match in authority.find("Oskar Winter came")] == [("winter",)]


def test_initials_are_compared_in_their_own_script(tmp_path: Path) -> None:
    name = (
        '<persName><forename>Oskar</forename> <surname>Lind</surname></persName><persName xml:lang="ru">Линд</persName>'
    )
    authority = listed(tmp_path, f'<person xml:id="lind">{name}</person>')
    text = "Э. Линд, O. Lind, E. Lind"
    assert [text[m.start : m.end] for m in authority.find(text)] == ["Линд", "O. Lind"]


def test_a_cover_name_of_one_year_is_given_with_when(tmp_path: Path) -> None:
    name = '<persName>Oskar Lind</persName><persName type="pseudonym" when="1937">Sever</persName>'
    authority = listed(tmp_path, f'<person xml:id="lind">{name}</person>')
    assert len(authority.find("Sever", date="1937-05")) == 1
    assert authority.find("Sever", date="1938-05") == ()


def test_hidden_forms_and_single_letters_are_not_looked_for(tmp_path: Path) -> None:
    name = '<persName>Oskar Lind</persName><persName type="hidden">Sever</persName><persName>L</persName>'
    authority = listed(tmp_path, f'<person xml:id="lind">{name}</person>')
    assert authority.find("L and Sever") == ()


def test_local_forms_go_before_the_lists_and_leave_them_alone() -> None:
    local = BUILT_IN.with_local({"the Chief": "stalin", "Zhou": "zhu-de", "司令": "zhu-de"})
    text = "the Chief, THE CHIEF and Zhou; 司令; Zhou Enlai"
    matches = [(text[m.start : m.end], m.entry_ids[0], m.variant_type) for m in local.find(text)]
    assert matches == [
        ("the Chief", "stalin", "local"),
        ("THE CHIEF", "stalin", "local"),
        ("Zhou", "zhu-de", "local"),
        ("司令", "zhu-de", "local"),
        ("Zhou Enlai", "zhou", "preferred"),
    ]
    assert found("the Chief") == []
    assert local.resolve("Zhou").entries[0].id == "zhu-de"
    assert [m.entry_ids for m in local.with_local({"CH": "ccp"}).find("CH, ch, the Chief")] == [("ccp",), ("stalin",)]


def test_a_local_form_for_an_unknown_entry_is_a_broken_contract() -> None:
    with pytest.raises(KeyError):
        BUILT_IN.with_local({"the Chief": "nobody"})


NAMES = ["Mao", "Mao Zedong", "Stalin", "PLA", "us", "Xi’an", "Сталину", "毛泽东"]
BETWEEN = ["ism", "-", "'", "s ", " ", "\n", "\u00ad", "é", ". ", "A. ", "3"]
PIECES = st.sampled_from(NAMES + BETWEEN)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_matches_stand_in_order_never_overlap_and_never_lie_inside_a_word(text: str) -> None:
    end = 0
    for match in BUILT_IN.find(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
        first, before = text[match.start], text[match.start - 1 : match.start]
        last, after = text[match.end - 1], text[match.end : match.end + 1]
        assert not (first < "\u2e80" and before < "\u2e80" and before.isalnum())
        assert not (last < "\u2e80" and after < "\u2e80" and after.isalpha())


def test_a_page_is_searched_in_a_few_milliseconds() -> None:
    text = "Comrade Mao Zedong sent word from Xibaipo to FILIPPOV; the stores at the station were low. " * 66
    BUILT_IN.find(text)
    assert seconds(lambda: BUILT_IN.find(text, date="1949")) < 0.1
    assert len(BUILT_IN.find(text, date="1949")) == 66 * 3


def test_ten_thousand_entries_do_not_slow_the_search(tmp_path: Path) -> None:
    people = [
        f'<person xml:id="p{n}"><persName>Oskar Lind{chr(97 + n % 26)}{n}x</persName></person>' for n in range(10_000)
    ]
    authority = listed(tmp_path, *people)
    authority.find("Oskar")
    text = "a page of the log of Karsk with no name of the list in it " * 100
    assert seconds(lambda: authority.find(text)) < 0.1
