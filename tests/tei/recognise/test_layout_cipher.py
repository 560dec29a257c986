"""Ciphered forms: what is known of them, and how a page of several is parted. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Capture, Recognition
from tei.recognise import Settings
from tei.recognise.layouts import page_of
from tei.recognise.layouts.cipher import CIPHER, sign_of
from tei.recognise.paragraphs import split_paragraphs

Read = Callable[[str], Recognition]

FORM = "\n\n".join(
    (
        "EIGHTH DEPARTMENT",
        "TOP SECRET",
        "Making copies is prohibited",
        "CIPHERED TELEGRAM",
        "Special No. {special}",
        "Issuing No. 88/304",
        "Sent: 11 hours 20 minutes, 9 November 1937",
        "Destination: KARSK",
        "To whom: VETROV",
        "For whom: TUMANOVA",
        "From 15 November the wind is to be reported three times a day, and not, as hitherto, when it blows.",
        "Telegraph the fulfillment.",
        "PASHIN",
        "2 copies: 1 – Comrade Pashin; 2 – file.",
    )
)
SOURCE = "RGASPI, f. 7, op. 2, d. 12, ll. 51-52."


def test_form_is_one_telegram_with_its_source(read: Read) -> None:
    found = read(f"{FORM.format(special=1127)}\n\n{SOURCE}")
    assert found.layout == "cipher"
    (telegram,) = found.telegrams
    assert telegram.holdings[0].reference.key == "rgaspi/7/2/12/51-52"
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


def test_page_of_two_forms_is_two_telegrams(read: Read) -> None:
    found = read(f"{FORM.format(special=1127)}\n\n{FORM.format(special=1128)}\n\n{SOURCE}")
    assert len(found.telegrams) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Strictly secret", "marking"),
        ("MAKlNG COPIES IS PROHlBITED", "no copies"),
        ("It is forbidden to make copies", "no copies"),
        ("Special N° 19", "special number"),
        ("Out. No 77/611", "outgoing number"),
        ("Rec'd 6 Apr. 1938 09 hrs 40 min", "times"),
        ("To whom: Harbour Master", "to whom"),
        ("For whom MOROZKIN", "for whom"),
        ("Telegraph the fulfillment.", "fulfilment"),
        ("8th Department of the Northern Routes Desk", "department"),
        ("Deciphered by Belyaev", "handling"),
        ("Copies: 1. Sabelnikov. 2. File.", "copies"),
        ("The ice holds.", ""),
        ("x" * 300, ""),
    ],
)
def test_lines_of_the_form_are_known(text: str, name: str) -> None:
    assert sign_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "To Vetrov\n\nTop secret news: the ice holds.\n\nSabelnikov",
        "Special No. | Issuing No. | Received | From\n\n288 | 77 | 21.III | A\n\n289 | 78 | 21.III | B\n\nTOP SECRET",
        f"Document Information\n\n{FORM.format(special=1)}",
    ],
    ids=["telegram", "register", "record page"],
)
def test_other_pages_are_no_forms(text: str, settings: Settings) -> None:
    page = page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories)
    assert CIPHER.score(page).value < 0.2
