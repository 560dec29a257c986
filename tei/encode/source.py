"""`sourceDesc`: the archival reference, printed sources, and where the page was captured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from tei.archives import ArchivalReference, Repository
from tei.authority import Authority
from tei.encode.languages import language_name
from tei.encode.markup import add
from tei.model import Capture, Holding, Printed, Telegram
from tei.names import tei
from tei.regexes import regex
from tei.slugs import slug
from tei.text import normalise_space, text_of

_NAME: Final = regex(r"[A-Za-z_][\w-]*")
_FOLIATIONS: Final = {"listy": "The leaves as the archive numbers them.", "pages": "The pages as they are numbered."}


def add_source(
    parent: etree._Element,
    telegram: Telegram,
    capture: Capture,
    hands: Sequence[etree._Element],
    authority: Authority,
) -> None:
    """Add `sourceDesc`."""
    source = add(parent, "sourceDesc")
    if telegram.holdings:
        _manuscript(source, telegram, hands, authority)
    elif telegram.original_language or hands:
        _unlocated(source, telegram, hands)
    for printed in telegram.printed:
        _printed(source, printed)
    _capture(source, telegram, capture)


def _manuscript(
    parent: etree._Element, telegram: Telegram, hands: Sequence[etree._Element], authority: Authority
) -> None:
    first, *others = telegram.holdings
    description = add(parent, "msDesc")
    identifier = add(description, "msIdentifier")
    _identifier(identifier, first.reference, authority)
    for other in others:
        _identifier(add(identifier, "altIdentifier"), other.reference, authority)
    item = _item(description, telegram, first)
    if not len(item):
        description.remove(description[-1])
    _physical(description, telegram, hands, first.reference)
    if first.reference.remark:
        add(add(add(description, "additional"), "surrogates"), "p", first.reference.remark)


def _unlocated(parent: etree._Element, telegram: Telegram, hands: Sequence[etree._Element]) -> None:
    """Describe an original of which no source says where it is kept."""
    description = add(parent, "msDesc")
    add(add(description, "msIdentifier"), "msName", "original, place of keeping not stated")
    if telegram.original_language:
        _item(description, telegram, None)
    _physical(description, telegram, hands, None)


def _item(description: etree._Element, telegram: Telegram, holding: Holding | None) -> etree._Element:
    item = add(add(description, "msContents"), "msItem")
    if holding:
        _locus(item, holding)
    if telegram.original_language:
        add(item, "textLang", language_name(telegram.original_language), mainLang=telegram.original_language)
    elif len(item):  # the leaves alone are no msItem to TEI
        add(item, "textLang", "not stated", mainLang="und")
    return item


def _physical(
    description: etree._Element,
    telegram: Telegram,
    hands: Sequence[etree._Element],
    reference: ArchivalReference | None,
) -> None:
    physical = add(description, "physDesc")
    form = add(physical, "objectDesc", form=telegram.kind)
    if reference is not None and reference.loci:
        _leaves(add(form, "supportDesc"), reference)
    _hands(physical, hands)


def _leaves(support: etree._Element, reference: ArchivalReference) -> None:
    """Add how many leaves there are, and the foliation that the locus points at."""
    leaves = reference.leaf_count if reference.unit == "leaf" else 0
    if leaves:
        extent = add(support, "extent")
        add(extent, "measure", f"{leaves} {'leaf' if leaves == 1 else 'leaves'}", unit="leaf", quantity=str(leaves))
    add(support, "foliation", _FOLIATIONS[_scheme(reference)], xml_id=_scheme(reference))


def _scheme(reference: ArchivalReference) -> str:
    """Return the id of the foliation that the numbers of a locus belong to."""
    return "listy" if reference.unit == "leaf" else "pages"


def _identifier(parent: etree._Element, reference: ArchivalReference, authority: Authority) -> None:
    repository = reference.repository
    if repository and parent.tag == tei("msIdentifier"):
        if repository.country_code:
            add(parent, "country", repository.country, key=repository.country_code)
        if repository.settlement:
            add(parent, "settlement", repository.settlement)
    if repository:
        add(parent, "repository", repository.name, ref=f"#{repository_id(repository, authority)}")
    if repository and not reference.idnos and not reference.written and parent.tag == tei("msIdentifier"):
        return  # the archive alone is named; in altIdentifier, which must have an idno, its words stand for one
    number = add(parent, "idno", type="archival")
    for type_, value in reference.idnos:
        add(number, "idno", value, type=type_)
    if not len(number):
        number.text = reference.written or reference.cited_as


def repository_id(repository: Repository, authority: Authority) -> str:
    """Return the xml:id of an archive: that of its entry in a list, else its abbreviation, else its key."""
    if repository.key in authority:
        return repository.key
    short = repository.abbreviation.replace(" ", "")
    return short if repository.known and _NAME.fullmatch(short) else f"repository-{slug(repository.key)}"


def _locus(item: etree._Element, holding: Holding) -> None:
    loci = holding.reference.loci
    scheme = f"#{_scheme(holding.reference)}"
    parent = add(item, "locusGrp", scheme=scheme) if len(loci) > 1 else item
    for first, last in loci:
        words = (
            holding.leaves_text
            if len(loci) == 1 and holding.leaves_text
            else first
            if first == last
            else f"{first}–{last}"
        )
        add(parent, "locus", words, scheme=scheme if len(loci) == 1 else "", from_=first, to=last)


_OF_TRANSLATOR: Final = regex(
    r"(?:\s*[–—-]+\s*(?:transl?|tr|translator|ed|editor)(?:['’]s note)?)?\s*\.*$", re.IGNORECASE
)
"""Who says so, at the end of a note on a hand, "underlined in red – trans.", and full stops."""


def _hands(physical: etree._Element, hands: Sequence[etree._Element]) -> None:
    if not hands:
        return
    description = add(physical, "handDesc")
    for number, note in enumerate(hands, 1):
        label = next((seg for seg in note if seg.get("type") == "label"), None)
        words = normalise_space(text_of(label) if label is not None else text_of(note))
        add(
            description,
            "handNote",
            _sentence(_OF_TRANSLATOR.sub("", words.rstrip(": "))),
            xml_id=f"hand-{number}",
            scope="minor",
        )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _printed(parent: etree._Element, printed: Printed) -> None:
    bibl = add(parent, "bibl", type=printed.type)
    _people(bibl, "author", printed.authors)
    _people(bibl, "editor", printed.editors)
    if printed.title or printed.text:
        add(bibl, "title", printed.title or printed.text, level="j" if printed.day else "m")
    if printed.title_translated:
        add(bibl, "title", printed.title_translated, level="m", type="translated")
    for unit in ("volume", "book"):
        value = getattr(printed, unit)
        if value:
            add(bibl, "biblScope", value, unit=unit)
    if printed.volume_title:
        add(bibl, "title", printed.volume_title, level="m", type="sub")
    _imprint(bibl, printed)
    if printed.document:
        add(bibl, "citedRange", printed.document, unit="document", from_=printed.document, to=printed.document)
    for first, last in printed.pages:
        add(bibl, "citedRange", first if first == last else f"{first}–{last}", unit="page", from_=first, to=last)


def _imprint(bibl: etree._Element, printed: Printed) -> None:
    for element, value in (("pubPlace", printed.place), ("publisher", printed.publisher)):
        if value:
            add(bibl, element, value)
    if printed.year:
        add(bibl, "date", printed.year, when=printed.day or printed.year)


def _people(bibl: etree._Element, name: str, people: Iterable[str]) -> None:
    for person in people:
        add(bibl, name, person)


def _capture(parent: etree._Element, telegram: Telegram, capture: Capture) -> None:
    bibl = add(parent, "bibl", type="capture")
    add(bibl, "title", telegram.site or capture.name)
    if telegram.url:
        add(bibl, "ref", telegram.url, target=telegram.url)
    if telegram.citation:
        add(bibl, "note", normalise_space(telegram.citation), type="citation")
    add(bibl, "idno", capture.sha256, type="sha256")
