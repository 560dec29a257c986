"""What the conversion of one document shares: ids that are given, where references lead, who is listed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from edition.intake.frus.listed import Lists
from edition.intake.frus.parties import Party
from edition.intake.frus.pointing import SITE, Pointers
from tei.names import XML_ID
from tei.regexes import regex

_NCNAME: Final = regex(r"[^\W\d][\w.-]*")
_WORD: Final = regex(r"\S+")
_ELSEWHERE: Final = regex(r"(?P<volume>frus\d[\w-]*)#(?P<key>p_\w+)")
RESERVED: Final = ("telegram-text", "telegram-envelope", "telegram", "document-kinds", "handling", "message-text")


@dataclass(slots=True)
class Work:
    """One document while it is converted."""

    lists: Lists
    pointers: Pointers
    document: str
    ids: set[str] = field(default_factory=lambda: set(RESERVED))
    named: dict[str, None] = field(default_factory=dict)
    """The ids of the entries that the document points at, in order."""
    unknown: dict[str, int] = field(default_factory=dict)
    """Elements that have nothing like them in our encoding, with the line of the first."""
    loose: list[tuple[str, int]] = field(default_factory=list)
    """Pointers that lead nowhere, with their lines."""
    enclosures: dict[str, etree._Element] = field(default_factory=dict)
    """What was sent along, by the ids of the divisions that it became."""

    def keep_id(self, source: etree._Element, made: etree._Element) -> None:
        """Give an element the id that it has in the volume, unless another has it already."""
        ident = source.get(XML_ID)
        if ident and ident not in self.ids and _NCNAME.fullmatch(ident):
            self.ids.add(ident)
            made.set(XML_ID, ident)

    def fresh_id(self, wanted: str) -> str:
        """Return an id that nothing in the document has."""
        ident, number = wanted, 2
        while ident in self.ids:
            ident, number = f"{wanted}-{number}", number + 1
        self.ids.add(ident)
        return ident

    def refer(self, keys: str) -> str:
        """Return the @ref for a list of pointers to persons or terms of the volume, "" where none is listed.

        A supplement points at the persons of another volume, "frus1938v01#p_DA1": they are on the site.
        """
        found = [entry for key in keys.split() if (entry := self.lists.entry_id(key.removeprefix("#")))]
        self.named.update(dict.fromkeys(found))
        others = (
            f"{SITE}{one['volume']}/persons#{one['key']}" for one in map(_ELSEWHERE.fullmatch, keys.split()) if one
        )
        return " ".join((*(f"#{one}" for one in found), *others))


def party_ref(party: Party, work: Work) -> str:
    """Return the @ref of a sender or recipient: persons that the volume lists, else the body that is named."""
    ref = work.refer(" ".join(party.keys))
    return ref or (work.refer(work.lists.body_key(party.text)) if party.kind == "org" else "")


def rend_of(source: etree._Element) -> str:
    """Return how the volume shows an element: the words of its @rend and of its @rendition."""
    words = f"{source.get('rend') or ''} {(source.get('rendition') or '').replace('#', ' ')}"
    return " ".join(dict.fromkeys(_WORD.findall(words)))


def shown(source: etree._Element, made: etree._Element, work: Work) -> None:
    """Give a block the look and the id that it has in the volume."""
    rend = rend_of(source)
    if rend and rend != "inline":
        made.set("rend", rend)
    work.keep_id(source, made)
