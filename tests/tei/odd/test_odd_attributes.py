"""Attributes: what is inherited, changed, left out, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tei.names import RNG_NS, TEI_NS
from tei.odd import OddSchema, Reading, compile_relaxng, compile_xsd, read_odd
from tei.odd.inheritance import Inheritance

CLASSES = """
<classSpec ident="att.base" type="atts"><attList>
  <attDef ident="n"><datatype><dataRef name="string"/></datatype></attDef>
  <attDef ident="xml:id"><datatype><dataRef name="ID"/></datatype></attDef>
  <attDef ident="xml:lang"><datatype><dataRef name="language"/></datatype></attDef></attList></classSpec>
<classSpec ident="att.typed" type="atts"><attList>
  <attDef ident="type"><desc>kind</desc><datatype><dataRef name="NMTOKEN"/></datatype></attDef>
  <attDef ident="subtype"><datatype><dataRef name="NMTOKEN"/></datatype></attDef></attList></classSpec>
<classSpec ident="att.all" type="atts"><classes><memberOf key="att.base"/>
  <memberOf key="att.typed"/></classes></classSpec>
<classSpec ident="att.strict" type="atts"><classes><memberOf key="att.typed"/></classes>
  <attList><attDef ident="type" mode="change" usage="req"/></attList></classSpec>
<classSpec ident="att.either" type="atts"><attList org="choice">
  <attDef ident="key"/><attList><attDef ident="ref"/><attDef ident="cert"/></attList></attList></classSpec>
"""
CLOSED = '<valList type="closed"><valItem ident="letter"/><valItem ident="cable"/></valList>'

# classes | attList | accepted | rejected
CASES = [
    ("att.base", "", ["", 'n="1"', 'xml:id="x"', 'xml:lang="ru"', 'n=""'], ['m="1"', 'xml:lang="x-"']),
    ("att.all", "", ['n="1" type="x" subtype="y"'], ['type="x y"']),
    ("att.all att.base att.typed", "", ['n="1" type="x"'], ['type=""']),
    ("att.strict", "", ['type="x"', 'type="x" subtype="y"'], ["", 'subtype="y"']),
    ("att.strict att.all", "", ['n="1" type="x"'], ["", 'n="1"']),
    (
        "att.typed",
        f'<attDef ident="type" mode="change">{CLOSED}</attDef>',
        ['type="cable"', 'type=" cable "'],
        ['type="x"'],
    ),
    (
        "att.typed",
        f'<attDef ident="type" usage="req">{CLOSED}</attDef>',
        ['type="letter" subtype="x"'],
        ["", 'type="x"'],
    ),
    ("att.all", '<attDef ident="type" mode="delete"/>', ["", 'subtype="x" n="1"'], ['type="x"']),
    ("att.all", '<attDef ident="xml:lang" mode="delete"/>', ['xml:id="a" n="1"'], ['xml:lang="ru"']),
    ("", '<attRef class="att.typed" name="subtype"/>', ['subtype="x"'], ['type="x"']),
    ("", '<attDef ident="a" usage="req"/><attDef ident="b" usage="rec"/>', ['a=""', 'a="1" b="2"'], ["", 'b="1"']),
    ("", '<attList><attList><attDef ident="a"/></attList><attDef ident="b"/></attList>', ['a="1" b="1"'], ['c="1"']),
    ("", f'<attDef ident="a"><defaultVal>letter</defaultVal>{CLOSED}</attDef>', ["", 'a="cable"'], ['a="x"']),
    ("", '<attDef ident="a"><altIdent>alpha</altIdent></attDef>', ['alpha="1"'], ['a="1"']),
    (
        "",
        '<attDef ident="a"><datatype minOccurs="1" maxOccurs="2"><dataRef name="NMTOKEN"/></datatype>'
        f"{CLOSED}</attDef>",
        ['a="letter"', 'a="cable letter"', 'a=" cable  letter "'],
        ['a=""', 'a="cable cable cable"', 'a="x"'],
    ),
    ("", f'<attDef ident="a">{CLOSED.replace("closed", "semi")}</attDef>', ['a="anything at all"'], []),
]


@pytest.mark.parametrize(("classes", "attributes", "accepted", "rejected"), CASES)
def test_attributes_mean_the_same_in_every_schema_language(
    validators: Callable[..., Any], classes: str, attributes: str, accepted: list[str], rejected: list[str]
) -> None:
    """RELAX NG and both implementations of XML Schema agree on what attributes an element has."""
    members = "".join(f'<memberOf key="{key}"/>' for key in classes.split())
    found = validators(
        f'{CLASSES}<elementSpec ident="r"><classes>{members}</classes><content><textNode/></content>'
        f"<attList>{attributes}</attList></elementSpec>"
    )
    for written in accepted:
        assert found.agree(f'<r xmlns="{TEI_NS}" {written}/>'), written
    for written in rejected:
        assert not found.agree(f'<r xmlns="{TEI_NS}" {written}/>'), written


def test_attributes_that_exclude_each_other_do_so_in_relaxng(validators: Callable[..., Any]) -> None:
    """attList org="choice" is exact in RELAX NG; XML Schema lets all of its attributes stand."""
    found = validators(
        f'{CLASSES}<elementSpec ident="r"><classes><memberOf key="att.either"/></classes>'
        "<content><textNode/></content></elementSpec>"
    )
    for written, relaxng in (("", True), ('key="a"', True), ('ref="a" cert="b"', True), ('key="a" ref="b"', False)):
        document = f'<r xmlns="{TEI_NS}" {written}/>'
        assert found.verdicts(document) == (relaxng, True, True)


def test_a_choice_loses_an_attribute_that_the_element_defines_itself(validators: Callable[..., Any]) -> None:
    """An element's own definition stands outside the choice of its class."""
    found = validators(
        f'{CLASSES}<elementSpec ident="r"><classes><memberOf key="att.either"/></classes><content><textNode/></content>'
        '<attList><attDef ident="key" usage="req"/></attList></elementSpec>'
    )
    assert found.agree(f'<r xmlns="{TEI_NS}" key="a" ref="b" cert="c"/>')
    assert not found.agree(f'<r xmlns="{TEI_NS}" ref="b"/>')


