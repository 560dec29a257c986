"""Check files against schemas: what `tei validate` does, without the printing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from edition.resources import default_schemas
from tei.errors import SchemaError, SourceError
from tei.findings import Finding, Location, Rule, Severity, worst
from tei.validate import Validator, check_document
from tei.xmlfile import NOT_FOUND

NOTHING_TO_CHECK = Rule(
    "VAL004",
    "nothing-to-check",
    Severity.ERROR,
    "Not one XML file was found where it was looked for. A check that checks nothing must not look like a success.",
    bad="tei validate --schema tei_all.rng",
    good="tei validate tei/ --schema tei_all.rng",
)
RULES = (NOTHING_TO_CHECK,)

STDIN: Final = "-"
OnFile = Callable[[str, tuple[Finding, ...]], None]


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What a run found: the files checked, in order, the findings by file and place, and whether it was asked wrongly.

    `misused` is true where a schema could not be used, a named path does not exist, or there was nothing to check.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    misused: bool = False

    def exit_code(self, fail_on: Severity | None = Severity.ERROR) -> int:
        """Return 2 for wrong use, 1 with a finding of severity `fail_on` or above, else 0; None never gives 1."""
        if self.misused:
            return 2
        highest = worst(self.findings)
        return int(fail_on is not None and highest is not None and highest >= fail_on)


@dataclass(frozen=True, slots=True)
class Collected:
    """The files that some paths stand for, in order and each once, and a finding for each path that stands for none."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def collect(paths: Sequence[str | Path]) -> Collected:
    """Return the files behind `paths`: a file is itself, a folder all .xml files below it by name, `-` standard input.

    Folders and files whose names begin with a full stop are passed over, unless they are named.
    """
    files: dict[str, None] = {}
    findings = []
    for path in paths:
        found = tuple(_files(path))
        files.update(dict.fromkeys(found))
        if str(path) != STDIN and not Path(path).exists():
            findings.append(NOT_FOUND.at(Location(str(path)), "there is no such file or folder", "check the path"))
    if not files and not findings:
        message = "there is no .xml file here" if paths else "no path was given"
        place = Location(", ".join(str(path) for path in paths))
        findings.append(NOTHING_TO_CHECK.at(place, message, "name a file, or a folder that holds .xml files"))
    return Collected(tuple(files), tuple(findings))


def _files(path: str | Path) -> Iterator[str]:
    if str(path) == STDIN:
        yield STDIN
    elif Path(path).is_dir():
        below = (one for one in Path(path).rglob("*") if one.suffix.lower() == ".xml")
        yield from sorted(str(one) for one in below if not _hidden(one.relative_to(path)) and one.is_file())
    elif Path(path).exists():
        yield str(path)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def run(
    paths: Sequence[str | Path],
    schemas: Sequence[str | Path | Validator] = (),
    *,
    stdin: bytes = b"",
    on_file: OnFile | None = None,
) -> ValidationReport:
    """Check every file behind `paths` against all `schemas`; without any, against the schema of this project.

    `stdin` is the document that the path `-` stands for; `on_file` hears of each file when it is done. Nothing that is
    wrong with a schema or a document is raised: it is in the report, and the other files are checked all the same.
    """
    try:
        validators = [_loaded(schema) for schema in schemas or default_schemas()]
    except (SchemaError, SourceError) as error:
        return ValidationReport((), tuple(sorted(error.findings)), misused=True)
    collected = collect(paths)
    findings = [*collected.findings, *(note for validator in validators for note in validator.notes)]
    for path in collected.files:
        found = check_document(stdin if path == STDIN else Path(path), validators, path)
        findings.extend(found)
        if on_file is not None:
            on_file(path, found)
    return ValidationReport(collected.files, tuple(findings), misused=bool(collected.findings))


def _loaded(schema: str | Path | Validator) -> Validator:
    validator = schema if isinstance(schema, Validator) else Validator.load(schema)
    validator.prepare()
    return validator
