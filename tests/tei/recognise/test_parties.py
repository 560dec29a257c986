"""Lines that name the parties: salutations, signatures, offices, formulae, datelines, lists of names."""

from __future__ import annotations

import pytest

from tei.recognise.closing_names import closing_and_names
from tei.recognise.datelines import dateline, is_place
from tei.recognise.naming import is_body, split_names, trimmed
from tei.recognise.parties import (
    inline_salutation,
    is_address_list,
    is_closing,
    is_office,
    salutation_name,
)
from tei.recognise.signing import signature_name
from tests.timing import seconds

PEOPLE = ("vetrov", "sabelnikov", "pashin", "morozkin", "kashin", "tumanova", "zhitkov")
PLACES = ("karsk", "leningrad", "tolbeya", "port severin", "elizavetin")


def known(name: str) -> bool:
    words = name.lower().replace(".", " ").replace(",", " ").split()
    return bool(words) and words[-1] in PEOPLE and len(words) <= 4


def known_place(name: str) -> bool:
    return name.lower().split(" [")[0] in PLACES


SALUTATIONS = [
    ("To SABELNIKOV", "SABELNIKOV"),
    ("to KOMPAS [Pashin]", "KOMPAS [Pashin]"),
    ("To Comrade Sabelnikov.", "Comrade Sabelnikov"),
    ("To Cde. Pashin", "Cde. Pashin"),
    ("com. Vetrov.[i]", "Vetrov"),
    ("To Comrade Sabelnikov:[12]", "Comrade Sabelnikov"),
    ("For Cde. Sabelnikov", "Cde. Sabelnikov"),
    ("To the master of the Polynya, Captain Morozkin:", "the master of the Polynya, Captain Morozkin"),
    (
        "To the Head of the Station Karsk and the Master of the Polynya",
        "the Head of the Station Karsk and the Master of the Polynya",
    ),
    ("Personal for Director from Vetrov.", "Director"),
    ("For Pashin's eyes only.", "Pashin"),
    ("Top secret. For Sabelnikov", "Sabelnikov"),
    ("ТОЛЬКО ЛИЧНО ВЕТРОВУ", "ВЕТРОВУ"),
    ("т. Ветрову", "Ветрову"),
    ("Уважаемый Павел Андреевич!", "Павел Андреевич"),
    ("Dear Comrade Zhitkov,", "Comrade Zhitkov"),
    ("Dear Pavel Andreevich,", "Pavel Andreevich"),
    ("Comrade Sabelnikov!", "Sabelnikov"),
    ("Comrades,", "Comrades"),
    ("Sir:", "Sir"),
    ("Vetrov (personally only)", "Vetrov"),
    ("Vetrov:", "Vetrov"),
    ("致维特罗夫同志：", "维特罗夫同志"),
    ("维特罗夫同志并图曼诺娃：", "维特罗夫同志并图曼诺娃"),
]


@pytest.mark.parametrize(("text", "name"), SALUTATIONS)
def test_salutation_gives_the_name_of_the_addressee(text: str, name: str) -> None:
    span = salutation_name(text, known)
    assert span is not None
    assert text[slice(*span)] == name


@pytest.mark.parametrize(
    "text",
    [
        "To win the war against the damp we need felt.",
        "To say that the barometer lies is easy.",
        "For my part I trust it.",
        "The sun is back.",
        "Comrade Sabelnikov knows it and says nothing",
        "To " + "Vetrov " * 60,
    ],
)
def test_sentence_that_begins_like_an_address_is_none(text: str) -> None:
    assert salutation_name(text, known) is None


INLINE = [
    ("To Sabelnikov. The sun is back.", "To Sabelnikov.", "Sabelnikov"),
    ("To Captain Morozkin. Hand this on.", "To Captain Morozkin.", "Captain Morozkin"),
    ("Comrade Vetrov! Add slowly.", "Comrade Vetrov!", "Comrade Vetrov"),
    ("Sir: I have the honor to report.", "Sir:", None),
]


@pytest.mark.parametrize(("text", "address", "name"), INLINE)
def test_address_that_opens_a_paragraph_is_parted_from_it(text: str, address: str, name: str | None) -> None:
    found = inline_salutation(text, known)
    assert found is not None
    end, span = found
    assert text[:end] == address
    assert (text[slice(*span)] if span else None) == name


@pytest.mark.parametrize("text", ["For once. The sun is back.", "To work. Now.", "Received yesterday. Thanks."])
def test_unknown_name_opens_no_paragraph_as_address(text: str) -> None:
    assert inline_salutation(text, known) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vetrov, Karsk.", True),
        ("Leningrad, Sabelnikov", True),
        ("Sabelnikov, Institute, Leningrad.", True),
        ("To Karsk, Vetrov", False),
        ("Vetrov, Tumanova", False),
        ("Karsk", False),
        ("Vetrov, who is at Karsk", False),
    ],
)
def test_address_list_is_a_name_with_a_place(text: str, told: bool) -> None:
    assert is_address_list(text, known, known_place) is told


