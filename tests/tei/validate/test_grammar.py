"""All of RELAX NG that a schema can say about elements and attributes is read as the library reads it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei.validate import Validator

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
EMPTY = "<empty/>"

# schema pattern of the root element a, then documents that are not valid with the codes they give
SCHEMAS = {
    "any name": (
        '<oneOrMore><element><anyName><except><name>b</name><nsName ns="urn:n"/></except></anyName>'
        "<empty/></element></oneOrMore>",
        {"<a><x/></a>": [], "<a><b/></a>": ["VAL107"], '<a><x xmlns="urn:n"/></a>': ["VAL107"], "<a/>": ["VAL102"]},
    ),
    "names of a namespace": (
        '<zeroOrMore><element><nsName ns="urn:n"/><empty/></element></zeroOrMore>',
        {'<a><x xmlns="urn:n"/></a>': [], "<a><x/></a>": ["VAL107"]},
    ),
    "choice of names": (
        "<element><choice><name>b</name><name>c</name></choice><empty/></element>",
        {"<a><c/></a>": [], "<a><b/></a>": [], "<a/>": ["VAL102"], "<a><d/></a>": ["VAL107"]},
    ),
    "prefixed names": (
        '<element name="k:b" xmlns:k="urn:k"><attribute name="k:c"/></element>',
        {'<a><b xmlns="urn:k" xmlns:k="urn:k" k:c=""/></a>': [], '<a><b xmlns="urn:k"/></a>': ["VAL104"]},
    ),
    "mixed": (
        f'<mixed><element name="b">{EMPTY}</element></mixed>',
        {"<a>x<b/>y</a>": [], "<a>x</a>": ["VAL102"]},
    ),
    "interleave": (
        f'<interleave><element name="b">{EMPTY}</element><element name="c">{EMPTY}</element></interleave>',
        {"<a><c/><b/></a>": [], "<a><c/></a>": ["VAL102"], "<a><c/><b/><c/></a>": ["VAL101"]},
    ),
    "any attribute": (
        "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore><empty/>",
        {'<a x="" y=""/>': [], "<a>x</a>": ["VAL106"]},
    ),
    "one of two attributes": (
        '<choice><attribute name="b"/><attribute name="c"/></choice><empty/>',
        {'<a b=""/>': [], '<a c=""/>': [], "<a/>": ["VAL104"], '<a b="" c=""/>': ["VAL103"]},
    ),
    "attribute with two forms": (
        '<choice><attribute name="b"><value>x</value></attribute><attribute name="b">'
        '<data type="integer"/></attribute></choice><empty/>',
        {'<a b="x"/>': [], '<a b="7"/>': [], '<a b="y"/>': ["VAL105"]},
    ),
    "value of an element": (
        '<element name="b"><data type="integer"><param name="minInclusive">3</param></data></element>',
        {"<a><b>3</b></a>": [], "<a><b>2</b></a>": ["VAL105"], "<a><b/></a>": ["VAL105"]},
    ),
    "text of a form": (
        '<attribute name="b"><data type="string"><param name="pattern">[0-9]+[vr]?</param></data></attribute><empty/>',
        {'<a b="80v"/>': [], '<a b="v"/>': ["VAL105"]},
    ),
    "list of values": (
        '<attribute name="b"><list><oneOrMore><data type="boolean"/></oneOrMore></list></attribute><empty/>',
        {'<a b="true 0"/>': [], '<a b="yes"/>': ["VAL105"]},
    ),
    "one name, two contents": (
        '<choice><element name="b"><attribute name="x"/></element><element name="b"><element name="c">'
        "<empty/></element></element></choice>",
        {'<a><b x=""/></a>': [], "<a><b><c/></b></a>": [], "<a><b/></a>": ["VAL102"]},
    ),
    "nothing allowed": (
        '<choice><notAllowed/><element name="b"><empty/></element></choice>',
        {"<a><b/></a>": [], "<a/>": ["VAL102"]},
    ),
    "three in a row": (
        '<element name="b"><empty/></element><optional><element name="c"><empty/></element></optional>'
        '<oneOrMore><element name="d"><text/></element></oneOrMore>',
        {
            "<a><b/><d/><d/></a>": [],
            "<a><d/></a>": ["VAL102"],
            "<a><b/></a>": ["VAL102"],
            "<a><b/><d/><c/></a>": ["VAL101"],
        },
    ),
}
CASES = [(name, document) for name, (_, documents) in SCHEMAS.items() for document in documents]


def load(pattern: str) -> Validator:
    return Validator.load(f'<element name="a" {RNG}>{pattern}</element>'.encode())


@pytest.mark.parametrize(("name", "document"), CASES)
def test_each_construct_is_explained_as_the_library_judges(name: str, document: str) -> None:
    """A document gives the codes that are expected of it, and none when it is valid."""
    pattern, documents = SCHEMAS[name]
    assert [found.rule for found in load(pattern).validate(document.encode())] == documents[document]


def test_the_definitions_of_a_name_are_combined(tmp_path: Path) -> None:
    """combine joins several definitions as alternatives, or all together in any order (section 4.17)."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<grammar {RNG}><start><element name="a"><ref name="x"/><ref name="y"/></element></start>'
        '<define name="x" combine="interleave"><attribute name="b"/></define>'
        '<define name="x" combine="interleave"><attribute name="c"/></define>'
        '<define name="y" combine="choice"><element name="d"><empty/></element></define>'
        '<define name="y" combine="choice"><element name="e"><empty/></element></define></grammar>'
    )
    validator = Validator.load(path)
    assert validator.validate(b'<a b="" c=""><e/></a>') == ()
    assert [found.rule for found in validator.validate(b'<a b=""/>')] == ["VAL102", "VAL104"]