def test_a_class_is_used_whole_where_nothing_in_it_is_changed(schema: Callable[..., OddSchema]) -> None:
    """A class is one reference, and taken apart only where an attribute of it is redefined."""
    found = schema(
        f'{CLASSES}<elementSpec ident="r"><classes><memberOf key="att.all"/></classes>'
        '<content><elementRef key="s"/></content></elementSpec>'
        '<elementSpec ident="s"><classes><memberOf key="att.all"/></classes><content><empty/></content>'
        '<attList><attDef ident="type" mode="change" usage="req"/></attList></elementSpec>'
    )
    grammar = etree.fromstring(compile_relaxng(found))

    def references(name: str) -> list[str]:
        return [str(ref.get("name")) for ref in grammar.findall(f'{{*}}define[@name="{name}"]//{{{RNG_NS}}}ref')]

    assert references("r") == ["att.all.attributes", "s"]
    assert references("s") == ["att.base.attributes", "att.typed.attribute.subtype"]


def test_a_change_keeps_what_it_does_not_say(schema: Callable[..., OddSchema]) -> None:
    """mode="change" inherits description and datatype from the class."""
    found = schema(
        f'{CLASSES}<elementSpec ident="r"><classes><memberOf key="att.typed"/></classes><content><empty/></content>'
        '<attList><attDef ident="type" mode="change" usage="req"/></attList></elementSpec>'
    )
    uses = {use.attribute.ident: use for use in Inheritance(found).attributes(found.elements["r"])}
    assert uses["type"].attribute.docs.summary() == "kind"
    assert uses["type"].attribute.required
    assert (uses["type"].owner, uses["subtype"].owner) == ("", "att.typed")


