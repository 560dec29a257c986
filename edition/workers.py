"""Work on many files at once: in this process, or in several on the cores of this machine."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Final, TypeVar

_CHUNK: Final = 64
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
