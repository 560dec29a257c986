"""A record of an archive whose PDF was copied in one line: its labels part it again into lines.

"… International History Declassified October 19, 1938 Cable, X to Y Citation: “…” Summary: … Credits: … Original
Language: … Contents: English Translation Chinese Transcription To Y: …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LABEL: Final = regex(r"\s(?=(?:Citation|Summary|Credits|Original Language|Contents|Rights|Source):\s)")
_LANGUAGE: Final = (
    r"(?:English|Russian|Chinese|German|French|Spanish|Portuguese|Bulgarian|Hungarian|Polish|Romanian|Korean|Czech|"
    r"Vietnamese|Mongolian|Albanian|Serbian|Slovak|Japanese|Italian|Arabic|Hebrew|Turkish|Persian|Ukrainian)"
)
_CONTENTS: Final = regex(
    rf"Contents:(?:\s*[-•·]?\s*{_LANGUAGE}\s+(?:Translation|Transcri\w+|Original|Scan|"
    r"Text)\b)+\s*"
)
_HEAD: Final = regex(
    r"(?P<site>.{0,160}?)(?P<date>(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\s+\d{1,2},\s+\d{4})\s+(?=[A-Z“\"‘'])"
)
_NOTE: Final = regex(r"\s(?=\[(?P<n>\d{1,2})\]\s+[A-Z“\"])")
_SALUTED: Final = regex(r"(?P<words>(?:To|Dear|Comrade)\s[^.!?:]{2,160}:(?:\[\d{1,2}\])?)\s+(?=\S)")
_SIGNED: Final = regex(
    r"(?<=[.!?”\"])\s(?P<words>(?:[A-Z][\w’'-]*(?:\s[a-z]+)?,\s)?(?:\[?[A-Z][\w’'.\]-]*\s?){1,4}"
    r"(?P<date>(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}"
    r"(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?)\.?)$"
)
MIN_LENGTH: Final = 500
MIN_LABELS: Final = 2


def with_lines(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, one that is a whole record parted at its labels."""
    if "Citation: " not in text or "Contents: " not in text:
        return tuple(paragraphs)
    return tuple(part for whole in paragraphs for part in _parted(whole))


def _parted(whole: Paragraph) -> Iterator[Paragraph]:
    cuts = [match.end() for match in _LABEL.finditer(whole.text)]
    if len(whole.text) < MIN_LENGTH or len(cuts) < MIN_LABELS:
        yield whole
        return
    edges = [0, *cuts, len(whole.text)]
    for start, end in pairwise(edges):
        piece = whole.at(start, end)
        yield from _of_head(piece) if start == 0 else _of_contents(piece)


def _of_head(piece: Paragraph) -> Iterator[Paragraph]:
    match = _HEAD.match(piece.text)
    if match is None:
        yield piece
        return
    for start, end in ((0, match.start("date")), match.span("date"), (match.end(), len(piece.text))):
        if piece.text[start:end].strip():
            yield piece.at(start, end)


def _of_contents(piece: Paragraph) -> Iterator[Paragraph]:
    match = _CONTENTS.match(piece.text)
    if match is None:
        yield piece
        return
    yield piece.at(0, match.end())
    body = piece.at(match.end(), len(piece.text))
    notes = _notes(body.text)
    text = body.at(0, notes[0] if notes else len(body.text))
    yield from _of_text(text)
    for start, end in pairwise((*notes, len(body.text))):
        yield body.at(start, end)


def _notes(text: str) -> list[int]:
    """Return where the notes behind the text begin: each number comes for the second time."""
    seen: set[str] = set()
    starts: list[int] = []
    for match in _NOTE.finditer(text):
        again = f"[{match['n']}]" in text[: match.start()]
        if again and match["n"] not in seen and int(match["n"]) == len(seen) + 1:
            seen.add(match["n"])
            starts.append(match.end())
    return starts


def _of_text(text: Paragraph) -> Iterator[Paragraph]:
    saluted = _SALUTED.match(text.text)
    if saluted:
        yield text.at(*saluted.span("words"))
        text = text.at(saluted.end(), len(text.text))
    signed = _SIGNED.search(text.text)
    if signed is None:
        yield text
        return
    yield text.at(0, signed.start())
    words = text.at(signed.start("words"), signed.start("date"))
    comma = words.text.find(", ")
    if comma > 0:
        yield words.at(0, comma + 1)
    yield words.at(comma + 1 if comma > 0 else 0, len(words.text))
    yield text.at(signed.start("date"), len(text.text))
