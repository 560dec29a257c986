"""What an ODD takes from RELAX NG: grammars from elsewhere, and patterns that pure ODD has no word for."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei.findings import Severity
from tei.odd import compile_all, compile_guide, compile_relaxng, read_odd
from tests.tei.odd.conftest import BASE, HEAD, Read, accepts, part

RNG = 'xmlns:rng="http://relaxng.org/ns/structure/1.0"'
GRAMMAR = '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:karsk:map" {}>{}</grammar>'
MAP = GRAMMAR.format(
    "",
    '<include href="map-parts.rng"><define name="scale"><attribute name="scale"/></define></include>'
    '<start><ref name="map"/></start>'
    '<define name="map"><element name="map"><ref name="scale"/><zeroOrMore><ref name="mark"/></zeroOrMore></element>'
    '</define><define name="hill.attributes"><optional><attribute name="k:hill" xmlns:k="urn:karsk:hill"/></optional>'
    "</define>",
)
PARTS = GRAMMAR.format(
    "",
    '<div><define name="mark"><element name="mark"><text/></element></define></div>'
    '<define name="scale"><notAllowed/></define>',
)
MAP_HERE = '<map xmlns="urn:karsk:map" scale="1"><mark>hill</mark></map>'
WITH_MAP = '<moduleRef url="map.rng"{}>{}</moduleRef>'


@pytest.fixture
def maps(tmp_path: Path, customised: Read) -> Read:
    """Put a grammar of maps beside the ODD; it has a `mark`, as the vocabulary does."""
    (tmp_path / "map.rng").write_text(MAP, encoding="utf-8")
    (tmp_path / "map-parts.rng").write_text(PARTS, encoding="utf-8")
    return customised


CASES = [
    # a pattern is named in a content model
    (WITH_MAP.format("", "") + part('<content><elementRef key="map"/></content>'), f"|<part>{MAP_HERE}</part>"),
    (WITH_MAP.format("", "") + part(f'<content {RNG}><rng:ref name="map"/></content>'), f"|<part>{MAP_HERE}</part>"),
    # with the prefix that moduleRef gives it
    (
        WITH_MAP.format(' prefix="k_"', "") + part('<content><elementRef key="k_map"/></content>'),
        f"|<part>{MAP_HERE}</part>",
    ),
    # or is made a member of a class, whose name has the prefix of the schema
    (
        WITH_MAP.format(
            "",
            f'<content {RNG}><rng:define name="model.line" combine="choice"><rng:ref name="map"/></rng:define>'
            "</content>",
        ),
        f"|<part>a {MAP_HERE} <mark>b</mark></part>",
    ),
]


@pytest.mark.parametrize(("specs", "good"), CASES)
def test_a_grammar_from_elsewhere_comes_along(maps: Read, specs: str, good: str) -> None:
    """Its elements may stand where the ODD lets them, and are what the grammar says that they are."""
    reading = maps(BASE + specs)
    assert accepts(reading, good)
    assert not accepts(reading, good.replace(' scale="1"', ""))
    assert not accepts(reading, good.replace('<map xmlns="urn:karsk:map"', "<map"))
    assert [one.rule for one in reading.findings] == ["ODD127"]  # there is no XML Schema of it


def test_a_name_that_both_have_means_that_of_the_schema(maps: Read) -> None:
    """The grammar's own `mark` is another, and its map still holds that one."""
    reading = maps(BASE + WITH_MAP.format("", "") + part('<content><elementRef key="mark"/></content>'))
    assert accepts(reading, "|<part><mark>a</mark></part>")


def test_attributes_of_a_grammar_can_be_taken(maps: Read) -> None:
    """attRef without a class names a pattern of attributes."""
    attributes = '<attList><attRef name="hill.attributes"/></attList>'
    reading = maps(BASE + WITH_MAP.format("", "") + part(attributes))
    assert accepts(reading, '|<part xmlns:k="urn:karsk:hill" k:hill="x">a</part>')
    assert not accepts(reading, '|<part hill="x">a</part>')


def test_of_an_address_the_file_beside_the_odd_is_taken(maps: Read, tmp_path: Path) -> None:
    """Nothing is fetched; where there is no such file, the finding says where to put it."""
    far = '<moduleRef url="https://maps.example/schemas/{}.rng"/>'
    assert accepts(maps(BASE + far.format("map")), "|<plan/>")
    (found,) = maps(BASE + far.format("atlas")).findings
    assert (found.rule, found.severity, found.hint) == (
        "ODD118",
        Severity.ERROR,
        "save it as atlas.rng beside the ODD, or name the file",
    )
    (tmp_path / "map-parts.rng").unlink()
    assert "ODD118" in [one.rule for one in maps(BASE + far.format("map")).findings]


