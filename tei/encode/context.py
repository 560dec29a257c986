"""The document of what stands round the telegrams of a page: argument, headings, notes, references to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lxml import etree

from tei.authority import Authority
from tei.encode.body import blocks_of
from tei.encode.document import Edition, publication, revision, stand_off
from tei.encode.languages import language_name
from tei.encode.markup import add
from tei.encode.responsibility import answer_for
from tei.model import Body, Capture, Credit, OwnedSpan
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.recognise.languages import language_of
from tei.text import normalise_space

_NAMESPACES: Final[Any] = {None: TEI_NS}


MIN_TOLD: Final = 900
"""Fewer characters round the telegrams, names and figures of a record, tell no language: the whole page does."""


def context_document(
    capture: Capture,
    spans: Sequence[OwnedSpan],
    telegrams: Mapping[int, str],
    *,
    id_: str,
    edition: Edition,
    body: Body | None = None,
    authority: Authority | None = None,
    people: Sequence[Credit] = (),
) -> etree._Element:
    """Return the document of what stands round the telegrams of a page.

    `telegrams` gives, for the offset at which each telegram was taken out, the id of its document. `body` is the text
    as blocks with its notes; without it each of the spans is a paragraph.
    """
    words = " ".join(capture.text[span.start : span.end] for span in spans)
    language = language_of(words if len(words) > MIN_TOLD else capture.text)
    root = etree.Element(tei("TEI"), {XML_ID: id_, XML_LANG: language}, nsmap=_NAMESPACES)
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    statement = add(description, "titleStmt")
    add(statement, "title", f"Context of the telegrams in {capture.name}", type="main")
    for name in dict.fromkeys(credit.name for credit in people if credit.role == "translator"):
        add(add(statement, "editor", role="translator"), "persName", name)
    publication(description, edition, id_)
    bibl = add(add(description, "sourceDesc"), "bibl", type="capture")
    add(bibl, "title", capture.name)
    add(bibl, "idno", capture.sha256, type="sha256")
    usage = add(add(header, "profileDesc"), "langUsage")
    add(usage, "language", language_name(language), ident=language)
    revision(header, edition)
    text = etree.Element(tei("text"), {"type": "context"})
    made = add(text, "body")
    if body is not None and body.message:
        blocks_of(made, body, capture.text)
        _point(made, telegrams)
        _head_of_the_whole(made)
    else:
        _plainly(made, capture, spans, telegrams)
    answer_for(header, text)
    if authority is not None:
        stand_off(root, text, header, authority, ())
    root.append(text)
    return root


def _point(body: etree._Element, telegrams: Mapping[int, str]) -> None:
    """Give each reference to a telegram the id of its document."""
    for ref in body.iter(tei("ref")):
        if ref.get("type") == "telegram":
            id_ = telegrams[int(ref.attrib.pop("n"))]
            ref.set("target", f"{id_}.xml")
            ref.text = id_


def _head_of_the_whole(body: etree._Element) -> None:
    """Take the heading of an empty first section as that of the whole text."""
    first = body[0] if len(body) else None
    if first is not None and first.tag == tei("div") and len(first) == 1 and first[0].tag == tei("head"):
        body.insert(0, first[0])
        body.remove(first)


def _plainly(body: etree._Element, capture: Capture, spans: Sequence[OwnedSpan], telegrams: Mapping[int, str]) -> None:
    pieces = [(span.start, "", normalise_space(capture.text[span.start : span.end])) for span in spans]
    for _, id_, words in sorted([*pieces, *((start, taken, "") for start, taken in telegrams.items())]):
        if id_:
            add(add(body, "p"), "ref", id_, type="telegram", target=f"{id_}.xml")
        else:
            add(body, "p", words)
