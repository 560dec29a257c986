"""What each command does, without click and without printing: a request in, a result out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition.config import Config, load_config
from edition.encoding import EncodingReport, encode
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
    )


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
    yield f"Account of {total} characters in {len(report.accounts)} captures: {owned}."
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
    """What `tei render` was asked."""

    paths: tuple[Path, ...]
    to: str
    output: Path | None
    width: int
    notes: bool


def run_render(request: RenderRequest) -> Result:
    """Render files; raises TeiError where the only file cannot be rendered."""
    from edition.render import Options, render_document, render_paths
    from tei.xmlfile import parse_file

    options = Options(request.width, request.notes)
    if request.output is not None:
        report = render_paths(request.paths, request.to, request.output, options=options)
        lines = f"{len(report.written)} files written to {request.output}\n"
        return Result(report.findings, tuple(str(path) for path in report.written), lines)
    if len(request.paths) > 1 or request.paths[0].is_dir():
        place = Location(str(request.paths[0]))
        return Result((NEEDS_FOLDER.at(place, "several documents need a folder", "add --output FOLDER"),), refused=True)
    path = request.paths[0]
    try:
        made = render_document(parse_file(path), request.to, path=str(path), options=options)
    except TeiError as error:
        return Result(error.findings, (str(path),))
    return Result(made.findings, (str(path),), data=made.data)


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
    authority, more = Authority.load(config.authority, builtin=False)
    register = repositories_of(authority)
    found: list[Finding] = [*findings, *more]
    blocks: list[str] = []
    records: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        references = parse_all(line, repositories=register)
        if not references and line.strip():
            place = Location("-", number, 1)
            hint = 'for example "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"'
            found.append(UNREADABLE_REFERENCE.at(place, f"no archival reference in {line.strip()[:80]!r}", hint))
        for reference in references:
            written = {name: format_reference(reference, name) for name in STYLES}
            rows = [*describe(reference), *written.items()]
            records.append({"key": key(reference), "parts": dict(reference.idnos), "styles": written, "cited": line})
            blocks.append(f"{written[style]}\n" if style else _table(rows))
    text = "".join(blocks) if style else "\n".join(blocks)
    return Result(tuple(found), text=text, extra=(("references", records),))


def _table(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:<{width}}  {value}\n" for label, value in rows)
