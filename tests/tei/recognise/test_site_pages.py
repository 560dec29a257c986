"""Pages as sites of several decades copy out: notes between slashes, lists of results, drafts under letters, forms."""

from __future__ import annotations

import pytest

from tei.dates import find_dates
from tei.recognise.beneath import under
from tei.recognise.layouts.parting import is_draft
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.service import Service, classify
from tei.recognise.slashed_notes import slashed_notes
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title
from tests.tei.recognise.conftest import Recognise


def slashed(text: str) -> list[tuple[str, str, str]]:
    """Each note of a text: its number, its words, what stands before its marker."""
    return [
        (
            note.n,
            text[note.start : note.end],
            text[max(0, note.marks[0][0] - 5) : note.marks[0][0]] if note.marks else "",
        )
        for note in slashed_notes(text, split_paragraphs(text))
    ]


def test_notes_between_slashes_belong_to_the_last_marker_of_their_number() -> None:
    text = (
        "Telegram to Karsk/1/\n\n/1/Source: the box.\n\nThe mast is down./2/\n\n/2/ Of pine.\n\n"
        "Letter to Karsk/1/\n\n/1/Source: the shelf."
    )
    assert slashed(text) == [
        ("1", "Source: the box.", "Karsk"),
        ("2", "Of pine.", "down."),
        ("1", "Source: the shelf.", "Karsk"),
    ]


@pytest.mark.parametrize(
    "text",
    ["The mast is down.", "/1/ one\n\n/2/ two\n\n/3/ three", "Dated 1/2/38.\n\n/1/ A note to nothing.\n\n/2/ Another."],
)
def test_slashes_without_markers_are_no_notes(text: str) -> None:
    assert slashed(text) == []


ENTRY = "June 2{0}, 1938\n\nTelegram from Vetrov to Sabelnikov\n\nVetrov reports that stove {0} is lit.\n\n"


def test_search_results_hold_no_telegram(read: Recognise) -> None:
    found = read("Search results\n\n1 - 10 of 21\n\n" + "".join(map(ENTRY.format, range(1, 5))))
    assert found.telegrams == ()
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("ПРОЕКТ", True),
        ("Проект телеграммы", True),
        ("Draft telegram", True),
        ("Enclosure No. 2", True),
        ("附：电稿", True),
        ("The draft of the telegram is bad", False),
        ("Проектный отдел", False),
    ],
)
def test_heading_of_a_draft(line: str, draft: bool) -> None:
    assert is_draft(line) == draft


COVERED = """Карск, 4 мая 1938 г.

Товарищу Ветрову

Посылаю Вам проект телеграммы в Порт-Северин. Прошу сообщить, может ли печь в ней остаться.

Сабельников

ПРОЕКТ

Порт-Северин
Морозкину

Печь следует затопить в четыре часа. Вторая печь ждет первой.

Ветров
"""


def test_draft_under_its_letter_is_a_document_of_its_own(read: Recognise) -> None:
    found = read(COVERED)
    assert [telegram.kind for telegram in found.telegrams] == ["letter", "telegram"]


TITLE_TWICE = """Telegram from Vetrov to Sabelnikov

A page of the Northern History Project

Telegram from Vetrov to Sabelnikov

The ice has broken. I ask for boards and for a second stove, and for someone who can light it.

Vetrov
"""


