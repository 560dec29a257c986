"""The line of steps from a capture to its telegrams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from tei.archives import ArchivalReference, Repositories
from tei.authority import Authority
from tei.decisions import Sheet
from tei.findings import Finding, Location, Rule, Severity
from tei.model import (
    Block,
    Body,
    Capture,
    Mention,
    OwnedSpan,
    Owner,
    Recognition,
    Telegram,
)
from tei.recognise import answers, disagreements, doubts, lookalikes
from tei.recognise.account import leftovers, owned, settle, unowned
from tei.recognise.asides import remark_blocks, remark_marks
from tei.recognise.body import leaves, message, without_page_numbers
from tei.recognise.cells import in_cells, without_bars
from tei.recognise.completing import despatched, number_of, received_as_told, under_cover, with_months
from tei.recognise.covernames import learn
from tei.recognise.credits import translated_from
from tei.recognise.deciding import dated_by, decide, settled_words
from tei.recognise.division import Division, divide
from tei.recognise.docketing import read_service, service_blocks
from tei.recognise.envelope import MESSAGE, read_envelopes
from tei.recognise.features import page_breaks, with_looks
from tei.recognise.filed import filed_on
from tei.recognise.foreign import foreign_runs
from tei.recognise.inline_notes import inline_notes
from tei.recognise.languages import language_of, original_language
from tei.recognise.layouts import LAYOUTS, Page, Region, Regions, best_layout, page_of
from tei.recognise.layouts.announcing import bare_call
from tei.recognise.layouts.department import with_department_forms
from tei.recognise.layouts.page import covers
from tei.recognise.layouts.same_parties import with_parties_above
from tei.recognise.layouts.tied import with_notes, without_other_heads
from tei.recognise.letter_books import of_letter_book
from tei.recognise.links import Linked, link
from tei.recognise.long_notes import footnotes_of, uncalled
from tei.recognise.marks import Reading, find_marks, mark_findings, place_of
from tei.recognise.noted import of_note
from tei.recognise.notices import Notice, cover_name, read_notice
from tei.recognise.officeholders import with_offices
from tei.recognise.paragraphs import Paragraph, join_open_brackets, split_paragraphs
from tei.recognise.parts import ServiceLine
from tei.recognise.planning import Plan, decisions_of, plan_page
from tei.recognise.provenance import read_provenance
from tei.recognise.quoted_wires import wire_envelopes, with_wires
from tei.recognise.received_forms import with_form
from tei.recognise.resolutions import decided
from tei.recognise.several import with_series
from tei.recognise.signs import dated_at, is_telegram, kind, knowledge_of, reference_date, title_of, year_of
from tei.recognise.site_dates import site_date
from tei.recognise.spaced_names import spaced_names
from tei.recognise.surroundings import owned_context, stretches, surroundings, with_leftovers
from tei.recognise.titles import Title
from tei.recognise.turns import in_turn
from tei.recognise.witnesses import Material
from tei.recognise.wrapped_service import mended
from tei.values import value

NO_TELEGRAM = Rule(
    "REC101",
    "no-telegram",
    Severity.ERROR,
    "Nothing on the page looks like a telegram or letter: no one addressed, no signature, no service matter, no "
    "title that names a sender and a recipient. The page was read as context and nothing was encoded from it.",
)
RULES = (NO_TELEGRAM, *doubts.RULES, *disagreements.RULES)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an edition knows beforehand: its authority lists, archives, and furniture of its captures (whole lines)."""

    authority: Authority
    repositories: Repositories
    furniture: tuple[re.Pattern[str], ...] = ()


@value()
class _Found:
    """A telegram with what an editor should know of it and the characters that are its own."""

    telegram: Telegram
    findings: tuple[Finding, ...]
    spans: tuple[OwnedSpan, ...]
    region: Region
    notice: Notice


def recognise(capture: Capture, settings: Settings, sheets: Sequence[Sheet] = ()) -> Recognition:
    """Return the telegrams of a capture, what stands round them, and the account of its characters.

    `sheets` are what the editor decides of it, beside the block at its head; they go before what is recognised. Raises
    SourceError where one of these decisions is wrong: nothing is recognised then.
    """
    plain = capture.text
    for space in _SPACES:
        plain = plain.replace(space, " ")
    plain = lookalikes.settled(plain)
    if plain == capture.text:
        return _recognise(capture, settings, sheets)
    found = _recognise(replace(capture, text=plain), settings, sheets)
    told = [
        [lookalikes.as_written(words, plain, capture.text) for words in (t.title, t.citation)] for t in found.telegrams
    ]
    telegrams = (replace(t, title=one[0], citation=one[1]) for t, one in zip(found.telegrams, told, strict=True))
    return replace(found, capture=capture, telegrams=tuple(telegrams))


