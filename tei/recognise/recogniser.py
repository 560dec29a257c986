"""The line of steps from a capture to its telegrams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tei.archives import ArchivalReference, Repositories
from tei.authority import Authority
from tei.dates import find_dates, parse_time
from tei.findings import Finding, Location, Rule, Severity
from tei.model import (
    Basis,
    Body,
    Capture,
    Certainty,
    Envelope,
    Evidence,
    Mark,
    Mention,
    Moment,
    OwnedSpan,
    Owner,
    Recognition,
    Telegram,
)
from tei.recognise import answers, envelope
from tei.recognise.account import leftovers, owned, settle, unowned
from tei.recognise.asides import remark_blocks, remark_marks
from tei.recognise.body import leading_number, leaves, message, without_page_numbers
from tei.recognise.credits import translated_from
from tei.recognise.division import Division, divide
from tei.recognise.docketing import Entry, own_number, read_service, service_blocks
from tei.recognise.envelope import MESSAGE, disagreements, read_envelopes
from tei.recognise.languages import language_of, original_language
from tei.recognise.layouts import Region, Regions, best_layout, page_of
from tei.recognise.layouts.page import covers
from tei.recognise.links import Linked, link
from tei.recognise.marks import Reading, find_marks, mark_findings, place_of
from tei.recognise.notes import find_footnotes
from tei.recognise.notices import Notice, cover_name, read_notice
from tei.recognise.paragraphs import Paragraph, join_open_brackets, split_paragraphs
from tei.recognise.provenance import read_provenance
from tei.recognise.signs import is_telegram, kind, knowledge_of, reference_date, title_of, year_of
from tei.recognise.surroundings import owned_context, surroundings, with_leftovers
from tei.recognise.witnesses import Material

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
RULES = (NO_TELEGRAM, NO_PARTY, NO_DATE, NO_REFERENCE, *envelope.RULES)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an edition knows beforehand: its authority lists, archives, and furniture of its captures (whole lines)."""

    authority: Authority
    repositories: Repositories
    furniture: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A telegram with what an editor should know of it and the characters that are its own."""

    telegram: Telegram
    findings: tuple[Finding, ...]
    spans: tuple[OwnedSpan, ...]
    region: Region
    notice: Notice


def recognise(capture: Capture, settings: Settings) -> Recognition:
    """Return the telegrams of a capture, what stands round them, and the account of its characters."""
    page = page_of(capture, split_paragraphs(capture.text), settings.repositories, settings.furniture)
    layout, _ = best_layout(page)
    regions = layout.read(page)
    found: list[_Found] = []
    rows = list(regions.context)
    known: Known = (None, None)
    for region in regions.telegrams:
        one = _telegram(capture, region, settings, known)
        if one is None:
            rows += _all_of(region, capture.text)
        else:
            found.append(one)
            known = _known(one.telegram, known)
    findings = [finding for one in found for finding in one.findings]
    if not found:
        place = Location(capture.path, 1, 1)
        findings.append(NO_TELEGRAM.at(place, "no telegram was found on this page", _remedy(regions)))
    telegrams = link(capture, [Linked(one.telegram, one.region.ordinal, one.notice.answer) for one in found])
    findings += [doubt for telegram in telegrams for doubt in _doubts(telegram, _place(capture, telegram))]
    taken = [(telegram.start, telegram.end) for telegram in telegrams]
    rows.sort(key=lambda row: row.start)
    context = tuple(owned_context(rows, regions, taken, layout.name))
    furniture = (OwnedSpan(p.start, p.end, Owner.FURNITURE, layout.name) for p in regions.furniture)
    credits_ = (OwnedSpan(p.start, p.end, Owner.METADATA, "credits") for p in regions.credits)
    settled = settle([*furniture, *credits_, *(span for one in found for span in one.spans), *context])
    findings += unowned(capture, settled)
    left = tuple(leftovers(capture, settled))
    settled = settle([*settled, *left])
    round_them = tuple(sorted(s for s in (*context, *left) if s.owner is Owner.CONTEXT)) if found else ()
    body = surroundings(capture, rows, regions, taken, settings.authority) if found else Body()
    body = with_leftovers(body, left) if found else body
    return Recognition(capture, layout.name, telegrams, round_them, settled, tuple(sorted(findings)), body)


Known = tuple[int | None, ArchivalReference | None]
"""What the telegram before tells the next one of a page: the year, and the reference that "ibid." means."""


def _known(telegram: Telegram, before: Known) -> Known:
    received = telegram.envelopes[0].action("received")
    days = [moment.day for moment in (telegram.sent, received and received.moment) if moment]
    year = next((int(day[:4]) for day in days if day[:4].isdigit()), before[0])
    return year, telegram.holdings[-1].reference if telegram.holdings else before[1]


def _place(capture: Capture, telegram: Telegram) -> Location:
    return place_of(capture.text, telegram.start, capture.path)


def _remedy(regions: Regions) -> str:
    return f"check that the whole page was captured; it was read as a page of the family {regions.layout!r}"


def _all_of(region: Region, text: str) -> Iterator[Paragraph]:
    """Yield all that a region took of the page, quotation marks included, for the page's own words."""
    frame = region.frame
    body = (Paragraph(*frame, text[slice(*frame)]),) if frame else region.body
    taken = (region.title, region.site_date, *region.abstract, *body, *region.sources, *region.remarks, *region.silent)
    yield from (p for p in taken if p)
    yield from (Paragraph(note.lead, note.end, text[note.lead : note.end]) for note in (*region.notes, *region.hung))


