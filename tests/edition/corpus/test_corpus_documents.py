"""What is read of a whole document, ours or another project's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.corpus import Corpus, Document, load_corpus
from edition.corpus.model import Holding, Kind, Mention, Moment, Relation, Version
from tei.findings import Finding

CorpusOf = Callable[..., tuple[Corpus, tuple[Finding, ...]]]
Letter = Callable[..., str]

FULL = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t1937-08-30-vetrov-sabelnikov" xml:lang="en">
<teiHeader><fileDesc><titleStmt>
<title type="source">Cable no. 417</title><title type="main">Telegram No. 417</title>
<author><persName ref="#vetrov">Pavel Vetrov</persName></author>
<editor role="translator"><persName>Ida Fairweather</persName></editor>
<respStmt><resp>contributed by</resp><persName>Tobias Renn</persName></respStmt>
</titleStmt><publicationStmt><publisher>Example editors</publisher><date when="2026">2026</date>
<availability><licence target="https://example.org/cc0">CC0</licence></availability>
<idno type="local">t1937</idno><idno type="DOI">10.9/karsk.1</idno></publicationStmt>
<sourceDesc><msDesc><msIdentifier><country>Russia</country><settlement>Leningrad</settlement>
<repository ref="#AKPI">Archive of the Karsk Polar Institute</repository>
<idno type="archival"><idno type="fond">12</idno><idno type="opis">3</idno><idno type="delo">47</idno>
<idno type="listy">18–19</idno></idno>
<altIdentifier><repository>Severin Museum</repository><idno>Box 4</idno></altIdentifier></msIdentifier>
<msContents><msItem><textLang mainLang="ru">Russian</textLang></msItem></msContents></msDesc>
<bibl type="capture"><title>Page of the archive</title><ref target="https://example.org/417">417</ref></bibl>
<bibl type="printed"><author>L. Zhitkov</author><title level="m">Readings</title><date>1939</date></bibl>
</sourceDesc></fileDesc>
<encodingDesc><editorialDecl><correction><p>Word for word.</p></correction></editorialDecl></encodingDesc>
<profileDesc><abstract><p>The ship is late.</p></abstract><textClass><catRef target="#telegram"/></textClass>
<correspDesc corresp="#telegram-text"><correspAction type="sent"><persName ref="#vetrov">VETROV</persName>
<date when="1937-08-30T00:15:00">0015 30 August 1937</date></correspAction>
<correspAction type="received"><persName ref="#sabelnikov">SABELNIKOV</persName></correspAction></correspDesc>
</profileDesc>
<revisionDesc><change when="2026-11-22" status="draft">Encoded.</change></revisionDesc></teiHeader>
<text xml:id="telegram-text"><body><div type="preamble"><ab type="number">CABLE
<num type="telegram" value="417">417</num></ab></div>
<div type="message"><opener><salute>to <persName ref="#sabelnikov">SABELNIKOV</persName></salute></opener>
<p>The ship <orgName ref="#polynya">POLYNYA</orgName> has <supplied reason="sense">not</supplied> come.<note
type="footnote">See <ref target="t1937-08-31.xml">the answer</ref>; <persName ref="#vetrov">Vetrov</persName>
was angry.</note></p><p>Coal<lb/>is short.</p><closer><signed>VETROV</signed></closer></div></body></text></TEI>"""


@pytest.fixture
def full(corpus_of: CorpusOf) -> Document:
    corpus, findings = corpus_of({"full.xml": FULL})
    assert findings == ()
    return corpus.documents[0]


FIELDS = [
    ("id", "t1937-08-30-vetrov-sabelnikov"),
    ("kind", "telegram"),
    ("lang", "en"),
    ("title", "Telegram No. 417"),
    ("other_titles", ("Cable no. 417",)),
    ("date", Moment("0015 30 August 1937", "1937-08-30T00:15:00")),
    ("number", "417"),
    ("abstract", ("The ship is late.",)),
    ("abstract_lang", "en"),
    ("original_lang", "ru"),
    ("publisher", "Example editors"),
    ("published", "2026"),
    ("licence", "CC0"),
    ("licence_url", "https://example.org/cc0"),
    ("principles", ("Word for word.",)),
    ("versions", (Version("2026-11-22", "draft", "Encoded."),)),
    ("source", "Page of the archive"),
    ("source_url", "https://example.org/417"),
    ("identifiers", (("local", "t1937"), ("DOI", "10.9/karsk.1"))),
    ("words", 14),
    ("excerpt", "The ship POLYNYA has [not] come. Coal is short."),
    ("body", True),
    ("printed", ("L. Zhitkov, Readings, 1939",)),
]


