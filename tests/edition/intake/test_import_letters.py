"""`tei import` of letters in TEI: taken as they are, ids and pointers seen to, what is no letter told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as given_
from hypothesis import strategies as st
from lxml import etree

from edition.intake.attributes import change_attributes
from edition.intake.letters import suits
from edition.intake.letters.pieces import Piece, Sort, pieces_of
from tei.names import XML_ID
from tei.text import text_of

Call = Callable[..., Any]

NS = "http://www.tei-c.org/ns/1.0"
STATED = "<publicationStmt><p>Invented</p></publicationStmt><sourceDesc><p>Invented</p></sourceDesc>"
ENVELOPE = (
    '<correspDesc><correspAction type="sent"><persName>Orlin</persName><date when="1938-01-02"/></correspAction>'
    '<correspAction type="received"><persName>Lind</persName></correspAction></correspDesc>'
)


def header(title: str = "A letter", profile: str = ENVELOPE, more: str = "") -> str:
    """The header of an invented letter."""
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>{STATED}</fileDesc>{more}"
        f"<profileDesc>{profile}</profileDesc></teiHeader>"
    )


def letter(
    ident: str = "", body: str = "<p>The wind is from the north.</p>", head: str = "", attributes: str = ""
) -> str:
    """An invented letter."""
    named = f' xml:id="{ident}"' if ident else ""
    return (
        f'<TEI xmlns="{NS}"{named}{attributes}>\n{head or header(ident or "A letter")}\n'
        f"<text><body>{body}</body></text>\n</TEI>\n"
    )


def persons(*pairs: tuple[str, str], root: str = "") -> str:
    """An invented list of persons: pairs of id and name."""
    listed = "".join(f'<person xml:id="{ident}"><persName>{name}</persName></person>' for ident, name in pairs)
    return (
        f'<TEI xmlns="{NS}"{root}><teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt>{STATED}'
        f"</fileDesc></teiHeader><standOff><listPerson>{listed}</listPerson></standOff></TEI>"
    )


@pytest.fixture
def given(tmp_path: Path) -> Callable[..., Path]:
    """Write files of another project, by their paths in the folder `theirs`."""

    def write(**files: str | bytes) -> Path:
        folder = tmp_path / "theirs"
        for name, content in files.items():
            path = folder / f"{name.replace('__', '/')}.xml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


@pytest.fixture
def taken(tei: Call, tmp_path: Path) -> Callable[..., dict[str, bytes]]:
    """Import into the folder `out`; gives its files by their paths, without the originals and the marker."""

    def run(*paths: Path, code: int = 0) -> dict[str, bytes]:
        ran = tei("import", *paths, "--output", tmp_path / "out", "--fail-on", "error", "--format", "json")
        assert ran.code == code, ran.stdout + ran.stderr
        return files_in(tmp_path / "out")

    return run


def files_in(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name.partition("/")[0] not in ("original", ".tei-import")}


def refs(data: bytes) -> list[str]:
    """The pointers of a document, in order."""
    found = etree.fromstring(data).xpath("//@ref | //@target | //@key | //@href")
    assert isinstance(found, list)
    return [str(one) for one in found]


def words(root: etree._Element, name: str) -> str:
    """The text of an element."""
    return " ".join(text_of(next(root.iter(f"{{{NS}}}{name}"))).split())


def test_a_letter_is_taken_byte_by_byte(given: Call, taken: Call, tmp_path: Path) -> None:
    """Quotes, comments, entities, line ends: the file is the file."""
    words = letter("a", "<!-- #a --><p n='1'>Wind &amp; snow &#8211; and <ref target='#a'>here</ref>.\r\n</p>")
    folder = given(a=words)
    assert taken(folder / "a.xml") == {"tei/a.xml": words.encode()}
    assert (tmp_path / "out" / "original" / "a.xml").read_bytes() == words.encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_letter_keeps_its_encoding(encoding: str, given: Call, taken: Call) -> None:
    """Even when an id in it changes."""
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    words = f'<?xml version="1.0" encoding="{declared}"?>\n{letter("a", "<p>Où est le navire ?</p>")}'
    given(a=words.encode(encoding))
    folder = given(b=letter("a", "<p>Another.</p>"))
    files = taken(folder / "b.xml", folder / "a.xml")
    changed = words.replace('xml:id="a"', 'xml:id="a-b"')
    assert files["tei/a.xml"] == changed.encode(encoding)


def test_pointers_between_files_follow_them(given: Call, taken: Call) -> None:
    """Files of several folders come to lie in one, and lists beside them."""
    folder = given(
        a=letter(
            "a", '<p><ref target="more/b.xml#p1">there</ref> <ref target="#n #x">and</ref><note xml:id="n">N</note></p>'
        ),
        more__b=letter("b", '<p xml:id="p1"><persName ref="../persons.xml#vera">V.</persName></p>'),
        persons=persons(("vera", "Vera Lind")),
    )
    files = taken(folder)
    assert refs(files["tei/a.xml"]) == ["b.xml#p1", "#n #x"]
    assert refs(files["tei/b.xml"]) == ["../authority/persons.xml#vera"]
    assert files["authority/persons.xml"] == (folder / "persons.xml").read_bytes()


def test_two_files_of_one_name_get_two(given: Call, taken: Call) -> None:
    """The second is called by its id; pointers by the file's name find theirs."""
    folder = given(
        y1__l=letter("first", '<p><ref target="../y2/l.xml">next</ref></p>'),
        y2__l=letter("second", '<p><ref target="../y1/l.xml">before</ref></p>'),
    )
    files = taken(folder)
    assert (refs(files["tei/l.xml"]), refs(files["tei/second.xml"])) == (["second.xml"], ["l.xml"])


