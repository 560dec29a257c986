"""The envelope of a document: who sent what to whom, from where and when, when it came, who else got it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.intake.frus.dates import attributes_of, date_attributes, day_of, value_of
from edition.intake.frus.mixed import insert_in_text, slots
from edition.intake.frus.parties import Heading, Party, party_kind, read_heading
from edition.intake.frus.plain import FRUS_NS, Plain, plain_of
from edition.intake.frus.sourcenotes import Provenance
from edition.intake.frus.work import Work, party_ref
from tei.dates import find_dates, parse_date, parse_time
from tei.encode.markup import add
from tei.names import tei
from tei.regexes import regex
from tei.text import append_text

_RECEIVED: Final = regex(r"[\[(]?\s*(?:Received|Rec[’']d|Recd\.?)\b[:,]?\s*(?P<when>[^\])]{1,70})[\])]?", re.I)
_RECEIPT: Final = regex(
    r"(?P<open>[\[(])(?P<label>\s*(?:Received|Rec[’']d|Recd\.?)\b[:,]?\s*)(?P<when>[^\])]{1,70}?)"
    r"(?P<stop>(?<!m)[. ]*)[\])]",
    re.I,
)
_RECEIVED_AT: Final = regex(r"\s*Received\b[:,]?\s+(?P<when>\S.{0,69}?)[. ]*", re.I)
_THE_SAME: Final = regex(
    r"\s*(?:The same|Same|Sent also|Also sent|Repeated|Similar (?:telegrams?|instructions?|letters?|notes?))\b"
    r"(?P<more>.{0,80}?)\bto\s+(?:the\s+)?(?P<who>[^.;]{3,200}?)(?=\s+as\s|[.;]|$)",
    re.I,
)
_PLACE: Final = tei("placeName")
_DATE: Final = tei("date")
_DATELINE: Final = tei("dateline")
_HOUR_LAST: Final = regex(r".*\b[ap]\.\s?m\.", re.I)
_OFFICE: Final = regex(r"ambassador|minister|charg|consul|secretary", re.I)
_NOON: Final = {"noon": "12:00:00", "midnight": "24:00:00", "midday": "12:00:00"}


@dataclass(frozen=True, slots=True)
class Sent:
    """Place and date of a dateline as written, the date as attributes, and when the document was received."""

    place: str = ""
    words: str = ""
    date: tuple[tuple[str, str], ...] = ()
    received_words: str = ""
    received: tuple[tuple[str, str], ...] = ()
    conjecture: bool = False

    @property
    def day(self) -> str:
        """The day of sending, as far as it is known."""
        return day_of(dict(self.date))


def read_sent(document: etree._Element, provenance: Provenance) -> Sent:
    """Read the dateline of a document; without one, what the volume says of its date."""
    dateline = _dateline(document)
    if dateline is None and (foot := _foot(document, provenance)):
        return foot
    plain = plain_of(dateline) if dateline is not None else Plain("", ())
    place = next((piece for piece in plain.of(_PLACE) if piece.end > piece.start), None)
    element = next((piece for piece in plain.of(_DATE)), None)
    date = date_attributes(element.element) if element else {}
    words = _trimmed(plain.text[element.start : element.end]) if element else ""
    if not date and plain.text:
        found = next(iter(find_dates(plain.text)), None)
        date, words = attributes_of(found), words or (found.text if found else "")
    conjecture = not date
    if not date:
        date = _volumes_date(document)
    received = _RECEIVED.search(plain.text)
    said = _trimmed(received["when"] if received else provenance.received)
    where = plain.text[place.start : place.end].strip(" ,.[]") if place else ""
    return Sent(
        where, words or ("" if not date else "undated"), tuple(date.items()), said, _received(said, date), conjecture
    )


def _foot(document: etree._Element, provenance: Provenance) -> Sent | None:
    """Read the last paragraph of a note, where it is place and day: "Washington, May 18, 1938."."""
    last = next(document.iterchildren(tei("p"), reversed=True), None)
    text = plain_of(last).text.rstrip(" .]") if last is not None else ""
    found = find_dates(text) if 0 < len(text) <= MAX_FOOT else ()
    if len(found) != 1 or found[0].end != len(text) or not attributes_of(found[0]):
        return None
    place = text[: found[0].start].strip(" ,[]")
    if place and (not place[0].isupper() or any(word.islower() for word in place.split())):
        return None
    received = _received(provenance.received, attributes_of(found[0]))
    return Sent(place, found[0].text, tuple(attributes_of(found[0]).items()), provenance.received, received)


MAX_FOOT: Final = 60


def _trimmed(text: str) -> str:
    """Return a date as written, without what stands round it; "p.m." keeps its point."""
    bare = text.strip(" ,[]")
    bare = f"{bare}." if bare.endswith((" p.m", " a.m", " p. m", " a. m")) else bare
    return bare if _HOUR_LAST.fullmatch(bare) else bare.rstrip(" .,[]")


def _dateline(document: etree._Element) -> etree._Element | None:
    """Return the dateline of a document, not that of something sent along; the first with a date, else the first."""
    own = [one for one in document.iter(_DATELINE) if _owner(one) is document]
    return next((one for one in own if one.find(f".//{_DATE}") is not None), own[0] if own else None)


def _owner(element: etree._Element) -> etree._Element | None:
    at = element.getparent()
    while at is not None and at.tag in (tei("opener"), tei("closer"), tei("p")):
        at = at.getparent()
    return at


def _volumes_date(document: etree._Element) -> dict[str, str]:
    """Return what the volume's own attributes say of a document's date."""
    first = value_of(document.get(f"{{{FRUS_NS}}}doc-dateTime-min"))[:10]
    last = value_of(document.get(f"{{{FRUS_NS}}}doc-dateTime-max"))[:10]
    if first and first == last:
        return {"when": first}
    return {"notBefore": first, "notAfter": last} if first and last and first < last else {}


def _received(said: str, sent: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return when a document was received: a date, or an hour of the day of sending."""
    day = day_of(sent)
    if not said:
        return ()
    found = parse_date(said, anchor=day if len(day) == 10 else None)
    if found is None:
        found = next(iter(find_dates(said, anchor=day if len(day) == 10 else None)), None)
    if found is not None:
        return tuple(attributes_of(found).items())
    time = parse_time(said)
    hour = time.when if time is not None else _NOON.get(said.lower(), "")
    if len(day) != 10 or not hour or hour.startswith("24"):
        return ()
    return (("when", f"{day}T{hour}"),)


