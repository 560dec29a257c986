"""The lines and paragraphs of a capture, with their offsets: what every later step works on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.leaf_turns import leaf_turns
from tei.recognise.line_forms import (
    BRACKETED,
    DATED,
    DATED_NAME,
    GREETING,
    HALF_DAY,
    HOLDER,
    HOUR_OPEN,
    LABELLED,
    NOTE,
    SIGNED,
    SPACED_NAME,
    STARRED,
    TITLE,
    TO_WHOM,
    WIRED,
)
from tei.recognise.spacing import breaks_off, filled_width, flows_over, is_filled, is_spaced_out, wrapped_runs
from tei.regexes import regex
from tei.values import value

_LINE: Final = regex(r"\S[^\n]*")
_WIDE: Final = regex(r"[\u2e80-\u9fff\uff01-\uff60]")
"""Signs that take two columns of a line."""
_CHINESE_POINT: Final = regex(r"[（(]?[一二三四五六七八九十\d０-９]{1,3}[)）、．]")
_NUMERAL: Final = regex(r"(?:\d{3,6}\.\s(?=1\.\s))?\(?(?P<n>\d{1,2})[.)]\s+(?=[A-ZА-ЯЁ“\"(\[])")
"""A catalogue's line, "Date: …", or a numbered heading begins anew however full the line before it is."""
_FULL_STOPS: Final = frozenset(".!?…")
"""Date and signature in one line, "6.III.38 Vetrov"."""
_DIVIDED: Final = regex(r"[^\W\d_]{2}[-\u00ad¬]$")
_HYPHENS: Final = "-\u00ad¬"
_OPEN_WORDS: Final = frozenset(("to", "the", "of", "in", "and", "for", "from", "at"))
"""No heading ends with one of these: it goes on in the next line."""
_YEAR_ALONE: Final = regex(r"(?:1[789]|20)\d\d(?:\.|\s?[—–-]{1,2}\s?[^\n]{1,24})?")
"""The year of a date broken behind its comma, with the hour that stands behind it: “1938—1 p. m.”."""
_KIND_FIRST: Final = regex(
    r"(?:(?:№|No\.)\s*\d{1,4}\.?\s+)?(?:Телеграмма|Шифр(?:о?телеграмма|овка)|Радиограмма|Письмо|Telegram|Cable|Télégramme|Telegramm)\s"
)
_DIRECTIVE: Final = regex(
    r"(?:Приказание|Директива|Распоряжение|Боевое распоряжение|Боевое донесение)(?:\s[а-я][^\n.:;]*)?$"
)
_DIRECTIVE_BEGINS: Final = ("Прик", "Дире", "Расп", "Боев")
"""A directive of a staff, whose heading volumes set over several lines."""
MAX_DIRECTED: Final = 7
_OF_SUBJECT: Final = ("с ", "со ", "по ", "в связи", "with ", "on ", "concerning ", "regarding ")
"""What tells only of the matter may stand in a line of its own."""
MAX_TITLED, MIN_BROKEN, MAX_BROKEN = 3, 3, 110
MIN_LINES: Final = 6
OUTLIERS: Final = 12
"""One line in so many may be longer than the width at which a page was wrapped."""

MAX_WORDS: Final = 25
"""A line of more words is a paragraph that was not wrapped; then sentences must be seen to run over `MIN_FLOWING`
line ends before the page is taken for a wrapped one to which somebody added a line."""
MIN_FLOWING, MIN_TYPED, MAX_TYPED = 2, 45, 100
MIN_WIDE: Final = 5
"""Wider lines than typists' are of exported pages, narrower ones of columns: so many sentences must run over."""

WRAP_RANGE: Final = range(36, 126)
"""Widths at which typists and mail programs break lines; a page whose full lines end there was wrapped."""


@value()
class Paragraph:
    """A run of text without a break: its trimmed span in the capture, its text, the blank lines before it."""

    start: int
    end: int
    text: str
    blank_before: int = 0

    def at(self, start: int, end: int) -> Paragraph:
        """Return the part of the paragraph between two offsets of its own text, trimmed."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        return Paragraph(self.start + start + lead, self.start + start + lead + len(text), text, self.blank_before)


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a capture.

    In a page whose lines were wrapped at a width, lines belong together until a blank line, an indent, a short line or
    the next numeral of a series ends them; otherwise each line is a paragraph, as a browser copies them.
    """
    lines = _closed_up(tuple(_lines(text)))
    turns = leaf_turns(text)
    bound: frozenset[int] = frozenset()
    if turns:  # a sentence goes on behind the number of a leaf
        bound = frozenset(next(line.start for line in lines if line.start >= end) for _, end, _ in turns)
        lines = tuple(line for line in lines if not any(start <= line.start < end for start, end, _ in turns))
        lines = tuple(replace(line, blank_before=0) if line.start in bound else line for line in lines)
    filled = filled_width([line.text for line in lines], [line.blank_before for line in lines])
    width = wrap_width(lines) or filled
    if filled:  # its short lines are read by their forms, which know of no line ends
        return tuple(
            replace(row, text=row.text.replace("\n", " ")) for row in _joined(text, lines, width, filled, bound)
        )
    return tuple(_joined(text, lines, width, 0, bound)) if width else tuple(_mended(text, lines, bound))


