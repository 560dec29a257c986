"""TEL280: an element that ought to hold words and holds none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name, words

RULE: Final = Rule(
    "TEL280",
    "element-empty",
    Severity.WARNING,
    "An element that exists for its words has none: a line that was deleted, or a field of a form that nobody "
    "filled in.",
    bad="<p>The door is shut.</p><p/>",
    good="<p>The door is shut.</p>",
)
SAME: Final = frozenset(
    (
        *("title-not-empty", "note-not-empty", "supplied-not-empty", "person-name-not-empty", "place-name-not-empty"),
        *("organisation-name-not-empty", "identifier-not-empty", "holding-not-empty"),
    )
)
_WORDED: Final = (
    *("p", "head", "item", "title", "persName", "placeName", "orgName", "name", "note", "idno", "salute", "signed"),
    *("author", "editor", "publisher", "l", "supplied", "foreign", "language", "licence", "abstract", "desc", "label"),
)
_SELF_SAYING: Final = frozenset({"ref", "key", "ident", "target", "when", "corresp", "sameAs", "copyOf"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the elements of such kinds without words, children, or an attribute that speaks for them."""
    for element in facts.named(*_WORDED):
        if len(element) or words(element) or _SELF_SAYING.intersection(element.keys()) or _stands_for_text(element):
            continue
        yield facts.found(RULE, element, f"<{name(element)}> is empty", "write it, or take the element out")


def _stands_for_text(element: etree._Element) -> bool:
    """Say whether an empty paragraph is all that a division has for text: TEI has none without (TEI P5, ch. 4.1)."""
    parent = element.getparent()
    if name(element) != "p" or parent is None or name(parent) not in ("div", "body"):
        return False
    round_it = {name(one) for one in parent.iterchildren(etree.Element) if one is not element}
    return round_it <= {"opener", "closer", "postscript", "head"} and bool(round_it)
