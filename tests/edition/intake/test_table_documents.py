"""Rows as documents: valid by our schema, text to the last character, names in lists, references, what is doubtful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.corpus.model import Kind
from edition.intake.request import Order
from edition.intake.table import take
from tei.errors import SourceError
from tests.edition.intake.tables import read_in, table, take_in, text_of
from tests.karsk import KARSK

PLAIN = '[columns]\nfrom = "From"\nto = "To"\ndate = "Date"\ntext = "Text"\n'
EVERYTHING = {
    "id": "K 17/3",
    "title": "A stove that smokes",
    "kind": "шифртелеграмма",
    "number": "417",
    "date": "1938-02-14 18:05",
    "received": "15 February 1938",
    "from": "Pavel Vetrov",
    "to": "Konstantin Sabelnikov | Anton Pashin",
    "via": "Radio Section",
    "copies": "Lev Zhitkov",
    "from_place": "Karsk",
    "to_place": "Leningrad",
    "language": "English",
    "original_language": "рус.",
    "abstract": "About a stove.\nAnd a pipe.",
    "text": "The stove smokes.",
    "reference": "AKPI, f. 12, op. 3, d. 49, ll. 3-4; SMM, box 3, folder 10",
    "translator": "Ida Fairweather",
    "editor": "Tobias Renn",
    "contributor": "Lena Holt",
    "notes": "Seen twice.",
    "printed": "Karsk Readings, vol. 2",
    "keywords": "stoves | smoke",
    "url": "https://karsk.example/417",
    "citation": "AKPI, as above.",
    "source": "Karsk database",
    "licence": "CC0 1.0",
    "licence_url": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def test_every_field_has_its_place_in_the_document(tmp_path: Path) -> None:
    columns = "".join(f'{name} = "{name}"\n' for name in EVERYTHING)
    mapping = f'[table]\nseparator = "|"\n[columns]\n{columns}'
    path = table(tmp_path, json.dumps([EVERYTHING]), mapping, "letters.json")
    taken = take_in(path, authority=KARSK / "authority.xml")
    assert taken.codes() == []
    document = read_in(taken, tmp_path / "out", KARSK / "authority.xml")["K-17-3"]
    (root,) = taken.documents.values()
    assert (document.title, document.kind, document.number, document.lang) == (
        *("A stove that smokes", "telegram", "417", "en"),
    )
    assert document.original_lang == "ru"
    assert document.abstract == ("About a stove.", "And a pipe.")
    assert document.date.when == "1938-02-14T18:05:00"
    sent, via, received, copies = document.envelope.actions
    assert [(one.type, one.subtype) for one in (sent, via, received, copies)] == [
        *(("sent", ""), ("transmitted", "via"), ("received", ""), ("forwarded", "copy")),
    ]
    assert [(name.text, name.key) for name in (*sent.names, *sent.places)] == [
        ("Pavel Vetrov", "vetrov"),
        ("Karsk", "karsk"),
    ]
    assert [name.key for name in (*received.names, *received.places)] == ["sabelnikov", "pashin", "leningrad"]
    assert received.dates[0].when == "1938-02-15"
    assert [(name.kind, name.key) for name in (*via.names, *copies.names)] == [
        (Kind.ORGANISATION, "radio-section"),
        (Kind.PERSON, "zhitkov"),
    ]
    assert [holding.key for holding in document.holdings] == ["akpi/12/3/49/3-4", "smm/3/10"]
    assert [(one.role, one.name.text) for one in document.responsible] == [
        *(("translator", "Ida Fairweather"), ("editor", "Tobias Renn"), ("contributed by", "Lena Holt")),
    ]
    assert (document.source, document.source_url) == ("Karsk database", "https://karsk.example/417")
    assert document.printed == ("Karsk Readings, vol. 2",)
    assert [one.text for one in root.iter("{*}term")] == ["stoves", "smoke"]
    assert root.findtext(".//{*}notesStmt/{*}note") == "Seen twice."
    assert root.findtext(".//{*}bibl[@type='capture']/{*}idno[@type='record']") == "K 17/3"
    assert "CC0 1.0" in "".join(root.find(".//{*}publicationStmt").itertext())  # type: ignore[union-attr] # it is there
    assert "authority/persons.xml" not in taken.files


LETTERS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Cn", "Co"], blacklist_characters="\u2028\u2029\ufffe\uffff"),
    min_size=1,
).filter(str.strip)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.lists(LETTERS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_a_text_is_kept_to_the_last_character(tmp_path: Path, paragraphs: list[list[str]]) -> None:
    """Spaces, tabs and lines inside a paragraph, whatever the letters; a blank line parts paragraphs."""
    text = "\n\n".join("\n".join(lines) for lines in paragraphs)
    path = table(
        tmp_path, json.dumps([{"From": "Vetrov", "Text": text}]), '[columns]\nfrom = "From"\ntext = "Text"', "a.json"
    )
    (root,) = take_in(path).documents.values()
    assert text_of(root) == text


def test_line_ends_of_every_kind_are_line_ends(tmp_path: Path) -> None:
    path = table(tmp_path, 'From,Text\nVetrov,"One.\r\nTwo.\r\n\r\nThree."\n')
    (root,) = take_in(path).documents.values()
    assert text_of(root) == "One.\nTwo.\n\nThree."


@pytest.mark.parametrize(
    ("parted", "paragraphs"),
    [("blank", ["One.\nTwo.", "Three."]), ("lines", ["One.", "Two.", "Three."]), ("one", ["One.\nTwo.\n\nThree."])],
)
def test_the_mapping_says_what_parts_paragraphs(tmp_path: Path, parted: str, paragraphs: list[str]) -> None:
    mapping = f'[columns]\nfrom = "From"\ntext = "Text"\n[text]\nparagraphs = "{parted}"'
    (root,) = take_in(table(tmp_path, 'From,Text\nVetrov,"One.\nTwo.\n\nThree."\n', mapping)).documents.values()
    assert text_of(root).split("\n\n") == "\n\n".join(paragraphs).split("\n\n")
    assert len(root.findall(".//{*}div[@type='message']/{*}p")) == len(paragraphs)


def test_what_xml_cannot_hold_becomes_a_sign_that_can_be_found(tmp_path: Path) -> None:
    path = table(tmp_path, json.dumps([{"from": "Vetrov", "text": "Ice\u0007 and\u0000 more."}]), name="a.json")
    taken = take_in(path)
    (root,) = taken.documents.values()
    assert text_of(root) == "Ice\ufffd and\ufffd more."
    assert taken.said("IMP147") == ["row 1: text: 2 characters that XML cannot hold became �"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Cable No. 417 of the station.\n\nWait.", True),
        ("Wait.\n\nSee 4170 and 417/2.", False),
        ("Wait " * 80 + "417", False),
    ],
)
def test_the_number_of_a_telegram_is_marked_in_its_text_or_put_before_it(
    tmp_path: Path, text: str, marked: bool
) -> None:
    path = table(
        tmp_path,
        json.dumps([{"from": "Vetrov", "number": "417", "text": text}]),
        '[columns]\nfrom="from"\nnumber="number"\ntext="text"',
        "a.json",
    )
    taken = take_in(path)
    (root,) = taken.documents.values()
    assert text_of(root) == text
    assert (root.find(".//{*}div[@type='preamble']") is None) is marked
    (document,) = read_in(taken, tmp_path / "out").values()
    assert document.number == "417"


def test_a_row_without_text_is_an_envelope_and_marked_as_one(tmp_path: Path) -> None:
    taken = take_in(table(tmp_path, "From,To,Date\nVetrov,Orlin,1938\n"))
    (root,) = taken.documents.values()
    assert [one.get("target") for one in root.iter("{*}catRef")] == ["#kind-letter", "#stub"]
    (document,) = read_in(taken, tmp_path / "out").values()
    assert document.body is False


def test_names_that_no_list_has_become_entries_of_the_import(tmp_path: Path) -> None:
    """One for each name, whichever way round it is written, and another for each kind."""
    data = (
        "From;To;Place;Text\nVetrov, Pavel;Karsk Institute;Karsk;a\nKarsk Institute;Pavel Vetrov;;b\n"
        "Vetrov, Head of Station;Ольга Орлина;;c\n"
    )
    taken = take_in(table(tmp_path, data))
    documents = read_in(taken, tmp_path / "out")
    senders = [document.senders[0] for document in documents.values()]
    assert {(name.kind, name.key) for name in senders} == {
        (Kind.PERSON, "pavel-vetrov"),
        (Kind.ORGANISATION, "karsk-institute"),
        (Kind.PERSON, "vetrov-head-of-station"),
    }
    assert sorted(taken.files) == [
        *("authority/organisations.xml", "authority/persons.xml", "authority/places.xml", "mapping.toml"),
    ]
    persons = taken.files["authority/persons.xml"].decode()
    assert "<forename>Pavel</forename> <surname>Vetrov</surname>" in persons
    assert '<persName type="variant">Pavel Vetrov</persName>' in persons
    assert 'xml:id="olga-orlina"' in persons


@pytest.mark.parametrize(
    "written", ["unknown", "[unknown]", "?", "неизвестен", "без подписи", "unbekannt", "N/A", "不详", "–"]
)
def test_nobody_is_no_entry(tmp_path: Path, written: str) -> None:
    taken = take_in(table(tmp_path, f"From,To,Text\n{written},Orlin,a\n"))
    assert taken.files["authority/persons.xml"].count(b"<person ") == 1
    (document,) = read_in(taken, tmp_path / "out").values()
    assert document.senders == ()


def test_identifiers_tell_people_of_one_name_apart_and_join_those_of_two(tmp_path: Path) -> None:
    """Addresses of authority files, their short forms, ids of the edition's lists."""
    data = (
        "From,from_id,To,to_id,Text\n"
        "P. Vetrov,https://d-nb.info/gnd/1001,Pavel Vetrov,gnd:1002,a\n"
        "Vetrov,http://d-nb.info/gnd/1001,Q42,wikidata:Q42,b\n"
        "The Head,vetrov,Orlin,https://karsk.example/orlin,c\n"
    )
    mapping = '[columns]\nfrom="From"\nfrom_id="from_id"\nto="To"\nto_id="to_id"\ntext="Text"'
    taken = take_in(table(tmp_path, data, mapping), authority=KARSK / "authority.xml")
    sent = [root.find(".//{*}correspAction[@type='sent']/{*}persName") for root in taken.documents.values()]
    assert [one.get("ref") for one in sent if one is not None] == ["#p-vetrov", "#p-vetrov", "#vetrov"]
    persons = taken.files["authority/persons.xml"].decode()
    assert persons.count('<idno type="gnd">1001</idno>') == 1
    assert '<persName type="variant">Vetrov</persName>' in persons
    assert '<idno type="wikidata">Q42</idno>' in persons
    assert '<idno type="url">https://karsk.example/orlin</idno>' in persons


