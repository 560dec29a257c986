"""Findings as Markdown: the summary of a job, or a comment on a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from edition.reports.plain import encodable, printable
from edition.reports.text_report import summary_line
from tei.findings import Finding, Severity

_MOST: Final = 200
"""So many findings are listed; the host of a job summary takes a megabyte at most."""
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def markdown_report(findings: Sequence[Finding], *, files: Sequence[str] = (), title: str = "TEI check") -> str:
    """Return the report on `files` as GitHub Flavored Markdown: figures, rules by number of findings, findings."""
    return encodable("".join(f"{line}\n" for line in _lines(findings, files, title)))


def _lines(findings: Sequence[Finding], files: Sequence[str], title: str) -> Iterator[str]:
    yield f"## {_shown(title)}"
    yield ""
    yield f"{summary_line(findings, files).capitalize()}."
    if not findings:
        return
    yield from ("", "| rule | severity | findings | files |", "|---|---|---:|---:|")
    yield from _rules(findings)
    listed = sorted(findings, key=lambda finding: -finding.severity)[:_MOST]
    yield from ("", "| place | rule | finding | mend |", "|---|---|---|---|")
    yield from map(_row, listed)
    if len(findings) > len(listed):
        yield from ("", f"{len(findings) - len(listed)} more are not listed here.")


def _rules(findings: Sequence[Finding]) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    for (rule, severity), number in sorted(counts.items(), key=lambda one: (-one[0][1], -one[1], one[0][0])):
        touched = {one.location.path for one in findings if one.rule == rule and one.severity is severity}
        yield f"| {_shown(rule)} | {_level(severity)} | {number} | {len(touched)} |"


def _level(severity: Severity) -> str:
    return "note" if severity is Severity.INFO else severity.label


def _row(finding: Finding) -> str:
    place = f"`{printable(str(finding.location)).replace('`', chr(39)).replace('|', ' ')}`"
    return f"| {place} | {_shown(finding.rule)} | {_shown(finding.message)} | {_shown(finding.hint)} |"


def _shown(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))
