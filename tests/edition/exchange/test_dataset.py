"""The edition as tables: valid by Frictionless, lossless, and every word led back into the TEI."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from edition.corpus import load_corpus
from edition.corpus.model import (
    Action,
    Archive,
    Corpus,
    Document,
    Entry,
    Envelope,
    Exchange,
    Holding,
    Kind,
    Mention,
    Moment,
    Name,
    Relation,
    Responsible,
    Variant,
    Version,
)
from edition.corpus.wording import running_text
from edition.exchange import dataset
from edition.exchange.dataset import schema
from edition.exchange.dataset.research import Part, parts_of, read_parts
from edition.exchange.days import first_day
from edition.exchange.request import Request
from edition.site.plan import File, Settings
from tei.findings import Finding
from tei.names import TEI_NS, tei
from tei.xmlfile import parse_bytes
from tests.exporting import gathered

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei"
SETTINGS = Settings(
    "Telegrams of Karsk",
    publisher="The Karsk editors",
    licence="CC0 1.0",
    licence_url="https://creativecommons.org/publicdomain/zero/1.0/",
    url="https://karsk.example/",
    editors=("Ida Fairweather",),
)
VETROV = Name("BERGFELD", Kind.PERSON, "vetrov", "de", pseudonym=True)
LUKINA = Name("Lukina", Kind.PERSON)
KARSK = Name("Karsk", Kind.PLACE, "karsk")
SENT = Moment("2 May", "1938-05-02T21:00:00+03:00", certainty="high", evidence="internal")
ENTRIES = {
    (Kind.PERSON, "vetrov"): Entry(
        "vetrov",
        Kind.PERSON,
        "Lev Vetrov",
        variants=(Variant("BERGFELD", "pseudonym"), Variant("Ветров", "", "ru")),
        notes=('He said: "ice",\nand no more.',),
        identifiers=(("viaf", "12345"),),
    ),
    (Kind.PLACE, "karsk"): Entry("karsk", Kind.PLACE, "Karsk", location="71.5 102.25"),
    (Kind.PLACE, "moon"): Entry("moon", Kind.PLACE, "Moon", location="far away"),
    (Kind.ORGANISATION, "institute"): Entry("institute", Kind.ORGANISATION, "Institute", listed=False),
}
TELEGRAM = Document(
    "t1",
    Path("t1.xml"),
    "0" * 64,
    kind="telegram",
    title="Telegram 1",
    other_titles=("Ice", "More ice"),
    date=Moment("May", not_before="1938-05", not_after="1938-06"),
    envelopes=(
        Envelope(
            (
                Action("sent", names=(VETROV, LUKINA), places=(KARSK,), dates=(SENT,), notes=("in cipher",)),
                Action("transmitted", "via", notes=("twice",)),
            ),
            (Relation("answers", "t0"), Relation("prev", "lost", "the one before", SENT, "https://x.example/")),
            notes=("of the envelope",),
        ),
        Envelope(part="inner"),
    ),
    holdings=(Holding("AKPI", "Archive", (("fond", "12"), ("delo", "51")), "8", "akpi/12/51/8", "AKPI, f. 12"),),
    abstract=("One.", "Two."),
    authors=(VETROV,),
    responsible=(Responsible("translator", LUKINA),),
    versions=(Version("2026-11-22", "draft", "made"),),
    mentions=(Mention(Kind.PLACE, "karsk", 2, ("Karsk", "KARSK")), Mention(Kind.PERSON, "nobody")),
    relations=(Relation("original", text="the Russian"),),
    references=("c1",),
    identifiers=(("doi", "10.1/x"),),
    body=False,
)
ZERO = Document("t0", Path("t0.xml"), "0", body=False)
CONTEXT = Document("c1", Path("c1.xml"), "0", kind="context", body=False)
CORPUS = Corpus(
    (ZERO, TELEGRAM),
    (CONTEXT,),
    ENTRIES,
    {"AKPI": Archive("AKPI", "Archive", "AKPI", "Leningrad")},
    (
        Exchange(
            "institute--vetrov",
            ("institute", "vetrov"),
            ("t0", "t1"),
            (("t0", "t1"),),
            kinds=(Kind.ORGANISATION, Kind.PERSON),
        ),
    ),
    by_id={one.id: one for one in (ZERO, TELEGRAM, CONTEXT)},
)


def exported(corpus: Corpus, settings: Settings = SETTINGS) -> tuple[dict[str, bytes], list[Finding]]:
    return gathered(dataset.export(Request(corpus, settings)))


def rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"csv/{table}.csv"].decode(), newline="")))


@pytest.fixture(scope="module")
def golden() -> Corpus:
    """Documents of all shapes, the texts with them."""
    return load_corpus([GOLDEN])[0]


@pytest.fixture(scope="module")
def tables(golden: Corpus) -> dict[str, bytes]:
    """The files of their export."""
    return exported(golden)[0]


def write(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@pytest.mark.parametrize("which", ["invented", "golden"])
def test_frictionless_finds_every_type_and_key_right(which: str, tables: dict[str, bytes], tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library itself
        frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
        write(exported(CORPUS)[0] if which == "invented" else tables, tmp_path)
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.stats["tasks"] == len(schema.TABLES)


def test_json_lines_have_the_same_rows_with_their_types(tables: dict[str, bytes]) -> None:
    for table in schema.TABLES:
        if not table.lines:
            assert f"jsonl/{table.name}.jsonl" not in tables
            continue
        lines = [json.loads(line) for line in tables[f"jsonl/{table.name}.jsonl"].decode().split("\n")[:-1]]
        plain = [{name: written(value) for name, value in line.items()} for line in lines]
        assert plain == rows(tables, table.name)


def written(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_an_envelope_can_be_built_again_from_the_tables() -> None:
    """Names, places, dates, notes and relations in their order, each field by itself."""
    files = exported(CORPUS)[0]
    names = rows(files, "action_names")
    made = [
        Action(
            one["type"],
            one["subtype"],
            tuple(name_of(row) for row in names if row["action"] == one["action"] and row["role"] == "name"),
            tuple(name_of(row) for row in names if row["action"] == one["action"] and row["role"] == "place"),
            tuple(moment_of(row) for row in rows(files, "action_dates") if row["action"] == one["action"]),
            tuple(row["text"] for row in rows(files, "envelope_notes") if row["action"] == one["action"]),
        )
        for one in rows(files, "actions")
    ]
    assert tuple(made) == TELEGRAM.envelope.actions
    assert [(one["envelope"], one["part"]) for one in rows(files, "envelopes")] == [("0", ""), ("1", "inner")]
    assert [row["text"] for row in rows(files, "envelope_notes") if not row["action"]] == ["of the envelope"]


def name_of(row: dict[str, str]) -> Name:
    return Name(
        row["text"], Kind(row["kind"]), row["entity"].partition("/")[2], row["lang"], row["pseudonym"] == "true"
    )


def moment_of(row: dict[str, str]) -> Moment:
    fields = ("text", "when", "not_before", "not_after", "certainty", "evidence")
    return Moment(*(row[f"date_{field}"] for field in fields))


def test_references_lead_where_the_edition_has_the_document() -> None:
    found = [
        (one["origin"], one["relation"], one["target"], one["text"], one["href"])
        for one in rows(exported(CORPUS)[0], "references")
    ]
    assert found == [
        ("envelope", "answers", "t0", "", ""),
        ("envelope", "prev", "", "the one before", "https://x.example/"),
        ("header", "original", "", "the Russian", ""),
        ("text", "speaks-of", "c1", "", ""),
    ]


@pytest.mark.parametrize(
    ("table", "number", "expected"),
    [
        (
            "documents",
            1,
            {"id": "t1", "date_not_before": "1938-05", "first_day": "1938-05-01", "last_day": "1938-06-30"},
        ),
        ("documents", 2, {"id": "c1", "url": "https://karsk.example/sources/c1.html", "has_text": "false"}),
        ("holding_parts", 1, {"holding": "0", "position": "1", "type": "delo", "value": "51"}),
        ("statements", 1, {"field": "other_title", "position": "1", "text": "More ice"}),
        ("credits", 1, {"role": "translator", "text": "Lukina", "entity": ""}),
        ("mentions", 0, {"entity": "place/karsk", "count": "2"}),
        ("mention_forms", 1, {"mention": "0", "text": "KARSK"}),
        ("entity_notes", 0, {"entity": "person/vetrov", "text": 'He said: "ice",\nand no more.'}),
        ("identifiers", 0, {"type": "viaf", "url": "https://viaf.org/viaf/12345"}),
        ("places", 0, {"latitude": "71.5", "longitude": "102.25"}),
        ("places", 1, {"location": "far away", "latitude": "", "longitude": ""}),
        ("organisations", 0, {"key": "institute", "listed": "false"}),
        ("exchanges", 0, {"one": "org/institute", "other": "person/vetrov", "documents": "2"}),
        ("exchange_documents", 1, {"document": "t1", "position": "1", "thread": "0"}),
        ("document_identifiers", 0, {"type": "doi", "value": "10.1/x"}),
        ("versions", 0, {"date": "2026-11-22", "status": "draft", "text": "made"}),
    ],
)
def test_tables_hold_what_the_model_holds(table: str, number: int, expected: dict[str, str]) -> None:
    row = rows(exported(CORPUS)[0], table)[number]
    assert {name: row[name] for name in expected} == expected


def test_the_package_tells_title_licence_and_who_made_it() -> None:
    told = json.loads(exported(CORPUS)[0]["datapackage.json"])
    assert told["licenses"] == [{"title": "CC0 1.0", "path": SETTINGS.licence_url}]
    assert [one["title"] for one in told["contributors"]] == ["Ida Fairweather", "The Karsk editors"]
    bare = json.loads(exported(CORPUS, Settings("Letters"))[0]["datapackage.json"])
    assert "licenses" not in bare
    assert "contributors" not in bare


def test_the_same_corpus_gives_the_same_bytes(golden: Corpus, tables: dict[str, bytes]) -> None:
    assert exported(golden) == (tables, [])


def test_a_large_table_comes_in_pieces() -> None:
    many = tuple(
        Document(f"t{number}", Path("t.xml"), "0" * 64, excerpt="ice " * 70, body=False) for number in range(900)
    )
    files = [one for one in dataset.export(Request(Corpus(many), SETTINGS)) if isinstance(one, File)]
    assert sum(one.path == "csv/documents.csv" for one in files) > 1


def test_a_file_that_is_gone_is_a_finding_and_the_rest_goes_on(tmp_path: Path) -> None:
    gone = Document("t1", tmp_path / "t1.xml", "0")
    files, told = exported(Corpus((gone, ZERO)))
    assert [one.rule for one in told] == ["XML101"]
    assert [one["id"] for one in rows(files, "documents")] == ["t1", "t0"]


def parts(body: str) -> list[Part]:
    root = parse_bytes(f'<TEI xmlns="{TEI_NS}" xml:id="t1" xml:lang="en"><text>{body}</text></TEI>'.encode()).getroot()
    text = root.find(tei("text"))
    assert text is not None
    return list(parts_of(root, text))


def test_every_word_leads_back_to_the_element_that_it_begins_in(golden: Corpus) -> None:
    """Its offsets give the word in the text, its path the element, whose words begin so."""
    for document in golden.documents:
        root = parse_bytes(document.path.read_bytes()).getroot()
        for part in read_parts(document):
            for word in part.words:
                assert part.text[word.start : word.end] == word.text
                (element,) = root.xpath(word.place.path, namespaces={"tei": TEI_NS})
                assert word.form[:1] in "".join(element.itertext())


def test_the_body_is_what_the_edition_counts_as_running_text(golden: Corpus) -> None:
    for document in (*golden.documents, *golden.context):
        text = parse_bytes(document.path.read_bytes()).getroot().find(tei("text"))
        assert text is not None
        assert " ".join(next(read_parts(document)).text.split()) == running_text(text)


def test_notes_are_apart_with_the_place_where_they_stand() -> None:
    body, note, inner = parts(
        '<body><p>Ice<note type="footnote" n="1" xml:id="n1">Thick <note>very</note>ice.</note> drifts.</p></body>'
    )
    assert body.text == "Ice drifts."
    assert (note.text, note.within, note.anchor, note.n, note.xml_id) == ("Thick ice.", "body", 3, "1", "n1")
    assert (inner.text, inner.within, inner.anchor) == ("very", "note-1", 5)
    assert {word.place.xml_id for word in note.words} == {"n1"}


@pytest.mark.parametrize(
    ("content", "text", "words"),
    [
        ("Com<ex>rade</ex> Orlin", "Com[rade] Orlin", [("Com[rade]", "Comrade", ""), ("Orlin", "Orlin", "")]),
        ("<ex>Com</ex>rade", "[Com]rade", [("[Com]rade", "Comrade", "")]),
        (
            "one <supplied reason='sense'>will</supplied> go",
            "one [will] go",
            [("one", "one", ""), ("will", "will", "sense"), ("go", "go", "")],
        ),
        ("<gap reason='cut'><desc>a line</desc></gap>", "[a line]", [("a", "a", "gap"), ("line", "line", "gap")]),
        ("a <gap/>", "a […]", [("a", "a", "")]),
        ("ice<lb break='no'/>berg<lb/>far", "iceberg far", [("iceberg", "iceberg", ""), ("far", "far", "")]),
        ("<choice><abbr>tg</abbr><expan>telegram</expan></choice>", "telegram", [("telegram", "telegram", "")]),
        (
            "No. 36261/5, ‘don’t’",
            "No. 36261/5, ‘don’t’",
            [("No", "No", ""), ("36261/5", "36261/5", ""), ("don’t", "don’t", "")],
        ),
        ("冰山", "冰山", [("冰", "冰", ""), ("山", "山", "")]),
        ("д’Арк – ice\u00adberg", "д’Арк – ice\u00adberg", [("д’Арк", "д’Арк", ""), ("ice\u00adberg", "iceberg", "")]),
        ("a<del>x</del>b<!-- c -->c", "a bc", [("a", "a", ""), ("bc", "bc", "")]),
    ],
)
def test_words_are_found_whole(content: str, text: str, words: list[tuple[str, str, str]]) -> None:
    (part,) = parts(f"<body><p>{content}</p></body>")
    assert part.text == text
    assert [(one.text, one.form, one.added) for one in part.words] == words


def test_blocks_are_parted_by_a_line_end_and_languages_are_those_of_the_words() -> None:
    (part,) = parts('<body><p>One</p> <p>Two <foreign xml:lang="ru">лёд</foreign></p></body>')
    assert part.text == "One\nTwo лёд"
    assert [one.place.lang for one in part.words] == ["en", "en", "ru"]


def test_elements_of_other_namespaces_have_a_path_too() -> None:
    (part,) = parts('<body><p>One <m:i xmlns:m="urn:m">two</m:i></p></body>')
    assert part.words[1].place.path == "tei:text[1]/tei:body[1]/tei:p[1]/*[1]"


def test_a_document_of_a_file_that_holds_several_is_read_by_its_number(tmp_path: Path) -> None:
    one = '<TEI xml:id="t{0}"><text><body><p>word {0}</p></body></text></TEI>'
    path = tmp_path / "all.xml"
    path.write_text(f'<teiCorpus xmlns="{TEI_NS}">{one.format(1)}{one.format(2)}</teiCorpus>', encoding="utf-8")
    assert [part.text for part in read_parts(Document("t2", path, "0", part=2))] == ["word 2"]
    assert [part.text for part in read_parts(Document("t1", path, "0"))] == ["word 1"]


def test_a_document_without_a_text_has_no_parts(tmp_path: Path) -> None:
    path = tmp_path / "stub.xml"
    path.write_text(f'<TEI xmlns="{TEI_NS}"/>', encoding="utf-8")
    assert list(read_parts(Document("t1", path, "0"))) == []


def test_the_example_of_the_manual_computes(
    golden: Corpus, tables: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pandas", reason="needs pandas")
    write(tables, tmp_path / "export" / "dataset")
    monkeypatch.chdir(tmp_path)
    manual = (Path(__file__).resolve().parents[3] / "docs" / "exchange.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```py\n(.*?)^```$", manual, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    assert names["per_month"].sum() == sum(bool(first_day(one.date)) for one in (*golden.documents, *golden.context))
    envelopes = [envelope for one in (*golden.documents, *golden.context) for envelope in one.envelopes]
    assert names["writers"].sum() == sum(bool(name.key) for one in envelopes for name in one.names("sent"))
    assert len(names["source"]) > len(names["frequent"]) > 100
