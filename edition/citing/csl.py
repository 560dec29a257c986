"""Documents as CSL-JSON, the form that Zotero, pandoc and citeproc read (CSL 1.0.2, csl-data.json).

A telegram is a `personal_communication`, the type that Zotero knows as a letter, with `genre` saying what it is. The
date it was sent is `issued`, that of the edition `available-date`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from edition.citing.dating import Dating
from edition.citing.people import Person
from edition.citing.publication import Publication
from edition.citing.source import read_source
from edition.corpus.model import Document

_TYPES: Final = {"context": "document", "note": "manuscript", "extract": "manuscript"}


def csl_item(document: Document, site: Publication) -> dict[str, object]:
    """Return one document as an item of CSL-JSON."""
    source = read_source(document, site)
    kept = source.kept[0] if source.kept else None
    item: dict[str, object] = {
        "id": source.ident,
        "type": _TYPES.get(source.kind, "personal_communication"),
        "title": source.title,
        "genre": source.kind.capitalize(),
        "number": source.number,
        "author": _names(source.senders),
        "recipient": _names(source.recipients),
        "translator": _names(source.translators),
        "editor": [{"literal": editor} for editor in source.editors],
        "issued": _date(source.dating),
        "available-date": {"date-parts": [[int(source.published)]]} if source.published.isdecimal() else {},
        "abstract": source.abstract,
        "language": source.lang,
        "container-title": source.edition,
        "publisher": source.publisher,
        "publisher-place": source.place,
        "archive": kept.archive if kept else "",
        "archive-place": kept.settlement if kept else "",
        "archive_location": kept.location if kept else "",
        "version": source.state,
        "note": "; ".join(f"Also {other.whole}" for other in source.kept[1:]),
        "URL": source.url,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(documents: Iterable[Document], site: Publication) -> bytes:
    """Return documents as a file of CSL-JSON, in the order given."""
    items = [csl_item(document, site) for document in documents]
    return json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"


def _names(people: Iterable[Person]) -> list[dict[str, str]]:
    return [
        {"family": person.family, "given": person.given} if person.family else {"literal": person.whole}
        for person in people
    ]


def _date(dating: Dating) -> dict[str, object]:
    """Return a date variable: parts, two of them for a range, with `circa` where it is in doubt; else the words.

    A range with one end has that end's parts, `circa`, and EDTF that says it exactly.
    """
    ends = [list(part) for part in (dating.first, dating.last) if part]
    if not ends:
        return {"literal": dating.words} if dating.words else {}
    made: dict[str, object] = {"date-parts": ends}
    if dating.doubtful or (dating.ranged and len(ends) == 1):
        made["circa"] = True
    return made
