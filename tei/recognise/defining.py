"""Who sent a telegram that a page is about, as its first sentence defines it.

"The Karsk telegram was a message sent by Vetrov to the institute on 5 May 1938": pages about one famous telegram say so
at the head, and give its words further down behind a sentence without names.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_WORD: Final = r"[A-ZÀ-ÞĀ-Ž](?:\.|[\w’'-]*[^\W\d_’'])"
_NAME: Final = rf"{_WORD}(?:\s(?:(?:of|de|von|van|der)\s)?{_WORD}){{0,5}}"
_DEFINED: Final = regex(
    r"\b(?:telegram|telegramme|cable|cablegram|message|letter|note|d[ie]spatch)\b[^.:;]{0,40}?\s(?:was|is)\s(?:an?|the)\s"
    r"[^.:;]{0,80}?\b(?:sent|d[ie]spatched|written|addressed|telegraphed|wired|cabled)\s(?:on\s[^,.]{4,24},?\s)?by\s"
    rf"(?:the\s[^,.:;]{{3,60}},\s|[A-Z][a-z]+['’]s\s|(?:the\s)?(?:[a-z]+\s){{0,3}})"
    rf"(?P<sender>{_NAME})(?:,\s[^.:;]{{3,90}},|,)?\s"
    rf"to\s(?:the\s[^,.:;]{{3,60}},\s|[A-Z][a-z]+['’]s\s|(?:the\s)?(?:[a-z]+\s){{0,3}})(?P<recipient>{_NAME})"
)


_DESCRIBED: Final = regex(
    r"\b(?i:telegram|telegramme|cable|cablegram|letter)\s(?:(?:was|is)\s)?(?:(?:sent|written|dated\s[^,.]{4,24})\s)?"
    rf"(?:from|by)\s(?P<sender>{_NAME})(?:,\s[^.:;]{{3,60}},)?\sto\s(?:[A-Z][a-z]+['’]s\s[a-z]+,\s)?(?P<recipient>{_NAME})"
)
"""“A telegram sent from Ada Lind to Otto Pell, dated 1 May 1938”: how museums and libraries describe one."""


def described_parties(text: str, shift: int) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return who sent a telegram to whom where a paragraph describes it, as spans from `shift`."""
    match = _DESCRIBED.search(text) if " to " in text and (" from " in text or " by " in text) else None
    if match is None:
        return ()
    return (
        ("from", (match.start("sender") + shift, match.end("sender") + shift)),
        ("to", (match.start("recipient") + shift, match.end("recipient") + shift)),
    )


def defined_parties(text: str, shift: int) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return the parties that the first sentence of a page gives the telegram it is about, as spans from `shift`."""
    match = _DEFINED.search(text, 0, MAX_DEFINITION) if " by " in text[:MAX_DEFINITION] else None
    if match is None:
        return ()
    spans = (("from", match.span("sender")), ("to", match.span("recipient")))
    return tuple((role, (start + shift, end + shift)) for role, (start, end) in spans)


MAX_DEFINITION: Final = 400
