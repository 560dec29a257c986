"""The text of a document as HTML that any page can hold: the part that a site, a preview and an offprint share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from lxml import etree

from edition.render.beside import set_beside
from edition.render.rows import content
from edition.render.stylesheets import transform
from edition.render.wording import Words
from tei.findings import Finding

_BLOCKS: Final = frozenset(
    {"article", "aside", "blockquote", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"ol", "p", "section", "table", "ul"}
)
_DROPPED: Final = "dropped"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Four pieces of HTML, each whole and each perhaps empty: safe to put into a page as they are.

    `text` is the text with its markers, `notes` the list of footnotes, `register` the persons, places and organisations
    that names link to, `legend` the editorial marks that occur. `findings` say what could not be shown as it should.
    """

    text: str
    notes: str
    register: str
    legend: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Where a pointer of the text leads on a site: an address, and who or what it is, for those who hover.

    `text` takes the place of the words, where those were only the pointer.
    """

    href: str
    title: str = ""
    text: str = ""


Links = Callable[[str, str, str], Target | None]
"""Where a name or reference leads, by its pointer (empty for none), its element (`persName`, `ref`) and its words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The language of the words that a page adds to a text, and whether it has both views: read, and with all marks."""

    lang: str = "en"
    words: Words | None = None
    views: bool = False


def html_fragment(
    tree: etree._ElementTree,
    *,
    path: str = "",
    transforms: Path | None = None,
    heading_level: int = 3,
    notes: bool = True,
    register: bool = True,
    links: Links | None = None,
    wording: Wording | None = None,
    own: Path | None = None,
    beside: Sequence[tuple[str, etree._Element]] = (),
) -> Fragment:
    """Render the text of a document for a page whose own headings end above `heading_level` (1 to 6).

    Links inside the document that would lead nowhere on the page are written as text: without the register, names are
    phrases with `data-ref`. `links` leads names and pointers such as `#stalin` to other pages. `wording` is the
    language of what is added to the text, and `own` the folder of an edition whose stylesheets come before ours.
    `beside` are texts in other languages, each a language tag and what `text_tree` returned, that are set beside it.
    """
    root, findings = _tree(
        tree,
        path=path,
        transforms=transforms,
        heading_level=heading_level,
        notes=notes,
        register=register,
        links=links,
        wording=wording or Wording(),
        own=own,
    )
    if beside:
        set_beside(root[0], beside)
    parts = {str(part.tag): _inner(part) for part in root}
    return Fragment(parts["text"], parts["notes"], parts["register"], parts["legend"], findings)


def text_tree(
    tree: etree._ElementTree, *, links: Links | None, wording: Wording, own: Path | None = None
) -> etree._Element:
    """Return the text of a document without its notes, as elements that `html_fragment` can set beside another text."""
    root, _ = _tree(tree, notes=False, register=False, links=links, wording=wording, own=own)
    return root[0]


def fragment_tree(
    tree: etree._ElementTree,
    *,
    path: str,
    heading_level: int,
    links: Links | None,
    wording: Wording,
    own: Path | None = None,
) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the text of a document with its notes and legend as elements, for what is no page of HTML: a book.

    The children of the root are `text`, `notes`, `register` (empty) and `legend`; the findings are those of a fragment.
    """
    return _tree(
        tree,
        path=path,
        heading_level=heading_level,
        notes=True,
        register=False,
        links=links,
        wording=wording,
        own=own,
    )


def _tree(
    tree: etree._ElementTree,
    *,
    path: str = "",
    transforms: Path | None = None,
    heading_level: int = 3,
    notes: bool,
    register: bool,
    links: Links | None,
    wording: Wording,
    own: Path | None,
) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the four parts of a fragment as elements, and what the stylesheet had to report."""
    root, findings = transform(
        "html",
        tree,
        path=path,
        transforms=transforms,
        heading_level=str(heading_level),
        notes=_yes(notes),
        register=_yes(register),
        own=own,
        words=wording.words,
        interface=wording.lang,
        views=_yes(wording.views),
    )
    if links is not None:
        _lead(root, links)
    _mend_nesting(root)
    _mend_links(root)
    return root, findings


def _lead(root: etree._Element, links: Links) -> None:
    """Lead names and references to where `links` says; the pointer itself is of no use on a site, and goes."""
    for each in root.iter("a", "span"):
        pointer = str(each.attrib.pop("data-ref", "") or each.attrib.pop("data-target", ""))
        name = each.get("class", "").removeprefix("name ").partition(" ")[0]
        if not pointer and not each.get("class", "").startswith("name "):
            continue
        target = links(pointer, name, content(each))
        if target is None:
            continue
        each.tag = "a"
        each.set("href", target.href)
        if target.title:
            each.set("title", target.title)
        if target.text:
            del each[:]
            each.text = target.text


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _inner(part: etree._Element) -> str:
    """Return the content of an element as HTML."""
    start = escape(part.text or "", quote=False)
    return start + "".join(str(etree.tostring(child, method="html", encoding="unicode")) for child in part)


def _mend_nesting(root: etree._Element) -> None:
    """Make divisions of the paragraphs and spans that hold blocks: TEI lets a p hold a list, HTML does not.

    A browser would close the paragraph before the list and lose the rest of it. A link in a link is undone likewise.
    """
    blocks = [element for element in root.iter(etree.Element) if element.tag in _BLOCKS]
    for block in blocks:
        for ancestor in block.iterancestors("p", "span"):
            if ancestor.tag == "p":
                ancestor.set("class", f"p {ancestor.get('class', '')}".strip())
            ancestor.tag = "div"
    for link in list(root.iter("a")):
        if next(link.iterancestors("a"), None) is not None:
            _unlink(link)


def _mend_links(root: etree._Element) -> None:
    """Take out the links that lead to no place of the page: back links go, others become text."""
    places = {f"#{element.get('id')}" for element in root.iter(etree.Element) if element.get("id")}
    for link in list(root.iter("a")):
        target = link.get("href", "")
        if not target.startswith("#") or target in places:
            continue
        if link.get("role") == "doc-backlink":
            link.tag = _DROPPED
        else:
            _unlink(link)
    etree.strip_elements(root, _DROPPED, with_tail=False)


def _unlink(link: etree._Element) -> None:
    link.tag = "span"
    for name in ("href", "role", "aria-label"):
        link.attrib.pop(name, "")
