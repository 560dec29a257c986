"""Findings as text for people: place, severity, code and message on a line, the source below it, then the mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain
from typing import Final

from edition.reports.frames import Sources, frame
from edition.reports.plain import encodable, printable
from edition.reports.totals import totals
from tei.findings import Finding, Severity

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
Piece = tuple[str, str]
"""Some text and the name of its style, empty for plain."""


def text_report(
    findings: Sequence[Finding],
    *,
    files: Sequence[str] = (),
    colour: bool = False,
    summary: bool = True,
    sources: Sources | None = None,
) -> str:
    """Return the report on `files` as text, ending with a line break unless it is empty.

    With `sources`, a finding shows the line it is about; with `colour`, ANSI sequences (the caller knows whether it
    writes to a terminal, and NO_COLOR); without `summary`, findings only.
    """
    return "".join(text_pieces(findings, files=files, colour=colour, summary=summary, sources=sources))


def text_pieces(
    findings: Sequence[Finding],
    *,
    files: Sequence[str] = (),
    colour: bool = False,
    summary: bool = True,
    sources: Sources | None = None,
) -> Iterator[str]:
    """Yield the report line by line, so that a long one is never held as a whole."""
    lines = (line for finding in findings for line in _finding(finding, sources))
    last = (((summary_line(findings, files), "bold" if findings else "green"),),) if summary else ()
    write = _coloured if colour else _plain
    yield from (f"{write(line)}\n" for line in chain(lines, last))


def summary_line(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """Return the figures in words: `3 errors, 1 warning in 2 of 14 files`."""
    counted = totals(findings, files)
    kinds = ((counted.errors, "error"), (counted.warnings, "warning"), (counted.infos, "note"))
    found = ", ".join(_count(number, word) for number, word in kinds if number)
    if not found:
        return f"nothing found in {_count(counted.files, 'file')}"
    return f"{found} in {counted.files_with_findings} of {_count(counted.files, 'file')}" if files else found


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _finding(finding: Finding, sources: Sources | None) -> Iterator[tuple[Piece, ...]]:
    style = _STYLES[finding.severity]
    yield (
        (encodable(printable(str(finding.location))), "bold"),
        (" ", ""),
        (finding.severity.label, style),
        (f" {printable(finding.rule)} ", "dim"),
        (encodable(printable(finding.message)), ""),
    )
    for line in frame(finding.location, sources) if sources else ():
        bare = encodable(line)
        yield ((f"  {bare}", style if bare.endswith("^") and not bare.strip(" |^") else ""),)
    if finding.hint:
        yield (("  hint: ", "bold green"), (encodable(printable(finding.hint)), ""))


def _plain(line: Sequence[Piece]) -> str:
    return "".join(text for text, _ in line)


def _coloured(line: Sequence[Piece]) -> str:
    # Imported where it is used: a report without colour need not wait for it.
    from rich.console import Console
    from rich.text import Text

    target = StringIO()
    console = Console(file=target, force_terminal=True, color_system="standard", no_color=False, highlight=False)
    console.print(Text.assemble(*line), soft_wrap=True, end="")
    return target.getvalue()