SIGNATURES = [
    ("VETROV", True, "VETROV"),
    ("VETROV”", True, "VETROV"),
    ("V E T R O V", False, "V E T R O V"),
    ("P. Vetrov.", True, "P. Vetrov"),
    ("/P. VETROV/.", True, "P. VETROV"),
    ("per order of  /Pashin/.", True, "Pashin"),
    ("Vetrov.[2]", True, "Vetrov"),
    ("(signed) A. Pashin", True, "A. Pashin"),
    ("/s/ L. Zhitkov", True, "L. Zhitkov"),
    ("/signed/ P. Vetrov", True, "P. Vetrov"),
    ("[signed] VETROV", True, "VETROV"),
    ("[signature:] Morozkin", True, "Morozkin"),
    ("(-) VETROV", True, "VETROV"),
    ("Подпись: САБЕЛЬНИКОВ", True, "САБЕЛЬНИКОВ"),
    ("V. Tumanova, meteorologist", True, "V. Tumanova, meteorologist"),
    ("Pashin, Head of the Northern Routes Desk", True, "Pashin"),
    ("[illegible signature]", True, "[illegible signature]"),
    ("Drobot", True, "Drobot"),
    ("Ludwig van Drobot", True, "Ludwig van Drobot"),
    ("萨别里尼科夫", True, "萨别里尼科夫"),
]


@pytest.mark.parametrize(("text", "last", "name"), SIGNATURES)
def test_signature_gives_the_name_of_who_signed(text: str, last: bool, name: str) -> None:
    span = signature_name(text, lambda form: known(form) and "," not in form, last=last)
    assert span is not None
    assert text[slice(*span)].startswith(name.split(",")[0])


@pytest.mark.parametrize(
    "text",
    [
        "To Cde. Pashin",
        "For Vetrov",
        "Note: Relayed to Tolbeya.",
        "1 – Vetrov",
        "All well.",
        "signed copies are rare at the station",
        "The mast stands again and so does the cook, says Vetrov",
    ],
)
def test_other_line_is_no_signature(text: str) -> None:
    assert signature_name(text, known, last=True) is None


def test_unknown_name_signs_nothing_where_a_signature_follows() -> None:
    assert signature_name("Drobot", known, last=False) is None


OFFICES = [
    ("Head of the polar station Karsk", True),
    ("Chairman of the Northern Routes Desk", True),
    ("Acting Deputy Director of the Institute", True),
    ("the Minister of Onions", True),
    ("American Consul", True),
    ("Директор института", True),
    ("站长", True),
    ("Headwind all day", False),
    ("Head north. Then east", False),
    ("director", False),
    ("Vetrov", False),
]


@pytest.mark.parametrize(("text", "told"), OFFICES)
def test_office_is_known_by_its_first_word(text: str, told: bool) -> None:
    assert is_office(text) is told


CLOSINGS = [
    "With comradely greetings,",
    "With respect for the lamp,",
    "With regards to Tumanova, who made them.",
    "Please accept, dear colleague, the assurance of my patience.",
    "Yours sincerely,",
    "Respectfully yours,",
    "I press your hand.",
    "I have [etc.]",
    "Awaiting your reply",
    "Long live the felt!",
    "С уважением,",
    "С коммунистическим приветом",
    "Жму руку",
    "此致敬礼！",
]


@pytest.mark.parametrize("text", CLOSINGS)
def test_formula_closes(text: str) -> None:
    assert is_closing(text)


@pytest.mark.parametrize("text", ["With the next sledge.", "Your telegram came.", "I press on.", "x " * 150])
def test_sentence_closes_nothing(text: str) -> None:
    assert not is_closing(text)


def test_short_line_that_ends_in_a_comma_closes_where_a_signature_follows() -> None:
    assert is_closing("Until we meet,", signed=True)
    assert not is_closing("Until we meet,")


def test_formula_and_names_in_one_line_are_parted() -> None:
    text = "Yours, Vetrov, Tumanova."
    start = closing_and_names(text, known)
    assert start is not None
    assert text[start:] == "Vetrov, Tumanova."
    assert closing_and_names("With greetings, dogs and all", known) is None


