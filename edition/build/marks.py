"""What every page is made of beside the documents: program, templates, messages, style sheets, XSLT, settings."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from edition.resources import transforms_dir
from edition.site.plan import Planned, Site

_PACKAGES: Final = ("edition", "tei")
_CODE: Final = Path(__file__).resolve().parents[2]


def site_mark(site: Site) -> str:
    """Return a digest that changes whenever any page may look different though its documents are the same.

    The program itself is part of it by its source, so that a new version, and work on it, makes every page anew; a
    process, which runs what it has loaded, reads that once.
    """
    settings = replace(site.settings, own=None, aliases=())
    press = zlib.ZLIB_RUNTIME_VERSION
    digest = hashlib.blake2b(f"{settings!r}\0{site.assets}\0{press}\0".encode(), digest_size=16)
    for package in _PACKAGES:
        digest.update(_program(package))
    _add(digest, _under(transforms_dir(), ""))
    if site.settings.own is not None:
        _add(digest, _under(site.settings.own, ""))
    return digest.hexdigest()


def page_mark(mark: str, planned: Planned) -> str:
    """Return what a page was made of, in short: the same mark, the same bytes."""
    whole = f"{mark}\0{planned.kind}\0{planned.subject}\0{planned.lang}\0{planned.digest}"
    return hashlib.blake2b(whole.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


@cache
def _program(package: str) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    _add(digest, _under(_CODE / package, ".py"))
    return digest.digest()


def _add(digest: hashlib.blake2b, sources: Iterable[tuple[str, Path]]) -> None:
    for name, path in sources:
        digest.update(f"{name}\0{path.stat().st_size}\0".encode("utf-8", "surrogateescape"))
        digest.update(path.read_bytes())


def _under(folder: Path, suffix: str) -> Iterator[tuple[str, Path]]:
    """Yield the files that pages are made with, in the order of their names."""
    for path in sorted(folder.rglob(f"*{suffix}")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.split("/")):
            yield f"{folder.name}/{name}", path
