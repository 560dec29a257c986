"""Check files against schemas: what `tei validate` does, without the printing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from edition.aside import is_aside
from edition.baseline import Baseline
from edition.changed import changed_since
from edition.checking import STDIN, Checker, Examined, Terms, examine, fingerprint, joined, unused
from edition.lintconfig import LintConfig
from edition.resources import default_schemas
from tei import __version__
from tei.errors import TeiError
from tei.findings import Finding, Location, Rule, Severity, worst
from tei.validate import Validator
from tei.xmlfile import NOT_FOUND

NOTHING_TO_CHECK = Rule(
    "VAL004",
    "nothing-to-check",
    Severity.ERROR,
    "Not one XML file was found where it was looked for. A check that checks nothing must not look like a success.",
    bad="tei validate --schema tei_all.rng",
    good="tei validate tei/ --schema tei_all.rng",
)
DEFAULT_SCHEMA = Rule(
    "LNT033",
    "default-schema",
    Severity.INFO,
    "Files that name no schema are checked against the telegram schema of this package. Where they do not fit it, they "
    "were perhaps written for another.",
    bad="tei validate letters/",
    good="tei validate letters/ --schema tei_all.rng",
)
OF_OTHERS = Rule(
    "LNT034",
    "rules-alone",
    Severity.INFO,
    "Letters that were imported as they are from another project were not written for the telegram schema. Those that "
    "name no schema are checked by our rules alone; --schema checks them against a grammar too.",
    bad="tei validate",
    good="tei validate import/letters/tei --schema tei_all.rng",
)
RULES = (NOTHING_TO_CHECK, DEFAULT_SCHEMA, OF_OTHERS)

_ENDINGS: Final = ("*.[xX][mM][lL]", "*.[tT][eE][iI]")
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
    """Return the files behind `paths`: a file is itself, a folder all .xml and .tei files below it, `-` standard input.

    Folders and files whose names begin with a full stop are passed over, unless they are named.
    """
    files: dict[str, None] = {}
    findings = []
    for path in paths:
        found = tuple(_files(path))
        files.update(dict.fromkeys(found))
        if str(path) != STDIN and not Path(path).exists() and not found:
            findings.append(NOT_FOUND.at(Location(str(path)), "there is no such file or folder", "check the path"))
    if not files and not findings:
        message = "there is no .xml or .tei file here" if paths else "no path was given"
        place = Location(", ".join(str(path) for path in paths))
        findings.append(NOTHING_TO_CHECK.at(place, message, "name a file, or a folder that holds .xml files"))
    return Collected(tuple(files), tuple(findings))


def _files(path: str | Path) -> Iterator[str]:
    if str(path) == STDIN:
        yield STDIN
    elif not Path(path).exists() and _is_pattern(str(path)):
        yield from sorted(str(one) for one in _matching(Path(path)) if one.is_file())
    elif Path(path).is_dir():
        found = (one for ending in _ENDINGS for one in Path(path).rglob(ending))
        below = (one for one in found if not is_aside(one, Path(path)))
        yield from sorted(str(one) for one in below if not _hidden(one.relative_to(path)) and one.is_file())
    elif Path(path).exists():
        yield str(path)


def _matching(pattern: Path) -> Iterator[Path]:
    """Yield what a pattern means, from the last folder before its first sign on."""
    parts = pattern.parts
    first = next(order for order, part in enumerate(parts) if _is_pattern(part))
    return Path(*parts[:first]).glob(str(Path(*parts[first:])))


def _is_pattern(path: str) -> bool:
    """Say whether a path is a pattern that the shell has left to us, as it does where it stands in quotation marks."""
    return any(sign in path for sign in "*?[")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes: what the project decided, old findings, which files, how many processes, what is remembered.

    `own` lets each file be checked against the schemas that it names, `rules` against our own rules.
    `inner` are the rules inside a grammar. `cache` is a file of findings by digest, `compiled` a folder for grammars.
    `phase` is that of the Schematron schemas, `svrl` a folder for what their rules say of each document;
    `today` (YYYY-MM-DD) is what current-date() gives; `seconds` how long the rules of a schema may take on one file;
    `source` has what an ODD takes from elsewhere.
    """

    config: LintConfig = field(default_factory=LintConfig)
    own: bool = False
    rules: bool = False
    inner: bool = True
    compiled: Path | None = None
    baseline: Path | None = None
    update_baseline: bool = False
    since: str = ""
    jobs: int = 1
    cache: Path | None = None
    phase: str = ""
    svrl: Path | None = None
    today: str = ""
    seconds: float = 0
    source: Path | None = None


