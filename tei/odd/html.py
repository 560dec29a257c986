"""HTML as a tree: small builders, and the prose of an ODD (gi, att, val, ref, list …) turned into HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tei.names import XML_LANG
from tei.odd.documentation import example_text
from tei.odd.words import Markup, Words

_BLOCKS: Final = frozenset(
    {"section", "div", "table", "tr", "ul", "ol", "li", "dl", "dt", "dd", "p", "pre", "nav", "main", "header", "footer"}
    | {"h1", "h2", "h3", "h4", "details", "summary", "style", "meta", "title", "head", "body"}
)


def add(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """Add an element; `class_` stands for class, and other names are written as they are."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    node = etree.SubElement(parent, tag, named)
    if text:
        node.text = text
    return node


def say(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def serialise_html(root: etree._Element) -> bytes:
    """Write the page as HTML, a line for each block."""
    for node in root.iter(etree.Element):
        if node.tag in _BLOCKS and not (node.tail or "").strip():
            node.tail = "\n"
    root.tail = None
    return b"<!DOCTYPE html>\n" + etree.tostring(root, encoding="UTF-8", method="html") + b"\n"


class Prose:
    """Turns prose into HTML; `anchors` says where in the page the name of a specification is explained."""

    def __init__(self, anchors: Mapping[str, str], lang: str) -> None:
        self.anchors = anchors
        self.lang = lang

    def write(self, parent: etree._Element, words: Words) -> None:
        """Write the inside of a gloss, description or remark."""
        if words.lang and words.lang != self.lang:
            parent.set("lang", words.lang)
        self.inside(parent, words.markup)

    def inside(self, parent: etree._Element, markup: Markup) -> None:
        """Write mixed content."""
        for item in markup.content:
            if isinstance(item, str):
                say(parent, _collapsed(item))
            else:
                self.element(parent, item)

    def element(self, parent: etree._Element, markup: Markup) -> None:
        """Write one element of prose; what has no form of its own is its content."""
        writer = _WRITERS.get(markup.name)
        if writer is not None:
            writer(self, parent, markup)
        elif markup.name in _TAGS:
            tag = _TAGS[markup.name]
            node = add(parent, block_tag(markup) if tag == "p" else tag)
            if lang := markup.get(XML_LANG):
                node.set("lang", lang)
            self.inside(node, markup)
        else:
            self.inside(parent, markup)

    def name(self, parent: etree._Element, name: str, shown: str = "") -> None:
        """Write the name of a specification, linked to its place in the page."""
        self.link(add(parent, "code"), name, shown)

    def link(self, parent: etree._Element, name: str, shown: str = "") -> None:
        """Write a name as a link to its place in the page, or as plain text where it has none."""
        if anchor := self.anchors.get(name):
            add(parent, "a", shown or name, href=f"#{anchor}")
        else:
            say(parent, shown or name)


def block_tag(markup: Markup) -> str:
    """Return what a paragraph is in HTML: a `div` where it holds lists or examples, which no `p` may."""
    return "div" if _has_block(markup) else "p"


def _has_block(markup: Markup) -> bool:
    return any(item.name in ("list", "egXML", "quote", "p") or _has_block(item) for item in markup.elements())


def _collapsed(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}"


def _gi(prose: Prose, parent: etree._Element, markup: Markup) -> None:
    prose.name(parent, markup.text, f"<{markup.text}>")


def _att(_: Prose, parent: etree._Element, markup: Markup) -> None:
    add(parent, "code", f"@{markup.text}")


def _val(_: Prose, parent: etree._Element, markup: Markup) -> None:
    add(parent, "code", f'"{markup.text}"')


def _ident(prose: Prose, parent: etree._Element, markup: Markup) -> None:
    prose.name(parent, markup.text)


def _tag(_: Prose, parent: etree._Element, markup: Markup) -> None:
    add(parent, "code", f"<{markup.text}>")


def _quote(prose: Prose, parent: etree._Element, markup: Markup) -> None:
    say(parent, "“")
    prose.inside(parent, markup)
    say(parent, "”")


def _reference(prose: Prose, parent: etree._Element, markup: Markup) -> None:
    """Write a link; only to the web or into the page, as a description may come from anyone."""
    target = markup.get("target")
    known = prose.anchors.get(target.removeprefix("#"))
    address = f"#{known}" if known else target
    holder = add(parent, "a", href=address) if address.startswith(("https://", "http://", "#")) else parent
    say(holder, markup.text or target)  # without markup: a name inside would be a link in a link


def _list(prose: Prose, parent: etree._Element, markup: Markup) -> None:
    items = [item for item in markup.elements() if item.name in ("item", "label")]
    if any(item.name == "label" for item in items):
        holder = add(parent, "dl")
        tags = {"label": "dt", "item": "dd"}
    else:
        holder = add(parent, "ol" if markup.get("type") in ("ordered", "numbered") else "ul")
        tags = {"item": "li"}
    for item in items:
        prose.inside(add(holder, tags[item.name]), item)


def _example(_: Prose, parent: etree._Element, markup: Markup) -> None:
    add(add(parent, "pre"), "code", example_text(markup))


_TAGS: Final[Mapping[str, str]] = {
    "p": "p",
    "ab": "p",
    "hi": "em",
    "emph": "em",
    "term": "em",
    "mentioned": "em",
    "title": "cite",
    "foreign": "i",
    "code": "code",
    "quote": "blockquote",
}
_WRITERS: Final[Mapping[str, Callable[[Prose, etree._Element, Markup], None]]] = {
    "gi": _gi,
    "att": _att,
    "val": _val,
    "ident": _ident,
    "tag": _tag,
    "q": _quote,
    "soCalled": _quote,
    "ref": _reference,
    "ptr": _reference,
    "list": _list,
    "egXML": _example,
}
