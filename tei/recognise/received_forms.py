"""Forms of ministries that name the ministry at their head: who received, who sent, and the hour before the text.

"SECRETARY OF STATE FOR EXTERNAL RELATIONS" / "TELEGRAM" / "RECEIVED" / "FROM THE EMBASSY IN KARSK": the head is the
recipient. The embassy sends, and the envoy signs; "385 – FRIDAY – 1800hs – " before the first words is number and hour.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tei.authority.folding import fold_form
from tei.model import Action, Basis, Envelope, Evidence, Moment, Name
from tei.recognise.docketing import Entry
from tei.recognise.naming import is_body, name_of
from tei.recognise.witnesses import Material
from tei.regexes import regex

_MINISTRY: Final = regex(
    r"(?:(?:SECRETAR(?:Y|IAT|IA)|MINIST(?:RY|ER|ÉRIO|ERIO)|DEPARTMENT|FOREIGN|STATE)\b)[A-Z "
    r",’'-]{4,70}",
    re.IGNORECASE,
)
_RECEIVED: Final = regex(r"(?:telegram\s+)?(?:received|incoming)", re.IGNORECASE)
_SENT: Final = regex(r"(?:telegram\s+)?(?:sent|outgoing|to send|to be sent)", re.IGNORECASE)
_HELD: Final = regex(r"(?P<body>[^()]{4,80}?)\s*\((?P<holder>[^()]{3,40})\)(?:,[^()]*)?")
_OFFICE_SIGNS: Final = regex(
    r"EXTERIORES|EXTERIOR|RELACIONES|FOREIGN|FOREIGN OFFICE|FOREIGN MINISTRY|MINISTRY|MINISTER|"
    r"SECRETARIAT|MFA|STATE|DEPARTMENT|POLITIQUE|POLITICAL|POLITISCHES|POLITICO|ESTERI|POLITICAL DEPARTMENT"
)
"""Telegrams of a ministry are signed by one word for it."""
_MISSION: Final = regex(
    r"\b(?:embassy|legation|consulate|mission|delegation|ministry|foreign\s+office)\b", re.IGNORECASE
)
_SEAT: Final = regex(r"\b(?:in|at)\s+(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)$")
_HOUR: Final = regex(
    r"\d{1,4}\s*[–—-]\s*[A-Z]+DAY\s*[–—-]\s*(?P<hour>[01]\d|2[0-4])(?:(?P<minute>[0-5]\d)\s?h|hs(?P<after>[0-5]\d))"
)


def with_form(envelopes: tuple[Envelope, ...], material: Material) -> tuple[Envelope, ...]:
    """Complete the outer envelope by what the head of a ministry's form says."""
    outer = envelopes[0]
    outer = _with_head(outer, material)
    sent = outer.action("sent")
    if sent is not None:
        outer = _with_action(outer, sent, _with_hour(_with_body(sent, material), material))
    received = outer.action("received")
    if received is not None:
        outer = _with_action(outer, received, _with_holder(received, material))
    return (outer, *envelopes[1:])


def _with_action(outer: Envelope, old: Action, new: Action) -> Envelope:
    if new is old:
        return outer
    return replace(outer, actions=tuple(new if one is old else one for one in outer.actions))


def _with_head(outer: Envelope, material: Material) -> Envelope:
    """Take the ministry at the head for the recipient of a form that says "Received", if nobody else is named."""
    received = outer.action("received")
    if (received and received.names) or len(material.preamble) < 3 or not _is_received(material.preamble):
        return outer
    head = material.preamble[0]
    text = head.line.paragraph.text
    if head.names or _MINISTRY.fullmatch(text.strip(" .")) is None:
        return outer
    name = name_of(text.strip(" ."), head.offset, material.authority, material.date, step="service")
    name = replace(name, kind="org") if not name.ref else name
    action = replace(received, names=(name,)) if received else Action("received", names=(name,))
    others = tuple(one for one in outer.actions if one is not received)
    at = next((i + 1 for i, one in enumerate(others) if one.type == "sent"), 0)
    return replace(outer, actions=(*others[:at], action, *others[at:]))


def _is_received(entries: tuple[Entry, ...]) -> bool:
    texts = [entry.line.paragraph.text.strip(" .:") for entry in entries[:8]]
    return any(_RECEIVED.fullmatch(text) for text in texts) and any(text.lower().startswith("from ") for text in texts)