@pytest.mark.parametrize(("field", "value"), FIELDS, ids=[name for name, _ in FIELDS])
def test_each_field_says_what_the_file_says(full: Document, field: str, value: object) -> None:
    assert getattr(full, field) == value


def test_people_have_their_part(full: Document) -> None:
    """Authors are found in the registers, those who worked on the document only with a pointer."""
    assert [name.key for name in full.authors] == ["vetrov"]
    assert [(one.role, one.name.text, one.name.key) for one in full.responsible] == [
        ("translator", "Ida Fairweather", ""),
        ("contributed by", "Tobias Renn", ""),
    ]
    assert [name.key for name in (*full.senders, *full.recipients)] == ["vetrov", "sabelnikov"]
    assert full.envelope.part == "telegram-text"


def test_mentions_count_text_and_notes_and_leave_out_the_header(full: Document) -> None:
    assert full.mentions == (
        Mention(Kind.PERSON, "sabelnikov", 1, ("SABELNIKOV",)),
        Mention(Kind.ORGANISATION, "polynya", 1, ("POLYNYA",)),
        Mention(Kind.PERSON, "vetrov", 1, ("Vetrov",)),
    )


def test_a_holding_has_the_key_and_the_citation_of_its_reference(full: Document) -> None:
    """And a further holding with a mere shelf mark is cited as it is written."""
    first, second = full.holdings
    assert first.parts == (("fond", "12"), ("opis", "3"), ("delo", "47"))
    assert (first.repository, first.key, first.leaves) == ("AKPI", "akpi/12/3/47/18-19", "18–19")
    assert first.citation == "Archive of the Karsk Polar Institute, f. 12, op. 3, d. 47, ll. 18–19"
    assert (second.repository, second.citation) == ("severin-museum", "Severin Museum, Box 4")


def test_moments_and_versions_say_what_is_asked_of_them(full: Document) -> None:
    """The year, also before our era; the last change."""
    assert (full.date.day, full.date.year) == ("1937-08-30", "1937")
    assert Moment(when="-0044-03-15").year == "-0044"
    assert full.version == full.versions[0]
    assert Document("a", Path("a.xml"), "").version == Version()
    assert Document("a", Path("a.xml"), "").envelope.actions == ()


HOLDINGS = [
    ("<repository>RGASPI</repository><idno>f. 558, op. 11, d. 330, l. 95</idno>",
     Holding("rgaspi", "RGASPI", (("fond", "558"), ("opis", "11"), ("delo", "330")), "95", "rgaspi/558/11/330/95",
             "RGASPI, f. 558, op. 11, d. 330, l. 95", "Moscow", "Russia")),
    ("<settlement>Olgin</settlement><institution>Town Library</institution><collection>Papers</collection>"
     "<idno type='shelfmark'>Ms 7</idno><idno type='URI'>https://example.org/7</idno>",
     Holding("town-library", "Town Library", (("collection", "Papers"), ("shelfmark", "Ms 7")), "",
             "town-library/papers/ms-7", "Town Library, Olgin, Papers, Ms 7", "Olgin")),
    ("<collection>Papers of D. Lind</collection>",
     Holding("papers-of-d-lind", "Papers of D. Lind", (), "", "papers-of-d-lind", "Papers of D. Lind")),
    ("<idno>Ms 7</idno>", Holding("unknown", "", (("shelfmark", "Ms 7"),), "", "unknown/ms-7", "Ms 7")),
    ("<repository>RGASPI</repository><idno type='fond'>558</idno><idno type='listy'>first page</idno>",
     Holding("rgaspi", "RGASPI", (("fond", "558"),), "first page", "rgaspi/558",
             "RGASPI, f. 558, first page", "Moscow", "Russia")),
    ("<repository>Station Archive</repository><idno type='box'>4</idno><idno type='folder'>2</idno>",
     Holding("station-archive", "Station Archive", (("box", "4"), ("folder", "2")), "", "station-archive/4/2",
             "Station Archive, Box 4, Folder 2")),
]  # fmt: skip