def test_identifiers_are_those_of_the_lists_as_well(tmp_path: Path) -> None:
    """An address leads to the entry that has it, whatever the name; an unknown one goes to the entry of its name."""
    lists = tmp_path / "lists.xml"
    person = '<person xml:id="vetrov"><persName>Pavel Vetrov</persName><idno type="viaf">77</idno></person>'
    lists.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{person}</listPerson></standOff></TEI>',
        encoding="utf-8",
    )
    mapping = '[columns]\nfrom="From"\nfrom_id="Id"\nto="To"\nto_id="To id"\ntext="Text"'
    data = "From,Id,To,To id,Text\nThe Head,https://viaf.org/viaf/77/,#vetrov,,a\nOrlin,viaf:5,vetrov,,b\nOrlin,viaf:6,Orlin,,c\n"
    taken = take_in(table(tmp_path, data, mapping), authority=lists)
    pairs = [
        [name.get("ref") for name in root.findall(".//{*}correspAction/{*}persName")]
        for root in taken.documents.values()
    ]
    assert pairs == [["#vetrov", "#vetrov"], ["#orlin", "#vetrov"], ["#orlin-2", "#orlin"]]


def test_lists_of_other_imports_of_the_edition_are_asked(tmp_path: Path) -> None:
    """Who wrote there is the same here; the import that is made anew is not asked."""
    from edition.config import Config

    for name in ("first", "second"):
        folder = tmp_path / "import" / name
        files = take_in(table(tmp_path, f"From,Text\n{name.title()} Vetrov,a\n", name=f"{name}.csv")).files
        (folder / "authority").mkdir(parents=True)
        (folder / "authority" / "persons.xml").write_bytes(files["authority/persons.xml"])
        (folder / ".tei-import").write_text("{}", encoding="utf-8")
    config = Config(path=tmp_path / "edition.toml", imports=tmp_path / "import", builtin_authority=False)
    path = table(tmp_path, "From,To,Text\nFirst Vetrov,Second Vetrov,a\n", name="second.csv")
    persons = take_in(path, config=config).files["authority/persons.xml"]
    assert (b"First" in persons, b"Second" in persons) == (False, True)


