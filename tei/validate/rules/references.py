"""TEL230: an archival reference that lacks a part, or whose words and values disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.archives import LeafRange, parse
from tei.findings import Finding, Rule, Severity
from tei.names import tei
from tei.validate.rules.facts import Facts, words

RULE: Final = Rule(
    "TEL230",
    "archival-reference",
    Severity.WARNING,
    "A shelf mark leads to the document only when it is whole: fond, opis and delo in Russian archives, in their "
    "order, with the leaves running forwards and the words of the locus saying what its @from and @to say.",
    bad='<msIdentifier><repository>RGASPI</repository><idno type="archival"><idno type="fond">558</idno>'
    '<idno type="delo">330</idno></idno></msIdentifier>',
    good='<msIdentifier><repository>RGASPI</repository><idno type="archival"><idno type="fond">558</idno>'
    '<idno type="opis">11</idno><idno type="delo">330</idno></idno></msIdentifier>',
)
SAME: Final = frozenset({"leaves-in-order", "reference-complete", "holding-complete"})
_FIGURES: Final = re.compile(r"[0-9]+")
_ORDER: Final = ("fond", "opis", "portsiia", "papka", "delo", "listy")


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the references with a gap between their parts, and the leaves that disagree or run backwards."""
    for idno in facts.named("idno"):
        parts = list(idno.iterchildren(tei("idno")))
        if parts:
            yield from _parts(facts, idno, parts)
    for locus in facts.named("locus"):
        yield from _leaves(facts, locus)


def _parts(facts: Facts, idno: etree._Element, parts: list[etree._Element]) -> Iterator[Finding]:
    types = [part.get("type", "") for part in parts]
    known = [_ORDER.index(type_) for type_ in types if type_ in _ORDER]
    if known != sorted(known):
        message = f"the parts of the reference are in the order {', '.join(types)}"
        yield facts.found(RULE, idno, message, f"put them in the order {', '.join(sorted(types, key=_rank))}")
    if "fond" in types and "delo" in types and "opis" not in types:
        yield facts.found(RULE, idno, "the reference has a fond and a delo and no opis", "add the opis")
    for part in parts:
        for leaves in _read(words(part)) if part.get("type") == "listy" else ():
            if leaves.is_backwards:
                message = f"the leaves run backwards, from {leaves.first} to {leaves.last}"
                yield facts.found(RULE, part, message, "exchange the two, or look for a digit that was lost")
    if "fond" not in types and any(type_ in types for type_ in ("opis", "delo")):
        yield facts.found(RULE, idno, "the reference has no fond", "add the fond")


def _read(leaves: str) -> tuple[LeafRange, ...]:
    """Return leaves as they are read behind the file in a reference."""
    found = parse(f"RGASPI, f. 1, op. 1, d. 1, {leaves if leaves[:1].isalpha() else f'l. {leaves}'}")
    return found.leaves if found is not None else ()


def _rank(type_: str) -> int:
    return _ORDER.index(type_) if type_ in _ORDER else len(_ORDER)


def _leaves(facts: Facts, locus: etree._Element) -> Iterator[Finding]:
    first, last = locus.get("from", ""), locus.get("to", "")
    if first and last and _number(first) > _number(last):
        yield facts.found(RULE, locus, f"the leaves run backwards, from {first} to {last}", "exchange @from and @to")
    text = words(locus)
    said = _read(text) if first and text[:1].isalpha() else ()
    if len(said) != 1:
        return
    value = (str(said[0].first), str(said[0].last))
    if value != (first.lstrip("0"), (last or first).lstrip("0")):
        message = f"the words of the leaves are {text!r}, @from and @to say {first}–{last or first}"
        yield facts.found(RULE, locus, message, "correct one of the two", "from")


def _number(leaf: str) -> int:
    figures = _FIGURES.match(leaf)
    return int(figures[0]) if figures else 0
