"""`tei validate`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from edition.commands.result import Result
from edition.lintconfig import LintConfig, find_lint_config, load_lint_config
from edition.validation import Options, collect, run


@dataclass(frozen=True, slots=True)
class ValidateRequest:
    """What `tei validate` was asked; `config` is a tei-lint.toml, None for the nearest one above this folder."""

    paths: tuple[str, ...]
    schemas: tuple[Path, ...] = ()
    stdin: bytes = b""
    config: Path | None = None
    catalogs: tuple[Path, ...] = ()
    baseline: Path | None = None
    update_baseline: bool = False
    since: str = ""
    jobs: int = 1
    cache: Path | None = None
    rules: bool = True
    compiled: Path | None = None
    phase: str = ""
    svrl: Path | None = None
    today: str = ""
    time_limit: float = 0
    source: Path | None = None


def _cores() -> int:
    """Return how many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def lint_config(request: ValidateRequest) -> LintConfig:
    """Return what the project decided. Raises SourceError where its file is wrong."""
    path = request.config or find_lint_config(Path.cwd())
    return load_lint_config(path) if path is not None else LintConfig()


def run_validate(request: ValidateRequest, config: LintConfig, on_file: Callable[[], None] | None = None) -> Result:
    """Check files against schemas; `on_file` is called after each."""
    catalogs = tuple(dict.fromkeys((*request.catalogs, *config.catalogs)))
    options = Options(
        replace(config, catalogs=catalogs),
        own=True,
        rules=request.rules,
        inner=request.rules,
        compiled=request.compiled,
        baseline=request.baseline or config.baseline,
        update_baseline=request.update_baseline,
        since=request.since,
        jobs=request.jobs or _cores(),
        cache=request.cache,
        phase=request.phase,
        svrl=request.svrl,
        today=request.today,
        seconds=request.time_limit,
        source=request.source or config.source,
    )
    hear = (lambda _path, _found: on_file()) if on_file else None
    report = run(request.paths, request.schemas, stdin=request.stdin, on_file=hear, options=options)
    return Result(report.findings, report.files, refused=report.misused)


def watched(request: ValidateRequest, config: LintConfig) -> tuple[str, ...]:
    """Return the files whose change means that the check is to be made again: documents, schemas, settings."""
    schemas = request.schemas or config.schemas
    settings = [request.config or find_lint_config(Path.cwd()), request.source or config.source]
    named = (*schemas, *request.catalogs, *config.catalogs, *(one for one in settings if one))
    return (*collect(request.paths).files, *map(str, named))
