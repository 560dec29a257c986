"""A time limit for rules that others have written: they are given up, and the run goes on.

Work in C cannot be stopped, so it is done in a thread that is left behind; work in Python is stopped by an alarm where
the system has one. Either way a run ends, and leaves nothing behind when its process does.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from tei.patience import TooLongError

_Result = TypeVar("_Result")
_AGAIN: Final = 1.0
"""Seconds after which the alarm comes again, where a library took the first for an error of its own."""
_STACK: Final = 16 * 2**20
"""Bytes of stack of a thread: what the main thread has, not the little that other threads get on some systems."""


@dataclass(frozen=True, slots=True)
class Limited:
    """Waits for so many seconds; see tei.patience."""

    seconds: float

    def compiled(self, work: Callable[[], _Result]) -> _Result:
        """Call work that is done in C. Raises TooLongError."""
        done: list[_Result] = []
        failed: list[BaseException] = []

        def run() -> None:
            try:
                done.append(work())
            except BaseException as error:  # whatever it is, it is raised where the work was asked for
                failed.append(error)

        threading.stack_size(_STACK)
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(self.seconds)
        if failed:
            raise failed[0]
        if not done:
            raise TooLongError
        return done[0]

    def interpreted(self, work: Callable[[], _Result]) -> _Result:
        """Call work that is done in Python. Raises TooLongError."""
        if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
            return self.compiled(work)

        def ring(*_: object) -> None:
            raise TooLongError

        before = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, self.seconds, _AGAIN)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
