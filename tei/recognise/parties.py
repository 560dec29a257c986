"""Lines that name the parties: salutations, signatures, closing formulae, and lines of place and date."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tei.dates import find_dates

_RANK: Final = (
    r"(?:(?:my\s+)?(?:dear|esteemed|highly\s+esteemed|respected|honou?red|beloved)\s+)?(?:comrades?|com(?:rade|r)?\.?|com\[rade\]|cde\.?|cdes\.?|tov\.?|"
    r"t\.|mr\.?|messrs\.?|mrs\.?|miss|dr\.?|prof(?:essor)?\.?|general(?:issimo)?|gen\.?|marshal|colonel|col\.?|captain|capt\.?|admiral|ambassador|"
    r"minister|premier|chairman|president|secretary|excellency|your excellency|sirs?|gentlemen|friends?|"
    r"товарищ\w*|тов\.|т\.|тт\.|господин\w*|дорог\w+(?:\s+товарищ\w*)?|уважаем\w+(?:\s+товарищ\w*)?)"
)
_ADDRESS: Final = re.compile(
    r"(?:(?:strictly\s+|top\s+)?(?:secret|personal(?:ly)?)\s*[.,–—-]?\s*)?(?:to|for|pass to|personal for|"
    r"personally (?:to|for)|attention|attn\.?|кому|для)"
    r"(?:\s*:\s*|\s+)(?P<name>[^.!?\n]{2,140}?)\s*[.,:;!–—-]*",
    re.IGNORECASE,
)
_GREETING: Final = re.compile(rf"{_RANK}(?:\s+(?P<name>[^\n]{{2,80}}?))?\s*[,:!.–—-]*", re.IGNORECASE)
_NAME_WITH_MARKING: Final = re.compile(
    r"(?P<name>[^\d\n()]{3,60}?)\s*\((?:personally? only|personal|personally|eyes only|secret|лично)\)\s*[.,:!]?",
    re.IGNORECASE,
)
_NAME_WITH_STOP: Final = re.compile(r"(?P<name>[^\d\n.]{2,60}?)\s*[,:!]")
_CHINESE_ADDRESS: Final = re.compile(
    r"(?:致)?(?P<name>[\u3400-\u9fff·（）()]{2,30}?)(?:同志|主席|总理|先生|大使|部长)?(?:并[\u3400-\u9fff]{2,20})?\s*[:：,，]"
)
_CHINESE_TO: Final = re.compile(r"致(?P<name>[\u3400-\u9fff·]{2,20})(?:电|的电报|同志)?\s*[:：]?")

_CLOSING: Final = re.compile(
    r"(?:and\s+)?(?:(?:with|my|our|best|warm(?:est)?|fraternal|comradely|communist|cordial|sincere|kind(?:est)?|"
    r"please accept)\s+)"
    r"[^\n]{0,60}(?:greetings?|regards|wishes|respects?|salutations?|consideration|esteem)\b[^\n]{0,60}|"
    r"greetings\b[^\n]{0,40}|(?:yours|very truly yours|sincerely|respectfully|faithfully|cordially|fraternally|"
    r"truly)\b[^\n]{0,50}|"
    r"i\s+(?:\w+\s+){0,2}(?:press|shake|clasp)\s+(?:both\s+)?your\s+hands?\b[^\n]{0,30}|(?:awaiting|waiting for|"
    r"expecting|looking forward to)\s+(?:your|an|a)\b[^\n]{0,60}|"
    r"(?:long live|glory to)\b[^\n]{0,80}|с\s+(?:\w+\s+){0,3}(?:приветом|уважением)\b[^\n]{0,40}|"
    r"(?:крепко\s+)?жму\s+(?:\w+\s+)?руку\b[^\n]{0,30}|"
    r"жду\s+(?:ваш\w*\s+)?ответ\w*|此致[^\n]{0,10}|敬礼[！!]?|顺致[^\n]{0,20}|盼复[。.]?",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"[\[(]?\s*(?:signed|sgd\.?|/s/|s/|sign(?:ature|ed by)|подпис(?:ь|ал|ано)|п/п|签名|"
    r"签字)\s*[\])]?\s*[:.–—-]?\s*(?P<name>[^\n]{0,80})",
    re.IGNORECASE,
)
_ILLEGIBLE: Final = re.compile(r"[\[(][^\])\n]*\b(?:signature|signed|подпись)\b[^\])\n]*[\])]\.?", re.IGNORECASE)
_PARTICLES: Final = frozenset(
    [
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "du",
        "da",
        "dos",
        "bin",
        "al",
        "el",
        "of",
        "the",
        "and",
        "&",
        "for",
        "to",
        "in",
        "y",
        "und",
        "et",
        "и",
        "на",
        "по",
    ]
)
_SPACED: Final = re.compile(r"(?:[^\W\d_]\s){2,}[^\W\d_]\.?")
_TRAILING: Final = " .,;:”\"’'»)]’"
_PLACE_DATE: Final = re.compile(r"(?P<place>[A-ZА-ЯЁ\u3400-\u9fff][^\d\n]{1,50}?)[,.:]?\s*")
MAX_SIGNATURE_WORDS: Final = 10

Known = Callable[[str], bool]
"""Says whether a form is a person or body known from the authority lists or from the page's own title."""


