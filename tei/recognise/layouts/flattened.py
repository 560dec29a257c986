"""Letters and telegrams of a page that lost its line breaks, one after another in one line.

“… H. W. VETROV, Director. TELEGRAM TO CAPTAIN PELL. KARSK STATION, May 3, 1938. CAPTAIN PELL: The ice …”: heading,
place and day, address, text and signature are each a row again, so that every later step sees what the book showed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.regexes import regex

MIN_FLAT: Final = 240
"""Characters of the shortest line that can hold a letter with all that stands round it."""
MIN_TEXT: Final = 40
_CAPITALS: Final = r"(?:[A-Z]\.|(?:Mc|Mac|O['’])?[A-Z][A-Z’'-]*,?)"
_WORDS: Final = rf"{_CAPITALS}(?:\s{_CAPITALS}){{0,9}}?"
_KIND: Final = r"(?:CIPHER\s)?(?:TELEGRAM|LETTER|CABLE|CABLEGRAM|MESSAGE|DISPATCH|DESPATCH|NOTE|WIRE)"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
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
    if len(text) < MIN_FLAT or not (" TO " in text or ": " in text):
        return ()
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
