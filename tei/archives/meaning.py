"""Decide what a label of a shelf mark means where it stands: "P. 72" is a papka, "p. 16" behind a file is a page."""

from __future__ import annotations

import re
from typing import Final

from tei.archives.labels import DOTTED, LABEL, VALUE
from tei.archives.marks import Shelfmark
from tei.archives.script import Canvas, pattern
from tei.regexes import regex

GAP: Final = regex(r"(?: {0,3}\n? {0,3})(?:[.,] {1,2}-{1,2}|[.,:;\-/|]{0,2})(?: {0,3}\n? {0,3})")
"""What may stand between the value of one part and the label of the next."""
_NIMISTU: Final = regex(r"n\. ?\d{1,5}[a-z]?, ?s\. ?\d")
_BEHIND_NIMISTU: Final = regex(r"n\. ?\d{1,5}[a-z]?, ?$")
"""Inventory and file as Estonian archives have them: "f. 957, n. 14, s. 712"."""


def meaning(page: Canvas, label: re.Match[str], mark: Shelfmark, *, papka: bool) -> str:
    """Return the part that a label stands for behind what `mark` holds, empty where it is no label there."""
    part = label.lastgroup or ""
    word = label[part]
    if part in ("papka", "folder"):
        return _of_papka(page, label, mark, papka=papka)
    if part == "kniga" and page.plain.startswith("h", label.start(part) + 1):
        return "leaf"  # "Kh.", a Mongolian khuudas, which looks like «кн.»
    if part == "fond" and mark.has("delo") and word in ("f", "ff"):
        return part if _following(page, label) == "opis" else "leaf"
    if word in ("n", "s", "o"):
        return _of_letter(page, label, mark)
    if word == "list" and mark.has("fond") and not mark.has("opis"):
        return "opis" if _following(page, label) == "delo" else part
    if word in DOTTED and not label.group().startswith(f"{word}."):
        return ""
    if word == "№" and not mark.has("opis"):
        return part if mark.has("fond") and _following(page, label) == "leaf" else ""
    return part


def _of_papka(page: Canvas, label: re.Match[str], mark: Shelfmark, *, papka: bool) -> str:
    part = label.lastgroup or ""
    word = label[part]
    capital = page.plain[label.start(part)].isupper()
    if part == "folder":
        return "papka" if papka else part
    if word in ("p", pattern("п")) and mark.has("delo"):
        meant = capital or _following(page, label) == "leaf"
        return "papka" if papka and meant and not mark.has("papka") else "page"
    if word == "p" and mark.parts and not (papka or capital):
        return "papka" if _following(page, label) == "delo" else "page"
    return part


def _of_letter(page: Canvas, label: re.Match[str], mark: Shelfmark) -> str:
    """Return what a single letter stands for that is a label in few archives, and a word or an initial elsewhere."""
    part = label.lastgroup or ""
    word = label[part]
    dotted = part if label.group().startswith(f"{word}.") else ""
    if word == "n":
        return part if mark.has("fond") and _NIMISTU.match(page.skeleton, label.start()) else ""
    if word == "s":
        behind = _BEHIND_NIMISTU.search(page.skeleton, max(0, label.start() - 12), label.start())
        return "delo" if behind else dotted
    joined = mark.has("fond") and not mark.has("opis") and label.group() == word  # «ф280 о2»
    return part if joined else dotted


def _following(page: Canvas, label: re.Match[str]) -> str:
    """Return the part whose label stands behind the value of this one, empty for none."""
    value = VALUE.match(page.plain, label.end())
    gap = GAP.match(page.skeleton, value.end()) if value else None
    further = LABEL.match(page.skeleton, gap.end() if gap else label.end())
    return (further.lastgroup or "") if further else ""
