"""The two forms that every command's report has: text for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence

from edition.reports.frames import Sources, source_lines
from edition.reports.json_report import json_report
from edition.reports.text_report import text_report
from tei.findings import Finding


def report(
    findings: Sequence[Finding],
    form: str,
    files: Sequence[str] = (),
    *,
    summary: bool = True,
    stdin: bytes = b"",
    sources: Sources | None = None,
    colour: bool = False,
) -> str:
    """Return a report as `text` or `json`; `sources` give the lines shown, else the files themselves do."""
    if form == "json":
        return json_report(findings, files=files)
    return text_report(findings, files=files, colour=colour, summary=summary, sources=sources or source_lines(stdin))
