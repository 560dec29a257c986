"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): what code hosts show."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

from edition.reports.plain import encodable
from tei.findings import Finding, Rule, Severity

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_report(findings: Sequence[Finding], *, rules: Iterable[Rule] = (), version: str = "") -> str:
    """Return the findings as one SARIF run, ending with a line break.

    `rules` describe the codes; a code that is not among them, of a schema's own rule, is described by its name alone.
    Columns count characters. A finding's fingerprint does not hold its line, so that it is known again when text above
    it has moved.
    """
    known = {rule.code: rule for rule in rules}
    codes = tuple(dict.fromkeys(finding.rule for finding in findings))
    index = {code: number for number, code in enumerate(codes)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": _driver([known.get(code, code) for code in codes], version)},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index, seen) for finding in findings],
    }
    report = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return encodable(json.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def _driver(rules: Sequence[Rule | str], version: str) -> dict[str, Any]:
    driver: dict[str, Any] = {"name": "tei", "fullName": "tei-edition"}
    if version:
        driver["version"] = version
    return {**driver, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: Rule | str) -> dict[str, Any]:
    if isinstance(rule, str):
        return {"id": rule}
    described = {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    examples = [f"{label}: {text}" for label, text in (("Wrong", rule.bad), ("Right", rule.good)) if text]
    return {**described, "help": {"text": "\n".join([rule.why, *examples])}}


def _result(finding: Finding, index: dict[str, int], seen: Counter[str]) -> dict[str, Any]:
    text = f"{finding.message}. {finding.hint}" if finding.hint else finding.message
    mark = hashlib.sha256("\0".join((finding.rule, finding.location.path, finding.message)).encode()).hexdigest()[:32]
    seen[mark] += 1
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "partialFingerprints": {"finding/v1": f"{mark}:{seen[mark]}"},
    }
    place = _place(finding)
    return {**result, "locations": [{"physicalLocation": place}]} if place else result


def _place(finding: Finding) -> dict[str, Any]:
    location = finding.location
    if not location.path or location.path == "-":
        return {}
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(location.path)}}
    if location.line:
        region = {"startLine": location.line}
        place["region"] = {**region, "startColumn": location.column} if location.column else region
    return place


def _uri(path: str) -> str:
    """Return a path as a URI: relative as it is given, so that it fits the repository; absolute as file:///…."""
    if PurePath(path).is_absolute():
        return Path(path).as_uri()
    return quote(encodable(PurePath(path).as_posix()))
