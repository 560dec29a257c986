"""What encoders get wrong in a real document of the project: one slip, one finding, its code and the words it needs.

The document is invented, as are its station and its people; the schema is the one that `tei` ships for telegrams.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.findings import Finding, Severity
from tei.relaxng import Schema, load_schema
from tei.xmlfile import parse_bytes

ROOT = Path(__file__).resolve().parents[3]
GOOD = (ROOT / "tests/schemas/documents/t1938-02-14-orlin-vetrova.xml").read_text(encoding="utf-8")

TABLE: dict[str, tuple[str, str, str, str, str]] = {
    # name: what is replaced ("start|end" for all that stands between), by what, code, words of message, words of hint
    "element misspelt": (
        "<publisher>Karsk Papers</publisher>",
        "<publihser>Karsk Papers</publihser>",
        "VAL107",
        "<publihser> is not an element of the schema",
        "did you mean <publisher>?",
    ),
    "element in small letters": (
        "<titleStmt>|</titleStmt>",
        "<titlestmt>|</titlestmt>",
        "VAL107",
        "<titlestmt>",
        "<titleStmt>?",
    ),
    "element in capitals": ("<p>Do not wait for us.</p>", "<P>Do not wait.</P>", "VAL107", "<P>", "did you mean <p>?"),
    "letter left out": ("<salute>|</salute>", "<salut>|</salut>", "VAL107", "<salut>", "did you mean <salute>?"),
    "letters swapped": (
        "<settlement>Stony Ford</settlement>",
        "<settelment>Stony Ford</settelment>",
        "VAL107",
        "<settelment>",
        "did you mean <settlement>?",
    ),
    "bold as in HTML": (
        '<hi rend="underlined">Not before May.</hi>',
        "<b>Not before May.</b>",
        "VAL107",
        "<b>",
        "did you mean <hi>?",
    ),
    "line break as in HTML": ("only<lb/>Making", "only<br/>Making", "VAL107", "<br>", "did you mean <lb>?"),
    "item as in HTML": ('<item n="a">|</item>', '<li n="a">|</li>', "VAL107", "<li>", "did you mean <item>?"),
    "link as in HTML": (
        '<ref target="https://karsk.example/17">karsk.example</ref>',
        '<a target="https://karsk.example/17">karsk.example</a>',
        "VAL107",
        "<a>",
        "did you mean <ref>?",
    ),
    "paragraph as in DocBook": ("<p>Do not wait for us.</p>", "<para>Do.</para>", "VAL107", "<para>", "<p>?"),
    "numbered division of P4": (
        '<div type="point" n="3">|\n        </div>',
        '<div1 type="point" n="3">|\n        </div1>',
        "VAL107",
        "<div1>",
        "did you mean <div>?",
    ),
    "sender of an old proposal": (
        '<persName ref="#senkov">SENKOV</persName>\n          <date',
        "<sender>SENKOV</sender>\n          <date",
        "VAL107",
        "<sender>",
        "did you mean <correspAction>?",
    ),
    "element that nobody knows": (
        "<projectDesc><p>Wires",
        "<projectDesc><zzyzx/><p>Wires",
        "VAL107",
        "<zzyzx>",
        "allowed here: <p> or <ab>",
    ),
    "element of another vocabulary": (
        "<projectDesc><p>Wires",
        '<projectDesc><x xmlns="urn:x"/><p>Wires',
        "VAL107",
        '(namespace "urn:x")',
        "allowed here: <p> or <ab>",
    ),
    "drawing in a paragraph": (
        "Ice as far",
        '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>Ice as far',
        "VAL107",
        "<svg>",
        "other vocabularies",
    ),
    "inclusion not resolved": (
        "<listPlace>",
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="places.xml"/><listPlace>',
        "VAL107",
        "<include>",
        "put what it includes in its place",
    ),
    "namespace forgotten": (
        ' xmlns="http://www.tei-c.org/ns/1.0"',
        "",
        "VAL109",
        "<TEI> stands in no namespace",
        'write xmlns="http://www.tei-c.org/ns/1.0"',
    ),
    "namespace of another version": (
        "http://www.tei-c.org/ns/1.0",
        "http://www.tei-c.org/P4",
        "VAL109",
        'in the namespace "http://www.tei-c.org/P4"',
        "on the root element",
    ),
    "namespace lost inside": (
        "<quote><p>",
        '<quote xmlns=""><p>',
        "VAL109",
        "<quote> stands in no namespace",
        "take away the xmlns here",
    ),
    "paragraph in a paragraph": (
        "<p>Tell the skipper",
        "<p><p>Once.</p>Tell the skipper",
        "VAL101",
        "<p> is not allowed in <p>",
        "<p> belongs in",
    ),
    "item without a list": (
        "<p>Tell the skipper",
        '<item n="1">once</item><p>Tell the skipper',
        "VAL101",
        "<item> is not allowed in <div>",
        "put it into <list>",
    ),
    "date outside of a paragraph": (
        "<p>Tell the skipper",
        '<date when="1938">1938</date><p>Tell the skipper',
        "VAL101",
        "<date> is not allowed in <div>",
        "put it into",
    ),
    "closer before the text": (
        "<p>Ice as far",
        "<closer><signed>S.</signed></closer><p>Ice as far",
        "VAL101",
        "<closer> is not allowed at this place in <div>",
        "allowed here: ",
    ),
    "opener after the text": (
        '<div type="point" n="3">',
        '<opener><salute>To all</salute></opener><div type="point" n="3">',
        "VAL101",
        "<opener> comes too late in <div>",
        "move it before <p>",
    ),
    "second title statement": (
        "</titleStmt>",
        "</titleStmt><titleStmt><title>x</title></titleStmt>",
        "VAL101",
        "<titleStmt> occurs once too often in <fileDesc>",
        "take out one of them",
    ),
    "second text": (
        "  </text>",
        '  </text><text><body><div type="message"><p>x</p></div></body></text>',
        "VAL101",
        "<text> occurs once too often in <TEI>",
        "take out one of them",
    ),
    "lists after the text": (
        "  <standOff>|  </text>",
        "MOVED",
        "VAL101",
        "<standOff> comes too late in <TEI>",
        "move it before <text>",
    ),
    "publisher after the date": (
        "<publisher>Karsk Papers</publisher>\n        <pubPlace>Stony Ford</pubPlace>\n        "
        '<date when="2026">2026</date>',
        '<pubPlace>Stony Ford</pubPlace><date when="2026">2026</date><publisher>Karsk Papers</publisher>',
        "VAL102",
        "<publicationStmt> needs <publisher>, <distributor>, <authority>, <p> or <ab> before <pubPlace>",
        "add <publisher>",
    ),
    "body twice": (
        "  </text>",
        '<body><div type="message"><p>x</p></div></body>  </text>',
        "VAL101",
        "<body> occurs once too often in <text>",
        "take out one of them",
    ),
    "division beside the body": (
        "<body>\n",
        '<div type="message"><p>x</p></div><body>\n',
        "VAL101",
        "<div> is not allowed in <text>",
        "put it into <front>, <body> or <back>",
    ),
    "title in the text": (
        "<p>Ice as far",
        "<titleStmt><title>x</title></titleStmt><p>Ice as far",
        "VAL101",
        "<titleStmt> is not allowed in <div>",
        "<titleStmt> belongs in <fileDesc>",
    ),
    "correspondents in the source": (
        "<history>",
        '<correspAction type="sent"><name>x</name></correspAction><history>',
        "VAL101",
        "<correspAction> is not allowed in <msDesc>; it holds <msIdentifier>",
        "<correspAction> belongs in <correspDesc>",
    ),
    "no title": (
        '<title type="main">|wire of the skipper</title>',
        "",
        "VAL102",
        "<titleStmt> needs <title> before <author>",
        "add <title>: (title) The title of a document",
    ),
    "no publication statement": (
        "<publicationStmt>|</publicationStmt>",
        "",
        "VAL102",
        "<fileDesc> needs <publicationStmt> before <seriesStmt>",
        "add <publicationStmt>",
    ),
    "no header": (
        "<teiHeader>|</teiHeader>",
        "",
        "VAL102",
        "<TEI> needs <teiHeader> before <standOff>",
        "All that is known about the document",
    ),
    "no body": (
        "<body>|</body>",
        "",
        "VAL102",
        "<text> is empty; it needs <body> or <group>",
        "add <body> or <group>",
    ),
    "empty title statement": (
        "<titleStmt>|</titleStmt>",
        "<titleStmt/>",
        "VAL102",
        "<titleStmt> is empty; it needs <title>",
        "add <title>",
    ),
    "empty list": (
        '<list type="distribution">|</list>',
        '<list type="distribution"/>',
        "VAL102",
        "<list> is empty; it needs <item> or <label>",
        "add <item> or <label>",
    ),
    "no role in a statement": (
        "<resp>contributed by</resp>",
        "",
        "VAL102",
        "<respStmt> is not complete; it needs <resp>",
        "add <resp>",
    ),
    "empty header": (
        "<teiHeader>|</teiHeader>",
        "<teiHeader/>",
        "VAL102",
        "<teiHeader> is empty; it needs <fileDesc>",
        "add <fileDesc>",
    ),
    "attribute misspelt": ('type="preamble"', 'tpye="preamble"', "VAL103", "@tpye is not allowed on <div>", "@type?"),
    "attribute in capitals": (
        '<date when="1938-01-30">',
        '<date WHEN="1938-01-30">',
        "VAL103",
        "@WHEN is not allowed on <date>",
        "did you mean @when?",
    ),
    "id without its prefix": ('xml:id="karsk"', 'id="karsk"', "VAL103", "@id is not allowed", "did you mean @xml:id?"),
    "language without its prefix": (
        '<foreign xml:lang="ru-Latn">',
        '<foreign lang="ru-Latn">',
        "VAL103",
        "@lang",
        "@xml:lang?",
    ),
    "address as in HTML": (
        '<ref target="https://karsk.example/17">',
        '<ref href="https://karsk.example/17">',
        "VAL103",
        "@href is not allowed on <ref>",
        "did you mean @target?",
    ),
    "key of P4": (
        '<placeName ref="#karsk">Karsk</placeName>, ',
        '<placeName key="karsk">Karsk</placeName>, ',
        "VAL103",
        "@key is not allowed on <placeName>",
        "did you mean @ref?",
    ),
    "class as in HTML": ('<hi rend="underlined">', '<hi class="u">', "VAL103", "@class", "did you mean @rend?"),
    "value of P4": ('<date when="1961">', '<date value="1961">', "VAL103", "@value", "did you mean @when?"),
    "attribute of another element": (
        "<p>Tell",
        '<p when="1938">Tell',
        "VAL103",
        "@when is not allowed on <p>",
        "allowed: ",
    ),
    "schema location": (
        "<TEI xmlns",
        '<TEI xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xmlns',
        "VAL103",
        "xsi:schemaLocation is not allowed on <TEI>",
        "xml-model",
    ),
    "language without its tag": (
        '<language ident="ru">',
        "<language>",
        "VAL104",
        "<language> lacks @ident",
        "add @ident",
    ),
    "no kind of a part": (
        '<correspAction type="received">',
        "<correspAction>",
        "VAL104",
        "<correspAction> lacks @type",
        "add @type",
    ),
    "category that points nowhere": (
        '<catRef target="#telegram" scheme',
        "<catRef scheme",
        "VAL104",
        "<catRef> lacks @target",
        "add @target",
    ),
    "picture without a file": (
        "<p>Ice as far",
        "<figure><graphic/></figure><p>Ice as far",
        "VAL104",
        "<graphic> lacks @url",
        "add @url",
    ),
    "two attributes missing, one finding each": (
        '<citeStructure match="p" use="@n"',
        '<citeStructure match="p"',
        "VAL104",
        "<citeStructure> lacks @use",
        "add @use",
    ),
    "date as in the office": (
        'when="1938-01-30"',
        'when="30.1.1938"',
        "VAL105",
        '@when of <date> is "30.1.1938"; allowed: a date or time (YYYY-MM-DD',
        'write "1938-01-30"',
    ),
    "date with strokes": ('when="1938-01-30"', 'when="30/1/1938"', "VAL105", "a date or time", 'write "1938-01-30"'),
    "date without its noughts": (
        'when="1938-01-30"',
        'when="1938-1-30"',
        "VAL105",
        "a date or time",
        'write "1938-01-30"',
    ),
    "day that is not": ('when="1938-01-30"', 'when="1938-02-30"', "VAL105", '"1938-02-30"', "for example"),
    "month that is not": ('when="1938-01-30"', 'when="1938-13-01"', "VAL105", '"1938-13-01"', "for example"),
    "date in words": ('when="1938-01-30"', 'when="January"', "VAL105", '"January"', "for example"),
    "value misspelt": (
        'type="transmitted" subtype="via"',
        'type="transmited" subtype="via"',
        "VAL105",
        'allowed: "sent", "received", "transmitted", "forwarded" or "redirected"',
        'write "transmitted"',
    ),
    "value in capitals": (
        'cert="medium" evidence="external"',
        'cert="Medium" evidence="external"',
        "VAL105",
        '"high", "medium", "low" or "unknown"',
        'write "medium"',
    ),
    "value in another language": (
        'cert="medium" evidence="external"',
        'cert="mittel" evidence="external"',
        "VAL105",
        '"mittel"',
        "write one of these",
    ),
    "kind of a division misspelt": (
        '<div type="docket">',
        '<div type="dockett">',
        "VAL105",
        '@type of <div> is "dockett"; allowed: "preamble", "message"',
        'write "docket"',
    ),
    "number in words": ('value="17"', 'value="seventeen"', "VAL105", "allowed: a number", 'for example "7"'),
    "number with its sign": ('value="17"', 'value="Nº 17"', "VAL105", '"Nº 17"', 'for example "7"'),
    "quantity with a comma": ('quantity="2">two', 'quantity="2,5">two', "VAL105", '"2,5"', 'write "2.5"'),
    "id with a space": ('xml:id="hand-1"', 'xml:id="hand 1"', "VAL105", "(no spaces, no colon)", 'write "hand-1"'),
    "id that begins with a digit": ('xml:id="hand-1"', 'xml:id="1-hand"', "VAL105", '"1-hand"', 'write "n1-hand"'),
    "id with a hash": ('xml:id="hand-1"', 'xml:id="#hand-1"', "VAL105", '"#hand-1"', 'write "hand-1"'),
    "pointer with two hashes": (
        '<persName ref="#orlin">ORLIN',
        '<persName ref="##orlin">ORLIN',
        "VAL105",
        "an address, or # and an id",
        'write "#orlin"',
    ),
    "empty pointer": (
        '<persName ref="#orlin">ORLIN',
        '<persName ref="">ORLIN',
        "VAL105",
        '@ref of <persName> is ""',
        'for example "#karsk"',
    ),
    "language as a word": (
        '<foreign xml:lang="ru-Latn">',
        '<foreign xml:lang="in Russian">',
        "VAL105",
        "a language tag",
        'for example "ru"',
    ),
    "words loose in the body": (
        "<body>\n",
        "<body>To all.\n",
        "VAL106",
        'text "To all." stands loose in <body>, which holds only elements',
        "put it into <head>, <p> or <ab>",
    ),
    "words loose in a division": (
        '<div type="docket">\n',
        '<div type="docket">Docket:\n',
        "VAL106",
        'text "Docket:" stands loose in <div>',
        "put it into",
    ),
    "words loose in a list": (
        '<list type="distribution">\n',
        '<list type="distribution">Copies:\n',
        "VAL106",
        "stands loose in <list>",
        "put it into <head> or <item>",
    ),
    "words in an empty element": (
        "<lb/>",
        "<lb>new line</lb>",
        "VAL106",
        "<lb>, which has to be empty",
        "an element that holds text",
    ),
    "comma between elements": (
        "</persName>\n          <orgName>Second",
        "</persName>,\n          <orgName>Second",
        "VAL106",
        'text "," stands loose in <correspAction>',
        "put it into",
    ),
    "no-break space between elements": ("</titleStmt>", "</titleStmt>\u00a0", "VAL106", "<fileDesc>", "put it into"),
    "id used twice": (
        'xml:id="vetrova"',
        'xml:id="orlin"',
        "VAL108",
        'the id "orlin" is already used at line 158',
        "give one of them another id",
    ),
    "root of P4": (
        "<TEI |</TEI>",
        "<TEI.2 |</TEI.2>",
        "VAL107",
        "the root element <TEI.2>",
        "convert the file to TEI P5",
    ),
}


def spoil(name: str) -> bytes:
    """The document with the slip of that name in it."""
    old, new, *_ = TABLE[name]
    if new == "MOVED":
        start, end = GOOD.index("  <standOff>"), GOOD.index("  <text ")
        return (GOOD[:start] + GOOD[end:].replace("  </text>\n", f"  </text>\n{GOOD[start:end]}", 1)).encode()
    if "|" not in old:
        assert old in GOOD
        return GOOD.replace(old, new, 1).encode()
    before, after = old.split("|")
    start = GOOD.index(before)
    end = GOOD.index(after, start)
    return (GOOD[:start] + new.replace("|", GOOD[start + len(before) : end]) + GOOD[end + len(after) :]).encode()


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(ROOT / "schemas/generated/telegram.rng")


def test_the_document_without_slips_gives_no_finding(schema: Schema) -> None:
    """Every slip of the table is made in a document that is valid without it."""
    assert list(schema.validate_bytes(GOOD.encode())) == []
    assert len(TABLE) >= 75


@pytest.mark.parametrize("name", TABLE)
def test_a_slip_gives_one_finding_with_its_place_and_its_mend(schema: Schema, name: str) -> None:
    """One slip is one finding: code, what was found, what is allowed, and what to do."""
    *_, code, message, hint = TABLE[name]
    findings = list(schema.validate_bytes(spoil(name), "wire.xml"))
    assert [found.rule for found in findings] == [code], findings
    (found,) = findings
    assert message in found.message
    assert hint in found.hint
    assert found.severity is Severity.ERROR
    assert (found.location.path, found.location.line > 1, found.location.column > 0) == ("wire.xml", True, True)


def brief(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return sorted((found.rule, found.message, found.hint) for found in findings)


@pytest.mark.parametrize("name", TABLE)
def test_a_tree_gives_the_same_findings_as_the_file(schema: Schema, name: str) -> None:
    """It makes no difference to what is found whether a document is read or was read before."""
    data = spoil(name)
    tree = parse_bytes(data)
    assert brief(list(schema.validate_tree(tree))) == brief(list(schema.validate_bytes(data)))


SHOWN = {
    "attribute misspelt": 'tpye="preamble"',
    "date as in the office": 'when="30.1.1938"',
    "id used twice": 'xml:id="orlin"><',
    "element misspelt": "<publihser>",
    "words loose in the body": "To all.",
    "comma between elements": ",",
    "no title": "<author>",
}


@pytest.mark.parametrize("name", SHOWN)
def test_line_and_column_lead_to_the_slip(schema: Schema, name: str) -> None:
    """The place is that of the element, the attribute or the first word that is to be mended."""
    data = spoil(name)
    (found,) = schema.validate_bytes(data)
    line = data.decode().splitlines()[found.location.line - 1]
    assert line[found.location.column - 1 :].startswith(SHOWN[name].partition("><")[0])


def test_slips_in_many_places_are_all_found_and_none_twice(schema: Schema) -> None:
    """Slips that have nothing to do with each other do not hide one another, and none draws others after it."""
    wrong = GOOD
    names = ("element misspelt", "no role in a statement", "value misspelt", "words loose in a list", "number in words")
    for name in names:
        old, new, *_ = TABLE[name]
        wrong = wrong.replace(old, new, 1)
    assert sorted(found.rule for found in schema.validate_bytes(wrong.encode())) == sorted(
        TABLE[name][2] for name in names
    )


def test_a_fragment_is_one_finding_about_its_root(schema: Schema) -> None:
    """What a fragment lacks is not reported: it was never meant to be a document."""
    (found,) = schema.validate_bytes(b'<body xmlns="http://www.tei-c.org/ns/1.0"/>')
    assert (found.rule, found.hint) == ("VAL110", "start with <TEI> or <teiCorpus>")


def test_another_kind_of_document_is_one_finding(schema: Schema) -> None:
    """A page of another vocabulary is told to choose another schema."""
    (found,) = schema.validate_bytes(b"<html><body><p>x</p></body></html>")
    assert found.rule == "VAL107"
    assert "choose another schema" in found.hint


def test_only_so_many_findings_are_shown_and_the_rest_is_counted(schema: Schema) -> None:
    """Fifty findings are more than anyone mends at once; that there are more is said."""
    lines = "".join('<ab tpye="number">x</ab>' for _ in range(80))
    wrong = GOOD.replace('<div type="docket">', f'<div type="docket">{lines}', 1).encode()
    findings = list(schema.validate_bytes(wrong))
    assert len(findings) == 51
    assert (findings[-1].rule, findings[-1].message) == ("VAL111", "30 more findings are not shown")
    assert len(list(schema.validate_bytes(wrong, limit=3))) == 4
    many = GOOD.replace('<div type="docket">', f'<div type="docket">{lines * 20}', 1).encode()
    assert list(schema.validate_bytes(many))[-1].message == "at least 1000 more findings are not shown"


def inside(name: str, content: str) -> bytes:
    """The document with an element that nobody knows in its last division."""
    return GOOD.replace('<div type="docket">', f'<div type="docket"><{name}>{content}</{name}>', 1).encode()


def test_what_stands_in_an_unknown_element_is_checked_by_its_name(schema: Schema) -> None:
    """Known elements against their own patterns, unknown ones each once, other vocabularies not at all."""
    content = '<ab tpye="x">x</ab><zzz><list/></zzz><x xmlns="urn:x"><y/></x>'
    found = [one.rule for one in schema.validate_bytes(inside("qqqqq", content))]
    assert sorted(found) == ["VAL102", "VAL103", "VAL107", "VAL107"]


def test_each_element_that_had_to_come_first_is_a_finding_of_its_own(schema: Schema) -> None:
    """Where two are missing before a third, both are named, and the third is not called wrong."""
    start, end = GOOD.index("<titleStmt>"), GOOD.index("<seriesStmt>")
    missing = list(schema.validate_bytes((GOOD[:start] + GOOD[end:]).encode()))
    assert [one.message for one in missing] == [
        "<fileDesc> needs <publicationStmt> before <seriesStmt>",
        "<fileDesc> needs <titleStmt> before <seriesStmt>",
    ]


def test_a_namespace_lost_with_all_that_is_inside_is_one_finding(schema: Schema) -> None:
    """Children that inherit the wrong namespace are not reported again."""
    wrong = GOOD.replace("<projectDesc><p>", '<projectDesc xmlns=""><p><hi>x</hi>', 1).encode()
    assert [one.rule for one in schema.validate_bytes(wrong)] == ["VAL109"]


def test_a_child_that_wants_something_round_it_is_one_finding(schema: Schema) -> None:
    """That its parent then lacks what should be round it is not a second one."""
    wrong = GOOD.replace('<list type="distribution">', '<list type="distribution"><p>x</p></list><list>', 1).encode()
    assert [one.rule for one in schema.validate_bytes(wrong)] == ["VAL101"]


def test_an_unknown_attribute_without_likeness_lists_what_says_most_of_its_element(schema: Schema) -> None:
    """The attributes that few other elements have come first."""
    wrong = GOOD.replace("<lb/>", '<lb qqqqq="1"/>', 1).encode()
    (found,) = schema.validate_bytes(wrong)
    assert found.hint.startswith("allowed: @break")
    bare = GOOD.replace("<lb/>", "<lb/>", 1).replace('<title type="main">', '<title type="main" zz="1">', 1).encode()
    assert [one.rule for one in schema.validate_bytes(bare)] == ["VAL103"]
