"""Letters and telegrams of Russian volumes in English: dashes between initials, archives under titles, patronymics."""

from __future__ import annotations

import pytest

from tei.archives import builtin, find
from tei.dates import find_dates
from tei.recognise.credits import find_credits
from tei.recognise.datelines import dateline
from tei.recognise.greetings import greeted_name, greets
from tei.recognise.known import nobody
from tei.recognise.layouts.works_leaves import leaf_heads
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.service import classify
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title


def test_a_dash_between_names_with_initials_parts_who_writes_from_who_is_written_to() -> None:
    title = read_title("P. A. Vetrov, N. I. Ostapova - A. S. Pashin")
    assert (title.party("from"), title.party("to")) == ("P. A. Vetrov, N. I. Ostapova", "A. S. Pashin")


def test_a_name_with_a_colon_before_the_kind_of_document_is_its_author() -> None:
    title = read_title("Pavel Vetrov: Telegram to Pashin")
    assert (title.kind, title.party("from"), title.party("to")) == ("telegram", "Pavel Vetrov", "Pashin")


@pytest.mark.parametrize(
    "line",
    [
        "We have just drafted our answer to the Director's message. I will not write it here.",
        "Digital Archive: Telegram to Pashin",
    ],
)
def test_a_sentence_or_the_name_of_a_site_names_nobody_who_writes(line: str) -> None:
    assert not looks_like_title(line)


def test_an_inventory_whose_number_a_scanner_took_for_a_letter_is_the_eleventh() -> None:
    found = find("РГАСПИ. Ф. 558. Оп. П. Д. 81. Л. 77", repositories=builtin())
    assert [hit.reference.key for hit in found] == ["rgaspi/558/11/81/77"]


def test_a_reference_with_the_same_fond_and_no_archive_is_of_the_archive_before_it() -> None:
    said = "RGASPI F. 558. Op. 11. D. 84. L. 80. Typescript; F. 558. Op. 11. D. 50. L. 59–62."
    found = find(said, repositories=builtin())
    assert [hit.reference.key for hit in found] == ["rgaspi/558/11/84/80", "rgaspi/558/11/50/59-62"]


def test_a_day_may_have_a_stroke_and_a_stop() -> None:
    assert [date.when for date in find_dates("No. 9. Secret. 25/1.1938")] == ["1938-01-25"]


def test_the_marker_of_a_note_may_stand_apart_from_a_day_in_roman_figures() -> None:
    assert dateline("3/V-38 1", None, nobody) == (None, (0, 6))


def test_the_line_of_the_office_says_in_english_too_whence_and_when_a_telegram_came() -> None:
    service = classify("From Karsk 4/V - 38 at 3 o'clock. 20 min. In. No. 47.")
    assert service is not None
    assert service.type == "sent"


def test_one_who_is_hailed_by_forename_and_patronymic_is_named_by_both() -> None:
    said = "Hello, dear Anton Sergeevich!"
    name = greeted_name(said)
    assert greets(said) == len(said)
    assert name is not None
    assert said[slice(*name)] == "Anton Sergeevich"


def test_whoever_edited_the_original_sheet_edited_no_source() -> None:
    assert not find_credits("AKPI, f. 7, op. 1, d. 2, l. 5. Original, edited by P. Vetrov.")


def test_a_heading_with_its_day_in_the_midst_of_a_sentence_stands_over_a_leaf() -> None:
    over = "151\n\nNOTE TO G. V. KASHIN OR L. M. ZHITKOV. OCTOBER 10, 1938"
    text = f"We ask for wax, for with-\n\n{over}\n\nout it they stick."
    assert leaf_heads(split_paragraphs(text)) == {1, 2}
