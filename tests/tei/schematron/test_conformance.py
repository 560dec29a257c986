"""The conformance suite of Schematron, run as data where it is at hand; what does not pass is listed with a reason."""

from pathlib import Path

import pytest
from lxml import etree

from tei.errors import SchemaError
from tei.names import SCH_NS
from tei.schematron import Schematron
from tei.xmlfile import parse_file

SUITE = Path(__file__).resolve().parents[3].parent / "shared" / "reference" / "schematron" / "core"
NS = {"t": "tag:dmaus@dmaus.name,2019:Schematron:Testsuite", "sch": SCH_NS}

EXCEPTIONS = {
    "let-name-collision-error-05": "a pattern may hide a variable of the schema: let-scope-pattern-01 asks for it",
    "let-name-collision-error-06": "the same",
    "xslt-key-element-content-01": "xsl:key with content is XSLT 2.0",
}
CASES = sorted(SUITE.glob("*.xml")) if SUITE.is_dir() else []


def write_parts(case: etree._ElementTree, folder: Path, binding: str = "") -> tuple[Path, Path]:
    """Write the documents of a test case to files; return those of the instance and of the schema."""
    instance = folder / "document.xml"
    for part in case.findall("t:documents/*", NS):
        target = folder / part.get("filename", "")
        target.parent.mkdir(parents=True, exist_ok=True)
        content = part[0]
        content.tail = None
        target.write_bytes(etree.tostring(content))
    schemas = case.findall("t:schemas/sch:schema", NS)
    chosen = next((one for one in schemas if one.get("queryBinding") == "xslt"), schemas[0])
    chosen.tail = None
    if binding:
        chosen.set("queryBinding", binding)
    schema = folder / "schema.sch"
    schema.write_bytes(etree.tostring(chosen))
    return instance, schema


def outcome(instance: Path, schema: Path, phase: str) -> str:
    try:
        rules = Schematron.load(schema, phase=phase)
    except SchemaError:
        return "error"
    return "invalid" if rules.findings(parse_file(instance)) else "valid"


@pytest.mark.skipif(not CASES, reason="the conformance suite of Schematron is not at hand")
def test_the_suite_is_complete() -> None:
    """The suite that is run has the forty-three cases that the exceptions were counted against."""
    assert len(CASES) == 43
    assert set(EXCEPTIONS) <= {case.stem for case in CASES}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_of_the_suite_comes_out_as_it_expects(path: Path, tmp_path: Path) -> None:
    """Each case is valid, invalid or an error as the suite says, but for the exceptions, which are not."""
    case = etree.parse(path)
    instance, schema = write_parts(case, tmp_path)
    phase = case.find("t:schemas", NS).get("phase", "")
    agrees = outcome(instance, schema, phase) == case.getroot().get("expect")
    assert agrees is (path.stem not in EXCEPTIONS)


LATER_EXCEPTIONS = {
    **{name: reason for name, reason in EXCEPTIONS.items() if not name.startswith("xslt-key")},
    **dict.fromkeys((case.stem for case in CASES if case.stem.startswith("xslt-")), "needs XSLT"),
}


@pytest.mark.parametrize("binding", ["xslt2", "xslt3"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_of_the_suite_comes_out_so_in_a_later_xpath_too(path: Path, binding: str, tmp_path: Path) -> None:
    """The cases that need no XSLT come out as with XPath 1.0 when the query binding names XPath 2.0 or 3.1."""
    case = etree.parse(path)
    instance, schema = write_parts(case, tmp_path, binding)
    phase = case.find("t:schemas", NS).get("phase", "")
    agrees = outcome(instance, schema, phase) == case.getroot().get("expect")
    assert agrees is (path.stem not in LATER_EXCEPTIONS)
