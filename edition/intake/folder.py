"""The folder of an import: made beside what stands, put in its place at the end, what editors changed in it kept.

The marker `.tei-import` holds the digest of each file as the import gave it, so that a later import of the same source
knows what was changed by hand since. Such a file stays, and what the source gives now is laid into `proposals/`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Final

from edition.aside import IMPORTED, ORIGINAL, PROPOSALS, REJECTED
from edition.build.swapping import exchange, settle
from edition.passages import digest
from edition.proposals import proposal_of
from tei.errors import OutputError
from tei.files import CANNOT_WRITE
from tei.findings import Finding, Location, Rule, Severity

WAITING = Rule(
    "IMP106",
    "changed-by-hand",
    Severity.WARNING,
    "A file of an earlier import was changed by hand, and the source gives something else now than it gave then. The "
    "file stays as it is; what the source gives lies in proposals/ under the same name, with a .diff that shows what "
    "differs. Copy the proposal over the file to take it, or take over what you like: another proposal comes only when "
    "the source gives something new.",
)
NOT_OURS = Rule(
    "IMP107",
    "not-an-import",
    Severity.ERROR,
    "The folder that the import is to go to holds files that no import wrote. It is not replaced, since they could be "
    "lost: name a new folder, or empty this one.",
)
RULES = (WAITING, NOT_OURS)

_MADE: Final = (PROPOSALS, REJECTED)
"""Folders that each import makes anew."""


@dataclass(slots=True)
class ImportFolder:
    """Where one import goes. Files are written beside it; `place` lets them take the place of what stands.

    `digests` are those of the files as this import gives them; `is_first` says that the folder round it was made too.
    """

    output: Path
    form: str
    dry: bool = False
    digests: dict[str, str] = field(default_factory=dict)
    is_first: bool = False

    @property
    def beside(self) -> Path:
        """The folder that is written into."""
        return self._named("new")

    def open(self) -> None:
        """Begin. Raises OutputError where the place is taken by files of others, or cannot be written."""
        settle(self.output, self._aside)
        if self.output.exists() and not _is_ours(self.output):
            message = f"{self.output} holds files that no import wrote"
            raise OutputError(NOT_OURS.at(Location(str(self.output)), message, "name another folder with --output"))
        try:
            shutil.rmtree(self.beside, ignore_errors=True)
            self.is_first = not self.beside.parent.exists()
            self.beside.mkdir(parents=True)
        except OSError as error:
            raise _unwritable(self.output, error) from error

    @property
    def _aside(self) -> Path:
        return self._named("old")

    def _named(self, what: str) -> Path:
        whole = self.output.absolute()  # "." has no name of its own
        return whole.with_name(f".{whole.name}.{what}")

    def write(self, path: str, data: bytes) -> None:
        """Write a file of the import. Raises OutputError."""
        target = self.beside / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except OSError as error:
            raise _unwritable(self.output, error) from error
        if Path(path).parts[0] not in _MADE:
            self.digests[path] = digest(data)

    def keep(self, path: Path, name: str) -> None:
        """Copy a source to `original/`, its bytes untouched. Raises OutputError."""
        target = self.beside / ORIGINAL / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            with target.open("rb") as stream:
                self.digests[f"{ORIGINAL}/{name}"] = file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise _unwritable(self.output, error) from error

    def read(self, path: str) -> bytes:
        """Return a file of this import."""
        return (self.beside / path).read_bytes()

    def place(self) -> tuple[Finding, ...]:
        """End: keep what was changed by hand, then let the folder take its place. Raises OutputError."""
        try:
            found = tuple(self._kept())
            self._mark()
            if self.dry:
                self.discard()
            elif self.output.exists():
                exchange(self.output, self.beside, self._aside)
                shutil.rmtree(self.beside)
            else:
                self.beside.rename(self.output)
        except OSError as error:
            raise _unwritable(self.output, error) from error
        return found

    def discard(self) -> None:
        """Take away what was written beside; what stood still stands."""
        shutil.rmtree(self.beside, ignore_errors=True)
        if self.is_first:
            with suppress(OSError):
                self.beside.parent.rmdir()

    def _mark(self) -> None:
        marker = {"form": self.form, "files": dict(sorted(self.digests.items()))}
        text = json.dumps(marker, ensure_ascii=False, indent=0)
        (self.beside / IMPORTED).write_text(f"{text}\n", encoding="utf-8")

    def _kept(self) -> Iterator[Finding]:
        """Bring over what the import before did not write, or what was changed since."""
        if not self.output.is_dir():
            return
        known = digests_in(self.output)
        for path in sorted(self.output.rglob("*")):
            name = path.relative_to(self.output).as_posix()
            if not path.is_file() or name == IMPORTED or name.partition("/")[0] in _MADE:
                continue
            data = path.read_bytes()
            if digest(data) not in (known.get(name), self.digests.get(name)):
                finding = self._edited(name, data, known.get(name, ""))
                yield from (finding,) if finding else ()

    def _edited(self, name: str, data: bytes, before: str) -> Finding | None:
        """Keep a file that is not as an import wrote it; what the source gives in its place now is proposed."""
        target = self.beside / name
        given = target.read_bytes() if target.exists() else None
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        if given is None:
            self.digests |= {name: before} if before else {}
            return None
        if digest(given) == before:
            self._leave(f"{PROPOSALS}/{name}", f"{PROPOSALS}/{name}.diff")
            return None
        proposal = proposal_of(data, given, name)
        if proposal is None:
            return None
        self.write(f"{PROPOSALS}/{name}", proposal.data)
        self.write(f"{PROPOSALS}/{name}.diff", proposal.diff.encode())
        shown = self.output / PROPOSALS / name
        message = f"changed by hand, and the source gives something else now, see {shown}.diff"
        return WAITING.at(Location(str(self.output / name)), message, f"to take it, copy {shown} over the file")

    def _leave(self, *paths: str) -> None:
        """Leave a proposal where it lies, while the source gives what it gave before."""
        for path in paths:
            if (self.output / path).is_file():
                self.write(path, (self.output / path).read_bytes())


def digests_in(folder: Path) -> Mapping[str, str]:
    """Return what the marker of an import says; nothing where there is none, or a damaged one."""
    try:
        files = json.loads((folder / IMPORTED).read_bytes())["files"]
        return {str(name): str(value) for name, value in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / IMPORTED).is_file() or next(folder.iterdir(), None) is None)


def _unwritable(path: Path, error: OSError) -> OutputError:
    hint = "choose another folder, or free some space"
    return OutputError(CANNOT_WRITE.at(Location(str(path)), f"cannot be written: {error.strerror or error}", hint))
