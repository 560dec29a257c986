"""What lies among the documents and is none of them: what `tei encode` laid aside, and sites that were built."""

from __future__ import annotations

from pathlib import Path
from typing import Final

LOCK_NAME: Final = "tei.lock.json"
REJECTED: Final = "rejected"
PROPOSALS: Final = "proposals"
LISTS: Final = "authority"
CANDIDATES: Final = "candidates.xml"
SITE: Final = ".tei-site"
"""The file by which a site that was built is known; the TEI that it offers is that of the documents once more."""


def is_aside(path: Path, folder: Path) -> bool:
    """Say whether a file of a folder was rejected, is proposed, or lists unknown names; not where that was named.

    Only beside a lock of ids do the names of folders mean this.
    """
    inside = path.parent.name in (REJECTED, PROPOSALS) or (path.name == CANDIDATES and path.parent.name == LISTS)
    return inside and path.parent != folder and (path.parent.parent / LOCK_NAME).exists()
