"""The places of a book: each document has a number and an address, links lead into it, to the site or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.book import volume
from edition.book.front import front_page, identifier, latest, modified
from edition.book.volume import is_tag, open_book, web_link
from edition.corpus.model import Corpus, Document, Entry, Kind, Moment, Uses, Version
from edition.site.plan import Settings


def document(ident: str, when: str = "", **fields: object) -> Document:
    return Document(ident, Path(f"{ident}.xml"), "0", date=Moment(when=when), body=False, **fields)  # type: ignore[arg-type]


THREE = (document("a", "1937-09-04"), document("b", "1937-10-01"), document("c"))
VETROV = Entry("vetrov", Kind.PERSON, "Vetrov")
LISTED = Entry("nobody", Kind.PERSON, "Nobody")
CORPUS = Corpus(
    THREE,
    (document("c-article", kind="context"),),
    {(Kind.PERSON, "vetrov"): VETROV, (Kind.PERSON, "nobody"): LISTED},
    uses={(Kind.PERSON, "vetrov"): Uses(sent=("a",)), (Kind.PERSON, "nobody"): Uses(mentioned=("c-article",))},
    by_id={one.id: one for one in THREE},
)
SITE = Settings("Karsk", url="https://example.org/karsk/")


def test_documents_are_numbered_in_order_of_time_and_have_a_file_each() -> None:
    book = open_book(CORPUS, SITE, single=False)
    assert dict(book.numbers) == {"a": 1, "b": 2, "c": 3}
    assert book.address("telegram", "b") == "d2.xhtml#d2"
    assert book.address("year", "1937") == "year-1.xhtml#year-1"
    assert book.address("year", "undated") == "year-2.xhtml#year-2"


def test_in_print_everything_is_one_file() -> None:
    book = open_book(CORPUS, SITE, single=True)
    assert book.address("telegram", "b") == "book.html#d2"
    assert book.lead("book.html#d2") == "#d2"


def test_only_what_documents_of_the_book_name_is_in_its_registers() -> None:
    """An entry that an article alone names is on the site."""
    book = open_book(CORPUS, SITE, single=False)
    assert book.address("person", "vetrov") == "persons.xhtml#person-1"
    assert book.lead(book.address("person", "nobody")) == "https://example.org/karsk/persons/nobody.html"


@pytest.mark.parametrize(
    ("url", "place"), [("https://example.org/karsk/", "https://example.org/karsk/sources/x.html#a"), ("", "")]
)
def test_what_the_book_does_not_hold_leads_to_the_site_or_nowhere(url: str, place: str) -> None:
    book = open_book(CORPUS, Settings("Karsk", url=url), single=False)
    assert book.lead("sources/x.html#a") == place
    assert book.lead("https://[no") == ""


def test_documents_of_a_month_share_files_where_there_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volume, "SINGLY", 2)
    monkeypatch.setattr(volume, "_TOGETHER", 2)
    days = ("1937-09-01", "1937-09-02", "1937-09-03", "1937-10-01")
    many = tuple(document(f"t{number}", day) for number, day in enumerate(days, 1))
    book = open_book(Corpus(many), SITE, single=False)
    assert list(book.files.values()) == ["d1.xhtml", "d1.xhtml", "d3.xhtml", "d4.xhtml"]
    assert book.address("telegram", "t2") == "d1.xhtml#d2"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("https://example.org/a b?c=[1]#x#y", "https://example.org/a%20b?c=%5B1%5D#x%23y"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("https://пример.рф/я", "https://xn--e1afmkfd.xn--p1ai/%D1%8F"),
        ("https://" + "ж" * 70 + ".org/", ""),
        ("mailto:ida@example.org", "mailto:ida@example.org"),
        *((bad, "") for bad in ("mailto:ida", "javascript:alert(1)", "http://", "http://a b/", "https://[bad", "x")),
    ],
)
def test_a_link_is_a_valid_url_or_none(given: str, made: str) -> None:
    assert web_link(given) == made


@pytest.mark.parametrize(
    ("code", "good"), [("ru", True), ("zh-Hans", True), ("x-karsk", True), ("zh-", False), ("x", False), ("", False)]
)
def test_a_language_tag_has_the_form_of_bcp_47(code: str, good: bool) -> None:
    assert is_tag(code) is good


def test_the_book_is_known_by_a_name_that_stays() -> None:
    """Neither a new title nor a new address gives another book, where the edition has an id."""
    first = identifier(Settings("Karsk", id="karsk", publisher="Institute", url="https://example.org/"))
    assert first == identifier(Settings("Karsk, 1937", id="karsk", publisher="Institute"))
    assert first.startswith("urn:uuid:")
    assert first != identifier(Settings("Karsk"))


@pytest.mark.parametrize(
    ("changed", "date", "moment"),
    [
        ("2026-11-22", "2026", "2026-11-22T00:00:00Z"),
        ("2026-11", "", "2026-11-01T00:00:00Z"),
        ("", "2026", "2026-01-01T00:00:00Z"),
        ("", "", "1970-01-01T00:00:00Z"),
        ("soon", "some day", "1970-01-01T00:00:00Z"),
    ],
)
def test_the_moment_of_a_book_is_that_of_the_last_change(changed: str, date: str, moment: str) -> None:
    """No clock is asked."""
    one = document("a", versions=(Version(changed),))
    book = open_book(Corpus((one,)), Settings("Karsk", date=date), single=False)
    assert modified(book) == moment
    assert latest(book) in (changed, date)


def test_of_marks_that_mean_the_same_the_first_example_is_shown() -> None:
    book = open_book(CORPUS, SITE, single=True)
    marks = [("[cook]", "who is meant"), ("[ship]", "who is meant"), ("[…]", "gap")]
    assert front_page(book, marks).marks == (("[cook]", "who is meant"), ("[…]", "gap"))
