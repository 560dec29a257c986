"""Archives that a source names without a shelf mark, and the copies of which it tells: "AVP RF; copy obtained by …".

The first words of a citation, or of a part of it, are the archive; leaves may be given without fond and file. What is
said of copies and where they lie is kept as the surrogates of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.archives import ArchivalReference, Found, Repositories, find, parse
from tei.model import Evidence, Holding
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LABEL: Final = regex(
    r"[\[(]?\s*(?:(?:archive|repository|архив)\s*:|(?:sources?|источник|хранится)\b\s*:?)?\s*", re.IGNORECASE
)
"""Without its colon "Archive" is the first word of a name, "Archive of Ice"."""
_PIECE: Final = regex(r"(?:^|;\s*(?:and\s+|и\s+)?)(?P<words>[^;]+)")
_COPY: Final = regex(
    r"(?:photo|micro|xerox)?(?:copy|copies|film|copied)\b[^;]*|(?:provided|obtained|made available|"
    r"declassified)\s+[^;]*|on file (?:at|in)\b[^;]*|копия[^;]*",
    re.IGNORECASE,
)
_TOLD: Final = regex(
    r"(?:photo|xerox\s)?cop(?:y|ies)\s+(?:was\s+|were\s+)?(?:obtained|courtesy|provided|on file|made available)\b[^;]*",
    re.IGNORECASE,
)
_LEAVES: Final = regex(r"(?P<leaves>(?:listy?|ll?\.|лл?\.|листы?)\s*\d[\d\s,–—-]*)", re.IGNORECASE)
_WHERE: Final = regex(
    r"[\s,.()\[\]]*(?:(?:[A-Z]{2,7}(?:\s[A-Z]{2})?\)?|[A-Z][a-z]+(?:,\s[A-Z][a-z.]+)?)[\s,.()\[\]]*)*"
)
MAX_CITATION: Final = 700


def kept_only(paragraph: Paragraph, found: Sequence[Found], repositories: Repositories) -> Iterator[Holding]:
    """Yield the archives that a citation names without a shelf mark, none within a reference that was `found`."""
    text = paragraph.text
    if len(text) > MAX_CITATION:
        return
    for piece in _PIECE.finditer(text):
        label = _LABEL.match(text, piece.start("words"), piece.end("words"))
        start = label.end() if label else piece.start("words")
        if any(hit.start < piece.end("words") and start < hit.end for hit in found):
            continue
        words = text[start : piece.end("words")].rstrip(" .])")
        if _COPY.match(words):
            continue
        reference = parse(words, repositories=repositories)
        if reference is None or reference.repository is None or not reference.repository.known or reference.parts:
            continue
        if not _is_all(reference.remark):
            continue
        evidence = Evidence("archives", paragraph.start + start, paragraph.start + start + len(words))
        whole, leaves = _with_leaves(reference, words, repositories)
        yield Holding(replace(whole, remark="", written=reference.written if leaves else ""), words, leaves, evidence)


def _is_all(rest: str) -> bool:
    """Say whether nothing stands behind the name but its town, its letters, leaves, or what is not given."""
    bare = _LEAVES.sub("", rest)
    return _WHERE.fullmatch(bare) is not None or "not given" in bare or _COPY.match(bare.strip(" ,.;")) is not None


def _with_leaves(reference: ArchivalReference, words: str, repositories: Repositories) -> tuple[ArchivalReference, str]:
    """Read the leaves that stand behind an archive's name without fond and file."""
    match = _LEAVES.search(words)
    if match is None:
        return reference, ""
    whole = find(f"{reference.written}, f. 1, op. 1, d. 1, {match['leaves']}", repositories=repositories)
    if not whole:
        return reference, ""
    return replace(whole[0].reference, parts=()), match["leaves"].strip(" ,")


def copies_of(text: str) -> str:
    """Return what a citation says of copies and where they are, without who translated it."""
    told = [match["words"].strip(" .,])") for match in _PIECE.finditer(text) if _TOLD.match(match["words"].strip())]
    joined = _comma_copy(text)
    whole = _CREDITED.split("; ".join(told or ([joined] if joined else [])))[0]
    return f"{whole}." if whole.endswith("D.C") else whole


_CREDITED: Final = regex(r"\.\s+(?=Translat)")
_AFTER_COMMA: Final = regex(r",\s+(?P<copy>copy\s+(?:courtesy|obtained|provided|on file)\b[^;\])]*)")


def _comma_copy(text: str) -> str:
    match = _AFTER_COMMA.search(text)
    return match["copy"].strip(" .") if match else ""
