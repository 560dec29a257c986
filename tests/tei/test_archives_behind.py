"""Shelf marks whose archive is named behind them."""

from __future__ import annotations

import unicodedata

import pytest

from tei.archives import find, find_in_source, parse

MARK = "Fond 7, opis 2, delo 4"


@pytest.mark.parametrize("archive", ["Russian State Archive of Socio-Political History (RGASPI), Moscow", "RGASPI"])
def test_the_archive_behind_a_mark_is_that_of_the_mark(archive: str) -> None:
    (found,) = find_in_source(f"{MARK}, {archive}.")
    assert found.reference.key == "rgaspi/7/2/4"


def test_a_reference_alone_may_have_its_archive_behind_it() -> None:
    reference = parse(f"{MARK} (RGASPI)")
    assert reference is not None
    assert reference.key == "rgaspi/7/2/4"


def test_the_place_of_such_a_reference_is_that_of_the_text_as_given() -> None:
    """Accents taken apart before it do not shift it."""
    text = unicodedata.normalize("NFD", f"Müller’s copy: {MARK}, RGASPI.")
    (found,) = find_in_source(text)
    assert text[found.start : found.end] == f"{MARK}, RGASPI"


def test_the_archive_of_the_next_reference_is_not_that_of_the_one_before() -> None:
    first, second = find_in_source(f"{MARK}; RGALI, f. 3, op. 4, d. 5.")
    assert (first.reference.key, second.reference.key) == ("-/7/2/4", "rgali/3/4/5")


def test_a_source_without_an_archive_stays_as_it_was() -> None:
    text = f"{MARK}, from the cellar."
    assert find_in_source(text) == find(text)
