"""The editor's decisions are held against the page: where each passage is, whom each fact is about, what is wrong.

Nothing is encoded of a capture with a decision that cannot be followed: half a decision would be worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from tei.archives import Repositories
from tei.authority import Authority
from tei.decisions import FOLDER_SHEET, Decisions, Fact, Passage, Sheet, read_decisions, read_sheet
from tei.decisions.rules import OVERLAP, TWICE, UNUSED
from tei.errors import SourceError
from tei.findings import Finding, Location, Severity
from tei.model import Capture, Recognition, Telegram
from tei.recognise.carving import Cut, Extent, carve, extent_of, pieces_outside
from tei.recognise.deciding import NOTHING, Resolver, Settled, says_the_same
from tei.recognise.layouts import Page, Region, Regions
from tei.recognise.marking import marks_of
from tei.recognise.meanings import Marked
from tei.recognise.placing import Placer, Stretch
from tei.values import value

_FORCING: Final = frozenset(("kind", "sender", "recipient", "date", "received", "number"))
"""Facts that only a telegram has: where the editor knows one of them, the page holds one."""


@value()
class Plan:
    """How a page is to be read: its regions, the facts by where each telegram's text begins, the editor's marks.

    `forced` are the telegrams that the editor says are some, `parted` those of which he says where the text begins or
    ends, each by where its text begins.
    """

    regions: Regions
    decisions: Decisions = field(default_factory=Decisions)
    facts: Mapping[int, Settled] = field(default_factory=lambda: MappingProxyType({}))
    forced: frozenset[int] = frozenset()
    parted: frozenset[int] = frozenset()
    marked: Marked = field(default_factory=Marked)
    findings: tuple[Finding, ...] = ()

    @property
    def says_none(self) -> bool:
        """Whether the editor says of what looks like a telegram that it is none."""
        return any(passage.kind == "context" for passage in self.decisions.passages)

    def table_of(self, which: int, count: int) -> str:
        """Return how a hint names the table that speaks of one of the telegrams of the page."""
        if any(passage.kind == "telegram" for passage in self.decisions.passages):
            return ", in its [[telegram]]"
        return f", below [[telegram]] and which = {which}" if count > 1 else ""

    def of(self, region: Region) -> Settled:
        """Return what is settled of the telegram of a region."""
        return self.facts.get(region.body[0].start, NOTHING) if region.body else NOTHING


@dataclass(frozen=True, slots=True)
class _Piece:
    """A telegram to be: its stretch, the passage that speaks of it, the facts of that."""

    cut: Cut
    passage: Passage | None = None
    facts: tuple[Fact, ...] = ()


def decisions_of(capture: Capture, sheets: Sequence[Sheet]) -> tuple[Decisions, tuple[Finding, ...]]:
    """Return what the head of a capture and the sheets beside it decide, and what is to be said of their form.

    The sheets go before the head, and a later one before an earlier. Raises SourceError where something is wrong.
    """
    head = (read_sheet(capture.head, capture.path, first_line=2, head=True),) if capture.head else ()
    decisions, findings = read_decisions((*head, *sheets))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise SourceError(*findings)
    return decisions, findings


def plan_page(
    decisions: Decisions, page: Page, regions: Regions, plain: Recognition, archives: Repositories, authority: Authority
) -> Plan:
    """Hold decisions against a page and against what was recognised on it without them.

    Raises SourceError with all that is wrong where a decision cannot be followed.
    """
    planner = _Planner(decisions, page, regions, plain)
    pieces, furniture = planner.pieces()
    planner.stop()
    carved = carve(page, regions, [piece.cut for piece in pieces], furniture)
    telegrams = tuple(zip(carved.telegrams, pieces, strict=True))
    facts = {region.body[0].start: planner.settled(region, piece, archives, authority) for region, piece in telegrams}
    planner.say_unused()
    marked = marks_of(decisions.readings, planner.placer, authority)
    planner.stop()
    forced = frozenset(r.body[0].start for r, piece in telegrams if piece.passage or planner.forces)
    parted = frozenset(r.body[0].start for r, piece in telegrams if piece.passage and piece.cut.is_changed)
    return Plan(carved, decisions, facts, forced, parted, marked, tuple(sorted(set(planner.findings))))


class _Planner:
    """One page and its decisions; what is wrong is gathered, so that an editor sees all of it at once."""

    def __init__(self, decisions: Decisions, page: Page, regions: Regions, plain: Recognition) -> None:
        self.decisions, self.page, self.regions = decisions, page, regions
        self.telegrams = {telegram.start: telegram for telegram in plain.telegrams}
        starts = self.telegrams.keys()
        self.known = [r for r in regions.telegrams if r.body and r.body[0].start in starts]
        self.placer = Placer(page, regions.telegrams, self.known)
        self.placer.expect(decisions.passages)
        self.findings: list[Finding] = self.placer.findings
        own = (fact for fact in decisions.facts if not _is_shared(fact))
        self.forces = not self.known and any(fact.key in _FORCING for fact in own)
        self._used: dict[Location, bool] = {}
        self._facts: dict[Location, Fact] = {}

    def stop(self) -> None:
        """Raise SourceError where something is wrong."""
        if any(finding.severity is Severity.ERROR for finding in self.findings):
            raise SourceError(*sorted(set(self.findings)))

    def pieces(self) -> tuple[list[_Piece], list[Extent]]:
        """Return the telegrams of the page in order, and the stretches to be left out."""
        told = self._told()
        voids = [stretch for stretch in self._placed("context", "furniture") if self._closes(stretch, told)]
        voids.sort(key=lambda void: void.start)
        for one, other in pairwise(voids):
            if one.end > other.start:
                self._overlap(other, f"these words are spoken of in line {one.passage.place.line} too", _ONCE)
        empty = [(void.start, void.end) for void in voids]
        pieces = [piece for stretch in told for piece in self._decided(stretch, empty)]
        taken = [(stretch.start, stretch.end) for stretch in told] + empty
        pieces += self._undecided(told, taken, voids)
        if not pieces and self.forces:
            pieces += self._all(empty)
        furniture = [(void.start, void.end) for void in voids if void.passage.kind == "furniture"]
        return sorted(pieces, key=lambda piece: piece.cut.start), furniture

    def _told(self) -> list[Stretch]:
        """Return the telegrams that passages speak of, in order, none reaching into the next."""
        stretches = self._placed("telegram")
        for stretch in stretches:
            _leave_to(stretch, stretches)
        stretches = self._merged(stretches)
        for stretch in stretches:
            self.placer.settle(stretch, stretches)
        stretches.sort(key=lambda one: one.start)
        for stretch in stretches:
            if stretch.start >= stretch.end:
                self._overlap(stretch, "nothing is left of this telegram: it ends where it starts", "look at ends")
            elif stretch.within >= 0 and not stretch.start <= stretch.within < stretch.end:
                own = stretch.passage.starts or stretch.passage.ends
                whose = "outside of its own starts and ends" if own else "in the telegram of another table"
                self._overlap(stretch, f"the words that it contains are {whose}", _WHERE if own else _ONCE)
        for one, other in pairwise(stretches):
            if one.end > other.start:
                line = self.placer.words.line(other.start)
                self._overlap(other, f"the telegram before it runs on past line {line}, where this one starts", _PART)
        return stretches

    def _overlap(self, stretch: Stretch, message: str, hint: str) -> None:
        self.findings.append(OVERLAP.at(stretch.passage.place, message, hint))

    def _placed(self, *kinds: str) -> list[Stretch]:
        passages = [passage for passage in self.decisions.passages if passage.kind in kinds]
        unsaid = [passage for passage in passages if not passage.says_where]
        found = []
        for passage in passages:
            number = next((i for i, one in enumerate(unsaid) if one is passage), 0)
            stretch = self.placer.place(passage, number, len(unsaid))
            if stretch is not None:
                stretch.facts = passage.facts
                found.append(stretch)
        return found

    def _merged(self, stretches: Sequence[Stretch]) -> list[Stretch]:
        """Put together what two files say of one telegram, the later before the earlier; one file says it once."""
        merged: list[Stretch] = []
        for stretch in stretches:
            twin = next((one for one in merged if _same_place(one, stretch)), None)
            if twin is None:
                merged.append(stretch)
            elif twin.passage.place.path == stretch.passage.place.path:
                line = twin.passage.place.line
                message = f"this speaks of the same telegram as line {line}"
                self.findings.append(TWICE.at(stretch.passage.place, message, "write one [[telegram]] for it"))
            else:
                twin.facts = tuple({fact.key: fact for fact in (*twin.facts, *stretch.facts)}.values())
                twin.end = stretch.end if stretch.end >= 0 else twin.end
        return merged

    def _closes(self, void: Stretch, told: Sequence[Stretch]) -> bool:
        """Give a passage that is no telegram its extent; say so where it is none anyway."""
        line = void.region is None or void.passage.kind == "furniture"
        if line and void.end < 0 <= void.start:
            void.end = self.placer.row_at(void.start)[1]
        elif line and void.start < 0 and (quote := void.passage.contains or void.passage.ends):
            place = self.placer.find(quote) or (0, 0)
            start, end = self.placer.row_at(place[0])
            void.start, void.end = start, void.end if void.end >= 0 else end
        else:
            self.placer.settle(void, ())
        extents = [extent_of(region) for region in self.known] + [(one.start, one.end) for one in told]
        touches = any(start < void.end and void.start < end for start, end in extents)
        if not touches and void.passage.kind == "context":
            message = "these words are in no telegram anyway"
            self.findings.append(UNUSED.at(void.passage.place, message, "the table can be taken out"))
        return touches or void.passage.kind == "furniture"

    def _decided(self, stretch: Stretch, empty: Sequence[Extent]) -> Iterator[_Piece]:
        left = pieces_outside((stretch.start, stretch.end), empty, self.page.capture.text)
        if len(left) == 1:
            self._say_if_as_recognised(stretch, left[0])
            yield _Piece(Cut(*left[0], stretch.region), stretch.passage, stretch.facts)
        elif stretch.start < stretch.end:
            self._overlap(stretch, f"other tables cut this telegram into {len(left)} pieces", _PART)

    def _say_if_as_recognised(self, stretch: Stretch, extent: Extent) -> None:
        """Say that a table which only tells where a telegram is tells what was seen anyway."""
        passage = stretch.passage
        where = passage.starts or passage.ends
        known = stretch.region is not None and any(region is stretch.region for region in self.known)
        if known and where and not passage.facts and stretch.region and extent == extent_of(stretch.region):
            message = "the telegram was recognised with this very beginning and end"
            self.findings.append(UNUSED.at(passage.place, message, "the table can be taken out"))

    def _undecided(
        self, told: Sequence[Stretch], taken: Sequence[Extent], voids: Sequence[Stretch]
    ) -> Iterator[_Piece]:
        """Yield the regions that nothing is said of, each as far as others leave it."""
        for region in self.regions.telegrams:
            if not region.body or any(one.region is region for one in told):
                continue
            extent = extent_of(region)
            left = pieces_outside(extent, taken, self.page.capture.text)
            if len(left) == 1:
                meets = any(start < extent[1] and extent[0] < end for start, end in taken)
                yield _Piece(Cut(*(left[0] if meets else extent), region))
            elif len(left) > 1:
                cutter = next(one for one in (*told, *voids) if extent[0] < one.end and one.start < extent[1])
                line = self.placer.words.line(extent[0])
                self._overlap(cutter, f"it cuts a hole into the telegram that begins in line {line}", _HOLE)

    def _all(self, empty: Sequence[Extent]) -> Iterator[_Piece]:
        """Yield the whole page as one telegram, where the editor knows that it is one and nothing else does."""
        passage = Passage("telegram", self.decisions.facts[0].place)
        stretch = self.placer.place(passage, 0, 1)
        if stretch is not None:
            self.placer.settle(stretch, ())
            yield from self._decided(stretch, empty)

    def settled(self, region: Region, piece: _Piece, archives: Repositories, authority: Authority) -> Settled:
        """Return the facts of a telegram as its values, without those that the page says as surely itself."""
        facts = {fact.key: fact for fact in (*self.decisions.facts, *piece.facts)}
        before = self.telegrams.get(region.body[0].start) if not piece.cut.is_changed else None
        resolver = Resolver(authority, archives, _day(facts, before), self.findings)
        settled: dict[str, Any] = {}
        for fact in facts.values():
            value = resolver.value(fact)
            needed = before is None or not says_the_same(before, fact.key, value)
            self._facts[fact.place] = fact
            self._used[fact.place] = self._used.get(fact.place, False) or needed
            if needed:
                settled[fact.key] = value
        return settled

    def say_unused(self) -> None:
        """Say which facts the page gives as surely without the editor."""
        for place, used in self._used.items():
            if not used and not _is_shared(self._facts[place]):
                message = f"{self._facts[place].key}: the page says the same"
                self.findings.append(UNUSED.at(place, message, "it can be taken out"))


_ONCE: Final = "write one table for them"
_WHERE: Final = "keep contains, or starts and ends; one of them says which telegram is meant"
_HOLE: Final = "end the telegram before it, and begin another behind it: [[telegram]] with starts and ends for each"
_PART: Final = "give each [[telegram]] its own starts and ends"


def _is_shared(fact: Fact) -> bool:
    """Say whether a fact is said of all captures of a folder."""
    return fact.place.path.endswith(FOLDER_SHEET)


def _leave_to(stretch: Stretch, others: Sequence[Stretch]) -> None:
    """Take for a telegram that is told by words in it what others of the same region, told from end to end, leave."""
    alike = (other for other in others if other is not stretch and other.region is stretch.region)
    for other in alike if stretch.within >= 0 else ():
        if not 0 <= other.start < other.end:
            continue
        if stretch.within >= other.end and stretch.passage.starts is None:
            stretch.start = max(stretch.start, other.end)
        elif stretch.within < other.start and stretch.passage.ends is None:
            stretch.end = other.start if stretch.end < 0 else min(stretch.end, other.start)


def _same_place(one: Stretch, other: Stretch) -> bool:
    """Say whether two passages are one telegram: the same region from the same word on."""
    if one.region is None or one.region is not other.region:
        return one.region is other.region and one.start == other.start
    first = extent_of(one.region)[0]
    starts = [first if stretch.start < 0 else stretch.start for stretch in (one, other)]
    return starts[0] == starts[1] or min(starts) < 0


def _day(facts: Mapping[str, Fact], before: Telegram | None) -> str:
    """Return the day by which cover names are judged: the editor's, else the telegram's own."""
    if "date" in facts:
        return str(facts["date"].value.day)
    return before.sent.day if before and before.sent else ""
