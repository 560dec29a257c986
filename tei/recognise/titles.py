"""Titles as conveyance chains: "Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]", "Letter from X to Y".

A source's own title is the best witness of who wrote to whom when the text itself has only a surname or a cover name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from tei.recognise.chains import Party, Span, read_parties
from tei.recognise.service import NUMBER_SIGN

Kind = Literal["telegram", "letter", "note", "extract"]

_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "telegram",
        r"(?:(?:top secret|secret|coded|ciphered|cipher|cypher|enciphered|encrypted|encoded|urgent|immediate|circular|"
        r"personal|radio|cable|draft|joint|short|long|outgoing|incoming|special)\s+){0,4}"
        r"(?:cable|telegram(?:me)?|cablegram|cyphergram|ciphergram|cryptogram|radiogram|radio message|wire|telex|"
        r"despatch|"
        r"dispatch|ciphertel(?:egram)?|cyphertelegram|"
        r"шифр(?:о|о?теле|радио)?(?:грамм?|вк)\w*|телеграмм\w*|радиограмм\w*|депеш\w*|电报|電報|来电|去电|电|電)",
    ),
    (
        "extract",
        r"(?:extract|excerpt|fragment)s?(?:\s+(?:from|of))?(?:\s+an?|\s+the)?"
        r"(?:\s+(?:telegram|cable|letter))?|выписк\w+|отрывок",
    ),
    ("letter", r"(?:(?:personal|secret|draft|open|handwritten|joint)\s+){0,2}letter|письмо|письма|писем|信|函"),
    ("note", r"note verbale|verbal note|note|memorandum|memo|aide-m[ée]moire|записка|нота|照会"),
    ("telegram", r"(?:(?:oral|verbal|coded|ciphered|radio|urgent|top secret|secret)\s+){0,2}(?:message|"
                 r"communication)|послание|сообщение"),
)  # fmt: skip
_APART: Final = r"(?<!(?-i:[^\W\u3400-\u9fff]))"
_KIND: Final = tuple((kind, re.compile(rf"{_APART}(?:{pattern})(?!\w)", re.IGNORECASE)) for kind, pattern in _KINDS)
_ANY_KIND: Final = "|".join(f"(?:{pattern})" for _, pattern in _KINDS)
_NUMBER: Final = re.compile(rf"(?<!\w){NUMBER_SIGN}\s*(?P<number>\d[\w./-]*)", re.IGNORECASE)
_LEAD: Final = re.compile(
    rf"(?:the\s+|an?\s+)?(?:(?:{_ANY_KIND})(?!\w)[\s,]*){{1,4}}(?:\([^()]{{1,30}}\)\s*)?"
    rf"(?:,?\s*{NUMBER_SIGN}\s*\d[\w./-]*\s*)?",
    re.IGNORECASE,
)
_KIND_BEFORE_TO: Final = re.compile(
    rf"[A-ZÀ-ÞА-ЯЁ][^,;:\n]{{1,80}}?['’](?:s\b)?\s+(?:[\w-]+\s+){{0,3}}?(?:{_ANY_KIND})(?!\w)"
    rf"(?:,?\s*{NUMBER_SIGN}\s*\d[\w./-]*)?(?=,?\s+(?:to|for)\s)",
    re.IGNORECASE,
)
_AFTER_KIND: Final = re.compile(
    rf"\s*(?:$|[,:(\[–—-]|{NUMBER_SIGN}|\d|(?:from|to|by|of|sent|dated|for|от|к|с|в|между)\b|"
    rf"(?-i:[A-ZÀ-ÞА-ЯЁ“\"«\u3400-\u9fff]))",
    re.IGNORECASE,
)
_CHAINED: Final = re.compile(r"\sto\s|[–—致给給复復А-ЯЁ]")
_QUOTES: Final = "“”\"'‘’«» []"
_SMALL_WORDS: Final = re.compile(r"\b(?:TO|FROM|OF|BY|VIA|THROUGH|FOR|THE|ON|AND|IN)\b")
_NUMBER_AFTER: Final = re.compile(
    rf"(?<=[^\W\d_]\w),\s+(?:(?:without|no)\s+number\b|{NUMBER_SIGN}\s*\d[\w./-]*)(?=,|\s*$)", re.IGNORECASE
)
MAX_TITLE: Final = 250


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: kind of document, number, and the spans (in the title) of the parties it names."""

    text: str
    kind: Kind | None = None
    number: str = ""
    parties: tuple[Party, ...] = ()

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
    start = len(text) - len(text.lstrip(_QUOTES))
    end = len(text.rstrip('“”"«» .'))
    parties: tuple[Party, ...] = ()
    if start < end <= 3 * MAX_TITLE:
        cased = _cased(text)
        lead = _LEAD.match(cased, start, end) or _KIND_BEFORE_TO.match(cased, start, end)
        parties = read_parties(cased, start, _before_number(cased, end), lead.end() if lead else start)
    once = dict(reversed(parties))
    return Title(text, kind_of(text), _number(number), _as_recipient(tuple(p for p in parties if once[p[0]] == p[1])))


def _cased(text: str) -> str:
    """Return a title in capitals with its small words in small letters, all others as they are."""
    return _SMALL_WORDS.sub(lambda match: match.group().lower(), text) if text.isupper() else text


def _before_number(text: str, end: int) -> int:
    """Return where the number begins that a chain of parties ends in, "Zhitkov to Karsk, No. 457, 18 March"."""
    match = _NUMBER_AFTER.search(text, 0, end)
    return match.start() if match else end


def _number(match: re.Match[str] | None) -> str:
    return match["number"].rstrip("./-") if match else ""


def _as_recipient(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Take "Message from X for Y" as sent to Y when nobody else is addressed."""
    roles = {role for role, _ in parties}
    if "to" in roles or "for" not in roles:
        return parties
    return tuple(("to" if role == "for" else role, span) for role, span in parties)


def looks_like_title(text: str) -> bool:
    """Say whether a line can be a title: it names a kind of document, or who wrote to whom, and is no sentence."""
    if len(text) > MAX_TITLE or (text.endswith((".", ":", ",", ";", "!")) and not kind_of(text)):
        return False
    if kind_first(text):
        return True
    if len(text.split()) > 40 or not text[:1].isupper() or _CHAINED.search(text) is None:
        return False
    title = read_title(text)
    return bool(title.party("from") and title.party("to")) and _capitalised(title)


def kind_first(text: str) -> bool:
    """Say whether a line begins with the word for a kind of document as headings do: "Note verbale", no "Note that"."""
    match = next((match for _, pattern in _KIND if (match := pattern.match(text))), None)
    if match is None:
        return False
    sentence = text.endswith((".", "!", "?", ",", ";")) and len(text.split()) > 12 and not read_title(text).party("to")
    return _AFTER_KIND.match(text, match.end()) is not None and not sentence


def _capitalised(title: Title) -> bool:
    return all(re.match(r"(?:the\s+)?[A-ZÀ-ÞА-ЯЁ\[\u3400-\u9fff]", title.party(role)) for role in ("from", "to"))
