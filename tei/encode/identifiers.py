"""Ids of documents, made from date, sender and recipient alone, so that they never depend on order in the source."""

from __future__ import annotations

import re
from typing import Final

from tei.model import Name, Telegram
from tei.regexes import regex
from tei.slugs import slug

_BRACKETED: Final = regex(r"\s*[\[(][^\])]*[\])]")
_HELD: Final = regex(r"\s[\w-]+\s\((?P<name>[A-ZÀ-Þ][\w’'-]+)\)$")
"""An office of several words with its holder behind it, "Chargé in China (Atcheson)"."""

_INITIALS: Final = regex(r"(?<!\w)[А-ЯЁA-Z][а-яё]?\.\s?|(?<!\w)(?:СССР|в|во|при|товарищ)(?!\w)")
"""What a Russian name or office has beside the words that tell it from others."""
_LATIN_INITIALS: Final = regex(r"(?<![\w.])(?:[A-ZÀ-Þ]\.\s?){1,3}(?=[A-ZÀ-Þ][\w’'-]{2})")
_COMRADE: Final = regex(r"(?<!\w)(?:comrade|comr\.|cde\.|com\.|tov\.|товарищу?|тов\.)\s+(?=\w)", re.IGNORECASE)
_COMRADE_AND_MORE: Final = regex(
    r"(?:,|\s(?:and|и))+\s+(?:comrade|comr\.|cde\.|com\.|tov\.|товарищу?|тов\.)\s.*", re.IGNORECASE
)
_RANK: Final = regex(r"^(?:Sir|Mrs?|Miss|Dr|Herr|Monsieur|M)\.?\s+(?=\S)")
_MORE: Final = regex(
    r"\s+(?:along|together)\s+with\s|\s+and\s+(?:all|other)\s|(?<=^Comrade\s)(?=$)|(?<=[a-z])\s+of\s+(?=[A-Z]\w+\s[A-Z]\w+\s[A-Z])"
)
"""What goes on behind the party that is named first."""
_HEAD: Final = regex(r"комисс|предст|минист|совет|послан|повер|комитет", re.IGNORECASE)
_LINKS: Final = frozenset(("of", "for", "in", "at", "to"))
MAX_OFFICE: Final = 4


def document_id(telegram: Telegram) -> str:
    """Return the id that a telegram would like to have: `t1949-01-10-mao-stalin`; `unknown` for a party not named."""
    day = telegram.sent.day.lstrip("-") if telegram.sent else ""
    parties = (telegram.party("sent"), telegram.party("received"))
    return "-".join([f"t{day or 'undated'}", *(_party(name) for name in parties)])


def called(name: Name) -> str:
    """Return the name that a title has for a party: the preferred form, or the written one without "Comrade"."""
    comrade = _COMRADE.match(name.text)
    return name.preferred or name.text[comrade.end() if comrade else 0 :]


def _party(name: Name | None) -> str:
    if name is None:
        return "unknown"
    if name.ref:
        return slug(name.ref)
    text = name.preferred or _COMRADE_AND_MORE.sub("", _COMRADE.split(name.text, maxsplit=1)[-1])
    held = _HELD.search(text)
    if held:
        return slug(held["name"])
    bare = _BRACKETED.sub("", text) or text
    if not bare.isascii():
        return slug(_INITIALS.sub("", bare) or bare, last=2 if _HEAD.search(bare) is None else MAX_OFFICE)
    bare = _MORE.split(bare)[0] or bare
    bare = _LATIN_INITIALS.sub("", _RANK.sub("", bare)).strip() or bare
    return slug(bare, last=_kept(bare))


def _kept(text: str) -> int:
    """Return how many words at the end name a party: two, or more where these begin in the middle of an office.

    "Secretary of State" is not "of State".
    """
    words = text.lower().split()
    kept = 2
    while kept < min(len(words), MAX_OFFICE) and words[-kept] in _LINKS:
        kept += 1
    return kept
