"""The text of a document as its page shows it: read from its file, its names and references led to their pages."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Final

from lxml import etree

from edition.corpus.model import Document, Kind
from edition.corpus.pointers import Prefixes, key_of
from edition.corpus.register import Keys
from edition.render.fragment import Fragment, Links, Target, Wording, html_fragment, text_tree
from edition.site.messages import load_messages
from edition.site.plan import Planned, Site
from edition.site.rows import document_href, entry_href
from tei.names import tei
from tei.xmlfile import parse_file

_KINDS: Final = {
    **dict.fromkeys(("persName", "name"), Kind.PERSON),
    "orgName": Kind.ORGANISATION,
    **dict.fromkeys(("placeName", "geogName", "settlement", "country", "region", "district", "bloc"), Kind.PLACE),
}


def read_tree(document: Document) -> etree._ElementTree:
    """Return the TEI of a document: its file, or the element of a file that holds several. Raises SourceError."""
    return _cut(parse_file(document.path), document.part)


def _cut(tree: etree._ElementTree, part: int) -> etree._ElementTree:
    found = list(tree.getroot().iter(tei("TEI"))) if part else []
    if not 0 < part <= len(found):
        return tree
    return etree.ElementTree(deepcopy(found[part - 1]))


def text_of(
    site: Site, planned: Planned, document: Document, tree: etree._ElementTree, others: Sequence[Document] = ()
) -> Fragment:
    """Return the text of a document in HTML, for a page of a language: in both views, names and references linked.

    `others` are the same piece in other languages, whose texts are set beside it.
    """
    return html_fragment(
        tree,
        path=str(document.path),
        register=False,
        links=links_of(site, planned, tree),
        wording=_wording(site, planned),
        own=site.settings.own,
        beside=[(other.lang, _other(site, planned, other)) for other in others],
    )


def _other(site: Site, planned: Planned, document: Document) -> etree._Element:
    tree = read_tree(document)
    links = links_of(site, planned, tree)
    return text_tree(tree, links=links, wording=_wording(site, planned), own=site.settings.own)


def _wording(site: Site, planned: Planned) -> Wording:
    return Wording(planned.lang, load_messages(planned.lang, site.settings.own).gettext, views=True)


def links_of(site: Site, planned: Planned, tree: etree._ElementTree) -> Links:
    """Return what leads the names and references of a document from a page to others."""
    prefixes = Prefixes(tree.getroot().find(tei("teiHeader")))
    keys, corpus = _keys(site), site.corpus

    def lead(pointer: str, element: str, words: str) -> Target | None:
        if element.startswith("ref"):
            other = corpus.by_id.get(key_of(pointer).removesuffix(".xml"))
            if other is None:
                return None
            bare = other.title if words in (other.id, pointer) else ""
            return Target(document_href(site, planned, other), text=bare)
        place = keys.settle(_KINDS.get(element), prefixes.expand(pointer), words)
        entry = corpus.entries.get(place) if place else None
        if entry is None:
            return None
        return Target(entry_href(site, planned, entry), entry.name if entry.name != words else "")

    return lead


@lru_cache(maxsize=1)
def _keys(site: Site) -> Keys:
    return Keys(site.corpus.entries)
