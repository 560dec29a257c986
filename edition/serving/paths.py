"""Which file of a site an address means, and what kind of file that is. Nothing outside of the site has an address."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".csv": "text/csv; charset=utf-8",
    ".wasm": "application/wasm",
}


def path_of(address: str) -> str | None:
    """Return the path in the site that an address means, None where it can mean none.

    Refused are segments that begin with a dot (parents, hidden files), empty ones, backslashes, drives and null
    characters: so no address leads out of the folder, on any system.
    """
    try:
        path = unquote(urlsplit(address).path, errors="strict")
    except ValueError:
        return None
    if not path.startswith("/") or any(sign in path for sign in "\\\0:"):
        return None
    parts = path[1:].split("/")
    if any(part.startswith(".") for part in parts) or "" in parts[:-1]:
        return None
    return path[1:]


def file_of(root: Path, path: str) -> Path | None:
    """Return the file of a path in a site; a path that ends in `/` is the index of that folder. None where none is."""
    wanted = root / (f"{path}index.html" if path.endswith("/") or not path else path)
    try:
        if not wanted.is_file() or not wanted.resolve().is_relative_to(root.resolve()):
            return None
    except OSError:  # a name that is too long, a folder that may not be read
        return None
    return wanted


def type_of(path: Path) -> str:
    """Return the media type of a file by its name."""
    return _TYPES.get(path.suffix.lower(), "application/octet-stream")
