"""Letters and telegrams of a page that lost its line breaks, one after another in one line.

“… H. W. VETROV, Director. TELEGRAM TO CAPTAIN PELL. KARSK STATION, May 3, 1938. CAPTAIN PELL: The ice …”: heading,
place and day, address, text and signature are each a row again, so that every later step sees what the book showed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import joined
from tei.regexes import regex

MIN_FLAT: Final = 240
"""Characters of the shortest line that can hold a letter with all that stands round it."""
MIN_TEXT: Final = 40
_CAPITALS: Final = r"(?:[A-Z]\.|(?:Mc|Mac|O['’])?[A-Z][A-Z’'-]*,?)"
_WORDS: Final = rf"{_CAPITALS}(?:\s{_CAPITALS}){{0,9}}?"
_KIND: Final = r"(?:CIPHER\s)?(?:TELEGRAM|LETTER|CABLE|CABLEGRAM|MESSAGE|DISPATCH|DESPATCH|NOTE|WIRE)"
_MONTH: Final = rf"(?:{ENGLISH_MONTHS}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_DATE: Final = rf"{_MONTH}\s\d{{1,2}}(?:,\s1[789]\d\d)?"
_TIME: Final = r"(?:[,.]?\s?[-–—]?\s?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.\s?m\.)?"
_PLACE: Final = r"[A-Z]{3}[A-Z’'-]*(?:,?\s(?:D\.\s?C\.|[A-Z][A-Z’'-]+\.?|Va\.|Md\.|Pa\.|Tenn\.|Ga\.)){0,7},\s"
_ADDRESS: Final = (
    r"(?:To\s)?(?:THE\s)?(?:[A-Z][a-z]+-)?(?:HON\.\s)?(?:[A-Z][\w.’'-]*\s){0,3}?(?:Mc|Mac)?[A-Z]{3}[A-Z’'-]*"
    r"(?:,\s[^:;!?\n]{3,60})?:(?=\s)"
)
_DEAR: Final = r"(?:MY\s)?DEAR\s(?=[A-Z]{2}|[A-Z]\.)"
_HEADED: Final = regex(
    rf"(?<![^\s“\"])(?P<head>(?:\d{{1,4}}\.\s)?(?:{_KIND}\s(?:FROM\s{_WORDS}\s)?TO\s|(?<=[.!?\d]\s)TO\s){_WORDS})"
    rf"(?:[.,]{{1,2}}\s(?P<day>{_PLACE}{_DATE}{_TIME})|[.,]?\s(?P<bare>{_DATE}{_TIME}))[.,]?\s"
    rf"(?:(?P<address>{_ADDRESS})\s)?"
)
_DATED: Final = regex(
    rf"(?<=[.\]!?)”\"]\s)(?P<day>{_PLACE}{_DATE}{_TIME})[.,]?\s(?:(?P<address>{_ADDRESS})\s|(?={_DEAR}))"
)
_SIGNED: Final = regex(
    r"(?<=[.!?”\")]\s)(?:(?:Yours|Your|Very|I\sam)\b[^.\n]{0,40},\s)?"
    r"(?P<name>(?:[A-Z]\.\s?){1,3}(?:Mc|Mac)?[A-Z]{3}[A-Z’'-]*(?:,\s[A-Z][\w-]+(?:[\s-][\w-]+){0,4})?)"
    r"(?:\.\s+(?=[A-Z][a-z])|\.?\s*(?=$|(?:From|Source)\s(?:an?|the)\s|\[))"
)
_LAST: Final = regex(r"(?<=[a-z]\s)[A-Z]{3,14}(?=\s(?:From|Source)\s(?:an?|the)\s)")


def parts_of_line(text: str) -> tuple[int, ...]:
    """Return where the rows of a line began that holds letters with their headings; none where it holds no such."""
    if len(text) < MIN_FLAT:
        return ()
    if series := _in_series(text):
        return series
    if not (" TO " in text or ": " in text):
        return ()
    if text[:3] == "No." and _PRINTED.match(text):
        return tuple(_printed(text))
    headed = _HEADED.finditer(text) if " TO " in text else ()
    found = [match for match in headed if match["address"] or _is_full(match["bare"] or match["day"])]
    taken = [match.span() for match in found]
    for match in _DATED.finditer(text) if _CAPITAL_DAY.search(text) else ():
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(match)
    quoted = tuple(_quoted(text)) if "TELEGRAM" in text else ()
    if not found:
        return quoted
    found.sort(key=lambda match: match.start())
    ends = [*(match.start() for match in found[1:]), len(text)]
    cuts: list[int] = [*quoted]
    for match, end in zip(found, ends, strict=True):
        if end - match.end() < MIN_TEXT:
            continue
        cuts += [match.start(), *(match.start(name) for name in ("day", "bare", "address") if _has(match, name))]
        cuts += [match.end(), *_below(text, match.end(), end), end]
    return tuple(sorted({cut for cut in cuts if 0 < cut < len(text)}))


def _in_series(text: str) -> tuple[int, ...]:
    """Return where the rows began of letters that greet, or of documents that are counted, two of them at least."""
    greeted = _greeted(text) if text.count(" Dear") > 1 else ()
    cuts = {*greeted} or {*(_documents(text) if text.lower().count("document ") > 1 else ())}
    return tuple(sorted(cut for cut in cuts if 0 < cut < len(text)))


def _greeted(text: str) -> Iterator[int]:
    """Yield where the rows of letters began that run on in a line: place and day, greeting, text, closing words."""
    found = list(_DEARS.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True) if len(found) > 1 else ():
        yield from (match.start(),) if match.start() else ()
        yield from (match.start("dear"), match.end())
        if closed := _CLOSES.search(text, max(match.end(), end - MAX_CLOSE), end):
            yield from (cut for cut in (closed.start("close"), closed.start("name")) if cut > 0)


_DEARS: Final = regex(
    r"(?:(?<=\s)|^)(?P<day>(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3},\s)"
    rf"(?:\d{{1,2}}\s{_MONTH},?\s|{_MONTH}\s\d{{1,2}},\s)\d{{4}})[.,]?\s"
    r"(?P<dear>(?:My\s(?:own\s|very\s)?)?[Dd]ear(?:est)?\s[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]+){0,2}[,:!])\s(?=[A-Z“\"])"
)
_CLOSES: Final = regex(
    r"(?<=[.!?]\s)(?P<close>(?:Ever\s|Yours?|With\s|Much\s|Love|Affectionately|I\s(?:am|remain))(?:\s?[a-z]+|,){0,6}),?\s"
    r"(?P<name>[A-Z][\w’'-]*\.?(?:\s[A-Z][\w.’'-]+){0,2})\.?\s*$"
)
MAX_CLOSE: Final = 90


def _documents(text: str) -> Iterator[int]:
    """Yield where the rows of counted documents began: number, title up to its day, text, name, source."""
    found = list(_DOCUMENT.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True) if len(found) > 1 else ():
        yield from (match.start(),) if match.start() else ()
        yield from (match.start("title"), match.end())
        if source := _SOURCE.search(text, match.end(), end):
            yield from (source.start("name"),) if source["name"] else ()
            yield source.start("source")


_DAY: Final = rf"(?:\d{{1,2}}\s{_MONTH},?\s|{_MONTH}\s\d{{1,2}},\s)\d{{4}}"
_DOCUMENT: Final = regex(
    r"(?:(?<=\s)|^)D(?:OCUMENT|ocument)\s(?:(?:NO|No|no)\.\s)?\d{1,4}[.:]?\s"
    r"(?P<title>(?:[A-Z][a-z]+\s){0,2}?(?i:telegram|letter|cable|ciphergram|message|note|report|record|memorandum|directive)\b"
    rf"[^\n]{{4,240}}?{_DAY})[.,]?(?:\s|$)"
)
_SOURCE: Final = regex(
    r"(?:(?<=[.!?”])\s(?P<name>(?:[A-Z]\.\s?){0,2}[A-Z][\w’'-]+(?:\s\[[A-Z][\w. ]+\])?)\.?)?\s"
    r"(?P<source>(?:Source|Archive|Archival source)s?:\s)"
)


def _printed(text: str) -> Iterator[int]:
    """Yield where the rows began of papers laid before a parliament: number, parties, form, day, text, name, file."""
    found = list(_PRINTED.finditer(text))
    for match, end in zip(found, [*(after.start() for after in found[1:]), len(text)], strict=True):
        yield from (match.start(name) for name in ("parties", "form", "salute", "day") if match[name])
        yield match.end()
        filed = _FILED.search(text, max(match.end(), end - MAX_FILED), end)
        stop = filed.start("file") if filed else end
        if closed := _CLOSED.search(text, match.end(), stop):
            yield from (closed.start(name) for name in ("close", "name", "to") if closed[name])
        yield from (cut for cut in (stop, end) if cut < len(text))


_PRINTED: Final = regex(
    r"(?:^|(?<=\s))No\.\s\d{1,3}\.\s(?P<parties>(?:The|His|Her|Mr\.|Sir)\s[A-Z][^\n]{6,170}?\sto\s[^\n]{4,170}?[a-z])\.\s"
    r"(?:(?P<form>\((?:Telegram|Cablegram|Telegraphic)\.?\))\s)?"
    r"(?P<salute>(?:Sir|My Lord|My Lords|Gentlemen|Your Excellency),\s?[—–-]{0,2}\s)?"
    r"(?P<day>(?:[A-Z][\w’'., ]{2,60}?,\s)?\d{1,2}(?:st|nd|rd|th)\s[A-Z][a-z]{2,8},?\s1[89]\d\d\.)(?=\s)"
)
_FILED: Final = regex(r"[.!]\s(?P<file>\[[A-Z][^\[\]\n]{3,60}\])\s?$")
_CLOSED: Final = regex(
    r"(?<=[.!]\s)(?P<close>I\s(?:have|am|remain),?\s&c[.,]{1,2})\s(?P<name>(?:[A-Z]\.\s?){0,3}[A-Z][\w’'-]+"
    r"(?:,\s[A-Z][\w-]+(?:\s[\w-]+){0,4})?\.)(?:\s(?P<to>(?:The|His|Mr\.)\s[^\[\]\n]{5,140}\.))?\s?$"
)
MAX_FILED: Final = 70
_CAPITAL_DAY: Final = regex(rf"[A-Z.],\s{_MONTH}\s\d")


def _quoted(text: str) -> Iterator[int]:
    """Yield where the paragraphs of quoted telegrams began, each with a mark before it, under a bare "TELEGRAM"."""
    for head in _OVER_QUOTATION.finditer(text):
        yield from (head.start(), head.end())
        at = head.end()
        while (mark := _MARK.search(text, at + 1)) and mark["opened"]:
            at = mark.start()
            yield at
        if mark and mark.end() < len(text):
            yield mark.end()


_OVER_QUOTATION: Final = regex(
    r"(?<![^\s])(?:\(\d{1,2}\)\s)?(?:CIPHER\s|CODE\s)?TELEGRAM(?:\sNO\.\s\d{1,5})?\.?\s"
    r"(?=[“\"][A-Z][\w ]{2,30},\s(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2}),?\s1[89]\d\d)"
)
_MARK: Final = regex(r"(?<=[.!?]\s)(?P<opened>[“\"])(?=[A-Z])|(?<=[.!?])[”\"](?:\s|$)")


def _is_full(date: str) -> bool:
    """Say whether a date has its year: without one a line in capitals is an entry of a list of contents."""
    return ", 1" in date


def _has(match: re.Match[str], name: str) -> bool:
    return match.groupdict().get(name) is not None


def _below(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the signature under a text begins, and what the volume says of its source."""
    signed = _SIGNED.search(text, start, end)
    if signed:
        yield from (signed.start(), signed.start("name"), signed.end())
    elif last := _LAST.search(text, start, end):
        yield from (last.start(), last.end())


