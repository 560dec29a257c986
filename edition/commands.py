"""What each command does, without click and without printing: a request in, a result out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from edition.config import Config, load_config
from edition.encoding import NO_CAPTURES, EncodingReport, encode
from edition.reports import json_report
from edition.settings import job_of, repositories_of
from tei.authority import Authority
from tei.errors import SchemaError, TeiError
from tei.files import write_atomic
from tei.findings import Finding, Location, Rule, Severity, worst
from tei.model import Owner

UNREADABLE_REFERENCE = Rule(
    "ARC199",
    "not-a-reference",
    Severity.ERROR,
    "The words hold no archival reference that could be read.",
    bad='tei cite "in the archive in Moscow"',
    good='tei cite "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"',
)
NEEDS_FOLDER = Rule(
    "REN108",
    "output-folder-needed",
    Severity.ERROR,
    "Several documents cannot all go to standard output.",
    bad="tei render tei/",
    good="tei render tei/ --output html/",
)
RULES = (UNREADABLE_REFERENCE, NEEDS_FOLDER)

STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Result:
    """What a command has to say: findings, the files that it looked at, text before the findings, data for programs.

    `data` are bytes for standard output; `refused` says that the command was asked wrongly (exit code 2).
    """

    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    text: str = ""
    extra: tuple[tuple[str, Any], ...] = ()
    data: bytes | None = None
    refused: bool = False

    @property
    def json(self) -> str:
        """The report as JSON: that of the findings, with what this command adds to it."""
        report = json.loads(json_report(self.findings, files=self.files))
        report |= dict(self.extra)
        return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class EncodeRequest:
    """What `tei encode` was asked."""

    sources: tuple[Path, ...]
    config: Path | None
    output: Path | None
    charset: str | None
    date: str


def run_encode(request: EncodeRequest) -> Result:
    """Encode captures; raises TeiError where nothing can be done at all."""
    config, findings = load_config(request.config) if request.config else (Config(), ())
    if worst(findings) is Severity.ERROR:
        return Result(tuple(findings), refused=True)
    job, more = job_of(config, date=request.date, output=request.output, charset=request.charset)
    report = encode(request.sources or config.captures, job)
    return Result(
        (*findings, *more, *report.findings),
        tuple(account.source for account in report.accounts),
        "".join(f"{line}\n" for line in _encode_lines(report, job.output)),
        (("documents", _documents(report)), ("accounts", _accounts(report))),
        refused=_absent(request.sources) or any(found.rule == NO_CAPTURES.code for found in report.findings),
    )


def _absent(paths: Iterable[Path]) -> bool:
    """Say whether one of the paths that were named does not exist: the command was asked wrongly."""
    return any(not path.exists() for path in paths if str(path) != STDIN)


def _encode_lines(report: EncodingReport, output: Path) -> Iterator[str]:
    for document in report.documents:
        yield f"{document.outcome:<14} {document.id}  {document.title}"
    if not report.accounts:
        return
    counts: Counter[Owner] = Counter()
    for account in report.accounts:
        counts.update(dict(account.counts))
    total = sum(counts.values())
    owned = ", ".join(f"{owner} {counts[owner]}" for owner in Owner if counts[owner])
    yield ""
    captures = "1 capture" if len(report.accounts) == 1 else f"{len(report.accounts)} captures"
    yield f"Account of {total} characters in {captures}: {owned}."
    outcomes = Counter(document.outcome for document in report.documents)
    made = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    yield f"Documents in {output}: {made or 'none'}."


def _documents(report: EncodingReport) -> list[dict[str, str]]:
    return [
        {"id": d.id, "kind": d.kind, "title": d.title, "source": d.source, "outcome": str(d.outcome), "path": d.path}
        for d in report.documents
    ]


def _accounts(report: EncodingReport) -> list[dict[str, Any]]:
    return [
        {
            "source": account.source,
            "layout": account.layout,
            "charset": account.charset,
            "characters": {str(owner): number for owner, number in account.counts},
            "furniture": list(account.furniture),
        }
        for account in report.accounts
    ]


def run_validate(paths: Sequence[str], schemas: Sequence[Path], stdin: bytes) -> Result:
    """Check files against schemas."""
    from edition.validation import run

    report = run(paths, schemas, stdin=stdin)
    return Result(report.findings, report.files, refused=report.misused)


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
    from edition.render import Options, render_paths

    options = Options(request.width, request.notes)
    path = request.paths[0]
    if request.output is not None and str(path) != STDIN:
        report = render_paths(request.paths, request.to, request.output, options=options)
        lines = f"{_files(len(report.written))} written to {request.output}\n"
        written = tuple(str(path) for path in report.written)
        return Result(report.findings, written, lines, refused=_absent(request.paths))
    if len(request.paths) > 1 or path.is_dir():
        place = Location(str(path))
        return Result((NEEDS_FOLDER.at(place, "several documents need a folder", "add --output FOLDER"),), refused=True)
    return _render_one(path, request, options)


def _render_one(path: Path, request: RenderRequest, options: Any) -> Result:
    from edition.render import render_document
    from tei.xmlfile import parse_bytes, parse_file

    try:
        tree = parse_bytes(request.stdin, STDIN) if str(path) == STDIN else parse_file(path)
        made = render_document(tree, request.to, path=str(path), options=options)
        if request.output is not None:
            write_atomic(request.output, made.data)
    except TeiError as error:
        return Result(error.findings, (str(path),), refused=_absent((path,)))
    if request.output is not None:
        return Result(made.findings, (str(path),), f"{_files(1)} written to {request.output}\n")
    return Result(made.findings, (str(path),), data=made.data)


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def run_schema_compile(odd: Path, output: Path) -> Result:
    """Compile an ODD into a folder: all files or none."""
    from tei.odd import compile_all

    def write(schema: Any) -> str:
        made = compile_all(schema, odd.stem)
        for name, data in made.items():
            write_atomic(output / name, data)
        return f"{', '.join(made)} written to {output}\n"

    return _with_odd(odd, lambda schema: Result(text=write(schema)))


def run_schema_guide(odd: Path, output: Path | None) -> Result:
    """Write the guide of an ODD to a file, or return it for standard output."""
    from tei.odd import compile_guide

    def write(schema: Any) -> Result:
        data = compile_guide(schema)
        if output is None:
            return Result(data=data)
        write_atomic(output, data)
        return Result(text=f"{output} written\n")

    return _with_odd(odd, write)


def _with_odd(odd: Path, make: Callable[[Any], Result]) -> Result:
    from dataclasses import replace

    from tei.odd import read_odd

    reading = read_odd(odd)
    if reading.schema is None or worst(reading.findings) is Severity.ERROR:
        return Result(reading.findings, (str(odd),))
    try:
        made = make(reading.schema)
    except SchemaError as error:
        return Result((*reading.findings, *error.findings), (str(odd),))
    return replace(made, findings=(*reading.findings, *made.findings), files=(str(odd),))


def run_cite(lines: Iterable[str], style: str | None, config_path: Path | None) -> Result:
    """Read archival references, one or several a line."""
    from tei.archives import STYLES, describe, format_reference, key, parse_all

    config, findings = load_config(config_path) if config_path else (Config(), ())
    if worst(findings) is Severity.ERROR:
        return Result(tuple(findings), refused=True)
    authority, more = Authority.load(config.authority, builtin=False)
    register = repositories_of(authority)
    found: list[Finding] = [*findings, *more]
    blocks: list[str] = []
    records: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        references = parse_all(line, repositories=register)
        if not references and line.strip():
            found.append(_unread(number, f"no archival reference in {line.strip()[:80]!r}"))
        for reference in references:
            written: dict[str, str] = {name: format_reference(reference, name) for name in STYLES}
            rows = [*describe(reference), *written.items()]
            records.append({"key": key(reference), "parts": dict(reference.idnos), "styles": written, "cited": line})
            blocks.append(f"{written[style]}\n" if style else _table(rows))
    if not records and not found:
        found.append(_unread(1, "there is nothing to read"))
    text = "".join(blocks) if style else "\n".join(blocks)
    return Result(tuple(found), text=text, extra=(("references", records),))


def _unread(line: int, message: str) -> Finding:
    hint = 'for example "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"'
    return UNREADABLE_REFERENCE.at(Location(STDIN, line, 1), message, hint)


def _table(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:<{width}}  {value}\n" for label, value in rows)
