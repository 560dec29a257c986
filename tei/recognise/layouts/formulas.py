"""Telegrams by the words that their kind always begins with: "The Secretary of War desires me to express his regret".

Families show what they keep without a sentence that hands over to it. The offices that wrote of the dead and missing
had set phrases, which nobody else begins with; over them stand place, day and address, under them the office.
"""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.recognise.counting import count_words
from tei.recognise.layouts.rows import Head, Rows
from tei.regexes import regex

_FORMULA: Final = regex(
    r"(?:The\s)?(?:Secretary\sof\s(?:War|the\sArmy|the\sNavy|Defense)|Navy\sDepartment|Army\sCouncil|Air\sCouncil|War\sOffice|Admiralty|"
    r"Minister\sof\s(?:National\s)?Defence)\s(?:has\sasked\sme|desires|desire|deeply\sregrets|regrets|regret)\b|"
    r"(?:I\s|We\s)?(?:deeply\s|sincerely\s|very\smuch\s)?regret\sto\sinform\syou\sthat\b",
    re.IGNORECASE,
)
MIN_WORDS: Final = 12
MIN_TOLD: Final = 6
MAX_OVER: Final = 3
MAX_LINE: Final = 80


def opens_by_formula(text: str) -> bool:
    """Say whether a paragraph begins with the set phrase of such a telegram."""
    return _FORMULA.match(text) is not None


def formula_at(rows: Rows, index: int) -> Head | None:
    """Return the head of a telegram that begins with such words below prose, place, day and address over it."""
    start = index
    while start < index + MAX_OVER and start + 1 < len(rows.rows) and not opens_by_formula(rows.words(start)):
        if not 0 < len(rows.words(start)) <= MAX_LINE or rows.words(start)[-1:] in ".!?":
            return None
        start += 1
    if not opens_by_formula(rows.words(start)) or count_words(rows.words(start)) < MIN_WORDS or not index:
        return None
    opened = start == index or bool(find_dates(rows.words(index)))
    over = rows.words(index - 1)
    told = count_words(over) >= MIN_TOLD and over[-1:] in ".!?:"
    return Head(index - 1, index, announced=(index - 1,)) if opened and told else None