def test_a_surname_alone_and_a_fuller_name_are_two_entries_and_told(tmp_path: Path) -> None:
    taken = take_in(table(tmp_path, "From,To,Text\nVetrov,K. Orlin,a\nPavel Vetrov,Orlin,b\nVetrova,O. Vetrov,c\n"))
    assert taken.said("IMP152") == ["“Vetrov” may be “Pavel Vetrov” or “O. Vetrov”", "“Orlin” may be “K. Orlin”"]
    assert taken.files["authority/persons.xml"].count(b"<person ") == 6


def test_a_name_that_may_be_several_entries_leads_to_none(tmp_path: Path) -> None:
    lists = tmp_path / "lists.xml"
    people = "".join(
        f'<person xml:id="{name.lower()}"><persName><forename>{name}</forename> <surname>Vetrov</surname>'
        "</persName></person>"
        for name in ("Ivan", "Oleg")
    )
    lists.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{people}</listPerson></standOff></TEI>',
        encoding="utf-8",
    )
    taken = take_in(table(tmp_path, "From,To,Text\nVetrov,Ivan Vetrov,a\n"), authority=lists)
    (root,) = taken.documents.values()
    assert [one.get("ref") for one in root.findall(".//{*}correspAction/{*}persName")] == [None, "#ivan"]
    (said,) = taken.said("IMP148")
    assert said == "row 2: from: 'Vetrov' may be ivan (Ivan Vetrov), oleg (Oleg Vetrov)"


