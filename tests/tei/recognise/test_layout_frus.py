"""Pages of the Foreign Relations of the United States as one copies them. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.archives import Repositories
from tei.model import Block, Body, Capture, Recognition
from tei.recognise import Settings
from tei.recognise.layouts import page_of
from tei.recognise.layouts.frus import FRUS
from tei.recognise.layouts.frus_heads import file_kind
from tei.recognise.layouts.frus_notes import notes_of
from tei.recognise.paragraphs import split_paragraphs

Read = Callable[[str], Recognition]


def leaf_blocks(body: Body) -> list[Block]:
    """Return the blocks of a text that hold words themselves."""
    waiting, found = [*body.preamble, *body.message, *body.docket], []
    while waiting:
        block = waiting.pop(0)
        waiting = [*block.children, *waiting]
        found += [] if block.children else [block]
    return found


PAGE = "\n\n".join(
    (
        "Home›Historical Documents›Foreign Relations of the United States, 1938›Document 17",
        "Foreign Relations of the United States, 1938, The Far North, Volume II",
        "859.91/3: Telegram",
        "The Minister in Norland (Drobot) to the Secretary of State",
        "Port Severin, March 2, 1938—6 p. m.",
        "[Received March 2—9:40 p. m.]",
        "14. The director of the ice office here3 tells me that he has had figures by telegraph every week.",
        "Please instruct.",
        "Drobot",
        "[Page 84]",
        "859.91/4: Telegram",
        "The Secretary of State to the Minister in Norland (Drobot)",
        "Washington, March 5, 1938—6 p. m.",
        "9. Your 14, March 2, 6 p. m. The Department has learned with interest of the figures.4",
        "Hull",
        "3 Invented for this page.↩",
        "4 They are not printed.↩",
        "Contact Us | Share this page",
    )
)


def test_telegram_and_answer_of_a_page_are_two(read: Read) -> None:
    found = read(PAGE)
    assert found.layout == "frus"
    first, second = found.telegrams
    assert first.title == "The Minister in Norland (Drobot) to the Secretary of State"
    assert [telegram.sent and telegram.sent.when for telegram in (first, second)] == [
        "1938-03-02T18:00:00",
        "1938-03-05T18:00:00",
    ]
    assert [telegram.number for telegram in (first, second)] == ["14", "9"]


def test_answer_is_tied_to_the_telegram_by_its_number(read: Read) -> None:
    first, second = read(PAGE).telegrams
    assert [mention.target for mention in second.envelopes[0].mentions] == [first.start]


def test_file_number_is_the_reference_and_the_receipt_is_in_the_envelope(read: Read) -> None:
    first = read(PAGE).telegrams[0]
    assert first.holdings
    received = first.envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert received.moment.when == "1938-03-02T21:40:00"


def test_notes_of_the_page_are_given_to_the_telegram_that_has_their_marker(read: Read) -> None:
    found = read(PAGE)
    assert [[note.n for note in telegram.body.footnotes] for telegram in found.telegrams] == [["3"], ["4"]]
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


def test_notes_that_lost_their_numbers_are_counted_by_their_arrows(read: Read) -> None:
    text = (
        PAGE.replace("3 Invented", "Invented").replace("4 They", "They").replace("here3", "here1").replace("s.4", "s.2")
    )
    found = read(text)
    assert [[note.n for note in telegram.body.footnotes] for telegram in found.telegrams] == [["1"], ["2"]]


@pytest.mark.parametrize(
    "text",
    [
        "Telegram, Vetrov to Pashin\n\nThe mast is down.\n\nVetrov",
        "Karsk Papers\n\n7. Telegram from Vetrov to Pashin\n\n3 May 1938\n\nIce holds.",
        "The Minister came to the Embassy yesterday, and nothing was said of the file 4/18 for an hour.",
    ],
)
def test_other_pages_are_none_of_the_series(text: str, settings: Settings) -> None:
    page = page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories)
    assert FRUS.score(page).value == 0


def document(*lines: str, file: str = "859.91/3: Telegram") -> str:
    """Return a page with one document, its file number above."""
    return "\n\n".join((file, *lines))


PARTIES = "The Minister in Norland (Drobot) to the Secretary of State"
TEXT = ("14. The ice is in.", "Drobot")


@pytest.mark.parametrize(
    "page",
    [
        document("Memorandum of Conversation, by the Officer in Charge (Tobin)", "Mr. Aamodt called."),
        document(
            "Memorandum by the Director of the Office (Tobin) to the Secretary of State", "[Washington,] May 3, 1938."
        ),
        document("Minutes of the Third Meeting of the Ice Committee", "Washington, May 3, 1938", "Present: Mr. Tobin"),
        "Foreign Relations of the United States, 1938, Volume II\n\n84. Editorial Note\n\nIn telegram 12, July "
        "6, it said so.",
    ],
)
def test_what_is_no_telegram_or_letter_stays_with_the_page(page: str, read: Read) -> None:
    found = read(page)
    assert found.layout == "frus"
    assert found.telegrams == ()


def test_memorandum_ends_the_telegram_before_it(read: Read) -> None:
    page = document(
        PARTIES, "Port Severin, March 2, 1938—6 p. m.", *TEXT, "859.91/4", "Memorandum by Mr. Tobin", "He left."
    )
    telegram = read(page).telegrams[0]
    assert read(page).capture.text[telegram.start : telegram.end].endswith("Drobot")


@pytest.mark.parametrize(
    ("line", "when", "place"),
    [
        ("Port Severin, March 2, 1938—noon.", "1938-03-02T12:00:00", "Port Severin"),
        ("[Washington,] March 2, 1938—6 p. m.", "1938-03-02T18:00:00", "Washington"),
        ("Oslo , March 2 , 1938—6 p. m.", "1938-03-02T18:00:00", "Oslo"),
        ("Port Severin, March 55, 1938—6 p. m.", "1938-03-05T18:00:00", "Port Severin"),
        ("Port Severin, March 2, 19385—6 p. m.", "1938-03-02T18:00:00", "Port Severin"),
        ("Port Severin, March 2, 1938—6 p. m.5", "1938-03-02T18:00:00", "Port Severin"),
        ("[Tokyo,] 2 March 1938—1:10 p. m.", "1938-03-02T13:10:00", "Tokyo"),
        ("SECRET     PRIORITY     OSLO, March 2, 1938 — 7 p. m.", "1938-03-02T19:00:00", "OSLO"),
        ("AMERICAN LEGATION,\n\nPort Severin, March 2, 1938—6 p. m.", "1938-03-02T18:00:00", "Port Severin"),
    ],
)
def test_place_and_date_are_read_whatever_stands_in_them(line: str, when: str, place: str, read: Read) -> None:
    found = read(document(PARTIES, line, *TEXT, "5 The number was written over another."))
    sent = found.telegrams[0].envelopes[0].action("sent")
    assert sent is not None
    assert sent.moment is not None
    assert sent.place is not None
    assert (sent.moment.when, sent.place.text) == (when, place)
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("[Received March 3—1:40 p. m.]", "1938-03-03T13:40:00"),
        ("[Received 3:10 p. m.]", "1938-03-02T15:10"),
        ("[Received March 3—1:40 p. m.]2", "1938-03-03T13:40:00"),
    ],
)
def test_time_of_receipt_without_a_day_is_of_the_day_of_sending(line: str, when: str, read: Read) -> None:
    page = document(PARTIES, "Port Severin, March 2, 1938—11 a. m.", line, *TEXT)
    received = read(page).telegrams[0].envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert received.moment.when.removesuffix(":00") == when.removesuffix(":00")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("417. Re Deptel 203, August 4.", "417"),
        ("274 . Personal for the Secretary.", "274"),
        ("Secto 203. Re Tosec 155.", "Secto 203"),
        ("C 56772. The operator reports.", "C 56772"),
        ("1. Your 3, January 2.", "1"),
        ("Embtel 203. See there.", ""),
        ("The ice is in.", ""),
    ],
)
def test_number_opens_the_text(words: str, number: str, read: Read) -> None:
    page = document(PARTIES, "Port Severin, March 2, 1938—noon", words, "Nothing follows.", "Drobot")
    assert read(page).telegrams[0].number == number


def test_number_that_the_next_paragraph_goes_on_from_is_that_of_a_point(read: Read) -> None:
    page = document(PARTIES, "Port Severin, March 2, 1938—noon", "1. The ice is in.", "2. It is out.", "Drobot")
    assert read(page).telegrams[0].number == ""


def test_a_numeral_over_the_heading_does_not_take_in_what_stands_under_it(read: Read) -> None:
    page = document("2)", PARTIES, "Please answer at once.", "The ice is thick.", "Drobot")
    blocks = (block for telegram in read(page).telegrams for block in leaf_blocks(telegram.body))
    assert [page[block.start : block.end] for block in blocks if PARTIES in page[block.start : block.end]] == []


@pytest.mark.parametrize(
    ("file", "opening", "kind"),
    [
        ("859.91/3: Telegram", "Sir: I have the honor to report.", "telegram"),
        ("859.91/3", "Sir: I have the honor to report.", "letter"),
        ("859.91/3: Airgram", "The ice is in.", "letter"),
        ("859.91/3", "Aide-Mémoire", "note"),
        ("859.91/3", "14. The ice is in.", "telegram"),
    ],
)
def test_kind_is_told_by_the_file_or_the_salutation(file: str, opening: str, kind: str, read: Read) -> None:
    page = document(PARTIES, "Port Severin, March 2, 1938.", opening, "Nothing follows.", "Drobot", file=file)
    assert read(page).telegrams[0].kind == kind


def test_number_of_what_went_by_mail_is_that_of_a_despatch(read: Read) -> None:
    page = document(
        PARTIES, "No. 212", "Port Severin, March 2, 1938.", "Sir: The ice is in.", "Drobot", file="859.91/3"
    )
    telegram = read(page).telegrams[0]
    numbers = [dict(mark.attributes)["type"] for mark in telegram.body.marks if mark.element == "num"]
    assert numbers == ["dispatch"]


def test_sender_is_written_as_the_heading_has_him(read: Read) -> None:
    sent = read(PAGE).telegrams[0].party("sent")
    assert sent is not None
    assert sent.text == "Minister in Norland (Drobot)"


def test_office_of_the_heading_is_held_by_who_signs(read: Read) -> None:
    sent = read(PAGE).telegrams[1].party("sent")
    assert sent is not None
    assert (sent.text, sent.ref) == ("Secretary of State", "hull")


def test_volume_and_number_of_the_document_are_the_printed_source(read: Read) -> None:
    page = (
        PAGE.replace("[Page 84]\n\n", "")
        .replace("859.91/3", "[17]\n\n859.91/3")
        .replace("859.91/4", "[18]\n\n859.91/4")
    )
    printed = [telegram.printed[0] for telegram in read(page).telegrams]
    assert [(one.title, one.volume, one.document) for one in printed] == [
        ("Foreign Relations of the United States, 1938, The Far North", "II", number) for number in ("17", "18")
    ]


LATER = (
    "211. Telegram From the Legation in Norland to the Department of State1",
    "Port Severin, October 27, 1956, 3 p.m.",
    "1050. The roof leaks.2",
    "Drobot",
)


@pytest.mark.parametrize("arrow", ["", "↩"])
@pytest.mark.parametrize("numbers", [("", ""), ("1 ", "2 ")])
def test_source_note_gives_file_and_receipt(numbers: tuple[str, str], arrow: str, read: Read) -> None:
    first, second = numbers
    notes = (
        f"{first}Source: Department of State, Central Files, 861.00/10–2756. Secret; Niact. Received at 9:14 "
        f"a.m.{arrow}",
        f"{second}The roof of the hut.{arrow}",
    )
    found = read("\n\n".join((*LATER, *notes)))
    telegram = found.telegrams[0]
    received = telegram.envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert received.moment.when == "1956-10-27T09:14:00"
    assert ("document", "10–2756") in telegram.holdings[0].reference.idnos
    assert [note.n for note in (*telegram.notes, *telegram.body.footnotes)] == ["1", "2"]
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


def test_file_number_dates_what_nothing_else_dates(read: Read) -> None:
    page = document(PARTIES, "14. The ice is in.", "Drobot", file="859.91/4–1849: Telegram")
    moment = read(page).telegrams[0].sent
    assert moment is not None
    assert (moment.when, moment.evidence.certainty, moment.evidence.basis) == ("1949-04-18", "low", "conjecture")


def test_telegram_that_a_note_quotes_whole_is_one_too(read: Read) -> None:
    words = "3 In telegram 360 to Port Severin, March 4, the Department replied: “Keep the figures. Do not pay.”"
    note = f"{words} (859.91/5)↩"
    page = PAGE.replace("3 Invented for this page.↩", note)
    found = read(page)
    assert [telegram.number for telegram in found.telegrams] == ["14", "9", "360"]
    quoted = found.telegrams[2]
    assert found.capture.text[quoted.start : quoted.end] == "Keep the figures. Do not pay."


@pytest.mark.parametrize(
    "note",
    [
        "3 In telegram 360, March 4, the Department replied that it would “keep the figures”.↩",
        "3 Telegram 360, March 4, not printed.↩",
    ],
)
def test_telegram_that_a_note_only_tells_of_is_none(note: str, read: Read) -> None:
    assert len(read(PAGE.replace("3 Invented for this page.↩", note)).telegrams) == 2


def test_lines_of_the_site_behind_the_signature_are_furniture(read: Read) -> None:
    page = document(
        PARTIES, "Port Severin, March 2, 1938—noon", *TEXT, "Office of the Invented Historian", "About us Contact us"
    )
    found = read(page)
    assert found.capture.text[found.telegrams[0].start : found.telegrams[0].end].endswith("Drobot")


def test_notes_under_a_heading_of_their_own_are_no_points(read: Read) -> None:
    page = document(
        f"{PARTIES} 1", "Port Severin, March 2, 1938—noon", "14. Two points:", "1. Ice.", "2. Bears.", "Drobot"
    )
    found = read(f"{page}\n\n[Footnotes]\n\n1. Repeated to London for information.")
    telegram = found.telegrams[0]
    assert [note.n for note in telegram.notes] == ["1"]
    assert telegram.title == PARTIES
    assert found.capture.text[telegram.start : telegram.end].endswith("Drobot")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("893.00/1–549: Telegram", "telegram"),
        ("740.0011 European War 1939/10420: Telegram", "telegram"),
        ("501.BB Palestine/12–247 : Telegram", "telegram"),
        ("858.628/10–2054", ""),
        ("PPS Files, Lot 64 D 563", ""),
        ("Hopkins Papers: Telegram", "telegram"),
        ("File No. 711.60b4/3.", ""),
        ("Department of State, Central Files, 611.93/5–1254: Telegram", "telegram"),
        ("4/18/1949", None),
        ("Karsk Papers", None),
        ("The files of the Bureau are kept here.", None),
    ],
)
def test_lines_of_file_numbers(line: str, expected: str | None) -> None:
    assert file_kind(line) == expected


def test_an_arrow_that_lost_its_note_is_no_note() -> None:
    """A reader's view can keep the arrow alone: a note with nothing in it would be written into the text."""
    text = "The kites were lost in August.1 Two have since been delivered.\n\n↩\n\nYours sincerely,\n"
    page = page_of(Capture("p.txt", "p", text, "0" * 64), split_paragraphs(text), Repositories(()))
    assert notes_of(page, 0, [False] * len(page.paragraphs))[0] == ()
