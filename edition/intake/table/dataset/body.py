"""The text of a document of a data set: lines become paragraphs, notes stand where they stood, names are marked again.

A data set says which entries a text names, how often and in which forms, and not where: each form is looked for in the
text, the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from edition.corpus.model import Document, Kind
from edition.intake.table.dataset.editorial import Span
from edition.intake.table.dataset.values import Text
from tei.encode.markup import add, element
from tei.text import append_text

_NAMES: Final = {Kind.PERSON: "persName", Kind.ORGANISATION: "orgName", Kind.PLACE: "placeName"}
_NOTES: Final = frozenset(
    ("footnote", "endnote", "annotation", "translator", "editor", "author", "citation", "source", "description")
) | {"comment"}
_KINDS: Final = frozenset(("telegram", "letter", "note", "extract", "context"))
_ELLIPSIS: Final = "…"
_GAP: Final = re.compile(r"\s")
_HEAD: Final = 8
"""Words of an excerpt by which its beginning is found."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is put into a text: a note at one place, or a name, number or pointer over some words.

    A mark with `words` of its own holds a name that the running text leaves out, for it stands in a letterhead. `trim`
    is how many signs at both ends are brackets, which renderers write again.
    """

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = ""
    words: str = ""
    trim: int = 0


@dataclass(slots=True)
class _Text:
    """A part of the text with what is marked in it."""

    part: Text
    marks: list[Mark] = field(default_factory=list)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether a span can be marked: it crosses nothing that is marked, and no note or name holds it."""
        return not any(_crosses(mark, start, end) for mark in self.marks)


def _crosses(mark: Mark, start: int, end: int) -> bool:
    if mark.start == mark.end:
        return start < mark.start < end
    if mark.start >= end or start >= mark.end:
        return False
    inside = mark.start + mark.trim <= start and end <= mark.end - mark.trim
    return not (inside and mark.tag in ("supplied", "foreign"))


def write_text(root: etree._Element, document: Document, texts: Sequence[Text], editorial: Iterable[Span] = ()) -> None:
    """Add the text of a document."""
    kind = document.kind if document.kind in _KINDS else ""
    own = document.envelope.part if document.envelopes else ""
    made = add(root, "text", xml_id=own or "telegram-text", type=kind)
    body = add(made, "body")
    parts = {text.part: _Text(text) for text in texts}
    for text in texts:
        if text.within in parts:
            at = min(text.anchor, len(parts[text.within].part.text))
            parts[text.within].marks.append(Mark(at, at, "note", _note(text), text.part))
    for span in editorial:
        _mark_editorial(parts[span.part], span)
    _mark(document, list(parts.values()))
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


def _write_body(body: etree._Element, document: Document, parts: dict[str, _Text], inner: Sequence[str]) -> None:
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


def _fill(made: etree._Element, text: _Text, start: int, end: int, parts: dict[str, _Text]) -> None:
    """Write a line with its marks; a note at its end belongs to it."""
    inside = [mark for mark in text.marks if start <= mark.start and mark.end <= end]
    _fill_span(made, text, (start, end), sorted(inside, key=_order), parts)
    text.marks = [mark for mark in text.marks if mark not in inside]


def _order(mark: Mark) -> tuple[int, bool, int]:
    """Sort marks from the outermost to the innermost; what has no extent goes before what begins there."""
    return mark.start, mark.end > mark.start, -mark.end


