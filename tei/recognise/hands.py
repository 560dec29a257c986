"""The names in a line of service matter: who sends, who is addressed and by which way, who gets copies, who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from tei.authority import Authority
from tei.dates import find_dates
from tei.model import Name
from tei.recognise.address_lines import bare_span
from tei.recognise.labels import role_of
from tei.recognise.naming import is_body, name_of, split_names, trimmed
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import Service, classify
from tei.regexes import regex
from tei.values import value

_OFFICES: Final = (
    r"by|from|the|shift|duty|chief|operator|on|officer|cipher|clerk|senior|junior|head|comrade|com\.|тов\.|т\.|оператор|"
    r"шифровальщик"
)
_NAME: Final = r"(?:[A-ZА-ЯЁ\u3400-\u9fff][\w.’'-]*(?:\[[^\W\d_]+\][\w’'-]*)?|\[[^\]\n]+\])"
_BY_NAME: Final = regex(
    rf"[\s.,;:|–—-]*(?i:(?:{_OFFICES})\s+){{0,4}}(?P<name>{_NAME}(?:\s+(?:[A-ZА-ЯЁ][\w.’'-]*|\[[^\]\n]+\]))*)"
    r"(?=\s+(?:at|on|в|at about)\b|\s*[,;–—-]\s|\s*,?\s+\d|[\s.]*$)"
)
_BY_LAST: Final = regex(rf"\bby\s+(?P<name>{_NAME}(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]*)?)[\s.,]*$")
_CLOCK_FIRST: Final = regex(r"\s*\d{1,2}[:.-]?\d\d(?:\s*(?:hrs?|hours?|ч))?(?=[\s,])")
_IN_COPIES: Final = regex(r"[\s,;.]*(?:в|in)\s+\d{1,2}\s+(?:экз|cop)\w*\.?")
_ANY_YEAR: Final = 1900
_NOT_A_NAME: Final = regex(
    r"(?:(?:the|a(?!\.)|an|on|at|by|in|from|special|file|duty|shift|chief)\b|(?:to\s+)?(?:the\s+)?file\b|в\s+дело|дело\b|"
    r"(?:see|as)\s|(?:the\s+)?addressee|адресат|archive|архив|copy$|distribution\s+list)",
    re.IGNORECASE,
)
_BY_WORD: Final = regex(
    r"(?:\bby|принял[а]?|передал[а]?|сдал[а]?|accepted|transmitted\s*:|译电员?)[\s:.]*$", re.IGNORECASE
)
VIA: Final = regex(
    r"\s*(?:[,;]\s*|[\[(]\s*)?\b(?:via|through|by way of|через)\s+(?P<name>[^\[\]()\n;]{2,60}?)\s*[\])]?\s*[.,;]?$",
    re.IGNORECASE,
)
_BEFORE_NAMES: Final = regex(
    r"(?:(?:also|only|personally|again|to be (?:handed|passed|given|delivered)(?:\s+(?:on|over))?\s+to|for delivery to|"
    r"to|for)\s+)+(?=[A-ZÀ-ÞА-ЯЁ\[])"
)
_SEATED: Final = regex(
    r"(?P<place>[A-ZÀ-ÞА-ЯЁ][\w.’'-]*(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]*){0,2})(?P<gap>\s?)\((?P<name>[A-ZÀ-ÞА-ЯЁ][\w.’' "
    r"-]{1,40})\)"
)
_AT_SEAT: Final = regex(
    r"(?P<name>[^\n]{3,60}?)\s-\s(?P<place>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)?)(?:,?\s\[[A-Z][\w.]{0,8}\])?"
)
_CABLE_NAME: Final = regex(
    r"(?:foreign|external|indembassy|hicomind|parep|pahic|exteriores),?\s+(?-i:[A-Z])[\w-]+(?:\s(?-i:[A-Z])[\w-]+)?",
    re.IGNORECASE,
)
"""What ministries and missions are called in cables: "FOREIGN, NEW DELHI", "Indembassy Washington"."""
_TO_AGAIN: Final = regex(r",\s+to\s+(?=(?i:comrades?|cdes?\.?|com\.|mr\.?)\s)")
"""“To: the Polar Institute, to comrade Vetrov”: body and man are both addressed."""
_COUNTED: Final = regex(r"\s*(?:[–—-]\s*\d{1,2}|\(\d{1,2}\))(?=\s*(?:[,;.]|$|and\s|и\s))")
_LISTED: Final = regex(r"(?!The\s)[A-ZÀ-ÞА-ЯЁŁŚŻŹĆĐŠČŽ][\w’'-]*\w(?:\s*(?:[–—-]\s*\d{1,2}|\(\d{1,2}\)))?")
"""One word of a list of who got copies, with or without how many: nobody's office is written so."""
_POST: Final = regex(
    r"(?P<post>(?:(?P<short>(?:[A-Z]\.){2,8})\s?)?(?:[A-ZÀ-Þ][\w’'-]*\s?){0,3}(?<=[\w.]))"
    r"(?P<number>\s?(?:\s|\()(?:[Tt]elegram\s)?(?:[Nn]o\.?\s?)?\d{1,5}\)?)?(?:\s[Ss]aving)?(?:\s\([^()]{2,40}\))?"
)
"""A post to which a telegram was repeated, and the number that it has there: "Washington No. 7012", "J.S.M. Oslo"."""
_PIECE: Final = regex(r"(?:^|[,;]\s*|\s(?=and\s|и\s))(?:and\s+|и\s+)?(?P<name>[^\s,;][^,;]*)")
"""The copies that somebody got, and each piece of a list that says so."""
_NAMELESS: Final = frozenset(("number", "subject", "reference", "copies", "copy", "other", "marking", "precedence"))
_OF_PLACES: Final = frozenset(("destination", "origin"))
_WHOLE: Final = frozenset(("dispatch", "address", "signature"))
MAX_NAME: Final = 100


