"""A document as plain text: what the stylesheet calls blocks becomes paragraphs, and those become lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from edition.render.filling import columns, fill
from edition.render.header import Header, read_header
from edition.render.stylesheets import transform
from tei.findings import Finding

DEFAULT_WIDTH: Final = 72
_WIDEST_LABEL: Final = 16
_SPACE: Final = re.compile(r"[ \r\n]+")
_CELL_SPACE: Final = "   "
_EDGES: Final = " \u00a0\t"
_PLAIN_BREAKS: Final = {"br": "\v", "tab": "\t", "gap": " "}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that begin on a line of their own: the numeral before them, how far in, a blank line before or not."""

    text: str
    lead: str = ""
    indent: int = 0
    tight: bool = False


def plain_text(
    tree: etree._ElementTree,
    *,
    width: int = DEFAULT_WIDTH,
    notes: bool = True,
    header: bool = True,
    transforms: Path | None = None,
) -> str:
    """Return a document as plain text: header block, text, numbered notes. Ends with one line end.

    `width` counts columns; 0 leaves each paragraph on one line. Without `notes` the markers go too. Raises ValueError
    for a negative width and SourceError where the stylesheet fails.
    """
    return render_plain(tree, width=width, notes=notes, header=header, transforms=transforms)[0]


def body_text(tree: etree._ElementTree, *, transforms: Path | None = None) -> str:
    """Return only the words of the text, in order, a paragraph to a line: what a source can be compared with.

    Brackets and numerals are there as the source prints them; footnotes and their markers, which a source has in
    another place, are not.
    """
    return plain_text(tree, width=0, notes=False, header=False, transforms=transforms)


def render_plain(
    tree: etree._ElementTree,
    *,
    width: int,
    notes: bool,
    header: bool,
    path: str = "",
    transforms: Path | None = None,
    own: Path | None = None,
) -> tuple[str, tuple[Finding, ...]]:
    """Return what `plain_text` does, and what the stylesheet had to report; `own`/xslt comes before our stylesheets."""
    if width < 0:
        raise ValueError(f"a width cannot be negative: {width}")
    root, findings = transform("text", tree, path=path, transforms=transforms, own=own, notes="yes" if notes else "no")
    text, listed = root
    parts = [
        *([_header_lines(read_header(tree), width)] if header else []),
        _body_lines(tuple(paragraphs(text)), width),
        _note_lines(listed, width),
    ]
    whole = "\n\n".join("\n".join(lines) for lines in parts if lines)
    return whole + "\n", findings


def paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """Yield the paragraphs of a tree of blocks, in order."""
    yield from _Flattener().walk(root)


@dataclass(slots=True)
class _Flattener:
    """Turns nested blocks into a row of paragraphs: a block ends the paragraph before it and begins another."""

    pieces: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    opened: list[bool] = field(default_factory=list)
    indent: int = 0

    def walk(self, root: etree._Element) -> Iterator[Paragraph]:
        yield from self._content(root)
        yield from self._flush()

    def _content(self, element: etree._Element) -> Iterator[Paragraph]:
        for node in _nodes(element):
            if isinstance(node, str):
                self.pieces.append(_SPACE.sub(" ", node))
            elif node.tag == "block":
                yield from self._block(node)
            else:
                self.pieces.append(_PLAIN_BREAKS[str(node.tag)])

    def _block(self, block: etree._Element) -> Iterator[Paragraph]:
        yield from self._flush()
        self.opened.append(block.get("tight") == "yes")
        self.leads += filter(None, [block.get("lead")])
        further = int(block.get("indent") == "yes")
        self.indent += further
        yield from self._content(block)
        yield from self._flush()
        self.indent -= further

    def _flush(self) -> Iterator[Paragraph]:
        lines = (_SPACE.sub(" ", line).strip(_EDGES) for line in "".join(self.pieces).split("\v"))
        text = "\n".join(filter(None, lines)).replace("\t", _CELL_SPACE)
        self.pieces.clear()
        if text:
            tight = bool(self.opened) and all(self.opened)
            yield Paragraph(text, " ".join(self.leads), self.indent, tight)
            self.leads.clear()
            self.opened.clear()


def _nodes(element: etree._Element) -> list[str | etree._Element]:
    """Return the texts and elements that an element holds, in order."""
    found = element.xpath("child::node()")
    assert isinstance(found, list)
    return [node if isinstance(node, etree._Element) else str(node) for node in found]


def _body_lines(found: tuple[Paragraph, ...], width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in found:
        if lines and not paragraph.tight:
            lines.append("")
        lines += _paragraph_lines(paragraph, width)
    return lines


def _paragraph_lines(paragraph: Paragraph, width: int) -> list[str]:
    """Fill one paragraph: a point begins with its numeral, a list item hangs after its own."""
    margin = "  " * paragraph.indent
    lead = f"{paragraph.lead} " if paragraph.lead else ""
    hang = " " * columns(lead) if paragraph.indent else ""
    return fill(paragraph.text, width, first=margin + lead, rest=margin + hang)


def _note_lines(listed: etree._Element, width: int) -> list[str]:
    lines: list[str] = []
    for note in listed:
        number = note.get("n", "")
        mark = number if number.startswith("[") else f"[{number}]"
        body = list(paragraphs(note)) or [Paragraph("")]
        lines += [""] if lines else ["Notes", ""]
        first, *others = body
        lines += fill(f"{mark} {first.text}".rstrip(), width, rest="    ")
        for each in others:
            lines += [] if each.tight else [""]
            lines += _paragraph_lines(Paragraph(each.text, each.lead, 2), width)
    return lines


def _header_lines(header: Header, width: int) -> list[str]:
    """Return the block before the text: title, envelope, source, with a rule under it."""
    groups = [*((each.label, each.rows) for each in header.envelopes), ("", (*header.source, *header.people))]
    widest = max((columns(row.label) for _, rows in groups for row in rows), default=0)
    indent = min(widest, _WIDEST_LABEL) + 2
    lines = fill(header.title, width)
    for label, rows in groups:
        lines += ["", *([f"{label}:"] if label else [])] if rows else []
        for row in rows:
            lines += fill(row.text, width, first=f"{row.label}:".ljust(indent - 1) + " ", rest=" " * indent)
    return [*lines, "", "-" * (width or DEFAULT_WIDTH)]
