"""Reports in SVRL: what other programs read of a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tei.schematron import SVRL_NS, Schematron, svrl
from tei.xmlfile import parse_bytes

SUITE = Path(__file__).resolve().parents[3].parent / "shared" / "reference" / "schematron" / "svrl"
NS = {
    "t": "tag:dmaus@dmaus.name,2019:Schematron:Testsuite",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "svrl": SVRL_NS,
}
CASES = sorted(SUITE.glob("*.xml")) if SUITE.is_dir() else []
NEEDS_XSLT = "svrl-property-copy-of"
RULES = """<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="{}">
<sch:ns prefix="k" uri="urn:k"/>
<sch:pattern id="days"><sch:rule context="k:day" role="warning">
  <sch:assert id="dated" test="@when" flag="red" diagnostics="d" properties="p">no date</sch:assert></sch:rule>
  <sch:rule context="*"><sch:report test="@n = 3">three</sch:report></sch:rule></sch:pattern>
<sch:pattern id="attributes"><sch:rule context="@n"><sch:report test=". = 3">odd</sch:report></sch:rule></sch:pattern>
<sch:diagnostics><sch:diagnostic id="d" xml:lang="en">write it</sch:diagnostic></sch:diagnostics>
<sch:properties><sch:property id="p"><sch:value-of select="@n"/></sch:property></sch:properties></sch:schema>"""
LOG = b'<log xmlns="urn:k"><day n="1" when="x"/><day n="2"/><b n="3"/></log>'


def report(binding: str) -> etree._Element:
    rules = Schematron.load(RULES.format(binding).encode())
    return etree.fromstring(svrl(rules, parse_bytes(LOG)))


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3"])
def test_a_report_names_patterns_fired_rules_and_what_failed_in_order(binding: str) -> None:
    found = [
        (etree.QName(one).localname, one.get("id") or one.get("context") or one.get("test")) for one in report(binding)
    ]
    assert found == [
        ("ns-prefix-in-attribute-values", None),
        ("active-pattern", "days"),
        ("fired-rule", "*"),
        ("fired-rule", "k:day"),
        ("fired-rule", "k:day"),
        ("failed-assert", "dated"),
        ("fired-rule", "*"),
        ("successful-report", "@n = 3"),
        ("active-pattern", "attributes"),
        ("fired-rule", "@n"),
        ("fired-rule", "@n"),
        ("fired-rule", "@n"),
        ("successful-report", ". = 3"),
    ]


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_a_location_is_an_xpath_that_finds_the_node(binding: str) -> None:
    tree = parse_bytes(LOG)
    places = report(binding).xpath("//@location")
    assert [tree.xpath(str(place))[0] for place in places] == [tree.getroot()[1], tree.getroot()[2], "3"]


@pytest.mark.parametrize("binding", ["xslt", "xslt3"])
def test_a_failed_assertion_carries_text_flag_diagnostics_and_properties(binding: str) -> None:
    (failed,) = report(binding).iterfind("svrl:failed-assert", NS)
    assert (failed.findtext("svrl:text", namespaces=NS), failed.get("flag")) == ("no date", "red")
    words = [(one.tag.partition("}")[2], "".join(one.itertext()).strip()) for one in failed[1:]]
    assert words == [("diagnostic-reference", "write it"), ("property-reference", "2")]


@pytest.mark.skipif(not CASES, reason="the conformance suite of Schematron is not beside this checkout")
@pytest.mark.parametrize("path", [case for case in CASES if case.stem != NEEDS_XSLT], ids=lambda path: path.stem)
@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_a_case_of_the_suite_holds_what_it_expects(path: Path, binding: str) -> None:
    case = etree.parse(path)
    schema = case.find("t:schemas/sch:schema", NS)
    schema.set("queryBinding", binding)
    document = etree.tostring(case.find("t:documents/*", NS)[0], with_tail=False)
    found = etree.fromstring(svrl(Schematron.load(etree.tostring(schema, with_tail=False)), parse_bytes(document)))
    for expectation in case.iterfind("t:expectations/t:expectation", {"t": NS["t"]}) or ():
        assert found.xpath(expectation.get("test"), namespaces=NS)
    assert found.xpath("//svrl:failed-assert | //svrl:successful-report", namespaces=NS)
