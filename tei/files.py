"""Writing files so that a killed run, a full disk or a folder without permission leaves the old file or the new one."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

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


def write_atomic(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to disk, then rename it into place; folders are made as needed.

    Raises OutputError when that fails; no partial file is left behind.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        hint = (
            "free some space"
            if getattr(error, "errno", None) == errno.ENOSPC
            else "choose another folder or change its permissions"
        )
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(CANNOT_WRITE.at(Location(str(path)), f"cannot be written: {reason}", hint)) from error


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those an ordinary new file gets under the umask."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
