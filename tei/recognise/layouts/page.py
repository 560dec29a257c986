"""What a layout works on and what it gives: paragraphs in, the regions of the page out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tei.archives import Repositories
from tei.dates import find_dates
from tei.model import Capture, FeatureKind, Footnote, Printed
from tei.recognise.bare_rows import with_bare_rows
from tei.recognise.broken_headings import with_whole_headings
from tei.recognise.chinese_notes import chinese_notes
from tei.recognise.chinese_rows import with_days_apart
from tei.recognise.closed_notes import CLOSE, closed_notes
from tei.recognise.crossed_notes import crossed_notes
from tei.recognise.features import known_notes, over_notes, without_notes
from tei.recognise.furniture import Role, furniture_role
from tei.recognise.joined_headings import joined_heading
from tei.recognise.layouts.flattened import with_sources_apart
from tei.recognise.layouts.run_in_heads import with_heads_apart
from tei.recognise.layouts.runningheads import leaf_rows, running_heads
from tei.recognise.leaf_turns import between_paragraphs
from tei.recognise.one_line_records import with_lines
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine
from tei.recognise.ruled_notes import ruled_notes
from tei.recognise.russian_rows import with_numbers_apart
from tei.recognise.seat_lines import with_seats
from tei.recognise.slashed_notes import slashed_notes
from tei.recognise.spaced_notes import spaced_notes
from tei.regexes import regex
from tei.values import value

_BULLETS: Final = "•◦▪‣·●*"
_BULLET: Final = regex(rf"^[{_BULLETS}]\s+")
_DATE_FILLER: Final = regex(
    r"[\s,.;:()\[\]“”\"'–—（）〔〕【】，。：-]*(?:date|document date|дата|日期|中华|"
    r"中華)?[\s,.;:()\[\]–—（）〔〕【】，。：-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A capture with its paragraphs, each with the furniture role that it plays, if any.

    `notes` are notes and comments that the file itself tells from the text; they are none of the paragraphs,
    nor are `leaves`, what stands between and over the leaves of a scan.
    `edited` is where the links for editors begin that a wiki has behind its headings.
    `worked_out` keeps what one family found on the way to its score, so that the next need not look for it again.
    """

    capture: Capture
    paragraphs: tuple[Paragraph, ...]
    roles: tuple[Role | None, ...]
    repositories: Repositories
    notes: tuple[Footnote, ...] = ()
    leaves: tuple[Paragraph, ...] = ()
    edited: frozenset[int] = frozenset()
    worked_out: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def first(self, role: Role) -> int | None:
        """Return the index of the first paragraph in that role."""
        return next((index for index, found in enumerate(self.roles) if found is role), None)

    def last(self, role: Role) -> int | None:
        """Return the index of the last paragraph in that role."""
        return next((index for index in reversed(range(len(self.roles))) if self.roles[index] is role), None)


@value()
class Region:
    """What one telegram of a page is made of. `body` is the telegram; the rest says what the page says of it.

    `source_start` is where, in a citation of the page, the site's own name ends and the source begins. The last fields
    are for pages that hold more than one telegram, or an argument round them: `heading` and `announced` are words of
    the page that hand over to the telegram and stay there, `before` what is said before that, `diary` names whose diary
    it is; `cited` are words of the page that give its source and stay there too, `shared` what the page says of all its
    telegrams. `notes` are the page's notes whose markers stand in the telegram, `hung` those that hang on its title or
    source, `remarks` an editor's paragraphs after it, `silent` what belongs to none of these: a marker at a title.
    `antecedent` is the note before the one that cites its source with "ibid.".
    `frame` is the stretch of the page round a telegram taken out of it, `ordinal` its number among those of the page.
    A layout that knows them says what `kind` of document it is, in which volume it is `printed`, and where its own
    number stands (`number_at`); `formal` says that its title is the heading of the document itself, with its
    parties; `named` are the parties that a catalogue gives in fields of their own, `served` the first rows of the
    body where the layout reads them as service matter itself. `day` is the day of ours that the site's date means
    where its words alone do not say it, `came` the day of receipt that the heading gives. `apart` says that between
    the parts of its body stand the author's words, “…,” he wired, “…”.
    """

    body: tuple[Paragraph, ...]
    title: Paragraph | None = None
    title_text: tuple[int, int] | None = None
    site_date: Paragraph | None = None
    abstract: tuple[Paragraph, ...] = ()
    sources: tuple[Paragraph, ...] = ()
    source_start: int = 0
    site: str = ""
    heading: Paragraph | None = None
    announced: tuple[Paragraph, ...] = ()
    before: tuple[Paragraph, ...] = ()
    diary: Paragraph | None = None
    cited: tuple[Paragraph, ...] = ()
    shared: tuple[Paragraph, ...] = ()
    notes: tuple[Footnote, ...] = ()
    hung: tuple[Footnote, ...] = ()
    remarks: tuple[Paragraph, ...] = ()
    silent: tuple[Paragraph, ...] = ()
    frame: tuple[int, int] | None = None
    antecedent: Paragraph | None = None
    ordinal: str = ""
    extract: bool = False
    kind: str = ""
    printed: tuple[Printed, ...] = ()
    number_at: tuple[int, int] | None = None
    formal: bool = False
    named: tuple[tuple[str, tuple[int, int]], ...] = ()
    served: tuple[ServiceLine, ...] = ()
    day: str = ""
    came: tuple[str, tuple[int, int]] | None = None
    apart: bool = False


