"""A CMIF file as values: what it says of itself, and the envelope of each letter that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.corpus.model import Kind
from edition.corpus.naming import NAMES, kind_of
from edition.corpus.pointers import Prefixes, pointer_of
from edition.corpus.wording import words
from tei.authority.reading import line_of
from tei.names import XML_ID, local, tei

_ACTION: Final = tei("correspAction")
_DATED: Final = ("when", "notBefore", "notAfter", "from", "to")
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_DAY: Final = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MENTIONS: Final = {
    "mentionsPerson": Kind.PERSON,
    "mentionsOrg": Kind.ORGANISATION,
    "mentionsInstitution": Kind.ORGANISATION,
    "mentionsPlace": Kind.PLACE,
}
_SAID: Final = frozenset(("hasLanguage", "hasTextBase", "isPublishedWith"))
_NAMELESS: Final = frozenset(("unknown", "unbekannt", "n. n.", "n.n.", "nn", "inconnu", "неизвестно", "неизвестный"))
_LINES: Final = 300
"""Characters that a list may say of itself in its text."""
_UNKNOWN: Final = ("correspsearch.net/unknown", "correspsearch.net/id/unknown")


@dataclass(frozen=True, slots=True)
class Named:
    """A person, body or place of an envelope: its words, and the addresses of authority files that it points at.

    `nameless` says that the words are no name: Unknown, N. N.
    """

    kind: Kind
    text: str
    addresses: tuple[str, ...] = ()
    certainty: str = ""
    nameless: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A correspAction: its type, who and where, the dates as attributes with their words, notes."""

    type: str
    names: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    dates: tuple[tuple[tuple[tuple[str, str], ...], str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day on which it was, where that is told as one."""
        found = dict(self.dates[0][0]).get("when", "") if self.dates else ""
        return found.partition("T")[0]


@dataclass(frozen=True, slots=True)
class Listed:
    """A letter of the list: its web address or its number in a printed edition, which source it is in, its envelope.

    `context` are (type, address, words) of letters before and after it, `mentions` who, where and what it speaks of, as
    far as CMIF 2 tells it, `languages` the codes of those that it is in.
    """

    address: str
    key: str
    source: str
    line: int
    steps: tuple[Step, ...]
    context: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()
    mentions: tuple[tuple[str, Named], ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[Named, ...]:
        """Everyone and every place that it names."""
        inside = (one for step in self.steps for one in (*step.names, *step.places))
        return (*inside, *(one for _, one in self.mentions))

    def step(self, type_: str) -> Step:
        """Return the first step of a type, an empty one where there is none."""
        return next((one for one in self.steps if one.type == type_), Step(type_))


@dataclass(frozen=True, slots=True)
class Source:
    """An edition that letters of the list are in; `printed` says that it is a book."""

    text: str
    printed: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a list says of itself: title, editors, publisher, licence with its address, date, own address, sources."""

    title: str
    editors: tuple[str, ...]
    publisher: str
    licence: str
    licence_url: str
    date: str
    url: str
    sources: dict[str, Source]


def about(root: etree._Element) -> About:
    """Return what a list says of itself."""
    publication = root.find(f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('publicationStmt')}")
    licence = root.find(f".//{tei('licence')}")
    date = publication.find(tei("date")) if publication is not None else None
    stated = (date.get("when") or words(date)) if date is not None else ""
    day = _DAY.match(stated)
    target = (licence.get("target") or "").strip() if licence is not None else ""
    idno = publication.find(f"{tei('idno')}[@type='url']") if publication is not None else None
    return About(
        title=words(root.find(f".//{tei('titleStmt')}/{tei('title')}")),
        editors=tuple(_editor(one) for one in root.iterfind(f".//{tei('titleStmt')}/{tei('editor')}")),
        publisher=words(publication.find(tei("publisher"))) if publication is not None else "",
        licence=words(licence),
        licence_url=target if _WEB.match(target) else "",
        date=day.group() if day else "",
        url=words(idno),
        sources={str(one.get(XML_ID)): _source(one) for one in root.iterfind(f".//{tei('sourceDesc')}/{tei('bibl')}")},
    )


def _editor(element: etree._Element) -> str:
    """Return an editor's name without the address that CMIF writes behind it."""
    mails = " ".join(words(one) for one in element.iter(tei("email")))
    return words(element).removesuffix(mails).strip(" <,;")


def _source(element: etree._Element) -> Source:
    pointers = (one.get("target", "") for one in element.iter(tei("ref"), tei("ptr")))
    return Source(words(element), element.get("type") == "print", next(filter(_WEB.match, pointers), ""))


def letters_in(root: etree._Element) -> Iterator[Listed]:
    """Yield the letters of a list, in its order."""
    prefixes = Prefixes(root.find(tei("teiHeader")))
    for described in root.iter(tei("correspDesc")):
        address = prefixes.expand((described.get("ref") or "").strip())
        yield Listed(
            address=address if _WEB.match(address) else "",
            key=(described.get("key") or ("" if _WEB.match(address) else address)).strip(),
            source=(described.get("source") or "").split("#")[-1].strip(),
            line=line_of(described),
            steps=tuple(_step(one, prefixes) for one in described.iterchildren(_ACTION)),
            context=tuple(_context(described)),
            notes=tuple(text for one in described.iterchildren(tei("note")) if (text := _note(one))),
            mentions=tuple(_mentions(described, prefixes)),
            languages=tuple(_languages(described)),
        )


def _terms(described: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the statements of CMIF 2 on a letter, by their name without the vocabulary that it is of."""
    for note in described.iterchildren(tei("note")):
        yield from _terms_of(note)


def _terms_of(note: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for ref in note.iterchildren(tei("ref")):
        yield re.split(r"[#:/]", ref.get("type", ""))[-1], ref


def _mentions(described: etree._Element, prefixes: Prefixes) -> Iterator[tuple[str, Named]]:
    for term, ref in _terms(described):
        kind = _MENTIONS.get(term)
        if kind is not None and (text := words(ref)):
            addresses = (prefixes.expand(one) for one in ref.get("target", "").split())
            yield term, Named(kind, text, tuple(one for one in addresses if _WEB.match(one)))


def _languages(described: etree._Element) -> Iterator[str]:
    for term, ref in _terms(described):
        code = ref.get("target", "").strip()
        if term == "hasLanguage" and _LANGUAGE.fullmatch(code):
            yield code


def _note(note: etree._Element) -> str:
    """Return the words of a note, without the statements of CMIF 2 in it that are taken otherwise."""
    taken = any(term in _MENTIONS or term in _SAID for term, _ in _terms_of(note))
    return "" if taken else words(note)


def _step(action: etree._Element, prefixes: Prefixes) -> Step:
    named = [_named(one, prefixes) for one in action.iterchildren(*NAMES)]
    told = [one for one in named if one.text and not one.nameless]
    return Step(
        (action.get("type") or "").strip(),
        tuple(one for one in told if one.kind is not Kind.PLACE),
        tuple(one for one in told if one.kind is Kind.PLACE),
        tuple(_date(one) for one in action.iterchildren(tei("date"))),
        (*(one.text for one in named if one.text and one.nameless), *_notes(action)),
    )


def _notes(element: etree._Element) -> Iterator[str]:
    return (text for one in element.iterchildren(tei("note")) if (text := words(one)))


def _named(element: etree._Element, prefixes: Prefixes) -> Named:
    pointers = [prefixes.expand(one) for one in (element.get("ref") or pointer_of(element)).split()]
    addresses = tuple(one for one in pointers if _WEB.match(one) and not _is_unknown([one]))
    text = words(element)
    nameless = not addresses and (text.casefold() in _NAMELESS or _is_unknown(pointers))
    return Named(kind_of(element) or Kind.PERSON, text, addresses, element.get("cert", ""), nameless)


def _is_unknown(pointers: list[str]) -> bool:
    """Say whether a name points at what CMIF has for those who are not known."""
    return any(end in one for one in pointers for end in _UNKNOWN)


def _date(element: etree._Element) -> tuple[tuple[tuple[str, str], ...], str]:
    stated = [(name, value.strip()) for name in (*_DATED, "cert", "evidence") if (value := element.get(name))]
    return tuple(stated), words(element)


def _context(described: etree._Element) -> Iterator[tuple[str, str, str]]:
    for context in described.iterchildren(tei("correspContext")):
        for ref in context.iter(tei("ref"), tei("ptr")):
            yield ref.get("type", ""), (ref.get("target") or "").strip(), words(ref)


def is_list_of_letters(root: etree._Element) -> bool:
    """Say whether a document lists letters that are elsewhere: envelopes that name their source, and no text.

    Several envelopes without any text are a list as well, and many that all name their source under a line or two.
    """
    text = root.find(tei("text"))
    described = list(root.iter(tei("correspDesc")))
    led = [any(one.get(name) for name in ("ref", "key", "source")) for one in described]
    if local(str(root.tag)) != "TEI" or not described:
        return False
    running = words(text) if text is not None else ""
    if not running:
        return any(led) or len(described) > 1
    return len(described) > 1 and all(led) and len(running) <= _LINES
