"""Damage a document a little, in one of the ways in which editors and programs do.

Names, attributes and values are taken from the grammar as well as from outside it, so that some of the damaged
documents are still valid.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree
from schema_drawing import TEI_NS, XML_NS
from schema_grammar import Grammar

ID = f"{{{XML_NS}}}id"
ODD_NAMES = ("telegramme", "Div", "persname", "w", "said")
ODD_VALUES = ("", " ", "maybe not", "1938-13-01", "-1", "message preamble", "x y", "#", "ü", "1e3", "24:00:00", "a:b c")
STRAY = ("stray", "Карск", "17")


class Mutator:
    """A source of damaged documents; `kinds` names the ways, and `mutate` says which one it took."""

    def __init__(self, grammar: Grammar, seed: int) -> None:
        self.grammar = grammar
        self.random = random.Random(seed)
        self._names = tuple(grammar.elements)
        self._attributes = tuple({name for element in grammar.elements.values() for name in element.data})
        ways = (
            self.remove,
            self.duplicate,
            self.swap,
            self.rename,
            self.wrap,
            self.unwrap,
            self.insert,
            self.drop_attribute,
            self.change_attribute,
            self.add_attribute,
            self.move_attribute,
            self.insert_text,
            self.remove_text,
            self.change_namespace,
        )
        self.ways: dict[str, Callable[[etree._Element], bool]] = {way.__name__: way for way in ways}
        self.kinds = tuple(self.ways)

    def mutate(self, document: etree._Element, kind: str) -> tuple[str, etree._Element]:
        """Return a damaged copy and what was done to it; where `kind` finds nothing to damage another way is taken."""
        copy = deepcopy(document)
        for way in (kind, *self.random.sample(self.kinds, len(self.kinds))):
            if self.ways[way](copy):
                return way, copy
        raise AssertionError("nothing in the document can be damaged")

    def _any(self, root: etree._Element, *, inner: bool = True) -> etree._Element:
        nodes = list(root.iter(etree.Element))
        return self.random.choice(nodes[1:] if inner and len(nodes) > 1 else nodes)

    def _name(self) -> str:
        return self.random.choice(self._names if self.random.random() < 0.8 else ODD_NAMES)

    def remove(self, root: etree._Element) -> bool:
        """Take an element away, with all in it."""
        node = self._any(root)
        parent = node.getparent()
        if parent is None:
            return False
        _keep_tail(node)
        parent.remove(node)
        return True

    def duplicate(self, root: etree._Element) -> bool:
        """Put a copy of an element beside it, now and then with the same xml:id."""
        node = self._any(root)
        if node.getparent() is None:
            return False
        copy = deepcopy(node)
        if self.random.random() < 0.5:
            for inner in copy.iter(etree.Element):
                inner.attrib.pop(ID, None)
        node.addnext(copy)
        return True

    def swap(self, root: etree._Element) -> bool:
        """Exchange an element with the one that follows it."""
        after = [node for node in root.iter(etree.Element) if node.getprevious() is not None]
        if not after:
            return False
        node = self.random.choice(after)
        node.getprevious().addprevious(node)
        return True

    def rename(self, root: etree._Element) -> bool:
        """Give an element another name."""
        self._any(root, inner=False).tag = f"{{{TEI_NS}}}{self._name()}"
        return True

    def wrap(self, root: etree._Element) -> bool:
        """Put an element into another."""
        node = self._any(root)
        parent = node.getparent()
        if parent is None:
            return False
        outer = etree.Element(f"{{{TEI_NS}}}{self._name()}")
        outer.tail, node.tail = node.tail, None
        parent.replace(node, outer)
        outer.append(node)
        return True

    def unwrap(self, root: etree._Element) -> bool:
        """Take an element away and leave what is in it."""
        node = self._any(root)
        parent = node.getparent()
        if parent is None:
            return False
        for child in list(node):
            node.addprevious(child)
        _keep_tail(node)
        parent.remove(node)
        return True

    def insert(self, root: etree._Element) -> bool:
        """Put an empty element into another."""
        node = self._any(root, inner=False)
        node.insert(self.random.randint(0, len(node)), etree.Element(f"{{{TEI_NS}}}{self._name()}"))
        return True

    def drop_attribute(self, root: etree._Element) -> bool:
        """Take an attribute away, a required one where there is one."""
        nodes = [node for node in root.iter(etree.Element) if node.attrib]
        if not nodes:
            return False
        node = self.random.choice(nodes)
        declared = self.grammar.elements[etree.QName(node).localname]
        name = self.random.choice([name for name in node.attrib if name in declared.required] or list(node.attrib))
        del node.attrib[name]
        return True

    def change_attribute(self, root: etree._Element) -> bool:
        """Give an attribute a value that fits seldom."""
        nodes = [node for node in root.iter(etree.Element) if set(node.attrib) - {ID}]
        if not nodes:
            return False
        node = self.random.choice(nodes)
        name = self.random.choice([name for name in node.attrib if name != ID])
        values = (*ODD_VALUES, *node.attrib.values(), f" {node.get(name)} ", f"{node.get(name)} {node.get(name)}")
        node.set(name, self.random.choice(values))
        return True

    def add_attribute(self, root: etree._Element) -> bool:
        """Add an attribute that some element of the grammar has, or one that none has."""
        node = self._any(root, inner=False)
        name = self.random.choice([name for name in self._attributes if not name.startswith("xml:")] + ["colour"])
        if node.get(name) is not None:
            return False
        node.set(name, self.random.choice(("1", "sent", "#x", "yes", "high")))
        return True

    def move_attribute(self, root: etree._Element) -> bool:
        """Give one element an attribute of another."""
        nodes = [node for node in root.iter(etree.Element) if set(node.attrib) - {ID}]
        if not nodes:
            return False
        source, goal = self.random.choice(nodes), self._any(root, inner=False)
        name = self.random.choice([name for name in source.attrib if name != ID])
        goal.set(name, source.get(name) or "")
        return True

    def insert_text(self, root: etree._Element) -> bool:
        """Put text into an element, or after one."""
        node = self._any(root)
        if self.random.random() < 0.5:
            node.text = f"{node.text or ''}{self.random.choice(STRAY)}"
        else:
            node.tail = f"{node.tail or ''}{self.random.choice(STRAY)}"
        return True

    def remove_text(self, root: etree._Element) -> bool:
        """Take the text out of an element."""
        nodes = [node for node in root.iter(etree.Element) if node.text]
        if not nodes:
            return False
        self.random.choice(nodes).text = None
        return True

    def change_namespace(self, root: etree._Element) -> bool:
        """Put an element into another namespace, or into none."""
        node = self._any(root, inner=False)
        name = etree.QName(node).localname
        node.tag = self.random.choice((name, f"{{http://www.tei-c.org/ns/Examples}}{name}"))
        return True


def _keep_tail(node: etree._Element) -> None:
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = f"{before.tail or ''}{node.tail or ''}" or None
    elif parent is not None:
        parent.text = f"{parent.text or ''}{node.tail or ''}" or None
