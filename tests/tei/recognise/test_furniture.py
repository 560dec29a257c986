"""Furniture of web pages and the role that it plays."""

from __future__ import annotations

import re

import pytest

from tei.recognise.furniture import MAX_FURNITURE, Role, furniture_role
from tests.timing import seconds

FURNITURE = [
    ("English HTML", Role.TEXT_BEGINS),
    ("Russian transcript", Role.TEXT_BEGINS),
    ("Original language text", Role.TEXT_BEGINS),
    ("Full text", Role.TEXT_BEGINS),
    ("Transcription:", Role.TEXT_BEGINS),
    ("Text of the document", Role.TEXT_BEGINS),
    ("Read the translation", Role.TEXT_BEGINS),
    ("全文", Role.TEXT_BEGINS),
    ("Citation", Role.CITATION),
    ("get citation", Role.CITATION),
    ("How to cite this item", Role.CITATION),
    ("Cite this document", Role.CITATION),
    ("Document Information", Role.RECORD_BEGINS),
    ("Archival information", Role.RECORD_BEGINS),
    ("About this record", Role.RECORD_BEGINS),
    ("Metadata", Role.RECORD_BEGINS),
    ("© 2019 Polar Documents Online. All rights reserved.", Role.RIGHTS),
    ("Copyright", Role.RIGHTS),
    ("This item is in the public domain.", Role.RIGHTS),
    ("Karsk Digital encourages the use of these pages in schools.", Role.RIGHTS),
    ("To inquire about this document, write to the curators.", Role.RIGHTS),
    ("Skip to main content", Role.MENU),
    ("Home", Role.MENU),
    ("Search in", Role.MENU),
    ("Search the collection", Role.MENU),
    ("Advanced Search", Role.MENU),
    ("Share document", Role.MENU),
    ("Print", Role.MENU),
    ("Download PDF", Role.MENU),
    ("View original document", Role.MENU),
    ("Previous", Role.MENU),
    ("Next page", Role.MENU),
    ("Return to the list of telegrams", Role.MENU),
    ("Your browser does not show PDF files inside a page. Click the link.", Role.MENU),
    ("Nothing to see? Then click here to download the PDF file.", Role.MENU),
    ("PDF files cannot be printed together with the page.", Role.MENU),
    ("We use cookies to improve your visit.", Role.MENU),
    ("Accept all cookies", Role.MENU),
    ("Follow us on Twitter", Role.MENU),
    ("Original Uploaded Date", Role.MENU),
    ("Record ID: 114455", Role.MENU),
    ("Related documents", Role.MENU),
    ("Page 1 of 2", Role.MENU),
    ("https://example.org/karsk/12", Role.MENU),
]
TEXT = [
    "Search for the ship in the strait.",
    "Open the window.",
    "Return to the station at once.",
    "Print nothing of this.",
    "Home is far.",
    "Share the onions with the dogs.",
    "The people at the station are well.",
    "Register the dogs",
    "Save the cook",
    "Copyists are wanted here.",
    "This document the cook must not see.",
    "All is well.",
    "",
    "7",
]


@pytest.mark.parametrize(("text", "role"), FURNITURE)
def test_furniture_is_known_by_its_role(text: str, role: Role) -> None:
    assert furniture_role(text) is role


@pytest.mark.parametrize("text", TEXT)
def test_sentence_of_a_telegram_is_no_furniture(text: str) -> None:
    assert furniture_role(text) is None


def test_edition_adds_patterns_of_its_own() -> None:
    assert furniture_role("Karsk, the game", [re.compile("Karsk, the .*")]) is Role.MENU


def test_long_paragraph_is_somebody_s_text() -> None:
    assert furniture_role("© " + "a" * MAX_FURNITURE) is None


@pytest.mark.parametrize("text", ["click here " * 80, "view the " * 90, "use of " * 120, "search " * 100, "© " * 400])
def test_no_line_takes_long(text: str) -> None:
    assert seconds(lambda: furniture_role(text)) < 0.05
