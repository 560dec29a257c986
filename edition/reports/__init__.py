"""Findings as people and programs read them; every function returns a string and prints nothing."""

from edition.reports.forms import report
from edition.reports.frames import Sources, source_lines
from edition.reports.github_report import github_report
from edition.reports.json_report import JSON_VERSION, json_pieces, json_report
from edition.reports.junit_report import junit_report
from edition.reports.markdown_report import markdown_report
from edition.reports.sarif_report import sarif_report
from edition.reports.text_report import summary_line, text_pieces, text_report

__all__ = [
    "JSON_VERSION",
    "Sources",
    "github_report",
    "json_pieces",
    "json_report",
    "junit_report",
    "markdown_report",
    "report",
    "sarif_report",
    "source_lines",
    "summary_line",
    "text_pieces",
    "text_report",
]
