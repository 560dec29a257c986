"""Captures become TEI files: recognise, encode, check, and only then write; nothing is lost and nothing overwritten."""

from __future__ import annotations

import os
import traceback
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from typing import Final

from lxml import etree

from edition.aside import PROPOSALS, REJECTED
from edition.candidates import renew_candidates
from edition.decisions import SUFFIX, Shelf
from edition.drafting import Cabinet, Outcome, make_draft
from edition.entry import Entry
from edition.finishing import Done, Waiting, finish
from edition.lock import Lock, Orphans
from edition.missing import missing
from edition.passages import Passage, passage_digest, sketch_of
from edition.rows import Rows
from edition.spool import Drafts, Spool
from edition.unknown import unknown_names
from tei.capture import SUFFIXES, capture_file
from tei.encode import Edition, context_document, document_id, telegram_document, wording
from tei.errors import OutputError, TeiError
from tei.files import CANNOT_WRITE
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Capture, Credit, Owner, Recognition, Telegram
from tei.recognise import Settings, recognise
from tei.recognise.account import tally
from tei.regexes import regex
from tei.text import running_words
from tei.validate.guard import Guard
from tei.values import value

WORDS_DIFFER = Rule(
    "ENC102",
    "words-differ",
    Severity.ERROR,
    "The words of the encoded telegram are not the words of the source in the source's order. The file was put into "
    "rejected/.",
)
NOT_READ = Rule(
    "ENC103",
    "page-not-read",
    Severity.ERROR,
    "The converter failed on this page and encoded nothing of it; all other pages are encoded as usual. This is "
    "a fault of the converter.",
)
_start: Final = attrgetter("start")
_MARKER: Final = regex(r"\[(?:\d{1,3}|\*{1,3}|†|‡|[a-z]|[ivxl]{2,6})\]")
"""A note's marker in brackets: it parts no words."""
_PARTING: Final = frozenset("-–—;/|")
"""What alone stands between two cells of a form, "secret-urgent": it is part of neither."""

NO_CAPTURES = Rule("ENC203", "no-captures", Severity.ERROR, "There was nothing to encode.")
RULES = (WORDS_DIFFER, NOT_READ, NO_CAPTURES)


@dataclass(frozen=True, slots=True)
class Job:
    """A run of the encoder: what the edition knows, what it says of itself, where files go and what guards them.

    `candidates` is where the names go that no list has. `watch` is told of each capture what was recognised in it and
    which ids its telegrams were given.
    """

    settings: Settings
    edition: Edition
    output: Path
    guard: Guard
    charset: str | None = None
    changes: str | None = None
    candidates: Path | None = None
    watch: Callable[[Recognition, Sequence[str]], None] | None = None


@value()
class Document:
    """One document of the report."""

    id: str
    source: str
    kind: str
    title: str
    outcome: Outcome
    path: str


@value()
class SourceAccount:
    """How many characters of a capture ended as what; `furniture` are the lines that were dropped."""

    source: str
    layout: str
    charset: str
    guess: str
    counts: tuple[tuple[Owner, int], ...]
    furniture: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EncodingReport:
    """All that a run did, in the order of its sources; rows lie on the disk, so that there may be many."""

    documents: Sequence[Document] = ()
    accounts: Sequence[SourceAccount] = ()
    findings: Sequence[Finding] = ()


@dataclass(slots=True)
class _Run:
    """What one run gathers while it goes."""

    job: Job
    cabinet: Cabinet
    orphans: Orphans
    spool: Spool
    waiting: Rows[Waiting]
    accounts: Rows[SourceAccount]
    findings: Rows[Finding]
    given: dict[str, None] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    shelf: Shelf = field(default_factory=Shelf)


