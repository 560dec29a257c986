"""TEL201: a pointer into the document that points at nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, attributes, name

RULE: Final = Rule(
    "TEL201",
    "pointer-without-target",
    Severity.ERROR,
    "An attribute points at an element of this document by its xml:id, and there is none. Readers who follow it arrive "
    "nowhere. Attributes that hold pointers are those of the TEI class att.pointing and its kin: target, ref, corresp, "
    "who, hand, next, prev, source, resp, ana and others (TEI P5, chapter 16).",
    bad='<p>See <ref target="#note-7">7</ref></p>',
    good='<p>See <ref target="#note-7">7</ref></p><note xml:id="note-7">The door.</note>',
)
SAME: Final = frozenset(
    {
        "pointer-target",
        "pointer-corresp",
        "pointer-next",
        "pointer-prev",
        "pointer-hand",
        "pointer-new-hand",
        "pointer-ref",
    }
)
ATTRIBUTES: Final = (
    *("target", "ref", "corresp", "who", "hand", "new", "next", "prev", "source", "resp", "ana", "synch", "sameAs"),
    *("copyOf", "exclude", "select", "wit", "facs", "change", "decls", "rendition", "spanTo", "active", "passive"),
    *("mutual", "perf", "inst", "edRef", "datingMethod", "calendar", "scheme", "origin", "where", "since", "feats"),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the pointers of the form #id that find no element, and ids that have lost their #."""
    for element in facts.elements:
        for attribute, value in attributes(element):
            if attribute not in ATTRIBUTES:
                continue
            if "#" not in value:
                yield from _bare(facts, element, attribute, value)
                continue
            for pointer in value.split():
                ident = pointer[1:]
                if pointer.startswith("#") and ident not in facts.ids and "(" not in ident:
                    near = difflib.get_close_matches(ident, facts.ids, 1, 0.75)
                    hint = (
                        f"did you mean #{near[0]}?"
                        if near
                        else f'give the element xml:id="{ident}", or take the pointer out'
                    )
                    yield facts.found(
                        RULE,
                        element,
                        f"@{attribute} of <{name(element)}> points at {pointer}, which is not in this document",
                        hint,
                        attribute,
                    )


def _bare(facts: Facts, element: etree._Element, attribute: str, value: str) -> Iterator[Finding]:
    """Yield the words of a value that are ids of this document; as addresses they would be files beside it."""
    for word in value.split():
        if word in facts.ids:
            message = f'@{attribute} of <{name(element)}> is "{word}", a file; the element of that id is "#{word}"'
            yield facts.found(RULE, element, message, f'write "#{word}"', attribute)
