"""What a header says, as labelled values: the shape that the page and the plain text both print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from tei.names import NAMESPACES, XML_ID, XML_LANG, tei
from tei.text import normalise_space, text_of

_SAFE_SCHEMES: Final = ("http://", "https://", "mailto:")
_ENTRIES: Final = (tei("person"), tei("personGrp"), tei("place"), tei("org"))


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a header says: its words, where they lead, their language, the moment that a date stands for.

    `href` is safe to follow or empty; `datetime` is ISO 8601 or empty; `detail` is what a reader sees on hover.
    """

    text: str
    href: str = ""
    lang: str = ""
    datetime: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its values; never without a value."""

    label: str
    values: tuple[Value, ...]

    @property
    def text(self) -> str:
        """The values in one line."""
        return ", ".join(value.text for value in self.values)


def rows(*pairs: tuple[str, Iterable[Value]]) -> tuple[Row, ...]:
    """Return a row for each label that has values."""
    made = (Row(label, tuple(value for value in values if value.text)) for label, values in pairs)
    return tuple(row for row in made if row.values)


def elements(context: etree._Element, path: str) -> tuple[etree._Element, ...]:
    """Return the elements that an XPath over TEI names finds, in document order."""
    found = _compiled(path)(context)
    return tuple(item for item in found if isinstance(item, etree._Element)) if isinstance(found, list) else ()


@lru_cache(maxsize=256)
def _compiled(path: str) -> etree.XPath:
    """Compile an expression once: a header is asked some seventy times, and compiling takes longer than finding."""
    return etree.XPath(path, namespaces=NAMESPACES)


def content(element: etree._Element | None) -> str:
    """Return the words of an element in one line, empty for no element."""
    return "" if element is None else normalise_space(text_of(element))


def first(context: etree._Element, *paths: str) -> str:
    """Return the words of the first element with any that the paths find, tried in order."""
    found = (content(element) for path in paths for element in elements(context, path))
    return next(filter(None, found), "")


def language(element: etree._Element) -> str:
    """Return the language that holds for an element, empty where none is declared."""
    chain = (element, *element.iterancestors())
    return next((lang for each in chain if (lang := each.get(XML_LANG))), "")


def value(element: etree._Element, pointer: str = "") -> Value:
    """Return the words of an element; `pointer` names the attribute that says where they lead."""
    return Value(content(element), link(element, pointer) if pointer else "", element.get(XML_LANG, ""))


def link(element: etree._Element, attribute: str) -> str:
    """Return the first pointer of an attribute where a reader may follow it, else nothing.

    A pointer into the document is followed to an entry of its register only, for that is what a page shows of it.
    """
    target = next(iter(element.get(attribute, "").split()), "")
    if target.lower().startswith(_SAFE_SCHEMES):
        return target
    return target if target.startswith("#") and target[1:] in _register(element) else ""


def _register(element: etree._Element) -> set[str]:
    root = element.getroottree().getroot()
    lists = elements(root, "tei:standOff | tei:teiHeader/tei:profileDesc")
    return {entry.get(XML_ID, "") for each in lists for entry in each.iter(*_ENTRIES)} - {""}
