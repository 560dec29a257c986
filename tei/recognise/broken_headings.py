"""Headings of messages that a copyist broke in lines: «ЛИЧНОЕ ПОСЛАНИЕ ПРЕМЬЕРА А. ВЕТРОВА» / «ПРЕЗИДЕНТУ Д. ПЕЛЛУ».

So are those of a scanned column, "Document 26: Telegram, Amos Pell" / "to Ada Lind, 12 February 1950".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.recognise import russian
from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.recognise.russian_directives import read_directive
from tei.recognise.russian_messages import may_be_heading, read_heading
from tei.recognise.titles import kind_first, read_title
from tei.regexes import regex

MAX_LINE: Final = 120
MAX_LINES: Final = 3
MAX_APART: Final = 2
_BROKEN: Final = regex(r"\n[ \t\xa0]*to [A-Z]")
_BEGUN: Final = regex(
    r"(?:(?:Document|Doc\.)\s(?:No\.\s)?\d{1,3}[:.]\s+)?(?:(?:Ciphered|Coded|Cipher)\s)?(?:Telegram|Cable|Letter|Message|Cablegram)"
    r"(?:,|\sfrom)\s[A-Z][^.:;!?\n]{2,60}"
)
_GONE_ON: Final = regex(
    r"to\s[A-Z][^.:;!?\n]{2,60}?,?\s\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}|to\s[A-Z][^.:;!?\n]{2,60}?,\s[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4}"
)


def with_whole_headings(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the lines of such a heading put together."""
    if _BROKEN.search(text):
        paragraphs = tuple(_of_column(text, paragraphs))
    if _KIND_ALONE.search(text):
        paragraphs = tuple(_under_kind(text, paragraphs))
    if _RUSSIAN_KIND.search(text):
        paragraphs = tuple(_under_russian_kind(text, paragraphs))
    if any(word in text for word in ("ДИРЕКТИВ", "ТЕЛЕГРАММ", "ПИСЬМ", "ШИФРОВК", "ЗАПИСК", "РАСПОРЯЖЕН", "ПРИКАЗАН")):
        paragraphs = tuple(_in_capitals(text, paragraphs))
    if not any(word in text for word in ("ПОСЛАНИ", "ЛИЧНО", "СЕКРЕТН", "ПРЕМЬЕР")):
        return tuple(paragraphs)
    return tuple(_joined(text, paragraphs))


