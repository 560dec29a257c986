"""Findings as JSON for other programs: one object, its keys in a fixed order, its form named by a version."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from edition.reports.plain import encodable
from edition.reports.totals import totals
from tei.findings import Finding

JSON_VERSION: Final = 1
"""Raised when a key is renamed or taken away, not when one is added."""


def json_report(findings: Sequence[Finding], *, files: Sequence[str] = ()) -> str:
    """Return the report on `files` as a JSON object, ending with a line break.

    Keys: version; summary (files, files_with_findings, errors, warnings, infos); files (path, findings: how many);
    findings (code, severity, message, path, line, column, hint, data). Lines and columns count from 1 and are null
    where they are not known.
    """
    counted = totals(findings, files)
    per_file = Counter(finding.location.path for finding in findings)
    report = {
        "version": JSON_VERSION,
        "summary": {
            "files": counted.files,
            "files_with_findings": counted.files_with_findings,
            "errors": counted.errors,
            "warnings": counted.warnings,
            "infos": counted.infos,
        },
        "files": [{"path": path, "findings": per_file[path]} for path in files],
        "findings": [_finding(finding) for finding in findings],
    }
    return encodable(json.dumps(report, ensure_ascii=False, indent=2, default=str)) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line or None,
        "column": finding.location.column or None,
        "hint": finding.hint,
        "data": dict(finding.data),
    }
