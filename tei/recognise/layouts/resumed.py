"""Where an article's own words go on behind a text that its sentence handed over to, and that nobody signed.

"On 4 November Penrith telegraphed to London:" / the telegram, with the marker of its note at the end / "The wording
deserves attention. …": nothing but the marker, or the turn to telling about those named, shows where it ends.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import announces, is_prose, is_salutation
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.rows import Head, Rows, named_in, names_of
from tei.recognise.telling import speaks
from tei.regexes import regex

_FULL_STOPS: Final = (".", "!", "?", "…")
_TURNS: Final = regex(
    r"(?:(?:He|She|They|It|There|His|Her|Their)\s(?:[\w’'-]+\s){0,4}?(?:had|was|were|did|could|would|has|is|\w{2,}ed)\b|"
    r"(?:The|This|That|His|Her|Their|Its|In\s(?:the|this|his|her))\s(?:[\w’'-]+\s){0,2}?"
    r"(?:telegram|telegramme|cable|cablegram|wire|message|letter|wording|answer|reply|author|historian|phrase)\b)"
)
"""How argument goes on: of the telegram as of a thing, of its sender as of somebody else."""
_SIGNED: Final = regex(r"(?:^|[.!?…]\s)(?P<name>[A-ZÀ-Þ][\w’.-]*(?:\s[A-ZÀ-Þ][\w’.-]*){0,2})$")
_ENDS: Final = '.!?…:”"’)]0123456789'
MIN_RESUMED: Final = 8
MIN_SIGNED: Final = 4
MAX_NAME: Final = 40
MAX_QUOTED: Final = 6
MAX_SIGNATURE: Final = 4


def resumes(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row is the page's own words again, behind a text without salutation that a sentence announced."""
    if head.title is not None or not head.announced or not 0 < index - head.body <= MAX_QUOTED:
        return False
    words, above = rows.words(index), rows.words(index - 1)
    if speaks(words) or words[-1:] not in _ENDS:
        return False
    if above.isupper() and not words.isupper() and all(rows.words(at).isupper() for at in range(head.body, index)):
        return count_words(words) >= MIN_SIGNED
    marked = is_marked(rows, index - 1)
    if marked or _is_signed(rows, head, above):
        return count_words(words) >= MIN_SIGNED
    if count_words(words) < MIN_RESUMED or is_salutation(rows.words(head.body)):
        return False
    if not above.rstrip("”\"’')]").endswith(_FULL_STOPS):
        return False
    if announces(rows.said(index), rows.words(index + 1)) or _TURNS.match(words):
        return True
    if sum(count_words(rows.words(at)) for at in range(head.body, index)) < MIN_RESUMED:
        return False
    signed = 0 < count_words(rows.words(index + 1)) <= MAX_SIGNATURE
    return not signed and is_prose(words) and bool(named_in(rows, head) & _names(words))


def _is_signed(rows: Rows, head: Head, words: str) -> bool:
    """Say whether a row ends in a bare name that the page's sentence has, or is nothing else."""
    match = _SIGNED.search(words, max(0, len(words) - MAX_NAME))
    return match is not None and bool(names_of(match["name"]) & (named_in(rows, head) - _COMMON))


def is_marked(rows: Rows, index: int) -> bool:
    """Say whether a row ends in the marker of a note."""
    row = rows.rows[index]
    if not rows.notes or row.text[-1:].isalpha():
        return False
    bare = rows.bare[index]
    return len(bare.text) < len(row.text) or len(without_marker(rows.text, row, rows.notes).text) < len(row.text)


def _names(words: str) -> set[str]:
    return names_of(" ".join(word for word in words.split() if word[:1].isupper() and len(word) > 2)) - _COMMON


_COMMON: Final = frozenset(
    ("the", "this", "that", "his", "her", "its", "and", "but", "for", "not", "from", "with", "when", "what", "which",
     "they", "there", "then", "after", "before", "only", "foreign", "government", "minister", "ministry", "office")
)  # fmt: skip
"""Words with a capital that name nobody, at the head of a sentence or in the name of an office."""
