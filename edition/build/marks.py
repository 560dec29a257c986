"""What every page is made of beside the documents: program, templates, messages, style sheets, XSLT, settings."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from edition.resources import transforms_dir
from edition.site.plan import Planned, Site

_PACKAGES: Final = ("edition", "tei")
_CODE: Final = Path(__file__).resolve().parents[2]


def site_mark(site: Site) -> str:
    """Return a digest that changes whenever any page may look different though its documents are the same.

    The program itself is part of it by its source, so that a new version, and work on it, makes every page anew.
    """
    settings = replace(site.settings, own=None, aliases=())
    press = zlib.ZLIB_RUNTIME_VERSION
    digest = hashlib.blake2b(f"{settings!r}\0{site.assets}\0{press}\0".encode(), digest_size=16)
    for name, path in _sources(site.settings.own):
        digest.update(f"{name}\0{path.stat().st_size}\0".encode("utf-8", "surrogateescape"))
        digest.update(path.read_bytes())
    return digest.hexdigest()


def page_mark(mark: str, planned: Planned) -> str:
    """Return what a page was made of, in short: the same mark, the same bytes."""
    whole = f"{mark}\0{planned.kind}\0{planned.subject}\0{planned.lang}\0{planned.digest}"
    return hashlib.blake2b(whole.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _sources(own: Path | None) -> Iterator[tuple[str, Path]]:
    """Yield the files that pages are made with, in the order of their names."""
    for package in _PACKAGES:
        yield from _under(_CODE / package, ".py")
    yield from _under(transforms_dir(), "")
    if own is not None:
        yield from _under(own, "")


def _under(folder: Path, suffix: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob(f"*{suffix}")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.split("/")):
            yield f"{folder.name}/{name}", path
