"""A record of an archive whose PDF was copied in one line: its labels part it again into lines.

"… International History Declassified October 19, 1938 Cable, X to Y Citation: “…” Summary: … Credits: … Original
Language: … Contents: English Translation Chinese Transcription To Y: …". Where the labels kept lines of their own, date
and title still run into each other, and so do the contents and the first line of the text. Copies on other sites lost
labels, and what was a link: the quotation marks of the citation and the kinds of its contents part them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LABEL: Final = regex(r"\s(?=(?:Citation|Summary|Credits|Original Language|Contents|Rights|Source):\s)")
_LANGUAGE: Final = (
    r"(?:English|Russian|Chinese|German|French|Spanish|Portuguese|Bulgarian|Hungarian|Polish|Romanian|Korean|Czech|"
    r"Vietnamese|Mongolian|Albanian|Serbian|Slovak|Japanese|Italian|Arabic|Hebrew|Turkish|Persian|Ukrainian)"
)
_CONTENT: Final = (
    rf"\s*[-•·]?\s*(?:{_LANGUAGE}\s+(?:Translation|Transcri\w+|Original|Scan|Text)\b|"
    r"(?:Scan\s+of\s+(?:the\s+)?Original|Original\s+Scan|Scanned\s+Original)(?:\s+Document)?\b)"
)
_CONTENTS: Final = regex(rf"(?P<language>Original Language:\s*)?(?:Contents:)?\s*(?P<kinds>(?:{_CONTENT})+)\s*")
_OVER_CONTENTS: Final = regex(rf"(?:Original Language:?\s*)?(?:{_LANGUAGE}\s*)?(?:Contents:?)?")
"""What stands over the kinds of contents: their label, or what is left of the language where that label is lost."""
_HEADED_BY: Final = regex(r"Citation:|[“\"][^“”\"\n]{3,240},?[”\"],?\s[^\n]{0,60}?\d{4},\s[^\n]{0,80}?Archive,\s")
"""The citation under date and title, with its label or without it."""
_BEGINS_CITED: Final = regex(rf"\s(?={_HEADED_BY.pattern})")
_CITES: Final = regex(r"(?:Citation:\s*)?[“\"][^“”\"\n]{3,240},?[”\"],?\s\S")
_STOPS: Final = regex(r"(?:Citation|Summary|Credits|Original Language|Contents|Rights|Source):|https?:|www\.|[“\"•-]")
"""What no line of a citation begins with: the next label, the address of the page."""
_LISTED: Final = regex(rf"(?:{_CONTENT})+\s*")
_MONTH: Final = rf"(?:{ENGLISH_MONTHS})"
_HEAD: Final = regex(
    rf"(?P<site>.{{0,500}}?\sHistory\s+Declassified\s+|.{{0,160}}?)"
    rf"(?P<date>{_MONTH}(?:\s+\d{{1,2}})?,\s+\d{{4}})\s+(?=[A-Z“\"‘'])"
)
_NOTE: Final = regex(r"\s(?=\[(?P<n>\d{1,2})\]\s*[A-Z“\"])")
_SALUTED: Final = regex(r"(?P<words>(?:To|Dear|Comrade)\s[^.!?:]{2,160}:(?:\[\d{1,2}\])?)\s+(?=\S)")
_HOUR: Final = r"(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?,?\s)?"
_SIGNED: Final = regex(
    r"(?<=[.!?”\"])\s(?P<words>(?:[A-Z][\w’'-]*(?:\s[a-z]+)?,\s)?(?:\[?[A-Z][\w’'.\]-]*\s?){1,4}"
    rf"(?P<date>{_HOUR}(?:{_MONTH}\s\d{{1,2}}(?:,\s\[?\d{{4}}\]?)?|\d{{1,2}}\s[A-Z][a-z]{{2,8}}(?:\s\[?\d{{4}}\]?)?))\.?)$"
)
_DATED_NAME: Final = regex(r"(?<=[.!?”\"])\s(?=\d{1,2}[./-](?:[IVX]{1,4}|\d{1,2})[./-]\d{2,4}\s+[A-Z][\w.’' -]{2,30}$)")
"""What typed forms end with, the date before the name: "11.IX.38 PASHIN"."""
_CITED: Final = regex(r"Citation:\s*[“\"](?P<title>[^”\"\n]{3,240}?),?[”\"]")
_REPEATED_DATE: Final = regex(rf",?\s+(?:{_MONTH}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}})(?=\s)")
_HEADED: Final = regex(
    r"(?:(?:(?:TOP|Top|STRICTLY|Strictly)\s)?(?:SECRET|Secret|secret)(?!\w)|(?:Making|MAKING)\s(?:[Cc]opies|COPIES)\s"
    r"(?:(?:is|are|IS|ARE)\s)?(?:[Pp]rohibited|PROHIBITED)|Copy\s(?:No\.|N[º°o])\s?\d+|"
    r"(?:(?:CIPHERED|Ciphered|CODED|Coded|CIPHER|Cipher)\s)?(?:TELEGRAM|Telegram|CABLE|Cable)(?!\s[a-z])"
    r"(?:\s(?:No\.|N[º°o])\s?\d+)?|(?:(?:Extremely|Most|Very)\s)?Urgent|"
    r"(?:Sent|Received|Arrived|Deciphered|Dispatched)\s(?:[a-z]+\s|(?:[A-Z\d]\w*\s){1,3}?(?=[a-z])){1,6}?\d{1,2}[./]\d{1,2}[./]\d{2,4}\s"
    r"at\s\d{1,2}[:.]\d\d(?:\s[ap]\.\s?m\.)?|"
    r"Distribution\slist\s[–—-]\s\d{1,2}\scopies:\s(?:[A-Z]\w+\s?[–—-]\s?\d+[,.]\s?){2,14})[.!]?\s*(?=\S)"
)
"""What the form of a telegram begins with, one thing after the other."""
_NAMED: Final = regex(r"(?<=[.!?”\"])\s(?P<words>(?P<said>Signed:\s+)?(?:[A-Z][\w.’'-]*\s?){1,6})$")
"""Names alone at the end: of those who send by the title, or after a word that says so."""
_POINT: Final = regex(r"(?:^|(?<=[.!?:;”\"\]]\s))(?:\((?P<n>\d{1,2})\)|(?P<plain>\d{1,2})\.)\s+(?=[A-Z“\"\[])")
_CUT: Final = regex(r"\[(?:\.{3}|…)\]\s+")
_REFERRED: Final = regex(
    r"(?:Regarding|Re|Ref|With reference to)\.?:?\s(?:your|our|my)\s[^:.]{0,30}\d[\w./-]*:\s+(?=\S)"
)
"""“Regarding your telegram no. 08/00316:” before the text."""
MAX_NAMES: Final = 80
MAX_WRAPPED: Final = 8
MIN_NAME: Final = 4
MIN_LENGTH: Final = 500
MIN_LABELS: Final = 2


def with_lines(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, one that is a whole record parted at its labels."""
    if "Original Language" not in text and ("Citation:" not in text or "Contents:" not in text):
        return tuple(paragraphs)
    paragraphs = tuple(put_together(paragraphs, _cited_on, most=MAX_WRAPPED))
    above = (None, *paragraphs[:-1])
    below = (*paragraphs[1:], None)
    cited = _CITED.search(text)
    title = cited["title"] if cited else ""
    return tuple(part for rows in zip(above, paragraphs, below, strict=True) for part in _part(*rows, title))


