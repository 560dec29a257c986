"""Writing files so that a killed run, a full disk or a folder without permission leaves the old file or the new one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from tei.errors import OutputError
from tei.findings import Location, Rule, Severity

CANNOT_WRITE = Rule(
    "OUT101",
    "cannot-write",
    Severity.ERROR,
    "The result could not be written: the folder is read-only or missing, or the disk is full. "
    "Nothing was changed; what stood there before still stands.",
)
RULES = (CANNOT_WRITE,)

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Open a file that is not there yet; one that another run put there is never written into."""
_ORDINARY: Final = 0o666
"""What any new file asks for; the system takes from it what the umask says."""


def write_atomic(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write `data` beside `path`, flush it to disk, then rename it into place; folders are made as needed.

    Data in pieces are written piece by piece. Raises OutputError when that fails; no partial file is left behind.
    """
    temporary = ""
    try:
        mode = _mode(path)
        beside = os.path.join(path.parent, f".{path.name}.{os.urandom(6).hex()}")  # noqa: PTH118 # paths take longer
        handle = _opened(beside, _ORDINARY if mode is None else mode)
        temporary = beside
        with os.fdopen(handle, "wb") as stream:
            stream.writelines((data,) if isinstance(data, bytes) else data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
        hint = (
            "free some space"
            if getattr(error, "errno", None) == errno.ENOSPC
            else "choose another folder or change its permissions"
        )
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(CANNOT_WRITE.at(Location(str(path)), f"cannot be written: {reason}", hint)) from error


def _opened(place: str, mode: int) -> int:
    """Open a new file, in a folder that is made where it is missing."""
    try:
        return os.open(place, _NEW, mode)
    except FileNotFoundError:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        return os.open(place, _NEW, mode)


def _mode(path: Path) -> int | None:
    """Return the permissions of the file that is replaced; None where there is none."""
    try:
        return os.stat(path).st_mode & 0o777  # noqa: PTH116
    except OSError:
        return None
