"""`tei import` of lists of letters (CMIF): stubs that are valid, marked, and joined with the entries of the edition."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.corpus import load_corpus
from edition.corpus.model import Kind
from edition.intake.cmif import suits
from edition.intake.cmif.joining import natural
from edition.intake.identifying import identifier_of, settled
from tei.names import TEI_NS, XML_ID
from tei.text import text_of

Call = Callable[..., Any]
GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei" / "three-on-a-page"
EXAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "reference" / "cmif" / "examples"
GND = "http://d-nb.info/gnd/"
LETTER = (
    '<correspDesc {attributes}><correspAction type="sent">{sender}<date {date}/></correspAction>'
    '<correspAction type="received">{recipient}</correspAction>{more}</correspDesc>'
)
SOURCES = (
    '<bibl type="online" xml:id="s1">Orlin Online <ref target="https://orlin.example">here</ref></bibl>'
    '<bibl type="print" xml:id="s2">Orlin, Letters, 1951</bibl>'
)


def person(name: str, address: str = "", more: str = "") -> str:
    ref = f' ref="{address}"' if address else ""
    return f"<persName{ref}{more}>{name}</persName>"


def entry(
    attributes: str = 'ref="https://orlin.example/l/12" source="#s1"',
    sender: str = "",
    recipient: str = "",
    date: str = 'when="1938-01-02"',
    more: str = "",
) -> str:
    """A letter of the list: from Orlin to Lind unless told otherwise."""
    sender = sender or person("Orlin, Pavel", f"{GND}118000001")
    recipient = recipient or person("Lind, Vera", "https://viaf.org/viaf/200/")
    return LETTER.format(attributes=attributes, sender=sender, recipient=recipient, date=date, more=more)


def listing(*letters: str, text: str = "<text><body><p/></body></text>", about: str = "") -> str:
    """An invented list of letters."""
    about = about or (
        '<publisher><ref target="https://orlin.example">Orlin Online</ref></publisher>'
        '<idno type="url">https://orlin.example/cmif.xml</idno><date when="2026-02-03T10:00:00"/>'
        '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>'
    )
    return (
        f'<TEI xmlns="{TEI_NS}"><teiHeader><fileDesc><titleStmt><title>Letters of Orlin</title>'
        f"<editor>Greta Holm <email>holm@orlin.example</email></editor></titleStmt><publicationStmt>{about}"
        f"</publicationStmt><sourceDesc>{SOURCES}</sourceDesc></fileDesc><profileDesc>{''.join(letters)}</profileDesc>"
        f"</teiHeader>{text}</TEI>"
    )


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition without documents, and this folder in it."""
    folder = tmp_path / "edition"
    (folder / "authority").mkdir(parents=True)
    (folder / "edition.toml").write_text(
        '[edition]\ntitle = "Karsk"\n[authority]\nfiles = ["authority"]\n[site]\nurl = "https://karsk.example/"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def taken(edition: Path, tei: Call) -> Callable[..., Any]:
    """Import a list called `orlin`; gives the run and its documents by their names."""

    def run(*letters: str, code: int = 0, **how: str) -> tuple[Any, dict[str, etree._Element]]:
        (edition.parent / "orlin.xml").write_text(listing(*letters, **how), encoding="utf-8")
        ran = tei("import", edition.parent / "orlin.xml", "--format", "json")
        assert ran.code == code, ran.stdout
        made = sorted((edition / "import" / "orlin" / "tei").glob("*.xml"))
        return ran, {path.stem: etree.parse(path).getroot() for path in made}

    return run


def listed(edition: Path, *entries: str, kind: str = "Person") -> None:
    """Give the edition an authority list."""
    (edition / "authority" / f"{kind}.xml").write_text(
        f'<TEI xmlns="{TEI_NS}"><teiHeader/><standOff><list{kind}>{"".join(entries)}</list{kind}></standOff></TEI>',
        encoding="utf-8",
    )


def words(root: etree._Element, path: str) -> str:
    found = root.xpath(f"string({path})", namespaces={"t": TEI_NS})
    return " ".join(str(found).split())


def test_a_letter_of_a_list_becomes_an_envelope_that_says_so(taken: Call) -> None:
    """With the address of the letter, whom the list is by, and under which licence."""
    _, made = taken(entry())
    root = made["orlin-12"]
    assert words(root, "//t:title[@type='main']") == "Letter, Pavel Orlin to Vera Lind, 2 January 1938"
    assert words(root, "//t:correspDesc/@ref") == "https://orlin.example/l/12"
    assert words(root, "//t:catRef[@scheme='#document-states']/@target") == "#stub"
    assert words(root, "//t:text/@type") == "letter"
    assert words(root, "//t:body//t:ptr/@target") == "https://orlin.example/l/12"
    assert words(root, "//t:publicationStmt/t:publisher") == "Orlin Online"
    assert words(root, "//t:licence/@target") == "https://creativecommons.org/licenses/by/4.0/"
    assert words(root, "//t:editor") == "Greta Holm"
    assert words(root, "//t:change/@when") == "2026-02-03"


def test_persons_and_places_become_lists_with_their_identifiers(taken: Call, edition: Path) -> None:
    """Each once, with the forms that the list gives them."""
    place = '<placeName ref="https://sws.geonames.org/77/">Karsk</placeName>'
    taken(
        entry(sender=person("Orlin, Pavel", f"{GND}118000001") + place),
        entry('key="7"', sender=person("P. Orlin", "https://www.d-nb.info/gnd/118000001 http://viaf.org/viaf/9")),
        entry('key="8"', sender=person("P. O.", "https://viaf.org/viaf/9")),
    )
    root = etree.parse(edition / "import" / "orlin" / "authority" / "orlin.xml").getroot()
    orlin = next(one for one in root.iter(f"{{{TEI_NS}}}person") if one.get(XML_ID) == "gnd-118000001")
    assert [(one.get("type"), one.text) for one in orlin] == [
        ("preferred", "Pavel Orlin"),
        ("variant", "P. Orlin"),
        ("variant", "P. O."),
        ("gnd", "118000001"),
        ("viaf", "9"),
    ]
    assert words(root, "//t:place[@xml:id='geonames-77']/t:idno") == "77"


def test_stubs_are_valid_and_clean(taken: Call, tei: Call) -> None:
    taken(entry(), entry('key="631" source="#s2"'), entry('key="632"', date='from="1938-01-02" to="1938-02-01"'))
    ran = tei("validate", "import/orlin/tei", "--fail-on", "info")
    assert ran.code == 0, ran.stdout


def test_a_letter_of_a_book_is_found_by_its_number(taken: Call) -> None:
    _, made = taken(entry('key="631" source="#s2"'))
    bibl = "//t:bibl[@type='printed']"
    assert words(made["orlin-631"], bibl) == "Orlin, Letters, 1951 no. 631"
    assert words(made["orlin-631"], f"{bibl}/@xml:id") == "published"
    assert words(made["orlin-631"], "//t:body//t:ptr/@target") == "#published"


def test_a_letter_without_address_and_number_is_counted(taken: Call) -> None:
    _, made = taken(entry(""), entry('source="#s1"', date='when="1938"'))
    assert list(made) == ["orlin-1", "orlin-2"]
    assert words(made["orlin-2"], "//t:title[@type='main']").endswith(", 1938")


@pytest.mark.parametrize(
    ("letter", "title"),
    [
        (entry(date='notBefore="1938" notAfter="1939"'), "Letter, Pavel Orlin to Vera Lind, undated"),
        (entry(date='when="0050-01-01"'), "Letter, Pavel Orlin to Vera Lind, 1 January 50"),
        (entry(date='when="-0050-01-01"'), "Letter, Pavel Orlin to Vera Lind, -0050-01-01"),
        (entry(sender="<note>x</note>"), "Letter, to Vera Lind, 2 January 1938"),
        (entry(recipient="<note>x</note>"), "Letter, from Pavel Orlin, 2 January 1938"),
        (entry(sender=" ", recipient=" "), "Letter, 2 January 1938"),
        (entry(sender="<orgName>Polar, Ltd.</orgName>"), "Letter, Polar, Ltd. to Vera Lind, 2 January 1938"),
    ],
)
def test_a_title_says_what_the_envelope_tells(letter: str, title: str, taken: Call) -> None:
    _, made = taken(letter)
    assert words(made["orlin-12"], "//t:title[@type='main']") == title


def test_an_envelope_without_a_sender_says_so(taken: Call) -> None:
    """The schema wants to know who sent it; nothing is invented."""
    bare = '<correspDesc ref="https://x.example/a?b=1"><correspAction type="received"/><note>Lost</note></correspDesc>'
    _, made = taken(bare)
    (root,) = made.values()
    assert words(root, "//t:correspAction[@type='sent']") == "The list does not say who sent it, nor when."
    assert words(root, "//t:correspDesc/t:note") == "Lost"


def test_nobody_is_identified_with_the_unknown(taken: Call) -> None:
    """CMIF has an address for those whose name is not known."""
    _, made = taken(entry(sender=person("N. N.", "http://correspsearch.net/unknown")))
    assert words(made["orlin-12"], "//t:correspAction[@type='sent']/t:persName/@ref") == ""


@pytest.mark.parametrize("name", ["Unbekannt", "unknown", "N. N."])
def test_nobody_is_called_unknown(name: str, taken: Call) -> None:
    """Or all whose names are not known would be one person with many letters."""
    _, made = taken(entry(sender=person(name)))
    assert words(made["orlin-12"], "//t:correspAction[@type='sent']/t:note") == name
    assert words(made["orlin-12"], "//t:author") == ""


CMIF_2 = (
    '<note><ref type="cmif:mentionsPerson" target="http://d-nb.info/gnd/5">Qvist, Agnes</ref>'
    '<ref type="https://lod.academy/cmif/vocab/terms#mentionsPerson" target="#x">Renn</ref>'
    '<ref type="cmif:mentionsPlace" target="http://www.geonames.org/7">Karsk</ref>'
    '<ref type="cmif:hasLanguage" target="ru"/><ref type="cmif:hasLanguage" target="no language"/>'
    '<ref type="cmif:isPublishedWith" target="cmif:Transcription"/></note><note>Torn</note>'
)


def test_whom_a_letter_mentions_is_told(taken: Call, tei: Call) -> None:
    """CMIF 2 says in notes what letters speak of, and in which language."""
    _, made = taken(entry(more=CMIF_2))
    root = made["orlin-12"]
    notes = [" ".join(text_of(one).split()) for one in root.iterfind(f".//{{{TEI_NS}}}correspDesc/{{{TEI_NS}}}note")]
    assert notes == ["Torn", "Persons mentioned: Qvist, Agnes; Renn", "Places mentioned: Karsk"]
    assert words(root, "//t:correspDesc/t:note/t:persName/@ref") == "#gnd-5"
    assert words(root, "//t:person[@xml:id='gnd-5']/t:persName") == "Agnes Qvist"
    assert [one.get("ident") for one in root.iter(f"{{{TEI_NS}}}language")] == ["en", "ru"]
    assert tei("validate", "import/orlin/tei", "--fail-on", "warning").code == 0


def test_certainty_stays_where_the_schema_knows_it(taken: Call) -> None:
    sender = person("Orlin", f"{GND}1", ' cert="low"') + person("Qvist", f"{GND}2", ' cert="perhaps"')
    _, made = taken(entry(sender=sender, date='when="1938-01-02" cert="high" evidence="guess"'))
    root = made["orlin-12"]
    assert [one.get("cert") for one in root.iter(f"{{{TEI_NS}}}persName")][2:4] == ["low", None]
    assert words(root, "//t:date/@cert | //t:correspAction/t:date/@cert") == "high"


def test_letters_before_and_after_lead_to_each_other(taken: Call) -> None:
    """By their addresses, where the list holds them."""
    context = '<correspContext><ref type="next" target="https://orlin.example/l/{}">x</ref></correspContext>'
    _, made = taken(entry(more=context.format(13)), entry('ref="https://orlin.example/l/13"', more=context.format(14)))
    assert words(made["orlin-12"], "//t:correspContext/t:ref/@target") == "orlin-13.xml"
    assert words(made["orlin-13"], "//t:correspContext/t:ref/@target") == "https://orlin.example/l/14"


def test_a_list_that_says_little_of_itself_is_taken_all_the_same(taken: Call) -> None:
    _, made = taken(entry('key="1"'), about="<p>Nothing</p>")
    assert words(made["orlin-1"], "//t:publicationStmt/t:publisher") == "Letters of Orlin"


# -- with an edition


def test_persons_of_the_edition_are_joined_by_their_identifiers(taken: Call, edition: Path) -> None:
    """However an identifier is written; then the stub carries an excerpt of the edition's entry."""
    listed(edition, '<person xml:id="orlin"><persName>P. Orlin</persName><idno type="GND">118000001</idno></person>')
    ran, made = taken(entry())
    assert words(made["orlin-12"], "//t:correspAction/t:persName/@ref") == "#orlin"
    assert words(made["orlin-12"], "//t:person[@xml:id='orlin']/t:persName") == "P. Orlin"
    assert (ran.findings, "gnd-118000001" in str(etree.tostring(made["orlin-12"]))) == ([], False)


def test_a_full_name_joins_where_nothing_says_otherwise(taken: Call, edition: Path) -> None:
    """With medium certainty, and a note; no surname alone, no name of two, none with another identifier."""
    listed(
        edition,
        '<person xml:id="orlin"><persName>Pavel Orlin</persName></person>',
        '<person xml:id="lind"><persName>Lind</persName></person>',
        '<person xml:id="a"><persName>Ivan Qvist</persName></person>',
        '<person xml:id="b"><persName>Ivan Qvist</persName></person>',
        '<person xml:id="c"><persName>Olga Renn</persName><idno type="gnd">5</idno></person>',
    )
    ran, made = taken(
        entry(recipient=person("Lind")),
        entry('key="2"', sender=person("Qvist, Ivan"), recipient=person("Renn, Olga", f"{GND}6")),
    )
    sent = "//t:correspAction[@type='sent']/t:persName"
    assert words(made["orlin-12"], f"{sent}/@ref") == "#orlin"
    assert words(made["orlin-12"], f"{sent}/@cert") == "medium"
    assert words(made["orlin-12"], "//t:correspAction[@type='received']/t:persName/@ref") == ""
    assert (words(made["orlin-2"], f"{sent}/@ref"), ran.findings) == ("", ["IMP125"])
    assert words(made["orlin-2"], "//t:correspAction[@type='received']/t:persName/@ref") == "#gnd-6"


def test_a_new_entry_takes_no_id_of_the_edition(taken: Call, edition: Path) -> None:
    listed(edition, '<place xml:id="gnd-118000001"><placeName>Karsk</placeName></place>', kind="Place")
    _, made = taken(entry())
    assert words(made["orlin-12"], "//t:correspAction/t:persName/@ref") == "#gnd-118000001-person"


def test_an_identifier_of_no_authority_file_makes_an_id_as_well(taken: Call) -> None:
    _, made = taken(entry(sender=person("Orlin", "https://9.example/p/1")))
    assert words(made["orlin-12"], "//t:correspAction/t:persName/@ref") == "#id-9.example-p-1"


def test_letters_that_the_edition_has_are_not_imported_once_more(taken: Call, edition: Path) -> None:
    """By their address on its site, or by day, sender and recipient; a second letter of one day is another."""
    shutil.copytree(GOLDEN, edition / "tei")
    corpus = load_corpus([edition / "tei"])[0]
    known = next(one for one in corpus.documents if one.senders and one.recipients and len(one.date.when) >= 10)
    names = [corpus.entries[Kind.PERSON, one[0].key].name for one in (known.senders, known.recipients)]
    same = entry('key="1"', person(names[0]), person(names[1]), f'when="{known.date.when[:10]}"')
    ours = entry(f'ref="https://karsk.example/telegrams/{known.id}.html"')
    ran, made = taken(ours, same, same.replace('key="1"', 'key="2"'), same.replace(known.date.when[:10], "1901-01-01"))
    assert (sorted(made), ran.findings) == (["orlin-1", "orlin-2"], ["IMP101", "IMP101", "IMP125"])


def test_letters_and_the_list_of_them_may_come_at_once(edition: Path, tei: Call) -> None:
    """Letters first, whatever the files are called; of those the list tells nothing new."""
    folder = edition.parent / "all"
    folder.mkdir()
    (folder / "a-list.xml").write_text(listing(entry(), entry('ref="https://orlin.example/l/13"')), encoding="utf-8")
    letter = listing(entry(""), text="<text><body><p>Words</p></body></text>").replace("<TEI ", '<TEI xml:id="12" ')
    (folder / "letter.xml").write_text(letter, encoding="utf-8")
    ran = tei("import", folder, "--format", "json")
    assert [(one["form"], one["documents"], one["listed"]) for one in ran.json["imports"]] == [
        ("letters", 1, 0),
        ("cmif", 1, 1),
    ]


def test_the_missing_half_of_an_exchange_is_shown_and_marked(taken: Call, edition: Path, tei: Call) -> None:
    listed(edition, '<person xml:id="orlin"><persName>P. Orlin</persName><idno type="gnd">118000001</idno></person>')
    taken(entry())
    assert tei("build", "--no-search", "--jobs", 1).code == 0
    (page,) = (edition / "site" / "exchanges").glob("orlin--*.html")
    assert "Envelope only, no text" in page.read_text(encoding="utf-8")
    assert "1 document is known by its envelope only" in page.read_text(encoding="utf-8")
    assert "Envelope only" in (edition / "site" / "exchanges" / "index.html").read_text(encoding="utf-8")
    letter = (edition / "site" / "telegrams" / "orlin-12.html").read_text(encoding="utf-8")
    assert '<a href="https://orlin.example/l/12">Read it where it is published</a>' in letter


def test_stubs_are_not_offered_to_harvesters(taken: Call, tei: Call) -> None:
    """Whose letters they are offers them."""
    taken(entry())
    tei("export", "cmif", "--output", "out.xml", "--fail-on", "never")
    assert b"correspDesc" not in Path("out.xml").read_bytes()


def test_a_list_may_come_again(taken: Call, edition: Path) -> None:
    """It gives the same bytes, and does not find itself in the edition."""
    taken(entry())
    before = {path: path.read_bytes() for path in (edition / "import").rglob("*") if path.is_file()}
    ran, _ = taken(entry())
    assert ran.findings == []
    assert {path: path.read_bytes() for path in (edition / "import").rglob("*") if path.is_file()} == before


def test_the_same_letter_twice_is_one(taken: Call) -> None:
    ran, made = taken(entry(), entry(), entry(date='when="1938-01-09"'))
    assert (ran.findings, sorted(made)) == (["IMP104", "IMP103"], ["orlin-12", "orlin-12-b"])
    assert words(made["orlin-12-b"], "//t:idno[@type='local']") == "orlin-12-b"


def test_a_prefix_begins_ids_of_letters_and_entries(edition: Path, tei: Call) -> None:
    path = edition.parent / "orlin.xml"
    path.write_text(listing(entry()), encoding="utf-8")
    assert tei("import", path, "--prefix", "o.").code == 0
    root = etree.parse(edition / "import" / "orlin" / "tei" / "o.12.xml").getroot()
    assert words(root, "//t:correspAction/t:persName/@ref") == "#o.gnd-118000001"


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        (listing(entry()), True),
        (listing(entry(), text=""), True),
        (listing(entry(), text="<text><body><p>Words</p></body></text>"), False),
        (listing(entry("")), False),
        (listing(entry(""), entry("")), True),
        (listing(entry(), entry(), text="<text><body><p>A list</p></body></text>"), True),
        (listing(entry(), entry(""), text="<text><body><p>Words</p></body></text>"), False),
        (listing(entry(), entry(), text=f"<text><body><p>{'Words ' * 60}</p></body></text>"), False),
        (listing(), False),
        (listing(entry())[:-9], False),
        ("<TEI/>", False),
    ],
)
def test_a_list_of_letters_has_envelopes_and_no_words(content: str, fits: bool, tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text(content, encoding="utf-8")
    assert suits(path, content.encode()) is fits


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("http://d-nb.info/gnd/11855073X", ("gnd", "11855073X")),
        ("https://viaf.org/viaf/59/", ("viaf", "59")),
        ("http://www.geonames.org/77/karsk.html", ("geonames", "77")),
        ("https://www.wikidata.org/wiki/Q42", ("wikidata", "Q42")),
        ("https://id.loc.gov/authorities/names/n50", ("lc", "n50")),
        ("https://example.org/p/1", ("url", "https://example.org/p/1")),
    ],
)
def test_addresses_of_authority_files_are_identifiers(address: str, found: tuple[str, str]) -> None:
    assert identifier_of(address) == found


