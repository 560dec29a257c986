"""Forms of the Department of State, and of the services that wired like it: labels and routing over the text.

“OUTGOING TELEGRAM Department of State / SECRET / Classification / ACTION: Amembassy OSLO PRIORITY 812 / INFO: Amembassy
BONN 344”, “INCOMING TELEGRAM … / Control: 140 / Rec'd: … / FROM: OSLO / TO: Secretary of State / NO: 55, May 3, 6 PM”,
“CLASSIFIED MESSAGE / TO : DIRECTOR / FROM : OSLO / SECRET 030440Z IN 412 / DIR CITE OSLO 55”; then the text, who signs
it, and who drafted and cleared it. What the form prints in between, bureaus one under the other, is its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tei.recognise.layouts.below_text import trailing_sources
from tei.recognise.layouts.department_rows import (
    CLOCK,
    Read,
    body_in,
    is_letterhead,
    is_marking,
    is_over,
    is_sheet,
    is_wordy,
    of_clerk,
    parted,
    read_row,
    routing,
)
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, lines_of, single_lines
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised
from tei.recognise.parts import ServiceLine, joined, service_line
from tei.regexes import regex
from tei.values import value

_SIGNS: Final = (
    "COMING TELEGRAM", "GOING TELEGRAM", "epartment of State", "DEPARTMENT OF STATE", "CLASSIFIED MESSAGE",
    "MESSAGE FORM", "NAVAL MESSAGE",
)  # fmt: skip
MAX_HEAD: Final = 60
"""Lines of the longest head: a column of bureaus stands in it, one a line."""
MAX_PASSED: Final = 24
"""Lines between two labels that are the form's own."""
MAX_BLOCK: Final = 6
"""Lines of the longest address of a headquarters."""
MIN_PROSE: Final = 6
"""Words of a sentence of the page over a form."""


@value()
class _Form:
    """A form on a page: its first line, the line at which its text begins, and what the lines between them say."""

    first: int
    text: int
    served: tuple[ServiceLine, ...]
    body: tuple[int, int] | None
    """Where the letterhead of an outgoing form names who writes."""


def score_department(page: Page) -> Score:
    """Score a page by a letterhead of such forms with one who is addressed under it."""
    if not any(sign in page.capture.text for sign in _SIGNS) or not _forms(page):
        return Score(0.0, "no form of the Department")
    return Score(0.88, "a form of the Department, with its labels over the text")


def _forms(page: Page) -> tuple[_Form, ...]:
    if "department forms" not in page.worked_out:
        page.worked_out["department forms"] = tuple(_found(_lines(page)))
    forms: tuple[_Form, ...] = page.worked_out["department forms"]
    return forms


def _lines(page: Page) -> tuple[Paragraph, ...]:
    return tuple(cell for line in single_lines(page) for cell in parted(line))


def with_department_forms(regions: Regions, page: Page) -> Regions:
    """Return the regions of a page of another family with the forms that begin its telegrams read as such."""
    if regions.layout == DEPARTMENT.name or not any(sign in page.capture.text for sign in _SIGNS):
        return regions
    return replace(regions, telegrams=tuple(map(_formed, regions.telegrams)))


def _formed(region: Region) -> Region:
    if region.served or not region.body:
        return region
    lines = tuple(cell for row in region.body for line in lines_of(row) for cell in parted(line))
    form = next(_found(lines[:MAX_HEAD], last=MAX_ABOVE), None)
    if form is None:
        return region
    over = tuple(service_line(line, "other") for line in lines[: form.first])
    start = lines[form.text].start if form.text < len(lines) else region.body[-1].end
    served = (*over, *form.served)
    named = (*region.named, ("from", form.body)) if form.body and not region.title else region.named
    rows = tuple(_rows(region.body, start, region.body[-1].end))
    rows, silent, remarks = _without_clerks(rows)
    body = (*(line.paragraph for line in served), *rows)
    return replace(
        region, body=body, served=served, kind="telegram", named=named, silent=(*region.silent, *silent),
        remarks=(*remarks, *region.remarks),
    )  # fmt: skip


MAX_ABOVE: Final = 4
"""Lines over the letterhead of a form in the text of another page."""


