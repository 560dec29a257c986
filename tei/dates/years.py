"""The year at the end of a written date: 1949, 1949 г., [1950], 19[50], ’49, this year, с. г., ultimo."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tei.dates.lexicon import YEAR_MAKERS
from tei.dates.model import Certainty
from tei.dates.reading import Reading
from tei.dates.source import BLANK, DASH, GAP, Source
from tei.regexes import regex

YEARS: Final = range(1000, 2101)
_BARE_YEARS: Final = range(1600, 2100)
_BETWEEN: Final = (
    rf"(?:(?P<join>[-/.–—]|{BLANK}{DASH}{BLANK}(?=\d\d{BLANK}г))"
    rf"|\.{BLANK}(?=1[789]\d\d{BLANK}(?:[.,;)\]]|$))"
    rf"|,?{GAP}(?:of|de|del|în){GAP}(?:the{GAP}year{GAP})?|,?{BLANK})"
)
_WORD: Final = r"гг?\.|гг?(?!\w)|год(?:а|у|е|ом)?(?!\w)|года?(?!\w)|[рr]\.|року(?!\w)|m\.(?=\s|$)"
_YEAR: Final = regex(
    rf"""{_BETWEEN}
    (?: \[{BLANK}(?P<boxed>\d{{4}}){BLANK}(?P<ask>\??){BLANK}(?:г\.?)?\]
      | (?P<four>\d{{4}})(?:\d\d?(?!\d))?(?!\d)
      | (?P<broken>\d{{1,3}}\[\d{{1,3}}\]|\[\d\d\]\d\d)
      | ['’](?P<short>\d\d)(?!\d)
      | (?P<two>\d\d)(?!\d)
    )
    (?P<word>{BLANK}(?:{_WORD}))?
    """,
    re.VERBOSE,
)
_RELATIVE: Final = regex(
    rf"""[,(]?{BLANK}(?:
      (?P<year>
        (?:(?:of|in){GAP})?
          (?:this|the[ ](?:current|present|same)|(?P<last>last|the[ ]past)|(?P<next>next)){GAP}year\b
        |(?:с|т){BLANK}\.{BLANK}г\.
        |(?:сего|текущего|этого){GAP}года
        |(?:прошлого{GAP}года|пр?\.{BLANK}г\.)(?P<past>)
        |будущего(?P<future>){GAP}года)
      |(?P<month>
        (?:of{GAP})?(?:this|the[ ](?:current|same)){GAP}month\b|inst(?:ant\b|\.|\b)
        |(?:с|т){BLANK}\.{BLANK}м\.
        |(?:сего|текущего|этого){GAP}месяца
        |(?P<ult>(?:of{GAP})?last{GAP}month\b|ult(?:imo\b|\.|\b)|прошлого{GAP}месяца)
        |(?P<prox>(?:of{GAP})?next{GAP}month\b|prox(?:imo\b|\.|\b)))
    )""",
    re.VERBOSE,
)
_BARE: Final = regex(
    rf"(?P<year>\d{{4}})(?:(?P<slash>[/–-])(?P<to>\d\d)(?!\d))?(?P<decade>['’]?s\b|-?[еx]?х?х\b)?"
    rf"(?P<word>{BLANK}(?:{_WORD}))?"
)
_OTHER_STYLE: Final = regex(rf"{BLANK}[^\W\d_]{{3,12}},?{BLANK}\d{{4}}(?!\d)")
"""A month and its year: "13 March/28 February 1915" is a day by both calendars, and 28 no year."""
_OPEN: Final = frozenset("([,;")
_SHUT: Final = frozenset(")],.;:?")
_HOURS: Final = regex(r"[^\S\n]?(?:hours?|hrs?|h|z|gmt)\b")


class Year(NamedTuple):
    """A year after a day or month: its value (None for "ultimo"), where it ends, how sure the words make it."""

    end: int
    value: int | None = None
    certainty: Certainty = "certain"
    language: str = ""
    year_shift: int | None = None
    month_shift: int | None = None

    def complete(self, reading: Reading) -> Reading:
        """Return `reading` with this year at its end."""
        certainty = self.certainty if self.certainty != "certain" else reading.certainty
        return reading._replace(
            end=self.end,
            year=self.value,
            certainty=certainty,
            language=reading.language or self.language,
            year_shift=self.year_shift,
            month_shift=self.month_shift,
        )


def read_year(source: Source, at: int, *, after_day: bool = True) -> Year | None:
    """Read the year that follows a day or month ending at `at`; two figures are one only after a day."""
    match = _YEAR.match(source.low, at)
    year = _written(source, match, after_day=after_day) if match is not None else None
    return year or _relative(source, at)


def _written(source: Source, match: re.Match[str], *, after_day: bool) -> Year | None:
    language = "ru" if match["word"] else ""
    if match["boxed"]:
        return Year(match.end(), int(match["boxed"]), "questioned" if match["ask"] else "editorial", language)
    if match["broken"]:
        figures = match["broken"].replace("[", "").replace("]", "")
        return Year(match.end(), int(figures), "editorial", language) if len(figures) == 4 else None
    if match["four"]:
        return _four(source, match, language)
    short = match["short"] or (match["two"] if after_day and _is_two_digit_year(source, match) else None)
    return Year(match.end(), source.century(int(short)), language=language) if short else None


def _four(source: Source, match: re.Match[str], language: str) -> Year | None:
    """Read four figures, of which a glued note marker ("19493") is left out."""
    value, end = int(match["four"]), match.end()
    marker = end - match.end("four") if not match["word"] else 0
    if marker and not 1800 <= value <= 2099:
        return None
    if value < _BARE_YEARS.start and value % 100 < 60 and not match["word"] and not match["join"] and source.near:
        return None  # "19 Aug 1150" of a telegram of 1938 gives the hour
    if value not in YEARS or (not match["word"] and not marker and not _closes_figure(source, end)):
        return None
    if not match["word"] and source.is_counted(end) and not match["join"]:
        return None
    return Year(match.end("four") if marker else end, value, language=language)


def _closes_figure(source: Source, end: int) -> bool:
    low = source.low
    if end >= len(low):
        return True
    if low[end].isalpha() or _HOURS.match(low, end):
        return False
    return not (low[end] in ".,:/" and end + 1 < len(low) and low[end + 1].isdigit())


def _is_two_digit_year(source: Source, match: re.Match[str]) -> bool:
    if match["word"]:
        return True
    end = match.end()
    if not _closes_figure(source, end) or (
        source.low[end : end + 1] in "-–" and source.low[end + 1 : end + 2].isdigit()
    ):
        return False
    if match["join"]:
        return not (match["join"] == "/" and _OTHER_STYLE.match(source.low, end))
    follows = source.text[end : end + 2].strip()[:1]
    return int(match["two"]) > 31 and not follows.islower()


def _relative(source: Source, at: int) -> Year | None:
    match = _RELATIVE.match(source.low, at)
    if match is None:
        return None
    language = "ru" if any("а" <= letter <= "я" for letter in match.group()) else ""
    if match["year"]:
        back = match["last"] is not None or match["past"] is not None
        ahead = match["next"] is not None or match["future"] is not None
        return Year(match.end(), None, "relative", language, year_shift=ahead - back)
    shift = (match["prox"] is not None) - (match["ult"] is not None)
    return Year(match.end(), None, "relative", language, month_shift=shift)


def read_bare_year(source: Source, at: int) -> Reading | None:
    """Read a year that stands alone, a pair of years (1949/50, 1949–50) or a decade, where the context makes it one."""
    match = _BARE.match(source.low, at)
    if match is None or int(match["year"]) not in _BARE_YEARS:
        return None
    value = int(match["year"])
    language = "ru" if match["word"] else ""
    if match["decade"] and value % 10 == 0:
        return Reading(at, match.end("decade"), value, certainty="approximate", span_years=10)
    end = match.end() if match["word"] or match["to"] else match.end("year")
    if not match["word"] and not _closes_figure(source, end):
        return None
    if not (match["word"] or source.whole or _is_year_here(source, at, end)):
        return None
    reading = Reading(at, end, value, language=language)
    if match["to"]:
        last = value - value % 100 + int(match["to"])
        return reading._replace(until=Reading(at, end, last)) if last > value else None
    return reading


def _is_year_here(source: Source, at: int, end: int) -> bool:
    """Say whether four bare figures are a year: after "in", "since", "the", or between brackets and commas."""
    if source.is_counted(end) or source.is_labelled(at, strict=False):
        return False
    if source.word_before(at) in YEAR_MAKERS:
        return True
    low = source.low
    before, after = low[max(0, at - 2) : at].strip()[-1:], low[end : end + 1]
    opened = not before or before in _OPEN or "\n" in low[max(0, at - 2) : at]
    shut = not after or after in _SHUT or after == "\n" or after in "-–—"
    return opened and (shut or low[end : end + 2].strip()[:1] in ("-", "–", "—"))
