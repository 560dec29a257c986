"""The text of a document as HTML that any page can hold: the part that a site, a preview and an offprint share."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from lxml import etree

from edition.render.stylesheets import transform
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


def html_fragment(
    tree: etree._ElementTree,
    *,
    path: str = "",
    transforms: Path | None = None,
    heading_level: int = 3,
    notes: bool = True,
    register: bool = True,
) -> Fragment:
    """Render the text of a document for a page whose own headings end above `heading_level` (1 to 6).

    Links inside the document that would lead nowhere on the page are written as text: without the register, names are
    phrases with `data-ref`.
    """
    root, findings = transform(
        "html",
        tree,
        path=path,
        transforms=transforms,
        heading_level=str(heading_level),
        notes=_yes(notes),
        register=_yes(register),
    )
    _mend_nesting(root)
    _mend_links(root)
    parts = {str(part.tag): _inner(part) for part in root}
    return Fragment(parts["text"], parts["notes"], parts["register"], parts["legend"], findings)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _inner(part: etree._Element) -> str:
    """Return the content of an element as HTML."""
    start = escape(part.text or "", quote=False)
    return start + "".join(etree.tostring(child, method="html", encoding="unicode") for child in part)


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
