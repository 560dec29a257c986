"""The documents by year and month: a table of all years, a calendar for each, and what every day has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from edition.site.calendar import Month, is_day, month_of, months_of, strength
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import LIMIT, UNDATED, Part, all_ids, by_year, cut, days
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of, digest_of_lines, in_each_language
from edition.site.rows import Row, rows


@dataclass(frozen=True, slots=True)
class YearCount:
    """A year of the table: documents in all and by month, January first; `bar` is the part of the greatest year, 0–100.

    Each month is (count, href, strength), the strength 0 to 4: how many it has beside the fullest month of all.
    """

    year: str
    href: str
    count: int
    months: tuple[tuple[int, str, int], ...]
    uncertain: int = 0


@dataclass(frozen=True, slots=True)
class ChronologyPage:
    """The table of years; `undated` is the way to what no year is known of, with how many they are."""

    frame: Frame
    count: int
    years: tuple[YearCount, ...]
    undated: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class DayList:
    """What a day has: `iso` is a day, or a month or year where no more is known; `id` is its anchor, empty without."""

    iso: str
    id: str
    certain: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class MonthList:
    """What a month has: `number` is 0 where only the year is known; `parts` lead to pages where this has no days."""

    iso: str
    number: int
    count: int
    days: tuple[DayList, ...] = ()
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year with its calendar, or a month of one (`month`) that has too much for one page with the others."""

    frame: Frame
    year: str
    count: int
    calendar: tuple[Month, ...]
    months: tuple[MonthList, ...]
    month: str = ""
    number: int = 1
    of: int = 1
    before: Link | None = None
    after: Link | None = None