def with_sources_apart(text: str, rows: Iterable[Paragraph]) -> Iterable[Paragraph]:
    """Yield the rows of a page, what stands behind a letter in one row with it each a row again.

    Collected letters name what they are printed from under each, “From a photostat: K.N. 17”, over it place and day.
    """
    if "From a" not in text and "From the" not in text:
        return rows
    found = tuple(rows)
    if not any("From " in row.text and _COPIED_FROM.search(row.text) for row in found):
        return found
    found = tuple(put_together(found, _seated))
    below = (*(row.text for row in found[1:]), "")
    return (part for row, after in zip(found, below, strict=True) for part in _collected(row, after))


def _seated(place: Paragraph, day: Paragraph) -> Paragraph | None:
    """Return place and day as one row where they stand under each other, the capitals spaced perhaps: “K ARSK ,”."""
    if place.text[-1:] != "," or not (_SEAT_ROW.fullmatch(place.text) and _DAY_ROW.fullmatch(day.text)):
        return None
    return joined(place, day)


_SEAT_ROW: Final = regex(r"(?:[A-Z]\s)?[A-Z][A-Z’'-]{2,20}(?:,?\s(?:[A-Z]\s)?[A-Z’'-]{2,20}){0,2}\s?,")
_DAY_ROW: Final = regex(rf"{_DATE}\.?")


