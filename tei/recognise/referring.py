"""Who “he”, “him” and “his reply” are where a sentence hands over to a telegram: the sentences before it say so.

"Vane reported the loss. Lord Lind, who had the desk, was unmoved. He cabled him the next day:" The sentences are gone
through backwards, over the edge of the paragraph where it begins with a pronoun; what stands in marks says nothing. The
first named subject is "he", the next one whose name differs is "him". A sentence about anything else ends the search.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from tei.recognise.layouts.announcing import is_strong
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import last_sentence, next_sentences
from tei.recognise.subjects import is_anaphoric, named_subject, names_sender
from tei.recognise.told_parties import parties_told
from tei.regexes import regex

Span = tuple[int, int]
_QUOTED: Final = regex(
    r"[“„«\"][^“”„«»\"]{0,2000}[”“»\"]|‘[^‘’]{0,2000}’(?!\w)|(?<=[\s(])'(?=\w)[^'\n]{0,600}(?:\n[^'\n]{0,600}){0,9}'(?=[\s.,;:)\d]|$)"
)
_STOPPED: Final = regex(r"[.!?…][”“»\"]\s+(?=[A-ZÀ-Þ])")
_HIM: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|wrote|writes|answered|sent|informed|instructed|ordered|told|asked|begged|urged|"
    r"warned|thanked|advised)\s(?:back\s)?(?:to\s)?(?:him|her)\b(?!\s[a-z]+\s(?:telegram|wire|cable|letter)\b)|"
    r"\b(?:telegram|telegramme|cable|wire|message|letter|reply|answer)\s(?:back\s)?to\s(?:him|her)\b"
)
MAX_BACK: Final = 6
MAX_PARAGRAPHS: Final = 2


def referred(said: Paragraph, before: Sequence[Paragraph], sender: str = "") -> tuple[Span | None, Span | None]:
    """Return whom pronouns of an announcement's last sentence mean as sender and as addressee, as spans of the page.

    `before` are the page's words before it, the nearest first, `sender` whom the sentence itself names as its sender.
    """
    last = last_sentence(said.text)
    he = not sender and names_sender(last)
    him = _HIM.search(last) is not None
    if not he and not (him and sender):
        return None, None
    start = said.end - len(last)
    found = iter(_subjects(start, (said, *before)))
    first = next(found, None) if he else None
    named = first[1] if first else sender
    if not named or not him:
        return (first[0] if first else None), None
    other = next((span for span, name in found if not _same(name, named)), None)
    return (first[0] if first else None), other


def asked_before(said: Paragraph, before: Sequence[Paragraph]) -> dict[str, Span]:
    """Return the parties of an answer by the sentence right before it, which tells of the telegram answered.

    "Count Pell asked by telegraph how long the fortress could hold. The reply came at noon:" went to Pell.
    """
    last = last_sentence(said.text)
    among = _AMONG.match(last) is not None
    if not among and _ANSWER.match(last) is None:
        return {}
    start, sentence = next(_sentences(said.end - len(last), (said, *before)), (0, ""))
    if not is_strong(sentence) and _BY_WIRE.search(sentence) is None:
        return {}
    if among:
        subject = named_subject(sentence) if _GOT.search(sentence) else None
        return {"to": (start + subject[0], start + subject[1])} if subject else {}
    swapped = {"from": "to", "to": "from"}
    return {swapped[role]: span for role, span in parties_told(sentence, start) if role in swapped}


_AMONG: Final = regex(
    r"(?:Among\s(?:them|these)|One\s(?:of\s(?:them|these)\s)?(?:was|is|came|read)|The\s(?:first|following)\b)"
)
_GOT: Final = regex(r"\b(?:received|got|receives)\b[^.]{0,80}\b(?:telegrams|cables|wires|messages|letters)\b")
_ANSWER: Final = regex(
    r"(?:His|Her|Their|The|This|An|[A-ZÀ-Þ][\w.-]+['’]s?)\s(?:\w+\s){0,2}(?:answer|reply|response|rejoinder)\b|"
    r"(?:An\s(?:answer|hour)|Back|In\sreply|In\sanswer)\b[^.;:]{0,40}\b(?:came|went)\b"
)
_BY_WIRE: Final = regex(r"\bby\s(?:telegraph|telegram|wire|cable|wireless|radio)\b")


def _same(one: str, other: str) -> bool:
    return one.split()[-1] == other.split()[-1]


def _subjects(until: int, rows: Sequence[Paragraph]) -> Iterator[tuple[Span, str]]:
    """Yield the named subjects of the sentences that end before a place, the last first."""
    for start, sentence in islice(_sentences(until, rows), MAX_BACK):
        found = named_subject(sentence)
        if found is not None:
            yield (start + found[0], start + found[1]), sentence[slice(*found)]
        elif not is_anaphoric(sentence):
            return


def _sentences(until: int, rows: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Yield the sentences before a place with where they begin, the last first; what stands in marks is blank."""
    read = 0
    for row in rows:
        text = row.text[: max(0, until - row.start)]
        if row.start >= until or not text.strip():
            continue
        read += 1
        if read > MAX_PARAGRAPHS:
            return
        until = row.start
        stops = {match.end() for match in _STOPPED.finditer(text)}
        blank = _QUOTED.sub(lambda match: " " * len(match.group()), text)
        bounds = sorted({0, *stops, *next_sentences(blank), len(text)})
        for first, end in reversed(list(pairwise(bounds))):
            sentence = blank[first:end]
            lead = len(sentence) - len(sentence.lstrip())
            if any(map(str.isalpha, sentence)):
                yield row.start + first + lead, sentence.strip()
