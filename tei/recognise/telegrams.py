"""One telegram, from the region of its page: its rows, what the page tells of it, its parts and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from tei.archives import ArchivalReference, Repositories
from tei.authority import Authority
from tei.findings import Finding, Location
from tei.model import (
    Block,
    Body,
    Capture,
    Certainty,
    Envelope,
    Footnote,
    Mark,
    Mention,
    Moment,
    OwnedSpan,
    Owner,
    Telegram,
)
from tei.recognise import answers, disagreements
from tei.recognise.account import owned
from tei.recognise.asides import remark_blocks, remark_marks
from tei.recognise.body import leaves, message, without_page_numbers
from tei.recognise.cells import in_cells, without_bars
from tei.recognise.completing import despatched, number_of, received_as_told, under_cover, with_months
from tei.recognise.credits import translated_from
from tei.recognise.deciding import Settled, dated_by, decide, settled_words
from tei.recognise.division import Division, divide
from tei.recognise.docketing import read_service, service_blocks
from tei.recognise.envelope import MESSAGE, read_envelopes
from tei.recognise.features import page_breaks, told_apart, with_looks
from tei.recognise.filed import filed_on
from tei.recognise.foreign import foreign_runs
from tei.recognise.inline_notes import inline_notes
from tei.recognise.languages import language_of, original_language
from tei.recognise.layouts import Region
from tei.recognise.layouts.announcing import bare_call
from tei.recognise.layouts.page import covers
from tei.recognise.letter_books import of_letter_book
from tei.recognise.long_notes import footnotes_of, uncalled
from tei.recognise.marks import Reading, find_marks, mark_findings, place_of
from tei.recognise.named_parties import as_enveloped, party_marks
from tei.recognise.neighbours import join_open_brackets, with_rows_apart
from tei.recognise.noted import of_note
from tei.recognise.notices import Notice, cover_name, read_notice
from tei.recognise.officeholders import with_offices
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine
from tei.recognise.planning import Plan
from tei.recognise.provenance import Provenance, read_provenance
from tei.recognise.quoted_wires import wire_envelopes, with_wires
from tei.recognise.received_forms import with_form
from tei.recognise.resolutions import decided
from tei.recognise.several import with_series
from tei.recognise.signs import dated_at, is_telegram, kind, knowledge_of, reference_date, title_of, year_of
from tei.recognise.site_dates import site_date
from tei.recognise.titles import Title
from tei.recognise.witnesses import Material
from tei.recognise.wrapped_service import mended
from tei.values import value

TextKind = Literal["telegram", "letter", "note", "extract"]
Before = tuple[int | None, ArchivalReference | None]
"""What the telegram before tells the next one of a page: the year, and the reference that "ibid." means."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an edition knows beforehand: its authority lists, archives, and furniture of its captures (whole lines)."""

    authority: Authority
    repositories: Repositories
    furniture: tuple[re.Pattern[str], ...] = ()


@value()
class Found:
    """A telegram with what an editor should know of it and the characters that are its own."""

    telegram: Telegram
    findings: tuple[Finding, ...]
    spans: tuple[OwnedSpan, ...]
    region: Region
    notice: Notice


@value()
class _Rows:
    """The rows of a region by what they are: `cells` are to be divided, `served` the layout has read already.

    `body` are all of them, with editorial brackets that run over several rows closed up; `breaks` are where leaves
    begin, `bars` what only parts the columns of a table.
    """

    body: tuple[Paragraph, ...]
    cells: tuple[Paragraph, ...]
    bars: tuple[Paragraph, ...]
    served: tuple[ServiceLine, ...]
    footnotes: tuple[Footnote, ...]
    breaks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """Where the telegram begins in the capture, by which an editor's decisions know it."""
        return self.body[0].start


@value()
class _Told:
    """What the page tells of a telegram beside its text: title, days and announcement.

    `year` is the one to which its days without one belong, `date` the day by which names and offices are judged.
    """

    title: Title
    title_start: int
    of_site: Moment | None
    filed: Moment | None
    notice: Notice
    year: int | None
    date: str


@value()
class _Languages:
    """The language of the text and that of the original, empty where nothing tells it, with its certainty."""

    text: str
    original: str
    certainty: Certainty