def test_the_same_file_twice_is_imported_once(given: Call, tei: Call, tmp_path: Path) -> None:
    folder = given(a=letter("a"), b=letter("a"))
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    assert (ran.code, ran.findings, set(files_in(tmp_path / "out"))) == (0, ["IMP104"], {"tei/a.xml"})


def test_an_id_of_two_letters_is_changed_in_the_second(given: Call, tei: Call, tmp_path: Path) -> None:
    """With what points at it in the same file, and in others by the name of the file."""
    folder = given(
        a=letter("l", "<p>One.</p>"),
        b=letter("l", '<p><ref target="#l">this</ref></p>'),
        c=letter("c", '<p><ref target="a.xml#l">a</ref><ref target="b.xml#l">b</ref></p>'),
    )
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    files = files_in(tmp_path / "out")
    assert (ran.code, ran.findings) == (0, ["IMP103"])
    assert refs(files["tei/b.xml"]) == ["#b"]
    assert refs(files["tei/c.xml"]) == ["a.xml#l", "b.xml#b"]


def test_an_id_that_no_letter_was_to_keep_is_told_in_few_words(given: Call, tei: Call, tmp_path: Path) -> None:
    """A placeholder in every file: each is called by its file, and the report stays short."""
    folder = given(
        **{"9": letter("LXXXXX")}, **{f"n{number}": letter("LXXXXX", f"<p>{number}</p>") for number in range(9)}
    )
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    files = files_in(tmp_path / "out")
    assert ran.findings == ["IMP103"] * 4
    assert b'xml:id="n8"' in files["tei/n8.xml"]
    assert b'xml:id="n0"' in files["tei/n0.xml"]
    assert b'xml:id="LXXXXX"' in files["tei/9.xml"]


def test_a_pointer_that_is_only_a_name_follows(given: Call, tei: Call, tmp_path: Path) -> None:
    """Of a letter by its id or its file, where an address is expected; not any other word."""
    folder = given(
        a=letter("L1", '<p><ref target="L2 b other">x</ref><seg type="L2"/></p>'), b=letter("L2", "<p>2</p>")
    )
    tei("import", folder, "--output", tmp_path / "out", "--prefix", "x-")
    root = etree.fromstring(files_in(tmp_path / "out")["tei/x-a.xml"])
    assert refs(etree.tostring(root)) == ["x-L2 x-b other"]
    assert next(root.iter(f"{{{NS}}}seg")).get("type") == "L2"


