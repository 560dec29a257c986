"""Copies of records on other sites that lost labels and links, and rows of forms and headings. All invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Recognition
from tei.recognise.layouts.headings import is_title
from tei.recognise.numbered_starts import lines_above
from tei.recognise.paragraphs import Paragraph, split_paragraphs
from tei.recognise.points import message_blocks
from tei.recognise.service import classify
from tei.recognise.titles import read_title

TITLE = "Telegram, Vera Tumanova to Konstantin Sabelnikov"
CITED = f"“{TITLE},” March 09, 1938, Invented Program Digital Archive, AKPI, f. 4, op. 1, d. 22, l. 11."
BY = "Translated by Ada Lind."
TOLD = "Vera Tumanova thanks the Institute for the lamps and asks about oil."
TEXT = (
    "Comrade Sabelnikov,\n\nThe lamps came without a crack. There is oil for eleven nights.\n\n"
    "Vera Tumanova\n9 March 1938"
)
SITE = "Digital Archive International History Declassified"


DATED = f"March 09, 1938 {TITLE}"
LANGUAGE = "Original Language:"
WRAPPED = CITED.replace("Digital Archive", "Digital\nArchive")
FRONTS = (
    f"{DATED}\n\n{CITED} {BY}\n\nSummary:\n\n{TOLD}\n\n{LANGUAGE}\n\nRussian\n\nContents:\n\nEnglish Translation",
    f"{SITE}\n\n{DATED}\n\n{CITED} {BY}\n\n{TOLD}\n\n{LANGUAGE}\n\nEnglish Translation Scan of Original Document",
    f"{SITE}\n\nMarch 09, 1938\n{TITLE}\n\nCitation: {CITED} {BY}\nSummary: {TOLD}\n{LANGUAGE} Russian "
    "Contents: English Translation",
    f"{DATED}\n\nCITATION SHARE DOWNLOAD\n\n{TOLD}\n{CITED} {BY}\n\nVIEW DOCUMENT IN English HTML",
    f"March 9, 1938\n{TITLE.upper()}\nCITATION SHARE DOWNLOAD\nCitation\n\n{TOLD}\n{CITED} {BY}\n"
    "VIEW DOCUMENT IN\nEnglish HTML Russian Original Scan",
    f"{SITE}\nMarch 09, 1938\n{TITLE}\n\nCitation:\n{WRAPPED} {BY}\n\nSummary:\n{TOLD}\n\nContents:\n"
    "  - English Translation\n  - Scan of Original Document",
)


@pytest.mark.parametrize("front", FRONTS)
def test_a_copy_without_labels_gives_title_day_summary_and_text(front: str, read: Callable[[str], Recognition]) -> None:
    (telegram,) = read(f"{front}\n\n{TEXT}\n").telegrams

    sent = telegram.envelopes[0].action("sent")
    assert sent is not None
    assert [name.text for name in sent.names] == ["Vera Tumanova"]
    assert sent.moment is not None
    assert sent.moment.day == "1938-03-09"
    assert telegram.abstract == TOLD
    assert [credit.name for credit in telegram.credits] == ["Ada Lind"]


def test_a_record_in_one_line_without_labels_is_parted_at_its_citation(read: Callable[[str], Recognition]) -> None:
    words = "The lamps came without a crack. " * 12
    line = f"{SITE} March 09, 1938 Telegram, Tumanova to {CITED} {BY} Original Language: English Translation "
    (telegram,) = read(f"{line}Comrade Sabelnikov: {words}Vera Tumanova 9 March 1938\n").telegrams

    received = telegram.envelopes[0].action("received")
    assert received is not None
    assert "Sabelnikov" in received.names[0].text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FYI – Vetrov, Pashin, Lind", "distribution"),
        ("FROM THE DELEGATION OF ESTRIA AT THE IX SESSION OF THE WHALING COUNCIL—OSLO", "other"),
        ("Translation from Chinese", "other"),
    ],
)
def test_rows_of_forms_are_service_matter(line: str, kind: str) -> None:
    service = classify(line)

    assert service is not None
    assert service.type == kind


def test_lines_over_a_numbered_start_belong_to_the_form() -> None:
    rows = split_paragraphs("Oil. Lamps for the station.\n\n600.(24h)\n\n46—SUNDAY – 21hs15 – Two ships have come.\n")

    assert [line.service.type for line in lines_above(tuple(rows)) if line.service] == ["subject", "other"]
    assert lines_above(tuple(split_paragraphs("Two ships have come, and nobody counts them. " * 5))) == ()
    assert lines_above(tuple(split_paragraphs("Two ships have come.\n"))) == ()


def test_a_committee_named_by_its_aim_writes_to_nobody_by_that() -> None:
    title = read_title("Cable from the Committee to Defend the Bay to Vera Tumanova")

    assert (title.party("from"), title.party("to")) == ("the Committee to Defend the Bay", "Vera Tumanova")


def test_who_is_said_to_have_sent_a_telegram_is_its_sender_without_the_verb() -> None:
    title = read_title("The telegram of the head of the station, Anton Pashin, sent to Ada Lind, 3 May 1938")

    assert (title.party("from"), title.party("to")) == ("the head of the station, Anton Pashin", "Ada Lind")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "The telegram of the head of the station, Anton Pashin, sent to Ada Lind, 3 May 1938 (received on 4 May).",
            True,
        ),
        ("The telegram of Anton Pashin to Ada Lind was sent on 3 May 1938.", False),
        ("The telegram of Anton Pashin to Ada Lind of 3 May 1938 is known, and so is her answer of 4 May 1938.", False),
    ],
)
def test_a_sentence_that_tells_of_a_telegram_is_no_heading(line: str, said: bool) -> None:
    assert is_title(Paragraph(0, len(line), line)) is said


def test_a_dash_glued_to_its_word_goes_on_with_the_list_over_it() -> None:
    (listed,) = message_blocks(split_paragraphs("- The boats.\n\n-The nets.\n\n- The cod.\n"))

    assert [dict(item.attributes)["rend"] for item in listed.children] == ["-", "inline", "-"]


def test_a_report_that_somebody_sends_is_a_letter(read: Callable[[str], Recognition]) -> None:
    title = "Report from Vera Tumanova to Konstantin Sabelnikov"
    cited = f"“{title},” March 09, 1938, Invented Program Digital Archive, AKPI, f. 4, op. 1, d. 22, l. 11."
    form = "Top Secret\n\nTranslation from Chinese"
    page = f"March 9, 1938\n\n{title}\n\nCitation\n\n{cited}\n\nEnglish HTML\n\n{form}\n\n{TEXT}\n"
    (telegram,) = read(page).telegrams

    assert telegram.kind == "letter"