def _with_body(sent: Action, material: Material) -> Action:
    """Name the embassy of the title before the envoy who signs: "the Embassy in Karsk (Pell)", signed "AMOS PELL"."""
    span = material.title.span("from")
    if span is None or len(sent.names) != 1 or sent.names[0].ref:
        return _parted(sent, material) if len(sent.names) == 1 else sent
    signer, title = sent.names[0], material.title.text[slice(*span)]
    held = _HELD.fullmatch(title)
    body = held["body"] if held else title
    if not is_body(body):
        return sent
    if held and not _shares(held["holder"], signer.text):
        return sent
    if held and signer.evidence.step == "titles":
        start = material.title_start + span[0]
        at = start + held.start("holder")
        signer = name_of(held["holder"], at, material.authority, material.date, step="titles")
        signer = replace(signer, evidence=replace(signer.evidence, basis=Basis.EXTERNAL))
    office = held is None and _OFFICE_SIGNS.fullmatch(signer.text) is not None
    if held is None and not office and not (_MISSION.search(body) and _is_envoy(signer, material)):
        return sent
    article = 4 if body.lower().startswith("the ") else 0
    body, start = body[article:], material.title_start + span[0] + article
    named = name_of(body.strip(), start, material.authority, material.date, step="titles")
    seat = _SEAT.search(body.strip())
    place = sent.place or (_place(seat["place"], start, material) if seat else None)
    return replace(sent, names=(named,) if office else (named, signer), place=place)


def _parted(sent: Action, material: Material) -> Action:
    """Part a known body of the title from the person in parentheses behind it, "Northern Routes Desk (Pell)"."""
    name = sent.names[0]
    held = _HELD.fullmatch(name.text) if name.kind == "org" and name.evidence.step == "titles" else None
    if held is None or _PERSON.fullmatch(held["holder"]) is None:
        return sent
    at = name.evidence.start + held.start("holder")
    holder = name_of(held["holder"], at, material.authority, material.date, step="titles")
    if holder.kind != "person":
        return sent
    basis = replace(holder.evidence, basis=name.evidence.basis)
    end = name.evidence.start + held.end("body")
    body = replace(name, text=held["body"], evidence=replace(name.evidence, end=end))
    return replace(sent, names=(body, replace(holder, evidence=basis)))


_PERSON: Final = regex(r"(?:[A-ZÀ-Þ]\.\s?|[A-ZÀ-Þ][a-zà-þ’'-]+\s){0,2}[A-ZÀ-Þ][a-zà-þ][\w’'-]+")


def _is_envoy(signer: Name, material: Material) -> bool:
    """Say whether a person has signed whom nobody knows, for the embassy that the title names."""
    told = signer.kind == "person" and signer.evidence.step != "titles" and bool(material.signers)
    return told and material.title.kind == "telegram"


def _with_holder(received: Action, material: Material) -> Action:
    """Name the embassy of the title and the envoy there: "the Embassy in Karsk (Pell)", to whom the form may be."""
    name = received.names[0] if len(received.names) == 1 else None
    span = material.title.span("to")
    if name and span and not name.ref and name.evidence.step != "titles" and name.text in material.title.text:
        seated = _HELD.fullmatch(material.title.text[slice(*span)])
        if seated is not None and is_body(seated["body"]) and _shares(seated["holder"], name.text):
            start = material.title_start + span[0]
            body = name_of(seated["body"], start, material.authority, material.date, step="titles")
            return replace(received, names=(body, name))
    held = _HELD.fullmatch(name.text) if name and not name.ref and name.evidence.step == "titles" else None
    if name is None or held is None or not is_body(held["body"]):
        return received
    start = name.evidence.start
    parts = [
        name_of(held[part], start + held.start(part), material.authority, material.date, step="titles")
        for part in ("body", "holder")
    ]
    basis = name.evidence.basis
    return replace(received, names=tuple(replace(p, evidence=replace(p.evidence, basis=basis)) for p in parts))


def _shares(holder: str, signer: str) -> bool:
    words = {fold_form(word.strip("()")) for word in signer.split()}
    return any(fold_form(word) in words for word in holder.split() if len(word) > 2)


def _place(text: str, start: int, material: Material) -> Name | None:
    entry = material.authority.resolve(text, kinds=("place",)).entry
    return Name(text, "place", entry.id, entry.name, evidence=Evidence("titles", start, start)) if entry else None


def _with_hour(sent: Action, material: Material) -> Action:
    """Give the day the hour that stands before the first words."""
    moment = sent.moment
    if moment is None or len(moment.when) != len("1938-01-10"):
        return sent
    found = next((hour for row in material.division.message[:6] if (hour := _HOUR.match(row.text))), None)
    if found is None:
        return sent
    return replace(sent, moment=_at(moment, f"{found['hour']}:{found['minute'] or found['after']}:00"))


def _at(moment: Moment, clock: str) -> Moment:
    return replace(moment, when=f"{moment.when}T{clock}")
