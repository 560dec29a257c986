"""Constraints: one pattern for each, with the right context, in Schematron that runs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree, isoschematron

from tei.names import SCH_NS, TEI_NS
from tei.odd import OddSchema, compile_schematron
from tei.schematron import Schematron
from tests.tei.odd.conftest import BASE, Read, part

SCH = f"{{{SCH_NS}}}"


def spec(constraint: str, more: str = "") -> str:
    return (
        '<elementSpec ident="r"><classes><memberOf key="att.t"/></classes><content><alternate minOccurs="0" '
        'maxOccurs="unbounded"><textNode/><classRef key="model.m"/></alternate></content>'
        f'{constraint}<attList><attDef ident="n"/></attList></elementSpec>'
        '<elementSpec ident="a"><classes><memberOf key="model.m"/><memberOf key="att.u"/></classes>'
        "<content><textNode/></content></elementSpec>"
        '<elementSpec ident="b"><classes><memberOf key="model.m"/></classes><content><textNode/></content>'
        "</elementSpec>"
        f"{more}"
    )


CLASSES = (
    '<classSpec type="model" ident="model.m">{model}</classSpec>'
    '<classSpec type="atts" ident="att.u"><classes><memberOf key="att.t"/></classes></classSpec>'
    '<classSpec type="atts" ident="att.t">{atts}<attList><attDef ident="t">{att}</attDef></attList></classSpec>'
)


def classes(model: str = "", atts: str = "", att: str = "") -> str:
    return CLASSES.format(model=model, atts=atts, att=att)


def constraint(ident: str, content: str) -> str:
    return f'<constraintSpec ident="{ident}" scheme="schematron"><constraint>{content}</constraint></constraintSpec>'


ONE = '<sch:report test="1">x</sch:report>'
BARE = constraint(
    "c",
    '<sch:assert test="@n" role="warning">a  number\n is <sch:emph>missing</sch:emph> in <sch:name/> .</sch:assert>',
)


@pytest.mark.parametrize(
    ("specs", "context"),
    [
        (spec(BARE, classes()), "tei:r"),
        (spec("", classes(model=BARE)), "tei:a | tei:b"),
        (spec("", classes(atts=BARE)), "tei:r | tei:a"),
        (spec("", classes(att=BARE)), "tei:r/@t | tei:a/@t"),
        (spec("", classes()).replace('<attDef ident="n"/>', f'<attDef ident="n">{BARE}</attDef>'), "tei:r/@n"),
        (
            spec("", classes()).replace('<attDef ident="n"/>', f'<attDef ident="xml:id">{BARE}</attDef>'),
            "tei:r/@xml:id",
        ),
        (
            spec(
                constraint("c", '<sch:rule context="tei:b"><sch:assert test="1">x</sch:assert></sch:rule>'), classes()
            ),
            "tei:b",
        ),
    ],
)
def test_an_assertion_holds_for_what_its_specification_is_about(
    schema: Callable[..., OddSchema], specs: str, context: str
) -> None:
    """Bare assertions get the context of their element, the members of their class, or their attribute."""
    root = etree.fromstring(compile_schematron(schema(specs)))
    (pattern,) = root.findall(f"{SCH}pattern")
    (rule,) = pattern.findall(f"{SCH}rule")
    assert pattern.get("id") == "c"
    assert rule.get("context") == context
    assert root.get("queryBinding") == "xslt"
    assert [(ns.get("prefix"), ns.get("uri")) for ns in root.findall(f"{SCH}ns")] == [("tei", TEI_NS)]


def test_messages_keep_role_and_markup_and_lose_white_space(schema: Callable[..., OddSchema]) -> None:
    """The message of an assertion is one line, with its sch:name and its role."""
    root = etree.fromstring(compile_schematron(schema(spec(BARE, classes()))))
    (found,) = root.iter(f"{SCH}assert")
    assert found.get("role") == "warning"
    assert etree.tostring(found, encoding="unicode", with_tail=False).partition(">")[2] == (
        "a number is <sch:emph>missing</sch:emph> in <sch:name/> .</sch:assert>"
    )


def test_each_constraint_is_a_pattern_with_a_name_of_its_own(schema: Callable[..., OddSchema]) -> None:
    """Patterns are named after constraintSpec/@ident; a name that is taken gets the specification's before it."""
    specs = spec(
        constraint("c", '<sch:report test="1">x</sch:report>')
        + '<constraintSpec ident="d" scheme="schematron"><constraint><sch:let name="v" value="1"/>'
        '<sch:assert test="$v">x</sch:assert></constraint><constraint><sch:pattern><sch:rule context="tei:b">'
        '<sch:assert test="1">x</sch:assert></sch:rule></sch:pattern><sch:pattern><sch:rule context="tei:a">'
        '<sch:assert test="1">x</sch:assert></sch:rule></sch:pattern></constraint></constraintSpec>',
        classes(atts=constraint("c", '<sch:report test="2">x</sch:report>')),
    )
    root = etree.fromstring(compile_schematron(schema(specs)))
    assert [pattern.get("id") for pattern in root.findall(f"{SCH}pattern")] == ["c", "d", "d-2", "r-d-2", "att.t-c"]


