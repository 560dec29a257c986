"""Files into files: TEI documents rendered one after another, a broken one reported and the rest gone on with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import quote

from lxml import etree

from edition.aside import is_aside
from edition.render.header import read_header
from edition.render.page import IndexEntry, render_index, render_page
from edition.render.plaintext import DEFAULT_WIDTH, render_plain
from edition.render.stylesheets import line
from tei.errors import SourceError, TeiError
from tei.files import write_atomic
from tei.findings import Finding, Location, Rule, Severity
from tei.names import tei
from tei.xmlfile import parse_file

NOT_TEI = Rule(
    "REN102",
    "not-a-tei-document",
    Severity.ERROR,
    "The root of the file is not TEI, so it is not one document that can be shown. A teiCorpus holds many: write each "
    "of them to a file of its own.",
    bad="<html><body>…</body></html>",
    good='<TEI xmlns="http://www.tei-c.org/ns/1.0">…</TEI>',
)
NO_TEXT = Rule(
    "REN103",
    "document-without-text",
    Severity.WARNING,
    "The document has a header but no text, so its page holds metadata only.",
)
SAME_OUTPUT = Rule(
    "REN106",
    "two-documents-one-output",
    Severity.ERROR,
    "Two files would be written to the same place; the second was not written, so that the first is not lost.",
)
NOTHING = Rule("REN107", "nothing-to-render", Severity.ERROR, "The folder holds no XML file, so nothing was written.")
RULES = (NOT_TEI, NO_TEXT, SAME_OUTPUT, NOTHING)

INDEX_NAME: Final = "index.html"
_TEXTS: Final = (tei("text"), tei("sourceDoc"), tei("standOff"))


class Format(StrEnum):
    """What a document can be rendered to."""

    HTML = "html"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """How the names of such files end."""
        return ".html" if self is Format.HTML else ".txt"


@dataclass(frozen=True, slots=True)
class Options:
    """How plain text is laid out: columns of a line (0 for no limit), with footnotes or without."""

    width: int = DEFAULT_WIDTH
    notes: bool = True


@dataclass(frozen=True, slots=True)
class Rendering:
    """One rendered document: its bytes (UTF-8) and what could not be shown as it should."""

    data: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What a run did: files read, files written in order, findings in order of place."""

    read: tuple[Path, ...]
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    source: Path
    target: Path


def render_document(
    tree: etree._ElementTree,
    to: Format | str,
    *,
    path: str = "",
    options: Options | None = None,
    transforms: Path | None = None,
) -> Rendering:
    """Render one parsed document; `path` is what findings call it.

    Raises ValueError for a format that is none, SourceError for a root that is not TEI or a stylesheet that fails.
    """
    chosen, options = Format(to), options or Options()
    notices = _check(tree, path)
    if chosen is Format.HTML:
        data, findings = render_page(tree, path=path, transforms=transforms)
        return Rendering(data, notices + findings)
    text, findings = render_plain(
        tree, width=options.width, notes=options.notes, header=True, path=path, transforms=transforms
    )
    return Rendering(text.encode(), notices + findings)


def render_paths(
    paths: Iterable[Path],
    to: Format | str,
    output: Path,
    *,
    options: Options | None = None,
    title: str = "Documents",
    transforms: Path | None = None,
) -> RenderReport:
    """Render files, and the XML files of folders, into `output`.

    One file and an `output` that ends in a suffix: that is the file written. Otherwise `output` is a folder; a file of
    a given folder keeps its place below it, `.xml` becomes `.html` or `.txt`, and HTML gets an index.html that lists
    what was written, under `title`. Files are written whole or not at all, and a file that cannot be rendered is a
    finding: the others go on. Raises ValueError for a format that is none.
    """
    chosen, findings = Format(to), list[Finding]()
    run = _Run(chosen, options or Options(), transforms, findings)
    jobs = tuple(_jobs(tuple(paths), chosen, output, findings))
    single = len(jobs) == 1 and jobs[0].target == output
    entries = tuple(entry for job in jobs if (entry := run.render(job, output)) is not None)
    if chosen is Format.HTML and entries and not single:
        run.write(output / INDEX_NAME, render_index(title, entries, transforms=transforms))
    return RenderReport(tuple(job.source for job in jobs), tuple(run.written), tuple(sorted(findings)))


class _Run:
    """The files of one run: what was written, and by which document."""

    def __init__(self, to: Format, options: Options, transforms: Path | None, findings: list[Finding]) -> None:
        self.to, self.options, self.transforms, self.findings = to, options, transforms, findings
        self.written: list[Path] = []

    def render(self, job: _Job, output: Path) -> IndexEntry | None:
        """Render one document and write it; return its line of the index, None where it could not be written."""
        try:
            tree = parse_file(job.source)
            made = render_document(
                tree, self.to, path=str(job.source), options=self.options, transforms=self.transforms
            )
            self.findings += made.findings
            if not self.write(job.target, made.data, job.source):
                return None
        except TeiError as error:
            self.findings += error.findings
            return None
        place = job.target.relative_to(output) if job.target != output else Path(job.target.name)
        return IndexEntry(quote(place.as_posix()), read_header(tree))

    def write(self, target: Path, data: bytes, source: Path | None = None) -> bool:
        """Write a file unless this run has written it before; an index gives way to a document of that name."""
        if target in self.written:
            place = Location(str(source or target))
            message = f"{target} has been written from another file of this run"
            self.findings.append(SAME_OUTPUT.at(place, message, "rename one of the two, or render them apart"))
            return False
        try:
            write_atomic(target, data)
        except TeiError as error:
            self.findings += error.findings
            return False
        self.written.append(target)
        return True


def _jobs(paths: tuple[Path, ...], to: Format, output: Path, findings: list[Finding]) -> Iterator[_Job]:
    """Yield what is to be rendered to where, folders in the order of their names."""
    if len(paths) == 1 and not paths[0].is_dir() and output.suffix and not output.is_dir():
        yield _Job(paths[0], output)
        return
    for path in paths:
        if not path.is_dir():
            yield _Job(path, output / f"{path.stem}{to.suffix}")
            continue
        shown = (each for each in path.rglob("*.xml") if not _is_hidden(each, path) and not is_aside(each, path))
        found = sorted(each for each in shown if each.is_file())
        if not found:
            findings.append(NOTHING.at(Location(str(path)), "this folder holds no .xml file", "name another folder"))
        for source in found:
            yield _Job(source, (output / source.relative_to(path)).with_suffix(to.suffix))


def _is_hidden(path: Path, folder: Path) -> bool:
    """Say whether a file lies in a hidden folder or is hidden itself: editors and version control keep copies there."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _check(tree: etree._ElementTree, path: str) -> tuple[Finding, ...]:
    """Return what can be said of a document before it is rendered; raises SourceError where it is not TEI."""
    root = tree.getroot()
    if root.tag != tei("TEI"):
        place = Location(path, line(root))
        hint = "split the corpus into files" if root.tag == tei("teiCorpus") else "give a TEI P5 document"
        raise SourceError(NOT_TEI.at(place, f"the root element is {root.tag}; expected is {tei('TEI')}", hint))
    if any(child.tag in _TEXTS for child in root):
        return ()
    place = Location(path, line(root))
    return (NO_TEXT.at(place, "there is no <text> in this document", "add the text, or leave the file out"),)
