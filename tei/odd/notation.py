"""Content models and datatypes in a notation for readers: `head?, (p | list)+`, every name a link.

The signs are those of DTDs and of RELAX NG's compact syntax, which the field reads: comma for order, bar for choice,
`?` at most one, `*` any number, `+` one or more, braces for numbers.
"""

from __future__ import annotations

from lxml import etree

from tei.odd.datatypes import Enumeration, ListOf, Named, Primitive, SimpleType, Union, Written
from tei.odd.html import Prose, add, say
from tei.odd.particles import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Expand,
    MacroRef,
    Occurs,
    Pattern,
    Sequence,
    Text,
    Values,
)

_SIGNS = {(1, 1): "", (0, 1): "?", (0, None): "*", (1, None): "+"}


def occurrence_sign(occurs: Occurs) -> str:
    """Return the sign for how often: "", "?", "*", "+", or numbers in braces."""
    if (sign := _SIGNS.get((occurs.least, occurs.most))) is not None:
        return sign
    if occurs.most is None:
        return f"{{{occurs.least},}}"
    return f"{{{occurs.least}}}" if occurs.least == occurs.most else f"{{{occurs.least},{occurs.most}}}"


def write_content(parent: etree._Element, content: Content, prose: Prose, *, inner: bool = False) -> None:
    """Write a content model as it stands in the ODD."""
    match content:
        case Sequence(items) | Alternate(items):
            _group(parent, content, items, prose, inner)
            return
        case ElementRef(key):
            prose.name(parent, key)
        case ClassRef():
            _class(parent, content, prose)
        case MacroRef(key):
            prose.name(parent, key)
        case DataRef(key=key, name=name):
            prose.name(parent, key or name)
            if content.restriction:
                say(parent, f" matching /{content.restriction}/")
        case Values(items=values):
            say(parent, " | ".join(f'"{value.ident}"' for value in values))
        case AnyElement(require, exclude):
            _any(parent, require, exclude)
        case Pattern(kind, attributes):
            _pattern(parent, kind, attributes)
        case _:
            add(parent, "span", "text" if isinstance(content, Text) else "empty", class_="soft")
    say(parent, occurrence_sign(content.occurs))


def _group(
    parent: etree._Element, content: Sequence | Alternate, items: tuple[Content, ...], prose: Prose, inner: bool
) -> None:
    brackets = (inner and len(items) > 1) or content.occurs != ONCE
    joint = " | " if isinstance(content, Alternate) else ", " if content.ordered else " & "
    say(parent, "(" if brackets else "")
    for number, item in enumerate(items):
        say(parent, joint if number else "")
        write_content(parent, item, prose, inner=True)
    say(parent, ")" if brackets else "")
    say(parent, occurrence_sign(content.occurs))


def _class(parent: etree._Element, content: ClassRef, prose: Prose) -> None:
    prose.name(parent, content.key)
    notes = []
    if content.expand is not Expand.ALTERNATE:
        notes.append(f"as {content.expand.value}")
    if content.include:
        notes.append(f"only {', '.join(content.include)}")
    if content.exclude:
        notes.append(f"without {', '.join(content.exclude)}")
    say(parent, f"[{'; '.join(notes)}]" if notes else "")


def _any(parent: etree._Element, require: tuple[str, ...], exclude: tuple[str, ...]) -> None:
    words = "any element of another vocabulary"
    if require:
        words = f"any element of {', '.join(require)}"
    elif exclude:
        words = f"any element, except {', '.join(exclude)}"
    add(parent, "span", words, class_="soft")


def _pattern(parent: etree._Element, kind: str, attributes: tuple[tuple[str, str], ...]) -> None:
    name = "".join(f" {value}" for key, value in attributes if key == "name")
    add(parent, "span", f"{kind}{name} as RELAX NG has it", class_="soft")


def write_type(parent: etree._Element, found: SimpleType, prose: Prose) -> None:
    """Write a datatype in a few words."""
    match found:
        case Named(key):
            prose.name(parent, key)
        case Primitive(name, patterns, facets):
            add(parent, "code", name)
            for pattern in patterns:
                say(parent, " matching ")
                add(parent, "code", pattern)
            for facet, value in facets:
                say(parent, f", {facet} {value}")
        case Enumeration(values):
            _enumeration(parent, tuple(item.ident for item in values))
        case Union(items):
            for number, inner in enumerate(items):
                say(parent, " | " if number else "")
                write_type(parent, inner, prose)
        case Written(pattern):
            _pattern(parent, pattern.kind, pattern.attributes)
        case ListOf(item, occurs):
            say(parent, f"{_amount(occurs)} of ")
            write_type(parent, item, prose)
            say(parent, ", divided by spaces")


def _enumeration(parent: etree._Element, words: tuple[str, ...]) -> None:
    for number, word in enumerate(words):
        say(parent, " | " if number else "")
        add(parent, "code", f'"{word}"')


def _amount(occurs: Occurs) -> str:
    if occurs.most is None:
        return "any number" if not occurs.least else f"{occurs.least} or more"
    return str(occurs.most) if occurs.least == occurs.most else f"{occurs.least} to {occurs.most}"