def test_a_pointer_into_a_list_that_it_does_not_name_follows(given: Call, tei: Call, tmp_path: Path) -> None:
    """Many projects write #p for an entry of a list in another file; that stays while the entry is called so."""
    folder = given(a=letter("a", '<p><persName ref="#p1">P</persName></p>'), list=persons(("p1", "Pavel Orlin")))
    for prefix, pointer in (("", "#p1"), ("x-", "../authority/list.xml#x-p1")):
        tei("import", folder, "--output", tmp_path / f"out{prefix}", "--prefix", prefix)
        assert refs(files_in(tmp_path / f"out{prefix}")[f"tei/{prefix}a.xml"]) == [pointer]


def test_what_rules_say_of_letters_is_a_little_of_each(given: Call, tei: Call, tmp_path: Path) -> None:
    """They were taken all the same, so that nothing of it is an error here; `tei validate` says all of it."""
    body = '<p><persName ref="#pmb1">O.</persName></p>'
    folder = given(**{f"n{number}": letter(f"n{number}", f"{body}<p>{number}</p>") for number in range(9)})
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    (finding,) = ran.json["findings"]
    assert (ran.code, finding["severity"]) == (0, "warning")
    assert finding["message"].endswith("(8 more like this: tei validate names them)")


def test_an_id_that_stands_twice_is_changed_the_second_time(given: Call, tei: Call, tmp_path: Path) -> None:
    """Pointers lead to the first, as they did in every browser and editor."""
    body = '<p xml:id="d"><ref target="#d">d</ref></p><p xml:id="d"/><p xml:id="d-b"/><p xml:id="d"/>'
    ran = tei("import", given(a=letter("a", body)), "--output", tmp_path / "out", "--format", "json")
    root = etree.fromstring(files_in(tmp_path / "out")["tei/a.xml"])
    ids = [one.get(XML_ID) for one in root.iter(f"{{{NS}}}p") if one.get(XML_ID)]
    assert (ids, ran.findings[0]) == (["d", "d-c", "d-b", "d-d"], "IMP103")
    assert refs(etree.tostring(root)) == ["#d"]


def test_a_prefix_begins_every_id(given: Call, tei: Call, tmp_path: Path) -> None:
    folder = given(
        a=letter("l", '<p><persName ref="p.xml#q" key="q">Q</persName><ref target="b.xml">b</ref></p>'),
        b=letter("", "<p>Two.</p>"),
        p=persons(("q", "Qvist")),
    )
    tei("import", folder, "--output", tmp_path / "out", "--prefix", "ka-")
    files = files_in(tmp_path / "out")
    assert set(files) == {"tei/ka-a.xml", "tei/ka-b.xml", "authority/p.xml"}
    assert b'xml:id="ka-l"' in files["tei/ka-a.xml"]
    assert refs(files["tei/ka-a.xml"]) == ["../authority/p.xml#ka-q", "q", "ka-b.xml"]
    assert b'xml:id="ka-q"' in files["authority/p.xml"]


def test_persons_of_one_id_are_told_apart(given: Call, tei: Call, tmp_path: Path) -> None:
    """Two letters that count their persons p1, p2 … do not mean the same; where names agree they do."""
    lists = '<standOff><listPerson><person xml:id="p1"><persName>{}</persName></person></listPerson></standOff>'
    folder = given(
        **{
            name: letter(name, '<p><persName ref="#p1">He</persName></p>').replace(
                "<text>", lists.format(who) + "<text>"
            )
            for name, who in {"a": "Pavel Orlin", "b": "Vera Lind", "c": "Orlin, P."}.items()
        }
    )
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    files = files_in(tmp_path / "out")
    assert [refs(files[f"tei/{name}.xml"]) for name in "abc"] == [["#p1"], ["#theirs-p1"], ["#p1"]]
    assert ran.findings == ["IMP103"]