def _closed_up(lines: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the lines of a page that a converter spaced out, a blank line behind every one, as they stood in print."""
    if not is_spaced_out([line.text for line in lines], [line.blank_before for line in lines]):
        return lines
    return tuple(replace(line, blank_before=max(0, line.blank_before - 1)) for line in lines)


def _mended(text: str, lines: Sequence[Paragraph], bound: Collection[int] = ()) -> Iterator[Paragraph]:
    """Join lines between which a word was divided: "aero-" and "plane"."""
    run: list[Paragraph] = []
    apart = _has_first_words(lines)
    moved = (bool(at) and _indent(text, line) > _indent(text, lines[at - 1]) + 1 for at, line in enumerate(lines))
    apart_by = [line.blank_before or in_ for line, in_ in zip(lines, moved, strict=True)]
    going = wrapped_runs([line.text for line in lines], apart_by)
    for at, line in enumerate(lines):
        if apart and len(run) == 1 and (_is_first_word(run[0], line) or _is_mark_open(run[0], line)):
            yield _merge(text, [*run, line], spaced=True)
            run = []
            continue
        if (
            run
            and at not in going
            and line.start not in bound
            and not (line.blank_before == 0 and _continues(run, line))
        ):
            yield _merge(text, run) if len(run) > 1 else run[0]
            run = []
        run.append(line)
    if run:
        yield _merge(text, run) if len(run) > 1 else run[0]


def _continues(run: Sequence[Paragraph], line: Paragraph) -> bool:
    return _goes_on(run, line) or flows_over(run[-1].text, line.text)


def _goes_on(run: Sequence[Paragraph], line: Paragraph) -> bool:
    return _is_divided(run[-1], line) or _is_open(run[-1], line) or _titles(run, line) or _is_cut(run[-1], line)


def _titles(run: Sequence[Paragraph], line: Paragraph) -> bool:
    """Say whether a line goes on with a title that names a telegram, «Телеграмма начальника» / «заместителю»."""
    text, first = line.text, run[0].text
    if first[:4] in _DIRECTIVE_BEGINS and _DIRECTIVE.match(first):
        return len(run) <= MAX_DIRECTED and text[0].isalpha() and len(text) <= MAX_BROKEN and text[-1] not in ".:;!?"
    if not text[:1].islower() or len(text) > MAX_BROKEN or text[-1] in ".:;!?" or text.startswith(_OF_SUBJECT):
        return False
    named = len(run) <= MAX_TITLED and len(first.split()) >= MIN_BROKEN and first[-1] not in ".:;!?"
    return named and _KIND_FIRST.match(first) is not None


def _is_divided(line: Paragraph, after: Paragraph) -> bool:
    """Say whether a word was divided between two lines."""
    return line.text[-1] in _HYPHENS and after.text[:1].islower() and _DIVIDED.search(line.text) is not None


def _is_cut(line: Paragraph, after: Paragraph) -> bool:
    """Say whether a sentence was cut before the marker of a note, "to Pashin" / "[1] (the same) and goes on"."""
    return after.text[0] == "[" and line.text[-1].isalpha() and _MARKER_IN_SENTENCE.match(after.text) is not None


_MARKER_IN_SENTENCE: Final = regex(r"\[\d{1,2}\]\s[(]?[a-z]")


def _is_open(line: Paragraph, after: Paragraph) -> bool:
    """Say whether a line cannot end where it does: a heading broken behind "to the", before a name or a year."""
    words = line.text.split()
    if len(words) < MIN_BROKEN or len(line.text) > MAX_BROKEN:
        return False
    if words[-1] in _OPEN_WORDS:
        return after.text[:1].isupper() or after.text[:4] == "the "
    if HALF_DAY.fullmatch(after.text) and HOUR_OPEN.search(line.text):
        return True
    if words[-1][-1] == ",":
        return _YEAR_ALONE.fullmatch(after.text) is not None or TO_WHOM.match(after.text) is not None
    return after.text[0] == "(" and " to " in line.text and HOLDER.fullmatch(after.text) is not None


def _lines(text: str) -> Iterator[Paragraph]:
    last = 0
    for match in _LINE.finditer(text):
        start = match.start()
        stripped = match.group().rstrip()
        blank = max(text.count("\n", last, start) - 1, 0) if last else 0
        yield Paragraph(start, start + len(stripped), stripped, blank)
        last = match.end()


def _upper_quartile(lengths: Sequence[int]) -> int:
    """Return what three in four of sorted lengths are below, between two of them in proportion."""
    whole, quarters = divmod(3 * (len(lengths) + 1), 4)
    at = min(max(whole, 1), len(lengths) - 1)
    quarters += 4 * (whole - at)
    return int((lengths[at - 1] * (4 - quarters) + lengths[at] * quarters) / 4)


def wrap_width(lines: Sequence[Paragraph]) -> int:
    """Return the width at which a page was wrapped, 0 where it was not: most long lines end within a narrow band.

    A few lines may be longer: a web address, a heading, a line that somebody added.
    """
    lengths = sorted(_columns(line.text) for line in lines)
    if len(lengths) < MIN_LINES:
        return 0
    kept = lengths[: len(lengths) - (len(lengths) + OUTLIERS // 2) // OUTLIERS]
    full = _upper_quartile(lengths)
    widest = MAX_TYPED if full <= MAX_TYPED else WRAP_RANGE[-1]
    if full not in WRAP_RANGE or kept[-1] > widest or kept[-1] > (1.25 if full >= MIN_TYPED else 1.15) * full:
        return 0
    followed = [pair for pair in pairwise(lines) if _runs_on(*pair, full)]
    if len(followed) < 0.3 * len(lines):
        return 0
    typed = MIN_TYPED <= full <= MAX_TYPED
    signs = sum(_WIDE.search(line.text) is not None for line in lines)  # Chinese under a title in English was not typed
    unwrapped = not typed or 0 < signs < len(lines) or any(len(line.text.split()) > MAX_WORDS for line in lines)
    least = MIN_FLOWING if typed else MIN_WIDE
    return 0 if unwrapped and sum(breaks_off(line.text, after.text) for line, after in followed) < least else full


def _columns(text: str) -> int:
    """Return how wide a line is: Chinese signs are as wide as two letters."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _runs_on(line: Paragraph, after: Paragraph, width: int) -> bool:
    return after.blank_before == 0 and _columns(line.text) >= 0.8 * width


def _joined(
    text: str, lines: Sequence[Paragraph], width: int, filled: int, bound: Collection[int]
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page that was wrapped at `width`; `filled`: where every broken line was full.

    Lines that begin at `bound` go on with the one before, whatever stood between.
    """
    run: list[Paragraph] = []
    count = 0
    indented = _begins_indented(text, lines)
    apart = _has_first_words(lines)
    for line in lines:
        numeral = _opening_numeral(line)
        opens = (numeral in (1, count + 1) and numeral > 0) or (
            LABELLED.match(line.text) is not None
            and not (filled and len(run) > 1 and is_filled(run[-1].text, line.text, filled))
        )
        if not opens and (noted := _note_number(run, line)) and noted in (1, count + 1, count + 2):
            opens, numeral = True, noted
        opens = opens or (not line.text.isascii() and _CHINESE_POINT.match(line.text) is not None)
        moved = run and _indent(text, line) > _indent(text, run[-1]) + 1
        moved = moved or bool(run and indented and _indent(text, line) >= MIN_INDENT and not line.text[:1].islower())
        goes_on = line.start in bound or (bool(run) and line.blank_before == 0 and _is_open(run[-1], line))
        goes_on = goes_on or (bool(run) and _is_set_in(text, run[-1], line, width))
        goes_on = goes_on or (apart and len(run) == 1 and (_is_first_word(run[0], line) or _is_mark_open(run[0], line)))
        full = run and (is_filled(run[-1].text, line.text, filled) if filled else _runs_on(run[-1], line, width))
        full = full and line.blank_before == 0
        if run and not goes_on and (opens or moved or _stands_alone(run, line) or not full):
            yield _merge(text, run, spaced=apart)
            run = []
        count = numeral if opens and numeral else count
        run.append(line)
    if run:
        yield _merge(text, run, spaced=apart)


def _is_set_in(text: str, line: Paragraph, after: Paragraph, width: int) -> bool:
    """Say whether two lines of a block that is moved in belong together: the first breaks off within a sentence."""
    indent = _indent(text, line)
    if indent < MIN_INDENT or _indent(text, after) != indent or after.blank_before:
        return False
    return line.text[-1].isalnum() and len(line.text) + 2 * indent >= MIN_SET_IN * width


MIN_SET_IN, MIN_APART, MAX_TOP, MAX_FIRST, MAX_SPACED = 0.8, 4, 24, 12, 2


def _has_first_words(lines: Sequence[Paragraph]) -> bool:
    """Say whether a page has the first words of its paragraphs in lines of their own, from the top on."""
    if sum(" " not in line.text for line in lines[:MAX_TOP]) < 2:
        return False
    ahead = (one for one, after in pairwise(lines) if _is_first_word(one, after) and _is_rest(after.text))
    return sum(1 for _ in ahead) >= MIN_APART


def _is_rest(text: str) -> bool:
    """Say whether a line may be the rest of a paragraph whose first word stands above it."""
    return text[:1].islower() and " " in text


def _is_first_word(line: Paragraph, after: Paragraph) -> bool:
    """Say whether the first word of a paragraph stands in a line of its own, as word processors' pages are copied."""
    word = line.text
    if " " in word or len(word) > MAX_FIRST or after.blank_before or (word[-1] in ".!?:]" and word[0] != "/"):
        return False
    return not word.isdecimal() or _MONTH_FIRST.match(after.text) is not None


def _is_mark_open(line: Paragraph, after: Paragraph) -> bool:
    """Say whether a remark between angle brackets goes on in the next line: "<<page break in" / "the original>>"."""
    return line.text[:2] == "<<" and ">" not in line.text and after.text[-1:] == ">"


_MONTH_FIRST: Final = regex(rf"(?:{ENGLISH_MONTHS})\b", re.IGNORECASE)


def _begins_indented(text: str, lines: Sequence[Paragraph]) -> bool:
    """Say whether a page sets in the first line of each paragraph: most lines begin at the margin, some further in."""
    indents = [_indent(text, line) for line in lines]
    flush = sum(indent == 0 for indent in indents)
    return 2 * flush > len(indents) and sum(MIN_INDENT <= indent <= MAX_INDENT for indent in indents) > 1


MIN_INDENT: Final = 3
MAX_INDENT: Final = 8

_RELEASED: Final = "Declassified/Released"
"""A stamp at the foot of each sheet that a department released: no line of the text runs on into it."""


def _stands_alone(run: Sequence[Paragraph], line: Paragraph) -> bool:
    """Say whether the line before, or this one, is a whole by itself: a title, a source in brackets, a note."""
    if len(run) == 1 and (TITLE.match(run[0].text) or BRACKETED.fullmatch(run[0].text)):
        return True
    dated = (run[0], line) if " to " in run[-1].text else run[:1]
    if WIRED.fullmatch(line.text) or (len(run) <= MAX_SPACED and WIRED.fullmatch(run[-1].text)):
        return True
    if STARRED.match(line.text) or (len(run) <= MAX_SPACED and any(DATED.fullmatch(one.text) for one in dated)):
        return True
    if _RELEASED in line.text or _RELEASED in run[-1].text:
        return True
    if run[-1].text[-1] == ":" and len(line.text) <= MAX_UNDER and line.text[-1].isdigit():
        return True
    ended = run[-1].text.rstrip("”\"’')]*")[-1:] in _FULL_STOPS
    if not ended:
        return False
    return any(form.fullmatch(line.text) for form in (BRACKETED, SIGNED, SPACED_NAME, DATED_NAME, GREETING))


MAX_UNDER: Final = 30
"""A date under a heading with a colon is no longer."""


def _opening_numeral(line: Paragraph) -> int:
    match = _NUMERAL.match(line.text)
    return int(match["n"]) if match else 0


def _note_number(run: Sequence[Paragraph], line: Paragraph) -> int:
    """Return the number without a stop that a line begins with behind the end of a sentence, as notes do: “2 Not …”."""
    if not line.text[:1].isdigit() or not run or run[-1].text[-1] not in _NOTE_ENDS:
        return 0
    match = NOTE.match(line.text)
    return int(match["n"]) if match else 0


_NOTE_ENDS: Final = frozenset(".!?…)]|")


def _indent(text: str, line: Paragraph) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1


def _merge(text: str, run: Sequence[Paragraph], *, spaced: bool = False) -> Paragraph:
    """Return lines as one paragraph; `spaced` sets spaces between those of one that is short."""
    start, end = run[0].start, run[-1].end
    words = text[start:end]
    return Paragraph(
        start, end, words.replace("\n", " ") if spaced and len(run) <= MAX_SPACED else words, run[0].blank_before
    )
