"""`tei build`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from edition.build import Job, Report, build
from edition.commands.result import Result
from edition.commands.sources import find_sources
from tei.findings import Finding, Severity, worst


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What `tei build` was asked; `jobs` 0 means all cores."""

    paths: tuple[Path, ...]
    config: Path | None = None
    output: Path | None = None
    strict: bool = False
    jobs: int = 0
    url: str = ""
    index: bool = True
    clean: bool = False


def cores() -> int:
    """Return how many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_build(
    request: BuildRequest, on_plan: Callable[[int], None] | None = None, on_page: Callable[[], None] | None = None
) -> Result:
    """Build the site; `on_plan` is told how many pages will be made, `on_page` is called after each."""
    sources = find_sources(request.paths, request.config, request.output)
    if worst(sources.findings) is Severity.ERROR:
        return Result(sources.findings, refused=True)
    job = Job(
        sources.config,
        sources.paths,
        sources.output,
        sources.authority,
        request.url,
        request.jobs or cores(),
        request.index,
        request.clean,
        _fails_strictly if request.strict else None,
        on_page,
        on_plan,
    )
    report = build(job)
    findings = (*sources.findings, *report.findings)
    extra = (("documents", report.documents), ("pages", report.pages), ("made", report.made), ("placed", report.placed))
    return Result(findings, report.files, "".join(f"{line}\n" for line in _lines(report, sources.output)), extra)


def _fails_strictly(findings: tuple[Finding, ...]) -> bool:
    return any(one.severity >= Severity.WARNING for one in findings)


def _lines(report: Report, output: Path) -> list[str]:
    documents = "1 document" if report.documents == 1 else f"{report.documents} documents"
    pages = "1 page" if report.pages == 1 else f"{report.pages} pages"
    if not report.documents:
        return []
    if not report.placed:
        return [f"{output} was left as it is: {documents}, {pages}, and findings that do not let the new site through."]
    gone = f", {report.gone} taken away" if report.gone else ""
    return [f"{output}: {documents}, {pages}, of which {report.made} made now{gone}."]
