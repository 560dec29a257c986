"""A saved page as a tree of elements and strings: the one place where HTML is parsed, leniently, without a network.

HTML is no XML: tags stand open and overlap, and the parser mends them as a browser would. What never shows (scripts,
styles, templates, embedded programs) is not even put into the tree, but counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei.errors import SourceError
from tei.findings import Location
from tei.xmlfile import TOO_LARGE

Said = str | bytes
"""What the parser hands over is text, but may be bytes by its contract."""

MAX_DEPTH: Final = 5000
"""Elements left open nest without end on old pages; so deep nests only what means harm."""

UNSEEN: Final = frozenset(
    ("script", "style", "template", "noscript", "object", "embed", "applet", "canvas", "svg", "audio", "video",
     "iframe", "select", "datalist", "noframes", "annotation", "annotation-xml", "input")
)  # fmt: skip
"""Elements of which a browser shows no words, or none that are the page's."""

BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
     "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre",
     "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp")
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Element:
    """An element with its children in order, elements and strings alike; `order` counts start tags from the top."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)
    order: int = 0

    def get(self, name: str) -> str:
        """Return an attribute, empty where it is not there."""
        return self.attributes.get(name, "")

    @property
    def is_block(self) -> bool:
        """Whether the element stands on lines of its own."""
        return self.tag in BLOCKS

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements round this one, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def nodes(self) -> Iterator[Element | str]:
        """Yield this element and all in it, strings too, in order."""
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Element):
                stack.extend(reversed(node.children))

    def elements(self) -> Iterator[Element]:
        """Yield this element and the elements in it, in order."""
        return (node for node in self.nodes() if isinstance(node, Element))

    def text(self) -> str:
        """Return all words in the element, with single spaces."""
        return " ".join("".join(node for node in self.nodes() if isinstance(node, str)).split())

    def words(self) -> frozenset[str]:
        """Return what the element says of itself in @class, @role and @epub:type, in small letters."""
        said = " ".join(self.get(name) for name in ("class", "role", "epub:type", "rel"))
        return frozenset(said.lower().split())


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its tree, what was left out of it, its comments (a saved page says there where it is from)."""

    root: Element
    dropped: Counter[str]
    comments: tuple[str, ...]
    styles: tuple[str, ...] = ()


class _Builder:
    """What the parser tells of a page, as a tree."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._root = Element("#page")
        self._here = self._root
        self._depth = self._order = 0
        self._unseen: list[str] = []
        self._styles: list[str] = []
        self._dropped: Counter[str] = Counter()
        self._comments: list[str] = []

    def start(self, tag: Said, attrib: dict[Said, Said]) -> None:
        self._depth += 1
        self._order += 1
        if self._depth > MAX_DEPTH:
            message = f"elements nest deeper than {MAX_DEPTH} levels"
            raise SourceError(TOO_LARGE.at(Location(self._path), message, "save the page again"))
        name = _text(tag).lower()
        if self._unseen or name in UNSEEN:
            self._dropped[name] += not self._unseen
            self._unseen.append(name)
            return
        kept = {_text(key).lower(): _text(value) for key, value in attrib.items()}
        child = Element(name, kept, self._here, [], self._order)
        self._here.children.append(child)
        self._here = child

    def end(self, tag: Said) -> None:
        """Go back to the element round the one that ends; the parser closes them in order, so `tag` tells no more."""
        del tag
        self._depth -= 1
        if self._unseen:
            self._unseen.pop()
        elif self._here.parent is not None:
            self._here = self._here.parent

    def data(self, data: Said) -> None:
        if not self._unseen:
            self._here.children.append(_text(data))
        elif self._unseen == ["style"]:
            self._styles.append(_text(data))

    def comment(self, text: Said) -> None:
        self._comments.append(_text(text))

    def close(self) -> Page:
        return Page(self._root, self._dropped, tuple(self._comments), tuple(self._styles))


def _text(name: str | bytes | None) -> str:
    """Return what the parser hands over as text; libxml2 gives text, and nothing for an attribute without value."""
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else name or ""


def parse_page(text: str, path: str) -> Page:
    """Parse a page; raises SourceError where it nests beyond all reason. Anything else is a page, if an empty one."""
    parser = etree.HTMLParser(
        target=_Builder(path), encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True, recover=True
    )
    try:
        page = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        return Page(Element("#page"), Counter(), ())
    assert isinstance(page, Page)
    return page
