"""Documents as they were built, kept in lots, so that a run in which little has changed need not build them again.

A lot is bytes from which nothing can come but the values of `edition.corpus.model`: the names of any other classes or
functions are refused. Paths are left out, and put in again from the files of the run.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from edition.corpus import model
from edition.corpus.model import Document, Kind

LOT: Final = 250
"""Documents of a lot: what is built anew when one of them changes."""

_CLASSES: Final[dict[str, type]] = {
    each.__name__: each
    for each in (
        *(model.Moment, model.Name, model.Action, model.Relation, model.Envelope, model.Holding),
        *(model.Responsible, model.Version, model.Mention, Document),
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

    def persistent_id(self, value: Any) -> str | None:
        return str(value) if isinstance(value, Path) else None


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, paths: Mapping[str, Path]) -> None:
        super().__init__(BytesIO(data))
        self._paths = paths

    def persistent_load(self, name: Any) -> Path:
        return self._paths[name]

    def find_class(self, module: str, name: str) -> Any:
        if module == _MODULE and name in _CLASSES:
            return _CLASSES[name]
        if module == _MODULE and name == "Kind":
            return Kind
        raise pickle.UnpicklingError(f"{module}.{name} in a lot of documents")


def written(documents: Sequence[Document]) -> bytes:
    """Return a lot as bytes."""
    stream = BytesIO()
    _Writer(stream).dump(tuple(documents))
    return stream.getvalue()


def read(data: bytes, paths: Mapping[str, Path]) -> tuple[Document, ...]:
    """Return the documents of a lot; raises pickle.UnpicklingError, TypeError and the like for what is none."""
    found = _Reader(data, paths).load()
    if type(found) is not tuple or any(type(one) is not Document for one in found):
        raise pickle.UnpicklingError("not a lot of documents")
    return found


def lots(marks: Sequence[bytes], context: bytes) -> Iterator[tuple[slice, bytes]]:
    """Yield the lots of documents, given a mark of each, and the mark of each lot in the context of its corpus."""
    for start in range(0, len(marks), LOT):
        part = slice(start, start + LOT)
        yield part, blake2b(b"\n".join((context, *marks[part])), digest_size=16).digest()
