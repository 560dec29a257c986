"""Where on the page a passage is that the editor speaks of: by its words, or by its number among the telegrams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tei.decisions import Fact, Passage, Quote
from tei.decisions.quotes import Passages
from tei.decisions.rules import AMBIGUOUS, NO_TELEGRAM_MEANT, NOT_FOUND, WRONG_VALUE
from tei.findings import Finding
from tei.recognise.carving import Extent, extent_of, held_by, pieces_outside, rows_of
from tei.recognise.layouts import Page, Region


@dataclass(slots=True)
class Stretch:
    """A passage that was found. `start` and `end` are -1 where they are for the region, or for what follows, to say.

    `within` is where the words stand that it contains, -1 where none are given.
    """

    passage: Passage
    region: Region | None = None
    start: int = -1
    end: int = -1
    within: int = -1
    facts: tuple[Fact, ...] = ()


class Placer:
    """Finds passages; what cannot be found is put with the findings."""

    def __init__(self, page: Page, regions: Sequence[Region], known: Sequence[Region]) -> None:
        """Take the regions of the page in order, and those among them that hold a telegram."""
        self.page = page
        self.regions = sorted((region for region in regions if region.body), key=extent_of)
        self.known = sorted(known, key=extent_of)
        self.words = Passages(page.capture.text)
        self.findings: list[Finding] = []
        self._starts: list[int] = []

    def expect(self, passages: Sequence[Passage]) -> None:
        """Take note of where passages start, since none before them ends behind that."""
        quotes = [passage.starts for passage in passages if passage.starts]
        found = ((quote, self.words.find(quote.text)) for quote in quotes)
        pairs = ((quote.occurrence or 1, spans) for quote, spans in found if quote.occurrence or len(spans) == 1)
        self._starts = sorted(spans[n - 1][0] for n, spans in pairs if n <= len(spans))

    def place(self, passage: Passage, number: int, count: int) -> Stretch | None:
        """Return where a passage is; it is the `number`-th of `count` that do not say it. None: a finding says why."""
        if not passage.says_where:
            return self._unsaid(passage, number, count)
        if passage.which:
            return self._counted(passage)
        first = passage.starts and self.find(passage.starts)
        within = passage.contains and self.find(passage.contains)
        last = passage.ends and self._end(passage.ends, first[0] if first else 0)
        quoted = ((passage.starts, first), (passage.contains, within), (passage.ends, last))
        if any(quote is not None and span is None for quote, span in quoted):
            return None
        start = self.words.whole(*first)[0] if first else -1
        end = self.words.whole(*last)[1] if last else -1
        anchor = next(span[0] for span in (first, within, last) if span)
        region = self._at(anchor) or self._between(start, end)
        return self._checked(Stretch(passage, region, start, end, within[0] if within else -1))

    def _checked(self, stretch: Stretch) -> Stretch | None:
        """Refuse words that stand in no telegram where a telegram is spoken of and nothing says where it begins."""
        if stretch.region is None and stretch.start < 0 and stretch.passage.kind == "telegram":
            quote = stretch.passage.contains or stretch.passage.ends
            message = f"{quote.text if quote else ''!r} stands in no telegram of the page"
            hint = 'say where the telegram begins and ends: starts = "…", ends = "…"'
            self.findings.append(NO_TELEGRAM_MEANT.at(stretch.passage.place, message, hint))
            return None
        if stretch.region is not None and self._is_apart(stretch, *extent_of(stretch.region)):
            stretch.region = None
        return stretch

    @staticmethod
    def _is_apart(stretch: Stretch, first: int, last: int) -> bool:
        """Say whether a stretch stands wholly in what is said of a region: a telegram in a note, behind its source."""
        return stretch.start >= last or 0 <= stretch.end <= first

    def row_at(self, place: int) -> Extent:
        """Return the line in which an offset lies."""
        rows = rows_of(self.page)
        row = next((row for row in rows if row.start <= place < row.end), None)
        return (row.start, row.end) if row else (place, len(self.page.capture.text))

    def find(self, quote: Quote, start: int = 0) -> Extent | None:
        """Return where a quotation stands after an offset."""
        found = self.words.find(quote.text, start)
        if not found:
            self.findings.append(self.missing(quote, start))
        elif quote.occurrence > len(found):
            times = "once" if len(found) == 1 else f"{len(found)} times"
            message = f"{quote.text!r} stands on the page {times}, not {quote.occurrence} times"
            self.findings.append(NOT_FOUND.at(quote.place, message, f"write occurrence = {len(found)} or less"))
        elif len(found) > 1 and not quote.occurrence:
            lines = tuple(dict.fromkeys(str(self.words.line(span[0])) for span in found[:5]))
            where = f"in line{'s' if len(lines) > 1 else ''} {', '.join(lines)}"
            message = f"{quote.text!r} stands on the page {len(found)} times, {where}"
            self.findings.append(AMBIGUOUS.at(quote.place, message, "quote more words, or add occurrence = 2"))
        else:
            return found[max(quote.occurrence, 1) - 1]
        return None

    def _end(self, quote: Quote, start: int) -> Extent | None:
        """Return where the last words of a telegram stand: before the next one, on a line of their own if need be."""
        limit = next((place for place in self._starts if place > start), len(self.page.capture.text))
        found = self.words.find(quote.text, start, limit)
        if len(found) > 1 and not quote.occurrence:
            lines = [span for span in found if self.words.is_line(*span)]
            found = tuple(lines) if len(lines) == 1 else found
        return found[0] if len(found) == 1 else self.find(quote, start)

    def missing(self, quote: Quote, start: int = 0) -> Finding:
        """Return the finding that words do not stand on the page, with those that are most like them."""
        path = self.page.capture.path
        before = self.words.find(quote.text) if start else ()
        if before:
            message = f"{quote.text!r} stands before the words with which the telegram starts"
            hint = f"it is in line {self.words.line(before[0][0])} of {path}; look at starts and ends"
            return NOT_FOUND.at(quote.place, message, hint)
        near = self.words.nearest(quote.text)
        hint = f"line {near[0]} of {path} has {near[1]!r}" if near else f"copy the words from {path}"
        return NOT_FOUND.at(quote.place, f"{quote.text!r} does not stand on the page", hint)

    def _unsaid(self, passage: Passage, number: int, count: int) -> Stretch | None:
        known = self.known
        if passage.kind != "telegram":
            message = f"[[{passage.kind}]] does not say which words it is about"
            self.findings.append(WRONG_VALUE.at(passage.place, message, 'add starts = "…" and ends = "…"'))
        elif known and len(known) == count:
            return Stretch(passage, known[number])
        elif not known and count == 1:
            return self._whole(passage)
        else:
            message = f"the page has {_counted(known)}, and nothing says which is meant: {self._listed()}"
            hint = 'add contains = "words that stand only in it", or which = 1'
            self.findings.append(NO_TELEGRAM_MEANT.at(passage.place, message, hint))
        return None

    def _listed(self) -> str:
        lines = (f"{n} begins in line {self.words.line(r.body[0].start)}" for n, r in enumerate(self.known[:4], 1))
        return ", ".join(lines) or "none was recognised"

    def _whole(self, passage: Passage) -> Stretch | None:
        """Take a page on which no telegram was seen for one: the region that was looked at, else all that is left."""
        if len(self.regions) == 1:
            return Stretch(passage, self.regions[0])
        rows = [row for row, role in zip(self.page.paragraphs, self.page.roles, strict=True) if role is None]
        rows = rows or list(self.page.paragraphs)
        return Stretch(passage, None, rows[0].start, rows[-1].end) if rows else None

    def _counted(self, passage: Passage) -> Stretch | None:
        if passage.which <= len(self.known):
            region = self.known[passage.which - 1]
            stretch = Stretch(passage, region)
            first = passage.starts and self.find(passage.starts)
            last = passage.ends and self._end(passage.ends, first[0] if first else extent_of(region)[0])
            if (passage.starts and not first) or (passage.ends and not last):
                return None
            stretch.start = self.words.whole(*first)[0] if first else -1
            stretch.end = self.words.whole(*last)[1] if last else -1
            return stretch
        message = f"the page has {_counted(self.known)}, so there is no number {passage.which}: {self._listed()}"
        hint = 'count again, or say where it stands: starts = "…", ends = "…"'
        self.findings.append(NO_TELEGRAM_MEANT.at(passage.place, message, hint))
        return None

    def _at(self, place: int) -> Region | None:
        """Return the region in whose text an offset lies, else that of which the words there say something."""
        for region in self.regions:
            start, end = extent_of(region)
            if start <= place < end:
                return region
        held = ((region, span) for region in self.regions for span in held_by(region))
        return next((region for region, (start, end) in held if start <= place < end), None)

    def _between(self, start: int, end: int) -> Region | None:
        """Return the first region whose text begins in a stretch."""
        if start < 0 or end < 0:
            return None
        return next((region for region in self.regions if start <= extent_of(region)[0] < end), None)

    def settle(self, stretch: Stretch, others: Sequence[Stretch]) -> None:
        """Give a stretch the end and beginning that its region has, or that the next one leaves it."""
        if stretch.region is not None and stretch.start < 0:
            stretch.start = extent_of(stretch.region)[0]
        following = [other.start for other in others if other.start > stretch.start >= 0]
        if stretch.region is not None and stretch.end < 0:
            stretch.end = min([max(extent_of(stretch.region)[1], stretch.start), *following])
        elif stretch.end < 0 <= stretch.start:
            stretch.end = min([*following, self._open_end(stretch.start)])
        if stretch.region is not None:
            self._without_own(stretch, stretch.region)
        self._trim(stretch)

    def _open_end(self, start: int) -> int:
        """Return where a telegram ends of which only the beginning is known: before the next one, or the page's end."""
        heads = [min(span[0] for span in held_by(region)) for region in self.regions]
        after = [place for place in heads if place > start]
        rows = [row for row, role in zip(self.page.paragraphs, self.page.roles, strict=True) if role is None]
        return min([*after, max((row.end for row in rows if row.end > start), default=len(self.page.capture.text))])

    def _without_own(self, stretch: Stretch, region: Region) -> None:
        """Leave out what stands above or below the text and is said of it: its title, its source."""
        first, last = extent_of(region)
        own = [span for span in held_by(region) if span != (first, last) and span != region.frame]
        text = self.page.capture.text
        if stretch.start < first <= stretch.end and not pieces_outside((stretch.start, first), own, text):
            stretch.start = first
        if stretch.start <= last < stretch.end and not pieces_outside((last, stretch.end), own, text):
            stretch.end = last

    def _trim(self, stretch: Stretch) -> None:
        words = self.page.capture.text[stretch.start : stretch.end]
        stretch.start += len(words) - len(words.lstrip())
        stretch.end = max(stretch.start, stretch.end - len(words) + len(words.rstrip()))


def _counted(known: Sequence[Region]) -> str:
    return "one telegram" if len(known) == 1 else f"{len(known)} telegrams" if known else "no telegram"
