"""Envelopes: correspDesc in its forms, old and new (TEI 2.4.6), each action with its names, places and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from edition.corpus.model import Action, Envelope, Kind, Moment, Name, Relation
from edition.corpus.moments import dated, moments_of
from edition.corpus.naming import Naming, kind_of, within
from edition.corpus.wording import distinct, words
from tei.names import tei

_NAMES: Final = tuple(map(tei, ("persName", "orgName", "name", "rs", "persona")))
_PLACES: Final = tuple(map(tei, ("placeName", "settlement", "region", "country", "district", "bloc", "geogName")))
_DATES: Final = (tei("date"), tei("time"))
_NOTES: Final = (tei("note"), tei("p"), tei("desc"), tei("ab"))
_ACTION: Final = tei("correspAction")
_OLD: Final = {
    "sent": (tei("sender"), tei("placeSender"), tei("dateSender")),
    "received": (tei("addressee"), tei("placeAddressee"), tei("dateAddressee")),
}
"""Proposals for correspDesc that its first years left in files; the element says what @type says since TEI 2.8."""

_TYPES: Final = {"send": "sent", "sender": "sent", "receive": "received", "recipient": "received"}
_RELATIONS: Final = {
    **dict.fromkeys(("answers", "answer-to", "answerto", "inreplyto", "in-reply-to", "replyto", "reply-to"), "answers"),
    **dict.fromkeys(("reply", "answer", "answered", "answeredby", "answered-by", "replied"), "reply"),
    **dict.fromkeys(("prev", "previous", "preceding", "previousletter", "previous-letter"), "prev"),
    **dict.fromkeys(("next", "following", "nextletter", "next-letter"), "next"),
}
_REFS: Final = (tei("ref"), tei("ptr"))


def envelopes_of(header: etree._Element, naming: Naming) -> tuple[Envelope, ...]:
    """Return the envelopes of a header in its order: a telegram's own, then those of telegrams inside it."""
    return tuple(envelope_of(each, naming) for each in header.iter(tei("correspDesc")))


def envelope_of(description: etree._Element, naming: Naming) -> Envelope:
    """Return one correspDesc; @corresp says which part of the text it is the envelope of."""
    actions = [_action(each, naming) for each in description.iter(_ACTION)]
    actions += _old(description, naming)
    part = description.get("corresp", "").split()
    notes = distinct(words(each) for each in description.iterchildren(*_NOTES))
    return Envelope(
        tuple(action for action in actions if action.type or action.names or action.places or action.dates),
        tuple(_relations(description)),
        notes,
        part[0].removeprefix("#") if part else "",
    )


def _action(element: etree._Element, naming: Naming) -> Action:
    stated = element.get("type", "").strip()
    source = _followed(element, naming)
    names = list(source.iterchildren(*_NAMES)) or list(within(source, _NAMES))
    places = list(source.iterchildren(*_PLACES)) or list(within(source, _PLACES))
    return Action(
        type=_TYPES.get(stated.lower(), stated),
        subtype=element.get("subtype", "").strip(),
        names=_named((each for each in names if kind_of(each) is not Kind.PLACE), naming, Kind.PERSON),
        places=_named((*(each for each in names if kind_of(each) is Kind.PLACE), *places), naming, Kind.PLACE),
        dates=moments_of(list(source.iterchildren(*_DATES)) or list(within(source, _DATES))),
        notes=distinct(words(each) for each in source.iterchildren(*_NOTES) if not _holds(each)),
    )


def _followed(element: etree._Element, naming: Naming) -> etree._Element:
    """Return the action that an empty one says it is the same as, else itself."""
    pointer = element.get("sameAs") or element.get("copyOf") or ""
    other = naming.target(pointer) if pointer and len(element) == 0 else None
    return other if other is not None and other.tag == _ACTION else element


def _holds(element: etree._Element) -> bool:
    """Say whether a paragraph of an action holds its names: then it is no note on it."""
    return element.tag == tei("p") and next(element.iter(*_NAMES, *_PLACES, *_DATES), None) is not None


def _named(elements: Iterable[etree._Element], naming: Naming, kind: Kind) -> tuple[Name, ...]:
    found = (naming.name(each, kind) for each in elements)
    return tuple(dict.fromkeys(name for name in found if name.text or name.key))


def _old(description: etree._Element, naming: Naming) -> Iterator[Action]:
    for type_, (who, where, when) in _OLD.items():
        names = [each for parent in description.iter(who) for each in (list(within(parent, _NAMES)) or [parent])]
        places = [each for parent in description.iter(where) for each in (list(within(parent, _PLACES)) or [parent])]
        dates = [each for parent in description.iter(when) for each in (list(within(parent, _DATES)) or [parent])]
        if names or places or dates:
            yield Action(
                type_,
                names=_named(names, naming, Kind.PERSON),
                places=_named(places, naming, Kind.PLACE),
                dates=moments_of(dates),
            )


def _relations(description: etree._Element) -> Iterator[Relation]:
    """Yield what the telegram answers and its neighbours; targets are as the file writes them."""
    for context in description.iter(tei("correspContext")):
        for ref in context.iter(*_REFS):
            yield relation_of(ref, ref.get("type", ""))


def relation_of(ref: etree._Element, stated: str) -> Relation:
    """Return a reference to another document, under the name that this program has for what it is."""
    target = next(iter(ref.get("target", "").split()), "")
    dates = tuple(ref.iter(*_DATES))
    relation = _RELATIONS.get(stated.strip().lower(), stated.strip())
    href = target if target.lower().startswith(("http://", "https://")) else ""
    return Relation(relation, target, words(ref), dated(dates) if dates else Moment(), href)
