"""Dates of a header as moments: the attributes of att.datable in each of their forms (TEI 14.4), and the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lxml import etree

from edition.corpus.model import Moment
from edition.corpus.wording import words
from tei.names import tei

_WHEN: Final = ("when", "when-iso", "when-custom")
_AFTER: Final = ("notBefore", "notBefore-iso", "notBefore-custom", "from", "from-iso", "from-custom")
_BEFORE: Final = ("notAfter", "notAfter-iso", "notAfter-custom", "to", "to-iso", "to-custom")
_ISO: Final = re.compile(r"-?\d{4,}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_TIME: Final = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?")
_DATE: Final = tei("date")
_CLOCK: Final = tei("time")


def moment_of(element: etree._Element) -> Moment:
    """Return a date as a moment; what is no ISO 8601 in its attributes is left to the words."""
    when, after, before = (_first(element, names) for names in (_WHEN, _AFTER, _BEFORE))
    text = words(element)
    if not (when or after or before) and _says_when(element, text):
        when = text
    return Moment(
        text=text,
        when=when,
        not_before="" if when else after,
        not_after="" if when else before,
        certainty=element.get("cert", ""),
        evidence=element.get("evidence", ""),
    )


def _says_when(element: etree._Element, text: str) -> bool:
    """Say whether the words are ISO 8601.

    Four figures are a year only from 1500 on, and where nothing is said of how sure they are: an hour of telegraphers,
    0705 or 1150, looks the same.
    """
    if len(text) == len("1150"):
        return "1500" <= text <= "2100" and text.isdecimal() and not (element.get("cert") or element.get("evidence"))
    return _ISO.fullmatch(text) is not None


def moments_of(elements: Iterable[etree._Element]) -> tuple[Moment, ...]:
    """Return the moments of date and time elements; a time after a day completes it."""
    found: list[Moment] = []
    for element in elements:
        clock = _first_time(element) if element.tag == _CLOCK else ""
        if clock and found and len(found[-1].when) == len("1937-08-30"):
            last = found[-1]
            text = " ".join(filter(None, (last.text, words(element))))
            found[-1] = replace(last, text=text, when=f"{last.when}T{clock}")
        elif (moment := moment_of(element)) != Moment():
            found.append(moment)
    return tuple(found)


def dated(elements: Iterable[etree._Element]) -> Moment:
    """Return the first moment that says when, else the first with words, else an empty one."""
    found = moments_of(elements)
    return next((moment for moment in found if moment.earliest), found[0] if found else Moment())


def _first(element: etree._Element, names: tuple[str, ...]) -> str:
    for name in names:
        value = element.get(name)
        if value and _ISO.fullmatch(value.strip()):
            return value.strip()
    return ""


def _first_time(element: etree._Element) -> str:
    value = element.get("when", "") or element.get("when-iso", "")
    return value if _TIME.fullmatch(value) else ""
