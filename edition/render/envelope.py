"""Who sent what to whom, how and when: correspDesc (TEI ch. 2.4.6) as labelled rows, whatever project wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.render.moments import earliest, moment
from edition.render.rows import Row, Value, content, elements, rows, value
from tei.names import XML_ID

_NAMES: Final = "tei:persName | tei:orgName | tei:name | tei:rs | tei:persona"
_PLACES: Final = "tei:placeName | tei:settlement | tei:region | tei:country | tei:district | tei:bloc | tei:geogName"
_DATES: Final = "tei:date | tei:time"
_LABELS: Final = {
    "sent": ("From", "Sent"),
    "received": ("To", "Received"),
    "redirected": ("Redirected to", "Redirected"),
    "forwarded": ("Forwarded to", "Forwarded"),
}
_SUBTYPES: Final = {
    ("transmitted", "via"): "Via",
    ("transmitted", "deciphered"): "Deciphered",
    ("transmitted", "enciphered"): "Enciphered",
    ("transmitted", "printed"): "Printed",
    ("transmitted", "verified"): "Verified",
    ("transmitted", ""): "Transmitted",
    ("forwarded", "copy"): "Copies to",
}
# Proposals for correspDesc that its first years left in files: the element says what @type says since TEI 2.8.
_OLD: Final = {
    "sender": "From",
    "addressee": "To",
    "placeSender": "From",
    "placeAddressee": "To",
    "dateSender": "Sent",
    "dateAddressee": "Received",
}
_CONTEXT: Final = {"answers": "Answers", "prev": "Previous", "next": "Next", "reply": "Answered by"}


@dataclass(frozen=True, slots=True)
class Envelope:
    """One correspDesc: a label where a document has several, its rows, the moment of sending for sorting."""

    label: str
    rows: tuple[Row, ...]
    sent: Value | None = None
    sort_key: str = ""


def read_envelopes(header: etree._Element) -> tuple[Envelope, ...]:
    """Return the envelopes of a header in its order: a telegram's own, then those of telegrams inside it."""
    found = elements(header, "tei:profileDesc/tei:correspDesc")
    return tuple(_envelope(each, _label(each, number, len(found))) for number, each in enumerate(found))


def _label(description: etree._Element, number: int, count: int) -> str:
    """Name an envelope where there is more than one to tell apart."""
    if count < 2:
        return ""
    root = description.getroottree().getroot()
    if description.get("corresp", "").lstrip("#") in {each.get(XML_ID) for each in elements(root, "tei:text")}:
        return "The telegram"
    return "The message inside it" if number else "The telegram"


def _envelope(description: etree._Element, label: str) -> Envelope:
    actions = elements(description, "tei:correspAction")
    made = tuple(row for action in actions for row in _action(action))
    old = tuple(row for name, title in _OLD.items() for row in rows((title, _old(description, name))))
    notes = rows(("Note", [value(each) for each in elements(description, "tei:note | tei:p")]))
    dates = elements(description, "tei:correspAction[@type = 'sent']/*[self::tei:date or self::tei:time]")
    sent = next((each for each in dates if earliest(each) or content(each)), None)
    return Envelope(
        label,
        made + old + _context(description) + notes,
        moment(sent) if sent is not None else None,
        earliest(sent) if sent is not None else "",
    )


def _action(action: etree._Element) -> tuple[Row, ...]:
    kind, subtype = action.get("type", ""), action.get("subtype", "")
    names = [value(each, "ref") for each in elements(action, f"{_NAMES} | {_PLACES}")]
    dates = [moment(each) for each in elements(action, _DATES)]
    notes = [value(each) for each in elements(action, "tei:note | tei:p | tei:desc")]
    one_line = _SUBTYPES.get((kind, subtype))
    if one_line or kind not in _LABELS:
        return rows((one_line or (subtype or kind or "Sent or received").capitalize(), names + dates + notes))
    who, when = _LABELS[kind]
    return rows((who, names), (when, dates + notes))


def _old(description: etree._Element, name: str) -> list[Value]:
    found = elements(description, f"tei:{name}")
    if name.startswith("date"):
        return [moment(each) for each in found]
    return [value(each, "ref") for each in found]


def _context(description: etree._Element) -> tuple[Row, ...]:
    """Return what the telegram answers and its neighbours in the exchange."""
    made: list[Row] = []
    for ref in elements(description, "tei:correspContext/tei:ref | tei:correspContext/tei:ptr"):
        kind = ref.get("type", "")
        shown = value(ref, "target")
        text = shown.text or ref.get("target", "")
        made += rows((_CONTEXT.get(kind, "Context"), [Value(text, shown.href, shown.lang)]))
    return tuple(made)
