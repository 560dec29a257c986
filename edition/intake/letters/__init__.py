"""Letters of other projects in TEI with correspDesc: taken as they are, with ids that clash renamed and pointers kept.

Parts: `pieces` what a file holds, with `apart` for one of several letters; `known` names and ids; `following` pointers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from edition.intake.letters import pieces
from edition.intake.letters.entries import entries_of_edition
from edition.intake.letters.following import Following
from edition.intake.letters.known import Clash, Known, Register, known_of
from edition.intake.letters.pieces import Piece, Sort, is_list, pieces_of
from edition.intake.request import CLASH, DOUBLE, Order, Placed
from edition.site.plan import File
from tei.findings import Finding, Location, Rule, Severity
from tei.names import TEI_NS
from tei.xmlfile import read_bytes

INCLUDE = Rule(
    "IMP122",
    "include-not-resolved",
    Severity.WARNING,
    "The letter takes in other files by XInclude. They are not fetched, so what they hold is missing in the edition, "
    "and the letter may be empty. Let an XML editor resolve the includes, and import the result.",
    bad='<body><xi:include href="letter1-text.xml"/></body>',
    good="<body><p>…</p></body>",
)
OUTSIDE = Rule(
    "IMP123",
    "pointer-leads-out",
    Severity.WARNING,
    "Letters point at a file that is not imported with them, so that the pointer leads nowhere from where they are. "
    "Import lists of persons and places together with the letters; put pictures where the letters look for them.",
)
RULES = (*pieces.RULES, INCLUDE, OUTSIDE)

OWN = False
TOGETHER = True
_INCLUDE: Final = re.compile(rb"<(?:[\w.-]+:)?include\s[^>]*href")
_XINCLUDE: Final = b"http://www.w3.org/2001/XInclude"
_SHOWN: Final = 3
_FEW: Final = 5


def suits(path: Path, head: bytes) -> bool:
    """Say whether a file is TEI P5 with correspDesc, or a list of persons and places that such letters point into."""
    plain = head.replace(b"\0", b"")
    if TEI_NS.encode() not in plain or not re.search(rb"<[\w.-]*:?(?:TEI|teiCorpus)[\s>]", plain):
        return False
    data = read_bytes(path)
    return b"correspDesc" in data.replace(b"\0", b"") or is_list(data, path)


def take(order: Order) -> Iterator[File | Finding]:
    """Yield the letters of all files of the import; each file is read twice, so that not all are in memory at once."""
    sources: dict[Path, list[Known]] = {}
    register = Register(order.name, order.prefix, order.taken, entries_of_edition(order.config, order.name))
    clashes: list[tuple[Path, Clash]] = []
    for path in order.paths:
        sources[path] = []
        for one in pieces_of(path):
            if isinstance(one, Piece):
                known = known_of(one)
                clashes += [(path, clash) for clash in register.place(known)]
                sources[path].append(known)
    yield from _clashes(clashes)
    following = Following(sources)
    for path, known_pieces in sources.items():
        rest = iter(known_pieces)
        for one in pieces_of(path):
            yield from _taken(path, one, next(rest), following) if isinstance(one, Piece) else (one,)
    for place, name in following.schemas.items():
        yield File(f"schema/{name}", read_bytes(place))
    yield from _outside(following, order)


def _taken(path: Path, piece: Piece, known: Known, following: Following) -> Iterator[File | Finding]:
    place = Location(str(path), max(piece.line, 1))
    if known.twin:
        yield DOUBLE.at(place, f"{piece.name}: the same was imported as {known.place}", "")
        return
    if piece.sort is Sort.LETTER and _XINCLUDE in piece.data and _INCLUDE.search(piece.data):
        yield INCLUDE.at(place, f"{piece.name} includes other files, which are not fetched", "resolve them first")
    if known.doubled:
        message = f"several elements of {piece.name} have the id {', '.join(known.doubled[:_SHOWN])}"
        yield CLASH.at(place, f"{message}: those after the first get another", "look where pointers to it are to lead")
    data = following.changed(path, piece, known)
    yield Placed(known.place, data, str(path), piece.line, piece.kept)


def _clashes(clashes: list[tuple[Path, Clash]]) -> Iterator[Finding]:
    """Say of each document that it got another id, and once of all entries of lists."""
    documents = [(path, clash) for path, clash in clashes if clash.document]
    hint = "give a --prefix, so that no id can be taken"
    for path, clash in documents[: _SHOWN if len(documents) > _FEW else _FEW]:
        message = f"{clash.old} is the id of another document; this one is {clash.new}"
        yield CLASH.at(Location(str(path)), message, hint)
    if len(documents) > _FEW:
        path, clash = documents[_SHOWN]
        message = f"{len(documents) - _SHOWN} more documents got another id: here {clash.old} is {clash.new}"
        yield CLASH.at(Location(str(path)), message, hint)
    entries = [(path, clash) for path, clash in clashes if not clash.document]
    if entries:
        path = entries[0][0]
        shown = ", ".join(f"{clash.old} is {clash.new}" for _, clash in entries[:_SHOWN])
        message = f"{len(entries)} ids of persons, places or bodies are those of others elsewhere: {shown}"
        more = " …" if len(entries) > _SHOWN else ""
        yield CLASH.at(Location(str(path)), message + more, "nothing needs to be done: pointers follow")


def _outside(following: Following, order: Order) -> Iterator[Finding]:
    lists = sorted(file for file in following.missing if file.lower().endswith(".xml"))
    for file in lists[:_SHOWN]:
        number = following.missing[file]
        message = f"{file} is pointed at {'once' if number == 1 else f'{number} times'}, and is not imported"
        yield OUTSIDE.at(order.at(), message, "name it on the command line together with the letters")
    others = sorted(set(following.missing) - set(lists))
    if others:
        files = (
            "1 file that letters point at is" if len(others) == 1 else f"{len(others)} files that letters point at are"
        )
        message = f"{files} not imported: {', '.join(others[:_SHOWN])}"
        yield OUTSIDE.at(
            order.at(),
            message + (" …" if len(others) > _SHOWN else ""),
            "copy them to where the letters in tei/ look for them",
        )
