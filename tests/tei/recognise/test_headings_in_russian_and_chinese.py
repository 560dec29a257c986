"""Headings, offices, signatures and addresses in Russian and Chinese that stand in other forms than the usual ones."""

from __future__ import annotations

import pytest

from tei.recognise import chinese_lines
from tei.recognise.chinese_names import name_spans
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import is_title
from tei.recognise.russian_chains import russian_parties
from tei.recognise.russian_offices import read_office
from tei.recognise.signing import signature_name
from tei.recognise.titles import read_title


def test_an_unofficial_envoy_sends_telegrams_too() -> None:
    """The adjective before the office does not hide the heading."""
    text = "Телеграмма неофициального Представителя Тарна в США в Комиссариат полярных дел"
    assert is_title(text)
    assert read_title(text).party("from").startswith("неофициального")


def test_letters_in_the_plural_head_a_chapter() -> None:
    """«Письма Ветрову» stands over several, and is none itself."""
    assert not is_title("Письма Ветрову. Из его бумаг")


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("Полномочного Представительства СССР в Польше", "полномочное представительство"),
        ("Торговой делегации СССР в Китае", "делегация"),
        ("неофициального представителя СССР в США", "неофициальный представитель"),
    ],
)
def test_an_adjective_agrees_with_the_office(office: str, role: str) -> None:
    """Neuter bodies have neuter adjectives in the nominative."""
    found = read_office(office, lambda place: place in ("Польше", "Китае", "США"))
    assert found is None or role in found.role.lower()


def test_a_first_name_before_an_initial_is_of_the_name() -> None:
    """«президенту Аврааму Д. Пеллу» is «Авраам Д. Пелл»."""
    found = read_office("президенту Аврааму Д. Пеллу", lambda _: False)
    assert found is not None
    assert found.name == "Авраам Д. Пелл"


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("министру иностранных дел Пашину", "министр иностранных дел", "Пашин"),
        ("генерал-адъютанту П. А. Ветрову", "генерал-адъютант", "П. А. Ветров"),
        ("императора Николая II", "император", "Николай II"),
        ("председателю совета князю А. Д. Пашину", "председатель совета князь", "А. Д. Пашин"),
        ("директору Института", "директор института", ""),
    ],
)
def test_an_office_and_its_holder_stand_in_the_nominative(words: str, role: str, name: str) -> None:
    """A surname behind the office in its case is the holder; a body in capitals is none."""
    found = read_office(words, lambda _: False)
    assert found is not None
    assert (found.role, found.name) == (role, name)


def test_an_ambassador_with_his_name_writes_to_a_minister_with_his() -> None:
    """«посол» is no verb, and initials may stand in both names."""
    text = "Русский посол в Тарне барон К. Р. Линд министру полярных дел А. П. Пашину"
    match = russian_parties(text)
    assert match is not None
    assert match["to"] == "министру полярных дел А. П. Пашину"


@pytest.mark.parametrize(
    ("line", "name"), [("За Полярный совет Пашин", "Пашин"), ("По поручению совета П. Ветров", "П. Ветров")]
)
def test_who_signs_for_a_body_is_the_person(line: str, name: str) -> None:
    """The body that he signs for stays in the line."""
    span = signature_name(line, nobody, last=True)
    assert span is not None
    assert line[slice(*span)] == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("云河水利局局长　方景和", "方景和"),
        ("方景和、李太和、叶文澜、顾若川叩江。", "方景和、李太和、叶文澜、顾若川"),
    ],
)
def test_a_chinese_signature_may_have_an_office_or_many_names(line: str, name: str) -> None:
    """The office stands before a blank; a circular telegram has all who sign in one line."""
    span = chinese_lines.signature(line, nobody)
    assert span is not None
    assert line[slice(*span)] == name


@pytest.mark.parametrize(("line", "is_address"), [("雲河都督沈鑒：水退三尺。", True), ("前車之鑒：水退三尺。", False)])
def test_the_formula_alone_addresses(line: str, is_address: bool) -> None:
    """鑒 with a colon addresses whoever stands before it; the mirror of a proverb does not."""
    assert (chinese_lines.inline_addressee(line, nobody) is not None) == is_address


def test_he_that_ends_a_name_before_an_office_does_not_part_it() -> None:
    """和 is the last sign of 方景和 here."""
    text = "水利局方景和局长"
    assert [text[slice(*span)] for span in name_spans(text)] == [text]
