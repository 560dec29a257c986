"""The summary under a text where the copy of the page breaks off in it, without its full stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.telling import names_party, tells_from_outside
from tei.recognise.titles import Title, kind_first
from tei.regexes import regex

_WORD: Final = regex(r"[^\W_]+")
MIN_SUMMARY: Final = 12
MIN_AGAIN: Final = 6


def is_cut_summary(body: Sequence[Paragraph], title: Title, *, ended: bool) -> bool:
    """Say whether the last line sums up the text over it and breaks off; `ended` says that the text is closed there.

    It names a party and begins as titles do, "Telegram from Pell to Lind, who says …"; under a signature it names a
    party or tells from outside what somebody reports; or it begins with the very words that the text begins with.
    """
    last = body[-1].text
    if not title.text or last[-1] in ".!?" or len(last.split()) < MIN_SUMMARY:
        return False
    named = names_party(last, title)
    if named and (kind_first(last) or ended):
        return True
    return tells_from_outside(last) if ended else _says_again(body[0].text, last)


def _says_again(first: str, last: str) -> bool:
    """Say whether two lines begin with the same words, brackets apart."""
    again = _WORD.findall(last[: len(first)])[:MIN_AGAIN]
    return len(again) == MIN_AGAIN and again == _WORD.findall(first)[:MIN_AGAIN]
