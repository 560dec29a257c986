"""Documents as they were built, kept in lots, so that a run in which little has changed need not build them again.

A lot is bytes from which nothing can come but the values of `edition.corpus.model`: the names of any other classes or
functions are refused. Of each document it has what other pages ask of it at hand, and the rest in sheaves of a few
documents that are opened when one of them is asked for more. Paths are left out, and put in again from the files of
the run.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from typing import Any, Final
from zlib import crc32

from edition.corpus import model
from edition.corpus.model import Document, Kind
from edition.corpus.records import TERMS
from edition.corpus.remembered import Remembered, Sheaf, at_hand, later, remembered
from edition.corpus.ties import Place, Tie, tie_of

LOT: Final = 100
"""Documents of a lot: what is built anew when one of them changes."""
SHEAF: Final = 20
"""Documents of a lot that are made when one of them is asked for all of it."""

_FACE: Final = 16

_CLASSES: Final[dict[str, type]] = {
    each.__name__: each
    for each in (
        *(model.Moment, model.Name, model.Action, model.Relation, model.Envelope, model.Holding),
        *(model.Responsible, model.Version, model.Mention),
    )
}
_MODULE: Final = model.__name__


def _reducer(class_: type) -> Any:
    values = attrgetter(*(field.name for field in fields(class_)))
    return lambda value: (class_, values(value))


_REDUCERS: Final = {
    **{class_: _reducer(class_) for class_ in _CLASSES.values()},
    Kind: lambda kind: (Kind, (kind.value,)),
}


class _Writer(pickle.Pickler):
    def __init__(self, stream: BytesIO) -> None:
        super().__init__(stream, protocol=5)
        self.dispatch_table = _REDUCERS


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module == _MODULE and name in _CLASSES:
            return _CLASSES[name]
        if module == _MODULE and name == "Kind":
            return Kind
        raise pickle.UnpicklingError(f"{module}.{name} in a lot of documents")


def _dumps(value: object) -> bytes:
    stream = BytesIO()
    _Writer(stream).dump(value)
    return stream.getvalue()


def _loads(data: bytes) -> Any:
    return _Reader(BytesIO(data)).load()


def written(documents: Sequence[Document], listed: Collection[Place] = ()) -> bytes:
    """Return a lot as bytes; `listed` are the entries that lists have.

    The first 16 are its face: a digest of what there is at hand of the documents, but for the digests of their files.
    """
    terms: dict[tuple[Any, ...], int] = {}
    rows = []
    for document in documents:
        row = at_hand(document)
        shared = terms.setdefault(row[-len(TERMS) :], len(terms))
        rows.append((row[: -len(TERMS)], shared, tuple(tie_of(document, listed))))
    sheaves = [_dumps(tuple(map(later, documents[at : at + SHEAF]))) for at in range(0, len(documents), SHEAF)]
    shown = repr([((own[0], *own[2:]), shared, tie) for own, shared, tie in rows]) + repr(tuple(terms))
    face = blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=_FACE).digest()
    data = _dumps((tuple(rows), tuple(terms), tuple(sheaves)))
    return face + crc32(data).to_bytes(4) + data


def face_of(data: bytes) -> bytes:
    """Return the face of a lot."""
    return data[:_FACE]


def read(data: bytes, names: Sequence[str]) -> list[Remembered]:
    """Return the documents of a lot, whose files are called `names`.

    Raises pickle.UnpicklingError, TypeError and the like for what is none, or has been damaged.
    """
    body = data[_FACE + 4 :]
    if crc32(body).to_bytes(4) != data[_FACE : _FACE + 4]:
        raise pickle.UnpicklingError("a lot that was damaged")
    rows, terms, sheaves = _loads(body)
    made: list[Remembered] = []
    for at, sheaf in enumerate(sheaves):
        part = slice(at * SHEAF, (at + 1) * SHEAF)
        closed = Sheaf(sheaf, _loads)
        some = [
            remembered(name, own + terms[shared], Tie._make(tie), closed)
            for name, (own, shared, tie) in zip(names[part], rows[part], strict=True)
        ]
        closed.bind(some)
        made += some
    if len(made) != len(names):
        raise pickle.UnpicklingError("not a lot of these documents")
    return made


def lots(marks: Sequence[bytes], context: bytes) -> Iterator[tuple[slice, bytes]]:
    """Yield the lots of documents, given a mark of each, and the mark of each lot in the context of its corpus."""
    for start in range(0, len(marks), LOT):
        part = slice(start, start + LOT)
        yield part, blake2b(b"\n".join((context, *marks[part])), digest_size=16).digest()