def _fill_span(
    made: etree._Element, text: _Text, span: tuple[int, int], marks: Sequence[Mark], parts: dict[str, _Text]
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


def _put(made: etree._Element, mark: Mark, text: _Text, inner: Sequence[Mark], parts: dict[str, _Text]) -> None:
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


def _fill_note(note: etree._Element, text: _Text, parts: dict[str, _Text]) -> None:
    lines = list(_lines(text.part.text))
    for start, end in lines:
        _fill(add(note, "p") if len(lines) > 1 else note, text, start, end, parts)


def _mark_editorial(text: _Text, span: Span) -> None:
    """Mark what was added or is in another language, where it crosses nothing."""
    words = text.part.text[span.start : span.end]
    trim = 1 if span.added and words[:1] == "[" and words[-1:] == "]" else 0
    if not text.is_free(span.start + trim, span.end - trim):
        return
    if span.lang:
        text.marks.append(Mark(span.start, span.end, "foreign", (("xml_lang", span.lang),)))
    elif span.added == "gap":
        if trim:
            text.marks.append(Mark(span.start, span.end, "gap", trim=trim))
    else:
        rend = () if trim else (("rend", "none"),)
        text.marks.append(Mark(span.start, span.end, "supplied", (("reason", span.added), *rend), trim=trim))


def _mark(document: Document, texts: list[_Text]) -> None:
    """Mark what the text names, leads to, and the number of the telegram."""
    if document.number:
        _mark_first(texts[:1], document.number, "num", (("type", "telegram"), ("n", document.number)))
    met: set[tuple[int, str]] = set()
    left = [mention.count for mention in document.mentions]
    forms = [(form, at) for at, mention in enumerate(document.mentions) for form in mention.forms]
    for form, at in sorted(forms, key=lambda one: -len(one[0])):
        mention = document.mentions[at]
        shorter = sum(1 for one in mention.forms if one != form and len(one) < len(form))
        left[at] -= _mark_all(texts, form, _NAMES[mention.kind], mention.key, left[at] - shorter, met, at)
    _mark_silent(document, texts, met, left)
    at = 0
    for target in document.references:
        attributes = (("type", "telegram"), ("target", f"{target}.xml"))
        at = _mark_first(texts, target, "ref", attributes) or _point(texts, at, attributes)


def _mark_all(
    texts: list[_Text], form: str, tag: str, key: str, most: int, met: set[tuple[int, str]], mention: int
) -> int:
    """Mark a form wherever it stands, so many times at most; return how many times it was found."""
    times = 0
    for text in texts:
        for found in re.finditer(_whole(form), text.part.text):
            if times < most and text.is_free(*found.span()):
                text.marks.append(Mark(*found.span(), tag, (("ref", f"#{key}"),)))
                met.add((mention, form))
                times += 1
    return times


def _mark_silent(document: Document, texts: list[_Text], met: set[tuple[int, str]], left: Sequence[int]) -> None:
    """Put the names that the running text leaves out where their order has them: behind the name before."""
    at = 0
    for number, mention in enumerate(document.mentions):
        missing = [form for form in mention.forms if (number, form) not in met]
        missing += list(mention.forms[:1]) * (left[number] - len(missing))
        pointer = (("ref", f"#{mention.key}"),)
        if texts:
            at = _space_from(texts[0].part.text, at)
            texts[0].marks += [Mark(at, at, _NAMES[mention.kind], pointer, words=form) for form in missing]
        at = max(at, _first_place(texts, f"#{mention.key}"))


def _space_from(text: str, at: int) -> int:
    """Return where a word ends: what stands outside of the running text parts words."""
    found = _GAP.search(text, at) if at else None
    return found.start() if found else at and len(text)


def _first_place(texts: list[_Text], pointer: str) -> int:
    """Return where in the body a name ends that comes first of its entry; a note counts by where it stands."""
    names = {text.part.part: [mark for mark in text.marks if ("ref", pointer) in mark.attributes] for text in texts}
    places = []
    for text in texts:
        if found := names[text.part.part]:
            within = text.part.within or "body"
            places.append(min(mark.end for mark in found) if text.part.part == "body" else _anchor(text, within))
    return min(places, default=0)


def _anchor(text: _Text, within: str) -> int:
    return text.part.anchor if within == "body" else 0


def _mark_first(texts: Sequence[_Text], words: str, tag: str, attributes: tuple[tuple[str, str], ...]) -> int:
    """Mark words where they stand first; return where they end, 0 where they do not stand."""
    for text in texts:
        for found in re.finditer(_whole(words), text.part.text):
            if text.is_free(*found.span()):
                text.marks.append(Mark(*found.span(), tag, attributes))
                return found.end()
    return 0


def _point(texts: Sequence[_Text], at: int, attributes: tuple[tuple[str, str], ...]) -> int:
    """Put a pointer without words of its own where its order has it: behind the one before."""
    if texts and (text := texts[0]).part.text:
        place = min(at, len(text.part.text))
        text.marks.append(Mark(place, place, "ptr", attributes))
    return at


def _whole(words: str) -> str:
    """Return the pattern of words that stand for themselves, however they are spaced; Chinese signs part nothing."""
    plain = r"\s+".join(map(re.escape, words.split()))
    before, after = (_class(sign) for sign in (words[:1], words[-1:]))
    return f"{before and f'(?<!{before})'}{plain}{after and f'(?!{after})'}"


def _class(sign: str) -> str:
    """Return what a sign would go on with: figures with figures, letters with letters."""
    if sign.isdecimal():
        return r"\d"
    return r"[^\W\d_\u2e80-\u9fff]" if sign.isalpha() and sign < "\u2e80" else ""
