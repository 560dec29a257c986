"""Service matter told from prose that begins with the same words."""

from __future__ import annotations

import pytest

from tei.recognise.service import classify, listed_copy, number_type, numeric
from tests.timing import seconds

SERVICE = [
    ("FROM KARSK 23 November 1938", "address"),
    ("for decipherment at 18 October 1938 0155", "received"),
    ("Forward to: Vetrov [Pavel], Pashin [Anton]", "distribution"),
    ("Already Forwarded to: " + ", ".join(["Vetrov [Pavel]", "[Anton] Pashin", "Polar Staff"] * 5), "distribution"),
    ("Priority level: Rush", "precedence"),
    ("Vice Minister has read this", "other"),
    ("Eight copies printed. Drozdova, Lapina", "copies"),
    ("CABLE Nº 417", "number"),
    ("No. 234", "number"),
    ("Ciphered telegram No. 5 of 3 May 1938", "number"),
    ("CIPHERED TELEGRAM", "other"),
    ("ШИФРОТЕЛЕГРАММА № 1204", "number"),
    ("Вх. № 318", "number"),
    ("Inc. No. 551", "number"),
    ("Special No. 44/sp", "number"),
    ("Issuing No. 2207", "number"),
    ("Outgoing No. 19", "number"),
    ("Исх. № 722", "number"),
    ("incoming Nº 2218/rs of 30 August 1937", "number"),
    ("No. 5 of 16/II/38", "number"),
    ("[No. 6, duplicate.]", "number"),
    ("Copy Nº 1 to Cde. Stalin", "distribution"),
    ("Copies Nos. 3-4 - to file", "distribution"),
    ("Экз. № 1 — т. Сабельникову", "distribution"),
    ("Экз. № 3 — в дело", "distribution"),
    ("Copy # 1", "copy"),
    ("Copy No. 2 of 5 copies", "copy"),
    ("cc: Sabelnikov", "distribution"),
    ("Copy to Tolbeya station", "distribution"),
    ("INFO: ZHITKOV", "distribution"),
    ("received at 2300 23 October 1949", "received"),
    ("Received: 23:10, 5 January 1938", "received"),
    ("received 13 December 1937 at 10 hours 15 minutes", "received"),
    ("[Received January 8—11:35 a.m.]", "received"),
    ("Получена 4 часа 15 мин. 28.X.1937 г.", "received"),
    ("Принял Петрова 14 ч. 20 мин.", "received"),
    ("accepted by: Petrova", "received"),
    ("Received at Leningrad 15 February 1938, 09:15.", "received"),
    ("Rec'd 3:45 p.m. June 4", "received"),
    ("sent at 0015 30 August 1937", "sent"),
    ("Sent: 05:55 on 12 December 1937", "sent"),
    ("Передал Иванов", "sent"),
    ("transmitted by: Ivanov", "sent"),
    ("Date: 27 October 1937", "sent"),
    ("DTG: 101605Z FEB 38", "sent"),
    ("Deciphered by Lukina at 0750 30 August", "deciphered"),
    ("Deciphered by: Lukina, 06:40 on 12 December 1937", "deciphered"),
    ("Расшифрована 5 часов 10 мин. 28.X.1937 г.", "deciphered"),
    ("Расшифровала Лукина", "deciphered"),
    ("Deciphered by the operator on duty Lukina", "deciphered"),
    ("Typed by Drozdova", "printed"),
    ("Printed by Drozdova at 0815 30 August", "printed"),
    ("Verified by the duty officer – [illegible signature] 0840", "verified"),
    ("Верно: Дроздова", "verified"),
    ("True copy: [signature] Gusakova", "verified"),
    ("Correct:", "verified"),
    ("Three copies made, copy Nº 3 to file", "copies"),
    ("Нр. 44", "number"),
    ("№ 318/12 – 4071/2", "number"),
    ("T. 5123/61", "number"),
    ("第318號密碼電報", "number"),
    ("1938年3月4日收到", "received"),
    ("1938年3月4日21時發出", "sent"),
    ("1938年3月4日收到 1938年3月5日轉交", "sent"),
    ("發自雙岩", "sent"),
    ("分送：沈明遠、羅致平", "distribution"),
    ("Из Карска отправлена в 14 ч. 20 м. 3 марта 1938 г.", "sent"),
    ("Reçu : Severin, le 4, 1 h. 15", "received"),
    ("Шифром по ВЧ.", "instruction"),
    ("Копия. Машинопись.", "other"),
    ("Made in 4 copies", "copies"),
    ("Printed 3 copies", "copies"),
    ("Отп. 5 экз.", "copies"),
    ("5 экз.", "copies"),
    ("Distribution:", "copies"),
    ("TOP SECRET", "marking"),
    ("Strictly secret. Not to be copied.", "marking"),
    ("Top Secret. Making copies is prohibited", "marking"),
    ("Making copies is prohibited", "marking"),
    ("Return within 48 hours.", "marking"),
    ("Сов. секретно", "marking"),
    ("Снятие копий воспрещается", "marking"),
    ("绝密", "marking"),
    ("secret", "marking"),
    ("CLASSIFICATION: SECRET", "marking"),
    ("PRECEDENCE: PRIORITY", "precedence"),
    ("Very urgent", "precedence"),
    ("Urgent.", "precedence"),
    ("Subject: Lamps", "subject"),
    ("SUBJECT: ICE", "subject"),
    ("REF: YOUR 77", "reference"),
    ("На № 61", "reference"),
    ("From: Karsk", "address"),
    ("from LENINGRAD", "address"),
    ("Из Карска", "address"),
    ("To whom: Cde. SABELNIKOV", "address"),
    ("For whom: Cde. ZHITKOV", "address"),
    ("Destination: Leningrad", "address"),
    ("Recipients: Pashin; Sabelnikov", "address"),
    ("Place: on board the Polynya", "address"),
    ("Via Northern Routes Desk", "address"),
    ("Telegraph the fulfillment.", "instruction"),
    ("Исполнение телеграфьте.", "instruction"),
    ("Шифром ВЧ", "instruction"),
    ("To be sent by high-frequency cipher", "instruction"),
    ("Pass to Sabelnikov:", "instruction"),
    ("Executor Gusakova", "other"),
    ("Enclosure: one nail", "other"),
    ("Note on the document: “Read. K. S.”", "annotation"),
    ("Nº 96 VETROV 30 August", "dispatch"),
    ("Nº 117 GAGARA [Ostapova] 3 March", "dispatch"),
    ("From the Institute", "address"),
    ("No. 9 MOST IMMEDIATE", "number"),
    ("No. 51. Confidential.", "number"),
    ("D. 4.15 p.m. 14th April, 1938", "sent"),
    ("R. 7.40 p.m. 14th April, 1938", "received"),
    ("FROM TOLBEYA TO KARSK", "address"),
    ("из Ленинграда № 77/ш", "address"),
    ("No: 45, April 15, 1938, 5 p.m.", "number"),
    ("发报时间：1938年4月13日 8时30分", "sent"),
    ("收报人：萨别里尼科夫", "address"),
    ("绝密 特急", "marking"),
    ("True: secretary Gusakova", "verified"),
    ("(Received January 8, 11:35 a.m.)", "received"),
]
PROSE = [
    "From Karsk he went on 12 May 1938 to the ice.",
    "Forwarded to the cook.",
    "The minister has read this aloud to the cook and the dog.",
    "Received your telegram of 12 December and was glad of it, though it says nothing new.",
    "Received with thanks.",
    "RECEIVED YOUR CABLE STOP",
    "Printed forms are running out at the station, and we write on the backs of old ones.",
    "Sent the dogs to the cape on Monday to see whether they come back.",
    "Verified readings go by post.",
    "Correct the readings at once.",
    "Copy out the tables for us by hand if you have no machine.",
    "Secret as the matter is, the cook knows it already.",
    "From Karsk one sees further than from Leningrad:",
    "Number of readings: 124.",
    "In 1937 the station had three dogs.",
    "To win the war against the damp we need felt.",
    "For my part I trust it.",
    "Delivered speeches for three hours.",
    "Report the state of the ice twice a day.",
    "Transmitted readings show a fall of pressure.",
    "Typed copies are rare here.",
    "Urgent repairs are needed at the mast.",
    "Top marks go to the cook.",
    "Date of the landing is not known.",
    "Note that the barometer fell.",
    "Karsk",
    "SABELNIKOV",
    "From you no word.",
    "To Sabelnikov",
    "2 November",
    "Place the lamp in the window.",
    "Distribution of onions is unjust.",
    "End the quarrel.",
    "На ваш запрос ответа нет.",
    "Получено много рыбы, соли нет.",
    "Telegram No. 612 from Sabelnikov to Vetrov",
    "Please hand to Sabelnikov that the rudder is mended.",
]


