"""Lines of embassies' forms without a word of their own: place and figures of the day, a number between dashes.

"OSLO, 78. 10. 02." stands at the head, "– 166 chargé d’affaires –" at the end, over the list of those who saw it.
"""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.service import Service, classify
from tei.regexes import regex

_PLACE: Final = r"(?P<place>(?-i:[A-ZÀ-Þ][\w’'-]+)(?:\s(?-i:[A-ZÀ-Þ][\w’'-]+)){0,2})"
_POSTED: Final = regex(rf"{_PLACE},\s+\d\d\.\s?\d\d\.\s?\d\d\.?")
_TIMED: Final = regex(rf"{_PLACE},?\s+(?P<clock>(?:[01]\d|2[0-3])[.:]?[0-5]\d)\s*(?:hrs?|hours)\.?")
_FIGURED: Final = regex(
    r"(?P<place>[A-Z]{3,}(?:[ -][A-Z]{3,})?)\s+\d{4,6}(?:\s\d{1,6}){0,5}\s(?P<rest>\d{1,2}\s[IVX]{1,4}\s\d{2})"
)
"""What a cipher office wrote over a telegram, "OSLO 61380 8 50 1 XII 38": place, numbers, day."""
_NUMBERED: Final = regex(r"[–—-]+\s*(?P<number>\d{1,5})(?:\s+charg[ée]s?\s+d[’']affaires?)?\s*[–—-]+", re.IGNORECASE)
_NAMED: Final = regex(
    r"[–—-]+\s*(?P<name>[A-ZÀ-ÞŐŰ][^\W\d_]+(?:\s[A-ZÀ-ÞŐŰ][^\W\d_]+){0,2})\s*[–—-]+\s*(?P<number>\d{1,5})\s*[–—-]+"
)
_TURNED: Final = regex(
    r"[–—-]+\s*(?P<number>\d{1,5})\s*[–—-]+\s*(?P<name>[A-ZÀ-ÞŐŰ][^\W\d_]+(?:\s[A-ZÀ-ÞŐŰ][^\W\d_]+){0,2})(?:\s*[–—-]+)?"
)
"""“– Pell – 423 –”, “– 423 – Pell”: who signs, and his number of the telegram."""
_SIGNED: Final = regex(r"[–—-]+\s*(?P<number>\d{1,5})\s*[–—-]+\s*\[[\w ]{0,20}signature\]")
"""“– 38 – [signature]”: his number, and a name that the editor leaves out."""
MAX_LINE: Final = 40


def posted_line(text: str) -> Service | None:
    """Return place and day in figures, "OSLO, 78. 10. 02.", or place and hour, "Oslo 2010 hrs", None elsewhere."""
    if len(text) > MAX_LINE or text[-1:] not in ".s0123456789":
        return None
    if posted := _POSTED.fullmatch(text):
        return Service("sent", (("place", *posted.span("place")),))
    if figured := _FIGURED.fullmatch(text):
        return Service("sent", tuple((part, *figured.span(part)) for part in ("place", "rest")))
    timed = _TIMED.fullmatch(text)
    return Service("sent", (("place", *timed.span("place")), ("clock", *timed.span("clock")))) if timed else None


def number_between_dashes(text: str, below: Service | None) -> Service | None:
    """Return the number that stands between dashes over the list of readers; one of a page stands elsewhere."""
    if len(text) > MAX_LINE or text[:1] not in "–—-":
        return None
    if named := _NAMED.fullmatch(text) or _TURNED.fullmatch(text):
        return Service("dispatch", (("name", *named.span("name")), ("number", *named.span("number"))))
    if signed := _SIGNED.fullmatch(text):
        return Service("dispatch", (("number", *signed.span("number")),))
    if below is None or below.type not in ("copies", "distribution"):
        return None
    match = _NUMBERED.fullmatch(text)
    return Service("number", (("number", *match.span("number")),)) if match else None


def day_of_number(text: str, above: str) -> Service | None:
    """Return day and month alone as what they are under the number of the sender, "No. 3261" / "30.6"."""
    over = classify(above) if len(text) <= MAX_DAY and _BARE_DAY.fullmatch(text) else None
    return Service("other") if over is not None and over.type in ("number", "dispatch") else None


_BARE_DAY: Final = regex(r"[0-3]?\d[./][01]?\d\.?")
MAX_DAY: Final = 6


def of_clerks(text: str, *, over_service: bool) -> bool:
    """Say whether a line at the end is the clerks' own: initials, a sign of ciphers, a bureau that cleared the text.

    A bureau with its officer, "S/S - Mr. Pell", stands among more of the kind: `over_service` says that they follow.
    """
    if _INITIALS.fullmatch(text) or _CIPHER_SIGN.fullmatch(text):
        return True
    return over_service and text[:1].isupper() and _BUREAU.fullmatch(text) is not None


_INITIALS: Final = regex(
    r"[A-Z]{1,4}(?:[:/][A-Za-z]{1,4}){1,2}|(?:\d{1,2}-?)?[a-z]{2,3}(?:[/.][a-z]{2,3})?|"
    r"[A-Z]{2,4}(?::[A-Z]{2,4})?[:/]\d{1,3}(?:-\d{1,3})?"
)
"""Who dictated and who typed, perhaps on which machine: "JB:KL", "fb", "JBK/13"; with the number of copies, "5-nb"."""
_CIPHER_SIGN: Final = regex(r"(\w)\1{2,7}[.]?")
"""What cipher offices type at the end of a message: "GGGG"."""
_BUREAU: Final = regex(
    r"[A-Z]{1,4}(?:[/:][A-Z]{1,5}){0,3}\s?[–:-]\s?(?:Mr|Mrs|Miss|Gen|Amb)?\.?\s?"
    r"[A-Z][\w.’' -]{1,30}(?:\([a-z.]{3,8}\))?"
)


def is_clearance(text: str) -> bool:
    """Say whether a line says who cleared a telegram, so that more bureaus may stand under it."""
    return text[:2] in ("Cl", "CL") and _CLEARANCE.match(text) is not None


_CLEARANCE: Final = regex(r"clear(?:ed|ances?)\b[^\n:]{0,12}:", re.IGNORECASE)
