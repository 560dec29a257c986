"""One TEI document as HTML or plain text: the stylesheets of transforms/ run, pages and lines made from the result.

The parts, each using only those before it: `rows`, `moments`, `envelope`, `source`, `header` (what the header says, in
words); `wording` (stylesheets found and translated); `stylesheets` (compiled XSLT, shut off from files and network);
`beside` (texts set side by side); `fragment` (the text as HTML for any page); `page` (whole pages, the only importer of
jinja2); `filling`, `plaintext` (words into lines); `documents` (files).
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from edition.render import documents, stylesheets
from edition.render.documents import Format, Options, Rendering, RenderReport, render_document, render_paths
from edition.render.fragment import Fragment, html_fragment
from edition.render.header import Header, read_header
from edition.render.page import IndexContext, IndexEntry, PageContext, page_context, render_index
from edition.render.plaintext import DEFAULT_WIDTH, body_text, plain_text

RULES = (*stylesheets.RULES, *documents.RULES)

__all__ = [
    "DEFAULT_WIDTH",
    "RULES",
    "Format",
    "Fragment",
    "Header",
    "IndexContext",
    "IndexEntry",
    "Options",
    "PageContext",
    "RenderReport",
    "Rendering",
    "body_text",
    "html_fragment",
    "page_context",
    "plain_text",
    "read_header",
    "render_document",
    "render_html",
    "render_index",
    "render_paths",
    "render_text",
]


def render_html(tree: etree._ElementTree, *, transforms: Path | None = None) -> bytes:
    """Return a document as one HTML page that needs nothing beside it; raises SourceError as `render_document` does."""
    return render_document(tree, Format.HTML, transforms=transforms).data


def render_text(
    tree: etree._ElementTree, *, width: int = DEFAULT_WIDTH, notes: bool = True, transforms: Path | None = None
) -> bytes:
    """Return a document as plain text in UTF-8; raises SourceError as `render_document` does."""
    return render_document(tree, Format.TEXT, options=Options(width, notes), transforms=transforms).data
