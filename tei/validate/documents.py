"""A document that is to be checked: parsed once, with its source at hand so that findings can name the column."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tei.validate.places import Places
from tei.values import value
from tei.xmlfile import parse_bytes, read_bytes

Source = Path | str | bytes | etree._ElementTree | etree._Element
"""A path, the bytes of a file, or a tree: what can be checked."""


@value()
class Document:
    """A parsed document; `path` is what findings call it, `source` its bytes where it was read from such."""

    tree: etree._ElementTree
    path: str
    places: Places
    source: bytes | None = None

    @classmethod
    def read(cls, source: Source, path: str = "") -> Document:
        """Read a document from wherever it is. Raises SourceError where it cannot be parsed."""
        if isinstance(source, etree._Element):
            source = source.getroottree()
        if isinstance(source, etree._ElementTree):
            return cls(source, path, Places(source, path))
        if not isinstance(source, bytes):
            path = path or str(source)
            source = read_bytes(Path(source))
        tree = parse_bytes(source, path)
        return cls(tree, path, Places(tree, path, source), source)
