"""The first page, about, downloads, and the page for what is not there."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from lxml import etree

from edition.citing import bibtex, csl_json, ris
from edition.corpus.model import Kind, Name, Responsible, Version
from edition.site import downloads, kinds
from edition.site.bundles import bundle
from edition.site.plan import File


def files_of(site, path):
    """The bytes of a planned file."""
    planned = next(one for one in kinds.plan(site) if one.path == path)
    return next(file.data for file in kinds.make(site, planned) if isinstance(file, File))


def test_home(site_of, page_of, letter):
    """The first page counts what there is, shows who wrote most, and how the edition is cited."""
    changed = (Version("2026-01-02", "checked", "Read against the original."),)
    site = site_of(
        [
            letter("1937-09-04", held="12/3/47/18", versions=changed),
            letter("1938-01-02", "zhitkov", "vetrov", lang="ru"),
        ],
        subtitle="Telegrams",
        description="Invented.",
        editors=("Ida Fairweather",),
        publisher="The editors",
        place="Leningrad",
        date="2026",
        url="https://example.org/karsk/",
    )
    page = page_of(site, "index.html")
    assert page.text("//ul[@class='numbers']/li") == (
        "2 documents | 1937–1938 years covered | 2 persons | 1 place | 1 exchange | 1 archive"
    )
    assert "English (1), Russian (1)" in page.text()
    assert "Checked Read against the original. Telegram 1937-09-04" in page.text(
        "//dl[contains(@class, 'changes')]//dd"
    )
    assert page.text("//p[contains(@class, 'citation')]") == (
        "Ida Fairweather, ed. Karsk: Telegrams. Leningrad: The editors, 2026. https://example.org/karsk/"
    )
    said = json.loads(page.tree.xpath("//script[@type='application/ld+json']")[0].text)
    collection, page_itself = said["@graph"]
    assert collection["@type"] == ["Dataset", "Collection"]
    assert collection["collectionSize"] == 2
    assert "license" not in collection
    assert page_itself["@type"] == "WebSite"


def test_home_of_one(site_of, page_of, letter):
    """An edition of one letter has no drawing, no languages to choose from, and one year."""
    page = page_of(site_of([letter("1937-09-04")], citation="Karsk, ed. by nobody."), "index.html")
    assert page.count("//*[local-name()='svg']") == 0
    assert "1 document | 1937 year" in page.text("//ul[@class='numbers']/li")
    assert page.text("//p[contains(@class, 'citation')]") == "Karsk, ed. by nobody."


def test_home_has_a_strip_of_time(site_of, page_of, letter):
    """Letters of several months are bars that lead into the chronology."""
    site = site_of([letter("1937-09-04"), letter("1937-10-04"), letter("1938-01-02")])
    page = page_of(site, "index.html")
    assert page.count("//*[local-name()='rect']") == 3
    assert page.hrefs("//*[local-name()='svg']//a")[0] == "chronology/1937.html#m9"
    assert page.text("//p[@class='ends']/span") == "September 1937 | January 1938"


def test_home_of_nothing(site_of, page_of):
    """An edition without documents still has a first page."""
    assert page_of(site_of([], []), "index.html").text("//h1") == "Karsk"


def test_about(site_of, page_of, letter):
    """Principles stand once, with how many documents they hold for; people and licences with their numbers."""
    translator = (Responsible("translator", Name("Tobias Renn", Kind.PERSON)),)
    one = letter("1937-09-04", principles=("All slips stay.", "Dates are ours."), responsible=translator, licence="CC0")
    two = letter("1937-09-05", principles=("All slips stay.",), original_lang="ru", licence_url="javascript:x")
    site = site_of([one, two], contact="mailto:a@example.org", repository_url="https://example.org/r", licence="CC BY")
    page = page_of(site, "about.html")
    assert (
        page.text("//div[contains(@class, 'principles')]/p") == "All slips stay. | Dates are ours. holds for 1 document"
    )
    assert "Tobias Renn (1)" in page.text()
    assert "Russian (1)" in page.text()
    assert "mailto:a@example.org" in page.hrefs()
    assert not [href for href in page.hrefs() if href.startswith("javascript")]


@pytest.mark.parametrize(
    ("contact", "href"),
    [("a@example.org", "mailto:a@example.org"), ("https://x.org/", "https://x.org/"), ("Room 4", None)],
)
def test_contact(site_of, page_of, letter, contact, href):
    """A contact is a link where it is an address of mail or web."""
    page = page_of(site_of([letter("1937-09-04")], contact=contact), "about.html")
    assert (href in page.hrefs()) if href else ("Room 4" in page.text())


def test_about_without_a_word_of_terms(site_of, page_of, letter):
    """Where nothing says on what terms the edition may be used, the page says that."""
    assert "does not say on what terms" in page_of(site_of([letter("1937-09-04")]), "about.html").text()


def test_downloads(site_of, page_of, letter, tmp_path):
    """All files together: TEI in an archive that is the same each time, citations, lists, and a table."""
    path = tmp_path / "a.xml"
    path.write_bytes(b"<TEI/>")
    names = "=cmd|"
    site = site_of(
        [letter("1937-09-04", path=path, title=names, held="12/3/47/18"), letter("1938-01-02", body=False, path=path)]
    )
    page = page_of(site, "downloads.html")
    assert page.hrefs("//main//dt/a") == [
        "downloads/tei.zip",
        "downloads/text.zip",
        "downloads/csl.json",
        "downloads/ris.ris",
        "downloads/bibtex.bib",
        "downloads/authority.xml",
        "downloads/index.csv",
    ]
    packed = files_of(site, "downloads/tei.zip")
    assert packed == files_of(site, "downloads/tei.zip")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read("t19370904-vetrov-zhitkov.xml") == b"<TEI/>"
    with zipfile.ZipFile(io.BytesIO(files_of(site, "downloads/text.zip"))) as archive:
        assert archive.namelist() == ["t19370904-vetrov-zhitkov.txt"]
    assert files_of(site, "downloads/csl.json") == csl_json(site.corpus.documents, site)
    assert files_of(site, "downloads/bibtex.bib") == bibtex(site.corpus.documents, site)
    assert files_of(site, "downloads/ris.ris") == ris(site.corpus.documents, site)
    etree.fromstring(files_of(site, "downloads/authority.xml"))
    head, row, _ = csv.reader(io.StringIO(files_of(site, "downloads/index.csv").decode("utf-8-sig")))
    line = dict(zip(head, row, strict=True))
    assert line["sender_keys"] == "vetrov"
    assert line["title"] == "'=cmd|"


def test_downloads_of_many_come_by_year(site_of, page_of, letter, monkeypatch):
    """The files of a large edition come by year, so that a change makes only those of its year again."""
    monkeypatch.setattr(downloads, "_WHOLE", 2)
    monkeypatch.setattr(downloads, "_PART", 2)
    days = ["1937-09-04", "1937-09-05", "1937-09-06", "1938-01-02"]

    def plan(mark):
        documents = [*(letter(day) for day in days), letter("1939-01-01", digest=mark)]
        return {one.path: one.digest for one in kinds.plan(site_of(documents)) if one.kind in ("download", "bundle")}

    old, new = plan("old"), plan("new")
    changed = {path for path in old if old[path] != new[path] and path.startswith("downloads/tei/")}
    assert changed == {"downloads/tei/1939.zip"}
    page = page_of(site_of([letter(day) for day in days]), "downloads.html")
    assert page.text("//main//dd[1]//span[@class='parts']").startswith("1937 (1/2) 1937 (2/2) 1938")


def test_page_for_what_is_not_there(site_of, page_of, letter):
    """The page for unknown addresses leads on from the root of the server where that is known, else beside itself."""
    page = page_of(
        site_of([letter("1937-09-04")], url="https://example.org/karsk/", languages=("en", "ru")), "404.html"
    )
    assert "/karsk/telegrams/index.html" in page.hrefs()
    assert page.tree.xpath("//link[@rel='stylesheet']/@href")[0].startswith("/karsk/assets/")
    other = page_of(site_of([letter("1937-09-04")], url="https://example.org/", languages=("en", "ru")), "ru/404.html")
    assert "/ru/telegrams/index.html" in other.hrefs()
    assert "/telegrams/index.html" not in other.hrefs()
    bare = page_of(site_of([letter("1937-09-04")]), "404.html")
    assert "telegrams/index.html" in bare.hrefs()


def test_bundles_take_what_is_there(site_of, letter, tmp_path):
    """A file of many documents is put together from files that were made, those of the new site before the old."""
    site = site_of([letter("1937-09-04"), letter("1938-01-02")])
    for folder, idents in (("new", ["t19370904-vetrov-zhitkov"]), ("old", [one.id for one in site.corpus.documents])):
        for ident in idents:
            path = tmp_path / folder / site.download(ident, ".txt")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{folder} {ident}")
    made = bundle(site, "text", site.corpus.documents, (tmp_path / "new", tmp_path / "old"))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert [archive.read(name).decode()[:3] for name in archive.namelist()] == ["new", "old"]


def test_guide_to_the_schema(site_of, page_of, letter, tmp_path):
    """The guide to the schema is part of the site where the documents were made by `tei encode`, else not."""
    path = tmp_path / "a.xml"
    path.write_text('<TEI><application ident="tei-edition"/></TEI>')
    ours, other = site_of([letter("1937-09-04", path=path)]), site_of([letter("1937-09-04")])
    assert "guide/schema.html" in page_of(ours, "about.html").hrefs()
    assert b"<html" in files_of(ours, "guide/schema.html")
    assert "guide/schema.html" not in {one.path for one in kinds.plan(other)}
