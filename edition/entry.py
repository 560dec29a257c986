"""What the lock of ids says of one document, and how a row of JSON says it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

from edition.cards import Card, card_from
from tei.regexes import regex
from tei.values import value

Unlisted = tuple[str, str, str]
"""A name that no list has: kind, name, part in the document."""


@value()
class Entry:
    """One document: source and passage, the date of encoding, and digests of what was made of it (empty if never).

    `draft` is the document without its links, `links` what ties it to others, `written` the file with both; `rejected`
    and `proposed` are files put aside, `offered` the draft of a proposal that brings a new encoding, `begun` one that
    was about to be written. `path` leads from the output folder to the source. `unknown` are names that no authority
    list has: kind, name, part in the document.
    """

    id: str
    source: str
    passage: str
    order: int
    written: str = ""
    date: str = ""
    draft: str = ""
    links: str = ""
    sketch: str = ""
    path: str = ""
    rejected: str = ""
    proposed: str = ""
    offered: str = ""
    begun: str = ""
    card: Card | None = None
    unknown: tuple[Unlisted, ...] = ()

    @property
    def settled(self) -> str:
        """The draft that the file in place rests on; locks of the first version tell it by what was written."""
        return self.draft or self.written


_NAMES: Final = tuple(field.name for field in fields(Entry) if field.name not in ("id", "card"))
_ID: Final = regex(r"[^\W\d][\w.-]*")
_NEEDED: Final = {"source", "passage", "order"}
_KNOWN: Final = {*_NAMES, "card"}


def row_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON has it, without what is empty."""
    row = {name: value for name in _NAMES if (value := getattr(entry, name)) or name in _NEEDED}
    return row | {"card": entry.card.row()} if entry.card else row


def checked(id_: str, row: Any) -> dict[str, Any]:
    """Return the row of an id; raises ValueError where it is none, or the id no plain name: ids name files."""
    if not _ID.fullmatch(id_):
        raise ValueError(id_)
    if not (isinstance(row, dict) and _NEEDED <= row.keys() <= _KNOWN and isinstance(row["source"], str)):
        raise ValueError(row)
    if "card" in row:
        card_from(row["card"])
    return row


def entry_of(id_: str, fields_: Any) -> Entry:
    """Return the entry of an id; raises ValueError where it cannot be one."""
    row = dict(checked(id_, fields_))
    card = row.pop("card", None)
    unknown = tuple((kind, name, part) for kind, name, part in row.pop("unknown", ()))
    return Entry(id=id_, unknown=unknown, card=card_from(card) if card else None, **row)
