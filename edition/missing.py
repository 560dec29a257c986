"""What was encoded once and is in no capture any more: said, and never deleted."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from edition.lock import Lock
from tei.findings import Finding, Location, Rule, Severity

VANISHED = Rule(
    "ENC212",
    "telegram-vanished",
    Severity.WARNING,
    "The capture from which a document was encoded no longer gives it: the passage was taken out or changed beyond "
    "recognition, or the program reads the page in another way now. The document was left as it is, and its id is "
    "never given to another.",
)
CAPTURE_GONE = Rule(
    "ENC213",
    "capture-gone",
    Severity.WARNING,
    "A capture from which documents were encoded is no longer where it was, and no other has its words. The documents "
    "were left as they are. A capture that was renamed or moved keeps its ids when it is encoded from its new place.",
)
RULES = (VANISHED, CAPTURE_GONE)


def missing(
    lock: Lock, folder: Path, read: Collection[str], sources: Collection[str], given: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for each document whose passage or capture is gone.

    `read` are the sources that could be read, `sources` all of this run, `given` the ids that it gave.
    """
    gone: dict[str, list[str]] = defaultdict(list)
    there = set(os.listdir(folder))  # noqa: PTH208 # ten thousand paths are not needed for their names
    for id_, about, path in lock.whereabouts():
        source = about.removesuffix("#context")
        if id_ in given or f"{id_}.xml" not in there:
            continue
        if source in read:
            message = f"its source {source} does not give this document any more"
            hint = "check the capture; delete the file if it is to go, or keep it as your own"
            yield VANISHED.at(Location(str(folder / f"{id_}.xml")), message, hint)
        elif source not in sources and path and not os.path.exists(f"{folder}/{path}"):  # noqa: PTH110
            gone[path].append(id_)
    for path, ids in sorted(gone.items()):
        message = f"this capture is gone; {_count(len(ids))} from it: {', '.join(ids)}"
        place = Location(os.path.normpath(folder / path))
        yield CAPTURE_GONE.at(place, message, "put it back, or encode it from its new place")


def _count(number: int) -> str:
    return "1 document was encoded" if number == 1 else f"{number} documents were encoded"