@value()
class Regions:
    """A page in regions: one for each telegram, what is furniture, and what stands round the telegrams as context.

    `headings` are those among the context, `notes` the notes of the page's own words, `credits` lines that name who
    worked on the whole page.
    """

    layout: str
    telegrams: tuple[Region, ...] = ()
    furniture: tuple[Paragraph, ...] = ()
    context: tuple[Paragraph, ...] = ()
    headings: tuple[Paragraph, ...] = ()
    notes: tuple[Footnote, ...] = ()
    credits: tuple[Paragraph, ...] = ()


@value()
class Score:
    """How well a layout fits a page, 0 to 1, and why, in words for the report."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A family of pages: its name, a detector, and a reader. A new family is one module and one line in LAYOUTS."""

    name: str
    score: Callable[[Page], Score]
    read: Callable[[Page], Regions] = field(repr=False)


def page_of(
    capture: Capture,
    paragraphs: tuple[Paragraph, ...],
    repositories: Repositories,
    extra: tuple[re.Pattern[str], ...] = (),
) -> Page:
    """Return a page; `repositories` are the archives known, `extra` the edition's own furniture patterns.

    What the file's own structure calls furniture, the navigation of a web page for one, is furniture.
    """
    paragraphs = with_lines(capture.text, with_whole_headings(capture.text, paragraphs))
    paragraphs = tuple(with_seats(capture.text, with_heads_apart(with_sources_apart(capture.text, paragraphs))))
    paragraphs = tuple(with_numbers_apart(capture.text, with_days_apart(capture.text, paragraphs)))
    edits = _edited(paragraphs) if "[" in capture.text else set()
    links = frozenset(paragraphs[at].start for at in edits)
    headed = {paragraphs[at - 1].start for at in edits if at}
    between = leaf_rows(paragraphs) | {at for at in range(len(paragraphs)) if _parts(paragraphs, at)} | edits
    between |= between_paragraphs([row.text for row in paragraphs])
    leaves = tuple(paragraphs[at] for at in sorted(between))
    paragraphs = tuple(row for at, row in enumerate(paragraphs) if at not in between) if between else paragraphs
    paragraphs, bars = with_bare_rows(paragraphs)
    leaves = (*leaves, *bars)
    text = capture.text
    notes = known_notes(capture) or slashed_notes(text, paragraphs) or crossed_notes(text, paragraphs)
    notes = notes or ruled_notes(text, paragraphs) or chinese_notes(text, paragraphs)
    notes = notes or spaced_notes(text, paragraphs) or closed_notes(text, paragraphs)
    paragraphs = without_notes(paragraphs, notes)
    if notes and CLOSE in text:
        leaves = (*leaves, *(row for row in paragraphs if row.text.rstrip(".,") == CLOSE))
        paragraphs = tuple(row for row in paragraphs if row.text.rstrip(".,") != CLOSE)
    menus = [(feature.start, feature.end) for feature in capture.featured(FeatureKind.FURNITURE)]
    menus += (*over_notes(paragraphs, notes), *joined_heading(paragraphs))
    menus += [(paragraphs[at].start, paragraphs[at].end) for at in sorted(running_heads(paragraphs))]
    roles = tuple(
        Role.MENU
        if any(start <= paragraph.start and paragraph.end <= end for start, end in menus)
        else None
        if paragraph.start in headed
        else furniture_role(_without_bullet(paragraph.text), extra)
        for paragraph in paragraphs
    )
    return Page(capture, paragraphs, _with_blogger(paragraphs, roles), repositories, notes, leaves, links)


