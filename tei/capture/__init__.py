"""A captured file becomes a `Capture`: its text with sure offsets, its digest, its character set."""

from __future__ import annotations

from pathlib import Path

from tei.capture.plain import RULES, capture_plain
from tei.model import Capture

__all__ = ["RULES", "SUFFIXES", "capture_file"]

SUFFIXES = {".txt": capture_plain, ".text": capture_plain}
"""How each kind of file is captured, by its ending; what has another ending is taken as plain text when named."""


def capture_file(path: Path, *, charset: str | None = None, changes=None) -> Capture:
    """Read a captured page; `charset` overrides what the file says of itself. Raises SourceError with a finding."""
    return SUFFIXES.get(path.suffix.lower(), capture_plain)(path, charset=charset)
