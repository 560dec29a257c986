"""What dealers say of the letters and telegrams they sell, round what they quote: “TLS, one page, in full: “…””."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex


def is_offered(text: str) -> bool:
    """Say whether a line describes what a dealer sells: “Typed Letter Signed, to Dr. Pell”."""
    return "igned" in text and _OFFERED.search(text) is not None


_OFFERED: Final = regex(r"\b(?:Letter|Document|Card|Note|Photograph|Telegram|Manuscript)s? [Ss]igned\b")


def is_lot(text: str) -> bool:
    """Say whether a paragraph describes a piece that a dealer sells: its pages or size, and how it is preserved."""
    return _SIZE.search(text) is not None and _PRESERVED.search(text) is not None


_SIZE: Final = regex(
    r"\b(?:one|two|three|four|[1-9])\s(?:\w+\s)?(?:pages?|pp?)\b|\d[½¼¾]?\s?[x×]\s?\d|\b(?:quarto|octavo|folio|[48]vo|4to)\b",
    re.IGNORECASE,
)
_PRESERVED: Final = regex(
    r"\b(?:condition|toning|toned|folds?|foxing|staining|creas(?:es|ing)|trimmed|letterhead|"
    r"letter signed|manuscript LS|in full|in part)\b",
    re.IGNORECASE,
)


def is_letter_offered(lead: str) -> bool:
    """Say whether the description before a quotation is of a letter, and gives it in full or in part."""
    return lead.rstrip(" :,").endswith(("in full", "in part")) and _LETTER.search(lead) is not None


_LETTER: Final = regex(r"\b(?:[Ll]etter|ALS|TLS|LS|ANS)\b")
_SIGNED: Final = regex(r"\b(?:[Ss]igned|ALS|TLS|LS)[:,]?\s(?:by\s)?[“\"](?P<name>[A-Z][^“”\"\n,]{2,40}),")
_SIGNED_ALONE: Final = regex(r"\b(?:[Ss]igned|ALS|TLS|LS)[:,]?\s(?:by\s)?[“\"](?P<name>[A-Z][^“”\"\n,]{2,40}?)[”\"]")
_WORD: Final = r"(?:(?:Mr|Mrs|Dr|Gen|Col|Capt|Hon|Gov|Sen|Lt|Maj)\.|(?:[A-Z]\.)+|of|[A-Z][\w’'-]+)"
_TO: Final = regex(rf"\bto\s(?:the\s)?(?P<name>(?!of\b){_WORD}(?:\s{_WORD}){{0,6}})")


def parties_offered(lead: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return who signs and who is addressed by the description of a piece, as spans of it."""
    signed = _SIGNED_ALONE.search(lead) or _SIGNED.search(lead)
    to = _TO.search(lead)
    found = (("from", signed.span("name")) if signed else None, ("to", _named(lead, to)) if to else None)
    return tuple(one for one in found if one)


def _named(lead: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the name without the office before it, and without the town behind it."""
    start, end = match.span("name")
    if (town := lead.find(" of ", start, end)) > 0 and not _OFFICE.match(lead, start, end):
        end = town
    office = _OFFICE.match(lead, start, end)
    return (office.end() if office else start), end


_OFFICE: Final = regex(
    r"(?:(?:Acting|Assistant|Vice)\s)?(?:President|Governor|Senator|"
    r"Secretary of (?:War|State|the Navy|the Treasury|the Interior)|"
    r"Prime Minister|Postmaster General|Ambassador|Mayor|Congressman)\s"
)