@value()
class Hands:
    """A line of service matter whose names are asked; `date` is the day by which cover names are judged."""

    line: Paragraph
    service: Service
    authority: Authority
    date: str

    def names(self) -> Iterator[Name]:
        """Yield the names of a line: of a list or address all, of a line about handling the one who did it."""
        span = self.service.part("name") or self.service.part("rest")
        if span is None or self.service.type in _NAMELESS:
            return
        if self.service.type in _WHOLE or self.service.type == "distribution":
            yield from self._all_in(span)
        else:
            yield from self._one_in(span)

    def via(self) -> Iterator[Name]:
        """Yield the way that an address names, "VETROV [via PASHIN]"."""
        span = self.service.part("name") or self.service.part("rest")
        match = VIA.search(self.line.text, *span) if span and self.service.type == "address" else None
        if span and match and match.start() > span[0]:
            yield from self._listed(match["name"], match.start("name"))

    def to(self) -> Iterator[Name]:
        """Yield whom a line addresses that names both sides, "From Moscow to Foreign Office"."""
        span = self.service.part("to")
        if span:
            yield from self._listed(self.line.text[slice(*span)], span[0])

    def _all_in(self, span: tuple[int, int]) -> Iterator[Name]:
        part, start = self.line.text[slice(*span)], span[0]
        if self.service.type == "distribution" and (len(_COUNTED.findall(part)) > 1 or self._is_list(part)):
            yield from self._counted(part, start)
            return
        if self.service.type == "address" and part.endswith(")") and (seated := self._seated(part, start)):
            yield from seated
            return
        if self.service.type == "address" and " - " in part and (seated := self._at_seat(part, start)):
            yield from seated
            return
        if self.service.type == "address" and _CABLE_NAME.fullmatch(part.strip(" .")):
            name = part.strip(" .")
            at = self.line.start + start + part.index(name)
            yield replace(name_of(name, at, self.authority, self.date, step="service"), kind="org")
            return
        way = VIA.search(part) if self.service.type == "address" else None
        part = part[: way.start()] if way and way.start() else part
        part = _without_asides(part) if self.service.type == "address" else part
        lead = _BEFORE_NAMES.match(part)
        part, start = (part[lead.end() :], start + lead.end()) if lead else (part, start)
        role = self.service.part("role")
        place = role is not None and role_of(self.line.text[slice(*role)]) in _OF_PLACES
        pieces = self._listed(part, start)
        if self.service.type == "address" and ", to " in part and (again := _TO_AGAIN.search(part)):
            pieces = chain(
                self._listed(part[: again.start()], start), self._listed(part[again.end() :], start + again.end())
            )
        yield from (_placed(name) if place else name for name in pieces)

    def _is_list(self, part: str) -> bool:
        """Say whether commas part names of which most are known: the last may be "File of 8th"."""
        pieces = [piece.strip(" .,;") for piece in part.split(",")]
        if len(pieces) > 2 and 2 * sum(map(self._known, pieces)) > len(pieces):
            return True
        posts = [_POST.fullmatch(piece) for piece in pieces]
        if all(posts) and any(post and (post["number"] or post["short"]) for post in posts):
            return True
        return len(pieces) > 1 and all(map(_LISTED.fullmatch, pieces)) and not any(map(is_body, pieces))

    def _counted(self, part: str, start: int) -> Iterator[Name]:
        """Yield the names of a list that says how many copies each got: "Vetrov - 2, Tumanova-1"."""
        for piece in _PIECE.finditer(part):
            counted, post = _COUNTED.search(piece["name"]), _POST.fullmatch(piece["name"].rstrip(" .,;"))
            bare = piece["name"][: counted.start()] if counted else post["post"] if post else piece["name"]
            bare = bare.rstrip(" .,;")
            if _is_name(bare):
                at = self.line.start + start + piece.start("name")
                name = name_of(bare, at, self.authority, self.date, step="service")
                yield name if post and not counted else replace(name, text=piece["name"].rstrip(" .,;"))

    def _seated(self, part: str, start: int) -> tuple[Name, ...]:
        """Return who is at a place, and the place: "Oslo(Halvorsen)", "TOKYO (TOGO)"; a cover name is no place."""
        match = _SEATED.fullmatch(part.strip())
        if match is None:
            return ()
        outer, inner = match["place"], match["name"]
        placed = self.authority.resolve(outer, kinds=("place",)).entries
        people = self.authority.resolve(outer, kinds=("person",), date=self.date or None).entries
        if people or not (placed or match["gap"] == ""):
            return ()
        start += self.line.start + part.index(outer)
        return (
            name_of(inner, start + match.start("name"), self.authority, self.date, step="service"),
            replace(name_of(outer, start, self.authority, self.date, step="service"), kind="place"),
        )

    def _at_seat(self, part: str, start: int) -> tuple[Name, ...]:
        """Return the name and the place behind a dash where the place is known: "[Envoy Lew] RYBAK2 - OSLO"."""
        match = _AT_SEAT.fullmatch(part.strip())
        if match is None or not self.authority.resolve(match["place"], kinds=("place",)).entries:
            return ()
        start += part.index(match["name"])
        at = self.line.start + start + match.start("place")
        place = replace(name_of(match["place"], at, self.authority, self.date, step="service"), kind="place")
        return (*self._listed(match["name"], start), place)

    def _one_in(self, span: tuple[int, int]) -> Iterator[Name]:
        part = self.line.text[slice(*span)]
        pattern = _BY_NAME.match(part) or _name_after_date(part) or _BY_LAST.search(part)
        if pattern is None or not _is_name(pattern["name"]):
            return
        start = self.line.start + span[0] + pattern.start("name")
        name = name_of(pattern["name"].rstrip(" .,;"), start, self.authority, self.date, step="service")
        sure = name.ref or name.kind == "place" or _BY_WORD.search(self.line.text, 0, span[0])
        if sure or self.service.type not in ("received", "sent"):
            yield name

    def _listed(self, part: str, start: int) -> Iterator[Name]:
        """Yield the names of a list; `start` is where its words stand in the line."""
        bare = part.strip(' .,;:|–—-«»“”"')
        start += self.line.start + part.index(bare)
        for first, last in split_names(bare, self._known):
            first, last = first + bare_span(bare[first:last])[0], first + bare_span(bare[first:last])[1]
            name, at = trimmed(bare[first:last], start + first)
            name, at = name.strip(" .,;"), at + len(name) - len(name.lstrip(" .,;"))
            if _is_name(name) and len(name) <= MAX_NAME:
                yield name_of(name, at, self.authority, self.date, step="service")

    def _known(self, name: str) -> bool:
        found = self.authority.resolve(name, kinds=("person", "org", "place"), date=self.date or None)
        return bool(found.entries)