def test_persons_with_other_identifiers_are_others(given: Call, tei: Call, tmp_path: Path) -> None:
    """Two of one name with different GND are two; with the same they are one, whatever they are called."""
    person = '<person xml:id="p"><persName>{}</persName><idno type="gnd">{}</idno></person>'
    entry = f"<standOff><listPerson>{person}</listPerson></standOff>"
    texts = {"a": ("Orlin", "1"), "b": ("Orlin", "2"), "c": ("P. O.", "1"), "d": ("Orlin", "2")}
    folder = given(
        **{
            name: letter(name, '<p><persName ref="#p">He</persName></p>').replace(
                "<text>", entry.format(*who) + "<text>"
            )
            for name, who in texts.items()
        }
    )
    tei("import", folder, "--output", tmp_path / "out")
    files = files_in(tmp_path / "out")
    assert [refs(files[f"tei/{name}.xml"])[0] for name in "abcd"] == ["#p", "#theirs-p", "#p", "#theirs-p"]


def test_a_private_scheme_goes_on_leading_where_it_led(given: Call, taken: Call) -> None:
    declared = (
        '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="([a-z0-9]+)" '
        'replacementPattern="persons.xml#$1"><p>x</p></prefixDef></listPrefixDef></encodingDesc>'
    )
    head = header(more=declared)
    folder = given(
        a=letter("a", '<p><persName ref="psn:p1">P</persName></p>', head=head),
        b=persons(("p1", "Somebody Else")),
        persons=persons(("p1", "Pavel Orlin"), ("p2", "Vera Lind")),
        c=letter("c", '<p><persName ref="psn:p2">V</persName></p>', head=head),
    )
    files = taken(folder)
    assert b'replacementPattern="../authority/persons.xml#$1"' in files["tei/a.xml"]
    assert refs(files["tei/a.xml"]) == ["../authority/persons.xml#theirs-p1"]
    assert refs(files["tei/c.xml"]) == ["psn:p2"]


LISTED = '<encodingDesc><p><name xml:id="p">Orlin</name></p></encodingDesc>'
POINTING = '<ref target="#two">2</ref><persName ref="#p">O.</persName>'
CORPUS = f"""<?xml version="1.0"?>
<teiCorpus xmlns="{NS}" xml:lang="de">
{header("Briefe", "", LISTED)}
<TEI xml:id="one">{header("Eins")}<text><body><p>{POINTING}</p></body></text></TEI>
<TEI>{header("Einleitung", "")}<text><body><p>Vorwort</p></body></text></TEI>
<TEI xml:id="two">{header("Zwei")}<text><body><p xml:id="x">Zwei</p></body></text></TEI>
</teiCorpus>
"""


def test_a_corpus_is_taken_apart(given: Call, tei: Call, tmp_path: Path) -> None:
    """Its documents keep the language that they had from it, and point into what it says of all of them."""
    folder = given(corpus=CORPUS)
    ran = tei("import", folder / "corpus.xml", "--output", tmp_path / "out", "--format", "json")
    files = files_in(tmp_path / "out")
    assert (ran.code, ran.findings) == (0, ["IMP101"])
    assert set(files) == {"tei/one.xml", "tei/two.xml", "authority/corpus.xml", "listed.csv"}
    assert refs(files["tei/one.xml"]) == ["two.xml#two", "../authority/corpus.xml#p"]
    assert b'xml:lang="de"' in files["tei/two.xml"]
    assert files["listed.csv"].splitlines()[1].startswith(b"corpus.xml,5,")


def test_a_corpus_in_a_corpus_is_taken_apart_as_well(given: Call, taken: Call) -> None:
    inner = CORPUS.partition("?>\n")[2].replace(f' xmlns="{NS}"', "")
    head = header("All", "").replace("teiHeader", "t:teiHeader")
    outer = f'<t:teiCorpus xmlns:t="{NS}" xmlns="{NS}">{head}{inner}</t:teiCorpus>'
    files = taken(given(all=outer))
    assert {"tei/one.xml", "tei/two.xml"} <= set(files)
    assert etree.fromstring(files["tei/one.xml"]).tag == f"{{{NS}}}TEI"


def test_the_corpus_of_this_program_gives_its_documents_back(given: Call, tei: Call, tmp_path: Path) -> None:
    folder = given(a=letter("a", '<p><ref target="b.xml">b</ref></p>'), b=letter("b", "<p>Two.</p>"))
    before = {f"tei/{path.name}": path.read_bytes() for path in folder.glob("*.xml")}
    assert tei("export", "corpus", folder, "--output", tmp_path / "all.xml").code == 0
    assert tei("import", tmp_path / "all.xml", "--output", tmp_path / "out").code == 0
    assert files_in(tmp_path / "out") == before