def test_the_guide_names_what_is_from_elsewhere(maps: Read) -> None:
    """It is listed with the address that it comes from."""
    reading = maps(BASE + CASES[0][0])
    assert reading.schema is not None
    assert "what map.rng has under this name" in compile_guide(reading.schema).decode()
    assert sorted(compile_all(reading.schema, "house")) == ["guide.html", "house.rng", "house.sch"]


# a content model in RELAX NG | what an element holds that is valid | and that is not
PATTERNS = [
    (
        '<rng:element name="seal"><rng:attribute name="kind"><rng:value>wax</rng:value></rng:attribute></rng:element>',
        '<seal kind="wax"/>',
        '<seal kind="ink"/>',
    ),
    (
        '<rng:element name="k:seal" xmlns:k="urn:karsk:seal"><rng:ref name="mark"/></rng:element>',
        '<seal xmlns="urn:karsk:seal"><mark xmlns="http://www.tei-c.org/ns/1.0">a</mark></seal>',
        "<seal><mark>a</mark></seal>",
    ),
    (
        '<rng:zeroOrMore><rng:element><rng:anyName><rng:except><rng:nsName ns="urn:karsk:no"/></rng:except>'
        "</rng:anyName><rng:text/></rng:element></rng:zeroOrMore>",
        '<x xmlns="urn:karsk:yes">a</x>',
        '<x xmlns="urn:karsk:no">a</x>',
    ),
    ('<rng:ref name="t.word"/>', "one", "one two"),
    (
        '<rng:list><rng:data type="integer"/><rng:data type="integer"/></rng:list>',
        "1 2",
        "1 2 3",
    ),
    (
        '<rng:data type="token"><rng:except><rng:value>none</rng:value></rng:except></rng:data>',
        "some",
        "none",
    ),
    (
        '<rng:interleave><rng:zeroOrMore><rng:ref name="plan"/></rng:zeroOrMore><rng:ref name="mark"/>'
        '<rng:zeroOrMore><rng:ref name="head"/></rng:zeroOrMore></rng:interleave>',
        "<plan/><head><mark/></head><plan/><mark/><plan/>",
        "<mark/><mark/>",
    ),
    ('<rng:mixed><rng:ref name="plan"/></rng:mixed>', "a <plan/> b", "a"),
    ('<rng:ref name="att.named.attributes"/><rng:text/>', "a", "<plan/>"),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), PATTERNS)
def test_relax_ng_in_content_means_what_it_says(customised: Read, pattern: str, good: str, bad: str) -> None:
    """What pure ODD has no word for is kept, and a name means whatever has that name."""
    reading = customised(BASE + part(f"<classes/><content {RNG}>{pattern}</content>"))
    assert accepts(reading, f"|<part>{good}</part>")
    assert not accepts(reading, f"|<part>{bad}</part>")


def test_an_element_of_relax_ng_may_hold_itself(customised: Read) -> None:
    """A macro that an element in it refers to is no circle; one that is made of itself is."""
    macro = '<macroSpec ident="macro.any" {}><desc>d</desc><content><rng:element><rng:nsName ns="urn:karsk:any"/>{}'
    inside = '<rng:zeroOrMore><rng:ref name="macro.any"/></rng:zeroOrMore></rng:element></content></macroSpec>'
    here = part('<content><macroRef key="macro.any"/></content>')
    reading = customised(BASE + macro.format(RNG, inside) + here)
    assert accepts(reading, '|<part><a xmlns="urn:karsk:any"><b><c/></b></a></part>')
    assert not accepts(reading, '|<part><a xmlns="urn:karsk:any"><b xmlns=""/></a></part>')


def test_a_datatype_may_be_a_list_of_different_things(customised: Read) -> None:
    """RELAX NG has lists of unlike values, which an attribute can hold."""
    datatype = f'<datatype {RNG}><rng:list><rng:data type="integer"/><rng:ref name="t.word"/></rng:list></datatype>'
    reading = customised(BASE + part(f'<attList><attDef ident="span"><desc>d</desc>{datatype}</attDef></attList>'))
    assert accepts(reading, '|<part span="1 day">a</part>')
    assert not accepts(reading, '|<part span="day">a</part>')
    assert reading.schema is not None
    assert "list as RELAX NG has it" in compile_guide(reading.schema).decode()


