"""Documents that are remembered from the last run: who they are and what ties them is there, the rest when asked for.

Of ten thousand documents a build after a change of one shows a few dozen. So the others are never made: what pages of
other documents ask of them stands in their ties, and anything else is read, with that of their neighbours, when the
first such question comes. In all else they are documents, equal to those that were built.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from edition.corpus.model import Document
from edition.corpus.records import TERMS
from edition.corpus.ties import Tie, Tied

AT_HAND: Final = ("id", "digest", "mark", "date", "references", *TERMS)
"""The fields that are there at once."""
LATER: Final = tuple(each.name for each in fields(Document) if each.name not in AT_HAND and each.name != "path")
"""The fields that are read when one of them is asked for, in order."""

_all: Final[Callable[[Document], tuple[Any, ...]]] = attrgetter(*(each.name for each in fields(Document)))
_SET: Final[dict[str, Callable[[Any, Any], None]]] = {
    each.name: Document.__dict__[each.name].__set__ for each in fields(Document)
}
"""What gives a field its value: documents are frozen to all but those who make them."""
_SET_AT_HAND: Final = tuple(_SET[name] for name in AT_HAND)
_SET_LATER: Final = tuple(_SET[name] for name in LATER)
_SET_PATH: Final = _SET["path"]


class Sheaf:
    """Some documents of a lot: the rest of each as bytes, until one of them is asked for more than its tie."""

    __slots__ = ("_data", "_documents", "_read")

    def __init__(self, data: bytes, read: Callable[[bytes], Any]) -> None:
        """Take bytes, and what makes rows of fields of them."""
        self._data, self._read = data, read
        self._documents: Sequence[Remembered] = ()

    def bind(self, documents: Sequence[Remembered]) -> None:
        """Say which documents these are."""
        self._documents = documents

    def fill(self) -> None:
        """Give the documents all their fields; raises what `read` raises. Twice does no harm: threads share them."""
        rows = self._read(self._data)
        for document, row in zip(self._documents, rows, strict=True):
            for put, value in zip(_SET_LATER, row, strict=True):
                put(document, value)

    def release(self) -> None:
        """Fill the documents and let the bytes go."""
        if self._data:
            self.fill()
            self._data = b""


class Remembered(Tied):
    """A document of the last run."""

    __slots__ = ("name", "sheaf")

    name: str
    sheaf: Sheaf

    def __getattr__(self, name: str) -> Any:
        """Return a field that is not there yet."""
        if name == "path":
            _SET_PATH(self, Path(self.name))
        elif name in LATER:
            self.sheaf.fill()
        else:
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        """Say whether all fields are equal, in whichever way either document was made."""
        return _all(self) == _all(other) if isinstance(other, Document) else NotImplemented

    __hash__ = Document.__hash__

    def __repr__(self) -> str:
        """Return what a document shows that was built."""
        return repr(Document(*_all(self)))

    def __reduce__(self) -> tuple[type[Document], tuple[Any, ...]]:
        """Return what makes a document of its own of it, with no lot behind it: in another process, or a copy."""
        return Document, _all(self)


put_tie: Final[Callable[[Any, Tie], None]] = Tied.__dict__["tie"].__set__
_SET_NAME: Final[Callable[[Any, str], None]] = Remembered.__dict__["name"].__set__
_SET_SHEAF: Final[Callable[[Any, Sheaf], None]] = Remembered.__dict__["sheaf"].__set__


def remembered(name: str, row: Sequence[Any], tie: Tie, sheaf: Sheaf) -> Remembered:
    """Return a document of a file called `name`; `row` are the fields AT_HAND."""
    made = Remembered.__new__(Remembered)
    _SET_NAME(made, name)
    put_tie(made, tie)
    _SET_SHEAF(made, sheaf)
    for put, value in zip(_SET_AT_HAND, row, strict=True):
        put(made, value)
    return made


def name_of(document: Document) -> str:
    """Return the path of a document as a string, without a path being made of it."""
    return document.name if isinstance(document, Remembered) else str(document.path)


def at_hand(document: Document) -> tuple[Any, ...]:
    """Return the fields of a document that are to be at hand."""
    return _AT_HAND(document)


def later(document: Document) -> tuple[Any, ...]:
    """Return the other fields of a document, but for its path."""
    return _LATER(document)


_AT_HAND: Final[Callable[[Document], tuple[Any, ...]]] = attrgetter(*AT_HAND)
_LATER: Final[Callable[[Document], tuple[Any, ...]]] = attrgetter(*LATER)
