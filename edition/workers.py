"""Work on many files at once: in this process, or in several on the cores of this machine."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Final, TypeVar

_CHUNK: Final = 64
_TRIM: Final = "malloc_trim"
_Item = TypeVar("_Item")
_Done = TypeVar("_Done")


def spread(
    work: Callable[[_Item], _Done],
    items: Iterable[_Item],
    jobs: int,
    prepare: Callable[..., None],
    arguments: tuple[Any, ...],
) -> Iterator[_Done]:
    """Yield `work(item)` for each item, in order. `prepare(*arguments)` is called once in each process before.

    With one job, all is done here. On Linux, where forking is safe, the processes begin with what this one has
    prepared, so that a schema is compiled once; elsewhere `work`, `prepare` and `arguments` are sent to them.
    """
    prepare(*arguments)
    items = list(items)
    if jobs <= 1 or len(items) <= 1:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(jobs, len(items)), context, prepare, arguments) as pool:
        yield from pool.map(work, items, chunksize=min(_CHUNK, 1 + len(items) // (jobs * 4)))


def give_back() -> None:
    """Return to the system what this process has freed: the processes that it begins would each come to hold it.

    The C library of Linux keeps it otherwise; others return it of their own accord, or cannot be asked.
    """
    if sys.platform == "linux":
        import ctypes  # seldom needed, and slow to start

        library = ctypes.CDLL(None)
        if hasattr(library, _TRIM):
            getattr(library, _TRIM)(0)
