"""The attributes of one element against its definition: misspelt, out of place, missing, or with a wrong value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding
from tei.validate.grammar import Definition, Grammar
from tei.validate.patterns import Pattern, first, items, needed
from tei.validate.places import Places
from tei.validate.problems import ATTRIBUTE_MISSING, ATTRIBUTE_NOT_ALLOWED, BAD_VALUE
from tei.validate.values import Values
from tei.validate.wording import attribute, either, element, nearest, quoted

_XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"


class AttributeCheck:
    """Checks the attributes of elements against one grammar."""

    def __init__(self, grammar: Grammar, values: Values, places: Places) -> None:
        self.grammar = grammar
        self.values = values
        self.places = places

    def check(self, node: etree._Element, definition: Definition) -> tuple[Finding, ...]:
        """Return what is wrong with the attributes of `node`; a slip of the pen does not also count as missing."""
        state = definition.attributes
        found: list[Finding] = []
        meant: set[str] = set()
        for name, value in node.attrib.items():
            name, value = str(name), str(value)
            after = self.grammar.patterns.after(state, name)
            if after is self.grammar.patterns.refused:
                found.append(self.refused(node, name, definition))
                meant.add(nearest(name, _names(definition.attributes)))
                continue
            found.extend(self.value(node, name, value, state))
            state = after
        return (*found, *self.missing(node, state, meant))

    def refused(self, node: etree._Element, name: str, definition: Definition) -> Finding:
        """Return the finding for an attribute that may not stand here."""
        allowed = _names(definition.attributes)
        place = self.places.element(node, name)
        tag = element(str(node.tag))
        if name in allowed:
            others = either((attribute(str(one)) for one in node.attrib if one != name), "and")
            message = f"{attribute(name)} is not allowed on {tag} together with {others}"
            return ATTRIBUTE_NOT_ALLOWED.at(place, message, "keep one of them")
        if name.startswith(_XSI):
            message = f"{name.replace(_XSI, 'xsi:')} is not allowed on {tag}"
            hint = "take it out; an <?xml-model?> instruction names the schema of a TEI document"
            return ATTRIBUTE_NOT_ALLOWED.at(place, message, hint)
        near = nearest(name, [one for one in allowed if one not in node.attrib])
        rarest = sorted(allowed, key=lambda one: self.grammar.attribute_use[one])
        listed = either(attribute(one) for one in rarest)
        fallback = f"allowed: {listed}" if listed else f"{tag} has no attributes"
        hint = f"did you mean {attribute(near)}?" if near else fallback
        return ATTRIBUTE_NOT_ALLOWED.at(place, f"{attribute(name)} is not allowed on {tag}", hint)

    def value(self, node: etree._Element, name: str, value: str, state: Pattern) -> Iterator[Finding]:
        """Yield a finding where no definition of the attribute allows the value."""
        known = [one for one in first(state) if isinstance(one, Definition) and one.takes(name)]
        if not known or any(self.values.allows(one, value) for one in known):
            return
        shape = self.values.shape(known[0])
        message = f"{attribute(name)} of {element(str(node.tag))} is {quoted(value)}; allowed: {shape.words()}"
        hint = shape.mend(value) or known[0].documentation or "mend the value"
        yield BAD_VALUE.at(self.places.element(node, name), message, hint)

    def missing(self, node: etree._Element, state: Pattern, meant: set[str]) -> Iterator[Finding]:
        """Yield a finding for each attribute that is demanded and not there."""
        for demand in needed(state):
            wanted = tuple(dict.fromkeys(name for one in demand for name in one.names))
            if not wanted or meant & set(wanted):
                continue
            options = either(attribute(name) for name in wanted)
            only = demand[0]
            about = only.documentation if len(demand) == 1 and isinstance(only, Definition) else ""
            hint = f"add {options}: {about}" if about else f"add {self.example(demand[0], wanted[0])}"
            yield ATTRIBUTE_MISSING.at(self.places.element(node), f"{element(str(node.tag))} lacks {options}", hint)

    def example(self, item: object, name: str) -> str:
        """Return the attribute as it could be written, with what its value may be."""
        if not isinstance(item, Definition):
            return attribute(name)
        shape = self.values.shape(item)
        return f"{attribute(name)}, {shape.words()}" if shape.listed or shape.types else attribute(name)


def _names(pattern: Pattern) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in items(pattern) for name in one.names))
