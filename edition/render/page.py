"""Whole pages: the header's words and the text's HTML put into the page templates; nothing else knows Jinja.

Each template has one frozen context class. Undefined names in a template are errors, and every value is escaped but
for the fragments that the stylesheet made.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree
from markupsafe import Markup

from edition.render.fragment import Fragment, html_fragment
from edition.render.header import Header, read_header
from edition.resources import transforms_dir
from tei.findings import Finding

PAGE: Final = "page.html.j2"
INDEX: Final = "index.html.j2"
_STYLE: Final = "edition.css"


@dataclass(frozen=True, slots=True)
class Style:
    """The style sheet that a page carries inside it, and the policy that allows just this sheet and nothing else."""

    css: Markup
    policy: str


@dataclass(frozen=True, slots=True)
class PageContext:
    """What page.html.j2 is given: the header in words, the text in HTML, the style."""

    header: Header
    text: Markup
    notes: Markup
    register: Markup
    legend: Markup
    style: Style


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One document of an index: where its page is, and what tells it from others."""

    href: str
    header: Header

    @property
    def order(self) -> tuple[bool, str, str]:
        """By date, undated last, then by address."""
        return (not self.header.sort_key, self.header.sort_key, self.href)


@dataclass(frozen=True, slots=True)
class IndexContext:
    """What index.html.j2 is given."""

    title: str
    entries: tuple[IndexEntry, ...]
    style: Style


def page_context(tree: etree._ElementTree, fragment: Fragment, *, transforms: Path | None = None) -> PageContext:
    """Return the context of a document's page: its header read, its fragment marked as safe."""
    return PageContext(
        header=read_header(tree),
        text=Markup(fragment.text),
        notes=Markup(fragment.notes),
        register=Markup(fragment.register),
        legend=Markup(fragment.legend),
        style=read_style(transforms),
    )


def render_page(
    tree: etree._ElementTree, *, path: str = "", transforms: Path | None = None
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a document as a page that needs nothing beside it, and what could not be shown as it should."""
    fragment = html_fragment(tree, path=path, transforms=transforms)
    context = page_context(tree, fragment, transforms=transforms)
    return fill_template(PAGE, context, transforms), fragment.findings


def render_index(title: str, entries: tuple[IndexEntry, ...], *, transforms: Path | None = None) -> bytes:
    """Return the page that lists documents, in order of date."""
    ordered = tuple(sorted(entries, key=lambda entry: entry.order))
    return fill_template(INDEX, IndexContext(title, ordered, read_style(transforms)), transforms)


def read_style(transforms: Path | None = None) -> Style:
    """Return the style sheet with its content security policy (CSP level 3): the digest lets in this sheet only."""
    css = (_folder(transforms) / "static" / _STYLE).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Style(Markup(css), f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")


def fill_template(template: str, context: object, transforms: Path | None = None) -> bytes:
    """Return a template filled with its context, which it knows as `page`, as UTF-8."""
    text = _environment(_folder(transforms) / "templates").get_template(template).render(page=context)
    return text.encode()


def _folder(transforms: Path | None) -> Path:
    return transforms or transforms_dir()


@lru_cache(maxsize=4)
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