def _in_capitals(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join the lines of a title in capitals, each of which breaks off before a small word or behind one."""

    def join(above: Paragraph, below: Paragraph) -> Paragraph | None:
        if not (_is_upper(below.text) and _is_upper(above.text)) or len(below.text) > MAX_LINE:
            return None
        goes_on = _GOES_ON.match(below.text) or _BREAKS_OFF.search(above.text)
        held = _HELD_BY.match(below.text) if not below.blank_before else None
        if below.blank_before > MAX_APART or not (goes_on or held or _names_addressee(above.text, below.text)):
            return None
        if not (kind_first(above.text) or read_directive(above.text)[1] or _OF_STAFF.match(above.text)):
            return None
        return Paragraph(above.start, below.end, text[above.start : below.end].replace("\n", " "), above.blank_before)

    return put_together(paragraphs, join, most=MAX_LINES)


def _is_upper(text: str) -> bool:
    """Say whether a line is in capitals, but for a rank and the end of a numeral: «г-ну Д. ПЕЛЛУ», «2-го ФРОНТА»."""
    return text.isupper() or ("-" in text and _SMALL.sub("", text).isupper())


_SMALL: Final = regex(r"(?<!\w)(?:г-н[ауе]?|г-ж[аеиу])(?!\w)|(?<=\d)-(?:го|му|м|й|я|ю|ой)(?!\w)")


def _names_addressee(above: str, below: str) -> bool:
    """Say whether a line says for whom the directive or telegram over it is, or adds his name: «П. А. ВЕТРОВУ»."""
    if not _OF_STAFF.match(above):
        return _TO_HOLDER.match(below) is not None and not read_title(above).party("to")
    if read_directive(above)[1]:
        return _HOLDER.fullmatch(below) is not None
    return bool(read_directive(f"{above} {below}")[1])


_HOLDER: Final = regex(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ-]+[УЮ]\.?")
_TO_HOLDER: Final = regex(rf"(?:{russian.DATIVE}(?!\w)|(?:[А-ЯЁ]\.\s?){{1,2}}[А-ЯЁ-]+[УЮ](?!\w))", re.IGNORECASE)
_HELD_BY: Final = regex(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ-]{3,}")
"""The name of him whose office the line above names: «ТЕЛЕГРАММА НАЧАЛЬНИКА СТАНЦИИ» / «П. А. ВЕТРОВА …»."""
_GOES_ON: Final = regex(r"(?:И|О|ОБ|ОБО|ПО|НА|В|ВО|С|СО|К|ДЛЯ|ОТ|ИЗ|ЗА|ПРИ|ДО|НЕ|У)\s+[А-ЯЁ№«\d]")
_BREAKS_OFF: Final = regex(r"(?:\s(?:И|О|ОБ|ОБО|ПО|НА|В|ВО|С|СО|К|ДЛЯ|ОТ|ИЗ|ЗА|ПРИ|ДО|НЕ|№)|,)$")
_OF_STAFF: Final = regex(r"(?:ДИРЕКТИВА|ПРИКАЗАНИЕ|РАСПОРЯЖЕНИЕ|БОЕВОЕ|ДОНЕСЕНИЕ)\s[А-ЯЁ]")


def _of_column(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    def join(above: Paragraph, below: Paragraph) -> Paragraph | None:
        near = below.text[:3] == "to " and below.blank_before <= MAX_APART
        if not near or not _is_cut(above.text, below.text):
            return None
        return Paragraph(above.start, below.end, text[above.start : below.end].replace("\n", " "), above.blank_before)

    return put_together(paragraphs, join)


def _under_kind(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join the word for a letter, "Letter from", with the line under it that says who wrote it to whom."""

    def join(above: Paragraph, below: Paragraph) -> Paragraph | None:
        if below.blank_before > MAX_APART or not _FROM_ALONE.fullmatch(above.text) or not _CHAIN.fullmatch(below.text):
            return None
        return Paragraph(above.start, below.end, text[above.start : below.end].replace("\n", " "), above.blank_before)

    return put_together(paragraphs, join)


def _under_russian_kind(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join the word for a telegram with the lines under it that name sender and recipient by their cases."""
    index = 0
    while index < len(paragraphs):
        first, width = paragraphs[index], 1
        if _KIND_WORD.fullmatch(first.text):
            width = _parties_under(text, paragraphs, index)
        last = paragraphs[index + width - 1]
        words = " ".join(text[first.start : last.end].split("\n"))
        yield first if width == 1 else Paragraph(first.start, last.end, words, first.blank_before)
        index += width


def _parties_under(text: str, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return over how many lines the heading goes of which the word for the telegram is the first."""
    width = 2
    while width < MAX_UNDER and index + width < len(paragraphs) and _is_party(paragraphs[index + width].text):
        width += 1
    lines = paragraphs[index : index + width]
    if width == 2 or any(row.blank_before > MAX_APART or len(row.text) > MAX_LINE for row in lines[1:]):
        return 1
    title = read_title(" ".join(text[lines[0].start : lines[-1].end].split()))
    return width if title.party("from") and title.party("to") else 1


def _is_party(text: str) -> bool:
    return text[-1:] not in ".!?:;," and _TO_HOLDER.match(text) is not None


_RUSSIAN_KIND: Final = regex(
    r"\n(?:Шифр(?:о|ованная\s)?телеграмма|Телеграмма|Шифровка|Радиограмма|Письмо|Записка)[ \t]*\n"
)
_KIND_WORD: Final = regex(r"(?:Шифр(?:о|ованная\s)?телеграмма|Телеграмма|Шифровка|Радиограмма|Письмо|Записка)")
MAX_UNDER: Final = 5
_FROM: Final = r"(?i:letter|telegram|cable|message|note|dispatch)\s(?i:from)"
_KIND_ALONE: Final = regex(rf"\n{_FROM}[ \t]*\n")
_FROM_ALONE: Final = regex(_FROM)
_CHAIN: Final = regex(r"(?:the\s)?[A-Z][^.:;!?\n]{1,60}\sto\s(?:the\s)?[A-Z][^:;!?\n]{1,60}")


def _is_cut(above: str, below: str) -> bool:
    """Say whether a heading breaks off before "to" and ends below with its date."""
    return (
        len(above) <= MAX_LINE
        and _GONE_ON.fullmatch(below) is not None
        and _BEGUN.fullmatch(above) is not None
        and not read_title(above).party("to")
    )


def _joined(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    index = 0
    while index < len(paragraphs):
        width = _width(text, paragraphs, index)
        first, last = paragraphs[index], paragraphs[index + width - 1]
        words = text[first.start : last.end].replace("\n", " ")
        yield first if width == 1 else Paragraph(first.start, last.end, words, first.blank_before)
        index += width


def _width(text: str, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return over how many lines a heading goes that begins here: 1 where it is whole, or no heading."""
    first = paragraphs[index]
    if len(first.text) > MAX_LINE or not may_be_heading(first.text) or read_heading(first.text):
        return 1
    for width in range(2, min(MAX_LINES, len(paragraphs) - index) + 1):
        last = paragraphs[index + width - 1]
        capitals = _is_upper(first.text) and _is_upper(last.text)  # which may stand a blank line apart
        if last.blank_before > (MAX_APART if capitals else 0) or len(last.text) > MAX_LINE:
            return 1
        if read_heading(" ".join(text[first.start : last.end].split())):
            return width
    return 1
