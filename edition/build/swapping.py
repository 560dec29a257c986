"""Two folders change places in one step, where the system can do that; elsewhere in three, with a way back."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2
_UNABLE: Final = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Let two folders change places. `aside` is a path where nothing is, beside them.

    Linux has renameat2(2), macOS renamex_np(2): a reader sees the one or the other, never none. Elsewhere `one` is away
    for a moment; when the process is killed then, `settle` brings it back. Raises OSError.
    """
    swap = _swap()
    if swap is not None:
        code = swap(os.fsencode(one), os.fsencode(other))
        if code == 0:
            return
        if code not in _UNABLE:  # a file system that cannot do it
            raise OSError(code, os.strerror(code), str(one))
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


def settle(one: Path, aside: Path) -> None:
    """Bring an exchange to an end that was killed: `one` is there again, as it was or as it was to be."""
    if not aside.is_dir():
        return
    if one.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(one)


@lru_cache(maxsize=1)
def _swap() -> Callable[[bytes, bytes], int] | None:
    """Return what lets two paths change places and gives 0 or the number of the error; None where there is nothing."""
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    linux = sys.platform == "linux"
    call = getattr(library, "renameat2" if linux else "renamex_np", None)
    if call is None:
        return None

    def swap(one: bytes, other: bytes) -> int:
        done = call(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE) if linux else call(one, other, _RENAME_SWAP)
        return ctypes.get_errno() if done else 0

    return swap
