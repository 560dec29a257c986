"""What encoders get wrong, one slip at a time: the code, the line and the words that the finding has to have."""

from pathlib import Path

import pytest

from tei.findings import Severity
from tei.validate import Validator

HERE = Path(__file__).parent
GOOD = (HERE / "karsk.xml").read_text(encoding="utf-8")
SCHEMA = HERE / "karsk.rng"
HEADER = GOOD[GOOD.index("  <teiHeader>") : GOOD.index("  <text>")]

# name: (what is replaced, by what, code, words of the message, words of the hint)
MISTAKES = {
    "misspelt element": (
        "<persName>Institute</persName>",
        "<perName>Institute</perName>",
        "VAL107",
        "<perName>",
        "<persName>",
    ),
    "two letters swapped": ("<list>\n", "<lsit>\n", "VAL107", "<lsit>", "<list>"),
    "wrong case": (
        "<persName>Institute</persName>",
        "<persname>Institute</persname>",
        "VAL107",
        "<persname>",
        "<persName>",
    ),
    "name from DocBook": ('<p n="1">The', '<para n="1">The', "VAL107", "<para>", "<p>"),
    "name from HTML": ('<p n="1">The', '<p n="1"><br/>The', "VAL107", "<br>", "<lb>"),
    "element made up": ("<desc>", "<zzyzx/><desc>", "VAL107", "<zzyzx> is not an element", "allowed here: <desc>"),
    "element of another vocabulary": (
        '<p n="1">The',
        '<p n="1"><x xmlns="urn:x"/>The',
        "VAL107",
        'namespace "urn:x"',
        "allowed here",
    ),
    "paragraph in a paragraph": ('<p n="1">The', '<p n="1"><p/>The', "VAL101", "<p> is not allowed in <p>", "<note>"),
    "item outside a list": (
        "<opener>",
        "<item/><opener>",
        "VAL101",
        "<item> is not allowed in <div>",
        "put it into <list>",
    ),
    "opener after the text": (
        "<list>\n",
        "<opener/><list>\n",
        "VAL101",
        "<opener> comes too late in <div>",
        "before <p>",
    ),
    "second header": (
        "  <text>\n",
        HEADER + "  <text>\n",
        "VAL101",
        "<teiHeader> occurs once too often",
        "take out one",
    ),
    "publisher twice": (
        "<publisher>",
        "<publisher/><publisher>",
        "VAL101",
        "<publisher> occurs once too often",
        "take out",
    ),
    "place after the closer": ("</closer>", "</closer><p/>", "VAL101", "<p> comes too late", "before <closer>"),
    "note holds words and a paragraph": (
        "and oil",
        "<note>x<p/></note>",
        "VAL101",
        "<p> is not allowed at this place in <note>",
        "",
    ),
    "no title": (
        '<title type="main">Telegram No. 7</title>',
        "",
        "VAL102",
        "<titleStmt> needs <title> before <author>",
        "add <title>",
    ),
    "no publisher": ("<publisher>Karsk papers</publisher>", "", "VAL102", "needs <publisher>", "add <publisher>"),
    "empty list": ('<item n="a">oil</item>', "", "VAL102", "<list> is empty; it needs <item>", "add <item>"),
    "empty division": ('<ab type="number">No. <num value="7">7</num></ab>', "", "VAL102", "<p>, <list> or <ab>", ""),
    "no header": (
        HEADER,
        "",
        "VAL102",
        "<teiHeader> before <text>",
        "metadata",
    ),
    "misspelt attribute": (
        '<div type="message">',
        '<div tpye="message">',
        "VAL103",
        "@tpye is not allowed on <div>",
        "@type",
    ),
    "attribute of another element": (
        '<p n="1">',
        '<p when="1937">',
        "VAL103",
        "@when is not allowed on <p>",
        "@n or @xml:id",
    ),
    "attribute on one that has none": (
        "<body>",
        '<body n="1">',
        "VAL103",
        "@n is not allowed on <body>",
        "has no attributes",
    ),
    "schema location": (
        "<TEI ",
        '<TEI xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" ',
        "VAL103",
        "xsi:schemaLocation",
        "xml-model",
    ),
    "both ways to date": (
        '<date when="2026">',
        '<date when="2026" from="2026">',
        "VAL103",
        "@from is not allowed on <date> together with @when",
        "keep one",
    ),
    "no attribute": ('<num value="7">', "<num>", "VAL104", "<num> lacks @value", "a whole number"),
    "no type": ('<div type="message">', "<div>", "VAL104", "<div> lacks @type", '"preamble"'),
    "no id": (' xml:id="t1"', "", "VAL104", "<TEI> lacks @xml:id", "a name"),
    "date as in the office": (
        'when="1937-10-20"',
        'when="20.10.1937"',
        "VAL105",
        "(YYYY-MM-DD, YYYY-MM, YYYY, ",
        'write "1937-10-20"',
    ),
    "date without meaning": ('when="1937-10-20"', 'when="1937-13-20"', "VAL105", '"1937-13-20"', "for example"),
    "value misspelt": (
        'type="received"',
        'type="recieved"',
        "VAL105",
        '"sent", "received" or "transmitted"',
        '"received"',
    ),
    "value in capitals": ('type="received"', 'type="Received"', "VAL105", '"Received"', 'write "received"'),
    "value not on the list": (
        'cert="high"',
        'cert="sure"',
        "VAL105",
        '"high", "medium" or "low"',
        "write one of these",
    ),
    "one word of several": (
        'reason="illegible"',
        'reason="illegible omited"',
        "VAL105",
        "several with spaces",
        '"illegible omitted"',
    ),
    "number in words": ('<num value="7">', '<num value="seven">', "VAL105", "a whole number", '"7"'),
    "space in an address": (
        'target="https://example.org/l"',
        'target="https://example.org/a b"',
        "VAL105",
        "an address",
        "%20",
    ),
    "id with a space": ('<p n="1">', '<p n="1" xml:id="a b">', "VAL105", "@xml:id of <p>", "a-b"),
    "language as a word": ('xml:lang="en"', 'xml:lang="in English"', "VAL105", "language tag", "ru"),
    "empty pointer": (
        '<persName ref="#v">Vetrova</persName></author>',
        '<persName ref="">Vetrova</persName></author>',
        "VAL105",
        '@ref of <persName> is ""',
        "",
    ),
    "content of the wrong form": ("<pages>3</pages>", "<pages>three</pages>", "VAL105", '<pages> holds "three"', '"7"'),
    "loose text in the body": (
        "<body>\n",
        "<body>The ice.\n",
        "VAL106",
        'text "The ice."',
        "an element that holds text",
    ),
    "loose text in a list": ("<list>\n", "<list>oil:\n", "VAL106", "<list>, which holds only elements", "<item>"),
    "text in an empty element": ("<lb/>", "<lb>end</lb>", "VAL106", "<lb>, which has to be empty", ""),
    "id used twice": (
        '<p n="2">',
        '<p n="2" xml:id="t1">',
        "VAL108",
        'the id "t1" is already used at line 2',
        "another id",
    ),
    "namespace forgotten": (
        ' xmlns="http://www.tei-c.org/ns/1.0"',
        "",
        "VAL109",
        "<TEI> stands in no namespace",
        "xmlns=",
    ),
    "namespace lost within": (
        '<p n="1">The',
        '<p xmlns="" n="1">The',
        "VAL109",
        "<p> stands in no namespace",
        "take away",
    ),
}


