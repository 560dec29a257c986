"""What a line of a form is by the line over it: one more addressee, a name of the list, who sends, a request."""

from __future__ import annotations

import re
from typing import Final

from tei.authority.folding import fold_form
from tei.recognise.distributions import can_be_listed
from tei.recognise.form_words import NUMBER_SIGN
from tei.recognise.labels import role_of
from tei.recognise.parties import is_capitalised, is_office
from tei.recognise.service import Service
from tei.regexes import regex

__all__ = ["MAX_LABEL", "is_heading", "is_titled", "under"]

MAX_LABEL: Final = 90

_CONFIRM: Final = regex(r"(?:please\s+)?(?:confirm|acknowledge)\s+(?:the\s+)?receipt[.!]?", re.IGNORECASE)
_OFFICE_WORD: Final = regex(
    r"\b(?:amembassy|amconsul|usmission|commissioner|ambassador|embassy|legation|minister|ministry|consul|consulate|"
    r"delegation|mission|governor|"
    r"commander|representative|chargé|headquarters)\b"
)
_RANKED_NAME: Final = regex(
    r"\b(?:Comrade|Cde\.|Com\.|Mr\.|General|Marshal|Colonel|Admiral|Minister|Ambassador|COMRADE)\s+[A-ZÀ-Þ][\w’'-]+"
)
_TITLED: Final = regex(
    r"(?:Sir|Mr|Mrs|Miss|Lord|Lady|Viscount|Earl|Marquess|Dr|General|Colonel|Captain|Admiral|M)\.?"
    r"(?:\s+[A-Z][\w.'’-]*){1,4}(?:\s+\([^()]{2,40}\))?\.?"
)
"""Who sends, as British forms name him: "Sir T. Fairweather"."""


_ADDED: Final = regex(r"\s*\[[^\[\]\n]{1,60}\]")
"""What an editor added to the heading on the form and not in his title, "Chairman Vetrov [Anton] on Oil"."""


def is_heading(text: str, heading: str) -> bool:
    """Say whether a line is the heading that the title quotes, folded, perhaps with an article more or less."""
    folded = fold_form(_ADDED.sub("", text) if "[" in text else text)
    return folded == heading or folded.removeprefix("the ") == heading.removeprefix("the ")


def under(text: str, above: str, over: Service | None, service: Service | None, *, opener: bool) -> Service | None:
    """Return what a line is by the line above it: a receipt to confirm, one more addressee, who sends."""
    if over is not None and _CONFIRM.fullmatch(text):
        return Service("instruction")
    if service is not None:
        return None
    if over is not None and over.type == "received" and text[0].isdigit() and _ENTERED.fullmatch(text):
        return Service("number", (("number", 0, len(text)), ("incoming", 0, 0))) if above.isalpha() else None
    if _goes_under_letterhead(text, above, over):
        return Service("other")
    if over is not None and over.type == "distribution" and (ditto := _DITTO.fullmatch(text)):
        return Service("distribution", (("rest", *ditto.span("rest")),))
    if over is not None and over.type == "distribution" and (copy := _COPY.fullmatch(text)):
        return Service("distribution", tuple((part, *copy.span(part)) for part in ("copy", "rest")))
    if over is not None and _goes_with(text, above, over):
        return Service("other" if over.type == "address" else over.type)
    if not opener and _names_another(text, above, over):
        return Service("address", (("rest", 0, len(text)),))
    if _is_listed(text, above, over):
        haste = _HASTE.search(text)
        return Service("distribution", (("rest", 0, haste.start() if haste else len(text)),))
    return Service("signature", (("name", 0, len(text)),)) if _names_sender(text, above, over) else None


_ENTERED: Final = regex(r"\d{1,3}[ .]\d{3}|\d{2,6}")
"""The number in the book of what came in, alone under "RECEIVED"."""


def begins_letterhead(text: str) -> bool:
    """Say whether a line is a letterhead that goes on: "Legation of the" over "Polar Republic"."""
    return text[-3:] in ("the", " of") and _LETTERHEAD.fullmatch(text) is not None


def _goes_under_letterhead(text: str, above: str, over: Service | None) -> bool:
    """Say whether a line goes on with a letterhead: the country, street and town of a legation."""
    if over is None or over.type != "other" or len(text) > MAX_STREET:
        return False
    if begins_letterhead(above):
        return is_capitalised(text) and text[-1:].isalnum()
    in_street = _STREET.fullmatch(above) is not None
    return _STREET.fullmatch(text) is not None or (in_street and is_capitalised(text) and text[-1:].isalnum())


