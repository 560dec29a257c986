"""The line of steps from a capture to its telegrams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tei.archives import Repositories
from tei.authority import Authority
from tei.dates import find_dates
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Basis, Block, Body, Capture, Mark, Mention, Moment, OwnedSpan, Owner, Recognition, Telegram
from tei.recognise import answers
from tei.recognise.account import settle, unowned
from tei.recognise.division import Division, Knowledge, Line, Part, divide
from tei.recognise.docketing import read_service, service_blocks
from tei.recognise.enclosure import enclose
from tei.recognise.envelope import MESSAGE, Material, read_envelopes
from tei.recognise.languages import language_of, original_language
from tei.recognise.layouts import Region, Regions, best_layout, page_of
from tei.recognise.layouts.page import covers
from tei.recognise.marks import Reading, find_marks, mark_findings, place_of
from tei.recognise.notes import find_footnotes
from tei.recognise.paragraphs import Paragraph, join_open_brackets, split_paragraphs
from tei.recognise.points import message_blocks
from tei.recognise.provenance import Provenance, read_provenance
from tei.recognise.titles import Title, read_title

NO_TELEGRAM = Rule(
    "REC101",
    "no-telegram",
    Severity.ERROR,
    "Nothing on the page looks like a telegram or letter: no one addressed, no signature, no service matter, no "
    "title that "
    "names a sender and a recipient. The page was read as context and nothing was encoded from it.",
)
NO_PARTY = Rule(
    "REC102",
    "party-unknown",
    Severity.WARNING,
    "The text, its title and its service matter do not say who sent the telegram, or to whom.",
)
NO_DATE = Rule(
    "REC103",
    "date-unknown",
    Severity.WARNING,
    "Neither the text nor the page says when the telegram was sent.",
)
NO_REFERENCE = Rule(
    "REC104",
    "source-unknown",
    Severity.INFO,
    "The page names neither an archive nor a printed source.",
)
RULES = (NO_TELEGRAM, NO_PARTY, NO_DATE, NO_REFERENCE)

_YEAR: Final = re.compile(r"(?<![\d/.-])(1[89]\d\d|20[0-2]\d)(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Settings:
    """What an edition knows beforehand: its authority lists, archives, and furniture of its captures (whole lines)."""

    authority: Authority
    repositories: Repositories
    furniture: tuple[re.Pattern[str], ...] = ()


def recognise(capture: Capture, settings: Settings) -> Recognition:
    """Return the telegrams of a capture, what stands round them, and the account of its characters."""
    page = page_of(capture, split_paragraphs(capture.text), settings.repositories, settings.furniture)
    layout, _ = best_layout(page)
    regions = layout.read(page)
    telegrams: list[Telegram] = []
    findings: list[Finding] = []
    spans: list[OwnedSpan] = [OwnedSpan(p.start, p.end, Owner.FURNITURE, layout.name) for p in regions.furniture]
    context = [OwnedSpan(p.start, p.end, Owner.CONTEXT, layout.name) for p in regions.context]
    for region in regions.telegrams:
        found = _telegram(capture, region, settings)
        if found is None:
            context += [OwnedSpan(p.start, p.end, Owner.CONTEXT, layout.name) for p in _all_of(region)]
            continue
        telegrams.append(found[0])
        findings += found[1]
        spans += found[2]
    if not telegrams:
        findings.append(
            NO_TELEGRAM.at(Location(capture.path, 1, 1), "no telegram was found on this page", _remedy(regions))
        )
    settled = settle([*spans, *context])
    findings += unowned(capture, settled)
    return Recognition(capture, layout.name, tuple(telegrams), tuple(sorted(context)), settled, tuple(sorted(findings)))


def _remedy(regions: Regions) -> str:
    return f"check that the whole page was captured; it was read as a page of the family {regions.layout!r}"


def _all_of(region: Region) -> Iterator[Paragraph]:
    yield from (p for p in (region.title, region.site_date, *region.abstract, *region.body, *region.sources) if p)


def _title(region: Region, text: str) -> tuple[Title, int]:
    if region.title_text:
        start, end = region.title_text
        return read_title(text[start:end]), start
    return (read_title(region.title.text), region.title.start) if region.title else (Title(""), 0)


def _telegram(
    capture: Capture, region: Region, settings: Settings
) -> tuple[Telegram, tuple[Finding, ...], tuple[OwnedSpan, ...]] | None:
    text, authority = capture.text, settings.authority
    body = join_open_brackets(text, region.body)
    footnotes = find_footnotes(text, body)
    body = body[: len(body) - len(footnotes)]
    title, title_start = _title(region, text)
    site_date = _site_date(region)
    year = _year(region, title, site_date, text)
    date = _reference_date(site_date, title, year)
    division = divide(body, _knowledge(authority, title, year, date))
    preamble = read_service(division.preamble, authority, year=year, date=date, docket=False)
    docket = read_service(division.docket, authority, year=year, date=date, docket=True)
    provenance = read_provenance(text, region, settings.repositories)
    if not _is_telegram(division, title, provenance):
        return None
    language = language_of(covers(body, text))
    original, sure = original_language(
        provenance.text, provenance.holdings, provenance.printed, provenance.credits, language
    )
    mention = _mention(text, division, region, year)
    material = Material(text, division, preamble, docket, title, title_start, site_date, authority, year, date)
    envelopes = read_envelopes(material, mention)
    service = tuple(mark for entry in (*preamble, *docket) for mark in entry.marks)
    before, message, after = service_blocks(preamble), _message(text, division), service_blocks(docket)
    leaves = (*_leaves((*before, *message, *after)), *((note.start, note.end) for note in footnotes))
    reading = Reading(text, leaves, authority, year, date, original or "ru", capture.path, footnotes)
    marks = find_marks(reading, service)
    enclosed = any(envelope.target == MESSAGE for envelope in envelopes)
    blocks = Body(before, message, after, marks, footnotes, MESSAGE if enclosed else "")
    telegram = Telegram(
        kind=_kind(title, division),
        language=language,
        start=body[0].start,
        end=body[-1].end,
        title=title.text,
        number=title.number or next((e.number for e in preamble if e.type == "number" and e.number), ""),
        envelopes=envelopes,
        holdings=provenance.holdings,
        printed=provenance.printed,
        credits=provenance.credits,
        abstract=covers(region.abstract, text),
        citation=provenance.text,
        site=region.site,
        original_language=original,
        original_language_certainty=sure,
        body=blocks,
    )
    findings = (*mark_findings(reading, marks), *_doubts(telegram, capture))
    return telegram, findings, tuple(_owned(region, blocks))


def _site_date(region: Region) -> Moment | None:
    if region.site_date is None:
        return None
    found = find_dates(region.site_date.text)
    return answers.moment_of(found[0], region.site_date.start, "layouts", Basis.EXTERNAL) if found else None


def _year(region: Region, title: Title, site_date: Moment | None, text: str) -> int | None:
    """Return the year that completes dates without one: the page's, the title's, the first in the text."""
    candidates = [site_date.day if site_date else "", title.text]
    candidates += [paragraph.text for paragraph in (*region.body[:12], *reversed(region.body[-12:]))]
    candidates += [covers(region.abstract, text)]
    for candidate in candidates:
        for found in find_dates(candidate):
            when = found.when or found.not_before or ""
            if when[:4].isdigit() and not found.year_supplied:
                return int(when[:4])
    matches = (_YEAR.search(candidate) for candidate in candidates)
    return next((int(match.group(1)) for match in matches if match), None)


def _reference_date(site_date: Moment | None, title: Title, year: int | None) -> str:
    """Return the date by which cover names are judged: the page's, the title's, else the year alone."""
    if site_date and site_date.day:
        return site_date.day
    dated = [found.when for found in find_dates(title.text, year=year) if found.when]
    return dated[0][:10] if dated else str(year or "")


def _knowledge(authority: Authority, title: Title, year: int | None, date: str) -> Knowledge:
    parties = {_folded(name) for _, span in title.parties for name in (title.text[slice(*span)],)}

    def known_party(name: str) -> bool:
        folded = _folded(name)
        if folded and any(folded == party or folded in party.split() for party in parties):
            return True
        return bool(authority.resolve(name, date=date or None).entries)

    def known_place(name: str) -> bool:
        return bool(authority.resolve(name, kinds=("place",)).entries)

    return Knowledge(year, known_party, known_place)


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", name).lower().split())


def _is_telegram(division: Division, title: Title, provenance: Provenance) -> bool:
    """Ask for two signs of a telegram: addressed, signed, service matter, titled as one, dated, kept in an archive."""
    signs = (
        bool(division.names(Part.SALUTE, opener=True)),
        bool(division.names(Part.SIGNED, opener=False)),
        any(line.service is not None for line in (*division.preamble, *division.docket)),
        bool(title.party("from") and title.party("to")),
        title.kind is not None,
        bool(division.names(Part.DATELINE, opener=True) or division.names(Part.DATELINE, opener=False)),
        bool(provenance.holdings),
    )
    strong = any(signs[:4])
    return strong and sum(signs) >= 2


def _kind(title: Title, division: Division) -> Literal["telegram", "letter", "note", "extract"]:
    if title.kind:
        return title.kind
    return "telegram" if division.preamble or division.docket or not title.text else "letter"


def _mention(text: str, division: Division, region: Region, year: int | None) -> Mention | None:
    if division.message:
        start, end = division.message[0].start, division.message[-1].end
        found = answers.answers_in_text(text, start, end, year=year)
        if found:
            return found
    if region.abstract:
        return answers.answers_in_abstract(text, region.abstract[0].start, region.abstract[-1].end, year=year)
    return None


def _message(text: str, division: Division) -> tuple[Block, ...]:
    opener = _lines("opener", division.opener)
    closer = _lines("closer", division.closer)
    return (*opener, *enclose(text, message_blocks(division.message)), *closer)


def _lines(element: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    if not lines:
        return ()
    children = tuple(Block(str(line.part), line.paragraph.start, line.paragraph.end) for line in lines)
    return (Block(element, children[0].start, children[-1].end, (), children),)


def _leaves(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        if block.children:
            yield from _leaves(block.children)
        else:
            yield block.start, block.end


def _owned(region: Region, body: Body) -> Iterator[OwnedSpan]:
    for name, paragraphs in (
        ("title", (region.title, region.site_date)),
        ("abstract", region.abstract),
        ("sources", region.sources),
    ):
        yield from (OwnedSpan(p.start, p.end, Owner.METADATA, name) for p in paragraphs if p)
    for block in (*body.preamble, *body.message, *body.docket):
        yield from _owned_by(block)
    yield from (OwnedSpan(note.lead, note.end, Owner.NOTE, "notes") for note in body.footnotes)
    yield from (_silent(mark) for mark in body.marks if mark.owner is not Owner.TEXT)


def _owned_by(block: Block) -> Iterator[OwnedSpan]:
    """Yield what a block owns: leaves their text with the numeral before it, a division its own numeral."""
    if not block.children:
        owner = Owner.METADATA if block.element == "pb" else Owner.TEXT
        yield OwnedSpan(block.outer_start, block.end, owner, "body")
        return
    first = block.children[0]
    if block.outer_start < first.outer_start:
        yield OwnedSpan(block.outer_start, first.outer_start, Owner.TEXT, "body")
    for child in block.children:
        yield from _owned_by(child)


def _silent(mark: Mark) -> OwnedSpan:
    """Return what a marker or page break owns; only a marker without note is still to be seen in the text."""
    return OwnedSpan(mark.start, mark.end, mark.owner, "markers" if mark.element == "ref" else "marks")


def _doubts(telegram: Telegram, capture: Capture) -> Iterator[Finding]:
    place = place_of(capture.text, telegram.start, capture.path)
    if telegram.party("sent") is None:
        yield NO_PARTY.at(place, "nothing says who sent this telegram", "name the sender in the TEI")
    if telegram.party("received") is None:
        yield NO_PARTY.at(place, "nothing says to whom this telegram went", "name the recipient in the TEI")
    if telegram.sent is None:
        yield NO_DATE.at(
            place,
            "nothing says when this telegram was sent",
            "date it in the TEI, with @evidence='conjecture' if guessed",
        )
    if not telegram.holdings and not telegram.printed:
        yield NO_REFERENCE.at(
            place, "no archival reference or printed source was found", "add the reference to the TEI"
        )
