"""Parties whom opener, closer and service lines name and no list finds there: unlisted, letter-spaced, by forename."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tei.authority import Authority
from tei.model import Attributes, Block, Envelope, Mark, Name
from tei.recognise import russian
from tei.recognise.naming import name_of, split_names
from tei.recognise.parts import Division, Part
from tei.regexes import regex

_ELEMENTS: Final = {"person": "persName", "org": "orgName", "place": "placeName"}
_FRAMING: Final = frozenset(("salute", "signed", "dateline", "ab", "item"))
_NO_LETTERS: Final = regex(r"[\W_]+")
_IDENTIFIED: Final = regex(r"\s*\[[^\[\]]*\][.,:;]*$")
_COMRADES: Final = regex(r"(?<=[\u3400-\u9fff])(?:各|等)?(?:同志|先生|兄)$")
_INITIALS: Final = regex(r"(?:[^\W\d_]\.?\s?){1,3}")
_ADDRESSED: Final = frozenset(
    ("sir", "sirs", "madam", "excellency", "father", "mother", "sister", "brother", "uncle", "aunt", "mama", "papa",
     "friend", "friends", "gentlemen", "comrade", "comrades", "director", "darling", "parents", "children", "all",
     "monsieur", "madame", "messieurs", "my lord", "милостивый государь", "милостивые государи", "господа", "друзья",
     "товарищи")
)  # fmt: skip
MAX_WORDS: Final = 8


def party_marks(
    text: str,
    division: Division,
    envelopes: Sequence[Envelope],
    blocks: Iterable[Block],
    authority: Authority,
    date: str,
) -> tuple[Mark, ...]:
    """Return marks for the names and places of the envelopes where such lines have them, and for who signs.

    The lists look for whole words that they know; whom the envelope has from "Стахов" or "V E T R O V" they miss.
    """

    def known(name: str) -> bool:
        return bool(authority.resolve(name, kinds=("person", "org"), date=date or None).entries)

    frames = tuple(_frames(blocks))
    marks = [*{(mark.start, mark.end): mark for mark in _enveloped(text, envelopes, frames)}.values()]
    sender = envelopes[0].action("sent")
    senders = sender.names if sender else ()
    for line in division.names(Part.SIGNED, opener=False):
        if line.name is None or any(_meet(mark, line.paragraph.start, line.paragraph.end) for mark in marks):
            continue
        words = line.paragraph.text[slice(*line.name)]
        if len(words.split()) <= MAX_WORDS or _is_spaced(words):
            base = line.paragraph.start + line.name[0]
            for start, end in split_names(words, known):
                if not words.isascii() and (held := _held(words[start:end])):
                    start = end - len(held)
                name = name_of(words[start:end], base + start, authority, date)
                if _INITIALS.fullmatch(words, start, end) and text[base + end : base + end + 1] == ".":
                    end += 1  # the stop of the last initial
                marks.append(_mark(base + start, base + end, name, _ref(name, senders, authority)))
    return tuple(marks)


def _frames(blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        if block.children:
            yield from _frames(block.children)
        elif block.element in _FRAMING:
            yield block.start, block.end


def _enveloped(text: str, envelopes: Sequence[Envelope], frames: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield marks for the names of the envelopes that were read in a line of those."""
    for action in (action for envelope in envelopes for action in envelope.actions):
        for name in (*action.names, *((action.place,) if action.place else ())):
            start, end = name.evidence.start, name.evidence.end
            framed = any(first <= start and end <= last for first, last in frames) and not _is_no_name(name)
            if framed and _letters(text[start:end]) == _letters(name.text) != "":
                silent = _IDENTIFIED.search(text, start, end) if name.pseudonym else _COMRADES.search(text, start, end)
                yield _mark(start, silent.start() if silent else end, name, name.ref)


def _is_no_name(name: Name) -> bool:
    """Say whether somebody is addressed without his name, "Sir", or the words have more than a name, with figures."""
    return not name.ref and (name.text.casefold() in _ADDRESSED or any(map(str.isdigit, name.text)))


def _mark(start: int, end: int, name: Name, ref: str) -> Mark:
    attributes: Attributes = (("type", "pseudonym"),) if name.pseudonym else ()
    return Mark(start, end, _ELEMENTS[name.kind], (*attributes, *((("ref", f"#{ref}"),) if ref else ())))


def _held(words: str) -> str:
    """Return the name at the end of an office and its holder, in capitals too: «СЕКРЕТАРЬ БЮРО ВЕТРОВ»."""
    held = russian.bearer(words)
    if not held and words.isupper() and russian.is_office(words) and " " in words:
        held = words.rpartition(" ")[2]
    return held if words.endswith(held) else ""


def _ref(name: Name, senders: Sequence[Name], authority: Authority) -> str:
    """Return who it is that signs: by the lists, or the sender whose surname or initials the signature has."""
    if name.ref or len(senders) != 1 or not senders[0].ref or senders[0].kind != "person":
        return name.ref
    entry = authority.get(senders[0].ref)
    full = entry.name if entry else ""
    if _INITIALS.fullmatch(name.text):
        initials = [word[0] for word in full.split()]
        return senders[0].ref if [*_letters(name.text)] == [*_letters("".join(initials))] else ""
    return senders[0].ref if _letters(name.text.split()[-1]) == _letters(full.split()[-1]) else ""


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words).casefold()


def _is_spaced(words: str) -> bool:
    return all(len(word) <= 2 for word in words.split())


def _meet(mark: Mark, start: int, end: int) -> bool:
    return mark.start < end and start < mark.end


def unfound(parties: Iterable[Mark], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the parties that stand where no name is marked; a body may have the name of its place inside it."""
    names = [mark for mark in marks if mark.element in _ELEMENTS.values()]
    for party in parties:
        met = [mark for mark in names if _meet(mark, party.start, party.end)]
        inside = party.element == "orgName" and all(
            mark.element == "placeName" and party.start <= mark.start and mark.end <= party.end for mark in met
        )
        if not met or (inside and (met[0].start, met[0].end) != (party.start, party.end)):
            yield party


def as_enveloped(marks: Iterable[Mark], envelopes: Sequence[Envelope]) -> Iterator[Mark]:
    """Yield the marks of service lines, a name that the envelope takes for a place as one: "From: Karsk"."""
    actions = (action for envelope in envelopes for action in envelope.actions)
    places = {(place.evidence.start, place.evidence.end): place for action in actions if (place := action.place)}
    for mark in marks:
        place = places.get((mark.start, mark.end)) if mark.element == "persName" else None
        yield mark if place is None else _mark(mark.start, mark.end, place, place.ref)
