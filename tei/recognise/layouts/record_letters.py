"""Several telegrams in the text of one record: a signature with its date, and under it a new address.

The title of the record is that of the first; what the page says of source and translator holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.recognise.datelines import dateline
from tei.recognise.known import nobody
from tei.recognise.layouts.page import Region
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, salutation_name
from tei.recognise.titles import read_title
from tei.regexes import regex

MIN_BEFORE: Final = 3
MIN_TEXT: Final = 8
MAX_SIGNATURE: Final = 5


def parted(region: Region) -> tuple[Region, ...]:
    """Return the telegrams of a record, one as a rule."""
    if at := _translation(region.body):
        halves = region.body[:at], region.body[at:]
        return tuple(one for half in halves for one in parted(replace(region, body=half)))
    if at := _conveyed(region):
        return _with_conveyed(region, at)
    if heads := _headings(region.body):
        return _under_headings(region, heads)
    cuts = [0, *_addresses(region.body), len(region.body)]
    if len(cuts) == 2:
        return (region,)
    first, *rest = (region.body[start:end] for start, end in pairwise(cuts))
    others = (Region(body, sources=region.sources, source_start=region.source_start, site=region.site) for body in rest)
    return (replace(region, body=first), *others)


def _headings(body: Sequence[Paragraph]) -> list[int]:
    """Return the rows that head a further telegram of the record, below the end of the one before."""
    return [
        at
        for at in range(MIN_BEFORE - 1, len(body) - 1)
        if " to " in body[at].text and _heads(body[at].text) and len(body[at - 1].text.split()) <= MAX_END
    ]


def _heads(text: str) -> bool:
    if len(text) > MAX_HEADING or text[-1] in ".,:;?!" or not text[0].isupper():
        return False
    title = read_title(text)
    return title.kind in ("telegram", "letter") and bool(title.party("from")) and bool(title.party("to"))


def _under_headings(region: Region, heads: Sequence[int]) -> tuple[Region, ...]:
    """Return the telegrams of a record, all but the first under headings of their own; the source is that of all."""
    parts = pairwise([*heads, len(region.body)])
    bare = Region((), sources=region.sources, source_start=region.source_start, site=region.site)
    others = (replace(bare, body=region.body[at + 1 : end], title=region.body[at]) for at, end in parts)
    first = replace(region, body=region.body[: heads[0]])
    if _heads(first.body[0].text):
        first = replace(first, body=first.body[1:], title=first.body[0], title_text=None)
    return (first, *others)


MAX_HEADING: Final = 160
MAX_END: Final = 8


def _translation(body: Sequence[Paragraph]) -> int:
    """Return where the text begins a second time in another script: the transcription, and under it the translation."""
    long = [row.text for row in body if len(row.text) >= MIN_LONG]
    if len(long) < 2 or _script(long[0]) == _script(long[-1]):
        return 0
    scripts = [_script(row.text) for row in body]
    first, last = _script(long[0]), _script(long[-1])
    at = next(index for index, script in enumerate(scripts) if script == last)
    return at if first not in scripts[at:] else 0


def _script(text: str) -> str:
    """Return the script of most letters of a line, empty where it has none."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else ""
    letters = [letter for letter in text if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    chinese = sum("\u3400" <= letter <= "\u9fff" for letter in letters)
    most = max((cyrillic, "cyrillic"), (chinese, "chinese"), (len(letters) - cyrillic - chinese, "latin"))
    return most[1] if most[0] else ""


MIN_LONG: Final = 60


def _conveyed(region: Region) -> int:
    """Return where the telegram begins that a note hands on, as its title says: behind the note's name and date."""
    body = region.body
    if region.title is None or len(body) < MIN_BEFORE + 2 or not _CONVEYING.search(region.title.text):
        return 0
    if at := attachment_at(body):
        return at
    for index in range(MIN_BEFORE, len(body) - 1):
        name, date = body[index - 2].text.rstrip("."), body[index - 1].text
        if len(body[index].text.split()) < MIN_CONVEYED or not dateline(date, None, nobody):
            continue
        if len(name.split()) <= MAX_SIGNATURE and is_capitalised(name) and name in region.title.text:
            return index
    return 0


def _with_conveyed(region: Region, at: int) -> tuple[Region, Region]:
    """Return the note and the telegram that it hands on, each with its own part of the title."""
    assert region.title is not None
    match = _CONVEYING.search(region.title.text)
    assert match is not None
    title = region.title.at(match.start("what"), len(region.title.text))
    handed = Region(region.body[at:], title, sources=region.sources, source_start=region.source_start, site=region.site)
    if title.text[:6] == "draft ":
        handed = replace(handed, site_date=region.site_date)
    return replace(region, body=region.body[:at]), handed


def attachment_at(body: Sequence[Paragraph]) -> int:
    """Return where a line heads what is attached, "[Attachment]", with text before and after it; 0 where none does."""
    at = next((at for at, row in enumerate(body) if row.text[:1] in "[AEI" and _ATTACHED.fullmatch(row.text)), 0)
    return at if MIN_BEFORE <= at < len(body) - MIN_BEFORE else 0


def over_draft(region: Region) -> int:
    """Return how many rows stand over a draft that a decision attaches: the decision itself, which is no telegram."""
    title = region.title.text if region.title else ""
    drafted = title[:6] == "Draft " and read_title(title).kind in ("telegram", "letter")
    return attachment_at(region.body) if drafted else 0


_ATTACHED: Final = regex(
    r"\[?(?:Attach(?:ment|ed(?:\s+draft)?)|Enclosure|Annex|Appendix)(?:\s+(?:No\.?\s*)?[\dIV]{1,3})?\]?[.:]?|"
    r"(?:Attachment|Enclosure|Annex|Appendix)(?:\s+(?:No\.?\s*)?[\dIV]{1,3})?\s+to\s+(?:the\s+)?"
    r"(?:Decision|Resolution|Decree|Protocol|Minutes|Point|Order)\b[^\n.]{0,90}",
    re.IGNORECASE,
)
_CONVEYING: Final = regex(
    r"\b(?:conveying|transmitting|enclosing|forwarding|relaying|attaching)\s+(?:an?\s+|the\s+)?"
    r"(?P<what>(?:draft\s+)?(?:telegram|letter|message|cable)\s+(?:from\s+(?-i:[A-Z]).*\s)?to\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
MIN_CONVEYED: Final = 10


def _addresses(body: Sequence[Paragraph]) -> Iterator[int]:
    """Yield the rows that open a further telegram: "To …:" under signature and date, with a text below."""
    for index in range(MIN_BEFORE, len(body) - 1):
        text = body[index].text
        if text[:5] == "Dear " and _is_enclosed(body, index):
            yield index - (body[index - 1].text[:1] == "[")
            continue
        if text[:3] != "To " or text[-1:] != ":" or salutation_name(text, nobody) is None:
            continue
        signature, date = body[index - 2].text, body[index - 1].text
        signed = len(signature.split()) <= MAX_SIGNATURE and is_capitalised(signature) and signature[-1:] not in '.:”"'
        if signed and dateline(date, None, nobody) and len(body[index + 1].text.split()) >= MIN_TEXT:
            yield index


def _is_enclosed(body: Sequence[Paragraph], index: int) -> bool:
    """Say whether "Dear …" stands under the signature and the date, or the number, of a covering letter."""
    rows = [row.text for row in body[max(index - MAX_FORM, 0) : index]]
    named = (i for i, row in enumerate(rows) if _SIGNATURE.fullmatch(row) and is_capitalised(row.strip("()")))
    signed = next(named, -1)
    if signed < 0 or not any(dateline(row, None, nobody) for row in rows[signed + 1 :]):
        return False
    others = (row for row in rows[signed + 1 :] if not dateline(row, None, nobody))
    return all(row[:1] == "[" or _NUMBERED.match(row) for row in others) and index + 3 < len(body)


MAX_FORM: Final = 5
_SIGNATURE: Final = regex(r"\(?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\)?")
_NUMBERED: Final = regex(r"(?:No\.|N[º°o]\.?|#)\s?[\[\d]")
