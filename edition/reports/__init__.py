"""Findings as people and programs read them; every function returns a string and prints nothing."""

from edition.reports.frames import Sources, source_lines
from edition.reports.json_report import JSON_VERSION, json_report
from edition.reports.text_report import summary_line, text_report

__all__ = ["JSON_VERSION", "Sources", "json_report", "source_lines", "summary_line", "text_report"]
