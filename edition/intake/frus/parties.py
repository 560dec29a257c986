"""Who writes to whom, as the heading of a document says it, by its markup where there is any, else by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.intake.frus.choosing import NUMBER, form_end
from edition.intake.frus.plain import Plain, plain_of
from tei.names import tei
from tei.regexes import regex

_NAMED: Final = (tei("persName"), tei("gloss"), tei("orgName"), tei("placeName"), tei("name"), tei("rs"))
_ROLES: Final = ("from", "to")
_FORM_FROM: Final = regex(r".{0,60}?\bfrom\s+(?=\S)", re.I)
_SERIES: Final = regex(r",?\s*(?:No\.\s*)?(?P<n>\d{1,6}|[A-Z]{1,3}[–-]\d{1,5})\b(?=,?\s+(?:from|to)\b)", re.I)
"""The number in "Telegram 1234 From …"."""
_FORM_TO: Final = regex(r".{0,60}?\bto\s+(?=\S)", re.I)
_TO: Final = regex(r"[,;]?\s+to\s+", re.I)
_TO_A_PARTY: Final = regex(
    r"[,;]?\s+to\s+(?=(?:the|all|certain|mr|mrs|miss|dr|president|prime|chairman|secretary|ambassador|minister|general|"
    r"messrs|senator|king|foreign|chief|consul|sir|lord|count|baron|señor|acting|under)\b)",
    re.I,
)
_OFFICE_TO: Final = regex(
    r"\b(?:ambassador|representative|mission|delegat\w+|advis[eo]r|assistant|observer|counsel|counselor|envoy|officer|"
    r"consultant|aide|minister|commissioner|attach[ée]|liaison|emissary|delegation|permanent representative)\s*\Z",
    re.I,
)
"""Offices that have a "to" of their own: "the Ambassador to Norland (Drobot) to the Department of State"."""
_LEAD: Final = regex(r"(?:the|an?)\s+", re.I)
_PERSON: Final = regex(
    r"(?:(?:the|former|first|second|third|his|her|acting|assistant|under|deputy|special|personal|vice|british|french|german|soviet|chinese|"
    r"japanese|italian|american|united states|u\.s\.|permanent|appointed|[a-z]+(?:ian|ish|ese|an|ic))\s+){0,4}"
    r"(?:secretary|ambassador|minister|charg|consul|president|prime|premier|chairman|counsel|assistant|under|deputy|"
    r"director|chief|commander|general|admiral|colonel|captain|lieutenant|major|marshal|representative|commissioner|"
    r"high commissioner|adviser|advisor|agent|attach|(?:mr|mrs|miss|dr|sir|lord|don|señor|m)\b|king|queen|emperor|"
    r"prince|count|baron|senator|governor|foreign (?:minister|secretary)|attorney|administrator|chancellor|envoy|"
    r"professor|officer|legal)",
    re.I,
)
_BODY: Final = regex(
    r"\b(?:department|embass(?:y|ies)|legations?|missions?|consulates?|consulate general|delegations?|office|ministry|"
    r"government|agency|commission|council|committee|chiefs of staff|command|headquarters|posts|staff|board|bureau|"
    r"division|administration|cabinet|parliament|congress|senate|white house|station|interests section|company|"
    r"corporation|party|league|united nations|organization|secretariat|force[s]?)\b",
    re.I,
)
_END: Final = regex(r"(?<![A-Z.])(?<!Jr)(?<!Sr)(?<!Co)(?<!Esq)\.$")


@dataclass(frozen=True, slots=True)
class Party:
    """Sender or recipient as written, whether a person or a body, and the ids by which the volume knows the persons."""

    text: str
    kind: str = "person"
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading read: its words without notes and number, sender and recipient.

    `number` is that of the document in the volume, `series` that of the telegram where the heading has it.
    """

    words: str
    number: str = ""
    series: str = ""
    sender: Party | None = None
    recipient: Party | None = None


def has_roles(head: etree._Element) -> bool:
    """Say whether the markup of a heading names sender and recipient."""
    return {"from", "to"} <= {str(one.get("type")) for one in head.iter(*_NAMED)}


def read_heading(head: etree._Element | None) -> Heading:
    """Read a heading; what it does not tell is None."""
    if head is None:
        return Heading("")
    plain = plain_of(head)
    numbered = NUMBER.match(plain.text)
    start = numbered.end() if numbered else 0
    number = (numbered["n"] or numbered["bracket"] or "") if numbered else ""
    words = plain.text[start:]
    end = len(plain.text)
    formed = form_end(words)
    start += formed
    told = _SERIES.match(words, formed) if formed else None
    series = told["n"] if told else ""
    lead = _FORM_FROM.match(plain.text, start) if formed else None
    if formed and (lead is None or _to_before(plain.text, start, lead.end())):
        to_only = _FORM_TO.match(plain.text, start)
        return Heading(words, number, series, None, _party(plain, to_only.end(), end) if to_only else None)
    begin = lead.end() if lead else start
    split = _split(plain, begin)
    if split is None:
        return Heading(words, number, series, _party(plain, begin, end) if formed else None)
    return Heading(words, number, series, _party(plain, begin, split[0]), _party(plain, split[1], end))


def _to_before(text: str, start: int, end: int) -> bool:
    """Say whether "from" belongs to the recipient: "The Secretary of State to the Delegate from Norland"."""
    return _TO.search(text, start, end) is not None


def _split(plain: Plain, begin: int) -> tuple[int, int] | None:
    """Return where the sender ends and the recipient begins."""
    roles = {
        role: [piece for piece in plain.of(*_NAMED) if piece.element.get("type") == role and piece.start >= begin]
        for role in _ROLES
    }
    floor = roles["from"][0].end if roles["from"] else begin
    limit = roles["to"][0].start if roles["to"] else len(plain.text)
    limit = limit if limit > floor else len(plain.text)
    for pattern in (_TO_A_PARTY, _TO):
        spans = [found.span() for found in pattern.finditer(plain.text, floor) if found.end() <= max(limit, floor)]
        if spans:
            return next((span for span in spans if not _OFFICE_TO.search(plain.text, begin, span[0])), spans[0])
    return None if floor == begin else _split_words(plain, begin)


def _split_words(plain: Plain, begin: int) -> tuple[int, int] | None:
    """Return where the parties part by the words alone, where the markup of the roles is wrong."""
    found = _TO_A_PARTY.search(plain.text, begin) or _TO.search(plain.text, begin)
    return found.span() if found else None


def _party(plain: Plain, start: int, end: int) -> Party | None:
    text = plain.text[start:end].strip(" ,;:")
    text = _LEAD.sub("", _END.sub("", text), count=1) if _LEAD.match(text) else _END.sub("", text)
    if not text:
        return None
    inside = [piece for piece in plain.of(*_NAMED) if start <= piece.start and piece.end <= end]
    keys = [key for piece in inside for key in str(piece.element.get("corresp") or "").split() if "#" in key]
    keys = [key.removeprefix("#") for key in keys]
    return Party(text, party_kind(text, inside_person=_has_person(inside)), tuple(dict.fromkeys(keys)))


def _has_person(pieces: Sequence[object]) -> bool:
    return any(getattr(piece, "element").tag == tei("persName") for piece in pieces)  # noqa: B009


def party_kind(text: str, *, inside_person: bool = False) -> str:
    """Say whether words name a person ("Secretary of State") or a body ("Embassy in Norland")."""
    if _PERSON.match(text):
        return "person"
    body = _BODY.search(text)
    if body and (not inside_person or body.start() < 25):
        return "org"
    return "person"
