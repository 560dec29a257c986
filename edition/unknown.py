"""Names of a document that no authority list has: of its envelope and signature, and in its text where a title tells.

In running text a name is taken only where its form says what it is: a title before it ("Comrade X", "тов. X"), or
behind it (X同志), or a word that bodies and places bear ("X Committee", "the village of X").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from edition.cards import description_of
from tei.authority import Authority
from tei.names import tei
from tei.recognise.naming import is_holder
from tei.regexes import regex
from tei.text import normalise_space, text_of

Unknown = tuple[str, str, str]
"""Kind, name, and part in the document: sender, recipient, via, copy, signature, text …"""

_KINDS: Final = {tei("persName"): "person", tei("placeName"): "place", tei("orgName"): "org"}
_PARTS: Final = {"sent": "sender", "received": "recipient", "forwarded": "copy"}
_TITLES: Final = (
    *("Comrade", "Comrades", "Com.", "Comr.", "Cde.", "Mr.", "Mrs.", "Dr.", "Professor", "Prof.", "Academician"),
    *("General", "Gen.", "Marshal", "Colonel", "Col.", "Major", "Captain", "Capt.", "Admiral", "Lieutenant"),
    *("Ambassador", "Minister", "Consul", "Chargé", "Secretary", "President", "Premier", "Chairman", "Commissar"),
    *("тов.", "товарищ", "товарища", "товарищу", "товарищем", "Товарищ", "Тов.", "т.", "генерал", "генерала"),
    *("генералу", "маршал", "маршала", "посол", "посла", "послу", "полковник", "полковника", "академик", "министр"),
    *("г-н", "г-на", "г-ну", "господин", "господина"),
)
_TITLES_BEHIND: Final = ("同志", "先生", "将军", "將軍", "大使", "部长", "部長")
_BODIES: Final = (
    *("Committee", "Ministry", "Institute", "Bureau", "Embassy", "Legation", "Commission", "Academy", "Party"),
    *("Corps", "Trust", "Directorate", "Administration", "Expedition", "Company"),
)
_PLACES_BEFORE: Final = ("city of", "town of", "village of", "port of", "province of", "island of", "station of")
_PLACES_BEHIND: Final = ("Province", "County", "Island", "Bay", "Strait", "Cape", "Peninsula")
_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİĶŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ"
_TITLE: Final = regex(
    rf"(?:{'|'.join(map(re.escape, _TITLES))}|Sir|Lord|Lady|Your|Yours|COMRADE|CDE\.|COM\.|From|For|To|The|Товарищу)"
    r"(?:\s+|(?<=\.)(?=\w))"
)
_CAPITAL: Final = rf"[{_UPPER}][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME: Final = regex(rf"\s+(?P<name>(?:[{_UPPER}][^\W\d_]?\.\s?){{0,3}}{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,2}})")
_BEFORE: Final = regex(rf"(?<![^\W_])(?P<name>{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,3}})[ \u00a0]$")
_LINKING: Final = "和與与及致向由请請對对給给告"
_CJK: Final = regex(rf"(?:(?<![\u4e00-\u9fff])|(?<=[{_LINKING}]))(?P<name>(?:(?![{_LINKING}])[\u4e00-\u9fff]){{2,4}})$")
_OFFICE: Final = frozenset(
    re.findall(
        r"\w+",
        """
        Staff Secretary Committee Consul Consulate Consulates Assembly Headquarters Council Department Foreign Central
        Minister Ministers Plenipotentiary Command Commander Affairs War Defense Defence Government Embassy General
        Marshal Chief Chairman President Premier Director Republic Republics Party Treaty State States Mission Officer
        Director Operator Operators Comrade Comrades Mr Mrs Dr The This That We You Please January February March April
        May June July August September October November December Telegram Kai Штаба Секретарь
        """,
    )
)
_LEADING: Final = frozenset(("The", "Our", "Your", "Their", "His", "In", "At", "To", "From", "By", "And", "This"))
_LONGEST: Final = 60
_SIGNATURE: Final = 4
"""Words of a signature at most: more are a sentence."""
_ABBREVIATION: Final = 4
_BLOCKS: Final = frozenset(map(tei, ("p", "ab", "item", "head", "salute", "signed", "dateline", "cell", "l", "quote")))
_NOT_NAMES: Final = frozenset(map(tei, ("persName", "orgName", "gap", "num", "date", "supplied", "note")))
_JOINED: Final = regex(r"(?<=\w) ?\[([^\W\d_A-ZА-ЯЁ]+)\]")
_BRACKETED: Final = regex(r"[\[(]+\s*([^\[\]()]*)[\])]+")
_PARTED: Final = regex(r"^([A-ZА-ЯЁ]) (?=[a-zа-яё])")
_POSSESSIVE: Final = regex(r"['’]s?$")
_LOOK_BACK: Final = 60


def unknown_names(tree: etree._Element, authority: Authority, date: str = "") -> tuple[Unknown, ...]:
    """Return the names of an encoded document that no list has, each once, in the order of the document."""
    found: dict[tuple[str, str], Unknown] = {}
    told = {normalise_space(text_of(one)).casefold() for one in tree[-1].iter(*_KINDS) if one.get("ref")}
    for kind, words, part in (*_of_envelope(tree), *_of_signature(tree), *_of_text(tree)):
        if words.casefold() in told or is_known(kind, words, authority, date):
            continue
        for name in plain_names(words) if kind == "person" else (words,):
            key = (kind, name.casefold())
            if key not in found and key[1] not in told and _is_name(name) and not is_known(kind, name, authority, date):
                found[key] = (kind, name, part)
    return tuple(found.values())


def plain_names(words: str) -> Iterator[str]:
    """Yield the names in the words for one party: without titles, offices and what follows a comma.

    "Comrade S[abelnikov]" is Sabelnikov, "GAGARA [Ostapova]" two names, "Minister in Sweden (Pennington)" the one.
    """
    joined = _PARTED.sub(r"\1", _JOINED.sub(r"\1", words))
    inside = [match[1] for match in _BRACKETED.finditer(joined)]
    for piece in (_BRACKETED.sub(" ", joined), *inside):
        name = normalise_space(piece.partition(",")[0]).strip(" .;:“”\"'’‘«»()[]")
        while title := _TITLE.match(name):
            name = name[title.end() :]
        name = _POSSESSIVE.sub("", name)
        begins = name[:1].isupper() or name[:1] >= "\u3400"
        if begins and not is_holder(name) and not (inside and _OFFICE.intersection(_words(name))):
            yield _evened(name)


def _evened(name: str) -> str:
    """Return a name in capitals as one writes it; an abbreviation stays."""
    return name.title() if name.isupper() and len(name) > _ABBREVIATION else name


def is_known(kind: str, name: str, authority: Authority, date: str = "") -> bool:
    """Say whether the lists have a name, be it for several entries; a body may be listed as a place and so on."""
    kinds = ("person",) if kind == "person" else ("person", "org", "place")
    if authority.resolve(name, kinds=kinds, date=date or None).entries:
        return True
    others = ("org", "place") if kind == "person" else ()
    return bool(others and authority.resolve(name, kinds=others, date=date or None).entries)


def _is_name(name: str) -> bool:
    letters = sum(map(str.isalpha, name))
    unbroken = name[:1] >= "\u3400"
    return letters > 1 and len(name) <= _LONGEST and (unbroken or any(map(str.isupper, name)))


def _of_envelope(tree: etree._Element) -> Iterator[Unknown]:
    description = description_of(tree)
    if description is None:
        return
    for action in description.iterchildren(tei("correspAction")):
        part = action.get("subtype") or _PARTS.get(action.get("type", ""), action.get("type", ""))
        for name in action.iterchildren(*_KINDS):
            if not name.get("ref"):
                yield _KINDS[str(name.tag)], normalise_space(text_of(name)), part


def _of_signature(tree: etree._Element) -> Iterator[Unknown]:
    for signed in tree[-1].iter(tei("signed")):
        if next(signed.iter(*_NOT_NAMES), None) is None:
            words = normalise_space(text_of(signed)).strip(" .,;")
            if 0 < len(words.split()) <= _SIGNATURE:
                yield "person", words, "signature"


def _of_text(tree: etree._Element) -> Iterator[Unknown]:
    text = "\n".join(
        text_of(block) for block in tree[-1].iter(*_BLOCKS) if not any(child.tag in _BLOCKS for child in block)
    )
    for name in _titled(text):
        yield "person", name, "text"
    for name in _bodies(text):
        yield "org", name, "text"
    for name in _places(text):
        yield "place", name, "text"


def _titled(text: str) -> Iterator[str]:
    for title in filter(text.__contains__, _TITLES):
        for place in _found(text, title):
            match = _NAME.match(text, place + len(title))
            if match and not text[place - 1 : place].isalnum() and not _OFFICE.intersection(_words(match["name"])):
                yield normalise_space(match["name"])
    if not text.isascii():
        for title in _TITLES_BEHIND:
            for place in _found(text, title):
                match = _CJK.search(text[:place], max(0, place - 5))
                if match:
                    yield match["name"]


def _bodies(text: str) -> Iterator[str]:
    for word in filter(text.__contains__, _BODIES):
        for place in _found(text, word):
            if not text[place + len(word) : place + len(word) + 1].isalpha():
                name = _capitals_before(text, place)
                if name:
                    yield f"{name} {word}"


def _places(text: str) -> Iterator[str]:
    for words in filter(text.__contains__, _PLACES_BEFORE):
        for place in _found(text, words):
            if match := _NAME.match(text, place + len(words)):
                yield normalise_space(match["name"])
    for word in filter(text.__contains__, _PLACES_BEHIND):
        for place in _found(text, word):
            whole = not text[place + len(word) : place + len(word) + 1].isalpha()
            if whole and (name := _capitals_before(text, place)):
                yield f"{name} {word}"


def _capitals_before(text: str, end: int) -> str:
    """Return the capitalised words that stand before a place, without an article."""
    match = _BEFORE.search(text[max(0, end - _LOOK_BACK) : end])
    words = match["name"].split() if match else []
    while words and words[0] in _LEADING:
        del words[0]
    return " ".join(words)


def _words(name: str) -> list[str]:
    return name.replace("\u00a0", " ").split(" ")


def _found(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + len(words))
