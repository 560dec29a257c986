"""The runs of a paragraph: words, breaks, fields, links, emphasis, changes, comments, markers of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei.capture.docx.changes import ADDED, REMOVED, Changes, properties
from tei.capture.docx.names import attribute, children, descendants, name_of, value
from tei.capture.docx.notes import Notes
from tei.capture.docx.package import relation_id
from tei.capture.docx.styles import Styles
from tei.capture.docx.symbols import UNKNOWN, symbol
from tei.capture.flat import Flat, Noted
from tei.model import FeatureKind

_ADDRESS: Final = re.compile(r"\s*HYPERLINK\s+(?:(\\l)\s+)?\"([^\"]+)\"", re.IGNORECASE)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "m:t": "", "softHyphen": ""}
_SWITCHES: Final = (
    ("b", "bold"),
    ("i", "italic"),
    ("strike", "strike"),
    ("dstrike", "strike"),
    ("smallCaps", "small-caps"),
)
_THROUGH: Final = frozenset(
    ("smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "fldSimple", "ruby", "rubyBase", "rt", "m:oMath",
     "m:oMathPara", "mc:Fallback", "p")
)  # fmt: skip


@dataclass(slots=True)
class _Field:
    """A field being read: its code so far, whether its result has begun, the link that it is."""

    code: str = ""
    result: bool = False
    link: Noted | None = None


@dataclass(slots=True)
class Inline:
    """Writes what stands in paragraphs; `boxes` gathers the text boxes anchored there, which follow the paragraph."""

    flat: Flat
    styles: Styles
    changes: Changes
    notes: Notes
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)
    boxes: list[etree._Element] = field(default_factory=list)
    hidden: int = 0
    unknown: set[str] = field(default_factory=set)
    label: str = ""
    _emphasis: list[tuple[str, Noted]] = field(default_factory=list)
    _language: tuple[str, Noted] | None = None
    _fields: list[_Field] = field(default_factory=list)
    _custom: Noted | None = None
    _after_label: bool = False

    def write(self, paragraph: etree._Element) -> None:
        """Write the runs of a paragraph."""
        self._write_children(paragraph)
        self._set_emphasis(())
        self._set_language("")

    def _write_children(self, element: etree._Element) -> None:
        for child in element:
            self._write_child(child, name_of(child))

    def _write_child(self, child: etree._Element, name: str) -> None:
        if name == "r" or name == "m:r":
            self._write_run(child)
        elif name in ADDED or name in REMOVED:
            self._write_change(child, name)
        elif name == "hyperlink":
            self._write_link(child)
        elif name == "mc:AlternateContent":
            self._write_alternative(child)
        elif name in ("commentRangeStart", "commentRangeEnd"):
            self.notes.comment_range(self.flat, attribute(child, "id"), begins=name.endswith("Start"))
        elif name in _THROUGH:
            self._write_children(child)

    def _write_change(self, change: etree._Element, name: str) -> None:
        if not self.changes.shows(name):
            return
        with ExitStack() as stack:
            if self.changes is Changes.ENCODE:
                stack.enter_context(self.flat.feature(*change_feature(change)))
            self._write_children(change)

    def _write_link(self, link: etree._Element) -> None:
        target = self.relations.get(relation_id(link), ("", ""))[1]
        place = attribute(link, "anchor")
        address = target + (f"#{place}" if place else "")
        with ExitStack() as stack:
            if address:
                stack.enter_context(self.flat.feature(FeatureKind.LINK, address))
            self._write_children(link)

    def _write_alternative(self, element: etree._Element) -> None:
        """Write the one of several forms that can be read: a text box in the first, a sign in the plainest."""
        for choice in children(element, "mc:Choice", "mc:Fallback"):
            boxes = list(outermost_boxes(choice))
            if boxes:
                self.boxes += boxes
                return
        for fallback in children(element, "mc:Fallback"):
            in_run = next(children(fallback, "t", "sym"), None) is not None
            (self._write_run if in_run else self._write_children)(fallback)

    def _write_run(self, run: etree._Element) -> None:
        form = properties(run, "rPr", self.changes)
        if self.styles.run_switch(form, "vanish"):
            self.hidden += sum(len((one.text or "").split()) for one in descendants(run, "t"))
            return
        if not self._in_code():
            self._set_emphasis(tuple(self._emphases(form)))
            spoken = value(form, "lang")
            self._set_language(spoken if spoken != self.styles.language else "")
        font = attribute(next(children(form, "rFonts"), None), "ascii")
        for part in run:
            self._write_part(part, name_of(part), font)

    def _write_part(self, part: etree._Element, name: str, font: str) -> None:
        if name == "fldChar":
            self._turn_field(attribute(part, "fldCharType"))
        elif name == "instrText":
            if self._fields:
                self._fields[-1].code += part.text or ""
        elif self._in_code():
            return
        elif name in ("t", "delText", "m:t"):
            self._write_text(self._unfolded(part, font))
        elif name in _SIGNS:
            self._write_text(_SIGNS[name])
        elif name in ("br", "cr"):
            self._break(attribute(part, "type"))
        elif name == "sym":
            self._write_symbol(part)
        else:
            self._write_reference(part, name)

    def _write_reference(self, part: etree._Element, name: str) -> None:
        if name in ("footnoteReference", "endnoteReference"):
            self._refer(part, name.removesuffix("Reference"))
        elif name in ("footnoteRef", "endnoteRef"):
            if self.label:
                self._write_text(f"[{self.label}]")
                self.flat.write(" ")
                self._after_label = True
        elif name == "commentReference":
            self.notes.comment_point(self.flat, attribute(part, "id"))
        elif name == "mc:AlternateContent":
            self._write_alternative(part)
        elif name in ("drawing", "pict", "object"):
            self.boxes += outermost_boxes(part)
        elif name in _THROUGH:
            self._write_children(part)

    def _refer(self, part: etree._Element, kind: str) -> None:
        own = attribute(part, "customMarkFollows") in ("1", "true", "on")
        note = self.notes.refer(kind, attribute(part, "id"), own=own)
        if note is None:
            return
        noted = self.flat.begin(FeatureKind.REFERENCE, note.id, ("n", note.n))
        if own:
            self._custom = noted
            return
        self.flat.write_exactly(f"[{note.n}]")
        self.flat.end(noted)

    def _write_text(self, text: str) -> None:
        if self._after_label:
            text = text.lstrip()
            self._after_label = not text
        self.flat.write_exactly(text)
        if self._custom is not None and text.strip():
            self.flat.end(self._custom)
            self.notes.mark(self._custom, text.strip())
            self._custom = None

    def _unfolded(self, part: etree._Element, font: str) -> str:
        text = part.text or ""
        if part.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")
        if not any("\uf000" <= character <= "\uf0ff" for character in text):
            return text
        return "".join(self._known(font or "Symbol", character) for character in text)

    def _write_symbol(self, part: etree._Element) -> None:
        code = attribute(part, "char")
        character = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else UNKNOWN
        if character < "\u0100":
            character = chr(0xF000 + ord(character))
        self._write_text(self._known(attribute(part, "font") or "Symbol", character))

    def _known(self, font: str, character: str) -> str:
        shown = symbol(font, character)
        if shown == UNKNOWN:
            self.unknown.add(f"{font} {ord(character):04X}")
        return shown

    def _break(self, kind: str) -> None:
        if kind == "page":
            self.flat.point(FeatureKind.PAGE_BREAK)
        self.flat.line()

    def _in_code(self) -> bool:
        """Say whether words here belong to the code of a field: the result of a field inside it does.

        A field that never comes to its result, in a damaged file, hides nothing: words of code are no words of w:t.
        """
        return any(not one.result for one in self._fields[:-1])

    def _turn_field(self, turn: str) -> None:
        if turn == "begin":
            self._fields.append(_Field())
        elif turn == "separate" and self._fields:
            here = self._fields[-1]
            here.result = True
            address = _ADDRESS.match(here.code)
            if address and not self._in_code():
                here.link = self.flat.begin(FeatureKind.LINK, f"{'#' if address[1] else ''}{address[2]}")
        elif turn == "end" and self._fields:
            ended = self._fields.pop()
            if ended.link is not None:
                self.flat.end(ended.link)

    def end_fields(self) -> None:
        """End what fields were left open: at the end of a part every field is over."""
        while self._fields:
            self._turn_field("end")

    def _emphases(self, form: etree._Element | None) -> Iterator[str]:
        styles = self.styles
        found = [word for name, word in _SWITCHES if styles.run_switch(form, name)]
        if styles.run_value(form, "u") not in ("", "none"):
            found.append("underline")
        raised = styles.run_value(form, "vertAlign")
        if raised in ("superscript", "subscript"):
            found.append(raised)
        spacing = styles.run_value(form, "spacing")
        if spacing.isdigit() and int(spacing) >= 20:
            found.append("spaced")
        yield from dict.fromkeys(found)

    def _set_emphasis(self, wanted: tuple[str, ...]) -> None:
        """End and begin features so that just the wanted ones are open, the last begun ended first."""
        keep = next((at for at, (word, _) in enumerate(self._emphasis) if word not in wanted), len(self._emphasis))
        for _, noted in reversed(self._emphasis[keep:]):
            self.flat.end(noted)
        del self._emphasis[keep:]
        known = {word for word, _ in self._emphasis}
        self._emphasis += [(word, self.flat.begin(FeatureKind.EMPHASIS, word)) for word in wanted if word not in known]

    def _set_language(self, spoken: str) -> None:
        if self._language and self._language[0] != spoken:
            self.flat.end(self._language[1])
            self._language = None
        if spoken and self._language is None:
            self._language = (spoken, self.flat.begin(FeatureKind.LANGUAGE, spoken))


def change_feature(change: etree._Element, unit: str = "") -> tuple[FeatureKind, str, *tuple[tuple[str, str], ...]]:
    """Return the feature that a tracked change is, for `Flat.feature`."""
    name = name_of(change)
    kind = FeatureKind.INSERTION if name in ADDED else FeatureKind.DELETION
    said = (("author", attribute(change, "author")), ("date", attribute(change, "date")), ("unit", unit))
    return kind, "move" if name.startswith("move") else "", *said


def outermost_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of text boxes, not of boxes in boxes; of two forms of one box the first."""
    for child in element:
        name = name_of(child)
        if name == "txbxContent":
            yield child
        elif name == "mc:AlternateContent":
            forms = ([*outermost_boxes(form)] for form in children(child, "mc:Choice", "mc:Fallback"))
            yield from next((form for form in forms if form), [])
        else:
            yield from outermost_boxes(child)
