"""Watch an edition, build it when it changes, and tell the open pages."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from edition.build import Job, build
from edition.corpus.gathering import files_of
from edition.reports import summary_line, text_report
from edition.reports.frames import source_lines
from edition.resources import transforms_dir
from edition.serving.server import HOST, PreviewServer
from edition.serving.state import State
from edition.watching import watch
from tei.errors import OutputError, TeiError
from tei.findings import Finding, Location, Rule, Severity

PORT_TAKEN = Rule(
    "SIT121",
    "port-taken",
    Severity.ERROR,
    "Another program answers at the port that the site would be served at, most often another tei serve.",
    bad="tei serve --port 8000",
    good="tei serve --port 8001",
)
RULES = (PORT_TAKEN,)

_LOOK = 0.2
"""Seconds between two looks at the files."""
_LOOK_OF_ONE = 0.00002
"""Seconds more for each file, so that looking at them takes no more than a tenth of one core."""


@dataclass(frozen=True, slots=True)
class Preview:
    """An edition to be shown: `find` reads its settings and says what is to be built and what is to be watched.

    `say` gets lines for the terminal, `opened` the address when the first build is done.
    """

    find: Callable[[], tuple[Job, tuple[Path, ...], tuple[Finding, ...]]]
    port: int
    say: Callable[[str], None]
    opened: Callable[[str], None]
    rounds: int | None = None
    pause: float | None = None


def show(preview: Preview) -> None:
    """Build, serve, watch, until interrupted or `rounds` looks are over.

    Raises OutputError where the port is taken, and TeiError where there is nothing to begin with.
    """
    job, watched, _ = preview.find()
    work = _Work(preview, State(), watched)
    running: list[PreviewServer] = []

    def act() -> None:
        work.build()
        if not running:
            running.append(_started(preview, job, work.state))

    pause = preview.pause or _LOOK + _LOOK_OF_ONE * sum(1 for _ in _files(watched))
    try:
        watch(work.watched, act, pause=pause, rounds=preview.rounds)
    finally:
        for server in running:
            server.close()


def _started(preview: Preview, job: Job, state: State) -> PreviewServer:
    """Begin to serve, in threads beside this one."""
    server = _server(preview.port, job, state)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    preview.say(f"{server.address} shows the site; Ctrl-C ends this")
    preview.opened(server.address)
    return server


class _Work:
    """What is kept from build to build: the errors that were there when the shown site was made."""

    def __init__(self, preview: Preview, state: State, watched: tuple[Path, ...]) -> None:
        self.preview, self.state = preview, state
        self._known: frozenset[Finding] = frozenset()
        self._watched = watched
        self._begun = False

    def watched(self) -> Iterator[str]:
        """Yield the files whose change means that the site is to be built."""
        return _files(self._watched)

    def build(self) -> None:
        """Build the site and tell the pages and the terminal how it went. The first time, what stops it is raised."""
        try:
            findings, files, placed = self._built()
        except TeiError as error:
            if not self._begun:
                raise
            findings, files, placed = error.findings, (), False
        self._begun = True
        self.state.tell(findings, placed)
        for line in text_report(_told(findings), sources=source_lines(), summary=False).splitlines():
            self.preview.say(line)
        self.preview.say(f"{'built' if placed else 'kept the last good version'}: {summary_line(findings, files)}")

    def _built(self) -> tuple[tuple[Finding, ...], tuple[str, ...], bool]:
        job, self._watched, found = self.preview.find()
        if any(one.severity is Severity.ERROR for one in found):
            return found, (), False
        if self._begun:
            _forget()
        first = not self.state.news.shown
        report = build(_kept(job, None if first else self._is_new_error, alone=self._begun))
        findings = (*found, *report.findings)
        if report.placed:
            self._known = frozenset(one for one in findings if one.severity is Severity.ERROR)
        return findings, report.files, report.placed

    def _is_new_error(self, findings: tuple[Finding, ...]) -> bool:
        """Say whether there is an error that the shown site does not have: then it is better kept."""
        return any(one.severity is Severity.ERROR and one not in self._known for one in findings)


def _kept(job: Job, keep: Callable[[tuple[Finding, ...]], bool] | None, alone: bool) -> Job:
    """Return the job as a preview does it: beside the threads of a server no process is forked, and none searches."""
    from dataclasses import replace

    return replace(job, keep=keep, jobs=1 if alone else job.jobs, index=not alone)


def _told(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def _server(port: int, job: Job, state: State) -> PreviewServer:
    mount = urlsplit(job.url or job.config.site.url).path or "/"
    try:
        return PreviewServer(port, job.output, transforms_dir() / "static" / "serve", state, mount)
    except OSError as error:
        message = f"port {port} of {HOST} cannot be had: {error.strerror or error}"
        raise OutputError(PORT_TAKEN.at(Location(), message, f"choose another: --port {port + 1}")) from error


def _files(paths: tuple[Path, ...]) -> Iterator[str]:
    """Yield files and what is in folders: all of a folder of the edition's own, the XML files of any other."""
    for path in paths:
        if not path.is_dir():
            yield str(path)
        elif (path / "templates").is_dir() or (path / "static").is_dir() or path.name == "own":
            yield from (str(one) for one in path.rglob("*") if one.is_file())
        else:
            yield from map(str, files_of((path,)))


def _forget() -> None:
    """Forget templates, messages and stylesheets that were read: the edition's own may have changed."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("edition.site", "edition.render")):
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if callable(clear):
                    clear()
