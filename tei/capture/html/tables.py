"""Tables that hold data, told from those that old pages use to place their columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.capture.html.tree import Element

CELLS: Final = ("td", "th")
_SECTIONS: Final = ("thead", "tbody", "tfoot")
_MANY_BLOCKS: Final = 3
_LONG: Final = 1500


def holds_data(table: Element) -> bool:
    """Say whether rows and columns mean something: two cells side by side, and no cell that is a page in itself."""
    if {"presentation", "none"} & table.words():
        return False
    inner = [element for element in table.elements() if element is not table]
    if any(element.tag == "table" for element in inner):
        return False
    if not any(sum(1 for cell in cells_of(row) if cell.text()) > 1 for row in rows_of(table)):
        return False
    return not any(_is_page(element) for element in inner if element.tag in CELLS)


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of a table in it."""
    for child in table.children:
        if isinstance(child, Element) and child.tag in _SECTIONS:
            yield from rows_of(child)
        elif isinstance(child, Element) and child.tag == "tr":
            yield child


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row."""
    return [child for child in row.children if isinstance(child, Element) and child.tag in CELLS]


def columns_of(row: Element) -> dict[Element, int]:
    """Return the place of each cell in its row, from 1, wide cells counted for one."""
    return {cell: column for column, cell in enumerate(cells_of(row), 1)}


def _is_page(cell: Element) -> bool:
    inner = [element.tag for element in cell.elements() if element is not cell]
    if any(tag in ("h1", "h2", "h3", "article", "main") for tag in inner):
        return True
    return len(cell.text()) > _LONG or sum(1 for tag in inner if tag in ("p", "div", "ol", "ul")) > _MANY_BLOCKS
