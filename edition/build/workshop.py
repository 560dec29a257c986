"""The folder beside a site where the next one is made, so that the site that stands is whole whatever happens.

There are two trees of files: the site, and its spare, which is the same but for what is being changed. A build writes
into the spare, and then the two change places in one step. What it will write it puts down in a journal before, so
that the next build can make the spare of a killed one equal to the site again without looking at every file. A build
that makes most pages writes a new tree instead. Unchanged files of the trees are links of one another.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from edition.aside import SITE
from edition.build.store import Known, Store
from edition.build.swapping import exchange, settle
from edition.build.trees import clear, copy, level, link, move, sizes, stamps, take_out
from tei.errors import OutputError
from tei.files import CANNOT_WRITE, write_atomic
from tei.findings import Location, Rule, Severity

NOT_OURS = Rule(
    "SIT102",
    "folder-is-no-site",
    Severity.ERROR,
    "The folder for the site holds files that no build of ours has put there. It is replaced whole by each build, so "
    "they would be lost.",
)
BUSY = Rule(
    "SIT103",
    "another-build",
    Severity.ERROR,
    "Another build of the same site is running; two at once would undo each other's work.",
)
RULES = (NOT_OURS, BUSY)

MARKER: Final = SITE
_FIRST_LINE: Final = "a site made by tei build, which replaces all that is here"


class Workshop:
    """Takes hold of the place of a site for one build. Every path of the trees is known here alone."""

    def __init__(self, output: Path) -> None:
        """Name the folder of the site; nothing is touched yet."""
        self.output = output.resolve()
        self.folder = self.output.with_name(f".{self.output.name}.tei")
        self.spare = self.folder / "spare"
        self.stage = self.folder / "stage"
        self.fresh = self.folder / "fresh"
        self._aside = self.folder / "aside"
        self._journal = self.folder / "journal.json"
        self._stamps = self.folder / "stamps.json"
        self._lock: int | None = None
        self.store: Store

    def __enter__(self) -> Self:
        """Take hold of the place, and bring to an end what a killed build left. Raises OutputError."""
        try:
            self._open()
        except BaseException as error:
            self.__exit__(None, None, None)
            if isinstance(error, OSError):
                raise unwritable(self.output, error) from error
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the place go."""
        with suppress(AttributeError):
            self.store.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _open(self) -> None:
        self._refuse_foreign()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._take_lock()
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        settle(self.output, self._aside)
        self._refuse_foreign()
        self.store = Store(self.folder / "build.sqlite")

    def _refuse_foreign(self) -> None:
        """Raise where the folder of the site holds what is not ours."""
        if not self.output.exists() or (self.output / MARKER).is_file():
            return
        if self.output.is_dir() and not any(self.output.iterdir()):
            return
        hint = f"name another folder with --output, or delete {self.output.name} if nobody needs it"
        raise OutputError(NOT_OURS.at(Location(str(self.output)), "this folder is no site that was built before", hint))

    def _take_lock(self) -> None:
        self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._lock, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            place = Location(str(self.output))
            message = "another build of this site is running"
            raise OutputError(BUSY.at(place, message, "wait until it has ended")) from None

    def known(self) -> Known:
        """Return what is known of the site that stands, a killed build settled; nothing where in doubt."""
        known = self.store.known()
        if known.state and known.state != state_of(self.output) and known.state == state_of(self.spare):
            self.swap(self.spare)  # the build was killed one step before its end, or the site was deleted since
        if not known.state or known.state != state_of(self.output) or not self._is_sound(known):
            return Known()
        if self._journal.exists():
            self._level(self._written_down())
        if state_of(self.spare) != known.state:
            self._make_spare()
        return known

    def _is_sound(self, known: Known) -> bool:
        """Say whether the site holds the files that were put there, and no other.

        Where no folder has changed since, no file has come or gone, and they need not be looked at one by one.
        """
        if self._is_untouched(known.state):
            return True
        found = dict(sizes(self.output))
        found.pop(MARKER, None)
        return found == {path: file.size for path, file in known.files.all().items()}

    def _is_untouched(self, state: str) -> bool:
        written = self._stamped()
        return bool(written == {"state": state, "folders": stamps(self.output, written.get("folders", ()))})

    def _stamped(self) -> dict[str, Any]:
        try:
            found = json.loads(self._stamps.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def folders(self) -> tuple[str, ...]:
        """Return the folders that the site had after the last build."""
        return tuple(map(str, self._stamped().get("folders", ())))

    def compiled(self, mark: str) -> Path:
        """Return the folder where templates are kept compiled while the mark of the site is the same."""
        folder = self.folder / "templates"
        wanted = folder / mark
        if not wanted.is_dir():
            clear(folder)
            wanted.mkdir(parents=True)
        return wanted

    def begin(self, whole: bool) -> Path:
        """Return an empty folder for files that are made: the new site whole, or what is to change in it."""
        folder = self.fresh if whole else self.stage
        clear(folder)
        folder.mkdir(parents=True)
        return folder

    def keep(self, paths: Iterable[str]) -> None:
        """Take files of the site that stands into the new one."""
        for path in paths:
            link(self.output / path, self.fresh / path)

    def apply(self, changed: Iterable[str], removed: Iterable[str], folders: Iterable[str]) -> None:
        """Change the spare to what the site will be; `folders` are those that will be written anew."""
        changed, removed = list(changed), list(removed)
        journal = [*changed, *removed, *folders, MARKER]
        write_atomic(self._journal, json.dumps(journal).encode())
        (self.spare / MARKER).unlink(missing_ok=True)
        for path in changed:
            move(self.stage / path, self.spare / path)
        take_out(self.spare, removed)

    def mark(self, tree: Path, state: str) -> None:
        """Say of a tree that it is whole, and which state of the site it is."""
        clear(tree / MARKER)  # it may be a link of another tree's
        (tree / MARKER).write_text(f"{_FIRST_LINE}\n{state}\n", encoding="utf-8")

    def swap(self, tree: Path) -> None:
        """Put a tree in the place of the site, and the site in that of the tree."""
        if self.output.exists():
            exchange(self.output, tree, self._aside)
        else:
            tree.rename(self.output)

    def tidy(self, remade: bool, folders: Iterable[str]) -> None:
        """Make the spare equal to the site, and delete what is left of the work.

        `remade` says that a new tree came; `folders` are those of the site.
        """
        if remade or not self.spare.exists():
            self._make_spare()
        elif self._journal.exists():
            self._level(self._written_down())
        for folder in (self.stage, self.fresh):
            clear(folder)
        found = stamps(self.output, sorted({"", *folders}))
        self._stamps.write_text(json.dumps({"state": state_of(self.output), "folders": found}), encoding="utf-8")

    def _make_spare(self) -> None:
        """Make a spare of links; it gets its name when it is whole."""
        clear(self.spare)
        made = self.folder / "spare.new"
        clear(made)
        copy(self.output, made)
        made.rename(self.spare)
        self._journal.unlink(missing_ok=True)

    def _level(self, paths: Iterable[str]) -> None:
        if self.spare.exists():
            level(self.spare, self.output, paths)
        self._journal.unlink(missing_ok=True)

    def _written_down(self) -> list[str]:
        try:
            found = json.loads(self._journal.read_bytes())
        except ValueError:
            clear(self.spare)
            return []
        return [str(path) for path in found]


def state_of(tree: Path) -> str:
    """Return the name of the state of the site that a tree is, empty where it is not whole."""
    try:
        lines = (tree / MARKER).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    return lines[1] if len(lines) > 1 and lines[0] == _FIRST_LINE else ""


def unwritable(output: Path, error: OSError) -> OutputError:
    """Return the error for a place where the site cannot be written."""
    where = Path(error.filename).name if error.filename else output.name
    message = f"the site cannot be written: {error.strerror or error} ({where})"
    return OutputError(CANNOT_WRITE.at(Location(str(output)), message, "free some space, or choose another --output"))