def _collected(row: Paragraph, below: str) -> Iterator[Paragraph]:
    """Yield the rows that a row of collected letters was: running head, title, day, address, text, name, source."""
    text = row.text
    cuts: list[int] = []
    heads = tuple(_COLLECTED_HEAD.finditer(text)) if " TO " in text else ()
    starts = [*(head.start() for head in heads), len(text)]
    for source in _COPIED_FROM.finditer(text) if "From " in text else ():
        end = next(start for start in starts if start >= source.start())
        if end - source.start() <= MAX_SOURCE:
            cuts += [*_name_before(text, source.start()), source.start()]
    cuts += _name_before(text, len(text)) if _COPIED_FROM.match(below) else ()
    cuts += [match.start("to") for match in _YOURS_TO.finditer(text)] if "Yours " in text else []
    if heads:
        cuts += [cut for head in heads for cut in (head.start("head"), head.start("day"), head.end())]
    elif len(text) <= MAX_SOURCE and (wired := _WIRED_TO.fullmatch(text)):
        cuts += [wired.start("to")]
    cuts = sorted({cut for cut in cuts if 0 < cut < len(text)})
    yield from (row.at(*span) for span in pairwise((0, *cuts, len(text)))) if cuts else (row,)


def _name_before(text: str, end: int) -> tuple[int, ...]:
    """Return where the name begins that signs in capitals before a source, if one does."""
    name = _NAME_AT_END.search(text, max(0, end - MAX_NAME), end)
    return (name.start("name"),) if name and not text[: name.start()].isupper() else ()


