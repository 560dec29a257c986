"""Shelf marks whose archive is named behind them."""

from __future__ import annotations

from tei.archives import find
from tei.archives.repository import builtin
from tei.recognise.archives_behind import named_behind

BUILTIN = builtin()


def test_the_archive_behind_a_mark_is_that_of_the_mark() -> None:
    text = "Fond 7, opis 2, delo 4, Russian State Archive of Socio-Political History (RGASPI), Moscow."
    found = named_behind(text, find(text, repositories=BUILTIN), BUILTIN)
    assert len(found) == 1
    repository = found[0].reference.repository
    assert repository is not None
    assert "rgaspi" in repository.key


def test_a_source_without_an_archive_stays_as_it_was() -> None:
    text = "Fond 7, opis 2, delo 4, from the cellar."
    found = find(text, repositories=BUILTIN)
    assert named_behind(text, found, BUILTIN) == tuple(found)