def test_a_cover_name_leads_to_who_bore_it(tmp_path: Path) -> None:
    taken = take_in(
        table(tmp_path, "From,To,Date,Text\nGAGARA,KOMPAS,1938-03-04,a\n"), authority=KARSK / "authority.xml"
    )
    (root,) = taken.documents.values()
    assert [(one.get("type"), one.get("ref")) for one in root.findall(".//{*}correspAction/{*}persName")] == [
        ("pseudonym", "#ostapova"),
        ("pseudonym", "#pashin"),
    ]


def test_a_reference_is_made_of_its_parts(tmp_path: Path) -> None:
    data = (
        "From;Архив;Фонд;Опись;Дело;Листы;Text\n"
        "Vetrov;РГАСПИ;558;11;330;95-96об.;a\n"
        "Vetrov;AKPI;12;3;47;see the map;b\n"
        "Vetrov;Nobody’s Attic;;;;;c\n"
    )
    taken = take_in(table(tmp_path, data), authority=KARSK / "authority.xml")
    documents = read_in(taken, tmp_path / "out", KARSK / "authority.xml")
    held = {document.excerpt: document.holdings for document in documents.values()}
    assert held["a"][0].key == "rgaspi/558/11/330/95-96v"
    assert held["b"][0].repository == "AKPI"
    assert ("item", "see the map") in held["b"][0].parts
    assert held["c"][0].name == "Nobody’s Attic"
    assert taken.said("IMP145") == ["row 3: leaves: 'see the map' cannot be read as leaves"]


