"""Sentences that go over into what they quote: "Vetrov wired to Pashin, “…”", "he wrote to Lind: “…”".

Running prose quotes a telegram behind a comma as often as behind a colon. A comma alone is weak: the words before it
must say that somebody telegraphed, or that the telegram read so. A letter counts where it is given at some length, with
whom it was written to; it is then an extract, as prose hardly ever gives a letter whole.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.layouts.voices import TOLD, voice
from tei.regexes import regex

BEHIND_COMMA: Final = regex(r",\s[“„«\"](?=[A-ZÀ-ÞА-ЯЁ…\[])")
_NAME: Final = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*"
_WHOM: Final = (
    rf"(?:(?:him|her|them|{_NAME}|the\s[a-z]+(?:[ -][a-z]+)?)(?:\s(?:(?:of|de|von|van|the)\s)*{_NAME}){{0,5}})"
)
_TOLD: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|telegraphs)\b[^.:;“”\"]{0,90}$|"
    r"\b(?:telegram|telegramme|cable|cablegram|wire|radiogram|message|d[ie]spatch)\b[^.,:;“”\"]{0,60}?\s"
    r"(?:read|reads|ran|runs)(?:\sin\s(?:full|part)|\ssimply|\sas\sfollows)?$|"
    r"\b(?:received|got|sent)\s(?:the\sfollowing|this)\s(?:\w+\s)?(?:telegram|telegramme|cable|cablegram|wire|radiogram)\b[^:;“”\"]{0,200}$"
)
_WROTE: Final = regex(
    rf"\b(?:[Ww]rote|[Ww]rites)\b(?:\s[a-z]+){{0,4}}?\s(?:to\s)?(?:{_WHOM})"
    r"(?:\s(?:on|in|from|that|a|the|next|same|few|days?|weeks?|later|again|[A-Z][a-z]{2,8}\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}|\d{4})){0,6},?$"
)
_GIVEN: Final = regex(
    rf"\b(?:[Ll]etter|ALS|TLS|LS)\b[^“”\":.]{{0,60}}\sto\s{_WHOM}[^“”\":]{{0,120}}\bin\s(?:full|part)$"
)
"""How dealers give what they sell: “A letter to Axel Pell of Tarn, in part: …”."""
_BY_LETTER: Final = (" wrote ", " writes ", " wrote, ", " in part: ", " in full: ")
MIN_GIVEN: Final = 8
MIN_LETTER: Final = 40
"""Words of the shortest passage of a letter that an editor takes out of somebody's prose."""


def may_lead(text: str) -> bool:
    """Ask in few steps whether a paragraph can go over into a quotation behind a comma, or quote a letter."""
    return ', "' in text or ", “" in text or (":" in text and any(word in text for word in _BY_LETTER))


def is_sent(lead: str, inside: str) -> bool:
    """Say whether words before a colon tell of a message sent, and what follows has the style of the wire."""
    return _SENT.search(lead) is not None and voice(inside) >= TOLD


_SENT: Final = regex(
    r"\b(?:sent|signall?ed|transmitted|tapped)\b[^.:;“”\"]{0,40}\bto\s[^.:;“”\"]{2,60}[:：]$|"
    r"\bmessage\b[^.:;“”\"]{0,40}\s(?:was|came|read|ran|couched|worded|in\sthese\swords)\b[^:;“”\"]{0,90}[:：]$"
)
MAX_REPLY: Final = 100
BEHIND_STOP: Final = regex(r"(?<=[a-z\d]{2})\.\s[“\"](?=[A-Z])")
_REPLIED: Final = regex(r"\b(?:replied|answered|telegraphed|cabled|wired|radioed|signall?ed)\b[^.:;“”\"]{0,60}\.$")


def has_replied(lead: str) -> bool:
    """Say whether a sentence tells of an answer: “Severin replied at midnight. “Ship leaves Thursday. …””."""
    return _REPLIED.search(lead[-MAX_REPLY:]) is not None


def tells_of_wire(lead: str) -> bool:
    """Say whether words before a comma tell that somebody telegraphed what follows: "The message read,"."""
    return _TOLD.search(lead.rstrip(" ,:")) is not None


def tells_of_letter(lead: str, inside: str) -> bool:
    """Say whether words tell that somebody wrote to another what follows, and much of it is given."""
    if lead.endswith(("in part:", "in full:")) and count_words(inside) >= MIN_GIVEN:
        return _GIVEN.search(lead.rstrip(":")) is not None
    return count_words(inside) >= MIN_LETTER and _WROTE.search(lead.rstrip(" ,:")) is not None