def capture_paths(paths: Iterable[Path], output: Path) -> Iterator[Path]:
    """Yield the captures that paths mean: a file is itself, a folder all captures in it, by name.

    Hidden files, lock files and what browsers save beside a page are passed over, and so is what an earlier run put
    into rejected/ or proposals/ where `output` lies in the folder: findings are no captures. Nor are the editor's
    decisions on captures, *.toml.
    """
    aside = {(output / name).resolve() for name in (REJECTED, PROPOSALS)}
    for path in paths:
        if path.is_dir():
            found = (one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
            shown = (one for one in found if not any(map(_passed_over, one.relative_to(path).parts)))
            yield from sorted(one for one in shown if one.resolve().parent not in aside)
        elif path.suffix.lower() != SUFFIX:
            yield path


def encode(paths: Sequence[Path], job: Job) -> EncodingReport:
    """Encode captures into a folder of TEI files. A source that cannot be read is a finding; the others go on.

    Raises TeiError where the output folder cannot be made or its lock of ids is damaged: nothing is encoded then.
    """
    lock = Lock.load(job.output)
    sources = tuple(dict.fromkeys(map(str, capture_paths(paths, job.output))))
    if not sources:
        return EncodingReport(findings=(_nothing(paths),))
    _make_folder(job.output)
    places = {path: os.path.realpath(path) for path in sources}
    names = set(map(_name_of, places.values()))
    with Drafts(job.output) as drafts, Spool() as spool:
        cabinet = Cabinet(job.output, lock, job.guard, spool.add, drafts)
        rows = (Rows[Waiting](job.output), Rows[SourceAccount](job.output), Rows[Finding](job.output))
        run = _Run(job, cabinet, lock.orphans(job.output, names), spool, *rows)
        folder = os.path.realpath(job.output)
        for path, place in places.items():
            _encode_source(Path(path), _name_of(place), _way(folder, place), run)
        documents = Rows[Document](job.output, _settled(finish(run.waiting, cabinet), run))
    run.findings.extend(run.shelf.orphans())
    run.findings.extend(missing(lock, job.output, run.read, names, run.given))
    if job.candidates is not None:
        names_met, authority = lock.unknown(), job.settings.authority
        run.findings.extend(renew_candidates(job.candidates, names_met, run.given, authority, job.output))
    try:
        lock.save(job.output)
    except OutputError as error:
        run.findings.extend(error.findings)
    return EncodingReport(documents, run.accounts, run.findings)


def _passed_over(part: str) -> bool:
    """Say whether a part of a path is hidden, a lock file of Word's, or what a browser saves beside a page."""
    return part.startswith((".", "~$")) or part.endswith(("_files", ".files"))


def _nothing(paths: Sequence[Path]) -> Finding:
    if not paths:
        hint = "name a captured page or a folder of them, or set captures in edition.toml"
        return NO_CAPTURES.at(Location(), "no captured page was named", hint)
    hint = f"captures end in {', '.join(sorted(SUFFIXES))}"
    return NO_CAPTURES.at(Location(str(paths[0])), "there are no captures here", hint)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the output folder cannot be made: {error.strerror or error}"
        raise OutputError(CANNOT_WRITE.at(Location(str(folder)), message, "choose another with --output")) from error


def _in_turn(done: Iterable[Done], spool: Spool) -> Iterator[Done]:
    """Yield documents in their order, as soon as all before them are on the disk: few are held at a time."""
    held: deque[Done] = deque()
    for one in done:
        held.append(one)
        while held and held[0].filed.is_settled():
            yield held.popleft()
    spool.flush()
    yield from held


def _settled(done: Iterable[Done], run: _Run) -> Iterator[Document]:
    """Yield what became of each document; one that was only linked anew is told of where that changed it."""
    for one in _in_turn(done, run.spool):
        filed = one.filed.settled()
        run.findings.extend(filed.findings)
        if filed.entry:
            run.cabinet.lock.put(filed.entry)
        if one.waiting:
            about = one.waiting
            yield Document(one.id, about.source, about.kind, about.title, filed.outcome, str(filed.path))
        elif filed.outcome is not Outcome.UNCHANGED and filed.outcome is not Outcome.KEPT:
            yield Document(one.id, "", "", one.title, filed.outcome, str(filed.path))


def _encode_source(path: Path, source: str, place: str, run: _Run) -> None:
    """Encode a capture; `source` is its name in the lock, `place` the way to it from the output folder."""
    try:
        capture = capture_file(path, charset=run.job.charset, changes=run.job.changes)
        recognition = recognise(capture, run.job.settings, run.shelf.sheets_of(path))
    except TeiError as error:
        run.findings.extend(error.findings)
        return
    except Exception as error:
        run.findings.append(_failed(path, error))
        return
    run.findings.extend((*capture.findings, *recognition.findings))
    run.accounts.append(_account(recognition))
    run.read.add(source)
    passages = [
        _passage(document_id(telegram), capture.text[telegram.start : telegram.end], order, place)
        for order, telegram in enumerate(recognition.telegrams)
    ]
    ids = _ids(source, passages, run)
    if run.job.watch is not None:
        run.job.watch(recognition, ids)
    taken = {telegram.start: id_ for telegram, id_ in zip(recognition.telegrams, ids, strict=True)}
    for telegram, id_, passage in zip(recognition.telegrams, ids, passages, strict=True):
        _encode_telegram(telegram, recognition, _entry(id_, source, passage, run), run, taken)
    if recognition.context or recognition.surroundings.message:
        _encode_context(recognition, taken, source, place, run)


def _failed(path: Path, error: Exception) -> Finding:
    """Return the finding for a page at which a step failed: one page of five thousand must not end the run."""
    *_, last = traceback.extract_tb(error.__traceback__)
    message = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}: {error}"
    hint = "report this page to the makers of this program; until then, encode it by hand or leave it out of the folder"
    return NOT_READ.at(Location(str(path), 1, 1), message, hint)