def test_an_attribute_of_another_namespace_has_a_schema_document_of_its_own(validators: Callable[..., Any]) -> None:
    """attDef/@ns works in RELAX NG and, by an import, in XML Schema."""
    found = validators(
        '<elementSpec ident="r"><content><textNode/></content><attList>'
        '<attDef ident="ref" ns="http://example.org/karsk" usage="req"><datatype>'
        '<dataRef name="NCName"/></datatype></attDef>'
        "</attList></elementSpec>"
    )
    assert found.agree(f'<r xmlns="{TEI_NS}" xmlns:k="http://example.org/karsk" k:ref="a"/>')
    assert not found.agree(f'<r xmlns="{TEI_NS}" xmlns:k="http://example.org/karsk" k:ref="1"/>')
    assert not found.agree(f'<r xmlns="{TEI_NS}" ref="a"/>')


def test_an_element_of_another_namespace_stands_where_it_may(validators: Callable[..., Any]) -> None:
    """elementSpec/@ns works in both, content of the schema's own namespace included."""
    found = validators(
        '<elementSpec ident="r"><content><elementRef key="x" minOccurs="0"/></content></elementSpec>'
        '<elementSpec ident="x" ns="http://example.org/karsk"><content><elementRef key="p"/></content></elementSpec>'
        '<elementSpec ident="p"><content><textNode/></content></elementSpec>'
    )
    assert found.agree(f'<r xmlns="{TEI_NS}"><x xmlns="http://example.org/karsk"><p xmlns="{TEI_NS}">a</p></x></r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}"><x><p/></x></r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}"><x xmlns="http://example.org/karsk"/></r>')


def test_elements_of_other_vocabularies_may_stand_in_anyelement(validators: Callable[..., Any]) -> None:
    """anyElement takes what is not TEI, with any attributes and content; @require names the namespaces."""
    found = validators(
        '<elementSpec ident="r"><content><sequence><elementRef key="x"/><elementRef key="y" minOccurs="0"/></sequence>'
        '</content></elementSpec><elementSpec ident="x"><content>'
        '<anyElement maxOccurs="unbounded"/></content></elementSpec>'
        '<elementSpec ident="y"><content><anyElement require="http://example.org/karsk"/></content></elementSpec>'
    )
    foreign, other = '<k xmlns="http://example.org/karsk" a="b">c<d/></k>', '<k xmlns="">e</k>'
    assert found.agree(f'<r xmlns="{TEI_NS}"><x>{foreign}{other}</x><y>{foreign}</y></r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}"><x>{foreign}</x><y>{other}</y></r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}"><x><x/></x></r>')
    assert not found.agree(f'<r xmlns="{TEI_NS}"><x/></r>')


def test_identifiers_are_unique(validators: Callable[..., Any]) -> None:
    """xml:id of type ID stands once in a document."""
    found = validators(
        f'{CLASSES}<elementSpec ident="r"><classes><memberOf key="att.base"/></classes><content>'
        '<elementRef key="r" minOccurs="0" maxOccurs="unbounded"/></content></elementSpec>'
    )
    assert found.agree(f'<r xmlns="{TEI_NS}" xml:id="a"><r xml:id="b"/></r>')


def test_an_altident_is_the_name_in_documents(validators: Callable[..., Any]) -> None:
    """An element is called by its altIdent where there is one."""
    found = validators(
        '<elementSpec ident="r"><altIdent>telegram</altIdent><content><textNode/></content></elementSpec>'
    )
    assert found.agree(f'<telegram xmlns="{TEI_NS}">a</telegram>')
    assert not found.agree(f'<r xmlns="{TEI_NS}">a</r>')