_LETTERHEAD: Final = regex(
    r"(?:The\s+)?(?:Royal\s+|Permanent\s+)?"
    r"(?:Embassy|Legation|Consulate(?:[- ]General)?|Mission|Ministry\s+of\s+Foreign\s+Affairs)\s+of(?:\s+the)?",
    re.IGNORECASE,
)
_STREET: Final = regex(
    r"\d{1,5}[a-z]{0,2}\s+(?:[A-Z0-9][\w’'.-]*\s+){0,4}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Square|Place|Boulevard|Lane)"
    r"(?:,?\s+[NS]\.?[EW]\.?)?,?"
)
MAX_STREET: Final = 60


_COPY: Final = regex(
    rf"{NUMBER_SIGN}\s*(?P<copy>\d{{1,2}})\s*[–—-]\s*(?:to\s+)?(?P<rest>(?!\d)[^\W_][^\n]{{1,60}}|the\s+\d[^\n]{{3,40}})",
    re.IGNORECASE,
)
"""“Nº 2 – to Vetrov” under “Copy Nº 1 – distribution list”."""
_DITTO: Final = regex(r"[\"”“]\s*[\"”“]\s+(?P<rest>[A-Z][^\n\"”“]{2,40}?\d{1,5})\.?")
"""“"  " Oslo No. 21” under “Repeated to Bergen No. 12”."""


def _goes_with(text: str, above: str, over: Service) -> bool:
    """Say whether a line is the office of the addressee over it, or goes on with the subject, "Question of …"."""
    if over.type == "address":
        bracketed = text[:1] == "(" and text[-1:] == ")"
        return (bracketed or above[-1:] == ",") and is_office(text.strip("()"))
    if over.type == "subject" and len(above) >= MAX_FULL and above.isupper() and text.isupper():
        return ":" not in text and text[:1].isalpha() and text[-1] != "."
    return (
        over.type == "subject" and above[:12] == "Question of " and text[-1:] == "." and len(text.split()) <= MAX_TOLD
    )


_HASTE: Final = regex(r"\s+(?:NIACT\s+)?(?:IMMEDIATE|PRIORITY|FLASH|ROUTINE)(?:\s+\d{1,5})?$")
MAX_TOLD: Final = 10
MAX_FULL: Final = 45
"""A subject in capitals as long as this goes on in the next line."""


def _names_another(text: str, above: str, over: Service | None) -> bool:
    """Say whether a line under "TO: Comrade Vetrov" is one more whom the form addresses."""
    address = over if over is not None and over.type == "address" else None
    if address is None or len(text) > MAX_LABEL or text[-1:] in ".:?!":
        return False
    labelled = role_of(above.partition(":")[0]) in ("to", "for") and ":" in above
    goes_on = address.parts[:1] == (("rest", 0, len(above)),)
    named = _RANKED_NAME.search(text) is not None or _same_office(text, above)
    return (labelled or goes_on) and named and is_capitalised(text)


def _is_listed(text: str, above: str, over: Service | None) -> bool:
    """Say whether a line under "Distribution:" at the head of a form, or under one of its names, is a name of it."""
    listing = over if over is not None and over.type in ("copies", "distribution") else None
    if listing is None:
        return False
    goes_on = above.endswith(":") or (len(listing.parts) == 1 and listing.parts[0][1] == 0)
    return can_be_listed(text) and (goes_on or _same_office(text, above))


def _same_office(text: str, above: str) -> bool:
    """Say whether a line has a word for an office, or a mission, that the line over it has too: both are addressed."""
    return not {*_OFFICE_WORD.findall(text.lower())}.isdisjoint(_OFFICE_WORD.findall(above.lower()))


def is_titled(text: str) -> bool:
    """Say whether a line is a name as British forms give that of an envoy, "Sir T. Fairweather"."""
    return len(text) <= MAX_LABEL and _TITLED.fullmatch(text) is not None


def _names_sender(text: str, above: str, over: Service | None) -> bool:
    """Say whether a line is the name of him who sends, under "From Moscow to Foreign Office" or "From: Moscow"."""
    if over is None or over.type != "address" or _TITLED.fullmatch(text) is None:
        return False
    return bool(over.part("to")) or above[:5].lower() == "from:"
