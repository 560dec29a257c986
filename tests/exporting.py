"""What an export gives: its files whole, and what is to be said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from edition.site.plan import File
from tei.findings import Finding


def gathered(items: Iterable[File | Finding]) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the files of an export by path, the pieces of each joined, and its findings."""
    files: dict[str, bytes] = defaultdict(bytes)
    found: list[Finding] = []
    for one in items:
        if isinstance(one, File):
            files[one.path] += one.data
        else:
            found.append(one)
    return files, found
