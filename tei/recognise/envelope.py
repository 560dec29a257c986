"""The envelope: who sent what to whom, how and when, put together from the text's own words and the page's.

Order of trust for a party: the signature, salutation and service lines of the text name him as written; the title tells
who he was. For the date: service lines, the date at the end, the dateline, the title, the date of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.authority import Authority
from tei.dates import WrittenDate, find_dates
from tei.model import Action, Basis, Certainty, Envelope, Evidence, Mention, Moment, Name
from tei.recognise.answers import moment_of
from tei.recognise.division import Division, Line, Part
from tei.recognise.docketing import Entry
from tei.recognise.naming import name_of, trimmed
from tei.recognise.titles import Title

ENVELOPE: Final = "telegram-envelope"
MESSAGE_ENVELOPE: Final = "message-envelope"
TEXT: Final = "telegram-text"
MESSAGE: Final = "message-text"
_HANDLED: Final = ("deciphered", "printed", "verified", "delivered")


@dataclass(frozen=True, slots=True)
class Material:
    """All that an envelope can be read from. `title_start` is where the title stands in the capture."""

    text: str
    division: Division
    preamble: tuple[Entry, ...]
    docket: tuple[Entry, ...]
    title: Title
    title_start: int
    site_date: Moment | None
    authority: Authority
    year: int | None
    date: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All service lines in order."""
        return (*self.preamble, *self.docket)

    def of_type(self, type_: str) -> tuple[Entry, ...]:
        """Return the service lines of one type."""
        return tuple(entry for entry in self.entries if entry.type == type_)


def read_envelopes(material: Material, mention: Mention | None) -> tuple[Envelope, ...]:
    """Return the envelope of the telegram and, where a message stands inside a cable, that of the message."""
    signed = _line_name(material, Part.SIGNED, opener=False)
    saluted = _line_name(material, Part.SALUTE, opener=True)
    dispatch = next((entry.names[0] for entry in material.of_type("dispatch") if entry.names), None)
    title_from, title_to = _party(material, "from"), _party(material, "to")
    recipient = _joined(saluted or _address(material, "to"), title_to)
    inner = _inner(material, signed, dispatch, title_from)
    mentions = (mention,) if mention else ()
    if inner is None:
        sender = _joined(signed or dispatch or _address(material, "from"), title_from)
        return (_outer(material, sender, recipient, _sent(material, enclosed=False), mentions),)
    sender = _joined(dispatch, title_from)
    outer = _outer(material, sender, recipient, _sent(material, enclosed=True), ())
    inner_to = _party(material, "inner_to") or recipient
    actions = (
        Action("sent", names=(inner,), moment=_closing_date(material)),
        *((Action("received", names=(inner_to,)),) if inner_to else ()),
    )
    return outer, Envelope(MESSAGE_ENVELOPE, MESSAGE, actions, mentions)


def _line_name(material: Material, part: Part, *, opener: bool) -> Name | None:
    lines = material.division.names(part, opener=opener)
    line = next((line for line in lines if line.name), None)
    return _name(material, line) if line else None


def _name(material: Material, line: Line) -> Name | None:
    assert line.name is not None
    text = line.paragraph.text[slice(*line.name)].rstrip(" .,;:!")
    if text.startswith("[") and "signature" in text.lower():
        return None
    text, start = trimmed(text, line.paragraph.start + line.name[0])
    return name_of(text, start, material.authority, material.date) if text else None


def _party(material: Material, role: str) -> Name | None:
    span = material.title.span(role)
    if span is None:
        return None
    text, start = trimmed(material.title.text[slice(*span)], material.title_start + span[0])
    name = name_of(text, start, material.authority, material.date, step="titles")
    return replace(name, evidence=replace(name.evidence, basis=Basis.EXTERNAL))


def _address(material: Material, role: str) -> Name | None:
    """Return the name of a "From:" or "To:" line."""
    for entry in material.of_type("address"):
        service = entry.line.service
        span = service.part("role") if service else None
        if entry.names and span and entry.line.paragraph.text[slice(*span)].lower() in _ROLES[role]:
            return entry.names[0]
    return next((entry.names[0] for entry in material.of_type("address") if role == "to" and _unlabelled(entry)), None)


def _unlabelled(entry: Entry) -> bool:
    service = entry.line.service
    return bool(entry.names) and (service is None or service.part("role") is None)


_ROLES: Final = {
    "from": ("from", "sent by", "sender", "от кого", "откуда", "发报"),
    "to": ("to", "for", "addressee", "recipient", "destination", "received by", "кому", "куда", "адрес", "收报"),
    "via": ("via",),
}


def _joined(written: Name | None, title: Name | None) -> Name | None:
    """Take the form of the text and, where no list knows it, the identity that the title gives."""
    if written is None or title is None:
        return written or title
    if written.ref or not title.ref:
        return written
    evidence = replace(written.evidence, certainty=Certainty.MEDIUM)
    return replace(written, ref=title.ref, preferred=title.preferred, kind=title.kind, evidence=evidence)


def _inner(material: Material, signed: Name | None, dispatch: Name | None, title_from: Name | None) -> Name | None:
    """Return who signed the message inside the cable, None where the cable is the message.

    Someone else's signature stands under the text when the cable was dispatched by another, or when the title says that
    it holds a message from someone.
    """
    told = _party(material, "inner")
    if signed is None:
        return told if told and dispatch and not _same(told, dispatch) else None
    if dispatch is not None and not _same(signed, dispatch):
        return _joined(signed, told)
    if told is not None and _same(signed, told) and title_from is not None and not _same(signed, title_from):
        return _joined(signed, told)
    return None


