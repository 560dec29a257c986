"""Citations of a whole edition: what reference managers read of them, and what is told that they cannot hold."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest

from edition.corpus.model import (
    Action,
    Archive,
    Corpus,
    Document,
    Entry,
    Envelope,
    Holding,
    Kind,
    Moment,
    Name,
    Relation,
    Responsible,
    Version,
)
from edition.exchange import cite
from edition.exchange.request import Request
from edition.site.plan import Settings
from tei.findings import Finding
from tests.exporting import gathered

VETROV = Name("Vetrov", Kind.PERSON, "vetrov")
INSTITUTE = Name("Institute", Kind.ORGANISATION, "institute")
ENTRIES = {
    (Kind.PERSON, "vetrov"): Entry("vetrov", Kind.PERSON, "Pavel Vetrov", sort="Vetrov, Pavel"),
    (Kind.ORGANISATION, "institute"): Entry("institute", Kind.ORGANISATION, "Karsk Polar Institute"),
}
HOLDING = Holding(
    "AKPI",
    "Archive of the Karsk Polar Institute",
    (("fond", "12"), ("opis", "3"), ("delo", "51")),
    "8",
    "",
    "",
    "Karsk",
)


def telegram(ident: str, *actions: Action, **values: object) -> Document:
    made = actions or (Action("sent", names=(VETROV,)), Action("received", names=(INSTITUTE,)))
    told: dict[str, object] = {"kind": "telegram", "title": f"Telegram {ident}", "date": Moment("", "1938-05-02")}
    told["responsible"] = (Responsible("translator", Name("Ida Fairweather", Kind.PERSON)),)
    told["holdings"], told["versions"] = (HOLDING,), (Version("2026-11-22", "draft"),)
    return Document(ident, Path("a.xml"), "ab" * 32, envelopes=(Envelope(made),), **(told | values))  # type: ignore[arg-type]


def exported(*documents: Document, context: tuple[Document, ...] = ()) -> tuple[dict[str, bytes], list[str]]:
    corpus = Corpus(documents, context, ENTRIES, {"AKPI": Archive("AKPI", "Archive of the Karsk Polar Institute")})
    request = Request(corpus, Settings("Telegrams of Karsk", url="https://karsk.example/"))
    files, found = gathered(cite.export(request))
    return files, [one.message for one in found]


MANY = tuple(telegram(f"t{number}") for number in range(60))
ARTICLE = Document("c-a", Path("c.xml"), "0", kind="context", title="The winter at Karsk")


def test_csl_json_has_every_document_once_in_order() -> None:
    """Sixty are more than one piece of the file holds."""
    items = json.loads(exported(*MANY, context=(ARTICLE,))[0]["citations.json"])
    assert [one["id"] for one in items] == [*(f"t{number}" for number in range(60)), "c-a"]
    assert items[0]["archive_location"] == "f. 12, op. 3, d. 51, l. 8"
    assert (items[0]["translator"], items[0]["version"]) == (
        [{"literal": "Ida Fairweather"}],
        "2026-11-22, sha256:abababababab",
    )


def test_an_edition_without_documents_is_an_empty_array() -> None:
    assert json.loads(exported()[0]["citations.json"]) == []


def test_a_reader_of_ris_finds_all_of_it() -> None:
    rispy = pytest.importorskip("rispy", reason="needs rispy")
    entries = rispy.loads(exported(*MANY)[0]["citations.ris"].decode().replace("\r\n", "\n"))
    assert [one["id"] for one in entries] == [one.id for one in MANY]
    assert {(*one["authors"], one["type_of_reference"]) for one in entries} == {("Vetrov, Pavel", "PCOMM")}
    assert entries[0]["name_of_database"] == "Archive of the Karsk Polar Institute, Karsk"


def test_a_reader_of_bibtex_finds_all_of_it() -> None:
    bibtexparser = pytest.importorskip("bibtexparser", reason="needs bibtexparser")
    library = bibtexparser.parse_string(exported(*MANY)[0]["citations.bib"].decode())
    assert library.failed_blocks == []
    assert [one.key for one in library.entries] == [one.id for one in MANY]
    fields = {field.key: field.value for field in library.entries[0].fields}
    assert (fields["author"], fields["archive_location"]) == ("Vetrov, Pavel", "f. 12, op. 3, d. 51, l. 8")


def test_a_citation_processor_writes_a_bibliography_of_it() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library itself
        citeproc = pytest.importorskip("citeproc", reason="needs citeproc-py")
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON(json.loads(exported(*MANY[:2])[0]["citations.json"]))
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        bibliography.register(citeproc.Citation([citeproc.CitationItem("t1")]))
        (written,) = [str(each) for each in bibliography.bibliography()]
    assert "Vetrov" in written
    assert "1938" in written


def test_what_no_reference_manager_can_hold_is_told() -> None:
    via = Action("transmitted", "via", names=(VETROV,))
    late = Action("received", names=(INSTITUTE,), dates=(Moment("", "1938-05-03"),))
    own = Envelope((Action("sent", names=(VETROV,)), via, late), (Relation("answers", "t0"),))
    document = telegram("t1", date=Moment("", "1938-05-02T21:00:00"))
    document = Document("t1", document.path, "0", date=document.date, envelopes=(own, Envelope(part="inner")))
    assert exported(document)[1] == [
        "the time of day is left out",
        "“transmitted via” is left out",
        "when it was received is left out",
        "what it answers and its neighbours is left out",
        "the message inside it is left out",
    ]


def test_a_plain_letter_loses_nothing() -> None:
    assert exported(telegram("t1"))[1] == []


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert exported(*MANY) == exported(*MANY)
    assert all(not isinstance(one, Finding) for one in exported(*MANY)[1])
