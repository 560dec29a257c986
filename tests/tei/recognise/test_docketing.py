"""Service lines become blocks and marks: numbers, names and times inside them."""

from __future__ import annotations

import pytest

from tei.recognise import Settings
from tei.recognise.division import Knowledge, divide
from tei.recognise.docketing import Entry, own_number, read_service, service_blocks
from tei.recognise.paragraphs import split_paragraphs

NOBODY = Knowledge(1937, lambda _: False, lambda _: False)


def entries(text: str, settings: Settings, *, docket: bool = False) -> tuple[Entry, ...]:
    """Read lines as those of a preamble, or of a docket under a signature."""
    text = f"Ice holds.\n\nVETROV\n\n{text}" if docket else f"{text}\n\nIce holds, and so do we."
    division = divide(split_paragraphs(text.replace("\n", "\n\n")), NOBODY)
    lines = division.docket if docket else division.preamble
    return read_service(lines, settings.authority, year=1937, date="1937-09-20", docket=docket)


NUMBERS = [
    ("CABLE Nº 417", "telegram", "417", "417", ""),
    ("incoming Nº 2218/rs", "incoming", "2218/rs", "2218", "2218/rs"),
    ("Special No. 44/sp", "special", "44/sp", "44", "44/sp"),
    ("Copy Nº 2", "copy", "2", "2", ""),
    ("Nº 96 VETROV 30 August", "dispatch", "96", "96", ""),
    ("No. 31. Karsk", "dispatch", "31", "31", ""),
]


@pytest.mark.parametrize(("text", "type_", "number", "value", "n"), NUMBERS)
def test_number_is_marked_with_its_kind_and_value(
    text: str, type_: str, number: str, value: str, n: str, settings: Settings
) -> None:
    (entry,) = entries(text, settings)
    assert entry.number == number
    mark = next(mark for mark in entry.marks if mark.element == "num")
    assert mark.attributes == (("type", type_), ("value", value), *((("n", n),) if n else ()))


NAMES = [
    ("Copy Nº 1 to Cde. Sabelnikov", ["sabelnikov"]),
    ("Copy to Pashin, Zhitkov and Tumanova", ["pashin", "zhitkov", "tumanova"]),
    ("Copies Nos. 3-4 - to file", []),
    ("Экз. № 1 - адресату", []),
    ("Deciphered by Lukina at 0750 30 August", ["Lukina"]),
    ("Verified by the duty officer – [illegible signature] 0840", []),
    ("Typed by Drozdova", ["Drozdova"]),
    ("From: VETROV, KARSK", ["vetrov", "karsk"]),
    ("Recipients: Pashin; Sabelnikov", ["pashin", "sabelnikov"]),
    ("Destination: Nowhere", ["Nowhere"]),
    ("Принял Лыкова 14 ч. 20 мин.", ["Лыкова"]),
    ("received at Ministry 3 May 1937", []),
    ("received at Karsk 3 May 1937", ["karsk"]),
    ("Subject: Vetrov", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_of_a_line_are_found_by_the_lists(text: str, names: list[str], settings: Settings) -> None:
    (entry,) = entries(text, settings)
    assert [name.ref or name.text for name in entry.names] == names


def test_unknown_destination_is_a_place(settings: Settings) -> None:
    (entry,) = entries("Destination: Nowhere", settings)
    assert entry.names[0].kind == "place"


TIMES = [
    ("received at 2325 29 August 1937", "1937-08-29T23:25:00", ""),
    ("received at 04 hrs 15 min 4 March 1938", "1938-03-04T04:15:00", ""),
    ("Получена 4 часа 15 мин. 28.X.1937 г.", "1937-10-28T04:15:00", ""),
    ("DTG: 101605Z FEB 38", "1938-02-10T16:05:00Z", ""),
    ("Printed by Drozdova at 0815 30 August", "1937-08-30T08:15:00", ""),
    ("Verified by the duty officer – [illegible signature] 0840", None, "08:40:00"),
    ("TOP SECRET", None, ""),
]


@pytest.mark.parametrize(("text", "when", "time"), TIMES)
def test_time_of_a_line_is_read(text: str, when: str | None, time: str, settings: Settings) -> None:
    (entry,) = entries(text, settings)
    assert (entry.date.when if entry.date else None) == when
    if time:
        assert entry.date is not None
        assert entry.date.time == time


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Received 09.22.1937 at 0815 hours", "1937-09-22T08:15:00"),
        ("Received 10.09.1937 at 0815 hours", "1937-09-10T08:15:00"),
        ("Received 09.10.1937 at 0815 hours", "1937-10-09T08:15:00"),
        ("Received 09.12.1937 at 0815 hours", "1937-09-12T08:15:00"),
        ("Received 12.11.1937 at 0815 hours", "1937-11-12T08:15:00"),
    ],
)
def test_day_and_month_are_turned_where_the_page_s_own_date_says_so(text: str, when: str, settings: Settings) -> None:
    (entry,) = entries(text, settings)
    assert entry.date is not None
    assert entry.date.when == when


def test_bare_number_is_the_telegram_s_right_after_the_signature_and_the_register_s_later(settings: Settings) -> None:
    first, _, last = entries("№ 61\nРасшифровала Лукина\n№ 219", settings, docket=True)
    assert ("type", "telegram") in first.marks[0].attributes
    assert ("type", "register") in last.marks[0].attributes


def test_numbered_copies_make_one_list_and_others_stand_alone(settings: Settings) -> None:
    found = entries("Copy Nº 1 to Vetrov\nCopy Nº 2 to Pashin\ncc: Zhitkov\nTOP SECRET", settings)
    blocks = service_blocks(found)
    assert [(block.element, dict(block.attributes).get("type")) for block in blocks] == [
        ("list", "distribution"),
        ("ab", "distribution"),
        ("ab", "marking"),
    ]
    assert [dict(item.attributes)["n"] for item in blocks[0].children] == ["1", "2"]


def test_brackets_alone_are_stamp_letterhead_or_annotation(settings: Settings) -> None:
    found = entries("[letterhead of the Desk]\n[stamp: incoming Nº 12/a]\n[handwritten: seen]", settings)
    assert [entry.type for entry in found] == ["letterhead", "stamp", "annotation"]
    assert ("type", "incoming") in found[1].marks[0].attributes
    assert service_blocks(found)[0].attributes == ()


def test_name_finished_by_the_editor_is_named_but_not_marked(settings: Settings) -> None:
    (entry,) = entries("To: S[abelnikov]", settings)
    assert entry.names[0].ref == "sabelnikov"
    assert entry.marks == ()


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ("CABLE Nº 417\nInc. No. 551", "№ 61", "417"),
        ("Inc. No. 551", "№ 61", "61"),
        ("Outgoing No. 19", "Typed by Drozdova", "19"),
        ("Outgoing No. 19", "No. 811/s", "811/s"),
        ("Inc. No. 551", "Typed by Drozdova\nNo. 5", ""),
    ],
)
def test_number_of_the_telegram_is_its_own(before: str, after: str, number: str, settings: Settings) -> None:
    assert own_number(entries(before, settings), entries(after, settings, docket=True)) == number
