"""A captured file becomes a `Capture`: its text with sure offsets, its digest, its character set, its features."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tei.capture import docx, html, plain
from tei.capture.docx import capture_docx
from tei.capture.docx.changes import Changes
from tei.capture.html import capture_html
from tei.capture.kind import Kind
from tei.capture.plain import capture_plain
from tei.model import Capture

__all__ = ["CHANGES", "RULES", "SUFFIXES", "capture_file"]

RULES: Final = (*plain.RULES, *docx.RULES, *html.RULES)

CHANGES: Final = tuple(str(one) for one in Changes)
"""What may become of tracked changes: accept, reject, encode."""

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
    kind = SUFFIXES.get(path.suffix.lower(), Kind.TEXT)
    if kind is Kind.DOCX:
        return capture_docx(path, changes=changes)
    if kind is Kind.HTML:
        return capture_html(path, charset=charset)
    return capture_plain(path, charset=charset)