def described(*attributes: str) -> str:
    return "".join(ENVELOPE.replace("<correspDesc>", f"<correspDesc{one}>") for one in attributes)


@pytest.mark.parametrize(
    ("envelopes", "parts"),
    [
        (
            described(' corresp="#m1"', ' corresp="#m2"'),
            '<div xml:id="m1"><p>1</p></div><div xml:id="m2"><p>2</p></div>',
        ),
        (
            described(' xml:id="c1"', ' xml:id="c2"'),
            '<div xml:id="m2" decls="#c2"><p>2</p></div><div xml:id="m1" corresp="#c1"><p>1</p></div>',
        ),
        (
            described("", ""),
            '<div type="letter" xml:id="m1"><p>1</p></div><div type="letter" xml:id="m2"><p>2</p></div>',
        ),
        (
            described("", ""),
            '<div type="part"><div type="letter" xml:id="m1"><p>1</p></div>'
            '<div type="letter" xml:id="m2"><p>2</p></div></div>',
        ),
    ],
)
def test_letters_of_one_file_become_documents(envelopes: str, parts: str, given: Call, taken: Call) -> None:
    """Whether envelopes point at letters, letters at envelopes, or both stand in one order."""
    files = taken(given(many=letter("volume", parts, head=header("Letters", envelopes))))
    assert {"tei/m1.xml", "tei/m2.xml"} <= set(files)
    for number in "12":
        root = etree.fromstring(files[f"tei/m{number}.xml"])
        assert words(root, "body") == number
        assert len(root.findall(".//{*}correspDesc")) == 1


def test_letters_of_a_group_become_documents(given: Call, taken: Call) -> None:
    texts = "".join(f'<text xml:id="m{n}"><body><head>Letter {n}</head><p>{n}</p></body></text>' for n in "12")
    words = letter("", "", head=header("All", described(' corresp="#m1"', ' corresp="#m2"')))
    files = taken(given(many=words.replace("<text><body></body></text>", f"<text><group>{texts}</group></text>")))
    root = etree.fromstring(files["tei/m2.xml"])
    titles = [one.text for one in root.iter(f"{{{NS}}}title")]
    assert (titles, len(root.findall(f"{{{NS}}}text"))) == (["Letter 2", "All"], 1)


def test_what_stands_beside_the_letters_can_still_be_pointed_at(given: Call, tei: Call, tmp_path: Path) -> None:
    """Notes at the end of a volume, and its list of persons."""
    one = '<div type="letter" xml:id="m1"><p><ref target="#n1">1</ref></p></div>'
    body = f'{one}<div type="letter"><p><ref target="#m1">2</ref></p></div>'
    words = letter("v", body, head=header("All", described("", "")))
    words = words.replace("</body>", '</body><back><div><note xml:id="n1">A note</note></div></back>')
    ran = tei("import", given(many=words), "--output", tmp_path / "out", "--format", "json")
    files = files_in(tmp_path / "out")
    assert ran.findings == ["IMP101"]
    assert refs(files["tei/m1.xml"]) == ["../authority/many.xml#n1"]
    assert refs(files["tei/many-2.xml"]) == ["m1.xml#m1"]
    assert b"A note" in files["authority/many.xml"]


def test_letters_that_cannot_be_parted_stay_together(given: Call, tei: Call, tmp_path: Path) -> None:
    words = letter("v", '<div type="a"><p>1</p></div>', head=header("All", described("", "")))
    ran = tei("import", given(many=words), "--output", tmp_path / "out", "--format", "json")
    assert (ran.code, ran.findings) == (0, ["IMP121"])
    assert files_in(tmp_path / "out") == {"tei/many.xml": words.encode()}


