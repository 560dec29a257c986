"""Research text: the words of a document in the order of reading, notes apart, each word led back into the TEI.

The words are those that the edition counts (edition.corpus.wording): the reading that the editor made of a choice,
editorial matter in the brackets that pages print. White space is folded; blocks are parted by a line end. Offsets count
characters (Unicode code points).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from edition.corpus.model import Document
from edition.corpus.wording import BLOCKS, BRACKETED, NOTES, SILENT, chosen
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.regexes import regex
from tei.xmlfile import parse_file

_SIGN: Final = r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]"
_LETTER: Final = r"[^\W_㐀-鿿豈-﫿\U00020000-\U0003ffff]"
_WORD: Final = regex(rf"{_SIGN}|{_LETTER}(?:\w|[-’'ʼ.\[\]­\u0300-\u036f]+(?={_LETTER})|[,/:](?=\d))*")
"""A Chinese sign, or letters and digits with what joins them: Com[rade, д’Арк, 36261/5, No.7."""
_BRACKETS: Final = str.maketrans("", "", "[]\u00ad")
_BREAKS: Final = frozenset(map(tei, ("lb", "pb", "cb")))
_CHOICE: Final = tei("choice")
_GAP: Final = tei("gap")
_NOTE: Final = tei("note")
_SUPPLIED: Final = tei("supplied")
_PREFIX: Final = f"{{{TEI_NS}}}"


@dataclass(frozen=True, slots=True)
class Place:
    """An element: its XPath from TEI, the nearest xml:id, the language that holds for it."""

    path: str
    xml_id: str
    lang: str


class Word(NamedTuple):
    """A word: text[start:end], why the editor put it there (empty for one of the source), and the element it is in.

    A tuple, since there are so many: they are made in a third of the time.
    """

    start: int
    end: int
    text: str
    form: str
    added: str
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """The body or a note: `within` and `anchor` say where a note stands, offset in characters."""

    name: str
    text: str
    words: tuple[Word, ...]
    place: Place
    type: str = ""
    n: str = ""
    xml_id: str = ""
    within: str = ""
    anchor: int = 0


def read_parts(document: Document) -> Iterator[Part]:
    """Yield the body of a document and then its notes, in their order; none without text. Raises SourceError."""
    root = _root(document.path, document.part)
    text = root.find(tei("text"))
    text = root.find(tei("sourceDoc")) if text is None else text
    if text is not None:
        yield from parts_of(root, text)


def parts_of(root: etree._Element, text: etree._Element) -> Iterator[Part]:
    """Yield the parts of the text of a TEI element."""
    places = _Places(root)
    waiting = deque([_Stretch("body", text)])
    number = 0
    while waiting:
        stretch = waiting.popleft()
        stretch.walk(text if stretch.name == "body" else stretch.element, "")
        yield _part(stretch, places)
        for note, anchor in stretch.notes:
            number += 1
            waiting.append(_Stretch(f"note-{number}", note, stretch.name, anchor))


def _part(stretch: _Stretch, places: _Places) -> Part:
    element, text = stretch.element, "".join(stretch.pieces)
    is_note = stretch.name != "body"
    return Part(
        stretch.name,
        text,
        tuple(_words(text, stretch, places)),
        places.of(element),
        element.get("type", ""),
        element.get("n", "") if is_note else "",
        element.get(XML_ID, ""),
        stretch.within,
        stretch.anchor,
    )


@dataclass(slots=True)
class _Stretch:
    """The text of a part as it grows: pieces, where each begins and in which element, and the notes that it met."""

    name: str
    element: etree._Element
    within: str = ""
    anchor: int = 0
    pieces: list[str] = field(default_factory=list)
    spans: list[tuple[int, etree._Element, str]] = field(default_factory=list)
    notes: list[tuple[etree._Element, int]] = field(default_factory=list)
    length: int = 0
    pending: str = ""

    def walk(self, element: etree._Element, added: str) -> None:
        """Take the content of an element; `added` is why the editor put it there."""
        if element.text:
            self._add(element.text, element, added)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, added)
            if child.tail:
                self._add(child.tail, element, added)

    def _child(self, child: etree._Element, added: str) -> None:
        tag = child.tag
        if tag in NOTES:
            found = [child] if tag == _NOTE else list(child.iter(_NOTE))
            self.notes += [(note, self.length) for note in found]
        elif tag in SILENT:
            self._part(" ")
        elif tag == _CHOICE:
            self.walk(chosen(child), added)
        elif tag in BLOCKS:
            between = "" if child.get("break") == "no" else " " if tag in _BREAKS else "\n"
            self._part(between)
            self.walk(child, added)
            self._part(between)
        else:
            self._inline(child, added)

    def _inline(self, child: etree._Element, added: str) -> None:
        before, after = BRACKETED.get(str(child.tag), ("", ""))
        if child.get("rend") == "none" or (child.tag == _GAP and not len(child)):
            before, after = ("[…]", "") if child.tag == _GAP else ("", "")
        if child.tag == _SUPPLIED:
            added = child.get("reason") or "supplied"
        elif child.tag == _GAP:
            added = "gap"
        if before:
            self._add(before, child, added)
        self.walk(child, added)
        if after:
            self._add(after, child, added)

    def _part(self, between: str) -> None:
        """Part what comes from what was: a line end goes before a space."""
        if between and self.pending != "\n":
            self.pending = between

    def _add(self, text: str, element: etree._Element, added: str) -> None:
        words = text.split()
        if not words or text[0].isspace():
            self._part(" ")
        if not words:
            return
        folded = " ".join(words)
        if self.pending and self.length:
            self.pieces.append(self.pending)
            self.length += 1
        self.pending = " " if text[-1].isspace() else ""
        self.spans.append((self.length, element, added))
        self.pieces.append(folded)
        self.length += len(folded)


def _words(text: str, stretch: _Stretch, places: _Places) -> Iterator[Word]:
    """Yield the words of a text, each with the element that its first letter stands in."""
    spans = iter(stretch.spans)
    _, element, added = next(spans, (0, stretch.element, ""))
    following = next(spans, None)
    place = places.of(element)
    marked = "[" in text or "]" in text or "\u00ad" in text
    for found in _WORD.finditer(text):
        start, end = found.span()
        if following is not None and following[0] <= start:
            while following is not None and following[0] <= start:
                (_, element, added), following = following, next(spans, None)
            place = places.of(element)
        word = form = text[start:end]
        if marked and ("[" in word or "]" in word or "\u00ad" in word):
            start, end = _whole(text, start, end)
            word = text[start:end]
            form = word.translate(_BRACKETS)
        yield Word(start, end, word, form, added, place)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the bracket that belongs to one inside it: Com[rade → Com[rade], Com]rade → [Com]rade."""
    opened, closed = text.count("[", start, end), text.count("]", start, end)
    if opened > closed and text[end : end + 1] == "]":
        return start, end + 1
    if closed > opened and start and text[start - 1] == "[":
        return start - 1, end
    return start, end


class _Places:
    """Where elements stand, each made out once."""

    def __init__(self, root: etree._Element) -> None:
        self._known = {root: Place("", root.get(XML_ID, ""), root.get(XML_LANG, ""))}

    def of(self, element: etree._Element) -> Place:
        """Return where an element stands; its parent's children are made out together."""
        known = self._known.get(element)
        if known is not None:
            return known
        parent = element.getparent()
        assert parent is not None
        above = self.of(parent)
        counts: dict[str, int] = {}
        start = f"{above.path}/" if above.path else ""
        for number, child in enumerate(parent.iterchildren(etree.Element), 1):
            tag = child.tag
            counts[tag] = count = counts.get(tag, 0) + 1
            step = f"tei:{tag[len(_PREFIX) :]}[{count}]" if tag.startswith(_PREFIX) else f"*[{number}]"
            ident, lang = (child.get(XML_ID), child.get(XML_LANG)) if child.attrib else (None, None)
            self._known[child] = Place(f"{start}{step}", ident or above.xml_id, lang or above.lang)
        return self._known[element]


def _root(path: Path, part: int) -> etree._Element:
    """Return the TEI element of a document: that of its number where the file holds several."""
    root = _parsed(path)
    if root.tag == tei("TEI") and not part:
        return root
    found = list(root.iter(tei("TEI")))
    return found[part - 1] if 0 < part <= len(found) else next(iter(found), root)


@lru_cache(maxsize=1)
def _parsed(path: Path) -> etree._Element:
    """Parse a file; the last one is remembered, since a file that holds many documents is asked for as often."""
    return parse_file(path).getroot()
