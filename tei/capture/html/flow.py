"""A page written as a reader sees it: each element adds what it means, then its children, without recursion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final

from tei.capture.flat import Flat
from tei.capture.html.lists import LISTS, level, numerals
from tei.capture.html.notes import Notes, NoteText
from tei.capture.html.page import language_of
from tei.capture.html.roles import (
    emphases,
    furniture_part,
    is_exact,
    is_page_break,
    is_paragraph,
    is_quotation,
    quotes,
    setting,
    stands_apart,
)
from tei.capture.html.tables import CELLS, columns_of, holds_data
from tei.capture.html.tree import Element
from tei.capture.html.visibility import Visibility
from tei.model import FeatureKind

_UNSEEN_HERE: Final = frozenset(("head", "title", "meta", "link", "base", "param", "source", "track", "rb-hidden"))
_HEADINGS: Final = {f"h{number}": str(number) for number in range(1, 7)}
_LABEL: Final = re.compile(r"[\[(/]?(\d{1,4}|[*†‡§]+|[a-zа-яivxlc]{1,4})[\])/]?[.:)]?\s")


class Flow:
    """Writes the nodes of a page into a flat text; `dropped` counts what was left out, in elements and in words."""

    def __init__(self, flat: Flat, notes: Notes, visibility: Visibility, language: str = "") -> None:
        self.flat = flat
        self.dropped: Counter[str] = Counter()
        self._notes = notes
        self._visibility = visibility
        self._languages = [language.lower()]
        self._numerals: dict[Element, str] = {}
        self._columns: dict[Element, int] = {}
        self._data_tables: set[Element] = set()
        self._exact = 0
        self._apart = {id(node) for note in notes.texts for node in note.nodes} | {id(one) for one in notes.headings}
        self._inside = {id(node) for note in notes.texts if note.inside for node in note.nodes}
        self._notes_as_items = {node for note in notes.texts for node in note.nodes if isinstance(node, Element)}
        self._returns = {element for note in notes.texts for element in note.returns}

    def write(self, node: Element | str) -> None:
        """Write a node with all in it."""
        stack: list[tuple[Iterator[Element | str], ExitStack]] = [(iter((node,)), ExitStack())]
        while stack:
            children, leaving = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                leaving.close()
            elif id(child) in self._apart:
                if id(child) not in self._inside:
                    self.flat.block()
            elif isinstance(child, str):
                self._write_text(child)
            else:
                entered = self._enter(child)
                if entered is not None:
                    stack.append((iter(child.children), entered))

    def write_notes(self) -> None:
        """Write the notes after all else, each in a paragraph of its own, headings before those they head."""
        headings = {note: heading for heading, note in self._notes.headings.items()}
        self._apart = set()
        for note in self._notes.texts:
            self.flat.block()
            if note in headings:
                self.write(headings[note])
                self.flat.block()
            self._write_note(note)

    def _write_note(self, note: NoteText) -> None:
        with self.flat.feature(FeatureKind.NOTE, note.id, ("n", note.n), ("place", "foot")):
            printed = self._numeral_of(note)
            if printed:
                self.flat.write_exactly(f"[{printed}]")
                self.flat.write(" ")
                self.flat.hold()
            for node in note.nodes:
                self.write(node)
                if node is note.label:
                    self.flat.write(" ")
                    self.flat.hold()
        self.flat.release()
        self.flat.block()

    def _numeral_of(self, note: NoteText) -> str:
        """Return the number that the page's list shows before a note; empty where the note writes its own, or none."""
        item = note.nodes[0]
        if not isinstance(item, Element) or item.tag != "li" or item.parent is None:
            return ""
        if note.label is not None or (_LABEL.match(item.text()) and item.text().lstrip("[(/").startswith(note.n)):
            return ""
        if item not in self._numerals:  # the list itself is hidden: notes that open on a click
            self._numerals |= numerals(item.parent)
        return note.n if self._numerals.get(item, "")[:1].isalnum() else ""

    def _write_text(self, text: str) -> None:
        if self._exact:
            self.flat.write_exactly(text)
        else:
            self.flat.write(text)

    def _enter(self, element: Element) -> ExitStack | None:
        """Write what stands before an element's children; return what is to be done behind them, None to skip it."""
        if element in self._returns:
            self.dropped["return links"] += 1
            return None
        if element.tag in _UNSEEN_HERE:
            return None
        if element not in self._notes_as_items and self._visibility.hides(element):
            self.dropped["hidden"] += 1
            self.dropped["hidden words"] += len(element.text().split())
            return None
        leaving = ExitStack()
        self._part(element, leaving)
        self._note_features(element, leaving)
        self._write_sign(element, leaving)
        return leaving

    def _part(self, element: Element, leaving: ExitStack) -> None:
        if element.tag in ("br", "hr"):
            self.flat.line() if element.tag == "br" else self.flat.block()
        elif element.tag == "table" and holds_data(element):
            self._data_tables.add(element)
            self.flat.block()
            leaving.callback(self.flat.block)
            leaving.enter_context(self.flat.feature(FeatureKind.TABLE))
        elif element.tag in ("tr", *CELLS) and self._in_data_table(element) and not self._is_note_cell(element):
            self._enter_cell(element, leaving)
        elif stands_apart(element):
            self.flat.block()
            leaving.callback(self.flat.block)

    def _is_note_cell(self, element: Element) -> bool:
        return element.tag in CELLS and element in self._notes_as_items

    def _in_data_table(self, element: Element) -> bool:
        return next((one for one in element.ancestors() if one.tag == "table"), None) in self._data_tables

    def _enter_cell(self, element: Element, leaving: ExitStack) -> None:
        if element.tag == "tr":
            leaving.enter_context(self.flat.row())
            self._columns |= columns_of(element)
            return
        spans = (("columns", element.get("colspan")), ("rows", element.get("rowspan")))
        wide = tuple((name, value) for name, value in spans if value.isdigit() and int(value) > 1)
        role = (("role", "label"),) if element.tag == "th" else ()
        leaving.enter_context(self.flat.cell(self._columns[element], *wide, *role))

    def _note_features(self, element: Element, leaving: ExitStack) -> None:
        for kind, value, *attributes in self._features(element):
            leaving.enter_context(self.flat.feature(kind, value, *attributes))
        language = language_of(element)
        if element.tag != "html" and language and language.lower() != self._languages[-1]:
            leaving.enter_context(self.flat.feature(FeatureKind.LANGUAGE, language))
        self._languages.append(language.lower() or self._languages[-1])
        leaving.callback(self._languages.pop)

    def _features(self, element: Element) -> Iterator[tuple[FeatureKind, str, *tuple[tuple[str, str], ...]]]:
        part = furniture_part(element)
        if part:
            yield FeatureKind.FURNITURE, part
        if element.tag in _HEADINGS or "heading" in element.get("role").split():
            yield FeatureKind.HEADING, _HEADINGS.get(element.tag) or element.get("aria-level") or "2"
        elif is_paragraph(element):
            yield FeatureKind.PARAGRAPH, "", *setting(element)
        if is_quotation(element):
            yield FeatureKind.QUOTE, ""
        if element.tag in ("ins", "del"):
            kind = FeatureKind.INSERTION if element.tag == "ins" else FeatureKind.DELETION
            yield kind, "", ("author", element.get("cite")), ("date", element.get("datetime"))
        if element in self._notes.references:
            note = self._notes.references[element]
            yield FeatureKind.REFERENCE, note.id, ("n", note.n)
        elif element.tag == "a" and element.get("href") and not element.get("href").lower().startswith("javascript:"):
            yield FeatureKind.LINK, element.get("href").strip()
        yield from ((FeatureKind.EMPHASIS, value) for value in emphases(element))

    def _write_sign(self, element: Element, leaving: ExitStack) -> None:
        """Write what a browser adds by itself: numerals, quotation marks, the address that a script would show."""
        if element.tag in LISTS:
            self._numerals |= numerals(element)
        if element.tag == "li" and element not in self._notes_as_items:
            self._write_item(element, leaving)
        if is_page_break(element):
            self.flat.point(FeatureKind.PAGE_BREAK, "", ("n", element.get("aria-label") or element.get("title")))
        if element.tag == "q":
            before, after = quotes(self._languages[-1])
            self.flat.write(before)
            leaving.callback(self.flat.write, after)
        if is_exact(element):
            if element.children and isinstance(element.children[0], str):
                element.children[0] = element.children[0].removeprefix("\n")  # HTML, 4.4.3: the first is not shown
            self._exact += 1
            leaving.callback(self._leave_exact)

    def _write_item(self, item: Element, leaving: ExitStack) -> None:
        numeral = self._numerals.get(item, "")
        kind = "numbered" if numeral[:1].isalnum() or numeral[:1] == "-" else "bulleted"
        attributes = (("level", str(level(item))), ("type", kind))
        leaving.enter_context(self.flat.feature(FeatureKind.ITEM, numeral, *attributes))
        in_furniture = any(furniture_part(one) for one in item.ancestors())
        if numeral and not (in_furniture and kind == "bulleted"):
            self.flat.numeral(numeral)
        leaving.callback(self.flat.release)

    def _leave_exact(self) -> None:
        self._exact -= 1
