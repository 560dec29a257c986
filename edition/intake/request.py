"""What an importer is given and what it yields, and the findings that all of them share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from edition.config import Config
from edition.site.plan import File
from tei.findings import Finding, Location, Rule, Severity

LISTED = Rule(
    "IMP101",
    "not-taken",
    Severity.INFO,
    "A part of the source is no telegram and no letter, so it makes no document; it is listed, and stays in the "
    "original that is kept.",
)
BROKEN = Rule(
    "IMP102",
    "document-broken",
    Severity.ERROR,
    "One document of the source cannot be read or would not be valid. It is left out, with the place where it stands; "
    "all the others are imported.",
)
CLASH = Rule(
    "IMP103",
    "another-id",
    Severity.WARNING,
    "Two documents, or two entries of lists, want the same id. The second gets another, so that nothing is overwritten "
    "and links stay clear; whatever pointed at it follows.",
)
DOUBLE = Rule(
    "IMP104",
    "duplicate",
    Severity.WARNING,
    "The same document comes twice. It is imported once.",
)
WRONG_FORM = Rule(
    "IMP105",
    "not-what-it-says",
    Severity.ERROR,
    "The file is not of the form that was asked for, or of none that is known. Nothing of it was imported.",
)
RULES = (LISTED, BROKEN, CLASH, DOUBLE, WRONG_FORM)


@dataclass(frozen=True, slots=True)
class Order:
    """A file that is to be imported, and how.

    `others` are files that are imported with it, where the form takes files `TOGETHER`, and `name` is that of the
    import, which is the name of its folder. `prefix` begins the ids of its documents, empty where the importer chooses;
    `mapping` is the TOML file that says what the columns of a table are; `taken` are ids that the edition has already;
    `lang` is the language of texts that do not tell theirs; `config` is the edition that the import is for: its lists
    of names, what it says of itself. `output` is the folder that the import goes to, where an earlier one may be.
    """

    path: Path
    prefix: str = ""
    mapping: Path | None = None
    taken: frozenset[str] = field(default_factory=frozenset)
    lang: str = ""
    others: tuple[Path, ...] = ()
    name: str = ""
    config: Config = field(default_factory=Config)
    output: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file of the import."""
        return (self.path, *self.others)

    def at(self, line: int = 0, column: int = 0) -> Location:
        """Return a place in the file."""
        return Location(str(self.path), line, column)


@dataclass(frozen=True, slots=True)
class Placed(File):
    """A document with its place in the source, so that what is wrong with it is said of where it can be mended.

    `line` is where it begins in `source`; `kept` says that its lines are those of the source, so that a place in it can
    be told to the line.
    """

    source: str = ""
    line: int = 0
    kept: bool = False


class Importer(Protocol):
    """What a module of a form offers.

    `OWN` says that its documents are ours and valid by our schema. A module may have `TOGETHER = True`: then files of
    one folder that are named at once are one import.
    """

    OWN: bool

    def suits(self, path: Path, head: bytes) -> bool:
        """Say whether a file is of this form, by its name and its first 64 KiB."""

    def take(self, order: Order) -> Iterator[File | Finding]:
        """Yield the files of the import, by their paths in its folder, and what is to be said of them.

        `tei/ID.xml` is a document (a `Placed` one tells where it stands in the source), `authority/NAME.xml` a list,
        anything else (`listed.csv`, a table with a head) is kept as it is; `original/` is made by the run. Documents
        are checked, and their ids made unique, by the run. Document by document, so that memory stays flat. The same
        file gives the same bytes. Raises SourceError where nothing of it can be read.
        """
