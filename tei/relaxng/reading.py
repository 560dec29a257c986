"""A document from expat into the run that says what is wrong, with the line and column of everything."""

from __future__ import annotations

import pyexpat
import re
from collections.abc import Iterable
from typing import Any, Final

from tei.findings import Location
from tei.names import XML_NS
from tei.relaxng.attribute_slips import StartTag
from tei.relaxng.automaton import SKIP, VALUE
from tei.relaxng.recovery import Recovery
from tei.relaxng.stream import MAX_DEPTH, MAX_TEXT, Prefixes, growing

_BLANK: Final = " \t\n\r"
_NAME: Final = re.compile(r"<[^\s/>]++")
_ATTRIBUTE: Final = re.compile(r"(\s++)([^\s=/\"'<>]++)\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_KEPT: Final = 400
"""How many characters of a text are kept where only a message needs them."""


class RefusedError(Exception):
    """The document is refused as a whole: a document type declaration, too deep, or a value too long."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


class Reading:
    """One document being read."""

    def __init__(self, recovery: Recovery, path: str) -> None:
        self.recovery = recovery
        self.path = path
        self.prefixes = Prefixes()
        parser: Any = pyexpat.ParserCreate(None, "}")
        self.parser: Any = parser
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartNamespaceDeclHandler = self.prefixes.start
        parser.EndNamespaceDeclHandler = self.prefixes.end
        self.open: list[tuple[str, int]] = []
        self._pieces: list[str] = []
        self._length = 0
        self._place: Location | None = None

    def run(self, chunks: Iterable[bytes]) -> None:
        """Read the document. Raises RefusedError, TooLongError and pyexpat.ExpatError."""
        for piece in growing(self.parser, chunks):
            self.parser.Parse(piece, False)
        self.parser.Parse(b"", True)

    def doctype(self, *_: object) -> None:
        """Refuse a document type declaration."""
        raise RefusedError("doctype", self.parser.CurrentLineNumber)

    def start(self, name: str, attributes: list[str]) -> None:
        """Hand on a start tag."""
        self._hand_on()
        place = self._here()
        self.open.append((name, place.line))
        if len(self.open) > MAX_DEPTH:
            raise RefusedError("depth", place.line)
        self.recovery.start(StartTag(name, attributes, place, dict(self.prefixes.now), self._attribute))

    def end(self, _: str) -> None:
        """Hand on an end tag."""
        self._hand_on()
        self.open.pop()
        self.recovery.end(self.prefixes.now)

    def words(self, text: str) -> None:
        """Gather the pieces of a text; where nothing depends on it, it is let go."""
        mode = self.recovery.mode
        if mode == SKIP:
            self.parser.buffer_text = True
            return
        if self._place is None and text.strip(_BLANK):
            here = self._here()
            blank = len(text) - len(text.lstrip(_BLANK))
            self._place = Location(self.path, here.line, here.column + blank)
        if self._length < _KEPT or mode == VALUE:
            if mode == VALUE or self._place is not None:
                self._pieces.append(text)
                self._length += len(text)
            if self._length > MAX_TEXT:
                raise RefusedError("text", self.parser.CurrentLineNumber)
        else:  # the rest need not come line by line
            self.parser.buffer_text = True

    def _hand_on(self) -> None:
        self.parser.buffer_text = False  # a text is placed by the line that it comes with
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            self._length = 0
            self.recovery.text(text, self._place or self._here(), self.prefixes.now)
            self._place = None

    def _here(self) -> Location:
        return Location(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _attribute(self, name: str) -> Location:
        """Return where an attribute of the start tag that is being read stands, or the tag where it is not seen."""
        here = self._here()
        source: bytes = self.parser.GetInputContext() or b""
        tag = source[: 1 << 16].decode("utf-8", "replace")
        space, _, wanted = name.rpartition("}")
        begun = _NAME.match(tag)
        found = _ATTRIBUTE.match(tag, begun.end()) if begun else None
        while found is not None:
            prefix, _, local = found[2].rpartition(":")
            if local == wanted and self._namespace(prefix) == space:
                before = tag[: found.start(2)]
                lines = before.count("\n")
                column = len(before) - before.rfind("\n") if lines else here.column + found.start(2)
                return Location(self.path, here.line + lines, column)
            found = _ATTRIBUTE.match(tag, found.end())
        return here

    def _namespace(self, prefix: str) -> str:
        return XML_NS if prefix == "xml" else self.prefixes.now.get(prefix, "") if prefix else ""
