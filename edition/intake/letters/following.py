"""Pointers that go on leading where they led: to ids that have changed, to files that lie elsewhere now."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from lxml import etree

from edition.corpus.pointers import Prefixes
from edition.exchange.folding import decoded
from edition.intake.attributes import change_attributes
from edition.intake.letters.known import Known, free_id
from edition.intake.letters.pieces import Piece, Sort
from tei.names import tei
from tei.xmlfile import parse_bytes

_TOKEN: Final = re.compile(r"\S+")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MODEL: Final = re.compile(r"(<\?(?:xml-model\s[^?]*?href|oxygen\s[^?]*?\bRNGSchema)\s*=\s*[\"'])([^\"'#]+)([\"'])")
_ADDRESSES: Final = frozenset(("target", "ref", "url", "facs", "source", "corresp", "resp", "href", "next", "prev"))
"""Attributes whose values are addresses, so that a file named there is one that somebody means to find."""


class Following:
    """Knows where each piece of an import goes, and so where a pointer written in one of them leads now."""

    def __init__(self, sources: Mapping[Path, Sequence[Known]]) -> None:
        """Take the pieces by the file that they come from."""
        self._sources = {posixpath.normpath(path.absolute().as_posix()): each for path, each in sources.items()}
        every = [one for pieces in sources.values() for one in pieces if not one.twin]
        self._called = {one.name: posixpath.basename(one.place).removesuffix(".xml") for one in every}
        self._called |= {one.root: one.renames[one.root] for one in every if one.root in one.renames}
        self._called |= {one.root: one.root for one in every if one.root and one.root not in one.renames}
        self._listed = {ident: one for one in every if one.sort is Sort.LIST for ident in one.entries}
        self._exists: dict[str, bool] = {}
        self._led: dict[tuple[str, Sort, str], str] = {}
        self.missing: Counter[str] = Counter()
        """Files that letters point at and that are not imported, by how often."""
        self.schemas: dict[Path, str] = {}
        """Schemas that letters name and that lie beside them, with the names that they get in `schema/`."""

    def changed(self, path: Path, piece: Piece, known: Known) -> bytes:
        """Return the bytes of a piece with the ids that it gets, and its pointers following."""
        read = decoded(piece.data)
        if read is None:
            return piece.data
        text, encoding, mark = read
        made = change_attributes(text, self._change(path, piece, known))
        made = _MODEL.sub(lambda found: f"{found[1]}{self._schema(found[2], path)}{found[3]}", made)
        if made == text:
            return piece.data
        start = piece.data[: len(piece.data) - len(text.encode(encoding))] if mark else b""
        return start + made.encode(encoding, "xmlcharrefreplace")

    def _schema(self, href: str, path: Path) -> str:
        """Return the address of a schema that a letter names; one that lies beside the letters comes with them."""
        if _SCHEME.match(href) or not href:
            return href
        place = (path.parent / unquote(href)).absolute()
        if place not in self.schemas:
            if not place.is_file():
                self.missing[href] += 1
                return href
            taken = set(self.schemas.values())
            name = next(one for one in _names(place.name) if one not in taken)
            self.schemas[place] = name
        return f"../schema/{quote(self.schemas[place])}"

    def _change(self, path: Path, piece: Piece, known: Known) -> Callable[[str, str], str]:
        place = posixpath.normpath(path.absolute().as_posix())
        folder = posixpath.dirname(place)
        beside = self._sources[place]
        prefixes = _prefixes(piece)
        met: set[str] = set()

        def token(found: re.Match[str], name: str) -> str:
            value = found.group()
            if value[0] == "#":
                return self._local(value, known, beside)
            if not _SCHEME.match(value):
                return self._relative(value, name, folder, known, beside)
            led = prefixes.expand(value) if prefixes is not None else value
            return self._private(value, led, folder, known) if led != value else value

        def change(name: str, value: str) -> str:
            if name == "xml:id":
                return _identified(value, known, met)
            if name == "key":
                return known.renames.get(value, value)
            if name not in _ADDRESSES and "#" not in value and ".xml" not in value and ":" not in value:
                return value
            if name.partition(":")[0] == "xmlns":
                return value
            return _TOKEN.sub(lambda found: token(found, name), value)

        return change

    def _local(self, value: str, known: Known, beside: Sequence[Known]) -> str:
        ident = value[1:]
        if ident in known.ids:
            return f"#{known.renames.get(ident, ident)}"
        other = next((one for one in beside if ident in one.ids and one is not known), None)
        if other is None and ident in self._listed and ident in self._listed[ident].renames:
            other = self._listed[ident]  # many projects write #x for an entry of a list in another file
        return _to(other, ident, known) if other is not None else value

    def _relative(self, value: str, name: str, folder: str, known: Known, beside: Sequence[Known]) -> str:
        file, mark, ident = value.partition("#")
        if not file or file[0] == "/":
            return value
        if "." not in file and "/" not in file:
            return self._called.get(value, value) if name in _ADDRESSES else value
        key = (folder, known.sort, value)
        if key in self._led:
            return self._led[key]
        place = posixpath.normpath(posixpath.join(folder, unquote(file)))
        elsewhere = self._sources.get(place)
        pieces = elsewhere or [one for one in beside if f"{one.name}.xml" == posixpath.basename(place)]
        if not pieces:
            self._miss(file, name, place)
            return value
        target = next((one for one in pieces if ident in one.ids), pieces[0])
        led = _to(target, ident, known)
        led = led if mark else led.partition("#")[0]
        led = value if unquote(led) == unquote(value) else led
        if elsewhere:
            self._led[key] = led
        return led

    def _private(self, value: str, led: str, folder: str, known: Known) -> str:
        """Return a pointer of a private scheme as it is, or written out where the id that it means has changed."""
        file, _, ident = led.partition("#")
        pieces = self._sources.get(posixpath.normpath(posixpath.join(folder, unquote(file))), ())
        target = next((one for one in pieces if ident in one.renames), None) if file else known
        return _to(target, ident, known) if target is not None and ident in target.renames else value

    def _miss(self, file: str, name: str, place: str) -> None:
        if name.rpartition(":")[2] in _ADDRESSES and "." in posixpath.basename(file):
            if place not in self._exists:
                self._exists[place] = Path(place).exists()
            if self._exists[place] or file.lower().endswith(".xml"):
                self.missing[file] += 1


def _identified(ident: str, known: Known, met: set[str]) -> str:
    """Return the id of an element; of several that have the same, those after the first get another."""
    given = known.renames.get(ident, ident)
    if given in met:
        given = free_id(given, {one.casefold() for one in (*met, *known.ids)})
    met.add(given)
    return given


def _names(name: str) -> Iterator[str]:
    """Yield names for a file: its own, then its own with a number before it."""
    yield name
    yield from (f"{number}-{name}" for number in count(2))


def _to(target: Known, ident: str, source: Known) -> str:
    """Return the pointer to an id of a piece, as it is written in another."""
    made = f"#{target.renames.get(ident, ident)}" if ident else ""
    folder = posixpath.dirname(source.place)
    return quote(posixpath.relpath(target.place, folder), safe="/-._~") + made


def _prefixes(piece: Piece) -> Prefixes | None:
    """Return the private schemes that a piece declares, None where it has none."""
    if b"prefixDef" not in piece.data:
        return None
    header = parse_bytes(piece.data).getroot().find(tei("teiHeader"))
    return Prefixes(header) if isinstance(header, etree._Element) else None