def _with_blogger(rows: Sequence[Paragraph], roles: tuple[Role | None, ...]) -> tuple[Role | None, ...]:
    """Return the roles with what a blog says, under its text, of him who put it there: a line or two between links."""
    foot = next((i for i, row in enumerate(rows) if roles[i] is Role.BLOG and _POSTED.match(row.text)), 0)
    others = sum(role is None for role in roles[foot:])
    return (
        (*roles[:foot], *(role or Role.BLOG for role in roles[foot:])) if foot and others <= MAX_OF_BLOGGER else roles
    )


_POSTED: Final = regex(r"(?:published by|view all posts by|post navigation|share this:|like this:)", re.IGNORECASE)
MAX_OF_BLOGGER: Final = 3


def _parts(rows: Sequence[Paragraph], at: int) -> bool:
    """Say whether a row is the colon between a head and its text, or the dash that stood behind a day in its line."""
    text = rows[at].text
    if text not in _DASHES or not at:
        return text == ":"
    return rows[at].start - rows[at - 1].end <= 1 and rows[at - 1].text[-4:].isdecimal()


_DASHES: Final = frozenset("–—-")


def _edited(rows: Sequence[Paragraph]) -> set[int]:
    """Return the links for editors that a wiki has behind its headings, "[edit]"."""
    return {
        at
        for at, row in enumerate(rows)
        if row.text[:1] == "[" and row.text[1:5] in _EDITS and len(row.text) <= MAX_EDIT
    }


_EDITS: Final = frozenset(("edit", "прав", "编辑]", "編輯]"))
MAX_EDIT: Final = 32


def _without_bullet(text: str) -> str:
    return _BULLET.sub("", text) if text[:1] in _BULLETS else text


def is_date_line(text: str, *, year: int | None = None) -> bool:
    """Say whether a line is a date and nothing else."""
    if len(text) > 48 or (not any(map(str.isdigit, text)) and len(text) > 20):
        return False
    found = find_dates(text, year=year)
    if not found:
        return False
    rest = text[: found[0].start] + text[found[-1].end :]
    if len(found) != 1:
        return False
    return _DATE_FILLER.fullmatch(rest) is not None or _LOST_DAY.fullmatch(text) is not None


_LOST_DAY: Final = regex(
    r"[^\s\d]{1,2}\s[а-яё]{3,8}\s(?:1[89]|20)\d\d\s?(?:г\.?|года)|[（(]?[12]\d{3}年\d{1,2}月\d{1,2}[日号號][）)]?[0Oo①-⑳]"
)
"""«U июля 1928 г.»: a scan took the figures of the day for letters; 「1938年5月3日0」: a marker for a figure."""


def single_lines(page: Page) -> tuple[Paragraph, ...]:
    """Return the lines of a page one by one: the head of a form is never a paragraph that was wrapped."""
    if "single lines" not in page.worked_out:
        page.worked_out["single lines"] = tuple(line for row in page.paragraphs for line in lines_of(row))
    lines: tuple[Paragraph, ...] = page.worked_out["single lines"]
    return lines


def lines_of(row: Paragraph) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph, each with the blank lines before it."""
    at, blank = 0, row.blank_before
    for words in row.text.split("\n"):
        line = row.at(at, at + len(words))
        if line.text:
            yield Paragraph(line.start, line.end, line.text, blank)
            blank = 0
        else:
            blank += bool(at)
        at += len(words) + 1


def covers(paragraphs: tuple[Paragraph, ...], text: str) -> str:
    """Return the source text of a run of paragraphs."""
    return text[paragraphs[0].start : paragraphs[-1].end] if paragraphs else ""


def furnished(layout: str, page: Page, region: Region, labels: Iterable[Paragraph] = ()) -> Regions:
    """Return the regions of a page of one telegram: what it did not take is furniture outside its text.

    `labels` are parts of lines that a field's name takes, "Date:". Without a text, what is no furniture is context.
    """
    if not region.body:
        pairs = list(zip(page.paragraphs, page.roles, strict=True))
        furniture = tuple(paragraph for paragraph, role in pairs if role is not None)
        return Regions(layout, (), furniture, tuple(paragraph for paragraph, role in pairs if role is None))
    taken = [*region.body, *region.abstract, *region.sources, *region.silent, *labels]
    taken += [paragraph for paragraph in (region.title, region.site_date) if paragraph]
    spans = sorted((paragraph.start, paragraph.end) for paragraph in taken)
    left = tuple(p for p in page.paragraphs if not _covered(p, spans))
    return Regions(layout, (region,), (*labels, *left))


def _covered(paragraph: Paragraph, spans: list[tuple[int, int]]) -> bool:
    """Say whether a paragraph, or a part of it, was taken."""
    index = bisect_right(spans, (paragraph.start, paragraph.end))
    nearby = spans[max(0, index - 1) : index + 1]
    return any(start < paragraph.end and paragraph.start < end for start, end in nearby)