def _without_clerks(
    rows: tuple[Paragraph, ...],
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part a text from the typist's initials under it, and from what clerks write under the end of a message."""
    rows, printed, noted = _without_legends(rows)
    end = next((i + 1 for i, row in enumerate(rows) if i and _END.fullmatch(row.text)), len(rows))
    end = len(rows) if end + 1 == len(rows) and _NAME.fullmatch(rows[end].text) else end
    remarks, rows = rows[end:], rows[:end]
    typist = len(rows) > 1 and _TYPIST.fullmatch(rows[-1].text) is not None and _TYPIST.fullmatch(rows[-2].text) is None
    silent = (*rows[len(rows) - typist :], *printed)
    return rows[: len(rows) - typist], silent, (*remarks, *noted)


def _without_legends(
    rows: tuple[Paragraph, ...],
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Part a text from what the form prints at the foot of its sheet, and from a clerk's note over that."""
    end = len(rows)
    while end > 1 and _LEGEND.match(rows[end - 1].text):
        end -= 1
    if end == len(rows):
        return rows, (), ()
    while end > 1 and (of_clerk(rows[end - 1].text) or is_marking(rows[end - 1].text)):
        end -= 1
    noted = tuple(row for row in rows[end:] if of_clerk(row.text))
    return rows[:end], tuple(row for row in rows[end:] if row not in noted), noted


_LEGEND: Final = regex(
    r"(?:PERMANENT\s+RECORD\s+COPY|REPRODUCTION\s+(?:OF|FROM)\s+THIS\s|THIS\s+COPY\s+MUST\s+BE\s|TO\s+BE\s+RETURNED\s+TO\s|"
    r"(?:CENTRAL\s+)?FILES\s+WITH\s+NOTATION|UNLESS\s+[\"“]?UNCLASSIFIED)"
)
"""“PERMANENT RECORD COPY: THIS COPY MUST BE RETURNED …”, “REPRODUCTION OF THIS MESSAGE IS PROHIBITED”."""


_END: Final = regex(r"(?i:END\s+OF\s+(?:MESSAGE|CABLE)|End|END)\.?")
_NAME: Final = regex(r"[A-Z][A-Z’'-]{3,20}")
"""Who signs a cable of later years, under the word that ends it."""
_TYPIST: Final = regex(r"[A-Z]{2,3}(?:[:/][A-Za-z]{2,3})?")


def _found(lines: Sequence[Paragraph], last: int = 0) -> Iterator[_Form]:
    """Yield the forms among the lines of a page; `last` is where the first may stand at the latest, 0 for anywhere."""
    at = 0
    while at < len(lines) and (not last or at <= last):
        form = _form(lines, at) if is_letterhead(lines[at].text) else None
        if form:
            yield form
        at = form.text if form else at + 1


def _form(lines: Sequence[Paragraph], first: int) -> _Form | None:
    """Return the form whose letterhead stands at a line, None where no label of it follows."""
    head = _Head(is_letterhead(lines[first].text))
    while first and is_over(lines[first - 1].text):
        first -= 1
    for line in lines[first : first + MAX_HEAD]:
        if not head.takes(line):
            break
    if "to" not in head.kinds and head.kind == "outgoing":
        head.kinds += head.addressed()
    if "to" not in head.kinds or len(head.kinds) < MIN_LABELS:
        return None
    served = tuple(head.served[: head.kept])
    end = served[-1].paragraph.end
    text = next((i for i in range(first, len(lines)) if lines[i].start >= end), len(lines))
    spans = ((line.paragraph.start, body_in(line.paragraph.text)) for line in served)
    writes = head.kind == "outgoing" or "from" not in head.kinds
    body = next(((start + span[0], start + span[1]) for start, span in spans if span), None) if writes else None
    return _Form(first, text, served, body)


MIN_LABELS: Final = 2


@dataclass
class _Head:
    """The head of a form while it is read: its lines so far, and how many of them are sure to be the form's."""

    kind: str
    served: list[ServiceLine] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    kept: int = 0
    passed: int = 0
    listing: str = ""

    def takes(self, line: Paragraph) -> bool:
        """Take one more line; say that it did not where the text begins, or another form."""
        if "to" in self.kinds and is_letterhead(line.text):
            return False
        made, rows = self._read(line)
        if not rows and (is_wordy(line.text) or self.passed >= MAX_PASSED):
            return False
        self.served += rows or (routing(line),)
        if rows and made != "loose":
            self.kinds.append(made)
            self.kept, self.passed = len(self.served), 0
        elif rows and self.kinds and not self.passed:
            self.kept = len(self.served)
        elif not rows:
            self.passed += 1
        if made != "loose" or not rows:
            self.listing = made if made in ("to", "info") else ""
        return True

    def addressed(self) -> list[str]:
        """Read the lines over the number as whom a message of a headquarters goes to, and the last as where he is."""
        last = next((i for i, one in enumerate(self.served[: self.kept]) if _is_type(one, "number")), 0) - 1
        first = last
        while first > 0 and _is_type(self.served[first], "other") and not self.served[first].paragraph.blank_before:
            first -= 1
        rows = [one.paragraph for one in self.served[max(first, 0) : last + 1]]
        if not 1 < len(rows) <= MAX_BLOCK or not all(is_capitalised(row.text) for row in rows):
            return []
        self.served[first] = service_line(rows[0], "address", ("rest", 0, len(rows[0].text.rstrip(" ,"))))
        self.served[last] = service_line(rows[-1], "address", ("place", 0, len(rows[-1].text)))
        return ["to"]

    def _read(self, line: Paragraph) -> Read:
        if CLOCK.fullmatch(line.text) and self.served and _is_receipt(self.served[-1]):
            return "label", (_with_hour(self.served.pop(), line),)
        if CLOCK.fullmatch(line.text) and any(map(_is_receipt, self.served)):
            return "label", (service_line(line, "received", ("rest", 0, len(line.text))),)
        made, rows = read_row(line, self.listing, self.kind)
        again = made == "to" and self.kind == "classified" and made in self.kinds
        return ("label", (routing(line),)) if again else (made, rows)


def _with_hour(receipt: ServiceLine, hour: Paragraph) -> ServiceLine:
    """Return “Rec'd: May 3, 1962” with the hour that stands in the line under it."""
    return service_line(joined(receipt.paragraph, hour), "received")


def _is_receipt(line: ServiceLine) -> bool:
    return _is_type(line, "received")


def _is_type(line: ServiceLine, kind: str) -> bool:
    return line.service is not None and line.service.type == kind


def read_department(page: Page) -> Regions:
    """Part a page into its forms and what the site adds over and under them."""
    lines, forms = _lines(page), _forms(page)
    if not forms:
        return Regions("department", (), (), page.paragraphs)
    ends = [lines[form.first].start for form in forms[1:]] + [_end(page, forms[-1])]
    regions: list[Region] = []
    sheets: list[Paragraph] = []
    for form, end in zip(forms, ends, strict=True):
        start = lines[form.text].start if form.text < len(lines) else end
        rows = tuple(_rows(page.paragraphs, start, end))
        over = tuple(row for row in rows if is_sheet(row.text))
        rows = tuple(row for row in rows if row not in over)
        sources = trailing_sources(rows, page.repositories)
        rows, silent, remarks = _without_clerks(rows[: len(rows) - len(sources)])
        body = (*(line.paragraph for line in form.served), *rows)
        named = (("from", form.body),) if form.body else ()
        sheets += over
        regions.append(
            Region(
                body=body,
                served=form.served,
                kind="telegram",
                formal=True,
                sources=sources,
                named=named,
                silent=silent,
                remarks=remarks,
            )
        )
    first = lines[forms[0].first].start
    left = list(_rows(page.paragraphs, 0, first))
    left += [row for row in page.paragraphs if row.start >= ends[-1]]
    context = tuple(row for row in left if row.text[-1] in ".:!?" and len(row.text.split()) >= MIN_PROSE)
    return Regions("department", tuple(regions), (*sheets, *(row for row in left if row not in context)), context)


def _end(page: Page, form: _Form) -> int:
    """Return where the text of a page's last form ends: at the end of the page, or what the site adds."""
    after = form.served[-1].paragraph.end
    pairs = zip(page.paragraphs, page.roles, strict=True)
    return next((row.start for row, role in pairs if role is not None and row.start > after), len(page.capture.text))


def _rows(rows: Sequence[Paragraph], start: int, end: int) -> Iterator[Paragraph]:
    """Yield the rows of a page from one offset to another, the first of them cut where it begins before."""
    for row in rows:
        if row.end <= start or row.start >= end:
            continue
        yield row.at(max(0, start - row.start), min(len(row.text), end - row.start))


DEPARTMENT: Final = Layout("department", score_department, read_department)
"""Forms of the Department of State."""