def _without_asides(part: str) -> str:
    """Cut off what an address says besides: its date, how it is to be handled, "Hanoi, 21 May 1966", "X, EYES ONLY"."""
    dates = find_dates(part, year=_ANY_YEAR) if any(map(str.isdigit, part)) else ()
    if dates and dates[0].start > 2 and part[: dates[0].start].rstrip().endswith(","):
        part = part[: dates[0].start].rstrip(" ,")
    if " (to " in part and part.rstrip(" .").endswith(")"):
        part = part[: part.index(" (to ")]
    while ", " in part:
        before, _, last = part.rpartition(", ")
        found = classify(last.strip())
        if found is None or found.type not in ("marking", "precedence"):
            break
        part = before
    return part


def _name_after_date(part: str) -> re.Match[str] | None:
    """Return the name behind a time: "12.XII 17.30 Belyaev"; words between are no part of one."""
    found = find_dates(part, year=_ANY_YEAR)
    clock = _CLOCK_FIRST.match(part)
    end = found[-1].end if found else clock.end() if clock else 0
    copies = _IN_COPIES.match(part, end) if end else None
    end = copies.end() if copies else end
    return _BY_NAME.match(part, end) if end else None


def _placed(name: Name) -> Name:
    """Take a name nobody knows for a place after a word such as "Destination"."""
    return name if name.ref else replace(name, kind="place")


def _is_name(name: str) -> bool:
    return bool(name) and not _NOT_A_NAME.match(name) and not name.startswith("[") and not find_dates(name)
