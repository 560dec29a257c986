"""TEL231: a part of an archival reference that is not in its normal form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.archives import ArchivalReference, find
from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name, within, words

RULE: Final = Rule(
    "TEL231",
    "reference-not-normal",
    Severity.INFO,
    "The parts of a shelf mark are values, not words: the label is @type, leaves are written without the zeros of "
    "scans, and the back of a leaf is 80v. Written otherwise, the same file has two names, and is found under one of "
    "them. The words as the source has them belong into the citation. A hyphen for the dash is no fault.",
    bad='<msIdentifier><repository>RGASPI</repository><idno type="archival"><idno type="fond">F.558</idno>'
    '<idno type="opis">11</idno><idno type="delo">330</idno><idno type="listy">ll. 0095-0096</idno></idno>'
    "</msIdentifier>",
    good='<msIdentifier><repository>RGASPI</repository><idno type="archival"><idno type="fond">558</idno>'
    '<idno type="opis">11</idno><idno type="delo">330</idno><idno type="listy">95–96</idno></idno></msIdentifier>',
)
SAME: Final = frozenset[str]()
_BEFORE: Final = {
    "fond": "RGASPI, ",
    "opis": "RGASPI, f. 1, ",
    "delo": "RGASPI, f. 1, op. 1, ",
    "papka": "AVPRF, f. 1, op. 1, ",
    "portsiia": "RGASPI, f. 1, op. 1, ",
    "listy": "RGASPI, f. 1, op. 1, d. 1, ",
}
"""What a part stands behind in a reference, so that the words of the part alone can be read as there."""

_FIGURES: Final = re.compile(r"([0-9]+)\s*[.,;:]+")
_SIDED: Final = re.compile(r"[0-9]\s*r(?:ecto)?\b", re.IGNORECASE)
"""A front side that is said (12r), as catalogues of manuscripts do; ours leave it out, and theirs is no fault."""
_LONGEST: Final = 80


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the parts of references, and the leaves of loci, that are written otherwise than values are."""
    for part in facts.named("idno"):
        if part.get("type") and not len(part) and within(part, "msIdentifier", "altIdentifier"):
            yield from _judge(facts, part, "", words(part), part.get("type", ""))
    for locus in facts.named("locus"):
        for attribute in ("from", "to"):
            yield from _judge(facts, locus, attribute, locus.get(attribute, ""), "listy")


def _judge(facts: Facts, element: etree._Element, attribute: str, value: str, type_: str) -> Iterator[Finding]:
    wanted = normal(value, type_)
    if wanted and wanted != value.strip().replace("-", "–"):
        what = f"@{attribute} of <{name(element)}>" if attribute else f"the {type_}"
        message = f'{what} is written "{value.strip()}"; its normal form is "{wanted}"'
        yield facts.found(RULE, element, message, f'write "{wanted}"', attribute)


def normal(value: str, type_: str) -> str:
    """Return the normal form of a part of an archival reference, empty where it is not known or cannot be told."""
    text = value.strip()
    if not text or len(text) > _LONGEST:
        return ""
    figures = _FIGURES.fullmatch(text)
    if figures:
        text = figures[1]
    if type_ == "listy":
        return "" if _SIDED.search(text) else _leaves(text)
    if type_ in _BEFORE and not text[0].isdigit():
        return _read(_BEFORE[type_] + text, type_)
    label = re.match(rf"{re.escape(type_)}\s*(?:nos?\.|№|:)?\s*(?=[0-9])", text, re.IGNORECASE)
    return text[label.end() :] if label else text if figures else ""


def _leaves(text: str) -> str:
    for label in ("", "l. "):
        found = _whole(_BEFORE["listy"] + label + text)
        if found is not None and found.leaves and found.unit == "leaf":
            return found.leaves_text
    return ""


def _read(text: str, type_: str) -> str:
    found = _whole(text)
    return found.get(type_) if found is not None else ""


def _whole(text: str) -> ArchivalReference | None:
    """Return the reference that a text is from end to end, None where there is more to it."""
    found = find(text)
    return found[0].reference if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None