def _ids(source: str, passages: Sequence[Passage], run: _Run) -> tuple[str, ...]:
    ids = run.cabinet.lock.assign(source, passages, run.given, run.orphans)
    run.given.update(dict.fromkeys(ids))
    return ids


def _passage(wanted: str, text: str, order: int, place: str) -> Passage:
    return Passage(wanted, passage_digest(text), order, sketch_of(text), place)


def _entry(id_: str, source: str, passage: Passage, run: _Run) -> Entry:
    date = run.job.edition.date
    return Entry(id_, source, passage.digest, passage.order, date=date, sketch=passage.sketch, path=passage.path)


def _way(folder: str, place: str) -> str:
    """Return the way from a folder to a file, as the lock keeps it; empty where there is none, as between drives."""
    try:
        way = os.path.relpath(place, folder)
    except ValueError:
        return ""
    return _plain(way.replace(os.sep, "/"))


def _name_of(place: str) -> str:
    """Return the name by which the lock knows a source: its folder and file, so that an edition can be moved."""
    folder, name = os.path.split(place)  # of ten thousand, paths are slow
    return _plain(f"{os.path.split(folder)[1]}/{name}")


def _plain(name: str) -> str:
    """Return a name with escapes for those bytes of it that are not UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _account(recognition: Recognition) -> SourceAccount:
    capture = recognition.capture
    counts = tally(capture, recognition.spans)
    furniture = tuple(capture.text[s.start : s.end] for s in recognition.spans if s.owner is Owner.FURNITURE)
    return SourceAccount(
        capture.path, recognition.layout, capture.charset, capture.guess, tuple(counts.items()), furniture
    )


def _encode_telegram(
    telegram: Telegram, recognition: Recognition, entry: Entry, run: _Run, taken: Mapping[int, str]
) -> None:
    job, capture, authority = run.job, recognition.capture, run.job.settings.authority
    tree = telegram_document(telegram, capture, id_=entry.id, edition=job.edition, authority=authority, others=taken)
    held = list(tree.iter())  # lxml makes an element anew for each who asks, unless somebody holds it
    against = tuple(_compare_words(tree, telegram, recognition))
    unknown = unknown_names(tree, authority, telegram.sent.day if telegram.sent else "")
    _file(tree, telegram.kind, replace(entry, unknown=unknown), against, capture, run)
    del held


def _encode_context(recognition: Recognition, taken: Mapping[int, str], source: str, place: str, run: _Run) -> None:
    capture, edition = recognition.capture, run.job.edition
    text = "\n".join(capture.text[span.start : span.end] for span in recognition.context)
    passage = _passage(f"c-{capture.name}", text, -1, place)
    (id_,) = _ids(f"{source}#context", [passage], run)
    tree = context_document(
        capture,
        recognition.context,
        taken,
        id_=id_,
        edition=edition,
        body=recognition.surroundings,
        authority=run.job.settings.authority,
        people=_credits_of_page(recognition),
    )
    entry = _entry(id_, f"{source}#context", passage, run)
    _file(tree, "context", entry, (), capture, run)


def _credits_of_page(recognition: Recognition) -> tuple[Credit, ...]:
    """Return who is named for the whole page."""
    lines = [span for span in recognition.spans if span.step == "credits"]
    credits_ = (credit for telegram in recognition.telegrams for credit in telegram.credits)
    return tuple(c for c in credits_ if any(line.start <= c.evidence.start < line.end for line in lines))


def _file(
    tree: etree._Element, kind: str, entry: Entry, against: tuple[Finding, ...], capture: Capture, run: _Run
) -> None:
    title = tree.findtext("{*}teiHeader/{*}fileDesc/{*}titleStmt/{*}title") or ""
    draft = make_draft(tree, entry, against, run.cabinet)
    if draft.filed is not None:
        run.spool.flush()
        draft = replace(draft, filed=draft.filed.settled())
    run.waiting.append(Waiting(draft, capture.path, kind, title))


def _compare_words(tree: etree._Element, telegram: Telegram, recognition: Recognition) -> Iterator[Finding]:
    """Compare the words of the plain text with those of the source: proof that nothing was lost or moved."""
    capture = recognition.capture
    written, captured = wording(tree[-1]), source_text(telegram, recognition)
    if written.split() == captured.split():  # then so are they where Chinese signs are put together
        return
    made, source = running_words(written), running_words(captured)
    if made == source:
        return
    pairs = zip(made, source, strict=False)
    index = next((i for i, (one, other) in enumerate(pairs) if one != other), min(len(made), len(source)))
    here = slice(max(0, index - 3), index + 4)
    message = f"the source has {' '.join(source[here])!r}, the encoded text {' '.join(made[here])!r}"
    line = capture.text.count("\n", 0, telegram.start) + 1
    yield WORDS_DIFFER.at(Location(capture.path, line), message, "report this page to the makers of this program")


def source_text(telegram: Telegram, recognition: Recognition) -> str:
    """Return the text of the capture that belongs to a telegram, with markers that lack a note, in its own order.

    Two blocks that touch, "… your hands--D [imitrov]", are parted by a space, and so is what white space parts; what
    a marker alone parts is not.
    """
    text = recognition.capture.text
    pieces: list[str] = []
    last, marker = telegram.start, True
    notes = [(note.lead, note.end) for note in telegram.body.footnotes]
    tied = {mark for note in telegram.body.footnotes for mark in note.marks}
    spans = recognition.spans  # in the order of the page, which may hold a thousand telegrams
    inside = slice(bisect_left(spans, telegram.start, key=_start), bisect_left(spans, telegram.end, key=_start))
    for span in spans[inside]:
        if any(start <= span.start < end for start, end in notes):
            continue
        if span.owner is Owner.TEXT or span.step == "markers":
            between = text[last : span.start]
            touching = not between and not marker and span.step != "markers"
            bracket = between in _PARTING or (between[:1] == "[" and not _MARKER.fullmatch(between))
            apart = touching or ((last, span.start) not in tied and (bracket or any(map(str.isspace, between))))
            pieces += [" " if apart else "", text[span.start : span.end]]
            last, marker = span.end, span.step == "markers"
    return "".join(pieces)
