"""What a program or a typist set round the words of a plain text: margins, numbers of lines in them, doubled blanks.

None of it is a word of the page: it is taken off before anything is read, so that pages read alike whoever laid them
out. Gaps that part the columns of a table or a form stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, islice, pairwise
from typing import Final

from tei.regexes import regex


def laid_out_anew(text: str) -> str:
    """Return a text without margins, numbers of lines, and doubled blanks."""
    return without_doubled_blanks(without_margins(without_line_numbers(without_margins(text))))


def without_margins(text: str) -> str:
    """Return a text without blanks at the ends of its lines, and without the margin that all of them begin with.

    Text that a program laid out as on paper has both. What is left of an indent is more than its neighbours have.
    """
    if " \n" in text or "\t\n" in text:
        text = _AT_LINE_END.sub("", text)
    if not text.lstrip("\n").startswith(" "):
        return text
    lines = text.split("\n")
    margin = _margin(lines)
    return "\n".join([line[margin:] for line in lines]) if margin else text


_AT_LINE_END: Final = regex(r"[ \t]+$", re.MULTILINE)


def _margin(lines: Iterable[str]) -> int:
    return min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)


def without_line_numbers(text: str) -> str:
    """Return a text without the numbers that stand in its margin beside every line, or beside every fifth or tenth.

    They count on line by line, the first among them, and have no stop behind them, as those of a list have.
    """
    if len(_NUMBERED.findall(text)) < MIN_NUMBERS - 1:
        return text
    lines = text.split("\n")
    starts = {at: match for at, line in enumerate(lines) if (match := _NUMBERED.match(line))}
    for step in STEPS:
        numbers = {at: int(match["n"]) for at, match in starts.items() if int(match["n"]) % step == 0}
        counted = _counting(lines, numbers, step)
        if counted:
            # Where only some are numbered, all may be moved in to make room for the numbers.
            room = " " * _margin(line for at, line in enumerate(lines) if at not in counted)
            rest = [room + line[starts[at].end() :] if at in counted else line for at, line in enumerate(lines)]
            listed = step == 1 and len(counted) < MIN_COUNTED and not _runs_over(rest)
            return text if listed else "\n".join(rest)
    return text


def _counting(lines: Sequence[str], numbers: Mapping[int, int], step: int) -> frozenset[int]:
    """Return the lines whose numbers count lines, with the blank ones or without them; none where too few do."""
    told = [*accumulate((bool(line.strip()) for line in lines), initial=0)]
    best: list[int] = []
    for first in islice(numbers, MAX_FALSE):
        chain = [first]
        for at in numbers:
            if at > chain[-1] and numbers[at] - numbers[chain[-1]] in (at - chain[-1], told[at] - told[chain[-1]]):
                chain.append(at)
        best = max(best, chain, key=len)
    at_its_place = step > 1 and bool(best) and numbers[best[0]] in (best[0] + 1, told[best[0]] + 1)
    enough = (len(best) + (step > 1)) * step >= ENOUGH[step > 1] * told[-1]
    return frozenset(best) if enough and len(best) >= MIN_NUMBERS - at_its_place else frozenset()


def _runs_over(lines: Sequence[str]) -> bool:
    told = [line.strip() for line in lines if line.strip()]
    over = sum(one[-1] not in ".!?:;" and after[0].islower() for one, after in pairwise(told))
    return over >= RUN_OVER * len(told)


_NUMBERED: Final = regex(r"^[ \t]*(?P<n>\d{1,4})(?:[ \t:|][ \t]*|$)", re.MULTILINE)
STEPS: Final = (1, 5, 10)
MIN_NUMBERS: Final = 3
MIN_COUNTED: Final = 10
"""So many lines, the first of the page among them, are no list; of fewer the sentences must run over their ends."""
ENOUGH: Final = (0.8, 0.4)
"""So much of a page is counted, where every line is and where some are."""
MAX_FALSE: Final = 3
"""A day or a page may begin a line before the first number does."""
RUN_OVER: Final = 0.2


def without_doubled_blanks(text: str) -> str:
    """Return a text with one blank between words where it was justified, scanned or typed with two in running text.

    A table or a form has wide gaps in a few places only, where they part its columns: they stay. Typists set two
    blanks behind each sentence; programs that justify lines set them anywhere.
    """
    if "  " not in text:
        return text
    doubled = len(_DOUBLED_IN_SENTENCE.findall(text))
    if doubled >= MIN_DOUBLED and doubled >= DOUBLED * len(_SINGLE_IN_SENTENCE.findall(text)):
        return _DOUBLED.sub(" ", text)
    doubled = len(_DOUBLED_BEHIND.findall(text))
    if doubled >= MIN_BEHIND and doubled > len(_SINGLE_BEHIND.findall(text)):
        return _DOUBLED_BEHIND.sub(" ", text)
    return text


MIN_DOUBLED: Final = 4
DOUBLED: Final = 0.05
MIN_BEHIND: Final = 2
_DOUBLED: Final = regex(r"(?<=\S)  (?=\S)")
_DOUBLED_IN_SENTENCE: Final = regex(r"(?<=[^\W\d_])  (?=[a-zа-яё])")
_SINGLE_IN_SENTENCE: Final = regex(r"(?<=[^\W\d_]) (?=[a-zа-яё])")
_DOUBLED_BEHIND: Final = regex(r"(?<=[a-zа-яё)\]][.!?])  (?=[A-ZА-ЯЁ“\"])")
_SINGLE_BEHIND: Final = regex(r"(?<=[a-zа-яё)\]][.!?]) (?=[A-ZА-ЯЁ“\"])")
