"""The files of a site: those that the store has, and what a build changes of them, without all of them being read.

Of sixty thousand files a build after a change of one telegram has to do with a few dozen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, Protocol

_BYTES: Final = 32
_ALL: Final = 1 << 8 * _BYTES


class Filed(NamedTuple):
    """A file of the site: the page that it belongs to, the digest of its bytes, their number."""

    page: str
    digest: bytes
    size: int


class Base(Protocol):
    """Where files are looked up."""

    def file(self, path: str) -> Filed | None:
        """Return a file, None where there is none of this path."""

    def files_of(self, pages: Iterable[str]) -> dict[str, Filed]:
        """Return the files of pages by their paths."""

    def all_files(self) -> Iterator[tuple[str, Filed]]:
        """Yield all files with their paths."""


class Files(Mapping[str, Filed]):
    """Files by their paths: those of a base but for some, and new ones."""

    __slots__ = ("_base", "_gone", "_new", "_total")

    def __init__(
        self,
        base: Base | None = None,
        total: int = 0,
        gone: Collection[str] = frozenset(),
        new: Mapping[str, Filed] | None = None,
    ) -> None:
        """Take what there was, with the sum of it, and what of it is gone or new."""
        self._base, self._total, self._gone, self._new = base, total, gone, new or {}

    def __getitem__(self, path: str) -> Filed:
        """Return a file; raises KeyError where there is none of this path."""
        found = self._new.get(path)
        if found is None and self._base is not None and path not in self._gone:
            found = self._base.file(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield all paths."""
        return (path for path, _ in self._all())

    def __len__(self) -> int:
        """Return how many there are; all are gone through."""
        return sum(1 for _ in self._all())

    def _all(self) -> Iterator[tuple[str, Filed]]:
        if self._base is not None:
            for path, filed in self._base.all_files():
                if path not in self._gone and path not in self._new:
                    yield path, filed
        yield from self._new.items()

    def all(self) -> dict[str, Filed]:
        """Return all of them at once."""
        return dict(self._all())

    def of(self, pages: Collection[str]) -> dict[str, Filed]:
        """Return the files of pages."""
        found = self._base.files_of(pages) if self._base is not None else {}
        kept = {path: filed for path, filed in found.items() if path not in self._gone and path not in self._new}
        wanted = set(pages)
        return kept | {path: filed for path, filed in self._new.items() if filed.page in wanted}

    def changed(self, gone: Mapping[str, Filed], new: Mapping[str, Filed]) -> Files:
        """Return what there is when these, which are here, are gone, and then new ones come, which are not."""
        total = self._total - sum(_weight(path, filed) for path, filed in gone.items())
        total += sum(_weight(path, filed) for path, filed in new.items())
        rest = {path: filed for path, filed in self._new.items() if path not in gone}
        return Files(self._base, total % _ALL, {*self._gone, *gone}, {**rest, **new})

    @property
    def state(self) -> str:
        """The name of the state of a site that consists of these files: the same files, the same name.

        It is a sum of digests, so that a change of one file needs none of the others (Bellare and Micciancio 1997).
        """
        return f"{self._total:0{2 * _BYTES}x}"


def total_of(state: str) -> int:
    """Return the sum that a state was named by; 0 for another name."""
    try:
        return int(state, 16)
    except ValueError:
        return 0


def _weight(path: str, filed: Filed) -> int:
    whole = path.encode("utf-8", "surrogateescape") + b"\0" + filed.digest
    return int.from_bytes(hashlib.blake2b(whole, digest_size=_BYTES).digest(), "big")