def test_envelopes_of_a_message_and_of_one_inside_it_are_one_letter(given: Call, tei: Call, tmp_path: Path) -> None:
    words = letter(
        "v", '<div xml:id="in"><p>1</p></div>', head=header("All", described(' corresp="#t"', ' corresp="#in"'))
    )
    ran = tei("import", given(one=words), "--output", tmp_path / "out", "--format", "json")
    assert ("IMP121" in ran.findings, list(files_in(tmp_path / "out"))) == (False, ["tei/one.xml"])


def test_an_old_envelope_is_an_envelope(given: Call, tei: Call, tmp_path: Path) -> None:
    """The first proposals had sender and addressee; the corpus reads them."""
    sides = "<sender><persName>Orlin</persName></sender><addressee><persName>Lind</persName></addressee>"
    old = f"<correspDesc>{sides}</correspDesc>"
    folder = given(a=letter("a", head=header("Old", old)))
    assert tei("import", folder, "--output", tmp_path / "out").code == 0
    assert files_in(tmp_path / "out")["tei/a.xml"] == (folder / "a.xml").read_bytes()


def test_includes_are_not_resolved(given: Call, tei: Call, tmp_path: Path) -> None:
    include = '<include xmlns="http://www.w3.org/2001/XInclude" href="text.xml"/>'
    ran = tei("import", given(a=letter("a", include)), "--output", tmp_path / "out", "--format", "json")
    assert ran.findings[0] == "IMP122"


def test_files_that_were_left_behind_are_told(given: Call, tei: Call, tmp_path: Path) -> None:
    """A list that was not named, and a picture that is there; not what nobody can know."""
    body = '<p><persName ref="persons.xml#a">A</persName><graphic url="a.jpg"/><graphic url="gone.jpg"/></p>'
    folder = given(a=letter("a", body))
    (folder / "a.jpg").write_bytes(b"x")
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    messages = [one["message"] for one in ran.json["findings"] if one["code"] == "IMP123"]
    assert sorted(messages) == [
        "1 file that letters point at is not imported: a.jpg",
        "persons.xml is pointed at once, and is not imported",
    ]


def test_a_schema_beside_the_letters_comes_with_them(given: Call, taken: Call) -> None:
    model = '<?xml-model href="{}" type="application/xml"?>\n'
    folder = given(
        a=model.format("../house.rng") + letter("a"), b=model.format("https://example.org/x.rng") + letter("b")
    )
    (folder.parent / "house.rng").write_bytes(b"<grammar/>")
    files = taken(folder)
    assert files["schema/house.rng"] == b"<grammar/>"
    assert files["tei/a.xml"].startswith(b'<?xml-model href="../schema/house.rng"')
    assert files["tei/b.xml"] == (folder / "b.xml").read_bytes()


def test_two_schemas_of_one_name_come_both(given: Call, taken: Call) -> None:
    """Each letter names its own; a letter more names the same again."""
    model = '<?xml-model href="{}.rng"?>\n'
    folder = given(x__a=model.format("s") + letter("a"), y__b=model.format("s") + letter("b"), x__c=model.format("s"))
    (folder / "x" / "c.xml").write_text(model.format("s") + letter("c"), encoding="utf-8")
    for name in "xy":
        (folder / name / "s.rng").write_text(f"<{name}/>", encoding="utf-8")
    files = taken(folder)
    assert (files["schema/s.rng"], files["schema/2-s.rng"]) == (b"<x/>", b"<y/>")
    assert [b"2-s.rng" in files[f"tei/{name}.xml"] for name in "abc"] == [False, True, False]


def test_a_schema_that_is_not_there_is_told(given: Call, tei: Call, tmp_path: Path) -> None:
    folder = given(a='<?xml-model href="gone.rng"?>\n' + letter("a", '<p><ref target="/b.xml">b</ref></p>'))
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    assert [one["message"] for one in ran.json["findings"] if one["code"] == "IMP123"] == [
        "1 file that letters point at is not imported: gone.rng"
    ]
    assert refs(files_in(tmp_path / "out")["tei/a.xml"]) == ["/b.xml"]


