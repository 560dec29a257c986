"""`tei export`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.commands.result import Result
from edition.commands.sources import find_sources
from edition.exchange.exporting import Job, Report, run
from edition.exchange.formats import BY_NAME, Format
from tei.findings import Severity, worst


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What `tei export` was asked; `format` is the name of one, `jobs` at least 1."""

    format: str
    paths: tuple[Path, ...]
    config: Path | None = None
    output: Path | None = None
    url: str = ""
    jobs: int = 1


def run_export(request: ExportRequest) -> Result:
    """Export documents into a file or a folder."""
    sources = find_sources(request.paths, request.config, None)
    if worst(sources.findings) is Severity.ERROR:
        return Result(sources.findings, refused=True)
    form = BY_NAME[request.format]
    output = request.output or _place(form)
    report = run(Job(form, sources.config, sources.paths, output, sources.authority, request.url, request.jobs))
    findings = (*sources.findings, *report.findings)
    extra = (("documents", report.documents), ("written", report.written), ("output", str(output)))
    return Result(findings, report.files, _line(report, output), extra)


def _place(form: Format) -> Path:
    """Return where an export goes that nobody named a place for: export/cmif.xml, export/dts."""
    return Path("export") / f"{form.name}{form.exporter().SUFFIX}"


def _line(report: Report, output: Path) -> str:
    if not report.written:
        return ""
    documents = "1 document" if report.documents == 1 else f"{report.documents} documents"
    files = "" if report.written == 1 else f" in {report.written} files"
    return f"{output}: {documents}{files}\n"
