"""What the index holds of a document and of an entry, and the pages that it is made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

from edition.corpus.model import Moment
from edition.searching.pages import page
from edition.searching.records import Record, records
from edition.site.plan import Site


def test_documents_come_in_order_and_then_the_registers(folder: Path, site: Site) -> None:
    paths = [dict(record.meta)["path"] for record in records(folder, site)]
    assert paths == [
        *("telegrams/t1937.html", "telegrams/t1938.html", "telegrams/t1939.html"),
        *("organisations/snow.html", "persons/vetrov.html", "places/lozh.html"),
    ]


def test_a_document_is_quoted_from_its_text_and_found_by_more(folder: Path, site: Site) -> None:
    """Its header, folded words, and the other forms of the names that it has."""
    first = next(records(folder, site))
    assert first.text == "The society Xueshan She of Łoż asks for Vetrov’s barometer. BURYA has not come."
    assert {"Archive:", "7", "loz", "vetrov", "vetrovs"} <= set(first.words)
    assert [one.forms for one in first.named] == [("Vetrov", "BURYA", "VETROV"), ("Xueshan She",), ("Łoż",)]
    assert {"Hsüeh-shan", "hsueh", "hsuehshan", "雪山", "山社"} <= set(first.named[1].words)


def test_a_document_is_shown_with_date_sender_and_recipient(folder: Path, site: Site) -> None:
    meta = dict(next(records(folder, site)).meta)
    assert (meta["date"], meta["sender"], meta["recipient"]) == ("1937-08-30", "Pavel Vetrov", "the institute")
    assert (meta["kind"], meta["lang"], meta["reference"]) == ("telegram", "en", "AKPI, f. 1")


def test_facets_are_keys_with_the_names_to_show(folder: Path, site: Site) -> None:
    assert set(next(records(folder, site)).facets) == {
        ("person", "vetrov|Pavel Vetrov"),
        ("org", "snow|Xueshan She"),
        ("place", "lozh|Łoż"),
        ("year", "1937"),
        ("kind", "telegram"),
        ("language", "en"),
        ("archive", "AKPI|Archive of Karsk"),
    }


def test_a_document_without_plain_text_has_its_excerpt(tmp_path: Path, site: Site) -> None:
    assert next(records(tmp_path, site)).text == "Only the excerpt."


def test_a_plain_text_without_header_is_all_text(folder: Path, site: Site) -> None:
    (folder / "telegrams" / "t1937.txt").write_text("Nothing but\n\ntext.\n", encoding="utf-8")
    assert next(records(folder, site)).text == "Nothing but text."


def test_ranges_and_doubt_are_told_of_dates(folder: Path, site: Site) -> None:
    vague = Moment(not_before="1937-01", not_after="1938", certainty="low")
    words = Moment("in the winter")
    first, *rest = site.corpus.documents
    corpus = replace(site.corpus, documents=(replace(first, date=vague), replace(first, date=words), *rest))
    found = [dict(record.meta) for record in records(folder, replace(site, corpus=corpus))]
    assert (found[0]["date"], found[0]["until"], found[0]["doubt"]) == ("1937-01", "1938", "?")
    assert (found[1]["date"], found[1]["until"], found[1]["dated"]) == ("", "", "in the winter")


def test_an_entry_is_found_by_all_its_names(folder: Path, site: Site) -> None:
    record = next(record for record in records(folder, site) if dict(record.meta)["title"] == "Pavel Vetrov")
    assert record.text == "Invented head."
    assert "Burya" in record.words
    assert record.facets == (("kind", "person"),)


def test_values_become_no_markup() -> None:
    record = Record('a < b & "c"', (("title", '"><script>'), ("path", "")), (("person", '">&|x'), ("year", "")))
    root = html.document_fromstring(page(record, "en").decode())
    assert root.xpath("//script") == []
    assert root.xpath("//@data-pagefind-meta") == ["title[content]"]
    assert root.xpath("//meta/@content") == ['"><script>', '">&|x']
    assert root.xpath("string(//p[1])") == 'a < b & "c"'
