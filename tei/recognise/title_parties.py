"""Who wrote to whom by a title: by a chain of conveyance, by western words, by the cases of Russian."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.chains import Party, read_parties
from tei.recognise.kinds import ANY_KIND
from tei.recognise.little_words import read_little_words, read_postposed
from tei.recognise.russian_chains import russian_parties
from tei.recognise.service import NUMBER_SIGN
from tei.recognise.western_titles import may_be_western, read_western_parties
from tei.regexes import regex

_MARKED_AFTER: Final = regex(
    rf"(?:(?:,\s*|(?<=,)\s+)(?:(?:top|strictly|most)\s+secret|secret|confidential|(?:very\s+|extremely\s+|most\s+)?urgent|"
    rf"regular|flash|immediate|priority|{NUMBER_SIGN}\s*\d[\w./-]*))+\s*$|"
    rf"\s*\[(?:{ANY_KIND})\s+{NUMBER_SIGN}\s*\d[\w./-]*\]\s*$",
    re.IGNORECASE,
)
"""“… to Oslo, TOP SECRET, No. 76.054, Urgent”, “… (Oslo) [Ciphergram No. 3175]”: what a title has of a form."""
_NUMBER_AFTER: Final = regex(
    rf"(?<=[^\W\d_]\w),\s+(?:(?:without|no)\s+number\b|{NUMBER_SIGN}\s*\d[\w./-]*|(?:{ANY_KIND})(?!\w))(?=,|\s*$)",
    re.IGNORECASE,
)


def parties_of(text: str, start: int, end: int, named: int) -> tuple[Party, ...]:
    """Return the parties of a title, `named` the end of its kind: by a chain, by western words, by Russian cases."""
    if (worded := _by_little_words(text, start, end, named)) is not None:
        return worded
    parties = read_parties(text, start, _before_number(text, end), named)
    if not any(role == "to" for role, _ in parties) and may_be_western(text):
        parties = tuple(read_western_parties(text, start, end, named)) or parties
    if not parties and named == start and (chain := russian_parties(text[start:])):
        return tuple((role, (start + chain.start(role), start + chain.end(role))) for role in ("from", "to"))
    return parties


def _by_little_words(text: str, start: int, end: int, named: int) -> tuple[Party, ...] | None:
    """Return the parties of a title that is neither English nor Russian nor Chinese, None where nothing tells them."""
    if text.isascii() and not _ABROAD.match(text, start):
        return None
    if named == start or _RUSSIAN.match(text, start):
        return (read_postposed(text) or None) if not text.isascii() else None
    parties = tuple(read_little_words(text, start, end, named))
    return parties if any(role == "to" for role, _ in parties) else None


_RUSSIAN: Final = regex(r"(?!\w*телеграм(?:[аиуоеі]|\s)|\w+\sтелеграм[аиуоеі]|писмо|шифрограма)[А-ЯЁ]", re.IGNORECASE)
"""A Cyrillic word for the kind that is Russian: the others have «телеграма» with one м, «писмо»."""
_ABROAD: Final = regex(
    r"(?:telegram(?!m)\w*|szyfrogram|depesz\w|depeš\w|brzojav\w*|telegramma)(?=\s(?!from\b|to\b))", re.IGNORECASE
)
"""Words for telegrams that English does not have, or has, in languages without accents on every line."""


def _before_number(text: str, end: int) -> int:
    """Return where what is no party begins at the end of a chain, "Zhitkov to Karsk, No. 457, 18 March"."""
    marked = _MARKED_AFTER.search(text, 0, len(text.rstrip('“”"«» .')))
    end = min(end, marked.start()) if marked else end
    match = _NUMBER_AFTER.search(text, 0, end)
    return match.start() if match else end