@pytest.mark.parametrize(("identifier", "holding"), HOLDINGS)
def test_any_shape_of_shelf_mark_is_a_holding(
    corpus_of: CorpusOf, letter: Letter, identifier: str, holding: Holding
) -> None:
    file = letter().replace("<p>Invented.</p>", f"<msDesc><msIdentifier>{identifier}</msIdentifier></msDesc>")
    (document,) = corpus_of({"a.xml": file})[0].documents
    assert document.holdings == (holding,)


def test_a_manuscript_without_identifier_is_kept_nowhere(corpus_of: CorpusOf, letter: Letter) -> None:
    empty = "<msDesc><p>Lost.</p></msDesc><msDesc><msIdentifier><country>Russia</country></msIdentifier></msDesc>"
    (document,) = corpus_of({"a.xml": letter().replace("<p>Invented.</p>", empty)})[0].documents
    assert document.holdings == ()


WRITTEN = [
    ("<profileDesc><creation><date when='1937-05'/></creation></profileDesc>", "", "1937-05"),
    ("", "<opener><dateline>Karsk, <date when='1937-06-01'>1 June</date></dateline></opener>", "1937-06-01"),
    ("", "<p>No date.</p>", ""),
    ("", "<opener><dateline>Karsk</dateline></opener>", ""),
    ("<profileDesc><correspDesc><correspAction type='sent'><date>in spring</date></correspAction>"
     "<correspAction type='received'><date when='1937-07-01'/></correspAction></correspDesc></profileDesc>", "",
     "1937-07-01"),
    ("<profileDesc><correspDesc><correspAction type='sent'><date>in spring</date></correspAction></correspDesc>"
     "</profileDesc>", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("header", "text", "earliest"), WRITTEN)
def test_a_letter_without_day_of_sending_has_that_of_writing_else_the_bound_of_its_receipt(
    corpus_of: CorpusOf, letter: Letter, header: str, text: str, earliest: str
) -> None:
    (document,) = corpus_of({"a.xml": letter(header, text or "<p>Ice.</p>")})[0].documents
    assert document.date.earliest == earliest


def test_a_bound_by_receipt_keeps_the_words_of_sending(corpus_of: CorpusOf, letter: Letter) -> None:
    (document,) = corpus_of({"a.xml": letter(WRITTEN[4][0])})[0].documents
    assert document.date == Moment("in spring", not_after="1937-07-01")


KINDS = [
    ("<text type='context'>", "", "context"),
    ("<text type='Letter'>", "", "letter"),
    ("<text>", "<profileDesc><correspDesc/></profileDesc>", "letter"),
    ("<text>", "<profileDesc><textClass><catRef target='kinds.xml#note'/></textClass></profileDesc>", "note"),
    ("<text>", "", ""),
]


@pytest.mark.parametrize(("text", "header", "kind"), KINDS)
def test_the_kind_of_a_document_is_a_code(
    corpus_of: CorpusOf, letter: Letter, text: str, header: str, kind: str
) -> None:
    corpus, _ = corpus_of({"a.xml": letter(header).replace("<text>", text)})
    (document,) = (*corpus.documents, *corpus.context)
    assert document.kind == kind
    assert bool(corpus.context) == (kind == "context")


def test_the_form_of_the_object_is_a_kind_too(corpus_of: CorpusOf, letter: Letter) -> None:
    source = "<msDesc><msIdentifier/><physDesc><objectDesc form='Postcard'/></physDesc></msDesc>"
    (document,) = corpus_of({"a.xml": letter().replace("<p>Invented.</p>", source)})[0].documents
    assert document.kind == "postcard"


IDS = [
    ("a b.xml", "xml:id='t1'", "", "t1"),
    ("a b.xml", "", "<idno>K 7/1</idno>", "K-7-1"),
    ("a b.xml", "", "<idno>https://example.org/7</idno>", "a-b"),
    ("письмо.xml", "", "", "письмо"),
    ("….xml", "", "", "document"),
]


@pytest.mark.parametrize(("name", "attributes", "idno", "id_"), IDS)
def test_an_id_is_the_files_own_else_its_number_else_its_name(
    corpus_of: CorpusOf, letter: Letter, name: str, attributes: str, idno: str, id_: str
) -> None:
    file = letter(attributes=attributes).replace("<p>Unpublished.</p>", idno or "<p>Unpublished.</p>")
    (document,) = corpus_of({name: file})[0].documents
    assert document.id == id_


def test_a_document_without_title_gets_one_of_its_envelope(corpus_of: CorpusOf, letter: Letter) -> None:
    header = (
        "<profileDesc><correspDesc><correspAction type='sent'><persName>Lind</persName><date when='1937-05-02'/>"
        "</correspAction></correspDesc></profileDesc>"
    )
    files = {"a.xml": letter(header).replace("A letter", ""), "b.xml": letter().replace("A letter", "")}
    one, other = corpus_of(files)[0].documents
    assert (one.title, other.title) == ("Lind → ?, 1937-05-02", "b")


def test_a_corpus_in_one_file_is_many_documents(corpus_of: CorpusOf, letter: Letter) -> None:
    """teiCorpus: each TEI with a digest of its own, so that a change of one is a change of one."""
    inner = letter(attributes='xml:id="one"') + letter(text="<p>Ice.</p>")
    corpus, _ = corpus_of({"all.xml": f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{inner}</teiCorpus>'})
    assert [(one.id, one.part) for one in corpus.documents] == [("all-2", 2), ("one", 1)]
    assert len({one.digest for one in corpus.documents}) == 2


CMIF = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Index</title></titleStmt>
<publicationStmt><publisher>Nobody</publisher></publicationStmt><sourceDesc><bibl>Book</bibl></sourceDesc></fileDesc>
<profileDesc><correspDesc key="7" ref="https://example.org/7"><correspAction type="sent">
<persName ref="https://viaf.org/viaf/1">Lind, Dora</persName><date when="1937-05-02"/></correspAction>
<correspAction type="received"><persName>Orlin</persName></correspAction></correspDesc>
<correspDesc><correspAction type="sent"><persName>Orlin</persName></correspAction></correspDesc></profileDesc>
</teiHeader><text><body><p/></body></text></TEI>"""


def test_an_index_of_letters_is_a_stub_for_each(corpus_of: CorpusOf) -> None:
    """CMIF: an envelope, no text, and where the letter can be read."""
    first, second = corpus_of({"index.xml": CMIF})[0].documents
    assert (first.id, first.body, first.source_url) == ("7", False, "https://example.org/7")
    assert first.title == "Lind, Dora → Orlin, 1937-05-02"
    assert (second.id, second.title, second.source_url) == ("index-2", "Orlin → ?", "")


def test_a_file_of_lists_in_its_text_is_no_document(corpus_of: CorpusOf, letter: Letter) -> None:
    people = "<listPerson><person xml:id='lind'><persName>Dora Lind</persName></person></listPerson>"
    corpus, findings = corpus_of({"persons.xml": letter(text=people)})
    assert (corpus.documents, findings) == ((), ())
    assert corpus.entries[Kind.PERSON, "lind"].name == "Dora Lind"


def test_a_letter_with_a_list_of_its_own_is_a_document(corpus_of: CorpusOf, letter: Letter) -> None:
    text = "<p>The ship has not come, and the cook asks why.</p><listBibl><bibl>A</bibl></listBibl>"
    assert len(corpus_of({"a.xml": letter(text=text)})[0].documents) == 1


TEXTS = [
    ("<p>One two.</p><p>Three</p><note>four</note>", 3, "One two. Three"),
    ("<head>Letter 5</head><p>船没有来</p>", 6, "船没有来"),
    ("<p>Com<ex>rade</ex> <gap/> <gap><desc>illegible</desc></gap></p>", 3, "Com[rade] […] [illegible]"),
    ("<p>Line<lb break='no'/>wise <supplied rend='none'>read</supplied></p>", 2, "Linewise read"),
    ("<p><choice><sic>tiem</sic><corr>time</corr></choice> <del>no</del>w<!-- x --></p>", 2, "time w"),
    ("<div type='preamble'><p>Copy 1</p></div><div><p>Text</p></div>", 3, "Text"),
    ("<p><graphic url='a.png'/></p>", 0, ""),
]


@pytest.mark.parametrize(("text", "count", "excerpt"), TEXTS)
def test_words_are_counted_and_an_excerpt_is_the_start_of_the_message(
    corpus_of: CorpusOf, letter: Letter, text: str, count: int, excerpt: str
) -> None:
    (document,) = corpus_of({"a.xml": letter(text=text)})[0].documents
    assert (document.words, document.excerpt) == (count, excerpt)


def test_a_long_text_has_a_short_excerpt_that_ends_with_a_word(corpus_of: CorpusOf, letter: Letter) -> None:
    (document,) = corpus_of({"a.xml": letter(text="<p>" + "The ice went out. " * 200 + "</p>")})[0].documents
    assert len(document.excerpt) <= 300
    assert document.excerpt.endswith("…")
    assert "The ice went out. ".startswith(document.excerpt.rpartition(". ")[2].rstrip("…"))


def test_a_text_without_spaces_is_cut_where_it_must(corpus_of: CorpusOf, letter: Letter) -> None:
    (document,) = corpus_of({"a.xml": letter(text=f"<p>{'船' * 500}</p>")})[0].documents
    assert document.excerpt == "船" * 299 + "…"


def test_relations_beside_the_envelope_are_read(corpus_of: CorpusOf, letter: Letter) -> None:
    """relatedItem and bibl of type original or translation, @corresp of TEI."""
    source = (
        "<bibl><relatedItem type='original' target='ru.xml'/></bibl>"
        "<bibl type='translation'>German: <ref target='https://example.org/de'>web</ref></bibl><bibl type='printed'/>"
    )
    files = {"en.xml": letter(attributes="corresp='zh.xml'").replace("<p>Invented.</p>", source), "ru.xml": letter()}
    corpus, _ = corpus_of(files)
    assert corpus.by_id["en"].relations == (
        Relation("parallel", ""),
        Relation("original", "ru"),
        Relation("translation", "", "German: web", href="https://example.org/de"),
    )


BARE = [
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>Only text.</p></body></text></TEI>",
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><sourceDoc><surface>Words</surface></sourceDoc></TEI>",
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title/></titleStmt><publicationStmt>"
    "<availability><p>Free.</p></availability></publicationStmt><sourceDesc/></fileDesc><profileDesc><abstract>"
    "Short.</abstract></profileDesc></teiHeader><text xml:lang='de'><body><p>Wort</p></body></text></TEI>",
]


@pytest.mark.parametrize("file", BARE)
def test_a_file_that_says_little_is_shown_all_the_same(corpus_of: CorpusOf, file: str) -> None:
    corpus, findings = corpus_of({"bare.xml": file})
    assert findings == ()
    assert corpus.documents[0].id == corpus.documents[0].title == "bare"


def test_a_licence_without_element_is_what_the_availability_says(corpus_of: CorpusOf) -> None:
    (document,) = corpus_of({"bare.xml": BARE[2]})[0].documents
    assert (document.licence, document.licence_url, document.abstract) == ("Free.", "", ("Short.",))
    assert document.lang == "de"


def test_single_files_and_hidden_ones(tmp_path: Path, letter: Letter) -> None:
    """A file that is named is read whatever it is called; a hidden one, or what was laid aside, only when named."""
    for name in ("one.tei", "b/.hidden/x.xml", "b/.y.xml", "b/z.XML", "b/rejected/r.xml", "b/tei.lock.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(letter(), encoding="utf-8")
    corpus, findings = load_corpus([tmp_path / "one.tei", tmp_path / "b"])
    assert findings == ()
    assert sorted(corpus.by_id) == ["one", "z"]
    assert len(load_corpus([tmp_path / "b" / "rejected"])[0].documents) == 1
