"""The text of a document as a book holds it: XHTML that is valid whatever TEI it came from, its ids the book's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from lxml import etree

from edition.book.volume import EPUB_NS, is_tag
from tei.names import XML_LANG
from tei.text import text_of

_TYPE: Final = f"{{{EPUB_NS}}}type"
_DROPPED: Final = "dropped"
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | frozenset(
    {"article", "aside", "blockquote", "details", "div", "dl", "figure", "ol", "p", "pre", "section", "table", "ul"}
)
_PHRASES: Final = _HEADINGS | frozenset(
    {"abbr", "b", "cite", "code", "em", "i", "p", "pre", "q", "rt", "ruby", "small", "span", "strong"}
    | {"sub", "sup", "time"}
)
"""Elements that may hold no block: what TEI nests otherwise becomes a division (HTML, section 3.2.5.2)."""

_KEPT: Final = frozenset({"data-n", "data-type"})
_TIME: Final = re.compile(
    r"(\d{4})(-\d\d)?(-\d\d)?(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?"
)
_CLOCK: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?")

_WIDTH: Final = 4
_FIGURE_SPACE: Final = "\u2007"
"""As wide as a figure: numbers that are filled up with it stand in a column."""

Lead = Callable[[str], str]


def clean(root: etree._Element, prefix: str, lead: Lead) -> None:
    """Make what the stylesheets made valid XHTML of a book: ids begin with `prefix`, links go where `lead` says.

    What was meant for a screen alone goes: words for hovering and hidden ones, regions that scroll.
    """
    for hidden in list(root.iter("span")):
        if hidden.get("class") == "said":
            hidden.tag = _DROPPED
    etree.strip_elements(root, _DROPPED, with_tail=False)
    taken: set[str] = set()
    for element in root.iter(etree.Element):
        _mend(element)
        _identify(element, prefix, taken)
        _speak(element)
    _nest(root)
    _mend_lists(root)
    for link in list(root.iter("a")):
        _link(link, prefix, lead)


def _mend(element: etree._Element) -> None:
    """Take from an element what a book has no use for, and from a time what HTML would not know."""
    for name in [str(name) for name in element.attrib]:
        if name.startswith("data-") and name not in _KEPT:
            del element.attrib[name]
    for name in ("aria-hidden", "tabindex", "title"):
        element.attrib.pop(name, "")
    if element.get("role") in ("region", "note"):
        del element.attrib["role"]
        element.attrib.pop("aria-label", "")
    if element.tag == "q":
        element.tag = "span"  # Its marks stand in the text, and a reader without our style sheet would add its own.
        element.set("class", f"q {element.get('class', '')}".strip())
    if element.tag == "dfn":
        element.tag = "span"  # A term in a term is none to HTML.
    if element.tag == "time" and not _is_time(element.get("datetime", "")):
        element.tag = "span"
        element.attrib.pop("datetime", "")


def _is_time(value: str) -> bool:
    if _CLOCK.fullmatch(value):
        return True
    found = _TIME.fullmatch(value)
    if not found or (found[4] and not found[3]):
        return False
    try:
        date(int(found[1]), int((found[2] or "-1")[1:]), int((found[3] or "-1")[1:]))
    except ValueError:
        return False
    return True


def _identify(element: etree._Element, prefix: str, taken: set[str]) -> None:
    ident = str(element.attrib.pop("id", ""))
    if ident and ident not in taken:
        taken.add(ident)
        element.set("id", f"{prefix}-{ident}")


def _speak(element: etree._Element) -> None:
    """Say the language in the way of XML too; a code that is none goes."""
    lang = element.get("lang")
    if lang is None:
        return
    if is_tag(lang):
        element.set(XML_LANG, lang)
    else:
        del element.attrib["lang"]


def _nest(root: etree._Element) -> None:
    """Make divisions of the phrases and headings that hold blocks."""
    for block in list(root.iter(*_BLOCKS)):
        for ancestor in block.iterancestors(*_PHRASES):
            divide(ancestor)


def divide(element: etree._Element) -> None:
    """Make a division of an element that its class then names."""
    if element.tag != "span":
        element.set("class", f"{element.tag} {element.get('class', '')}".strip())
    element.attrib.pop("datetime", "")
    element.tag = "div"


def _mend_lists(root: etree._Element) -> None:
    """Make divisions of description lists that are not terms, each with its descriptions (HTML, section 4.4.9)."""
    for described in list(root.iter("dl")):
        shape = "".join(str(child.tag)[1] for child in described.iterchildren("dt", "dd"))
        if re.fullmatch(r"(t+d+)+", shape):
            continue
        for child in described.iterchildren("dt", "dd"):
            divide(child)
        divide(described)


def _link(link: etree._Element, prefix: str, lead: Lead) -> None:
    href = link.get("href", "")
    place = f"#{prefix}-{href[1:]}" if href.startswith("#") else lead(href)
    if place:
        link.set("href", place)
        return
    link.tag = "span"
    for name in ("href", "role", "aria-label"):
        link.attrib.pop(name, "")


def mark_leaves(root: etree._Element, prefix: str) -> tuple[tuple[str, str], ...]:
    """Make the leaf breaks what readers of e-books know as page breaks; return (id, leaf) of those that say a leaf."""
    found = []
    for number, leaf in enumerate(_of_class(root, "pb"), 1):
        leaf.set("role", "doc-pagebreak")
        leaf.set(_TYPE, "pagebreak")
        if not leaf.get("id"):
            leaf.set("id", f"{prefix}--leaf-{number}")
        if label := leaf.get("data-n", ""):
            found.append((leaf.get("id", ""), label))
    return tuple(found)


def list_notes(text: etree._Element, notes: etree._Element) -> None:
    """Make the notes what readers of e-books show beside their markers, and else at the end of the document."""
    for note in _listed(notes):
        note.tag = "aside"
        note.set("role", "doc-footnote")
        note.set(_TYPE, "footnote")
    for listed in notes.iterchildren("ol"):
        listed.tag = "div"
    for marker in (*_markers(text), *_markers(notes)):
        marker.set(_TYPE, "noteref")


def place_notes(text: etree._Element, notes: etree._Element, number: int) -> None:
    """Move each note to its first marker in the text, for whoever sets it at the foot of that page.

    A note that is marked in no text stays among the notes; markers after the first lead to where the note is. The first
    note says the number of its document, since notes of two documents may stand at the foot of one page.
    """
    known = {f"#{note.get('id')}": note for note in _listed(notes)}
    said = str(number).ljust(_WIDTH, _FIGURE_SPACE)
    for marker in [*_markers(text)]:
        if (note := known.pop(marker.get("href", ""), None)) is not None:
            _place(marker, note, notes, said)
            said = ""
    for back in [*notes.iter("a")]:
        if back.get("role") == "doc-backlink":
            back.tag = _DROPPED
    etree.strip_elements(notes, _DROPPED, with_tail=False)
    _nest(text)


def _place(marker: etree._Element, note: etree._Element, root: etree._Element, said: str) -> None:
    """Make of a marker, with its superscript, the note itself; an edition's own stylesheet may have no superscript."""
    parent, number = marker.getparent(), text_of(marker)
    place = parent if parent is not None and parent.tag == "sup" else marker
    _unmark(note)
    del place[:]
    place.tag, place.text = "span", (note.text or "").lstrip()
    place.attrib.clear()
    place.attrib.update({"class": "foot", "data-n": number, "id": note.get("id", "")})
    if said:
        place.set("data-of", said)
    if lang := note.get("lang", ""):
        place.set("lang", lang)
    place.extend(list(note))
    _run_on(place, bare=not (note.text or "").strip())
    note.tag = _DROPPED
    etree.strip_elements(root, _DROPPED, with_tail=False)
    for emptied in [listed for listed in root.iterchildren("ol") if not len(listed)]:
        root.remove(emptied)