def line_of(needle: str) -> int:
    return GOOD.count("\n", 0, GOOD.index(needle)) + 1


def spoil(old: str, new: str) -> bytes:
    spoilt = GOOD.replace(old, new, 1)
    for name in ("para", "lsit"):
        if f"<{name}" in new:
            end = spoilt.index("</p>" if name == "para" else "</list>", spoilt.index(f"<{name}"))
            close = "</p>" if name == "para" else "</list>"
            spoilt = spoilt[:end] + f"</{name}>" + spoilt[end + len(close) :]
    return spoilt.encode()


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator.load(SCHEMA)


def test_a_document_without_mistakes_gives_no_finding(validator: Validator) -> None:
    """The document that every mistake is made in is valid without it."""
    assert validator.validate(HERE / "karsk.xml") == ()


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gives_one_finding_that_says_what_where_and_how_to_mend_it(validator: Validator, name: str) -> None:
    """One slip gives one finding, on its line, with the words an editor needs."""
    old, new, code, message, hint = MISTAKES[name]
    assert old in GOOD
    findings = validator.validate(spoil(old, new), "karsk.xml")
    assert [found.rule for found in findings] == [code], findings
    (found,) = findings
    assert found.severity is Severity.ERROR
    assert message in found.message
    assert hint in found.hint
    assert found.hint