def salutation_name(text: str, known: Known) -> tuple[int, int] | None:
    """Return the span of the addressee's name when a line is a salutation or an address, None otherwise."""
    if len(text.split()) > 24 or len(text) > 200:
        return None
    for pattern in (_ADDRESS, _CHINESE_TO, _CHINESE_ADDRESS, _NAME_WITH_MARKING, _GREETING):
        match = pattern.fullmatch(text)
        if match and _addressed(match, text, known, pattern):
            return match.span("name") if match["name"] else match.span()
    match = _NAME_WITH_STOP.fullmatch(text)
    if match and known(match["name"]):
        return match.span("name")
    return None


def _addressed(match: re.Match[str], text: str, known: Known, pattern: re.Pattern[str]) -> bool:
    name = match["name"]
    if name is None:
        return text.rstrip()[-1:] in ",:!"
    if pattern in (_CHINESE_TO, _CHINESE_ADDRESS):
        return True
    first = re.sub(r"^(?:the|comrades?|all|my|our)\s+", "", name.lstrip("[("), flags=re.IGNORECASE)
    if pattern is _GREETING and text.rstrip()[-1:] not in ",:!" and not known(name):
        return len(name.split()) <= 4 and _capitals(name)
    if pattern is _ADDRESS and name.lower().startswith("the ") and len(name.split()) <= 10 and not text.endswith("."):
        return True
    return bool(first) and (first[0].isupper() or text.rstrip().endswith(":") or known(name))


def is_closing(text: str, *, signed: bool = False) -> bool:
    """Say whether a line is a closing formula: "With greetings", "Awaiting your reply".

    `signed` says that a signature follows: any short line that ends in a comma is one then.
    """
    if signed and text.endswith(",") and len(text.split()) <= 7 and text[:1].isalpha():
        return True
    return len(text.split()) <= 16 and _CLOSING.fullmatch(text.rstrip(_TRAILING)) is not None


def signature_name(text: str, known: Known, *, last: bool) -> tuple[int, int] | None:
    """Return the span of the name when a line is a signature, None otherwise.

    `last` says that nothing of the message follows, which makes an unknown capitalised name credible.
    """
    signed = _SIGNED.fullmatch(text)
    if signed:
        return signed.span("name") if signed["name"].strip(_TRAILING) else signed.span()
    if _ILLEGIBLE.fullmatch(text):
        return 0, len(text)
    name = text.rstrip(_TRAILING + "!") if not text.endswith("]") else text
    if not name or len(name.split()) > MAX_SIGNATURE_WORDS or name.endswith(":") or "?" in name:
        return None
    if _SPACED.fullmatch(name) or known(name):
        return 0, len(name)
    bearer = name.split(",")[0]
    if bearer != name and known(bearer):
        return 0, len(bearer)
    if last and len(name.split()) <= 5 and _capitals(name) and not any(map(str.isdigit, name)):
        return 0, len(name)
    return None


def _capitals(name: str) -> bool:
    pieces = [piece.lstrip("([\"“«'‘") for piece in name.split()]
    return all(
        piece[:1].isupper() or piece.lower() in _PARTICLES or not piece[:1].isalpha() for piece in pieces if piece
    )


def dateline(text: str, year: int | None, known_place: Known) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    """Return the spans of place (or None) and date when a line is a dateline: "Karsk, 3 May 1938", "6 p. m.".

    A place before the date must be a known one, or be parted from it by a comma.
    """
    if len(text) > 80:
        return None
    found = find_dates(text, year=year)
    if not found:
        return None
    start, end = found[0].start, found[-1].end
    rest = text[end:].strip(_TRAILING + "[](")
    before = text[:start].strip(" ([“\"'‘.,:–—-")
    if rest and rest.lower() not in ("г", "года", "year"):
        return None
    if not before:
        return None, (start, end)
    separated = text[:start].rstrip().endswith((",", ".", ":"))
    if len(before.split()) <= 4 and before[:1].isupper() and (known_place(before) or separated):
        return (text.index(before), text.index(before) + len(before)), (start, end)
    return None