def hang_numerals(text: etree._Element) -> None:
    """Make the numerals of points and items attributes, which a style sheet sets before them, in the margin of each.

    Elements that float would come before all others where the words of a page are read in the order of its file.
    """
    for numeral in [each for each in text.iter("span") if each.get("class") == "numeral"]:
        point = numeral.getparent()
        if point is None or point[0] is not numeral or (point.text or "").strip():
            continue
        numeral.tag = _DROPPED
        words = text_of(numeral)
        etree.strip_elements(point, _DROPPED, with_tail=False)
        point.text = (point.text or "").lstrip()
        opening = None if point.text else next(iter(point), None)
        (opening if opening is not None and opening.tag == "p" else point).set("data-numeral", words)


def _unmark(note: etree._Element) -> None:
    """Take from a note its number and the ways back to its markers."""
    for each in [*note.iter("a", "span")]:
        if each.get("role") == "doc-backlink" or (each.get("class") == "numeral" and each.getparent() is note):
            each.tag = _DROPPED
    etree.strip_elements(note, _DROPPED, with_tail=False)


def _run_on(place: etree._Element, *, bare: bool) -> None:
    """Make phrases of the paragraphs of a note; the first runs on after the number, where no words stand before it."""
    opening = next(place.iterchildren("p"), None) if bare else None
    for paragraph in [*place.iter("p")]:
        paragraph.tag = "span"
        paragraph.set("class", f"{'first' if paragraph is opening else 'p'} {paragraph.get('class', '')}".strip())


def _listed(notes: etree._Element) -> list[etree._Element]:
    return [note for listed in notes.iterchildren("ol") for note in listed.iterchildren("li")]


def _markers(root: etree._Element) -> Iterator[etree._Element]:
    return (link for link in root.iter("a") if link.get("role") == "doc-noteref")


def _of_class(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in root.iter("div", "span") if each.get("class") == name)


def wrapped(part: etree._Element, class_: str, lang: str = "") -> etree._Element:
    """Return the content of a part in a division that knows the names of EPUB."""
    made = etree.Element("div", {"class": class_}, {"epub": EPUB_NS})
    if is_tag(lang):
        made.set("lang", lang)
        made.set(XML_LANG, lang)
        if lang[:2].lower() in ("ar", "he", "fa", "ur"):
            made.set("dir", "rtl")
    made.text = part.text
    made.extend(list(part))
    etree.strip_elements(made, _DROPPED, with_tail=False)
    return made


def written(element: etree._Element, *, html: bool) -> str:
    """Return an element as a string: XHTML, or HTML whose empty elements every parser of HTML closes."""
    return str(etree.tostring(element, method="html" if html else "xml", encoding="unicode"))
