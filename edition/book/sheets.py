"""What a book shows beside its text: its style sheet, ours and after it that of the edition; the edition's cover."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from edition.resources import transforms_dir

_FOLDER: Final = Path("static", "book")
_PICTURES: Final = {"jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml"}


def sheet(name: str, own: Path | None) -> bytes:
    """Return a style sheet (`epub.css`, `print.css`): ours, then own/static/book/NAME where the edition has one."""
    paths = [transforms_dir() / _FOLDER / name, *([own / _FOLDER / name] if own is not None else [])]
    return b"".join(path.read_bytes().removesuffix(b"\n") + b"\n" for path in paths if path.is_file())


def cover(own: Path | None) -> tuple[str, str, bytes] | None:
    """Return the picture own/static/book/cover.jpg (png, svg): its name, media type and bytes; None without one."""
    for suffix, media in _PICTURES.items():
        path = own / _FOLDER / f"cover.{suffix}" if own is not None else None
        if path is not None and path.is_file():
            return path.name, media, path.read_bytes()
    return None