def is_copied_from(text: str) -> bool:
    """Say whether a row names what a letter above it is printed from."""
    return len(text) <= MAX_SOURCE and _COPIED_FROM.match(text) is not None


MAX_SOURCE: Final = 180
MAX_NAME: Final = 40
_COPIED_FROM: Final = regex(
    r"(?:(?<=\s)|^)From\s(?:an?|the)\s(?:[a-z]+\s|[A-Z][a-z]+\s){0,2}?"
    r"(?:photostat|copy|microfilm|original|draft|manuscript|facsimile|typescript|transcript)\b"
    r"(?:\sof\s(?:the\s|an?\s)?[A-Z][a-z]+(?:\s[a-z]+)?)?\s?:\s(?=[A-Z])"
)
"""“From a photostat: K.N. 17”, “From a copy of the Estrian: Pell Papers.”, “From the Estrian original: …”."""
_NAME_AT_END: Final = regex(r"(?<=[^\WA-Z_][.!?\]])\s+(?P<name>(?:[A-Z]\.\s?){0,3}[A-Z]{3,14})\s*$")
_SPOT: Final = r"(?:(?:NEW|PORT|FORT|SAN|ST\.?|OLD|CAMP|THE)\s)?[A-Z]{3}[A-Z’'-]*,\s(?:[A-Z]{3}[A-Z’'-]*,\s){0,2}"
_COLLECTED_HEAD: Final = regex(
    rf"(?:^|(?<=\s))(?P<head>\d{{1,4}}\.\s(?:TELEGRAM|LETTER|NOTE|CABLE)\sTO\s{_WORDS})\s"
    rf"(?P<day>(?:{_SPOT})?{_DATE})(?=\s|$)"
)
_YOURS_TO: Final = regex(
    r"(?<=[.!?]\s)Yours\s(?:sincerely|truly|faithfully),\s(?P<to>(?:[A-Z][A-Z.’'-]*,?\s|\d{1,4},?\s){3,16}?)(?=From\s|$)"
)
"""“Yours sincerely, A. PELL, ESQ. 5, QUAY ROAD TALLBY From a photostat”: no name signs, the addressee stands below."""
_WIRED_TO: Final = regex(rf"{_PLACE}{_DATE}\s(?P<to>[A-Z]{{2}}[A-Z. ,()’'-]{{6,80}})")
"""“KARSK, May 29, 1938 AXEL PELL QUAY ROAD TALLBY”: place, day and address of a wire in one row."""