_SPACES: Final = ("\u00a0", "\u2007", "\u2009", "\u202f")
"""No-break, figure and thin spaces, which browsers put anywhere: read as spaces, and kept in the text. So are letters
of the other alphabet that look the same."""


def _recognise(capture: Capture, settings: Settings, sheets: Sequence[Sheet]) -> Recognition:
    page = page_of(capture, split_paragraphs(capture.text), settings.repositories, settings.furniture)
    learned = learn(capture, settings.authority)
    settings = replace(settings, authority=learned.known(settings.authority)) if learned.names else settings
    if not sheets and not capture.head:
        return _recognised(page, Plan(_regions(page), findings=learned.findings), settings)
    decisions, findings = decisions_of(capture, sheets)
    plain = Plan(_regions(page, decisions.layout))
    before = _recognised(page, plain, settings)
    plan = plan_page(decisions, page, plain.regions, before, settings.repositories, settings.authority)
    return _recognised(page, replace(plan, findings=(*findings, *learned.findings, *plan.findings)), settings)


def _regions(page: Page, family: str = "") -> Regions:
    layout = next((one for one in LAYOUTS if one.name == family), None) or best_layout(page)[0]
    regions = with_notes(with_parties_above(layout.read(page)), page)
    regions = with_department_forms(without_other_heads(regions), page)
    return replace(regions, furniture=(*regions.furniture, *page.leaves)) if page.leaves else regions


def _recognised(page: Page, plan: Plan, settings: Settings) -> Recognition:
    capture, regions = page.capture, plan.regions
    found: list[_Found] = []
    rows = list(regions.context)
    known: Known = (None, None)
    for region in regions.telegrams:
        one = _telegram(capture, region, settings, known, plan) if region.body else None
        if one is None:
            rows += _all_of(region, capture.text)
        else:
            found.append(one)
            known = _known(one.telegram, known)
    findings = [*plan.findings, *(finding for one in found for finding in one.findings)]
    if not found and not plan.says_none:
        place = Location(capture.path, 1, 1)
        findings.append(NO_TELEGRAM.at(place, "no telegram was found on this page", _remedy(regions, place)))
    telegrams = link(capture, [Linked(one.telegram, one.region.ordinal, one.notice.answer) for one in found])
    telegrams = in_turn(telegrams)
    for which, telegram in enumerate(sorted(telegrams, key=lambda one: one.start), 1):
        findings += doubts.doubts(telegram, _place(capture, telegram), plan.table_of(which, len(telegrams)))
    findings = doubts.once_a_page(findings, len(telegrams))
    taken = [stretch for one in found for stretch in stretches(capture.text, one.region, one.telegram)]
    rows.sort(key=lambda row: row.start)
    context = tuple(owned_context(rows, regions, taken, regions.layout))
    furniture = (OwnedSpan(p.start, p.end, Owner.FURNITURE, regions.layout) for p in regions.furniture)
    credits_ = (OwnedSpan(p.start, p.end, Owner.METADATA, "credits") for p in regions.credits)
    settled = settle([*furniture, *credits_, *(span for one in found for span in one.spans), *context])
    findings += unowned(capture, settled)
    left = tuple(leftovers(capture, settled))
    settled = settle([*settled, *left])
    round_them = tuple(sorted(s for s in (*context, *left) if s.owner is Owner.CONTEXT)) if found else ()
    begun = frozenset(telegram.start for telegram in telegrams)
    body = surroundings(capture, rows, regions, (taken, begun), settings.authority, plan.marked) if found else Body()
    body = with_leftovers(body, left) if found else body
    findings += plan.marked.unheard([*(m for one in found for m in one.telegram.body.marks), *body.marks])
    return Recognition(capture, regions.layout, telegrams, round_them, settled, tuple(sorted(findings)), body)


TextKind = Literal["telegram", "letter", "note", "extract"]
Known = tuple[int | None, ArchivalReference | None]
"""What the telegram before tells the next one of a page: the year, and the reference that "ibid." means."""


def _known(telegram: Telegram, before: Known) -> Known:
    received = telegram.envelopes[0].action("received")
    days = [moment.day for moment in (telegram.sent, received and received.moment) if moment]
    year = next((int(day[:4]) for day in days if day[:4].isdigit()), before[0])
    return year, telegram.holdings[-1].reference if telegram.holdings else before[1]


def _place(capture: Capture, telegram: Telegram) -> Location:
    return place_of(capture.text, telegram.start, capture.path)


