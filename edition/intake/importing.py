"""A run of `tei import`: sources read by the module of their form, documents checked, folders put in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from edition.aside import LISTS, ORIGINAL, REJECTED
from edition.config import Config
from edition.intake import folder as folders
from edition.intake import request
from edition.intake.detecting import Batch, batches_of
from edition.intake.folder import ImportFolder
from edition.intake.inspecting import Inspector
from edition.intake.renaming import Renames, renamed
from edition.intake.request import BROKEN, CLASH, DOUBLE, WRONG_FORM, Order, Placed
from edition.intake.summing import listing_of, noted, rows_in, with_few_listed
from edition.intake.taken import root_id
from edition.passages import digest
from edition.site.plan import File
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity

NOTHING = Rule(
    "IMP108",
    "no-documents",
    Severity.ERROR,
    "The source was read to its end and holds no letter or telegram that could be imported, so nothing was written.",
)
RULES = (*request.RULES, *folders.RULES, NOTHING)

TEI: Final = "tei"
LISTING: Final = "listed.csv"
MAPPING: Final = "mapping.toml"
"""What the columns of a table are: lies in the folder of its import, and another import of it uses it."""
_ROOT: Final = 2
"""The line on which the root of a document begins that was taken out of another: its tag is longer than it was."""
_SUFFIXES: Final = "bcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be imported, and how; `root` is the folder that holds imports, `output` that of this one where told.

    `form` is the name of one, empty where the files say it themselves; `ids` are those of the documents that are there
    already, by the import that they are of (empty: of none); `dry` writes nothing; `config` is that of the edition.
    """

    paths: tuple[Path, ...]
    root: Path
    form: str = ""
    output: Path | None = None
    prefix: str = ""
    mapping: Path | None = None
    schemas: tuple[Path, ...] = ()
    lang: str = ""
    dry: bool = False
    ids: dict[str, str] = field(default_factory=dict)
    config: Config = field(default_factory=Config)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one import: where it is, and how many documents it has, were not taken, were refused."""

    output: Path
    form: str
    documents: int = 0
    listed: int = 0
    refused: int = 0
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did with which files; `misused` says that it was asked wrongly, and that nothing was written."""

    findings: tuple[Finding, ...]
    imports: tuple[Imported, ...] = ()
    misused: bool = False
    files: tuple[str, ...] = ()


def run(job: Job) -> Report:
    """Import files. Raises OutputError where the place is not free or cannot be written, SchemaError for --schema."""
    batches, findings = batches_of(job.paths, job.form, one=job.output is not None)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    if wrong or not batches:
        where = Location(str(job.paths[0]) if job.paths else "")
        nothing = WRONG_FORM.at(where, "there is nothing here that can be imported", "name files, or a folder of them")
        return Report(findings if wrong else (*findings, nothing), misused=True)
    if job.output is not None and len(batches) > 1:
        names = ", ".join(batch.form.name for batch in batches)
        message = f"files of several forms ({names}) cannot be one import"
        return Report(
            (WRONG_FORM.at(Location(str(job.output)), message, "import them one after another"),), misused=True
        )
    inspector = Inspector(job.schemas)
    ids, found, imports = dict(job.ids), list(findings), []
    for batch in batches:
        one = _Import(batch, job, inspector, ids)
        imports.append(one.run())
        found += one.findings
        ids |= dict.fromkeys((*one.given, *one.roots), str(one.output))
    files = tuple(dict.fromkeys(str(path) for batch in batches for path in batch.paths))
    return Report(tuple(dict.fromkeys(found)), tuple(imports), not any(one.placed for one in imports), files)