def test_a_reference_without_its_archive_has_that_of_the_column(tmp_path: Path) -> None:
    """What cannot be read is kept in its words."""
    data = (
        "From,Archive,Reference,Text\n"
        'Vetrov,AKPI,"f. 12, op. 3, d. 47, l. 5",a\n'
        "Vetrov,AKPI,third shelf,b\n"
        "Vetrov,,third shelf,c\n"
    )
    taken = take_in(table(tmp_path, data), authority=KARSK / "authority.xml")
    documents = read_in(taken, tmp_path / "out", KARSK / "authority.xml")
    held = {document.excerpt: document.holdings for document in documents.values()}
    assert held["a"][0].key == "akpi/12/3/47/5"
    assert (held["b"][0].name, held["b"][0].parts[0][1]) == ("Archive of the Karsk Polar Institute", "third shelf")
    assert held["c"][0].parts[0][1] == "third shelf"
    assert taken.said("IMP145") == [
        "row 3: reference: 'third shelf' cannot be read as an archival reference",
        "row 4: reference: 'third shelf' cannot be read as an archival reference",
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        *(("Telegram", "telegram"), ("Шифртелеграмма", "telegram"), ("письмо", "letter"), ("Brief", "letter")),
        *(("Note verbale", "note"), ("выписка", "extract"), ("电报", "telegram"), ("Lettre (copie)", "letter")),
        *(("postcard", "postcard"), ("letter or telegram", "letter-or-telegram")),
    ],
)
def test_kinds_are_known_by_their_words_and_others_are_kept(tmp_path: Path, written: str, kind: str) -> None:
    taken = take_in(table(tmp_path, f"From,Type,Text\nVetrov,{written},a\n"))
    (document,) = read_in(taken, tmp_path / "out").values()
    assert document.kind == kind


def test_a_mapping_says_what_is_meant_by_what_is_written(tmp_path: Path) -> None:
    """Whatever its case and spaces; a value that means nothing is left out, and a constant holds in its place."""
    mapping = (
        '[columns]\nfrom = "From"\nkind = "Sort"\nto = { column = "To", separator = "/", values = { "all" = "" } }\n'
        'text = "Text"\n[constants]\nlanguage = "ru"\nto_place = "Karsk"\n[values.kind]\n"Ш  Т" = "telegram"\n'
    )
    path = table(tmp_path, "From,Sort,To,Text\nVetrov,ш т,all/Orlin/,a\nVetrov,letter,,b\n", mapping)
    documents = list(read_in(take_in(path), tmp_path / "out").values())
    by_text = {document.excerpt: document for document in documents}
    assert [(by_text[one].kind, by_text[one].lang) for one in "ab"] == [("telegram", "ru"), ("letter", "ru")]
    assert [name.text for name in by_text["a"].recipients] == ["Orlin"]
    assert [place.text for action in by_text["b"].envelope.of("received") for place in action.places] == ["Karsk"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ru", "ru"),
        ("Russian", "ru"),
        ("рус.", "ru"),
        ("rus", "ru"),
        ("Deutsch", "de"),
        ("zh-Hant", "zh-Hant"),
        ("中文", "zh"),
    ],
)
def test_languages_are_known_by_code_and_name(tmp_path: Path, written: str, code: str) -> None:
    (root,) = take_in(table(tmp_path, f"From,Language,Text\nVetrov,{written},a\n")).documents.values()
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == code