def _remedy(regions: Regions, place: Location) -> str:
    told = f"it was read as a page of the family {regions.layout!r}; if it holds a telegram all the same"
    return f'check that the whole page was captured; {told}, write starts = "…" into {doubts.sheet_of(place)}'


def _all_of(region: Region, text: str) -> Iterator[Paragraph]:
    """Yield all that a region took of the page, quotation marks included, for the page's own words."""
    frame = region.frame
    body = (Paragraph(*frame, text[slice(*frame)]),) if frame else region.body
    taken = (region.title, region.site_date, *region.abstract, *body, *region.sources, *region.remarks, *region.silent)
    yield from (p for p in taken if p)
    yield from (Paragraph(note.lead, note.end, text[note.lead : note.end]) for note in (*region.notes, *region.hung))


def _says(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether a telegram has words under its opener: a heading at the end of a page has none."""
    spans = leaves([block for block in blocks if block.element != "opener"])
    return any(text[start:end].strip() for start, end in spans)


def _telegram(capture: Capture, region: Region, settings: Settings, before: Known, plan: Plan) -> _Found | None:
    text, authority, settled = capture.text, settings.authority, plan.of(region)
    body = join_open_brackets(text, region.body)
    paragraphs, breaks = without_page_numbers(body)
    footnotes = footnotes_of(text, paragraphs, region.notes)
    paragraphs = paragraphs[: len(paragraphs) - len(footnotes)]
    footnotes = (*footnotes, *(note for note in region.notes if note.start < note.end))
    title, title_start = title_of(region, text)
    of_site = site_date(region, text)
    filed = filed_on(region.sources)
    year = year_of(region, title, of_site, text) or (int(filed.day[:4]) if filed else before[0])
    told_to = any(role == "to" for role, _ in region.named)
    told_by = told_to or (region.formal and bool(region.named))
    over = region.heading or (region.title if not title.parties and not told_by else None)
    notice = read_notice(region.announced, region.diary, over, year, region.sources, region.before)
    told_here = (*region.named, *dated_at(region))
    notice = replace(notice, parties=(*notice.parties, *told_here)) if told_here else notice
    notice = of_letter_book(notice, region.diary, title)
    notice = of_note(notice, (*region.cited, *region.sources)) if region.announced else notice
    date = reference_date(of_site, title, year, region.body if region.formal else ())
    year, date = dated_by(settled, year, date)
    served = _served(region, paragraphs) or decided(paragraphs)
    cells, bars = without_bars(in_cells(mended(paragraphs[len(served) :])))
    said = _called(region, title, text, bare_call(body[0].text))
    said += f"\n{region.diary.text}" if region.diary else ""
    known = knowledge_of(authority, title, year, date, said)
    division = divide(cells, known)
    if served:
        division = replace(division, preamble=(*served, *division.preamble))
    provenance = read_provenance(text, region, settings.repositories, before[1])
    if body[0].start not in plan.forced and not is_telegram(
        division,
        title,
        provenance,
        told=bool(region.announced or region.heading or region.formal or _is_counted(region, title))
        + (notice.kind is not None or (bool(region.kind) and (bool(region.announced) or (told_by and region.formal)))),
        day=region.site_date is not None,
        formal=region.formal,
    ):
        return None
    preamble = read_service(division.preamble, authority, year=year, date=date, docket=False)
    preamble = despatched(preamble) if region.kind == "letter" else preamble
    docket = read_service(
        division.docket,
        authority,
        year=year,
        date=date,
        docket=True,
        before=preamble,
        titled=title.kind is not None and bool(title.number),
    )
    material = Material(
        *(text, division, preamble, docket, title, title_start, of_site, authority, year, date, notice),
        formal=region.formal,
        filed=filed,
    )
    breaks += page_breaks(capture, body[0].start, body[-1].end)
    blocks = with_wires(text, message(text, division, breaks, known), year)
    formed = any(entry.type != "other" for entry in (*preamble, *docket))
    if body[0].start not in plan.forced and not formed and not _says(text, blocks):
        return None
    told_of = (notice.mention,) if notice.mention else ()
    mentions = _mentions(text, division, region, year) or told_of
    envelopes = read_envelopes(material, mentions, blocks)
    envelopes = received_as_told(envelopes, region, year, text)
    envelopes = with_months(with_series(envelopes, text, year))
    envelopes = with_offices(under_cover(envelopes, cover_name(region.remarks), text), material)
    envelopes = (*with_form(envelopes, material), *wire_envelopes(text, blocks, authority, year, date))
    language = settled.get("language") or _language(covers(body, text), text)
    original, sure = original_language(
        provenance.text, provenance.holdings, provenance.printed, provenance.credits, language, shared=provenance.shared
    )
    number, number_marks = number_of(text, division, preamble, docket, title.number, region.number_at)
    number = number or notice.number
    opening, after = service_blocks(preamble), (*service_blocks(docket), *remark_blocks(region.remarks))
    quiet = {line.paragraph.start for line in served if line.service and line.service.type == "other"}
    spans = tuple(span for span in leaves((*opening, *blocks, *after)) if span[0] not in quiet)
    spans = (*spans, *((note.start, note.end) for note in footnotes))
    original, marked = settled.get("original_language", original), plan.marked
    named = frozenset(name.ref for action in envelopes[0].actions for name in action.names if name.ref)
    reading = Reading(
        text, spans, authority, year, date, original or "ru", capture.path, footnotes, marked.brackets, named
    )
    heard = (entry for entry in (*preamble, *docket) if entry.offset not in quiet)
    marked_ = (mark for entry in heard for mark in entry.marks)
    scripts = foreign_runs(text, spans, language, original)
    told = (*marked.inside(spans), *scripts, *inline_notes(text, spans), *remark_marks(region.remarks))
    told = (*told, *number_marks, *marked_, *spaced_names(text, envelopes))
    marks = find_marks(reading, told)
    marks = with_looks(capture, marks, spans)
    enclosed = any(envelope.target == MESSAGE for envelope in envelopes)
    telegram = Telegram(
        kind=_kind(region, notice, title, division),
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
        citation=provenance.citation,
        site=region.site,
        original_language=original,
        original_language_certainty=sure,
        notes=(*region.hung, *uncalled(footnotes, marks)),
        extract=region.extract or (title.extract and title.kind != "extract"),
        translated_from=translated_from(provenance.shared) if provenance.shared else "",
        body=Body(opening, blocks, after, marks, footnotes, MESSAGE if enclosed else ""),
    )
    slips = disagreements.find_disagreements(material, envelopes, _place(capture, telegram))
    slips_ = (slip for slip in slips if dict(slip.data).get("what") not in settled_words(settled))
    spans_ = (
        *owned(region, telegram.body),
        *(OwnedSpan(p.start, p.end, Owner.METADATA, "cells") for p in bars),
    )
    telegram = decide(telegram, settled, plan.decisions, parted=body[0].start in plan.parted)
    return _Found(telegram, (*mark_findings(reading, marks), *slips_), spans_, region, notice)


def _called(region: Region, title: Title, text: str, call: str) -> str:
    """Return what the page says of one whom the text calls by a bare name, «Лазарь!» under «… — Л. М. Пеллу»."""
    if region.announced:
        return f"{covers(region.announced, text)} calls {call}"
    return f"{title.text} calls {call}" if call and f" {call[0]}." in f" {title.party('to')}" else ""


def _served(region: Region, rows: Sequence[Paragraph]) -> tuple[ServiceLine, ...]:
    """Return the first rows that the layout read as service matter, as far as an editor's cut has left them whole."""
    same = (line.paragraph == row for line, row in zip(region.served, rows, strict=False))
    return region.served[: next((i for i, kept in enumerate(same) if not kept), min(len(region.served), len(rows)))]


def _is_counted(region: Region, title: Title) -> bool:
    """Say whether the page counts a document among others, and its title names the kind: "5. Telegram to Mr. Pell".

    So it is where the page says whose works it is taken from: "Selected Works of Vetrov" / "Telegram to Pell".
    """
    whose = bool(region.named) and bool(title.party("to"))
    return bool((region.ordinal or whose) and title.kind and title.parties)


def _language(words: str, page: str) -> str:
    """Return the language of a text; a few words that do not tell it are in that of their page."""
    found = language_of(words)
    return language_of(page) if found == "und" and words else found


def _kind(region: Region, notice: Notice, title: Title, division: Division) -> TextKind:
    """Return what kind of document it is: as the layout knows, the page announces or the title and the text say."""
    known = region.kind or (notice.kind if notice.kind and not title.kind else None)
    return cast(TextKind, known) if known else kind(title, division)


def _mentions(text: str, division: Division, region: Region, year: int | None) -> tuple[Mention, ...]:
    if division.message:
        start, end = division.message[0].start, division.message[-1].end
        found = answers.answers_in_text(text, start, end, year=year)
        if found and not (region.title and answers.is_own(found[0], region.title.text)):
            return found
    for line in division.preamble:
        span = line.service.part("rest") if line.service and line.service.type == "reference" else None
        first = line.paragraph.start
        found = answers.answers_in_reference(text, first + span[0], first + span[1], year=year) if span else ()
        if found:
            return found
    if region.abstract:
        told = answers.answers_in_abstract(text, region.abstract[0].start, region.abstract[-1].end, year=year)
        return (told,) if told else ()
    return ()
