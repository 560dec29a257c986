"""The printed book, read back: notes at the foot of their page, heads, true contents, the same bytes each time."""

from __future__ import annotations

import io
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from edition.corpus import load_corpus
from edition.exchange import pdf
from edition.exchange.request import Request
from edition.site.plan import File, Settings
from tei.errors import OutputError
from tei.findings import Finding
from tests.karsk import karsk_tei

pytestmark = pytest.mark.xdist_group("pdf")

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei"
KARSK = Settings(
    "Telegrams of Karsk",
    id="karsk",
    subtitle="An invented edition",
    editors=("Ida Fairweather",),
    publisher="The Karsk Press",
    date="2026",
    url="https://example.org/karsk/",
)


def made(paths: list[Path], settings: Settings = KARSK) -> tuple[bytes, list[Finding]]:
    try:
        import_module("weasyprint")
    except (ImportError, OSError):
        pytest.skip("needs WeasyPrint with Pango")
    found = list(pdf.export(Request(load_corpus(paths)[0], settings)))
    (file,) = (one for one in found if isinstance(one, File))
    return file.data, [one for one in found if isinstance(one, Finding)]


class Printed:
    """A book, read back: the words of each page, and the bookmarks."""

    def __init__(self, data: bytes) -> None:
        pypdf = pytest.importorskip("pypdf", reason="needs pypdf")
        self.data = data
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.pages = [" ".join(page.extract_text().split()) for page in self.reader.pages]

    def page_with(self, words: str) -> int:
        """The number of the last page that has these words."""
        return max(number for number, text in enumerate(self.pages, 1) if words in text)


@pytest.fixture(scope="module")
def book() -> Printed:
    return Printed(made([karsk_tei()])[0])


@pytest.fixture(scope="module")
def starred() -> bytes:
    """A book of two documents with notes of their own."""
    return made([GOLDEN / "starred-notes"])[0]


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """A book in Russian, of an edition with a style sheet of its own."""
    own = tmp_path_factory.mktemp("own")
    (own / "static" / "book").mkdir(parents=True)
    (own / "static" / "book" / "print.css").write_text(
        "@page { size: A5; } body { background: url(https://example.org/x.png); }"
    )
    settings = Settings("Чернила и мороз", languages=("ru",), own=own)
    return Printed(made([GOLDEN / "chernila-i-moroz.koi8-r"], settings)[0])


def test_the_book_opens_with_half_title_title_imprint_and_contents(book: Printed) -> None:
    assert book.pages[0] == "Telegrams of Karsk"
    assert book.pages[1] == ""
    assert book.pages[2] == "Ida Fairweather Telegrams of Karsk An invented edition The Karsk Press 2026"
    assert book.pages[3].startswith("How to cite")
    assert book.pages[4].startswith("5 Contents") or "Contents" in book.pages[4]


def test_the_contents_tell_the_pages_where_documents_begin(book: Printed) -> None:
    line = re.search(r"Gleb Morozkin → Anton Pashin, probably 7 September 1937[ .]*(\d+)", book.pages[4])
    assert line is not None
    assert "Telegram No. 431, Gleb Morozkin to Anton Pashin" in book.pages[int(line[1]) - 1]


def test_a_note_stands_at_the_foot_of_the_page_of_its_marker(book: Printed) -> None:
    """With the number of its document before its own."""
    page = book.pages[book.page_with("in a hole in the air.") - 1]
    note = re.search(r"7[\u2007 ]+1 In the carbon copy", page)
    assert note is not None
    assert page.index("in a hole in the air.1") < note.start()
    assert page[note.end() :].count(".") <= 1


def test_running_heads_name_the_edition_and_the_document(book: Printed) -> None:
    begins = book.page_with("Telegram, Pavel Vetrov to Konstantin Sabelnikov, 12 September 1937")
    heads = " ".join(book.pages[begins - 2 : begins + 2])
    assert "Telegrams of Karsk" in heads
    assert re.search(r"\d+ · (probably )?\d+ \w+ 193[78]", heads)


def test_registers_lead_to_documents_by_number(book: Printed) -> None:
    (link,) = {str(one) for one in book.reader.named_destinations if str(one) == "d4"}
    assert link == "d4"
    assert "KOMPAS see Pashin, Anton" in " ".join(book.pages)
    assert "Sent 1, 4–6, 11, 12 · Received 2, 7, 10 · Mentioned in 8, 9" in " ".join(book.pages)


def test_the_file_has_bookmarks_metadata_language_and_tags(book: Printed) -> None:
    outline: list[Any] = book.reader.outline
    titles = [one.title for one in outline if not isinstance(one, list)]
    assert titles == [
        *("Contents", "About this edition", "1937", "1938"),
        *("Exchanges", "Persons", "Organisations", "Places", "Archives"),
    ]
    inner = next(one for one in outline if isinstance(one, list) and len(one) == 7)
    assert inner[3].title == "4. Telegram No. 431, Gleb Morozkin to Anton Pashin, 7 September 1937"
    metadata = book.reader.metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == ("Telegrams of Karsk", "Ida Fairweather")
    root = book.reader.trailer["/Root"]
    assert str(root["/Lang"]) == "en"
    assert bool(root["/MarkInfo"]["/Marked"])
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_the_same_edition_gives_the_same_bytes(starred: bytes) -> None:
    assert made([GOLDEN / "starred-notes"])[0] == starred


def test_notes_of_two_documents_on_a_page_can_be_told_apart(starred: bytes) -> None:
    assert re.search(r"2[\u2007 ]+\* .+ \*\* .+ 3[\u2007 ]+\* ", " ".join(Printed(starred).pages))


def test_a_russian_edition_gives_a_russian_book(russian: Printed) -> None:
    assert any("Содержание" in page for page in russian.pages)
    assert str(russian.reader.trailer["/Root"]["/Lang"]) == "ru"


def test_a_character_that_no_font_has_is_reported(tmp_path: Path) -> None:
    """A plane that Unicode keeps empty is in no font."""
    (tmp_path / "letter.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        "<text><body><p>a \U000e1234 b</p></body></text></TEI>",
        encoding="utf-8",
    )
    data, findings = made([tmp_path], Settings("Karsk"))
    assert data.startswith(b"%PDF-1.7")
    assert [(one.rule, "U+E1234" in one.message) for one in findings] == [("EXP121", True)]


def test_an_edition_chooses_its_page(russian: Printed) -> None:
    assert round(float(russian.reader.pages[0].mediabox.width)) == 420


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(OutputError, match="WeasyPrint"):
        list(pdf.export(Request(load_corpus([GOLDEN / "starred-notes"])[0], KARSK)))
