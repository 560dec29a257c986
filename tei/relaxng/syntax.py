"""The XML of a schema as a tree of small nodes, each with its place; foreign elements and attributes are left out.

RELAX NG specification (OASIS, 3 December 2001), sections 2 and 4.1. Expat reads it: that takes a tenth of the time of
a tree whose every node is asked for through a binding, and a schema is read before anything else can be done.
"""

from __future__ import annotations

import pyexpat
from typing import Any, Final

from tei.errors import SchemaError, SourceError
from tei.findings import Location
from tei.names import RNG_ANNOTATIONS_NS, RNG_NS, XML_NS
from tei.relaxng.problems import SCHEMA_WRONG

_RNG: Final = RNG_NS + "}"
_RNG_LENGTH: Final = len(_RNG)
_DOCUMENTATION: Final = RNG_ANNOTATIONS_NS + "}documentation"
_BASE: Final = XML_NS + "}base"
_TEXTUAL: Final = frozenset({"name", "param", "value"})
_XML_ONLY: Final = {"xml": XML_NS}
_MAX_DEPTH: Final = 250
_COLUMNS: Final = 1 << 16
_LINES: Final = 1 << 32


def position(file: int, line: int, column: int) -> int:
    """Return a place in one of the files of a schema as one number; columns count from 0."""
    return (file * _LINES + line) * _COLUMNS + min(column, _COLUMNS - 1)


def place(number: int, files: tuple[str, ...] | list[str]) -> Location:
    """Return the place that `position` made into a number."""
    lines, column = divmod(number, _COLUMNS)
    file, line = divmod(lines, _LINES)
    return Location(files[file] if file < len(files) else "", line, column + 1 if line else 0)


class Node:
    """An element of the schema in the namespace of RELAX NG."""

    __slots__ = ("attributes", "children", "doc", "foreign", "name", "position", "prefixes", "text")

    def __init__(self, name: str, position: int, prefixes: dict[str, str]) -> None:
        self.name = name
        self.position = position
        self.prefixes = prefixes
        self.attributes: dict[str, str] = {}
        self.children: list[Node] = []
        self.text = ""
        self.doc = ""
        self.foreign = False


class _Reader:
    """Builds the tree from what expat reports."""

    def __init__(self, file: int, path: str) -> None:
        self.file = file
        self.path = path
        self.root: Node | None = None
        self.parser: Any = pyexpat.ParserCreate(None, "}")
        self.parser.ordered_attributes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartNamespaceDeclHandler = self.declare
        self.parser.StartDoctypeDeclHandler = self.refuse
        self._pieces: list[str] = []
        self.parser.CharacterDataHandler = self._pieces.append
        self._open: list[Node] = []
        self._foreign = 0
        self._documentation = False
        self._declared: dict[str, str] = {}

    def declare(self, prefix: str | None, uri: str | None) -> None:
        """Take note of a namespace declaration of the element that starts next."""
        self._declared[prefix or ""] = uri or ""

    def refuse(self, *_: object) -> None:
        """Refuse a document type declaration, as everywhere."""
        raise _DoctypeError

    def start(self, name: str, attributes: list[str]) -> None:
        """Open an element; one of another namespace is only counted."""
        if self._pieces:
            self._words()
        if self._foreign:
            self._foreign += 1
            self._declared.clear()
            return
        if name[:_RNG_LENGTH] != _RNG:
            self._start_foreign(name)
            return
        parents = self._open
        parent = parents[-1] if parents else None
        prefixes = _XML_ONLY if parent is None else parent.prefixes
        if self._declared:
            prefixes = {**prefixes, **self._declared}
            self._declared = {}
        parser = self.parser
        place = position(self.file, parser.CurrentLineNumber, parser.CurrentColumnNumber)
        node = Node(name[_RNG_LENGTH:], place, prefixes)
        if attributes:
            self._attributes(node, attributes)
        if parent is None:
            self.root = node
        else:
            parent.children.append(node)
        parents.append(node)
        if len(parents) > _MAX_DEPTH:
            raise _DepthError

    def _start_foreign(self, name: str) -> None:
        self._declared.clear()
        self._foreign = 1
        self._documentation = name == _DOCUMENTATION
        if not self._open:
            raise _ForeignRootError(name)
        if self._open[-1].name in _TEXTUAL:
            self._open[-1].foreign = True

    def _attributes(self, node: Node, attributes: list[str]) -> None:
        if len(attributes) == 2 and "}" not in attributes[0]:
            node.attributes[attributes[0]] = attributes[1]
            return
        pairs = iter(attributes)
        for name, value in zip(pairs, pairs, strict=True):
            if "}" not in name:
                node.attributes[name] = value
            elif name == _BASE:
                node.attributes["xml:base"] = value
            elif name.startswith(_RNG):
                node.attributes[f"rng:{name[_RNG_LENGTH:]}"] = value

    def end(self, _: str) -> None:
        """Close an element."""
        if self._pieces:
            self._words()
        if self._foreign:
            self._foreign -= 1
            return
        self._open.pop()

    def _words(self) -> None:
        pieces = self._pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        if not self._foreign:
            node = self._open[-1]
            if not text.isspace() or node.name in _TEXTUAL:
                node.text += text
        elif self._documentation and len(self._open[-1].doc) < 2000:
            self._open[-1].doc += text


class _DoctypeError(Exception):
    pass


class _DepthError(Exception):
    pass


class _ForeignRootError(Exception):
    pass


def read_nodes(data: bytes, path: str, file: int) -> Node:
    """Return the root of a schema; `file` is the number of the file in places.

    Raises SchemaError where it is not XML, or its root is not of RELAX NG.
    """
    reader = _Reader(file, path)
    try:
        reader.parser.Parse(data, True)
    except (_DoctypeError, _DepthError, pyexpat.ExpatError, ValueError, LookupError) as error:
        raise SchemaError(*_not_xml(data, path, error).findings) from None
    except _ForeignRootError as error:
        namespace, _, name = str(error).rpartition("}")
        message = f"not a RELAX NG schema: the root is {name} in the namespace {namespace or '(none)'}"
        line = reader.parser.CurrentLineNumber
        hint = "choose the .rng file of the schema"
        raise SchemaError(SCHEMA_WRONG.at(Location(path, line, 1), message, hint)) from None
    if reader.root is None:  # expat refuses a document without a root
        raise AssertionError
    return reader.root


def _not_xml(data: bytes, path: str, error: Exception) -> SourceError:
    """Return why the schema cannot be parsed, in the words of the one module that parses XML."""
    from tei.xmlfile import NOT_WELL_FORMED, parse_bytes

    try:
        parse_bytes(data, path)
    except SourceError as found:
        return found
    line, column = getattr(error, "lineno", 1), getattr(error, "offset", 0)
    message = f"not well-formed XML: {error}"
    return SourceError(NOT_WELL_FORMED.at(Location(path, line, column + 1), message, "mend the markup here"))
