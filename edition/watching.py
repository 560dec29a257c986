"""Look at files again and again, and act when one has changed, come or gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

PAUSE: Final = 0.5
"""Seconds between two looks."""

Stamps = dict[str, tuple[int, int]]


def stamps(files: Iterable[str]) -> Stamps:
    """Return when each file was changed last and its size; a file that is not there has neither."""
    found: Stamps = {}
    for path in files:
        try:
            status = Path(path).stat()
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def watch(
    files: Callable[[], Iterable[str]], act: Callable[[], None], *, pause: float = PAUSE, rounds: int | None = None
) -> None:
    """Call `act` now, and whenever what `files` names is not as it was; ends after `rounds` looks, None for never.

    Polling works on every system and on network folders; ten thousand files take some milliseconds a look.
    """
    seen = stamps(files())
    act()
    while rounds is None or rounds > 0:
        time.sleep(pause)
        now = stamps(files())
        if now != seen:
            seen = now
            act()
        rounds = rounds - 1 if rounds is not None else None