@pytest.mark.parametrize(("text", "type_"), SERVICE)
def test_line_of_service_matter_is_of_its_type(text: str, type_: str) -> None:
    found = classify(text, year=1938)
    assert found is not None
    assert found.type == type_


@pytest.mark.parametrize("text", PROSE)
def test_sentence_that_begins_like_service_matter_is_none(text: str) -> None:
    assert classify(text, year=1938) is None


PARTS = [
    ("CABLE Nº 417", "number", "417"),
    ("incoming Nº 2218/rs of 30 August 1937", "number", "2218/rs"),
    ("Copy Nº 2 to Cde. Zhitkov", "copy", "2"),
    ("Copy Nº 2 to Cde. Zhitkov", "rest", "Cde. Zhitkov"),
    ("Nº 117 GAGARA [Ostapova] 3 March", "name", "GAGARA [Ostapova]"),
    ("Deciphered by: Lukina, 06:40 on 12 December 1937", "rest", "Lukina, 06:40 on 12 December 1937"),
    ("To whom: Cde. SABELNIKOV", "role", "To whom"),
    ("FROM TOLBEYA TO KARSK", "rest", "TOLBEYA"),
    ("[Received January 8—11:35 a.m.]", "rest", "January 8—11:35 a.m."),
    ("No. 9 MOST IMMEDIATE", "number", "9"),
]


