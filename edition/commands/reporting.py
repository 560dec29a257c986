"""The report of a check in the form that was asked for."""

from __future__ import annotations

from edition.commands.result import Result
from edition.explaining import all_rules
from edition.reports import (
    github_report,
    junit_report,
    markdown_report,
    sarif_report,
    source_lines,
    text_report,
)
from tei import __version__
from tei.findings import Severity


def in_form(
    result: Result, format_: str, fail_on: str, *, quiet: bool, stdin: bytes = b"", colour: bool = False
) -> str:
    """Return the report as text, json, junit, sarif, github or markdown.

    `fail_on` is a severity or "never": what a test server shows as a failure. `stdin` is the document called `-`.
    """
    findings, files = result.findings, result.files
    match format_:
        case "json":
            return result.json
        case "junit":
            level = None if fail_on == "never" else Severity[fail_on.upper()]
            return junit_report(findings, files=files, fail_on=level)
        case "sarif":
            return sarif_report(findings, rules=all_rules(), version=__version__)
        case "github":
            return github_report(findings, files=files)
        case "markdown":
            return markdown_report(findings, files=files)
        case _:
            return text_report(findings, files=files, colour=colour, summary=not quiet, sources=source_lines(stdin))
