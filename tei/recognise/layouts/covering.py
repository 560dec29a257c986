"""Where a text ends that a sentence of an article handed over to: the page from there on is weighed, row by row.

"On 4 November Penrith telegraphed to London:" / the telegram, with the marker of its note at the end / "The wording
deserves attention. …": each row adds how much it is the writer's own or the author's, each end how well one can end
there: behind a signature, a day, the marker of a note. The end with the greatest sum is the one.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words, is_sign
from tei.recognise.kinds import kind_of
from tei.recognise.layouts.announcing import announces, is_dated_call, is_prose, is_salutation
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.endings import closes, ends_before
from tei.recognise.layouts.hung_notes import is_marked, is_sourced
from tei.recognise.layouts.rows import Head, Rows, named_in, names_of
from tei.recognise.layouts.voices import tells_of_self, voice
from tei.recognise.parties import is_office
from tei.recognise.telling import speaks
from tei.regexes import regex

_FULL_STOPS: Final = (".", "!", "?", "…")
_SIGNED: Final = regex(r"(?:^|[.!?…]\s)(?P<name>[A-ZÀ-Þ][\w’.-]*(?:\s[A-ZÀ-Þ][\w’.-]*){0,2})$")
_SIGNED_AND_CITED: Final = regex(
    r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s){1,3}\((?:[^()\n]|\([^()\n]{1,40}\)){4,120}\b(?:1[6-9]|20)\d\d\b[^()\n]{0,40}\)"
)
"""“Axel Pell. (The Tarn Gazette, 3 May 1938)”: name and source of a telegram that an article cites so."""
_COMMON: Final = frozenset(
    ("the", "this", "that", "his", "her", "its", "and", "but", "for", "not", "from", "with", "when", "what", "which",
     "they", "there", "then", "after", "before", "only", "foreign", "government", "minister", "ministry", "office")
)  # fmt: skip
"""Words with a capital that name nobody, at the head of a sentence or in the name of an office."""
OPENING: Final = 6
"""So many paragraphs of a page tell whether its author says \"I\"."""
MAX_ROWS: Final = 60
MAX_NAME: Final = 40
MIN_TEXT: Final = 4
MAX_WORDS: Final = 8
FURTHER: Final = 0.3
"""What every further paragraph costs: most that is quoted is short."""
NAMED: Final = 1.0
HANDED: Final = 3.0
CLOSED: Final = 3.0
MARKED: Final = 2.0
HALF: Final = 0.5
GOES_ON: Final = 1.5
BROKEN: Final = 3.0


def end_of(rows: Rows, head: Head) -> int:
    """Return the first row after a text that is open to its end; only what a sentence announced is weighed."""
    limit = head.body
    while limit < len(rows.rows) and not ends_before(rows, head, limit):
        limit += 1
    if head.announced and head.title is None and is_sign(rows.words(head.body)[:1]):
        return next((at + 1 for at in range(head.body, limit) if is_sourced(rows, at)), limit)
    weighed = head.announced and head.title is None and not is_sign(rows.words(head.body)[:1])
    weighed = weighed or _is_remembered(rows, head)
    return _best(rows, head, limit) if weighed and limit - head.body > 1 else limit


_TO_ON_DAY: Final = regex(
    r"[A-Z][^,.;:\t]{2,50}\sto\s[A-Z][^,.;:\t]{2,50}[\s,]+\d{1,2}\.?\s[A-Z][a-z]{2,8}\.?,?\s(?:\d{4}|\d\d)"
)


def _is_remembered(rows: Rows, head: Head) -> bool:
    """Say whether a text under "Prime Minister to General Pell  3 May 38" is one of those that memoirs are set with."""
    if head.title is None or head.heading is not None or head.announced or not 0 < head.first < head.body:
        return False
    title = rows.words(head.title)
    if _TO_ON_DAY.fullmatch(title) is None or kind_of(title):
        return False
    return any(is_prose(row.text) and tells_of_self(row.text) for row in rows.rows[: min(OPENING, head.first)])


