"""What the styles of a document mean: heading levels, quotations, lists, emphasis, with what they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei.capture.docx.names import attribute, child, children, number, switch, value

_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|заголовок|заглавие|наслов|nagłówek|nadpis|címsor|titlu|naslov|rubrik|"
    r"overskrift|otsikko|başlık|标题|標題|見出し|제목)\s?([1-9])"
)
_QUOTES: Final = frozenset(
    ("quote", "intense quote", "block text", "block quotation", "quotations", "zitat", "intensives zitat", "citation",
     "citation intense", "цитата", "выделенная цитата", "cytat", "citát", "citazione", "cita", "citação", "引用",
     "明显引用")
)  # fmt: skip
_TITLES: Final = {
    **dict.fromkeys(
        ("title", "titel", "titre", "название", "título", "titolo", "标题", "標題", "表題", "제목"), "title"
    ),
    **dict.fromkeys(
        ("subtitle", "untertitel", "sous-titre", "подзаголовок", "subtítulo", "副标题", "副標題"), "subtitle"
    ),
}
"""Names of the program's own styles: Word writes them in English in every language, other programs translate them."""
INDENT: Final = (350, 2300)
"""Twips from the left between which a paragraph is moved in; farther right stand signatures and datelines."""
_DEPTH: Final = 20
"""Styles are based on each other; a circle among them is cut off here."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in small letters, and its properties."""

    name: str
    based_on: str
    paragraph: etree._Element | None
    run: etree._Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id; `default` is that of paragraphs which name none; `language` that of the document."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""
    language: str = ""

    def chain(self, id_: str) -> Iterator[Style]:
        """Yield a style and what it is based on, the nearest first."""
        for _ in range(_DEPTH):
            style = self.styles.get(id_)
            if style is None:
                return
            yield style
            id_ = style.based_on

    def heading(self, id_: str, properties: etree._Element | None) -> str:
        """Return the level of a heading ("1" to "9"), "title" or "subtitle", empty for other paragraphs."""
        own = value(properties, "outlineLvl")
        for style in self.chain(id_):
            match = _HEADING.fullmatch(style.name)
            if match:
                return match[1]
            if style.name in _TITLES:
                return _TITLES[style.name]
            own = own or value(style.paragraph, "outlineLvl")
        level = number(own, 9)
        return str(level + 1) if 0 <= level < 9 else ""

    def is_quote(self, id_: str) -> bool:
        """Say whether a paragraph style is one for quotations."""
        return any(style.name in _QUOTES for style in self.chain(id_))

    def setting(self, id_: str, properties: etree._Element | None) -> Iterator[tuple[str, str]]:
        """Yield how a paragraph is set: moved in from the left, to the right, in the middle of the line."""
        forms = [properties, *(style.paragraph for style in self.chain(id_))]
        indents = (attribute(child(form, "ind"), name) for form in forms for name in ("left", "start"))
        left = number(next((found for found in indents if found), ""))
        if INDENT[0] <= left <= INDENT[1]:
            yield "indent", "yes"
        aligned = next((found for form in forms if (found := value(form, "jc"))), "")
        if aligned in ("right", "end", "center"):
            yield "align", "center" if aligned == "center" else "right"

    def numbering(self, id_: str) -> tuple[str, str]:
        """Return the list (numId) and level that a style puts its paragraphs into, empty where it does not."""
        for style in self.chain(id_):
            properties = child(style.paragraph, "numPr")
            if properties is not None:
                return value(properties, "numId"), value(properties, "ilvl")
        return "", ""

    def run_switch(self, properties: etree._Element | None, name: str) -> bool:
        """Say whether a run has a property by itself or by its character style; its paragraph's style is not asked."""
        own = switch(properties, name)
        if own is not None:
            return own
        found = (switch(style.run, name) for style in self.chain(value(properties, "rStyle")))
        return next((one for one in found if one is not None), False)

    def run_value(self, properties: etree._Element | None, name: str) -> str:
        """Return the value of a run's property, by itself or by its character style."""
        chain = self.chain(value(properties, "rStyle"))
        return value(properties, name) or next((value(one.run, name) for one in chain if value(one.run, name)), "")


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of a document; none where it has no part for them."""
    styles, default = {}, ""
    for style in children(root, "style"):
        id_ = attribute(style, "styleId")
        name = value(style, "name").lower()
        styles[id_] = Style(name, value(style, "basedOn"), child(style, "pPr"), child(style, "rPr"))
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
            default = id_
    return Styles(styles, default, value(root, "docDefaults", "rPrDefault", "rPr", "lang"))