LINES = {
    "misspelt element": line_of("<persName>Institute"),
    "opener after the text": line_of("<list>"),
    "no title": line_of("<author>"),
    "no publisher": line_of("<publicationStmt>"),
    "empty list": line_of("<list>"),
    "loose text in the body": line_of("<body>"),
    "value misspelt": line_of('type="received"'),
    "id used twice": line_of('<p n="2">'),
}


@pytest.mark.parametrize("name", LINES)
def test_a_finding_stands_on_the_line_of_the_mistake(validator: Validator, name: str) -> None:
    """The line is that of the element to mend, not of the one after it."""
    old, new, *_ = MISTAKES[name]
    assert [found.location.line for found in validator.validate(spoil(old, new))] == [LINES[name]]


def test_the_column_is_that_of_the_attribute(validator: Validator) -> None:
    """A wrong value is placed at its attribute, counted in characters from 1."""
    (found,) = validator.validate(spoil('<div type="message">', '<div type="mesage">'))
    assert GOOD.splitlines()[found.location.line - 1][found.location.column - 1 :].startswith('type="message"')


def test_parts_in_the_wrong_order_are_one_finding(validator: Validator) -> None:
    """What is missed at its place and found later is too late; it is not also missing."""
    start, end = GOOD.index("    <titleStmt>"), GOOD.index("    <publicationStmt>")
    spoilt = GOOD.replace(GOOD[start:end], "").replace("    <correspDesc>", GOOD[start:end] + "    <correspDesc>")
    (found,) = validator.validate(spoilt.encode())
    assert (found.rule, found.hint) == ("VAL101", "move it before <publicationStmt>")


def test_every_mistake_is_found_in_one_run(validator: Validator) -> None:
    """Mistakes in different places do not hide one another."""
    names = (
        "misspelt element",
        "value misspelt",
        "no attribute",
        "no publisher",
        "text in an empty element",
        "date without meaning",
    )
    spoilt = GOOD
    for name in names:
        old, new, *_ = MISTAKES[name]
        spoilt = spoilt.replace(old, new, 1)
    codes = sorted(found.rule for found in validator.validate(spoilt.encode()))
    assert codes == sorted(MISTAKES[name][2] for name in names)


def test_a_fragment_is_told_from_a_document(validator: Validator) -> None:
    """A file that starts with an inner element is one finding about the root, not one for each thing it lacks."""
    (found,) = validator.validate(b'<text xmlns="http://www.tei-c.org/ns/1.0"><body/></text>')
    assert (found.rule, found.hint) == ("VAL110", "start with <TEI> or <teiCorpus>")


@pytest.mark.parametrize(("root", "hint"), [("TEI.2", "did you mean <TEI>?"), ("article", "choose another schema")])
def test_a_root_that_the_schema_does_not_have_is_named(validator: Validator, root: str, hint: str) -> None:
    """The root of another vocabulary is one finding."""
    (found,) = validator.validate(f'<{root} xmlns="http://www.tei-c.org/ns/1.0"/>'.encode())
    assert found.rule == "VAL107"
    assert hint in found.hint


def test_what_stands_inside_an_unknown_element_is_still_checked(validator: Validator) -> None:
    """The children of an element that is not known are looked at by their names."""
    spoilt = GOOD.replace("<list>", '<zzyzx><num>7</num><itm/><x xmlns="urn:x"><y/></x></zzyzx><list>', 1)
    codes = [found.rule for found in validator.validate(spoilt.encode())]
    assert codes == ["VAL107", "VAL104", "VAL107"]


def test_a_namespace_declared_on_a_parent_is_one_finding(validator: Validator) -> None:
    """Children that inherit the wrong namespace are not reported again."""
    spoilt = GOOD.replace('<p n="1">The', '<p xmlns="" n="1"><num value="1"/>The', 1)
    assert [found.rule for found in validator.validate(spoilt.encode())] == ["VAL109"]
