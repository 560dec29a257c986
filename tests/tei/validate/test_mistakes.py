"""What a small schema shows beside the slips that tests/tei/relaxng/test_relaxng_mistakes.py makes in a large one."""

from pathlib import Path

import pytest

from tei.validate import Validator

HERE = Path(__file__).parent
GOOD = (HERE / "karsk.xml").read_text(encoding="utf-8")

MISTAKES = [
    # what is replaced, by what, code, words of the message, words of the hint
    ("<publisher>", "<publisher/><publisher>", "VAL101", "<publisher> occurs once too often", "take out"),
    ("</closer>", "</closer><p/>", "VAL101", "<p> comes too late", "before <closer>"),
    ("and oil", "<note>x<p/></note>", "VAL101", "<p> is not allowed at this place in <note>", ""),
    ('<ab type="number">No. <num value="7">7</num></ab>', "", "VAL102", "<p>, <list> or <ab>", ""),
    ("<body>", '<body n="1">', "VAL103", "@n is not allowed on <body>", "has no attributes"),
    ('<p n="1">', '<p when="1937">', "VAL103", "@when is not allowed on <p>", "@n or @xml:id"),
    (
        '<date when="2026">',
        '<date when="2026" from="2026">',
        "VAL103",
        "@from is not allowed on <date> together",
        "keep",
    ),
    ('<num value="7">', "<num>", "VAL104", "<num> lacks @value", "a whole number"),
    ('<div type="message">', "<div>", "VAL104", "<div> lacks @type", '"preamble"'),
    (' xml:id="t1"', "", "VAL104", "<TEI> lacks @xml:id", "a name"),
    ('reason="illegible"', 'reason="illegible omited"', "VAL105", "several with spaces", '"illegible omitted"'),
    ('"https://example.org/l"', '"https://example.org/a b"', "VAL105", "an address", "%20"),
    ("<pages>3</pages>", "<pages>three</pages>", "VAL105", '<pages> holds "three"', '"7"'),
    ("<lb/>", "<lb>end</lb>", "VAL106", "<lb>, which has to be empty", ""),
]


def spoil(old: str, new: str) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new, 1).encode()


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator.load(HERE / "karsk.rng")


@pytest.mark.parametrize(("old", "new", "code", "message", "hint"), MISTAKES)
def test_a_mistake_gives_one_finding_on_its_line_that_says_how_to_mend_it(
    validator: Validator, old: str, new: str, code: str, message: str, hint: str
) -> None:
    """One slip gives one finding, on the line of what is to be mended, with the words an editor needs."""
    (found,) = validator.validate(spoil(old, new), "karsk.xml")
    assert (found.rule, message in found.message, hint in found.hint) == (code, True, True), found
    line = GOOD.count("\n", 0, GOOD.index(old)) + 1
    assert line - 1 <= found.location.line <= line
    assert found.hint


def test_parts_in_the_wrong_order_are_one_finding(validator: Validator) -> None:
    """What is missed at its place and found later is too late; it is not also missing."""
    start, end = GOOD.index("    <titleStmt>"), GOOD.index("    <publicationStmt>")
    spoilt = GOOD.replace(GOOD[start:end], "").replace("    <correspDesc>", GOOD[start:end] + "    <correspDesc>")
    (found,) = validator.validate(spoilt.encode())
    assert (found.rule, found.hint) == ("VAL101", "move it before <publicationStmt>")


@pytest.mark.parametrize(
    ("root", "hint"), [("TEI.2", "convert the file to TEI P5"), ("article", "choose another schema")]
)
def test_a_root_that_the_schema_does_not_have_is_named(validator: Validator, root: str, hint: str) -> None:
    """The root of another vocabulary is one finding."""
    (found,) = validator.validate(f'<{root} xmlns="http://www.tei-c.org/ns/1.0"/>'.encode())
    assert found.rule == "VAL107"
    assert hint in found.hint


def test_children_of_unknown_elements_are_checked_by_their_names(validator: Validator) -> None:
    """Those of other vocabularies are not, and the findings come in the order of their places."""
    spoilt = GOOD.replace("<list>", '<zzyzx><num>7</num><itm/><x xmlns="urn:x"><y/></x></zzyzx><list>', 1)
    assert [found.rule for found in validator.validate(spoilt.encode())] == ["VAL107", "VAL104", "VAL107"]


PLAY = b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="play"><element name="titlePage">
  <oneOrMore><choice><element name="docTitle"><text/></element><element name="docAuthor"><text/></element></choice>
  </oneOrMore></element><element name="hands"><choice><oneOrMore><ref name="p"/></oneOrMore><group><optional>
  <element name="summary"><text/></element></optional><oneOrMore><element name="hand"><text/></element></oneOrMore>
  </group></choice></element><oneOrMore><choice><ref name="p"/><ref name="div"/></choice></oneOrMore></element></start>
<define name="p"><element name="p"><text/></element></define><define name="div"><element name="div"><oneOrMore><choice>
  <ref name="p"/><element name="sp"><ref name="p"/></element></choice></oneOrMore></element></define>
<define name="title"><element name="title"><text/></element></define></grammar>"""


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("<titlePage><author/></titlePage><hands><p/></hands><p/>", "<author> is not an", "<docAuthor>?"),
        ("<titlePage><docTitle/></titlePage><hands><hand/><p/></hands><p/>", "<p> is not allowed beside <hand>", "one"),
        ("<titlePage><docTitle/></titlePage><hands><p/></hands><act><p/></act>", "<act> is not an", "mean <div>?"),
        ("<titlePage><docTitle/></titlePage><hands><p/></hands><div><speech/></div>", "<speech>", "mean <sp>?"),
    ],
)
def test_what_other_vocabularies_have_is_led_to_what_this_one_has(text: str, message: str, hint: str) -> None:
    """An element that comes too late is not sent where what follows could not stand."""
    found = [one for one in Validator.load(PLAY).validate(f"<play>{text}</play>".encode()) if message in one.message]
    assert len(found) == 1
    assert hint in found[0].hint