def test_descriptions_stand_in_the_schemas(schema: Callable[..., OddSchema]) -> None:
    """Glosses and descriptions are a:documentation in RELAX NG and xs:documentation in XML Schema."""
    found = schema(
        '<elementSpec ident="r"><gloss>root</gloss><desc>holds <gi>p</gi>.</desc><content><empty/></content><attList>'
        '<attDef ident="a"><desc>one</desc><valList type="closed"><valItem ident="x"><gloss>ex</gloss></valItem>'
        "</valList></attDef></attList></elementSpec>"
    )
    for data in (compile_relaxng(found), compile_xsd(found)["telegram.xsd"]):
        words = [node.text for node in etree.fromstring(data).iter("{*}documentation")]
        assert words == ["(root) holds p.", "one", "(ex)"] or words == ["one", "(ex)", "(root) holds p."], words


def test_an_attribute_may_stand_in_several_branches_of_a_choice(validators: Callable[..., Any]) -> None:
    """A choice of lists that share an attribute is exact in RELAX NG, in a class and where the class is taken apart."""
    shared = (
        '<classSpec ident="att.e" type="atts"><attList><attDef ident="n"/><attList org="choice">'
        '<attList><attDef ident="key" usage="req"/></attList>'
        '<attList><attDef ident="key" usage="req"><desc>d</desc></attDef><attDef ident="ref" usage="req"/></attList>'
        '<attList org="choice"><attDef ident="a" usage="req"/><attDef ident="b" usage="req"/></attList>'
        "</attList></attList></classSpec>"
    )
    for own in ("", '<attDef ident="n" usage="opt"/>'):
        found = validators(
            f'{shared}<elementSpec ident="r"><classes><memberOf key="att.e"/></classes><content><empty/></content>'
            f"<attList>{own}</attList></elementSpec>"
        )
        for written, relaxng in (("key", True), ("key ref", True), ("a", True), ("ref", False), ("a key", False)):
            attributes = " ".join(f'{name}="x"' for name in written.split())
            assert found.verdicts(f'<r xmlns="{TEI_NS}" n="1" {attributes}/>') == (relaxng, True, True)


def test_a_schema_need_not_have_a_namespace(tmp_path: Path, compiled: Callable[..., Any]) -> None:
    """schemaSpec/@ns may be empty, and elements of a namespace stand among those without one."""
    path = tmp_path / "karsk.odd"
    path.write_text(
        f'<TEI xmlns="{TEI_NS}"><schemaSpec ident="k" start="r nobody" ns=""><elementSpec ident="r"><content>'
        '<elementRef key="a"/><elementRef key="x"/><anyElement minOccurs="0"/></content></elementSpec>'
        '<elementSpec ident="a"><content><empty/></content></elementSpec>'
        '<elementSpec ident="x" ns="http://example.org/karsk"><content><elementRef key="a"/></content></elementSpec>'
        "</schemaSpec></TEI>",
        encoding="utf-8",
    )
    schema = read_odd(path).schema
    assert schema is not None
    found = compiled(schema)
    inside = '<x xmlns="http://example.org/karsk"><a xmlns=""/></x>'
    assert found.agree(f"<r><a/>{inside}</r>")
    assert found.agree(f'<r><a/>{inside}<k xmlns="http://example.org/other"/></r>')
    assert not found.agree(f"<r><a/>{inside}<a/></r>")
    assert not found.agree(f'<r xmlns="{TEI_NS}"><a/>{inside}</r>')


def test_without_a_start_element_nothing_is_valid(read: Callable[..., Reading]) -> None:
    """A schema whose start is not specified compiles all the same, and accepts no document."""
    schema = read('<elementSpec ident="r"><content><empty/></content></elementSpec>', "nobody").schema
    assert schema is not None
    assert not etree.RelaxNG(etree.fromstring(compile_relaxng(schema))).validate(
        etree.fromstring(f'<r xmlns="{TEI_NS}"/>')
    )