def test_heading_of_the_page_over_the_same_title_is_no_text(read: Recognise) -> None:
    found = read(TITLE_TWICE)
    assert len(found.telegrams) == 1
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]
    again = read(TITLE_TWICE.replace("A page of", "The ice has broken. " * 20))
    assert not [finding for finding in again.findings if finding.rule.startswith("REC9")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Печ. 4 экз. Сухова, 4 ч. 25 мин.", "printed"),
        ("Отп. 4 экз.", "copies"),
        ("Z Oslo, dn. 12 lutego 1951 r., godz. 14.20", "sent"),
        ("INFO AMEMBASSY OSLO 1204", "distribution"),
        ("FM AMEMBASSY KARSK", "address"),
        ("T. SEGRETO 5123/61.", "number"),
        ("號次：一二四號", "number"),
        ("Telegramm aus Oslo, Nr. 61/60", "number"),
    ],
)
def test_lines_of_forms(line: str, kind: str) -> None:
    service = classify(line)
    assert service is not None
    assert service.type == kind


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("12 lutego 1951 r., godz. 14.20", "1951-02-12T14:20:00"),
        ("3 maggio 1947, ore 21,30", "1947-05-03T21:30:00"),
        ("25. August 1939 18.40 Uhr", "1939-08-25T18:40:00"),
    ],
)
def test_hours_behind_dates(text: str, when: str) -> None:
    assert [date.when for date in find_dates(text)] == [when]


ADDRESS = Service("address", (("role", 0, 2), ("rest", 4, 18)))
LIST = Service("distribution")


@pytest.mark.parametrize(
    ("text", "above", "over", "opener", "kind"),
    [
        ("Comrade Pashin", "TO: Comrade Vetrov", ADDRESS, False, "address"),
        ("Comrade Pashin", "TO: Comrade Vetrov", ADDRESS, True, None),
        ("the stove is lit.", "TO: Comrade Vetrov", ADDRESS, False, None),
        ("Пашину", "Рассылается:", LIST, False, "distribution"),
        ("Please confirm receipt.", "TO: Comrade Vetrov", ADDRESS, False, "instruction"),
        ("Comrade Pashin", "The stove is lit", None, False, None),
    ],
)
def test_line_of_a_form_by_the_line_above(
    text: str, above: str, over: Service | None, opener: bool, kind: str | None
) -> None:
    found = under(text, above, over, None, opener=opener)
    assert (found.type if found else None) == kind


def test_line_that_is_known_stays_what_it_is() -> None:
    assert under("No. 12", "TO: Comrade Vetrov", ADDRESS, Service("number"), opener=False) is None


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [
        ("沈明遠電羅致平報告白石氣象站煤油用罄請速撥發", "沈明遠", "羅致平"),
        ("白石站電燈用罄請速撥發", "", ""),
        ("Botschafter Reinfels, Oslo, an das Auswärtige Amt", "Reinfels", "Auswärtige Amt"),
        ("Der Botschafter in Oslo an den Staatssekretär Kraft", "Botschafter in Oslo", "Kraft"),
    ],
)
def test_titles_that_archives_and_volumes_make(title: str, sender: str, recipient: str) -> None:
    read_ = read_title(title)
    assert (read_.party("from"), read_.party("to")) == (sender, recipient)


def test_row_of_a_form_is_no_title() -> None:
    assert not looks_like_title("Fernschreiben Nr. 61                Ankunft: 3. März 1962, 20.15 Uhr")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Телеграмма командующего флотилией\nначальнику штаба\nо пианино на борту", 3),
        ("Телеграмма П. А. Ветрову\nс согласием считать мачту новой", 1),
        ("Телеграмма\nпрошу выслать доски", 1),
        ("Telegram from Vetrov.\nto the stove", 1),
    ],
)
def test_title_goes_on_in_small_letters(text: str, first: int) -> None:
    assert split_paragraphs(text)[0].text == "\n".join(text.split("\n")[:first])


def test_source_over_raised_notes_is_the_source(read: Recognise) -> None:
    found = read(
        "Telegram from Vetrov to Sabelnikov, 5 May 1938\n\nThe ice has broken. Your No. 48² was not read.\n\nVetrov\n\n"
        "AKPI, f. 12, op. 4, d. 5, l. 30\n\n² Not found."
    )
    assert [holding.reference.repository is not None for holding in found.telegrams[0].holdings] == [True]
    assert not [finding for finding in found.findings if "marker" in finding.message]
