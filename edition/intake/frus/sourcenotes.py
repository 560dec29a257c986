"""The note that says where a document is kept, how it was handled, who drafted it, when it came and where else it went.

Older volumes: "715.1715/797: Telegram". Later ones: "Source: Department of State, Central Files, 611.93/8–2255.
Secret; Niact. Drafted by …; approved by …. Repeated to …. Received at 2:31 p.m.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from edition.intake.frus.handling import Handling, handling_of_source
from edition.intake.frus.listed import named_in
from edition.intake.frus.plain import Plain, plain_of
from tei.archives import ArchivalReference, builtin, parse_all
from tei.recognise.layouts.frus_notes import received_in
from tei.regexes import regex

_LEAD: Final = regex(r"\s*(?:[Ss]ources?\s*:\s*)?(?:\[|File No\.\s*)?")
_DECIMAL: Final = regex(r"(?P<file>[\dA-Z]+[\w.]*(?: [\w.()&’'-]+){0,4}?)\s?/\s?(?P<document>[\w½][\w½–—./-]*)")
_FILE: Final = regex(r"(?P<file>\d{3}\.\d[\w.]*)(?::.*)?")
_KIND: Final = regex(r":\s*(?P<kind>[^\W\d_][\w -]{2,40}?)\s*[.\]]?$")
_VERBS: Final = (
    r"Drafted|Cleared|Approved|Repeated|Received|Sent|Also|The|A|An|No|Transmitted|In|On|See|For|This|Printed|Signed|"
    r"Concurred|It|There|According|Another|Initialed|Authorized|Pouched|Brackets|Omissions?|All|Copies|Attached|"
    r"Passed|Not|Text|Telegram|At|Limit|Info|Regarding|Relayed"
)
_CLAUSE: Final = regex(
    rf"\b(?P<what>(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Aa]uthorized|[Ss]igned|[Ii]nitialed|[Cc]oncurred in)"
    rf"(?:,? (?:and|or|in|by) ?(?:drafted|cleared|approved|authorized|signed|initialed|draft|substance)?)*"
    rf"(?: (?:for transmission|in draft|in substance|by phone|personally))* by)\s+"
    rf"(?P<who>.+?)(?=;|\.\s+(?:{_VERBS})\b|\.?\s*$|,? and (?:cleared|approved|signed|authorized)\b)",
    re.S,
)
_SENT_TO: Final = regex(
    rf"\b(?:[Aa]lso\s+)?(?P<what>[Ss]ent|[Rr]epeated|[Pp]ouched|[Rr]elayed|[Pp]assed|[Cc]opies)"
    rf"(?:\s+(?:for information|immediate|priority|by airgram|by pouch|also|to USUN))*\s+to\s+"
    rf"(?P<who>.+?)(?=;|\.\s+(?:{_VERBS})\b|\.?\s*$| (?:as|and repeated|and pouched|on|for) )",
    re.S,
)
_AND: Final = regex(r",\s+and\s+|\s+and\s+|,\s+")
_COUNTED: Final = regex(r"No\.\s\d{1,4}[a-z]?\.?\s*")
"""The number of a document in its volume, which volumes of the 1870s set where others have the file."""
_THE: Final = regex(r"(?:^|(?<=and\s)|(?<=,\s))the\s+(?=[A-Z])")
_NOT_A_NAME: Final = regex(r"(?:the same|same day|date|others?|this|that|it|all|[a-z]\w*)\b.*", re.S)
_BEHIND: Final = regex(
    r"(?<=[\w)])\.\s+(?=(?:Top|Secret|Confidential|Limited|Official|Restricted|No|Unclassified|Drafted|The|Eyes)\b)"
)
"""Where the place of keeping ends and the handling begins."""
_SHORT: Final = 420
"""Characters at the head of a note among which its own archive is named; behind them other papers are."""


@dataclass(frozen=True, slots=True)
class Work:
    """Who did what with a document: "drafted by" and the names, each with the key of the volume's list or none."""

    what: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """A source note read; what it does not say is empty."""

    reference: ArchivalReference | None = None
    written: str = ""
    kind: str = ""
    handling: Handling = field(default_factory=Handling)
    works: tuple[Work, ...] = ()
    copies: tuple[str, ...] = ()
    received: str = ""


def read_source(note: etree._Element | None) -> Provenance:
    """Read the source note of a document."""
    if note is None:
        return Provenance()
    plain = plain_of(note)
    lead = _LEAD.match(plain.text)
    text = plain.text[lead.end() if lead else 0 :]
    reference, written = (None, "") if _COUNTED.fullmatch(text) else _reference(text)
    kind = _KIND.search(text) if len(text) < 120 else None
    span = received_in(plain.text)
    return Provenance(
        reference,
        written,
        kind["kind"] if kind else "",
        handling_of_source(plain.text),
        tuple(_works(plain)),
        tuple(_copies(plain.text)),
        plain.text[slice(*span)] if span else "",
    )


def _reference(text: str) -> tuple[ArchivalReference | None, str]:
    """Return the first reference of a note and its words; the words alone where the archive is not known."""
    head = text[:_SHORT]
    decimal = _DECIMAL.match(head)
    if decimal and len(head) < 120:
        parts = (
            ("record-group", "59"),
            ("file", decimal["file"].strip()),
            ("document", decimal["document"].rstrip(".]")),
        )
        written = decimal.group().rstrip(".]")
        return ArchivalReference(builtin()["nara"], parts, written=written), written
    whole = _FILE.fullmatch(head)
    if whole:
        return ArchivalReference(
            builtin()["nara"], (("record-group", "59"), ("file", whole["file"])), written=head
        ), head
    found = _parsed(head.split("\n")[0])
    if found is not None and text.find(found.written[:12]) < 60:
        return found, found.written
    return None, re.split(r"\.\s", head, maxsplit=1)[0][:200].strip(" .:")


@lru_cache(maxsize=64)
def _parsed(text: str) -> ArchivalReference | None:
    behind = _BEHIND.search(text)
    found = parse_all(text[: behind.start() if behind else _SHORT])
    return found[0] if found else None


def _works(plain: Plain) -> Iterator[Work]:
    for found in _CLAUSE.finditer(plain.text):
        names = tuple(_people(plain, *found.span("who")))
        if names:
            yield Work(" ".join(found["what"].lower().split()), names)


def _people(plain: Plain, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the names of a clause, with the keys by which the volume knows them."""
    at = start
    for joint in (*_AND.finditer(plain.text, start, end), None):
        stop = joint.start() if joint else end
        marked = list(named_in(plain, at, stop))
        yield from marked
        if not marked:
            yield from ((name, "") for name in _names(plain.text[at:stop]))
        at = joint.end() if joint else end


def _names(text: str) -> Iterator[str]:
    for part in _AND.split(re.sub(r"\([^()]*\)", "", text)):
        name = part.strip(" .,;")
        if name and len(name) < 80 and not _NOT_A_NAME.fullmatch(name):
            yield name


def _copies(text: str) -> Iterator[str]:
    for found in _SENT_TO.finditer(text):
        yield from _names(_THE.sub("", found["who"]))
