"""How long work takes, however busy the machine is with other things."""

from __future__ import annotations

import time
import timeit
from collections.abc import Callable


def seconds(work: Callable[[], object], *, best_of: int = 1) -> float:
    """Return the processor time of this thread alone; nothing is swept meanwhile that other tests left."""
    return min(timeit.repeat(work, timer=time.thread_time, number=1, repeat=best_of))
