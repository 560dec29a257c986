"""The day that a page gives over the text of a telegram, which may differ from the telegram's own."""

from __future__ import annotations

from dataclasses import replace

from tei.dates import find_dates, parse_time
from tei.model import Basis, Evidence, Moment
from tei.recognise.answers import moment_of
from tei.recognise.centuries import year_on_page
from tei.recognise.layouts.page import Region


def site_date(region: Region, page: str) -> Moment | None:
    """Return the day that the page gives a telegram, None where it gives none; `page` is its text."""
    if region.site_date is None:
        return None
    text = region.site_date.text
    if region.day:
        row = region.site_date
        return Moment(text, region.day, evidence=Evidence("layouts", row.start, row.end, basis=Basis.EXTERNAL))
    found = find_dates(text)
    if not found:
        return None
    if (year := year_on_page(found[0], page)) and str(year) != (found[0].when or "")[:4]:
        found = find_dates(text, year=year)
    if (found[0].when or "")[:2] == "--" and region.title is not None:
        found = find_dates(text, year=_year_of(region.title.text))
    moment = moment_of(found[0], region.site_date.start, "layouts", Basis.EXTERNAL)
    time = parse_time(text[found[0].end :].strip(" []().,\n")) if "\n" in text else None
    return replace(moment, when=f"{moment.when}T{time.when}") if time and len(moment.when) == 10 else moment


def _year_of(title: str) -> int | None:
    """Return the year that a title gives, for the day under it that has none: «27/XII, 5 часов вечера»."""
    years = [found.when[:4] for found in find_dates(title) if found.when and found.when[:4].isdigit()]
    return int(years[-1]) if years else None
