"""What was read of a file as plain tuples and strings: what worker processes send, and what the store remembers.

A record is nothing but tuples, strings, numbers and None, so that a store that someone tampered with can bring no code:
`loads` refuses anything else.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from io import BytesIO
from sys import intern
from typing import Any, Final, NamedTuple

from edition.corpus.model import Archive, Document, Entry, Kind, Variant
from edition.corpus.parsing import Part, Read
from tei.findings import Finding, Location, Severity

TERMS: Final = (
    *("kind", "lang", "title_lang", "abstract_lang", "original_lang", "publisher", "published", "licence"),
    *("licence_url", "principles", "versions", "responsible", "body"),
)
"""The fields that most documents of an edition have the same: they stand in bytes of their own, read once."""

_SETTLED: Final = frozenset(("id", "path", "digest", "mentions", "mark"))
STORED: Final = tuple(
    field.name for field in fields(Document) if field.name not in _SETTLED and field.name not in TERMS
)
"""The other fields of a record, in order; what is left out of both is settled when all documents are known."""

_OWN: Final = frozenset(
    ("words", "versions", "principles", "references", "publisher", "published", "licence", "licence_url")
)
_SHOWN: Final = tuple(name for name in (*STORED, *TERMS) if name not in _OWN)
"""The fields that pages of other documents may show."""

Row = tuple[Any, ...]


class Head(NamedTuple):
    """What is asked of a document before the pointers of the others are settled: how it may be called.

    `id` is its own, empty where it has none; `part` its number where the file holds several; `names` is what else it
    goes by, `digest` that of the file or the part of it; `kept` says of each archive that keeps it repository, name,
    settlement and country. No dataclass, for there are ten thousand.
    """

    id: str
    part: int
    names: tuple[str, ...]
    digest: str
    kept: tuple[tuple[str, str, str, str], ...]


class Record(NamedTuple):
    """What was read of a file: the heads of its documents, the marks of its entries, findings."""

    heads: tuple[Row, ...] = ()
    entries: tuple[str, ...] = ()
    findings: tuple[Row, ...] = ()


def packed(read: Read) -> tuple[bytes, bytes]:
    """Return the record of a file as bytes, and the bodies of its documents as bytes: those are seldom asked for.

    Entries go by their marks, for many files hold the same ones.
    """
    heads = tuple(_head(part.document) for part in read.parts)
    marks = tuple(entry.mark for entry in read.entries)
    findings = tuple(_finding(finding) for finding in read.findings)
    return dumps((heads, marks, findings)), dumps(tuple(_body(part) for part in read.parts))


def _head(document: Document) -> Row:
    called = (*(value for _, value in document.identifiers), document.source_url)
    kept = tuple((each.repository, each.name, each.settlement, each.country) for each in document.holdings)
    return document.id, document.part, tuple(filter(None, called)), document.digest, kept


def _body(part: Part) -> bytes:
    document = part.document
    values = {name: plain(getattr(document, name)) for name in (*STORED, *TERMS)}
    row, terms, outside = (tuple(values[name] for name in names) for names in (STORED, TERMS, _SHOWN))
    return dumps((dumps(terms), plain(part.named), _digest(outside), *row))


def unpacked(data: bytes) -> Record:
    """Return the record of bytes; raises ValueError, TypeError or pickle.UnpicklingError for what is none."""
    return Record(*loads(data))


def all_packed(records: Sequence[Record]) -> bytes:
    """Return records as bytes in one piece."""
    return dumps(tuple(map(tuple, records)))


def all_unpacked(data: bytes) -> list[Record]:
    """Return the records of a piece; raises ValueError, TypeError or pickle.UnpicklingError for what is none."""
    return [Record(*row) for row in loads(data)]


def entry_row(entry: Entry | Archive) -> bytes:
    """Return an entry as bytes."""
    return dumps(("entry" if isinstance(entry, Entry) else "archive", plain(entry)))


def entry_from(data: bytes) -> Entry | Archive:
    """Return the entry of bytes."""
    which, row = loads(data)
    if which == "archive":
        return Archive(*row)
    key, kind, name, lang, variants, *rest = row
    return Entry(key, Kind(kind), name, lang, tuple(Variant(*one) for one in variants), *rest)


def _finding(finding: Finding) -> Row:
    place = finding.location
    data = tuple((name, str(value)) for name, value in finding.data)
    return finding.rule, int(finding.severity), finding.message, place.line, place.column, finding.hint, data


def finding_from(row: Row, path: str) -> Finding:
    """Return the finding of a row, in the file that it was made of."""
    rule, severity, message, line, column, hint, data = row
    return Finding(rule, Severity(severity), message, Location(path, line, column), hint, data)


def plain(value: Any) -> Any:
    """Return a value of the model as tuples and strings, field by field in order; equal strings are one in a record."""
    kind = type(value)
    if kind is str:
        return intern(value)
    if kind is tuple:
        return tuple([plain(one) for one in value])
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(value)) if is_dataclass(value) else ()
    if names := _FIELDS[kind]:
        return tuple([plain(getattr(value, name)) for name in names])
    return value.value if isinstance(value, Enum) else value


_FIELDS: Final[dict[type, tuple[str, ...]]] = {}
"""The names of the fields of each class of the model, none for what is plain already."""


def mark_of(value: object) -> str:
    """Return a short digest of a value of the model: the same for the same value, in any run."""
    return _digest(plain(value))


def _digest(row: Row) -> str:
    return blake2b(repr(row).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def dumps(value: Row) -> bytes:
    """Return plain values as bytes."""
    return pickle.dumps(value, protocol=5)


class _Plain(pickle.Unpickler):
    """Reads plain values; a name of a class or function in the bytes is refused before it is looked up."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} in a store of plain values")


def loads(data: bytes) -> Any:
    """Return the plain values of bytes; raises pickle.UnpicklingError where there is anything else in them."""
    return _Plain(BytesIO(data)).load()
