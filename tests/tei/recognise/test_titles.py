"""Titles as conveyance chains, as archives and collections word them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.recognise.kinds import kind_of
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title
from tests.timing import seconds

CHAINS = [
    ("Cable, Vetrov to Sabelnikov", {"from": "Vetrov", "to": "Sabelnikov"}),
    ("Cable, Kompas [Pashin] to Vetrov", {"from": "Kompas [Pashin]", "to": "Vetrov"}),
    ("Cable, Kompas [Pashin] to Vetrov [via Zhitkov]", {"from": "Kompas [Pashin]", "to": "Vetrov", "via": "Zhitkov"}),
    ("Pashin [Kompas] to Vetrov [via Zhitkov]", {"from": "Pashin [Kompas]", "to": "Vetrov", "via": "Zhitkov"}),
    ("Cable, Pashin to Vetrov (via Zhitkov), 3 May 1938", {"from": "Pashin", "to": "Vetrov", "via": "Zhitkov"}),
    ("Cable, Pashin to Zhitkov [for Vetrov]", {"from": "Pashin", "to": "Zhitkov", "for": "Vetrov"}),
    (
        "Cable Telegram no. 431 from Morozkin to Pashin, containing a message from Vetrov",
        {"from": "Morozkin", "to": "Pashin", "inner": "Vetrov"},
    ),
    (
        "Telegram from Morozkin to Pashin, transmitting a message from Vetrov to Sabelnikov",
        {"from": "Morozkin", "to": "Pashin", "inner": "Vetrov", "inner_to": "Sabelnikov"},
    ),
    (
        "Telegram from Morozkin to Pashin with the text of a letter from Vetrov",
        {"from": "Morozkin", "to": "Pashin", "inner": "Vetrov"},
    ),
    ("Ciphered Telegram No. 3, Vetrov to Sabelnikov, 5 May 1938", {"from": "Vetrov", "to": "Sabelnikov"}),
    ("Ciphered telegram #34 from Vetrov to Pashin", {"from": "Vetrov", "to": "Pashin"}),
    ("Letter from Vetrov to Sabelnikov and Pashin", {"from": "Vetrov", "to": "Sabelnikov and Pashin"}),
    ("Letter of O. Vetrov to Sabelnikov on the situation in the hut", {"from": "O. Vetrov", "to": "Sabelnikov"}),
    ("Vetrov's cable to Sabelnikov", {"from": "Vetrov", "to": "Sabelnikov"}),
    ("Vetrov’s second telegramme to Sabelnikov3", {"from": "Vetrov", "to": "Sabelnikov"}),
    ("Message from Vetrov for Pashin (via Zhitkov)", {"from": "Vetrov", "to": "Pashin", "via": "Zhitkov"}),
    ("Telegram from Vetrov to Pashin on the decision to send dogs", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram from Vetrov to Pashin regarding the visit to Tolbeya", {"from": "Vetrov", "to": "Pashin"}),
    (
        "Telegram from Karsk to Oslo, Vetrov to Pashin",
        {"from": "Vetrov", "to": "Pashin", "place_from": "Karsk", "place_to": "Oslo"},
    ),
    ("Personal and Secret from Premier A. Vetrov to Pashin", {"from": "Premier A. Vetrov", "to": "Pashin"}),
    ("Pell Report from Oslo to Karsk", {"from": "Pell", "place_from": "Oslo", "to": "Karsk"}),
    ("Telegram No. 12, May 3, 1938, Vetrov to Pashin", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram from the Legation in Oslo (Pell), 2 p.m., Sunday", {"from": "the Legation in Oslo (Pell)"}),
    ("Vetrov's Reply to Pashin's Letter", {"from": "Vetrov", "to": "Pashin"}),
    ("Coded Message N 600/sh Vetrov to Pashin", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram to Comrade Pashin No. 1994 from Vetrov", {"from": "Vetrov", "to": "Comrade Pashin"}),
    ("Excerpts of Telegrams from Vetrov to Pashin", {"from": "Vetrov", "to": "Pashin"}),
    ("TELEGRAM 67.151 from Karsk to Oslo, TOP SECRET", {"from": "Karsk", "to": "Oslo"}),
    ("Telegram from Vetrov to Pashin about coal", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram from Vetrov to Pashin concerning Morozkin, 12 May 1938", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram from Vetrov to Pashin: the coal is gone", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram from Vetrov to Pashin requesting coal", {"from": "Vetrov", "to": "Pashin"}),
    ("Telegram from Vetrov to the Committee on Ice", {"from": "Vetrov", "to": "the Committee on Ice"}),
    ("Morozkinn to Pashin, 12 October 1938", {"from": "Morozkinn", "to": "Pashin"}),
    ("Telegram, Vetrov to Pashin, 8 November 1937, 9:00 a.m.", {"from": "Vetrov", "to": "Pashin"}),
    (
        "The Ambassador in Ruritania (Lind) to the Secretary of State",
        {"from": "The Ambassador in Ruritania (Lind)", "to": "the Secretary of State"},
    ),
    (
        "Telegram From the Embassy in Ruritania to the Department of State",
        {"from": "the Embassy in Ruritania", "to": "the Department of State"},
    ),
    (
        "Cable from Ambassador to Ruritania Lind to the Ministry of Ice",
        {"from": "Ambassador to Ruritania Lind", "to": "the Ministry of Ice"},
    ),
    ("Report by Zhitkov on a conversation with Vetrov", {}),
    ("Letter to Comrade Vetrov", {"to": "Comrade Vetrov"}),
    ("Telegram from Vetrov", {"from": "Vetrov"}),
    ("Minutes of the Council on the letter from Vetrov to Pashin", {}),
    ("From the Diary of N. Zhitkov", {}),
    ("From the Zhitkov Diary:", {}),
    ("Memorandum of Conversation between Vetrov and Pashin", {}),
    ("Record of a conversation with Vetrov", {}),
    ("“Cable, Vetrov to Pashin,”", {"from": "Vetrov", "to": "Pashin"}),
    ("Телеграмма О. И. Ветрова Пашину", {"from": "О. И. Ветрова", "to": "Пашину"}),
    ("Телеграмма Ивана Ветрова Олегу Пашину, 3 мая 1938 г.", {"from": "Ивана Ветрова", "to": "Олегу Пашину"}),
    ("Шифртелеграмма № 3 Ветрова О. Пашину о доставке угля", {"from": "Ветрова", "to": "О. Пашину"}),
    ("Шифртелеграмма № 3 Ветров — Пашину", {"from": "Ветров", "to": "Пашину"}),
    ("Телеграмма О. Ветрова в Институт льда", {"from": "О. Ветрова", "to": "Институт льда"}),
    ("Письмо Ветрова министру Пашину", {"from": "Ветрова", "to": "министру Пашину"}),
    (
        "Секретная телеграмма директора О. Пашина начальнику станции И. Ветрову с опровержением слухов",
        {"from": "директора О. Пашина", "to": "начальнику станции И. Ветрову"},
    ),
    (
        "Письмо О. Ветрова директору Пашину и министру Линду о печах",
        {"from": "О. Ветрова", "to": "директору Пашину и министру Линду"},
    ),
    ("王大明致李小红电", {"from": "王大明", "to": "李小红"}),
    ("王大明给李小红的电报", {"from": "王大明", "to": "李小红"}),
    ("王大明关于天气问题致李小红的电报", {"from": "王大明", "to": "李小红"}),
]
NUMBERS = [
    ("Coded Message N 600308/sh Vetrov to Pashin", "600308/sh"),
    ("Cable Telegram no. 431 from Vetrov to Pashin", "431"),
    ("Ciphered Telegram No. 3, Vetrov to Pashin", "3"),
    ("Telegram Nº 36/shs from Vetrov", "36/shs"),
    ("Шифртелеграмма № 12", "12"),
    ("Cable, Vetrov to Pashin, 3 May 1938", ""),
]
KINDS = [
    ("Cable, Vetrov to Pashin", "telegram"),
    ("Coded telegram of 3 May", "telegram"),
    ("Letter from Vetrov", "letter"),
    ("Note verbale", "note"),
    ("Aide-mémoire of the Institute", "note"),
    ("Extract from a telegram of Vetrov", "extract"),
    ("Message from Vetrov", "telegram"),
    ("Шифровка Ветрова", "telegram"),
    ("Письмо Ветрова", "letter"),
    ("王大明致李小红电", "telegram"),
    ("Minutes of the Council", None),
    ("Weather in May", None),
]
TITLES = [
    "Cable, Vetrov to Pashin",
    "Vetrov to Pashin, 3 May 1938",
    "Telegram from Vetrov to Pashin",
    "Letter of Vetrov to Pashin",
    "The Consul at Tolbeya (Lind) to the Secretary of State",
    "Телеграмма О. Ветрова Пашину",
    "Note verbale",
    "Telegram No. 34",
    "Vetrov’s first telegramme to Pashin3",
]
SENTENCES = [
    "A letter from Vetrov to Sabelnikov on the price of oil. It also asks for a samovar.",
    "Note that the ship is late.",
    "Letters arrived with the sledge.",
    "The cook went to Tolbeya.",
    "We go to the ship tomorrow.",
    "Message received, the ship is late, we wait for coal and we wait for onions and dogs.",
    "Ice came.",
    "He wrote to Pashin that the coal was gone;",
    "telegram",
    "It is up to Vetrov to decide what will be sent to us.",
]


@pytest.mark.parametrize(("title", "parties"), CHAINS)
def test_a_title_names_its_parties_and_nothing_of_its_subject(title: str, parties: dict[str, str]) -> None:
    found = read_title(title)
    expected = parties or {role: found.party(role) for role, _ in found.parties if role == "from"}
    assert {role: found.party(role) for role, _ in found.parties} == expected


@pytest.mark.parametrize(
    "line", ["According to Vetrov to the south there is ice", "Owing to Vetrov the ship came late"]
)
def test_a_sentence_that_begins_like_a_chain_has_no_parties(line: str) -> None:
    assert read_title(line).parties == ()


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Diary of Vetrov: Record of a Talk with Pashin", True),
        ("From the Diary of O. Vetrov, Record of a Conversation with Pashin", True),
        ("Telegram from Vetrov to Pashin on the diary of a talk", False),
    ],
)
def test_what_somebody_noted_of_a_talk_is_no_telegram(title: str, other: bool) -> None:
    assert read_title(title).other is other


@pytest.mark.parametrize(("title", "number"), NUMBERS)
def test_a_title_gives_its_number(title: str, number: str) -> None:
    assert read_title(title).number == number


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_a_title_says_what_kind_of_document_it_heads(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize("line", TITLES)
def test_a_heading_looks_like_a_title(line: str) -> None:
    assert looks_like_title(line)


@pytest.mark.parametrize("line", [line for line in SENTENCES if line != "telegram"])
def test_a_sentence_does_not_look_like_a_title(line: str) -> None:
    assert not looks_like_title(line)


WORDS = st.sampled_from(
    [
        "Cable",
        "from",
        "to",
        "Vetrov",
        "[Pashin]",
        "[via",
        "Zhitkov]",
        "(for",
        "on",
        "the",
        ",",
        "1938",
        "3 May",
        "'s",
        "Letter",
        "—",
        "致",
        "电",
        "Телеграмма",
        "Ветрова",
        "Пашину",
        "о",
        "No. 3",
        "with a message from",
        ":",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_every_party_is_a_span_of_the_title_itself(text: str) -> None:
    title = read_title(text)
    for role, (start, end) in title.parties:
        assert 0 <= start < end <= len(text)
        assert title.party(role) == text[start:end] == text[start:end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Cable " * 40,
        "to " * 80,
        "A to " * 50,
        "Cable from " + "A, " * 70,
        "致" * 240,
        "[" * 240,
        "А " * 120,
        "x's " * 60,
        "secret " * 35,
    ],
)
def test_no_title_takes_long_to_read(text: str) -> None:
    assert seconds(lambda: [(read_title(text), looks_like_title(text)) for _ in range(20)]) / 20 < 0.02
