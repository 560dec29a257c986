"""The line of steps from a capture to its telegrams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei.archives import Repositories
from tei.authority import Authority
from tei.dates import find_dates
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Basis, Body, Capture, Mark, Mention, Moment, OwnedSpan, Owner, Recognition, Telegram
from tei.recognise import answers, envelope
from tei.recognise.account import owned, settle, unowned
from tei.recognise.body import leading_number, leaves, message, without_page_numbers
from tei.recognise.division import Division, divide
from tei.recognise.docketing import Entry, own_number, read_service, service_blocks
from tei.recognise.envelope import MESSAGE, disagreements, read_envelopes
from tei.recognise.languages import language_of, original_language
from tei.recognise.layouts import Region, Regions, best_layout, page_of
from tei.recognise.layouts.page import covers
from tei.recognise.marks import Reading, find_marks, mark_findings, place_of
from tei.recognise.notes import find_footnotes
from tei.recognise.paragraphs import Paragraph, join_open_brackets, split_paragraphs
from tei.recognise.provenance import read_provenance
from tei.recognise.signs import is_telegram, kind, knowledge_of, reference_date, title_of, year_of
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


def recognise(capture: Capture, settings: Settings) -> Recognition:
    """Return the telegrams of a capture, what stands round them, and the account of its characters."""
    page = page_of(capture, split_paragraphs(capture.text), settings.repositories, settings.furniture)
    layout, _ = best_layout(page)
    regions = layout.read(page)
    found: list[_Found] = []
    context = [OwnedSpan(p.start, p.end, Owner.CONTEXT, layout.name) for p in regions.context]
    for region in regions.telegrams:
        one = _telegram(capture, region, settings)
        if one is None:
            context += [OwnedSpan(p.start, p.end, Owner.CONTEXT, layout.name) for p in _all_of(region)]
        else:
            found.append(one)
    findings = [finding for one in found for finding in one.findings]
    if not found:
        place = Location(capture.path, 1, 1)
        findings.append(NO_TELEGRAM.at(place, "no telegram was found on this page", _remedy(regions)))
    furniture = (OwnedSpan(p.start, p.end, Owner.FURNITURE, layout.name) for p in regions.furniture)
    settled = settle([*furniture, *(span for one in found for span in one.spans), *context])
    findings += unowned(capture, settled)
    telegrams = tuple(one.telegram for one in found)
    round_them = tuple(sorted(context)) if found else ()
    return Recognition(capture, layout.name, telegrams, round_them, settled, tuple(sorted(findings)))


def _remedy(regions: Regions) -> str:
    return f"check that the whole page was captured; it was read as a page of the family {regions.layout!r}"


def _all_of(region: Region) -> Iterator[Paragraph]:
    yield from (p for p in (region.title, region.site_date, *region.abstract, *region.body, *region.sources) if p)


def _telegram(capture: Capture, region: Region, settings: Settings) -> _Found | None:
    text, authority = capture.text, settings.authority
    body = join_open_brackets(text, region.body)
    footnotes = find_footnotes(text, body)
    paragraphs, breaks = without_page_numbers(body[: len(body) - len(footnotes)])
    title, title_start = title_of(region, text)
    site_date = _site_date(region)
    year = year_of(region, title, site_date, text)
    date = reference_date(site_date, title, year)
    division = divide(paragraphs, knowledge_of(authority, title, year, date))
    provenance = read_provenance(text, region, settings.repositories)
    if not is_telegram(division, title, provenance):
        return None
    preamble = read_service(division.preamble, authority, year=year, date=date, docket=False)
    docket = read_service(division.docket, authority, year=year, date=date, docket=True)
    material = Material(text, division, preamble, docket, title, title_start, site_date, authority, year, date)
    blocks = message(text, division, breaks)
    envelopes = read_envelopes(material, _mention(text, division, region, year), blocks)
    language = language_of(covers(body, text))
    original, sure = original_language(
        provenance.text, provenance.holdings, provenance.printed, provenance.credits, language
    )
    number, number_marks = _number(text, division, preamble, docket, title.number)
    before, after = service_blocks(preamble), service_blocks(docket)
    spans = (*leaves((*before, *blocks, *after)), *((note.start, note.end) for note in footnotes))
    reading = Reading(text, spans, authority, year, date, original or "ru", capture.path, footnotes)
    marks = find_marks(reading, (*number_marks, *(mark for entry in (*preamble, *docket) for mark in entry.marks)))
    enclosed = any(envelope.target == MESSAGE for envelope in envelopes)
    telegram = Telegram(
        kind=kind(title, division),
        language=language,
        start=body[0].start,
        end=body[-1].end,
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
        body=Body(before, blocks, after, marks, footnotes, MESSAGE if enclosed else ""),
    )
    place = place_of(text, telegram.start, capture.path)
    doubts = (*_doubts(telegram, place), *disagreements(material, envelopes, place))
    return _Found(telegram, (*mark_findings(reading, marks), *doubts), tuple(owned(region, telegram.body)))


def _site_date(region: Region) -> Moment | None:
    if region.site_date is None:
        return None
    found = find_dates(region.site_date.text)
    return answers.moment_of(found[0], region.site_date.start, "layouts", Basis.EXTERNAL) if found else None


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
