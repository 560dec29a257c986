"""The end of a run: all captures are in, so drafts get their links, and those files are written that change by it.

Files that the run did not encode belong to the exchanges as well, whoever wrote them. They are read; one of ours is
linked anew where a new neighbour changes its links, one that an editor has changed gets a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from edition.cards import Card, card_of
from edition.drafting import Cabinet, Draft, Filed
from edition.exchanges import Exchanges, Links
from edition.filing import file_draft, file_neighbour
from edition.lock import Entry, Lock
from edition.passages import digest
from tei.errors import OutputError, SourceError
from tei.findings import Finding, Location, Rule, Severity
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft and what the report says of it."""

    draft: Draft
    source: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a document, whether this run encoded it (`waiting`) or only linked it anew."""

    id: str
    filed: Filed
    waiting: Waiting | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Other:
    """A document of the folder that this run did not encode; without entry, one that the lock does not know."""

    id: str
    card: Card
    entry: Entry | None


def finish(waiting: Sequence[Waiting], cabinet: Cabinet) -> Iterator[Done]:
    """File all drafts with their links, then those of the other documents whose links are others now."""
    drafts = [one.draft for one in waiting]
    others = tuple(_others(cabinet, {draft.entry.id for draft in drafts if draft.filed is None}))
    cards = {other.id: other.card for other in others}
    cards |= {draft.entry.id: draft.shown for draft in drafts if draft.filed is None and draft.shown}
    exchanges = Exchanges(cards)
    _begin(drafts, exchanges, cabinet)
    for one in waiting:
        links = exchanges.links(one.draft.entry.id)
        filed = file_draft(one.draft, links, cabinet)
        doubts = tuple(_doubts(one.draft, links, cabinet))
        yield Done(one.draft.entry.id, replace(filed, findings=(*filed.findings, *doubts)) if doubts else filed, one)
    encoded = {draft.entry.id for draft in drafts}
    for other in others:
        if other.entry is not None and other.id not in encoded:
            relinked = file_neighbour(other.entry, exchanges.links(other.id), cabinet)
            if relinked is not None:
                yield Done(other.id, relinked, title=other.card.title)


def _others(cabinet: Cabinet, encoded: set[str]) -> Iterator[_Other]:
    """Yield the documents of the folder that this run did not encode; the lock's card serves while the file is ours."""
    for path in sorted(cabinet.folder.glob("*.xml")):
        id_ = path.stem
        if id_ in encoded:
            continue
        entry = cabinet.lock.get(id_)
        with suppress(OSError, SourceError):
            data = path.read_bytes()
            ours = entry is not None and digest(data) == entry.written
            card = entry.card if entry and ours and entry.card else card_of(parse_bytes(data, str(path)).getroot())
            if card is not None:
                yield _Other(id_, card, replace(entry, card=card) if entry else None)


def _begin(drafts: Sequence[Draft], exchanges: Exchanges, cabinet: Cabinet) -> None:
    """Note in the lock what is about to be written, so that a killed run leaves no file that nobody knows."""
    about = [draft for draft in drafts if draft.filed is None and not _stays(draft, exchanges, cabinet)]
    if not about:
        return
    begun = Lock(cabinet.lock)
    for draft in about:
        entry, known = draft.entry, cabinet.lock.get(draft.entry.id)
        begun.put(replace(known or replace(entry, draft="", card=None), begun=entry.draft))
    with suppress(OutputError):  # what stands in the way now is reported when the lock is saved at the end
        begun.save(cabinet.folder)


def _stays(draft: Draft, exchanges: Exchanges, cabinet: Cabinet) -> bool:
    """Say whether nothing will be written for a draft: what is there is what it gives, or is no file."""
    known, path = cabinet.lock.get(draft.entry.id), cabinet.place(draft.entry.id)
    return draft.rests(known, exchanges.links(draft.entry.id)) or (not draft.present and path.exists())


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
