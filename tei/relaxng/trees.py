"""A document that is already a tree of lxml, event by event, into the same runs that expat feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol

from tei.findings import Location
from tei.names import XML_NS
from tei.relaxng.attribute_slips import StartTag
from tei.relaxng.recovery import Recovery

if TYPE_CHECKING:
    from lxml import etree

_BLANK: Final = " \t\n\r"


class Placing(Protocol):
    """Tells where the parts of a tree stand in its source."""

    def element(self, element: etree._Element, attribute: str = "") -> Location:
        """Return the place of an element, or of the attribute of that Clark name."""

    def text(self, parent: etree._Element, before: etree._Element | None) -> Location:
        """Return the place of the first word in `parent`, or of the first after its child `before`."""


class ByLine:
    """Places the parts of a tree by the lines that libxml2 has noted; it knows no columns."""

    def __init__(self, path: str) -> None:
        self.path = path

    def element(self, element: etree._Element, attribute: str = "") -> Location:  # noqa: ARG002 # no place of its own
        """Return the line of an element."""
        line: Any = element.sourceline
        return Location(self.path, int(line or 0))

    def text(self, parent: etree._Element, before: etree._Element | None) -> Location:
        """Return the line of the tag that the text follows."""
        return self.element(parent if before is None else before)


def name_of(tag: str) -> str:
    """Return a Clark name as expat would give it."""
    return tag[1:] if tag[0] == "{" else tag


def read_tree(root: etree._Element, recovery: Recovery, places: Placing) -> None:
    """Feed a tree to a run; comments and instructions do not part a text in two."""
    _Walk(recovery, places).run(root)


class _Walk:
    def __init__(self, recovery: Recovery, places: Placing) -> None:
        self.recovery = recovery
        self.places = places
        self._text = ""
        self._place: Callable[[], Location] | None = None

    def run(self, root: etree._Element) -> None:
        for node, opens in _events(root):
            if opens:
                self._start(node)
                self._words(node.text, node, None)
            elif isinstance(node.tag, str):
                self._hand_on(node)
                self.recovery.end(_prefixes(node))
            parent = node.getparent()
            if not opens and node is not root and parent is not None:
                self._words(node.tail, parent, node)

    def _start(self, node: etree._Element) -> None:
        parent = node.getparent()
        if parent is not None:
            self._hand_on(parent)
        attributes = [part for name, value in node.attrib.items() for part in (name_of(str(name)), str(value))]

        def place_of(name: str) -> Location:
            return self.places.element(node, f"{{{name}" if "}" in name else name)

        tag = StartTag(name_of(str(node.tag)), attributes, self.places.element(node), _prefixes(node), place_of)
        self.recovery.start(tag)

    def _words(self, text: str | None, parent: etree._Element, before: etree._Element | None) -> None:
        if not text:
            return
        self._text += text
        if self._place is None and text.strip(_BLANK):
            self._place = lambda: self.places.text(parent, before)

    def _hand_on(self, node: etree._Element) -> None:
        if self._text:
            mode = self.recovery.mode
            needed = mode and self._place is not None
            place = self._place() if needed and self._place is not None else self.places.element(node)
            if mode:
                self.recovery.text(self._text, place, _prefixes(node))
        self._text, self._place = "", None


def _prefixes(node: etree._Element) -> Mapping[str, str]:
    return {"xml": XML_NS, **{prefix or "": uri for prefix, uri in node.nsmap.items()}}


def _events(root: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield every element as it opens and as it closes, and what is no element as it closes; without recursion."""
    yield root, True
    stack = [iter(root)]
    nodes = [root]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            yield nodes.pop(), False
        elif isinstance(child.tag, str):
            yield child, True
            stack.append(iter(child))
            nodes.append(child)
        else:
            yield child, False
