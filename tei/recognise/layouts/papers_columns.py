"""Lines under a heading that a scan put together from two columns, and the frames of a film over it.

“most urgent Severin, March 14, 1938—9:20 p. m.”, “top secret Received March 15—4:15 a. m.”, “2115/460102-03”.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_LEFT: Final = regex(
    r"(?:(?:(?i:most|top|strictly|very|and|urgent|secret|immediate|important|confidential|priority|personal|private|en\sclair|"
    r"cipher|g\.\s?rs)\b[.,!]?\s?){1,5}|[A-Z]{1,5}\.?\s\d{1,4}(?:/\w{1,4})?|(?:[A-Z]\w{0,3}\.\s?){1,3}[IVX]{1,5}\s\d{1,5}(?:\s?g(?:\.|\b)(?:\s?Rs\.)?)?)\s+"
    r"(?=[A-Z])"
)
_RECEIVED: Final = regex(r"(?:Received|Rec[’']d|Arrived)\b[^\n?!]{4,60}\d[^\n?!]{0,12}")
_FRAMES: Final = regex(r"\d{1,5}/(?:[A-Z]{1,2})?\d{4,7}(?:/?[–-]\d{1,7})?(?:;\s?\d{1,5}/\d{4,7}(?:[–-]\d{1,7})?){0,3}")
MAX_LINE: Final = 110


def right_column(text: str) -> int:
    """Return where the right column begins of a line whose left one marks or files the document, 0 without one."""
    if len(text) > MAX_LINE or not any(map(str.isdigit, text)):
        return 0
    match = _LEFT.match(text)
    return match.end() if match else 0


def is_receipt(text: str) -> bool:
    """Say whether a line or a column says when the document came."""
    return _RECEIVED.fullmatch(text) is not None


def is_of_film(text: str) -> bool:
    """Say whether a line gives the serial and the frames of a film, as stand over what was printed from it."""
    return text[:1].isdigit() and len(text) <= MAX_LINE and _FRAMES.fullmatch(text) is not None
