"""The rows of a data set as the values that the edition has of its documents: the way back of its export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from edition.corpus.model import (
    Action,
    Document,
    Entry,
    Envelope,
    Holding,
    Kind,
    Mention,
    Moment,
    Name,
    Relation,
    Responsible,
    Variant,
    Version,
)
from edition.intake.table.dataset.package import Row, Shelf

OF_DOCUMENTS = (
    *("envelopes", "actions", "action_names", "action_dates", "envelope_notes", "references", "holdings"),
    *("holding_parts", "credits", "statements", "versions", "document_identifiers", "mentions", "mention_forms"),
    "texts",
)
"""Tables whose rows are of a document, by their column of that name."""
OF_ENTRIES = ("variants", "identifiers", "entity_notes")
"""Tables whose rows are of an entry."""
_LISTS = {"persons": Kind.PERSON, "organisations": Kind.ORGANISATION, "places": Kind.PLACE}
LISTS = tuple(_LISTS)


@dataclass(frozen=True, slots=True)
class Text:
    """A part of a document's text: the body, or a note with the part and the offset that it stands at."""

    part: str
    text: str
    type: str = ""
    n: str = ""
    xml_id: str = ""
    within: str = ""
    anchor: int = 0
    lang: str = ""


def _grouped(rows: Iterable[Row], *columns: str) -> Mapping[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[column] for column in columns)].append(row)
    for group in found.values():
        group.sort(key=lambda row: _number(row["position"]))
    return found


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() else 0


def kind_in(entity: str) -> tuple[Kind | None, str]:
    """Return kind and key of the id of an entry, "person/vetrov"."""
    kind, _, key = entity.partition("/")
    return next((one for one in Kind if str(one) == kind), None), key


def moment_of(row: Row) -> Moment:
    """Return the date of a row."""
    return Moment(
        row["date_text"],
        row["date_when"],
        row["date_not_before"],
        row["date_not_after"],
        row["date_certainty"],
        row["date_evidence"],
    )


def name_of(row: Row) -> Name:
    """Return the name of a row."""
    kind, key = kind_in(row["entity"])
    stated = next((one for one in Kind if str(one) == row["kind"]), Kind.PERSON)
    return Name(row["text"], kind or stated, key, row["lang"], row["pseudonym"].strip().lower() == "true")


def envelopes_of(shelf: Shelf, id_: str) -> tuple[Envelope, ...]:
    """Return the envelopes of a document with all that they hold."""
    actions = _grouped(shelf.of("actions", id_), "envelope")
    names = _grouped(shelf.of("action_names", id_), "envelope", "action", "role")
    dates = _grouped(shelf.of("action_dates", id_), "envelope", "action")
    notes = _grouped(shelf.of("envelope_notes", id_), "envelope", "action")
    relations = _grouped(shelf.of("references", id_), "envelope")
    made = []
    for envelope in sorted(shelf.of("envelopes", id_), key=lambda row: _number(row["envelope"])):
        own = envelope["envelope"]
        stations = sorted(actions.get((own,), ()), key=lambda row: _number(row["action"]))
        made.append(
            Envelope(
                tuple(_action(row, names, dates, notes) for row in stations),
                tuple(map(_relation, relations.get((own,), ()))),
                tuple(row["text"] for row in notes.get((own, ""), ())),
                envelope["part"],
            )
        )
    return tuple(made)


def _action(
    row: Row,
    names: Mapping[tuple[str, ...], Sequence[Row]],
    dates: Mapping[tuple[str, ...], Sequence[Row]],
    notes: Mapping[tuple[str, ...], Sequence[Row]],
) -> Action:
    own = row["envelope"], row["action"]
    return Action(
        row["type"],
        row["subtype"],
        tuple(map(name_of, names.get((*own, "name"), ()))),
        tuple(map(name_of, names.get((*own, "place"), ()))),
        tuple(map(moment_of, dates.get(own, ()))),
        tuple(one["text"] for one in notes.get(own, ())),
    )


def _relation(row: Row) -> Relation:
    return Relation(row["relation"], row["target"], row["text"], moment_of(row), row["href"])