def test_all_elements_of_the_schema_can_be_meant(customised: Read) -> None:
    """TEI's own customisation for XInclude says so with a processing instruction."""
    reading = customised(BASE + part("<content><?NameList?></content>"))
    assert accepts(reading, "|<part><plan/></part>")
    assert not accepts(reading, "|<part><stamp/></part>")


def test_anything_can_come_between_what_comes_in_any_order(customised: Read) -> None:
    """Where order is free, what may repeat may stand between the others; XML Schema says the same."""
    items = '<elementRef key="plan"/><elementRef key="mark" minOccurs="1" maxOccurs="unbounded"/>'
    reading = customised(BASE + part(f'<content><sequence preserveOrder="false">{items}</sequence></content>'))
    for good in ("<plan/><mark/>", "<mark/><plan/><mark/>", "<mark/><mark/><plan/>"):
        assert accepts(reading, f"|<part>{good}</part>")
    for bad in ("<plan/>", "<mark/>", "<plan/><mark/><plan/>"):
        assert not accepts(reading, f"|<part>{bad}</part>")
    assert reading.schema is not None
    assert reading.schema.xsd


def test_many_things_in_any_order_are_relax_ng_alone(customised: Read) -> None:
    """Six items have 720 orders, which a customisation leaves to `interleave`."""
    more = "".join(
        f'<elementSpec ident="e{n}" mode="add"><desc>d</desc><content><empty/></content></elementSpec>'
        for n in range(6)
    )
    items = "".join(f'<elementRef key="e{n}"/>' for n in range(6))
    reading = customised(BASE + more + part(f'<content><sequence preserveOrder="false">{items}</sequence></content>'))
    assert accepts(reading, "|<part><e5/><e3/><e1/><e0/><e2/><e4/></part>")
    assert not accepts(reading, "|<part><e5/><e3/><e1/><e0/><e2/></part>")
    assert [one.rule for one in reading.findings] == ["ODD127"]


def test_elements_of_one_name_in_two_namespaces_stand_side_by_side(customised: Read) -> None:
    """One is called by its prefix in the ODD, and neither takes the place of the other."""
    mark = '<elementSpec ident="mark" ns="urn:karsk:sea" prefix="s_" mode="add"><desc>d</desc>{}</elementSpec>'
    here = part(f'<content {RNG}><rng:ref name="mark"/><rng:ref name="s_mark"/></content>')
    reading = customised(BASE + mark.format("<content><empty/></content>") + here)
    assert accepts(reading, '|<part><mark>a</mark><mark xmlns="urn:karsk:sea"/></part>')
    assert not accepts(reading, '|<part><mark>a</mark><mark xmlns="urn:karsk:sea">a</mark></part>')


def test_an_odd_of_its_own_may_use_the_datatypes_of_a_source(tmp_path: Path) -> None:
    """A schema of another vocabulary takes nothing from TEI but its datatypes, where p5subset.xml is at hand."""
    path, library = tmp_path / "sea.odd", tmp_path / "p5subset.xml"
    library.write_text(
        f'{HEAD}<dataSpec ident="t.word" module="base"><desc>d</desc><content>'
        '<dataRef name="token" restriction="\\S+"/></content></dataSpec></body></text></TEI>',
        encoding="utf-8",
    )
    path.write_text(
        f'{HEAD}<schemaSpec ident="sea" start="ship" ns="urn:karsk:sea"><elementSpec ident="ship"><desc>d</desc>'
        '<content><dataRef key="t.word"/></content></elementSpec></schemaSpec></body></text></TEI>',
        encoding="utf-8",
    )
    reading = read_odd(path)
    assert reading.findings == ()
    assert reading.schema is not None
    grammar = etree.RelaxNG(etree.fromstring(compile_relaxng(reading.schema)))
    assert grammar.validate(etree.fromstring('<ship xmlns="urn:karsk:sea">Borea</ship>'))
    assert not grammar.validate(etree.fromstring('<ship xmlns="urn:karsk:sea">two words</ship>'))
    library.unlink()
    assert [one.rule for one in read_odd(path).findings] == ["ODD111"]
