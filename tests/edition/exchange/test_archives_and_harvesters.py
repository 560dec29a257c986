"""OAI-PMH static repository, EAD3 and BEACON: structure by small schemas of ours, contents by what the corpus says."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.corpus import load_corpus
from edition.corpus.model import Corpus, Document, Entry, Envelope, Holding, Kind, Moment, Relation, Uses, Version
from edition.exchange import beacon, ead, oai
from edition.exchange.request import Exporter, Request
from edition.site.plan import Settings
from tei.findings import Finding
from tei.validate import Validator
from tei.xmlfile import parse_bytes
from tests.exporting import gathered
from tests.karsk import karsk_tei

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parents[1] / "golden" / "tei"
TEI_ALL = HERE.parents[2].parent / "shared" / "reference" / "tei" / "tei_all.rng"
SETTINGS = Settings(
    title="Telegrams of Karsk & Tolbeya",
    id="karsk",
    publisher="The Karsk editors",
    date="2026",
    url="https://example.org/karsk/",
    contact="Ida Fairweather <editors@example.org>",
    licence_url="https://creativecommons.org/publicdomain/zero/1.0/",
)
NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def exported(module: Exporter, corpus: Corpus, settings: Settings = SETTINGS) -> tuple[dict[str, bytes], list[Finding]]:
    return gathered(module.export(Request(corpus, settings)))


@pytest.fixture(scope="module")
def karsk() -> Corpus:
    return load_corpus([karsk_tei()])[0]


@pytest.fixture(scope="module")
def golden() -> Corpus:
    return load_corpus([GOLDEN / name for name in ("three-on-a-page", "new-form-three-holdings", "map-room")])[0]


def valid(schema: str, data: bytes, folder: Path) -> None:
    path = folder / "made.xml"
    path.write_bytes(data)
    assert Validator.load(HERE / schema).validate(path) == ()


def texts(data: bytes, path: str) -> list[str]:
    return [str(one) for one in parse_bytes(data, "").getroot().xpath(path)]


def document(path: Path, **values: object) -> Document:
    path.write_text(f"<TEI {NS}><teiHeader/><text><body><p xml:id='p'>a</p></body></text></TEI>", encoding="utf-8")
    return Document(path.stem, path, "0", **values)  # type: ignore[arg-type]


def test_the_repository_has_the_structure_of_a_static_one(karsk: Corpus, golden: Corpus, tmp_path: Path) -> None:
    for corpus in (karsk, golden):
        files, findings = exported(oai, corpus)
        valid("oai-static.rng", files["oai.xml"], tmp_path)
        assert findings == []
        prefixes = texts(files["oai.xml"], "//*[local-name()='metadataPrefix']/text()")
        assert texts(files["oai.xml"], "//@metadataPrefix") == prefixes


def test_every_document_has_a_record_of_each_kind_under_one_identifier(karsk: Corpus) -> None:
    data = exported(oai, karsk)[0]["oai.xml"]
    core, full = (
        texts(data, f"//*[@metadataPrefix='{prefix}']//*[local-name()='header']/*[local-name()='identifier']/text()")
        for prefix in ("oai_dc", "tei")
    )
    assert core == full == [f"oai:example.org:{one.id}" for one in karsk.documents]


def test_no_stamp_is_before_the_earliest_that_the_repository_tells(karsk: Corpus) -> None:
    data = exported(oai, karsk)[0]["oai.xml"]
    assert texts(data, "//*[local-name()='earliestDatestamp']/text()") == [
        min(texts(data, "//*[local-name()='datestamp']/text()"))
    ]


def test_no_id_stands_twice_in_the_repository(karsk: Corpus) -> None:
    found = texts(exported(oai, karsk)[0]["oai.xml"], "//@xml:id")
    assert len(found) == len(set(found))


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all beside the checkout")
def test_the_tei_in_the_repository_is_valid(karsk: Corpus, tmp_path: Path) -> None:
    root = parse_bytes(exported(oai, karsk)[0]["oai.xml"], "").getroot()
    for number, one in enumerate(root.iter("{http://www.tei-c.org/ns/1.0}TEI")):
        (tmp_path / f"{number}.xml").write_bytes(etree.tostring(one, with_tail=False))
    validator = Validator.load(TEI_ALL)
    assert [found for path in sorted(tmp_path.iterdir()) for found in validator.validate(path)] == []


def test_dublin_core_says_who_what_when_and_where_it_is_kept(tmp_path: Path) -> None:
    one = document(
        tmp_path / "a.xml",
        title="Coal & salt fish",
        date=Moment("2 May", "1938-05-02T21:00:00"),
        envelopes=(Envelope(relations=(Relation("answers", "b"), Relation("prev", text="the one\x0cbefore"))),),
        holdings=(Holding("akpi", "Archive", citation="AKPI, f. 1"),),
        identifiers=(("doi", "10.1/x"),),
        versions=(Version("2026-03-01T10:00:00"),),
    )
    data = exported(oai, Corpus((one,)))[0]["oai.xml"]
    said = {name: texts(data, f"//*[local-name()='dc']/*[local-name()='{name}']/text()") for name in NAMES}
    assert said == {
        "title": ["Coal & salt fish"],
        "date": ["1938-05-02"],
        "source": ["AKPI, f. 1"],
        "identifier": ["https://example.org/karsk/telegrams/a.html", "10.1/x"],
        "relation": ["https://example.org/karsk/telegrams/b.html", "the one before"],
        "rights": ["https://creativecommons.org/publicdomain/zero/1.0/"],
    }
    assert texts(data, "//*[local-name()='datestamp']/text()") == ["2026-03-01"] * 2


NAMES = ("title", "date", "source", "identifier", "relation", "rights")


def test_what_a_gateway_would_refuse_is_told(tmp_path: Path) -> None:
    files, findings = exported(oai, Corpus((document(tmp_path / "a.xml"),)), Settings(title="Letters"))
    assert [one.message for one in findings] == [
        "the address of the site is not told",
        "an address for mail is not told",
        "the day when a was last changed is not told",
    ]
    valid("oai-static.rng", files["oai.xml"], tmp_path)


def test_a_file_that_is_no_tei_alone_has_no_record_of_tei(tmp_path: Path) -> None:
    one = document(tmp_path / "a.xml")
    gone = Document("b", tmp_path / "b.xml", "0")
    (tmp_path / "c.xml").write_text("<other/>", encoding="utf-8")
    other = Document("c", tmp_path / "c.xml", "0")
    files, findings = exported(oai, Corpus((one, gone, other)))
    assert [found.message for found in findings] == ["the TEI of b is left out", "the TEI of c is left out"]
    valid("oai-static.rng", files["oai.xml"], tmp_path)


def test_each_archive_has_a_finding_aid(karsk: Corpus, golden: Corpus, tmp_path: Path) -> None:
    for corpus in (karsk, golden):
        files, findings = exported(ead, corpus)
        assert set(files) == {f"{one.repository}.xml" for each in corpus.documents for one in each.holdings}
        assert {one.rule for one in findings} <= {"EXP101"}
        for data in files.values():
            valid("ead3.rng", data, tmp_path)


def test_every_piece_stands_in_the_tree_with_a_link_to_its_page(karsk: Corpus) -> None:
    files, findings = exported(ead, karsk)
    linked = [one for data in files.values() for one in texts(data, "//@href")]
    held = [f"https://example.org/karsk/telegrams/{one.id}.html" for one in karsk.documents for _ in one.holdings]
    assert sorted(linked) == sorted(held)
    assert len(findings) == sum(not one.holdings for one in karsk.documents)


def test_the_levels_are_those_of_ead_and_others_keep_their_name(tmp_path: Path) -> None:
    parts = (("fond", "12"), ("opis", "3"), ("portsiia", "2"), ("delo", "47"))
    held = Holding("akpi", "Archive", parts, "9", settlement="Leningrad")
    days = (Moment("May", not_before="1938-05-01", not_after="1938-05-31"), Moment("", not_after="1938"), Moment())
    documents = [
        document(tmp_path / f"{name}.xml", title=name, holdings=(held,), date=day)
        for name, day in zip("abc", days, strict=True)
    ]
    data = exported(ead, Corpus(tuple(documents)))[0]["akpi.xml"]
    valid("ead3.rng", data, tmp_path)
    assert texts(data, "//@level")[:6] == ["collection", "fonds", "series", "otherlevel", "file", "item"]
    assert texts(data, "//@otherlevel") == ["portsiia"]
    assert texts(data, "//@normal") == ["1938-05-01/1938-05-31", "1938"]


def test_a_file_with_very_many_pieces_is_one_file(tmp_path: Path) -> None:
    """The site shows them in runs; the archive knows of none."""
    held = (Holding("akpi", "Archive", (("fond", "1"),)),)
    documents = tuple(
        Document(f"t{number}", tmp_path / "t.xml", "0", title="T", holdings=held) for number in range(900)
    )
    data = exported(ead, Corpus(documents))[0]["akpi.xml"]
    assert texts(data, "//@level").count("item") == 900
    assert texts(data, "//*[@label='run']") == []


@pytest.mark.parametrize("module", [oai, ead, beacon])
def test_the_same_corpus_gives_the_same_bytes(module: Exporter, karsk: Corpus) -> None:
    assert exported(module, karsk) == exported(module, karsk)


@pytest.mark.parametrize("module", [ead, beacon])
def test_without_an_address_that_is_told(module: Exporter, karsk: Corpus) -> None:
    assert "the address of the site is not told" in [one.message for one in exported(module, karsk, Settings("T"))[1]]


def person(key: str, *identifiers: tuple[str, str]) -> Entry:
    return Entry(key, Kind.PERSON, key.title(), identifiers=identifiers)


def test_a_beacon_file_has_a_line_for_each_entry_with_its_documents_and_its_page() -> None:
    entries = (
        person("vetrov", ("gnd", "118540238"), ("VIAF", "https://viaf.org/viaf/12345/")),
        person("zhitkov", ("wikidata", "Q42"), ("gnd", "no number")),
        person("pashin"),
        person("unused", ("gnd", "118540239")),
    )
    corpus = Corpus(
        entries={(one.kind, one.key): one for one in entries},
        uses={(Kind.PERSON, name): Uses(sent=("a", "b")) for name in ("vetrov", "zhitkov", "pashin")},
    )
    files, findings = exported(beacon, corpus)
    lines = {
        name: [one for one in data.decode().splitlines() if one[:1] not in ("#", "")] for name, data in files.items()
    }
    page = "https://example.org/karsk/persons"
    assert lines == {
        "beacon-gnd.txt": [f"118540238|2|{page}/vetrov.html"],
        "beacon-viaf.txt": [f"12345|2|{page}/vetrov.html"],
        "beacon-wikidata.txt": [f"Q42|2|{page}/zhitkov.html"],
    }
    head = files["beacon-gnd.txt"].decode().splitlines()
    assert head[:2] == ["#FORMAT: BEACON", "#PREFIX: https://d-nb.info/gnd/"]
    assert "#TIMESTAMP: 2026" in head
    assert [one.message for one in findings] == ["Pashin is in no authority file that BEACON files are of"]


def test_an_edition_without_identifiers_has_no_beacon_and_is_told_so(karsk: Corpus) -> None:
    files, findings = exported(beacon, karsk)
    assert (files, findings[-1].message) == ({}, "no entry has an identifier of GND or others")
