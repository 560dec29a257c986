"""Collected works in Russian, on the web and scanned: their headings, their imprints, what stands over a leaf."""

from __future__ import annotations

import pytest

from tei.recognise import russian
from tei.recognise.layouts.works_volume import heads_of
from tei.recognise.paragraphs import split_paragraphs
from tests.tei.recognise.conftest import Recognise

TAIL = "Написано 9 мая 1921 г.\nВпервые напечатано в 1933 г. Печатается по рукописи\n"


@pytest.mark.parametrize(
    ("head", "to", "telegram"),
    [
        ("118\nТЕЛЕГРАММА П. А. ВЕТРОВУ", "П. А. ВЕТРОВУ", True),
        ("ПИСЬМО ПОВАРАМ КАРСКА*", "ПОВАРАМ КАРСКА", False),
        ("119\nК. И. САБЕЛЬНИКОВУ 32", "К. И. САБЕЛЬНИКОВУ", False),
        ("120\nВ МАЛЫЙ КОМИТЕТ", "МАЛЫЙ КОМИТЕТ", False),
        ("*КОМЕНДАНТУ СТАНЦИИ", None, False),
        ("К. И. САБЕЛЬНИКОВУ", None, False),
        ("121\nО ПРОСУШКЕ КАНАТОВ", None, False),
    ],
)
def test_heading_in_capitals_names_the_addressee(head: str, to: str | None, telegram: bool) -> None:
    rows = split_paragraphs(f"Лампа горит.\n{head}\nПришлите стекло до осени, без него лампа коптит.\n{TAIL}")
    heads = heads_of(rows)
    assert [(rows[h.title].text[slice(*h.to)], h.telegram) for h in heads] == ([(to, telegram)] if to else [])


def test_heading_goes_over_lines_and_ends_before_the_authors_name() -> None:
    rows = split_paragraphs(f"117\nТЕЛЕГРАММА НАЧАЛЬНИКУ\nПОЛЯРНОЙ СТАНЦИИ**\nА. П. ПАШИН\nПришлите стекло.\n{TAIL}")
    (head,) = heads_of(rows)
    assert [row.text for row in rows[head.title : head.after]] == ["ТЕЛЕГРАММА НАЧАЛЬНИКУ", "ПОЛЯРНОЙ СТАНЦИИ**"]


def test_imprint_dates_a_telegram(read: Recognise) -> None:
    text = f"117\nТЕЛЕГРАММА П. А. ВЕТРОВУ\nПришлите стекло до осени, лампа коптит.\nПашин\n{TAIL}64\nА. П. ПАШИН\n"
    found = read(text)
    assert found.layout == "works"
    (telegram,) = found.telegrams
    assert telegram.sent is not None
    assert telegram.sent.when == "1921-05-09"
    assert telegram.kind == "telegram"


@pytest.mark.parametrize(
    ("body", "sender", "recipient"),
    [
        ("НАЧАЛЬНИКУ ПОЛЯРНОЙ СТАНЦИИ", "", "Начальнику Полярной Станции"),
        ("тов. Пашина тов. Ветрову", "тов. Пашина", "тов. Ветрову"),
    ],
)
def test_office_in_the_dative_first_has_no_sender_behind_it(body: str, sender: str, recipient: str) -> None:
    words = russian.cased(body)
    parties = {role: words[slice(*s)] for role, s in russian.read_parties(words, 0, len(words), kind_named=True)}
    assert (parties.get("from", ""), parties.get("to", "")) == (sender, recipient)
