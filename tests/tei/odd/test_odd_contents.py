"""Content models: RELAX NG and XML Schema accept and reject the same documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tei.names import TEI_NS

LEAVES = """
<elementSpec ident="a"><classes><memberOf key="model.ab"/></classes><content><empty/></content></elementSpec>
<elementSpec ident="b"><classes><memberOf key="model.ab"/></classes><content><empty/></content></elementSpec>
<elementSpec ident="c"><classes><memberOf key="model.all"/></classes><content><empty/></content></elementSpec>
<elementSpec ident="d"><content><textNode/></content></elementSpec>
<classSpec ident="model.ab" type="model"><classes><memberOf key="model.all"/></classes></classSpec>
<classSpec ident="model.all" type="model"/>
<classSpec ident="model.none" type="model"/>
<macroSpec ident="macro.mixed"><content><alternate minOccurs="0" maxOccurs="unbounded">
  <textNode/><classRef key="model.all"/></alternate></content></macroSpec>
<macroSpec ident="macro.words"><content><textNode/></content></macroSpec>
"""

# content model | children accepted | children rejected; a letter is an element, a dot a blank, ! is text
CONTENTS = [
    ('<elementRef key="a"/>', "a .a.", "- aa b a! ."),
    ('<elementRef key="a" minOccurs="0"/>', "- a .", "aa b !"),
    ('<elementRef key="a" minOccurs="2" maxOccurs="3"/>', "aa aaa", "- a aaaa aab"),
    ('<elementRef key="a" minOccurs="2" maxOccurs="unbounded"/>', "aa aaa aaaaaaaa", "- a aab"),
    ('<elementRef key="a" minOccurs="0" maxOccurs="0"/>', "- .", "a"),
    ('<sequence><elementRef key="a"/><elementRef key="b"/></sequence>', "ab a.b", "ba a b aba -"),
    ('<elementRef key="a"/><elementRef key="b"/>', "ab", "ba a b"),
    ('<alternate><elementRef key="a"/><elementRef key="b"/></alternate>', "a b", "ab - c"),
    (
        '<alternate><elementRef key="a" minOccurs="2" maxOccurs="2"/><elementRef key="b"/></alternate>',
        "aa b",
        "a - aab ab",
    ),
    ('<alternate maxOccurs="2"><elementRef key="a"/><elementRef key="b"/></alternate>', "a b ab ba aa", "- abb"),
    (
        '<alternate minOccurs="0" maxOccurs="unbounded"><elementRef key="a" minOccurs="0" maxOccurs="unbounded"/>'
        '<elementRef key="b" minOccurs="0"/></alternate>',
        "- a b aab bba abab",
        "c abc",
    ),
    ('<alternate><empty/><elementRef key="a"/></alternate>', "- a", "aa b"),
    (
        '<sequence minOccurs="2" maxOccurs="2"><elementRef key="a"/><elementRef key="b"/></sequence>',
        "abab",
        "ab ababab aabb",
    ),
    (
        '<sequence preserveOrder="false"><elementRef key="a"/><elementRef key="b"/><elementRef key="c"/></sequence>',
        "abc acb bac bca cab cba",
        "ab aabc abcc -",
    ),
    (
        '<sequence preserveOrder="false"><elementRef key="a" minOccurs="0"/>'
        '<elementRef key="b" minOccurs="0"/></sequence>',
        "- a b ab ba",
        "aa aba",
    ),
    ('<classRef key="model.ab"/>', "a b", "ab c -"),
    ('<classRef key="model.all" minOccurs="0" maxOccurs="unbounded"/>', "- abc cab", "d abd !"),
    ('<classRef key="model.all" include="a c"/>', "a c", "b ac -"),
    ('<classRef key="model.all" except="model.ab"/>', "c", "a b -"),
    ('<classRef key="model.ab" expand="sequence"/>', "ab", "a ba b -"),
    ('<classRef key="model.ab" expand="sequenceOptional"/>', "- a b ab", "ba aab"),
    ('<classRef key="model.ab" expand="sequenceRepeatable"/>', "ab aabb", "a b ba"),
    ('<classRef key="model.ab" expand="sequenceOptionalRepeatable"/>', "- a b aab", "aba ba"),
    ('<sequence><classRef key="model.none" minOccurs="0"/><elementRef key="a"/></sequence>', "a", "- b"),
    ('<alternate><classRef key="model.none"/><elementRef key="a"/></alternate>', "a", "- b"),
    ('<alternate minOccurs="0"><classRef key="model.none"/></alternate>', "- .", "a"),
    ('<macroRef key="macro.mixed"/>', "- ! a!b !c. .", "d a!d"),
    ('<macroRef key="macro.words"/>', "- ! .!", "a !a"),
    ('<classRef key="model.none"/>', "", "- a !"),
    ('<sequence><elementRef key="a"/><classRef key="model.none"/></sequence>', "", "- a"),
    ("<textNode/>", "- ! .", "a !a"),
    ("<empty/>", "- .", "a !"),
    (
        '<sequence><elementRef key="d" minOccurs="0"/><elementRef key="a" maxOccurs="2"/></sequence>',
        "a da aa daa",
        "d ad aaa dda -",
    ),
    (
        '<sequence minOccurs="0" maxOccurs="unbounded"><elementRef key="a" minOccurs="0" maxOccurs="unbounded"/>'
        '<elementRef key="b"/></sequence>',
        "- b ab aabab",
        "a ba c",
    ),
]


def document(children: str) -> str:
    inside = "".join({".": " ", "!": "word", "-": ""}.get(sign, f"<{sign}/>") for sign in children)
    return f'<r xmlns="{TEI_NS}">{inside}</r>'


@pytest.mark.parametrize(("content", "accepted", "rejected"), CONTENTS, ids=[row[0][:70] for row in CONTENTS])
def test_a_content_model_means_the_same_in_every_schema_language(
    validators: Callable[..., Any], content: str, accepted: str, rejected: str
) -> None:
    """RELAX NG, XML Schema in libxml2 and in xmlschema agree on what a content model accepts and rejects."""
    found = validators(f'{LEAVES}<elementSpec ident="r"><content>{content}</content></elementSpec>')
    for children in accepted.split():
        assert found.agree(document(children)), f"{children} should be valid"
    for children in rejected.split():
        assert not found.agree(document(children)), f"{children} should not be valid"


def test_only_start_elements_begin_a_document(validators: Callable[..., Any]) -> None:
    """An element that is not named in schemaSpec/@start is no root, in XML Schema either."""
    found = validators(f'{LEAVES}<elementSpec ident="r"><content><elementRef key="a"/></content></elementSpec>', "r d")
    assert found.agree(document("a"))
    assert found.agree(f'<d xmlns="{TEI_NS}">word</d>')
    assert not found.agree(f'<a xmlns="{TEI_NS}"/>')
    assert not found.agree("<r><a/></r>")