def run(
    paths: Sequence[str | Path],
    schemas: Sequence[str | Path | Validator] = (),
    *,
    stdin: bytes = b"",
    on_file: OnFile | None = None,
    options: Options | None = None,
) -> ValidationReport:
    """Check every file behind `paths` against all `schemas`; without any, against the schema of this project.

    `stdin` is the document that the path `-` stands for; `on_file` hears of each file when it is done. Nothing that is
    wrong with a schema or a document is raised: it is in the report, and the other files are checked all the same.
    """
    options = options or Options()
    chosen = tuple(schemas) or options.config.schemas
    try:
        baseline = Baseline.load(options.baseline) if options.baseline else None
        terms = Terms(
            options.own and not chosen,
            options.rules,
            options.inner,
            options.compiled,
            options.phase,
            options.svrl,
            options.today,
            options.seconds,
            options.source,
        )
        checker = Checker.load(chosen or default_schemas(), options.config, terms)
        collected = collect(paths)
        files = changed_since(options.since, collected.files) if options.since else collected.files
    except TeiError as error:
        return ValidationReport((), tuple(sorted(error.findings)), misused=True)
    examined = tuple(_examined(files, checker, stdin, options, on_file))
    notes = [note for validator in checker.validators for note in validator.notes]
    found = (*collected.findings, *notes, *(finding for one in examined for finding in one.findings))
    used = {order for one in examined for order in one.used}
    if files == collected.files:
        corpus, more = joined(_of_corpus(examined, options), options.config)
        found = (*found, *corpus, *unused(options.config, used | more))
    misused = bool(collected.findings)
    if baseline is not None:
        try:
            found = _against(baseline, found, update=options.update_baseline)
        except TeiError as error:
            found, misused = (*found, *error.findings), True
    if terms.own:
        found = (*found, *_default_schema(examined, found), *_of_others(examined))
    return ValidationReport(tuple(files), found, misused=misused)


def _default_schema(examined: Iterable[Examined], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a note where files that name no schema do not fit ours."""
    wrong = {one.location.path for one in found if one.rule.startswith("VAL1") and one.severity is Severity.ERROR}
    paths = [one.path for one in examined if not one.own and one.path in wrong]
    if paths:
        which = (
            "this file names no schema, and was" if len(paths) == 1 else f"{len(paths)} files name no schema, and were"
        )
        message = f"{which} checked against the telegram schema of this package"
        hint = "give another with --schema, or in tei-lint.toml, where it is not meant"
        yield DEFAULT_SCHEMA.at(Location(paths[0]), message, hint)


def _of_others(examined: Iterable[Examined]) -> Iterator[Finding]:
    """Yield a note where letters of other projects were checked by rules alone."""
    paths = [one.path for one in examined if one.bare]
    if paths:
        which = "1 imported letter names" if len(paths) == 1 else f"{len(paths)} imported letters name"
        message = f"{which} no schema: checked by our rules, not against a grammar"
        yield OF_OTHERS.at(Location(paths[0]), message, "give one with --schema, such as tei_all.rng")


def _of_corpus(examined: Sequence[Examined], options: Options) -> Iterator[Finding]:
    """Yield what the rules of the corpus find, where they are run."""
    if options.rules:
        from edition.corpusrules import check_corpus

        yield from check_corpus(tuple(one.record for one in examined if one.record), options.config.skip)


def _against(baseline: Baseline, findings: tuple[Finding, ...], *, update: bool) -> tuple[Finding, ...]:
    if not update:
        return baseline.new(findings)
    baseline.save(findings)
    return ()


def _examined(
    files: Sequence[str], checker: Checker, stdin: bytes, options: Options, on_file: OnFile | None
) -> Iterator[Examined]:
    """Yield each file with its findings, in order: from the cache, from here, or from other processes."""
    for examined in _found(files, checker, stdin, options):
        if on_file is not None:
            on_file(examined.path, examined.findings)
        yield examined


def _found(files: Sequence[str], checker: Checker, stdin: bytes, options: Options) -> Iterator[Examined]:
    if options.cache is None or options.svrl is not None:  # a file that is not checked again has no report
        yield from _spread(files, checker, stdin, options.jobs)
        return
    from edition.remembering import Remembered

    known = Remembered.load(options.cache, fingerprint(checker, __version__))
    old = {path: known.get(path) for path in files}
    fresh = iter(_spread([path for path in files if old[path] is None], checker, stdin, options.jobs))
    for path in files:
        examined = old[path] or next(fresh)
        known.put(examined)
        yield examined
    known.save(options.cache)


def _spread(files: Sequence[str], checker: Checker, stdin: bytes, jobs: int) -> Iterator[Examined]:
    schemas = tuple(Path(one.path) for one in checker.validators)
    if jobs <= 1 or len(files) <= 1 or STDIN in files or not all(path.is_file() for path in schemas):
        yield from (examine(path, checker, stdin) for path in files)
        return
    from edition.workers import spread

    yield from spread(_work, files, jobs, _prepare, (schemas, checker.config, checker.terms))


_CHECKER: list[Checker] = []
"""The checker of a worker process, where there is one."""


def _prepare(schemas: tuple[Path, ...], config: LintConfig, terms: Terms) -> None:
    _CHECKER[:] = [Checker.load(schemas, config, terms)]


def _work(path: str) -> Examined:
    return examine(path, _CHECKER[0])
