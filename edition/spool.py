"""Files are gathered and written in bursts, each by several threads at once; drafts wait on the disk until then.

A thread that writes waits for the disk most of the time, and the disk gathers what several ask of it. Between the
bursts nobody writes: a thread that comes back from the disk while a page is read would only stand in the way.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from tei.errors import OutputError
from tei.files import CANNOT_WRITE, write_atomic
from tei.findings import Location

WRITERS: Final = 8
BURST: Final = 64
"""So many files are held at most: some megabytes."""
HELD: Final = 1 << 22
"""Bytes of drafts that are held in memory before any goes to the disk."""


Job = tuple[Future[None], Path, bytes]
"""A file to write, and who waits for it."""


class Span(NamedTuple):
    """Where a draft waits: offset and length in bytes."""

    start: int
    length: int


NOWHERE: Final = Span(0, 0)


class Drafts:
    """Documents that wait on the disk for the last capture, so that memory does not grow with their number.

    Behind the first few megabytes they lie in one file without a name in the output folder, which vanishes with the
    process, however that ends.
    """

    def __init__(self, folder: Path) -> None:
        """Open the file; raises OutputError where the folder takes none."""
        self._folder = folder
        self._end = 0
        self._first: dict[int, bytes] = {}
        try:
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 # it lives as long as the run
        except OSError as error:
            raise self._failure(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the file go."""
        self._file.close()

    def put(self, data: bytes) -> Span:
        """Keep a draft; raises OutputError when the disk is full."""
        span = Span(self._end, len(data))
        if self._end < HELD:
            self._first[span.start] = data
        else:
            try:
                self._file.seek(span.start)
                self._file.write(data)
            except OSError as error:
                raise self._failure(error) from error
        self._end += len(data)
        return span

    def get(self, span: Span) -> bytes:
        """Return a draft."""
        if span.start in self._first:
            return self._first[span.start][: span.length]
        self._file.seek(span.start)
        return self._file.read(span.length)

    def _failure(self, error: OSError) -> OutputError:
        message = f"nothing can be written here: {error.strerror or error}"
        return OutputError(CANNOT_WRITE.at(Location(str(self._folder)), message, "free some space, or choose another"))


class Spool:
    """Takes files to write; each is on the disk when its future is done, at the latest when the spool closes."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(WRITERS)
        self._waiting: list[Job] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is waiting and let the threads go."""
        self.flush()
        self._pool.shutdown()

    def add(self, path: Path, data: bytes) -> Future[None]:
        """Take a file to write; when a burst is full it is written now."""
        future: Future[None] = Future()
        self._waiting.append((future, path, data))
        if len(self._waiting) >= BURST:
            self.flush()
        return future

    def flush(self) -> None:
        """Write all files that wait; returns when each is on the disk or has failed."""
        waiting, self._waiting = self._waiting, []
        shares = [waiting[place::WRITERS] for place in range(min(WRITERS, len(waiting)))]
        for done in [self._pool.submit(_write, share) for share in shares]:
            done.result()


def _write(jobs: Iterable[Job]) -> None:
    for future, path, data in jobs:
        try:
            write_atomic(path, data)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(None)