def _best(rows: Rows, head: Head, limit: int) -> int:
    """Return the end with the greatest sum; with equal ones the last."""
    said = head.announced[-1] if head.announced else head.first - 1
    personal = speaks(rows.said(said)) or any(tells_of_self(row.text) for row in rows.rows[:OPENING])
    named = named_in(rows, head) - _COMMON
    capitals = rows.words(head.body).isupper() and count_words(rows.words(head.body)) >= MIN_TEXT
    best, total, most = limit, 0.0, float("-inf")
    for at in range(head.body, min(limit, head.body + MAX_ROWS)):
        if at > head.body:
            total += _weight(rows, head, at, named, personal=personal) - HANDED * (
                capitals and not rows.words(at).isupper()
            )
            capitals = capitals and rows.words(at).isupper()
            total -= MARKED * _ends_lines(rows, head, at - 1)
        value = total + _ending(rows, head, at, named)
        if value >= most:
            best, most = at + 1, value
    return best


def _weight(rows: Rows, head: Head, at: int, named: set[str], *, personal: bool) -> float:
    """Return what a row adds to the text it would belong to."""
    words = rows.words(at)
    if count_words(words) < MIN_TEXT or (words[-1:] not in _FULL_STOPS and is_office(words)):
        return 0.0
    value = voice(words, personal=personal) - FURTHER
    if announces(rows.said(at), rows.words(at + 1), rows.words(at + 2)):
        value -= HANDED
    elif words.endswith(":") and not speaks(words):
        value -= MARKED
    if at == head.body + 1 and not speaks(words) and _tells_of_known(rows, head, words):
        value -= GOES_ON
    told = is_prose(words) and not speaks(words) and named & (names_of(_capitals(words)) - _COMMON)
    return value - NAMED if told else value


def _tells_of_known(rows: Rows, head: Head, words: str) -> bool:
    """Say whether the first sentence under a text tells in the past of somebody whom the page named over it."""
    match = _TELLS_OF.match(words)
    if match is None:
        return False
    start = rows.rows[head.body].start
    return rows.text.find(match["name"].split()[-1], 0, start) >= 0


_TELLS_OF: Final = regex(
    r"(?:(?:On|In|By)\s[^,.]{2,30},\s)?(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){0,3})(?:,\s[^,.]{2,60},)?\s(?:[a-z]+ly\s)?"
    r"(?:was|were|had|did|wrote|sent|told|went|came|took|put|kept|began|left|flew|saw|said|knew|thought|got|gave|[a-z]{3,}ed)\b"
)


def _capitals(words: str) -> str:
    return " ".join(word for word in words.split() if word[:1].isupper() and len(word) > 2)


def _ending(rows: Rows, head: Head, at: int, named: set[str]) -> float:
    """Return how well a text can end with a row."""
    words = rows.words(at)
    if at == head.body and (is_salutation(words) or _is_line(words) or is_dated_call(words, rows.words(at + 1))):
        return -BROKEN
    if closes(rows, head, at) or _is_signed(words, named) or _SIGNED_AND_CITED.fullmatch(words):
        return CLOSED
    if at > head.body + 1 and is_place_and_day(words) and closes(rows, head, at - 1 - is_office(rows.words(at - 1))):
        return CLOSED
    if is_marked(rows, at):
        return CLOSED if is_sourced(rows, at) else MARKED if at == head.body else HALF
    stopped = words.rstrip("”\"’')]").endswith(_FULL_STOPS) or (words.isupper() and words[-1:] not in (",", ":"))
    return 0.0 if stopped or _ends_lines(rows, head, at) else -BROKEN


def _ends_lines(rows: Rows, head: Head, at: int) -> bool:
    """Say whether all the text is lines without a stop, as on a form, and a paragraph stands apart from them below."""
    texts = [rows.words(i) for i in range(head.body, at + 1)]
    lines = all(count_words(text) <= MAX_WORDS and not text.endswith(_FULL_STOPS) for text in texts)
    opened = any(is_salutation(text) or is_place_and_day(text) for text in texts)
    return (
        lines and not opened and at > head.body and is_prose(rows.words(at + 1)) and rows.rows[at + 1].blank_before > 0
    )


def _is_line(words: str) -> bool:
    """Say whether a few words without a stop address, and are not yet the text."""
    return count_words(words) < MIN_TEXT and not words.endswith(_FULL_STOPS)


def _is_signed(words: str, named: set[str]) -> bool:
    """Say whether a row ends in a bare name that the page's sentence has, or is nothing else."""
    match = _SIGNED.search(words, max(0, len(words) - MAX_NAME))
    return match is not None and bool(names_of(match["name"]) & named)
