"""Record pages as mail and readers export them: broken lines, wide spaces, whatever a site says of itself."""

from __future__ import annotations

import textwrap

import pytest

from tei.recognise.furniture import Role, furniture_role
from tei.recognise.spacing import filled_width
from tests.tei.recognise.conftest import Recognise

PAGE = """Skip to main content

Papers of the North Online

May 5, 1938

Cipher Telegram No. 457, Pavel Vetrov to Konstantin Sabelnikov

{talk}

Citation   Share   Download

CIPHER TELEGRAM No. 457

From KARSK          Received at 6:20 on 6 May 1938

To Cde. SABELNIKOV

On 4 May I called on the keeper of the barometers and handed him the reply about the two of them. He read the text \
through twice and asked who would pay for the glass.

I answered that the question of payment had not been put to me and that I would ask the institute about it with the \
next mail.

VETROV

The envoy of the institute reports on a talk about two barometers and on what the glass of either of them may cost it.

Author(s): Vetrov, Pavel
Recipient(s): Sabelnikov, Konstantin
Source
AKPI, f. 12, op. 3, d. 47, l. 6. Obtained by Edna Fleck and translated by Casper Lind in the winter after it.
"""
TALK = "This document was made possible with support from the Fund of the Northern Harbours"


def wrapped(page: str, width: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width)) if len(line) > width else line for line in page.split("\n"))


@pytest.mark.parametrize(
    "talk",
    [
        TALK,
        TALK.replace(" ", "  "),
        "A grateful reader has paid for the scanning of these leaves",
        "Leaves of this collection are shown as they were found\n\nOf its owners little is known",
        "1",
    ],
)
@pytest.mark.parametrize("width", [200, 72, 64])
def test_the_telegram_is_found_whatever_a_site_says_over_its_buttons(read: Recognise, talk: str, width: int) -> None:
    found = read(wrapped(PAGE.format(talk=talk), width))
    assert [(one.number, one.sent.day if one.sent else "", one.language) for one in found.telegrams] == [
        ("457", "1938-05-05", "en")
    ]
    assert found.telegrams[0].holdings[0].text.startswith("AKPI")


@pytest.mark.parametrize(("width", "seen"), [(200, False), (80, True), (72, True), (60, True)])
def test_the_width_of_a_wrapped_page_shows_in_its_full_lines(width: int, seen: bool) -> None:
    lines = [line for line in wrapped(PAGE.format(talk=TALK), width).split("\n") if line]
    found = filled_width(lines, [0] * len(lines))
    assert (width - 12 < found <= width) is seen


def test_rows_of_a_form_that_are_all_short_show_no_width() -> None:
    lines = ["From Karsk", "To Sabelnikov", "Secret", "Sent 5 May 1938 at 14.20", "Received 6 May 1938", "Copy 2"] * 3
    assert filled_width(lines, [0] * len(lines)) == 0


def test_furniture_with_wide_spaces_is_furniture() -> None:
    assert furniture_role("Skip  to main   content") is Role.MENU
