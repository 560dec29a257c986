"""What single elements mean to the eye: emphasis, exact spaces, page breaks, the parts of a page round its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.capture.html.tree import Element

_EMPHASIS: Final = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), "italic"),
    "u": "underline",
    **dict.fromkeys(("s", "strike"), "strike"),
    "sup": "superscript",
    "sub": "subscript",
}
_STYLES: Final = (
    ("bold", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)),
    ("italic", re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)),
    ("underline", re.compile(r"text-decoration[\w-]*\s*:[^;]*underline", re.IGNORECASE)),
    ("strike", re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)),
    ("small-caps", re.compile(r"font-variant[\w-]*\s*:[^;]*small-caps", re.IGNORECASE)),
    ("spaced", re.compile(r"letter-spacing\s*:\s*(?:0?\.[1-9]\d*em|[1-9]\d*(?:\.\d+)?p[tx])", re.IGNORECASE)),
    ("superscript", re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)),
    ("subscript", re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE)),
)
_PLAIN: Final = re.compile(r"font-(?:weight|style)\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_PARTS: Final = {
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "menu": "menu",
    "menubar": "menu",
    "toolbar": "menu",
    "alert": "menu",
    "alertdialog": "menu",
}
_NAMED_PARTS: Final = {
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "navbar", "navigation", "nav-links", "pagination", "pager",
                     "skip-link", "site-nav", "main-menu", "menu", "post-navigation", "toc-nav"), "nav"),
    **dict.fromkeys(("share", "sharing", "social", "social-share", "share-buttons", "sharedaddy", "addtoany", "cookie",
                     "cookies", "cookie-bar", "cookie-banner", "cookie-notice", "cookie-consent", "gdpr", "newsletter",
                     "subscribe", "toolbar", "toolbox"), "menu"),
    **dict.fromkeys(("sidebar", "related", "related-posts", "related-articles", "jp-relatedposts", "related-content",
                     "recommended",
                     "read-next", "widget", "advertisement", "ads", "promo"), "aside"),
    **dict.fromkeys(("site-header", "page-header-bar", "masthead", "topbar", "top-bar"), "header"),
    **dict.fromkeys(("site-footer", "page-footer", "footer", "colophon", "site-info", "copyright", "catlinks",
                     "powered-by", "last-updated"), "footer"),
    **dict.fromkeys(("comments-area", "comment-list", "comment-respond"), "comments"),
}  # fmt: skip
"""Parts of a page by the names that authors of pages give them, where they use no element for it."""
_NAMED_BY_ID: Final = {
    **_NAMED_PARTS,
    **dict.fromkeys(("nav", "navi", "topmenu", "topnav", "mw-navigation", "mw-panel", "mw-head", "sitesub",
                     "contentsub", "jump-to-nav"), "nav"),
    **dict.fromkeys(("comments", "respond", "disqus_thread"), "comments"),
}  # fmt: skip
"""What an @id says in old pages and wikis: it is that of one part of the page, where a class may be anything's."""
_SECTIONS: Final = frozenset(("article", "main", "section", "aside", "blockquote", "td"))
_BREAK: Final = re.compile(r"(?:page-break-before|break-before)\s*:\s*(?:always|page|left|right)", re.IGNORECASE)
_INDENT: Final = re.compile(
    r"(?:margin|padding)(?:-left)?\s*:\s*(?:[\d.]+\w*\s+[\d.]+\w*\s+[\d.]+\w*\s+)?"
    r"(?:[2-9]\d|1\d{2})(?:\.\d+)?p[xt]|"
    r"(?:margin|padding)-left\s*:\s*(?:[1-9](?:\.\d+)?(?:r?em|cm|%)|\d{2}%|0?\.[5-9]\d*in|[1-3](?:\.\d+)?in)",
    re.IGNORECASE,
)
_ALIGN: Final = re.compile(r"text-align\s*:\s*(right|center|end)", re.IGNORECASE)
_SET_OFF: Final = frozenset(
    ("quote", "blockquote", "quotation", "block-quote", "indent", "indented", "extract", "quoted", "msoquote",
     "msointensequote", "msoblocktext", "telegram-text", "document-text")
)  # fmt: skip
_EXACT: Final = re.compile(r"white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\b", re.IGNORECASE)
_DISPLAY: Final = re.compile(r"(?:^|;)\s*display\s*:\s*(block|flex|grid|table|list-item)\b", re.IGNORECASE)
_PARAGRAPHS: Final = frozenset(("p", "dd", "dt", "address", "figcaption", "caption", "pre", "legend", "summary"))
_HOLDERS: Final = frozenset(
    ("div", "center", "section", "article", "main", "body", "blockquote", "figure", "form", "fieldset")
)
_QUOTES: Final = {
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "bg": ("„", "“"),
    "fr": ("« ", " »"),
    "de": ("„", "“"),
    "pl": ("„", "”"),
    "zh": ("“", "”"),
    "ja": ("「", "」"),
}