def _cited_on(above: Paragraph, below: Paragraph) -> Paragraph | None:
    """Join the lines of a citation that was wrapped."""
    if below.blank_before or above.text[-1] in '.!?”"' or not _CITES.match(above.text) or _STOPS.match(below.text):
        return None
    return Paragraph(above.start, below.end, f"{above.text} {below.text}", above.blank_before)


def _part(above: Paragraph | None, whole: Paragraph, below: Paragraph | None, title: str) -> Iterator[Paragraph]:
    """Part a line by its own labels, or by those that stand on the lines over and under it."""
    if above is not None and _OVER_CONTENTS.fullmatch(above.text) and (listed := _LISTED.match(whole.text)):
        yield whole.at(0, listed.end())
        if listed.end() < len(whole.text):
            yield from _of_form(whole.at(listed.end(), len(whole.text)), title)
    elif below is not None and len(whole.text) < MIN_LENGTH and _HEADED_BY.match(below.text):
        yield from _of_head(whole)
    else:
        yield from _parted(whole, title)


def _parted(whole: Paragraph, title: str) -> Iterator[Paragraph]:
    cuts = [match.end() for match in _LABEL.finditer(whole.text)]
    if len(cuts) == 1 and (cited := _BEGINS_CITED.search(whole.text, 0, cuts[0])):
        cuts.insert(0, cited.end())
    if len(whole.text) < MIN_LENGTH or len(cuts) < MIN_LABELS:
        yield whole
        return
    edges = [0, *cuts, len(whole.text)]
    for start, end in pairwise(edges):
        piece = whole.at(start, end)
        yield from _of_head(piece) if start == 0 else _of_contents(piece, title)