DATELINES = [
    ("Karsk, 3 May 1938", "Karsk", "3 May 1938"),
    ("Karsk 3 May 1938", "Karsk", "3 May 1938"),
    ("Karsk, the 23rd of April, 1938.", "Karsk", "23rd of April, 1938"),
    ("Karsk\n23 October 1937", "Karsk", "23 October 1937"),
    ("On board the Polynya, 27 June 1938", "On board the Polynya", "27 June 1938"),
    ("Elizavetin [Port Severin], 9 March 1938, 6 p. m.", "Elizavetin [Port Severin]", "9 March 1938, 6 p. m."),
    ("3 May 1938, Karsk", "Karsk", "3 May 1938"),
    ("8.IV.38 г.", None, "8.IV.38 г."),
    ("11:00 p.m., 3 November [1937]", None, "11:00 p.m., 3 November [1937]"),
    ("1937年10月27日", None, "1937年10月27日"),
    ("20 February 1938, 02.15 Moscow time", None, "20 February 1938, 02.15 Moscow time"),
]


@pytest.mark.parametrize(("text", "place", "date"), DATELINES)
def test_dateline_gives_place_and_date(text: str, place: str | None, date: str) -> None:
    found = dateline(text, None, known_place)
    assert found is not None
    assert (text[slice(*found[0])] if found[0] else None) == place
    assert text[slice(*found[1])].rstrip("]") == date.rstrip("]")


@pytest.mark.parametrize(
    "text",
    [
        "Vetrov to Sabelnikov, 22 December 1937.",
        "Telegram of, 3 May 1938",
        "The ship came on 3 May 1938",
        "3 May 1938 was a cold day",
        "Karsk",
        "Nobody",
        "Karsk, 3 May 1938, " + "and so on " * 12,
    ],
)
def test_other_line_is_no_dateline(text: str) -> None:
    assert dateline(text, None, known_place) is None


def test_place_has_no_date_no_comma_and_no_preposition() -> None:
    assert is_place("Karsk", known_place)
    assert not is_place("Karsk, 3 May", lambda _: True)
    assert not is_place("To Karsk", lambda _: True)


LISTS = [
    ("Vetrov", ["Vetrov"]),
    ("Vetrov, Tumanova and Kashin", ["Vetrov", "Tumanova", "Kashin"]),
    ("Vetrov and Tumanova", ["Vetrov", "Tumanova"]),
    ("Vetrov, for Tumanova", ["Vetrov", "Tumanova"]),
    ("Com. Drobot and Com. Lukina", ["Com. Drobot", "Com. Lukina"]),
    ("the Head of the Station and the Master of the Polynya", ["the Head of the Station", "the Master of the Polynya"]),
    ("Drobot; Lukina", ["Drobot", "Lukina"]),
    ("N.A. Grebnev and I.I. Maslov", ["N.A. Grebnev", "I.I. Maslov"]),
    ("Grebnev and Lukashenko", ["Grebnev", "Lukashenko"]),
    ("GREBNEV, LUKASHENKO and DYAKIN", ["GREBNEV", "LUKASHENKO", "DYAKIN"]),
    ("Comrades Pell, Lind and A. Osgood", ["Comrades Pell", "Lind", "A. Osgood"]),
    ("Pell, Head of the Station", ["Pell, Head of the Station"]),
    ("Sabelnikov, Konstantin", ["Sabelnikov, Konstantin"]),
    ("Comrades Pell and Lind, Head of the Station", ["Comrades Pell and Lind, Head of the Station"]),
    ("VETROV 1 and [Vera] LUKINA", ["VETROV", "[Vera] LUKINA"]),
    ("(A. Drobot) (V. Lukina)", ["(A. Drobot)", "(V. Lukina)"]),
    ("维特罗夫同志并图曼诺娃", ["维特罗夫同志", "图曼诺娃"]),
    ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
    ("the master of the Polynya, Captain Morozkin", ["the master of the Polynya, Captain Morozkin"]),
    ("Gagara [Ostapova, and before her Lapin]", ["Gagara [Ostapova, and before her Lapin]"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_list_of_names_is_split_only_where_each_is_a_party(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in split_names(text, known)] == names


def test_article_is_taken_off_a_name() -> None:
    assert trimmed("the Scientific Council", 10) == ("Scientific Council", 14)
    assert trimmed("Vetrov", 10) == ("Vetrov", 10)


@pytest.mark.parametrize(
    ("name", "body"), [("Karsk Polar Institute", True), ("Head of the Station", False), ("Drobot", False)]
)
def test_holder_of_an_office_in_a_body_is_a_person(name: str, body: bool) -> None:
    assert is_body(name) is body


HOSTILE = [
    "To " + "a." * 90,
    "dear " * 39,
    "With " + "greetings " * 19,
    "A " * 99,
    "Head " * 26,
    "(" * 190,
    "Vetrov, " * 24,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_line_takes_long_to_read(text: str) -> None:
    def read() -> None:
        salutation_name(text, known)
        inline_salutation(text, known)
        is_closing(text, signed=True)
        signature_name(text, known, last=True)
        is_office(text)
        closing_and_names(text, known)
        split_names(text, known)
        dateline(text, 1938, known_place)

    assert seconds(read) < 0.1
