"""Why a document is not valid: every element is looked at on its own against its definition, from the root down.

libxml2 stops at the first slip inside an element and often blames the next one. Here a child that is out of place is
named and stepped over, so that each slip gives one finding where it stands and none of those that follow from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei.findings import Finding
from tei.names import local
from tei.validate.attributes import AttributeCheck
from tei.validate.content import (
    Candidates,
    ContentCheck,
    definitions,
    names,
    suggestion,
    unknown_element,
    wrong_namespace,
)
from tei.validate.grammar import Definition, Grammar
from tei.validate.patterns import items
from tei.validate.places import Places
from tei.validate.problems import BAD_VALUE, UNKNOWN_ELEMENT, WRONG_ROOT
from tei.validate.values import Values
from tei.validate.wording import either, element, habit, nearest, quoted


@dataclass(frozen=True, slots=True)
class Checked:
    """What one element gave: findings about it, and its children with the definitions they may follow."""

    findings: tuple[Finding, ...]
    children: tuple[tuple[etree._Element, Candidates], ...]


class Explainer:
    """Explains documents against one grammar. Raises NotExplainableError where the grammar cannot be followed."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.values = Values(grammar)

    def explain(self, tree: etree._ElementTree, places: Places) -> Iterator[Finding]:
        """Yield what is wrong with the document, in no particular order."""
        root = tree.getroot()
        name = str(root.tag)
        starts = definitions(items(self.grammar.start), name)
        if not starts:
            yield self.wrong_root(root, places)
            return
        waiting: list[tuple[etree._Element, Candidates]] = [(root, starts)]
        while waiting:
            node, candidates = waiting.pop()
            checked = self.best(node, candidates, places) if candidates else self.inside_unknown(node, places)
            yield from checked.findings
            waiting.extend(checked.children)

    def best(self, node: etree._Element, candidates: Candidates, places: Places) -> Checked:
        """Return the check of `node` against the definition it comes nearest to."""
        best = Checked((), ())
        for number, definition in enumerate(candidates):
            checked = self.check(node, definition, places)
            if number == 0 or len(checked.findings) < len(best.findings):
                best = checked
            if not best.findings:
                break
        return best

    def inside_unknown(self, node: etree._Element, places: Places) -> Checked:
        """Look at the children of an element that is not known itself; what is foreign stays closed."""
        findings: list[Finding] = []
        children: list[tuple[etree._Element, Candidates]] = []
        for child in node.iterchildren(etree.Element):
            name = str(child.tag)
            known = self.grammar.by_name.get(name, ())
            if not known and not self.grammar.is_foreign(child):
                meant = suggestion(self.grammar, name)
                findings.append(unknown_element(child, meant, "mend its parent first", places))
            if known or not self.grammar.is_foreign(child):
                children.append((child, known))
        return Checked(tuple(findings), tuple(children))

    def check(self, node: etree._Element, definition: Definition, places: Places) -> Checked:
        """Check one element, its attributes and the order of its children, but nothing inside them."""
        attributes = AttributeCheck(self.grammar, self.values, places).check(node, definition)
        if self.values.is_value(definition) and not len(node):
            return Checked((*attributes, *self.value(node, definition, places)), ())
        content = ContentCheck(self.grammar, node, definition, places)
        content.run()
        return Checked((*attributes, *content.findings), tuple(content.children))

    def value(self, node: etree._Element, definition: Definition, places: Places) -> Iterator[Finding]:
        """Check the text of an element that holds a single value."""
        text = node.text or ""
        if not self.values.allows(definition, text):
            shape = self.values.shape(definition)
            message = f"{element(str(node.tag))} holds {quoted(text.strip())}; allowed: {shape.words()}"
            yield BAD_VALUE.at(places.element(node), message, shape.mend(text.strip()) or "mend the value")

    def wrong_root(self, root: etree._Element, places: Places) -> Finding:
        """Say why a document cannot start as this one does."""
        name = str(root.tag)
        starts = names(items(self.grammar.start))
        allowed = either(element(one) for one in starts)
        same = next((one for one in starts if local(one) == local(name)), "")
        place = places.element(root)
        if same:
            return wrong_namespace(root, same, places)
        if name in self.grammar.by_name:
            message = f"the document starts with {element(name)}, which the schema allows only inside others"
            return WRONG_ROOT.at(place, message, f"start with {allowed}")
        near = nearest(name, starts) or habit(name, starts)
        hint = f"did you mean {element(near)}?" if near else f"start with {allowed}, or choose another schema"
        return UNKNOWN_ELEMENT.at(place, f"the root element {element(name)} is not in the schema", hint)