class _Import:
    """One import while it is made."""

    def __init__(self, batch: Batch, job: Job, inspector: Inspector, ids: dict[str, str]) -> None:
        self.batch, self.job, self.inspector = batch, job, inspector
        self.output = job.output or job.root / batch.name
        self.taken = frozenset(id_ for id_, owner in ids.items() if owner != str(self.output))
        self.folder = ImportFolder(self.output, batch.form.name, dry=job.dry)
        self.findings: list[Finding] = []
        self.given: dict[str, str] = {}
        """The digest of each document of this import as it came, by its id."""
        self.roots: set[str] = set()
        self.wanted: dict[str, str] = {}
        """The ids that documents had to give up to those of the edition, and what they have now."""
        self.noted: dict[str, list[Finding]] = {}
        """What rules say of documents that were taken, by the code of the rule."""
        self.documents = self.refused = 0
        self.has_listing = False

    def run(self) -> Imported:
        """Make the import; what cannot be read at all is a finding, and leaves what stood."""
        self.folder.open()
        try:
            self._take()
            self._end()
            if not self.documents:
                self._nothing()
                self._leave()
                return Imported(self.output, self.batch.form.name, refused=self.refused, placed=False)
            listed = self._listed()
            self.findings = [*with_few_listed(self.findings, str(self.output / LISTING)), *noted(self.noted)]
            self.findings += self.folder.place()
        except SourceError as error:
            self.findings += error.findings
            self.folder.discard()
            return Imported(self.output, self.batch.form.name, placed=False)
        except BaseException:
            self.folder.discard()
            raise
        return Imported(self.output, self.batch.form.name, self.documents, listed, self.refused)

    def _take(self) -> None:
        importer = self.batch.form.importer()
        for path, name in self.batch.files:
            self.folder.keep(path, name)
        for order in self._orders():
            for one in importer.take(order):
                if isinstance(one, Finding):
                    self.refused += one.rule == BROKEN.code
                    self.findings.append(one)
                elif one.path.startswith(f"{TEI}/"):
                    self._document(one, own=importer.OWN)
                elif not one.path.startswith(f"{ORIGINAL}/"):
                    self._other(one)

    def _orders(self) -> Iterable[Order]:
        job, paths = self.job, self.batch.paths
        lots = [paths] if getattr(self.batch.form.importer(), "TOGETHER", False) else [(path,) for path in paths]
        for first, *others in lots:
            yield Order(
                first,
                job.prefix,
                job.mapping,
                self.taken,
                job.lang,
                tuple(others),
                self.batch.name,
                job.config,
                self.output,
            )

    def _other(self, file: File) -> None:
        """Write what is no document; a list of what was not taken grows with each source."""
        self.has_listing = self.has_listing or file.path == LISTING
        if file.path == LISTING and LISTING in self.folder.digests:
            file = File(LISTING, self.folder.read(LISTING) + file.data.partition(b"\n")[2])
        self.folder.write(file.path, file.data)

    def _document(self, file: File, *, own: bool) -> None:
        ident = Path(file.path).stem
        made = digest(file.data)
        if self.given.get(ident) == made:
            self.findings.append(DOUBLE.at(self._place(file), f"{ident} comes twice, with the same words", ""))
            return
        if ident in self.given or ident in self.taken:
            file, ident = self._other_id(file, ident)
        problems = self.inspector.inspect(file, own=own)
        if any(finding.severity is Severity.ERROR for finding in problems.against):
            self._refuse(file, ident, problems.against)
            return
        self.given[ident] = made
        self.roots.update(root_id(file.data))
        self.documents += 1
        self.folder.write(f"{TEI}/{ident}.xml", file.data)
        for finding in problems.noted:
            self.noted.setdefault(finding.rule, []).append(self._moved(finding, file))

    def _other_id(self, file: File, ident: str) -> tuple[File, str]:
        """Give a document an id that no other has; its own pointers follow."""
        fresh = _free(ident, (*self.given, *self.taken))
        if ident in self.taken and ident not in self.given and ident not in self.wanted:
            self.wanted[ident] = fresh
            message = f"{ident} is the id of a document of the edition; this one is {fresh}"
        else:
            message = f"{ident} is the id of another document of this import; this one is {fresh}"
        self.findings.append(CLASH.at(self._place(file), message, "rename one of the two, or give a --prefix"))
        data = renamed(file.data, Renames({ident: fresh}, {f"{ident}.xml": f"{fresh}.xml"}))
        changed = Placed(f"{TEI}/{fresh}.xml", data, *_whereabouts(file))
        return changed, fresh

    def _refuse(self, file: File, ident: str, against: Sequence[Finding]) -> None:
        self.refused += 1
        self.folder.write(f"{REJECTED}/{ident}.xml", file.data)
        text = "".join(
            f"{Location(f'{ident}.xml', one.location.line, one.location.column)}: {one.severity.label}: {one.rule} "
            f"{one.message}\n" + (f"  {one.hint}\n" if one.hint else "")
            for one in against
        )
        self.folder.write(f"{REJECTED}/{ident}.txt", text.encode())
        first = next(one for one in against if one.severity is Severity.ERROR)
        errors = sum(one.severity is Severity.ERROR for one in against)
        more = f" (and {errors - 1} more)" if errors > 1 else ""
        place = self._moved(first, file).location
        self.findings.append(BROKEN.at(place, f"{ident} was not taken: {first.message}{more}", first.hint))

    def _place(self, file: File) -> Location:
        source, line, _ = _whereabouts(file)
        return Location(source or str(self.batch.paths[0]), line)

    def _moved(self, finding: Finding, file: File) -> Finding:
        """Return a finding at its place in the source."""
        source, line, kept = _whereabouts(file)
        source = source or str(self.batch.paths[0])
        place = finding.location
        if kept and place.line:
            column = place.column if line == 1 or place.line > _ROOT else 0
            return replace(finding, location=Location(source, line + place.line - 1, column))
        return replace(finding, location=Location(source, line))

    def _end(self) -> None:
        """Let pointers follow documents whose ids the edition had given before; only now are all of them known."""
        if not self.wanted:
            return
        files = {f"{old}.xml": f"{new}.xml" for old, new in self.wanted.items()}
        renames = Renames(self.wanted, files, own=False)
        for name in [one for one in self.folder.digests if one.startswith((f"{TEI}/", f"{LISTS}/"))]:
            data = self.folder.read(name)
            if (changed := renamed(data, renames)) != data:
                self.folder.write(name, changed)

    def _listed(self) -> int:
        """Return how many parts of the source make no document; the list is made of findings where none was given."""
        if self.has_listing:
            return rows_in(self.folder.read(LISTING))
        listing, number = listing_of(self.findings, {str(path): name for path, name in self.batch.files})
        if number:
            self.folder.write(LISTING, listing)
        return number

    def _leave(self) -> None:
        """Leave what waits to be filled in, a mapping, where nothing stands yet; nothing else of an empty import."""
        if MAPPING in self.folder.digests and not self.output.exists():
            self.findings += self.folder.place()
        else:
            self.folder.discard()

    def _nothing(self) -> None:
        if not any(one.severity is Severity.ERROR for one in self.findings):
            where = Location(str(self.batch.paths[0]))
            message = f"there is no letter in {self.batch.form.title}"
            self.findings.append(NOTHING.at(where, message, "look whether this is the right file"))


def _whereabouts(file: File) -> tuple[str, int, bool]:
    return (file.source, file.line, file.kept) if isinstance(file, Placed) else ("", 0, False)


def _free(ident: str, taken: Iterable[str]) -> str:
    """Return the id with the first suffix that nothing has: -b, -c …, as encoding gives them."""
    others, number = set(taken), 0
    while True:
        suffix = _SUFFIXES[number] if number < len(_SUFFIXES) else str(number + 2)
        if f"{ident}-{suffix}" not in others:
            return f"{ident}-{suffix}"
        number += 1
