"""A captured file becomes a `Capture`: its text with sure offsets, its digest, its character set, its features."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from tei.capture.kind import Kind
from tei.model import Capture

__all__ = ["CHANGES", "RULES", "SUFFIXES", "capture_file"]  # RULES is gathered when it is asked for

CHANGES: Final = ("accept", "reject", "encode")
"""What may become of tracked changes."""

SUFFIXES: Final = {
    **dict.fromkeys((".txt", ".text", ".md"), Kind.TEXT),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.HTML),
    **dict.fromkeys((".docx", ".docm"), Kind.DOCX),
}
"""What kind of file each ending means; what has another ending is taken as plain text when it is named."""


def capture_file(path: Path, *, charset: str | None = None, changes: str | None = None) -> Capture:
    """Read a captured page, with notices in `Capture.findings`; raises SourceError where it cannot be read.

    `charset` overrides what the file says of its character set; `changes` (accept, reject, encode) says what becomes
    of the tracked changes of a Word document. Each is passed over where it means nothing for the kind of file.
    """
    # Each reader is imported where it is used: that of Word files takes longer to load than a telegram to read.
    kind = SUFFIXES.get(path.suffix.lower(), Kind.TEXT)
    if kind is Kind.DOCX:
        from tei.capture.docx import capture_docx

        return capture_docx(path, changes=changes)
    if kind is Kind.HTML:
        from tei.capture.html import capture_html

        return capture_html(path, charset=charset)
    from tei.capture.plain import capture_plain

    return capture_plain(path, charset=charset)


def __getattr__(name: str) -> Any:
    """Gather the rules of all readers when they are asked for."""
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tei.capture import docx, html, plain

    return (*plain.RULES, *docx.RULES, *html.RULES)
