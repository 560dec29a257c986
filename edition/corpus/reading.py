"""Read files in this process or several: each file's record, the entries it brings, and how to know it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from edition.corpus.parsing import read_bytes
from edition.corpus.records import entry_row, packed
from edition.workers import spread
from tei import xmlfile
from tei.archives import Repositories
from tei.errors import SourceError
from tei.findings import Finding


@dataclass(frozen=True, slots=True)
class Fresh:
    """A file that was read: its digest, record, bodies and entries by mark; or the findings why it could not be."""

    path: Path
    digest: bytes = b""
    record: bytes = b""
    bodies: bytes = b""
    entries: tuple[tuple[str, bytes], ...] = ()
    findings: tuple[Finding, ...] = ()


class _State:
    """What a process works with: the register of archives, and the marks of the entries that it has sent."""

    register: Repositories
    sent: set[str]


_STATE: Final = _State()


def _prepare(register: Repositories) -> None:
    _STATE.register, _STATE.sent = register, set()


def read_files(paths: Iterable[Path], register: Repositories, jobs: int) -> Iterator[Fresh]:
    """Yield what the files hold, in their order; an entry comes with the first file of each process that has it."""
    yield from spread(_read, paths, jobs, _prepare, (register,))


def _read(path: Path) -> Fresh:
    try:
        data = xmlfile.read_bytes(path)
    except SourceError as error:
        return Fresh(path, findings=error.findings)
    digest = sha256(data)
    read = read_bytes(data, path, digest.hexdigest(), _STATE.register)
    fresh = [entry for entry in read.entries if entry.mark not in _STATE.sent]
    _STATE.sent.update(entry.mark for entry in fresh)
    rows = tuple((entry.mark, entry_row(entry)) for entry in fresh)
    return Fresh(path, digest.digest(), *packed(read), rows)
