"""Blocks and marks become the text of a document: preamble, message, docket."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lxml import etree

from tei.encode.markup import add, element
from tei.model import Attributes, Block, Body, Mark, Telegram
from tei.names import XML_ID, tei
from tei.text import append_text, clark, fill
from tei.values import value


@value()
class Source:
    """The text of a capture and the marks over it, in the order that `tei.text.nest` gives."""

    text: str
    marks: tuple[Mark, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, marks: Sequence[Mark]) -> Source:
        """Index the marks by where they begin."""
        return cls(text, tuple(marks), tuple(mark.start for mark in marks))

    def within(self, start: int, end: int) -> tuple[Mark, ...]:
        """Return the marks that lie inside a span: one without extent where it ends, not where it begins."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end)
        return tuple(mark for mark in self.marks[first:last] if mark.end <= end and _begins(mark, start, end))


def _begins(mark: Mark, start: int, end: int) -> bool:
    return start < mark.start if mark.start == mark.end else mark.start < end


def text_element(telegram: Telegram, source_text: str) -> etree._Element:
    """Return `text` with its divisions; empty divisions are left out."""
    source = Source.of(source_text, telegram.body.marks)
    text = element("text", xml_id="telegram-text", type=telegram.kind)
    body = add(text, "body")
    if telegram.body.preamble:
        _blocks(add(body, "div", type="preamble"), telegram.body.preamble, source)
    message = add(body, "div", type="message", xml_id=telegram.body.message_id)
    _blocks(message, telegram.body.message, source)
    _give_content(message)
    if telegram.body.docket:
        _blocks(add(body, "div", type="docket"), telegram.body.docket, source)
    _fill_notes(text, telegram.body, source)
    return text


def blocks_of(parent: etree._Element, body: Body, source_text: str) -> None:
    """Add the blocks of a text that is no telegram, and put its notes where their markers stand."""
    source = Source.of(source_text, body.marks)
    _blocks(parent, body.message, source)
    _fill_notes(parent, body, source)


def _blocks(parent: etree._Element, blocks: Sequence[Block], source: Source) -> None:
    for block in blocks:
        attributes = block.attributes if block.lead < 0 else _as_printed(block, parent, source.text)
        made = etree.SubElement(parent, tei(block.element), clark(attributes))
        if block.children:
            _blocks(made, block.children, source)
        else:
            fill(made, source.text, block.start, block.end, source.within(block.start, block.end))


def _as_printed(block: Block, parent: etree._Element, text: str) -> Attributes:
    """Return the attributes of a numbered block; @rend has the letters of its numeral as the page has them.

    They were read in the alphabet of the page: a Latin "(a)" in a Russian text.
    """
    known = dict(block.attributes)
    if "n" not in known or known.get("rend") == "inline" or block.element == "pb":
        return block.attributes
    written = known.get("rend") or (f"({known['n']})" if parent.get("type") == "lettered" else f"{known['n']}.")
    printed = text[block.lead : block.start].strip()
    if written == printed or len(written) != len(printed):
        return block.attributes
    return (*(pair for pair in block.attributes if pair[0] != "rend"), ("rend", printed))


def _give_content(message: etree._Element) -> None:
    """Give a message of nothing but opener and closer the empty paragraph that TEI wants between them (P5, ch. 4.1)."""
    framing = (tei("opener"), tei("closer"), tei("pb"))
    if all(child.tag in framing for child in message):
        closer = message.find(tei("closer"))
        message.insert(len(message) if closer is None else message.index(closer), element("p"))


def _fill_notes(text: etree._Element, body: Body, source: Source) -> None:
    """Put the text of each footnote or comment where its marker stands; who made a comment is its label."""
    known = {note.key: note for note in body.footnotes}
    numbered = {note.n: note for note in body.footnotes}
    waiting = list(text.iter(tei("note")))
    for made in waiting:  # a note in the text of another is filled too
        note = known.get(made.get(XML_ID, ""))
        if note is None and made.get("type") == "footnote":
            note = numbered.get(made.get("n", ""))
        if note is None:
            continue
        if note.author:
            add(made, "seg", f"{note.author}:", type="label")
            append_text(made, " ")
        fill(made, source.text, note.start, note.end, source.within(note.start, note.end))
        waiting += [inner for inner in made.iter(tei("note")) if inner is not made]


def hands_of(text: etree._Element) -> list[etree._Element]:
    """Return the notes that were written by hand, each given a @hand of its own."""
    notes = [note for note in text.iter(tei("note")) if note.get("type") == "annotation"]
    for number, note in enumerate(notes, 1):
        note.set("hand", f"#hand-{number}")
    return notes
