"""Find which archive a shelf mark belongs to: the name that stands before it, known or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final

from tei.archives.repository import Mention, Repositories, Repository, unknown
from tei.archives.script import Canvas, fold, is_mixed, pattern, settle
from tei.regexes import regex

_TIGHT: Final = regex(r"[\s.,:;\-()\[\]\"'/]{0,8}")
_LOOSE: Final = regex(
    r"[\s.,:;()\[\]\-]{1,4}(?P<words>[^\W\d_a-zа-я][^\d\n;:()\[\]]{1,60}?)[\s.,:()\[\]\-]{0,6}", re.DOTALL
)
_SENTENCE: Final = regex(r"[^\W\d_]{3,}[.!?] ")
_JOINED: Final = regex(
    r"[\s,.]{0,3}[(\[]?\s?(?:(?:hereafter|hereinafter|henceforth|далее|далі|im folgenden)[:\s\-]{1,4})?", re.IGNORECASE
)
_OPENED: Final = regex(
    r"\s?\((?:(?:hereafter|hereinafter|henceforth|далее|далі|im folgenden|в дальнейшем)[:\s\-]{1,4})?$", re.IGNORECASE
)
"""The parenthesis in which the initials of an archive follow its full name."""
_WORD: Final = r"[^\W\d_a-zа-я][^\W\d_]*"
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿа-яѐ-џґў']"
_ABBREVIATION: Final = regex(
    rf"(?<![^\W_])(?P<name>(?:[^\W\d_]{{0,9}}{_CAPITAL}[^\W\d_]{{0,9}}{_CAPITAL}[^\W\d_]{{0,4}})"
    r"(?:[ \-](?:[^\W\d_a-zа-яё]{2,9}[^\W\d_]{0,2}|СПб|SPb)){0,3}(?:\([^\W\d_a-zа-яё]{1,2}\))?"
    r"(?:(?<=[АAОO]) [^\W\d_a-zа-яё][а-яёіїa-z]{3,20}(?:[ \-][^\W\d_][^\W\d_]{2,20}){0,2}\.?|"
    r"(?<=[А-ЯІЇ]) (?:Укра[иї]н[ыи]|Грузии|Армении|Беларуси|Молдовы|Казахстана|Узбекистана)|"
    r"(?<=[А-Я][А-Я]) [А-Я][а-яё]{1,5}\.? ?А?ССР|"
    r"(?<=[А-Я][А-Я]) [А-Я][а-яё]{2,20}(?:ской|кого|кой) (?:обл(?:\.|асти)|края|округа|республики))?)"
    r"[\s.,:;\-()\[\]]{0,6}$"
)
"""An archive by its initials, and the land or region behind them: «ЦГАВО Украины», «НА РС(Я)», «ГА Томской обл.»."""
_PHRASE: Final = regex(
    rf"(?P<name>{_WORD}(?:[ \-'](?:г\. )?[^\W\d_]{{1,30}}){{0,16}})(?:, (?P<place>{_WORD}))?[\s.,:;\-()\[\]]{{0,6}}$"
)
_INSTITUTION: Final = regex(
    r"архив|архів|архіў|arhīv|archyv|archiv|archief|arkiv|arhiv|arkhiv|arquivo|librar|bibliot|библиотек|музе|muze|museum|institut|институт|levéltár|"
    r"levelt|档案|fond|centre for|center for|хранилищ|collection|university|papers|центр док|центр хран"
)
_BREAK: Final = regex(r'[;\n"!?]|(?<! [гГм])[.:] |\(')
_BEFORE_NAME: Final = regex(
    r"^.*\b(?:in|from|at|see|cf|by|that|into|also|из|в|во|см|из фондов|хранится в|aus|im|in der|dans|the) ",
    re.IGNORECASE,
)
LEAD_IN: Final = regex(
    r"\s*(?:[\[(]?\d{1,3}[\])]?\s?[\-.)]\s?-?\s?|"
    r"(?:source|sources|archive|original|origin|see|see also|cf|quoted in|copy in|copy|"
    r"архив|источник|см|ср|подлинник|оригинал|копия|печатается по|quelle|kaynak)\s?[.:]\s?|(?:see|see also|см)\s)+",
    re.IGNORECASE,
)
_NO_NAME: Final = frozenset(
    {"source", "archive", "archives", "ibid", "ibidem", "там же", "idem", "see", "cf", "см", "ср"}
)

_STARTS_AS_ARCHIVE: Final = regex(pattern(r"(?:[^\W\d_]{3,16} ){0,2}(?:архив|архів|arkhiv|archiv)[^\W\d_]{0,3} "))
"""How an archive begins that ends in the initials of its keeper: «Научный архив МАЭ РАН»."""
_SPACED: Final = regex(r"(?<!\S)(?P<name>(?:[^\W\d_a-zа-яё]{1,5} ){1,8}[^\W\d_a-zа-яё]{1,5})[\s.,:;]{0,4}$")
"""Initials in pieces: «Р Г А С П И», «РГ АСПИ»."""
_DEPARTMENT: Final = regex(r"(?<=[^\W\d_])[.,] {1,2}(?P<name>[Оо]тдел [^\W\d_]{2,10})[\s.,:;]{1,4}$")
"""The department of an archive by its initials: «ЦГА УР. Отдел ДСПИ. Ф. 16»."""
_ROMAN: Final = regex(r"[IVXLC]+")
_ABBREVIATED_AS: Final = regex(r"(?<![^\W_])[^\W\d_a-zа-яё]{2,9}\s?\($")
"""The initials of an archive before the parentheses in which its full name stands."""
_MIXED: Final = regex(r"[^\W\d_]{2,}")
_STATES: Final = frozenset({"РФ", "СССР", "РСФСР", "RF", "SSSR", "USSR", "RSFSR", "УССР", "UkrSSR", "МИД"})
"""Words behind the initials of an archive that do not make it another one, as ДВ does of РГИА."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive of a shelf mark: where its name begins, the archive, the name as written, a fond's name behind it."""

    start: int
    repository: Repository | None = None
    cited_as: str = ""
    fond_name: str = ""


