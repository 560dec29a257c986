"""What small schemas make of small slips: values, choices that depend on each other, wildcards, and odd namespaces."""

from __future__ import annotations

import pytest

import tei.relaxng
from tei.findings import Finding
from tei.relaxng import load_schema

NS = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
WORD = r"<data type='token'><param name='pattern'>[^\p{C}\p{Z}]+</param></data>"
LONG = "<data type='token'><param name='pattern'>" + "[a-z]{1,2}" * 12 + "</param></data>"
B = "<element name='b'><empty/></element>"
C = "<element name='c'><empty/></element>"


def check(pattern: str, document: str) -> list[Finding]:
    schema = load_schema("s.rng", data=f"<element name='a' {NS}>{pattern}</element>".encode())
    findings = list(schema.validate_bytes(document.encode()))
    assert (findings == []) == schema.is_valid(document.encode())
    return findings


CASES = {
    # name: (pattern, document, code, words of the message, words of the hint)
    "duration": ("<data type='duration'/>", "<a>3 days</a>", "VAL105", "a duration (such as P3D)", '"P3D"'),
    "word": (WORD, "<a>two words</a>", "VAL105", "allowed: a word (no spaces)", "mend the value"),
    "long expression": (LONG, "<a>7</a>", "VAL105", "text like [a-z]{1,2}", "mend the value"),
    "number like": (
        "<data type='decimal'><param name='pattern'>[0-9]{4}</param></data>",
        "<a>7</a>",
        "VAL105",
        "a number like [0-9]{4}",
        "mend the value",
    ),
    "thousands": ("<data type='integer'/>", "<a>1,000</a>", "VAL105", "a whole number", 'write "1000"'),
    "unknown type in words": ("<data type='hexBinary'/>", "<a>xyz</a>", "VAL105", "a value of type hexBinary", "mend"),
    "qualified name": ("<data type='QName'/>", "<a>x:y</a>", "VAL105", "with a prefix that is declared", "mend"),
    "several from a list": (
        "<list><oneOrMore><choice><value>red</value><value>blue</value></choice></oneOrMore></list>",
        "<a>red bleu</a>",
        "VAL105",
        '"red" or "blue"; several with spaces between',
        'write "red blue"',
    ),
    "two of a list": (
        "<list><data type='integer'/><data type='integer'/></list>",
        "<a>1 2 3</a>",
        "VAL105",
        "a whole number",
        "for example",
    ),
    "value or nothing": ("<optional><value>x</value></optional>", "<a>y</a>", "VAL105", 'allowed: "x"', "one of these"),
    "all but": (
        "<data type='token'><except><value>x</value></except></data>",
        "<a>x</a>",
        "VAL105",
        '<a> holds "x"',
        "mend the value",
    ),
    "empty attribute": ("<attribute name='n'><empty/></attribute>", '<a n="1"/>', "VAL105", "allowed: nothing", "mend"),
    "choice of attributes": (
        "<choice><attribute name='m'/><attribute name='n'/></choice>",
        "<a/>",
        "VAL104",
        "<a> lacks @m or @n",
        "add @m",
    ),
    "two that exclude each other": (
        "<choice><attribute name='m'/><attribute name='n'/></choice>",
        '<a m="" n=""/>',
        "VAL103",
        "@n is not allowed on <a> together with @m",
        "keep one of them",
    ),
    "attribute of a namespace": (
        "<oneOrMore><attribute><nsName ns='urn:x'/></attribute></oneOrMore>",
        "<a/>",
        "VAL104",
        "<a> lacks an attribute",
        "add one",
    ),
    "element of a namespace": (
        "<element><nsName ns='urn:x'/><empty/></element>",
        "<a/>",
        "VAL102",
        "<a> is empty; it needs an element",
        "add an element",
    ),
    "attribute decides content": (
        f"<choice><group><attribute name='t'><value>b</value></attribute>{B}</group>"
        f"<group><attribute name='t'><value>c</value></attribute>{C}</group></choice>",
        '<a t="b"><c/></a>',
        "VAL101",
        "<c> is not allowed at this place in <a>",
        "allowed here: <b>",
    ),
    "value of either": (
        f"<choice><group><attribute name='t'><value>b</value></attribute>{B}</group>"
        f"<group><attribute name='t'><value>c</value></attribute>{C}</group></choice>",
        '<a t="x"><c/></a>',
        "VAL105",
        '@t of <a> is "x"',
        "one of these",
    ),
    "text after the last": (f"<group><text/>{B}</group>", "<a>x<b/>y</a>", "VAL106", "no text at this place", "put it"),
    "text before a value's rival": (
        f"<choice><data type='integer'/>{B}</choice>",
        "<a>7<b/></a>",
        "VAL101",
        "<b> is not allowed at this place in <a>",
        "nothing more is allowed here",
    ),
    "no more": (B, "<a><b/><zzzzz/></a>", "VAL107", "<zzzzz>", "nothing more is allowed here"),
    "nothing at all": ("<notAllowed/>", "<a/>", "VAL102", "<a> is empty; it needs more", "complete it"),
    "one too early": (f"<group>{B}{C}</group>", "<a><c/><b/></a>", "VAL101", "<b> comes too late", "before <c>"),
    "wrong inside either of two": (
        f"<choice><element name='d'>{B}</element><element name='d'>{C}</element></choice>",
        "<a><d><e/></d></a>",
        "VAL107",
        "<e> is not an element",
        "allowed here: <b> or <c>",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_slip_against_a_small_schema_is_one_finding(name: str) -> None:
    """The message says what is allowed in words; the hint says what to do."""
    pattern, document, code, message, hint = CASES[name]
    findings = check(pattern, document)
    assert [found.rule for found in findings] == [code], findings
    assert message in findings[0].message
    assert hint in findings[0].hint


def test_ids_are_found_twice_by_their_type_as_well_as_by_their_name() -> None:
    """An attribute of the datatype ID is one whatever it is called; so is xml:id."""
    pattern = "<zeroOrMore><element name='b'><attribute name='key'><data type='ID'/></attribute></element></zeroOrMore>"
    (found,) = check(pattern, '<a><b key="x"/>\n<b key=" x "/></a>')
    assert (found.rule, found.location.line, found.location.column) == ("VAL108", 2, 4)
    assert check(pattern, '<a><b key="x"/><b key="y"/></a>') == []


def test_names_of_elements_are_judged_with_the_namespaces_declared_there() -> None:
    """A qualified name in an attribute is right where its prefix is declared, and only there."""
    pattern = (
        "<zeroOrMore><element name='b'><attribute name='n'><data type='QName'/></attribute></element></zeroOrMore>"
    )
    assert check(pattern, '<a><b xmlns:x="urn:x" n="x:y"/></a>') == []
    (found,) = check(pattern, '<a><b xmlns:x="urn:x" n="x:y"/><b n="x:y"/></a>')
    assert found.rule == "VAL105"


def test_long_names_and_long_words_are_not_compared_with_all_others() -> None:
    """A name of a thousand letters is like no other."""
    long = "z" * 1000
    assert [found.rule for found in check(B, f"<a><b/><{long}/></a>")] == ["VAL107"]
    assert [found.rule for found in check("<value>x</value>", f"<a>{long}</a>")] == ["VAL105"]


def test_the_package_offers_what_it_says() -> None:
    """And nothing else by accident."""
    assert tei.relaxng.Schema is type(load_schema("s.rng", data=f"<element name='a' {NS}><text/></element>".encode()))
    with pytest.raises(AttributeError, match="no attribute 'validate'"):
        tei.relaxng.validate  # noqa: B018 # asking for it is the test
