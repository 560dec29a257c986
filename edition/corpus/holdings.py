"""Where a piece is kept: msDesc of any project as holdings, each with a key that is the same however it is written."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lxml import etree

from edition.corpus.model import Holding
from edition.corpus.pointers import key_of, pointer_of, safe, slug_of
from edition.corpus.wording import distinct, words
from tei.archives import ArchivalReference, LeafRange, Repositories, Repository, format_reference, parse
from tei.archives.leaves import read_leaves
from tei.archives.parts import FORMS
from tei.archives.script import canvas
from tei.names import tei

_KEEPERS: Final = ("repository", "institution", "collection", "settlement", "country")
_LEAVES: Final = frozenset(("listy", "pages", "leaves", "folios", "folio"))
_NOT_MARKS: Final = frozenset(("uri", "url", "urn", "doi", "gnd", "kalliope", "sha256", "isil", "ark", "handle"))
_UNKNOWN: Final = "unknown"
"""The key of the archive that a shelf mark without any archive is in."""
_IDNO: Final = tei("idno")


def holdings_of(header: etree._Element, register: Repositories) -> tuple[Holding, ...]:
    """Return the places where the piece is kept, the first being the one that the text was taken from."""
    found: list[Holding] = []
    for manuscript in header.iter(tei("msDesc")):
        identifier = manuscript.find(tei("msIdentifier"))
        if identifier is None:
            continue
        loci = manuscript.iterfind(f"{tei('msContents')}//{tei('locus')}")
        leaves = ", ".join(distinct(words(each) for each in loci))
        found += filter(None, (_holding(identifier, register, leaves),))
        for other in identifier.iterchildren(tei("altIdentifier")):
            found += filter(None, (_holding(other, register, ""),))
    return tuple(dict.fromkeys(found))


def _holding(identifier: etree._Element, register: Repositories, loci: str) -> Holding | None:
    keepers = {name: identifier.find(tei(name)) for name in _KEEPERS}
    place = {name: words(keepers[name]) for name in _KEEPERS}
    keeper = keepers["repository"] if keepers["repository"] is not None else keepers["institution"]
    name = words(keeper)
    parts, leaves = _parts(identifier)
    if not (name or parts or place["collection"]):
        return None
    key = key_of(pointer_of(keeper)) if keeper is not None else ""
    known = register.get(key.casefold()) or register.get(key) or (_named(register, name) if name else None)
    reference = _reference(parts, leaves, known or _unregistered(key, name, parts))
    if reference is None:
        return _shelved(key or (known.key if known else slug_of(name)), name, place, parts, leaves or loci, known)
    return Holding(
        repository=key or (known.key if known else slug_of(name)),
        name=name or (known.name if known else ""),
        parts=reference.parts,
        leaves=reference.leaves_text or leaves or loci,
        key=reference.key,
        citation=_cited(reference, leaves or loci),
        settlement=place["settlement"] or (known.settlement if known else ""),
        country=place["country"] or (known.country if known else ""),
    )


@lru_cache(maxsize=256)
def _named(register: Repositories, name: str) -> Repository | None:
    return register.named(name)


def _parts(identifier: etree._Element) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return the parts of a shelf mark as (type, value), and the leaves, from idno inside idno or side by side."""
    parts: list[tuple[str, str]] = []
    leaves = ""
    for idno in identifier.iterchildren(_IDNO):
        for part in list(idno.iterchildren(_IDNO)) or [idno]:
            type_, text = part.get("type", "").strip(), words(part)
            if type_.lower() in _LEAVES:
                leaves = leaves or text
            elif text and type_.lower() not in _NOT_MARKS:
                parts.append((type_ or "shelfmark", text))
    return tuple(parts), leaves


def _unregistered(key: str, name: str, parts: tuple[tuple[str, str], ...]) -> Repository | None:
    """Return an archive that no register has, with the parts that this reference gives."""
    if not (key or name):
        return None
    fond = parts[0][0] == "fond" if parts else False
    own = tuple(type_ for type_, _ in parts)
    return Repository(key or slug_of(name), name or key, family="fond" if fond else "segments", parts=own, known=False)


def _reference(
    parts: tuple[tuple[str, str], ...], leaves: str, repository: Repository | None
) -> ArchivalReference | None:
    """Return the value of a reference that is made of parts, or written in one; None for a mere shelf mark."""
    if repository is None or not parts:
        return None
    if any(type_ in _STRUCTURED or (repository.known and type_ in repository.parts) for type_, _ in parts):
        return ArchivalReference(repository, parts, _read_leaves(leaves))
    return _parsed(repository, ", ".join((*(text for _, text in parts), *([leaves] if leaves else ()))))


_STRUCTURED: Final = frozenset(FORMS) - {"identifier", "name", "collection", "number", "item", "call-number"}
"""Types of idno that say what a part of a shelf mark is."""


@lru_cache(maxsize=4096)
def _read_leaves(leaves: str) -> tuple[LeafRange, ...]:
    """Return the leaves that a text consists of; none where it says more than that."""
    page = canvas(leaves)
    read = read_leaves(page, 0) if leaves else None
    return read.ranges if read is not None and read.end == len(page.plain) else ()


def _parsed(repository: Repository, text: str) -> ArchivalReference | None:
    """Read a shelf mark written in one piece, of an archive whose references are known."""
    if not repository.known:
        return None
    read = parse(f"{repository.short_name()}, {text}")
    return read if read is not None and read.parts and read.repository == repository else None


def _cited(reference: ArchivalReference, leaves: str) -> str:
    text = format_reference(reference, "wilson")
    return text if reference.leaves or not leaves else f"{text}, {leaves}"


def _shelved(
    repository: str,
    name: str,
    place: dict[str, str],
    parts: tuple[tuple[str, str], ...],
    leaves: str,
    known: Repository | None,
) -> Holding:
    """Return a holding whose shelf mark is cited as the file writes it."""
    collected = (("collection", place["collection"]),) if place["collection"] and name else ()
    name = name or place["collection"]
    repository = repository or slug_of(name) or _UNKNOWN
    every = (*collected, *parts)
    settlement = place["settlement"] or (known.settlement if known else "")
    citation = ", ".join(filter(None, (name, settlement, *(text for _, text in every), leaves)))
    address = (repository, *(text for _, text in every), leaves)
    return Holding(
        repository=repository,
        name=name,
        parts=every,
        leaves=leaves,
        key="/".join(filter(None, map(safe, address))).casefold(),
        citation=citation,
        settlement=settlement,
        country=place["country"] or (known.country if known else ""),
    )
