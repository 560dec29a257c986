"""The parties of Russian headings as an editor names them: the holder by himself, his office beside him, his post.

A heading says «Телеграмма Полномочного Представителя СССР в Турции Народному Комиссару Иностранных Дел СССР», and the
holder signs. The envelope gets the holder's name with the office in the nominative; where nobody is named, the office
is the name. The country of the post is where the telegram was sent from, or went to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.authority.declension import declined
from tei.model import Action, Certainty, Envelope, Evidence, Name
from tei.recognise.russian import cased_words
from tei.recognise.russian_offices import Office, nominative_name, read_office
from tei.recognise.witnesses import Material
from tei.regexes import regex

_ROLES: Final = {"sent": "from", "received": "to"}
_SMALL: Final = regex(r"(?:от|для)\s+", re.IGNORECASE)


def with_offices(envelopes: tuple[Envelope, ...], material: Material) -> tuple[Envelope, ...]:
    """Give the parties of the outer envelope their offices, where the title or the text names them in Russian."""
    outer = envelopes[0]
    if material.title.text.isascii() and all(name.text.isascii() for one in outer.actions for name in one.names):
        return envelopes
    actions = tuple(_housed(action, material) if action.type in _ROLES else action for action in outer.actions)
    return (replace(outer, actions=actions), *envelopes[1:])


def _housed(action: Action, material: Material) -> Action:
    if action.subtype:
        return action
    titled = _titled(material, _ROLES[action.type])
    names = tuple(_with_office(name, titled if len(action.names) == 1 else None, material) for name in action.names)
    names = tuple({name.ref or name.text.lower(): name for name in reversed(names)}.values())[::-1]
    place = action.place or next(_posts(action.names, titled, material), None)
    return replace(action, names=names, place=place)


def _titled(material: Material, role: str) -> Office | None:
    span = material.title.span(role)
    return _office(material.title.text[slice(*span)], material) if span else None


def _office(text: str, material: Material) -> Office | None:
    if text.isascii():
        return None
    text = text.replace("*", " ")
    lead = _SMALL.match(text)
    return read_office(text[lead.end() :] if lead else text, lambda name: bool(_place_id(name, material)))


def _place_id(text: str, material: Material) -> str:
    entry = material.authority.resolve(text, kinds=("place",)).entry
    return entry.id if entry else ""


def _with_office(name: Name, titled: Office | None, material: Material) -> Name:
    """Return a name with its office: of its own words, or the one that the title gives to the same person."""
    own = _office(name.text, material) if name.kind != "place" else None
    if own is not None and not own.role and (name.ref or name.evidence.step != "titles"):
        own = None
    if own is None:
        same = (
            titled is not None
            and bool(titled.role or titled.name)
            and name.kind == "person"
            and (not titled.name or _alike(titled.name, name.text) or _is_forename(name, titled.name))
        )
        return _titled_as(name, titled) if titled and same and not titled.body else name
    if not own.name and titled and titled.name and _alike(titled.name, name.text.split()[-1]):
        last = name.text.split()[-1].strip(".,")
        return replace(name, text=last, kind="person", role=titled.role, preferred=name.preferred or titled.name)
    if own.body:
        return _body(name, own, material)
    if own.name:
        return _held(name, own, material) if own.role else replace(name, preferred=own.name)
    office = titled.role if titled and not titled.name and len(titled.role) > len(own.role) else own.role
    text = office if name.evidence.step == "titles" else name.text
    return replace(name, preferred=name.preferred or office, text=text)


def _titled_as(name: Name, titled: Office) -> Name:
    """Return a name with the office of the title; one in the dative, «Карск, Ветрову», as the title's nominative."""
    surname = max(re.findall(r"[^\W\d_]+", titled.name), key=len, default="")
    fuller = not (name.ref or name.pseudonym) and "." not in name.text and len(titled.name) > len(name.text)
    if not surname and (addressed := _ADDRESSED.fullmatch(name.text)) and not name.ref:
        text = nominative_name(addressed["name"])
        return replace(name, kind="person", role=titled.role, text=text, preferred=text)
    if not surname or (surname.lower() in name.text.lower().split() and not fuller):
        return replace(name, kind="person", role=titled.role, preferred=name.preferred or titled.name)
    if fuller:
        name = replace(name, preferred="" if name.preferred == name.text else name.preferred)
    full = titled.name if name.text.isupper() else cased_words(titled.name)
    return replace(name, kind="person", role=titled.role, text=full, preferred=name.preferred or full)


_ADDRESSED: Final = regex(
    r"(?:тов\.|т\.|товарищу|господину|г-ну)\s*(?P<name>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][\w-]+[уюУЮ])", re.IGNORECASE
)
"""«тов. Ветрову» under a title that gives his office alone."""


def _is_forename(name: Name, titled: str) -> bool:
    """Say whether friends call somebody by the forename of whom the title gives the initial: «Дорогой Степан!»."""
    initial = re.match(r"([А-ЯЁ])\.", titled)
    called = name.text.strip(" .,!")
    return bool(initial and not name.ref and called.isalpha() and called[:1] == initial[1])


def _alike(one: str, other: str) -> bool:
    """Say whether two names, in any case, begin with the same letters: «А. Ветров», «Ветрова»."""
    stems = [{word[:4].lower() for word in re.findall(r"[^\W\d_]{3,}", text)} for text in (one, other)]
    return bool(stems[0] & stems[1])


def _held(name: Name, own: Office, material: Material) -> Name:
    """Return the holder that the words name with the office."""
    assert own.name_at is not None
    if not name.ref:
        entry = material.authority.resolve(own.name, kinds=("person",), date=material.date or None).entry
        name = replace(name, ref=entry.id, preferred=entry.name) if entry else name
    start = name.evidence.end - len(name.text)
    evidence = replace(name.evidence, start=start + own.name_at[0], end=start + own.name_at[1])
    kind = "person" if own.role else name.kind
    name = replace(name, text=own.name, kind=kind, role=own.role, evidence=evidence)
    return replace(name, preferred=name.preferred or own.name)


def _body(name: Name, own: Office, material: Material) -> Name:
    """Return an institution by its name in the nominative, «Народный комиссариат иностранных дел СССР»."""
    text = own.role[:1].upper() + own.role[1:]
    entry = material.authority.resolve(text, kinds=("org",), date=material.date or None).entry
    if name.ref or entry is None:
        return replace(name, kind="org", text=text, preferred=name.preferred or text)
    return replace(name, kind="org", text=text, ref=entry.id, preferred=entry.name)


def _posts(names: tuple[Name, ...], titled: Office | None, material: Material) -> Iterator[Name]:
    """Yield the place where an envoy is posted, as the words of his office name it."""
    for name in names:
        own = _office(name.text, material)
        if own and own.place_at and not own.body:
            yield _place(name.text[slice(*own.place_at)], name.evidence, material)
    if titled and titled.place_at and not titled.body:
        words = re.search(r"\s(?:в|во|при)\s+(?P<place>[А-ЯЁ].*)$", titled.role)
        if words:
            yield _place(words["place"], Evidence("titles", material.title_start, material.title_start), material)


def _place(text: str, evidence: Evidence, material: Material) -> Name:
    entry = material.authority.resolve(text, kinds=("place",)).entry
    sure = replace(evidence, certainty=Certainty.MEDIUM)
    if entry is None:
        return Name(text, "place", "", text, evidence=sure)
    russian = [one.form for one in entry.variants if one.lang == "ru" and text in declined(one.form)]
    return Name(russian[0] if russian else text, "place", entry.id, entry.name, evidence=sure)
