"""What was named on the command line into imports: which form each file is of, and which files are one import."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from edition.aside import IMPORTED, LISTS, SITE
from edition.intake.forms import BY_NAME, FORMS, Form
from edition.intake.request import WRONG_FORM
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import TEI_NS
from tei.xmlfile import NOT_FOUND

HEAD: Final = 64 * 1024
_LAST: Final = "cmif"
"""Lists of letters come after the letters that they may list."""
_UNSAFE: Final = re.compile(r"[^\w.-]+")
_P4: Final = re.compile(rb"<(?:TEI\.2|teiCorpus\.2|TEI\.1)[\s>]")
_BARE: Final = re.compile(rb"<(?:TEI|teiCorpus)[\s>]")
"""What TEI P5 begins with too, where it has its namespace."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one import: its form, its name, and each path with the name that it has in `original/`."""

    form: Form
    name: str
    files: tuple[tuple[Path, str], ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, in order."""
        return tuple(path for path, _ in self.files)


def batches_of(paths: Sequence[Path], asked: str, *, one: bool) -> tuple[tuple[Batch, ...], tuple[Finding, ...]]:
    """Return the imports that files and folders stand for, and why some stand for none.

    `asked` is the name of a form, empty where the files say it themselves. Files of a form that takes them together are
    one import when they come from one folder, and what else is in the folder goes with them, to be told what it is;
    `one` makes one import of all.
    """
    found: list[tuple[Form, Path, Path]] = []
    others: list[tuple[Path, Path, Finding]] = []
    for path in paths:
        for file, top in _files(path):
            form = _form_of(file, asked)
            if isinstance(form, Form):
                found.append((form, file, top))
            else:
                others.append((file, top if path.is_dir() else file, form))
    hosts = {top: form for form, _, top in found if getattr(form.importer(), "TOGETHER", False)}
    found += [(hosts[top], file, top) for file, top, _ in others if top in hosts]
    folders = frozenset(path for path in paths if path.is_dir())
    return _parted(found, folders, one=one), tuple(finding for _, top, finding in others if top not in hosts)


def _files(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the files of a path, with the folder that their names in `original/` are seen from.

    Of a folder that an import made, documents and lists are meant; imports and sites inside another folder are passed
    over, for they hold what this one may be made into.
    """
    if not path.is_dir():
        yield path, path.parent
        return
    for base, folders, names in os.walk(path):
        here = Path(base)
        if here == path and IMPORTED in names:
            folders[:] = [name for name in folders if name in ("tei", LISTS)]
        elif IMPORTED in names or SITE in names:
            folders[:], names = [], []
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name[-4:].lower() == ".xml" and not name.startswith("."):
                yield here / name, path


def _form_of(path: Path, asked: str) -> Form | Finding:
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    except OSError as error:
        return NOT_FOUND.at(Location(str(path)), f"cannot be read: {error.strerror or error}", "check the path")
    if not head.strip():
        return WRONG_FORM.at(Location(str(path)), "the file is empty", "restore it from a copy")
    for form in (BY_NAME[asked],) if asked else FORMS:
        try:
            if form.importer().suits(path, head):
                return form
        except SourceError as error:
            return error.findings[0]
    return _unknown(path, head, asked)


def _unknown(path: Path, head: bytes, asked: str) -> Finding:
    """Say why a file is of no form, as far as its beginning tells."""
    place = Location(str(path), 1)
    if reason := no_p5(head):
        return WRONG_FORM.at(place, *reason)
    known = "; ".join(form.title for form in FORMS)
    if asked:
        return WRONG_FORM.at(place, f"this is not {BY_NAME[asked].title}", "leave out --as, or name another form")
    if b"\0" in head:
        return WRONG_FORM.at(Location(str(path)), "this is no text file", f"name one of: {known}")
    if TEI_NS.encode() in head:
        message = "this is TEI without correspDesc, so nothing says who wrote to whom"
        return WRONG_FORM.at(place, message, "write a correspDesc into profileDesc of each letter")
    return WRONG_FORM.at(place, "this is of no form that is known here", f"name one of: {known}")


def no_p5(head: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a file that is meant to be TEI and is not P5, and what to do; None for any other."""
    if _P4.search(head):
        return "this is TEI P4, which has no namespace and other elements", "convert it to P5"
    if _BARE.search(head) and TEI_NS.encode() not in head:
        message = "the root element is not in the namespace of TEI"
        return message, f'if it is TEI P5, write xmlns="{TEI_NS}" into it; P4 is to be converted'
    return None


def _parted(found: Sequence[tuple[Form, Path, Path]], folders: frozenset[Path], *, one: bool) -> tuple[Batch, ...]:
    """Part files into imports, each under a name that no other has: that of its file, or of the folder."""
    groups: dict[tuple[str, ...], list[tuple[Form, Path, Path]]] = {}
    for form, file, top in found:
        together = getattr(form.importer(), "TOGETHER", False)
        key = (form.name,) if one else (form.name, str(top)) if together else (form.name, str(top), str(file))
        groups.setdefault(key, []).append((form, file, top))
    made: list[Batch] = []
    for members in sorted(groups.values(), key=lambda one: one[0][0].name == _LAST):
        form, file, top = members[0]
        alone = len(members) == 1 and not (top in folders and getattr(form.importer(), "TOGETHER", False))
        name = file.stem if alone else top.resolve().name
        taken = {batch.name.casefold() for batch in made}
        made.append(Batch(form, _free(_UNSAFE.sub("-", name).strip("-.") or form.name, taken), tuple(_named(members))))
    return tuple(made)


def _named(members: Sequence[tuple[Form, Path, Path]]) -> Iterator[tuple[Path, str]]:
    """Yield each file once with its name in `original/`."""
    taken: set[str] = set()
    tops = {file: top for _, file, top in reversed(members)}
    for path in dict.fromkeys(file for _, file, _ in members):
        top = tops[path]
        shown = path.relative_to(top).as_posix()
        name = shown if shown.casefold() not in taken else f"{len(taken) + 1}-{shown}"
        taken.add(name.casefold())
        yield path, name


def _free(name: str, taken: set[str]) -> str:
    number, made = 2, name
    while made.casefold() in taken:
        made, number = f"{name}-{number}", number + 1
    return made
