"""Volumes of collected works and of documents as the pages made from them cite their source.

“Works, House, 1961, Karsk, Volume 12, page 318” with the year before the place, “Works, Volume 42, House, New York
1974, p. 83”, «Документы полярной политики. Т. 7. 1935 г. / Министерство …; - М.: Дом, 1971., стр. 118».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from tei.model import Certainty, Evidence, Printed
from tei.recognise.bylines import people_and_title
from tei.recognise.imprints import page_ranges
from tei.regexes import regex

_LIST: Final = r"(?P<pages>\d+[a-z]?(?:\s?[-–—]\s?\d+[a-z]?)?(?:,\s\d+(?:\s?[-–—]\s?\d+)?)*)"
_YEAR: Final = r"(?P<year>1[89]\d\d|20\d\d)"
_HOUSE: Final = (
    r"(?P<house>(?:[A-Z][\w.’'&-]*\s(?:(?:and|of|for|the|&)\s)?){0,5}(?:Publishers?|Publishing|Press|House|Books?|Co|"
    r"Company|Wishart|Verlag)(?:\s(?:House|Company|Co|Association))?\.?)"
)
_PLACE: Final = r"(?P<place>[A-Z][\w.’-]+(?:\s[A-Z][\w’-]+)?(?:,\sU\.?S\.?S\.?R\.?)?)"
_VOLUME: Final = r"(?:[Vv]ol(?:ume|\.)?|[Bb]and|[Bb]d\.)\s(?P<volume>\d{1,3}|[IVXLC]+)"
_PAGED: Final = rf"(?:pp?\.|pages?)\s?{_LIST}"
_ENGLISH: Final = (
    regex(rf"(?P<title>[A-Z][^;:\n]{{4,120}}?),\s{_HOUSE},\s{_YEAR},\s{_PLACE},\s{_VOLUME}(?:[,.;]\s{_PAGED})?"),
    regex(
        rf"(?P<title>[A-Z][^;:\n]{{4,120}}?)[,.;]\s\(?{_VOLUME}\)?(?:[,;]\s{_PAGED})?(?:[,;.]\s[^,;\d\n]{{0,30}}\d{{4}})?"
        rf"[,;.]\s(?:Publisher:\s)?{_HOUSE},?\s{_PLACE},?\s{_YEAR}(?:[,.;]\s(?:pp?\.|pages?)\s?(?P<after>\d+(?:\s?[-–—]\s?\d+)?))?"
    ),
)
_RUSSIAN: Final = regex(
    r"(?P<lead>(?:Впервые\s+)?[Оо]публ(?:иковано)?\.?\s*(?:в\s+(?:изд|сб|кн)\w*\.?)?\s*:?\s*|Источник\s*:\s*|"
    r"Печат\w*\.?\s+по\s+(?:сб|кн|изд)\w*\.?:?\s+)?(?P<title>[«А-ЯЁ][^/;\n]{4,160}?)"
    r"(?:[.,]?\s+[ТтTt](?:ом|\.)\s?(?P<volume>\d{1,3}|[IVXLC]{1,6})[.,]?\s*(?P<subtitle>[А-ЯЁ][^/;\n]{3,90}?)?)?\s*"
    r"(?:/\s*[^/\n]{3,120}?)?[\s.;,–—-]*(?<![^\W\d_])(?P<place>М|Л|СПб|Пг|М\.[;,–-]\s?Л|М\.\s?[–—-]\s?Л|Москва|Ленинград)"
    rf"(?:\.?\s?:\s*(?P<house>[^:\n\d]{{2,60}}?))?[.,]*\s*{_YEAR}"
    rf"(?:\s?г)?[.,]*(?:\s*[–—-]?\s*[ТтTt](?:ом|\.)\s?(?P<after>\d{{1,3}}|[IVXLC]{{1,6}})[.,]?)?"
    rf"\s*[–—-]?\s*(?:[Сс](?:тр)?\.|[Сс]траниц[аы])\s?{_LIST}"
)
_PAGE_SIGNS: Final = ("с.", "С.", "стр", "Стр")
"""One of them stands in every Russian citation."""
_FIRST: Final = regex(
    r"[Ff]irst published (?:in (?P<year>\d{4}) )?in (?P<title>[A-Z][^\n]{3,90}?)(?:,?\s(?:Vol\.|Volume)\s"
    r"(?P<volume>\d{1,3}|[IVXLC]+)|\s(?P<number>[IVXLC]{2,7}))(?=[.;\s]|$)"
)


CITED_PAGE: Final = regex(
    r"(?P<title>[«А-ЯЁ][^!?\n]{5,160}?)\.{1,3}\s*(?:Т\.\s?(?P<volume>\d{1,3})\.\s*)?С\.\s?(?P<pages>\d{1,4}(?:\s?[–—-]\s?\d{1,4})?)\."
)
"""A book cited by its title and page alone, as a line of its own: «Переписка. 1921–1934. С. 83.»"""


_BY_VOLUME: Final = regex(
    r"(?P<title>[A-Z][\w’'-]*(?:\s[\w’'-]+){0,9}(?:,\s\d{4}\s?[-–—]\s?\d{4})?),\s[Vv]ol\.\s(?P<volume>\d{1,3}|[IVX]{1,6}),\s"
    r"pp?\.\s?(?P<pages>\d{1,4}(?:\s?[–—-]\s?\d{1,4})?)(?=[.,;]|$)"
)
"""A chronicle or the like cited without place and year: “Life of Vetrov, 1930-1938, vol. 1, p. 63.”"""


def cited_by_page(text: str, offset: int = 0, *, archived: bool = False) -> Iterator[Printed]:
    """Yield the book that a line cites by its title and page alone."""
    if "ol. " in text and (cited := _BY_VOLUME.match(text)):
        yield Printed(
            type=_type(archived=archived),
            text=cited.group().strip(" ,."),
            title=cited["title"].strip(" ,"),
            volume=cited["volume"],
            pages=page_ranges(cited["pages"]),
            evidence=Evidence("printed", offset, offset + cited.end(), Certainty.MEDIUM),
        )
    if "С. " in text[-20:] and "//" not in text and (cited := CITED_PAGE.fullmatch(text)):
        byline = people_and_title(cited["title"].strip(" .,«»–—-"))
        yield Printed(
            type=_type(archived=archived),
            text=text.strip(),
            authors=byline.people,
            title=byline.title.strip(" .,«»–—-"),
            volume=cited["volume"] or "",
            pages=page_ranges(cited["pages"]),
            evidence=Evidence("printed", offset, offset + len(text), Certainty.MEDIUM),
        )


_SIGLUM: Final = regex(
    r"(?:^|[(\[])(?:Source:\s*)?(?P<title>[A-Z]{4,14}),?\s(?P<volume>\d{1,3}):\s?(?P<pages>\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)(?=[.;,)\]]|$)"
)
"""An edition by the letters that stand for it: "(Source: POLDOC, 1:260-1; …"."""
_TRANSLATED: Final = regex(
    r"(?:translation|translated|text)\s(?:taken\s)?(?:from|in)\s(?P<cited>(?P<byline>[A-Z][^;:()\n]{3,80}?,\s[Ee]ds?\.,\s)"
    r"(?P<title>[A-Z][^;()\n]{8,160}?),\s(?:pp?\.\s?)?(?P<pages>\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)(?=[.;)\]\s]|$))"
)
"""A book cited in short: “translation from A. Pell and B. Lind, eds., Polar Papers, 142-3.”"""


def cited_in_short(text: str, offset: int = 0, *, archived: bool = False) -> Iterator[Printed]:
    """Yield an edition that is cited by its letters, volume and page, and a translation without place and year."""
    if ":" in text and (one := _SIGLUM.search(text)):
        yield Printed(
            type=_type(archived=archived),
            text=text[one.start("title") : one.end()],
            title=one["title"],
            volume=one["volume"],
            pages=page_ranges(one["pages"]),
            evidence=Evidence("printed", offset + one.start("title"), offset + one.end(), Certainty.MEDIUM),
        )
    if "ransl" in text and (one := _TRANSLATED.search(text)):
        yield Printed(
            type="translation",
            text=one["cited"],
            editors=people_and_title(one["byline"] + one["title"]).people,
            title=one["title"],
            pages=page_ranges(one["pages"]),
            evidence=Evidence("printed", offset + one.start("cited"), offset + one.end(), Certainty.MEDIUM),
        )


def find_collected(text: str, offset: int = 0, *, archived: bool = False) -> Iterator[Printed]:
    """Yield the volumes that a citation names in these forms, in order."""
    if "ol" in text and ("ublish" in text or "ress" in text or "ooks" in text or "ishart" in text):
        for pattern in _ENGLISH:
            match = pattern.search(text)
            if match:
                yield _english(match, offset, archived=archived)
                break
    match = _RUSSIAN.search(text) if any(map(text.__contains__, _PAGE_SIGNS)) and "под ред" not in text else None
    if match and (match["volume"] or match["after"] or match["lead"] or "/" in match.group()):
        yield _russian(match, offset, archived=archived)
    if "irst published" in text and (match := _FIRST.search(text)):
        yield Printed(
            type="printed",
            text=match.group().strip(),
            title=match["title"].strip(" ,"),
            volume=match["volume"] or match["number"] or "",
            year=match["year"] or "",
            evidence=Evidence("printed", offset + match.start(), offset + match.end(), Certainty.MEDIUM),
        )


def _type(*, archived: bool) -> Literal["printed", "reprint"]:
    return "reprint" if archived else "printed"


def _english(match: re.Match[str], offset: int, *, archived: bool) -> Printed:
    groups = match.groupdict()
    return Printed(
        type=_type(archived=archived),
        text=match.group().strip(),
        title=match["title"].strip(" ,."),
        volume=match["volume"],
        place=match["place"],
        publisher=match["house"].strip(" ,"),
        year=match["year"],
        pages=page_ranges(groups["pages"] or groups.get("after") or ""),
        evidence=Evidence("printed", offset + match.start(), offset + match.end()),
    )


def _russian(match: re.Match[str], offset: int, *, archived: bool) -> Printed:
    start = match.start("title")
    byline = people_and_title(match["title"].strip(" .,«»–—-"))
    return Printed(
        type=_type(archived=archived or (match["lead"] or "").lower().startswith(("опубл", "впервые"))),
        text=match.string[start : match.end()].strip(),
        authors=() if byline.edited else byline.people,
        editors=byline.people if byline.edited else byline.editors,
        title=byline.title.strip(" .,«»–—-"),
        volume=match["volume"] or match["after"] or "",
        volume_title=(match["subtitle"] or "").strip(" .,–—-"),
        place=f"{match['place']}." if len(match["place"]) <= 6 else match["place"],
        publisher=(match["house"] or "").strip(" .,"),
        year=match["year"],
        pages=page_ranges(match["pages"]),
        evidence=Evidence("printed", offset + start, offset + match.end()),
    )
