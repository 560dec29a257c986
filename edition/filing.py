"""A draft gets its links and is filed: written where that changes something, never over what an editor has changed."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from edition.aside import REJECTED
from edition.drafting import Cabinet, Draft, Filed, Outcome, present_in
from edition.entry import Entry
from edition.exchanges import NO_LINKS, Links
from edition.linking import linked, relinked
from edition.passages import digest
from edition.proposals import Proposal, clear_proposal, proposal_of, proposal_path, remove_if_ours, write_proposal
from tei.encode.serialise import canonical
from tei.errors import OutputError, SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import tei
from tei.xmlfile import parse_bytes

EDITED = Rule(
    "ENC201",
    "edited-by-hand",
    Severity.WARNING,
    "The file has been changed since it was written. It belongs to its editor now and is never written over.",
)
PLACE_TAKEN = Rule(
    "ENC202",
    "place-taken",
    Severity.ERROR,
    "A file of that name stands there which this program did not write. It is never written over.",
)
RULES = (EDITED, PLACE_TAKEN)


def file_draft(draft: Draft, links: Links, cabinet: Cabinet) -> Filed:
    """Give a draft its links and write it where it is not what stands there already."""
    if draft.filed is not None:
        return draft.filed
    path, known = cabinet.place(draft.entry.id), cabinet.lock.get(draft.entry.id)
    if known and draft.rests(known, links):
        entry = replace(_settled(draft.entry, known.written, links), date=known.date)
        return _cleared(Filed(Outcome.UNCHANGED, path, draft.findings, entry), known, cabinet)
    if not path.exists() or (known and draft.present and draft.present == known.written):
        return _write(draft, linked(cabinet.drafts.get(draft.span), links), links, cabinet)
    return _occupied(draft, links, path, cabinet)


def _settled(entry: Entry, written: str, links: Links) -> Entry:
    return replace(entry, written=written, links=links.digest())


def _write(draft: Draft, data: bytes, links: Links, cabinet: Cabinet) -> Filed:
    path, known = cabinet.place(draft.entry.id), cabinet.lock.get(draft.entry.id)
    entry = _settled(draft.entry, digest(data), links)
    if draft.present == entry.written:  # links that a neighbour's new title did not change after all
        return _cleared(Filed(Outcome.UNCHANGED, path, draft.findings, entry), known, cabinet)
    filed = Filed(Outcome.WRITTEN, path, draft.findings, entry, cabinet.writer(path, data))
    return _cleared(filed, known, cabinet)


def _cleared(filed: Filed, known: Entry | None, cabinet: Cabinet) -> Filed:
    """Take away what earlier runs put aside for a document that is in its place now."""
    if known and known.proposed:
        clear_proposal(cabinet.folder, known.id, known.proposed)
    if known and known.rejected:
        rejected = cabinet.folder / REJECTED / f"{known.id}.xml"
        if remove_if_ours(rejected, known.rejected):
            with suppress(OSError):
                rejected.with_suffix(".txt").unlink(missing_ok=True)
                rejected.parent.rmdir()  # refused while others lie there
    return filed


def _occupied(draft: Draft, links: Links, path: Path, cabinet: Cabinet) -> Filed:
    """File a document whose place holds something that is not known to be ours.

    It is ours when it is this very document, be it with the date of another day; when it is what a run was about to
    write that was killed before it saved the lock; or when it is a proposal that the editor has taken.
    """
    known, (present, there) = cabinet.lock.get(draft.entry.id), present_in(path)
    final = linked(cabinet.drafts.get(draft.span), links)
    if present and known and present == known.proposed and known.offered:
        return _write(replace(draft, present=present), final, links, cabinet)
    if present and (ours := _as_dated(there, draft, links, cabinet)):
        return _cleared(Filed(Outcome.UNCHANGED, path, (), _settled(ours, present, links)), known, cabinet)
    if known and known.begun and _unlinked(there, draft.entry) == known.begun:
        return _write(replace(draft, present=present), final, links, cabinet)
    if present and known and (known.written or known.rejected):
        return _keep(draft, known, links, there, cabinet)
    finding = PLACE_TAKEN.at(
        Location(str(path)), "something that was not written by tei encode stands here", "move it away"
    )
    return Filed(Outcome.FAILED, path, (finding,))


def _as_dated(there: bytes, draft: Draft, links: Links, cabinet: Cabinet) -> Entry | None:
    """Return the entry of a file that is the draft with its links, at the date that the file gives; else None."""
    found = re.search(rb'<change when="([\d-]+)"', there)
    if found is None:
        return None
    date = found[1].decode()
    root = parse_bytes(cabinet.drafts.get(draft.span)).getroot()
    for change in root.iter(tei("change")):
        change.set("when", date)
    made = canonical(root)
    return replace(draft.entry, date=date, draft=digest(made)) if linked(made, links) == there else None


def _unlinked(there: bytes, entry: Entry) -> str:
    """Return the digest of a file without its links; empty where it is no XML."""
    with suppress(SourceError):
        return digest(relinked(there, NO_LINKS, entry.card))
    return ""


def _keep(draft: Draft, known: Entry, links: Links, there: bytes, cabinet: Cabinet) -> Filed:
    """Leave a file that an editor has changed, and propose what is new since: another encoding, or other links."""
    entry = replace(draft.entry, written=known.written, draft=known.settled, links=known.links, card=draft.shown)
    encoded = draft.entry.draft != known.settled
    if not encoded and known.links == links.digest():
        return _kept(entry, known, cabinet)
    now = replace(entry, draft=draft.entry.draft, links=links.digest())
    data = linked(cabinet.drafts.get(draft.span), links) if encoded else _relinked(there, links)
    proposal = proposal_of(there, data, f"{entry.id}.xml")
    if proposal is None or _is_declined(proposal, known, cabinet):
        return _kept(now, known, cabinet)
    entry = replace(entry, proposed=proposal.digest(), offered=now.draft if encoded else "")
    return _proposed(entry, proposal, cabinet)


def _relinked(there: bytes, links: Links) -> bytes:
    try:
        return relinked(there, links, None)
    except SourceError:
        return there


def _is_declined(proposal: Proposal, known: Entry, cabinet: Cabinet) -> bool:
    """Say whether an editor has deleted this proposal, and so has done with it."""
    return proposal.digest() == known.proposed and not proposal_path(cabinet.folder, known.id).exists()


def _kept(entry: Entry, known: Entry, cabinet: Cabinet) -> Filed:
    path = cabinet.place(entry.id)
    return _cleared(Filed(Outcome.KEPT, path, (_edited(path),), entry), known, cabinet)


def _edited(path: Path) -> Finding:
    message = "changed by hand since it was encoded; left as it is"
    return EDITED.at(Location(str(path)), message, "to encode it anew, move the file away first")


def _proposed(entry: Entry, proposal: Proposal, cabinet: Cabinet) -> Filed:
    path = cabinet.place(entry.id)
    try:
        finding = write_proposal(proposal, cabinet.folder, entry.id)
    except OutputError as error:
        return Filed(Outcome.KEPT, path, (_edited(path), *error.findings))
    return Filed(Outcome.KEPT, path, (finding,), entry)


def file_neighbour(entry: Entry, links: Links, cabinet: Cabinet) -> Filed | None:
    """Link a document anew that this run did not encode; None where its links are as they were."""
    path = cabinet.place(entry.id)
    present, there = present_in(path)
    if not present or entry.links == links.digest():
        return None
    known = replace(entry, draft=entry.settled)
    if present == entry.written:
        data = relinked(there, links, entry.card)
        now = _settled(known, digest(data), links)
        if data == there:
            return Filed(Outcome.UNCHANGED, path, (), now)
        return Filed(Outcome.LINKED, path, (), now, cabinet.writer(path, data))
    proposal = proposal_of(there, _relinked(there, links), path.name)
    if proposal is None or _is_declined(proposal, known, cabinet):
        return Filed(Outcome.KEPT, path, (), replace(known, links=links.digest()))
    return _proposed(replace(known, proposed=proposal.digest(), offered=""), proposal, cabinet)
