"""The manual page on checking says what is true: every code, option, and its examples."""

import json
import re
from pathlib import Path

import pytest

from edition import resources, validation
from edition.reports import json_report, text_report
from tei import relaxng, schematron, validate, xmlfile
from tei.findings import Finding, Location, Severity
from tei.validate import Kind

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "validate.md").read_text(encoding="utf-8")
MODULES = (validate, relaxng, schematron, xmlfile, validation, resources)
CODES = sorted(rule.code for module in MODULES for rule in module.RULES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    """A code that a report can show is on the page."""
    assert code in PAGE


def test_no_code_is_explained_that_there_is_not() -> None:
    """The page has no code of its own invention."""
    assert set(re.findall(r"\b(?:VAL|SCH|XML|CFG)\d{3}\b", PAGE)) <= set(CODES)


def test_every_language_of_schemas_is_named() -> None:
    """Each ending that is known is in the table."""
    assert all(f"`{kind.value}`" in PAGE for kind in Kind)


def test_the_limits_are_those_of_the_parser() -> None:
    """The figures on the page are the figures in the code."""
    assert f"deeper than {xmlfile.MAX_DEPTH} elements" in PAGE
    assert f"larger than {xmlfile.MAX_BYTES // 2**20} MiB" in PAGE


def test_the_report_on_the_page_is_what_is_printed() -> None:
    """Text and JSON of the example are those that the reports make of such a finding."""
    path = "tei/t1937-10-23-vetrova-institute.xml"
    message = "@tpye is not allowed on <div>"
    finding = Finding("VAL103", Severity.ERROR, message, Location(path, 41, 12), "did you mean @type?")
    files = [path, *(f"{number}.xml" for number in range(13))]
    lines = ("",) * 40 + ('      <div tpye="message">',)
    text = text_report([finding], files=files, sources=lambda _: lines)
    assert "".join(f"    {line}\n" for line in text.splitlines()) in PAGE
    shown = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])
    made = json.loads(json_report([finding], files=files))
    assert shown["findings"] == made["findings"]
    assert shown["summary"] == made["summary"]
    assert shown["files"] == made["files"][:1]
    assert shown["version"] == made["version"]
