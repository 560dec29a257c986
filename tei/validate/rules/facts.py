"""What every rule asks of a document, found once: its elements by name, its ids, the words of an element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from tei.findings import Finding, Location, Rule
from tei.names import TEI_NS, XML_ID
from tei.validate.documents import Document

_TEI = f"{{{TEI_NS}}}"
LONGEST = 1_000_000
"""Characters of one text that rules look at: longer than any letter, short enough for a file made to be slow."""


class Facts:
    """A document as rules see it; only elements of the TEI namespace are known by name."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = document.tree.getroot()

    @cached_property
    def elements(self) -> tuple[etree._Element, ...]:
        """All elements, in order."""
        return tuple(self.root.iter(etree.Element))

    @cached_property
    def _by_name(self) -> dict[str, list[etree._Element]]:
        found: dict[str, list[etree._Element]] = defaultdict(list)
        for element in self.elements:
            if element.tag.startswith(_TEI):
                found[element.tag[len(_TEI) :]].append(element)
        return found

    def named(self, *names: str) -> Iterator[etree._Element]:
        """Yield the elements of these local names, name by name, each in order."""
        for name in names:
            yield from self._by_name.get(name, ())

    @cached_property
    def ids(self) -> dict[str, etree._Element]:
        """The elements by their xml:id; the first where two have the same."""
        found: dict[str, etree._Element] = {}
        for element in self.elements:
            ident = element.get(XML_ID)
            if ident is not None:
                found.setdefault(ident, element)
        return found

    def place(self, element: etree._Element, attribute: str = "") -> Location:
        """Return where an element, or an attribute of it, stands."""
        return self.document.places.element(element, attribute)

    def found(self, rule: Rule, element: etree._Element, message: str, hint: str = "", attribute: str = "") -> Finding:
        """Make a finding of a rule at an element or at an attribute of it."""
        return rule.at(self.place(element, attribute), message, hint)


def words(element: etree._Element) -> str:
    """Return the text of an element, comments left out, its white space made single; no more than `LONGEST` of it."""
    pieces: list[str] = []
    room = LONGEST
    for piece in map(str, element.itertext(etree.Element)):
        pieces.append(piece[:room])
        room -= len(piece)
        if room <= 0:
            break
    return " ".join("".join(pieces).split())


def attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element, names in Clark notation."""
    return ((str(one), str(value)) for one, value in element.items())


def name(element: etree._Element) -> str:
    """Return the local name of an element."""
    return etree.QName(element).localname


def within(element: etree._Element, *names: str) -> bool:
    """Say whether an element stands inside an element of one of these TEI names."""
    tags = {_TEI + one for one in names}
    return any(above.tag in tags for above in element.iterancestors())
