"""Datatypes: RELAX NG and XML Schema agree on values, and what cannot be a datatype is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from tei.names import TEI_NS

DATES = "".join(
    f'<dataRef name="{name}"/>'
    for name in ("date", "gYear", "gMonth", "gDay", "gYearMonth", "gMonthDay", "time", "dateTime")
)
WORD = '<dataRef name="token" restriction="[^\\p{C}\\p{Z}]+"/>'
LANGUAGE = '<alternate><dataRef name="language"/><valList type="closed"><valItem ident=""/></valList></alternate>'

# dataSpec's content | accepted | rejected
TYPES = [
    (WORD, ["a", "é", " a ", "№5"], ["", "a b"]),
    (
        f"<alternate>{DATES}</alternate>",
        ["1938", "1938-02", "1938-02-14", "--02", "09:40:00", "1938-02-14T09:40:00Z"],
        ["38", "1938-13", "1938-02-30", "9:40", ""],
    ),
    (LANGUAGE, ["", "en", "ru-Latn"], ["e n", "x-", "telegraphisch"]),
    ('<dataRef name="nonNegativeInteger"/>', ["0", "12", " 7 "], ["-1", "1.5", "a", ""]),
    ('<dataRef name="integer" restriction="[0-9]+"/>', ["12", " 12 "], ["-1", "+1"]),
    ('<dataRef name="anyURI" restriction="\\S+"/>', ["#kolb", "http://example.org/a", " #a "], ["", "a b"]),
    ('<dataRef name="boolean"/>', ["true", "0"], ["yes", ""]),
    ('<dataRef name="string"/>', ["", " a  b "], []),
    ("<textNode/>", ["", "a b"], []),
    ("<empty/>", [""], ["a"]),
    ('<dataRef key="t.either" restriction="[a-e]+"/>', ["bead", "abc", " e "], ["zebra", "a b", "1"]),
    (
        '<dataRef name="integer"><dataFacet name="minInclusive" value="2"/><dataFacet name="maxInclusive" value="9"/>'
        "</dataRef>",
        ["2", "9"],
        ["1", "10"],
    ),
    ('<dataRef key="t.word" restriction="k.*"/>', ["karsk", "k"], ["a", "k k"]),
    ('<dataRef key="t.language" restriction="e.*"/>', ["en"], ["ru", ""]),
    ('<dataRef key="t.deep" restriction="[a-m].*"/>', ["cable", "k"], ["x.y", "zebra"]),
    (
        '<valList type="closed"><valItem ident="a.b"/><valItem ident="c d"/></valList>',
        ["a.b", "c d", " c  d "],
        ["axb", ""],
    ),
    (f'<alternate><dataRef name="decimal"/>{WORD}</alternate>', ["1.5", "x"], ["x y"]),
    ('<sequence><dataRef name="NCName" minOccurs="2" maxOccurs="2"/></sequence>', ["a b"], ["a", "a b c", ""]),
]


def spec(content: str, occurs: str = "") -> str:
    return (
        f'<dataSpec ident="t.word"><content>{WORD}</content></dataSpec>'
        f'<dataSpec ident="t.language"><content>{LANGUAGE}</content></dataSpec>'
        '<dataSpec ident="t.deep"><content><alternate><valList type="closed"><valItem ident="cable"/>'
        '<valItem ident="x.y"/></valList><dataRef key="t.word" restriction="."/></alternate></content></dataSpec>'
        '<dataSpec ident="t.either"><content><alternate><dataRef key="t.word"/><dataRef name="token"/></alternate>'
        "</content></dataSpec>"
        f'<dataSpec ident="t.probe"><content>{content}</content></dataSpec>'
        '<elementSpec ident="r"><content><elementRef key="v" minOccurs="0"/></content><attList><attDef ident="a">'
        f'<datatype{occurs}><dataRef key="t.probe"/></datatype></attDef></attList></elementSpec>'
        '<elementSpec ident="v"><content><dataRef key="t.probe"/></content></elementSpec>'
    )


def document(value: str, *, inside: bool = False) -> str:
    root = etree.Element(f"{{{TEI_NS}}}r")
    if inside:
        etree.SubElement(root, f"{{{TEI_NS}}}v").text = value
    else:
        root.set("a", value)
    return etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize(("content", "accepted", "rejected"), TYPES, ids=[row[0][:60] for row in TYPES])
def test_a_datatype_takes_the_same_values_everywhere(
    validators: Callable[..., Any], content: str, accepted: list[str], rejected: list[str]
) -> None:
    """In attributes and in elements, all schemas agree on what is a value."""
    found = validators(spec(content))
    for inside in (False, True):
        for value in accepted:
            assert found.agree(document(value, inside=inside)), value
        for value in rejected:
            assert not found.agree(document(value, inside=inside)), value


@pytest.mark.parametrize(
    ("occurs", "accepted", "rejected"),
    [
        (' maxOccurs="unbounded"', ["a", "a b c", " a  b "], ["", " "]),
        (' minOccurs="0" maxOccurs="unbounded"', ["", "a b"], []),
        (' minOccurs="2" maxOccurs="3"', ["a b", "a b c"], ["a", "a b c d"]),
        (' minOccurs="2" maxOccurs="unbounded"', ["a b", "a b c d"], ["a", ""]),
    ],
)
def test_a_datatype_that_repeats_is_a_list(
    validators: Callable[..., Any], occurs: str, accepted: list[str], rejected: list[str]
) -> None:
    """minOccurs and maxOccurs of a datatype count the words of the attribute."""
    found = validators(spec(WORD, occurs))
    assert all(found.agree(document(value)) for value in accepted)
    assert not any(found.agree(document(value)) for value in rejected)


def test_a_value_can_be_written_out_in_an_element(validators: Callable[..., Any]) -> None:
    """A dataRef or valList straight in an element's content needs no dataSpec."""
    found = validators(
        '<elementSpec ident="r"><content><alternate><dataRef name="gYear"/><valList type="closed">'
        '<valItem ident="unknown"/></valList></alternate></content><attList><attDef ident="n"/></attList></elementSpec>'
    )
    assert found.agree(f'<r xmlns="{TEI_NS}" n="1">1938</r>')
    assert found.agree(f'<r xmlns="{TEI_NS}">unknown</r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}">soon</r>')


def test_a_macro_can_name_a_datatype(validators: Callable[..., Any]) -> None:
    """A macro that holds a value is one in an element's content."""
    found = validators(
        '<macroSpec ident="macro.year"><content><dataRef name="gYear"/></content></macroSpec>'
        '<elementSpec ident="r"><content><macroRef key="macro.year"/></content></elementSpec>'
    )
    assert found.agree(f'<r xmlns="{TEI_NS}">1938</r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}">soon</r>')
