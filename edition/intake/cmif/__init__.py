"""Lists of letters in the Correspondence Metadata Interchange Format become stubs: an envelope each, marked as such.

So the half of an exchange that another edition has is seen beside one's own. Parts: `reading` the list, `joining` its
names with the entries of the edition, `stubs` the documents, `present` what the edition has already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from edition.corpus.pointers import safe
from edition.intake.cmif.joining import Joining
from edition.intake.cmif.present import Present, corpus_of
from edition.intake.cmif.reading import Listed, about, is_list_of_letters, letters_in
from edition.intake.cmif.stubs import Stubs, authority_list
from edition.intake.request import LISTED, Order, Placed
from edition.passages import digest
from edition.site.plan import File
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import TEI_NS
from tei.xmlfile import parse_bytes, read_bytes

BY_NAME = Rule(
    "IMP125",
    "joined-by-name",
    Severity.INFO,
    "A person or place of the list bears the very name of one entry of the edition, and nothing else says that it is "
    'the same. The two were joined, with cert="medium". Add an idno to the entry, so that it is sure.',
    bad='<person xml:id="vetrov"><persName>Pavel Vetrov</persName></person>',
    good='<person xml:id="vetrov"><persName>Pavel Vetrov</persName><idno type="gnd">…</idno></person>',
)
RULES = (BY_NAME,)

OWN = True
_SHOWN: Final = 5
_LAST: Final = re.compile(r"[^/?#]+(?=[/?#]*$)|[^/]+(?=\?)")


def suits(path: Path, head: bytes) -> bool:
    """Say whether a file is TEI that lists letters which are elsewhere: envelopes with an address, and no text."""
    plain = head.replace(b"\0", b"")
    if TEI_NS.encode() not in plain or re.search(rb"<[\w.-]*:?TEI[\s>]", plain) is None:
        return False
    data = read_bytes(path)
    if b"correspDesc" not in data.replace(b"\0", b""):
        return False
    try:
        return is_list_of_letters(parse_bytes(data, str(path)).getroot())
    except SourceError:
        return False  # the form of letters says what is wrong with it


def take(order: Order) -> Iterator[File | Finding]:
    """Yield a document for each letter of the list that the edition does not have, and the persons and places."""
    data = read_bytes(order.path)
    root = parse_bytes(data, str(order.path)).getroot()
    yield from _take(order, root, digest(data))


def _take(order: Order, root: etree._Element, mark: str) -> Iterator[File | Finding]:
    said, letters = about(root), list(letters_in(root))
    corpus = corpus_of(order.config, order.output)
    joining, present = Joining(corpus, order.prefix), Present(corpus, order.config.site.url)
    idents = _idents(letters, order)
    for letter in letters:
        for named in letter.named:
            joining.find(named)
    ids = {letter.address: ident for letter, ident in zip(letters, idents, strict=True) if letter.address}
    stubs = Stubs(said, order.path.name, mark, joining, ids, order.lang or "en")
    for letter, ident in zip(letters, idents, strict=True):
        if known := present.find(letter, joining):
            title = stubs.title(letter)
            yield LISTED.at(order.at(letter.line), f"{letter.address or letter.key or title}: {known}", "")
            continue
        yield Placed(f"tei/{ident}.xml", stubs.document(letter, ident), str(order.path), letter.line)
    if joining.made:
        entries = sorted(joining.made.values(), key=lambda one: one.id)
        yield File(f"authority/{safe(order.path.stem) or 'list'}.xml", authority_list(entries, said, order.path.name))
    yield from _by_name(order, joining)


def _idents(letters: list[Listed], order: Order) -> list[str]:
    """Return an id for each letter: of its address or number, so that it stays when the list grows."""
    start = order.prefix or f"{order.name or order.path.stem}-"
    found = []
    for number, letter in enumerate(letters, 1):
        last = _LAST.search(letter.address) if letter.address else None
        made = safe(f"{start}{letter.key or (last[0] if last else '') or number}")
        found.append(made if made[:1].isalpha() or made[:1] == "_" else f"l-{made}")
    return found


def _by_name(order: Order, joining: Joining) -> Iterator[Finding]:
    names = sorted(one.name for one in joining.named.values() if one.by_name)
    if names:
        shown = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
        many = "1 name was" if len(names) == 1 else f"{len(names)} names were"
        message = f"{many} joined with entries of the edition by the words alone: {shown}"
        yield BY_NAME.at(Location(str(order.path)), message, "look whether they are the same, and give them an idno")
