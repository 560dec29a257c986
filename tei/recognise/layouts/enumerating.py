"""Sentences that hand over to a list, a definition or code, and to no message, though they speak of telegrams.

"Telegrams are divided into categories:", "he might choose the following letter groups:", "a fibre-optic cable:", and in
dictionaries "▪ a cablegram:" over an example that goes on in small letters.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_LISTED: Final = regex(
    r"\b(?:categor(?:y|ies)|types|kinds|sorts|classes|ways|options|items?|features|fields|rules|group(?:ing)?s|"
    r"combinations|examples|requirements|settings|parameters|values|columns|steps|components|layers|included?|includes|"
    r"including|consists?\sof|such\sas|called|namely|"
    r"(?:fib(?:er|re)[ -]optic|optical|submarine|undersea|underwater|coaxial|power|network|communications?|"
    r"electric(?:al)?)\s(?:\w+\s)?cables?)\s?[:：]$"
)
_BULLETS: Final = ("•", "▪", "◦", "‣", "* ", "```", "{")
_MARKS: Final = "•▪◦‣*-–—▸0123456789.) "


def enumerates(text: str, following: str) -> bool:
    """Say whether a line that ends in a colon hands over to a list or a definition."""
    if text[-1:] not in ":：":
        return False
    if following.startswith(_BULLETS) or _LISTED.search(text, max(0, len(text) - MAX_LAST)):
        return True
    return following[:1].islower() and text.lstrip(_MARKS)[:1].islower()


MAX_LAST: Final = 60