def _same(one: Name, other: Name) -> bool:
    if one.ref and other.ref:
        return one.ref == other.ref
    words = [set(name.text.lower().replace(".", " ").split()) for name in (one, other)]
    return bool(words[0] & words[1])


def _outer(
    material: Material, sender: Name | None, recipient: Name | None, sent: Moment | None, mentions: tuple[Mention, ...]
) -> Envelope:
    via = [name for name in (_party(material, "via"), _address(material, "via")) if name]
    ordered: list[Action | None] = [
        Action("sent", names=_one(sender), place=_place(material), moment=sent) if sender or sent else None,
        Action("transmitted", "via", names=tuple(via[:1])) if via else None,
        _received(material, recipient),
        _copies(material),
        *(_handled(material, type_) for type_ in _HANDLED),
    ]
    return Envelope(ENVELOPE, TEXT, tuple(action for action in ordered if action), mentions)


def _one(name: Name | None) -> tuple[Name, ...]:
    return (name,) if name else ()


def _received(material: Material, recipient: Name | None) -> Action | None:
    entry = next((entry for entry in material.of_type("received") if entry.date), None)
    moment = _moment(entry) if entry else None
    return Action("received", names=_one(recipient), moment=moment) if recipient or moment else None


def _copies(material: Material) -> Action | None:
    names = tuple(name for entry in material.of_type("distribution") for name in entry.names)
    return Action("forwarded", "copy", names=names) if names else None


def _handled(material: Material, type_: str) -> Action | None:
    entries = material.of_type(type_)
    if not entries or not any(entry.names or entry.date for entry in entries):
        return None
    entry = next(entry for entry in entries if entry.names or entry.date)
    moment = _moment(entry)
    if moment and not moment.when and entry.date and entry.date.time:
        moment = _on_the_day_before(material, entry, entry.date.time) or moment
    if type_ == "delivered":
        return Action("received", type_, names=entry.names, moment=moment)
    return Action("transmitted", type_, names=entry.names, moment=moment)


def _on_the_day_before(material: Material, entry: Entry, time: str) -> Moment | None:
    """Give a bare time the day of the service line before it: "Verified … 1100" after "Printed … 0920 24 October"."""
    earlier = [other for other in material.entries[: material.entries.index(entry)] if other.date and other.date.when]
    if not earlier or entry.date is None:
        return None
    day = (earlier[-1].date.when or "")[:10] if earlier[-1].date else ""
    evidence = Evidence(
        "service", entry.offset + entry.date.start, entry.offset + entry.date.end, Certainty.LOW, Basis.CONJECTURE
    )
    return Moment(entry.date.text, f"{day}T{time}", evidence=evidence) if len(day) == 10 else None


def _moment(entry: Entry) -> Moment | None:
    return moment_of(entry.date, entry.offset, "service") if entry.date else None


def _place(material: Material) -> Name | None:
    """Return the place of a dateline, as written."""
    for line in (
        *material.division.names(Part.DATELINE, opener=True),
        *material.division.names(Part.DATELINE, opener=False),
    ):
        before = line.paragraph.text[: line.name[0]] if line.name else ""
        text = before.strip(" ([“\"'‘.,:–—-")
        if text:
            start = line.paragraph.start + before.index(text)
            entry = material.authority.resolve(text, kinds=("place",)).entry
            evidence = Evidence("envelope", start, start + len(text))
            return Name(text, "place", entry.id if entry else "", entry.name if entry else text, evidence=evidence)
    return None


def _closing_date(material: Material) -> Moment | None:
    return _line_date(material, material.division.names(Part.DATELINE, opener=False))


def _line_date(material: Material, lines: Sequence[Line]) -> Moment | None:
    for line in lines:
        found = find_dates(line.paragraph.text, year=material.year)
        best = max(found, key=_fullness, default=None)
        if best is not None:
            return moment_of(best, line.paragraph.start, "envelope")
    return None


def _fullness(found: WrittenDate) -> int:
    return len(found.when or found.not_before or "")


def _sent(material: Material, *, enclosed: bool) -> Moment | None:
    """Return when the telegram was sent, from the best witness; an enclosed message's own date does not count."""
    entry = next((e for type_ in ("sent", "dispatch") for e in material.of_type(type_) if e.date), None)
    own = None if enclosed else _closing_date(material)
    opener = _line_date(material, material.division.names(Part.DATELINE, opener=True))
    found = (_moment(entry) if entry else None) or own or opener or _title_date(material) or material.site_date
    return _with_day(found, material.site_date)


def _title_date(material: Material) -> Moment | None:
    found = [date for date in find_dates(material.title.text, year=material.year) if date.precision != "year"]
    return moment_of(found[-1], material.title_start, "titles", Basis.EXTERNAL) if found else None


def _with_day(found: Moment | None, site_date: Moment | None) -> Moment | None:
    """Complete a bare time by the day of the page."""
    if found is None or site_date is None or found.when or found.not_before or not site_date.when:
        return found
    return replace(site_date, text=found.text if found.text else site_date.text)
