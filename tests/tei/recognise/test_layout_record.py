"""Record pages of digital archives and catalogues, in many shapes. All people, archives and sites invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Owner, Recognition
from tei.recognise.account import tally
from tei.recognise.layouts.fields import read_field
from tei.recognise.layouts.notes_of_site import is_placeholder, is_release, is_site_talk

Read = Callable[[str], Recognition]

MODERN = """Skip to content

Papers of the North Online
Home
Browse
Search

May 5, 1938

Ciphered Telegram No. 457, Vetrov in Karsk to the Institute

Download PDF

Share

Summary

Vetrov reports that the mast has fallen.

Author(s)

{author}

Recipient(s)

Sabelnikov, Konstantin, 1881-1950

Original Archive

AKPI, f. 12, op. 3, d. 50, ll. 1-2

Contents

English

Top Secret

To SABELNIKOV

The mast has fallen. Nobody was under it except the old boat.

{signature}

Read More

Translation Credits

Tobias Renn

Rights

Papers of the North Online welcomes reuse of its materials.

Related Documents

May 6, 1938

Telegram from the Institute to Vetrov
"""


def text_of(found: Recognition) -> str:
    telegram = found.telegrams[0]
    return found.capture.text[telegram.start : telegram.end]


def names(found: Recognition, side: str) -> list[str]:
    action = found.telegrams[0].envelopes[0].action(side)
    return [name.ref or name.text for name in action.names] if action else []


def test_page_with_its_fields_before_the_text_is_read_from_the_first_word_of_the_telegram(read: Read) -> None:
    found = read(MODERN.format(author="Vetrov, Pavel, 1889-1961", signature="VETROV"))
    assert found.layout == "record"
    assert text_of(found).startswith("Top Secret")
    assert text_of(found).endswith("VETROV")
    telegram = found.telegrams[0]
    assert telegram.abstract == "Vetrov reports that the mast has fallen."
    assert [(credit.role, credit.name) for credit in telegram.credits] == [("translator", "Tobias Renn")]
    assert dict(telegram.holdings[0].reference.idnos)["delo"] == "50"
    assert tally(found.capture, found.spans)[Owner.CONTEXT] == 0


def test_fields_of_author_and_recipient_name_who_neither_title_nor_text_does(read: Read) -> None:
    page = MODERN.format(author="Tumanova, Vera, 1904-1942", signature="").replace("To SABELNIKOV\n\n", "")
    found = read(
        page.replace("Ciphered Telegram No. 457, Vetrov in Karsk to the Institute", "Ciphered Telegram No. 457")
    )
    assert (names(found, "sent"), names(found, "received")) == (["tumanova"], ["sabelnikov"])


def test_place_behind_the_sender_of_a_title_is_where_he_was(read: Read) -> None:
    found = read(MODERN.format(author="Vetrov", signature="VETROV"))
    sent = found.telegrams[0].envelopes[0].action("sent")
    assert sent is not None
    assert sent.place is not None
    assert sent.place.text == "Karsk"


def test_table_of_fields_is_no_text(read: Read) -> None:
    found = read(
        "Telegram from Vetrov to Pashin\n\nDate | 3 May 1938\nAuthor | Vetrov\nAddressee | Pashin\n"
        "Reference | AKPI, f. 12, op. 3, d. 47, l. 22\nLanguage | Russian\n\nTo Pashin\n\nIce holds.\n\nVETROV"
    )
    assert found.layout == "record"
    assert text_of(found).startswith("To Pashin")
    assert found.telegrams[0].holdings


def test_page_of_a_library_of_texts_gives_print_and_credits_above_the_text(read: Read) -> None:
    found = read(
        "P. Vetrov\nTelegram to the Institute of Polar Studies\n\nWritten: 3 October 1937\n"
        "First Published: Ledovyi sbornik, vol. 3, Leningrad, 1961\nSource: P. Vetrov, Collected Telegrams, p. 45\n"
        "Publisher: Severnyi Mayak, Leningrad, 1963\nTranslated: by Tobias Renn\nTranscription/Markup: H. Ravn\n\n"
        "To the Institute\n\nThe barometer has been found in the kitchen. It is well.\n\nVetrov\n\n"
        "Back to the Vetrov Archive\n"
    )
    assert text_of(found).startswith("To the Institute")
    assert text_of(found).endswith("Vetrov")
    assert ("translator", "Tobias Renn") in [(credit.role, credit.name) for credit in found.telegrams[0].credits]


def test_stamps_of_a_release_are_no_text(read: Read) -> None:
    stamp = "Approved For Release 2004/07/09 : ABC-RDP80R01443R000100010001-1"
    found = read(
        f"Document Type: COPY\nCollection: General Records\nCase Number: 12\nPublication Date: August 11, 1938\n"
        f"Content Type: CABLE\n\nBody:\n\n{stamp}\n\nSECRET\n\n11 AUGUST 1938\n\nFROM: KARSK\n\nTO: DIRECTOR\n\n"
        f"1. THE LAMP IS OUT.\n\n2. REQUEST LAMP.\n\nVETROV\n\n{stamp}\n"
    )
    assert text_of(found).startswith("SECRET")
    assert text_of(found).endswith("VETROV")
    assert found.telegrams[0].sent is not None
    assert found.telegrams[0].sent.when == "1938-08-11"


def test_summary_under_the_citation_is_the_abstract(read: Read) -> None:
    found = read(
        "Search the Archive\n\nNovember 12, 1938\nCable, Vetrov to Pashin\nCitation:\n"
        '"Cable, Vetrov to Pashin," November 12, 1938, Northern Archive, AKPI: F. 12, Op. 3, D. 47, L. 22.\n'
        "Summary:\nVetrov writes about ice.\nContents:\nEnglish Translation\n\nTo Pashin\n\nIce holds.\n\nVETROV\n"
    )
    assert found.telegrams[0].abstract == "Vetrov writes about ice."
    assert text_of(found).startswith("To Pashin")


@pytest.mark.parametrize(
    "notice",
    [
        "It appears your browser has no way to show this. Follow the link below.",
        "A file of this kind can't be printed from the page. Fetch it and print it from its own program.",
        "This document was made possible with support from the Society of Stoves.",
        "To report a problem with this page, write to [email protected].",
    ],
)
def test_what_a_site_says_of_itself_ends_no_telegram(notice: str, read: Read) -> None:
    page = (
        "Search in\n\nMay 3, 1938\n\nCitation\n\nget citation\n\nVetrov reports on ice.\n"
        '"Telegram, Vetrov to Pashin," May 3, 1938, Northern Archive, AKPI: F. 12, Op. 3, D. 47, L. 22.\n\n'
        f"English HTML\n\nTo Pashin\n\nIce holds.\n\nVETROV\n\n{notice}\n"
    )
    assert text_of(read(page)).endswith("VETROV")


@pytest.mark.parametrize(
    "page",
    [
        "May 3, 1938\n\nTelegram from Vetrov to Pashin\n\nVetrov asks the director how the boat is.\n\n"
        "This document has not been transcribed yet. Would you like to do it?\n\nDocument Information\n\nAKPI, "
        "f. 12, op. 3, d. 47",
        "May 3, 1938\n\nTelegram from Vetrov to Pashin\n\nVetrov asks the director how the boat is.\n\n"
        "Document Information\n\nAKPI, f. 12, op. 3, d. 47",
        "Reference: AKPI 12/3\nTitle: Situation at Karsk: telegrams\nDate: 1938 Jan 01 - 1938 Dec 31\nHeld by: AKPI\n"
        "Legal status: Public Record(s)\nClosure status: Open Document\n",
        "Search results\n\nTelegram from Vetrov to Sabelnikov, 3 May 1938\nVetrov reports that the ice has broken.\n\n"
        "Telegram from Sabelnikov to Vetrov, 4 May 1938\nSabelnikov asks which ice.\n\nNext page\n",
        "May 5, 1938\n\nMemorandum of Conversation, Sabelnikov with the Captain\n\nSummary\n\nThey speak about "
        "ducks.\n\n"
        'On 5 May I met him. I said: "To Vetrov, our greetings." He thanked me.\n\nSabelnikov\n\n'
        "Document Information\n\n"
        "AKPI, f. 12, op. 3, d. 47, l. 2",
        "September 3, 1938\n\nRecord of a conversation between Sabelnikov and Morozkin\n\nPresent: both.\n\n"
        "To the question about the ship there was no answer.\n\nSabelnikov\n\nDocument Information\n\nAKPI, f. "
        "1, op. 2, d. 3",
    ],
)
def test_entries_lists_and_conversations_are_no_telegrams(page: str, read: Read) -> None:
    assert read(page).telegrams == ()


@pytest.mark.parametrize(
    ("line", "field", "alone", "party"),
    [
        ("Author(s):", "record", True, "from"),
        ("Recipient(s): Vetrov, Pavel", "record", False, "to"),
        ("Автор: | Пашин Антон", "record", False, "from"),
        ("发电人 | 陆文舟", "record", False, "from"),
        ("Title\tTelegram from Vetrov", "title", False, ""),
        ("Date: 3 May 1938", "date", False, ""),
    ],
)
def test_labels_of_catalogues(line: str, field: str, alone: bool, party: str) -> None:
    found = read_field(line)
    assert found is not None
    assert (found.field, found.alone, found.party) == (field, alone, party)


@pytest.mark.parametrize("line", ["Recipients: Vetrov, Pashin", "The date was late.", "Vetrov: the ice holds."])
def test_lines_of_forms_and_texts_are_no_labels_of_a_catalogue(line: str) -> None:
    assert read_field(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Ice holds. The boat lies below the hut and the window is open.",
        "Please print the forms and send the files.",
        "Support from the mainland is needed.",
        "No text of the order has come.",
    ],
)
def test_words_of_a_telegram_are_no_notice_of_a_site(line: str) -> None:
    assert not is_site_talk(line)
    assert not is_release(line)


@pytest.mark.parametrize(
    "line",
    [
        "This document has not been transcribed yet.",
        "Transcription not available.",
        "尚未录入全文",
        "Текст документа недоступен.",
    ],
)
def test_lines_that_stand_for_a_text(line: str) -> None:
    assert is_placeholder(line)
