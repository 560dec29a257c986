"""What of a page a reader sees: hidden elements, by attribute, by style, by the page's own style sheet, by custom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tei.capture.html.tree import Element

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_AT_BLOCK: Final = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_SELECTOR: Final = re.compile(r"([a-z][\w-]*)?([.#])([\w-]+)", re.IGNORECASE)
_HIDING: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_FOR_MACHINES: Final = frozenset(
    ("sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden", "element-invisible", "offscreen",
     "mw-jump-link", "mw-editsection", "printonly", "print-only", "printfooter")
)  # fmt: skip
"""Classes by which sites put words on a page for screen readers, printers or editors of the page alone."""


@dataclass(frozen=True, slots=True)
class Visibility:
    """What the style sheets inside a page hide: (element or "", "." or "#", name)."""

    hidden: frozenset[tuple[str, str, str]] = frozenset()

    def hides(self, element: Element) -> bool:
        """Say whether a reader does not see an element and what is in it."""
        if "hidden" in element.attributes and element.get("hidden") != "until-found":
            return True
        if _HIDING.search(element.get("style")) or element.words() & _FOR_MACHINES:
            return True
        if element.tag == "dialog" and "open" not in element.attributes:
            return True
        return bool(self.hidden) and self._by_sheet(element)

    def _by_sheet(self, element: Element) -> bool:
        names = [(".", name) for name in element.get("class").split()] + [("#", element.get("id"))]
        return any((tag, sign, name) in self.hidden for sign, name in names for tag in ("", element.tag))


def read_styles(sheets: Iterable[str]) -> Visibility:
    """Return what style sheets hide by a class or an id; rules for print and other conditions are passed over."""
    found = set()
    for sheet in sheets:
        plain = _AT_BLOCK.sub(" ", _COMMENT.sub(" ", sheet))
        for rule in plain.split("}"):
            selectors, _, properties = rule.partition("{")
            if _HIDING.search(properties):
                matches = (_SELECTOR.fullmatch(one.strip()) for one in selectors.split(","))
                found |= {((match[1] or "").lower(), match[2], match[3]) for match in matches if match}
    return Visibility(frozenset(found))
