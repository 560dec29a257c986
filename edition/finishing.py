"""The end of a run: all captures are in, so drafts get their links, and those files are written that change by it.

Files that the run did not encode belong to the exchanges as well, whoever wrote them. They are read; one of ours is
linked anew where a new neighbour changes its links, one that an editor has changed gets a proposal.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from edition.cards import Card, card_of
from edition.drafting import Cabinet, Draft, Filed
from edition.exchanges import Exchanges, Links
from edition.filing import file_draft, file_neighbour
from edition.passages import digest
from tei.errors import OutputError, SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.values import value
from tei.xmlfile import parse_bytes

AMBIGUOUS = Rule(
    "ENC401",
    "answer-ambiguous",
    Severity.INFO,
    "The words name a telegram by a date or number that several telegrams of the edition have, so none was chosen. The "
    "reference has no @target until an editor gives it one.",
    bad='<ref type="answers">your telegram of <date when="1938-02-12">12 February</date></ref>',
    good='<ref type="answers" target="t1938-02-12-vetrova-orlin.xml">your telegram of …</ref>',
)
RULES = (AMBIGUOUS,)


@value()
class Waiting:
    """A draft and what the report says of it."""

    draft: Draft
    source: str
    kind: str
    title: str


@value()
class Done:
    """What became of a document, whether this run encoded it (`waiting`) or only linked it anew."""

    id: str
    filed: Filed
    waiting: Waiting | None = None
    title: str = ""


def finish(waiting: Iterable[Waiting], cabinet: Cabinet) -> Iterator[Done]:
    """File all drafts with their links, then those of the other documents whose links are others now.

    `waiting` is gone through several times, so that it may lie on the disk.
    """
    exchanges = Exchanges(folder=cabinet.folder)
    encoded, filed_already = set[str](), set[str]()
    for draft in (one.draft for one in waiting):
        encoded.add(draft.entry.id)
        if draft.filed is not None:
            filed_already.add(draft.entry.id)
        elif draft.shown:
            exchanges.add(draft.entry.id, draft.shown)
    others = []
    for id_, card in _others(cabinet, encoded - filed_already):
        exchanges.add(id_, card)
        if id_ not in encoded and id_ in cabinet.lock:
            others.append(id_)
    _begin((one.draft for one in waiting), exchanges, cabinet)
    for one in waiting:
        links = exchanges.links(one.draft.entry.id)
        filed = file_draft(one.draft, links, cabinet)
        doubts = tuple(_doubts(one.draft, links, cabinet))
        yield Done(one.draft.entry.id, replace(filed, findings=(*filed.findings, *doubts)) if doubts else filed, one)
    for id_ in others:
        yield from _linked_anew(id_, exchanges, cabinet)


def _linked_anew(id_: str, exchanges: Exchanges, cabinet: Cabinet) -> Iterator[Done]:
    links = exchanges.links(id_)
    known = cabinet.lock.digests(id_)
    if known is None or known[1] == links.digest():  # so with nearly all: none of them is read for it
        return
    entry = cabinet.lock.get(id_)
    card = exchanges.card(id_)
    relinked = file_neighbour(replace(entry, card=card), links, cabinet) if entry else None
    if relinked is not None:
        yield Done(id_, relinked, title=card.title)


def _others(cabinet: Cabinet, encoded: set[str]) -> Iterator[tuple[str, Card]]:
    """Yield the documents of the folder that this run did not encode; the lock's card serves while the file is ours."""
    for name in sorted(name for name in os.listdir(cabinet.folder) if name.endswith(".xml")):  # noqa: PTH208
        id_ = name.removesuffix(".xml")
        if id_ in encoded:
            continue
        path, known = os.path.join(cabinet.folder, name), cabinet.lock.digests(id_)  # noqa: PTH118
        with suppress(OSError, SourceError):
            with open(path, "rb") as file:  # noqa: PTH123 # paths of ten thousand files take longer than the files
                data = file.read()
            ours = known is not None and digest(data) == known[0]
            card = (cabinet.lock.card(id_) if ours else None) or card_of(parse_bytes(data, path).getroot())
            if card is not None:
                yield id_, card


def _begin(drafts: Iterable[Draft], exchanges: Exchanges, cabinet: Cabinet) -> None:
    """Note in the lock what is about to be written, so that a killed run leaves no file that nobody knows."""
    begun = None
    for draft in drafts:
        if draft.filed is None and not _stays(draft, exchanges, cabinet):
            begun = begun or cabinet.lock.branch()
            entry, known = draft.entry, cabinet.lock.get(draft.entry.id)
            new = replace(known, begun=entry.draft) if known else replace(entry, draft="", card=None, begun=entry.draft)
            begun.put(new)
    if begun is not None:
        with suppress(OutputError):  # what stands in the way now is reported when the lock is saved at the end
            begun.save(cabinet.folder)


def _stays(draft: Draft, exchanges: Exchanges, cabinet: Cabinet) -> bool:
    """Say whether nothing will be written for a draft: what is there is what it gives, or is no file."""
    known, path = cabinet.lock.get(draft.entry.id), cabinet.place(draft.entry.id)
    rests = known is not None and draft.rests(known, exchanges.links(draft.entry.id))
    return rests or (not draft.present and path.exists())


def _doubts(draft: Draft, links: Links, cabinet: Cabinet) -> Iterator[Finding]:
    for place, ids in links.doubtful:
        card = draft.shown
        if card is None or place >= len(card.spoken):
            continue
        spoken = card.spoken[place]
        named = " ".join(filter(None, (f"No. {spoken.number}" if spoken.number else "", spoken.when)))
        message = f"the telegram that it speaks of ({named}) may be {' or '.join(ids)}"
        hint = "set @target of the ref in correspContext, in the file"
        yield AMBIGUOUS.at(Location(str(cabinet.place(draft.entry.id))), message, hint)
