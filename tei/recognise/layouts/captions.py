"""Telegrams in quotation marks that only the line below them names: “…” / “Telegram from Vetrov to Pashin, 3 May 1938”.

Pages of quotations, of museums and of archives show the words first, and under them whose they are. A title stands over
its document everywhere else, so such a line is one only where nothing over the marks hands over to them, and nothing
begins below it.
"""

from __future__ import annotations

from typing import Final

from tei.dates import find_dates
from tei.recognise.kinds import kind_of
from tei.recognise.layouts.announcing import announces, is_salutation, is_title
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import PAIRS, opens, quotation
from tei.recognise.layouts.rows import Head, Rows, is_title_row
from tei.recognise.titles import read_title
from tei.regexes import regex

_FRAME: Final = regex(r"(?:[—–~(\[-]\s?|(?i:sources?|from|quoted\sfrom)\s?:\s+)+")
_ATTRIBUTED: Final = regex(
    r"(?P<from>(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,5}),\s(?:in\s)?(?:an?\s|his\s|her\s|the\s)?(?:[a-z]+\s){0,2}?"
    r"(?P<kind>telegram|telegramme|cable|cablegram|radiogram|letter)\s(?:sent\s)?to\s(?:the\s)?"
    r"(?P<to>(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,5})(?=[,.;()]|\s(?:on|of|in|from|dated)\s|$)"
)
"""How books of quotations name whose words they give: “Axel Pell, telegram to Ada Lind, 3 May 1938”."""
MAX_CAPTION: Final = 220


def captioned_at(rows: Rows, index: int) -> Head | None:
    """Return the head of a telegram in marks at a row whose title stands below it, None where none does."""
    if not opens(rows.words(index)) or (index and _hands_over(rows, index - 1)):
        return None
    quote = quotation(rows.rows, index)
    if quote is None or quote.last + 1 >= len(rows.rows):
        return None
    below = quote.last + 1
    if not is_caption_below(rows.words(below)) or _begins(rows, below + 1):
        return None
    return Head(index, index, title=below, quoted=True)


def is_caption_below(words: str) -> bool:
    """Say whether a line names a telegram or letter, to whom it went, and its day."""
    if len(words) > MAX_CAPTION or words[-1:] in (":", "?", "!") or not find_dates(words):
        return False
    bare = words[frame_of(words) :].rstrip(")]")
    if _ATTRIBUTED.match(bare):
        return True
    title = read_title(bare) if kind_of(bare) in ("telegram", "letter") and is_title(bare) else None
    return title is not None and title.kind in ("telegram", "letter") and bool(title.party("to"))


def is_of_other_quotation(rows: Rows, index: int) -> bool:
    """Say whether a line says whose words stand in marks above it, and calls them neither telegram nor letter.

    “First report of the flood, from Captain Pell to the Board, 3 May 1938” heads nothing then.
    """
    if not index or not closes_quotation(rows.words(index - 1)) or kind_of(rows.words(index)) is not None:
        return False
    return not (index > 1 and _hands_over(rows, index - 2)) and not _begins(rows, index + 1)


def closes_quotation(words: str) -> bool:
    """Say whether a paragraph is all in marks."""
    return opens(words) and words.rstrip(".,;:")[-1:] in PAIRS[words[0]]


def may_caption(text: str, following: str) -> bool:
    """Ask in few steps whether a paragraph can be a telegram in marks over the line that names it."""
    return opens(text) and len(following) <= MAX_CAPTION and is_caption_below(following)


def frame_of(words: str) -> int:
    """Return where a caption begins behind a dash, a bracket or “Source:”."""
    match = _FRAME.match(words)
    return match.end() if match else 0


def parties_below(words: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return who wrote to whom by a line such as “Axel Pell, telegram to Ada Lind, 3 May 1938”, as spans of it."""
    match = _ATTRIBUTED.match(words)
    return tuple((role, match.span(role)) for role in ("from", "to")) if match else ()


def _hands_over(rows: Rows, index: int) -> bool:
    return (
        is_title_row(rows, index) or rows.words(index)[-1:] == ":" or announces(rows.said(index), rows.words(index + 1))
    )


def _begins(rows: Rows, index: int) -> bool:
    """Say whether a document of its own begins at a row, so that the line over it is its title."""
    words = rows.words(index)
    return opens(words) or is_date_line(words) or is_salutation(words) or rows.set_off(index, loose=True) >= index
