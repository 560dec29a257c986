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


def test_a_file_known_by_its_look_begins_where_its_mark_does_when_the_archive_is_named_behind() -> None:
    """The record group and series before a decimal file belong to it, and the archive is no folder in its box."""
    text = "RG 59, Central Files 1950-54, 611.93/3-1250, box 2860, National Archives, Washington, DC"
    (found,) = find_in_source(text)
    assert found.start == 0
    assert found.reference.key == "nara/59/series:central-files-1950-54/box:2860/file:611.93/document:3-1250"


def test_a_mark_that_goes_from_the_folder_outwards_names_its_collection_last() -> None:
    (found,) = find_in_source("Box 12, Folder 3, Ada Drobot Papers, Truman Library")
    assert found.reference.key == "truman-library/collection:ada-drobot-papers/box:12/folder:3"