def mark_receipt(dateline: etree._Element, sent: Sent) -> None:
    """Mark when a document was received where its dateline says so: "[Received 9:30 p.m.]"."""
    for behind, text in slots(dateline):
        found = _RECEIPT.search(text)
        if found is None:
            continue
        date = etree.Element(_DATE, dict(sent.received))
        date.text = found["when"]
        if found["open"] == "(":
            insert_in_text(dateline, behind, *found.span("when"), date)
            return
        supplied = etree.Element(tei("supplied"), reason="editorial")
        supplied.text = found["label"]
        supplied.append(date)
        append_text(supplied, found["stop"])
        insert_in_text(dateline, behind, *found.span(), supplied)
        return
    for holder in dateline.iter(tei("hi")):
        for behind, text in slots(holder):
            if found := _RECEIVED_AT.fullmatch(text):
                date = etree.Element(_DATE, dict(sent.received))
                date.text = found["when"]
                insert_in_text(holder, behind, *found.span("when"), date)
                return


def add_envelope(
    parent: etree._Element, heading: Heading, sent: Sent, provenance: Provenance, notes: list[str], work: Work
) -> None:
    """Add the `correspDesc` of a document."""
    description = add(parent, "correspDesc", xml_id="telegram-envelope", corresp="#telegram-text")
    _station(description, "sent", heading.sender, sent.words, sent.date, sent.place, work, conjecture=sent.conjecture)
    _station(description, "received", heading.recipient, sent.received_words, sent.received, "", work)
    for words in notes:
        _copy_of(description, words, sent)
    if provenance.copies:
        action = add(description, "correspAction", type="forwarded", subtype="copy")
        for name in provenance.copies:
            _copied(action, name)


def add_enclosed(parent: etree._Element, ident: str, source: etree._Element, work: Work) -> None:
    """Add the `correspDesc` of what was sent along, where its heading names sender and recipient."""
    heading = read_heading(next(source.iterchildren(tei("head")), None))
    if heading.sender is None or heading.recipient is None:
        return
    sent = read_sent(source, Provenance())
    description = add(parent, "correspDesc", xml_id=work.fresh_id(f"{ident}-envelope"), corresp=f"#{ident}")
    _station(description, "sent", heading.sender, sent.words, sent.date, sent.place, work, conjecture=sent.conjecture)
    _station(description, "received", heading.recipient, sent.received_words, sent.received, "", work)


def _station(
    parent: etree._Element,
    type_: str,
    party: Party | None,
    words: str,
    date: tuple[tuple[str, str], ...],
    place: str,
    work: Work,
    *,
    conjecture: bool = False,
) -> None:
    if party is None and not date and not place and type_ != "sent":
        return
    action = add(parent, "correspAction", type=type_)
    if party is not None:
        ref = party_ref(party, work)
        add(
            action,
            "orgName" if party.kind == "org" else "persName",
            party.text,
            ref=ref,
            cert="high",
            evidence="internal",
        )
    if place:
        add(action, "placeName", place, cert="high", evidence="internal")
    if date:
        certainty = (
            {"cert": "medium", "evidence": "external"} if conjecture else {"cert": "high", "evidence": "internal"}
        )
        add(action, "date", words or dict(date).get("when", "undated"), **dict(date), **certainty)
    if len(action) == 0:
        add(action, "note", "Neither sender nor date is stated.")


def _copy_of(parent: etree._Element, words: str, sent: Sent) -> None:
    """Add who got a copy, as a note to the heading says it: "The same, October 23, 3 p.m., to the Minister in …"."""
    found = _THE_SAME.match(words)
    if found is None:
        return
    action = add(parent, "correspAction", type="forwarded", subtype="copy")
    for name in re.split(r";\s+|,?\s+and\s+to\s+the\s+|,\s+to\s+the\s+", found["who"]):
        _copied(action, name)
    date = next(iter(find_dates(found["more"], anchor=sent.day if len(sent.day) == 10 else None)), None)
    if date is not None and attributes_of(date):
        add(action, "date", date.text, **attributes_of(date), cert="medium", evidence="internal")
    if len(action) == 0:
        parent.remove(action)


def _copied(action: etree._Element, name: str) -> None:
    text = name.strip(" .,")
    if not text:
        return
    kind = party_kind(text)
    office = " " in text and (kind == "org" or _OFFICE.search(text))
    element = "orgName" if kind == "org" else "persName" if office else "placeName"
    add(action, element, text, cert="medium", evidence="internal")