def test_a_language_that_nobody_knows_is_told_and_the_text_asked(tmp_path: Path) -> None:
    taken = take_in(table(tmp_path, "From,Language,Text\nVetrov,Karskish,Ждите весны.\nVetrov,,Wait.\n"), lang="fr")
    langs = [root.get("{http://www.w3.org/XML/1998/namespace}lang") for root in taken.documents.values()]
    assert langs == ["ru", "fr"]
    assert taken.said("IMP145") == ["row 2: language: 'Karskish' is no language that is known here"]


def test_bounds_in_columns_of_their_own_complete_a_date(tmp_path: Path) -> None:
    mapping = '[columns]\nfrom="From"\ndate="Date"\nnot_before="First"\nnot_after="Last"\ntext="Text"'
    data = (
        "From,Date,First,Last,Text\n"
        "A. Vetrov,spring,1938-03-01,1938-05-31,a\n"
        "A. Vetrov,,1938,1938,b\n"
        "A. Vetrov,1938-04-01,1938-03,1938-05,c\n"
        "A. Vetrov,n.d.,,,d\n"
    )
    documents = read_in(take_in(table(tmp_path, data, mapping)), tmp_path / "out")
    dates = {document.excerpt: document.date for document in documents.values()}
    assert (dates["a"].text, dates["a"].not_before, dates["a"].not_after) == ("spring", "1938-03-01", "1938-05-31")
    assert (dates["b"].when, dates["c"].when, dates["d"].text) == ("1938", "1938-04-01", "n.d.")


def test_doubts_are_told_with_their_rows_and_not_ten_thousand_times(tmp_path: Path) -> None:
    rows = "".join(f"Vetrov,Orlin,the year {number} of the ice,a\n" for number in range(30))
    taken = take_in(table(tmp_path, f"From,To,Date,Text\n{rows}", PLAIN))
    said = taken.said("IMP144")
    assert len(said) == 21
    assert said[0] == "row 2: date: the year 0 of the ice cannot be read as a date with its year"
    assert said[-1] == "date: the same in 10 more rows"


def test_ids_are_those_of_the_table_else_of_date_and_parties(tmp_path: Path) -> None:
    """Several of one day have suffixes, and what the edition has is left alone; a prefix goes before all."""
    mapping = f'{PLAIN}id = "Id"\n'
    data = (
        "Id,From,To,Date,Text\n"
        ",Vetrov,Orlin,1938-03-05,a\n"
        ",Vetrov,Orlin,1938-03-05,b\n"
        "17,Orlin,Vetrov,,c\n"
        "Письмо 4,Orlin,Vetrov,,d\n"
        "https://karsk.example/letters/L-9/,Orlin,Vetrov,,e\n"
    )
    path = table(tmp_path, data, mapping)
    assert list(take_in(path).documents) == [
        *("t1938-03-05-vetrov-orlin", "t1938-03-05-vetrov-orlin-b", "letters-17", "pismo-4", "L-9"),
    ]
    taken = frozenset(["k-t1938-03-05-vetrov-orlin"])
    assert b'xml:id="k-vetrov"' in take_in(path, prefix="k-").files["authority/persons.xml"]
    assert list(take_in(path, prefix="k-", taken=taken).documents) == [
        *("k-t1938-03-05-vetrov-orlin-b", "k-t1938-03-05-vetrov-orlin-c", "k-17", "k-pismo-4", "k-L-9"),
    ]


def test_the_same_row_twice_is_one_document_and_a_row_that_says_nothing_none(tmp_path: Path) -> None:
    data = "From,To,Date,Text,Notes\nVetrov,Orlin,1938,a,x\nVetrov,Orlin,1938,a,x\n,,,,Letters of the year 1939\n"
    taken = take_in(table(tmp_path, data))
    assert len(taken.documents) == 1
    assert taken.said("IMP104") == ["row 3 says the same as a row before it; it was taken once"]
    assert taken.said("IMP101") == ["row 4 says neither who wrote nor when nor what"]


