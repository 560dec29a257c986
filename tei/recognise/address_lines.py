"""Labelled addresses of a form: the handling behind the name, and the name without an editor's additions.

"To: [Director Amos] PELL,1 URGENT, EYES ONLY" says to whom and how the telegram is to be handled: two lines of service
matter. The editor's bracket before the name and the marker of his note behind it are no part of the name.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.head_rows import Row
from tei.recognise.service import classify
from tei.regexes import regex

_NEXT: Final = regex(r"(?:,\s+|\s+[/–—-]\s+|(?<=[^\W\d_],\d)\s+|(?<=[^\W\d_]\d)\s+)(?=[A-Z])")
_TITLED: Final = regex(r"\[[^\[\]\n]{2,80}\]\s+(?=[A-ZÀ-ÞŁŚŻŹĆČŠŽĐ])")
_MARKER: Final = regex(r"(?<=[^\W\d_]{3}),?\d{1,2}$")
_MARKER_APART: Final = regex(r"(?<=[^\W\d_]{3})\s\d{1,2}$")
_SEATED: Final = regex(r"\s\[(?:in|at)\s[^\[\]\n]{2,40}\]$")
"""Where the editor says that he is: "RAPAK [in Oslo]"."""
MAX_ADDRESS: Final = 160


def with_handling(row: Row) -> tuple[Row, ...]:
    """Part an address that says at its end how the telegram is to be handled."""
    text = row.paragraph.text
    if len(text) > MAX_ADDRESS or text.isupper():
        return (row,)
    for match in _NEXT.finditer(text):
        handling = classify(text[match.end() :])
        if handling is None or handling.type not in ("marking", "precedence"):
            continue
        address = row.paragraph.at(0, match.end())
        service = classify(address.text.rstrip(" ,/–—-"))
        if service is not None and service.type == "address":
            marking = row.paragraph.at(match.end(), len(text))
            return Row("service", address, service, width=0), Row("service", marking, handling)
    return (row,)


def bare_span(name: str) -> tuple[int, int]:
    """Return where the name itself stands in a piece of an address: "[Ambassador Amos] PELL2" is PELL."""
    if name[-1:] == "]" and "llegible" in name:
        return 0, 0
    titled = _TITLED.match(name) if name[:1] == "[" else None
    marker = _MARKER.search(name) or (_MARKER_APART.search(name) if titled else None) if name[-1:].isdigit() else None
    seated = _SEATED.search(name) if name[-1:] == "]" else None
    last = marker or seated
    return (titled.end() if titled else 0), (last.start() if last else len(name))


def label_before(text: str) -> str:
    """Return the first word of an address in capitals without a colon, "TO THE POLAR OFFICE": it is its label."""
    return "to" if text[:3] == "TO " and text.isupper() else ""