def plan(site: Site) -> Iterator[Planned]:
    """Yield the table of years, a page for each, and one for each month of those that have too much for one page."""
    years = _years(site)
    yield from in_each_language(site, "year", "", digest_of(_counts(site)))
    for year, idents in years.items():
        around = _around(tuple(years), year)
        if parts := _parts(site).get(year):
            dates = [days(site).get(ident, "") for ident in idents]
            yield from in_each_language(site, "year", year, digest_of(dates, around))
            for part in parts:
                yield from in_each_language(site, "year", part.subject, digest_of_lines(site, part.documents, part.of))
        else:
            yield from in_each_language(site, "year", year, digest_of_lines(site, idents, around))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the table of years, a year, or a part of one."""
    own = site.settings.own
    if not planned.subject:
        yield File(planned.path, fill("chronology.html.j2", _table(site, planned), planned.lang, own))
    elif "~" in planned.subject:
        yield File(planned.path, fill("year.html.j2", _part_page(site, planned), planned.lang, own))
    else:
        yield File(planned.path, fill("year.html.j2", _year_page(site, planned), planned.lang, own))


@lru_cache(maxsize=1)
def _years(site: Site) -> dict[str, tuple[str, ...]]:
    return by_year(site, all_ids(site.corpus.documents))


@lru_cache(maxsize=1)
def _counts(site: Site) -> tuple[tuple[str, int, tuple[int, ...]], ...]:
    """Return for each year how many documents it has, and how many in each month."""
    found, known = [], days(site)
    for year, idents in _years(site).items():
        months = Counter(known.get(ident, "")[:7] for ident in idents)
        found.append((year, len(idents), tuple(months[f"{year}-{number:02}"] for number in range(1, 13))))
    return tuple(found)


@lru_cache(maxsize=1)
def _parts(site: Site) -> dict[str, tuple[Part, ...]]:
    """Return the parts of the years that have too much for one page, by month."""
    return {year: tuple(_cut(site, year, idents)) for year, idents in _years(site).items() if len(idents) > LIMIT}


def _cut(site: Site, year: str, idents: Sequence[str]) -> Iterator[Part]:
    for month, group in groupby(idents, key=lambda ident: month_of(days(site).get(ident, ""))):
        yield from cut(tuple(group), month or year, f"{year}~{month[5:] or 'year'}")


def _table(site: Site, planned: Planned) -> ChronologyPage:
    counts = _counts(site)
    most = max((count for _, _, months in counts for count in months), default=0)
    years = tuple(_year_count(site, planned, *count, most) for count in counts if count[0] != UNDATED)
    undated = next((count for year, count, _ in counts if year == UNDATED), 0)
    return ChronologyPage(
        frame=make_frame(site, planned, "", section="chronology"),
        count=len(site.corpus.documents),
        years=years,
        undated=(undated, _href(site, planned, UNDATED)) if undated else None,
    )


def _year_count(site: Site, planned: Planned, year: str, count: int, months: tuple[int, ...], most: int) -> YearCount:
    href = _href(site, planned, year)
    cells = tuple(
        (found, f"{href}#m{number}" if found else "", strength(found, most)) for number, found in enumerate(months, 1)
    )
    return YearCount(year, href, count, cells, count - sum(months))


def _year_page(site: Site, planned: Planned) -> YearPage:
    year, years = planned.subject, _years(site)
    idents = years[year]
    parts = _parts(site).get(year, ())
    months = _part_months(site, planned, parts) if parts else _month_lists(site, planned, idents)
    dates = [days(site).get(ident, "") for ident in idents]
    hrefs = _hrefs_in_parts(site, planned, parts) if parts else _hrefs_on_page(months)
    before, after = _around(tuple(years), year)
    return YearPage(
        frame=make_frame(site, planned, "", section="chronology"),
        year=year if year != UNDATED else "",
        count=len(idents),
        calendar=months_of(year, dates, hrefs),
        months=months,
        before=_link(site, planned, before),
        after=_link(site, planned, after),
    )


def _part_page(site: Site, planned: Planned) -> YearPage:
    year = planned.subject.partition("~")[0]
    parts = _parts(site)[year]
    place = next(place for place, part in enumerate(parts) if part.subject == planned.subject)
    part = parts[place]
    return YearPage(
        frame=make_frame(site, planned, "", section="chronology", trail=(_link(site, planned, year) or Link("", ""),)),
        year=year if year != UNDATED else "",
        count=len(part.documents),
        calendar=(),
        months=_month_lists(site, planned, part.documents),
        month=part.year if year != UNDATED else "",
        number=part.number,
        of=part.of,
        before=_part_link(site, planned, parts[place - 1]) if place else None,
        after=_part_link(site, planned, parts[place + 1]) if place + 1 < len(parts) else None,
    )


def _month_lists(site: Site, planned: Planned, idents: Sequence[str]) -> tuple[MonthList, ...]:
    known, found = days(site), []
    for month, group in groupby(idents, key=lambda ident: month_of(known.get(ident, ""))):
        members = tuple(group)
        by_day = groupby(members, key=lambda ident: known.get(ident, ""))
        lists = tuple(_day_list(day, rows(site, planned, tuple(listed))) for day, listed in by_day)
        found.append(MonthList(month, int(month[5:]) if month else 0, len(members), lists))
    return tuple(found)


def _day_list(day: str, found: tuple[Row, ...]) -> DayList:
    certain = is_day(day)
    return DayList(day, f"d{day[5:]}" if certain else "", certain, found)


def _part_months(site: Site, planned: Planned, parts: Sequence[Part]) -> tuple[MonthList, ...]:
    found = []
    for month, group in groupby(parts, key=lambda part: part.year):
        members = tuple(group)
        links = tuple(_part_link(site, planned, part) for part in members)
        count = sum(len(part.documents) for part in members)
        found.append(MonthList(month_of(month), int(month[5:7] or 0) if month_of(month) else 0, count, (), links))
    return tuple(found)


def _hrefs_on_page(months: Sequence[MonthList]) -> dict[str, str]:
    days = {day.iso: f"#{day.id}" for month in months for day in month.days if day.certain}
    return days | {month.iso: f"#m{month.number}" for month in months if month.iso}


def _hrefs_in_parts(site: Site, planned: Planned, parts: Sequence[Part]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        href = _href(site, planned, part.subject)
        for ident in part.documents:
            day = days(site).get(ident, "")
            if is_day(day):
                found.setdefault(day, f"{href}#d{day[5:]}")
            if month := month_of(day):
                found.setdefault(month, href)
    return found


def _around(years: Sequence[str], year: str) -> tuple[str, str]:
    place = years.index(year)
    return (years[place - 1] if place else "", years[place + 1] if place + 1 < len(years) else "")


def _href(site: Site, planned: Planned, subject: str) -> str:
    return relative(planned.path, site.address("year", subject, planned.lang))


def _link(site: Site, planned: Planned, year: str) -> Link | None:
    """Return the way to a year; its words are empty for documents that no year is known of."""
    return Link("" if year == UNDATED else year, _href(site, planned, year)) if year else None


def _part_link(site: Site, planned: Planned, part: Part) -> Link:
    """Return the way to a part; its words are the month, and the part's number where there are several."""
    words = "" if part.year == UNDATED else part.year
    return Link(words + (f" ({part.number}/{part.of})" if part.of > 1 else ""), _href(site, planned, part.subject))