def test_texts_may_lie_in_files_beside_the_table(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_bytes(
        "Ждите весны, парохода и угля.\n\nПока закройте дверь.".encode("windows-1251")
    )
    (tmp_path / "two.html").write_text("<html><body><p>Wait.</p><p>Wait longer.</p></body></html>", encoding="utf-8")
    mapping = '[columns]\nfrom = "From"\ntext_file = "File"\n'
    taken = take_in(table(tmp_path, "From,File\nVetrov,texts\\one.txt\nVetrov,two.html\n", mapping))
    assert [text_of(root) for root in taken.documents.values()] == [
        "Ждите весны, парохода и угля.\n\nПока закройте дверь.",
        "Wait.\n\nWait longer.",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../secret.txt", "outside of the folder"),
        ("/etc/passwd", "outside of the folder"),
        ("C:\\secret.txt", "outside of the folder"),
        ("link.txt", "outside of the folder"),
        ("none.txt", "no file none.txt beside the table"),
        (".", "no file . beside the table"),
        ("empty.txt", "the file is empty"),
        ("a\0b.txt", "null character"),
    ],
)
def test_a_file_that_is_not_there_or_outside_stops_its_row_alone(tmp_path: Path, name: str, said: str) -> None:
    """The others are taken in."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "good.txt").write_text("Wait.", encoding="utf-8")
    rows = json.dumps([{"from": "Vetrov", "file": name}, {"from": "Orlin", "file": "good.txt"}])
    taken = take_in(table(folder, rows, '[columns]\nfrom = "from"\ntext_file = "file"', "a.json"))
    assert [text_of(root) for root in taken.documents.values()] == ["Wait."]
    (found,) = taken.said("IMP102")
    assert said in found


RECOGNISED = f"{PLAIN}[text]\nrecognise = true\n"
LETTER = "To Sabelnikov\n\n1. The supply ship has not come.\n\n2. Coal will last until 1 February.\n\nVETROV"


def test_a_text_may_be_recognised_and_what_the_columns_say_goes_before(tmp_path: Path) -> None:
    """Points, signature and dates are found in the text; parties, dates and reference are those of the row."""
    row = {"From": "Pavel Vetrov", "To": "Konstantin Sabelnikov", "Date": "1938-01-02", "Via": "Radio Section"}
    row |= {"Copies": "Anton Pashin", "Archive": "AKPI", "Fond": "12", "Translator": "Ida Fairweather", "Text": LETTER}
    columns = "".join(f'{name.lower()} = "{name}"\n' for name in row)
    mapping = f"[columns]\n{columns}[text]\nrecognise = true\n"
    taken = take_in(table(tmp_path, json.dumps([row]), mapping, "a.json"), authority=KARSK / "authority.xml")
    (root,) = taken.documents.values()
    assert taken.codes() == []
    assert [one.get("n") for one in root.findall(".//{*}div[@type='message']/{*}p")] == ["1", "2"]
    assert root.findtext(".//{*}signed/{*}persName") == "VETROV"
    assert [one.get("when") for one in root.findall(".//{*}body//{*}date")] == ["1938-02-01"]
    actions = [(one.get("type"), one[0].get("ref"), one[0].get("resp")) for one in root.iter("{*}correspAction")]
    assert actions == [
        ("sent", "#vetrov", "#editor"),
        ("transmitted", "#radio-section", "#editor"),
        ("received", "#sabelnikov", "#editor"),
        ("forwarded", "#pashin", "#editor"),
    ]
    assert root.findtext(".//{*}idno[@type='fond']") == "12"
    assert root.findtext(".//{*}editor[@role='translator']/{*}persName") == "Ida Fairweather"


def test_a_text_of_which_something_would_be_lost_is_taken_as_it_is(tmp_path: Path) -> None:
    """The recogniser leaves out what stands round a telegram on a page; a cell is no page."""
    text = f"Skip to content\n\nHome | About\n\n{LETTER}\n\nShare this page on Facebook\n\n© 2014 Archive"
    data = json.dumps([{"From": "Vetrov", "To": "Sabelnikov", "Date": "1938", "Text": text}])
    taken = take_in(table(tmp_path, data, RECOGNISED, "a.json"))
    (root,) = taken.documents.values()
    assert text_of(root) == text
    (said,) = taken.said("IMP151")
    assert "would be left out" in said


def test_what_is_doubtful_in_a_recognised_text_is_told_with_its_row(tmp_path: Path) -> None:
    data = json.dumps([{"From": "Vetrov", "Date": "1937-08", "Text": "To Sabelnikov\n\n1. One [two.\n\nVETROV"}])
    taken = take_in(table(tmp_path, data, RECOGNISED, "a.json"))
    assert taken.said("REC201") == ["row 1: a bracket is opened and never closed"]


def test_bounds_of_a_date_are_those_of_the_row_in_a_recognised_text(tmp_path: Path) -> None:
    data = json.dumps([{"From": "Vetrov", "To": "Sabelnikov", "Date": "1938-03-05/1938-03-07", "Text": LETTER}])
    (root,) = take_in(table(tmp_path, data, RECOGNISED, "a.json")).documents.values()
    date = root.find(".//{*}correspAction[@type='sent']/{*}date")
    assert date is not None
    assert (date.get("notBefore"), date.get("notAfter")) == ("1938-03-05", "1938-03-07")


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    path = table(tmp_path, "From,To,Date,Text\nVetrov,Orlin,1938,a\nOrlin,Vetrov,1939,b\n")
    assert [repr(one) for one in take(Order(path))] == [repr(one) for one in take(Order(path))]


def test_the_edition_says_who_publishes(tmp_path: Path) -> None:
    from edition.config import Config

    path = table(tmp_path, "From,Text,Licence\nVetrov,a,\nOrlin,b,https://karsk.example/licence\n")
    config = Config(publisher="The Karsk editors", licence="CC0", licence_url="https://karsk.example/zero")
    taken = take_in(path, config=config)
    licences = [one.find(".//{*}licence") for one in taken.documents.values()]
    assert [one.get("target") for one in licences if one is not None] == [
        "https://karsk.example/zero",
        "https://karsk.example/licence",
    ]


def test_a_package_with_one_table_is_read_as_that_table(tmp_path: Path) -> None:
    table(tmp_path / "data", "From\tText\nVetrov\tWait.\n", name="letters.tsv")
    package = {"resources": [{"name": "letters", "path": "data/letters.tsv"}, {"name": "logo", "path": "logo.png"}]}
    taken = take_in(table(tmp_path, json.dumps(package), name="datapackage.json"))
    assert [text_of(root) for root in taken.documents.values()] == ["Wait."]


def test_records_that_are_called_resources_are_no_package(tmp_path: Path) -> None:
    taken = take_in(table(tmp_path, json.dumps({"resources": [{"from": "Vetrov", "text": "Wait."}]}), name="a.json"))
    assert [text_of(root) for root in taken.documents.values()] == ["Wait."]


@pytest.mark.parametrize(
    ("package", "said"),
    [
        ({"resources": [{"path": "../out.csv"}]}, "outside of the folder"),
        ({"resources": [{"path": "a.csv"}, {"path": "b.csv"}]}, "its tables are a, b"),
        ({"resources": 3}, "no description of a data package"),
    ],
)
def test_a_package_that_cannot_be_read_is_refused_in_words(tmp_path: Path, package: object, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        take_in(table(tmp_path, json.dumps(package), name="datapackage.json"))
