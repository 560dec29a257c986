"""Ids and file names of documents changed, and every pointer to them, with all other bytes left as they are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from edition.exchange.folding import decoded
from edition.intake.attributes import change_attributes

_TOKEN: Final = re.compile(r"\S+")
_LOCAL: Final = re.compile(r"(<idno type=\"local\">)([^<\s]+)<")
"""The id that a document of ours says in its header."""


@dataclass(frozen=True, slots=True)
class Renames:
    """New ids by the old ones, new names of files by the old ones; `own` says that ids in the document are meant too.

    Without `own`, pointers alone are changed: the document that had the id is another.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    own: bool = True

    def value(self, name: str, value: str) -> str:
        """Return what an attribute is to say."""
        if name == "xml:id":
            return self.ids.get(value, value) if self.own else value
        if "#" not in value and ".xml" not in value:
            return value
        return _TOKEN.sub(lambda found: self._pointer(found.group()), value)

    def _pointer(self, pointer: str) -> str:
        file, mark, ident = pointer.partition("#")
        if not file:
            return f"#{self.ids.get(ident, ident)}"
        folder, last = posixpath.split(file)
        new = self.files.get(last)
        if new is None or "://" in file:
            return pointer
        return f"{posixpath.join(folder, new)}{mark}{self.ids.get(ident, ident)}"


def renamed(data: bytes, renames: Renames) -> bytes:
    """Return the bytes of an XML file with ids, and pointers to them and to files, renamed."""
    read = decoded(data)
    if read is None:
        return data
    text, encoding, mark = read
    changed = change_attributes(text, renames.value)
    if renames.own:
        changed = _LOCAL.sub(lambda found: f"{found[1]}{renames.ids.get(found[2], found[2])}<", changed)
    if changed == text:
        return data
    start = data[: len(data) - len(text.encode(encoding))] if mark else b""
    return start + changed.encode(encoding, "xmlcharrefreplace")
