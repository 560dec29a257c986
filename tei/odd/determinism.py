"""Checks of content models: that each can be read without looking ahead, and that both schema languages can say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tei.findings import Finding, Rule, Severity
from tei.odd.automaton import ANY, Automaton, Conflict, build_automaton, conflicts, text_is_free, unclear_count
from tei.odd.datatypes import is_simple
from tei.odd.model import AttributeItem, AttributeList, ElementSpec, MacroSpec, OddSchema, Spec
from tei.odd.normal import MOST_UNORDERED, Normal, has_text, normal_form, orders
from tei.odd.particles import (
    ANY_NUMBER,
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    ElementRef,
    MacroRef,
    Sequence,
    Text,
    Values,
)
from tei.odd.references import contents, leaves, patterns

AMBIGUOUS = Rule(
    "ODD122",
    "ambiguous-content",
    Severity.ERROR,
    "In a content model an element could stand for either of two particles, and only what comes after it would tell "
    "which. XML Schema refuses such a model (Unique Particle Attribution), and messages about it would be guesses.",
    bad="<alternate><sequence>head, p</sequence><sequence>head, list</sequence></alternate>",
    good="<sequence>head, <alternate>p, list</alternate></sequence>",
)
DATA_IN_CONTENT = Rule(
    "ODD123",
    "data-in-content",
    Severity.ERROR,
    "An element holds a value (dataRef, valList) or it holds text and elements; it cannot hold both.",
)
LOOSER_IN_XSD = Rule(
    "ODD125",
    "looser-in-xsd",
    Severity.WARNING,
    "XML Schema 1.0 has no way to say this: the XML Schema will accept documents that RELAX NG does not.",
)
TOO_MANY_ORDERS = Rule(
    "ODD126",
    "too-many-orders",
    Severity.ERROR,
    "A sequence whose order is free is written out as all its orders, which is only sensible for up to five items.",
)
RULES = (AMBIGUOUS, DATA_IN_CONTENT, LOOSER_IN_XSD, TOO_MANY_ORDERS)


def beyond_xsd(schema: OddSchema) -> Iterator[str]:
    """Yield what a schema has that is RELAX NG and nothing else."""
    for grammar in schema.grammars:
        yield f'"{Path(grammar.path).name}" is a grammar of RELAX NG'
    for spec, content in contents(schema):
        for kind in patterns(content):
            yield f'"{spec.ident}" has a pattern of RELAX NG, {kind}'


def check_contents(schema: OddSchema) -> Iterator[Finding]:
    """Find content models that are ambiguous, mix values with elements, or cannot be said in XML Schema."""
    normal = normal_form(schema)
    told: set[object] = set()
    for spec, bare, full in _models(schema, normal):
        yield from _check_orders(spec, spec.content)
        if is_simple(spec.content, schema):
            yield from _check_value(schema, spec)
            continue
        automaton = build_automaton(bare, normal, normal.bare_macros)
        yield from _check_count(spec, automaton)
        for conflict in conflicts(automaton):
            # A macro is looked at before the elements that use it: what is wrong inside it is told once.
            pair = (conflict.symbol, conflict.one.location, conflict.other.location)
            if pair not in told:
                told.add(pair)
                yield _ambiguous(spec, conflict)
        yield from _check_text(spec, full, normal)
        yield from _check_wildcards(schema, spec, spec.content)


def _models(schema: OddSchema, normal: Normal) -> Iterator[tuple[ElementSpec | MacroSpec, Content, Content]]:
    """Yield each content model in normal form, without and with text."""
    for key, macro in schema.macros.items():
        yield macro, normal.bare_macros[key], normal.macros[key]
    for key, element in schema.elements.items():
        yield element, normal.bare_elements[key], normal.elements[key]


def _ambiguous(spec: Spec, conflict: Conflict) -> Finding:
    place = f"after <{conflict.after}>" if conflict.after not in ("", ANY) else "at the start"
    what = "an element of another vocabulary" if conflict.symbol == ANY else f"<{conflict.symbol}>"
    one, other = conflict.one, conflict.other
    message = (
        f'in the content of "{spec.ident}" {what} is ambiguous: {place} it can be that of {one.said} '
        f"({one.location}) or that of {other.said} ({other.location})"
    )
    hint = "let both ways begin with one common particle, or take the element out of one of the two"
    return AMBIGUOUS.at(other.location, message, hint, element=conflict.symbol)


def _check_count(spec: Spec, automaton: Automaton) -> Iterator[Finding]:
    if leaf := unclear_count(automaton):
        message = (
            f'"{spec.ident}" counts groups that may be empty, so how many there were when <{leaf.symbol}> comes is not '
            "clear; validators of XML Schema may count wrongly"
        )
        yield LOOSER_IN_XSD.at(leaf.location, message, 'write maxOccurs="unbounded", or demand something of each group')


def _check_orders(spec: Spec, content: Content) -> Iterator[Finding]:
    if isinstance(content, Sequence) and not content.ordered and (many := len(orders(content))) > MOST_UNORDERED:
        message = f'"{spec.ident}" leaves the order of {many} items free; {MOST_UNORDERED} are the most'
        yield TOO_MANY_ORDERS.at(content.location, message, "fix the order, or make it an alternate that repeats")
    for item in getattr(content, "items", ()):
        if not isinstance(content, Values):
            yield from _check_orders(spec, item)


def _check_value(schema: OddSchema, spec: ElementSpec | MacroSpec) -> Iterator[Finding]:
    for leaf in leaves(spec.content):
        if not is_simple(leaf, schema):
            hint = "use only dataRef and valList, or textNode and elements"
            yield DATA_IN_CONTENT.at(leaf.location, f'"{spec.ident}" holds a value and something else', hint)
            return


def _check_text(spec: Spec, full: Content, normal: Normal) -> Iterator[Finding]:
    if _plainly_mixed(full) or isinstance(full, MacroRef):  # a macro is looked at once, by itself
        return
    if has_text(full, normal.macros) and not text_is_free(build_automaton(full, normal, normal.macros)):
        message = f'in "{spec.ident}" text may stand in some places only; XML Schema lets it stand everywhere'
        hint = "put textNode into one alternate with everything else, minOccurs 0 and maxOccurs unbounded"
        yield LOOSER_IN_XSD.at(full.location, message, hint)


def _plainly_mixed(content: Content) -> bool:
    """Recognise the usual mixed content, any number of text and elements in any order, without looking further."""
    if not isinstance(content, Alternate) or content.occurs != ANY_NUMBER:
        return False
    steps = all(isinstance(item, Text | ElementRef | ClassRef) and item.occurs == ONCE for item in content.items)
    return steps and any(isinstance(item, Text) for item in content.items)


def _check_wildcards(schema: OddSchema, spec: Spec, content: Content) -> Iterator[Finding]:
    for leaf in leaves(content):
        if isinstance(leaf, AnyElement) and leaf.exclude not in ((), (schema.namespace,)):
            message = f'"{spec.ident}" excludes {", ".join(leaf.exclude)}; XML Schema excludes its own namespace only'
            yield LOOSER_IN_XSD.at(leaf.location, message, "leave @except out, or live with the difference")


def check_attribute_choices(schema: OddSchema) -> Iterator[Finding]:
    """Find attributes that exclude each other."""
    for spec in schema.holders():
        for choice in _choices(spec.attributes):
            message = f'attributes of "{spec.ident}" exclude each other; XML Schema lets them stand together'
            hint = "say it in a constraint as well, so that whoever has only the XML Schema is told"
            yield LOOSER_IN_XSD.at(choice.location, message, hint)


def _choices(item: AttributeItem) -> Iterator[AttributeList]:
    if isinstance(item, AttributeList):
        if item.choice:
            yield item
        for inner in item.items:
            yield from _choices(inner)
