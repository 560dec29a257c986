"""Findings as JUnit XML: each file is a test case, for CI servers that show tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from edition.reports.plain import printable
from tei.findings import Finding, Severity

_SUITE: Final = "tei"


def junit_report(
    findings: Sequence[Finding], *, files: Sequence[str] = (), fail_on: Severity | None = Severity.ERROR
) -> str:
    """Return the report on `files` as JUnit XML, ending with a line break.

    A file with a finding of severity `fail_on` or above is a failed test; what is below stands in its output. What is
    wrong with something else than the files, such as a schema, is an errored test of that name.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in files}
    for finding in findings:
        by_path.setdefault(finding.location.path, []).append(finding)
    cases = [_case(path, found, fail_on, checked=path in files) for path, found in by_path.items()]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "time": "0",
    }
    suites = etree.Element("testsuites", {"name": _SUITE, **counts})
    suite = etree.SubElement(suites, "testsuite", {"name": _SUITE, **counts})
    suite.extend(cases)
    return etree.tostring(suites, encoding="unicode", pretty_print=True)


def _case(path: str, findings: Sequence[Finding], fail_on: Severity | None, *, checked: bool) -> etree._Element:
    case = etree.Element("testcase", {"classname": _SUITE, "name": printable(path or "tei"), "time": "0"})
    failing = [one for one in findings if fail_on is not None and one.severity >= fail_on]
    if failing:
        first = failing[0]
        more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
        kind = "failure" if checked else "error"
        attributes = {"type": printable(first.rule), "message": printable(f"{first.message}{more}")}
        etree.SubElement(case, kind, attributes).text = _lines(failing)
    quiet = [one for one in findings if one not in failing]
    if quiet:
        etree.SubElement(case, "system-out").text = _lines(quiet)
    return case


def _lines(findings: Sequence[Finding]) -> str:
    lines = []
    for one in findings:
        hint = f" ({one.hint})" if one.hint else ""
        lines.append(printable(f"{one.location}: {one.severity.label} {one.rule} {one.message}{hint}"))
    return "\n".join(lines)
