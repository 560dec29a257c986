"""The numerals that a browser shows before the items of a list."""

from __future__ import annotations

import re
from typing import Final

from tei.capture.html.tree import Element
from tei.capture.numerals import write_number

LISTS: Final = frozenset(("ol", "ul", "menu", "dir"))
_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_SYNONYMS: Final = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}
_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|disc|circle|square|decimal-leading-zero|decimal|"
                           r"(?:lower|upper)-(?:alpha|latin|roman))\b", re.IGNORECASE)  # fmt: skip
_BULLETS: Final = {"disc": "•", "circle": "◦", "square": "▪"}


def numerals(list_: Element) -> dict[Element, str]:
    """Return what stands before each item of a list: "1.", "b.", "•", or nothing (HTML, 4.4.5 and 15.3.7)."""
    items = [child for child in list_.children if isinstance(child, Element) and child.tag == "li"]
    step = -1 if "reversed" in list_.attributes else 1
    number = _number(list_.get("start"), len(items) if step < 0 else 1)
    shown = {}
    for item in items:
        number = _number(item.get("value"), number)
        form = _form(item) or _form(list_) or ("decimal" if list_.tag == "ol" else _bullet_form(list_))
        shown[item] = "" if form == "none" else _BULLETS.get(form) or f"{write_number(number, form)}."
        number += step
    return shown


def level(item: Element) -> int:
    """Return how deep an item lies in lists, from 1."""
    return max(1, sum(1 for one in item.ancestors() if one.tag in LISTS))


def _number(text: str, default: int) -> int:
    match = re.match(r"\s*([+-]?\d{1,9})", text)
    return int(match[1]) if match else default


def _form(element: Element) -> str:
    style = _STYLE.search(element.get("style"))
    if style:
        name = style[1].lower()
        return _SYNONYMS.get(name, name)
    type_ = element.get("type").strip()
    return _TYPES.get(type_) or (type_.lower() if type_.lower() in (*_BULLETS, "none") else "")


def _bullet_form(list_: Element) -> str:
    return ("disc", "circle", "square")[min(2, sum(1 for one in list_.ancestors() if one.tag in LISTS))]