def test_long_lists_of_what_is_allowed_are_cut() -> None:
    """Eight names, and how many more there are."""
    names = "".join(f'<element name="{letter}{letter}"><empty/></element>' for letter in "bcdefghijk")
    (found,) = load(f"<choice>{names}</choice>").validate(b"<a/>")
    assert "… (2 more)" in found.message
    assert "<ii>" in found.message
    assert "<jj>" not in found.message


def test_the_documentation_of_the_schema_is_in_the_hint() -> None:
    """What the schema says of a missing part tells the editor what to put there."""
    uri = "http://relaxng.org/ns/compatibility/annotations/1.0"
    text = f'<a:documentation xmlns:a="{uri}">number\n of copies</a:documentation>'
    (missing,) = load(f'<attribute name="b">{text}</attribute><empty/>').validate(b"<a/>")
    (empty,) = load(f'<element name="b">{text}<empty/></element>').validate(b"<a/>")
    assert missing.hint == "add @b: number of copies"
    assert empty.hint == "add <b>: number of copies"


_LEAF = st.sampled_from(["<ref name='b'/>", "<ref name='c'/>", "<ref name='d'/>", "<empty/>", "<text/>"])
_PATTERNS = st.recursive(
    _LEAF,
    lambda inner: st.one_of(
        # Of nothing repeated or grouped inside a choice, libxml2 loses sight: it refuses the empty content meant by it.
        st.tuples(
            st.sampled_from(["optional", "zeroOrMore", "oneOrMore"]), inner.filter(lambda one: "<empty/>" not in one)
        ).map(lambda one: f"<{one[0]}>{one[1]}</{one[0]}>"),
        st.tuples(inner, inner).map(lambda one: f"<choice>{one[0]}{one[1]}</choice>"),
        st.tuples(inner, inner.filter(lambda one: "<empty/>" not in one)).map(
            lambda one: f"<group>{one[0]}{one[1]}</group>"
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(_PATTERNS, st.lists(st.sampled_from(["<b/>", "<c/>", "<d/>", "x"]), max_size=5))
def test_any_content_model_is_judged_as_the_library_judges_it(pattern: str, children: list[str]) -> None:
    """Our derivatives find a mistake just where the library says that there is one."""
    defines = "".join(f'<define name="{name}"><element name="{name}"><empty/></element></define>' for name in "bcd")
    schema = f'<grammar {RNG}><start><element name="a">{pattern}</element></start>{defines}</grammar>'.encode()
    document = f"<a>{''.join(children)}</a>".encode()
    valid = etree.RelaxNG(etree.fromstring(schema)).validate(etree.fromstring(document))
    codes = [found.rule for found in Validator.load(schema).validate(document)]
    assert valid == (not codes)
    assert "VAL199" not in codes