def _telegram(capture: Capture, region: Region, settings: Settings, before: Known) -> _Found | None:
    text, authority = capture.text, settings.authority
    body = join_open_brackets(text, region.body)
    footnotes = find_footnotes(text, body)
    paragraphs, breaks = without_page_numbers(body[: len(body) - len(footnotes)])
    footnotes = (*footnotes, *region.notes)
    title, title_start = title_of(region, text)
    site_date = _site_date(region)
    year = year_of(region, title, site_date, text) or before[0]
    over = region.heading or (region.title if not title.parties else None)
    notice = read_notice(region.announced, region.diary, over, year, region.sources, region.before)
    date = reference_date(site_date, title, year)
    division = divide(paragraphs, knowledge_of(authority, title, year, date))
    provenance = read_provenance(text, region, settings.repositories, before[1])
    if not is_telegram(
        division, title, provenance, told=bool(region.announced or region.heading) + (notice.kind is not None)
    ):
        return None
    preamble = read_service(division.preamble, authority, year=year, date=date, docket=False)
    docket = read_service(division.docket, authority, year=year, date=date, docket=True)
    material = Material(text, division, preamble, docket, title, title_start, site_date, authority, year, date, notice)
    blocks = message(text, division, breaks)
    envelopes = read_envelopes(material, _mention(text, division, region, year) or notice.mention, blocks)
    envelopes = _under_cover(envelopes, cover_name(region.remarks), text)
    language = language_of(covers(body, text))
    original, sure = original_language(
        provenance.text, provenance.holdings, provenance.printed, provenance.credits, language, shared=provenance.shared
    )
    number, number_marks = _number(text, division, preamble, docket, title.number)
    opening, after = service_blocks(preamble), (*service_blocks(docket), *remark_blocks(region.remarks))
    spans = (*leaves((*opening, *blocks, *after)), *((note.start, note.end) for note in footnotes))
    reading = Reading(text, spans, authority, year, date, original or "ru", capture.path, footnotes)
    served = (mark for entry in (*preamble, *docket) for mark in entry.marks)
    marks = find_marks(reading, (*remark_marks(region.remarks), *number_marks, *served))
    enclosed = any(envelope.target == MESSAGE for envelope in envelopes)
    telegram = Telegram(
        kind=notice.kind if notice.kind and not title.kind else kind(title, division),
        language=language,
        start=body[0].start,
        end=max(body[-1].end, *(remark.end for remark in region.remarks), 0),
        title=title.text,
        number=number,
        envelopes=envelopes,
        holdings=provenance.holdings,
        printed=provenance.printed,
        credits=provenance.credits,
        abstract="\n".join(paragraph.text for paragraph in region.abstract),
        citation=provenance.text,
        site=region.site,
        original_language=original,
        original_language_certainty=sure,
        notes=region.hung,
        extract=region.extract,
        translated_from=translated_from(provenance.shared) if provenance.shared else "",
        body=Body(opening, blocks, after, marks, footnotes, MESSAGE if enclosed else ""),
    )
    doubts = disagreements(material, envelopes, _place(capture, telegram))
    spans_ = tuple(owned(region, telegram.body))
    return _Found(telegram, (*mark_findings(reading, marks), *doubts), spans_, region, notice)


