"""The text of a document of a data set: lines become paragraphs, notes stand where they stood, marks are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from edition.corpus.model import Document
from edition.intake.table.dataset.editorial import Span
from edition.intake.table.dataset.marking import Mark, Marked, mark_editorial, mark_names
from edition.intake.table.dataset.values import Text
from tei.encode.markup import add, element
from tei.text import append_text

_NOTES: Final = frozenset(
    ("footnote", "endnote", "annotation", "translator", "editor", "author", "citation", "source", "description")
) | {"comment"}
_KINDS: Final = frozenset(("telegram", "letter", "note", "extract", "context"))
_ELLIPSIS: Final = "…"
_HEAD: Final = 8
"""Words of an excerpt by which its beginning is found."""


def write_text(root: etree._Element, document: Document, texts: Sequence[Text], editorial: Iterable[Span] = ()) -> None:
    """Add the text of a document."""
    kind = document.kind if document.kind in _KINDS else ""
    own = document.envelope.part if document.envelopes else ""
    made = add(root, "text", xml_id=own or "telegram-text", type=kind)
    body = add(made, "body")
    parts = {text.part: Marked(text) for text in texts}
    for text in texts:
        if text.within in parts:
            at = min(text.anchor, len(parts[text.within].part.text))
            parts[text.within].marks.append(Mark(at, at, "note", _note(text), text.part))
    for span in editorial:
        mark_editorial(parts[span.part], span)
    mark_names(document, list(parts.values()))
    inner = [one.part for one in document.envelopes[1:] if one.part]
    if "body" not in parts:
        _message_in(body, document.kind, inner).append(element("p"))
        return
    _write_body(body, document, parts, inner)


def _note(text: Text) -> tuple[tuple[str, str], ...]:
    type_ = text.type if text.type in _NOTES else ""
    if type_ == "footnote" and not text.n:
        type_ = "comment"
    return (("type", type_), ("n", text.n), ("xml_id", text.xml_id))


def _message_in(body: etree._Element, kind: str, inner: Sequence[str]) -> etree._Element:
    """Return where the message goes; a context document has none."""
    return body if kind == "context" else add(body, "div", type="message", xml_id=inner[0] if inner else "")


def _write_body(body: etree._Element, document: Document, parts: dict[str, Marked], inner: Sequence[str]) -> None:
    text = parts["body"]
    lines = list(_lines(text.part.text))
    first, last = _message(text.part.text, lines, document.excerpt)
    if document.kind == "context":
        first, last = (first if first < len(lines) else 0), len(lines)
    before = add(body, "div", type="preamble") if first and document.kind != "context" else body
    message = _message_in(body, document.kind, inner)
    after = add(body, "div", type="docket") if last < len(lines) else None
    for number, (start, end) in enumerate(lines):
        if number < first:
            _fill(add(before, "head" if before is body else "ab"), text, start, end, parts)
        elif after is not None and number >= last:
            _fill(add(after, "ab"), text, start, end, parts)
        else:
            _fill(add(message, "p"), text, start, end, parts)
    if not len(message):
        message.append(element("p"))
    _further(message, inner[1:])


def _further(message: etree._Element, ids: Sequence[str]) -> None:
    """Give the parts of the text that further envelopes belong to a place."""
    for paragraph, id_ in zip(message, ids, strict=False):
        paragraph.set("{http://www.w3.org/XML/1998/namespace}id", id_)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _message(text: str, lines: Sequence[tuple[int, int]], excerpt: str) -> tuple[int, int]:
    """Return the first line of the message and the one after its last: where the excerpt begins and, if whole, ends.

    The excerpt is the beginning of the message; what stands before it are service matter and opening, and after a whole
    one closing and service matter.
    """
    wanted = excerpt.removesuffix(_ELLIPSIS).split()
    if not wanted:
        return len(lines), len(lines)
    words = [(word, number) for number, (start, end) in enumerate(lines) for word in text[start:end].split()]
    head = wanted[:_HEAD]
    starts = (at for at in range(len(words)) if [word for word, _ in words[at : at + len(head)]] == head)
    first = next(starts, None)
    if first is None:
        return 0, len(lines)
    if excerpt.endswith(_ELLIPSIS):
        return words[first][1], len(lines)
    at, last = 0, first
    for place in range(first, len(words)):
        if at < len(wanted) and words[place][0] == wanted[at]:
            at, last = at + 1, place
    return words[first][1], words[last][1] + 1


def _fill(made: etree._Element, text: Marked, start: int, end: int, parts: dict[str, Marked]) -> None:
    """Write a line with its marks; a note at its end belongs to it."""
    inside = [mark for mark in text.marks if start <= mark.start and mark.end <= end]
    _fill_span(made, text, (start, end), sorted(inside, key=_order), parts)
    text.marks = [mark for mark in text.marks if mark not in inside]


def _order(mark: Mark) -> tuple[int, bool, int]:
    """Sort marks from the outermost to the innermost; what has no extent goes before what begins there."""
    return mark.start, mark.end > mark.start, -mark.end


def _fill_span(
    made: etree._Element, text: Marked, span: tuple[int, int], marks: Sequence[Mark], parts: dict[str, Marked]
) -> None:
    at, end = span
    for number, mark in enumerate(marks):
        if mark.start < at or mark.end > end:
            continue
        append_text(made, text.part.text[at : mark.start])
        inner = [one for one in marks[number + 1 :] if one.start < mark.end and one.end <= mark.end]
        _put(made, mark, text, inner, parts)
        at = mark.end
    append_text(made, text.part.text[at:end])


def _put(made: etree._Element, mark: Mark, text: Marked, inner: Sequence[Mark], parts: dict[str, Marked]) -> None:
    """Write one mark with what is inside of it."""
    if mark.words:
        add(add(made, "fw"), mark.tag, mark.words, **dict(mark.attributes))
        return
    child = add(made, mark.tag, **dict(mark.attributes))
    if mark.note:
        _fill_note(child, parts[mark.note], parts)
        return
    child = add(child, "desc") if mark.tag == "gap" else child
    _fill_span(child, text, (mark.start + mark.trim, mark.end - mark.trim), inner, parts)


def _fill_note(note: etree._Element, text: Marked, parts: dict[str, Marked]) -> None:
    lines = list(_lines(text.part.text))
    for start, end in lines:
        _fill(add(note, "p") if len(lines) > 1 else note, text, start, end, parts)
