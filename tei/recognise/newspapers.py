"""Newspapers as the source of a text: "Pravda, 21 December 1949", «Правда. 1949. 21 декабря», "People's Daily, p. 4".

A line cites a newspaper when it is nothing but title, day of issue and at most place, number and page, and when the
title is known, or a word such as "Source" or a page comes with it: place and date of a telegram look much the same.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from tei.dates import find_dates
from tei.model import Certainty, Evidence, Printed
from tei.recognise.kinds import kind_of
from tei.regexes import regex

MAX_LINE: Final = 160
ISO_DAY: Final = len("1949-12-21")

_KNOWN: Final = regex(
    r"(?:the\s+)?(?:pravda|правда|izvesti(?:a|ia|ya)|известия|krasna(?:ya|ia)\s+zvezda|красная\s+звезда|trud|труд|"
    r"komsomolska(?:ya|ia)\s+pravda|комсомольская\s+правда|ленинградская\s+правда|литературная\s+газета|new\s+times|"
    r"за\s+индустриализацию|экономическая\s+жизнь|people['’]s\s+daily|renmin\s+ribao|jiefang\s+ribao|"
    r"rodong\s+sinmun|nhan\s+dan|neues\s+deutschland|trybuna\s+ludu|rud[eé]\s+pr[aá]vo|sc[iî]nteia|"
    r"szabad\s+n[eé]p|n[eé]pszabads[aá]g|borba|politika|rabotnichesko\s+delo|работническо\s+дело|"
    r"z[eë]ri\s+i\s+popullit|l['’]humanit[eé]|l['’]unit[aà]|le\s+monde|le\s+temps|le\s+figaro|daily\s+worker|times|"
    r"(?:manchester\s+)?guardian|daily\s+telegraph|new\s+york\s+times|washington\s+post|chicago\s+tribune|"
    r"los\s+angeles\s+times|christian\s+science\s+monitor|frankfurter\s+zeitung|vossische\s+zeitung|"
    r"völkischer\s+beobachter|neue\s+zürcher\s+zeitung|hindu|dawn|asahi\s+shimbun|age|sydney\s+morning\s+herald|"
    r"dagens\s+nyheter|aftenposten|politiken|helsingin\s+sanomat)",
    re.IGNORECASE,
)
"""Newspapers that are cited without quotation marks, by their names as they are written in Latin and Cyrillic."""
_LABEL: Final = (
    r"(?P<label>(?:(?:first |originally |re)?(?:published|printed|appeared) in|sources?|from|newspaper|газета|"
    r"(?:впервые )?(?:опубликовано|опубл\.|напечатано|печатается)(?: (?:в|по)(?: газете)?)?|источник)\s*[:.]?\s+)?"
)
_CITED: Final = regex(
    r"[\[(]?\s*" + _LABEL + r"(?:(?:the\s+)?newspaper\s+|газета\s+)?"
    r"(?P<open>[“\"«‘])?(?P<title>(?-i:[A-ZА-ЯЁÀ-Þ])[^\d\n()\[\]:;“”«»\"]{2,60}?)(?(open)[”\"»’])"
    r"(?:\s*\((?P<place>[^()\d\n]{2,30})\)|,\s+(?P<city>(?-i:[A-ZА-ЯЁ])[\w-]{2,20})(?=[,.]\s))?(?:[.,]+\s+|\s+(?=\d))"
    r"(?P<rest>[^\n]*\d[^\n]*?)\s*[\])]?",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = regex(r"(?P<year>(?:18|19|20)\d\d)(?:\s*г\.?)?[.,]\s*(?P<day>\d{1,2}\s+[^\W\d_]{3,9})")
_AFTER: Final = regex(
    r"\s*(?:г\.?|года)?[.,;]*\s*(?:\(?(?:№|No\.?|Nr\.?|issue|вып\.)\s*(?P<issue>\d+(?:\s*\(\d+\))?)\)?)?[.,;]*\s*"
    r"(?:(?:pp?\.|pages?|с\.|стр\.|S\.)\s*(?P<pages>[\dIVX]+(?:\s*[-–—,]\s*\d+)*))?[.\])]*",
    re.IGNORECASE,
)


_MAGAZINE: Final = regex(
    r"(?P<title>[А-ЯЁ][а-яё-]+\s[а-яё][А-Яа-яё-]*(?:\s[А-Яа-яё-]+){0,5})\.\s(?:[А-Я][а-я]{2,7}\s(?P<year>(?:19|20)\d\d)"
    r"(?:\sг(?:ода|\.)?)?|(?P<volume>(?:18|19|20)\d\d)\.\s№\s?(?P<issue>\d{1,3}(?:\s?[–/-]\s?\d{1,3})?))\.?"
)
"""A magazine and its issue, no page: «Загадки льда. Март 1938 года.», «Новая ледовая история. 1938. № 6.»."""


def newspaper_cited(
    text: str, offset: int = 0, *, type_: Literal["printed", "reprint"] = "printed"
) -> tuple[Printed, ...]:
    """Return the newspaper that a text is nothing but a citation of, none for any other text."""
    words = text.strip()
    if magazine := _MAGAZINE.fullmatch(words) if words[:1] > "z" and len(words) <= MAX_LINE else None:
        start = offset + text.index(words)
        issue = f"no. {magazine['issue']}" if magazine["issue"] else ""
        at = Evidence("newspapers", start, start + len(words), Certainty.MEDIUM)
        year = magazine["year"] or magazine["volume"]
        return (Printed(type_, words, title=magazine["title"], volume=issue, year=year, evidence=at),)
    match = _CITED.fullmatch(words) if 8 < len(words) <= MAX_LINE else None
    day = _day(match["rest"]) if match else None
    if match is None or day is None:
        return ()
    shown, when, issue, pages = day
    title, place = match["title"].strip(" .,"), match["place"] or match["city"] or ""
    told = match["label"] or (pages and (match["open"] or place))
    if not (_KNOWN.fullmatch(title) or (told and not kind_of(title))):
        return ()
    start = offset + text.index(words)
    return (
        Printed(
            type_,
            words,
            title=title,
            volume=f"no. {issue}" if issue else "",
            place=place,
            year=shown,
            day=when,
            pages=tuple((page, page) for page in re.findall(r"\d+", pages)),
            evidence=Evidence("newspapers", start, start + len(words), Certainty.MEDIUM),
        ),
    )


def _day(rest: str) -> tuple[str, str, str, str] | None:
    """Return the day of issue as written and in ISO 8601, number and page; None where anything else stands there."""
    first = _YEAR_FIRST.match(rest)
    found = find_dates(f"{first['day']} {first['year']}" if first else rest)
    when = found[0].when if found else None
    if not found or not when or len(when) != ISO_DAY or (not first and found[0].start > 0):
        return None
    end = first.end() if first else found[0].end
    after = _AFTER.fullmatch(rest, end)
    return (found[0].text, when, after["issue"] or "", after["pages"] or "") if after else None
