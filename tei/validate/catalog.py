"""XML catalogs (OASIS, XML Catalogs 1.1): where the local copy of a schema is that documents name by its address.

Read are the entries for addresses (uri, rewriteURI, uriSuffix, system, rewriteSystem, systemSuffix, delegateURI,
delegateSystem, nextCatalog), groups and xml:base; public identifiers name no schema of TEI documents. Nothing is ever
fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei.errors import SourceError
from tei.findings import Location, Rule, Severity
from tei.xmlfile import parse_file

CATALOG_WRONG = Rule(
    "LNT031",
    "catalog-wrong",
    Severity.ERROR,
    "The catalog that says where the local copies of schemas are cannot be used.",
)
RULES = (CATALOG_WRONG,)

CATALOG_NS: Final = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_EXACT: Final = {"uri": "name", "system": "systemId"}
_REWRITES: Final = {"rewriteURI": "uriStartString", "rewriteSystem": "systemIdStartString"}
_SUFFIXES: Final = {"uriSuffix": "uriSuffix", "systemSuffix": "systemIdSuffix"}
_DELEGATES: Final = {"delegateURI": "uriStartString", "delegateSystem": "systemIdStartString"}
_MOST: Final = 64
"""So many catalogs are followed at most: one that names itself must end."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: how an address is matched (exact, start, end, delegate), with what, and where it leads (a URI)."""

    kind: str
    match: str
    uri: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """The entries of some catalogs, in order; exact ones win over rewriting, the longest match among those."""

    entries: tuple[_Entry, ...] = ()

    @classmethod
    def load(cls, paths: Iterable[Path]) -> Catalog:
        """Read catalogs and those that they lead on to. Raises SourceError."""
        waiting = [Path(path) for path in paths]
        seen: list[Path] = []
        entries: list[_Entry] = []
        while waiting and len(seen) < _MOST:
            path = waiting.pop(0).resolve()
            if path in seen:
                continue
            seen.append(path)
            root = parse_file(path).getroot()
            if root.tag != f"{{{CATALOG_NS}}}catalog":
                message = f"the root is {root.tag}, not catalog in {CATALOG_NS}"
                raise SourceError(CATALOG_WRONG.at(Location(str(path), 1), message, "give an OASIS XML catalog"))
            for entry in _read(root, path.as_uri()):
                if entry.kind in ("next", "delegate"):
                    following = _file(entry.uri)
                    waiting += [following] if following is not None else []
                else:
                    entries.append(entry)
        return cls(tuple(entries))

    def resolve(self, address: str, base: Path | None = None) -> Path | None:
        """Return the file that an address means, None where it is on the network and in no catalog.

        A relative address is looked up as it is written and from `base`, the file that names it.
        """
        absolute = urljoin(base.resolve().as_uri(), address) if base is not None else address
        for wanted in dict.fromkeys((address, absolute)):
            found = self._find(wanted)
            if found is not None:
                return found
        return _file(absolute)

    def _find(self, address: str) -> Path | None:
        exact = next((one for one in self.entries if one.kind == "exact" and one.match == address), None)
        if exact is not None:
            return _file(exact.uri)
        starts = [one for one in self.entries if one.kind == "start" and address.startswith(one.match)]
        if starts:
            best = max(starts, key=lambda one: len(one.match))
            return _file(best.uri + address[len(best.match) :])
        ends = [one for one in self.entries if one.kind == "end" and address.endswith(one.match)]
        return _file(max(ends, key=lambda one: len(one.match)).uri) if ends else None


def _read(element: etree._Element, base: str) -> Iterator[_Entry]:
    base = urljoin(base, element.get(_BASE, ""))
    for child in element.iterchildren(etree.Element):
        name = etree.QName(child).localname
        here = urljoin(base, child.get(_BASE, ""))
        if name == "group":
            yield from _read(child, base)
        elif name == "nextCatalog":
            yield _Entry("next", "", urljoin(here, child.get("catalog", "")))
        elif name in _DELEGATES:
            yield _Entry("delegate", child.get(_DELEGATES[name], ""), urljoin(here, child.get("catalog", "")))
        elif name in _EXACT:
            yield _Entry("exact", child.get(_EXACT[name], ""), urljoin(here, child.get("uri", "")))
        elif name in _REWRITES:
            yield _Entry("start", child.get(_REWRITES[name], ""), urljoin(here, child.get("rewritePrefix", "")))
        elif name in _SUFFIXES:
            yield _Entry("end", child.get(_SUFFIXES[name], ""), urljoin(here, child.get("uri", "")))


def _file(uri: str) -> Path | None:
    """Return the file of a URI, None for any other kind of address."""
    parts = urlsplit(uri)
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        path = unquote(parts.path)
        return Path(path[1:] if re.match(r"/[A-Za-z]:", path) else path)
    return Path(uri) if not parts.scheme and uri else None
