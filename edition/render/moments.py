"""Dates of a header in words: ISO 8601 as TEI's attributes hold it (att.datable) into plain English."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from edition.render.rows import Value, content

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO: Final = re.compile(
    r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_TIME: Final = re.compile(r"(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?")
_ENDS: Final = (("from", "from"), ("to", "to"), ("notBefore", "not before"), ("notAfter", "not after"))
_SURENESS: Final = {"low": "uncertain", "unknown": "uncertain", "medium": "probable"}


def moment(element: etree._Element) -> Value:
    """Return a date or time element in words; as it is written stays on hover where it differs."""
    written = content(element)
    when = element.get("when") or element.get("when-iso") or ""
    spoken = in_words(when) or _range(element) or written
    doubt = _doubt(element)
    text = f"{spoken} ({doubt})" if doubt and spoken else spoken
    detail = f"as written: {written}" if written and written != spoken else ""
    return Value(text, datetime=when if in_words(when) else "", detail=detail)


def earliest(element: etree._Element) -> str:
    """Return the earliest moment that a date allows, as its attributes have it: what documents are sorted by."""
    names = ("when", "when-iso", "notBefore", "from", "notAfter", "to")
    return next((value for name in names if (value := element.get(name))), "")


def in_words(iso: str) -> str:
    """Return an ISO 8601 date, date and time or time in words, empty where it is none: "23 October 1949, 23:00"."""
    if found := _TIME.fullmatch(iso):
        return _clock(found["time"], found["zone"])
    found = _ISO.fullmatch(iso)
    if not found or not 1 <= int(found["month"] or 1) <= 12:
        return ""
    day = str(int(found["day"])) if found["day"] else ""
    month = _MONTHS[int(found["month"]) - 1] if found["month"] else ""
    date = " ".join(filter(None, [day, month, found["year"]]))
    return ", ".join(filter(None, [date, _clock(found["time"], found["zone"])]))


def _clock(time: str | None, zone: str | None) -> str:
    offset = {"Z": " UTC", None: ""}.get(zone, f" UTC{zone}")
    return f"{time}{offset}" if time else ""


def _range(element: etree._Element) -> str:
    parts = ((word, in_words(element.get(name, ""))) for name, word in _ENDS)
    return ", ".join(f"{word} {spoken}" for word, spoken in parts if spoken)


def _doubt(element: etree._Element) -> str:
    if element.get("evidence") == "conjecture":
        return "conjectured"
    return _SURENESS.get(element.get("cert", ""), "")
