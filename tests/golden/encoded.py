"""One encoded telegram, and how its text is read: with the brackets of the source, without notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tei.names import NAMESPACES, local
from tests.golden.expectations import OR

SILENT = ("opener", "closer", "head", "pb", "postscript")
Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One telegram that was encoded."""

    id: str
    tree: Any
    headings: Values = ()
    """The heading over it in the document of what stands round it."""

    def all(self, path: str) -> list[Any]:
        found = self.tree.xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return found

    def texts(self, path: str) -> Values:
        return tuple(filter(None, map(words, self.all(path))))

    def first(self, *paths: str) -> Values:
        """The first text of the first path that has one."""
        return next((found[:1] for found in map(self.texts, paths) if found), ())

    def count(self, path: str) -> Values:
        """How many there are, nothing for none."""
        return tuple(str(number) for number in [len(self.all(path))] if number)

    def preferred(self, path: str) -> Values:
        """Preferred names of the entries that names point at; the name as written where it points at none.

        For a cover name both: an editor may keep it, where nobody on the page says whose it is.
        """
        return tuple(map(self._preferred, self.all(path)))

    def _preferred(self, name: Any) -> str:
        written = words(name)
        if not name.get("ref"):
            return written
        entry = self.first(f"//tei:standOff//*[@xml:id='{name.get('ref')[1:]}']/*[@type='preferred']")[0]
        return f"{entry}{OR}{written}" if name.get("type") == "pseudonym" else entry


def words(found: Any) -> str:
    """The text of an element or attribute with single spaces, brackets written again, notes inside it left out."""
    return " ".join((found if isinstance(found, str) else "".join(_pieces(found))).split())


BLOCKS = frozenset(("p", "ab", "item", "head", "salute", "signed", "dateline", "div", "label", "lb", "pb", "cell"))


def _pieces(element: Any) -> Iterator[str]:
    name = local(str(element.tag))
    space = " " if name in BLOCKS else ""
    before, after = ("[", "]") if name in ("supplied", "ex", "gap") else (space, space)
    yield before + (element.text or "")
    for child in element:
        tag = local(str(child.tag))
        aside = tag in ("note", "roleName") or (child.get("type") == "note" and tag == "ref")
        yield from () if aside else _pieces(child)
        yield child.tail or ""
    yield after


def own_text(found: Found, root: str) -> list[str]:
    """The words of a message between salutation and closing; asides of editors, stamps and notes left out.

    So are instructions to the office ("Telegraph the fulfillment"), wherever they stand.
    """
    pieces: list[str] = []
    for div in found.all(root):
        for block in filter(_has_text, div.iter()):
            if not any(local(str(above.tag)) in SILENT for above in (block, *block.iterancestors())):
                pieces += words(block).split()
    return pieces


def _has_text(block: Any) -> bool:
    """Say whether an element is a block with text of its own, in no paragraph and no instruction."""
    name = local(str(block.tag))
    leaf = name in ("p", "item", "cell", "l", "ab", "head") and block.get("type") != "instruction"
    return leaf and not block.xpath("ancestor::*[local-name()='p']")
