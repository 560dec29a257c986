"""Findings as workflow commands of GitHub Actions: they show as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from edition.reports.plain import encodable
from edition.reports.text_report import summary_line
from tei.findings import Finding, Severity

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(findings: Sequence[Finding], *, files: Sequence[str] = ()) -> str:
    """Return one command a finding, and the figures in words; ends with a line break.

    The host shows a limited number of annotations a step, errors first here; the job summary holds them all.
    """
    worst_first = sorted(findings, key=lambda finding: -finding.severity)
    return "".join(f"{line}\n" for line in (*map(_command, worst_first), summary_line(findings, files)))


def _command(finding: Finding) -> str:
    place = finding.location
    named = place.path and place.path != "-"
    values = {
        "file": PurePath(place.path).as_posix() if named else "",
        "line": str(place.line or ""),
        "col": str(place.column or "") if place.line else "",
        "title": finding.rule,
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in values.items() if value)
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(text)}"


def _data(text: str) -> str:
    """Escape the text of a command: a line break in it would end the command, and another could begin."""
    return encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
