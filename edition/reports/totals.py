"""The figures under a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tei.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Totals:
    """How many findings of each severity there are, and in how many of the files that were looked at."""

    errors: int
    warnings: int
    infos: int
    files: int
    files_with_findings: int


def totals(findings: Sequence[Finding], files: Sequence[str]) -> Totals:
    """Count `findings`; those about something else than `files`, a schema for one, count as findings, not as files."""
    severities = Counter(finding.severity for finding in findings)
    touched = {finding.location.path for finding in findings}
    return Totals(
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        files=len(files),
        files_with_findings=sum(path in touched for path in files),
    )
