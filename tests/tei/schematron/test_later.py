"""Rules in XPath 2.0 and 3.1: what they find, and that rules of XPath 1.0 find the same there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from elementpath import XPathContext, get_node_tree
from elementpath.xpath31 import XPath31Parser
from lxml import etree

from tei.schematron import Schematron, read_schema
from tei.schematron.contexts import node_set
from tei.schematron.selecting import Nodes, split
from tei.xmlfile import parse_bytes, parse_file

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "reference"
HEAD = '<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="{}">'
LOG = b"""<log n="1"><!-- ice -->
  <day when="1937-10-20" n="2">wind <b n="3">north</b> and <?turn now?>
  snow</day>
  <day n="4" id="d4" when="1937-10-19"/>
</log>"""


def run(rules: str, binding: str = "xslt2", document: bytes = LOG) -> list[tuple[str, int]]:
    schema = Schematron.load(f"{HEAD.format(binding)}{rules}</sch:schema>".encode(), "a.sch")
    return [(found.message, found.location.line) for found in schema.findings(parse_bytes(document), "a.xml")]


def rule(context: str, inside: str) -> str:
    return f'<sch:pattern><sch:rule context="{context}">{inside}</sch:rule></sch:pattern>'


@pytest.mark.parametrize(
    ("test", "lines"),
    [
        ("matches(@when, '-20$')", [4]),
        ("xs:date(@when) ge xs:date('1937-10-20')", [4]),
        ("every $d in ../day satisfies $d/@n", []),
        ("exists(@id) and (if (@n) then @n = '4' else false())", [2]),
        ("tokenize(@when, '-') = '20'", [4]),
        ("count(distinct-values((../day/@n, 4))) = 3", [2, 4]),
        ("current()/@id", [2]),
        ("../day[@n = current()/@n]/@id", [2]),
        ("upper-case(b) = 'NORTH'", [4]),
    ],
)
def test_the_functions_of_xpath_2_are_run(test: str, lines: list[int]) -> None:
    assert run(rule("day", f'<sch:assert test="{test}">x</sch:assert>')) == [("x", line) for line in lines]


def test_xpath_3_has_let_maps_and_arrows() -> None:
    tests = ("let $n := @n return $n = '2'", "map{'2': true()}(string(@n))", "(@n => string()) = '2'")
    for test in tests:
        assert run(rule("day", f'<sch:assert test="{test}">x</sch:assert>'), "xslt3") == [("x", 4)]


def test_variables_are_seen_from_where_they_stand_and_may_be_sequences() -> None:
    rules = (
        '<sch:let name="all" value="//day/@n"/><sch:pattern><sch:let name="last" value="max($all)"/>'
        '<sch:rule context="day"><sch:let name="own" value="@n"/>'
        '<sch:report test="$own = $last">last of <sch:value-of select="$all"/></sch:report></sch:rule></sch:pattern>'
    )
    assert run(rules) == [("last of 2 4", 4)]


@pytest.mark.parametrize(
    ("context", "lines"),
    [
        ("/", [1]),
        ("log", [1]),
        ("day/@when", [2, 4]),
        ("day/text()[matches(., 'snow')]", [2]),
        ("comment()", [1]),
        ("processing-instruction()", [2]),
        ("*[@n = ('2', '4')]", [2, 4]),
        ("day[2]", [4]),
        ("day[@id] | b", [2, 4]),
        ("log//b", [2]),
    ],
)
def test_contexts_are_elements_attributes_text_comments_and_instructions(context: str, lines: list[int]) -> None:
    assert run(rule(context, '<sch:report test="true()">x</sch:report>')) == [("x", line) for line in lines]


def test_the_first_rule_of_a_pattern_that_matches_keeps_the_node() -> None:
    report = '<sch:report test="true()">{}</sch:report>'
    first = f'<sch:rule context="day[@id]">{report.format("a")}</sch:rule>'
    second = f'<sch:rule context="day">{report.format("b")}</sch:rule>'
    assert run(f"<sch:pattern>{first}{second}</sch:pattern>") == [("b", 2), ("a", 4)]


def test_a_rule_that_breaks_off_is_a_finding_and_the_others_are_run() -> None:
    broken = rule("day", '<sch:assert test="xs:date(@n) gt xs:date(@when)">x</sch:assert>')
    (first, second) = run(broken + rule("b", '<sch:report test="true()">y</sch:report>'))
    assert "broke off" in first[0]
    assert second == ("y", 2)


CONTEXTS = (
    *("day", "day/@n", "day[@id]", "day[@id]/@n", "*[@n]", "@*", "day[1]", "day[last()]", "day[b[@n]]", "day/b"),
    *("log/day | b", "//day", "/log/day", "day[b]/b[@n]", "day[@n='2'][b]", "day[@n | b]", "day[@n][2]"),
)


@pytest.mark.parametrize("context", CONTEXTS)
def test_nodes_are_selected_as_elementpath_selects_them_alone(context: str) -> None:
    tree = parse_bytes(LOG)
    root = get_node_tree(tree)
    parser = XPath31Parser()

    def select(expression: str, item: Any) -> Any:
        return parser.parse(expression).select(XPathContext(root, item=item))

    wanted = list(dict.fromkeys(select(node_set(context), root)))
    assert {id(node) for node in Nodes(root, tree, {}).of(context, select)} == {id(node) for node in wanted}


def test_a_context_that_asks_for_a_place_is_left_to_elementpath() -> None:
    assert split("day[2]") == split("day[position() = 2]") == split("day[@a]/b") == split("ancestor::day") == ()
    assert [one.predicates for one in split("day[@a][b] | log/@n")] == ["self::node()[@a][b]", ""]


def documents() -> list[etree._ElementTree]:
    """Documents of the telegram schema, as they are and with attributes and elements taken away."""
    sources = sorted((ROOT / "tests" / "edition" / "test_render_golden").glob("*.xml"))
    trees = [parse_file(path) for path in sources]
    for path in sources[:6]:
        for name in ("type", "n", "when", "ref"):
            tree = parse_file(path)
            for element in tree.iter(etree.Element):
                element.attrib.pop(name, None)
            trees.append(tree)
    return trees


def test_rules_of_xpath_1_find_the_same_by_either_engine() -> None:
    schema = read_schema(ROOT / "schemas" / "generated" / "telegram.sch")
    first, later = Schematron(schema), Schematron(replace(schema, binding="xslt2"))
    found = 0
    for tree in documents():
        one = [(f.rule, f.message, f.location.line) for f in first.findings(tree)]
        assert [(f.rule, f.message, f.location.line) for f in later.findings(tree)] == one
        found += len(one)
    assert found > 50


@pytest.mark.skipif(not (SHARED / "cmif").is_dir(), reason="the examples of CMIF are not beside this checkout")
def test_the_rules_of_cmif_are_run_on_its_examples() -> None:
    rules = Schematron.load(SHARED / "cmif" / "cmif.sch")
    for path in sorted((SHARED / "cmif" / "examples").glob("*.xml")):
        tree = parse_file(path)
        assert rules.findings(tree) == ()
        for action in list(tree.iter("{*}correspAction")):
            action.set("type", "other")
        assert {found.message[:7] for found in rules.findings(tree)} == {"[E0001]", "[E0002]"}


def test_schemas_for_xslt_2_may_use_functions_of_xpath_3_1() -> None:
    """So Saxon has it, for which they are written."""
    test = "string-join(b/text()) = 'north'"
    assert run(rule("day", f'<sch:assert test="{test}">x</sch:assert>'), "xslt2") == [("x", 4)]


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_a_message_may_hold_the_text_and_values_of_xslt(binding: str) -> None:
    values = '<x:text xmlns:x="http://www.w3.org/1999/XSL/Transform">day </x:text>'
    values += '<x:value-of xmlns:x="http://www.w3.org/1999/XSL/Transform" select="@n"/>'
    assert run(rule("day", f'<sch:report test="b">{values}</sch:report>'), binding) == [("day 2", 2)]
