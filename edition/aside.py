"""What lies among the documents and is none of them: what `tei encode` laid aside, and sites that were built."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from tei.regexes import regex

LOCK_NAME: Final = "tei.lock.json"
REJECTED: Final = "rejected"
PROPOSALS: Final = "proposals"
LISTS: Final = "authority"
ORIGINAL: Final = "original"
IMPORTED: Final = ".tei-import"
"""The file by which the folder of an import is known: its documents are in `tei/`, its lists in `authority/`."""
CANDIDATES: Final = "candidates.xml"
_OF_IMPORT: Final = (REJECTED, PROPOSALS, ORIGINAL)
_FORM: Final = regex(r'"form": "([a-z]+)"')
SITE: Final = ".tei-site"
"""The file by which a site that was built is known; the TEI that it offers is that of the documents once more."""


def is_aside(path: Path, folder: Path) -> bool:
    """Say whether a file of a folder was rejected, is proposed, or lists unknown names; not where that was named.

    Only beside a lock of ids, and in the folder of an import, do the names of folders mean this.
    """
    inside = path.parent.name in (REJECTED, PROPOSALS) or (path.name == CANDIDATES and path.parent.name == LISTS)
    if inside and path.parent != folder and (path.parent.parent / LOCK_NAME).exists():
        return True
    above = [one for one in path.parents if one.name in _OF_IMPORT and one != folder and folder in one.parents]
    return any((one.parent / IMPORTED).exists() for one in above)


def is_of_others(path: Path) -> bool:
    """Say whether a document was imported as it is from another project, so that our schema was not made for it."""
    return path.parent.name == "tei" and _form(path.parent.parent) == "letters"


@lru_cache(maxsize=64)
def _form(folder: Path) -> str:
    """Return the form of an import, empty where a folder is none."""
    try:
        with (folder / IMPORTED).open(encoding="utf-8") as marker:
            head = marker.read(200)
    except (OSError, ValueError):
        return ""
    found = _FORM.search(head)
    return found[1] if found else ""
