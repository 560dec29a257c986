"""A name as written becomes a `Name`: who it is by the authority lists, and whether it is a cover name."""

from __future__ import annotations

import re
from typing import Final, Literal

from tei.authority import Authority
from tei.model import Certainty, Evidence, Name

_BRACKETED: Final = re.compile(r"\[+([^\[\]]+)\]+")
_ORG: Final = re.compile(
    r"\b(?:committee|bureau|politburo|government|ministry|department|embassy|legation|council|institute|academy|staff|section|desk|commission|"
    r"administration|directorate|command|party|agency|office|board|expedition|station|комитет\w*|бюро|министерств\w*|правительств\w*|институт\w*)\b|"
    r"委员会|中央|部$|局$|政府",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"^(?:the|to the|to)\s+", re.IGNORECASE)


def name_of(
    text: str,
    start: int,
    authority: Authority,
    date: str,
    *,
    step: str = "envelope",
    certainty: Certainty | None = None,
) -> Name:
    """Resolve a name; `start` is where it stands in the capture. What no list knows stays as written, without ref."""
    resolution = authority.resolve(text, kinds=("person", "org"), date=date or None)
    entry = resolution.entry
    sure = certainty or Certainty(resolution.certainty or "medium")
    evidence = Evidence(step, start, start + len(text), sure)
    if entry is None:
        return Name(text, "org" if _ORG.search(text) else "person", evidence=evidence)
    kind: Literal["person", "org"] = "org" if str(entry.kind) == "org" else "person"
    return Name(text, kind, entry.id, entry.name, is_cover_name(text, entry.id, authority, date), evidence)


def is_cover_name(text: str, entry_id: str, authority: Authority, date: str) -> bool:
    """Say whether the form outside brackets is a pseudonym of the entry."""
    outside = _BRACKETED.sub(" ", text)
    found = authority.find(outside, date=date or None)
    return any(entry_id in match.entry_ids and match.variant_type == "pseudonym" for match in found)


def trimmed(text: str, start: int) -> tuple[str, int]:
    """Take a leading article off a name in an envelope; returns the name and where it now starts."""
    match = _ARTICLE.match(text)
    return (text[match.end() :], start + match.end()) if match else (text, start)