def _of_head(piece: Paragraph) -> Iterator[Paragraph]:
    match = _HEAD.match(piece.text)
    if match is None:
        yield piece
        return
    for start, end in ((0, match.start("date")), match.span("date"), (match.end(), len(piece.text))):
        if piece.text[start:end].strip():
            yield piece.at(start, end)


def _of_contents(piece: Paragraph, title: str) -> Iterator[Paragraph]:
    match = _CONTENTS.match(piece.text)
    if match is None:
        yield piece
        return
    kinds = match.start("kinds")
    if match["language"] and kinds:
        yield piece.at(0, kinds)
    yield piece.at(kinds if match["language"] else 0, match.end())
    body = piece.at(match.end(), len(piece.text))
    notes = _notes(body.text)
    text = body.at(0, notes[0] if notes else len(body.text))
    yield from _of_form(text, title)
    for start, end in pairwise([*notes, len(body.text)]):
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


def _of_form(text: Paragraph, title: str) -> Iterator[Paragraph]:
    """Yield the title that the text repeats and the lines of its form, each by itself, and then the text."""
    if title and text.text.startswith(title):
        dated = _REPEATED_DATE.match(text.text, len(title))
        end = dated.end() if dated else len(title)
        yield text.at(0, end)
        text = text.at(end, len(text.text))
    if cut := _CUT.match(text.text):
        yield text.at(0, cut.end())
        text = text.at(cut.end(), len(text.text))
    while headed := _HEADED.match(text.text):
        yield text.at(0, headed.end())
        text = text.at(headed.end(), len(text.text))
    yield from _of_text(text, title)


def _of_text(text: Paragraph, title: str) -> Iterator[Paragraph]:
    saluted = _SALUTED.match(text.text)
    if saluted:
        yield text.at(*saluted.span("words"))
        text = text.at(saluted.end(), len(text.text))
    to_whom = title.rpartition(" to ")[2]
    if len(to_whom) > MIN_NAME and text.text.startswith(f"{to_whom} "):
        yield text.at(0, len(to_whom))
        text = text.at(len(to_whom), len(text.text))
    if referred := _REFERRED.match(text.text):
        yield text.at(0, referred.end())
        text = text.at(referred.end(), len(text.text))
    yield from _of_end(text, title)


def _names_at_end(text: str, title: str) -> re.Match[str] | None:
    """Find the names of the senders behind the last sentence: the title has each of their words."""
    match = _NAMED.search(text, max(0, len(text) - MAX_NAMES))
    if match is None or match["said"]:
        return match
    words = match["words"].split()
    return match if len(words) > 1 and set(words) <= set(title.replace(",", " ").split()) else None


def _of_points(text: Paragraph) -> Iterator[Paragraph]:
    """Yield the points of a text that lost its lines, "(1) The ice … (2) The dogs …", which count from one."""
    starts: list[int] = []
    for match in _POINT.finditer(text.text):
        if int(match["n"] or match["plain"]) == len(starts) + 1:
            starts.append(match.start())
    edges = [0, *(start for start in starts if start), len(text.text)] if len(starts) > 1 else [0, len(text.text)]
    for start, end in pairwise(edges):
        yield text.at(start, end)


def _of_end(text: Paragraph, title: str) -> Iterator[Paragraph]:
    signed = _SIGNED.search(text.text)
    if signed is None:
        dated = _DATED_NAME.search(text.text) or _names_at_end(text.text, title)
        yield from _of_points(text.at(0, dated.start() if dated else len(text.text)))
        if dated:
            yield text.at(dated.start() + 1, len(text.text))
        return
    yield from _of_points(text.at(0, signed.start()))
    words = text.at(signed.start("words"), signed.start("date"))
    comma = words.text.find(", ")
    if comma > 0:
        yield words.at(0, comma + 1)
    yield words.at(comma + 1 if comma > 0 else 0, len(words.text))
    yield text.at(signed.start("date"), len(text.text))