def test_ids_of_an_edition_are_told_from_those_that_come(given: Call, tei: Call, tmp_path: Path) -> None:
    """Those of its lists, of the excerpts in its documents, and of other imports; what is broken there is left."""
    home = tmp_path / "home"
    (home / "tei").mkdir(parents=True)
    (home / "edition.toml").write_text('[edition]\ntitle = "K"\n', encoding="utf-8")
    (home / "tei" / "x.xml").write_text(persons(("p1", "Vera Lind")), encoding="utf-8")
    (home / "tei" / "broken.xml").write_text("<TEI", encoding="utf-8")
    folder = given(a=letter("a", '<p><persName ref="p.xml#p1">P</persName></p>'), p=persons(("p1", "Pavel Orlin")))
    for name in ("one", "two"):
        folder = folder.rename(tmp_path / name)
        assert tei("import", folder, "--config", home / "edition.toml").code == 0
    made = [
        refs((home / "import" / name / "tei" / f"{stem}.xml").read_bytes())
        for name, stem in (("one", "a"), ("two", "a-b"))
    ]
    assert made == [["../authority/p.xml#one-p1"], ["../authority/p.xml#two-p1"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (letter("a")[:-10], "not well-formed"),
        (f"<!DOCTYPE TEI>{letter('a')}", "document type declaration"),
        ("<TEI.2><teiHeader/></TEI.2>", "TEI P4"),
        (letter("a").replace(f' xmlns="{NS}"', ""), "not in the namespace"),
        ("<html/>", "none of TEI"),
    ],
)
def test_a_broken_file_among_letters_is_named_and_the_rest_goes_on(
    content: str, said: str, given: Call, tei: Call, tmp_path: Path
) -> None:
    folder = given(good=letter("good"), bad=content)
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    assert (ran.code, ran.findings) == (1, ["IMP102"])
    assert said in ran.json["findings"][0]["message"]
    assert set(files_in(tmp_path / "out")) == {"tei/good.xml"}


def test_what_is_no_letter_in_a_folder_is_listed(given: Call, tei: Call, tmp_path: Path) -> None:
    folder = given(a=letter("a"), about=letter("about", head=header("About", "")))
    ran = tei("import", folder, "--output", tmp_path / "out", "--format", "json")
    assert (ran.code, ran.findings, ran.json["imports"][0]["listed"]) == (0, ["IMP101"], 1)


def test_letters_suit_and_other_files_do_not(given: Call) -> None:
    folder = given(a=letter("a"), b=letter("b", head=header("B", "")), p=persons(("x", "X")), h="<html/>")
    fits = {path.stem: suits(path, path.read_bytes()[:65536]) for path in folder.glob("*.xml")}
    assert fits == {"a": True, "b": False, "p": True, "h": False}


def test_a_document_of_a_corpus_tells_its_line(given: Call) -> None:
    pieces = [one for one in pieces_of(given(corpus=CORPUS) / "corpus.xml") if isinstance(one, Piece)]
    assert [(one.sort, one.name, one.line) for one in pieces] == [
        (Sort.LIST, "corpus", 2),
        (Sort.LETTER, "one", 3),
        (Sort.LETTER, "two", 5),
    ]


@given_(
    st.lists(
        st.sampled_from(
            ['<a x="1">', "<b\ty = '#z'/>", "</a>", "<!-- <c d='#z'> -->", "<?e f='#z'?>", "&amp;", "#z", ">", "'"]
        )
    )
)
def test_what_nobody_changes_stays(pieces: list[str]) -> None:
    """Whatever the text is."""
    text = "".join(pieces)
    assert change_attributes(text, lambda _name, value: value) == text
    assert change_attributes(text, lambda _name, value: value.replace("#z", "#zz")).count("#zz") == pieces.count(
        "<b\ty = '#z'/>"
    )


def test_attributes_are_changed_and_nothing_else() -> None:
    """Not in comments, CDATA, instructions or words; quotes and spaces stay."""
    text = "<a x = '1' y=\"2\"><!-- <b x='1'/> --><?c x='1'?><![CDATA[<d x='1'/>]]>x='1'<e\n  x='1'/></a>"
    changed = change_attributes(text, lambda name, value: "9" if name == "x" else value)
    assert changed == text.replace("<a x = '1'", "<a x = '9'").replace("<e\n  x='1'", "<e\n  x='9'")