def archive_before(
    page: Canvas,
    register: Repositories,
    mentions: tuple[Mention, ...],
    place: int,
    floor: int,
    *,
    whole: bool = False,
) -> Archive:
    """Return the archive whose name ends before `place` and begins at `floor` or later.

    In running prose an unknown archive is an abbreviation in capitals, or words with one for an archive, right before
    the shelf mark. With `whole` all that stands before is the name.
    """
    known = _known_before(page, mentions, place, floor)
    if known:
        return known
    begin = max(floor, place - 160)
    before = page.plain[begin:place]
    if department := _DEPARTMENT.search(before):
        held = archive_before(page, register, mentions, begin + department.start(), floor, whole=whole)
        if held.repository:
            return replace(held, cited_as=cited(page, held.start, begin + department.end("name")))
    apart = _apart(page, register, begin, before)
    if apart:
        return apart
    match = _ABBREVIATION.search(before)
    if match and match["name"].casefold() not in _NO_NAME and not _ROMAN.fullmatch(match["name"]):
        if (
            match.start("name")
            and (named := _named_in_words(page, begin, before))
            and _STARTS_AS_ARCHIVE.match(page.skeleton, named.start, begin + match.start("name"))
        ):
            return named
        return _abbreviated(page, begin, before, match)
    return (
        _named_in_words(page, begin, before) or (_whole_lead(page, floor, place) if whole else None) or Archive(place)
    )


def _apart(page: Canvas, register: Repositories, begin: int, before: str) -> Archive | None:
    """Return a known archive whose initials were printed or scanned with spaces among them: "R G A S P I"."""
    match = _SPACED.search(before)
    if match is None:
        return None
    pieces = match["name"].split()
    for at in range(len(pieces) - 1):
        joined = "".join(pieces[at:])
        known = register.named(joined) if len(joined) > 5 or len(joined) == len(pieces) - at else None
        if known and known.family == "fond":
            end = begin + match.end("name")
            start = end - len(" ".join(pieces[at:]))
            return Archive(start, known, page.written(start, end))
    return None


def _abbreviated(page: Canvas, begin: int, before: str, match: re.Match[str]) -> Archive:
    """Return an unknown archive with an abbreviation, and its full name where that stands before the parentheses."""
    short = _unknown(page, begin + match.start("name"), begin + match.end("name"))
    opened = _OPENED.search(before, 0, match.start("name"))
    named = _named_in_words(page, begin, before[: opened.start()]) if opened else None
    if named is None:
        return short
    cited_as = cited(page, named.start, begin + match.end("name"))
    return Archive(named.start, unknown(named.cited_as, short.cited_as), cited_as)


def _unknown(page: Canvas, start: int, end: int) -> Archive:
    if page.plain.endswith(" обл", start, end) and page.plain.startswith(".", end):
        end += 1
    name = cited(page, start, end).strip()
    return Archive(start, unknown(name.removesuffix("藏")), name)


def cited(page: Canvas, start: int, end: int) -> str:
    """Return the name of an archive as written, with the parenthesis that closes one opened in it."""
    name = re.sub(r"\s+", " ", re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_])", "", page.written(start, end)))
    name = _MIXED.sub(
        lambda word: settle(word.group(), cyrillic=True) if is_mixed(word.group()) else word.group(), name
    )
    return name + ")" if name.count("(") > name.count(")") and page.plain.startswith(")", end) else name


