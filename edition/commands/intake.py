"""`tei import`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.commands.result import Result, absent
from edition.commands.sources import imports_in
from edition.config import Config, load_config
from edition.corpus.gathering import files_of
from edition.intake.importing import TEI, Imported, Job, run
from edition.intake.taken import ids_of
from tei.findings import Finding, Severity, worst


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What `tei import` was asked."""

    paths: tuple[Path, ...]
    form: str = ""
    config: Path | None = None
    output: Path | None = None
    prefix: str = ""
    mapping: Path | None = None
    schemas: tuple[Path, ...] = ()
    lang: str = ""
    dry: bool = False


def run_import(request: ImportRequest) -> Result:
    """Import files into an edition, or into a folder."""
    config, findings = load_config(request.config) if request.config else (Config(), ())
    if worst(findings) is Severity.ERROR:
        return Result(findings, refused=True)
    job = Job(
        request.paths,
        config.imports,
        request.form,
        request.output,
        request.prefix,
        request.mapping,
        request.schemas,
        request.lang or config.language,
        request.dry,
        dict(_ids(config)),
        config,
    )
    report = run(job)
    imports = [
        {"output": str(one.output), "form": one.form, "documents": one.documents, "listed": one.listed}
        | {"refused": one.refused, "placed": one.placed and not request.dry}
        for one in report.imports
    ]
    text = "".join(f"{_line(one, dry=request.dry)}\n" for one in report.imports if one.placed)
    refused = report.misused or absent(request.paths)
    found: tuple[Finding, ...] = (*findings, *report.findings)
    return Result(found, report.files, text, (("imports", imports),), refused=refused)


def _ids(config: Config) -> Iterator[tuple[str, str]]:
    """Yield the ids of the documents that the edition has, with the folder of the import that they are of."""
    own = config.path is not None and config.output.is_dir()
    for path in files_of([config.output] if own else []):
        yield from ((id_, "") for id_ in ids_of(path))
    for folder in imports_in(config.imports):
        for path in files_of([folder / TEI]):
            yield from ((id_, str(folder)) for id_ in ids_of(path))


def _line(one: Imported, *, dry: bool) -> str:
    documents = "1 document" if one.documents == 1 else f"{one.documents} documents"
    listed = f", {one.listed} not taken (listed.csv)" if one.listed else ""
    refused = f", {one.refused} refused" if one.refused else ""
    would = "would be " if dry else ""
    return f"{one.output / TEI}: {would}{documents}{listed}{refused}"