def test_a_let_beside_rules_stands_before_them(schema: Callable[..., OddSchema]) -> None:
    """A variable of a constraint with rules belongs to the pattern."""
    specs = spec(
        constraint(
            "c",
            '<sch:rule context="tei:b"><sch:assert test="$v">x</sch:assert></sch:rule><sch:let name="v" value="1"/>',
        ),
        classes(),
    )
    root = etree.fromstring(compile_schematron(schema(specs)))
    assert [child.tag for child in root.findall(f"{SCH}pattern/*")] == [f"{SCH}let", f"{SCH}rule"]


def test_prefixes_are_declared_as_far_as_they_are_used(schema: Callable[..., OddSchema]) -> None:
    """Prefixes bound by sch:ns or in scope become sch:ns where an expression uses them."""
    content = (
        '<sch:ns prefix="k" uri="http://example.org/karsk"/><sch:ns prefix="z" uri="http://example.org/z"/>'
        '<sch:assert test="k:x or self::e:y" xmlns:e="http://example.org/e">x</sch:assert>'
    )
    specs = spec(
        f'<constraintSpec ident="c" xmlns:e="http://example.org/e"><constraint>{content}</constraint></constraintSpec>',
        classes(),
    )
    root = etree.fromstring(compile_schematron(schema(specs)))
    assert [ns.get("prefix") for ns in root.findall(f"{SCH}ns")] == ["e", "k", "tei"]


def test_a_constraint_of_the_schema_needs_a_rule(schema: Callable[..., OddSchema]) -> None:
    """A constraint in schemaSpec itself is kept, with its own context."""
    rule = '<sch:rule context="/"><sch:assert test="tei:r">x</sch:assert></sch:rule>'
    root = etree.fromstring(compile_schematron(schema(constraint("whole", rule) + spec("", classes()))))
    assert [pattern.get("id") for pattern in root.findall(f"{SCH}pattern")] == ["whole"]


def test_an_element_of_another_namespace_is_matched_by_name(schema: Callable[..., OddSchema]) -> None:
    """Where there is no prefix for an element's namespace, the context needs none."""
    specs = spec(
        "",
        '<elementSpec ident="x" ns="http://example.org/karsk"><classes><memberOf key="model.m"/></classes>'
        f"<content><empty/></content>{constraint('c', ONE)}"
        "</elementSpec>" + classes(),
    )
    root = etree.fromstring(compile_schematron(schema(specs)))
    (rule,) = root.iter(f"{SCH}rule")
    assert rule.get("context") == "*[local-name() = 'x'][namespace-uri() = 'http://example.org/karsk']"


def test_the_schematron_runs(schema: Callable[..., OddSchema]) -> None:
    """What is written is a Schematron schema that tells right from wrong documents."""
    found = schema(spec(constraint("c", '<sch:assert test="@n">a number is missing</sch:assert>'), classes()))
    schematron = isoschematron.Schematron(etree.fromstring(compile_schematron(found)))
    assert schematron.validate(etree.fromstring(f'<r xmlns="{TEI_NS}" n="1"/>'))
    assert not schematron.validate(etree.fromstring(f'<r xmlns="{TEI_NS}"/>'))


NAMED = '<sch:rule context="tei:b"><sch:assert test="@n" diagnostics="why">x</sch:assert></sch:rule>'
WHOLE = [
    # an abstract pattern keeps the name that others call it by
    '<sch:pattern abstract="true" id="need"><sch:rule context="$what"><sch:assert test="@n">x</sch:assert></sch:rule>'
    '</sch:pattern><sch:pattern is-a="need" id="mine"><sch:param name="what" value="tei:b"/></sch:pattern>',
    # what tells more about a check comes after the patterns, a phase before them
    f'<sch:diagnostics><sch:diagnostic id="why">y</sch:diagnostic></sch:diagnostics><sch:pattern id="p">{NAMED}'
    '</sch:pattern><sch:phase id="f"><sch:active pattern="p"/></sch:phase>',
    # and a whole schema may stand in a constraint
    f"<sch:schema><sch:title>t</sch:title><sch:pattern>{NAMED.replace(' diagnostics=', ' flag=')}</sch:pattern>"
    "</sch:schema>",
]


@pytest.mark.parametrize("content", WHOLE)
def test_what_only_a_schema_can_hold_is_put_where_it_belongs(schema: Callable[..., OddSchema], content: str) -> None:
    """Abstract patterns, phases, diagnostics and whole schemas in a constraint make Schematron that runs."""
    written = compile_schematron(schema(spec(constraint("c", content), classes())))
    rules = Schematron.load(written)
    found = rules.findings(etree.ElementTree(etree.fromstring(f'<r xmlns="{TEI_NS}"><b/></r>')))
    assert [(one.rule, one.message) for one in found] == [("c", "x")]
    order = [etree.QName(one).localname for one in etree.fromstring(written)]
    assert order == sorted(order, key=["title", "ns", "phase", "pattern", "diagnostics"].index)


def test_a_rule_without_context_is_left_out(customised: Read) -> None:
    """It would keep all the others from being run; the finding tells of it."""
    rules = constraint("c", '<sch:rule><sch:assert test="@n">x</sch:assert></sch:rule>')
    reading = customised(BASE + part(rules))
    assert [one.rule for one in reading.findings] == ["ODD140"]
    assert reading.schema is not None
    assert 'id="c"' not in compile_schematron(reading.schema).decode()