def _under_cover(envelopes: tuple[Envelope, ...], span: tuple[int, int] | None, text: str) -> tuple[Envelope, ...]:
    """Add the cover name that a remark on the telegram gives to the sender's own."""
    sent = envelopes[0].action("sent") if span else None
    if span is None or sent is None or not sent.names or any(name.pseudonym for name in sent.names):
        return envelopes
    evidence = Evidence("notices", *span, Certainty.HIGH, Basis.EXTERNAL)
    name = replace(sent.names[0], text=text[slice(*span)], pseudonym=True, evidence=evidence)
    actions = (replace(sent, names=(*sent.names, name)) if a is sent else a for a in envelopes[0].actions)
    return (replace(envelopes[0], actions=tuple(actions)), *envelopes[1:])


def _site_date(region: Region) -> Moment | None:
    if region.site_date is None:
        return None
    text = region.site_date.text
    found = find_dates(text)
    if not found:
        return None
    moment = answers.moment_of(found[0], region.site_date.start, "layouts", Basis.EXTERNAL)
    time = parse_time(text[found[0].end :].strip(" []().,\n")) if "\n" in text else None
    return replace(moment, when=f"{moment.when}T{time.when}") if time and len(moment.when) == 10 else moment


def _number(
    text: str, division: Division, preamble: tuple[Entry, ...], docket: tuple[Entry, ...], titled: str
) -> tuple[str, tuple[Mark, ...]]:
    """Return the telegram's number, from title, service matter or the head of the text, and marks for the last."""
    known = titled or own_number(preamble, docket)
    span = leading_number(division) if not known else None
    if span is None:
        return known, ()
    number = text[slice(*span)]
    return number, (Mark(*span, "num", (("type", "telegram"), ("value", number))),)


def _mention(text: str, division: Division, region: Region, year: int | None) -> Mention | None:
    if division.message:
        start, end = division.message[0].start, division.message[-1].end
        found = answers.answers_in_text(text, start, end, year=year)
        if found:
            return found
    if region.abstract:
        return answers.answers_in_abstract(text, region.abstract[0].start, region.abstract[-1].end, year=year)
    return None


def _doubts(telegram: Telegram, place: Location) -> Iterator[Finding]:
    if telegram.party("sent") is None:
        yield NO_PARTY.at(place, "nothing says who sent this telegram", "name the sender in the TEI")
    received = telegram.envelopes[0].action("received")
    if received is None or not (received.names or received.place):
        yield NO_PARTY.at(place, "nothing says to whom this telegram went", "name the recipient in the TEI")
    if telegram.sent is None:
        hint = "date it in the TEI, with @evidence='conjecture' if guessed"
        yield NO_DATE.at(place, "nothing says when this telegram was sent", hint)
    if not telegram.holdings and not telegram.printed:
        message = "no archival reference or printed source was found"
        yield NO_REFERENCE.at(place, message, "add the reference to the TEI")