def _known_before(page: Canvas, mentions: tuple[Mention, ...], place: int, floor: int) -> Archive | None:
    last = bisect_right(mentions, place, key=lambda mention: mention.end)
    near = [each for each in mentions[max(0, last - 6) : last] if each.start >= floor and each.end > place - 240]
    for mention in reversed(near):
        repository = next((each for each in mention.repositories if each.family == "fond"), None)
        if repository is None:
            continue
        gap = page.plain[mention.end : place]
        loose = None if _TIGHT.fullmatch(gap) else _LOOSE.fullmatch(gap)
        if not _TIGHT.fullmatch(gap) and (loose is None or _SENTENCE.search(gap)):
            return None
        start = _first_of_chain(page, near, mention, repository)
        larger = re.search(
            r"(?<!тдел )(?<![^\W_])(?:[^\W\d_a-zа-яё]{2,6}|SPbF?) $", page.plain[max(floor, start - 14) : start]
        )
        if larger and larger.group().strip().casefold() not in _NO_NAME:
            return _unknown(page, start - len(larger.group()), mention.end)
        if former := re.search(r"(?<![^\W_])[^\W\d_a-zа-яё]{3,9}/$", page.plain[max(floor, start - 10) : start]):
            start -= len(former.group())
        behind = (
            re.fullmatch(r"[ \-](?P<word>(?:[А-ЯЁ][а-яё]{1,4})?[^\W\d_a-zа-яё]{2,6})[\s.,:;)\-]{0,6}", gap)
            if loose
            else None
        )
        if behind:
            whole = cited(page, start, mention.end + behind.end("word"))
            same = behind["word"] in _STATES
            return Archive(start, repository if same else unknown(whole), whole)
        begin = max(floor, start - 200)
        opened = _OPENED.search(page.plain, begin, start)
        if opened and (named := _named_in_words(page, begin, page.plain[begin : opened.start()])):
            start = named.start
        words = _fond_name(loose["words"], repository) if loose else ""
        return Archive(start, repository, cited(page, start, mention.end), words)
    return None


def _first_of_chain(page: Canvas, near: list[Mention], last: Mention, repository: Repository) -> int:
    """Return where the first of several names of one archive begins ("Russian State … History (RGASPI)")."""
    start = last.start
    for mention in reversed(near[: near.index(last)]):
        between = re.sub(rf", ?{re.escape(repository.settlement)}\b", "", page.plain[mention.end : start])
        if repository not in mention.repositories or not _JOINED.fullmatch(between):
            break
        start = mention.start
    return start


def _fond_name(words: str, repository: Repository) -> str:
    """Return what stands between archive and fond when it is the name of the fond, not a place or "Russia"."""
    kept = []
    for word in re.split(r"\s*[,.]\s+", words.strip(" ,.")):
        known = {
            repository.settlement,
            repository.country,
            "Москва",
            "Moskva",
            "Moskau",
            "Moscou",
            "Россия",
            "М",
            "Петербург",
        }
        if word and word not in known and fold(word) not in ("rf", "sssr", "ussr", "russian-federation", "rossii"):
            kept.append(word)
    return ", ".join(kept)


def _named_in_words(page: Canvas, begin: int, before: str) -> Archive | None:
    """Return an unknown archive that is named in words ("State Archive of Karsk Region, f. 1"), else None."""
    breaks = [match.end() for match in _BREAK.finditer(before.rstrip(" .,:;-(["))]
    offset = breaks[-1] if breaks else 0
    match = _PHRASE.search(before, offset)
    if match is None or not _INSTITUTION.search(match["name"].lower()):
        return None
    start = match.start("name")
    word = _INSTITUTION.search(match["name"].lower())
    lead = _BEFORE_NAME.match(match["name"][: word.start() if word else 0])
    if lead:
        start += lead.end()
    elif short := _ABBREVIATED_AS.search(before, 0, start):
        first, last = begin + short.start(), begin + match.end("name")
        named = cited(page, begin + start, last).strip()
        return Archive(first, unknown(named, short.group().rstrip("( ")), cited(page, first, last))
    return _unknown(page, begin + start, begin + match.end("name"))


def _whole_lead(page: Canvas, floor: int, place: int) -> Archive | None:
    """Take all that stands before the shelf mark as the name of its archive, if it can be one."""
    lead = LEAD_IN.match(page.plain, floor, place)
    start = lead.end() if lead else floor
    text = page.plain[start:place].rstrip(" .,:;-([\n")
    if not re.search(r"[^\W\d_]{2}", text) or len(text) > 120 or len(text.split()) > 14:
        return None
    return _unknown(page, start, start + len(text)) if text.casefold() not in _NO_NAME else None
