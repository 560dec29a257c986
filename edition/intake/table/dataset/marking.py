"""What is marked in the text of a data set: names, numbers, references, and what an editor put in.

A data set says which entries a text names, how often and in which forms, and not where: each form is looked for in the
text, the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from edition.corpus.model import Document, Kind
from edition.intake.table.dataset.editorial import Span
from edition.intake.table.dataset.values import Text

_NAMES: Final = {Kind.PERSON: "persName", Kind.ORGANISATION: "orgName", Kind.PLACE: "placeName"}
_GAP: Final = re.compile(r"\s")


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
class Marked:
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


def mark_editorial(text: Marked, span: Span) -> None:
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


def mark_names(document: Document, texts: list[Marked]) -> None:
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
    texts: list[Marked], form: str, tag: str, key: str, most: int, met: set[tuple[int, str]], mention: int
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


def _mark_silent(document: Document, texts: list[Marked], met: set[tuple[int, str]], left: Sequence[int]) -> None:
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


def _first_place(texts: list[Marked], pointer: str) -> int:
    """Return where in the body a name ends that comes first of its entry; a note counts by where it stands."""
    names = {text.part.part: [mark for mark in text.marks if ("ref", pointer) in mark.attributes] for text in texts}
    places = []
    for text in texts:
        if found := names[text.part.part]:
            within = text.part.within or "body"
            places.append(min(mark.end for mark in found) if text.part.part == "body" else _anchor(text, within))
    return min(places, default=0)


def _anchor(text: Marked, within: str) -> int:
    return text.part.anchor if within == "body" else 0


def _mark_first(texts: Sequence[Marked], words: str, tag: str, attributes: tuple[tuple[str, str], ...]) -> int:
    """Mark words where they stand first; return where they end, 0 where they do not stand."""
    for text in texts:
        for found in re.finditer(_whole(words), text.part.text):
            if text.is_free(*found.span()):
                text.marks.append(Mark(*found.span(), tag, attributes))
                return found.end()
    return 0


def _point(texts: Sequence[Marked], at: int, attributes: tuple[tuple[str, str], ...]) -> int:
    """Put a pointer without words of its own where its order has it: behind the one before."""
    if texts and (text := texts[0]).part.text:
        place = min(at, len(text.part.text))
        text.marks.append(Mark(place, place, "ptr", attributes))
    return at


def _whole(words: str) -> str:
    """Return the pattern of words that stand for themselves, and are no part of others; Chinese signs part nothing."""
    plain = " ".join(map(re.escape, words.split()))
    before, after = (_class(sign) for sign in (words[:1], words[-1:]))
    return f"{before and f'(?<!{before})'}{plain}{after and f'(?!{after})'}"


def _class(sign: str) -> str:
    """Return what a sign would go on with: figures with figures, letters with letters."""
    if sign.isdecimal():
        return r"\d"
    return r"[^\W\d_\u2e80-\u9fff]" if sign.isalpha() and sign < "\u2e80" else ""
