"""BibTeX, as bibtexparser reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edition.citing import bibtex
from edition.citing.bibtex import escape
from edition.corpus.model import Document, Moment
from edition.site.plan import Site


def read(data: bytes) -> dict[str, dict[str, str]]:
    bibtexparser = pytest.importorskip("bibtexparser", reason="needs bibtexparser")
    library = bibtexparser.parse_string(data.decode())
    assert library.failed_blocks == []
    return {entry.key: {field.key: str(field.value) for field in entry.fields} for entry in library.entries}


def test_an_entry_has_sender_date_archive_and_version(make: Callable[..., Document], site: Site) -> None:
    entry = read(bibtex([make()], site))["t1937-08-30-vetrov-sabelnikov"]
    assert entry["author"] == "Vetrov, Pavel"
    assert entry["title"] == "{Telegram No. 417, Pavel Vetrov to Konstantin Sabelnikov}"
    assert (entry["date"], entry["year"], entry["month"]) == ("1937-08-30", "1937", "aug")
    assert entry["archive_location"] == "f. 12, op. 3, d. 47, ll. 18–19, 20 ob."
    assert entry["howpublished"] == "Telegrams of Karsk"
    assert entry["note"] == (
        "To Konstantin Sabelnikov. AKPI, f. 12, op. 3, d. 47, ll. 18–19, 20 ob. Version 2026-11-22, sha256:0123456789ab"
    )


def test_what_tex_would_take_for_a_command_is_escaped(make: Callable[..., Document], site: Site) -> None:
    """Braces too, which BibTeX counts even behind a backslash; other scripts stay as they are."""
    title = "50 % & {x} #1 a_b $5 ~ ^ \\ «Ёлка» 国民党"
    entry = read(bibtex([make(title=title)], site))["t1937-08-30-vetrov-sabelnikov"]
    assert entry["title"] == "{" + escape(title) + "}"
    assert escape(title) == (
        r"50 \% \& \textbraceleft{}x\textbraceright{} \#1 a\_b \$5 \textasciitilde{} \textasciicircum{}"
        r" \textbackslash{} «Ёлка» 国民党"
    )
    assert escape("a } b { c").replace("{}", "").count("{") == 0


def test_a_name_is_one_author_whatever_stands_in_it(make: Callable[..., Document], site: Site) -> None:
    entry = read(bibtex([make(("vetrov", "institute", "li"))], site))["t1937-08-30-vetrov-sabelnikov"]
    assert entry["author"] == "Vetrov, Pavel and {Karsk Polar Institute} and {李雪山}"


@pytest.mark.parametrize(
    ("moment", "date", "year"),
    [
        (Moment(not_before="1937-08", not_after="1938-01"), "1937-08/1938-01", "1937--1938"),
        (Moment(not_before="1937"), "1937/", "1937"),
        (Moment(when="1937", certainty="low"), "1937?", "1937"),
        (Moment("in the winter"), None, "in the winter"),
        (Moment(), None, None),
    ],
)
def test_dates_are_edtf_and_years(
    make: Callable[..., Document], site: Site, moment: Moment, date: str | None, year: str | None
) -> None:
    entry = read(bibtex([make(date=moment)], site))["t1937-08-30-vetrov-sabelnikov"]
    assert (entry.get("date"), entry.get("year"), entry.get("month")) == (date, year, None)


def test_several_documents_are_several_entries_with_keys_that_tex_takes(
    make: Callable[..., Document], site: Site
) -> None:
    found = read(bibtex([make(), make((), id="t{2},#3")], site))
    assert list(found) == ["t1937-08-30-vetrov-sabelnikov", "t-2-3"]
    assert "author" not in found["t-2-3"]
