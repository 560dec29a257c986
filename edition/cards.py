"""A card says of a telegram what its neighbours in a correspondence are found by; the edition's index holds cards.

A card is read from the TEI, so that one way serves what was encoded just now and what an editor has written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from lxml import etree

from tei.names import tei
from tei.regexes import regex
from tei.slugs import slug
from tei.text import normalise_space, text_of
from tei.values import value

NEIGHBOURS: Final = ("prev", "next")
_SPOKEN: Final = ("answers", "mentions")
_NAMES: Final = frozenset(map(tei, ("persName", "orgName", "name")))
_BRACKETED: Final = regex(r"\s*[\[(][^\])]*[\])]")
_NUMBERED: Final = regex(r"\bNo\. ([^,\s]+),")
_OWN: Final = regex(r"\b(?:my|our|мо[йяеюёи]\w*|наш\w*)\b|我", re.IGNORECASE)
_LETTER: Final = regex(r"\b(?:letter|письм|brief|schreiben|lettre)|信|函", re.IGNORECASE)
_WIRE: Final = regex(
    r"\b(?:\w*tel(?:egr|s?\b)|cable|wire|cipher|radio|телеграмм|шифр|radiogram)|\Btel\b|电", re.IGNORECASE
)


class Spoken(NamedTuple):
    """A telegram that another speaks of: how, of which day, which number, `target` where that is settled.

    `own` says that it is the writer's own; `kind` is "letter" or "telegram" where the words say so.
    """

    type: str
    when: str = ""
    number: str = ""
    target: str = ""
    own: bool = False
    kind: str = ""


@value()
class Card:
    """A telegram in the index. Parties are ids of the authority lists, else slugs of names as written.

    `sent` and `received` are ISO 8601 as far as known; `spoken` follows the order of `correspContext/ref`, without
    neighbours.
    """

    kind: str = ""
    title: str = ""
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    sent: str = ""
    received: str = ""
    numbers: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()

    def row(self) -> list[Any]:
        """Return the card as JSON has it, one short list."""
        spoken = [list(_trimmed(one)) for one in self.spoken]
        parties = [list(self.senders), list(self.recipients)]
        return [self.kind, self.title, *parties, self.sent, self.received, list(self.numbers), spoken]


def card_from(row: list[Any]) -> Card:
    """Return the card of a row; raises ValueError or TypeError where it is none."""
    kind, title, senders, recipients, sent, received, numbers, spoken = row
    told = tuple(Spoken(*one) for one in spoken)
    return Card(kind, title, tuple(senders), tuple(recipients), sent, received, tuple(numbers), told)


def _trimmed(spoken: Spoken) -> tuple[Any, ...]:
    """Leave out what is empty at the end."""
    fields = list(spoken)
    while fields and not fields[-1]:
        fields.pop()
    return tuple(fields)


def card_of(root: etree._Element) -> Card | None:
    """Return the card of a TEI document; None where it has no correspDesc and so is no message."""
    description = description_of(root)
    if description is None:
        return None
    sent, received = _action(description, "sent"), _action(description, "received")
    title = next((normalise_space(one.text or "") for one in _children(root, _TO_TITLE)), "")
    number = _NUMBERED.search(title)
    return Card(
        _kind(root),
        title,
        tuple(dict.fromkeys(_parties(sent))),
        tuple(dict.fromkeys(_parties(received))),
        _moment(sent),
        _moment(received),
        (plain_number(number[1]),) if number else (),
        tuple(_spoken(ref) for ref in spoken_refs(description)),
    )


_TO_TITLE: Final = tuple(map(tei, ("teiHeader", "fileDesc", "titleStmt", "title")))
_TO_DESCRIPTION: Final = tuple(map(tei, ("teiHeader", "profileDesc", "correspDesc")))
_TO_CATEGORY: Final = tuple(map(tei, ("teiHeader", "profileDesc", "textClass", "catRef")))
_TO_REFS: Final = tuple(map(tei, ("correspContext", "ref")))


def description_of(root: etree._Element) -> etree._Element | None:
    """Return the correspDesc of the telegram as a whole: the first one."""
    return next(_children(root, _TO_DESCRIPTION), None)


def _children(element: etree._Element, path: Sequence[str]) -> Iterator[etree._Element]:
    """Yield what a path of names leads to: quicker than the paths of lxml, and asked of every document."""
    for child in element.iterchildren(path[0]):
        if len(path) == 1:
            yield child
        else:
            yield from _children(child, path[1:])


def spoken_refs(description: etree._Element) -> Iterator[etree._Element]:
    """Yield the refs to telegrams that this one answers or speaks of."""
    return (ref for ref in _children(description, _TO_REFS) if ref.get("type") in _SPOKEN)


def plain_number(number: str) -> str:
    """Return a number for comparison: without leading zeros and full stops, in small letters."""
    return number.strip(" .").casefold().lstrip("0")


def _kind(root: etree._Element) -> str:
    category = next(_children(root, _TO_CATEGORY), None)
    return category.get("target", "").removeprefix("#").removeprefix("kind-") if category is not None else ""


def _action(description: etree._Element, type_: str) -> etree._Element | None:
    actions = description.iterchildren(tei("correspAction"))
    return next((one for one in actions if one.get("type") == type_ and not one.get("subtype")), None)


def _parties(action: etree._Element | None) -> Iterator[str]:
    """Yield who is named; a place where nobody is ("Moscow to the Ambassador")."""
    if action is None:
        return
    names = [child for child in action if child.tag in _NAMES] or list(action.iterchildren(tei("placeName")))
    for name in names:
        text = text_of(name)
        ref = name.get("ref", "").partition("#")[2]
        yield ref or slug(_BRACKETED.sub("", text) or text, last=2)


def _moment(action: etree._Element | None) -> str:
    date = action.find(tei("date")) if action is not None else None
    return (date.get("when") or date.get("notBefore") or "") if date is not None else ""


def _spoken(ref: etree._Element) -> Spoken:
    date = ref.find(tei("date"))
    text = text_of(ref)
    kind = "letter" if _LETTER.search(text) else "telegram" if _WIRE.search(text) else ""
    when = date.get("when", "") if date is not None else ""
    target = ref.get("target", "").removesuffix(".xml")
    return Spoken(
        ref.get("type", ""), when, plain_number(ref.get("n", "")), target, _OWN.search(text) is not None, kind
    )
