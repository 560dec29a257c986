"""Links are set in a document: the targets of telegrams that it answers or speaks of, and its neighbours.

The same call takes old links out, so that a document can be linked again; what an editor pointed at by hand stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from edition.cards import NEIGHBOURS, Card, description_of, spoken_refs
from edition.exchanges import Links, Neighbour
from tei.encode.serialise import canonical, lay_out
from tei.names import TEI_NS, tei
from tei.xmlfile import parse_bytes

_CONTEXT: Final = tei("correspContext")
_REF: Final = tei("ref")
_NAMESPACE: Final = b' xmlns="%b"' % TEI_NS.encode()
_BEGIN: Final = b"<correspDesc"
_END: Final = b"</correspDesc>"
_AROUND: Final = b"<TEI%b><teiHeader><profileDesc>" % _NAMESPACE
"""What stands round a correspDesc in a document, so that it is laid out as deep as it is there."""
_BEHIND: Final = b"</profileDesc></teiHeader></TEI>"


def linked(draft: bytes, links: Links) -> bytes:
    """Return a draft, which has no links to other pages yet, with its links set; nothing else changes."""
    if not links.digest():
        return draft
    start, end = draft.find(_BEGIN), draft.find(_END)
    if not 0 <= start < end:
        return relinked(draft, links, None)
    return _spliced(draft, start, end + len(_END), links)


def _spliced(draft: bytes, start: int, end: int, links: Links) -> bytes:
    """Return a draft with links set in the first correspDesc alone: the rest, most of it, need not be read for that."""
    root = parse_bytes(b"".join((_AROUND, draft[start:end], _BEHIND))).getroot()
    description = root[0][0][0]
    _set_links(description, links, None)
    piece = etree.tostring(description, encoding="UTF-8", xml_declaration=False, with_tail=False)
    return b"".join((draft[:start], piece.replace(_NAMESPACE, b"", 1), draft[end:]))


def relinked(data: bytes, links: Links, card: Card | None, path: str = "") -> bytes:
    """Return a document with its links set anew; `card` tells which targets were there before any link was set.

    Raises SourceError where it is no XML.
    """
    root = parse_bytes(data, path).getroot()
    set_links(root, links, card)
    return canonical(root)


def set_links(root: etree._Element, links: Links, card: Card | None) -> None:
    """Set the links of a document that is laid out already; one without correspDesc is left as it is."""
    description = description_of(root)
    if description is not None:
        _set_links(description, links, card)


def _set_links(description: etree._Element, links: Links, card: Card | None) -> None:
    targets: Mapping[int, str] = dict(links.targets)
    for place, ref in enumerate(list(spoken_refs(description))):
        if place in targets:
            ref.set("target", f"{targets[place]}.xml")
        elif card and place < len(card.spoken) and not card.spoken[place].target:
            ref.attrib.pop("target", "")
    context = _without_neighbours(description)
    near = [(type_, one) for type_, one in zip(NEIGHBOURS, (links.prev, links.next), strict=True) if one]
    if near:
        context = etree.SubElement(description, _CONTEXT) if context is None else context
        for type_, one in near:
            _add(context, type_, one)
    lay_out(description)


def _without_neighbours(description: etree._Element) -> etree._Element | None:
    """Take the neighbours out; returns the correspContext, None where there is none or nothing is left in it."""
    context = description.find(_CONTEXT)
    if context is None:
        return None
    for ref in list(context.iterchildren(_REF)):
        if ref.get("type") in NEIGHBOURS:
            context.remove(ref)
    if len(context) == 0:
        description.remove(context)
        return None
    return context


def _add(context: etree._Element, type_: str, one: Neighbour) -> None:
    ref = etree.SubElement(context, _REF, {"type": type_, "target": f"{one.id}.xml"})
    ref.text = one.title
