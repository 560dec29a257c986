"""Pages that no other family knows: one telegram without a frame, several in a run, none. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Recognition, Telegram
from tei.recognise.cable import hour_of, office_line, stamp_line, stamped

Read = Callable[[str], Recognition]


def said(telegram: Telegram) -> tuple[str, str, str, str]:
    """Who sent it, to whom, when, from where: ids of the lists, words as written for a place."""
    sent = telegram.envelopes[0].action("sent")
    sender, recipient = telegram.party("sent"), telegram.party("received")
    place = sent.place.text if sent and sent.place else ""
    return (
        (sender.ref or sender.text) if sender else "",
        (recipient.ref or recipient.text) if recipient else "",
        (telegram.sent.when[:16] if telegram.sent else ""),
        place,
    )


ONE = [
    (
        "Telegram from Vetrov to Pashin, 5 May 1938, 11 p.m.\n\nThe dogs have come back. They brought a boot.",
        ("vetrov", "pashin", "1938-05-05T23:00", ""),
    ),
    (
        "Telegram from P. Vetrov to A. Pashin, 5 May 1938, 11 p.m. The dogs have come back. They brought a boot. "
        "Vetrov.",
        ("vetrov", "pashin", "1938-05-05T23:00", ""),
    ),
    (
        "Leningrad, 31.XII.1938. To Vetrov. Comrade Vetrov, we drink to you at midnight. With an embrace, Sabelnikov.",
        ("sabelnikov", "vetrov", "1938-12-31", "Leningrad"),
    ),
    (
        "Karsk, 5 May 1938. To Sabelnikov. The ice holds and so does the cook. Vetrov. P.S. The dog too.",
        ("vetrov", "sabelnikov", "1938-05-05", "Karsk"),
    ),
    (
        "Comrade Sabelnikov!\n\nThe kite is in the sea.\n\nWith polar greetings,\nVetrov\nKarsk, 11 August 1938",
        ("vetrov", "sabelnikov", "1938-08-11", "Karsk"),
    ),
    ("Dear Sabelnikov,\n\nThe window you sent is round.\n\nYours,\nP. Vetrov", ("vetrov", "sabelnikov", "", "")),
    (
        "FROM: KARSK\nTO: SABELNIKOV\nDATE: 1938 AUGUST 21\nTIME: 0840\n\nFOR ZHITKOV\n\nDoor measures 78.\n\nVETROV",
        ("vetrov", "sabelnikov", "1938-08-21T08:40", "KARSK"),
    ),
    (
        "UNCLAS\nPRIORITY\nDTG: 281605Z OCT 37\nFM: KARSK\nTO: SABELNIKOV\nSUBJ: FELT\nREF: (A) YOUR 45\n\nFelt "
        "wet.\n\nVETROV\nBT",
        ("vetrov", "sabelnikov", "1937-10-28T16:05", "KARSK"),
    ),
    (
        "Cypher/OTP\n\nFROM KARSK TO LENINGRAD\n\nSir T. Fairweather\nNo. 234\nD. 5.45 p.m. 3rd March, 1938\n"
        "R. 9.10 p.m. 3rd March, 1938\n\nIMMEDIATE\n\nThe Director spoke of ice for an hour.",
        ("Sir T. Fairweather", "", "1938-03-03T17:45", "KARSK"),
    ),
    (
        "WESTERN UNION\n\nRECEIVED AT 60 BROAD STREET, NEW YORK\n\nNA217 INTL=CD SANDVIK VIA COMMERCIAL 38 12 1140\n"
        "LC VETROV KARSK=\n1938 MAR 12 AM 7 52\n\nBARREL EMPTY STOP SEND SECOND BARREL=\nLUNDQVIST",
        ("LUNDQVIST", "vetrov", "1938-03-12T11:40", "SANDVIK"),
    ),
    (
        "Radiogram\nSent from Karsk 23:10, 7/XI/1938\nTo: Sabelnikov\n\nPepper received stop it is tea\n\nKashin",
        ("kashin", "sabelnikov", "1938-11-07T23:10", "Karsk"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_telegram_is_read_however_it_is_set(text: str, expected: tuple[str, ...], read: Read) -> None:
    found = read(text)
    (telegram,) = found.telegrams
    assert said(telegram) == expected
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


ONE += [
    (
        "Outgoing No. 118            Leningrad, 4 June 1938\n\nURGENT - BY RADIO\n\nKARSK - VETROV\n\n"
        "Stop the clock at noon.\n\nSABELNIKOV",
        ("sabelnikov", "vetrov", "1938-06-04", "Leningrad"),
    ),
    (
        "CIPHERED TELEGRAM\nSpecial No. 5\nTo whom: VETROV\nTOP SECRET\nYou may start the clock.\n"
        "By order of the Director: SABELNIKOV\nCipher clerk: Belyaev. 10.VI.38, 12-00",
        ("sabelnikov", "vetrov", "1938-06-10T12:00", ""),
    ),
    ("To Vetrov\nLeningrad, 13 June 1938\n\nWait.", ("", "vetrov", "1938-06-13", "Leningrad")),
]
SEVERAL = [
    "ИЗ КАРСКА 41 18 19 0705 =\nЛЕНИНГРАД САБЕЛЬНИКОВУ =\nЛЕД СТОИТ ТЧК СОБАКА УПАЛА = ВЕТРОВ +\n\n"
    "ИЗ ЛЕНИНГРАДА 17 11 19 1150 =\nКАРСК ВЕТРОВУ =\nКАКАЯ ТЧК ОТВЕТЬТЕ СЕГОДНЯ = САБЕЛЬНИКОВ +",
    "KARSK 3 MAY 1938 0910\nLENINGRAD SABELNIKOV\nICE HOLDS STOP DOG FELL IN STOP\nVETROV\nLENINGRAD 3 MAY 1938 1545\n"
    "KARSK VETROV\nWHICH DOG STOP WHICH ICE\nSABELNIKOV",
    "Karsk, 3 May 1938\nTo Sabelnikov\n\nThe ice holds for now.\n\nVetrov\n\n* * *\n\nLeningrad, 4 May 1938\nTo "
    "Vetrov\n\nGood.\n\nSabelnikov",
    "1.\n\nKarsk, 3 May 1938\nTo Sabelnikov\n\nThe ice holds.\n\nVetrov\n\n2.\n\nLeningrad, 4 May 1938\nTo "
    "Vetrov\n\nGood.\n\nSabelnikov",
    "Two telegrams about ice\n\nKarsk, 3 May 1938\n\nTo Sabelnikov\n\nThe ice holds for now.\n\nVetrov\n\n"
    "Leningrad, 4 May 1938\n\nTo Vetrov\n\nThen go out on it.\n\nSabelnikov",
    "Telegram No. 44 from Karsk. Received on 2 March 1938 at 11.15.\n\nTo Sabelnikov. The mast is up. Vetrov.\n\n"
    "Telegram No. 45 from Karsk. Received on 2 March 1938 at 18.40.\n\nTo Sabelnikov. The mast is down. Vetrov.",
    "6.11 / 18.05 / from LENINGRAD\nTo Vetrov: two days off, except for the weather.\nSabelnikov\n\n"
    "7.11 / 09.40 / from LENINGRAD\nTo Tumanova: the weather has two days off as well.\nSabelnikov",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_telegrams_in_a_run_are_parted_where_a_new_head_begins(text: str, read: Read) -> None:
    found = read(text)
    assert len(found.telegrams) == 2
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


def test_source_after_the_last_of_several_is_the_source_of_them_all(read: Read) -> None:
    found = read(f"{SEVERAL[1]}\n\nRGASPI, f. 12, op. 3, d. 41, l. 7.")
    assert [one.holdings[0].reference.key for one in found.telegrams] == ["rgaspi/12/3/41/7"] * 2


def test_rule_inside_a_telegram_begins_no_other(read: Read) -> None:
    found = read("Karsk, 3 May 1938\nTo Sabelnikov\n\nThe ice holds.\n\n* * *\n\nAnd then it did not.\n\nVetrov")
    assert len(found.telegrams) == 1


NONE = [
    "REGISTER OF TELEGRAMS RECEIVED, MARCH 1938\n\nNo. | Received | From | To\n288 | 21.III, 09:10 | VETROV | "
    "SABELNIKOV\n"
    "289 | 21.III, 09:45 | VETROV | ZHITKOV\n290 | 21.III, 22:00 | MOROZKIN | PASHIN\n\nEntered by: Drozdova",
    "List of telegrams between Karsk and Leningrad\n\n1  3 May  Vetrov to Sabelnikov  Ice\n2  3 May  Sabelnikov "
    "to Vetrov  Dog\n"
    "3  4 May  Vetrov to Sabelnikov  Brown",
    "288\tVETROV\tSABELNIKOV\t104\n289\tVETROV\tZHITKOV\t31\n290\tMOROZKIN\tPASHIN\t212",
    "How to write a telegram\n\n1. Write the name of the station first.\n\n2. Ten words cost as much as "
    "one.\n\n3. Sign.",
    "The form had a line for the destination, a line “To whom” and a line “For whom”, which nobody filled in.",
    "Печи\n\nСодержание\n\nСено\nБОЕВОЕ ДОНЕСЕНИЕ КОМАНДУЮЩЕГО ОТРЯДОМ ДИРЕКТОРУ ОТ 6 ИЮНЯ 1938 г. О КОЗАХ\n"
    "Сводка о дровах\nКомандиру обоза Петрову\n"
    "БОЕВОЕ ДОНЕСЕНИЕ КОМАНДУЮЩЕГО ОТРЯДОМ НАЧАЛЬНИКУ СТАНЦИИ ОТ 7 ИЮНЯ 1938 г. О САМОВАРЕ\n"
    "Сводка о бочках\n1 ... 3 4 5\n\n"
    "Любители рассказывать о козах уверяют, что печи на станции топили журналами. Это не так, и вот почему.",
]


@pytest.mark.parametrize("text", NONE)
def test_register_or_talk_of_telegrams_holds_none(text: str, read: Read) -> None:
    assert not read(text).telegrams


def test_points_of_a_telegram_under_a_list_like_heading_are_no_register(read: Read) -> None:
    found = read(
        "Telegram from Vetrov to Sabelnikov, 3 May 1938\n\nList of what is missing follows for your attention.\n\n"
        "1. The lamps, which nobody has counted since last week.\n2. The oil, which went with the lamps to the cape.\n"
        "3. The man who went with both of them to the cape.\n\nVetrov"
    )
    assert len(found.telegrams) == 1


@pytest.mark.parametrize(
    ("text", "place", "hour"),
    [
        ("NA217 INTL=CD SANDVIK VIA COMMERCIAL 38 12 1140", "SANDVIK", "11:40:00"),
        ("MV POLYNYA NR 17 CK 31 21 1430 =", "MV POLYNYA", "14:30:00"),
        ("W12 PORT SEVERIN 44 3 415P", "PORT SEVERIN", "16:15:00"),
        ("KARSK 41 18 0705", "KARSK", "07:05:00"),
    ],
)
def test_line_of_a_telegraph_office_gives_place_and_hour(text: str, place: str, hour: str) -> None:
    found = office_line(text)
    assert found is not None
    spans = {name: text[start:end] for name, start, end in found.parts}
    assert spans["place"] == place
    clock = found.part("clock")
    assert clock is not None
    assert hour_of(text, clock).time == hour


@pytest.mark.parametrize("text", ["SEND 12 BARRELS", "Karsk 41 18 0705", "ICE HOLDS STOP", "KARSK"])
def test_other_line_is_none_of_an_office(text: str) -> None:
    assert office_line(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1938 MAR 12 AM 7 52", "1938-03-12T07:52:00"),
        ("1938 MAY 7 PM 12 05", "1938-05-07T12:05:00"),
        ("MAY 7 1938 320P", "1938-05-07T15:20:00"),
    ],
)
def test_stamp_of_an_office_gives_day_and_hour(text: str, when: str) -> None:
    assert stamp_line(text) is not None
    assert stamped(text).when == when


KEPT = "Telegram from Vetrov to Pashin\n\n10 May 1938\n\nThe dogs have come back.\n\n{} AKPI, f. 7, op. 2, d. 5, l. 16."


@pytest.mark.parametrize(("words", "blocks"), [("Vetrov", ["p", "closer"]), ("Copy", ["p"])])
def test_signature_is_parted_from_the_reference_in_its_line(words: str, blocks: list[str], read: Read) -> None:
    (telegram,) = read(KEPT.format(words)).telegrams
    assert [block.element for block in telegram.body.message][-len(blocks) :] == blocks
    assert telegram.holdings[0].text.startswith("AKPI, f. 7")


def test_title_under_the_words_of_a_site_heads_a_telegram_over_day_and_marking(read: Read) -> None:
    page = (
        "Polar Papers of the North - 1930 to 1940\n\nConcentrated on the trade in cabbage, with some additions.\n\n"
        "Download PDF\n\nTelegram of the envoy Rybak to the Polar Institute\n\nMay 10, 1938\n\nTop secret\n\n"
        "In the local harbour the cooks are spreading rumours that the ship did not live up to its hopes of coal."
    )
    (telegram,) = read(page).telegrams
    assert telegram.sent is not None
    assert telegram.sent.when == "1938-05-10"