def read_telegram(capture: Capture, region: Region, settings: Settings, before: Before, plan: Plan) -> Found | None:
    """Return the telegram of a region, or None where its signs do not make one and no editor says so."""
    text, authority, settled = capture.text, settings.authority, plan.of(region)
    rows = _rows(capture, region)
    told = _told(region, text, settled, before)
    title, year = told.title, told.year
    known = knowledge_of(authority, title, year, told.date, _said(region, title, rows.body[0], text))
    division = divide(rows.cells, known)
    if rows.served:
        division = replace(division, preamble=(*rows.served, *division.preamble))
    provenance = read_provenance(text, region, settings.repositories, before[1])
    forced = rows.start in plan.forced
    if not (forced or _is_one(region, told, division, provenance)):
        return None
    material = _material(text, region, told, division, authority)
    blocks = with_wires(text, message(text, division, rows.breaks, known), year)
    if not (forced or any(entry.type != "other" for entry in material.entries) or _says(text, blocks)):
        return None
    envelopes = _envelopes(material, region, blocks)
    languages = _languages(rows, provenance, settled, text)
    number, number_marks = number_of(text, division, material.preamble, material.docket, title.number, region.number_at)
    opening = service_blocks(material.preamble)
    after = (*service_blocks(material.docket), *remark_blocks(region.remarks))
    quiet = {line.paragraph.start for line in rows.served if line.service and line.service.type == "other"}
    spans = tuple(span for span in leaves((*opening, *blocks, *after)) if span[0] not in quiet)
    spans = (*spans, *((note.start, note.end) for note in rows.footnotes))
    named = frozenset(name.ref for action in envelopes[0].actions for name in action.names if name.ref)
    reading = Reading(
        text,
        spans,
        authority,
        *_own_day(envelopes, year, told.date),
        languages.original or "ru",
        capture.path,
        footnotes=rows.footnotes,
        decided=plan.marked.brackets,
        named=named,
        parties=party_marks(text, division, envelopes, (*opening, *blocks, *after), authority, told.date),
    )
    heard = (mark for entry in material.entries if entry.offset not in quiet for mark in entry.marks)
    service = (*number_marks, *as_enveloped(heard, envelopes))
    given = (*plan.marked.inside(spans), *_given(text, region, spans, languages), *service)
    marks = with_looks(capture, find_marks(reading, given), spans)
    enclosed = any(envelope.target == MESSAGE for envelope in envelopes)
    telegram = Telegram(
        kind=_kind(region, told.notice, title, division),
        language=languages.text,
        start=rows.start,
        end=max(rows.body[-1].end, *(remark.end for remark in region.remarks), 0),
        title=title.text,
        number=number or told.notice.number,
        envelopes=envelopes,
        holdings=provenance.holdings,
        printed=provenance.printed,
        credits=provenance.credits,
        abstract="\n".join(paragraph.text for paragraph in region.abstract),
        citation=provenance.citation,
        site=region.site,
        original_language=languages.original,
        original_language_certainty=languages.certainty,
        notes=(*region.hung, *uncalled(rows.footnotes, marks)),
        extract=region.extract or (title.extract and title.kind != "extract"),
        translated_from=translated_from(provenance.shared) if provenance.shared else "",
        body=Body(opening, blocks, after, marks, rows.footnotes, MESSAGE if enclosed else ""),
    )
    slips = disagreements.find_disagreements(material, envelopes, placed(capture, telegram))
    open_ = (slip for slip in slips if dict(slip.data).get("what") not in settled_words(settled))
    cells = (OwnedSpan(bar.start, bar.end, Owner.METADATA, "cells") for bar in rows.bars)
    own = (*owned(region, telegram.body), *cells)
    telegram = decide(telegram, settled, plan.decisions, parted=rows.start in plan.parted)
    return Found(telegram, (*mark_findings(reading, marks), *open_), own, region, told.notice)


def placed(capture: Capture, telegram: Telegram) -> Location:
    """Return where a telegram begins, for findings."""
    return place_of(capture.text, telegram.start, capture.path)


def _rows(capture: Capture, region: Region) -> _Rows:
    text = capture.text
    body = with_rows_apart(text, join_open_brackets(text, region.body))
    paragraphs, breaks = without_page_numbers(body)
    last = footnotes_of(text, paragraphs, region.notes)
    paragraphs = paragraphs[: len(paragraphs) - len(last)]
    footnotes = told_apart((*last, *(note for note in region.notes if note.start < note.end)))
    served = _served(region, paragraphs) or decided(paragraphs)
    cells, bars = without_bars(in_cells(mended(paragraphs[len(served) :])))
    breaks += page_breaks(capture, body[0].start, body[-1].end)
    return _Rows(body, cells, bars, tuple(served), footnotes, breaks)


def _told(region: Region, text: str, settled: Settled, before: Before) -> _Told:
    title, title_start = title_of(region, text)
    of_site = site_date(region, text)
    filed = filed_on(region.sources)
    year = year_of(region, title, of_site, text) or (int(filed.day[:4]) if filed else before[0])
    date = reference_date(of_site, title, year, region.body if region.formal else ())
    notice = _notice(region, title, year)
    return _Told(title, title_start, of_site, filed, notice, *dated_by(settled, year, date))


def _notice(region: Region, title: Title, year: int | None) -> Notice:
    """Return what hands over to the telegram says of it; a title counts where nothing names the parties better."""
    over = region.heading or (region.title if not title.parties and not _names_parties(region) else None)
    notice = read_notice(region.announced, region.diary, over, year, region.sources, region.before)
    if told_here := (*region.named, *dated_at(region)):
        notice = replace(notice, parties=(*notice.parties, *told_here))
    notice = of_letter_book(notice, region.diary, title)
    return of_note(notice, (*region.cited, *region.sources)) if region.announced else notice


