"""Mixed content, stated once: the only module that knows of `.tail`.

Writing: `fill` turns a span of text and the marks over it into mixed content. Reading: `text_of` and `words` give text
as it stands, `normalise_space` folds white space as TEI's readers expect.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from lxml import etree

from tei.model import Attributes, Mark
from tei.names import XML_NS, tei
from tei.regexes import regex

_TEXT_ONLY: Final = frozenset(("ex", "desc"))
"""Elements of a bracket that hold words and no further marks."""

_UNBROKEN: Final = frozenset(map(tei, ("ex", "gap", "desc")))
"""Elements in which TEI has no place for a break."""

_ONLY_IN: Final = {"ex": "expan", "desc": "gap"}
"""Elements that make sense only inside another; without it their brackets stay text."""

_XML: Final = f"{{{XML_NS}}}"
_SPACE: Final = regex(r"\s+")
_SIGN: Final = r"[\u2e80-\u9fff\uff01-\uff60]"
_ANY_SIGN: Final = regex(r"[\u2e80-\uff60]")
"""Where none of these is, no sign is; one range is passed over faster than two."""
_BETWEEN_SIGNS: Final = regex(rf"(?<={_SIGN})\s+(?={_SIGN})")
"""White space between Chinese signs parts no words: where a line of them was cut, no space stood."""
_BREAK: Final = regex(r"[^\S\n]*\n\s*")


def append_text(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element's content, whatever stands there already."""
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def text_of(element: etree._Element) -> str:
    """Return the character data of an element, without comments and processing instructions, space as it stands."""
    if not len(element) and isinstance(element.tag, str):
        return element.text or ""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def may_be_cyrillic(text: str) -> bool:
    """Say whether a text may hold Russian letters: a look at its bytes takes a fifth of a search for them."""
    data = text.encode("utf-8", "surrogatepass")
    return b"\xd0" in data or b"\xd1" in data


def normalise_space(text: str) -> str:
    """Fold every run of white space to one space and trim the ends."""
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Return the words of a text: what white space parts, punctuation included."""
    return text.split()


def running_words(text: str) -> list[str]:
    """Return the words of running text, in which white space between Chinese signs parts nothing: a line was cut."""
    return (_BETWEEN_SIGNS.sub("", text) if _ANY_SIGN.search(text) else text).split()


def nest(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks in document order without those that would overlap an earlier one in the iterable.

    The iterable's order is the order of precedence: a mark is kept when it lies wholly inside, outside or round each
    mark kept before it, and not in the silent part (bracket, marker) of one. Equal spans nest in order of precedence,
    the first outermost.
    """
    ranked = sorted(((mark, rank) for rank, mark in enumerate(marks)), key=lambda p: (p[0].start, -p[0].end, p[1]))
    open_marks: list[tuple[Mark, int]] = []
    dropped: set[int] = set()
    for mark, rank in ranked:
        while open_marks and open_marks[-1][0].end <= mark.start:
            open_marks.pop()
        if mark.element in _ONLY_IN and not (open_marks and open_marks[-1][0].element == _ONLY_IN[mark.element]):
            dropped.add(rank)
            continue
        while open_marks and not _fits(mark, open_marks[-1][0]) and open_marks[-1][1] > rank:
            dropped.add(open_marks.pop()[1])
        if open_marks and not _fits(mark, open_marks[-1][0]):
            dropped.add(rank)
            continue
        open_marks.append((mark, rank))
    return tuple(mark for mark, rank in ranked if rank not in dropped)


def _fits(mark: Mark, other: Mark) -> bool:
    """Say whether `mark`, which does not begin before `other`, lies after it or inside its text."""
    return other.end <= mark.start or (other.element not in _TEXT_ONLY and _inside(mark, other))


def _inside(mark: Mark, other: Mark) -> bool:
    inner_start, inner_end = other.inner
    return inner_start <= mark.start and mark.end <= inner_end


def fill(parent: etree._Element, text: str, start: int, end: int, marks: Sequence[Mark]) -> None:
    """Write `text[start:end]` into an element as mixed content.

    `marks` are in the order that `nest` gives; those outside the span are passed over. A blank line inside the span
    becomes `<lb/>`, other white space one space.
    """
    if not marks:
        _append_span(parent, text[start:end])
        return
    position = start
    index = 0
    while index < len(marks):
        mark = marks[index]
        if mark.start < position or mark.end > end:
            index += 1
            continue
        _append_span(parent, text[position : mark.start])
        child = etree.SubElement(parent, tei(mark.element), clark(mark.attributes))
        inside = index + 1
        while inside < len(marks) and marks[inside].start < mark.end:
            inside += 1
        fill(child, text, *mark.inner, marks[index + 1 : inside])
        position = mark.end
        index = inside
    _append_span(parent, text[position:end])


def clark(attributes: Attributes) -> dict[str, str]:
    """Return attributes with `xml:` names in Clark notation, as lxml wants them."""
    return {_clark(name): value for name, value in attributes}


@cache  # as many as TEI has attributes
def _clark(name: str) -> str:
    return name.replace("xml:", _XML, 1) if name.startswith("xml:") else name


def _append_span(parent: etree._Element, text: str) -> None:
    """Add source text; a blank line is a break that the source shows, a single line end only where a line was cut."""
    if text.isprintable() and "  " not in text:
        append_text(parent, text)
        return
    pieces = _BREAK.split(text)
    breaks = _BREAK.findall(text)
    append_text(parent, _SPACE.sub(" ", pieces[0]))
    line = pieces[0]
    for gap, piece in zip(breaks, pieces[1:], strict=True):
        if gap.count("\n") > 1 and parent.tag not in _UNBROKEN:
            etree.SubElement(parent, tei("lb"))
            append_text(parent, _SPACE.sub(" ", piece))
        else:
            cut = line[-1:] > "\u2e80" and piece[:1] > "\u2e80" and _is_cut(line[-1], piece[0])
            append_text(parent, ("" if cut else " ") + _SPACE.sub(" ", piece))
        line = piece


def _is_cut(before: str, after: str) -> bool:
    """Say whether a line end stands between two Chinese signs, which write no spaces."""
    return _BETWEEN_SIGNS.sub("", f"{before} {after}") == before + after
