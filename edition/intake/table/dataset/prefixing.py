"""Ids of a data set with a prefix before them, so that they are told from those of the edition; pointers follow."""

from __future__ import annotations

from dataclasses import replace

from edition.corpus.model import Action, Document, Entry, Envelope, Name, Relation


def with_prefix(document: Document, prefix: str) -> Document:
    """Return a document whose id, pointers to documents and pointers to entries begin with a prefix."""
    if not prefix:
        return document
    return replace(
        document,
        id=f"{prefix}{document.id}",
        envelopes=tuple(_envelope(one, prefix) for one in document.envelopes),
        authors=tuple(_name(one, prefix) for one in document.authors),
        responsible=tuple(replace(one, name=_name(one.name, prefix)) for one in document.responsible),
        mentions=tuple(replace(one, key=f"{prefix}{one.key}") for one in document.mentions),
        relations=tuple(_relation(one, prefix) for one in document.relations),
        references=tuple(f"{prefix}{one}" for one in document.references),
    )


def entry_with_prefix(entry: Entry, prefix: str) -> Entry:
    """Return an entry whose key begins with a prefix."""
    return replace(entry, key=f"{prefix}{entry.key}")


def _envelope(envelope: Envelope, prefix: str) -> Envelope:
    return replace(
        envelope,
        actions=tuple(_action(one, prefix) for one in envelope.actions),
        relations=tuple(_relation(one, prefix) for one in envelope.relations),
    )


def _action(action: Action, prefix: str) -> Action:
    names, places = (tuple(_name(one, prefix) for one in ones) for ones in (action.names, action.places))
    return replace(action, names=names, places=places)


def _name(name: Name, prefix: str) -> Name:
    return replace(name, key=f"{prefix}{name.key}") if name.key else name


def _relation(one: Relation, prefix: str) -> Relation:
    return replace(one, target=f"{prefix}{one.target}") if one.target else one
