"""`tei serve`."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from edition.build import Job
from edition.commands.build import cores
from edition.commands.sources import Sources, find_sources
from edition.serving import Preview, show
from tei.findings import Finding

_FOLDER = "preview"


@dataclass(frozen=True, slots=True)
class ServeRequest:
    """What `tei serve` was asked; `jobs` 0 means all cores. `rounds` ends it after so many looks, for tests."""

    paths: tuple[Path, ...]
    config: Path | None = None
    port: int = 8000
    open: bool = False
    jobs: int = 0
    rounds: int | None = None
    pause: float | None = None


def run_serve(request: ServeRequest, say: Callable[[str], None], opened: Callable[[str], None] | None = None) -> None:
    """Serve the site until interrupted; `say` gets lines for the terminal, `opened` the address.

    The preview is built beside the site, which is left alone.
    """

    def find() -> tuple[Job, tuple[Path, ...], tuple[Finding, ...]]:
        sources = find_sources(request.paths, request.config, None)
        beside = sources.output.resolve()
        output = beside.with_name(f".{beside.name}.tei") / _FOLDER
        job = Job(sources.config, sources.paths, output, sources.authority, jobs=request.jobs or cores())
        return job, _watched(sources), sources.findings

    def begin(address: str) -> None:
        if request.open:
            webbrowser.open(address)
        if opened is not None:
            opened(address)

    show(Preview(find, request.port, say, begin, request.rounds, request.pause))


def _watched(sources: Sources) -> tuple[Path, ...]:
    config = sources.config
    own = (config.site.own,) if config.site.own is not None else ()
    settings = (config.path,) if config.path is not None else ()
    return (*settings, *own, *sources.authority, *sources.paths)
