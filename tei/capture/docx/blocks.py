"""Paragraphs, lists and tables of a Word document in order, with what its styles say they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from lxml import etree

from tei.capture.docx.changes import ADDED, REMOVED, Changes, properties
from tei.capture.docx.inline import Inline, change_feature
from tei.capture.docx.names import attribute, child, children, name_of, number, switch, value
from tei.capture.docx.notes import NoteText, by
from tei.capture.docx.numbering import Numbering
from tei.capture.flat import Flat
from tei.model import FeatureKind

_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "smartTag"))


@dataclass(slots=True)
class Blocks:
    """Writes the blocks of a part; `skipped` counts what stands in the document and cannot be read."""

    flat: Flat
    inline: Inline
    numbering: Numbering
    skipped: list[str] = field(default_factory=list)

    @property
    def _changes(self) -> Changes:
        return self.inline.changes

    def write(self, container: etree._Element) -> None:
        """Write all blocks of a body, note, cell or text box."""
        run: list[etree._Element] = []
        for block in self._blocks(container):
            name = name_of(block)
            if name == "p":
                run.append(block)
                if self._changes.ends(child(block, "pPr", "rPr")):
                    self._write_paragraph(run)
                    run = []
                continue
            self._write_paragraph(run)
            run = []
            if name == "tbl":
                self._write_table(block)
            else:
                self.skipped.append(name)
        self._write_paragraph(run)
        self.inline.end_fields()

    def _blocks(self, container: etree._Element) -> Iterator[etree._Element]:
        for block in container:
            name = name_of(block)
            if name in ("p", "tbl", "altChunk"):
                yield block
            elif name in _THROUGH or ((name in ADDED or name in REMOVED) and self._changes.shows(name)):
                yield from self._blocks(block)
            elif name == "mc:AlternateContent":
                yield from self._blocks(next(children(block, "mc:Fallback", "mc:Choice"), block))

    def _write_paragraph(self, parts: list[etree._Element]) -> None:
        """Write one paragraph: several of the file where the ends between them are deleted."""
        if not parts:
            return
        form = properties(parts[-1], "pPr", self._changes)
        style = value(form, "pStyle") or self.inline.styles.default
        self.flat.block()
        if switch(form, "pageBreakBefore"):
            self.flat.point(FeatureKind.PAGE_BREAK)
        with ExitStack() as stack:
            self._note_paragraph(parts, form, style, stack)
            for part in parts:
                self.inline.write(part)
                self._note_end(child(part, "pPr", "rPr"))
        self.flat.release()
        self.flat.block()
        section = child(parts[-1], "pPr", "sectPr")
        if section is not None:
            self.inline.notes.end_section(section)
        boxes, self.inline.boxes = self.inline.boxes, []
        for box in boxes:
            self.write(box)

    def _note_paragraph(
        self, parts: list[etree._Element], form: etree._Element | None, style: str, stack: ExitStack
    ) -> None:
        styles, note = self.inline.styles, self.flat.feature
        heading = styles.heading(style, form)
        if styles.is_quote(style):
            stack.enter_context(note(FeatureKind.QUOTE))
        numeral = self._numeral(form, style) if any(_has_words(part) for part in parts) else None
        if heading:
            stack.enter_context(note(FeatureKind.HEADING, heading))
        elif numeral is None:
            stack.enter_context(note(FeatureKind.PARAGRAPH, "", *styles.setting(style, form)))
        if numeral is not None:
            text, type_, level = numeral
            if not heading:
                stack.enter_context(note(FeatureKind.ITEM, text, ("level", level), ("type", type_)))
            if text:
                self.flat.numeral(text)

    def _numeral(self, form: etree._Element | None, style: str) -> tuple[str, str, str] | None:
        own, styled = child(form, "numPr"), self.inline.styles.numbering(style)
        list_ = value(own, "numId") or styled[0]
        level = number(value(own, "ilvl") or styled[1])
        found = self.numbering.next(list_, level) if list_ not in ("", "0") else None
        return (*found, str(level + 1)) if found else None

    def _note_end(self, mark: etree._Element | None) -> None:
        """Note that the end of a paragraph was put in or taken out, where both texts are kept."""
        if self._changes is Changes.ENCODE:
            for change in children(mark, "ins", "del", "moveFrom", "moveTo"):
                self.flat.point_here(*change_feature(change, "paragraph"))

    def _write_table(self, table: etree._Element) -> None:
        self.flat.block()
        with self.flat.feature(FeatureKind.TABLE):
            for row in self._inside(table, "tr"):
                self._write_row(row)
        self.flat.block()

    def _write_row(self, row: etree._Element) -> None:
        marks = list(children(child(row, "trPr"), "ins", "del"))
        if not all(self._changes.shows(name_of(mark)) for mark in marks):
            return
        with ExitStack() as stack:
            stack.enter_context(self.flat.row())
            if self._changes is Changes.ENCODE:
                for mark in marks:
                    stack.enter_context(self.flat.feature(*change_feature(mark, "row")))
            shown = (cell for cell in self._inside(row, "tc") if self._changes.ends(child(cell, "tcPr")))
            for column, cell in enumerate(shown, 1):
                width = value(child(cell, "tcPr"), "gridSpan")
                with self.flat.cell(column, ("columns", width if width not in ("0", "1") else "")):
                    self.write(cell)

    def _inside(self, element: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield the rows of a table or cells of a row, through what may stand round them."""
        for one in element:
            found = name_of(one)
            if found == name:
                yield one
            elif found in _THROUGH or ((found in ADDED or found in REMOVED) and self._changes.shows(found)):
                yield from self._inside(one, name)

    def write_furniture(self, parts: Iterable[etree._Element], name: str) -> None:
        """Write the headers or footers of pages, each once, those with words."""
        for part in parts:
            if any(character.isalpha() for one in part.iter("{*}t") for character in one.text or ""):
                with self.flat.feature(FeatureKind.FURNITURE, name):
                    self.write(part)

    def write_notes(self, kind: str, relations: dict[str, tuple[str, str]]) -> None:
        """Write the notes of a kind that the text refers to, each in a paragraph of its own."""
        done: set[str] = set()
        self.inline.relations = relations
        while (note := self.inline.notes.pending(kind, done)) is not None:
            done.add(note.id)
            self._write_note(note)

    def _write_note(self, note: NoteText) -> None:
        if note.kind == "comment":
            said: tuple[tuple[str, str], ...] = (("type", "comment"), *by(note.element))
        else:
            said = (("n", note.n), ("place", "foot" if note.kind == "footnote" else "end"))
        self.flat.block()
        self.inline.label = note.n
        with self.flat.feature(FeatureKind.NOTE, note.id, *said):
            self.write(note.element)
        self.inline.label = ""


def _has_words(paragraph: etree._Element) -> bool:
    """Say whether a paragraph shows anything: Word numbers empty ones too, but nobody refers to them."""
    return any(True for _ in paragraph.iter("{*}r", "{*}oMath")) or attribute(paragraph, "keep") == "1"
