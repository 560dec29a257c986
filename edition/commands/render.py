"""`tei render`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.commands.result import STDIN, Result, absent
from edition.render import Options, render_document, render_paths
from tei.errors import TeiError
from tei.files import write_atomic
from tei.findings import Location, Rule, Severity
from tei.xmlfile import parse_bytes, parse_file

NEEDS_FOLDER = Rule(
    "REN108",
    "output-folder-needed",
    Severity.ERROR,
    "Several documents cannot all go to standard output.",
    bad="tei render tei/",
    good="tei render tei/ --output html/",
)
RULES = (NEEDS_FOLDER,)


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """What `tei render` was asked; `stdin` is the document that the path `-` stands for."""

    paths: tuple[Path, ...]
    to: str
    output: Path | None
    width: int
    notes: bool
    stdin: bytes = b""


def run_render(request: RenderRequest) -> Result:
    """Render files into a file or a folder, or one of them to standard output."""
    options = Options(request.width, request.notes)
    path = request.paths[0]
    if request.output is not None and str(path) != STDIN:
        report = render_paths(request.paths, request.to, request.output, options=options)
        lines = f"{_files(len(report.written))} written to {request.output}\n"
        read = tuple(str(path) for path in report.read)
        return Result(report.findings, read, lines, refused=absent(request.paths))
    if len(request.paths) > 1 or path.is_dir():
        place = Location(str(path))
        return Result((NEEDS_FOLDER.at(place, "several documents need a folder", "add --output FOLDER"),), refused=True)
    return _render_one(path, request, options)


def _render_one(path: Path, request: RenderRequest, options: Options) -> Result:
    try:
        tree = parse_bytes(request.stdin, STDIN) if str(path) == STDIN else parse_file(path)
        made = render_document(tree, request.to, path=str(path), options=options)
        if request.output is not None:
            write_atomic(request.output, made.data)
    except TeiError as error:
        return Result(error.findings, (str(path),), refused=absent((path,)))
    if request.output is not None:
        return Result(made.findings, (str(path),), f"{_files(1)} written to {request.output}\n")
    return Result(made.findings, (str(path),), data=made.data)


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"
