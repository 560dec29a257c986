"""The words of a corpus held once: ten thousand documents name the same people, places and archives.

What is read from a store is equal but not the same, piece by piece. Before processes begin that each come to hold all
of it, equal strings become one, and what documents keep closed is opened once for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from edition.corpus.model import Document
from edition.corpus.remembered import Remembered, put_tie
from edition.corpus.ties import Tie

Setter = Callable[[Any, Any], None]


class _Sharing:
    """What has been met so far: strings, tuples of strings, and the fields of each class of the model."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._tuples: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._fields: dict[type, tuple[tuple[str, Setter], ...]] = {}

    def one(self, value: Any) -> Any:
        """Return a value with its strings shared; values of the model are changed in place, for they stay equal."""
        kind = type(value)
        if kind is str:
            return self._texts.setdefault(value, value)
        if kind is tuple:
            return self._row(value)
        if isinstance(value, Tie):
            return Tie._make(map(self.one, value))
        known = self._fields.get(kind)
        if known is None:
            known = self._fields[kind] = _fields_of(kind)
        for name, put in known:
            old = getattr(value, name)
            new = self.one(old)
            if new is not old:
                put(value, new)
        return value

    def _row(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        if not value:
            return value
        made = tuple([self.one(each) for each in value])
        if all(type(each) is str for each in made):
            return self._tuples.setdefault(made, made)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value


def _fields_of(kind: type) -> tuple[tuple[str, Setter], ...]:
    """Return the fields of a class of the model with what sets them, nothing for what is no such class: a path."""
    if not is_dataclass(kind):
        return ()
    owner = Document if issubclass(kind, Document) else kind
    return tuple((each.name, owner.__dict__[each.name].__set__) for each in fields(kind))


def share(documents: Iterable[Document]) -> None:
    """Open documents that are closed, and hold equal words of all of them once; they are as equal as before."""
    sharing = _Sharing()
    for document in documents:
        if isinstance(document, Remembered):
            document.sheaf.release()
            put_tie(document, sharing.one(document.tie))
        sharing.one(document)
