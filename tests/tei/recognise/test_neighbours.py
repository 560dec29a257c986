"""Rows of a telegram with something else of the page between them, as readers' buttons and captions are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from edition.encoding import source_text
from tei.decisions import read_sheet
from tei.encode import Edition, source_words, telegram_document
from tei.model import Capture
from tei.recognise import Settings, recognise
from tei.recognise.neighbours import put_together, with_rows_apart
from tei.recognise.paragraphs import Paragraph
from tei.recognise.wrapped_service import mended
from tei.text import running_words

PAGE = """Telegram, Vetrov to Sabelnikov, 5 March 1938

{head}

The ice broke at noon. Send coal and a second barometer with the first ship.

{foot}
"""


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Karsk,\nShare document\n5 March 1938\n\nTo Sabelnikov", "Vetrov"),
        ("To Sabelnikov\nShare document\nLeningrad", "Vetrov"),
        ("Karsk\nShare document\nTo Comrade Sabelnikov", "Vetrov"),
        ("To Comrade Sabelnikov", "Vetrov\nShare document\nHead of the station"),
        ("To Comrade Sabelnikov", "Head of the station\nShare document\nVetrov"),
        ("To Comrade Sabelnikov", "Vetrov\n\nKarsk\nShare document\n5 March 1938"),
        (
            "My dear Sir,",
            "I have the honour to be,\nYour obedient servant,\nVetrov\n\nHon. Ada Fairweather,\nShare document\nKarsk.",
        ),
    ],
)
def test_rows_that_the_page_parts_are_never_one_line(head: str, foot: str, settings: Settings) -> None:
    """Else the words between them would be in the telegram, and no one would have counted them as its own."""
    capture = Capture("page.txt", "page", PAGE.format(head=head, foot=foot), "0" * 64)
    sheet = read_sheet('layout = "cipher"\n[[telegram]]\n', "SOURCE.toml")
    found = recognise(capture, replace(settings, furniture=(re.compile("Share document"),)), (sheet,))
    assert len(found.telegrams) == 1
    telegram = found.telegrams[0]
    tree = telegram_document(telegram, capture, id_="t0", edition=Edition("2026-05-03"), authority=settings.authority)
    words = source_words(tree[-1])
    assert "Share" not in words
    assert words == running_words(source_text(telegram, found))


def test_rows_that_something_parts_are_put_together_by_nobody() -> None:
    above, below = Paragraph(0, 18, "Deciphered by Pell"), Paragraph(21, 28, "at 9.05")
    near, apart = (with_rows_apart(text, (above, below)) for text in (f"{' ' * 30}", f"{' ' * 18}xy{' ' * 10}"))
    assert [len(list(put_together(rows, lambda one, _: one))) for rows in (near, apart)] == [1, 2]


def test_a_document_that_was_not_printed_is_no_line_open_to_a_day() -> None:
    rows = (Paragraph(0, 29, "2 Dated 9 March. Not printed."), Paragraph(30, 60, "62 Dominion Government to Pell"))
    assert mended(rows) == rows
