"""The line of steps from a capture to its telegrams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.decisions import Sheet
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Body, Capture, OwnedSpan, Owner, Recognition, Telegram
from tei.recognise import disagreements, doubts, lookalikes
from tei.recognise.account import leftovers, settle, unowned
from tei.recognise.covernames import learn
from tei.recognise.layouts import LAYOUTS, Page, Region, Regions, best_layout, page_of
from tei.recognise.layouts.department import with_department_forms
from tei.recognise.layouts.same_parties import with_parties_above
from tei.recognise.layouts.tied import with_notes, without_other_heads
from tei.recognise.links import Linked, link
from tei.recognise.paragraphs import Paragraph, split_paragraphs
from tei.recognise.planning import Plan, decisions_of, plan_page
from tei.recognise.surroundings import owned_context, stretches, surroundings, with_leftovers
from tei.recognise.telegrams import Before, Found, Settings, placed, read_telegram
from tei.recognise.turns import in_turn

NO_TELEGRAM = Rule(
    "REC101",
    "no-telegram",
    Severity.ERROR,
    "Nothing on the page looks like a telegram or letter: no one addressed, no signature, no service matter, no "
    "title that names a sender and a recipient. The page was read as context and nothing was encoded from it.",
)
RULES = (NO_TELEGRAM, *doubts.RULES, *disagreements.RULES)


def recognise(capture: Capture, settings: Settings, sheets: Sequence[Sheet] = ()) -> Recognition:
    """Return the telegrams of a capture, what stands round them, and the account of its characters.

    `sheets` are what the editor decides of it, beside the block at its head; they go before what is recognised. Raises
    SourceError where one of these decisions is wrong: nothing is recognised then.
    """
    plain = capture.text
    for space in _SPACES:
        plain = plain.replace(space, " ")
    settled = lookalikes.settled(plain)
    found = _read_as(settled, capture, settings, sheets)
    if settled == plain:
        return found
    found = replace(found, spans=tuple(lookalikes.with_whole_dashes(found.spans, capture.text)))
    if any(leftovers(capture, found.spans)):  # a decision cuts where a sign was read as a blank
        return _read_as(plain, capture, settings, sheets)
    return found


def _read_as(plain: str, capture: Capture, settings: Settings, sheets: Sequence[Sheet]) -> Recognition:
    """Recognise the telegrams of a capture in its text as it is read, and give them as it is written."""
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


def _linked(one: Found) -> Linked:
    """Return a telegram with what the page's words say of it and of the one before."""
    notice, told = one.notice, bool(one.region.announced) and one.region.title is None
    return Linked(one.telegram, one.region.ordinal, notice.answer, notice.again, notice.later, told)


def _recognised(page: Page, plan: Plan, settings: Settings) -> Recognition:
    capture, regions = page.capture, plan.regions
    found, rows = _read(capture, plan, settings)
    telegrams = link(capture, [_linked(one) for one in found])
    telegrams = in_turn(telegrams)
    taken = [stretch for one in found for stretch in stretches(capture.text, one.region, one.telegram)]
    context = tuple(owned_context(rows, regions, taken, regions.layout))
    spans = settle((*_unread(regions), *(span for one in found for span in one.spans), *context))
    left = tuple(leftovers(capture, spans))
    body = Body()
    round_them: tuple[OwnedSpan, ...] = ()
    if found:
        begun = frozenset(telegram.start for telegram in telegrams)
        body = surroundings(capture, rows, regions, (taken, begun), settings.authority, plan.marked)
        body = with_leftovers(body, left)
        round_them = tuple(sorted(span for span in (*context, *left) if span.owner is Owner.CONTEXT))
    marks = (*(mark for one in found for mark in one.telegram.body.marks), *body.marks)
    findings = [
        *plan.findings,
        *(finding for one in found for finding in one.findings),
        *_doubts(capture, telegrams, plan),
        *(() if found or plan.says_none else (_nothing(capture, regions),)),
        *unowned(capture, spans),
        *plan.marked.unheard(marks),
    ]
    account = settle((*spans, *left))
    return Recognition(capture, regions.layout, telegrams, round_them, account, tuple(sorted(findings)), body)


def _read(capture: Capture, plan: Plan, settings: Settings) -> tuple[list[Found], list[Paragraph]]:
    """Return the telegrams of the regions, and in their order the rows of the page that are in none."""
    found: list[Found] = []
    rows = list(plan.regions.context)
    known: Before = (None, None)
    for region in plan.regions.telegrams:
        one = read_telegram(capture, region, settings, known, plan) if region.body else None
        if one is None:
            rows += _all_of(region, capture.text)
        else:
            found.append(one)
            known = _known(one.telegram, known)
    return found, sorted(rows, key=lambda row: row.start)


def _unread(regions: Regions) -> Iterator[OwnedSpan]:
    """Yield what is no text of the page: its furniture, and the lines that name who worked on it."""
    yield from (OwnedSpan(p.start, p.end, Owner.FURNITURE, regions.layout) for p in regions.furniture)
    yield from (OwnedSpan(p.start, p.end, Owner.METADATA, "credits") for p in regions.credits)


def _doubts(capture: Capture, telegrams: Sequence[Telegram], plan: Plan) -> list[Finding]:
    found: list[Finding] = []
    for which, telegram in enumerate(sorted(telegrams, key=lambda one: one.start), 1):
        found += doubts.doubts(telegram, placed(capture, telegram), plan.table_of(which, len(telegrams)))
    return doubts.once_a_page(found, len(telegrams))


def _nothing(capture: Capture, regions: Regions) -> Finding:
    place = Location(capture.path, 1, 1)
    told = f"it was read as a page of the family {regions.layout!r}; if it holds a telegram all the same"
    hint = f'check that the whole page was captured; {told}, write starts = "…" into {doubts.sheet_of(place)}'
    return NO_TELEGRAM.at(place, "no telegram was found on this page", hint)


def _known(telegram: Telegram, before: Before) -> Before:
    received = telegram.envelopes[0].action("received")
    days = [moment.day for moment in (telegram.sent, received and received.moment) if moment]
    year = next((int(day[:4]) for day in days if day[:4].isdigit()), before[0])
    return year, telegram.holdings[-1].reference if telegram.holdings else before[1]


def _all_of(region: Region, text: str) -> Iterator[Paragraph]:
    """Yield all that a region took of the page, quotation marks included, for the page's own words."""
    frame = region.frame
    body = (Paragraph(*frame, text[slice(*frame)]),) if frame else region.body
    taken = (region.title, region.site_date, *region.abstract, *body, *region.sources, *region.remarks, *region.silent)
    yield from (p for p in taken if p)
    yield from (Paragraph(note.lead, note.end, text[note.lead : note.end]) for note in (*region.notes, *region.hung))