def _names_parties(region: Region) -> bool:
    """Say whether the page names the parties in fields of their own: the recipient, or any in a document's head."""
    return any(role == "to" for role, _ in region.named) or (region.formal and bool(region.named))


def _is_one(region: Region, told: _Told, division: Division, provenance: Provenance) -> bool:
    """Weigh whether a region holds a telegram, with what the page says right before it."""
    announced = bool(region.announced)
    handed_over = announced or bool(region.heading or region.formal or _is_counted(region, told.title))
    formed = bool(region.kind) and (announced or (region.formal and _names_parties(region)))
    return is_telegram(
        division,
        told.title,
        provenance,
        told=handed_over + (told.notice.kind is not None or formed),
        day=region.site_date is not None,
        formal=region.formal,
    )


def _material(text: str, region: Region, told: _Told, division: Division, authority: Authority) -> Material:
    title, year, date = told.title, told.year, told.date
    titled = title.kind is not None and bool(title.number)
    preamble = read_service(division.preamble, authority, year=year, date=date, docket=False)
    preamble = despatched(preamble) if region.kind == "letter" else preamble
    docket = read_service(division.docket, authority, year=year, date=date, docket=True, before=preamble, titled=titled)
    return Material(
        text,
        division,
        preamble,
        docket,
        title,
        told.title_start,
        told.of_site,
        authority,
        year,
        date,
        told.notice,
        formal=region.formal,
        filed=told.filed,
    )


def _envelopes(material: Material, region: Region, blocks: Sequence[Block]) -> tuple[Envelope, ...]:
    """Return the envelopes of the telegram, of the message inside it and of those that it hands on, in this order."""
    text, year = material.text, material.year
    mention = material.notice.mention
    mentions = _mentions(text, material.division, region, year) or ((mention,) if mention else ())
    envelopes = read_envelopes(material, mentions, blocks)
    envelopes = received_as_told(envelopes, region, year, text)
    envelopes = with_months(with_series(envelopes, text, year))
    envelopes = with_offices(under_cover(envelopes, cover_name(region.remarks), text), material)
    wires = wire_envelopes(text, blocks, material.authority, year, material.date)
    return (*with_form(envelopes, material), *wires)


def _own_day(envelopes: Sequence[Envelope], year: int | None, date: str) -> tuple[int | None, str]:
    """Return the year and day by which dates in the text are read: those of the telegram, where it says them itself."""
    sent = envelopes[0].action("sent")
    moment = sent.moment if sent else None
    if moment is None or moment.evidence.certainty is not Certainty.HIGH or len(moment.day) != len("1938-03-14"):
        return year, date
    return int(moment.day[:4]), date or moment.day


def _languages(rows: _Rows, provenance: Provenance, settled: Settled, text: str) -> _Languages:
    language = settled.get("language") or _language(covers(rows.body, text), text)
    original, sure = original_language(
        provenance.text,
        provenance.holdings,
        provenance.printed,
        provenance.credits,
        language,
        shared=provenance.shared,
    )
    return _Languages(language, settled.get("original_language", original), sure)


def _given(text: str, region: Region, spans: Sequence[tuple[int, int]], languages: _Languages) -> Iterator[Mark]:
    """Yield the marks that do not depend on others: runs in another script, notes in the line, an editor's remarks."""
    yield from foreign_runs(text, spans, languages.text, languages.original)
    yield from inline_notes(text, spans)
    yield from remark_marks(region.remarks)


def _said(region: Region, title: Title, first: Paragraph, text: str) -> str:
    """Return the words of the page in which a signature or an address may be named in full."""
    said = _called(region, title, text, bare_call(first.text))
    return f"{said}\n{region.diary.text}" if region.diary else said


def _says(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether a telegram has words under its opener: a heading at the end of a page has none."""
    spans = leaves([block for block in blocks if block.element != "opener"])
    return any(text[start:end].strip() for start, end in spans)


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
    named: tuple[Mention, ...] = ()
    for line in division.preamble:
        span = line.service.part("rest") if line.service and line.service.type == "reference" else None
        first = line.paragraph.start
        named = answers.answers_in_reference(text, first + span[0], first + span[1], year=year) if span else ()
        if named:
            break
    if division.message:
        start, end = division.message[0].start, division.message[-1].end
        found = answers.answers_in_text(text, start, end, year=year)
        if found and not (region.title and answers.is_own(found[0], region.title.text)):
            return answers.with_new(named, found)
    if named:
        return named
    if region.abstract:
        told = answers.answers_in_abstract(text, region.abstract[0].start, region.abstract[-1].end, year=year)
        return (told,) if told else ()
    return ()
