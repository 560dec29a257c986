"""Files are gathered and written in bursts, each by several threads at once.

A thread that writes waits for the disk most of the time, and the disk gathers what several ask of it. Between the
bursts nobody writes: a thread that comes back from the disk while a page is read would only stand in the way.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tei.files import write_atomic

WRITERS: Final = 8
BURST: Final = 64
"""So many files are held at most: some megabytes."""


class Spool:
    """Takes files to write; each is on the disk when its future is done, at the latest when the spool closes."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(WRITERS)
        self._waiting: list[tuple[Future[None], Path, bytes]] = []

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
        for done in [self._pool.submit(self._one, *job) for job in waiting]:
            done.result()

    def _one(self, future: Future[None], path: Path, data: bytes) -> None:
        try:
            write_atomic(path, data)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(None)