@pytest.mark.parametrize(
    ("type_", "value", "found"),
    [
        ("GND", "118", ("gnd", "118")),
        ("URL", "https://d-nb.info/gnd/118", ("gnd", "118")),
        ("Register", " 7 ", ("register", "7")),
    ],
)
def test_identifiers_of_lists_have_one_form(type_: str, value: str, found: tuple[str, str]) -> None:
    assert settled(type_, value) == found


@pytest.mark.parametrize(
    ("name", "kind", "read"),
    [
        ("Orlin, Pavel", Kind.PERSON, "Pavel Orlin"),
        ("Orlin", Kind.PERSON, "Orlin"),
        ("Orlin, Pavel, jun.", Kind.PERSON, "Orlin, Pavel, jun."),
        ("Polar, Ltd.", Kind.ORGANISATION, "Polar, Ltd."),
    ],
)
def test_names_of_persons_are_read_in_their_order(name: str, kind: Kind, read: str) -> None:
    assert natural(name, kind) == read


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the examples of CMIF are not here")
def test_the_examples_of_the_format_are_taken(edition: Path, tei: Call) -> None:
    """Those of the TEI special interest group on correspondence."""
    ran = tei("import", EXAMPLES, "--format", "json")
    assert (ran.code, [one["documents"] for one in ran.json["imports"]]) == (0, [3, 3])
    assert tei("validate", "--fail-on", "warning").code == 0
    assert edition.is_dir()
