"""Titles as conveyance chains: "Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]", "Letter from X to Y".

A source's own title is the best witness of who wrote to whom when the text itself has only a surname or a cover name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tei.recognise.service import NUMBER_SIGN

Kind = Literal["telegram", "letter", "note", "extract"]
Span = tuple[int, int]

_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "telegram",
        r"(?:(?:top secret|secret|coded|cod|cipher(?:ed)?|ciphered|encrypted|radio|cable)\s+)*"
        r"(?:cable|telegram(?:me)?|cablegram|cyphergram|ciphergram|radiogram|radio message|wire|telex|despatch|"
        r"dispatch|"
        r"шифр(?:о|о?теле|радио)?(?:грамм?|вк)\w*|телеграмм\w*|радиограмм\w*|депеш\w*|电报|電報|来电|去电|电|電)",
    ),
    ("extract", r"(?:extract|excerpt|fragment)s?(?:\s+(?:from|of))?(?:\s+an?|\s+the)?(?:\s+(?:telegram|cable|"
                r"letter))?|выписк\w+|отрывок"),
    ("letter", r"letter|письмо|писем|信|函"),
    ("note", r"note verbale|note|memorandum|memo|aide-m[ée]moire|записка|нота|照会"),
    ("telegram", r"message|communication|послание|сообщение"),
)  # fmt: skip
_KIND: Final = tuple((kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for kind, pattern in _KINDS)
_ANY_KIND: Final = "|".join(f"(?:{pattern})" for _, pattern in _KINDS)
_NUMBER: Final = re.compile(rf"(?<!\w){NUMBER_SIGN}\s*(?P<number>\d[\w./-]*)", re.IGNORECASE)

_NAME: Final = r"[^,;:\n][^;:\n]*?"
_VIA: Final = r"(?:\s*[,\[(]?\s*(?:via|through|by way of|через)\s+(?P<via>[^\])\n,]+?)[\])]?)?"
_FOR: Final = r"(?:\s*[,\[(]?\s*(?:for|for transmission to|to be passed to|для)\s+(?P<for>[^\])\n,]+?)[\])]?)?"
_INNER: Final = (
    r"(?:,?\s*(?:containing|enclosing|transmitting|conveying|forwarding|relaying|passing on|with|quoting|including)\s+"
    r"(?:an?\s+|the\s+)?(?:text of\s+)?(?:an?\s+|the\s+)?(?:message|telegram|cable|letter|note|reply|answer|"
    r"response)s?\s+"
    r"(?:from|by|of)\s+(?P<inner>[^,\n]+?)(?:\s+to\s+(?P<inner_to>[^,\n]+?))?)?"
)
_END: Final = r"(?:,?\s*(?:dated|of|on|from)?\s*(?P<date>[^,\n]*\d[^\n]*))?\.?"
_LEAD: Final = rf"(?:(?:{_ANY_KIND})\s*)*(?:,?\s*{NUMBER_SIGN}\s*\d[\w./-]*)?\s*[,:–—-]?\s*"

_ENGLISH: Final = re.compile(
    rf"{_LEAD}(?:(?:sent|addressed)\s+)?(?:(?:from|by|"
    rf"of)\s+)?(?P<from>{_NAME}){_VIA}\s+to\s+(?P<to>{_NAME})(?:{_FOR}{_VIA.replace('via>', 'via2>')}){_INNER}{_END}",
    re.IGNORECASE,
)
_FROM_ONLY: Final = re.compile(rf"{_LEAD}(?:from|by)\s+(?P<from>{_NAME}){_VIA}{_INNER}{_END}", re.IGNORECASE)
_TO_ONLY: Final = re.compile(rf"{_LEAD}to\s+(?P<to>{_NAME}){_FOR}{_VIA}{_INNER}{_END}", re.IGNORECASE)
_KIND_OF_OWNER: Final = re.compile(
    rf"(?P<from>{_NAME})['’]s?\s+(?:\w+\s+)?(?:{_ANY_KIND})\s+to\s+(?P<to>{_NAME}){_VIA}{_END}", re.IGNORECASE
)
_CHAINS: Final = (_ENGLISH, _KIND_OF_OWNER, _FROM_ONLY, _TO_ONLY)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: kind of document, number, and the spans (in the title) of the parties it names."""

    text: str
    kind: Kind | None = None
    number: str = ""
    parties: tuple[tuple[str, Span], ...] = ()

    def party(self, role: str) -> str:
        """Return a party's name as the title has it: `from`, `to`, `via`, `for`, `inner`, `inner_to`; empty if none."""
        span = self.span(role)
        return self.text[slice(*span)] if span else ""

    def span(self, role: str) -> Span | None:
        """Return where in the title a party stands."""
        return next((span for name, span in self.parties if name == role), None)


def kind_of(text: str) -> Kind | None:
    """Return the kind of document that a text names first, None where it names none."""
    found = [
        (match.start(), rank, kind) for rank, (kind, pattern) in enumerate(_KIND) if (match := pattern.search(text))
    ]
    return min(found)[2] if found else None


def read_title(text: str) -> Title:
    """Read a title; what it does not say stays empty."""
    number = _NUMBER.search(text)
    match = next((m for pattern in _CHAINS if (m := pattern.fullmatch(text.strip("“”\"' ")))), None)
    offset = len(text) - len(text.lstrip("“”\"' "))
    parties = tuple(_parties(match, offset)) if match else ()
    return Title(text, kind_of(text), number["number"] if number else "", parties)


def _parties(match: re.Match[str], offset: int) -> Iterator[tuple[str, Span]]:
    for name, value in match.groupdict().items():
        if value and name != "date":
            yield name.rstrip("2"), (match.start(name) + offset, match.end(name) + offset)


def looks_like_title(text: str) -> bool:
    """Say whether a line can be a title: it names a kind of document, or who wrote to whom, and is no sentence."""
    if len(text) > 250 or (text.endswith((".", ":", ",", ";", "!")) and not kind_of(text)):
        return False
    title = read_title(text)
    chained = bool(title.party("from") and title.party("to"))
    return (chained and len(text.split()) <= 40 and text[:1].isupper() and _capitalised(title)) or (
        title.kind is not None and bool(_KIND[0][1].match(text) or _KIND[2][1].match(text) or kind_first(text))
    )


def kind_first(text: str) -> bool:
    """Say whether a line begins with the word for a kind of document, as headings do."""
    return any(pattern.match(text) for _, pattern in _KIND)


def _capitalised(title: Title) -> bool:
    return all(re.match(r"(?:the\s+)?[A-ZА-ЯЁ\[]", title.party(role)) for role in ("from", "to"))
