"""What a text says of itself: how long it is, how it begins, whom it names, where it leads."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from lxml import etree

from edition.corpus.model import Kind
from edition.corpus.naming import NAMES, Naming, kind_of
from edition.corpus.pointers import pointers_of
from edition.corpus.wording import words
from tei.names import tei

_REFS: Final = (tei("ref"), tei("ptr"))
_SCHEME: Final = re.compile(r"(?!https?:)[A-Za-z][\w+.-]*:")
_NUM: Final = tei("num")
_NUMBERS: Final = ("telegram", "dispatch", "special", "issuing")

Named = tuple[Kind | None, str, int, tuple[str, ...]]
"""Kind where it is told, pointer, how often, forms: a mention before its pointer is settled."""


def message_of(text: etree._Element) -> etree._Element:
    """Return the part of a text that is the message, else its body, else all of it."""
    for div in text.iter(tei("div")):
        if div.get("type") == "message":
            return div
    body = text.find(tei("body"))
    return body if body is not None else text


def mentions_of(text: etree._Element, naming: Naming) -> tuple[Named, ...]:
    """Return what the text and its notes name with a pointer, in the order in which each comes first."""
    counts: Counter[tuple[Kind | None, str]] = Counter()
    forms: dict[tuple[Kind | None, str], dict[str, None]] = {}
    for element in text.iter(*NAMES):
        if not element.attrib:
            continue
        for raw in pointers_of(element):
            if pointer := naming.expand(raw):
                found = (kind_of(element), pointer)
                counts[found] += 1
                if form := words(element):
                    forms.setdefault(found, {})[form] = None
    return tuple((kind, pointer, n, tuple(forms.get((kind, pointer), ()))) for (kind, pointer), n in counts.items())


def references_of(text: etree._Element) -> tuple[str, ...]:
    """Return what the references of a text lead to, as the file writes it: other documents, perhaps."""
    found = (target for ref in text.iter(*_REFS) for target in ref.get("target", "").split())
    return tuple(dict.fromkeys(one for one in found if not one.startswith("#") and not _SCHEME.match(one)))


def number_of(text: etree._Element) -> str:
    """Return the number of a telegram as it is written before the message, else in its docket."""
    found: dict[str, str] = {}
    for num in text.iter(_NUM):
        if (type_ := num.get("type", "")) in _NUMBERS:
            value = num.get("n") or words(num) or num.get("value") or ""
            found.setdefault(type_, value)
    return next((found[type_] for type_ in _NUMBERS if type_ in found), "")
