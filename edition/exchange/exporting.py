"""An export as a whole: the corpus read once, the files written beside what stands, and put in its place at the end."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from edition.build.swapping import exchange, settle
from edition.build.terms import settings_of
from edition.config import Config
from edition.corpus import load_corpus
from edition.exchange.formats import Format
from edition.exchange.request import NOTHING, Request
from edition.site.plan import File
from tei.errors import OutputError
from tei.files import CANNOT_WRITE, write_atomic
from tei.findings import Finding, Location, Rule, Severity

NOT_OURS = Rule(
    "EXP105",
    "not-an-export",
    Severity.ERROR,
    "The folder that the export is to go to holds files that no export wrote. It is not replaced, since they would be "
    "lost: name a new folder, or empty this one.",
)
RULES = (NOT_OURS,)

MARKER: Final = ".tei-export"
"""The file that says that a folder was written by an export, and of which format."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be exported of which documents to where; `output` is a file or a folder, as the format wants it."""

    format: Format
    config: Config
    paths: tuple[Path, ...]
    output: Path
    authority: tuple[Path, ...] = ()
    url: str = ""
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What an export did: findings in order, documents read, files written (none where it failed), files read."""

    findings: tuple[Finding, ...]
    documents: int = 0
    written: int = 0
    files: tuple[str, ...] = ()


def run(job: Job) -> Report:
    """Export documents; a run that fails or is killed leaves what stood there. Raises OutputError."""
    corpus, found = load_corpus(job.paths, authority=job.authority, jobs=job.jobs)
    if not corpus.documents:
        where = Location(str(job.paths[0]) if job.paths else "")
        return Report((*found, NOTHING.at(where, "there is no TEI document here", "encode first, or name a folder")))
    settings = settings_of(job.config, corpus, job.paths, url=job.url)
    request = Request(corpus, settings, str(job.config.path or ""))
    findings, written = list(found), set[str]()
    single = bool(job.format.exporter().SUFFIX)
    with _at_rest(), _Place(job.output, single=single, name=job.format.name) as place:
        for one in job.format.exporter().export(request):
            if isinstance(one, Finding):
                findings.append(one)
            else:
                place.write(one)
                written.add(one.path)
    files = tuple(dict.fromkeys(str(one.path) for one in (*corpus.documents, *corpus.context)))
    return Report(tuple(sorted(set(findings))), len(corpus.documents), len(written), files)


@contextmanager
def _at_rest() -> Iterator[None]:
    """Let the collector pass over what is loaded: it stays to the end, and looking through it takes a third."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class _Place:
    """Where an export goes: one file, or a folder that is made beside and takes the place of the old one at the end."""

    def __init__(self, output: Path, *, single: bool, name: str) -> None:
        self.output, self.single, self.name = output, single, name
        self.beside = output.with_name(f".{output.name}.new")
        self.aside = output.with_name(f".{output.name}.old")
        self.file: File | None = None
        self.begun: set[str] = set()

    def __enter__(self) -> _Place:
        if self.single:
            return self
        settle(self.output, self.aside)
        if self.output.exists() and not _is_ours(self.output):
            message = f"{self.output} holds files that no export wrote"
            raise OutputError(NOT_OURS.at(Location(str(self.output)), message, "name a new folder, or empty this one"))
        try:
            shutil.rmtree(self.beside, ignore_errors=True)
            self.beside.mkdir(parents=True)
        except OSError as error:
            raise _unwritable(self.output, error) from error
        self.write(File(MARKER, f"{self.name}\n".encode()))
        return self

    def write(self, file: File) -> None:
        """Take a file of the export, or the next piece of one that was begun; a single file is written at the end."""
        if self.single:
            self.file = file
            return
        path = self.beside / file.path
        try:
            if file.path in self.begun:
                with path.open("ab") as stream:
                    stream.write(file.data)
                return
            self.begun.add(file.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        except OSError as error:
            raise _unwritable(self.output, error) from error

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._place()
        elif not self.single:
            shutil.rmtree(self.beside, ignore_errors=True)

    def _place(self) -> None:
        if self.single:
            if self.file is not None:
                write_atomic(self.output, self.file.data)
            return
        try:
            if self.output.exists():
                exchange(self.output, self.beside, self.aside)
                shutil.rmtree(self.beside)
            else:
                self.beside.rename(self.output)
        except OSError as error:
            raise _unwritable(self.output, error) from error


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).is_file() or next(folder.iterdir(), None) is None)


def _unwritable(path: Path, error: OSError) -> OutputError:
    hint = "choose another folder, or free some space"
    return OutputError(CANNOT_WRITE.at(Location(str(path)), f"cannot be written: {error.strerror or error}", hint))
