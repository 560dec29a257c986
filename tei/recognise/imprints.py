"""Where a citation of something printed is anchored: its imprint, or the volume, year and pages of a journal.

Forms: "(Place: Publisher, 1986), 12–13", "Place, 1986, pp. 12–13", "М.: Наука, 1986. С. 12–13",
"10, no. 2 (2010): 12–13", "1994, № 4, с. 12–13", and "Foreign Relations of the United States, 1949, vol. IX, p. 12".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.regexes import regex

_YEAR: Final = r"(?P<year>1[5-9]\d\d|20\d\d)(?:[-–/](?:\d{4}|\d{2}))?(?![\d/]|[-–]\d)"
_PAGE: Final = r"(?:\d+[a-z]?|[ivxlc]+)(?:\s*[-–—]\s*(?:\d+[a-z]?|[ivxlc]+))?(?!\w)"
_LIST: Final = rf"(?P<pages>{_PAGE}(?:,\s*{_PAGE})*)"
_SIGN: Final = r"(?:[Pp]{1,2}\.|[Pp]ages?|с\.|С\.|[Сс]тр\.|s\.|S\.|第)"
_BEFORE_PAGES: Final = (
    rf"(?:[,:]\s*{_SIGN}?\s*|\s*[.;—–-]{{0,2}}\s*[—–-]?\s*{_SIGN}\s*|\s+(?={_PAGE}))(?:(?:at|on)\s+)?"
)
_PAGES: Final = rf"(?:{_BEFORE_PAGES}{_LIST}(?:页|頁)?)"
_CITY: Final = (
    r"(?:(?:St|Ste)\.\s)?(?:[МЛКПMLP]\.|СПб\.|Пг\.|N\.\s?Y\.|[^\W\d_][^\W\d_]*(?:[’'-][^\W\d_]+)*(?:\s[^\W\d_]+){0,2}\.?)"
    r"(?:,\s(?:[A-Z]{2}|D\.\s?C\.|N\.\s?[YJ]\.|(?:Mass|Conn|Calif|Ill|Md|Va|Pa)\.))?"
)
_CITIES: Final = rf"(?P<place>{_CITY}(?:\s*(?:,|/|;|–|&|and|и)\s*{_CITY}){{0,2}}|[nNбБ]\.\s?[pPмМ]\.)"
_CITY_OR_TWO: Final = rf"(?P<place>{_CITY}(?:\s*(?:/|;|–|&|and|и)\s*{_CITY}){{0,2}}|[nNбБ]\.\s?[pPмМ]\.)"
_AFTER_STOP: Final = r"(?<=[.,’'”»\])])(?<![^\w][A-ZА-Я]\.)(?<!^[A-ZА-Я]\.)(?<!\w\.[A-ZА-Я]\.)\s*[—–-]?\s*"
_PUBLISHER: Final = r"(?P<publisher>[^:()\n]{2,90}?)"
_MONTH: Final = r"(?:[^\W\d_]+(?:[-–/][^\W\d_]+)?\s+)?"
_ISSUE: Final = r"(?:[Nn]os?\.?|№|[Ii]ssue|[Vv]yp\.|[Вв]ып\.|[Nn]r\.?)\s*(?P<issue>\d+(?:[-–/(]\d+\)?)?)"

_ISSUE_SIGNS: Final = ("No", "no", "№", "ssue", "yp.", "ып.", "Nr", "nr")
_FORMS: Final = (
    ("imprint", ("(",), rf"\(\s*(?:{_CITIES})?\s*:\s*{_PUBLISHER},?\s*{_YEAR}\s*\){_PAGES}?"),
    ("house", ("(",), rf"\(\s*(?P<house>[^():\d\n]{{2,80}}?),\s*{_YEAR}\s*\){_PAGES}"),
    ("imprint", (":",), rf"{_AFTER_STOP}{_CITY_OR_TWO}\s*:\s*\(?{_PUBLISHER}\)?,\s*{_YEAR}(?!\s*\(){_PAGES}?"),
    ("imprint", (",",), rf"{_AFTER_STOP}{_CITY_OR_TWO},\s*{_YEAR}(?!\s*\(){_PAGES}?"),
    (
        "journal",
        ("(",),
        rf",?\s*(?:[Vv]ol\.?\s*)?(?P<volume>\d{{1,3}})?(?:,?\s*{_ISSUE})?,?\s*\({_MONTH}{_YEAR}\){_PAGES}",
    ),
    ("journal", ("ol",), rf",?\s*[Vv]ol\.?\s*(?P<volume>\d{{1,3}})(?:,?\s*{_ISSUE})?,\s*{_MONTH}{_YEAR}{_PAGES}"),
    (
        "journal",
        _ISSUE_SIGNS,
        rf"[,.]\s*[—–-]?\s*{_YEAR}[,.]\s*[—–-]?\s*(?:[Тт]\.\s*(?P<volume>\d+)[.,]\s*)?{_ISSUE}\.?{_PAGES}",
    ),
    ("journal", _ISSUE_SIGNS, rf",?\s*{_ISSUE}\s*[,(]\s*{_MONTH}{_YEAR}\)?{_PAGES}"),
)
"""Each form with the signs of which one stands in every text that has it."""
_PATTERNS: Final = tuple((name, signs, regex(pattern)) for name, signs, pattern in _FORMS)
_DATED_ISSUE: Final = _PATTERNS[4][2], regex(rf"\({_MONTH}{_YEAR}\)")
"""The form of a journal's issue that may begin anywhere, as all before "(June 1986)" may be absent; and this part."""
_DOCUMENT: Final = r"(?:,?\s*(?:[Dd]oc(?:ument)?s?\.?|[Nn]os?\.)\s*\d+)?"
_SERIES: Final = regex(
    r"(?P<title>(?:Foreign Relations of the United States|FRUS)(?::\s*[^,;]{3,60})?,?\s*"
    r"(?:The [A-Z][^,;]{3,60},\s*)?\d{4}(?:[-–]\d{2,4})?(?:,\s*(?:The [A-Z][^,;]{3,60}))?),\s*"
    r"[Vv]ol(?:ume|\.)?\s*(?P<volume>[IVXLC]+|\d+)(?:,\s*[Pp](?:ar)?t\.?\s*(?P<book>\d+|[IVX]+))?"
    r"(?:,\s*(?P<subtitle>(?:The\s+)?[A-Z][^,;.()\d]{3,80}))?"
    rf"(?:\s*\({_CITIES}\s*:\s*{_PUBLISHER},\s*{_YEAR}\))?{_DOCUMENT}(?:,?\s*{_SIGN}\s*{_LIST})?{_DOCUMENT}"
)
_SERIES_SIGNS: Final = ("Foreign Relations of the United States", "FRUS")
_HOUSES: Final = regex(
    r"press\b|publish|publications?\b|verlag|books?\b|izd|изд|chuban|出版|university|imprint|printing|institute|"
    r"politizdat|nauka\b|"
    r"society\b|& co|company\b|office\b",
    re.IGNORECASE,
)
_NO_PLACE: Final = regex(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|january|the|on|in|of|"
    r"and|spring|summer|"
    r"autumn|fall|winter|dated|translated|reprinted|no|vol|ed|eds|trans|[а-я]+)\.?(?:\s|$)",
    re.IGNORECASE,
)
_SOVIET_CITIES: Final = regex(r"(?:М|Л|СПб|Пг|К|Москва|Ленинград|Пекин|София)\b", re.IGNORECASE)
_CUED: Final = regex(
    r"(?:опубл|впервые|печатается|публикуется|воспроизв|published|reprinted|source|translation)\w*\b", re.IGNORECASE
)
"""Words that introduce a citation and are no place: «Опубл.: …»."""
_CHEAP: Final = regex(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Imprint:
    """An imprint read: its span, and what it gives. `title` is given only by series that are cited by name and year."""

    start: int
    end: int
    place: str = ""
    publisher: str = ""
    year: str = ""
    pages: str = ""
    volume: str = ""
    issue: str = ""
    title: str = ""
    subtitle: str = ""
    book: str = ""
    journal: bool = False


def find_imprints(text: str) -> Iterator[Imprint]:
    """Yield the imprints of a text in order, none over another."""
    if _CHEAP.search(text) is None:
        return
    series = _SERIES.finditer(text) if any(map(text.__contains__, _SERIES_SIGNS)) else ()
    found = [_series(match) for match in series]
    for name, signs, pattern in _PATTERNS:
        if not any(map(text.__contains__, signs)):
            continue
        if pattern is _DATED_ISSUE[0] and _DATED_ISSUE[1].search(text) is None:
            continue
        found += [imprint for match in pattern.finditer(text) if (imprint := _imprint(name, match))]
    last = 0
    for imprint in sorted(found, key=lambda one: (one.start if not one.title else one.start - 1, -one.end)):
        if imprint.start >= last:
            yield imprint
            last = imprint.end


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip(" ,;—–")


def _series(match: re.Match[str]) -> Imprint:
    group = match.groupdict()
    return Imprint(
        match.start(), match.end(), title=match["title"].strip(" ,"), volume=match["volume"], book=group["book"] or "",
        subtitle=_group(match, "subtitle"), place=_group(match, "place"), publisher=_group(match, "publisher"),
        year=group["year"] or "", pages=group["pages"] or "",
    )  # fmt: skip


def _imprint(name: str, match: re.Match[str]) -> Imprint | None:
    place, publisher = _group(match, "place"), _group(match, "publisher")
    if name == "house":
        house = _group(match, "house")
        place, publisher = ("", house) if _HOUSES.search(house) else (house, "")
    if name == "journal" and not _group(match, "volume") and not _group(match, "issue"):
        return None
    if name != "journal" and ((not publisher and not _is_place(place)) or _CUED.match(place)):
        return None
    return Imprint(
        match.start(), match.end(), place, publisher, match["year"], match["pages"] or "", _group(match, "volume"),
        _group(match, "issue").replace("(", "/").rstrip(")"), journal=name == "journal",
    )  # fmt: skip


def _is_place(place: str) -> bool:
    """Say whether words before a year are a place of printing: a capital first, no month, no word of prose."""
    if not place[:1].isupper() and place[:2].lower() != "n.":
        return False
    if _NO_PLACE.match(place) and not _SOVIET_CITIES.match(place):
        return False
    return len(place.split()) <= 5


def page_ranges(text: str) -> tuple[tuple[str, str], ...]:
    """Return page ranges as pairs; a shortened last page ("295–96") is written out."""
    return tuple(_page_range(part) for part in re.split(r",\s*", text) if part)


def _page_range(part: str) -> tuple[str, str]:
    first, _, last = (piece.strip() for piece in re.sub(r"\s*[-–—]\s*", "-", part).partition("-"))
    last = last or first
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last