def document_of(row: Row, shelf: Shelf) -> Document:
    """Return a document as the data set has it; path and digest are those of the file that it was made of."""
    id_ = row["id"]
    references = shelf.of("references", id_)
    statements = _grouped(shelf.of("statements", id_), "field")
    credits_ = _grouped(shelf.of("credits", id_), "origin")

    def told(field: str) -> tuple[str, ...]:
        return tuple(one["text"] for one in statements.get((field,), ()))

    def in_order(table: str) -> list[Row]:
        return sorted(shelf.of(table, id_), key=lambda one: _number(one["position"]))

    return Document(
        id=id_,
        path=Path(row["file"] or f"{id_}.xml"),
        digest=row["digest"],
        kind=row["kind"],
        lang=row["lang"],
        title=row["title"],
        title_lang=row["title_lang"],
        other_titles=told("other_title"),
        date=moment_of(row),
        number=row["number"],
        envelopes=envelopes_of(shelf, id_),
        holdings=_holdings(shelf, id_),
        abstract=told("abstract"),
        abstract_lang=row["abstract_lang"],
        authors=tuple(map(name_of, credits_.get(("author",), ()))),
        responsible=tuple(Responsible(one["role"], name_of(one)) for one in credits_.get(("responsible",), ())),
        original_lang=row["original_lang"],
        printed=told("printed"),
        publisher=row["publisher"],
        published=row["published"],
        licence=row["licence"],
        licence_url=row["licence_url"],
        principles=told("principle"),
        versions=tuple(Version(one["date"], one["status"], one["text"]) for one in in_order("versions")),
        mentions=_mentions(shelf, id_),
        body=row["has_text"].strip().lower() != "false",
        words=_number(row["words"]),
        excerpt=row["excerpt"],
        source=row["source"],
        source_url=row["source_url"],
        relations=tuple(_relation(one) for one in references if one["origin"] == "header"),
        references=tuple(one["target"] for one in references if one["origin"] == "text" and one["target"]),
        identifiers=tuple((one["type"], one["value"]) for one in in_order("document_identifiers")),
    )


def _holdings(shelf: Shelf, id_: str) -> tuple[Holding, ...]:
    parts = _grouped(shelf.of("holding_parts", id_), "holding")
    return tuple(
        Holding(
            row["repository"],
            row["name"],
            tuple((one["type"], one["value"]) for one in parts.get((row["position"],), ())),
            row["leaves"],
            row["key"],
            row["citation"],
            row["settlement"],
            row["country"],
        )
        for row in sorted(shelf.of("holdings", id_), key=lambda one: _number(one["position"]))
    )


def _mentions(shelf: Shelf, id_: str) -> tuple[Mention, ...]:
    forms = _grouped(shelf.of("mention_forms", id_), "mention")
    found = []
    for row in sorted(shelf.of("mentions", id_), key=lambda one: _number(one["position"])):
        kind, key = kind_in(row["entity"])
        if kind is not None:
            words = tuple(one["text"] for one in forms.get((row["position"],), ()))
            found.append(Mention(kind, key, _number(row["count"]), words))
    return tuple(found)


def texts_of(shelf: Shelf, id_: str) -> tuple[Text, ...]:
    """Return the parts of a text, the body first."""
    return tuple(
        Text(
            row["part"],
            row["text"],
            row["type"],
            row["n"],
            row["xml_id"],
            row["within"],
            _number(row["anchor"]),
            row["lang"],
        )
        for row in shelf.of("texts", id_)
    )


def entry_of(row: Row, kind: Kind, shelf: Shelf) -> Entry:
    """Return an entry of a list with its names, identifiers and notes."""
    id_ = row["id"]

    def in_order(table: str) -> list[Row]:
        return sorted(shelf.of(table, id_), key=lambda one: _number(one["position"]))

    return Entry(
        key=row["key"],
        kind=kind,
        name=row["name"],
        lang=row["lang"],
        variants=tuple(Variant(one["text"], one["type"], one["lang"]) for one in in_order("variants")),
        type=row["type"],
        span=row["span"],
        notes=tuple(one["text"] for one in in_order("entity_notes")),
        identifiers=tuple((one["type"], one["value"]) for one in in_order("identifiers")),
        location=row["location"],
        sort=row["sort"],
        listed=row["listed"].strip().lower() == "true",
    )


def kind_of_list(table: str) -> Kind:
    """Return what a table lists."""
    return _LISTS[table]
