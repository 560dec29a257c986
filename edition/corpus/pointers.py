"""From a pointer of a file to the key of what it points at, safe as the name of a file in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei.names import tei

LONGEST: Final = 100
"""Characters of a key; a longer one is cut, and keeps a digest of the whole."""

_UNSAFE: Final = re.compile(r"[^\w.-]+")
_NO_WORD: Final = re.compile(r"[^\w-]+|_+")
_ADDRESS: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?P<prefix>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.+)", re.DOTALL)
_GROUP: Final = re.compile(r"\$(\d)")
_ATTRIBUTES: Final = ("ref", "key", "sameAs", "corresp", "nymRef")


def pointer_of(element: etree._Element) -> str:
    """Return the first pointer of a name: @ref, else @key, @sameAs, @corresp, @nymRef; empty where it has none."""
    for name in _ATTRIBUTES:
        value = element.get(name)
        if value and (found := value.strip() if name == "key" else next(iter(value.split()), "")):
            return f"#{found}" if name == "key" and not _ADDRESS.match(found) and ":" not in found else found
    return ""


def pointers_of(element: etree._Element) -> tuple[str, ...]:
    """Return every pointer of a name that points at several: ref="#lind #orlin"."""
    value = element.get("ref", "")
    return tuple(dict.fromkeys(value.split())) if value.count(" ") else (pointer_of(element),)


def key_of(pointer: str) -> str:
    """Return the key that a pointer stands for, empty for an empty one.

    `#x` and `persons.xml#x` are x; a web address is a key of its own, the same however it is written (scheme, www,
    slash at the end); any other text is made safe.
    """
    if address := _ADDRESS.match(pointer):
        return safe(unquote(pointer[address.end() :]).rstrip("/#").replace("/#", "#"))
    return safe(unquote(pointer.rpartition("#")[2] or pointer))


def slug_of(name: str) -> str:
    """Return a name in words as a key: lower case, hyphens between the words, every script as it is."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("ё", "е")
    return _bounded(_NO_WORD.sub("-", plain).strip("-"))


def safe(text: str) -> str:
    """Return a text with letters and digits of any script, dot, underscore and hyphen only; never hidden as a file."""
    return _bounded(_UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-.")) if text else ""


def _bounded(text: str) -> str:
    if len(text) <= LONGEST and len(text.encode()) <= 2 * LONGEST:
        return text
    digest = blake2b(text.encode(), digest_size=4).hexdigest()
    start = text.encode()[: 2 * LONGEST - 20].decode("utf-8", "ignore")[: LONGEST - 10]
    return f"{start.rstrip('-.')}-{digest}"


class Prefixes:
    """The private schemes of a file (`psn:orlin`), as its prefixDef elements declare them (TEI 17.2.3)."""

    __slots__ = ("_rules",)

    def __init__(self, header: etree._Element | None) -> None:
        found = header.iter(tei("prefixDef")) if header is not None else ()
        self._rules: Mapping[str, list[tuple[str, str]]] = _rules(found)

    def expand(self, pointer: str) -> str:
        """Return a pointer with its private scheme written out; any other as it is."""
        if not self._rules or not (parts := _SCHEME.fullmatch(pointer)):
            return pointer
        for pattern, replacement in self._rules.get(parts["prefix"], ()):
            try:
                if found := re.fullmatch(pattern, parts["rest"]):
                    return _written(replacement, found)
            except (re.error, IndexError):
                continue
        return pointer


def _written(replacement: str, found: re.Match[str]) -> str:
    return _GROUP.sub(lambda group: found[int(group[1])] or "", replacement)


def _rules(elements: Iterable[etree._Element]) -> dict[str, list[tuple[str, str]]]:
    rules: dict[str, list[tuple[str, str]]] = {}
    for element in elements:
        ident, pattern = element.get("ident", ""), element.get("matchPattern", "")
        if ident and pattern:
            rules.setdefault(ident, []).append((pattern, element.get("replacementPattern", "")))
    return rules