def emphases(element: Element) -> Iterator[str]:
    """Yield how an element sets its words off, each way once."""
    style = element.get("style")
    by_tag = _EMPHASIS.get(element.tag, "")
    if by_tag and not (by_tag in ("bold", "italic") and _PLAIN.search(style)):
        yield by_tag
    if style and not element.is_block:
        yield from (value for value, pattern in _STYLES if value != by_tag and pattern.search(style))


def furniture_part(element: Element) -> str:
    """Return which part of the page round its text an element is, empty for none (HTML, 4.3; WAI-ARIA, 5.3.4)."""
    for role in element.get("role").lower().split():
        if role in _PARTS:
            return _PARTS[role]
    if element.tag in ("nav", "aside"):
        return element.tag
    if element.tag in ("div", "section", "ul", "p"):
        by_id = _NAMED_BY_ID.get(element.get("id").lower())
        if by_id or (named := element.words() & _NAMED_PARTS.keys()):
            return by_id or min(_NAMED_PARTS[name] for name in named)
    if element.tag == "menu" or element.tag == "button":
        return "menu" if element.tag == "menu" else "form"
    if element.tag in ("header", "footer"):
        return "" if any(one.tag in _SECTIONS for one in element.ancestors()) else element.tag
    return ""


def is_paragraph(element: Element) -> bool:
    """Say whether an element is a paragraph: one by its name, or a division with words and no block of its own."""
    if element.tag in _PARAGRAPHS:
        return True
    if element.tag not in _HOLDERS:
        return False
    words = any(isinstance(child, str) and child.strip() for child in element.children)
    return words and not any(isinstance(child, Element) and child.is_block for child in element.children)


def is_quotation(element: Element) -> bool:
    """Say whether an element sets a whole passage off as a quotation."""
    return element.tag == "blockquote" or (element.tag in ("div", "section") and bool(element.words() & _SET_OFF))


def setting(element: Element) -> Iterator[tuple[str, str]]:
    """Yield how a paragraph is set: moved in from the left, to the right, in the middle of the line."""
    style = element.get("style")
    if (style and _INDENT.search(style)) or element.words() & _SET_OFF:
        yield "indent", "yes"
    align = _ALIGN.search(style) if style else None
    said = align[1].lower() if align else element.get("align").lower()
    if said in ("right", "center", "end"):
        yield "align", "right" if said == "end" else said
    elif element.parent is not None and element.parent.tag == "center":
        yield "align", "center"


def is_page_break(element: Element) -> bool:
    """Say whether a new page of the source begins at an element."""
    if _BREAK.search(element.get("style")):
        return True
    return bool(element.words() & {"doc-pagebreak", "pagebreak", "page-break"})


def is_exact(element: Element) -> bool:
    """Say whether spaces and line ends inside an element stand as they are."""
    return element.tag in ("pre", "textarea", "xmp", "listing", "plaintext") or bool(
        _EXACT.search(element.get("style"))
    )


def stands_apart(element: Element) -> bool:
    """Say whether an element stands on lines of its own, by its name or its style; parts of a table hold only rows."""
    return element.tag not in ("tbody", "thead", "tfoot") and (
        element.is_block or _DISPLAY.search(element.get("style")) is not None
    )


def quotes(language: str) -> tuple[str, str]:
    """Return the quotation marks that a browser sets round <q> in a language."""
    return _QUOTES.get(language.split("-")[0], ("“", "”"))