@pytest.mark.parametrize(("text", "part", "words"), PARTS)
def test_part_of_a_line_is_a_span_of_its_own_text(text: str, part: str, words: str) -> None:
    found = classify(text, year=1938)
    assert found is not None
    span = found.part(part)
    assert span is not None
    assert text[slice(*span)] == words


def test_line_without_a_part_has_no_span_of_it() -> None:
    found = classify("TOP SECRET")
    assert found is not None
    assert found.part("number") is None


def test_line_of_a_distribution_list_gives_copy_and_name() -> None:
    found = listed_copy("1 – Vetrov")
    assert found is not None
    assert found.parts == (("copy", 0, 1), ("rest", 4, 10))


@pytest.mark.parametrize("text", ["8.IV.38", "12 words are too many " * 3, "Vetrov", "1938"])
def test_other_line_is_no_line_of_a_distribution_list(text: str) -> None:
    assert listed_copy(text) is None


NUMBERS = [
    ("CABLE Nº 417", False, "telegram"),
    ("Nº 6998", True, "register"),
    ("Nº 12", False, "telegram"),
    ("Вх. № 318", True, "incoming"),
    ("Inc. No. 551", False, "incoming"),
    ("Исх. № 722", False, "outgoing"),
    ("Special No. 44/sp", False, "special"),
    ("Issuing No. 2207", False, "issuing"),
    ("Register No. 4", False, "register"),
]


@pytest.mark.parametrize(("text", "docket", "kind"), NUMBERS)
def test_number_is_of_the_kind_that_its_word_names(text: str, docket: bool, kind: str) -> None:
    assert number_type(text, docket=docket) == kind


@pytest.mark.parametrize(("number", "value"), [("2218/rs", "2218"), ("417", "417"), ("x", ""), ("C 417绝密", "417")])
def test_value_of_a_number_is_its_leading_digits(number: str, value: str) -> None:
    assert numeric(number) == value


HOSTILE = [
    "Copy " + "1, " * 2000,
    "No. " + "1/" * 3000,
    "Received at " + "at " * 3000,
    "top secret " * 300,
    "Secret, urgent, " * 14,
    "pass to " + "A and " * 30,
    "(" * 5000,
    "[" + "Received " * 20 + "]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_line_takes_long_to_classify(text: str) -> None:
    classify(f"{text}.", year=1938)  # compiles what it needs
    assert seconds(lambda: classify(text, year=1938)) < 0.05
